"""Alt+Enter: everything that is kept of the current line, beside the grid; the grid shows only what fits in columns."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from nscl_desktop.domain.budget_lines import Line
from nscl_desktop.domain.naming import line_name
from nscl_desktop.presenters.record_form import RecordForm
from nscl_desktop.services.workspace import PlanDesk
from nscl_desktop.ui.elided_label import ElidedLabel
from nscl_desktop.ui.record_form_view import RecordFormView
from nscl_desktop.ui.tab import Voice

_FIELDS = (
    "kind", "label", "text", "unit", "price", "shared_quantity", "adds", "provisional", "inferred",
    "component_quantity", "component_basis", "inline", "period_id", "lead_id", "lead_text", "partners", "schedule",
    "month_from", "month_to", "carried_quantity", "carried_from", "carried_link", "support_kind", "quantity_label",
    "amount_label", "note",
)  # fmt: skip


class LinePanel(QFrame):
    """A form that follows the current line."""

    left = Signal()

    def __init__(self, desk: PlanDesk, voice: Voice) -> None:
        super().__init__()
        self._desk = desk
        self.setProperty("panel", "side")
        self.title = ElidedLabel()
        self.title.setProperty("role", "heading")
        close = QPushButton("Đóng")
        close.setProperty("quiet", "true")
        close.clicked.connect(self.left)
        head = QHBoxLayout()
        head.setContentsMargins(16, 8, 8, 8)
        head.addWidget(self.title, 1)
        head.addWidget(close)
        self.form = RecordFormView(RecordForm(desk, Line, _FIELDS), voice, columns=1, wide_lines=3)
        inner = QWidget()
        box = QVBoxLayout(inner)
        box.setContentsMargins(16, 0, 16, 16)
        box.addWidget(self.form)
        box.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inner)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(scroll, 1)

    def show_line(self, line_id: str) -> None:
        """Another line."""
        if line_id != self.form.form.record_id:
            self.form.settle()
        self.form.form.show(line_id)
        self.refresh()

    def refresh(self) -> None:
        """Show the line as it is now."""
        tree = self._desk.budget.tree
        key = self.form.form.record_id
        name = line_name(tree, tree.line(key)) if key and tree.has(key) else "Chưa chọn dòng"
        self.title.setText(f"{name[:1].upper()}{name[1:]}")
        self.form.refresh()

    def take_focus(self) -> None:
        """Begin with the first field."""
        self.form.editor(_FIELDS[0]).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back to the grid."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)
