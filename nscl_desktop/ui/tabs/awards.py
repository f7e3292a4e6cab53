"""Section Đợt xét giải: the rounds of awards at the left, the chosen one at the right."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from nscl_desktop.domain.award_results import results
from nscl_desktop.domain.sorting import sort_key
from nscl_desktop.domain.text import fold
from nscl_desktop.presenters.award_office import AwardRow, OpenAward
from nscl_desktop.presenters.office import Office
from nscl_desktop.services import award_rounds as service
from nscl_desktop.ui.attempts import attempted
from nscl_desktop.ui.awards.award_page import AwardPage
from nscl_desktop.ui.awards.award_windows import NewAwardWindow
from nscl_desktop.ui.commands import Command, make_action
from nscl_desktop.ui.list_and_page import ListAndPage
from nscl_desktop.ui.nothing_yet import NothingYet
from nscl_desktop.ui.preferences import Preferences
from nscl_desktop.ui.saving_aside import save_aside
from nscl_desktop.ui.searched_list import SearchedList
from nscl_desktop.ui.tab import EDIT, FILE, VIEW, Menus, Surroundings, TabMaker

_WORDS = (
    "Mỗi đợt là một năm Giải thưởng Chất lượng quốc gia: đơn vị dự giải, điểm tự đánh giá, điểm của hội đồng\n"
    "sơ tuyển, hiệp y, quyết định, tiền thưởng. Quy chế và mức thưởng theo ngày có sẵn và sửa được."
)


def prepare(_office: Office, _preferences: Preferences) -> TabMaker:
    """The list is read when the section is first looked at."""
    return AwardsTab


class AwardsTab:
    """The section's parts and what they do with one another."""

    def __init__(self, around: Surroundings) -> None:
        self._around = around
        self._rows: list[AwardRow] = []
        self._today = date.today()  # noqa: DTZ011 - the clerk's own day
        self.side = SearchedList("Các đợt xét giải", "Tìm đợt", "Đợt mới", around.theme)
        self.search, self.list = self.side.search, self.side.list
        self.nothing = NothingYet(
            "Chưa có đợt xét giải nào", _WORDS, ("Mở đợt xét giải", self.make_new), none_chosen="Chọn một đợt"
        )
        self._place: ListAndPage[AwardPage] = ListAndPage("Đợt xét giải", self.side, self.nothing, around, (300, 1060))
        host = self._split = self._place.split
        self.new = make_action(host, Command("Đợt xét giải mới…", self.make_new, "add", ("Ctrl+N",)), around.theme)
        self.delete = make_action(host, Command("Xóa đợt xét giải", self._delete, "delete"), around.theme)
        self.find = make_action(host, Command("Tìm đợt", self.search.setFocus, "search", ("Ctrl+F",)), around.theme)
        self.round = make_action(host, Command("Sang vùng khác", self._go_round, keys=("F6",)))
        self.search.textChanged.connect(lambda _: self._refill())
        self.list.currentItemChanged.connect(lambda *_: self._show(self.list.key))
        self.side.add.clicked.connect(lambda: self.make_new())  # noqa: PLW0108 - without Qt's own argument
        self._read("")

    @property
    def page(self) -> AwardPage | None:
        """The round on the desk."""
        return self._place.page

    # -- what the window asks ---------------------------------------------------------------------------------------

    def widget(self) -> QWidget:
        """The section's page."""
        return self._split

    def menus(self) -> Menus:
        """Commands on the list and on the round on the desk."""
        self.delete.setEnabled(self.page is not None)
        undoing = [self.page.undo_action, self.page.redo_action, None] if self.page else []
        return {FILE: [self.new], EDIT: [*undoing, self.delete], VIEW: [self.find, None, self.round]}

    def come_in_front(self) -> None:
        """Show the list with the keyboard in it."""
        self._around.voice.title.emit("Giải thưởng")
        self._around.voice.findings.emit(-1, -1, -1)
        self.list.setFocus() if self._rows else self.nothing.take_focus()

    def go_to_findings(self) -> None:
        """Rounds have no findings; what does not fit stands beside it."""

    def settle(self) -> None:
        """Take what is being typed."""
        self._place.settle()

    def open_record(self, entity: str, key: str) -> None:
        """Show a round; a search that hides it is taken away."""
        self.search.clear()
        self._read(key)

    def chosen(self) -> Sequence[tuple[str, str]]:
        """The round on the desk."""
        return [("award_round", self._place.wanted)] if self._place.wanted else []

    def read_again(self) -> None:
        """Nothing of before may stay on the desk; the same round is shown anew."""
        key = self.page.desk.root_id if self.page else ""
        self._put_away()
        self._read(key)

    # -- doing ------------------------------------------------------------------------------------------------------

    def make_new(self) -> None:
        """Ctrl+N."""
        window = NewAwardWindow(self._around, self._read, self._split, self._today.year)
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window.open()

    def _read(self, key: str) -> None:
        awards = self._around.office.awards

        def take(rows: list[AwardRow]) -> None:
            self._rows = sorted(rows, key=_newest_first)
            here = self.page.desk.root_id if self.page else ""
            wanted = key or here or (self._rows[0].held.id if rows else "")
            self._refill(wanted)
            if wanted:
                self._show(wanted)
            else:
                self._put_away()

        self._around.operations.run("", lambda _: list(awards.rows()), take)

    def _refill(self, current: str = "") -> None:
        words = fold(self.search.text()).split()
        shown = [row for row in self._rows if all(word in fold(row.held.name) for word in words)]
        kept = current or self.list.key or (self.page.desk.root_id if self.page else "")
        self.list.fill([(row.held.id, row.held.name, _below(row)) for row in shown], kept)

    def _show(self, key: str, *, again: bool = False) -> None:
        if key and (again or not (self.page and self.page.desk.root_id == key)):
            self._place.bring(key, self._around.office.awards.read, self._make_page)

    def _make_page(self, opened: OpenAward) -> AwardPage:
        page = AwardPage(opened, self._around, self._today.isoformat())
        key = page.desk.root_id
        page.state_changed.connect(self._on_state)
        page.read_wanted.connect(lambda: self._show(key, again=True))
        return page

    def _put_away(self) -> None:
        self.nothing.follow(is_empty=not self._rows)
        self._place.put_away()

    def _on_state(self) -> None:
        """The round has changed: its line in the list follows."""
        self._around.voice.menus_changed.emit()
        page = self.page
        if page is None or page.held is None:
            return
        standing = page.sheet.nominations()
        found = results(standing, page.sheet.prizes())
        fresh = AwardRow(page.held, len(standing), found.winners, found.prizes)
        self._rows = [fresh if row.held.id == fresh.held.id else row for row in self._rows]
        self._refill()

    def _delete(self) -> None:
        page = self.page
        if page is None or page.held is None:
            return
        held, awards = page.held, self._around.office.awards

        def delete() -> None:
            step = service.remove(page.desk.book, held, held)
            told = f"Đã {step.words[:1].lower()}{step.words[1:]}"
            save_aside(self._around, awards.add, step, told, done=gone, undone=back, busy="Đang xóa")

        def gone() -> None:
            self._put_away()
            self._read("")

        def back() -> None:
            self._read(held.id)

        attempted(self._around.voice, delete)

    def _go_round(self) -> None:
        self._place.go_round(self.list, self.search)


def _below(row: AwardRow) -> str:
    year = f"Năm {row.held.year}" if row.held.year else "Chưa ghi năm"
    standing = f"{row.nominations} đơn vị" if row.nominations else "chưa có đơn vị dự giải"
    won = f"{row.winners} đạt giải, {row.prizes} giải" if row.prizes else ""
    return " · ".join(filter(None, (year, standing, won)))


def _newest_first(row: AwardRow) -> tuple[int, str]:
    return -(row.held.year or 0), sort_key(row.held.name)
