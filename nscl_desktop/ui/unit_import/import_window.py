"""Nhập đơn vị từ Excel: first what the columns are, then what each row does; saved as one step behind a copy."""

import json
from collections.abc import Mapping

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QStackedWidget, QWidget

from nscl_desktop.domain.backup_copies import IMPORT
from nscl_desktop.domain.changes import ChangeSet
from nscl_desktop.presenters.unit_import_decisions import Examined, RowDecisions
from nscl_desktop.presenters.unit_import_desk import UnitImportDesk
from nscl_desktop.ui.attempts import TOLD
from nscl_desktop.ui.dialogs.dialog import Dialog
from nscl_desktop.ui.operations import Progress
from nscl_desktop.ui.preferences import Preferences
from nscl_desktop.ui.tab import Surroundings
from nscl_desktop.ui.unit_import.columns_page import ColumnsPage
from nscl_desktop.ui.unit_import.rows_page import RowsPage

_SIZE, _AROUND = QSize(1120, 680), QSize(32, 64)
"""The window's own size, and what it leaves of a small screen."""
_KEPT, _MOST_KEPT = "unit_import_columns", 40


class UnitImportWindow(Dialog):
    """``imported`` hands over the step once it is saved."""

    imported = Signal(object)

    def __init__(self, desk: UnitImportDesk, around: Surroundings, parent: QWidget) -> None:
        super().__init__(parent, f"Nhập đơn vị từ “{desk.file}”", "Xem trước")
        self._desk, self._around = desk, around
        self.columns = ColumnsPage(desk)
        self.rows: RowsPage | None = None
        self._decisions: RowDecisions | None = None
        self.pages = QStackedWidget()
        self.pages.addWidget(self.columns)
        self.back = self.add_button("Quay lại")
        self.summary, self.progress, self.stop = QLabel(), QLabel(), QPushButton("Dừng")
        self.summary.setProperty("role", "heading")
        self.progress.setProperty("role", "caption")
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.summary)
        foot.addWidget(self.progress, 1)
        foot.addWidget(self.stop)
        self.content.addWidget(self.pages, 1)
        self.content.addLayout(foot)
        self._listen()
        self._set_busy(busy=False)
        self.resize(_SIZE.boundedTo(self.screen().availableSize() - _AROUND))

    def _listen(self) -> None:
        self.columns.changed.connect(self._follow)
        self.back.clicked.connect(self._go_back)
        self.verb.clicked.connect(self._go_on)
        self.stop.clicked.connect(self._around.operations.stop)
        self._around.operations.progressed.connect(self.progress.setText)
        self.rejected.connect(self._around.operations.stop)

    def _go_on(self) -> None:
        self._save(self._decisions) if self._decisions else self._examine()

    def _go_back(self) -> None:
        self._put_rows_away()
        self.say("")
        self._follow()

    def _examine(self) -> None:
        remember(self._around.preferences, *self._desk.remembered_choices)
        imports, desk = self._around.office.unit_imports, self._desk
        self._set_busy(busy=True)

        def work(progress: Progress) -> Examined:
            return desk.examine(imports, progress.tell)

        self._around.operations.run("Đang so với các đơn vị đã có", work, self._show_rows, self._refuse)
        self._watch()

    def _show_rows(self, examined: Examined) -> None:
        self._put_rows_away()
        self._decisions = RowDecisions(self._desk.file, examined)
        self.rows = RowsPage(self._decisions, self._around.theme)
        self.rows.changed.connect(self._follow)
        self.pages.addWidget(self.rows)
        self.pages.setCurrentWidget(self.rows)
        self._set_busy(busy=False)
        self.rows.table.setFocus()

    def _put_rows_away(self) -> None:
        if self.rows:
            self.pages.removeWidget(self.rows)
            self.rows.deleteLater()
        self.rows = self._decisions = None

    def _save(self, decisions: RowDecisions) -> None:
        office, step = self._around.office, decisions.step()
        self._set_busy(busy=True)

        def work(progress: Progress) -> ChangeSet:
            progress.tell("Sao lưu trước khi nhập")
            office.backups.make(IMPORT)
            progress.tell("Đang lưu")
            office.unit_imports.save(step)
            return step

        self._around.operations.run("Đang nhập đơn vị", work, self._done, self._refuse)
        self._watch()

    def _done(self, step: ChangeSet) -> None:
        self._set_busy(busy=False)
        self.accept()
        self.imported.emit(step)

    def _refuse(self, error: BaseException) -> None:
        self._set_busy(busy=False)
        if not isinstance(error, TOLD):
            raise error
        self.say(error.sentence)

    def _watch(self) -> None:
        """Work that was stopped ends without a result."""
        self._around.operations.ended.connect(self._on_ended)

    def _on_ended(self) -> None:
        self._around.operations.ended.disconnect(self._on_ended)
        self._set_busy(busy=False)

    def _set_busy(self, *, busy: bool) -> None:
        self.pages.setEnabled(not busy)
        self.stop.setVisible(busy)
        self.progress.setVisible(busy)
        self.progress.clear()
        self._follow(busy=busy)

    def _follow(self, *, busy: bool = False) -> None:
        decisions = self._decisions
        self.back.setVisible(decisions is not None)
        self.back.setEnabled(not busy)
        self.summary.setVisible(not busy)
        if decisions:
            self.summary.setText(decisions.summary())
            self.verb.setText("Nhập vào danh sách")
            self.verb.setEnabled(not busy and decisions.wanted > 0 and not decisions.has_errors())
        else:
            words = "" if self._desk.can_examine else "Hãy chọn một cột ghi “Tên đơn vị”."
            self.summary.setText(words)
            self.verb.setText("Xem trước")
            self.verb.setEnabled(not busy and self._desk.can_examine)


def remembered_choices(preferences: Preferences) -> dict[str, Mapping[str, str]]:
    """What was chosen for headings before; nothing where that cannot be read."""
    try:
        found = json.loads(preferences.text(_KEPT, "{}"))
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def remember(preferences: Preferences, headings: str, chosen: Mapping[str, str]) -> None:
    """Keep what was chosen for these headings; the oldest of many are forgotten."""
    kept = {
        **{key: value for key, value in remembered_choices(preferences).items() if key != headings},
        headings: chosen,
    }
    newest = dict(list(kept.items())[-_MOST_KEPT:])
    preferences.remember(_KEPT, json.dumps(newest, ensure_ascii=False))
