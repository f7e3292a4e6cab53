"""Rows are called as a clerk points at them."""

import pytest

from nscl_desktop.domain.naming import line_name, shortened
from tests.small_plans import Sketch


@pytest.mark.parametrize(
    ("labels", "name"),
    [
        (("III", "7"), "mục III.7"),
        (("1.", "a)"), "mục 1.a"),
        (("I", "1", "1.1"), "mục I.1.1"),
        (("1", "1.1", "1.1.1"), "mục 1.1.1"),
        (("1", "10"), "mục 1.10"),
        (("III", "7", "-"), "“Nội dung” (mục III.7)"),
        (("III", "-", "a"), "mục III.a"),
        (("", ""), "“Nội dung”"),
    ],
)
def test_a_row_is_called_by_the_labels_above_it_and_its_own(labels: tuple[str, ...], name: str) -> None:
    sketch, parent = Sketch(), ""
    for depth, label in enumerate(labels):
        sketch.line(str(depth), parent, label=label, text="Nội dung")
        parent = str(depth)
    tree = sketch.budget().tree
    assert line_name(tree, tree.line(parent)) == name


def test_a_row_without_label_and_text_is_an_empty_row() -> None:
    tree = Sketch().line("1", label="", text="").budget().tree
    assert line_name(tree, tree.line("1")) == "dòng trống"


def test_a_long_text_is_cut_at_a_word() -> None:
    assert shortened("Hỗ trợ doanh nghiệp, hợp tác xã", 20) == "Hỗ trợ doanh nghiệp…"
    assert shortened("Hai\ndòng  chữ") == "Hai dòng chữ"
