"""Workbooks in another program: recalculated totals are the same, texts are shown, the heading is on every page."""

from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from nscl_desktop.domain.appendix import Area, Cell, Sum
from tests.forms.printing import printed_sample
from tests.reports import builders
from tests.reports.libreoffice import changed, needs_libreoffice, page_texts, recalculated, shown
from tests.reports.sheets import amount, document, row_of, saved, sheet_of, table_of
from tests.reports.test_xlsx_figures import scattered

pytestmark = needs_libreoffice

OWN_FORMS = [
    ("BD-2021-2030", "binh-duong", ["5.835,2", "7.654,2"]),
    ("TN-2021", "tay-ninh", ["1.687.290.000"]),
    ("BG-2021-2025", "bac-giang", ["14.767,55", "11.855,55", "2.912"]),
]
TRIEU = 1_000_000


@pytest.mark.parametrize(("code", "form", "totals"), OWN_FORMS)
def test_recalculated_formulas_give_the_values_that_were_written(
    code: str, form: str, totals: list[str], tmp_path: Path
) -> None:
    path = saved(printed_sample(code, form), tmp_path)
    formulas = openpyxl.load_workbook(path).active
    values = openpyxl.load_workbook(path, data_only=True).active
    anew = recalculated(path)
    live = [cell.coordinate for row in formulas.iter_rows() for cell in row if cell.data_type == "f"]
    assert len(live) >= 10
    assert {name: anew[name].value for name in live} == {name: pytest.approx(values[name].value) for name in live}


@pytest.mark.parametrize(("code", "form", "totals"), OWN_FORMS)
def test_the_printed_pages_show_the_totals_and_the_heading_again(
    code: str, form: str, totals: list[str], tmp_path: Path
) -> None:
    doc = printed_sample(code, form)
    pages = page_texts(saved(doc, tmp_path))
    assert all(total in " ".join(pages) for total in totals)
    assert "###" not in " ".join(pages)
    if len(doc.tables) == 1:
        heads = {word for row in doc.tables[0].header for cell in row for word in cell.text.split()}
        assert all(heads <= set(page.split()) for page in pages)
    numbers = [page.split()[0] for page in pages[1:]]
    assert numbers == [str(number) for number in range(2, len(pages) + 1)]
    assert not pages[0].startswith("1 ")


def test_nested_and_very_long_sums_are_computed(tmp_path: Path) -> None:
    for count in (300, 2000):
        path = saved(document(scattered(count)), tmp_path, f"{count}.xlsx")
        sheet = recalculated(path)
        assert sheet[f"B{row_of(sheet, 'Tổng cộng')}"].value == count * (count - 1) // 2


def test_figures_show_the_decimals_they_get_when_one_is_changed(tmp_path: Path) -> None:
    rows = [
        (Cell("Lớp"), amount(41 * TRIEU)),
        (Cell("Bệnh viện"), amount(157 * TRIEU, mark="*")),
        (Cell("Tổng cộng"), amount(198 * TRIEU, mark="*", formula=Sum((Area(0, 0, 1, 1, 1),)))),
    ]
    doc = document(table_of(rows))
    path = saved(doc, tmp_path)
    (before,) = page_texts(path)
    (after,) = page_texts(changed(path, {f"B{row_of(sheet_of(doc), 'Lớp')}": 41.725}))
    assert before.endswith("Lớp 41 Bệnh viện 157* Tổng cộng 198*")
    assert after.endswith("Lớp 41,725 Bệnh viện 157* Tổng cộng 198,725*")


def test_hostile_texts_are_shown_as_they_are(tmp_path: Path) -> None:
    texts = ["=1+1", '+cmd|" /C calc"!A0', "@SUM(A1)", "-2+3", "- Trên báo: 8 triệu đồng"]
    path = saved(document(table_of([(Cell(text), amount(0)) for text in texts])), tmp_path)
    found = [line[0] for line in shown(path)]
    assert [text for text in texts if text not in found] == []


def test_shares_are_recalculated(tmp_path: Path) -> None:
    doc = printed_sample("BD-2021-2030", "label,text,unit,quantity,price,total,share,lead,note")
    path = saved(doc, tmp_path)
    shares = [cell for row in recalculated(path).iter_rows() for cell in row if str(cell.number_format).endswith("%")]
    column = [row.cells[6].percent for row in doc.tables[0].rows]
    expected = [float(percent / 100) for percent in column if percent is not None]
    assert [cell.value for cell in shares] == pytest.approx(expected, abs=5e-5)
    assert Decimal("43.26") in column  # 5.835,2 of 13.489,4


def test_words_and_signatures_never_stand_alone_on_the_last_page(tmp_path: Path) -> None:
    pages = page_texts(saved(builders.tay_ninh(), tmp_path))
    assert "Tổng cộng (I) + (II) + (III) + (IV)" in pages[-1]
    assert "Trần Văn Chiến" in pages[-1]
    assert "- Lưu: VT, KGVX." in pages[-1]
