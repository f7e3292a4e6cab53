"""Đính chính (NĐ 30/2020, Điều 18.3): a slip in the text of an issued plan, noted with its reason; never a figure."""

import pytest

from nscl_desktop.domain.book import Book
from nscl_desktop.domain.budget_lines import Allocation, Line
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.plan_lock import require_unlocked
from nscl_desktop.domain.plans import ISSUED, Correction, Plan, Source, TextBlock
from nscl_desktop.domain.records import Record
from nscl_desktop.services import plan_life
from tests.small_plans import PLAN, usual


def _issued() -> Book:
    sketch = usual().add(TextBlock(id="text", plan_id=PLAN, text="mô hình điềm\nvà nhân rộng"))
    sketch.records[0] = Plan(id=PLAN, code="THU-2022", title="Kế hoạch thử", status=ISSUED)
    return Book(sketch.records)


def _correct(book: Book, record: Record, field: str, value: str, reason: str = "Sai chính tả") -> None:
    step = plan_life.correct_form(book, record, field, value, plan_id=PLAN, reason=reason)
    require_unlocked(book, PLAN, step.changes)
    book.apply(step.changes)


def test_a_slip_is_mended_and_noted_with_place_words_and_reason() -> None:
    book = _issued()
    _correct(book, book.get(Line, "I.1"), "text", "Mục I.1 đúng")
    _correct(book, book.get(TextBlock, "text"), "text", "mô hình điểm\nvà nhân rộng", "Đánh máy\nnhầm dấu")
    assert book.get(Line, "I.1").text == "Mục I.1 đúng"
    notes = sorted(book.table(Correction).values(), key=lambda note: note.position)
    assert [(each.where, each.printed, each.corrected, each.reason) for each in notes] == [
        ("mục I.1, nội dung", "Mục I.1", "Mục I.1 đúng", "Sai chính tả"),
        ("đoạn văn bản, nội dung", "mô hình điềm và nhân rộng", "mô hình điểm và nhân rộng", "Đánh máy nhầm dấu"),
    ]


@pytest.mark.parametrize(
    ("record", "field", "value", "reason", "says"),
    [
        ("line", "text", "x", " ", "lý do"),
        ("line", "text", "Mục I.1", "r", "chưa đổi"),
        ("line", "price", "5", "r", "“Đơn giá” vì số liệu theo đó mà tính"),
        ("line", "unit", "Lớp\nKhóa", "r", "một dòng"),
        ("cell", "text", "-", "r", "Không đính chính được"),
        ("cell", "measure", "khac", "r", "Không đính chính được"),
        ("source", "column", "DN", "r", "Không đính chính được"),
        ("plan", "code", "KHAC", "r", "Không đính chính được"),
    ],
)
def test_what_is_no_slip_of_the_text_is_refused(record: str, field: str, value: str, reason: str, says: str) -> None:
    book = _issued()
    records: dict[str, Record] = {
        "line": book.get(Line, "I.1"), "cell": next(iter(book.table(Allocation).values())),
        "source": next(iter(book.table(Source).values())), "plan": book.get(Plan, PLAN),
    }  # fmt: skip
    with pytest.raises(InputError, match=says):
        _correct(book, records[record], field, value, reason)
    assert not book.table(Correction)


def test_a_draft_is_edited_not_corrected() -> None:
    book = usual().budget().book
    with pytest.raises(InputError, match="hãy sửa trực tiếp"):
        _correct(book, book.get(Line, "I.1"), "text", "x")
