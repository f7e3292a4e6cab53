"""Dán danh sách học viên: the pasted text above, below it what each row is and what becomes of it."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QPlainTextEdit, QSplitter, QWidget

from nscl_desktop.domain.changes import ChangeSet
from nscl_desktop.domain.courses.matching import Match, State
from nscl_desktop.domain.courses.rows import PersonRow
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.training import Person
from nscl_desktop.presenters.course_sheet import CourseSheet
from nscl_desktop.presenters.pasting_desk import SKIP, PastingDesk
from nscl_desktop.ui.commands import Command, make_action
from nscl_desktop.ui.dialogs.dialog import Dialog, caption
from nscl_desktop.ui.elided_combo import ElidedCombo
from nscl_desktop.ui.read_table import ReadColumn, ReadTable
from nscl_desktop.ui.tab import Surroundings

_COLUMNS = (
    ReadColumn("Dòng", 5, is_figure=True), ReadColumn("Là", 9), ReadColumn("Họ và tên", 22),
    ReadColumn("Năm sinh", 8, is_figure=True), ReadColumn("Đơn vị"), ReadColumn("Chức vụ", 16),
    ReadColumn("Điện thoại", 12), ReadColumn("Sẽ làm", 15), ReadColumn("Vì sao", 24),
)  # fmt: skip
_PAUSE_MS = 250
_HINT = (
    "Dán danh sách chép từ Excel, Word, thư hoặc tin nhắn vào đây. Mỗi người một dòng; có hay không có dòng tiêu đề\n"
    "đều được. Ví dụ: Nguyễn Văn An - 1985 - Trưởng phòng - Công ty TNHH Minh Đạt - 0901 234 567"
)
_INK = {State.DOUBTFUL: "warning", State.DOUBLE: "muted", State.FOUND: "accent"}


class PasteWindow(Dialog):
    """``taken`` gets the step that was made of the list."""

    def __init__(
        self,
        sheet: CourseSheet,
        people: Sequence[PersonRow],
        around: Surroundings,
        taken: Callable[[ChangeSet], object],
        parent: QWidget,
    ) -> None:
        super().__init__(parent, "Dán danh sách học viên", "Thêm học viên")
        self._sheet, self._around, self._taken = sheet, around, taken
        self.pasting = PastingDesk(people)
        self.text = QPlainTextEdit()
        self.text.setPlaceholderText(_HINT)
        self.text.setAccessibleName("Danh sách được dán")
        self.text.setTabChangesFocus(True)
        self.table = ReadTable("Những người đọc được", _COLUMNS)
        self.about = caption("")
        self.choice = ElidedCombo()
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._lay_out()
        self._pause.timeout.connect(self.read)
        self.text.textChanged.connect(self._pause.start)
        self.table.currentCellChanged.connect(lambda row, _, before, __: self._on_row() if row != before else None)
        self.choice.activated.connect(lambda _: self._decide())
        self.verb.clicked.connect(self.take)
        self.verb.setAutoDefault(False)
        make_action(self.table, Command("Bỏ qua dòng", lambda: self._choose(SKIP), keys=("Del",)))
        self.resize(1160, 680)
        self._follow()

    @property
    def match(self) -> Match | None:
        """The row in front."""
        row, matches = self.table.currentRow(), self.pasting.matches
        return matches[row] if 0 <= row < len(matches) else None

    def paste(self) -> None:
        """Begin with what lies on the clipboard."""
        self.text.setPlainText(QApplication.clipboard().text())
        self.read()

    def read(self) -> None:
        """Show what the text says now."""
        self._pause.stop()
        there = [each.person_id or "" for each in self._sheet.whole.enrolments]
        self.pasting.read(self.text.toPlainText(), there)
        self._follow()

    def take(self) -> None:
        """Take the rows over as one step."""
        courses, pasting = self._around.office.courses, self.pasting
        wanted, units = pasting.wanted, pasting.units

        def work() -> tuple[Sequence[Person], Mapping[str, str]]:
            return courses.persons(wanted), courses.units_named(units)

        def done(found: tuple[Sequence[Person], Mapping[str, str]]) -> None:
            try:
                step = pasting.step(self._sheet.whole, {each.id: each for each in found[0]}, found[1])
            except InputError as error:
                self.say(error.sentence)
                return
            self.accept()
            self._taken(step)

        self._around.operations.run("Đang thêm học viên", lambda _: work(), done)

    def _lay_out(self) -> None:
        parts = QSplitter(Qt.Orientation.Vertical)
        parts.addWidget(self.text)
        parts.addWidget(self.table)
        parts.setStretchFactor(0, 1)
        parts.setStretchFactor(1, 2)
        parts.setChildrenCollapsible(False)
        row, label = QHBoxLayout(), QLabel("Dòng đang chọn:")
        label.setBuddy(self.choice)
        self.choice.setAccessibleName("Làm gì với dòng đang chọn")
        row.setSpacing(8)
        row.addWidget(label)
        row.addWidget(self.choice, 1)
        self.content.addWidget(parts, 1)
        self.content.addWidget(self.about)
        self.content.addLayout(row)

    def _follow(self) -> None:
        pasting = self.pasting
        self.table.fill(pasting.rows())
        for at, match in enumerate(pasting.matches):
            item = self.table.item(at, 1)
            if item is not None and match.state in _INK:
                item.setForeground(self._around.theme.colour(_INK[match.state]))
        self.about.setText(pasting.summary if self.text.toPlainText().strip() else "")
        self.verb.setText(f"Thêm {pasting.count} học viên" if pasting.count else "Thêm học viên")
        self.verb.setEnabled(pasting.count > 0)
        self._on_row()

    def _on_row(self) -> None:
        match = self.match
        self.choice.clear()
        self.choice.setEnabled(match is not None)
        for value, label in self.pasting.offers(match) if match else ():
            self.choice.addItem(label, value)
        if match:
            self.choice.setCurrentIndex(self.choice.findData(self.pasting.action(match)))

    def _decide(self) -> None:
        self._choose(str(self.choice.currentData()))

    def _choose(self, action: str) -> None:
        if self.match:
            self.pasting.decide(self.match, action)
            self._follow()
