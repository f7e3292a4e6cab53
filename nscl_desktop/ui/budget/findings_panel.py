"""The findings below the grid: one line while folded, a list to work through with Enter when open."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolButton,
    QVBoxLayout,
)

from nscl_desktop.domain.findings import Finding, Severity
from nscl_desktop.presenters.finding_list import FindingList, FindingRow
from nscl_desktop.ui.style_options import area_of, state_of
from nscl_desktop.ui.theme import Theme

_ROW = Qt.ItemDataRole.UserRole
_SIGNS = {Severity.ERROR: ("error", "error"), Severity.WARNING: ("warning", "warning"), Severity.NOTE: ("info", "note")}
_SIGN = 16


class FindingsPanel(QFrame):
    """A heading that folds, the list, and what to do about the chosen finding."""

    go_wanted = Signal(str)
    """A line's key."""
    waive_wanted = Signal(object)
    withdraw_wanted = Signal(object)

    def __init__(self, findings: FindingList, theme: Theme) -> None:
        super().__init__()
        self._findings, self._theme = findings, theme
        self.setProperty("panel", "side")
        self.heading = QToolButton()
        self.heading.setCheckable(True)
        self.heading.setProperty("fold", "true")
        self.heading.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.heading.setAccessibleName("Mở hoặc gập các phát hiện")
        self.go = QPushButton("Đến đó")
        self.waive = QPushButton("Chấp nhận…")
        self.list = QListWidget()
        self.list.setAccessibleName("Các phát hiện")
        self.list.setItemDelegate(_FindingDelegate(theme, self.list))
        self.list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.nothing = QLabel("Không có phát hiện nào: mỗi số nêu trên giấy đều khớp với số tính được.")
        self.nothing.setProperty("role", "notice")
        self._lay_out()
        self.heading.toggled.connect(self._on_toggled)
        self.list.itemDoubleClicked.connect(lambda _: self._go())
        self.list.currentRowChanged.connect(lambda _: self._on_chosen())
        self.list.installEventFilter(self)
        self.go.clicked.connect(self._go)
        self.waive.clicked.connect(self._waive)
        theme.changed.connect(self.refresh)
        self._on_toggled(False)

    def refresh(self) -> None:
        """Read the findings anew; the chosen one stays chosen while it stands."""
        chosen = self._current()
        self.heading.setText(f"  Phát hiện: {self._findings.summary()}")
        self._show_tone()
        self._draw_arrow()
        rows = self._findings.rows()
        self.list.setVisible(self.is_open and bool(rows))
        self.nothing.setVisible(self.is_open and not rows)
        if not self.is_open:
            return
        self.list.clear()
        for row in rows:
            item = QListWidgetItem()
            item.setData(_ROW, row)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{row.severity_words}: {row.place}. {row.message}")
            item.setToolTip(f"{row.finding.code} · {row.message}\n{row.detail}".rstrip())
            self.list.addItem(item)
            if chosen and row.finding.key == chosen.finding.key:
                self.list.setCurrentItem(item)
        if self.list.currentRow() < 0:
            self.list.setCurrentRow(0)
        self._on_chosen()

    def open(self) -> None:
        """Unfold and let the keyboard act on the list."""
        self.heading.setChecked(True)
        self.list.setFocus()

    @property
    def is_open(self) -> bool:
        """Whether the list is unfolded."""
        return self.heading.isChecked()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(8, 0, 8, 0)
        head.setSpacing(8)
        head.addWidget(self.heading)
        head.addStretch(1)
        head.addWidget(self.waive)
        head.addWidget(self.go)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 4)
        layout.setSpacing(4)
        layout.addLayout(head)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.nothing, 1)

    def _on_toggled(self, opened: bool) -> None:
        for part in (self.go, self.waive):
            part.setVisible(opened)
        line = self.fontMetrics().height()
        self.setMinimumHeight(4 * line if opened else 0)
        self.setMaximumHeight(16 * line if opened else self.heading.sizeHint().height() + 8)
        self.refresh()

    def _show_tone(self) -> None:
        tone = self._findings.tone()
        if self.heading.property("tone") != tone:
            self.heading.setProperty("tone", tone)
            self.heading.style().unpolish(self.heading)
            self.heading.style().polish(self.heading)

    def _draw_arrow(self) -> None:
        self.heading.setIcon(self._theme.icon("chevron-down" if self.heading.isChecked() else "chevron-right"))

    def _on_chosen(self) -> None:
        row = self._current()
        self.go.setEnabled(bool(row and row.can_go))
        self.waive.setEnabled(row is not None)
        self.waive.setText("Bỏ chấp nhận" if row and row.finding.waived else "Chấp nhận…")

    def _go(self) -> None:
        row = self._current()
        if row and row.can_go:
            self.go_wanted.emit(row.finding.line_id)

    def _waive(self) -> None:
        row = self._current()
        if row:
            finding: Finding = row.finding
            (self.withdraw_wanted if finding.waived else self.waive_wanted).emit(finding)

    def _current(self) -> FindingRow | None:
        item: QListWidgetItem | None = self.list.currentItem()
        row: FindingRow | None = item.data(_ROW) if item is not None else None
        return row

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter goes to the place of the finding."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._go()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.heading.setChecked(False)
                return True
        return super().eventFilter(watched, event)


class _FindingDelegate(QStyledItemDelegate):
    """Sign and word, place, message on one line."""

    def __init__(self, theme: Theme, parent: QListWidget) -> None:
        super().__init__(parent)
        self._theme, self._list = theme, parent
        self._widest = 56 * parent.fontMetrics().averageCharWidth()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """One line."""
        return QSize(0, self._list.fontMetrics().height() + 12)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """One finding."""
        row: FindingRow = index.data(_ROW)
        area = area_of(option)
        painter.save()
        chosen = bool(state_of(option) & QStyle.StateFlag.State_Selected)
        painter.fillRect(area, self._theme.colour("accent_soft" if chosen else "base"))
        icon, ink = _SIGNS[row.finding.severity]
        if row.finding.waived:
            icon, ink = "ok", "muted"
        middle = area.center().y()
        self._theme.icon(icon, ink).paint(painter, QRect(area.left() + 12, middle - _SIGN // 2, _SIGN, _SIGN))
        metrics = painter.fontMetrics()
        word = metrics.horizontalAdvance("Đã chấp nhận") + 16
        place = min(area.width() * 2 // 5, self._widest)
        left = area.left() + 36
        self._text(painter, QRect(left, area.top(), word, area.height()), row.severity_words, ink)
        self._text(painter, QRect(left + word, area.top(), place - 12, area.height()), row.place, "text")
        rest = left + word + place
        self._text(painter, QRect(rest, area.top(), area.right() - rest - 8, area.height()), row.message, "muted")
        painter.restore()

    def _text(self, painter: QPainter, area: QRect, text: str, ink: str) -> None:
        painter.setPen(self._theme.colour(ink))
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
