"""A list of units on its way into the register: what its columns are, and the reading that follows from it."""

from collections.abc import Mapping as ReadOnly
from collections.abc import Sequence
from dataclasses import dataclass, replace

from nscl_desktop.domain.enterprises import VSIC_2018, VSIC_2025, Enterprise, YearFigures
from nscl_desktop.domain.many_records import without_collecting
from nscl_desktop.domain.money import MoneyUnit
from nscl_desktop.domain.records import fields_of
from nscl_desktop.domain.unit_headings import CERTIFICATES, FIELDS, FIGURES, IGNORE, MONEY, NUMBERING
from nscl_desktop.presenters.unit_import_decisions import Examined
from nscl_desktop.presenters.unit_import_office import Tell, UnitImports
from nscl_desktop.services.table_import_model import column_letters
from nscl_desktop.services.unit_import_encoding import OldText, converted, old_texts
from nscl_desktop.services.unit_import_mapping import (
    choices_of,
    guess_mapping,
    likeliest,
    mapping_below,
    money_unit_above,
    remembered,
    used_for,
)
from nscl_desktop.services.unit_import_model import Choices, UnitMapping, UnitTable, shown
from nscl_desktop.services.unit_import_rows import read_rows

_SPECS = {spec.name: spec for record_type in (YearFigures, Enterprise) for spec in fields_of(record_type)}
_OTHERS = {IGNORE: "Bỏ qua", NUMBERING: "Số thứ tự", CERTIFICATES: "Chứng nhận, tiêu chuẩn (ISO…)"}
_SAMPLES, _MOST_HEAD_ROWS, _LONGEST_ROW = 3, 40, 60


@dataclass(frozen=True, slots=True)
class ColumnRow:
    """A column as the clerk sees it: its letter, heading and some cells; what it is taken for, and its year."""

    letter: str
    title: str
    samples: str
    field: str
    year: int


def field_words(name: str) -> str:
    """What a column can be taken for, in words."""
    return _OTHERS.get(name) or _SPECS[name].label


class UnitImportDesk:
    """One file. ``kept`` is what the clerk chose before, by the headings of a list: heading → field."""

    def __init__(
        self, tables: Sequence[UnitTable], file: str, year: int, kept: ReadOnly[str, ReadOnly[str, str]]
    ) -> None:
        self.file, self._tables, self._kept = file, tuple(tables), kept
        self.sheets = tuple(table.name for table in tables)
        self.fields = tuple((name, field_words(name)) for name in (IGNORE, *FIELDS, NUMBERING))
        self._old_texts = tuple(map(old_texts, self._tables))
        self.sheet = likeliest(list(map(converted, self._tables, self._old_texts)))
        self.choices = Choices(year, origin=file)
        self.convert = True
        self.choose_sheet(self.sheet)

    # -- what the columns are ---------------------------------------------------------------------------------------

    def choose_sheet(self, sheet: int) -> None:
        """Take another sheet, with the mapping kept for its headings."""
        self.sheet, self._table = sheet, self._tables[sheet]
        self.old_texts: tuple[OldText, ...] = self._old_texts[sheet]
        self._readable = converted(self._table, self.old_texts)
        self._take_mapping(guess_mapping(self._readable))

    def set_head(self, row: int) -> None:
        """Say which row is the last of the heading; -1 lets it be recognised."""
        if row < 0:
            self._take_mapping(guess_mapping(self._readable))
            return
        first = row
        while first and row - first < 3 and sum(map(bool, self._readable.texts(first - 1))) > 1:
            first -= 1
        self._take_mapping(mapping_below(self._readable, first, row))

    def _take_mapping(self, mapping: UnitMapping) -> None:
        self.mapping = remembered(mapping, self._kept.get(mapping.signature, {}))
        self.choices = replace(
            self.choices,
            unit=money_unit_above(self._readable, mapping),
            edition=VSIC_2018 if "2018" in mapping.signature else VSIC_2025,
        )

    @property
    def head_rows(self) -> Sequence[tuple[int, str]]:
        """(row, words) of what can be the last row of the heading."""
        rows = range(min(len(self._readable.rows), _MOST_HEAD_ROWS))
        found = [(row, " | ".join(filter(None, self._readable.texts(row)))) for row in rows]
        first = self.mapping.last + 1
        known = f"tự nhận ra (dòng {first})" if self.mapping.last >= 0 else "không nhận ra"
        return [(-1, known), *((row, f"đến dòng {row + 1}: {words[:_LONGEST_ROW]}") for row, words in found if words)]

    def columns(self) -> Sequence[ColumnRow]:
        """All columns with some of what stands in them."""
        below = [
            row for row in range(self.mapping.last + 1, len(self._readable.rows)) if row not in self.mapping.skipped
        ]
        found = []
        for at, column in enumerate(self.mapping.columns):
            cells = (shown(self._readable.raw(row, at)) for row in below[:200])
            samples = "; ".join(list(dict.fromkeys(filter(None, cells)))[:_SAMPLES])
            found.append(ColumnRow(column_letters(at), column.title, samples, column.field, column.year))
        return found

    def set_field(self, column: int, field: str) -> None:
        """Take a column for something else."""
        use = used_for(self.mapping.columns[column], field)
        self.mapping = self.mapping.with_column(column, use)

    def choose(self, *, year: int | None = None, unit: MoneyUnit | None = None, edition: str = "") -> None:
        """What the columns leave open."""
        self.choices = replace(
            self.choices, year=year or self.choices.year, unit=unit, edition=edition or self.choices.edition
        )

    @property
    def asks(self) -> frozenset[str]:
        """Which of year, unit and edition have to be asked for, by what the columns hold."""
        columns = self.mapping.columns
        asked = {"year"} if any(each.field in FIGURES and not each.year for each in columns) else set()
        asked |= {"unit"} if any(each.field in MONEY and each.unit is None for each in columns) else set()
        return frozenset(asked | ({"edition"} if self.mapping.where("sector_code") else set()))

    @property
    def can_examine(self) -> bool:
        """Whether it is known which column names the units."""
        return len(self.mapping.where("name")) == 1

    @property
    def remembered_choices(self) -> tuple[str, dict[str, str]]:
        """The headings and what was chosen for them, to be kept for the next file with the same ones."""
        return self.mapping.signature, choices_of(self.mapping)

    def examine(self, imports: UnitImports, tell: Tell) -> Examined:
        """Read and compare all rows; changes nothing here. Aside."""
        table = self._readable if self.convert else self._table
        with without_collecting():
            reading = read_rows(table, self.mapping, self.choices, tell)
        rows, held = imports.compare(reading.drafts, tell)
        return Examined(rows, held, reading.findings)
