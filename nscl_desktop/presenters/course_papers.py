"""Bản in of a course: which list, for which session, how many blank rows, at what rate."""

from collections.abc import Sequence

from nscl_desktop.domain.appendix import AppendixDoc
from nscl_desktop.domain.courses import lists, settlement
from nscl_desktop.domain.dates import format_short
from nscl_desktop.domain.training import PARTS_OF_DAY
from nscl_desktop.presenters.course_sheet import CourseSheet
from nscl_desktop.presenters.minutes_sheet import Letterhead, plain_name

PEOPLE, SIGN_IN, CERTIFICATES, PAYMENT, COVER = "people", "sign_in", "certificates", "payment", "cover"
PAPERS = (
    (SIGN_IN, "Danh sách ký tên"), (PEOPLE, "Danh sách học viên"), (CERTIFICATES, "Danh sách cấp chứng nhận"),
    (PAYMENT, "Danh sách thanh toán"), (COVER, "Bìa hồ sơ quyết toán"),
)  # fmt: skip
BLANK_ROWS = (0, 3, 5, 10, 15, 20, 30, 40)
"""How many blank rows can be wanted."""
_PARTS = dict(PARTS_OF_DAY)


class CoursePapers:
    """What is chosen to be printed. ``session`` is a key, "" for all; ``rate`` in đồng a session."""

    def __init__(self, sheet: CourseSheet) -> None:
        self._sheet = sheet
        self.kind, self.session, self.blank, self.rate = SIGN_IN, "", 5, 0

    def sessions(self) -> Sequence[tuple[str, str]]:
        """Key and words of each session that can be chosen, all of them first."""
        found = [
            (each.id, f"Buổi {at}: {_PARTS[each.part].lower()} {format_short(each.date)}".rstrip())
            for at, each in enumerate(self._sheet.whole.sessions, 1)
        ]
        return [("", "Cả lớp, mỗi buổi một cột" if len(found) != 1 else "Cả lớp"), *found]

    def document(self, head: Letterhead) -> AppendixDoc:
        """The paper as data."""
        whole = self._sheet.whole
        frame = lists.ListFrame(head.lines, tuple(self._sheet.opened.units.items()))
        if self.kind == PEOPLE:
            return lists.participant_list(whole, frame)
        if self.kind == CERTIFICATES:
            return lists.certificate_list(whole, frame)
        if self.kind == PAYMENT:
            return settlement.settlement_list(whole, frame, self.rate)
        if self.kind == COVER:
            return settlement.cover_sheet(whole, frame, self._sheet.opened.paid or {})
        session = next((each for each in whole.sessions if each.id == self.session), None)
        return lists.sign_in_sheet(whole, session, frame, blank=self.blank)

    def file_name(self) -> str:
        """What its file is called at first."""
        return plain_name(f"{dict(PAPERS)[self.kind]} {self._sheet.whole.course.title}")
