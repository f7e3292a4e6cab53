"""What a clipboard may hold: tabs and quotes of Excel, one cell a line, HTML of Word and Excel with merged cells."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nscl_desktop.domain.errors import InputError
from nscl_desktop.services.table_import import guess_mapping, read_pasted
from nscl_desktop.services.table_import_model import column_letters, table_of_rows
from tests.services.pasted_tables import MILLION, empty_plan, pasted, preview_of

CELLS = st.text(alphabet="ab Ế1.,\n\t-", max_size=8).map(str.strip)


def excel_text(rows: list[list[str]]) -> str:
    """As Excel writes the clipboard: quotes only where a tab or line end is inside."""

    def cell(text: str) -> str:
        return f'"{text}"' if "\n" in text or "\t" in text else text

    return "\r\n".join("\t".join(map(cell, row)) for row in rows) + "\r\n"


@given(st.lists(st.lists(CELLS, min_size=3, max_size=3), min_size=1, max_size=4))
def test_what_excel_copies_comes_back_cell_by_cell(rows: list[list[str]]) -> None:
    filled = [["x", *row, "y"] for row in rows]  # no empty edges
    assert [list(row) for row in read_pasted(excel_text(filled)).rows] == filled


def test_a_quotation_mark_of_the_text_is_no_border_of_a_cell() -> None:
    assert read_pasted('STT\t"Ngày hội" năng suất\n1\t"Đổi mới\n2\tHội nghị').rows == (
        ("STT", '"Ngày hội" năng suất'),
        ("1", '"Đổi mới'),
        ("2", "Hội nghị"),
    )


def test_line_breaks_inside_cells_stay_with_their_cell() -> None:
    assert read_pasted('1\t"Hội nghị\ngồm ""hai"" buổi"\t5\n2\tLớp\v(3 ngày)\t7').rows == (
        ("1", 'Hội nghị\ngồm "hai" buổi', "5"),
        ("2", "Lớp\n(3 ngày)", "7"),
    )


def test_one_cell_a_line_is_put_together_to_rows() -> None:
    text = "1. Hội nghị\n\tNội dung\n\tNăm \n2022\n\tTổng cộng\n\n\tSố đợt\n\t1\n\t\n"
    assert read_pasted(text).rows == (
        ("1. Hội nghị", "", ""),
        ("Nội dung", "Năm\n2022", "Tổng cộng"),
        ("Số đợt", "1", ""),
    )


@pytest.mark.parametrize("text", ["", " \n\t\n", "<table></table>"])
def test_nothing_is_no_table(text: str) -> None:
    with pytest.raises(InputError, match="Không thấy bảng nào"):
        read_pasted(text)


@pytest.mark.parametrize("text", ["x" * 5_000_001, "\t" * 200_001])
def test_a_text_longer_than_any_table_is_refused(text: str) -> None:
    with pytest.raises(InputError, match="quá dài để là một bảng"):
        read_pasted(text)


def test_a_table_longer_or_wider_than_any_plan_is_refused() -> None:
    with pytest.raises(InputError, match=r"nhiều hơn 5\.000 dòng hoặc 200 cột"):
        table_of_rows([["x"]] * 5001)
    with pytest.raises(InputError, match=r"nhiều hơn 5\.000 dòng hoặc 200 cột"):
        table_of_rows([["x"] * 201])


def test_columns_are_named_as_in_excel() -> None:
    assert [column_letters(column) for column in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]


# -- Word's plain text: merged cells are one cell ---------------------------------------------------------------------


def test_merged_cells_of_word_are_put_back_over_their_columns() -> None:
    merged = []
    for line in pasted("bac-giang.tsv").split("\n"):
        cells = line.split("\t")
        if cells[0] == "TT":
            cells = [cell for cell in cells if cell]
        elif cells[0].startswith(("III.", "IV.", "V.", "VI.")):
            del cells[1]
        elif cells[:2] == ["", "Tổng cộng"]:
            del cells[0]
        merged.append("\t".join(cells))
    preview = preview_of("\n".join(merged), empty_plan(2021, 2025))
    assert preview.total == 13_595_550_000
    assert sum(proof.agrees for proof in preview.proofs) == len(preview.proofs) - 6  # the page that is missing


# -- HTML -------------------------------------------------------------------------------------------------------------

HTML = """Version:0.9\r\nStartHTML:0000000105
<html><head><title>Sổ</title><style>td {color: red}</style></head><body><!--StartFragment-->
<p>Đơn vị tính:
 triệu đồng</p>
<table><tr><th rowspan=2>TT</th><th rowspan=2>Nội&nbsp;dung</th><th colspan=2>Năm 2022</th><th rowspan=2>Đơn vị chủ trì
<tr><th>NSNN</th><th>DN</th></tr>
<tr><td>1</td><td><p>Hội nghị</p><p>(2 buổi)</p></td><td x:num="1290.84">1,290.84</td>
<td x:num>5</td><td>Sở Y tế</td></tr>
<tr><td>2</td><td>Lớp <table><tr><td>trong</td></tr></table> ô</td><td sdval="44524">24/11/2021</td>
<td sdval="x">7</td></tr>
<tr><td colspan="0">3<td rowspan=x>Mở</td></table>
<p>* Ghi chú</p></body></html>"""


def test_html_of_word_and_excel_keeps_merged_cells_in_their_places() -> None:
    assert read_pasted(HTML).rows == (
        ("Đơn vị tính: triệu đồng", "", "", "", ""),
        ("TT", "Nội dung", "Năm 2022", "", "Đơn vị chủ trì"),
        ("", "", "NSNN", "DN", ""),
        ("1", "Hội nghị\n(2 buổi)", "1.290,84", "5", "Sở Y tế"),
        ("2", "Lớp trong ô", "24/11/2021", "7", ""),
        ("3", "Mở", "", "", ""),
        ("* Ghi chú", "", "", "", ""),
    )


def test_an_html_table_is_understood_like_a_text() -> None:
    sound = HTML.replace("24/11/2021", "3").replace("44524", "3")
    assert preview_of(sound, empty_plan()).total == int((1290.84 + 5 + 3 + 7) * MILLION)


def test_absurd_spans_do_not_fill_the_memory() -> None:
    text = "<table>" + "<tr><td colspan=99999 rowspan=99999>x</td></tr>" * 3 + "</table>"
    with pytest.raises(InputError, match="nhiều hơn"):
        read_pasted(text + "<td>" * 10)
    assert len(read_pasted("<table><tr><td rowspan='3'>a<td>b<tr><td>c</tr></table></p></td>").rows) == 2


def test_html_without_rows_or_ends() -> None:
    table = read_pasted("<script>x</script></style><table><p></p><td>Nội dung</td><td>Năm 2022</td>")
    assert table.rows == (("Nội dung", "Năm 2022"),)
    assert guess_mapping(table).heads[0].years == (2022,)
