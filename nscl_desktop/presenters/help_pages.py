"""The help: shipped pages in Markdown, read section by section, found without dấu."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from nscl_desktop.domain.text import fold, nfc

_FIRST = ("bat-dau", "phat-hien", "nhap-excel", "mau-phu-luc")
"""In the order in which a new clerk needs them; other pages follow by name."""


@dataclass(frozen=True, slots=True)
class HelpSection:
    """A heading of a page with what stands under it; the first section of a page bears the page's own title."""

    page: int
    title: str
    text: str
    is_page: bool


@dataclass(frozen=True, slots=True)
class HelpPage:
    """One page; ``text`` is its Markdown."""

    name: str
    title: str
    text: str


class Help:
    """The pages of a folder and their sections."""

    def __init__(self, folder: Path) -> None:
        found = {path.stem: nfc(path.read_text("utf-8")) for path in folder.glob("*.md")}
        names = [*(name for name in _FIRST if name in found), *sorted(found.keys() - set(_FIRST))]
        self.pages: Sequence[HelpPage] = [HelpPage(name, _title(found[name]), found[name]) for name in names]
        self.sections: Sequence[HelpSection] = [
            section for at, page in enumerate(self.pages) for section in _sections(at, page.text)
        ]

    def matching(self, query: str) -> list[HelpSection]:
        """Sections that hold every word of the query, those with all of them in the title first; all for none."""
        words = fold(query).split()
        found = [each for each in self.sections if all(word in fold(f"{each.title} {each.text}") for word in words)]
        return sorted(found, key=lambda each: not all(word in fold(each.title) for word in words)) if words else found

    def about(self, code: str) -> HelpSection | None:
        """The section on a finding's code ("S101")."""
        return next((each for each in self.sections if each.title.startswith(f"{code} ")), None)


def _title(text: str) -> str:
    return text.lstrip().splitlines()[0].lstrip("# ")


def _sections(page: int, text: str) -> list[HelpSection]:
    parts = text.split("\n## ")
    made = [HelpSection(page, _title(text), parts[0].partition("\n")[2], is_page=True)]
    for part in parts[1:]:
        title, _, body = part.partition("\n")
        made.append(HelpSection(page, title.strip(), body, is_page=False))
    return made
