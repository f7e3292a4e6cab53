"""Bảng trường trộn: every field that a template may use, what it means, copied with one key for Word."""

from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from nscl_desktop.presenters.daily_paper_sheet import field_table
from nscl_desktop.services.paper_fields import Subject
from nscl_desktop.ui.dialogs.dialog import Dialog, caption
from nscl_desktop.ui.read_table import ReadColumn, ReadTable

_WORDS = (
    "Chép một trường rồi dán vào mẫu Word, đúng chỗ cần điền. Trường của bảng đặt trong một dòng của bảng Word, giữa"
    " dòng {%tr for x in … %} và dòng {%tr endfor %}. Viết {{ trường or ' ' }} cho trường được phép để trống."
)


class FieldWindow(Dialog):
    """Search over the fields of the papers of a subject."""

    def __init__(self, parent: QWidget, subject: Subject) -> None:
        super().__init__(parent, "Bảng trường trộn", "Chép trường", leave="Đóng")
        self._subject = subject
        self.search = QLineEdit(placeholderText="Tìm trường (không cần dấu)")
        self.search.setAccessibleName("Tìm trường")
        self.search.setClearButtonEnabled(True)
        self.table = ReadTable(
            "Trường trộn", (ReadColumn("Viết trong mẫu", 32), ReadColumn("Ý nghĩa"), ReadColumn("Điền ở đâu", 25))
        )
        self.content.addWidget(caption(_WORDS))
        self.content.addWidget(self.search)
        self.content.addWidget(self.table, 1)
        self.search.textChanged.connect(lambda _: self._refill())
        self.table.cellActivated.connect(lambda *_: self._copy())
        self.verb.clicked.connect(self._copy)
        self.resize(900, 560)
        self._refill()

    def _refill(self) -> None:
        rows = field_table(self._subject, self.search.text())
        self.table.fill(rows, [row[0] for row in rows])
        self.verb.setEnabled(bool(rows))

    def _copy(self) -> None:
        found = self.table.current_data
        if isinstance(found, str):
            QApplication.clipboard().setText(found)
            self.say("")
            self.verb.setText("Đã chép")
