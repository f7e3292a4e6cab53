"""Thông tin: the unit's own facts, its figures by year, contacts and former names, one under the other."""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from nscl_desktop.domain.enterprise_list import FLAGS
from nscl_desktop.domain.enterprises import Contact, FormerName, YearFigures
from nscl_desktop.domain.records import Record
from nscl_desktop.presenters.enterprise_sheet import EnterpriseForm, PartList, size_of
from nscl_desktop.services.desk import Desk
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
_ROWS = 4


class UnitFacts(QScrollArea):
    """Forms and tables of what belongs to the unit itself."""

    def __init__(self, desk: Desk, around: Surroundings, undo: Callable[[], object]) -> None:
        super().__init__()
        self._desk = desk
        self.forms = [
            RecordFormView(EnterpriseForm(desk, names), around.voice, columns=columns, wide_lines=3, spans=_SPANS)
            for names, columns in ((_FACTS, 3), (FLAGS, 2), (("products", "note"), 1))
        ]

        def table(
            kind: type[Record], names: tuple[str, ...], order: str, noun: str, *extra: ExtraColumn
        ) -> RecordTable:
            records = PartList(desk, kind, names, order, falling=order != "position")
            wide = names.index("origin") if "origin" in names else 0
            made = RecordTable(records, around, undo, noun=noun, extra=extra, stretched=wide, rows=_ROWS)
            made.stand_in_own_order()
            return made

        self.tables = {
            "figures": table(
                YearFigures, ("year", "labour", "revenue", "capital", "origin"), "year", "số liệu năm",
                ExtraColumn("Quy mô", lambda each: size_of(desk, each)[0]),
            ),
            "contacts": table(Contact, ("name", "title", "phone", "email", "note"), "position", "người liên hệ"),
            "names": table(FormerName, ("name", "until", "instrument"), "until", "tên cũ"),
        }  # fmt: skip
        self.reason = QLabel()
        self.reason.setWordWrap(True)
        self.reason.setProperty("role", "caption")
        self.tables["figures"].chosen.connect(lambda _: self._show_reason())
        self._lay_out()

    def follow(self) -> None:
        """Show the unit as it is now."""
        for form in self.forms:
            form.refresh()
        for table in self.tables.values():
            table.refresh()
            first = table.model.record_at(0)
            if table.current is None and first is not None:
                table.choose(first.id)
        self._show_reason()

    def settle(self) -> None:
        """Take what is being typed."""
        for form in self.forms:
            form.settle()
        for table in self.tables.values():
            table.settle()

    def _show_reason(self) -> None:
        figures = self.tables["figures"].current
        self.reason.setText(size_of(self._desk, figures)[1] if figures else "")
        self.reason.setVisible(figures is not None)

    def _lay_out(self) -> None:
        inner, column = QWidget(), QVBoxLayout()
        inner.setLayout(column)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(16)
        for words, *widgets in (
            ("", self.forms[0]), ("Đối tượng ưu tiên", self.forms[1]), ("", self.forms[2]),
            ("Số liệu năm", self.tables["figures"], self.reason), ("Người liên hệ", self.tables["contacts"]),
            ("Tên cũ", self.tables["names"]),
        ):  # fmt: skip
            if words:
                label = QLabel(words)
                label.setProperty("role", "heading")
                column.addWidget(label)
            for widget in widgets:
                column.addWidget(widget)
        column.addStretch(1)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusProxy(self.forms[0].editor("name"))
        self.setWidget(inner)
