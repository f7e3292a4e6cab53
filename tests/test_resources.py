"""The shipped files are found, and are what the window and the paper need."""

import itertools
import unicodedata
import xml.etree.ElementTree as ET

import pytest
from PIL import Image
from reportlab.pdfbase.ttfonts import TTFontFile

from nscl_desktop.resource_files import resource_path

FONTS = sorted(resource_path("fonts").glob("*.ttf"))
ICONS = sorted(path for path in resource_path("icons").glob("*.svg") if path.stem != "nscl")
SVG = "{http://www.w3.org/2000/svg}"

TONES = ("", "\u0300", "\u0301", "\u0309", "\u0303", "\u0323")  # ngang, huyền, sắc, hỏi, ngã, nặng
VOWELS = "aăâeêioôơuưy"
LOWER = {unicodedata.normalize("NFC", v + t) for v, t in itertools.product(VOWELS, TONES)} | {"đ"}
LETTERS = LOWER | {letter.upper() for letter in LOWER}


def test_there_are_as_many_letters_as_the_alphabet_has() -> None:
    assert len(LETTERS) == 2 * (12 * 6 + 1)


@pytest.mark.parametrize("font", FONTS, ids=lambda path: path.stem)
def test_every_font_draws_every_vietnamese_letter_and_what_paper_uses(font: object) -> None:
    glyphs = TTFontFile(str(font)).charToGlyph
    assert {letter for letter in LETTERS if ord(letter) not in glyphs} == set()
    assert {sign for sign in "0123456789.,;:%()/×–“”‘’…₫*" if ord(sign) not in glyphs} == set()


@pytest.mark.parametrize("font", FONTS, ids=lambda path: path.stem)
def test_figures_are_of_one_width_so_that_columns_of_money_line_up(font: object) -> None:
    widths = TTFontFile(str(font)).charWidths
    assert len({widths[ord(figure)] for figure in "0123456789"}) == 1


def test_icons_are_of_one_size_and_leave_their_colour_to_the_theme() -> None:
    drawings = {path.name: ET.fromstring(path.read_text("utf-8")) for path in ICONS}  # noqa: S314 - our own files
    assert len(drawings) >= 40
    assert {name for name, svg in drawings.items() if svg.get("viewBox") != "0 0 20 20"} == set()
    assert {
        name for name, svg in drawings.items() for part in svg.iter() if part.get("fill") or part.get("style")
    } == set()
    assert {part.tag for svg in drawings.values() for part in svg.iter()} == {f"{SVG}svg", f"{SVG}path"}


def test_the_icon_for_windows_has_a_picture_for_every_scaling() -> None:
    with Image.open(resource_path("icons", "nscl.ico")) as icon:
        assert {(side, side) for side in (16, 20, 24, 32, 40, 48, 64, 256)} <= icon.info["sizes"]


def test_every_borrowed_thing_brings_its_licence() -> None:
    licences = {path.name: path.read_text("utf-8") for path in resource_path("licences").iterdir()}
    assert "Reserved Font Name Liberation" in licences["Liberation-OFL.txt"]
    assert "Be Vietnam Pro Project Authors" in licences["BeVietnamPro-OFL.txt"]
    assert "Microsoft Corporation" in licences["FluentSystemIcons-MIT.txt"]


def test_a_missing_resource_is_named() -> None:
    with pytest.raises(FileNotFoundError, match=r"no-such\.svg"):
        resource_path("icons", "no-such.svg")
