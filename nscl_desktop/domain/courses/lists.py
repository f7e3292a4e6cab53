"""Lists of a course on paper: its participants, who signs at a session, who gets a certificate.

No text fixes these lists; they are the offices' practice, under the frame of NĐ 30/2020 like all other papers
(AppendixDoc), so that PDF, DOCX and XLSX come from the same writers.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from nscl_desktop.domain.appendix import (
    Align,
    AppendixDoc,
    Block,
    Cell,
    Column,
    HeaderCell,
    Heading,
    Paragraph,
    Row,
    Signature,
    SignatureBlock,
    Table,
)
from nscl_desktop.domain.courses.counts import head_count
from nscl_desktop.domain.courses.whole import WholeCourse
from nscl_desktop.domain.dates import format_date_words, format_short
from nscl_desktop.domain.training import ENROLMENT_STATES, PARTS_OF_DAY, Course, Enrolment, Session

_CENTRE = Align.CENTER
_STATES, _PARTS = dict(ENROLMENT_STATES), dict(PARTS_OF_DAY)
_ROOM = "\u00a0\n\u00a0"
"""Height of a row in which somebody signs by hand."""
SIGNED = "(Ký, ghi rõ họ tên)"


@dataclass(frozen=True, slots=True)
class ListFrame:
    """What the papers need beyond the course: the office's two names; names of units by key."""

    agency: tuple[str, ...] = ()
    units: tuple[tuple[str, str], ...] = ()

    def unit_of(self, enrolment: Enrolment) -> str:
        """Where somebody came from: as it was noted then, else as the unit is called."""
        return enrolment.unit or dict(self.units).get(enrolment.enterprise_id or "", "")


def participant_list(whole: WholeCourse, frame: ListFrame) -> AppendixDoc:
    """Everyone in the course's list, with unit and position at that time."""
    rows = [
        (
            str(at), whole.name_of(each), born(whole, each), each.title, frame.unit_of(each), each.phone,
            _STATES[each.state],
        )
        for at, each in enumerate(whole.enrolments, 1)
    ]  # fmt: skip
    columns = (Column(10, _CENTRE), Column(45), Column(16, _CENTRE), Column(34), Column(72), Column(28), Column(28))
    titles = ("STT", "Họ và tên", "Năm sinh", "Chức vụ", "Đơn vị", "Điện thoại", "Tình trạng")
    heads = head_count(whole.enrolments)
    words = f"Danh sách có {len(rows)} học viên; có tham dự: {heads.words}."
    blocks: list[Block] = [table(columns, titles, rows, "Danh sách học viên"), Paragraph(words, italic=True)]
    return paper("DANH SÁCH HỌC VIÊN", whole.course, frame, blocks, landscape=True)


def sign_in_sheet(whole: WholeCourse, session: Session | None, frame: ListFrame, *, blank: int = 5) -> AppendixDoc:
    """Who signs at a session, with ``blank`` rows for those who come without being listed.

    Without a session, a column for each of them: one sheet for the whole course.
    """
    days = [session] if session else list(whole.sessions)
    signs = [f"Buổi {at}: {_day(each)}" for at, each in enumerate(days, 1)] if len(days) > 1 else ["Ký tên"]
    rows = [
        (str(at), whole.name_of(each), each.title, frame.unit_of(each), each.phone, *[_ROOM] * len(signs))
        for at, each in enumerate(whole.enrolments, 1)
    ]
    first = len(rows) + 1
    rows += [(str(at), "", "", "", "", *[_ROOM] * len(signs)) for at in range(first, first + blank)]
    columns = [Column(10, _CENTRE), Column(42), Column(28), Column(52), Column(26)]
    columns += [Column(32 if len(signs) == 1 else 24, _CENTRE) for _ in signs]
    titles = ("STT", "Họ và tên", "Chức vụ", "Đơn vị", "Điện thoại", *signs)
    blocks: list[Block] = [*_about(whole, session), table(tuple(columns), titles, rows, "Danh sách ký tên")]
    signers = (Signature(("GIẢNG VIÊN",), _lecturer(whole, session), SIGNED), Signature(("NGƯỜI LẬP",), "", SIGNED))
    return paper("DANH SÁCH HỌC VIÊN KÝ TÊN", whole.course, frame, blocks, signers, landscape=len(signs) > 1)


