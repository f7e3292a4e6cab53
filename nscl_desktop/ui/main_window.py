"""The window's frame: menus, tabs from the registry, status bar. It knows no tab by name.

It paints before any data is there; ``add_tab`` fills the tabs once the file is open.
"""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QCloseEvent, QIcon, QPaintEvent
from PySide6.QtWidgets import (
    QLabel,
    QMainWindow,
    QMenu,
    QMessageBox,
    QPushButton,
    QStackedWidget,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from nscl_desktop import __version__
from nscl_desktop.resource_files import resource_path
from nscl_desktop.ui.commands import Command, all_commands, fill_menu, make_action
from nscl_desktop.ui.preferences import Preferences
from nscl_desktop.ui.status_bar import StatusBar
from nscl_desktop.ui.tab import FILE, HELP, MENUS, TOOLS, VIEW, Menus, Tab, TabSpec, Voice
from nscl_desktop.ui.theme import SCHEMES, Theme
from nscl_desktop.ui.toast import Toast

if TYPE_CHECKING:  # wanted only after the first paint
    from nscl_desktop.ui.operations import Operations

PROGRAM = "NSCL Desktop"
_ABOUT = (
    "Kế hoạch năng suất, chất lượng: mọi con số được kiểm tra với nhau, phụ lục in đúng thể thức"
    " Nghị định 30/2020/NĐ-CP.\n\nDữ liệu chỉ nằm trên máy này; chương trình không gửi gì ra mạng."
)
_OPENING = "Đang mở dữ liệu…"


class MainWindow(QMainWindow):
    """Frame around the tabs."""

    painted = Signal()
    """The first paint is done: now there is time for everything else."""
    closing = Signal()

    def __init__(self, theme: Theme, preferences: Preferences, tabs: Sequence[TabSpec], voice: Voice) -> None:
        super().__init__()
        self._theme, self._preferences, self._specs, self._voice = theme, preferences, tuple(tabs), voice
        self._tabs: dict[str, Tab] = {}
        self._has_painted = False
        self._may_close: Callable[[], bool] = lambda: True
        self.setWindowTitle(PROGRAM)
        self.status = StatusBar(theme)
        self.setStatusBar(self.status)
        self.pages = QTabWidget(documentMode=True)
        self.pages.setAccessibleName("Các phần của chương trình")
        for spec in self._specs:
            self.pages.addTab(_notice(_OPENING), spec.title)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.pages)
        self.setCentralWidget(self._stack)
        self.toast = Toast(self.pages)
        self._menus = {name: self.menuBar().addMenu(name) for name in MENUS}
        self._own = self._own_commands()
        self._fill_menus({})
        self._add_search_button()
        self._listen()
        self.resize(1280, 720)
        self.restoreGeometry(preferences.state("window"))

    # -- tabs -------------------------------------------------------------------------------------------------------

    def add_tab(self, spec: TabSpec, tab: Tab) -> None:
        """Put a tab where its notice stood."""
        index = self._specs.index(spec)
        notice = self.pages.widget(index)
        self._tabs[spec.key] = tab
        blocked = self.pages.blockSignals(True)
        current = self.pages.currentIndex()
        self.pages.removeTab(index)
        self.pages.insertTab(index, tab.widget(), spec.title)
        self.pages.setCurrentIndex(current)
        self.pages.blockSignals(blocked)
        if notice is not None:
            notice.deleteLater()
        if index == current:
            self._on_tab_changed()

    def show_notice(self, page: QWidget) -> None:
        """Show something else than tabs, because the data file could not be opened."""
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)

    def show_tabs(self) -> None:
        """Show the tabs again."""
        notice = self._stack.currentWidget()
        if notice is not self.pages:
            self._stack.removeWidget(notice)
            notice.deleteLater()

    def follow(self, operations: "Operations") -> None:
        """Show in the status bar what is being worked on."""
        operations.began.connect(self.status.show_busy)
        operations.progressed.connect(self.status.show_busy)
        operations.ended.connect(lambda: self.status.show_busy(""))
        self.status.stop_clicked.connect(operations.stop)

    @property
    def current_tab(self) -> Tab | None:
        """The tab in front, once it is there."""
        index = self.pages.currentIndex()
        return self._tabs.get(self._specs[index].key) if index >= 0 else None

    def add_commands(self, menus: Menus) -> None:
        """Commands of the composition (backups and the like), which stand before the window's own."""
        for name, actions in menus.items():
            self._own[name] = [*actions, None, *self._own.get(name, ())]
        self._on_menus_changed()

    def ask_before_closing(self, may_close: Callable[[], bool]) -> None:
        """Have ``may_close`` decide when the user leaves: it saves what is left and may show a reason to stay."""
        self._may_close = may_close

    def _on_tab_changed(self) -> None:
        for tab in self._tabs.values():
            if tab is not self.current_tab:
                tab.settle()
        self._on_menus_changed()
        if self.current_tab:
            self.current_tab.come_in_front()

    # -- menus ------------------------------------------------------------------------------------------------------

    def _own_commands(self) -> dict[str, list[QAction | None]]:
        leave = self._command(Command("T&hoát", self.close, keys=("Ctrl+Q",)))
        find = self._command(Command("Tìm lệnh…", self.open_palette, "search", ("Ctrl+K",)))
        forth = self._command(Command("Phần tiếp theo", lambda: self._turn(1), keys=("Ctrl+PgDown",)))
        back = self._command(Command("Phần trước đó", lambda: self._turn(-1), keys=("Ctrl+PgUp",)))
        findings = self._command(Command("Xem phát hiện", self._go_to_findings, "warning", ("F8",)))
        keys = self._command(Command("Bảng phím tắt", self._show_keys, "help", ("Ctrl+F1",)))
        about = self._command(Command("Giới thiệu chương trình", self._show_about))
        turning = [forth, back] if len(self._specs) > 1 else []
        return {
            FILE: [leave],
            VIEW: [*turning, None, *self._scheme_commands()],
            TOOLS: [find, findings],
            HELP: [keys, None, about],
        }

    def _command(self, command: Command) -> QAction:
        return make_action(self, command, None)

    def _scheme_commands(self) -> list[QAction]:
        group = QActionGroup(self)
        found = []
        for scheme, words in SCHEMES:
            action = self._command(Command(f"Giao diện: {words.lower()}", partial(self._use, scheme)))
            action.setCheckable(True)
            action.setChecked(scheme == self._theme.scheme)
            group.addAction(action)
            found.append(action)
        return found

    def _use(self, scheme: str) -> None:
        self._theme.set_scheme(scheme)
        self._preferences.remember("scheme", scheme)

    def _fill_menus(self, of_tab: Menus) -> None:
        for name, menu in self._menus.items():
            menu.clear()
            fill_menu(menu, [*of_tab.get(name, ()), None, *self._own.get(name, ())])
            menu.menuAction().setVisible(bool(menu.actions()))

    def _on_menus_changed(self) -> None:
        tab = self.current_tab
        self._fill_menus(tab.menus() if tab else {})

    def _add_search_button(self) -> None:
        # kept here: PySide lets a corner widget go that nothing else holds
        self._search = QPushButton("Tìm lệnh…   Ctrl+K")
        self._search.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._search.clicked.connect(self.open_palette)
        self.menuBar().setCornerWidget(self._search)

    @property
    def menus(self) -> list[QMenu]:
        """The menus of the bar."""
        return list(self._menus.values())

    def open_palette(self) -> None:
        """Ctrl+K."""
        from nscl_desktop.ui.command_palette import CommandPalette  # not wanted before the first paint

        palette = CommandPalette(self, all_commands(self.menus))
        area = self.geometry()
        palette.move(area.center().x() - palette.width() // 2, area.top() + 96)
        palette.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        palette.open()

    def _show_keys(self) -> None:
        from nscl_desktop.ui.dialogs.key_card import KeyCard  # not wanted before the first paint

        card = KeyCard(all_commands(self.menus), self)
        card.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        card.open()

    def _show_about(self) -> None:
        QMessageBox.about(self, "Giới thiệu", f"{PROGRAM} {__version__}\n\n{_ABOUT}")

    def _turn(self, step: int) -> None:
        self.pages.setCurrentIndex((self.pages.currentIndex() + step) % self.pages.count())

    def _go_to_findings(self) -> None:
        if self.current_tab:
            self.current_tab.go_to_findings()

    # -- what is said -----------------------------------------------------------------------------------------------

    def _listen(self) -> None:
        self.pages.currentChanged.connect(self._on_tab_changed)
        self.status.findings_clicked.connect(self._go_to_findings)
        self._voice.said.connect(self.status.say)
        self._voice.refused.connect(lambda sentence: self.status.say(sentence, refused=True))
        self._voice.done.connect(self.toast.say)
        self._voice.findings.connect(self._on_findings)
        self._voice.title.connect(lambda title: self.setWindowTitle(f"{title} — {PROGRAM}" if title else PROGRAM))
        self._voice.menus_changed.connect(self._on_menus_changed)

    def _on_findings(self, errors: int, warnings: int, notes: int) -> None:
        counts = ((errors, "lỗi", "error"), (warnings, "cảnh báo", "warning"), (notes, "lưu ý", "note"))
        words = " · ".join(f"{count} {name}" for count, name, _ in counts if count)
        worst = next((role for count, _, role in counts if count), "success")
        self.status.show_findings(words or "Không có phát hiện", worst)
        badge = errors + warnings
        index = self.pages.currentIndex()
        title = self._specs[index].title
        self.pages.setTabText(index, f"{title} ({badge})" if badge else title)

    # -- Qt's own events --------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell that the window can be seen now."""
        super().paintEvent(event)
        if not self._has_painted:
            self._has_painted = True
            self.painted.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Bring what is being typed into the data, and leave only when everything is saved."""
        for tab in self._tabs.values():
            tab.settle()
        if not self._may_close():
            event.ignore()
            return
        self._preferences.remember("window", QByteArray(self.saveGeometry()))
        self.closing.emit()
        event.accept()


def _notice(sentence: str) -> QWidget:
    page = QWidget()
    label = QLabel(sentence)
    label.setProperty("role", "caption")
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    QVBoxLayout(page).addWidget(label)
    return page


def window_icon() -> QIcon:
    """The program's sign."""
    return QIcon(str(resource_path("icons", "nscl.ico")))
