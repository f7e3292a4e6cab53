"""Two records of one unit: what they say field by field, one of both chosen in each row; one step, undone as one."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from nscl_desktop.domain.changes import ChangeSet
from nscl_desktop.domain.enterprises import Enterprise, YearFigures
from nscl_desktop.domain.records import Record
from nscl_desktop.presenters.enterprise_list import cell_text
from nscl_desktop.services.enterprise_merging import choices, merge
from nscl_desktop.ui.attempts import attempted
from nscl_desktop.ui.dialogs.dialog import Dialog, caption
from nscl_desktop.ui.tab import Surroundings

_ON, _OFF = Qt.CheckState.Checked, Qt.CheckState.Unchecked


class MergeWindow(Dialog):
    """``merged`` hands over the step once it is saved."""

    merged = Signal(object)

    def __init__(self, kept: Enterprise, other: Enterprise, around: Surroundings, parent: QWidget) -> None:
        super().__init__(parent, "Gộp hai bản ghi của một đơn vị", "Gộp")
        self._kept, self._other, self._around = kept, other, around
        self.choices = choices(kept, other)
        self.content.addWidget(
            caption(
                f"“{other.name}” được gộp vào “{kept.name}”: liên hệ, chứng nhận, số liệu, hồ sơ và lần kiểm tra chuyển"
                " sang bản giữ lại. Chọn giá trị giữ ở từng dòng: phím ← → hoặc bấm chuột."
            )
        )
        self.table = QTableWidget(len(self.choices), 3)
        self.table.setAccessibleName("Các trường khác nhau")
        self.table.setProperty("framed", "true")
        self.table.setHorizontalHeaderLabels(["Trường", "Bản giữ lại", "Bản gộp vào"])
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().hide()
        self.table.setWordWrap(True)
        self.table.horizontalHeader().setHighlightSections(False)
        for row, choice in enumerate(self.choices):
            values = (cell_text(choice.spec.name, value) or "(trống)" for value in (choice.kept, choice.other))
            for column, text in enumerate((choice.spec.label, *values)):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
                self.table.setItem(row, column, item)
            self._show(row, takes_other=choice.takes_other)
        header = self.table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        self.table.resizeColumnToContents(0)
        self.resize(820, 520)
        self.table.resizeRowsToContents()
        self.table.currentCellChanged.connect(lambda row, column, *_: self._on_current(row, column))
        self.table.cellClicked.connect(self._on_current)
        self.content.addWidget(self.table, 1)
        self.verb.clicked.connect(self._merge)

    def takes_other(self, row: int) -> bool:
        """Whether the row keeps what the other record says."""
        item = self.table.item(row, 2)
        return item is not None and item.checkState() == _ON

    def _on_current(self, row: int, column: int) -> None:
        if row >= 0 and column > 0:
            self._show(row, takes_other=column == 2)

    def _show(self, row: int, *, takes_other: bool) -> None:
        for column, is_on in ((1, not takes_other), (2, takes_other)):
            item = self.table.item(row, column)
            if item:
                item.setCheckState(_ON if is_on else _OFF)

    def _merge(self) -> None:
        taken = {choice.spec.name: choice.other for row, choice in enumerate(self.choices) if self.takes_other(row)}
        register, kept, other = self._around.office.enterprises, self._kept, self._other

        def gather() -> Sequence[Record]:
            years = [each for each in register.belonging(kept.id) if isinstance(each, YearFigures)]
            return [*years, *register.belonging(other.id), *register.pointing(other.id)]

        def save(records: Sequence[Record]) -> None:
            def act() -> None:
                step = merge(kept, other, taken, records)
                self._around.operations.run("Đang gộp", lambda _: register.add(step), lambda _: self._done(step))

            attempted(self._around.voice, act)

        self._around.operations.run("", lambda _: gather(), save)

    def _done(self, step: ChangeSet) -> None:
        self.merged.emit(step)
        self.accept()
