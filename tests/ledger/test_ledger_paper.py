"""The accountant's workbook: every figure is recalculated by LibreOffice to what was written, entries are whole."""

from dataclasses import replace
from pathlib import Path

from openpyxl import load_workbook

from nscl_desktop.domain.ledger import ADJUSTED, ADVANCED, ALLOTTED, COMMITTED, CUT, PAID
from nscl_desktop.domain.ledger_lines import LOST
from nscl_desktop.domain.ledger_paper import AMOUNTS, DERIVED, LedgerPaper, ledger_paper, line_words
from nscl_desktop.reports.ledger_workbook import write_ledger
from tests.ledger.napkin import TR, YEAR, entry, position
from tests.ledger.test_ledger_lines import row
from tests.reports.libreoffice import needs_libreoffice, recalculated

ENTRIES = (
    entry(ALLOTTED, 30 * TR, date="2022-01-05", document="01/QĐ"), entry(ALLOTTED, 10 * TR, "I.2", "DN"),
    entry(ALLOTTED, 5 * TR, "II"), entry(ALLOTTED, 3, "bỏ"), entry(ADJUSTED, -2 * TR, date="2022-03-01"),
    entry(CUT, 1 * TR), entry(COMMITTED, 20 * TR, id="c"), entry(ADVANCED, 5 * TR, commitment_id="c"),
    entry(PAID, 29 * TR, "I.2", "DN", note="nghiệm thu", reason="giá tăng", corrects="c"), entry(PAID, 1 * TR, "II"),
)  # fmt: skip


def paper() -> LedgerPaper:
    held = position(*ENTRIES)
    return ledger_paper(row("TN"), YEAR, held.sums, ENTRIES, {"tk": "Cục Thống kê"})


def test_lines_stand_in_printed_order_and_those_of_other_agencies_are_named() -> None:
    found = paper()
    assert [(each.label, each.source, each.lead) for each in found.sums] == [
        ("I.1", "NSNN", ""), ("I.2", "DN", ""), ("II", "NSNN", "Cục Thống kê"), ("", "NSNN", ""),
    ]  # fmt: skip
    assert found.sums[-1].text == "Dòng không còn trong kế hoạch đang có hiệu lực"
    assert found.heading[2] == "Chưa khóa sổ"
    closed = replace(YEAR, closed_on="2023-03-31", closing_document="12/QĐ")
    assert ledger_paper(row("TN"), closed, position().sums, (), {}).heading[2] == "Khóa sổ ngày 31/3/2023, 12/QĐ"
    assert line_words(position().sums, LOST)[0] == ""
    texts = next(each.texts for each in found.entries if each.amount == 29 * TR)
    assert texts == (
        "", "Thanh toán (điều chỉnh sau khóa sổ)", "I.2", "Mục I.2", "DN", "", "", "", "", "", "nghiệm thu · giá tăng",
    )  # fmt: skip
    assert [each.texts[0] for each in found.entries][-2:] == ["5/1/2022", "1/3/2022"]


@needs_libreoffice
def test_libreoffice_recalculates_every_sum_to_the_figure_written(tmp_path: Path) -> None:
    target = tmp_path / "so.xlsx"
    write_ledger(paper(), target)
    anew = recalculated(target)
    heads = [cell.value for cell in anew[6]]
    assert heads[4:] == [words for _, words in (*AMOUNTS, *DERIVED)]
    by_words = {
        str(line[1].value): {str(head): cell.value for head, cell in zip(heads, line, strict=True)}
        for line in anew.iter_rows(min_row=7)
    }
    total = by_words["Tổng cộng"]
    assert (total["Giao"], total["Dự toán hiện hành"]) == (40 * TR + 3, 37 * TR + 3)
    assert (total["Cam kết"], total["Đã chi"]) == (49 * TR, 34 * TR)
    assert (total["Hiện hành − cam kết"], total["Cam kết − đã chi"]) == (-12 * TR + 3, 15 * TR)
    assert total["Hiện hành − đã chi"] == 3 * TR + 3
    apart = by_words["Theo dõi: cơ quan khác chủ trì"]
    assert (apart["Giao"], apart["Đã chi"], apart["Hiện hành − đã chi"]) == (5 * TR, 1 * TR, 4 * TR)
    assert by_words["Mục I.1"]["Dự toán hiện hành"] == 27 * TR


def test_amounts_are_numbers_and_words_stay_words(tmp_path: Path) -> None:
    target = tmp_path / "so.xlsx"
    write_ledger(paper(), target)
    book = load_workbook(target)
    assert book.sheetnames == ["Tổng hợp", "Bút toán"]
    assert sum(cell.value for cell in book["Bút toán"]["L"][6:]) == sum(each.amount or 0 for each in ENTRIES)
    assert book["Tổng hợp"]["A2"].value == "TN · TN"
    write_ledger(replace(paper(), sums=(), entries=()), target)
    assert load_workbook(target)["Tổng hợp"]["B7"].value == "Tổng cộng"
