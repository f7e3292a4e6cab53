"""Settling a course on paper: who is paid how much for how many sessions, and the cover of the pack of papers.

The rate of a session is the office's (unverified: norms of support differ by year and source), so it is given.
"""

from collections.abc import Mapping
from decimal import Decimal
from typing import NamedTuple

from nscl_desktop.domain.appendix import (
    Align,
    AppendixDoc,
    Area,
    Block,
    Cell,
    Column,
    HeaderCell,
    Paragraph,
    Product,
    Row,
    RowKind,
    Signature,
    Sum,
    Table,
)
from nscl_desktop.domain.courses.counts import TOOK_PART, head_count
from nscl_desktop.domain.courses.lists import SIGNED, ListFrame, paper, when
from nscl_desktop.domain.courses.whole import WholeCourse
from nscl_desktop.domain.dates import format_short
from nscl_desktop.domain.ledger import ADVANCED, PAID, RECOVERED
from nscl_desktop.domain.money import format_amount
from nscl_desktop.domain.training import CoursePaper
from nscl_desktop.domain.words import amount_in_words

_CENTRE, _RIGHT = Align.CENTER, Align.RIGHT
_ROOM = "\u00a0\n\u00a0"
_NAMES = ("NGƯỜI LẬP", "KẾ TOÁN", "THỦ TRƯỞNG ĐƠN VỊ")


class PaperCount(NamedTuple):
    """How many papers of a pack are required, came in, are not needed, are missing."""

    required: int
    received: int
    not_needed: int
    missing: int


def paper_count(papers: tuple[CoursePaper, ...]) -> PaperCount:
    """Only required papers count as missing; one that is said not to be needed is not."""
    required = [each for each in papers if each.is_required]
    waived = sum(bool(each.not_needed.strip()) and not each.received_on for each in required)
    missing = sum(not each.received_on and not each.not_needed.strip() for each in required)
    return PaperCount(len(required), sum(bool(each.received_on) for each in papers), waived, missing)


def settlement_list(whole: WholeCourse, frame: ListFrame, rate: int) -> AppendixDoc:
    """Who took part, at how many sessions, times ``rate`` (đồng a session); the sum is a formula and said in words.

    A course without sessions counts one for everybody who was there.
    """
    some = [each for each in whole.enrolments if each.state in TOOK_PART]
    rows, total = [], 0
    for at, each in enumerate(some, 1):
        count = whole.attended(each) if whole.sessions else 1
        total += count * rate
        rows.append(
            Row((
                Cell(str(at)), Cell(whole.name_of(each)), Cell(frame.unit_of(each)), Cell(quantity=Decimal(count)),
                Cell(amount=rate), Cell(amount=count * rate, formula=Product(3, 4)), Cell(_ROOM),
            ))
        )  # fmt: skip
    sums = Sum((Area(0, 0, 5, len(rows) - 1, 5),)) if rows else None
    cells = (Cell("Tổng cộng", align=_CENTRE, colspan=5), *[Cell()] * 4, Cell(amount=total, formula=sums), Cell())
    rows.append(Row(cells, RowKind.TOTAL))
    columns = (
        Column(10, _CENTRE), Column(44), Column(70), Column(16, _RIGHT), Column(28, _RIGHT), Column(32, _RIGHT),
        Column(34),
    )  # fmt: skip
    titles = ("STT", "Họ và tên", "Đơn vị", "Số buổi", "Mức một buổi (đồng)", "Thành tiền (đồng)", "Ký nhận")
    whole_table = Table(columns, (tuple(map(HeaderCell, titles)),), tuple(rows), title="Danh sách thanh toán")
    words = f"(Bằng chữ: {amount_in_words(total)}./.)" if total else ""
    blocks: list[Block] = [whole_table, *([Paragraph(words, italic=True)] if words else [])]
    signers = [Signature((name,), "", SIGNED) for name in _NAMES]
    return paper("DANH SÁCH THANH TOÁN HỖ TRỢ HỌC VIÊN", whole.course, frame, blocks, signers, landscape=True)


