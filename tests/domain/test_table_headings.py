"""Headings of budget tables in the words of the papers (DOMAIN 12) and of other provinces."""

import pytest

from nscl_desktop.domain.agency_names import agency_name
from nscl_desktop.domain.money import MoneyUnit
from nscl_desktop.domain.table_headings import (
    ColumnUse,
    Use,
    heading_paths,
    is_figure,
    is_heading_word,
    is_numbering,
    unit_named,
    unit_of_caption,
    unmerged_heading,
    use_of,
)


@pytest.mark.parametrize(
    "path, use",
    [
        (("TT",), ColumnUse(Use.LABEL)),
        (("Nội dung công việc",), ColumnUse(Use.TEXT)),
        (("DVVT",), ColumnUse(Use.UNIT)),
        (("Đơn vị",), ColumnUse(Use.UNIT)),
        (("Đơn vị chủ trì",), ColumnUse(Use.LEAD)),
        (("Cơ quan, đơn vị chủ trì",), ColumnUse(Use.LEAD)),
        (("Cơ quan phối hợp",), ColumnUse(Use.PARTNERS)),
        (("Thời gian thực hiện",), ColumnUse(Use.SCHEDULE)),
        (("Ghi chú",), ColumnUse(Use.NOTE)),
        (("Đơn giá (đồng)",), ColumnUse(Use.PRICE, unit=MoneyUnit.DONG)),
        (("Thành tiền (triệu đồng)",), ColumnUse(Use.AMOUNT, unit=MoneyUnit.TRIEU)),
        (("Kinh phí", "Tổng cộng"), ColumnUse(Use.AMOUNT)),
        (("Kinh phí", "NSNN"), ColumnUse(Use.AMOUNT, source="NSNN")),
        (("Năm 2022", "DN"), ColumnUse(Use.AMOUNT, 2022, "DN")),
        (("Năm \n2026",), ColumnUse(Use.AMOUNT, 2026)),
        (("2026",), ColumnUse(Use.AMOUNT, 2026)),
        (("Năm 2022 – NSNN", "Số lượng"), ColumnUse(Use.QUANTITY, 2022, "NSNN")),
        (("Kinh phí năm 2022 - NSNN",), ColumnUse(Use.AMOUNT, 2022, "NSNN")),
        (("Số lượng", "Tổng số"), ColumnUse(Use.QUANTITY)),
        (("Nguồn kinh phí", "Xã hội hóa"), ColumnUse(Use.AMOUNT, source="Xã hội hóa")),
        (("Kinh phí NSNN",), ColumnUse(Use.AMOUNT, source="NSNN")),
        (("Dự toán giai đoạn 2021 - 2025",), ColumnUse(Use.AMOUNT)),
        (("Xuất xứ",), ColumnUse(Use.IGNORE)),
        (("Nguồn kinh phí",), ColumnUse(Use.IGNORE)),
    ],
)
def test_uses_of_columns(path: tuple[str, ...], use: ColumnUse) -> None:
    assert use_of(path) == use


def test_units_of_money() -> None:
    assert unit_of_caption("(Đơn vị tính: triệu đồng)") is MoneyUnit.TRIEU
    assert unit_of_caption("ĐVT: 1.000 đồng") is MoneyUnit.NGHIN
    assert unit_of_caption("Đơn vị tính: Lần") is None
    assert unit_of_caption("Đơn vị chủ trì") is None
    assert unit_of_caption(f"Đơn vị tính: triệu đồng{' ' * 300}") is None
    assert unit_named("Tỷ đồng") is MoneyUnit.TY


def test_figures_and_heading_words() -> None:
    assert [is_figure(text) for text in ("41,25", "628*", "2 lớp", "2022", "-", "", "chữ 5 chữ")] == [
        True, True, True, False, False, False, False,
    ]  # fmt: skip
    assert is_heading_word("Năm 2022")
    assert is_heading_word("Trong đó")
    assert not is_heading_word("Hội nghị")


def test_rows_that_number_columns() -> None:
    assert is_numbering(["(1)", "(2)", "(3)", "(4)=(2)x(3)"])
    assert is_numbering(["A", "B", "1", "2"])
    assert not is_numbering(["1", "Lớp", "2"])
    assert not is_numbering(["1", "2"])
    assert not is_numbering(["2", "3", "4"])
    assert not is_numbering(["1", "3", "4"])


def test_a_group_holds_for_the_empty_cells_behind_it() -> None:
    rows = [
        ["TT", "Kinh phí", "", "", "Ghi chú", ""],
        ["TT", "Năm 2022", "", "2023", "", ""],
        ["", "NSNN", "DN", "", "", ""],
    ]
    assert heading_paths(rows, 6) == [
        ("TT",),
        ("Kinh phí", "Năm 2022", "NSNN"),
        ("Kinh phí", "Năm 2022", "DN"),
        ("Kinh phí", "2023"),
        ("Ghi chú",),
        (),
    ]


def test_groups_of_word_are_moved_over_their_columns() -> None:
    upper = ["TT", "Nội dung", "Kinh phí", "Năm 2022", "Ghi chú", "", "", ""]
    lower = ["", "", "Tổng", "NSNN", "DN", "NSNN", "DN", ""]
    assert unmerged_heading([upper, lower])[0] == ["TT", "Nội dung", "Kinh phí", "", "", "Năm 2022", "", "Ghi chú"]


@pytest.mark.parametrize(
    "rows",
    [
        [["TT", "Năm 2022", "", "Ghi chú"], ["", "NSNN", "DN", ""]],  # nothing is merged
        [["TT", "Nội dung", "Kinh phí"], ["", "", ""]],
        [["TT", "Năm 2022", ""], ["", "NSNN", "DN"], ["", "", ""]],
        [["TT", "", "", ""], ["", "NSNN", "DN", "NSNN"]],  # more groups than names
        [["TT", "Nội dung", "Năm", ""], ["", "NSNN", "", "DN"]],  # a hole below
    ],
)
def test_headings_that_do_not_fit_are_left_as_they_are(rows: list[list[str]]) -> None:
    assert unmerged_heading(rows) == rows


def test_agencies_by_how_their_names_begin() -> None:
    assert agency_name(" Sở Khoa học  và Công nghệ. ") == "Sở Khoa học và Công nghệ"
    assert [agency_name(text) for text in ("", "Có dự án riêng", "Sở Y tế, Sở Tài chính", "Sổ tay")] == [""] * 4
