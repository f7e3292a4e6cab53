"""Ngành kinh tế Việt Nam (VSIC): a code is meaningful only with its edition, since the letters shift from J on.

VSIC 2018 is QĐ 27/2018/QĐ-TTg (21 sections), VSIC 2025 QĐ 36/2025/QĐ-TTg in force from 15/11/2025 (22 sections,
DOMAIN 5.4). The lists are shipped data; each name says whether it was found in a source.
"""

import re
import tomllib
from dataclasses import dataclass

_CODE = re.compile(r"([A-Z])?([0-9]{0,5})")


@dataclass(frozen=True, slots=True)
class Section:
    """Ngành cấp 1 with its divisions (ngành cấp 2) from ``first`` to ``last``, bounds included.

    ``size_sector``: industry or services, for the size class. ``verified``: the name was found in a source.
    """

    letter: str
    name: str
    first: int
    last: int
    size_sector: str
    verified: bool


@dataclass(frozen=True, slots=True)
class SectorEdition:
    """The sections of one edition; ``divisions_verified``: whether the divisions were checked in the official text."""

    edition: str
    instrument: str
    valid_from: str
    divisions_verified: bool
    sections: tuple[Section, ...]

    def section(self, code: str) -> Section | None:
        """The section of a code such as "C", "10", "C10", "1071" or "10.71"; None when it is no code of this edition.

        A letter that contradicts its number belongs to another edition: None too, because a guess would be silent.
        """
        found = _CODE.fullmatch(re.sub(r"[\s.\-]", "", code).upper())
        if found is None:
            return None
        letter, digits = found[1], found[2]
        if not digits:
            return next((each for each in self.sections if each.letter == letter), None)
        if len(digits) < 2:
            return None
        division = int(digits[:2])
        held = next((each for each in self.sections if each.first <= division <= each.last), None)
        return held if held is None or letter in {None, held.letter} else None

    def divisions(self) -> dict[int, str]:
        """Every division with the letter of its section."""
        return {
            division: section.letter for section in self.sections for division in range(section.first, section.last + 1)
        }


def read_sectors(text: str) -> dict[str, SectorEdition]:
    """The editions of the shipped TOML text, by their short name ("2018", "2025")."""
    return {
        entry["edition"]: SectorEdition(
            edition=entry["edition"],
            instrument=entry["instrument"],
            valid_from=entry["valid_from"],
            divisions_verified=entry["divisions_verified"],
            sections=tuple(Section(**section) for section in entry["section"]),
        )
        for entry in tomllib.loads(text)["edition"]
    }
