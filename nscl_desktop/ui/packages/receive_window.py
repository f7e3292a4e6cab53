"""Nhận kết quả: packages at the left, what they do at the right, one button; nothing is written before that."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSplitter,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from nscl_desktop.presenters.package_check_outs import waiting_rows
from nscl_desktop.presenters.package_receiving import Incoming, ReceiveDesk, Reception, state_words
from nscl_desktop.presenters.package_words import Names, capital, field_words, figure
from nscl_desktop.ui.dialogs.dialog import caption
from nscl_desktop.ui.packages.conflict_view import ConflictView
from nscl_desktop.ui.packages.package_window import PackageWindow
from nscl_desktop.ui.read_table import ReadColumn, ReadTable
from nscl_desktop.ui.tab import Surroundings
from nscl_desktop.ui.wrapped_items import wrap_items

FILES = "Gói dữ liệu (*.nsclgoi)"
MOST_NEWS = 2000
_PATH = Qt.ItemDataRole.UserRole
_NOTHING = "Không có chỗ nào khác nhau: mọi thay đổi nhận được ngay."


class ReceiveWindow(PackageWindow):
    """``received`` hands over what was received, after the window has closed."""

    received = Signal(object)

    def __init__(self, around: Surroundings, parent: QWidget) -> None:
        super().__init__(around, parent, "Nhận kết quả", "Nhận")
        self.desk = ReceiveDesk(around.office.packages)
        self.list = QListWidget()
        self.list.setAccessibleName("Các gói kết quả")
        self.list.setProperty("framed", "true")
        wrap_items(self.list)
        self.add, self.remove = QPushButton("Thêm gói…"), QPushButton("Bỏ gói này ra")
        self.passphrase, self.unlock = QLineEdit(), QPushButton("Mở")
        self.passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        self.passphrase.setPlaceholderText("Mật khẩu của gói")
        self.passphrase.setAccessibleName("Mật khẩu của gói")
        self.conflicts = ConflictView(self.desk.table, around, _NOTHING)
        self.news = ReadTable(
            "Các bản ghi thay đổi", (ReadColumn("Việc", 9), ReadColumn("Bản ghi", 38), ReadColumn("Thay đổi")), lines=2
        )
        self.waiting = ReadTable("Các chỗ chờ", (ReadColumn("Chỗ"), ReadColumn("Lý do", 44), ReadColumn("Máy", 14)))
        self.refused = ReadTable("Không nhận được", (ReadColumn("Chỗ"), ReadColumn("Lý do", 52), ReadColumn("Máy", 14)))
        for table in (self.news, self.waiting, self.refused):
            table.setWordWrap(True)
        self.pages = QTabWidget()
        self.pages.setAccessibleName("Gói mang về những gì")
        for page, title in ((self.conflicts, "Khác nhau"), (self.news, "Sẽ thay đổi"), (self.waiting, "Chờ")):
            self.pages.addTab(page, title)
        self.pages.addTab(self.refused, "Không nhận")
        self.outlook = QLabel()
        self.outlook.setWordWrap(True)
        self.outlook.setProperty("role", "heading")
        self._has_turned = False
        self._lay_out()
        self._listen()
        self.resize(1180, 680)
        self.follow()

    def _lay_out(self) -> None:
        side, column = QWidget(), QVBoxLayout()
        side.setLayout(column)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(8)
        column.addWidget(caption("Xem trước; chưa ghi gì vào dữ liệu."))
        column.addWidget(self.list, 1)
        for pair in ((self.passphrase, self.unlock), (self.add, self.remove)):
            row = QHBoxLayout()
            row.setSpacing(8)
            for part in pair:
                row.addWidget(part, 1 if part is self.passphrase else 0)
            if self.add in pair:
                row.addStretch(1)
            column.addLayout(row)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(side)
        split.addWidget(self.pages)
        split.setStretchFactor(1, 1)
        split.setSizes([240, 920])
        split.setChildrenCollapsible(False)
        self.content.addWidget(split, 1)
        self.content.addWidget(self.outlook)

    def _listen(self) -> None:
        self.add.clicked.connect(self._choose_files)
        self.remove.clicked.connect(self._remove)
        self.unlock.clicked.connect(self._unlock)
        self.passphrase.returnPressed.connect(self._unlock)
        self.list.currentItemChanged.connect(lambda *_: self.follow())
        self.conflicts.changed.connect(self._show_outlook)
        self.conflicts.told.connect(self.say)
        self.verb.clicked.connect(self._receive)

    # -- packages ---------------------------------------------------------------------------------------------------

    def take(self, paths: Sequence[Path], passphrase: str = "") -> None:
        """Lay these files on the table, too."""
        self._read(self.desk.with_files((path, passphrase) for path in paths))

    def _read(self, files: Sequence[tuple[Path, str]]) -> None:
        def put(incoming: list[Incoming]) -> None:
            self.desk.put(incoming)
            self._name_all()

        self.work("Đang xem gói", lambda watch: self.desk.read(files, watch), put)

    def _name_all(self) -> None:
        wanted, giving = self.desk.names_wanted(), self._around.office.giving

        def show(names: Names) -> None:
            self.desk.take_names(names)
            self.refresh()

        self.work("Đang xem gói", lambda _: giving.names(wanted), show)

    def _choose_files(self) -> None:
        found, _ = QFileDialog.getOpenFileNames(self, "Chọn gói kết quả", "", FILES)
        if found:
            self.take([Path(each) for each in found])

    def _remove(self) -> None:
        current = self._current()
        if current:
            self._read(self.desk.without(current.path))

    def _unlock(self) -> None:
        current = self._current()
        if current and self.passphrase.text():
            self.take([current.path], self.passphrase.text())
            self.passphrase.clear()

    def _current(self) -> Incoming | None:
        item: QListWidgetItem | None = self.list.currentItem()
        path = item.data(_PATH) if item is not None else None
        return next((each for each in self.desk.incoming if each.path == path), None)

    # -- showing ----------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Show all packages and what comes of them."""
        kept = self.list.currentRow()
        self.list.clear()
        for each in self.desk.incoming:
            item = QListWidgetItem(self._words(each))
            item.setData(_PATH, each.path)
            item.setToolTip(str(each.path))
            item.setForeground(self._around.theme.colour("error" if each.refusal else "text"))
            self.list.addItem(item)
        self.list.setCurrentRow(min(max(kept, 0), self.list.count() - 1))
        self.conflicts.refresh()
        self._fill_tables()
        if not self._has_turned and self.desk.can_receive:
            self._has_turned = True
            self.pages.setCurrentIndex(0 if self.desk.table.total else 1)
        self.follow()

    def _words(self, incoming: Incoming) -> str:
        name = incoming.view.machine if incoming.view else incoming.path.name
        counts = [
            f"{figure(number)}\u00a0{words}".replace(" ", "\u00a0")
            for words, number in self.desk.counts(incoming)
            if number
        ]
        return "\n".join(filter(None, (name, state_words(incoming), " · ".join(counts))))

    def _fill_tables(self) -> None:
        news, waiting, refused = self.desk.news(), waiting_rows(self.desk.waiting()), self.desk.refused()
        shown = [(row.what, row.record, "; ".join(row.changes)) for row in news[:MOST_NEWS]]
        if len(news) > MOST_NEWS:
            shown.append(("…", f"và {figure(len(news) - MOST_NEWS)} bản ghi nữa", ""))
        tips = ["\n".join((row.record, *row.changes)) for row in news[:MOST_NEWS]]
        self.news.fill(shown, tips=[*tips, *[""] * (len(shown) - len(tips))])
        self.waiting.fill([(row.place, row.why, row.who) for row in waiting])
        self.refused.fill(
            [
                (f"{capital(each.title)} · {field_words(each.key[0], each.field)}", each.reason, machine)
                for machine, each in refused
            ]
        )
        numbers = (self.desk.table.total, len(news), len(waiting), len(refused))
        titles = ("Khác nhau", "Sẽ thay đổi", "Chờ", "Không nhận")
        for place, (title, number) in enumerate(zip(titles, numbers, strict=True)):
            self.pages.setTabText(place, f"{title} ({figure(number)})")

    def follow(self) -> None:
        """What can be done with the packages on the table."""
        current = self._current()
        needs = current is not None and (current.needs_passphrase or "mật khẩu" in current.refusal.casefold())
        self.passphrase.setVisible(needs)
        self.unlock.setVisible(needs)
        self.remove.setEnabled(current is not None and not self.is_working)
        self.add.setEnabled(not self.is_working)
        self.verb.setText(self.desk.verb)
        self.verb.setEnabled(self.desk.can_receive and not self.is_working)
        self._show_outlook()

    def _show_outlook(self) -> None:
        self.outlook.setText(self.desk.outlook())
        self.outlook.setVisible(bool(self.outlook.text()))

    # -- receiving --------------------------------------------------------------------------------------------------

    def _receive(self) -> None:
        self.work("Đang nhận kết quả", self.desk.receive, self._finish)

    def _finish(self, reception: Reception) -> None:
        if not reception.check_outs:
            self.say(reception.sentence)
            return
        self.accept()
        self.received.emit(reception)
