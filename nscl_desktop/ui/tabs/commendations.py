"""Section Khen thưởng: praise of collectives and persons at the left, the chosen one at the right."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QWidget

from nscl_desktop.domain.awards import Commendation
from nscl_desktop.domain.changes import ChangeSet
from nscl_desktop.domain.prize_money import PrizeRules
from nscl_desktop.presenters.award_office import Rules
from nscl_desktop.presenters.award_papers import PraisePaper
from nscl_desktop.presenters.commendation_list import ALL, DECIDED, NEW, STAGES, below, listed, stage_of, total_words
from nscl_desktop.presenters.office import Office
from nscl_desktop.services import commendations as service
from nscl_desktop.services.desk import Desk
from nscl_desktop.ui.attempts import attempted
from nscl_desktop.ui.awards.commendation_page import CommendationPage
from nscl_desktop.ui.awards.commendation_windows import NewPraiseWindow, PaperWindow
from nscl_desktop.ui.awards.papers_page import PraiseWindow
from nscl_desktop.ui.commands import Command, make_action
from nscl_desktop.ui.list_and_page import ListAndPage
from nscl_desktop.ui.nothing_yet import NothingYet
from nscl_desktop.ui.preferences import Preferences
from nscl_desktop.ui.saving_aside import save_aside
from nscl_desktop.ui.searched_list import SearchedList
from nscl_desktop.ui.tab import EDIT, FILE, VIEW, Menus, Surroundings, TabMaker

_WORDS = (
    "Tập thể, cá nhân có thành tích trong hoạt động nâng cao năng suất, chất lượng mà kế hoạch giao tôn vinh,\n"
    "khen thưởng: đề nghị, tờ trình, quyết định, tiền thưởng, danh sách in ra."
)


def prepare(_office: Office, _preferences: Preferences) -> TabMaker:
    """The list is read when the section is first looked at."""
    return CommendationsTab


class CommendationsTab:
    """The section's parts and what they do with one another."""

    def __init__(self, around: Surroundings) -> None:
        self._around = around
        self._today = date.today()  # noqa: DTZ011 - the clerk's own day
        self._rows: list[Commendation] = []
        self._rules: Rules | None = None
        self._provinces: dict[str, str] = {}
        self.side = SearchedList("Khen thưởng", "Tìm khen thưởng", "Thêm", around.theme)
        self.search, self.list = self.side.search, self.side.list
        self.stage, self.total = QComboBox(), QLabel()
        self._dress_side()
        self.nothing = NothingYet(
            "Chưa có khen thưởng nào", _WORDS, ("Thêm khen thưởng", self.make_new), none_chosen="Chọn một mục"
        )
        self._place: ListAndPage[CommendationPage] = ListAndPage(
            "Khen thưởng", self.side, self.nothing, around, (340, 1020)
        )
        host = self._split = self._place.split
        self.new = make_action(host, Command("Khen thưởng mới…", self.make_new, "add", ("Ctrl+N",)), around.theme)
        self.propose = make_action(host, Command("Ghi tờ trình…", self.ask_proposal, "submit"), around.theme)
        self.decide = make_action(host, Command("Ghi quyết định…", self.ask_decision, "sign"), around.theme)
        print_words = "In danh sách đề nghị khen thưởng…"
        self.print = make_action(host, Command(print_words, self.show_list, "print", ("Ctrl+P",)), around.theme)
        self.delete = make_action(host, Command("Xóa khen thưởng", self._delete, "delete"), around.theme)
        self.find = make_action(
            host, Command("Tìm khen thưởng", self.search.setFocus, "search", ("Ctrl+F",)), around.theme
        )
        self.round = make_action(host, Command("Sang vùng khác", self._go_round, keys=("F6",)))
        self.search.textChanged.connect(lambda _: self._refill())
        self.stage.activated.connect(lambda _: self._refill())
        self.list.currentItemChanged.connect(lambda *_: self._show(self.list.key))
        self.side.add.clicked.connect(lambda: self.make_new())  # noqa: PLW0108 - without Qt's own argument
        self._read("")

    @property
    def page(self) -> CommendationPage | None:
        """The praise on the desk."""
        return self._place.page

    @property
    def shown(self) -> list[Commendation]:
        """What the list shows now, and what is printed."""
        return listed(self._rows, str(self.stage.currentData() or ALL), self.search.text())

    # -- what the window asks ---------------------------------------------------------------------------------------

    def widget(self) -> QWidget:
        """The section's page."""
        return self._split

    def menus(self) -> Menus:
        """Commands on the list and on what is on the desk."""
        self.delete.setEnabled(self.page is not None)
        for action in (self.propose, self.decide, self.print):
            action.setEnabled(bool(self._rows))
        undoing = [self.page.undo_action, self.page.redo_action, None] if self.page else []
        return {
            FILE: [self.new, self.propose, self.decide, None, self.print],
            EDIT: [*undoing, self.delete],
            VIEW: [self.find, None, self.round],
        }

    def come_in_front(self) -> None:
        """Show the list with the keyboard in it."""
        self._around.voice.title.emit("Khen thưởng")
        self._around.voice.findings.emit(-1, -1, -1)
        self.list.setFocus() if self._rows else self.nothing.take_focus()

    def go_to_findings(self) -> None:
        """Praise has no findings."""

    def settle(self) -> None:
        """Take what is being typed."""
        self._place.settle()

    def open_record(self, entity: str, key: str) -> None:
        """Show one; a search that hides it is taken away."""
        self.search.clear()
        self.stage.setCurrentIndex(0)
        self._read(key)

    def chosen(self) -> Sequence[tuple[str, str]]:
        """What is on the desk."""
        return [("commendation", self._place.wanted)] if self._place.wanted else []

    def read_again(self) -> None:
        """Nothing of before may stay on the desk; the same one is shown anew."""
        key = self.page.desk.root_id if self.page else ""
        self._put_away()
        self._read(key)

    # -- doing ------------------------------------------------------------------------------------------------------

    def make_new(self) -> None:
        """Ctrl+N."""

        def take(step: ChangeSet) -> None:
            self._save(step, step.scope)

        NewPraiseWindow(take, self._split, self._today.year).open()

    def ask_proposal(self) -> None:
        """One proposal for several."""
        waiting = [each for each in self.shown if stage_of(each) == NEW]

        def take(praise: Sequence[Commendation], number: str, day: str) -> None:
            self._save(service.propose(praise, number, day))

        PaperWindow("Ghi tờ trình…", waiting, take, self._split).open()

    def ask_decision(self) -> None:
        """One decision for several, with the money that the norms give."""
        waiting = [each for each in self.shown if stage_of(each) != DECIDED]

        def take(praise: Sequence[Commendation], number: str, day: str) -> None:
            self._save(service.decide(praise, number, day, self._money()))

        PaperWindow("Ghi quyết định…", waiting, take, self._split).open()

    def show_list(self) -> None:
        """Ctrl+P: what the list shows, on paper."""
        self.settle()
        PraiseWindow(PraisePaper(tuple(self.shown)), self._around, self._split).open()

    def _money(self) -> dict[str, PrizeRules]:
        norms, bases = (self._rules.norms(), self._rules.bases()) if self._rules else ((), ())
        found = {key: PrizeRules(norms, bases, province) for key, province in self._provinces.items()}
        return {"": PrizeRules(norms, bases), **found}

    def _save(self, step: ChangeSet, key: str = "") -> None:
        self.settle()
        here = key or (self.page.desk.root_id if self.page else "")
        told = f"Đã {step.words[:1].lower()}{step.words[1:]}"

        def anew() -> None:
            self._put_away()
            self._read(here)

        save_aside(self._around, self._around.office.awards.add, step, told, done=anew, undone=anew)

    def _read(self, key: str) -> None:
        office = self._around.office

        def read() -> tuple[list[Commendation], Rules, dict[str, str]]:
            provinces = {row.id: row.province for row in office.dossiers.plans()}
            return list(office.awards.commendations()), office.awards.rules(), provinces

        def take(found: tuple[list[Commendation], Rules, dict[str, str]]) -> None:
            self._rows, self._rules, self._provinces = found
            shown = self.shown
            here = self.page.desk.root_id if self.page else ""
            known = {each.id for each in self._rows}
            wanted = next((each for each in (key, here) if each in known), shown[0].id if shown else "")
            self._refill(wanted)
            self._around.voice.menus_changed.emit()
            if wanted:
                self._show(wanted)
            else:
                self._put_away()

        self._around.operations.run("", lambda _: read(), take)

    def _refill(self, current: str = "") -> None:
        shown = self.shown
        kept = current or self.list.key or (self.page.desk.root_id if self.page else "")
        self.list.fill([(each.id, each.name, below(each)) for each in shown], kept)
        self.total.setText(total_words(shown))
        self.total.setVisible(bool(shown))

    def _show(self, key: str) -> None:
        if key and not (self.page and self.page.desk.root_id == key):
            read: Callable[[str], Desk] = self._around.office.awards.read_commendation
            self._place.bring(key, read, partial(self._make_page, self._rules))

    def _make_page(self, rules: Rules | None, desk: Desk) -> CommendationPage:
        assert rules is not None  # noqa: S101 - a list is shown with its rules
        page = CommendationPage(desk, rules, self._around, self._today.isoformat())
        page.state_changed.connect(self._on_state)
        return page

    def _put_away(self) -> None:
        self.nothing.follow(is_empty=not self._rows)
        self._place.put_away()

    def _on_state(self) -> None:
        """What is on the desk has changed: its line in the list follows."""
        self._around.voice.menus_changed.emit()
        fresh = self.page.praise if self.page else None
        if fresh is not None:
            self._rows = [fresh if each.id == fresh.id else each for each in self._rows]
            self._refill()

    def _delete(self) -> None:
        praise = self.page.praise if self.page else None
        if praise is not None:
            attempted(self._around.voice, lambda: self._save(service.remove_praise(praise)))

    def _go_round(self) -> None:
        self._place.go_round(self.list, self.search)

    def _dress_side(self) -> None:
        self.stage.setAccessibleName("Bước")
        for value, words in STAGES:
            self.stage.addItem(words, value)
        self.total.setProperty("role", "caption")
        self.total.setContentsMargins(12, 0, 12, 8)
        self.total.setWordWrap(True)
        row = QHBoxLayout()
        row.setContentsMargins(12, 0, 12, 0)
        row.addWidget(self.stage)
        self.side.column.insertLayout(1, row)
        self.side.column.addWidget(self.total)