def certificate_list(whole: WholeCourse, frame: ListFrame) -> AppendixDoc:
    """Who was given which certificate, and signs for it."""
    some = [each for each in whole.enrolments if each.certificate]
    rows = [
        (
            str(at), whole.name_of(each), born(whole, each), frame.unit_of(each), each.certificate,
            format_short(each.certified_on), _ROOM,
        )
        for at, each in enumerate(some, 1)
    ]  # fmt: skip
    columns = (
        Column(10, _CENTRE), Column(44), Column(16, _CENTRE), Column(66), Column(36), Column(22, _CENTRE), Column(30),
    )  # fmt: skip
    titles = ("STT", "Họ và tên", "Năm sinh", "Đơn vị", "Số chứng nhận", "Ngày cấp", "Ký nhận")
    words = f"Danh sách có {len(rows)} người." if rows else "Chưa cấp giấy chứng nhận nào."
    blocks: list[Block] = [table(columns, titles, rows, "Danh sách cấp chứng nhận"), Paragraph(words, italic=True)]
    return paper("DANH SÁCH CẤP GIẤY CHỨNG NHẬN", whole.course, frame, blocks, landscape=True)


def born(whole: WholeCourse, enrolment: Enrolment) -> str:
    """Somebody's year of birth, "" where it is not known."""
    person = whole.person_of(enrolment)
    return str(person.birth_year or "") if person else ""


def table(columns: tuple[Column, ...], titles: Sequence[str], rows: Sequence[Sequence[str]], title: str) -> Table:
    """A table of words; its heading repeats on every page."""
    body = tuple(Row(tuple(Cell(text) for text in row)) for row in rows)
    return Table(columns, (tuple(map(HeaderCell, titles)),), body, title=title)


def paper(
    label: str,
    course: Course,
    frame: ListFrame,
    blocks: Sequence[Block],
    signers: Sequence[Signature] = (Signature(("NGƯỜI LẬP",), "", SIGNED),),
    *,
    landscape: bool = False,
) -> AppendixDoc:
    """The frame that all papers of a course have."""
    attached = f"(Kèm theo {course.document}{_on(course.documented_on)})" if course.document else ""
    return AppendixDoc(
        Heading(label, f"Lớp {course.title}" if not course.title.lower().startswith("lớp") else course.title, attached,
                frame.agency, motto=True),
        tuple(blocks),
        signatures=SignatureBlock(signers=tuple(signers)),
        landscape=landscape,
        author=frame.agency[-1] if frame.agency else "",
    )  # fmt: skip


def when(course: Course) -> str:
    """The days of a course in words, "" where none is known."""
    days = [format_date_words(day) for day in dict.fromkeys((course.date_from, course.date_to)) if day]
    return f"từ {days[0]} đến {days[1]}" if len(days) > 1 else "".join(days)


def _about(whole: WholeCourse, session: Session | None) -> list[Block]:
    course = whole.course
    place = (session.location if session else "") or course.location
    lines = []
    if session:
        at = whole.sessions.index(session) + 1
        lines.append(f"Buổi {at}/{len(whole.sessions)}: {_day(session)}.")
        lines += [f"Nội dung: {session.subject}."] if session.subject else []
    elif when(course):
        lines.append(f"Thời gian: {when(course)}.")
    lines += [f"Địa điểm: {place}."] if place else []
    return [Paragraph(line) for line in lines]


def _day(session: Session) -> str:
    return f"{_PARTS[session.part].lower()} {format_short(session.date) or '…/…/……'}"


def _lecturer(whole: WholeCourse, session: Session | None) -> str:
    keys = {each.lecturer_id for each in ([session] if session else whole.sessions) if each.lecturer_id}
    person = whole.people.get(next(iter(keys))) if len(keys) == 1 else None
    return person.name if person else ""


def _on(day: str) -> str:
    return f" {format_date_words(day)}" if day else ""
