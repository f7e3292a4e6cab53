"""The Biên bản kiểm tra as a document (NĐ 30/2020, Mẫu 1.9), filled from a visit or blank to be filled by hand.

It is an AppendixDoc like every other paper, so PDF, DOCX and preview come from the same writers. The frame is the
decree's: no place and date beside Quốc hiệu; beginning, place, those present, contents, end, signatures. What the
contents hold is the office's practice, since no text fixes it. Where nothing is known yet, there is room to write.
"""

from dataclasses import dataclass

from nscl_desktop.domain.appendix import Align, AppendixDoc, Block, Heading, Paragraph, Signature, SignatureBlock
from nscl_desktop.domain.dates import format_date_words
from nscl_desktop.domain.inspections import CLERK, DRAFT, HEAD, HOST, ROLES, InspectionPlan, Participant, Visit
from nscl_desktop.domain.minutes_tables import advice_table, result_table, score_table
from nscl_desktop.domain.score_totals import RULE, score_totals
from nscl_desktop.domain.visit_sheet import VisitSheet

ROOM = "…………"
"""Room for a few words inside a line."""
_ROLE_NAMES = dict(ROLES)
_NOTE = "(Ký, ghi rõ họ tên)"
_NOTHING = "Không."


@dataclass(frozen=True, slots=True)
class MinutesFrame:
    """What the paper needs beyond the visit: the office's two names, the end of số, ký hiệu, the unit's name."""

    agency: tuple[str, ...] = ()
    symbol: str = ""
    unit: str = ""
    plan: InspectionPlan | None = None


def minutes(sheet: VisitSheet, frame: MinutesFrame, *, blank: bool = False) -> AppendixDoc:
    """The minutes of a visit; ``blank`` leaves all findings open, as a form to be filled by hand on the spot.

    A draft is crossed by "BẢN NHÁP". ``body_size`` is 12, the size of the words in the tables.
    """
    visit = sheet.visit
    is_draft = visit.state == DRAFT
    parts: list[Block] = [
        *_bases(visit, frame),
        *_meeting(sheet, frame, blank=blank),
        *_results(sheet, blank=blank),
        *_judgement(sheet, is_open=blank or is_draft, blank=blank),
        *_closing(visit, blank=blank),
    ]
    heading = Heading(
        "BIÊN BẢN", _subject(frame), _correction(visit), frame.agency, motto=True, number=_number(visit, frame)
    )
    return AppendixDoc(
        heading,
        tuple(parts),
        signatures=SignatureBlock(
            signers=tuple(_signers(sheet, blank=blank)), recipients=("- Đơn vị được kiểm tra;", "- Lưu: VT, Hồ sơ.")
        ),
        body_size=12.0,
        watermark="BẢN NHÁP" if is_draft and not blank else "",
        author=frame.agency[-1] if frame.agency else "",
    )


def _subject(frame: MinutesFrame) -> str:
    subject = frame.plan.name if frame.plan else "Kiểm tra tình hình thực hiện nội dung hỗ trợ"
    return f"{subject} tại {frame.unit}" if frame.unit else f"{subject} tại {ROOM}{ROOM}"


def _number(visit: Visit, frame: MinutesFrame) -> str:
    """The number is given after signing, so a paper without one leaves room (NĐ 30/2020, II.3)."""
    number = visit.number if len(visit.number) != 1 else f"0{visit.number}"
    symbol = f"BB-{frame.symbol}" if frame.symbol else "BB-……"
    return f"Số: {number or '     '}/{symbol}"


def _correction(visit: Visit) -> str:
    if visit.corrects is None:
        return ""
    return f"(Bản sửa lần {visit.version - 1}; lý do: {visit.correction_reason})"


def _bases(visit: Visit, frame: MinutesFrame) -> list[Block]:
    texts = list(visit.legal_bases)
    if not texts and frame.plan and frame.plan.document:
        day = f" {format_date_words(frame.plan.documented_on)}" if frame.plan.documented_on else ""
        texts = [f"Căn cứ {frame.plan.document}{day}"]
    texts = [text.rstrip(" ;.") for text in texts]
    return [Paragraph(f"{text}{'.' if text is texts[-1] else ';'}", Align.JUSTIFY, italic=True) for text in texts]


