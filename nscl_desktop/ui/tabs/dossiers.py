"""Section Hồ sơ hỗ trợ: the dossiers at the left, the chosen one at the right."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from nscl_desktop.domain.dossiers.listing import DossierRow
from nscl_desktop.domain.dossiers.whole import Wholes
from nscl_desktop.domain.plan_rows import PlanRow
from nscl_desktop.presenters.dossier_list import Arranged, DossierList, arranged
from nscl_desktop.presenters.dossier_office import OpenDossier
from nscl_desktop.presenters.office import Office
from nscl_desktop.ui.commands import Command, make_action
from nscl_desktop.ui.dossiers.dossier_commands import DossierCommands
from nscl_desktop.ui.dossiers.dossier_page import DossierPage
from nscl_desktop.ui.dossiers.list_view import DossierListView
from nscl_desktop.ui.list_and_page import ListAndPage
from nscl_desktop.ui.nothing_yet import NothingYet
from nscl_desktop.ui.preferences import Preferences
from nscl_desktop.ui.tab import EDIT, FILE, TOOLS, VIEW, Menus, Surroundings, TabMaker

_WORDS = (
    "Một hồ sơ là một lần hỗ trợ cho một đơn vị: được hỗ trợ gì, đến bước nào, tiền từ mục chi nào của kế hoạch.\n"
    "Hãy mở hồ sơ đầu tiên, hoặc xem trước danh mục nội dung hỗ trợ và giấy tờ của các bước."
)
_ROW_MS = 400
"""Wait so long after an edit before the row in the list is read anew."""


def prepare(_office: Office, _preferences: Preferences) -> TabMaker:
    """The list is read when the section is made, which is when it is first looked at."""
    return DossiersTab


class DossiersTab:
    """The section's parts and what they do with one another."""

    def __init__(self, around: Surroundings) -> None:
        self._around = around
        self.today = date.today().isoformat()  # noqa: DTZ011 - the clerk's own day
        self.plans: Sequence[PlanRow] = ()
        self.list = DossierListView(DossierList(self.today), around.theme)
        self.nothing = NothingYet(
            "Chưa có hồ sơ hỗ trợ nào",
            _WORDS,
            ("Hồ sơ mới", lambda: self.commands.make_new()),  # noqa: PLW0108 - the commands come later
            ("Danh mục hỗ trợ", lambda: self.commands.show_lists()),  # noqa: PLW0108 - likewise
            none_chosen="Chọn một hồ sơ",
        )
        self._place: ListAndPage[DossierPage] = ListAndPage(
            "Hồ sơ hỗ trợ", self.list, self.nothing, around, (340, 1020)
        )
        self._split = self._place.split
        self.commands = DossierCommands(self._split, around, self.list, lambda: self.page, lambda: self.plans)
        self.round = make_action(self._split, Command("Sang vùng khác", self._go_round, keys=("F6",)))
        self._row = QTimer(self._split, singleShot=True, interval=_ROW_MS)
        self._row.timeout.connect(self._read_row)
        self.list.chosen.connect(self._show)
        self.list.new_wanted.connect(self.commands.make_new)
        self.commands.list_changed.connect(self._read)
        self._read()

    @property
    def page(self) -> DossierPage | None:
        """The dossier on the desk."""
        return self._place.page

    # -- what the window asks ---------------------------------------------------------------------------------------

    def widget(self) -> QWidget:
        """The section's page."""
        return self._split

    def menus(self) -> Menus:
        """Commands on the list and on the dossier on the desk."""
        self.commands.follow()
        undoing = [self.page.undo_action, self.page.redo_action, None] if self.page else []
        papers = [None, *self.commands.papers] if self.commands.papers else []
        return {
            FILE: [self.commands.new, *papers, None, self.commands.export],
            EDIT: [*undoing, *self.commands.acts],
            VIEW: [self.commands.find, self.commands.filter, self.commands.columns, None, self.round],
            TOOLS: [self.commands.lists],
        }

    def come_in_front(self) -> None:
        """Show the list with the keyboard in it."""
        self._around.voice.title.emit("Hồ sơ hỗ trợ")
        self._around.voice.findings.emit(-1, -1, -1)
        self.list.go_to_rows() if self.list.dossiers.rows else self.list.search.setFocus()

    def go_to_findings(self) -> None:
        """The warnings stand in the section Tổng hợp of the dossier."""
        if self.page:
            self.page.pages.setCurrentIndex(0)
            self.page.take_focus()

    def settle(self) -> None:
        """Take what is being typed."""
        self._place.settle()

    def open_record(self, entity: str, key: str) -> None:
        """Show a dossier, in the list and beside it; filters that hide it are taken away."""
        self._read(key)

    def chosen(self) -> Sequence[tuple[str, str]]:
        """The dossier on the desk."""
        return [("dossier", self._place.wanted)] if self._place.wanted else []

    def read_again(self) -> None:
        """Nothing of before may stay on the desk."""
        self._put_away()
        self._read()

    # -- reading ----------------------------------------------------------------------------------------------------

    def _read(self, wanted: str = "") -> None:
        """Read the list anew, and the dossier ``wanted`` (else the one on the desk)."""
        dossiers, shown = self._around.office.dossiers, wanted or self._place.wanted
        self._place.settle()

        def take(found: tuple[Arranged, Sequence[PlanRow]]) -> None:
            listed, self.plans = found
            self.list.take(listed, shown)
            self.list.offer(self.list.dossiers.offers(self.plans))
            self.commands.follow()
            is_there = shown in listed.chips
            if is_there and wanted:
                self.list.choose(shown)
            if is_there:
                self._place.bring(shown, dossiers.read, self._make_page)
            else:
                self._put_away()
                if wanted:
                    self._around.voice.said.emit("Không còn hồ sơ này trong tệp dữ liệu.")
                else:
                    self.list.begin()

        def work() -> tuple[Arranged, Sequence[PlanRow]]:
            return arranged(dossiers.rows(), self.today), dossiers.plans()

        self._around.operations.run("", lambda _: work(), take)

    def _show(self, key: str) -> None:
        if key and key != self._place.wanted:
            self._place.bring(key, self._around.office.dossiers.read, self._make_page)

    def _make_page(self, found: OpenDossier) -> DossierPage:
        page = DossierPage(found, self._around, self.plans, self.today)
        page.state_changed.connect(self._on_state)
        page.dossier_wanted.connect(self.list.choose)
        page.unit_wanted.connect(lambda unit: self._around.voice.record_wanted.emit("enterprise", unit))
        page.next.clicked.connect(self.commands.note_next)
        page.offer(self.commands.acts, self.commands.papers)
        return page

    def _put_away(self) -> None:
        self.nothing.follow(is_empty=self.list.dossiers.is_empty)
        self._place.put_away()

    # -- following --------------------------------------------------------------------------------------------------

    def _on_state(self) -> None:
        """The dossier has changed: commands follow at once, its row in the list soon."""
        self.commands.follow()
        self._around.voice.menus_changed.emit()
        page = self.page
        if page and page.open.dossier and (page.open.dossier.plan_id or "") != page.plan_id:
            self._read(page.open.dossier.id)  # other lines, years and sources are offered now
            return
        self._row.start()
        if page and page.open.dossier and page.open.lines != page.lines:
            page.lines = page.open.lines
            self._read_others(page)

    def _read_row(self) -> None:
        dossier = self.page.open.dossier if self.page else None
        if dossier is None:
            return
        dossiers, unit, key = self._around.office.dossiers, dossier.enterprise_id or "", dossier.id

        def take(rows: Sequence[DossierRow]) -> None:
            self.list.show_change(next((row for row in rows if row.id == key), None))

        self._around.operations.run("", lambda _: dossiers.rows_of_unit(unit), take)

    def _read_others(self, page: DossierPage) -> None:
        """Money comes out of other lines now: who else draws on them counts."""
        dossiers, key = self._around.office.dossiers, page.open.desk.root_id

        def take(found: Wholes) -> None:
            if self.page is page:
                page.open.others = found
                page.follow()

        self._around.operations.run("", lambda _: dossiers.others(key), take)

    def _go_round(self) -> None:
        self._place.go_round(self.list.table, self.list.search)
