"""Typefaces of the paper: Times New Roman from the machine where all four styles are installed (NĐ 30/2020, Phụ lục I,
Mục I), else the shipped Liberation Serif, whose widths are the same, so that lines and pages break alike everywhere.
"""

import os
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError

from nscl_desktop.domain.errors import EnvironmentProblem
from nscl_desktop.reports.pdf_fonts import VIETNAMESE, PaperFont
from nscl_desktop.resource_files import resource_path

REGULAR, BOLD, ITALIC, BOLD_ITALIC = 0, 1, 2, 3
"""Styles add up: BOLD + ITALIC is BOLD_ITALIC."""

# Of the em square; the same in Times New Roman and Liberation Serif (hhea table: 1825, 443, 87 of 2048).
ASCENT = 0.891
LINE_SPACING = 1.15
BASELINE = (LINE_SPACING - 0.891 - 0.216) / 2 + ASCENT
"""From the top of a line of text down to its baseline."""

_STYLES = ("Regular", "Bold", "Italic", "BoldItalic")
_TIMES_FILES = ("times.ttf", "timesbd.ttf", "timesi.ttf", "timesbi.ttf")
_SUBSTITUTES = "□?"


class _CharWidths(dict[str, float]):
    """Character → width in thousandths of the em square."""

    def __init__(self, face: "Face") -> None:
        super().__init__()
        self._face = face

    def __missing__(self, char: str) -> float:
        width = self[char] = self._face.width(char)
        return width


class Face:
    """One style of a typeface: its widths, and which characters it can draw."""

    def __init__(self, name: str, path: Path) -> None:
        self.name = name
        self.font = PaperFont(name, str(path), shapable=False)
        self._widths: dict[int, float] = self.font.face.charWidths
        self._glyphs: dict[int, int] = self.font.face.charToGlyph
        self._substitute = next((char for char in _SUBSTITUTES if ord(char) in self._glyphs), " ")
        self.char_widths = _CharWidths(self)
        pdfmetrics.registerFont(self.font)

    def draws_vietnamese(self) -> bool:
        """Whether every letter with its marks is there; fonts from before 2001 lack the letters with two marks."""
        return all(ord(char) in self._glyphs for char in VIETNAMESE)

    def has(self, char: str) -> bool:
        """Whether the character itself can be drawn; what is never seen (zero width, direction marks) always can."""
        return ord(char) in self._glyphs or unicodedata.category(char) == "Cf"

    def drawn(self, char: str) -> str:
        """The character as it is put on paper: itself, a visible box where the font lacks it, nothing if unseen."""
        if unicodedata.category(char) == "Cf":
            return ""
        return char if ord(char) in self._glyphs else self._substitute

    def width(self, char: str) -> float:
        """Width in thousandths of the em square."""
        return sum(self._widths[ord(seen)] for seen in self.drawn(char))


class WordWidths(dict[str, float]):
    """Word → width in thousandths of the em square. One for a document and style: real texts repeat their words."""

    def __init__(self, face: Face) -> None:
        super().__init__()
        self._chars = face.char_widths

    def __missing__(self, word: str) -> float:
        chars = self._chars
        width = self[word] = sum([chars[char] for char in word])
        return width


@dataclass(frozen=True, slots=True)
class FontSet:
    """The four styles of a typeface, found by REGULAR, BOLD, ITALIC, BOLD_ITALIC."""

    family: str
    faces: tuple[Face, ...]

    def word_widths(self) -> tuple[WordWidths, ...]:
        """Fresh width caches for one document, by style."""
        return tuple(WordWidths(face) for face in self.faces)


def _load(family: str, paths: Sequence[Path]) -> FontSet:
    prefix = family.replace(" ", "")
    return FontSet(family, tuple(Face(f"{prefix}-{style}", path) for style, path in zip(_STYLES, paths, strict=True)))


@cache
def embedded_fonts() -> FontSet:
    """The shipped Liberation Serif; EnvironmentProblem if the program's own font files are gone or damaged."""
    return liberation_serif(lambda name: resource_path("fonts", name))


def liberation_serif(find: Callable[[str], Path]) -> FontSet:
    """Liberation Serif, its files found by name.

    Raises:
        EnvironmentProblem: the files are not there or damaged.
    """
    try:
        return _load("Liberation Serif", [find(f"LiberationSerif-{style}.ttf") for style in _STYLES])
    except (OSError, TTFError) as error:
        raise EnvironmentProblem(
            "Thiếu hoặc hỏng tệp phông chữ đi kèm chương trình nên không in được, hãy cài đặt lại chương trình."
        ) from error


def windows_font_folders() -> tuple[Path, ...]:
    """Where Windows keeps fonts installed for everyone, then those of the present user."""
    places = (("WINDIR", "Fonts"), ("LOCALAPPDATA", "Microsoft/Windows/Fonts"))
    return tuple(Path(os.environ[name], below) for name, below in places if os.environ.get(name))


def times_new_roman(folders: Sequence[Path]) -> FontSet | None:
    """Times New Roman from the first folder that has all four styles, readable and with all Vietnamese letters."""
    for folder in folders:
        paths = [folder / name for name in _TIMES_FILES]
        if not all(path.is_file() for path in paths):
            continue
        try:
            fonts = _load("Times New Roman", paths)
        except (OSError, TTFError):
            continue
        if all(face.draws_vietnamese() for face in fonts.faces):
            return fonts
    return None


@cache
def machine_fonts() -> FontSet:
    """What official paper is printed with on this machine.

    Raises:
        EnvironmentProblem: neither Times New Roman nor the shipped fonts can be read.
    """
    return times_new_roman(windows_font_folders()) or embedded_fonts()
