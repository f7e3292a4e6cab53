"""One document, four papers: the figures of AppendixDoc, PDF, workbook and Word file are the same, cell by cell."""

from decimal import Decimal

import pytest

from nscl_desktop.domain.appendix import AppendixDoc, Cell, RowKind
from nscl_desktop.domain.money import MoneyUnit
from nscl_desktop.reports.cell_text import cell_text
from tests.forms.printing import SAMPLES, printed_sample
from tests.reports.reading import printed
from tests.reports.sheets import own_cells, sheet_of, word_tables

FORMS = ["tay-ninh", "bac-giang", "binh-duong", "label,text,unit,quantity,price,total,share,lead,note"]
EVERY = [(code, form) for code in SAMPLES for form in FORMS]


def in_unit(cell: Cell, unit: MoneyUnit) -> Decimal | None:
    if cell.amount is not None:
        return Decimal(cell.amount) / unit.value
    if cell.quantity is not None:
        return cell.quantity
    return None if cell.percent is None else cell.percent / 100


def figures(doc: AppendixDoc) -> list[Decimal]:
    cells = [(cell, table.unit) for table in doc.tables for row in table.rows for cell in row.cells]
    return [value for value in (in_unit(cell, unit) for cell, unit in cells) if value is not None]


@pytest.mark.parametrize(("code", "form"), EVERY)
def test_the_workbook_holds_every_figure_of_the_document_in_order(code: str, form: str) -> None:
    doc = printed_sample(code, form)
    sheet = sheet_of(doc, values=True)
    numbers = [cell.value for row in sheet.iter_rows() for cell in row if isinstance(cell.value, int | float)]
    assert numbers == [pytest.approx(float(value), rel=1e-12) for value in figures(doc)]


@pytest.mark.parametrize(("code", "form"), EVERY)
def test_the_word_file_prints_every_cell_of_the_document_in_order(code: str, form: str) -> None:
    doc = printed_sample(code, form)
    tables = word_tables(doc)
    assert len(tables) == len(doc.tables)
    for table, word_table in zip(doc.tables, tables, strict=True):
        rows = [row for row in word_table.tr_lst if not row.xpath("w:trPr/w:tblHeader")]
        for row, word_row in zip(table.rows, rows, strict=True):
            column, texts = 0, []
            while column < len(row.cells):
                texts.append(cell_text(row.cells[column], table.unit, table.columns[column].decimals))
                column += row.cells[column].colspan
            assert own_cells(word_row) == [text.replace("\n", "") for text in texts]


@pytest.mark.parametrize(("code", "form"), EVERY)
def test_all_four_papers_state_the_same_totals(code: str, form: str) -> None:
    doc = printed_sample(code, form)
    totals = [
        cell_text(cell, table.unit, column.decimals)
        for table in doc.tables
        for row in table.rows
        if row.kind is RowKind.TOTAL
        for cell, column in zip(row.cells, table.columns, strict=True)
        if cell.amount is not None
    ]
    assert totals
    pdf = "".join(printed(doc).texts()).replace(" ", "")
    word = [text for table in word_tables(doc) for row in table.tr_lst for text in own_cells(row)]
    sheet = sheet_of(doc, values=True)
    numbers = {round(cell.value, 9) for row in sheet.iter_rows() for cell in row if isinstance(cell.value, int | float)}
    for total in totals:
        assert total in pdf
        assert total in word
        assert round(float(total.rstrip("*").replace(".", "").replace(",", ".")), 9) in numbers
