"""Sums typed into cells ("=4*395"): worked out, kept as the figure's explanation, given back for editing."""

import pytest

from nscl_desktop.domain.money import MoneyUnit
from nscl_desktop.presenters.grid_typing import GridTyping
from tests.presenters.screens import one_line, place, stored, text, typed


def test_a_formula_is_kept_as_the_figures_explanation() -> None:
    grid = one_line()
    grid.show(unit=MoneyUnit.TRIEU)
    typed(grid, "=4*395", "Kinh phí")
    at = place(grid, "I", "Kinh phí")
    assert grid.cell(*at).text == "1.580"
    assert grid.cell(*at).formula == "=4*395"
    assert GridTyping(grid).text_for_editing(*at) == "=4*395"
    assert stored(grid).amount == 1_580_000_000


@pytest.mark.parametrize(("words", "dong"), [("=(2*40+50)", 130), ("=8×2+16,5×2", 49), ("=3,2+2,64+0,5", "6,34")])
def test_the_papers_own_sums_can_be_typed(words: str, dong: object) -> None:
    grid = one_line()
    grid.show(unit=MoneyUnit.TRIEU)
    typed(grid, words, "Kinh phí")
    assert text(grid, "I", "Kinh phí") == str(dong)


def test_opening_and_leaving_a_cell_in_another_unit_does_not_change_its_figure() -> None:
    grid = one_line()
    grid.show(unit=MoneyUnit.TRIEU)
    typed(grid, "=4*395", "Kinh phí")
    grid.show(unit=MoneyUnit.DONG)
    typing, at = GridTyping(grid), place(grid, "I", "Kinh phí")
    assert typing.text_for_editing(*at) == "1.580.000.000"
    typing.enter(*at, typing.text_for_editing(*at))
    assert stored(grid).amount == 1_580_000_000
    assert stored(grid).formula == "=4*395"
    grid.show(unit=MoneyUnit.TRIEU)
    assert typing.text_for_editing(*at) == "=4*395"


def test_a_formula_speaks_only_for_the_figure_it_makes() -> None:
    grid = one_line(price=15_000_000)
    typed(grid, "=2+3", "Số lượng")
    quantity, amount = place(grid, "I", "Số lượng"), place(grid, "I", "Kinh phí")
    assert grid.cell(*quantity).formula == "=2+3"
    assert grid.cell(*amount).text == "75.000.000"
    assert grid.cell(*amount).formula == ""


def test_a_quantity_beside_a_lump_sum_leaves_the_sums_formula_alone() -> None:
    grid = one_line()
    typing = GridTyping(grid)
    quantity, amount = place(grid, "I", "Số lượng"), place(grid, "I", "Kinh phí")
    typing.enter(*amount, "=4*395")
    typing.enter(*quantity, "4")
    assert typing.text_for_editing(*quantity) == "4"
    assert typing.text_for_editing(*amount) == "=4*395"
    typing.enter(*amount, "1600")
    assert stored(grid).formula == ""


def test_a_plain_figure_takes_the_place_of_a_formula() -> None:
    grid = one_line()
    typed(grid, "=4*395", "Kinh phí")
    typed(grid, "1.600", "Kinh phí")
    assert stored(grid).formula == ""
    assert GridTyping(grid).text_for_editing(*place(grid, "I", "Kinh phí")) == "1.600"
