"""Text can be read in both themes, and the style sheet names only roles that exist."""

import re

import pytest

from nscl_desktop.resource_files import resource_path
from nscl_desktop.ui.colours import DARK, LIGHT, TEXT_PAIRS, Colours, contrast, role_values

THEMES = pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])


@THEMES
@pytest.mark.parametrize("ink, ground", TEXT_PAIRS)
def test_text_reaches_the_contrast_that_is_asked_for(colours: Colours, ink: str, ground: str) -> None:
    roles = role_values(colours)
    assert contrast(roles[ink], roles[ground]) >= 4.5


@THEMES
def test_fields_and_buttons_can_be_told_from_their_ground(colours: Colours) -> None:
    # Borders are no text; 1.6 is what Windows itself uses for calm controls, the label carries the meaning.
    assert contrast(colours.edge, colours.base) >= 1.6
    assert contrast(colours.line, colours.base) >= 1.2


def test_black_on_white_is_the_greatest_contrast() -> None:
    assert round(contrast("#000000", "#FFFFFF"), 2) == 21
    assert contrast("#777777", "#777777") == 1


def test_the_style_sheet_uses_every_colour_through_a_role() -> None:
    sheet = resource_path("styles", "window.qss").read_text("utf-8")
    without_roles = re.sub(r"\$\{?\w+\}?", "", sheet)
    assert not re.findall(r"#[0-9a-fA-F]{3,8}\b|\brgba?\(", without_roles)
    assert set(re.findall(r"\$\{?(\w+)\}?", sheet)) <= {*role_values(LIGHT), "images"}


@THEMES
def test_boxes_to_tick_stand_out_from_every_ground_they_stand_on(colours: Colours) -> None:
    assert min(contrast(colours.muted, ground) for ground in (colours.base, colours.window)) >= 3


@pytest.mark.parametrize(("theme", "colours"), [("light", LIGHT), ("dark", DARK)])
def test_pictures_of_the_style_sheet_have_the_colours_of_their_theme(theme: str, colours: Colours) -> None:
    tick = resource_path("styles", theme, "check.svg").read_text("utf-8")
    assert set(re.findall(r"#[0-9a-fA-F]{6}", tick)) == {colours.on_accent}
