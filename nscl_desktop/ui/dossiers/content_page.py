"""Nội dung: what is supported, each counted in its own unit, and the facts of the dossier."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from nscl_desktop.domain.plan_rows import PlanRow
from nscl_desktop.domain.supports import DossierItem
from nscl_desktop.presenters.dossier_form import DossierForm
from nscl_desktop.presenters.dossier_office import OpenDossier
from nscl_desktop.presenters.dossier_parts import PartRows, kind_offers
from nscl_desktop.presenters.dossier_summary import items_words
from nscl_desktop.services.dossier_parts import set_dossier
from nscl_desktop.ui.attempts import attempted
from nscl_desktop.ui.dossiers.page_parts import ScrolledColumn, side_by_side
from nscl_desktop.ui.elided_label import ElidedLabel
from nscl_desktop.ui.enterprises.unit_picker import UnitPicker
from nscl_desktop.ui.record_form_view import RecordFormView
from nscl_desktop.ui.record_table import RecordTable
from nscl_desktop.ui.tab import Surroundings

_FACTS = (
    "title", "code", "year", "plan_id", "committed_on", "person", "carried_text", "replacing_decision", "is_guidance",
    "note",
)  # fmt: skip
_SPANS = {"title": 2, "plan_id": 1}
_ITEMS = ("kind_id", "name", "edition", "quantity", "unit", "finished_on")
_ROWS = 5


class ContentPage(ScrolledColumn):
    """Items above, facts below."""

    def __init__(
        self, open_dossier: OpenDossier, around: Surroundings, undo: Callable[[], object], plans: Sequence[PlanRow]
    ) -> None:
        super().__init__("Nội dung")
        self._open, self._around = open_dossier, around
        self._names: dict[str, str] = {}
        """Of units chosen since the dossier was read, by key."""
        self.count = QLabel()
        self.count.setProperty("role", "caption")
        rows = PartRows(open_dossier, DossierItem, _ITEMS, {"kind_id": kind_offers(open_dossier)})
        self.items = RecordTable(rows, around, undo, noun="mục hỗ trợ", stretched=1, rows=_ROWS)
        self.items.shrink_to(20)
        self.form = RecordFormView(
            DossierForm(open_dossier, _FACTS, plans), around.voice, columns=3, wide_lines=3, spans=_SPANS
        )
        self.consultant = ElidedLabel(hugging=True)
        self.choose, self.forget = QPushButton("Chọn tổ chức tư vấn…"), QPushButton("Bỏ")
        self.choose.clicked.connect(self._choose)
        self.forget.clicked.connect(lambda: self._take(None))
        self.add("Được hỗ trợ", self.count, self.items)
        self.add("Tổ chức tư vấn", side_by_side(self.consultant, self.choose, self.forget))
        self.add("Thông tin hồ sơ", self.form)
        self.end()

    def follow(self) -> None:
        """Show the dossier as it is now."""
        self.form.refresh()
        self.items.refresh()
        if self._open.dossier is None:
            return
        words = items_words(self._open.whole, self._open.catalogue.kinds)
        self.count.setText(f"{words}; tính theo từng đơn vị tính, hồ sơ và đơn vị chỉ tính một lần." if words else "")
        self.count.setVisible(bool(words))
        key = self._open.dossier.consultant_id or ""
        unit = self._open.units.get(key)
        self.consultant.setText(unit.name if unit else self._names.get(key, "Chưa chọn" if not key else "Đã chọn"))
        self.forget.setVisible(bool(key))

    def settle(self) -> None:
        """Take what is being typed."""
        self.form.settle()
        self.items.settle()

    def take_focus(self) -> None:
        """Begin with the items."""
        (self.items.table if self.items.table.isVisible() else self.items.add).setFocus()

    def _choose(self) -> None:
        window = UnitPicker(self._around.office.enterprises, self, "Chọn tổ chức tư vấn")
        window.picked.connect(self._pick)
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window.open()

    def _pick(self, key: str, name: str) -> None:
        self._names[key] = name
        self._take(key)

    def _take(self, key: str | None) -> None:
        attempted(
            self._around.voice,
            lambda: self._open.desk.perform(set_dossier(self._open.whole, consultant_id=key)),
        )