def cover_sheet(whole: WholeCourse, frame: ListFrame, paid: Mapping[str, int]) -> AppendixDoc:
    """The cover of the pack: the course, its money planned and paid, every paper with what is missing."""
    count = paper_count(whole.papers)
    stand = f"còn thiếu {count.missing}" if count.missing else "đủ"
    blocks: list[Block] = [*_facts(whole), _heading("Kinh phí"), *_money(whole, paid), _heading("Giấy tờ")]
    if whole.papers:
        blocks.append(_papers(whole))
        blocks.append(Paragraph(f"Giấy tờ bắt buộc: {count.required}, {stand}.", italic=True))
    else:
        blocks.append(Paragraph("Chưa lập danh mục giấy tờ quyết toán của lớp.", italic=True))
    signers = (Signature(("NGƯỜI GIAO",), "", SIGNED), Signature(("KẾ TOÁN NHẬN",), "", SIGNED))
    return paper("HỒ SƠ QUYẾT TOÁN LỚP ĐÀO TẠO", whole.course, frame, blocks, signers)


def _facts(whole: WholeCourse) -> list[Block]:
    course = whole.course
    heads = head_count(whole.enrolments)
    facts = (
        ("Thời gian", when(course)), ("Địa điểm", course.location), ("Đơn vị tổ chức", course.organiser),
        ("Số buổi", str(len(whole.sessions)) if whole.sessions else ""),
        ("Học viên", f"{len(whole.enrolments)} trong danh sách; có tham dự: {heads.words}"),
    )  # fmt: skip
    return [Paragraph(f"{label}: {text}.") for label, text in facts if text]


def _money(whole: WholeCourse, paid: Mapping[str, int]) -> list[Block]:
    if not whole.costs:
        planned: list[Block] = [Paragraph("Chưa ghi chi phí dự kiến.", italic=True)]
    else:
        rows = [
            Row((
                Cell(str(at)), Cell(each.text), Cell(each.unit), Cell(quantity=each.quantity), Cell(amount=each.price),
                Cell(amount=each.amount),
            ))
            for at, each in enumerate(whole.costs, 1)
        ]  # fmt: skip
        total = sum(each.amount or 0 for each in whole.costs)
        sums = Sum((Area(0, 0, 5, len(rows) - 1, 5),))
        cells = (Cell("Tổng cộng", align=_CENTRE, colspan=5), *[Cell()] * 4, Cell(amount=total, formula=sums))
        rows.append(Row(cells, RowKind.TOTAL))
        columns = (
            Column(10, _CENTRE), Column(68), Column(20, _CENTRE), Column(17, _RIGHT), Column(25, _RIGHT),
            Column(28, _RIGHT),
        )  # fmt: skip
        titles = ("STT", "Nội dung chi", "ĐVT", "Số lượng", "Đơn giá (đồng)", "Dự kiến (đồng)")
        header = (tuple(map(HeaderCell, titles)),)
        planned = [Table(columns, header, tuple(rows), title="Chi phí dự kiến")]
    words = (("Tạm ứng", ADVANCED), ("Thanh toán", PAID), ("Thu hồi tạm ứng", RECOVERED))
    found = [f"{label.lower()} {format_amount(paid[kind])} đồng" for label, kind in words if paid.get(kind)]
    told = f"Theo sổ kinh phí: {'; '.join(found)}." if found else "Sổ kinh phí chưa có khoản chi nào cho lớp."
    return [*planned, Paragraph(told)]


def _papers(whole: WholeCourse) -> Table:
    rows = []
    for at, each in enumerate(whole.papers, 1):
        missing = each.is_required and not each.received_on and not each.not_needed.strip()
        state = "Có" if each.received_on else each.not_needed and f"Không cần: {each.not_needed}"
        cells = (
            Cell(str(at)), Cell(each.name), Cell("x" if each.is_required else "", align=_CENTRE), Cell(each.number),
            Cell(format_short(each.received_on)), Cell("THIẾU" if missing else state or "Chưa có", bold=missing),
        )  # fmt: skip
        rows.append(Row(cells))
    columns = (Column(10, _CENTRE), Column(72), Column(16, _CENTRE), Column(26), Column(20, _CENTRE), Column(24))
    titles = ("STT", "Tên giấy tờ", "Bắt buộc", "Số, ký hiệu", "Ngày nhận", "Tình trạng")
    return Table(columns, (tuple(map(HeaderCell, titles)),), tuple(rows), title="Giấy tờ")


def _heading(text: str) -> Paragraph:
    return Paragraph(text.upper(), bold=True, heading=2)
