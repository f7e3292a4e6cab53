"""A periodic report on paper: a Báo cáo under NĐ 30/2020 with its tables, from the same figures as the screen's.

The frame is the decree's (agency, Quốc hiệu, số và ký hiệu, địa danh và thời gian, trích yếu, nơi nhận); the order of
the chapters is the practice of offices, since no text fixes it. What is not written yet leaves room to write.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from nscl_desktop.domain.appendix import Align, AppendixDoc, Block, Heading, Paragraph, Signature, SignatureBlock
from nscl_desktop.domain.dates import format_date_words, format_short
from nscl_desktop.domain.money import MoneyUnit, format_amount
from nscl_desktop.domain.periodic_reports import (
    LIST_NAMES,
    SECTION,
    SENT,
    SOURCE,
    PeriodicReport,
    ReportFigure,
    ReportMoney,
)
from nscl_desktop.domain.plan_rows import PlanRow
from nscl_desktop.domain.report_figures import money_total, share, shown
from nscl_desktop.domain.report_lists import summary
from nscl_desktop.domain.report_paper_tables import list_table, money_table, targets_table

_DOTS = 3
_BLANK_PLACE = "…………"
ListRows = tuple[str, Sequence[Sequence[str]]]


@dataclass(frozen=True, slots=True)
class ReportPaper:
    """What is printed; ``plan`` None where it is gone, ``symbol`` ends the number ("CCTĐC")."""

    report: PeriodicReport
    plan: PlanRow | None
    figures: Sequence[ReportFigure]
    money: Sequence[ReportMoney]
    lists: Sequence[ListRows]
    agency: tuple[str, ...] = ()
    symbol: str = ""


def report_document(paper: ReportPaper) -> AppendixDoc:
    """The paper as data; a draft is crossed by "DỰ THẢO"."""
    report = paper.report
    blocks: list[Block] = [
        *(Paragraph(f"Kính gửi: {each}", Align.CENTER) for each in report.to_party),
        _text(opening(paper)),
        *_chapter("I", "Tình hình chỉ đạo, triển khai", report.summary),
        *_targets(paper),
        *_money(paper),
        *_lists(paper),
        *_chapter("V", "Khó khăn, vướng mắc", report.difficulties),
        *_chapter("VI", "Nhiệm vụ thời gian tới", report.next_steps),
        *_chapter("VII", "Đề xuất, kiến nghị", report.proposals),
    ]
    number = f"Số: {report.number}" if report.number else f"Số:        /BC-{paper.symbol}"
    return AppendixDoc(
        Heading("BÁO CÁO", report.title, "", paper.agency, motto=True, number=number, dated=dated(report)),
        tuple(blocks),
        signatures=SignatureBlock(
            signers=(Signature(report.authority or ("",), report.signer),),
            recipients=report.recipients or ("- Như trên;", "- Lưu: VT."),
        ),
        watermark="" if report.state == SENT else "DỰ THẢO",
        author=paper.agency[-1] if paper.agency else "",
    )


def dated(report: PeriodicReport) -> str:
    """“Tây Ninh, ngày 05 tháng 7 năm 2021”; what is unknown is left to be written after signing."""
    return f"{report.place or _BLANK_PLACE}, {format_date_words(report.date or report.cutoff[:4])}"


def opening(paper: ReportPaper) -> str:
    """By which plan the report is made, and until when its figures are."""
    report = paper.report
    begin = f"Thực hiện {cited(paper.plan)}, kết quả như sau" if paper.plan is not None else "Kết quả thực hiện như sau"
    start = f", lũy kế từ năm {paper.plan.year_from}" if paper.plan is not None and paper.plan.year_from else ""
    return f"{begin} (số liệu tính đến hết ngày {format_short(report.cutoff)}{start}):"


def cited(plan: PlanRow) -> str:
    """“Kế hoạch số 950/KH-UBND ngày 30 tháng 3 năm 2021 của Ủy ban nhân dân tỉnh Tây Ninh”."""
    day = f" {format_date_words(plan.date)}" if plan.date else ""
    issuer = f" của {plan.issuer}" if plan.issuer else ""
    return f"{plan.doc_kind} số {plan.number}{day}{issuer}" if plan.number else f"{plan.doc_kind} {plan.title}"


def money_words(money: Sequence[ReportMoney]) -> str:
    """The money of the time in one sentence, its ratio with what it divides by."""
    total = money_total(money, SECTION)
    ratio = share(total.paid or 0, total.current or 0)
    part = f", bằng {shown(ratio)}% kinh phí được giao" if ratio is not None else ""
    given, paid = (format_amount(each or 0, MoneyUnit.TRIEU) for each in (total.current, total.paid))
    return f"Kinh phí được giao {given} triệu đồng; đã chi {paid} triệu đồng{part}."


def _targets(paper: ReportPaper) -> list[Block]:
    blocks: list[Block] = [_head("II. KẾT QUẢ THỰC HIỆN MỤC TIÊU")]
    if not paper.figures:
        return [*blocks, _text("Kế hoạch không có mục tiêu được lượng hóa.")]
    return [*blocks, targets_table(paper.figures)]


def _money(paper: ReportPaper) -> list[Block]:
    blocks: list[Block] = [_head("III. KINH PHÍ"), _text(money_words(paper.money))]
    at = 1 if paper.figures else 0
    for part, words in ((SECTION, "1. Theo nội dung"), (SOURCE, "2. Theo nguồn")):
        if any(each.part == part for each in paper.money):
            unit = Paragraph("Đơn vị tính: triệu đồng", Align.RIGHT, italic=True)
            blocks += [Paragraph(words, bold=True, heading=3), unit, money_table(paper.money, part, at)]
            at += 1
    return blocks


def _lists(paper: ReportPaper) -> list[Block]:
    blocks: list[Block] = [_head("IV. DANH SÁCH")]
    known = dict(paper.lists)
    for number, (name, words) in enumerate(LIST_NAMES, 1):
        rows = known.get(name, ())
        blocks += [Paragraph(f"{number}. {words}", bold=True, heading=3), _text(summary(name, rows))]
        if rows:
            blocks.append(list_table(name, rows, words))
    return blocks


def _chapter(number: str, title: str, text: str) -> list[Block]:
    paragraphs = [_text(each) for each in text.splitlines() if each.strip()]
    return [_head(f"{number}. {title.upper()}"), *(paragraphs or [Paragraph("", dotted=_DOTS)])]


def _head(text: str) -> Paragraph:
    return Paragraph(text, bold=True, heading=2)


def _text(text: str) -> Paragraph:
    return Paragraph(text, Align.JUSTIFY)
