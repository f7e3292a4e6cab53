"""Kế hoạch mới: the ways to begin at the left, what the chosen way needs at the right."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from nscl_desktop.domain.book import Book
from nscl_desktop.domain.salary_bases import NewPrice
from nscl_desktop.presenters.plan_making import WAYS, NewPlan, PlanMaking, Way, price_offers
from nscl_desktop.ui.attempts import TOLD
from nscl_desktop.ui.dialogs.dialog import Dialog, caption
from nscl_desktop.ui.tab import Surroundings

_FILES = "Tệp kế hoạch (*.xlsx *.json)"
_OFFER = Qt.ItemDataRole.UserRole
_FIELDS = {
    Way.EMPTY: ("province", "year_from", "year_to", "code", "title"),
    Way.PASTE: ("province", "year_from", "year_to", "code", "title"),
    Way.COPY: ("source", "code", "title", "prices"),
    Way.YEAR: ("source", "year", "code", "title"),
    Way.FILE: ("file",),
}
_WORDS = {
    "source": "Lấy từ kế hoạch", "year": "Năm", "province": "Tỉnh, thành phố", "year_from": "Từ năm",
    "year_to": "Đến năm",
    "code": "Mã kế hoạch", "title": "Tên kế hoạch", "file": "Tệp", "prices": "Giá theo lương cơ sở mới",
}  # fmt: skip


class NewPlanWindow(Dialog):
    """Makes the plan and says its key; ``paste_wanted`` says that a table shall follow."""

    made = Signal(str, bool)
    """The new plan's key; whether a table shall be pasted into it."""

    def __init__(self, around: Surroundings, parent: QWidget) -> None:
        super().__init__(parent, "Kế hoạch mới", "Lập kế hoạch")
        self._around = around
        self._making = PlanMaking(around.office.shelf.plans())
        self._source: Book | None = None
        self._coded = ""
        self.ways = QListWidget()
        self.ways.setAccessibleName("Cách lập kế hoạch")
        self.ways.setProperty("framed", "true")
        self.about = caption("")
        self.source, self.year = QComboBox(), QComboBox()
        self.lines = {name: QLineEdit() for name in ("province", "year_from", "year_to", "code", "title", "file")}
        self.prices = QListWidget()
        self.prices.setProperty("framed", "true")
        self.prices.setFixedHeight(5 * (self.fontMetrics().height() + 8))
        self._cells: dict[str, QWidget] = {}
        self._lay_out()
        self._listen()
        self.resize(760, 480)
        self.ways.setCurrentRow(0)

    @property
    def way(self) -> Way:
        """The chosen way."""
        return WAYS[max(self.ways.currentRow(), 0)][0]

    def _lay_out(self) -> None:
        for _, words, _ in WAYS:
            self.ways.addItem(QListWidgetItem(words))
        self.ways.setFixedWidth(self.ways.sizeHintForColumn(0) + 32)
        fields = QGridLayout()
        fields.setHorizontalSpacing(16)
        fields.setVerticalSpacing(12)
        places = {
            "source": (0, 0, 2), "year": (1, 0, 1), "province": (2, 0, 2), "year_from": (3, 0, 1), "year_to": (3, 1, 1),
            "code": (4, 0, 1), "title": (5, 0, 2), "file": (6, 0, 2), "prices": (7, 0, 2),
        }  # fmt: skip
        for name, (row, column, span) in places.items():
            self._cells[name] = self._cell(name)
            fields.addWidget(self._cells[name], row, column, 1, span)
        fields.setRowStretch(8, 1)
        right = QVBoxLayout()
        right.setSpacing(12)
        right.addWidget(self.about)
        right.addLayout(fields, 1)
        sides = QHBoxLayout()
        sides.setSpacing(24)
        sides.addWidget(self.ways)
        sides.addLayout(right, 1)
        self.content.addLayout(sides)

    def _cell(self, name: str) -> QWidget:
        cell, field = QWidget(), self._field(name)
        layout = QVBoxLayout(cell)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        label = QLabel(_WORDS[name])
        label.setProperty("role", "caption")
        label.setBuddy(field)
        field.setAccessibleName(_WORDS[name])
        layout.addWidget(label)
        if name == "file":
            row = QHBoxLayout()
            choose = QPushButton("Chọn tệp…")
            choose.clicked.connect(self._choose_file)
            row.addWidget(field, 1)
            row.addWidget(choose)
            layout.addLayout(row)
        else:
            layout.addWidget(field)
        return cell

    def _field(self, name: str) -> QWidget:
        special: dict[str, QWidget] = {"source": self.source, "year": self.year, "prices": self.prices}
        return special.get(name) or self.lines[name]

    def _listen(self) -> None:
        self.ways.currentRowChanged.connect(lambda _: self._on_way())
        self.source.activated.connect(lambda _: self._on_source())
        self.year.activated.connect(lambda _: self._suggest_code())
        for name in ("province", "year_from", "year_to"):
            self.lines[name].textEdited.connect(lambda _: self._suggest_code())
        self.verb.clicked.connect(self._make)

    # -- filling in -------------------------------------------------------------------------------------------------

    def _on_way(self) -> None:
        way = self.way
        self.about.setText(WAYS[self.ways.currentRow()][2])
        for name, cell in self._cells.items():
            cell.setVisible(name in _FIELDS[way] and name != "prices")
        offers = self._making.period_plans if way is Way.YEAR else self._making.sources
        self.source.clear()
        for key, words in offers:
            self.source.addItem(words, key)
        self.say("")
        self._on_source()

    def _on_source(self) -> None:
        key = str(self.source.currentData() or "")
        self.year.clear()
        for year in self._making.years_of(key):
            self.year.addItem(str(year), year)
        self._source = None
        self._show_prices(())
        if self.way in (Way.COPY, Way.YEAR) and key:
            shelf = self._around.office.shelf
            self._around.operations.run(
                "Đang đọc kế hoạch", lambda _: shelf.book(key), lambda book: self._take(key, book)
            )
        self._suggest_code()

    def _take(self, key: str, book: Book) -> None:
        if key == self.source.currentData():
            self._source = book
            if self.way is Way.COPY:
                self._show_prices(price_offers(book, key, date.today().isoformat()))  # noqa: DTZ011 - the office's day

    def _show_prices(self, offers: "Sequence[tuple[NewPrice, str]]") -> None:
        self.prices.clear()
        for offer, words in offers:
            item = QListWidgetItem(words)
            item.setData(_OFFER, offer)
            item.setCheckState(Qt.CheckState.Checked)
            self.prices.addItem(item)
        self._cells["prices"].setVisible(bool(offers))

    def _suggest_code(self) -> None:
        """A code is suggested until the clerk writes one."""
        if self.lines["code"].text() in ("", self._coded):
            self._coded = self._making.suggested_code(self._filled())
            self.lines["code"].setText(self._coded)

    def _filled(self) -> NewPlan:
        text = {name: field.text() for name, field in self.lines.items()}
        return NewPlan(
            way=self.way, code=text["code"], title=text["title"], province=text["province"],
            year_from=text["year_from"], year_to=text["year_to"], source_id=str(self.source.currentData() or ""),
            year=str(self.year.currentData() or ""),
        )  # fmt: skip

    def _choose_file(self) -> None:
        found, _ = QFileDialog.getOpenFileName(self, "Nhập kế hoạch", self.lines["file"].text(), _FILES)
        if found:
            self.lines["file"].setText(found)

    # -- making -----------------------------------------------------------------------------------------------------

    def _make(self) -> None:
        self.say("")
        if self.way is Way.FILE:
            self._read_file(Path(self.lines["file"].text().strip()))
            return
        items = [self.prices.item(row) for row in range(self.prices.count())]
        prices: list[NewPrice] = [
            item.data(_OFFER) for item in items if item.checkState() == Qt.CheckState.Checked
        ]
        try:
            step = self._making.step(self._filled(), self._source, prices)
        except TOLD as error:
            self.say(error.sentence)
            return
        shelf, paste = self._around.office.shelf, self.way is Way.PASTE
        self._around.operations.run(
            "Đang lập kế hoạch", lambda _: shelf.add(step), lambda key: self._finish(key, paste=paste), self._on_failed
        )

    def _read_file(self, path: Path) -> None:
        office, making = self._around.office, self._making

        def read() -> str:
            incoming = office.files.read(path)
            office.backups.make()
            present = [record for row in office.shelf.plans()[:1] for record in office.shelf.book(row.id).records()]
            return office.shelf.add(making.import_step(incoming, present))

        self._around.operations.run("Đang nhập kế hoạch", lambda _: read(), self._finish, self._on_failed)

    def _finish(self, key: str, *, paste: bool = False) -> None:
        self.accept()
        self.made.emit(key, paste)

    def _on_failed(self, error: BaseException) -> None:
        if isinstance(error, TOLD):
            self.say(error.sentence)
        else:
            raise error
