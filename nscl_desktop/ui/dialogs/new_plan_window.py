"""Kế hoạch mới: the ways to begin at the left, what the chosen way needs at the right."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QSize, Qt, Signal
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

from nscl_desktop.domain.backup_copies import IMPORT
from nscl_desktop.domain.book import Book
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.salary_bases import NewPrice
from nscl_desktop.presenters.incoming_file import IncomingFile, faults_of, path_of, read_incoming
from nscl_desktop.presenters.plan_making import WAYS, NewPlan, PlanMaking, Way, price_offers
from nscl_desktop.services.table_import_model import PastedTable
from nscl_desktop.ui.attempts import TOLD
from nscl_desktop.ui.dialogs.dialog import Dialog, caption
from nscl_desktop.ui.tab import Surroundings
from nscl_desktop.ui.wrapped_items import wrap_items

_FILES = "Tệp kế hoạch (*.xlsx *.json)"
_OFFER = Qt.ItemDataRole.UserRole
_MAKE, _IMPORT, _MAKE_FOR_TABLE = "Lập kế hoạch", "Nhập kế hoạch", "Lập kế hoạch, xem bảng"
_FOREIGN = (
    "Tệp này không theo biểu của chương trình nên được nhập như một bảng. Hãy ghi kế hoạch mới, rồi xem từng cột của"
    " bảng trước khi nhập."
)
_FIELDS = {
    Way.EMPTY: ("province", "year_from", "year_to", "code", "title"),
    Way.PASTE: ("province", "year_from", "year_to", "code", "title"),
    Way.COPY: ("source", "code", "title", "prices"),
    Way.YEAR: ("source", "year", "code", "title"),
    Way.FILE: ("file",),
}
_FIELDS_FOR_TABLE = ("file", *_FIELDS[Way.PASTE])
_WORDS = {
    "source": "Lấy từ kế hoạch", "year": "Năm", "province": "Tỉnh, thành phố", "year_from": "Từ năm",
    "year_to": "Đến năm",
    "code": "Mã kế hoạch", "title": "Tên kế hoạch", "file": "Tệp", "prices": "Giá theo lương cơ sở mới",
    "notes": "Những điều cần biết về tệp",
}  # fmt: skip


class NewPlanWindow(Dialog):
    """Makes the plan and says its key, and what table shall follow into it."""

    made = Signal(str, bool, object)
    """The new plan's key; whether the clipboard's table shall follow; the sheets of a workbook, of which one shall."""

    def __init__(self, around: Surroundings, parent: QWidget) -> None:
        super().__init__(parent, "Kế hoạch mới", _MAKE)
        self._around = around
        self._making = PlanMaking(around.office.shelf.plans())
        self._source: Book | None = None
        self._coded = ""
        self._incoming: IncomingFile | None = None
        """What the file held when it was read last; what it makes the clerk look at is on screen."""
        self._left = self._adding = False
        self.ways = QListWidget()
        self.ways.setAccessibleName("Cách lập kế hoạch")
        self.ways.setProperty("framed", "true")
        self.about = caption("")
        self.source, self.year = QComboBox(), QComboBox()
        self.lines = {name: QLineEdit() for name in ("province", "year_from", "year_to", "code", "title", "file")}
        self.prices = QListWidget()
        self.prices.setProperty("framed", "true")
        self.prices.setWordWrap(True)
        self.prices.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.prices.setMinimumHeight(4 * self.fontMetrics().lineSpacing())
        self.prices.setMaximumHeight(7 * self.fontMetrics().lineSpacing())
        self.choose_file = QPushButton("Chọn tệp…")
        self.notes = QListWidget()
        self.notes.setProperty("framed", "true")
        wrap_items(self.notes)
        self.notes.setSelectionMode(QListWidget.SelectionMode.NoSelection)
        self._cells: dict[str, QWidget] = {}
        self._lay_out()
        self._listen()
        self.resize(QSize(800, 520).boundedTo(self.screen().availableSize() - QSize(32, 64)))
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
            "source": (0, 0, 2), "year": (5, 1, 1), "file": (2, 0, 2), "province": (3, 0, 2), "year_from": (4, 0, 1),
            "year_to": (4, 1, 1), "code": (5, 0, 1), "title": (6, 0, 2), "prices": (7, 0, 2), "notes": (8, 0, 2),
        }  # fmt: skip
        for name, (row, column, span) in places.items():
            self._cells[name] = self._cell(name)
            fields.addWidget(self._cells[name], row, column, 1, span)
        fields.setRowStretch(8, 1)
        fields.setRowStretch(9, 1)
        self._fields = fields
        for half in range(2):
            fields.setColumnStretch(half, 1)
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
            self.choose_file.clicked.connect(self._choose_file)
            row.addWidget(field, 1)
            row.addWidget(self.choose_file)
            layout.addLayout(row)
        else:
            layout.addWidget(field)
        return cell

    def _field(self, name: str) -> QWidget:
        special: dict[str, QWidget] = {
            "source": self.source, "year": self.year, "prices": self.prices, "notes": self.notes,
        }  # fmt: skip
        return special.get(name) or self.lines[name]

    def _listen(self) -> None:
        self.ways.currentRowChanged.connect(lambda _: self._on_way())
        self.source.activated.connect(lambda _: self._on_source())
        self.year.activated.connect(lambda _: self._suggest_code())
        for name in ("province", "year_from", "year_to"):
            self.lines[name].textEdited.connect(lambda _: self._suggest_code())
        self.lines["file"].textEdited.connect(lambda _: self._forget_file())
        self.verb.clicked.connect(self._make)

    # -- filling in -------------------------------------------------------------------------------------------------

    def _on_way(self) -> None:
        way = self.way
        self._forget_file()
        offers = self._making.period_plans if way is Way.YEAR else self._making.sources
        self.source.clear()
        for key, words in offers:
            self.source.addItem(words, key)
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
            self._forget_file()
            self._read_file(self._show_file)

    # -- the file ---------------------------------------------------------------------------------------------------

    def _forget_file(self) -> None:
        """Another file may be meant now: nothing that was read counts any more."""
        self._incoming = None
        self.say("")
        self._note((), "")
        self._show_fields(WAYS[self.ways.currentRow()][2], _MAKE)

    def _show_fields(self, about: str, verb: str) -> None:
        is_table = self._incoming is not None and self._incoming.book is None
        wanted = _FIELDS_FOR_TABLE if is_table else _FIELDS[self.way]
        for name, cell in self._cells.items():
            if name not in ("prices", "notes"):
                cell.setVisible(name in wanted)
        self.about.setText(about)
        self.verb.setText(verb)

    def _note(self, sentences: Sequence[str], tone: str) -> None:
        self.notes.clear()
        for sentence in sentences:
            item = QListWidgetItem(sentence)
            if tone:
                item.setForeground(self._around.theme.colour(tone))
            self.notes.addItem(item)
        self._cells["notes"].setVisible(bool(sentences))
        self._fields.setRowStretch(9, 0 if sentences else 1)

    def _read_file(self, done: Callable[[IncomingFile], object]) -> None:
        """Read the file aside; each time anew, because the clerk may have mended it meanwhile."""
        self.say("")
        try:
            path = path_of(self.lines["file"].text())
        except InputError as error:
            self._on_failed(error)
            return
        files = self._around.office.files

        def land(incoming: IncomingFile) -> None:
            if not self._left:
                self.verb.setEnabled(True)
                done(incoming)

        self.verb.setEnabled(False)
        self._around.operations.run("Đang đọc tệp", lambda _: read_incoming(files, path), land, self._on_failed)

    def _show_file(self, incoming: IncomingFile) -> None:
        """What the clerk should know before the plan is made."""
        self._incoming = incoming
        self._note(incoming.remarks, "")
        if incoming.book is None:
            self._show_fields(_FOREIGN, _MAKE_FOR_TABLE)
            self._suggest_years(incoming.years)
        elif incoming.remarks:
            words = f"{incoming.plan_name}. Chương trình hiểu {len(incoming.remarks)} ô như dưới đây"
            self._show_fields(f"{words}; nếu đúng thì nhập, nếu sai thì sửa tệp rồi chọn lại.", _IMPORT)
        else:
            self._show_fields(f"{incoming.plan_name}. Đọc được trọn tệp, không có ô nào phải xem lại.", _IMPORT)

    def _suggest_years(self, years: Sequence[int]) -> None:
        fields = self.lines["year_from"], self.lines["year_to"]
        if years and not any(field.text() for field in fields):
            for field, year in zip(fields, (years[0], years[-1]), strict=True):
                field.setText(str(year))
        self._suggest_code()

    def _go_on(self, incoming: IncomingFile) -> None:
        """Bring the file in, unless it holds something that the clerk has not seen yet."""
        if incoming.must_be_seen and not incoming.says_as(self._incoming):
            self._show_file(incoming)
        elif incoming.book is None:
            self._incoming = incoming
            self._add_plan(tables=incoming.tables)
        else:
            self._import(incoming.book)

    # -- making -----------------------------------------------------------------------------------------------------

    def _make(self) -> None:
        if self.way is Way.FILE:
            self._read_file(self._go_on)
        else:
            self._add_plan(paste=self.way is Way.PASTE)

    def _add_plan(self, *, paste: bool = False, tables: Sequence[PastedTable] = ()) -> None:
        self.say("")
        items = [self.prices.item(row) for row in range(self.prices.count())]
        prices: list[NewPrice] = [item.data(_OFFER) for item in items if item.checkState() == Qt.CheckState.Checked]
        try:
            step = self._making.step(self._filled(), self._source, prices)
        except TOLD as error:
            self.say(error.sentence)
            return
        shelf = self._around.office.shelf
        self._add("Đang lập kế hoạch", lambda: shelf.add(step), paste=paste, tables=tables)

    def _import(self, book: Book) -> None:
        office, making = self._around.office, self._making

        def add() -> str:
            office.backups.make(IMPORT)
            present = [record for row in office.shelf.plans()[:1] for record in office.shelf.book(row.id).records()]
            return office.shelf.add(making.import_step(book, present))

        self._add("Đang nhập kế hoạch", add)

    def _add(
        self, words: str, add: Callable[[], str], *, paste: bool = False, tables: Sequence[PastedTable] = ()
    ) -> None:
        def finish(key: str) -> None:
            self._adding = False
            self.accept()
            self.made.emit(key, paste, tables)

        self._adding = True
        self.verb.setEnabled(False)
        self._around.operations.run(words, lambda _: add(), finish, self._on_failed)

    def _on_failed(self, error: BaseException) -> None:
        if self._left:
            return
        self._adding = False
        self.verb.setEnabled(True)
        if not isinstance(error, TOLD):
            raise error
        faults = faults_of(error) if isinstance(error, InputError) else ()
        headline = error.sentence.split("\n")[0]
        if self.way is Way.FILE and faults:
            self._forget_file()
            self._note(faults, "error")
        self.say(f"{headline.rstrip(':')}." if faults else headline)

    def reject(self) -> None:
        """Leave, except in the moment in which the plan is being stored."""
        if not self._adding:
            super().reject()

    def done(self, result: int) -> None:
        """Whatever is still being read comes too late now."""
        self._left = True
        super().done(result)
