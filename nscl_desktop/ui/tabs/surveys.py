"""Section Khảo sát: the questionnaires at the left, what was answered by the chosen one at the right."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QVBoxLayout,
    QWidget,
)

from nscl_desktop.domain.changes import ChangeSet
from nscl_desktop.domain.inspections import CHECKLIST_STATES, DRAFT, IN_USE, Checklist
from nscl_desktop.domain.sorting import sort_key
from nscl_desktop.presenters.office import Office
from nscl_desktop.presenters.survey_import_desk import SurveyImportDesk
from nscl_desktop.presenters.survey_sheet import SurveySheet
from nscl_desktop.services.survey_import import SurveyImport
from nscl_desktop.ui.commands import Command, make_action
from nscl_desktop.ui.file_target import chosen_target
from nscl_desktop.ui.list_and_page import ListAndPage
from nscl_desktop.ui.nothing_yet import NothingYet
from nscl_desktop.ui.operations import Progress
from nscl_desktop.ui.paper.printer_run import PrinterRun, ask_for_printer
from nscl_desktop.ui.preferences import Preferences
from nscl_desktop.ui.saving_aside import save_aside, take_back_last
from nscl_desktop.ui.surveys.import_window import SurveyImportWindow
from nscl_desktop.ui.surveys.survey_page import CHARTS, SurveyPage
from nscl_desktop.ui.tab import EDIT, FILE, VIEW, Menus, Surroundings, TabMaker
from nscl_desktop.ui.two_line_items import TwoLineList

_WORDS = (
    "Phiếu khảo sát được soạn ở mục “Bảng kiểm” (chọn “Dùng để: Khảo sát”) và đưa vào dùng.\n"
    "Kết quả nhập tại đơn vị hoặc bằng phiếu Excel rồi tổng hợp ở đây, có biểu đồ."
)
_EXCEL, _PDF = "Bảng tính Excel (*.xlsx)", "Tệp PDF (*.pdf)"


def prepare(_office: Office, _preferences: Preferences) -> TabMaker:
    """The surveys are read when the section is made, which is when it is first looked at."""
    return SurveysTab


class SurveysTab:
    """The section's parts and what they do with one another."""

    def __init__(self, around: Surroundings) -> None:
        self._around, self._room = around, around.office.surveys
        self.list = TwoLineList("Các phiếu khảo sát", around.theme)
        self.nothing = NothingYet("Chưa có phiếu khảo sát nào", _WORDS, ("Soạn phiếu khảo sát", self._go_to_lists))
        self._place: ListAndPage[SurveyPage] = ListAndPage("Khảo sát", self._side(), self.nothing, around, (250, 1110))
        self._split = self._place.split
        self.take_in = self._action("Nhập khảo sát từ Excel…", self._import, "import")
        self.form = self._action("Xuất phiếu khảo sát Excel…", self._write_form, "table")
        self.export = self._action("Xuất bảng tổng hợp ra Excel…", self._export, "export")
        self.export_charts = self._action("Xuất biểu đồ ra PDF…", self._export_charts, "pdf")
        self.print_action = self._action("In biểu đồ…", self._print, "print", "Ctrl+P")
        self.refresh = self._action("Đọc lại kết quả khảo sát", self.read_again, "refresh", "F5")
        self.take_back = self._action("Hoàn tác lần nhập khảo sát gần nhất", self._take_back, "undo")
        self.round = self._action("Sang vùng khác", self._go_round, "", "F6")
        self.list.currentItemChanged.connect(lambda *_: self._show(self.list.key))
        self._read()

    @property
    def page(self) -> SurveyPage | None:
        """The survey that is shown."""
        return self._place.page

    # -- what the window asks ---------------------------------------------------------------------------------------

    def widget(self) -> QWidget:
        """The section's page."""
        return self._split

    def menus(self) -> Menus:
        """Commands on the survey that is shown."""
        page = self.page
        is_in_use = page is not None and page.sheet.checklist.state == IN_USE
        self.take_in.setEnabled(is_in_use)
        for action in (self.form, self.export, self.export_charts, self.print_action):
            action.setEnabled(page is not None)
        return {
            FILE: [self.form, self.take_in, None, self.export, self.export_charts, self.print_action],
            EDIT: [self.take_back],
            VIEW: [self.refresh, self.round],
        }

    def come_in_front(self) -> None:
        """Answers may have come in elsewhere since: they are read anew."""
        self._around.voice.title.emit("Khảo sát")
        self._around.voice.findings.emit(-1, -1, -1)
        self.list.setFocus()
        if self.page:
            self._read()

    def go_to_findings(self) -> None:
        """Surveys have no findings."""

    def settle(self) -> None:
        """Nothing is typed here."""

    def open_record(self, entity: str, key: str) -> None:
        """Surveys are opened by their check list."""
        self._read(key)

    def read_again(self) -> None:
        """Show what the file holds now."""
        self._read()

    # -- building ---------------------------------------------------------------------------------------------------

    def _action(self, words: str, run: Callable[[], object], icon: str, *keys: str) -> QAction:
        return make_action(self._split, Command(words, run, icon, keys), self._around.theme)

    def _side(self) -> QWidget:
        side = QFrame()
        side.setProperty("panel", "side")
        side.setMinimumWidth(24 * side.fontMetrics().averageCharWidth() + 40)
        layout = QVBoxLayout(side)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.addWidget(self.list, 1)
        return side

    def _go_to_lists(self) -> None:
        self._around.voice.record_wanted.emit("checklist", "")

    # -- reading ----------------------------------------------------------------------------------------------------

    def _read(self, wanted: str = "") -> None:
        kept = wanted or self.list.key
        self._around.operations.run("", lambda _: self._room.questionnaires(), lambda found: self._take(found, kept))

    def _take(self, found: Sequence[tuple[Checklist, int]], kept: str) -> None:
        shown = [(each, count) for each, count in found if count or each.state != DRAFT]
        shown.sort(key=lambda pair: (sort_key(pair[0].name), -pair[0].version))
        states = dict(CHECKLIST_STATES)
        rows = [
            (each.id, each.name, f"bản {each.version} · {states[each.state].lower()} · {count} phiếu")
            for each, count in shown
        ]
        self.list.fill(rows, kept)
        if not self.list.key and rows:
            self.list.setCurrentRow(0)
        else:
            self._show(self.list.key)

    def _show(self, key: str) -> None:
        self._place.bring(key, lambda key: SurveySheet(self._room.read(key), key), self._make_page)

    def _make_page(self, sheet: SurveySheet) -> SurveyPage:
        """The page of a survey; one that is read again keeps period and grouping."""
        before = self.page.sheet if self.page else None
        if before is not None and before.key == sheet.key:
            known = dict(sheet.periods())
            sheet.period = before.period if before.period in known else ""
            sheet.grouping, sheet.with_drafts = before.grouping, before.with_drafts
        page = SurveyPage(sheet, self._around)
        page.form_wanted.connect(self._write_form)
        page.import_wanted.connect(self._import)
        page.take_in.setEnabled(sheet.checklist.state == IN_USE)
        return page

    # -- Excel ------------------------------------------------------------------------------------------------------

    def _write_form(self) -> None:
        if self.page is None:
            return
        sheet = self.page.sheet
        target = chosen_target(self._split, "Xuất phiếu khảo sát", f"Phieu - {sheet.checklist.name}.xlsx", _EXCEL)
        if target is None:
            return
        rows, said = sheet.form_rows(), self._around.voice.said
        self._around.operations.run(
            "Đang xuất phiếu",
            lambda _: self._room.write_form(target, sheet.checklist.name, sheet.tree, rows),
            lambda _: said.emit(f"Đã xuất phiếu khảo sát ra {target.name}, {len(rows)} đơn vị đã có tên"),
        )

    def _import(self) -> None:
        page = self.page
        if page is None:
            return
        chosen, _ = QFileDialog.getOpenFileName(self._split, "Nhập khảo sát từ Excel", "", _EXCEL)
        if not chosen:
            return
        path, key, room = Path(chosen), page.sheet.key, self._room

        def read(progress: Progress) -> SurveyImportDesk:
            sheets, book = room.sheets(path), room.read(key)
            found = SurveyImport(book, room.units(), key, progress.tell)
            return SurveyImportDesk(found, book, key, sheets, path.name)

        self._around.operations.run("Đang đọc và đối chiếu tệp", read, self._ask)

    def _ask(self, import_desk: SurveyImportDesk) -> None:
        window = SurveyImportWindow(import_desk, self._save, self._split)
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window.open()

    def _save(self, step: ChangeSet) -> None:
        told = f"Đã {step.words[:1].lower()}{step.words[1:]}"
        save_aside(self._around, self._room.add, step, told, done=self._read, undone=self._read)

    def _take_back(self) -> None:
        nothing = "Không còn lần nhập khảo sát nào để hoàn tác."
        take_back_last(self._around, self._room.last_import, self._room.add, self._read, nothing)

    def _export(self) -> None:
        if self.page is None:
            return
        sheet = self.page.sheet
        target = chosen_target(self._split, "Xuất bảng tổng hợp", f"Tong hop - {sheet.checklist.name}.xlsx", _EXCEL)
        if target is None:
            return
        table, answers, about = sheet.table(), sheet.answer_sheet(), sheet.about
        said = self._around.voice.said
        self._around.operations.run(
            "Đang xuất bảng tổng hợp",
            lambda _: self._room.write_summary(target, sheet.checklist.name, about, table, answers),
            lambda _: said.emit(f"Đã xuất bảng tổng hợp ra {target.name}"),
        )

    # -- charts on paper --------------------------------------------------------------------------------------------

    def _export_charts(self) -> None:
        if self.page is None:
            return
        sheet = self.page.sheet
        target = chosen_target(self._split, "Xuất biểu đồ", f"Bieu do - {sheet.checklist.name}.pdf", _PDF)
        if target is None:
            return
        paper, said = sheet.paper(), self._around.voice.said
        self._around.operations.run(
            "Đang xuất biểu đồ",
            lambda _: self._room.write_charts(paper, target),
            lambda remark: said.emit(" ".join(filter(None, (f"Đã xuất biểu đồ ra {target.name}.", remark)))),
        )

    def _print(self) -> None:
        """Ctrl+P: the charts as they are shown; they are drawn first where nobody has looked at them."""
        page = self.page
        if page is None:
            return
        page.pages.setCurrentIndex(CHARTS)
        paper = page.paper
        if paper is None:
            self._around.voice.said.emit("Đang vẽ biểu đồ; hãy in lại khi đã hiện.")
            return
        printer = ask_for_printer(paper, page.sheet.checklist.name, page)
        if printer:
            said = self._around.voice.said
            PrinterRun(paper, printer, self._around.operations, lambda: said.emit("Đã gửi đến máy in.")).start()

    def _go_round(self) -> None:
        self._place.go_round(self.list)
