"""A table out of Word or Excel on its way into the plan: what each column is, what comes in, what is proved."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Self

from nscl_desktop.domain.budget import Budget
from nscl_desktop.domain.money import MoneyUnit, format_amount
from nscl_desktop.domain.table_headings import ColumnUse, Use
from nscl_desktop.presenters.grid_columns import plan_years
from nscl_desktop.presenters.incoming_file import likeliest
from nscl_desktop.services.table_import import (
    ImportPreview,
    UnitGuess,
    guess_mapping,
    guess_unit,
    mapping_below,
    plan_import,
    to_change_set,
)
from nscl_desktop.services.table_import_model import USE_LABELS, Mapping, PastedTable, TableFinding, Weight
from nscl_desktop.services.workspace import PlanDesk

WEIGHT_WORDS = {Weight.BLOCKS: "Phải sửa", Weight.WARNING: "Cảnh báo", Weight.REMARK: "Lưu ý"}


_MOST_HEAD_ROWS = 40
"""Rows from the top that are offered as the last of the heading."""
_LONGEST_ROW = 40
_Replaced = dict[ColumnUse, ColumnUse]


@dataclass(frozen=True, slots=True)
class ImportOffers:
    """What the choices about a table offer.

    ``sheets`` are names, one of "" for a pasted table; ``uses`` and ``sources`` are (key, words); ``years`` those a
    column of figures can belong to; ``head_rows`` (row, words) of what can be the last of the heading, -1 where it is
    to be recognised.
    """

    sheets: tuple[str, ...]
    uses: tuple[tuple[str, str], ...]
    years: tuple[int, ...]
    sources: tuple[tuple[str, str], ...]
    head_rows: tuple[tuple[int, str], ...]

    @classmethod
    def of(cls, budget: Budget, tables: Sequence[PastedTable], table: PastedTable) -> Self:
        """The offers for one of the tables."""
        return cls(
            tuple(each.name for each in tables),
            tuple((use.value, words) for use, words in USE_LABELS.items()),
            tuple(plan_years(budget)),
            tuple((source.code, source.name) for source in budget.frame.sources),
            ((-1, "tự nhận ra"), *_rows_named(table)),
        )


class TableImportDesk:
    """One table, its mapping, and the preview that follows from both; of several sheets the likeliest comes first."""

    def __init__(self, desk: PlanDesk, tables: Sequence[PastedTable], parent_id: str = "") -> None:
        self._desk, self._parent_id, self._tables = desk, parent_id, tuple(tables)
        self.keep_stated = False
        self.sheet = likeliest(self._tables)
        self.choose_sheet(self.sheet)

    def choose_sheet(self, sheet: int) -> None:
        """Take another sheet, as it stands in the file."""
        self.sheet = sheet
        self.table: PastedTable = self._tables[sheet]
        self.mapping: Mapping = guess_mapping(self.table)
        self.guess: UnitGuess = guess_unit(self.table, self.mapping)
        self.unit: MoneyUnit = self.guess.unit
        self._preview: ImportPreview | None = None
        self.offers = ImportOffers.of(self._desk.budget, self._tables, self.table)

    def set_head(self, row: int) -> None:
        """Say which row is the last of the heading; -1 lets it be recognised. Columns are guessed anew."""
        whole = self.mapping.year, self.mapping.source
        found = guess_mapping(self.table) if row < 0 else mapping_below(self.table, row)
        self.mapping = replace(found, year=whole[0] or found.year, source=whole[1])
        self._preview = None

    @property
    def preview(self) -> ImportPreview:
        """What will be added, worked out anew after each change."""
        if self._preview is None:
            self._preview = plan_import(
                self._desk.budget, self.table, self.mapping, self.unit, parent_id=self._parent_id
            )
        return self._preview

    def column_use(self, column: int) -> ColumnUse:
        """What a column is taken for; of several headings the first counts."""
        return self.mapping.heads[0].columns[column] if self.mapping.heads else ColumnUse(Use.IGNORE)

    def set_use(self, column: int, use: Use) -> None:
        """Take a column for something else, under every heading that takes it for the same."""
        shown = self.column_use(column).use
        same = [known for known in self._known(column) if known.use is shown]
        self._set_columns(column, {known: replace(known, use=use) for known in same})

    def set_year(self, column: int, year: int) -> None:
        """Say which year the figures of a column belong to; 0 lets the plan decide."""
        shown = self.column_use(column)
        self._set_columns(column, {shown: replace(shown, year=year)})

    def set_whole_year(self, year: int) -> None:
        """Say which year a table that names none belongs to; 0 lets the plan decide."""
        self.mapping, self._preview = replace(self.mapping, year=year), None

    def set_whole_source(self, code: str) -> None:
        """Say which source pays for a table that names none; "" leaves it open."""
        self.mapping, self._preview = replace(self.mapping, source=code), None

    def set_unit(self, unit: MoneyUnit) -> None:
        """Say in which unit the money is."""
        self.unit, self._preview = unit, None

    def mend(self, row: int, column: int, text: str) -> None:
        """Mend one cell of the table before it comes in."""
        self.table, self._preview = self.table.with_cell(row, column, text), None

    def findings(self) -> Sequence[TableFinding]:
        """What the reading came upon, the gravest first."""
        order = list(Weight)
        return sorted(self.preview.findings, key=lambda finding: (order.index(finding.weight), finding.row))

    def summary(self) -> str:
        """What will be added, in a sentence."""
        preview = self.preview
        total = "" if preview.total is None else f", tổng {format_amount(preview.total, self.unit)} {self.unit.label}"
        words = f"Sẽ thêm {len(preview.lines)} dòng{total}."
        if preview.is_proven:
            return f"{words} {len(preview.proofs)} số tổng ghi trong bảng đều khớp."
        wrong = sum(not each.agrees for each in preview.proofs)
        return f"{words} {wrong} số tổng ghi trong bảng không khớp." if wrong else words

    @property
    def can_take(self) -> bool:
        """Whether nothing stands in the way."""
        return bool(self.preview.lines) and not self.preview.is_blocked

    def take(self) -> str:
        """Bring the table in as one step; what was done, for the toast."""
        step = to_change_set(self.preview, keep_stated=self.keep_stated)
        self._desk.perform(step)
        return f"Đã {step.words[:1].lower()}{step.words[1:]}"

    def _known(self, column: int) -> Sequence[ColumnUse]:
        """What each heading takes a column for; the tables of Bình Dương begin with different years."""
        return [head.columns[column] for head in self.mapping.heads]

    def _set_columns(self, column: int, changes: _Replaced) -> None:
        for head, known in enumerate(self._known(column)):
            self.mapping = self.mapping.with_column(column, changes.get(known, known), head)
        self._preview = None


def _rows_named(table: PastedTable) -> Iterator[tuple[int, str]]:
    for row, texts in enumerate(table.rows[:_MOST_HEAD_ROWS]):
        if any(texts):
            words = " | ".join(filter(None, texts))
            shown = words if len(words) <= _LONGEST_ROW else f"{words[:_LONGEST_ROW]}…"
            yield row, f"đến dòng {row + 1}: {' '.join(shown.split())}"
