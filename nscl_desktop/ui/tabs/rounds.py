"""Section Đợt xét chọn: the rounds at the left, the chosen one at the right."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

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
from nscl_desktop.ui.list_and_page import ListAndPage
from nscl_desktop.ui.nothing_yet import NothingYet
from nscl_desktop.ui.preferences import Preferences
from nscl_desktop.ui.rounds.round_page import RoundPage
from nscl_desktop.ui.rounds.round_windows import NewRoundWindow
from nscl_desktop.ui.saving_aside import save_aside
from nscl_desktop.ui.searched_list import SearchedList
from nscl_desktop.ui.tab import EDIT, FILE, VIEW, Menus, Surroundings, TabMaker

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
        self._rows: list[RoundRow] = []
        self._is_telling = False
        self.side = SearchedList("Các đợt xét chọn", "Tìm đợt", "Đợt mới", around.theme)
        self.search, self.list = self.side.search, self.side.list
        self.nothing = NothingYet(
            "Chưa có đợt xét chọn nào", _WORDS, ("Mở đợt xét chọn", self.make_new), none_chosen="Chọn một đợt"
        )
        self._place: ListAndPage[RoundPage] = ListAndPage("Đợt xét chọn", self.side, self.nothing, around, (320, 1040))
        host = self._split = self._place.split
        self.new = make_action(host, Command("Đợt xét chọn mới…", self.make_new, "add", ("Ctrl+N",)), around.theme)
        self.minutes = make_action(host, Command("In biên bản họp…", self._print, "print", ("Ctrl+P",)), around.theme)
        self.delete = make_action(host, Command("Xóa đợt xét chọn", self._delete, "delete"), around.theme)
        self.find = make_action(host, Command("Tìm đợt", self.search.setFocus, "search", ("Ctrl+F",)), around.theme)
        self.round = make_action(host, Command("Sang vùng khác", self._go_round, keys=("F6",)))
        self.search.textChanged.connect(lambda _: self._refill())
        self.list.currentItemChanged.connect(lambda *_: self._show(self.list.key))
        self.side.add.clicked.connect(lambda: self.make_new())  # noqa: PLW0108 - without Qt's own argument
        self._read("")

    @property
    def page(self) -> RoundPage | None:
        """The round on the desk."""
        return self._place.page

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
        self.list.setFocus() if self._rows else self.nothing.take_focus()

    def go_to_findings(self) -> None:
        """Rounds have no findings; what speaks against a candidate stands beside it."""

    def settle(self) -> None:
        """Take what is being typed."""
        self._place.settle()

    def open_record(self, entity: str, key: str) -> None:
        """Show a round; a search that hides it is taken away."""
        self.search.clear()
        self._read(key)

    def chosen(self) -> Sequence[tuple[str, str]]:
        """The round on the desk."""
        return [("selection_round", self._place.wanted)] if self._place.wanted else []

    def read_again(self) -> None:
        """Nothing of before may stay on the desk; the same round is shown anew."""
        if self._is_telling:
            return
        key = self.page.desk.root_id if self.page else ""
        self._put_away()
        self._read(key)

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
        if key and (again or not (self.page and self.page.desk.root_id == key)):
            self._place.bring(key, self._around.office.rounds.read, self._make_page)

    def _make_page(self, opened: OpenRound) -> RoundPage:
        """The page of a round; one that is read again stays with the judge whose points are being typed."""
        before, page = self.page, RoundPage(opened, self._around)
        key = page.desk.root_id
        if before and before.desk.root_id == key and before.grid.judge in page.grid.judges():
            page.grid.judge = before.grid.judge
            page.follow()
        page.state_changed.connect(self._on_state)
        page.read_wanted.connect(lambda: self._show(key, again=True))
        page.dossiers_changed.connect(self._tell_others)
        return page

    def _put_away(self) -> None:
        self.nothing.follow(is_empty=not self._rows)
        self._place.put_away()

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
            told = f"Đã {step.words[:1].lower()}{step.words[1:]}"
            save_aside(self._around, rounds.add, step, told, done=gone, undone=back, busy="Đang xóa")

        def gone() -> None:
            self._put_away()
            self._read("")

        def back() -> None:
            self._read(selection.id)

        attempted(self._around.voice, delete)

    def _print(self) -> None:
        if self.page:
            self.page.settle()
            print_minutes(self._split, self._around, self.page.desk.root_id)

    def _go_round(self) -> None:
        self._place.go_round(self.list, self.search)


def _below(row: RoundRow) -> str:
    what = "Tư vấn" if row.selection.purpose == CONSULTANTS else ""
    held = format_short(row.selection.held_on)
    chosen = f"{row.chosen}/{row.candidates} được chọn" if row.candidates else "chưa có đơn vị dự xét"
    state = "Đã có quyết định" if row.selection.decision else ""
    return " · ".join(filter(None, (what, held, chosen, state)))


def _newest_first(row: RoundRow) -> tuple[bool, str, str]:
    held = row.selection.held_on
    return bool(held), "".join(chr(0x10FFFF - ord(char)) for char in held), sort_key(row.selection.name)
