"""The Qt model of a list of records: columns from FieldSpecs, then columns that are worked out."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from nscl_desktop.domain.fields import FieldSpec, Kind
from nscl_desktop.domain.records import Record
from nscl_desktop.presenters.field_text import NO, YES, heading_of
from nscl_desktop.presenters.record_list import RecordSource

Index = QModelIndex | QPersistentModelIndex
Attempt = Callable[[Callable[[], object]], bool]
"""Does something and tells a refusal; whether it was done."""
_NONE = QModelIndex()
_DISPLAY, _EDIT, _TOOL_TIP, _ALIGNMENT, _CHECK = 0, 2, 3, 7, 10  # roles as plain ints
_FIGURES = frozenset({Kind.MONEY, Kind.NUMBER, Kind.INTEGER})


@dataclass(frozen=True, slots=True)
class ExtraColumn:
    """A column that is worked out instead of stored."""

    title: str
    text: Callable[[Record], str]
    is_figure: bool = False


class RecordTableModel(QAbstractTableModel):
    """Rows of a RecordList; ``row_at`` gives the record of a row."""

    def __init__(self, records: RecordSource, extra: Sequence[ExtraColumn], attempt: Attempt) -> None:
        super().__init__()
        self._list, self._extra, self._attempt = records, tuple(extra), attempt
        self._records = records.records()

    def refresh(self) -> None:
        """Read the records anew; nothing is reset while they are the same ones."""
        records = self._list.records()
        if [record.id for record in records] == [record.id for record in self._records]:
            self._records = records
            last = self.index(len(records) - 1, self.columnCount() - 1)
            if records:
                self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self._records = records
        self.endResetModel()

    def record_at(self, row: int) -> Record | None:
        """The record of a row; None beside the table."""
        return self._records[row] if 0 <= row < len(self._records) else None

    def row_of(self, record_id: str) -> int:
        """Where a record stands; -1 if it is not there."""
        return next((row for row, record in enumerate(self._records) if record.id == record_id), -1)

    def spec_at(self, column: int) -> FieldSpec | None:
        """The field of a column; None for one that is worked out."""
        return self._list.specs[column] if column < len(self._list.specs) else None

    def offers(self, column: int) -> Sequence[tuple[str, str]]:
        """What a cell of choices offers."""
        spec = self.spec_at(column)
        return self._list.offers(spec) if spec else ()

    def rowCount(self, parent: Index = _NONE) -> int:
        """Records."""
        return 0 if parent.isValid() else len(self._records)

    def columnCount(self, parent: Index = _NONE) -> int:
        """Fields, then what is worked out."""
        return 0 if parent.isValid() else len(self._list.specs) + len(self._extra)

    def data(self, index: Index, role: int = _DISPLAY) -> object:
        """Texts, and boxes for yes or no."""
        record, spec = self._records[index.row()], self.spec_at(index.column())
        if spec is not None and spec.kind is Kind.FLAG:
            if role != _CHECK:
                return None
            return Qt.CheckState.Checked if getattr(record, spec.name) else Qt.CheckState.Unchecked
        if role in (_EDIT, _TOOL_TIP):
            return self._text(record, index.column())
        if role == _DISPLAY:
            return self._text(record, index.column()).replace("\n", " / ")
        if role == _ALIGNMENT:
            side = Qt.AlignmentFlag.AlignRight if self._is_figure(index.column()) else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        return None

    def setData(self, index: Index, value: object, role: int = _EDIT) -> bool:
        """Take what was typed or ticked; a refusal is told and leaves the record as it is."""
        record, spec = self._records[index.row()], self.spec_at(index.column())
        if spec is None:
            return False
        on = value in (Qt.CheckState.Checked, Qt.CheckState.Checked.value)
        text = (YES if on else NO) if role == _CHECK else str(value)
        return self._attempt(lambda: self._list.enter(record, spec, text))

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> object:
        """Labels of the fields; what a field means is its tool tip."""
        if orientation == Qt.Orientation.Vertical or role not in (_DISPLAY, _TOOL_TIP):
            return None
        spec = self.spec_at(section)
        if role == _TOOL_TIP:
            return spec.hint if spec else None
        if spec is None:
            return self._extra[section - len(self._list.specs)].title
        return heading_of(spec)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Stored fields can be edited while the plan's state allows it."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        spec = self.spec_at(index.column())
        if spec is None or spec.kind is Kind.KEY or not self._list.is_open:
            return flags  # what names a row is never typed
        return flags | (Qt.ItemFlag.ItemIsUserCheckable if spec.kind is Kind.FLAG else Qt.ItemFlag.ItemIsEditable)

    def _is_figure(self, column: int) -> bool:
        spec = self.spec_at(column)
        return spec.kind in _FIGURES if spec else self._extra[column - len(self._list.specs)].is_figure

    def _text(self, record: Record, column: int) -> str:
        spec = self.spec_at(column)
        return self._list.text(record, spec) if spec else self._extra[column - len(self._list.specs)].text(record)
