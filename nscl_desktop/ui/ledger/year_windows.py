"""Windows of a niên độ: opened with its money out of the plan, closed."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLineEdit, QWidget

from nscl_desktop.domain.changes import ChangeSet
from nscl_desktop.domain.dates import parse_date
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.ledger_lines import planned_cells
from nscl_desktop.domain.money import format_amount
from nscl_desktop.presenters.ledger_rows import agency_offers
from nscl_desktop.presenters.ledger_sheet import LedgerSheet
from nscl_desktop.services.ledger_years import allot_year, close_year
from nscl_desktop.ui.dialogs.dialog import Dialog, caption
from nscl_desktop.ui.ledger.facts_fields import FactsFields

Take = Callable[[ChangeSet], object]


class AllotWindow(Dialog):
    """Giao the niên độ out of the plan: sources ticked, the sum in sight. ``take`` gets the step."""

    def __init__(self, sheet: LedgerSheet, take: Take, parent: QWidget) -> None:
        super().__init__(parent, f"Giao dự toán cả năm {sheet.number}", "Giao dự toán")
        self._sheet, self._take = sheet, take
        self._cells = planned_cells(sheet.lines.budget, sheet.number)
        self.content.addWidget(
            caption(
                "Mỗi dòng có kinh phí trong năm của kế hoạch đang có hiệu lực thành một bút toán giao, trong một bước;"
                " hoàn tác một lần là trả lại tất cả. Đề nghị và thẩm định, nếu cần, ghi riêng từng dòng."
            )
        )
        self.sources: dict[str, QCheckBox] = {}
        row = QHBoxLayout()
        for code, name in sheet.sources():
            box = self.sources[code] = QCheckBox(name)
            box.setChecked(self._is_given(code))
            box.setEnabled(any(source == code for _, source in self._cells))
            box.toggled.connect(lambda _: self._follow())
            row.addWidget(box)
        row.addStretch(1)
        self.content.addLayout(row)
        self.agency = QComboBox()
        self.agency.addItem("Mọi dòng đều do đơn vị chi", None)
        for key, name in agency_offers(sheet):
            self.agency.addItem(name, key)
        self.agency.setCurrentIndex(max(self.agency.findData(sheet.year.agency_id), 0))
        self.agency.setEnabled(not sheet.is_opened)
        self.add_field("Cơ quan sử dụng kinh phí (dòng do cơ quan khác chủ trì chỉ theo dõi)", self.agency)
        self.facts = FactsFields(self, "Quyết định giao dự toán", sheet.last_person())
        self.sum = caption("")
        self.content.addWidget(self.sum)
        self.content.addStretch(1)
        self.verb.clicked.connect(self._done)
        self.resize(680, 420)
        self._follow()

    def _is_given(self, code: str) -> bool:
        """Money of the state is given; that of enterprises is theirs. One source alone is taken as given."""
        with_money = {source for _, source in self._cells}
        is_of_state = code.startswith("NSNN") or code == "CHUA_PHAN_NGUON"
        return code in with_money and (is_of_state or len(with_money) == 1)

    @property
    def _chosen(self) -> list[str]:
        return [code for code, box in self.sources.items() if box.isChecked()]

    def _follow(self) -> None:
        chosen = set(self._chosen)
        amounts = [amount for (_, source), amount in self._cells.items() if source in chosen]
        none = f"Kế hoạch không có kinh phí năm {self._sheet.number}; hãy chọn niên độ khác."
        self.sum.setText(f"Sẽ giao {format_amount(sum(amounts))} đồng ở {len(amounts)} dòng." if self._cells else none)

    def _done(self) -> None:
        try:
            position = self._sheet.position()
            if not self._sheet.is_opened:
                position = replace(position, year=replace(position.year, agency_id=self.agency.currentData()))
            step = allot_year(position, self._chosen, self.facts.facts, is_new=not self._sheet.is_opened)
            self._take(step)
        except InputError as error:
            self.say(error.sentence)
            return
        self.accept()


class CloseWindow(Dialog):
    """Khóa sổ. ``take`` gets the step."""

    def __init__(self, sheet: LedgerSheet, take: Take, parent: QWidget) -> None:
        super().__init__(parent, f"Khóa sổ niên độ {sheet.number}", "Khóa sổ")
        self._sheet, self._take = sheet, take
        total = sheet.sums.flow()
        self.content.addWidget(
            caption(
                f"Hiện hành {format_amount(total.current)} đồng, đã chi {format_amount(total.out)} đồng, còn chưa chi"
                f" {format_amount(total.left)} đồng. Sau khi khóa chỉ ghi được bút toán điều chỉnh có văn bản. Phần"
                " được chuyển sang năm sau hãy chuyển nguồn trước khi khóa."
            )
        )
        self.document, self.day, self.person = QLineEdit(), QLineEdit(), QLineEdit(sheet.last_person())
        self.day.setPlaceholderText("Ví dụ: 31/3/2027")
        self.add_fields(("Văn bản quyết toán", self.document), ("Ngày khóa sổ", self.day))
        self.add_field("Người khóa sổ", self.person)
        self.content.addStretch(1)
        self.verb.clicked.connect(self._done)
        self.resize(560, 300)

    def _done(self) -> None:
        try:
            day = parse_date(self.day.text().strip())
            self._take(close_year(self._sheet.year, day, self.document.text(), self.person.text()))
        except InputError as error:
            self.say(error.sentence)
            return
        self.accept()
