"""Section Tổ chức tư vấn: the consultants at the left, what the chosen one has done at the right."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QStackedWidget, QWidget

from nscl_desktop.domain.selection import CONSULTANTS
from nscl_desktop.presenters.consultant_list import ConsultantList
from nscl_desktop.presenters.office import Office
from nscl_desktop.presenters.round_office import ConsultantsWork
from nscl_desktop.ui.commands import Command, make_action
from nscl_desktop.ui.enterprises.new_unit_window import NewUnitWindow
from nscl_desktop.ui.nothing_yet import NothingYet
from nscl_desktop.ui.preferences import Preferences
from nscl_desktop.ui.rounds.consultant_page import ConsultantPage
from nscl_desktop.ui.rounds.round_windows import NewRoundWindow
from nscl_desktop.ui.searched_list import SearchedList
from nscl_desktop.ui.tab import FILE, VIEW, Menus, Surroundings, TabMaker

_WORDS = (
    "Tổ chức tư vấn là đơn vị trong danh bạ có loại hình “Tổ chức tư vấn”, hoặc được chọn ở hồ sơ hay hợp đồng.\n"
    "Ở đây thấy mỗi tổ chức đã làm gì, cho ai, và những cặp đơn vị - tư vấn lặp lại."
)


def prepare(_office: Office, _preferences: Preferences) -> TabMaker:
    """The consultants are read each time the section comes in front: other screens change what they have done."""
    return ConsultantsTab


class ConsultantsTab:
    """The section's parts."""

    def __init__(self, around: Surroundings) -> None:
        self._around = around
        self._consultants: ConsultantList | None = None
        self.side = SearchedList("Các tổ chức tư vấn", "Tìm tổ chức", "Thêm", around.theme)
        self.search, self.list = self.side.search, self.side.list
        self.page = ConsultantPage()
        self._stack = QStackedWidget()
        self.nothing = NothingYet(
            "Chưa có tổ chức tư vấn nào", _WORDS, ("Thêm tổ chức tư vấn", self.make_new),
            ("Tuyển chọn tổ chức tư vấn", self.make_round),
        )  # fmt: skip
        self._stack.addWidget(self.nothing)
        self._stack.addWidget(self.page)
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.setAccessibleName("Tổ chức tư vấn")
        self._split.addWidget(self.side)
        self._split.addWidget(self._stack)
        self._split.setStretchFactor(1, 1)
        self._split.setCollapsible(1, False)
        self._split.setHandleWidth(1)
        self._split.setSizes([320, 1040])
        host, theme = self._split, around.theme
        self.new = make_action(host, Command("Thêm tổ chức tư vấn…", self.make_new, "add", ("Ctrl+N",)), theme)
        self.select = make_action(host, Command("Tuyển chọn tổ chức tư vấn…", self.make_round, "people"), theme)
        self.find = make_action(host, Command("Tìm tổ chức", self.search.setFocus, "search", ("Ctrl+F",)), theme)
        self.round = make_action(host, Command("Sang vùng khác", self._go_round, keys=("F6",)))
        self.search.textChanged.connect(lambda _: self._refill())
        self.list.currentItemChanged.connect(lambda *_: self._show())
        self.side.add.clicked.connect(self.make_new)
        self.page.wanted.connect(around.voice.record_wanted)

    # -- what the window asks ---------------------------------------------------------------------------------------

    def widget(self) -> QWidget:
        """The section's page."""
        return self._split

    def menus(self) -> Menus:
        """New consultants and selections."""
        return {FILE: [self.new, self.select], VIEW: [self.find, None, self.round]}

    def come_in_front(self) -> None:
        """Read what the dossiers say now, with the keyboard in the list."""
        self._around.voice.title.emit("Tổ chức tư vấn")
        self._around.voice.findings.emit(-1, -1, -1)
        self.list.setFocus()
        self.read_again()

    def go_to_findings(self) -> None:
        """Pairs that come again stand on the page."""

    def settle(self) -> None:
        """Nothing is typed here."""

    def open_record(self, entity: str, key: str) -> None:
        """No kind of record is registered here: units are shown in the register."""

    def read_again(self) -> None:
        """Read anew; the same consultant stays in front."""
        self._read(self.list.key)

    # -- doing ------------------------------------------------------------------------------------------------------

    def make_new(self) -> None:
        """Ctrl+N: a unit of the register, as a consultant."""
        window = NewUnitWindow(self._around, self._split)
        window.kind.setCurrentIndex(window.kind.findData("consultant"))
        window.made.connect(self._read)
        window.open_wanted.connect(lambda key: self._around.voice.record_wanted.emit("enterprise", key))
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window.open()

    def make_round(self) -> None:
        """A selection of consultants, which goes on in the section of rounds."""

        def made(key: str) -> None:
            self._around.voice.record_wanted.emit("selection_round", key)

        window = NewRoundWindow(self._around, made, self._split, CONSULTANTS)
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window.open()

    def _read(self, key: str) -> None:
        rounds = self._around.office.rounds

        def take(work: ConsultantsWork) -> None:
            self._consultants = ConsultantList(work)
            self._refill(key)

        self._around.operations.run("", lambda _: rounds.consultants(), take)

    def _refill(self, current: str = "") -> None:
        if self._consultants is None:
            return
        rows = self._consultants.rows(self.search.text())
        kept = current or self.list.key
        keys = [key for key, _, _ in rows]
        self.list.fill(rows, kept if kept in keys else next(iter(keys), ""))
        self._show()

    def _show(self) -> None:
        key = self.list.key
        if self._consultants is not None and key:
            self.page.show_consultant(self._consultants, key)
            self._stack.setCurrentWidget(self.page)
        elif not self.search.text():
            self._stack.setCurrentWidget(self.nothing)

    def _go_round(self) -> None:
        """F6: from the list to the consultant's dossiers and to the list again."""
        if self.list.hasFocus() or self.search.hasFocus():
            self.page.setFocus()
        else:
            self.list.setFocus()
