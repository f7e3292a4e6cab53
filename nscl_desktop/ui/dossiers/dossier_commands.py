"""Commands on dossiers: new, the next stage, pause, end with recovery, replace, carry over, delete, the lists."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QWidget

from nscl_desktop.domain.changes import ChangeSet
from nscl_desktop.domain.dates import format_short, parse_date
from nscl_desktop.domain.dossiers.chains import replacement_of
from nscl_desktop.domain.dossiers.codes import dong
from nscl_desktop.domain.dossiers.stages import NAMES, following
from nscl_desktop.domain.dossiers.sums import sums_of
from nscl_desktop.domain.dossiers.whole import WholeDossier
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.money_reading import parse_amount
from nscl_desktop.domain.plan_rows import PlanRow
from nscl_desktop.domain.supports import ENDED, OPEN, PAUSED
from nscl_desktop.presenters.dossier_list import plan_words
from nscl_desktop.services import dossier_life as life
from nscl_desktop.services.dossier_steps import set_stage
from nscl_desktop.ui.attempts import attempted
from nscl_desktop.ui.commands import Command, make_action
from nscl_desktop.ui.dossier_papers.paper_actions import paper_actions
from nscl_desktop.ui.dossiers.dossier_page import DossierPage
from nscl_desktop.ui.dossiers.list_view import DossierListView
from nscl_desktop.ui.dossiers.page_parts import Asked, AskValues
from nscl_desktop.ui.enterprises.unit_picker import UnitPicker
from nscl_desktop.ui.list_columns import ListColumns, ListWords
from nscl_desktop.ui.tab import Surroundings


class DossierCommands(QObject):
    """``list_changed``: dossiers came or went beside the desk; its text is the dossier to show then."""

    list_changed = Signal(str)

    def __init__(
        self,
        host: QWidget,
        around: Surroundings,
        listed: DossierListView,
        page: Callable[[], DossierPage | None],
        plans: Callable[[], Sequence[PlanRow]],
    ) -> None:
        super().__init__(host)
        self._host, self._around, self._list, self._page, self._plans = host, around, listed, page, plans
        self.new = self._action("Hồ sơ mới…", self.make_new, "add", "Ctrl+N")
        self.next = self._action("Ghi bước tiếp theo…", self.note_next, "checkmark", "Ctrl+B")
        self.pause = self._action("Tạm dừng…", self.pause_it)
        self.resume = self._action("Tiếp tục hồ sơ", lambda: self._perform(life.resume))
        self.finish = self._action("Hoàn thành hồ sơ", lambda: self._perform(self._finished))
        self.end = self._action("Chấm dứt, thu hồi tạm ứng…", self.end_it)
        self.replace = self._action("Thay thế bằng đơn vị khác…", self.replace_it)
        self.carry = self._action("Chuyển tiếp sang kế hoạch khác…", self.carry_it)
        self.delete = self._action("Xóa hồ sơ", self.delete_it, "delete")
        self.lists = self._action("Danh mục hỗ trợ, giấy tờ, định mức…", self.show_lists, "table")
        self.find = self._action("Tìm hồ sơ", self._find, "search", "Ctrl+F")
        self.filter = self._action("Lọc danh sách", self._list.filter.click, "filter", "Ctrl+Shift+L")
        shown = ListColumns(host, around, listed, ListWords("dossier_columns", "hồ sơ", "Ho so ho tro.xlsx"))
        self.columns, self.export = shown.choose, shown.export
        listed.show_columns(shown.remembered)
        self.papers: list[QAction | None] = [*paper_actions(host, around, self._on_desk, self._listed)]
        """Commands that print the daily papers of the dossier on the desk; shown at its head and in the menu."""

    @property
    def acts(self) -> Sequence[QAction | None]:
        """Commands of a dossier's life."""
        return (
            self.next, None, self.pause, self.resume, self.finish, None, self.end, self.replace, self.carry, None,
            self.delete,
        )  # fmt: skip

    def follow(self) -> None:
        """Offer only what the dossier's state allows."""
        page = self._page()
        dossier = page.open.dossier if page else None
        state = dossier.state if dossier else ""
        upcoming = following(page.open.whole) if page and dossier else ""
        is_replaced = bool(page and dossier and replacement_of(page.open.whole, page.open.wholes))
        allowed = {
            self.next: bool(upcoming), self.pause: state == OPEN, self.resume: state == PAUSED,
            self.finish: state == OPEN and bool(page and page.open.whole.day_of("accepted")),
            self.end: state in (OPEN, PAUSED), self.replace: state == ENDED and not is_replaced,
            self.carry: state in (OPEN, PAUSED), self.delete: bool(state),
        }  # fmt: skip
        self.export.setEnabled(bool(self._list.dossiers.rows))
        for action, is_allowed in allowed.items():
            action.setEnabled(is_allowed)
        if page:
            page.next.setText(f"Ghi bước {NAMES[upcoming]}…" if upcoming else "")
            page.next.setVisible(bool(upcoming))

    # -- new --------------------------------------------------------------------------------------------------------

    def make_new(self) -> None:
        """Ctrl+N."""
        from nscl_desktop.ui.dossiers.new_dossier_window import NewDossierWindow  # wanted when it is opened

        window = NewDossierWindow(self._around, self._plans(), self._list.dossiers, self._host)
        window.made.connect(self.list_changed)
        _open(window)

    def show_lists(self) -> None:
        """The catalogue, the papers of the stages, the norms."""
        from nscl_desktop.ui.dossiers.catalogue_window import open_catalogue  # likewise

        open_catalogue(self._around, self._host, lambda: self.list_changed.emit(self._list.current))

    def _on_desk(self) -> str:
        page = self._page()
        if page is not None:
            page.settle()
        return page.open.desk.root_id if page else ""

    def _listed(self) -> list[tuple[str, str]]:
        rows = self._list.dossiers.rows
        return [(row.id, " · ".join(filter(None, (row.unit, row.code, row.title)))) for row in rows]

    # -- steps on the dossier on the desk ---------------------------------------------------------------------------

    def note_next(self) -> None:
        """Say that the next stage was done, when and by which document."""
        page = self._ready()
        stage = following(page.open.whole) if page else ""
        if page is None or not stage:
            return

        def take(values: Mapping[str, str]) -> None:
            done_on = parse_date(values["done_on"].strip())
            if not done_on:
                raise InputError("Chưa nhập ngày thực hiện; hãy nhập theo mẫu 24/11/2021.")
            named = {name: values[name] for name in ("document", "person")}
            page.open.desk.perform(set_stage(page.open.whole, stage, done_on=done_on, **named))

        known = next((step for step in page.open.whole.steps if step.stage == stage), None)
        asked = (
            Asked("done_on", "Ngày thực hiện", text=format_short(self._list.dossiers.today)),
            Asked("document", "Văn bản", text=known.document if known else ""),
            Asked("person", "Người thực hiện", text=(known.person if known else "") or self._around.office.person),
        )
        _open(AskValues(f"Bước {NAMES[stage]}", "Ghi", asked, take, self._host))

    def pause_it(self) -> None:
        """Deadlines wait until it goes on."""
        self._ask_state("Tạm dừng hồ sơ", "Tạm dừng", life.pause)

    def end_it(self) -> None:
        """End it with a reason; what went out and comes back is noted with it."""
        page = self._ready()
        if page is None:
            return
        whole = page.open.whole
        out = sums_of([whole]).out

        def take(values: Mapping[str, str]) -> None:
            day = parse_date(values["day"].strip())
            back = values.get("back", "").strip()
            amount = parse_amount(back).value if back else None
            recoveries = life.recovered(whole, amount or 0, day, values.get("document", ""))
            page.open.desk.perform(life.end(whole, day, values["reason"], recoveries))

        asked = [
            Asked("day", "Ngày chấm dứt", text=format_short(self._list.dossiers.today)), Asked("reason", "Lý do"),
        ]  # fmt: skip
        about = "Chỗ của hồ sơ để trống cho đến khi có đơn vị thay thế."
        if out:
            about += f" Đã tạm ứng, thanh toán {dong(out)}: ghi số thu hồi, để trống nếu chưa thu."
            asked += [Asked("back", "Thu hồi (đồng)"), Asked("document", "Chứng từ thu hồi")]
        _open(AskValues("Chấm dứt hồ sơ", "Chấm dứt", asked, take, self._host, about))

    def replace_it(self) -> None:
        """Put another unit in the place of an ended dossier."""
        page = self._ready()
        if page is not None:
            window = UnitPicker(self._around.office.enterprises, self._host, "Chọn đơn vị thay thế")
            window.picked.connect(self._replace_by)
            _open(window)

    def _replace_by(self, key: str, name: str) -> None:
        page = self._ready()
        if page is None:
            return

        def take(values: Mapping[str, str]) -> None:
            day = parse_date(values["day"].strip())
            step = life.replace_dossier(page.open.wholes, page.open.whole, key, values["decision"], day)
            self._save(step, step.scope)

        asked = (
            Asked("decision", "Quyết định thay thế"),
            Asked("day", "Ngày quyết định", text=format_short(self._list.dossiers.today)),
        )
        about = f"{name} nhận các mục hỗ trợ và phần kinh phí chưa dùng của hồ sơ này."
        _open(AskValues("Thay thế đơn vị", "Thay thế", asked, take, self._host, about))

    def carry_it(self) -> None:
        """Go on with the dossier under another plan."""
        page, plans = self._ready(), self._plans()
        if page is None:
            return
        if not plans:
            self._around.voice.refused.emit("Chưa có kế hoạch nào để chuyển tiếp sang; hãy lập kế hoạch trước.")
            return
        whole = page.open.whole

        def take(values: Mapping[str, str]) -> None:
            year = values["year"].strip()
            if not year.isdigit():
                raise InputError("Chưa nhập năm của kế hoạch mới; hãy nhập bốn chữ số.")
            step = life.carry_over(whole, values["plan"], int(year), values["text"])
            self._save(step, step.scope)

        offers = [(row.id, plan_words(row)) for row in plans if row.id != whole.dossier.plan_id]
        asked = (
            Asked("plan", "Sang kế hoạch", offers or [("", "Không có kế hoạch khác")]),
            Asked("year", "Năm", text=str((whole.dossier.year or 0) + 1) if whole.dossier.year else ""),
            Asked("text", "Chuyển tiếp từ giai đoạn"),
        )
        about = "Hồ sơ mới nối với hồ sơ này và chỉ tính là một lần hỗ trợ."
        _open(AskValues("Chuyển tiếp hồ sơ", "Chuyển tiếp", asked, take, self._host, about))

    def delete_it(self) -> None:
        """Delete the dossier, unless something elsewhere names it."""
        page = self._ready()
        if page is None:
            return
        dossiers, key, book, whole = (
            self._around.office.dossiers, page.open.desk.root_id, page.open.desk.book, page.open.whole,
        )  # fmt: skip

        def delete(pointing: Mapping[str, int]) -> None:
            attempted(self._around.voice, lambda: self._save(life.delete_dossier(book, whole, pointing), ""))

        self._around.operations.run("", lambda _: dossiers.pointing(key), delete)

    # -- how --------------------------------------------------------------------------------------------------------

    def _ask_state(self, title: str, verb: str, step: Callable[..., ChangeSet]) -> None:
        page = self._ready()
        if page is None:
            return

        def take(values: Mapping[str, str]) -> None:
            page.open.desk.perform(step(page.open.whole, parse_date(values["day"].strip()), values["reason"]))

        today = format_short(self._list.dossiers.today)
        asked = (Asked("day", "Từ ngày", text=today), Asked("reason", "Lý do"))
        _open(AskValues(title, verb, asked, take, self._host))

    def _finished(self, whole: WholeDossier) -> ChangeSet:
        return life.finish(whole, self._list.dossiers.today)

    def _perform(self, step: Callable[[WholeDossier], ChangeSet]) -> None:
        page = self._ready()
        if page is not None:
            attempted(self._around.voice, lambda: page.open.desk.perform(step(page.open.whole)))

    def _ready(self) -> DossierPage | None:
        """The page with nothing half typed; None while no dossier is on the desk."""
        page = self._page()
        if page is None or page.open.dossier is None:
            return None
        page.settle()
        return page

    def _save(self, step: ChangeSet, shown: str) -> None:
        """Save a step that makes or removes a dossier, and offer to take it back."""
        dossiers, before = self._around.office.dossiers, self._list.current

        def told(_: None) -> None:
            back = step.inverted(f"Hoàn tác: {step.words}")
            self.list_changed.emit(shown)
            words = f"Đã {step.words[:1].lower()}{step.words[1:]}"
            self._around.voice.done.emit(words, "Hoàn tác", lambda: self._take_back(back, before))

        self._around.operations.run("Đang lưu", lambda _: dossiers.add(step), told)

    def _take_back(self, back: ChangeSet, shown: str) -> None:
        dossiers = self._around.office.dossiers
        self._around.operations.run(
            "Đang hoàn tác", lambda _: dossiers.add(back), lambda _: self.list_changed.emit(shown)
        )

    def _find(self) -> None:
        self._list.search.setFocus()
        self._list.search.selectAll()

    def _action(self, words: str, run: Callable[[], object], icon: str = "", *keys: str) -> QAction:
        return make_action(self._host, Command(words, run, icon, keys), self._around.theme)


def _open(window: QDialog) -> None:
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    window.open()
