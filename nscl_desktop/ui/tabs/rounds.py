"""Section Đợt xét chọn: the rounds at the left, the chosen one at the right."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from nscl_desktop.domain.dates import format_short
from nscl_desktop.domain.selection import BENEFICIARIES, CONSULTANTS
from nscl_desktop.domain.sorting import sort_key
from nscl_desktop.domain.text import fold
from nscl_desktop.presenters.office import Office
from nscl_desktop.presenters.round_office import OpenRound, RoundRow
from nscl_desktop.services import round_parts as parts
from nscl_desktop.ui.attempts import attempted
from nscl_desktop.ui.commands import Command, make_action
from nscl_desktop.ui.dossier_papers.paper_window import print_minutes
from nscl_desktop.ui.preferences import Preferences
from nscl_desktop.ui.rounds.round_page import RoundPage
from nscl_desktop.ui.rounds.round_windows import NewRoundWindow
from nscl_desktop.ui.tab import EDIT, FILE, VIEW, Menus, Surroundings, TabMaker
from nscl_desktop.ui.two_line_items import TwoLineList

_WORDS = (
    "Mỗi đợt xét chọn có tiêu chí, các đơn vị dự xét lấy từ hồ sơ đã đăng ký hoặc khảo sát, điểm của từng người chấm,\n"
    "xếp hạng và vạch chỉ tiêu. Quyết định của đợt được ghi vào các hồ sơ trong một bước."
)


def prepare(_office: Office, _preferences: Preferences) -> TabMaker:
    """The list is read when the section is first looked at."""
    return RoundsTab


class RoundsTab:
    """The section's parts and what they do with one another."""

    def __init__(self, around: Surroundings) -> None:
        self._around = around
        self.page: RoundPage | None = None
        """The round on the desk."""
        self._rows: list[RoundRow] = []
        self._wanted = ""
        self._is_telling = False
        self.search = QLineEdit(placeholderText="Tìm đợt (không cần dấu)")
        self.search.setAccessibleName("Tìm đợt")
        self.search.setClearButtonEnabled(True)
        self.list = TwoLineList("Các đợt xét chọn", around.theme)
        self.add = QPushButton("Đợt mới")
        self._stack = QStackedWidget()
        self.nothing = self._make_nothing()
        self._stack.addWidget(self.nothing)
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.setAccessibleName("Đợt xét chọn")
        self._split.addWidget(self._make_side())
        self._split.addWidget(self._stack)
        self._split.setStretchFactor(1, 1)
        self._split.setCollapsible(1, False)
        self._split.setHandleWidth(1)
        self._split.setSizes([320, 1040])
        host = self._split
        self.new = make_action(host, Command("Đợt xét chọn mới…", self.make_new, "add", ("Ctrl+N",)), around.theme)
        self.minutes = make_action(host, Command("In biên bản họp…", self._print, "print", ("Ctrl+P",)), around.theme)
        self.delete = make_action(host, Command("Xóa đợt xét chọn", self._delete, "delete"), around.theme)
        self.find = make_action(host, Command("Tìm đợt", self.search.setFocus, "search", ("Ctrl+F",)), around.theme)
        self.round = make_action(host, Command("Sang vùng khác", self._go_round, keys=("F6",)))
        self.search.textChanged.connect(lambda _: self._refill())
        self.search.returnPressed.connect(self.list.setFocus)
        self.list.currentItemChanged.connect(lambda *_: self._show(self.list.key))
        self.add.clicked.connect(self.make_new)
        self._read("")

    # -- what the window asks ---------------------------------------------------------------------------------------

    def widget(self) -> QWidget:
        """The section's page."""
        return self._split

    def menus(self) -> Menus:
        """Commands on the list and on the round on the desk."""
        for action in (self.minutes, self.delete):
            action.setEnabled(self.page is not None)
        undoing = [self.page.undo_action, self.page.redo_action, None] if self.page else []
        return {
            FILE: [self.new, None, self.minutes],
            EDIT: [*undoing, self.delete],
            VIEW: [self.find, None, self.round],
        }

    def come_in_front(self) -> None:
        """Show the list with the keyboard in it."""
        self._around.voice.title.emit("Đợt xét chọn")
        self._around.voice.findings.emit(-1, -1, -1)
        self.list.setFocus() if self._rows else self.nothing_new.setFocus()

    def go_to_findings(self) -> None:
        """Rounds have no findings; what speaks against a candidate stands beside it."""

    def settle(self) -> None:
        """Take what is being typed."""
        if self.page:
            self.page.settle()

    def open_record(self, entity: str, key: str) -> None:
        """Show a round; a search that hides it is taken away."""
        self.search.clear()
        self._read(key)

    def chosen(self) -> Sequence[tuple[str, str]]:
        """The round on the desk."""
        return [("selection_round", self._wanted)] if self._wanted else []

    def read_again(self) -> None:
        """Nothing of before may stay on the desk; the same round is shown anew."""
        if self._is_telling:
            return
        key = self.page.desk.root_id if self.page else ""
        self._put_away()
        self._read(key)

    # -- building ---------------------------------------------------------------------------------------------------

    def _make_side(self) -> QWidget:
        side, column, head = QWidget(), QVBoxLayout(), QHBoxLayout()
        side.setLayout(column)
        side.setMinimumWidth(240)
        head.setContentsMargins(12, 12, 12, 0)
        head.setSpacing(8)
        head.addWidget(self.search, 1)
        head.addWidget(self.add)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.list, 1)
        return side

    def _make_nothing(self) -> QWidget:
        page, column, row = QWidget(), QVBoxLayout(), QHBoxLayout()
        page.setLayout(column)
        self.nothing_title, words = QLabel("Chưa có đợt xét chọn nào"), QLabel(_WORDS)
        self.nothing_title.setProperty("role", "title")
        words.setProperty("role", "caption")
        words.setWordWrap(True)
        self.nothing_new = QPushButton("Mở đợt xét chọn")
        self.nothing_new.setProperty("primary", "true")
        self.nothing_new.clicked.connect(lambda: self.make_new())  # noqa: PLW0108 - without Qt's own argument
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(16)
        column.addStretch(1)
        for label in (self.nothing_title, words):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(label)
        row.addStretch(1)
        row.addWidget(self.nothing_new)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(2)
        return page

    # -- doing ------------------------------------------------------------------------------------------------------

    def make_new(self, purpose: str = "") -> None:
        """Ctrl+N."""
        window = NewRoundWindow(self._around, self._read, self._split, purpose or BENEFICIARIES)
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window.open()

    def _read(self, key: str) -> None:
        rounds = self._around.office.rounds

        def take(rows: list[RoundRow]) -> None:
            self._rows = sorted(rows, key=_newest_first)
            wanted = (
                key or (self.page.desk.root_id if self.page else "") or (self._rows[0].selection.id if rows else "")
            )
            self._refill(wanted)
            if wanted:
                self._show(wanted)
            else:
                self._put_away()

        self._around.operations.run("", lambda _: list(rounds.rows()), take)

    def _refill(self, current: str = "") -> None:
        words = fold(self.search.text()).split()
        shown = [row for row in self._rows if all(word in fold(row.selection.name) for word in words)]
        kept = current or self.list.key or (self.page.desk.root_id if self.page else "")
        self.list.fill([(row.selection.id, row.selection.name, _below(row)) for row in shown], kept)

    def _show(self, key: str, *, again: bool = False) -> None:
        if not key or (self.page and self.page.desk.root_id == key and not again):
            return
        self._wanted = key
        if self.page:
            self.page.settle()
        rounds = self._around.office.rounds
        self._around.operations.run("", lambda _: rounds.read(key), lambda opened: self._put_on(opened, key))

    def _put_on(self, opened: OpenRound, key: str) -> None:
        if self._wanted != key:
            return  # the choice went on meanwhile
        kept, judge = (self.page.pages.currentIndex(), self.page.grid.judge) if self.page else (0, "")
        is_same = self.page is not None and self.page.desk.root_id == key
        self._put_away()
        page = self.page = RoundPage(opened, self._around)
        if is_same and judge in page.grid.judges():
            page.grid.judge = judge
            page.follow()
        page.pages.setCurrentIndex(kept)
        page.state_changed.connect(self._on_state)
        page.read_wanted.connect(lambda: self._show(key, again=True))
        page.dossiers_changed.connect(self._tell_others)
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        self._around.voice.menus_changed.emit()

    def _put_away(self) -> None:
        self.nothing_title.setText("Chọn một đợt" if self._rows else "Chưa có đợt xét chọn nào")
        self._stack.setCurrentWidget(self.nothing)
        if self.page:
            self._stack.removeWidget(self.page)
            self.page.deleteLater()
            self.page = None
            self._around.voice.menus_changed.emit()

    def _tell_others(self) -> None:
        """Dossiers were changed from here: screens that show them read them anew; this one knows."""
        self._is_telling = True
        self._around.voice.data_replaced.emit()
        self._is_telling = False

    def _on_state(self) -> None:
        """The round has changed: its line in the list follows."""
        self._around.voice.menus_changed.emit()
        page = self.page
        if page is None or page.selection is None:
            return
        found = page.sheet.candidates()
        fresh = RoundRow(page.selection, len(found), sum(each.result == "chosen" for each in found))
        self._rows = [fresh if row.selection.id == fresh.selection.id else row for row in self._rows]
        self._refill()

    def _delete(self) -> None:
        page = self.page
        if page is None or page.selection is None:
            return
        selection, rounds = page.selection, self._around.office.rounds

        def delete() -> None:
            step = parts.remove(page.desk.book, selection, selection)

            def done(_: None) -> None:
                self._put_away()
                self._read("")
                back = step.inverted(f"Hoàn tác: {step.words}")
                self._around.voice.done.emit(
                    f"Đã {step.words[:1].lower()}{step.words[1:]}",
                    "Hoàn tác",
                    lambda: self._around.operations.run(
                        "", lambda _: rounds.add(back), lambda _: self._read(selection.id)
                    ),
                )

            self._around.operations.run("Đang xóa", lambda _: rounds.add(step), done)

        attempted(self._around.voice, delete)

    def _print(self) -> None:
        if self.page:
            self.page.settle()
            print_minutes(self._split, self._around, self.page.desk.root_id)

    def _go_round(self) -> None:
        """F6: from the list to the round's pages, into the page, and to the list again."""
        page = self.page
        if page is None:
            self.list.setFocus()
        elif self.list.hasFocus() or self.search.hasFocus():
            page.pages.tabBar().setFocus()
        elif page.pages.tabBar().hasFocus():
            page.take_focus()
        else:
            self.list.setFocus()


def _below(row: RoundRow) -> str:
    what = "Tư vấn" if row.selection.purpose == CONSULTANTS else ""
    held = format_short(row.selection.held_on)
    chosen = f"{row.chosen}/{row.candidates} được chọn" if row.candidates else "chưa có đơn vị dự xét"
    state = "Đã có quyết định" if row.selection.decision else ""
    return " · ".join(filter(None, (what, held, chosen, state)))


def _newest_first(row: RoundRow) -> tuple[bool, str, str]:
    held = row.selection.held_on
    return bool(held), "".join(chr(0x10FFFF - ord(char)) for char in held), sort_key(row.selection.name)
