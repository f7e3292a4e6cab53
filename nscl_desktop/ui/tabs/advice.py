"""Section Kiến nghị: what units were told to mend, over all visits; closed in place, and the way to the visit."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from nscl_desktop.domain.changes import ChangeSet
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.inspections import Recommendation
from nscl_desktop.domain.visit_rows import AdviceRow
from nscl_desktop.presenters.advice_list import CHOICES, AdviceList
from nscl_desktop.presenters.office import Office
from nscl_desktop.ui.commands import Command, make_action
from nscl_desktop.ui.elided_combo import ElidedCombo
from nscl_desktop.ui.inspections.advice_table import AdviceModel, AdviceTable
from nscl_desktop.ui.preferences import Preferences
from nscl_desktop.ui.tab import EDIT, VIEW, Menus, Surroundings, TabMaker

_NOTHING = "Chưa có kiến nghị nào"
_WORDS = (
    "Kiến nghị của các lần kiểm tra đã xong tại chỗ đến đây, kèm thời hạn khắc phục và số ngày quá hạn.\n"
    "Khi đơn vị khắc phục xong, ghi ngày và kết quả ngay trong bảng này."
)


def prepare(_office: Office, _preferences: Preferences) -> TabMaker:
    """Everything is read when the section is first looked at."""
    return AdviceTab


class AdviceTab:
    """A table with a search, a choice of what is shown, and two buttons."""

    def __init__(self, around: Surroundings) -> None:
        self._around = around
        self.listed = AdviceList(date.today().isoformat())  # noqa: DTZ011 - the clerk's own day
        self.search = QLineEdit(placeholderText="Tìm đơn vị, kiến nghị, số biên bản… (không cần dấu)")
        self.search.setAccessibleName("Tìm kiến nghị")
        self.search.setClearButtonEnabled(True)
        self.choice, self.count = ElidedCombo(), QLabel()
        self.choice.setAccessibleName("Xem kiến nghị")
        for value, words in CHOICES:
            self.choice.addItem(words, value)
        self.table = AdviceTable(AdviceModel(self.listed, around.theme))
        self.close, self.visit = QPushButton("Đã khắc phục hôm nay"), QPushButton("Mở lần kiểm tra")
        self.empty = QLabel()
        self.empty.setProperty("role", "notice")
        self._page = QStackedWidget()
        self._lay_out()
        host = self._page
        self.close_action = make_action(host, Command("Đã khắc phục hôm nay", self._close, "ok", ("Ctrl+Return",)))
        self.open_action = make_action(host, Command("Mở lần kiểm tra của kiến nghị", self._open, "inspection"))
        self.find = make_action(host, Command("Tìm kiến nghị", self.search.setFocus, "search", ("Ctrl+F",)))
        self.close.setToolTip("Ghi hôm nay là ngày khắc phục xong (Ctrl+Enter)")
        self.search.textChanged.connect(self._seek)
        self.search.returnPressed.connect(self.table.setFocus)
        self.choice.activated.connect(lambda _: self._choose())
        self.close.clicked.connect(self._close)
        self.visit.clicked.connect(self._open)
        self.table.rows.typed.connect(self._type)
        self.table.selectionModel().currentChanged.connect(lambda *_: self._follow())

    # -- what the window asks ---------------------------------------------------------------------------------------

    def widget(self) -> QWidget:
        """The section's page."""
        return self._page

    def menus(self) -> Menus:
        """Commands on the current recommendation."""
        return {EDIT: [self.close_action, self.open_action], VIEW: [self.find]}

    def come_in_front(self) -> None:
        """Read anew: visits may have been finished meanwhile."""
        self._around.voice.title.emit("Kiến nghị")
        self._around.voice.findings.emit(-1, -1, -1)
        self._read()
        self.table.setFocus()

    def go_to_findings(self) -> None:
        """What is late stands first."""

    def settle(self) -> None:
        """Take what is being typed."""
        editor = self.table.indexWidget(self.table.currentIndex())
        if editor is not None:
            self.table.commitData(editor)

    def open_record(self, entity: str, key: str) -> None:
        """Show a recommendation, whatever is filtered."""
        self.search.clear()
        self.choice.setCurrentIndex(self.choice.findData(""))
        self.listed.choice = ""
        self._read(key)

    def read_again(self) -> None:
        """Read everything anew."""
        self._read()

    # -- building ---------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.search, 2)
        head.addWidget(self.choice, 1)
        foot.setSpacing(8)
        foot.addWidget(self.close)
        foot.addWidget(self.visit)
        foot.addStretch(1)
        self.count.setProperty("role", "caption")
        foot.addWidget(self.count)
        whole, column = QWidget(), QVBoxLayout()
        whole.setLayout(column)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.table, 1)
        column.addWidget(self.empty, 1)
        column.addLayout(foot)
        self._page.addWidget(_nothing())
        self._page.addWidget(whole)

    # -- doing ------------------------------------------------------------------------------------------------------

    def _read(self, wanted: str = "") -> None:
        visits = self._around.office.visits

        def show(rows: Sequence[AdviceRow]) -> None:
            self.listed.load(rows)
            self._page.setCurrentIndex(0 if self.listed.is_empty else 1)
            self._show(wanted)

        self._around.operations.run("", lambda _: visits.advice(), show)

    def _show(self, wanted: str = "") -> None:
        self.table.show_again(wanted)
        is_empty = not self.table.rows.entries
        self.table.setVisible(not is_empty)
        self.empty.setVisible(is_empty)
        self.empty.setText("Không có kiến nghị nào như vậy.")
        self.count.setText(self.listed.count_words())
        self._follow()

    def _follow(self) -> None:
        entry = self.table.current
        can_close = entry is not None and not entry.row.advice.closed_on
        for thing, is_on in (
            (self.close, can_close), (self.close_action, can_close),
            (self.visit, entry is not None), (self.open_action, entry is not None),
        ):  # fmt: skip
            thing.setEnabled(is_on)

    def _seek(self, text: str) -> None:
        self.listed.query = text
        self._show()

    def _choose(self) -> None:
        self.listed.choice = str(self.choice.currentData())
        self._show()

    def _type(self, advice: Recommendation, column: int, text: str) -> None:
        try:
            step = self.listed.step(advice, column, text)
        except InputError as error:
            self._around.voice.refused.emit(error.sentence)
            return
        self._save(step)

    def _close(self) -> None:
        entry = self.table.current
        if entry is not None and not entry.row.advice.closed_on:
            self._save(self.listed.close_step(entry.row.advice))

    def _save(self, step: ChangeSet) -> None:
        visits, key = self._around.office.visits, step.changes[0].id if step else ""
        back = step.inverted(f"Hoàn tác: {step.words}")

        def undo() -> None:
            self._around.operations.run("Đang hoàn tác", lambda _: visits.add(back), lambda _: self._read(key))

        def told() -> None:
            self._read(key)
            self._around.voice.done.emit("Đã ghi kết quả khắc phục", "Hoàn tác", undo)

        if step:
            self._around.operations.run("Đang lưu", lambda _: visits.add(step), lambda _: told())

    def _open(self) -> None:
        entry = self.table.current
        if entry is not None:
            self._around.voice.record_wanted.emit("visit", entry.row.advice.visit_id)


def _nothing() -> QWidget:
    page, column = QWidget(), QVBoxLayout()
    page.setLayout(column)
    title, words = QLabel(_NOTHING), QLabel(_WORDS)
    title.setProperty("role", "title")
    words.setProperty("role", "caption")
    column.setSpacing(16)
    column.addStretch(1)
    for label in (title, words):
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(label)
    column.addStretch(2)
    return page
