"""Which typeface papers are printed in, and what happens where its files are missing."""

import shutil
from pathlib import Path

import pytest
import reportlab

from nscl_desktop.domain.errors import EnvironmentProblem
from nscl_desktop.reports.fonts import (
    BOLD,
    REGULAR,
    embedded_fonts,
    liberation_serif,
    machine_fonts,
    times_new_roman,
    windows_font_folders,
)
from nscl_desktop.resource_files import resource_path

STYLES = {"times.ttf": "Regular", "timesbd.ttf": "Bold", "timesi.ttf": "Italic", "timesbi.ttf": "BoldItalic"}


def fonts_folder(folder: Path) -> Path:
    """A folder as Windows has it, with stand-ins of the same widths."""
    folder.mkdir(parents=True)
    for name, style in STYLES.items():
        shutil.copy(resource_path("fonts", f"LiberationSerif-{style}.ttf"), folder / name)
    return folder


def test_times_new_roman_is_taken_when_all_four_styles_are_installed(tmp_path: Path) -> None:
    fonts = times_new_roman([tmp_path / "none", fonts_folder(tmp_path / "Fonts")])
    assert fonts is not None
    assert fonts.family == "Times New Roman"
    assert len(fonts.faces) == 4


def test_an_incomplete_or_damaged_times_new_roman_is_passed_over(tmp_path: Path) -> None:
    folder = fonts_folder(tmp_path / "Fonts")
    (folder / "timesi.ttf").write_bytes(b"damaged")
    assert times_new_roman([folder]) is None
    (folder / "timesi.ttf").unlink()
    assert times_new_roman([folder]) is None


def test_a_typeface_without_all_vietnamese_letters_is_passed_over(tmp_path: Path) -> None:
    folder = fonts_folder(tmp_path / "Fonts")
    latin_only = Path(reportlab.__file__).parent / "fonts" / "Vera.ttf"
    shutil.copy(latin_only, folder / "times.ttf")
    assert times_new_roman([folder]) is None


def test_the_folders_of_windows_are_searched_everyones_first(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("WINDIR", str(tmp_path / "Windows"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "Local"))
    assert windows_font_folders() == (
        tmp_path / "Windows" / "Fonts",
        tmp_path / "Local" / "Microsoft" / "Windows" / "Fonts",
    )


def test_some_typeface_is_always_there() -> None:
    assert machine_fonts().family in {"Times New Roman", "Liberation Serif"}


def test_missing_fonts_are_a_problem_of_the_installation(tmp_path: Path) -> None:
    for find in (tmp_path.joinpath, lambda name: resource_path("no-such-folder", name)):
        with pytest.raises(EnvironmentProblem, match=r"phông chữ .* hãy cài đặt lại chương trình"):
            liberation_serif(find)


def test_widths_are_those_of_times_new_roman() -> None:
    # Adobe's metrics of Times: digits are half an em, A is 722 (bold 722), space 250, and marks add no width
    regular, bold, *_ = embedded_fonts().word_widths()
    assert regular["0"] == pytest.approx(500, abs=1)
    assert regular["A"] == pytest.approx(722, abs=1)
    assert bold["A"] == pytest.approx(722, abs=1)
    assert regular["Ậ"] == regular["A"]
    assert regular["\N{NO-BREAK SPACE}"] == regular[" "] == pytest.approx(250, abs=1)
    assert regular["\N{ZERO WIDTH SPACE}"] == 0
    assert regular["ab"] == regular["a"] + regular["b"]


def test_what_a_face_lacks_is_drawn_as_a_box() -> None:
    face = embedded_fonts().faces[REGULAR]
    assert face.drawn("標") == "□"
    assert not face.has("標")
    assert face.drawn("\N{SOFT HYPHEN}") == ""
    assert embedded_fonts().faces[BOLD].draws_vietnamese()
