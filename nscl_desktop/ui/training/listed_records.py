"""What the sections Người and Câu lạc bộ have in common: a searched list, and the chosen record."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from nscl_desktop.domain.changes import ChangeSet
from nscl_desktop.presenters.course_list import MOST_SHOWN, Line
from nscl_desktop.services.desk import Desk
from nscl_desktop.ui.attempts import attempted
from nscl_desktop.ui.commands import Command, make_action
from nscl_desktop.ui.list_and_page import ListAndPage
from nscl_desktop.ui.nothing_yet import NothingYet
from nscl_desktop.ui.saving_aside import save_aside
from nscl_desktop.ui.searched_list import SearchedList
from nscl_desktop.ui.tab import EDIT, FILE, VIEW, Menus, Surroundings

RowT = TypeVar("RowT")
OpenT = TypeVar("OpenT")


class ListedPage(Protocol):
    """The page of one such record."""

    desk: Desk
    undo_action: QAction
    redo_action: QAction

    def settle(self) -> None:
        """Take what is being typed."""

    def take_focus(self) -> None:
        """Put the keyboard where one works."""

    def report_to(self, changed: Callable[[], object], read_wanted: Callable[[], object]) -> None:
        """Call these after every step, and where more is to be read than is on the desk."""


PageT = TypeVar("PageT", bound=ListedPage)


@dataclass(frozen=True, slots=True)
class Words:
    """What a section is called and says: of one record, of all, where there are none, the kind of its records."""

    entity: str
    title: str
    noun: str
    none_yet: str
    about: str


@dataclass(frozen=True, slots=True)
class Ways(Generic[RowT, OpenT, PageT]):
    """How a section reads its list and a record, what a line shows, and what it does with a page."""

    rows: Callable[[], Sequence[RowT]]
    lines: Callable[[Sequence[RowT], str], Sequence[Line]]
    read: Callable[[str], OpenT]
    page: Callable[[OpenT], PageT]
    add: Callable[[ChangeSet], object]
    make_new: Callable[[Callable[[str], object]], object]
    deletion: Callable[[PageT], ChangeSet]


class ListedRecords(Generic[RowT, OpenT, PageT]):
    """The section's parts and what they do with one another. ``beside`` stands under the search."""

    def __init__(self, around: Surroundings, words: Words, ways: Ways[RowT, OpenT, PageT]) -> None:
        self._around, self._words, self._ways = around, words, ways
        self.rows: Sequence[RowT] = ()
        self.side = SearchedList(words.title, f"Tìm {words.noun}", f"Thêm {words.noun}", around.theme)
        self.search, self.list = self.side.search, self.side.list
        self.nothing = NothingYet(
            words.none_yet, words.about, (f"Thêm {words.noun}", self.make_new), none_chosen=f"Chọn một {words.noun}"
        )
        self.place: ListAndPage[PageT] = ListAndPage(words.title, self.side, self.nothing, around, (320, 1040))
        host = self.place.split
        theme = around.theme
        self.new = make_action(host, Command(f"Thêm {words.noun}…", self.make_new, "add", ("Ctrl+N",)), theme)
        self.delete = make_action(host, Command(f"Xóa {words.noun}", self._delete, "delete"), theme)
        self.find = make_action(host, Command(f"Tìm {words.noun}", self.search.setFocus, "search", ("Ctrl+F",)), theme)
        self.round = make_action(host, Command("Sang vùng khác", self._go_round, keys=("F6",)))
        self.search.textChanged.connect(lambda _: self.refill())
        self.list.currentItemChanged.connect(lambda *_: self._show(self.list.key))
        self.side.add.clicked.connect(lambda: self.make_new())  # noqa: PLW0108 - without Qt's own argument
        self.read("")

    @property
    def page(self) -> PageT | None:
        """The record on the desk."""
        return self.place.page

    # -- what the window asks ---------------------------------------------------------------------------------------

    def widget(self) -> QWidget:
        """The section's page."""
        return self.place.split

    def menus(self) -> Menus:
        """Commands on the list and on the record on the desk."""
        page = self.page
        self.delete.setEnabled(page is not None)
        undoing = [page.undo_action, page.redo_action, None] if page else []
        return {FILE: [self.new], EDIT: [*undoing, self.delete], VIEW: [self.find, None, self.round]}

    def come_in_front(self) -> None:
        """Read the list anew, since other sections add to it, and put the keyboard in it."""
        self._around.voice.title.emit(self._words.title)
        self._around.voice.findings.emit(-1, -1, -1)
        self.read(self.place.wanted)
        self.list.setFocus() if self.rows else self.nothing.take_focus()

    def go_to_findings(self) -> None:
        """Nothing is checked here."""

    def settle(self) -> None:
        """Take what is being typed."""
        self.place.settle()

    def open_record(self, entity: str, key: str) -> None:
        """Show a record; a search that hides it is taken away."""
        self.search.clear()
        self.read(key)

    def chosen(self) -> Sequence[tuple[str, str]]:
        """The record on the desk."""
        return [(self._words.entity, self.place.wanted)] if self.place.wanted else []

    def read_again(self) -> None:
        """Nothing of before may stay on the desk; the same record is shown anew."""
        key = self.page.desk.root_id if self.page else ""
        self._put_away()
        self.read(key)

    # -- doing ------------------------------------------------------------------------------------------------------

    def make_new(self) -> None:
        """Ctrl+N."""
        self._ways.make_new(self.read)

    def read(self, key: str) -> None:
        """Read the list anew and show a record, else what is on the desk, else the first one."""

        def take(rows: Sequence[RowT]) -> None:
            self.rows = rows
            lines = self._ways.lines(rows, "")
            wanted = key or (self.page.desk.root_id if self.page else "") or (lines[0][0] if lines else "")
            self.refill(wanted)
            self._show(wanted) if wanted else self._put_away()

        self._around.operations.run("", lambda _: self._ways.rows(), take)

    def refill(self, current: str = "") -> None:
        """Show the lines that the search wants."""
        kept = current or self.list.key or (self.page.desk.root_id if self.page else "")
        lines = self._ways.lines(self.rows, self.search.text())
        self.list.fill(_shown(lines, kept), kept)

    def _show(self, key: str, *, again: bool = False) -> None:
        if key and (again or not (self.page and self.page.desk.root_id == key)):
            self.place.bring(key, self._ways.read, self._make_page)

    def _make_page(self, opened: OpenT) -> PageT:
        page = self._ways.page(opened)
        key = page.desk.root_id
        page.report_to(self._on_state, lambda: self._show(key, again=True))
        return page

    def _put_away(self) -> None:
        self.nothing.follow(is_empty=not self.rows)
        self.place.put_away()

    def _on_state(self) -> None:
        self._around.voice.menus_changed.emit()

        def take(rows: Sequence[RowT]) -> None:
            self.rows = rows
            self.refill()

        self._around.operations.run("", lambda _: self._ways.rows(), take)

    def _delete(self) -> None:
        page = self.page
        if page is None:
            return
        key = page.desk.root_id

        def delete() -> None:
            step = self._ways.deletion(page)
            told = f"Đã {step.words[:1].lower()}{step.words[1:]}"
            save_aside(self._around, self._ways.add, step, told, done=gone, undone=lambda: self.read(key))

        def gone() -> None:
            self._put_away()
            self.read("")

        attempted(self._around.voice, delete)

    def _go_round(self) -> None:
        self.place.go_round(self.list, self.search)


def _shown(lines: Sequence[Line], kept: str) -> Sequence[Line]:
    """As many lines as are drawn at once, the one on the desk among them."""
    shown = list(lines[:MOST_SHOWN])
    if kept and all(key != kept for key, _, _ in shown):
        shown += [line for line in lines[MOST_SHOWN:] if line[0] == kept]
    return shown
