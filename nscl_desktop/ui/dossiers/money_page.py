"""Kinh phí: planned by line, year and source, contracts and payments, and what the plan still has after all of it."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QWidget

from nscl_desktop.domain.contracts import MOVES, PAYMENT, Contract, Payment
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.records import Record
from nscl_desktop.domain.supports import DossierMoney
from nscl_desktop.presenters.dossier_money import line_offers, money_cells, source_offers, year_offers
from nscl_desktop.presenters.dossier_office import OpenDossier, PlanUse
from nscl_desktop.presenters.dossier_parts import PartRows, contract_offers
from nscl_desktop.services.dossier_parts import set_part
from nscl_desktop.ui.dialogs.dialog import Dialog
from nscl_desktop.ui.dossiers.line_chooser import LineChooser
from nscl_desktop.ui.dossiers.page_parts import Asked, AskValues, ScrolledColumn
from nscl_desktop.ui.enterprises.unit_picker import UnitPicker
from nscl_desktop.ui.read_table import ReadColumn, ReadTable
from nscl_desktop.ui.record_table import RecordTable
from nscl_desktop.ui.record_table_model import ExtraColumn
from nscl_desktop.ui.tab import Surroundings

_CELLS = (
    ReadColumn("Mục chi"), ReadColumn("Niên độ", 7), ReadColumn("Nguồn", 12),
    *(ReadColumn(words, 12, is_figure=True) for words in (
        "Dự kiến", "Hợp đồng", "Đã chi", "Đối ứng", "Kế hoạch còn")),
)  # fmt: skip
_CONTRACT = (
    "number", "date", "value", "deadline", "accepted_on", "accepted_value", "liquidated_on", "changes", "subject",
)  # fmt: skip
_PAYMENT = ("date", "move", "contract_id", "year", "source", "amount", "document")
_ROWS, _MOST = 3, 6


class MoneyPage(ScrolledColumn):
    """The summary above, its three tables below; amounts in đồng."""

    def __init__(self, open_dossier: OpenDossier, around: Surroundings, undo: Callable[[], object]) -> None:
        super().__init__("Kinh phí")
        self._open, self._around = open_dossier, around
        use = open_dossier.plan
        self.guidance = QLabel("Hồ sơ chỉ hướng dẫn: không có hợp đồng và kinh phí.")
        self.guidance.setProperty("role", "caption")
        self.cells = ReadTable("Kinh phí theo mục chi, niên độ và nguồn", _CELLS)
        plan = {"line_id": line_offers(use), "year": year_offers(use), "source": source_offers(use)}
        self.money_rows = PartRows(open_dossier, DossierMoney, ("line_id", "year", "source", "amount"), plan)
        self.contract_rows = PartRows(open_dossier, Contract, _CONTRACT, {"changes": contract_offers(open_dossier)})
        paid = {"contract_id": contract_offers(open_dossier), "year": plan["year"], "source": plan["source"]}
        self.payment_rows = PartRows(open_dossier, Payment, _PAYMENT, paid)
        self.money = RecordTable(self.money_rows, around, undo, noun="phần kinh phí", rows=_ROWS)
        self.contracts = RecordTable(
            self.contract_rows, around, undo, noun="hợp đồng", rows=_ROWS, stretched=8,
            extra=(ExtraColumn("Bên thực hiện", self._party),),
        )  # fmt: skip
        self.payments = RecordTable(self.payment_rows, around, undo, noun="khoản chi", rows=_ROWS, stretched=6)
        self.party = QPushButton("Bên thực hiện…")
        self.party.setToolTip("Chọn bên thực hiện của hợp đồng đang chọn")
        self.contracts.buttons.insertWidget(2, self.party)
        self.party.clicked.connect(self._choose_party)
        self.contracts.chosen.connect(lambda key: self.party.setEnabled(bool(key)))
        self.contracts.stand_in_own_order()
        self.payments.stand_in_own_order()
        if use is not None:
            self.money.add_by(self._add_money)
        self.payments.add_by(self._add_payment)
        self._names: dict[str, str] = {}
        self.add("Theo mục chi, niên độ và nguồn (đồng)", self.guidance, self.cells)
        self.add("Kinh phí dự kiến", self.money)
        self.add("Hợp đồng và phụ lục", self.contracts)
        self.add("Tạm ứng, thanh toán, thu hồi, đối ứng", self.payments)
        self.end()

    def follow(self) -> None:
        """Show the money as it is now."""
        for table in (self.money, self.contracts, self.payments):
            table.refresh()
        if self._open.dossier is None:
            return
        found = money_cells(self._open)
        self.guidance.setVisible(self._open.dossier.is_guidance)
        self.cells.fill([each.texts for each in found], has_total=len(found) > 1)  # a single row is the sum itself
        line = self.cells.verticalHeader().defaultSectionSize()
        self.cells.setFixedHeight((min(len(found), _MOST) + 1) * line + 20)
        self.cells.setVisible(bool(found))
        self.party.setEnabled(self.contracts.current is not None)

    def settle(self) -> None:
        """Take what is being typed."""
        for table in (self.money, self.contracts, self.payments):
            table.settle()

    def take_focus(self) -> None:
        """Begin with the planned money."""
        (self.money.table if self.money.table.isVisible() else self.money.add).setFocus()

    # -- adding -----------------------------------------------------------------------------------------------------

    def _add_money(self) -> None:
        if self._open.plan is None:
            return
        dossiers, key = self._around.office.dossiers, self._open.plan.row.id

        def ask(use: PlanUse) -> None:
            _shown(MoneyWindow(self._open, use, self.money_rows, self))

        self._around.operations.run("", lambda _: dossiers.use_of(key), ask)

    def _add_payment(self) -> None:
        rows, whole = self.payment_rows, self._open.whole
        specs = {spec.name: spec for spec in rows.specs}
        years, sources = year_offers(self._open.plan)(), source_offers(self._open.plan)()
        last = whole.contracts[-1].id if whole.contracts else ""
        asked = [
            Asked("move", "Loại", MOVES, PAYMENT),
            Asked("amount", "Số tiền (đồng)"),
            Asked("date", "Ngày"),
            Asked("document", "Chứng từ"),
            *([Asked("contract_id", "Hợp đồng", rows.offers(specs["contract_id"]), last)] if whole.contracts else []),
            *([Asked("year", "Niên độ", [("", "Theo kinh phí dự kiến"), *years])] if years else []),
            *([Asked("source", "Nguồn", [("", "Theo kinh phí dự kiến"), *sources])] if sources else []),
        ]

        def take(values: Mapping[str, str]) -> None:
            rows.add_with(**{name: rows.value(specs[name], text) for name, text in values.items()})

        _shown(AskValues("Khoản chi mới", "Thêm", asked, take, self))

    def _party(self, record: Record) -> str:
        key = getattr(record, "party_id", None) or ""
        unit = self._open.units.get(key)
        return unit.name if unit else self._names.get(key, "")

    def _choose_party(self) -> None:
        contract = self.contracts.current
        if contract is None:
            return
        window = UnitPicker(self._around.office.enterprises, self, "Chọn bên thực hiện")
        window.picked.connect(lambda key, name: self._take_party(contract, key, name))
        _shown(window)

    def _take_party(self, contract: Record, key: str, name: str) -> None:
        known = next((each for each in self._open.whole.contracts if each.id == contract.id), None)
        if known is not None:
            self._names[key] = name
            self._open.desk.perform(set_part(self._open.whole, known, party_id=key))


class MoneyWindow(Dialog):
    """A line with what is left of it, year, source and amount, added to the dossier's money."""

    def __init__(self, open_dossier: OpenDossier, use: PlanUse, rows: PartRows[DossierMoney], parent: QWidget) -> None:
        super().__init__(parent, "Phần kinh phí mới", "Thêm")
        self._rows = rows
        self.chooser = LineChooser()
        self.chooser.show_plan(use, open_dossier.catalogue.kinds, open_dossier.whole.dossier.year)
        self.content.addWidget(self.chooser, 1)
        self.verb.clicked.connect(self._add)
        self.resize(860, 520)

    def _add(self) -> None:
        try:
            self._rows.add_with(**self.chooser.chosen()._asdict())
        except InputError as error:
            self.say(error.sentence)
            return
        self.accept()


def _shown(window: QDialog) -> None:
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    window.open()
