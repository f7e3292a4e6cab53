"""What the frame holds beside the tabs: commands, menus, status bar, toast. Put in after the first paint."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QActionGroup, QIcon
from PySide6.QtWidgets import QMenu, QPushButton

from nscl_desktop import __version__
from nscl_desktop.resource_files import resource_path
from nscl_desktop.ui.commands import Command, all_commands, fill_menu, make_action
from nscl_desktop.ui.main_window import PROGRAM, MainWindow
from nscl_desktop.ui.preferences import Preferences
from nscl_desktop.ui.slices import Slices
from nscl_desktop.ui.status_bar import StatusBar
from nscl_desktop.ui.tab import FILE, HELP, TOOLS, VIEW, Menus, Voice
from nscl_desktop.ui.theme import SCHEMES, Theme
from nscl_desktop.ui.toast import Toast

if TYPE_CHECKING:
    from nscl_desktop.ui.command_palette import CommandPalette
    from nscl_desktop.ui.dialogs.help_window import HelpWindow
    from nscl_desktop.ui.operations import Operations

_ABOUT = (
    "Kế hoạch năng suất, chất lượng: mọi con số được kiểm tra với nhau, phụ lục in đúng thể thức"
    " Nghị định 30/2020/NĐ-CP.\n\nDữ liệu chỉ nằm trên máy này; chương trình không gửi gì ra mạng."
)


class Furniture(QObject):
    """Everything around the tabs, listening to what they say."""

    def __init__(self, window: MainWindow, theme: Theme, preferences: Preferences, voice: Voice) -> None:
        super().__init__(window)
        self._window, self._theme, self._preferences, self._voice = window, theme, preferences, voice
        window.setWindowIcon(QIcon(str(resource_path("icons", "nscl.ico"))))
        self.status = StatusBar(theme)
        window.setStatusBar(self.status)
        self.toast = Toast(window.pages)
        self._help: HelpWindow | None = None
        self._offered: Menus = {}
        self._path, self._called, self._title = Path(), "", ""
        self._own = self._own_commands()
        # kept here: PySide lets a corner widget go that nothing else holds
        self.search = QPushButton("Tìm lệnh…   Ctrl+K")
        self.search.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.search.clicked.connect(self.open_palette)
        window.menuBar().setCornerWidget(self.search)
        self.search.show()
        self._listen()
        self._on_menus_changed()

    @property
    def menus(self) -> list[QMenu]:
        """The menus of the bar."""
        return list(self._window.menus.values())

    def follow(self, operations: "Operations") -> None:
        """Show in the status bar what is being worked on."""
        operations.began.connect(self.status.show_busy)
        operations.progressed.connect(self.status.show_busy)
        operations.ended.connect(lambda: self.status.show_busy(""))
        self.status.stop_clicked.connect(operations.stop)

    def offer(self, *offered: Menus) -> None:
        """Commands on the open data file as a whole, whatever tab is in front; none where it is let go."""
        self._offered = {
            name: [action for menus in offered for action in (None, *menus.get(name, ()))]
            for name in self._window.menus
        }
        self._on_menus_changed()

    def show_file(self, path: Path, *, is_own: bool) -> None:
        """Which data file is open, and whether it is the one of this machine."""
        self._path = path
        self.status.show_file(str(path))
        self.home.setVisible(not is_own)

    def show_standing(self, called: str, open_words: str) -> None:
        """What the open file is, where that is more than its name, and how much is left to decide in it."""
        self._called = called
        self.status.show_file(str(self._path), called)
        self.status.show_open(open_words)
        self._on_title(self._title)

    def forget(self) -> None:
        """The data file is let go: nothing of it stays in sight, and nothing of it can be undone."""
        self.toast.hide()
        self.status.forget()
        self._called = ""
        self._on_title("")
        self.offer()

    def open_palette(self) -> None:
        """Ctrl+K."""
        from nscl_desktop.ui.command_palette import CommandPalette  # the start would wait for it

        palette = CommandPalette(self._window, all_commands(self.menus))
        area = self._window.geometry()
        palette.move(area.center().x() - palette.width() // 2, area.top() + 96)
        palette.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        palette.open()
        Slices(palette).take(self._fill_palette(palette), lambda: None)

    def _fill_palette(self, palette: "CommandPalette") -> Iterator[None]:
        """Commands of the screens that are not in front follow one by one: some have to be made first."""
        from nscl_desktop.ui.every_screen import commands_elsewhere  # likewise

        for found in commands_elsewhere(self._window, self._voice):
            palette.add(found)
            yield

    def show_keys(self) -> None:
        """Ctrl+F1."""
        from nscl_desktop.ui.dialogs.key_card import KeyCard  # likewise

        card = KeyCard(all_commands(self.menus), self._window)
        card.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        card.open()

    def show_help(self, code: str = "", page: str = "") -> None:
        """F1; with a finding's code at its section, or at a page. One window, which stays while one works."""
        # Likewise.
        from nscl_desktop.presenters.help_pages import Help
        from nscl_desktop.ui.dialogs.help_window import HelpWindow

        if self._help is None:
            self._help = HelpWindow(Help(resource_path("help")), self._window)
        if code:
            self._help.show_code(code)
        elif page:
            self._help.show_page(page)
        self._help.show()
        self._help.activateWindow()

    # -- commands ---------------------------------------------------------------------------------------------------

    def _own_commands(self) -> dict[str, list[QAction | None]]:
        leave = self._command(Command("T&hoát", self._window.close, keys=("Ctrl+Q",)))
        other = self._command(Command("Mở tệp dữ liệu khác…", self._choose_file, keys=("Ctrl+O",)))
        self.home = self._command(Command("Về tệp dữ liệu của máy này", partial(self._voice.file_wanted.emit, "")))
        self.home.setVisible(False)
        find = self._command(Command("Tìm lệnh…", self.open_palette, "search", ("Ctrl+K",)))
        forth = self._command(Command("Phần tiếp theo", partial(self._turn, 1), keys=("Ctrl+PgDown",)))
        back = self._command(Command("Phần trước đó", partial(self._turn, -1), keys=("Ctrl+PgUp",)))
        findings = self._command(Command("Xem phát hiện", self._go_to_findings, "warning", ("F8",)))
        guide = self._command(Command("Hướng dẫn", self._show_guide, "help", ("F1",)))
        keys = self._command(Command("Bảng phím tắt", self.show_keys, "help", ("Ctrl+F1",)))
        about = self._command(Command("Giới thiệu chương trình", self._show_about))
        turning = [forth, back] if len(self._window.specs) > 1 else []
        return {
            FILE: [other, self.home, None, leave],
            VIEW: [*turning, None, *self._scheme_commands()],
            TOOLS: [find, findings],
            HELP: [guide, keys, None, about],
        }

    def _command(self, command: Command) -> QAction:
        return make_action(self._window, command, None)

    def _scheme_commands(self) -> list[QAction]:
        group = QActionGroup(self)
        found = []
        for scheme, words in SCHEMES:
            action = self._command(Command(f"Giao diện: {words[:1].lower()}{words[1:]}", partial(self._use, scheme)))
            action.setCheckable(True)
            action.setChecked(scheme == self._theme.scheme)
            group.addAction(action)
            found.append(action)
        return found

    def _use(self, scheme: str) -> None:
        self._theme.set_scheme(scheme)
        self._preferences.remember("scheme", scheme)

    def _show_about(self) -> None:
        from PySide6.QtWidgets import QMessageBox  # likewise

        QMessageBox.about(self._window, "Giới thiệu", f"{PROGRAM} {__version__}\n\n{_ABOUT}")

    def _show_guide(self) -> None:
        from nscl_desktop.ui.every_screen import help_page  # likewise

        self.show_help(page=help_page(self._window))

    def _choose_file(self) -> None:
        from PySide6.QtWidgets import QFileDialog  # likewise

        found, _ = QFileDialog.getOpenFileName(self._window, "Mở tệp dữ liệu", "", "Tệp dữ liệu (*.db)")
        if found:
            self._voice.file_wanted.emit(found)

    def _turn(self, step: int) -> None:
        pages = self._window.pages
        pages.setCurrentIndex((pages.currentIndex() + step) % pages.count())

    def _go_to_findings(self) -> None:
        if self._window.current_tab:
            self._window.current_tab.go_to_findings()

    # -- following --------------------------------------------------------------------------------------------------

    def _listen(self) -> None:
        voice, window = self._voice, self._window
        window.pages.currentChanged.connect(self._on_tab_changed)
        window.tab_changed.connect(self._on_tab_changed)
        self.status.findings_clicked.connect(self._go_to_findings)
        voice.said.connect(self.status.say)
        voice.refused.connect(self.status.refuse)
        voice.done.connect(self._on_done)
        voice.findings.connect(self._on_findings)
        voice.title.connect(self._on_title)
        voice.menus_changed.connect(self._on_menus_changed)
        voice.alone.connect(window.make_room)
        voice.record_wanted.connect(window.open_record)
        voice.data_replaced.connect(self._on_data_replaced)

    def _on_tab_changed(self) -> None:
        current = self._window.current_tab
        for tab in self._window.tabs():
            if tab is not current:
                tab.settle()
        self._on_menus_changed()
        self._voice.alone.emit(False)
        if current:
            current.come_in_front()

    def _on_data_replaced(self) -> None:
        for tab in self._window.tabs():
            tab.read_again()

    def _on_done(self, sentence: str, button: str, then: Callable[[], object]) -> None:
        self.status.say("")  # a refusal from before is over
        self.toast.say(sentence, button, then)

    def _on_menus_changed(self) -> None:
        tab = self._window.current_tab
        of_tab: Menus = tab.menus() if tab else {}
        for name, menu in self._window.menus.items():
            menu.clear()
            fill_menu(menu, [*of_tab.get(name, ()), None, *self._offered.get(name, ()), None, *self._own.get(name, ())])

    def _on_title(self, title: str) -> None:
        self._title = title
        self._window.setWindowTitle(" — ".join(filter(None, (title, self._called, PROGRAM))))

    def _on_findings(self, errors: int, warnings: int, notes: int) -> None:
        if errors < 0:
            self.status.show_findings("", "success")
            return
        counts = ((errors, "lỗi", "error"), (warnings, "cảnh báo", "warning"), (notes, "lưu ý", "note"))
        words = " · ".join(f"{count} {name}" for count, name, _ in counts if count)
        worst = next((role for count, _, role in counts if count), "success")
        self.status.show_findings(words or "Mọi con số khớp nhau", worst)
        badge = errors + warnings
        index = self._window.pages.currentIndex()
        title = self._window.specs[index].title
        self._window.pages.setTabText(index, f"{title} ({badge})" if badge else title)
