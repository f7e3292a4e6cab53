"""The tables of the minutes: what was found by question, points by section, what is to be mended until when."""

from collections.abc import Sequence

from nscl_desktop.domain.answering import FIGURES
from nscl_desktop.domain.appendix import Align, Cell, Column, HeaderCell, Row, RowKind, Table
from nscl_desktop.domain.dates import format_short
from nscl_desktop.domain.inspections import CHOICE, HEADING, SCORE, VERDICT, VERDICTS, Question, Recommendation
from nscl_desktop.domain.money import format_quantity
from nscl_desktop.domain.score_totals import ScoreTotal
from nscl_desktop.domain.visit_sheet import VisitSheet

_BOX = "□"
_EMPTY_ROWS = 3
_HEADS = ("STT", "Nội dung kiểm tra", "Kết quả", "Ghi chú, minh chứng")
_SURVEY_HEADS = ("STT", "Câu hỏi", "Trả lời", "Ghi chú")
_ROOM = "\n".join(["………"] * 3)
"""Three lines to write on by hand."""


def result_table(sheet: VisitSheet, *, blank: bool) -> Table:
    """Number, question, result, note; headings as sections. A blank form has every question, with boxes to tick."""
    rows = []
    for depth, each in sheet.tree.walk():
        if not blank and not _is_printed(sheet, each):
            continue
        number = sheet.tree.number(each)
        if each.kind == HEADING:
            cells = (Cell(number, align=Align.CENTER), Cell(each.text, colspan=3), Cell(), Cell())
            rows.append(Row(cells, RowKind.SECTION, depth))
            continue
        answer = None if blank else sheet.answers.get(each.id)
        result = _to_tick(each) if blank else sheet.answer_words(each)
        note = "" if blank else "; ".join(filter(None, (answer.note if answer else "", sheet.photo_words(each))))
        text = f"{each.text} {_condition(sheet, each)}".strip() if blank else each.text
        align = Align.CENTER if not blank and each.kind in (VERDICT, *FIGURES) else Align.LEFT
        cells = (Cell(number, align=Align.CENTER), Cell(text), Cell(result, align=align), Cell(note))
        rows.append(Row(cells, RowKind.ITEM, depth))
    columns = (Column(12), Column(68), Column(40), Column(45))
    heads = _SURVEY_HEADS if sheet.is_survey else _HEADS
    header = (tuple(HeaderCell(text) for text in heads),)
    return Table(columns, header, tuple(rows), title="Kết quả khảo sát" if sheet.is_survey else "Kết quả kiểm tra")


def _is_printed(sheet: VisitSheet, question: Question) -> bool:
    """Questions that were asked, and headings with one of them below."""
    if question.kind != HEADING:
        return sheet.tree.is_asked(question, sheet.answers)
    return any(_is_printed(sheet, each) for each in sheet.tree.children(question.id))


def _to_tick(question: Question) -> str:
    if question.kind == VERDICT:
        return "\n".join(f"{_BOX} {label}" for _, label in VERDICTS[1:])
    if question.kind == CHOICE:
        return "\n".join(f"{_BOX} {option}" for option in question.options)
    if question.kind == SCORE:
        most = f"/{format_quantity(question.most)}" if question.most is not None else ""
        return f"………{most} {question.unit or 'điểm'}"
    return f"……… {question.unit}".strip() if question.kind in FIGURES else _ROOM


def _condition(sheet: VisitSheet, question: Question) -> str:
    asked_if = sheet.tree.get(question.asked_if)
    if asked_if is None:
        return ""
    section = sheet.tree.section(asked_if)
    where = f" mục {sheet.tree.number(section)}" if section else ""
    return f"(nếu câu {sheet.tree.number(asked_if)}{where}: {question.condition or 'có trả lời'})"


def score_table(totals: Sequence[ScoreTotal], *, blank: bool) -> Table:
    """Points, most possible and share of each section, the whole last."""
    rows = [
        Row(
            (Cell(each.name), *_figures(each, blank=blank)),
            RowKind.TOTAL if each is totals[-1] else RowKind.ITEM,
        )
        for each in totals
    ]
    columns = (Column(80), *(Column(28, Align.RIGHT, decimals) for decimals in (None, None, 1)))
    header = (tuple(HeaderCell(text) for text in ("Mục", "Điểm", "Điểm tối đa", "Tỷ lệ")),)
    return Table(columns, header, tuple(rows), title="Tổng hợp điểm")


def _figures(total: ScoreTotal, *, blank: bool) -> tuple[Cell, Cell, Cell]:
    if blank or not total.judged:
        return Cell(), Cell(), Cell()
    most = Cell(quantity=total.most) if total.most else Cell()
    return Cell(quantity=total.points), most, Cell(percent=total.share)


def advice_table(recommendations: Sequence[Recommendation]) -> Table:
    """What is to be mended until when; empty rows where there is nothing yet."""
    rows = [
        Row((Cell(str(place)), Cell(each.finding), Cell(each.text), Cell(format_short(each.deadline))))
        for place, each in enumerate(recommendations, start=1)
    ] or [Row((Cell(str(place)), Cell(_ROOM), Cell(_ROOM), Cell())) for place in range(1, _EMPTY_ROWS + 1)]
    columns = (Column(12, Align.CENTER), Column(58), Column(65), Column(30, Align.CENTER))
    header = (tuple(HeaderCell(text) for text in ("STT", "Tồn tại", "Kiến nghị", "Thời hạn khắc phục")),)
    return Table(columns, header, tuple(rows), title="Kiến nghị")
