"""Who was there, as a grid typed in as in Excel: a row for each participant, a column for each session, then points."""

from collections import Counter
from collections.abc import Sequence

from nscl_desktop.domain.changes import Change, ChangeSet, change_set
from nscl_desktop.domain.courses.results import needed_sessions, standing
from nscl_desktop.domain.dates import format_short
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.money import format_quantity
from nscl_desktop.domain.money_reading import parse_quantity
from nscl_desktop.domain.text import fold, quoted
from nscl_desktop.domain.training import ENROLMENT_STATES, PARTS_OF_DAY, PASSED, Attendance, Enrolment, Session
from nscl_desktop.presenters.course_sheet import CourseSheet
from nscl_desktop.services import course_results as results
from nscl_desktop.services.course_parts import called, set_value

MARK = "x"
_YES, _NO = frozenset({"x", "v", "1", "co", "p", "✓"}), frozenset({"", "0", "-", "k", "khong", "vang"})
_PARTS, _STATES = dict(PARTS_OF_DAY), dict(ENROLMENT_STATES)


class AttendanceGrid:
    """Columns: the sessions, then the points; what follows is worked out."""

    def __init__(self, sheet: CourseSheet) -> None:
        self._sheet = sheet
        self._whole = sheet.whole
        self.follow()

    def follow(self) -> None:
        """Look at the course as it is now: every cell is asked for often."""
        self._whole = self._sheet.whole
        self._standings = {each.id: standing(self._whole, each) for each in self._whole.enrolments}

    @property
    def rows(self) -> Sequence[Enrolment]:
        """The participants in the order of their list."""
        return self._whole.enrolments

    @property
    def sessions(self) -> Sequence[Session]:
        """The sessions in time."""
        return self._whole.sessions

    def heading(self, session: Session) -> str:
        """A session over its column: number, day, part of the day."""
        at = self.sessions.index(session) + 1
        return f"Buổi {at} {_PARTS[session.part].lower()}\n{format_short(session.date) or 'chưa có ngày'}"

    def name(self, row: Enrolment) -> str:
        """What stands before a row."""
        return self._whole.name_of(row)

    def text(self, row: Enrolment, column: int) -> str:
        """What a cell shows: a mark for each session, points, sessions attended, result, certificate."""
        if column < len(self.sessions):
            return MARK if (row.id, self.sessions[column].id) in self._whole.attendance else ""
        found = self._standings[row.id]
        texts = (
            "" if row.points is None else format_quantity(row.points), f"{found.attended}/{len(self.sessions)}",
            _STATES[row.state], row.certificate,
        )  # fmt: skip
        return texts[column - len(self.sessions)]

    def tip(self, row: Enrolment) -> str:
        """What speaks against passing, or that nothing does."""
        why = self._standings[row.id].why
        return f"Chưa đạt: {why}" if why else "Đủ điều kiện đạt"

    def enter(self, row: int, column: int, block: Sequence[Sequence[str]]) -> None:
        """Take one typed cell, or a block that was pasted, as one step; raises InputError and takes nothing then."""
        cells: dict[tuple[Enrolment, Session], bool] = {}
        points: list[Change] = []
        for down, texts in enumerate(block):
            for right, text in enumerate(texts):
                at, line = column + right, row + down
                if line >= len(self.rows) or at > len(self.sessions):
                    raise InputError("Khối dán rộng hơn bảng có mặt; hãy chọn ô bắt đầu khác hoặc chép ít hơn.")
                if at < len(self.sessions):
                    cells[self.rows[line], self.sessions[at]] = _was_there(text)
                else:
                    value = parse_quantity(text.strip()) if text.strip() else None
                    points += set_value(self._whole.course, self.rows[line], "points", value).changes
        self._perform(cells, points)

    def toggle(self, cells: Sequence[tuple[int, int]]) -> None:
        """The space bar: all marked, or all empty where all of them are."""
        chosen = [(self.rows[row], self.sessions[at]) for row, at in cells if at < len(self.sessions)]
        is_all = all((row.id, session.id) in self._whole.attendance for row, session in chosen)
        self._perform(dict.fromkeys(chosen, not is_all), [])

    def mark_session(self, column: int) -> None:
        """Everyone was at a session."""
        if not 0 <= column < len(self.sessions):
            raise InputError("Hãy chọn một ô ở cột của buổi học trước.")
        self._perform({(row, self.sessions[column]): True for row in self.rows}, [])

    def apply_rule(self) -> ChangeSet:
        """The results by the course's rule; what was done."""
        step = results.apply_rule(self._whole)
        self._sheet.desk.perform(step)
        return step

    def give_certificates(self, day: str) -> ChangeSet:
        """Numbers for all who passed and have none; what was done."""
        year = results.certificate_year(self._whole.course, day or f"{self._sheet.year}")
        step = results.give_certificates(self._whole, self._sheet.opened.taken, year, day)
        self._sheet.desk.perform(step)
        return step

    @property
    def rule_words(self) -> str:
        """The rule, and how many are in which state."""
        course, parts = self._whole.course, []
        if self.sessions:
            parts.append(f"dự ít nhất {needed_sessions(self._whole)}/{len(self.sessions)} buổi")
        if course.points_to_pass is not None:
            parts.append(f"từ {format_quantity(course.points_to_pass)} điểm")
        rule = f"Để đạt: {', '.join(parts)}." if parts else "Lớp chưa có buổi học; ai có tham dự là đạt."
        counts = Counter(each.state for each in self.rows)
        return f"{rule} {state_words(counts)}" if counts else f"{rule} Chưa có học viên."

    @property
    def waiting(self) -> int:
        """How many passed and have no certificate yet."""
        return sum(each.state == PASSED and not each.certificate for each in self.rows)

    def _perform(self, cells: dict[tuple[Enrolment, Session], bool], points: list[Change]) -> None:
        known = self._sheet.desk.book.table(Attendance).values()
        step = results.mark_attendance(self._whole, known, cells)
        if points:
            words = f"Ghi điểm ở {called(self._whole.course)}" if not step else step.words
            step = change_set(words, (*step.changes, *points), self._whole.course.id)
        self._sheet.desk.perform(step)


def state_words(counts: Counter[str]) -> str:
    """How many are in which state, in their order: 3 đạt, 1 vắng."""
    return ", ".join(f"{counts[value]} {label.lower()}" for value, label in ENROLMENT_STATES if counts[value]) + "."


def _was_there(text: str) -> bool:
    key = fold(text.strip()) or text.strip()
    if key in _YES:
        return True
    if key in _NO:
        return False
    raise InputError(f"Ô có mặt chỉ nhận x hoặc để trống, không phải {quoted(text)}; hãy ghi lại.")
