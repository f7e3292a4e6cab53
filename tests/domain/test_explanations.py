"""A figure is explained down to its records, and the slip says the same as the screen."""

from nscl_desktop.domain.appendix import Paragraph, Table
from nscl_desktop.domain.explanations import Explanation, Part, as_text, slip

INSIDE = Explanation("Năm 2024", "2", "doanh nghiệp", "Hai đơn vị", (Part("An Phát", "", "1", "enterprise", "a"),))
WHOLE = Explanation(
    "Doanh nghiệp được hỗ trợ", "5", "doanh nghiệp", "Cộng hai năm",
    (Part("Năm 2023", "", "3"), Part("Năm 2024", "2 đơn vị", "2", inside=INSIDE)), ("Không tính hồ sơ đã chấm dứt",),
)  # fmt: skip


def texts(explained: Explanation) -> tuple[list[str], list[list[str]]]:
    doc = slip(explained, ("Sở Khoa học và Công nghệ",), "2026-03-05")
    words = [block.text for block in doc.blocks if isinstance(block, Paragraph)]
    rows = [[cell.text for cell in row.cells] for block in doc.blocks if isinstance(block, Table) for row in block.rows]
    return words, rows


def test_a_figure_stands_with_its_unit_and_none_is_not_nought() -> None:
    assert WHOLE.words == "5 doanh nghiệp"
    assert Explanation("Tỷ lệ", "", "%").words == "Chưa có số"


def test_the_slip_numbers_parts_within_parts_and_ends_with_the_figure() -> None:
    words, rows = texts(WHOLE)
    assert words == [
        "Số liệu: 5 doanh nghiệp.", "Cách tính: Cộng hai năm.", "Không tính hồ sơ đã chấm dứt.",
    ]  # fmt: skip
    assert rows == [
        ["1", "Năm 2023", "", "3"],
        ["2", "Năm 2024", "2 đơn vị", "2"],
        ["2.1", "An Phát", "", "1"],
        ["", "Kết quả", "", "5"],
    ]


def test_the_slip_goes_three_levels_deep() -> None:
    explained = Explanation("Đáy", "1", parts=(Part("bản ghi", "", "1"),))
    for level in ("c", "b", "a"):
        explained = Explanation(level, "1", parts=(Part(level, "", "1", inside=explained),))
    _, rows = texts(explained)
    assert [row[0] for row in rows] == ["1", "1.1", "1.1.1", ""]


def test_a_figure_without_parts_has_no_table_and_no_office_no_author() -> None:
    doc = slip(Explanation("Số công bố", "78", "cơ sở"), (), "2026-03-05")
    assert [type(block) for block in doc.blocks] == [Paragraph]
    assert doc.author == ""


def test_the_clipboard_takes_lines_of_columns() -> None:
    assert as_text(WHOLE).splitlines() == [
        "Doanh nghiệp được hỗ trợ", "5 doanh nghiệp\tCộng hai năm", "Năm 2023\t\t3", "Năm 2024\t2 đơn vị\t2",
        "Không tính hồ sơ đã chấm dứt",
    ]  # fmt: skip
