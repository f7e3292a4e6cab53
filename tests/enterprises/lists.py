"""Lists of units for tests: a table of a few rows, read and compared with a register."""

from collections.abc import Sequence

from nscl_desktop.domain.enterprises import Enterprise
from nscl_desktop.domain.records import Record
from nscl_desktop.services.unit_import_mapping import guess_mapping
from nscl_desktop.services.unit_import_matching import Held, ImportRow, compare_rows
from nscl_desktop.services.unit_import_model import Choices, Raw, UnitTable
from nscl_desktop.services.unit_import_rows import Reading, Tell, read_rows

YEAR = 2025


class Known:
    """A register that is only a list of records."""

    def __init__(self, *records: Record) -> None:
        self.records = records

    def units(self, tell: Tell) -> Sequence[Enterprise]:
        return [each for each in self.records if isinstance(each, Enterprise)]

    def parts(self, keys: Sequence[str]) -> Sequence[Record]:
        return [each for each in self.records if getattr(each, "enterprise_id", "") in keys]


def table(*rows: Sequence[Raw], name: str = "DS") -> UnitTable:
    """A sheet."""
    return UnitTable(name, rows)


def read(sheet: UnitTable, choices: Choices | None = None) -> Reading:
    """What the sheet says, its columns being recognised."""
    return read_rows(sheet, guess_mapping(sheet), choices or Choices(YEAR), len)


def compared(sheet: UnitTable, *records: Record) -> tuple[tuple[ImportRow, ...], Held]:
    """Its rows against a register of these records."""
    return compare_rows(read(sheet).drafts, Known(*records), len)
