"""F4 on a figure: what it is the sum of. Enter goes into a part or opens its record; the slip can be printed.

Shared by all tabs: ``explain(parent, around, explanation)`` is all that they call.
"""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QWidget

from nscl_desktop.domain.explanations import Explanation, Part, as_text
from nscl_desktop.ui.dialogs.dialog import Dialog
from nscl_desktop.ui.read_table import ReadColumn, ReadTable
from nscl_desktop.ui.tab import Surroundings

_COLUMNS = (ReadColumn("Gồm"), ReadColumn("Cách tính", 46), ReadColumn("Số", 18, is_figure=True))
_TITLE = "Giải thích số này"


class ExplanationWindow(Dialog):
    """One figure at a time; "Lên một mức" goes back to the figure that the one shown is a part of."""

    def __init__(self, around: Surroundings, explanation: Explanation, parent: QWidget) -> None:
        super().__init__(parent, _TITLE, "Mở bản ghi", leave="Đóng")
        self._around = around
        self._way = [explanation]
        self.title, self.figure, self.made, self.notes = QLabel(), QLabel(), QLabel(), QLabel()
        for label, role in ((self.title, "heading"), (self.figure, "title"), (self.made, ""), (self.notes, "caption")):
            label.setProperty("role", role)
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.table = ReadTable("Các số hợp thành", _COLUMNS)
        for part in (self.title, self.figure, self.made):
            self.content.addWidget(part)
        self.content.addWidget(self.table, 1)
        self.content.addWidget(self.notes)
        self.copy, self.print = self.add_button("Sao chép"), self.add_button("In phiếu…")
        self.up = self.add_button("Lên một mức")
        for button in (self.copy, self.print, self.up, self.leave, self.verb):
            button.setAutoDefault(False)
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(as_text(self.shown)))
        self.print.clicked.connect(self._print)
        self.up.clicked.connect(self._go_up)
        self.verb.clicked.connect(self._go)
        self.table.activated.connect(lambda _: self._go())
        self.table.itemSelectionChanged.connect(self._follow)
        self.resize(960, 540)
        self._show()

    @property
    def shown(self) -> Explanation:
        """The figure in sight."""
        return self._way[-1]

    def _show(self) -> None:
        found = self.shown
        self.title.setText(found.title)
        self.figure.setText(found.words)
        self.made.setText(found.made)
        self.made.setVisible(bool(found.made))
        self.notes.setText("\n".join(found.notes))
        self.notes.setVisible(bool(found.notes))
        rows = [(each.name, each.made, each.figure) for each in found.parts]
        self.table.fill(rows, found.parts)
        self.table.setVisible(bool(rows))
        self.up.setVisible(len(self._way) > 1)
        self._follow()
        self.table.setFocus() if rows else self.leave.setFocus()

    def _follow(self) -> None:
        part = self.table.current_data
        inside = isinstance(part, Part) and part.inside is not None
        self.verb.setText("Xem bên trong" if inside else "Mở bản ghi")
        self.verb.setEnabled(isinstance(part, Part) and (inside or bool(part.key)))

    def _go(self) -> None:
        part = self.table.current_data
        if not isinstance(part, Part):
            return
        if part.inside is not None:
            self._way.append(part.inside)
            self._show()
        elif part.key:
            self.accept()
            self._around.voice.record_wanted.emit(part.entity, part.key)

    def _go_up(self) -> None:
        self._way.pop()
        self._show()

    def _print(self) -> None:
        from nscl_desktop.ui.explaining.slip_window import SlipWindow  # loads what prints, wanted for the slip alone

        window = SlipWindow(self._around, self.shown, self)
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window.open()


def explain(parent: QWidget, around: Surroundings, explanation: Explanation) -> ExplanationWindow:
    """Show what a figure is made of."""
    window = ExplanationWindow(around, explanation, parent)
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    window.open()
    return window
