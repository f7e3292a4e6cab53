"""One consultant: how it is reached, figures of its work, its dossiers, pairs that come again, selections."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from nscl_desktop.presenters.consultant_list import ConsultantList
from nscl_desktop.ui.elided_label import ElidedLabel
from nscl_desktop.ui.read_table import ReadColumn, ReadTable
from nscl_desktop.ui.scrolled import scrolled

_COLUMNS = (
    ReadColumn("Đơn vị được hỗ trợ"), ReadColumn("Hồ sơ", 11), ReadColumn("Nội dung", 20),
    ReadColumn("Năm", 5, is_figure=True), ReadColumn("Tình trạng", 12),
    ReadColumn("Hợp đồng (đồng)", 14, is_figure=True), ReadColumn("Nghiệm thu (đồng)", 15, is_figure=True),
    ReadColumn("Lưu ý", 9),
)  # fmt: skip
_ROUNDS = (
    ReadColumn("Đợt tuyển chọn"), ReadColumn("Ngày họp", 12), ReadColumn("Kết quả", 18), ReadColumn("Quyết định", 22),
)  # fmt: skip
_IN_A_ROW = 3
_LEAST = 120
"""Height of a table on the smallest screen; then the page scrolls."""


class ConsultantPage(QWidget):
    """``wanted`` asks for a record (kind, key) to be opened where it belongs."""

    wanted = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self.key = ""
        self.title, self.about = ElidedLabel(), ElidedLabel()
        self.title.setProperty("role", "title")
        self.about.setProperty("role", "caption")
        self.open_unit = QPushButton("Mở đơn vị")
        self.open_unit.clicked.connect(lambda: self.wanted.emit("enterprise", self.key))
        self._figures = QWidget()
        self.pairs = QLabel()
        self.pairs.setProperty("role", "heading")
        self.pairs.setWordWrap(True)
        self.dossiers, self.rounds = ReadTable("Hồ sơ đã và đang tư vấn", _COLUMNS), ReadTable("Tuyển chọn", _ROUNDS)
        self.no_dossiers = QLabel("Chưa có hồ sơ nào chọn tổ chức này; chọn ở trang của hồ sơ hoặc ở hợp đồng.")
        self.no_rounds = QLabel("Chưa dự đợt tuyển chọn nào.")
        for label in (self.no_dossiers, self.no_rounds):
            label.setProperty("role", "caption")
        for table, entity in ((self.dossiers, "dossier"), (self.rounds, "selection_round")):
            table.cellActivated.connect(lambda *_, table=table, entity=entity: self._open(table, entity))
        self._lay_out()

    def show_consultant(self, consultants: ConsultantList, key: str) -> None:
        """Show what is on file of one consultant."""
        self.key = key
        self.title.setText(consultants.name(key))
        self.about.setText(consultants.about(key))
        self.about.setVisible(bool(self.about.text()))
        fresh = QWidget()
        grid = QGridLayout(fresh)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(32)
        grid.setVerticalSpacing(4)
        for at, (words, figure) in enumerate(consultants.figures(key)):
            grid.addWidget(_figure(words, figure), at // _IN_A_ROW, at % _IN_A_ROW)
        grid.setColumnStretch(_IN_A_ROW, 1)
        self._column.replaceWidget(self._figures, fresh)
        self._figures.deleteLater()
        self._figures = fresh
        pairs = consultants.pairs(key)
        self.pairs.setText("\n".join(f"⚠ {each}" for each in pairs))
        self.pairs.setVisible(bool(pairs))
        for table, empty, rows in (
            (self.dossiers, self.no_dossiers, consultants.dossiers(key)),
            (self.rounds, self.no_rounds, consultants.rounds(key)),
        ):
            table.fill([row.texts for row in rows], [row.key for row in rows])
            table.setVisible(bool(rows))
            empty.setVisible(not rows)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.title, 1)
        head.addWidget(self.open_unit)
        inner, whole = QWidget(), QVBoxLayout(self)
        column = self._column = QVBoxLayout(inner)
        column.setContentsMargins(16, 8, 16, 16)
        column.setSpacing(8)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolled(inner))
        column.addLayout(head)
        column.addWidget(self.about)
        column.addWidget(self._figures)
        column.addWidget(self.pairs)
        for words, table, empty, stretch in (
            ("Hồ sơ đã và đang tư vấn", self.dossiers, self.no_dossiers, 3),
            ("Tuyển chọn tổ chức tư vấn", self.rounds, self.no_rounds, 1),
        ):
            label = QLabel(words)
            label.setProperty("role", "heading")
            column.addWidget(label)
            table.setMinimumHeight(_LEAST)
            column.addWidget(table, stretch)
            column.addWidget(empty)
        column.addStretch(0)
        self.setFocusProxy(self.dossiers)

    def _open(self, table: ReadTable, entity: str) -> None:
        found = table.current_data
        if isinstance(found, str):
            self.wanted.emit(entity, found)


def _figure(words: str, figure: str) -> QWidget:
    cell, column = QFrame(), QVBoxLayout()
    cell.setLayout(column)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    caption, number = QLabel(words), QLabel(figure)
    caption.setProperty("role", "caption")
    number.setProperty("role", "heading")
    number.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    number.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    cell.setAccessibleName(f"{words}: {figure}")
    column.addWidget(number)
    column.addWidget(caption)
    return cell
