"""One unit: its facts, figures by year, certificates, contacts, names and history, each on a page of its own."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QTabWidget, QVBoxLayout, QWidget

from nscl_desktop.domain.changes import ChangeSet
from nscl_desktop.domain.enterprise_list import FLAGS
from nscl_desktop.domain.enterprises import Certificate, Contact, Enterprise, FormerName, YearFigures
from nscl_desktop.domain.records import Record
from nscl_desktop.presenters.enterprise_sheet import EnterpriseForm, PartList, expiry_of, size_of
from nscl_desktop.services.desk import Changed, Desk, Refused
from nscl_desktop.ui.attempts import attempted
from nscl_desktop.ui.commands import Command, make_action, rename
from nscl_desktop.ui.elided_label import ElidedLabel
from nscl_desktop.ui.enterprises.unit_history import UnitHistory
from nscl_desktop.ui.record_form_view import RecordFormView
from nscl_desktop.ui.record_table import RecordTable
from nscl_desktop.ui.record_table_model import ExtraColumn
from nscl_desktop.ui.tab import Surroundings

_FACTS = (
    "name", "kind", "tax_code", "short_name", "state", "foreign_name", "founded_on", "representative",
    "representative_title", "phone", "email", "website", "address", "commune", "province", "district", "sector_edition",
    "sector_code", "sector_name", "size_sector",
)  # fmt: skip
_SPANS = {"name": 2, "address": 3, "sector_name": 2, "foreign_name": 1}
_UNDO, _REDO = "Hoàn tác", "Làm lại"


class UnitPage(QWidget):
    """The unit on the desk. ``state_changed``: something of it is another now."""

    state_changed = Signal()
    rename_wanted = Signal()

    def __init__(self, desk: Desk, around: Surroundings) -> None:
        super().__init__()
        self.desk, self._around = desk, around
        self.title, self.about = ElidedLabel(), ElidedLabel()
        self.title.setProperty("role", "title")
        self.about.setProperty("role", "caption")
        self.rename = QPushButton("Đổi tên…")
        self.rename.clicked.connect(self.rename_wanted)
        self.pages = QTabWidget()
        self.pages.setDocumentMode(True)
        self.forms = [
            RecordFormView(EnterpriseForm(desk, names), around.voice, columns=3, wide_lines=3, spans=_SPANS)
            for names in (_FACTS, FLAGS, ("products", "note"))
        ]
        self.tables = self._make_tables()
        self.reason = QLabel()
        self.reason.setWordWrap(True)
        self.reason.setProperty("role", "caption")
        self.history = UnitHistory(desk, around)
        self.undo_action = self._action(_UNDO, self.undo, "undo", "Ctrl+Z")
        self.redo_action = self._action(_REDO, self.redo, "redo", "Ctrl+Y")
        self._lay_out()
        self.tables["figures"].chosen.connect(lambda _: self._show_reason())
        self.pages.currentChanged.connect(self._on_page)
        desk.subscribe(self._on_event)
        self.follow()

    @property
    def unit(self) -> Enterprise | None:
        """The unit as it stands; None once it is deleted."""
        return self.desk.book.table(Enterprise).get(self.desk.root_id)

    def undo(self) -> None:
        """Ctrl+Z: take back the last step on this unit."""
        self._take_step(self.desk.undo, "Không còn bước nào để hoàn tác.")

    def redo(self) -> None:
        """Ctrl+Y."""
        self._take_step(self.desk.redo, "Không còn bước nào để làm lại.")

    def settle(self) -> None:
        """Take what is being typed."""
        for form in self.forms:
            form.settle()
        for table in self.tables.values():
            table.settle()

    def take_focus(self) -> None:
        """Begin with the page in front."""
        page = self.pages.currentWidget()
        if page is not None:
            page.setFocus()

    def follow(self) -> None:
        """Show the unit as it is now."""
        unit = self.unit
        self.setEnabled(unit is not None)
        if unit is not None:
            kind = self.forms[0].form.field("kind").text if unit.kind else ""
            self.title.setText(unit.name)
            self.about.setText(" · ".join(filter(None, (kind, unit.tax_code, unit.commune, unit.province))))
        for form in self.forms:
            form.refresh()
        for table in self.tables.values():
            table.refresh()
            first = table.model.record_at(0)
            if table.current is None and first is not None:
                table.choose(first.id)
        self._show_reason()
        for action, words, plain in (
            (self.undo_action, self.desk.undo_stack.undo_words, _UNDO),
            (self.redo_action, self.desk.undo_stack.redo_words, _REDO),
        ):
            rename(action, f"{plain}: {words[:1].lower()}{words[1:]}" if words else plain)
            action.setEnabled(bool(words))

    # -- building ---------------------------------------------------------------------------------------------------

    def _make_tables(self) -> dict[str, RecordTable]:
        desk, today = self.desk, date.today().isoformat()  # noqa: DTZ011 - the clerk's own day

        def table(
            kind: type[Record], names: tuple[str, ...], order: str, noun: str, *extra: ExtraColumn
        ) -> RecordTable:
            is_falling = order != "position"
            records = PartList(desk, kind, names, order, falling=is_falling)
            wide = names.index("origin") if "origin" in names else 0
            made = RecordTable(records, self._around, self.undo, noun=noun, extra=extra, stretched=wide)
            made.stand_in_own_order()
            return made

        return {
            "figures": table(
                YearFigures, ("year", "labour", "revenue", "capital", "origin"), "year", "số liệu năm",
                ExtraColumn("Quy mô", lambda each: size_of(desk, each)[0]),
            ),
            "certificates": table(
                Certificate, ("standard", "edition", "number", "body", "issued_on", "expires_on"),
                "expires_on", "giấy chứng nhận", ExtraColumn("Thời hạn", lambda each: expiry_of(each, today)),
            ),
            "contacts": table(Contact, ("name", "title", "phone", "email", "note"), "position", "người liên hệ"),
            "names": table(FormerName, ("name", "until", "instrument"), "until", "tên cũ"),
        }  # fmt: skip

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(16, 8, 16, 0)
        head.setSpacing(12)
        head.addWidget(self.title, 1)
        head.addWidget(self.rename)
        below = QHBoxLayout()
        below.setContentsMargins(16, 0, 16, 4)
        below.addWidget(self.about, 1)
        for words, widget in (
            ("Hồ sơ", self._facts()),
            ("Số liệu năm", self._page(self.tables["figures"], self.reason)),
            ("Chứng nhận", self._page(self.tables["certificates"])),
            ("Liên hệ", self._page(self.tables["contacts"])),
            ("Tên cũ", self._page(self.tables["names"])),
            ("Dòng thời gian", self._page(self.history)),
        ):
            self.pages.addTab(widget, words)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addLayout(below)
        layout.addWidget(self.pages, 1)

    def _facts(self) -> QWidget:
        inner, column = QWidget(), QVBoxLayout()
        inner.setLayout(column)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(16)
        for words, form in zip(("", "Đối tượng ưu tiên", ""), self.forms, strict=True):
            if words:
                label = QLabel(words)
                label.setProperty("role", "heading")
                column.addWidget(label)
            column.addWidget(form)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusProxy(self.forms[0].editor("name"))
        scroll.setWidget(inner)
        return scroll

    def _page(self, *widgets: QWidget) -> QWidget:
        page, column = QWidget(), QVBoxLayout()
        page.setLayout(column)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(8)
        for at, widget in enumerate(widgets):
            column.addWidget(widget, 0 if at else 1)
        first = widgets[0]
        page.setFocusProxy(first.table if isinstance(first, RecordTable) else first)
        return page

    def _action(self, words: str, run: Callable[[], object], icon: str, keys: str) -> QAction:
        return make_action(self, Command(words, run, icon, (keys,)), self._around.theme)

    # -- following --------------------------------------------------------------------------------------------------

    def _on_event(self, event: Changed | Refused) -> None:
        self.follow()
        self.state_changed.emit()
        if isinstance(event, Refused):
            self._around.voice.refused.emit(event.sentence)

    def _on_page(self) -> None:
        if self.pages.currentIndex() == self.pages.count() - 1:
            self.history.read()

    def _show_reason(self) -> None:
        figures = self.tables["figures"].current
        self.reason.setText(size_of(self.desk, figures)[1] if figures else "")

    def _take_step(self, step: Callable[[], ChangeSet | None], nothing: str) -> None:
        self.settle()

        def take() -> None:
            done = step()
            self._around.voice.said.emit(done.words if done else nothing)

        attempted(self._around.voice, take)
