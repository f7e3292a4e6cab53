"""So sánh: this plan beside another, line by line, and the table for a tờ trình."""

from pathlib import Path

from PySide6.QtWidgets import QCheckBox, QComboBox, QFileDialog, QHBoxLayout, QLabel, QWidget

from nscl_desktop.domain.book import Book
from nscl_desktop.domain.budget import Budget
from nscl_desktop.presenters.plan_comparison import PlanComparison, comparable
from nscl_desktop.services.workspace import PlanDesk
from nscl_desktop.ui.budget.budget_page import unit_of
from nscl_desktop.ui.dialogs.dialog import Dialog, caption
from nscl_desktop.ui.read_table import ReadColumn, ReadTable
from nscl_desktop.ui.tab import Surroundings

_COLUMNS = (
    ReadColumn("STT", 6), ReadColumn("Nội dung"),
    *(ReadColumn(title, 14, is_figure=True) for title in ("Trước", "Sau", "Tăng", "Giảm")), ReadColumn("Khác", 12),
)  # fmt: skip
_FILES = "Tệp PDF (*.pdf);;Bảng tính Excel (*.xlsx);;Văn bản Word (*.docx)"


class CompareWindow(Dialog):
    """The other plan is "trước", the open one "sau"."""

    def __init__(self, desk: PlanDesk, around: Surroundings, parent: QWidget) -> None:
        super().__init__(parent, "So sánh hai kế hoạch", "Xuất bảng so sánh…", leave="Đóng")
        self._desk, self._around = desk, around
        self._comparison: PlanComparison | None = None
        self.other = QComboBox()
        self.other.setAccessibleName("So với kế hoạch")
        for key, words in comparable(around.office.shelf.plans(), desk.plan):
            self.other.addItem(words, key)
        self.only_changed = QCheckBox("Chỉ dòng khác nhau")
        self.only_changed.setChecked(True)
        self.summary = QLabel()
        self.summary.setProperty("role", "heading")
        self.table = ReadTable("Bảng so sánh", _COLUMNS)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(caption("Trước:"))
        head.addWidget(self.other, 1)
        head.addWidget(caption(f"Sau: {desk.plan.code}"))
        head.addWidget(self.only_changed)
        self.content.addLayout(head)
        self.content.addWidget(self.summary)
        self.content.addWidget(self.table, 1)
        self.other.activated.connect(lambda _: self._read())
        self.only_changed.clicked.connect(self._show)
        self.verb.clicked.connect(self._export)
        self.verb.setDefault(False)
        self.resize(1080, 640)
        self._read()

    def _read(self) -> None:
        key = str(self.other.currentData() or "")
        self.verb.setEnabled(False)
        if not key:
            self.summary.setText("Chưa có kế hoạch nào khác để so sánh.")
            for part in (self.other, self.only_changed):
                part.setEnabled(False)
            return
        shelf = self._around.office.shelf
        self._around.operations.run("Đang đọc kế hoạch", lambda _: shelf.book(key), lambda book: self._take(key, book))

    def _take(self, key: str, book: Book) -> None:
        if key == self.other.currentData():
            self._comparison = PlanComparison(Budget(book, key), self._desk.budget, unit_of(self._around))
            self.verb.setEnabled(True)
            self._show()

    def _show(self) -> None:
        if self._comparison is None:
            return
        self.summary.setText(self._comparison.summary())
        rows = self._comparison.rows(only_changed=self.only_changed.isChecked())
        shown = [
            (row.label, "    " * row.depth + row.text, row.before, row.after, row.increase, row.decrease, row.state)
            for row in rows
        ]
        self.table.fill(shown, tips=[row.text for row in rows])

    def _export(self) -> None:
        comparison = self._comparison
        if comparison is None:
            return
        name = f"So sanh {self._desk.plan.code}.pdf"
        chosen, kind = QFileDialog.getSaveFileName(self, "Xuất bảng so sánh", name, _FILES)
        if not chosen:
            return
        ending = kind[kind.rindex("*") + 1 : -1] if "*" in kind else ".pdf"
        target = Path(chosen if Path(chosen).suffix else chosen + ending)
        doc, paper, said = comparison.document(), self._around.office.paper, self._around.voice.said
        self._around.operations.run(
            "Đang xuất bảng so sánh",
            lambda _: paper.write(doc, target),
            lambda remark: said.emit(". ".join(filter(None, (f"Đã xuất {target.name}", remark)))),
        )
