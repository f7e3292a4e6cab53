"""Provinces before and after 01/07/2025, when 63 became 34 (Nghị quyết 202/2025/QH15, number unverified; DOMAIN 7).

A record keeps the province as it was written. A filter asks `Areas.within`, so that "Tỉnh Bắc Ninh" finds what was
Bắc Giang; paper asks `Areas.name_on`, so that paper of 2021 prints the name of 2021. Names only go forward in time: a
record written "Bắc Ninh" after the merger does not say in which of the two old provinces it lies.
"""

import re
import tomllib
from dataclasses import dataclass

from nscl_desktop.domain.text import fold

_KIND = re.compile(r"^(tinh|thanh pho|tp)[. ]+(?=\S)")
_NO_LETTER = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Province:
    """A unit under one name and in one extent; days are ISO, ``valid_to`` the last day, "" while it exists.

    ``name`` without its kind ("Bắc Giang"), ``kind`` "Tỉnh" or "Thành phố"; ``successor``: the key of the unit that
    holds it from the day after ``valid_to``.
    """

    key: str
    kind: str
    name: str
    aliases: tuple[str, ...]
    valid_from: str
    valid_to: str
    successor: str
    instrument: str
    verified: bool

    @property
    def full_name(self) -> str:
        """As it stands in an address: "Tỉnh Bắc Giang"."""
        return f"{self.kind} {self.name}"


def province_key(written: str) -> str:
    """The key of a written name: without kind, dấu, case and signs ("TP. Hồ Chí Minh" → hochiminh)."""
    return _NO_LETTER.sub("", _KIND.sub("", fold(written)))


class Areas:
    """The provinces of all times, asked by written name and day."""

    def __init__(self, provinces: tuple[Province, ...]) -> None:
        self.provinces = provinces
        self._by_key = {each.key: each for each in provinces}
        self._by_name: dict[str, list[Province]] = {}
        for each in provinces:
            for name in dict.fromkeys(map(province_key, (each.name, *each.aliases))):
                self._by_name.setdefault(name, []).append(each)

    def find(self, written: str, day: str) -> Province | None:
        """The unit of a written name on an ISO day, else its last one before; None for a name that is none."""
        bearers = self._by_name.get(province_key(written), [])
        begun = [each for each in bearers if each.valid_from <= day]
        return max(begun, key=lambda each: each.valid_from, default=None)

    def name_on(self, written: str, day: str) -> str:
        """The full name, on a day, of the unit that holds what was written; unknown names come back as written.

        An old paper keeps the old name: 30/06/2025 gives "Tỉnh Bắc Giang", the next day "Tỉnh Bắc Ninh".
        """
        held = self.find(written, day)
        if held is None:
            return written
        while held.valid_to and held.valid_to < day:
            held = self._by_key[held.successor]
        return held.full_name

    def within(self, written: str, day: str) -> frozenset[str]:
        """The `province_key`s of all that lies in the unit of that name on a day, predecessors of all times included.

        A name that had gone by then means its own old extent. An unknown name finds itself alone.
        """
        unit = self.find(written, day)
        if unit is None:
            return frozenset({province_key(written)})
        found: set[str] = set()
        waiting = [unit]
        while waiting:
            each = waiting.pop()
            found.update(map(province_key, (each.name, *each.aliases)))
            waiting += [former for former in self.provinces if former.successor == each.key]
        return frozenset(found)


def read_areas(text: str) -> Areas:
    """The provinces of the shipped TOML text."""
    return Areas(
        tuple(Province(**{**entry, "aliases": tuple(entry["aliases"])}) for entry in tomllib.loads(text)["province"])
    )
