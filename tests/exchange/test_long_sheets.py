"""Short ways of reading long sheets, held against openpyxl's own reading."""

from collections.abc import Sequence
from contextlib import closing
from datetime import datetime, time, timedelta
from pathlib import Path
from zipfile import ZipFile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from xlsxwriter import Workbook as Writer

from nscl_desktop.exchange.long_sheets import open_values, value_rows

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
MOST_ROWS, MOST_COLUMNS = 40, 12


def both_ways(path: Path) -> tuple[list[list[object]], list[list[object]]]:
    """The first sheet as openpyxl reads it, and as it is read here; without empty cells at the end of rows."""
    long, short = load_workbook(path, read_only=True, data_only=True), open_values(path)
    try:
        sheets = long.worksheets[0], next(iter(short))
        for sheet in sheets:
            sheet.reset_dimensions()
        theirs = sheets[0].iter_rows(max_row=MOST_ROWS, max_col=MOST_COLUMNS, values_only=True)
        return [filled(row) for row in theirs], [filled(row) for row in value_rows(sheets[1], MOST_ROWS, MOST_COLUMNS)]
    finally:
        long.close()
        short.close()


def filled(row: Sequence[object]) -> list[object]:
    """Cells with their types: 1, 1.0 and True are three."""
    cells = [(type(cell).__name__, cell) for cell in row]
    while cells and cells[-1][1] is None:
        cells.pop()
    return list(cells)


def with_sheet(tmp_path: Path, cells: str, texts: str) -> Path:
    """A workbook whose parts are written out: rows of the sheet, and the table of shared texts."""
    plain = tmp_path / "plain.xlsx"
    with Writer(str(plain)) as book:
        book.add_worksheet().write(0, 0, "one text, so that there is a table of them")
    made = tmp_path / "made.xlsx"
    parts = {
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{MAIN}"><sheetData>{cells}</sheetData></worksheet>',
        "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}">{texts}</sst>',
    }
    with ZipFile(plain) as source, ZipFile(made, "w") as target:
        for name in source.namelist():
            target.writestr(name, parts.get(name, source.read(name)))
    return made


VALUES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(10**12), 10**12),
    st.floats(allow_nan=False, allow_infinity=False, width=32),
    st.sampled_from(["", " ", "Công ty TNHH Minh Đạt", "dòng\nhai", "_x005F_x", "1", "hoà  ", "a<b>&c"]),
    st.datetimes(datetime(1950, 1, 1), datetime(2100, 1, 1)).map(lambda at: at.replace(microsecond=0)),
)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.lists(VALUES, max_size=14), max_size=6))
def test_a_sheet_as_excel_writes_it_is_read_alike(tmp_path: Path, rows: list[list[object]]) -> None:
    path = tmp_path / "list.xlsx"
    with Writer(str(path)) as book:
        sheet, day = book.add_worksheet(), book.add_format({"num_format": "dd/mm/yyyy"})
        for at, row in enumerate(rows):
            for column, value in enumerate(row):
                sheet.write(at * 2, column, value, *([day] if isinstance(value, datetime) else []))
    theirs, ours = both_ways(path)
    assert ours == theirs


def test_a_sheet_as_openpyxl_writes_it_is_read_alike(tmp_path: Path) -> None:
    book = Workbook(write_only=True)  # with its texts in the cells
    sheet = book.create_sheet("Danh sách")
    sheet.append(["Tên", "", None, True, 4, 4.5, datetime(2015, 3, 2), time(7, 30), timedelta(days=2), "=1+1", "#N/A"])
    sheet.append([])
    sheet.append([None, " Công ty\u00a0A "])
    book.save(tmp_path / "list.xlsx")
    theirs, ours = both_ways(tmp_path / "list.xlsx")
    assert ours == theirs
    assert ours[0][0] == ("str", "Tên")


CELLS = [
    '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c></row>',
    '<row r="1"><c t="s"><v>3</v></c><c><v>12</v></c><c r="E1"><v>1E3</v></c><c><v>1.50</v></c></row>',
    '<row><c r="B1" t="n"><v>7</v></c></row><row><c r="a2" t="s"><v>0</v></c></row>',
    '<row r="3"><c r="A3"><v>1</v></c></row><row r="2"><c r="A2"><v>2</v></c></row><row r="4"><c r="A4"/></row>',
    '<row r="1"><c r="A1" t="str"><f>A2</f><v>x</v></c><c r="B1"><f>A2</f></c><c r="C1" t="e"><v>#REF!</v></c></row>',
    '<row r="1"><c r="A1" t="b"><v>0</v></c><c r="B1" t="d"><v>2024-05-01</v></c><c r="C1" t="s"><v/></c></row>',
    '<row r="1"><c r="A1" t="inlineStr"><is><r><t>a</t></r><r><t> b</t></r></is></c></row>',
    '<row r="1"><c r="L1"><v>1</v></c><c r="M1"><v>2</v></c><c r="C1"><v>3</v></c><c r="C1"/></row>',
    '<row r="39"><c r="A39"><v>1</v></c></row><row r="90"><c r="A90"><v>2</v></c></row>',
    '<row r="2.0" ht="20"><c r="A2" s="0"><v>1</v></c></row>',
    "",
]
TEXTS = (
    "<si><t>Tên</t></si><si><r><rPr><b/></rPr><t>Công </t></r><r><t>ty</t></r></si><si><t/></si>"
    '<si><t xml:space="preserve"> _x005F_x000D_ </t><rPh sb="0" eb="1"><t>phonetic</t></rPh></si>'
)


@pytest.mark.parametrize("cells", CELLS)
def test_odd_cells_are_read_alike(tmp_path: Path, cells: str) -> None:
    theirs, ours = both_ways(with_sheet(tmp_path, cells, TEXTS))
    assert ours == theirs
    assert any(ours) == ("<v>" in cells or "<is>" in cells)


@pytest.mark.parametrize(
    "cells",
    [
        '<row r="1"><c r="A1" t="s"><v>9</v></c></row>',
        '<row r="1"><c r="A1"><v>many</v></c></row>',
        '<row r="1"><c r="?1"><v>1</v></c></row>',
        '<row r="one"><c r="A1"><v>1</v></c></row>',
    ],
)
def test_what_openpyxl_refuses_is_refused(tmp_path: Path, cells: str) -> None:
    path = with_sheet(tmp_path, cells, TEXTS)
    with pytest.raises((IndexError, ValueError, SyntaxError)), closing(open_values(path)) as book:
        list(value_rows(next(iter(book)), MOST_ROWS, MOST_COLUMNS))


def test_a_book_without_any_text_is_opened(tmp_path: Path) -> None:
    with Writer(str(tmp_path / "numbers.xlsx")) as book:
        book.add_worksheet().write(1, 1, 5)
    theirs, ours = both_ways(tmp_path / "numbers.xlsx")
    assert ours == theirs == [[], [("NoneType", None), ("int", 5)]]
