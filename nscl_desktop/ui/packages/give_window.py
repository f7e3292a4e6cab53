"""Giao việc: to whom, what, under which passphrase; what goes along in numbers stands below before it is written."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from nscl_desktop.domain.enterprise_list import ListQuery
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.naming import shortened
from nscl_desktop.domain.text import fold
from nscl_desktop.presenters.giving_office import (
    AWARDS,
    CHECKLISTS,
    COURSES,
    INSPECTION_PLANS,
    MONEY,
    PLANS,
    ROUNDS,
    WORK,
    Offer,
)
from nscl_desktop.presenters.package_giving import GiveDesk
from nscl_desktop.presenters.package_words import capital
from nscl_desktop.services.package_views import Watch
from nscl_desktop.ui.file_target import chosen_target
from nscl_desktop.ui.packages.package_window import PackageWindow, PassphrasePair
from nscl_desktop.ui.tab import Surroundings

UNITS = "enterprise"
_KINDS = (
    (UNITS, "Đơn vị, kèm hồ sơ, kiểm tra"), (PLANS, "Kế hoạch"), (CHECKLISTS, "Bảng kiểm, phiếu khảo sát"),
    (INSPECTION_PLANS, "Đợt kiểm tra"), (ROUNDS, "Đợt xét chọn"), (COURSES, "Lớp đào tạo"), (AWARDS, "Đợt xét giải"),
    (MONEY, "Sổ kinh phí"), (WORK, "Công việc"),
)  # fmt: skip
_OFFER = Qt.ItemDataRole.UserRole
_QUIET_MS = 300
"""So long after the last change what goes along is counted."""
_PLAN_WORDS = 52
"""Characters of a plan that a list shows: code, number and state."""
FILES = "Gói dữ liệu (*.nsclgoi)"


class ChosenList(QListWidget):
    """What is given; Delete takes the current one out."""

    removed = Signal(object)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete."""
        item: QListWidgetItem | None = self.currentItem()
        if event.key() == Qt.Key.Key_Delete and item is not None:
            self.removed.emit(item.data(_OFFER))
        else:
            super().keyPressEvent(event)