def _meeting(sheet: VisitSheet, frame: MinutesFrame, *, blank: bool) -> list[Block]:
    visit = sheet.visit
    began = "" if blank else visit.began_at
    day = format_date_words("" if blank and not visit.date else visit.date).rstrip()
    people: list[Block] = [_line(f"Thời gian bắt đầu: {began or '…… giờ …… phút'}, {_filled(day)}.")]
    people.append(_field("Địa điểm:", visit.location, blank=not visit.location))
    people.append(_bold("Thành phần tham dự:"))
    people.append(_line("1. Đoàn kiểm tra:"))
    people += _listed([each for each in sheet.participants if each.role != HOST], 3)
    people.append(_line(f"2. Đại diện đơn vị được kiểm tra{f' ({frame.unit})' if frame.unit else ''}:"))
    people += _listed([each for each in sheet.participants if each.role == HOST], 2)
    people.append(_field("Chủ trì:", _name(sheet, HEAD), blank=not _name(sheet, HEAD)))
    people.append(_field("Thư ký (người ghi biên bản):", _name(sheet, CLERK), blank=not _name(sheet, CLERK)))
    return people


def _results(sheet: VisitSheet, *, blank: bool) -> list[Block]:
    blocks: list[Block] = [_heading("NỘI DUNG VÀ KẾT QUẢ KIỂM TRA"), result_table(sheet, blank=blank)]
    totals = score_totals(sheet.tree, {} if blank else sheet.answers)
    if totals:
        blocks += [_heading("Tổng hợp điểm"), score_table(totals, blank=blank), _line(RULE)]
    return blocks


def _judgement(sheet: VisitSheet, *, is_open: bool, blank: bool) -> list[Block]:
    """Shortcomings, recommendations, the unit's opinion, the conclusion."""
    visit = sheet.visit
    blocks: list[Block] = [_bold("Tồn tại, hạn chế:"), *_words(visit.shortcomings, 4, is_open=is_open, blank=blank)]
    blocks.append(_bold("Kiến nghị của đoàn kiểm tra:"))
    if blank or sheet.recommendations:
        blocks.append(advice_table(() if blank else sheet.recommendations))
    else:
        blocks += _words("", 2, is_open=is_open, blank=blank)
    for title, text in (("Ý kiến của đơn vị được kiểm tra:", visit.opinion), ("Kết luận:", visit.conclusion)):
        blocks += [_bold(title), *_words(text, 3, is_open=is_open, blank=blank)]
    return blocks


def _words(text: str, lines: int, *, is_open: bool, blank: bool) -> list[Block]:
    """The paragraphs of a text; lines to write on where it may still come, "Không." where it did not."""
    if text.strip() and not blank:
        return [_line(part) for part in text.splitlines() if part.strip()]
    return [Paragraph("", dotted=lines) if is_open else _line(_NOTHING)]


def _closing(visit: Visit, *, blank: bool) -> list[Block]:
    count = f"{visit.copies:02}" if visit.copies and not blank else "……"
    each = ", mỗi bên giữ 01 bản" if visit.copies == 2 and not blank else ""
    ended = "" if blank else visit.ended_at
    day = format_date_words(visit.date).rstrip()
    return [
        _line(
            f"Biên bản được lập thành {count} bản có nội dung như nhau{each}; đã đọc lại cho những người tham dự cùng"
            " nghe, công nhận đúng và cùng ký tên."
        ),
        _line(f"Việc kiểm tra kết thúc vào {ended or '…… giờ …… phút'}, {_filled(day)}./."),
    ]


def _signers(sheet: VisitSheet, *, blank: bool) -> list[Signature]:
    return [
        Signature((title,), "" if blank else _name(sheet, role), _NOTE)
        for title, role in (
            ("ĐẠI DIỆN ĐƠN VỊ ĐƯỢC KIỂM TRA", HOST), ("THƯ KÝ", CLERK), ("TRƯỞNG ĐOÀN KIỂM TRA", HEAD),
        )
    ]  # fmt: skip


def _name(sheet: VisitSheet, role: str) -> str:
    return next((each.name for each in sheet.participants if each.role == role), "")


def _listed(people: list[Participant], room: int) -> list[Block]:
    """A line for each person, or lines to write on."""
    if not people:
        return [Paragraph("- ", Align.JUSTIFY, dotted=1) for _ in range(room)]
    return [_line(_person(each)) for each in people]


def _person(each: Participant) -> str:
    facts = ", ".join(filter(None, (each.name, each.title, each.unit)))
    role = "" if each.role == HOST else f" - {_ROLE_NAMES[each.role]}"
    return f"- {facts}{role};"


def _filled(day: str) -> str:
    """Room for numbers that are not known, in dots: "ngày …… tháng …… năm ……"."""
    return " ".join(day.replace(" " * 6, " …… ").split()) + ("" if day[-1:].isdigit() else " ……")


def _field(label: str, text: str, *, blank: bool) -> Paragraph:
    return Paragraph(f"{label} ", Align.JUSTIFY, dotted=1) if blank else _line(f"{label} {text}")


def _line(text: str) -> Paragraph:
    return Paragraph(text, Align.JUSTIFY)


def _bold(text: str) -> Paragraph:
    return Paragraph(text, bold=True, heading=3)


def _heading(text: str) -> Paragraph:
    return Paragraph(text, bold=True, heading=2)
