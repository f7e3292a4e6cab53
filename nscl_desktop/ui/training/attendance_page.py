"""Có mặt, kết quả: the grid, the rule of passing, numbers of certificates; what is remarked stands below."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from nscl_desktop.domain.dates import format_short
from nscl_desktop.domain.training import Course
from nscl_desktop.presenters.attendance_grid import AttendanceGrid
from nscl_desktop.presenters.course_sheet import CourseSheet
from nscl_desktop.presenters.field_text import value_of
from nscl_desktop.services.editing import spec_of
from nscl_desktop.ui.attempts import attempted
from nscl_desktop.ui.dossiers.page_parts import Asked, AskValues
from nscl_desktop.ui.elided_label import ElidedLabel
from nscl_desktop.ui.scrolled import scrolled
from nscl_desktop.ui.tab import Surroundings
from nscl_desktop.ui.training.attendance_table import AttendanceModel, AttendanceTable

_MOST_REMARKS = 3


class AttendancePage(QWidget):
    """Over the course on the desk."""

    def __init__(self, sheet: CourseSheet, around: Surroundings, letters: Callable[[], object]) -> None:
        super().__init__()
        self._sheet, self._around = sheet, around
        self.grid = AttendanceGrid(sheet)
        self.model = AttendanceModel(self.grid, lambda act: attempted(around.voice, act))
        self.table = AttendanceTable(self.model)
        self.rule, self.remarks, self.nobody = QLabel(), QLabel(), QLabel()
        self.rule.setWordWrap(True)
        self.remarks.setWordWrap(True)
        self.nobody.setProperty("role", "notice")
        self.nobody.setText("Chưa có học viên: thêm hoặc dán danh sách ở trang Học viên, thêm buổi ở trang Buổi học.")
        self.all = QPushButton("Có mặt cả buổi")
        self.all.setToolTip("Mọi học viên có mặt ở buổi đang chọn")
        self.results = QPushButton("Xét kết quả")
        self.results.setToolTip("Đạt, có tham dự hay vắng theo quy tắc của lớp, cho cả danh sách")
        self.certify = QPushButton("Cấp số chứng nhận…")
        self.print = QPushButton("In chứng nhận…")
        self.print.setToolTip("Của những người đang chọn nếu chọn nhiều dòng, nếu không thì của những người chưa in")
        self.print.clicked.connect(lambda: letters())  # noqa: PLW0108 - without Qt's own argument
        self._lay_out()
        self.all.clicked.connect(lambda: attempted(around.voice, lambda: self.grid.mark_session(self.table.session)))
        self.results.clicked.connect(lambda: attempted(around.voice, self.grid.apply_rule))
        self.certify.clicked.connect(self._ask_day)
        self.setFocusProxy(self.table)

    @property
    def chosen(self) -> Sequence[str]:
        """Keys of the people in the chosen rows, where several are; one alone only where it was printed before."""
        rows = [self.grid.rows[at] for at in self.table.chosen_rows]
        if len(rows) == 1 and rows[0].copies is None:
            return ()
        return [each.id for each in rows]

    def follow(self) -> None:
        """Show the course as it is now."""
        self.model.refresh()
        self.rule.setText(self.grid.rule_words)
        is_there = self.model.rowCount() > 0
        self.table.setVisible(is_there)
        self.nobody.setVisible(not is_there)
        for button in (self.all, self.results):
            button.setEnabled(is_there)
        self.certify.setEnabled(self.grid.waiting > 0)
        self.print.setEnabled(any(each.certificate for each in self.grid.rows))
        self.certify.setText(f"Cấp {self.grid.waiting} số chứng nhận…" if self.grid.waiting else "Cấp số chứng nhận…")
        found = [each.words for each in self._sheet.remarks()]
        more = [f"và {len(found) - _MOST_REMARKS} điều nữa ở trang Thông tin"] if len(found) > _MOST_REMARKS else []
        self.remarks.setText("\n".join([*(f"⚠ {words}" for words in found[:_MOST_REMARKS]), *more]))
        self.remarks.setVisible(bool(found))

    def settle(self) -> None:
        """What is typed in a cell is taken when the cell is left."""

    def _lay_out(self) -> None:
        inner, buttons = QWidget(), QHBoxLayout()
        column, whole = QVBoxLayout(inner), QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolled(inner))
        buttons.setSpacing(8)
        for button in (self.all, self.results, self.certify, self.print):
            buttons.addWidget(button)
        hint = ElidedLabel("Phím cách: có mặt, bỏ có mặt. Dán được cả khối x từ Excel.")
        hint.setProperty("role", "caption")
        buttons.addWidget(hint, 1)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(8)
        for widget in (self.rule, self.table, self.nobody, self.remarks):
            column.addWidget(widget, 1 if widget is self.table else 0)
        column.addLayout(buttons)
        column.addStretch(0)

    def _ask_day(self) -> None:
        course = self._sheet.whole.course
        day = course.date_to or course.date_from

        def take(values: Mapping[str, str]) -> None:
            self.grid.give_certificates(str(value_of(spec_of(Course, "date_to"), values["day"])))

        series = course.certificate_series or "(chưa ghi)"
        about = (
            f"{self.grid.waiting} học viên đạt và chưa có số. Số tiếp theo dãy {series}; không số nào được cấp hai lần,"
            " kể cả ở lớp khác cùng ký hiệu."
        )
        asked = (Asked("day", "Ngày cấp", text=format_short(day)),)
        window = AskValues("Cấp số chứng nhận", "Cấp số", asked, take, self, about)
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window.open()