class GiveWindow(PackageWindow):
    """``given``: the machine, and where the package lies, once it is written."""

    given = Signal(str, str)

    def __init__(self, desk: GiveDesk, offers: Sequence[Offer], around: Surroundings, parent: QWidget) -> None:
        super().__init__(around, parent, "Giao việc", "Ghi gói giao việc…")
        self.desk = desk
        self._offers = {kind: [each for each in offers if each.key[0] == kind] for kind, _ in _KINDS}
        self.machine = QComboBox(editable=True)
        self.machine.addItems(list(desk.machines))
        self.machine.setCurrentText(desk.machine)
        self.machine.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.all = QCheckBox("Giao toàn bộ dữ liệu của tệp này")
        self.kind, self.search = QComboBox(), QLineEdit()
        self.kind.setAccessibleName("Loại dữ liệu để chọn")
        for kind, words in _KINDS:
            self.kind.addItem(words, kind)
        self.search.setPlaceholderText("Tìm theo tên, mã số thuế, mã kế hoạch…")
        self.search.setAccessibleName("Tìm để chọn thêm")
        self.search.setClearButtonEnabled(True)
        self.found, self.chosen = QListWidget(), ChosenList()
        for listed, words in ((self.found, "Có thể chọn"), (self.chosen, "Đã chọn để giao")):
            listed.setAccessibleName(words)
            listed.setProperty("framed", "true")
            listed.setTextElideMode(Qt.TextElideMode.ElideMiddle)  # long names differ at their end
            listed.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.take, self.drop = QPushButton("Chọn"), QPushButton("Bỏ ra")
        self.brief, self.summary = QLabel(), QLabel()
        self.brief.setProperty("role", "heading")
        self.summary.setProperty("role", "caption")
        self.summary.setWordWrap(True)
        self.passphrase = PassphrasePair()
        self._counting = QTimer(self, singleShot=True, interval=_QUIET_MS)
        self._lay_out()
        self._listen()
        self.resize(920, 600)
        self._search()
        self._show_chosen()
        (self.search if desk.machine else self.machine).setFocus()

    def _lay_out(self) -> None:
        self.add_fields(("Máy hoặc người nhận việc", self.machine), ("", self.all))
        columns = QHBoxLayout()
        columns.setSpacing(16)
        left, right = QVBoxLayout(), QVBoxLayout()
        for column in (left, right):
            column.setSpacing(8)
            columns.addLayout(column, 1)
        choosing = QHBoxLayout()
        choosing.setSpacing(8)
        choosing.addWidget(self.kind, 1)
        choosing.addWidget(self.search, 1)
        left.addLayout(choosing)
        left.addWidget(self.found, 1)
        left.addWidget(self.take, 0, Qt.AlignmentFlag.AlignLeft)
        self.brief.setMinimumHeight(self.search.sizeHint().height())
        right.addWidget(self.brief)
        right.addWidget(self.chosen, 1)
        right.addWidget(self.drop, 0, Qt.AlignmentFlag.AlignLeft)
        self.content.addLayout(columns, 1)
        self.content.addWidget(self.summary)
        self.content.addWidget(self.passphrase)
        self.content.addWidget(self.passphrase.note)

    def _listen(self) -> None:
        self.kind.currentIndexChanged.connect(lambda _: self._search())
        self.search.textChanged.connect(lambda _: self._search())
        self.search.returnPressed.connect(self._take)
        self.found.itemActivated.connect(lambda _: self._take())
        self.found.itemDoubleClicked.connect(lambda _: self._take())
        self.take.clicked.connect(self._take)
        self.drop.clicked.connect(self._drop)
        self.chosen.removed.connect(self._remove)
        self.all.toggled.connect(self._on_all)
        self._counting.timeout.connect(self._count)
        self.verb.clicked.connect(self._give)
        self.verb.setAutoDefault(False)
        self.verb.setDefault(False)  # Enter in the search field chooses

    # -- choosing ---------------------------------------------------------------------------------------------------

    def _search(self) -> None:
        self.found.clear()
        for offer in self._answers():
            if not self.desk.has(offer.key):
                item = QListWidgetItem(_listed(offer))
                item.setData(_OFFER, offer)
                item.setToolTip(offer.title)
                self.found.addItem(item)
        self.found.setCurrentRow(0)
        self.take.setEnabled(self.found.count() > 0 and not self.desk.is_everything)

    def _answers(self) -> Sequence[Offer]:
        kind, text = str(self.kind.currentData()), self.search.text()
        if kind != UNITS:
            return [each for each in self._offers[kind] if fold(text) in fold(each.title)]
        page = self._around.office.enterprises.page(ListQuery(text), None, ("name", "tax_code", "province"))
        return [Offer((UNITS, row.id), " · ".join(str(value) for value in row.values if value)) for row in page.entries]

    def _take(self) -> None:
        item: QListWidgetItem | None = self.found.currentItem()
        if item is not None and not self.desk.is_everything:
            self.desk.add([item.data(_OFFER)])
            row = self.found.currentRow()
            self.found.takeItem(row)
            self.found.setCurrentRow(min(row, self.found.count() - 1))
            self._show_chosen()

    def _drop(self) -> None:
        item: QListWidgetItem | None = self.chosen.currentItem()
        if item is not None:
            self._remove(item.data(_OFFER))

    def _remove(self, offer: Offer) -> None:
        self.desk.remove(offer.key)
        self._search()
        self._show_chosen()

    def _on_all(self, is_on: bool) -> None:
        self.desk.is_everything = is_on
        for part in (self.kind, self.search, self.found, self.chosen, self.take, self.drop):
            part.setEnabled(not is_on)
        self._show_chosen()

    def _show_chosen(self) -> None:
        kept = self.chosen.currentRow()
        self.chosen.clear()
        for offer in self.desk.chosen():
            item = QListWidgetItem(capital(_listed(offer)))
            item.setData(_OFFER, offer)
            item.setToolTip(offer.title)
            self.chosen.addItem(item)
        self.chosen.setCurrentRow(min(max(kept, 0), self.chosen.count() - 1))
        self.drop.setEnabled(self.chosen.count() > 0 and not self.desk.is_everything)
        self.brief.setText(self.desk.brief())
        self.summary.setText("Đang đếm những gì đi cùng…")
        self._counting.start()

    def _count(self) -> None:
        roots, desk = self.desk.roots, self.desk

        def show(words: str) -> None:
            if roots == desk.roots:
                self.summary.setText(words)

        self.ask(lambda: desk.summary(roots), show)

    # -- writing ----------------------------------------------------------------------------------------------------

    def _give(self) -> None:
        self.desk.machine = self.machine.currentText().strip()
        try:
            self.desk.check(self.passphrase.first.text(), self.passphrase.again.text())
        except InputError as error:
            self.say(error.sentence)
            return
        target = chosen_target(self, "Ghi gói giao việc", self.desk.file_name, FILES)
        if target:
            self.write(target)

    def write(self, target: Path) -> None:
        """Write the package aside, with progress and a way to stop it."""
        desk, packages, passphrase = self.desk, self._around.office.packages, self.passphrase.first.text()

        def create(watch: Watch) -> str:
            roots = desk.everything() if desk.roots is None else desk.roots
            return packages.create(desk.machine, roots, target, passphrase, watch)

        self.work("Đang ghi gói giao việc", create, lambda _: self._finish(target))

    def _finish(self, target: Path) -> None:
        self.accept()
        self.given.emit(self.desk.machine, str(target))


def offers_of_keys(names: Mapping[tuple[str, str], str]) -> list[Offer]:
    """What was chosen on another screen, with what it is called."""
    return [Offer(key, title) for key, title in names.items()]


def _listed(offer: Offer) -> str:
    """Lists shorten names in their middle, since those of firms differ at both ends; plans differ at the beginning."""
    return shortened(offer.title, _PLAN_WORDS) if offer.key[0] == PLANS else offer.title
