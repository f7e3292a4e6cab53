"""Danh sách of a report: units supported, courses held, prizes won; as they are now, or as they were sent."""

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from nscl_desktop.domain.periodic_reports import LIST_NAMES
from nscl_desktop.domain.report_lists import FIGURES, HEADINGS, summary
from nscl_desktop.presenters.report_sheet import ReportSheet
from nscl_desktop.ui.read_table import ReadColumn, ReadTable

_WIDTHS = {
    "STT": 5, "Mã số thuế": 12, "Mã hồ sơ": 11, "Năm giải": 8, "Lượt người": 10, "Người": 7, "Đạt": 6,
    "Bước đã đến": 21, "Hợp đồng (đồng)": 15, "Tiền thưởng (đồng)": 17, "Hình thức": 17,
}  # fmt: skip
_USUAL = 20


class ListsPage(QWidget):
    """One list at a time, chosen above."""

    def __init__(self, sheet: ReportSheet) -> None:
        super().__init__()
        self._sheet = sheet
        self.choice, self.about, self.tables = QComboBox(), QLabel(), QStackedWidget()
        self.choice.setAccessibleName("Danh sách")
        self.about.setProperty("role", "caption")
        for name, words in LIST_NAMES:
            self.choice.addItem(words, name)
            titles = HEADINGS[name]
            self.tables.addWidget(
                ReadTable(
                    words,
                    [
                        ReadColumn(title, 0 if at == 1 else _WIDTHS.get(title, _USUAL), at in FIGURES[name])
                        for at, title in enumerate(titles)
                    ],
                )
            )
        head, column = QHBoxLayout(), QVBoxLayout(self)
        head.setSpacing(12)
        head.addWidget(self.choice)
        head.addWidget(self.about, 1)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.tables, 1)
        self.choice.currentIndexChanged.connect(lambda _: self.follow())
        self.setFocusProxy(self.choice)

    def follow(self) -> None:
        """Show the chosen list."""
        name = str(self.choice.currentData())
        self.tables.setCurrentIndex(self.choice.currentIndex())
        table, rows = self.tables.currentWidget(), self._sheet.rows(name)
        if isinstance(table, ReadTable):
            table.fill(rows)
        when = "như khi gửi" if self._sheet.is_sent else "theo dữ liệu hiện nay"
        self.about.setText(f"{summary(name, rows)} Danh sách {when}.")

    def settle(self) -> None:
        """Nothing is typed here."""
