"""The import of units: files read, rows compared with the register, the step saved and found again to be undone."""

from collections.abc import Sequence
from pathlib import Path

from nscl_desktop.domain.changes import ChangeSet
from nscl_desktop.domain.enterprise_list import ListQuery
from nscl_desktop.domain.enterprises import Certificate, Enterprise, YearFigures
from nscl_desktop.domain.many_records import without_collecting
from nscl_desktop.domain.records import Record
from nscl_desktop.exchange.unit_workbook import read_unit_sheets
from nscl_desktop.office.last_step import last_step
from nscl_desktop.office.register_file import RegisterFile
from nscl_desktop.services.enterprises import REGISTER
from nscl_desktop.services.unit_import import WORDS
from nscl_desktop.services.unit_import_matching import Held, ImportRow, compare_rows
from nscl_desktop.services.unit_import_model import UnitTable
from nscl_desktop.services.unit_import_rows import Tell, UnitDraft
from nscl_desktop.storage import enterprise_queries as queries

_AT_ONCE = 5_000


class UnitImportRoom:
    """Over one open data file."""

    def __init__(self, data: RegisterFile) -> None:
        self._data = data

    def read(self, path: Path, tell: Tell) -> Sequence[UnitTable]:
        """The sheets of a file that have something in them."""
        with without_collecting():
            return [
                UnitTable(
                    sheet.name, sheet.rows, {(row, column): words for row, column, words in sheet.troubles}, sheet.fonts
                )
                for sheet in read_unit_sheets(path, tell)
            ]

    def compare(self, drafts: Sequence[UnitDraft], tell: Tell) -> tuple[tuple[ImportRow, ...], Held]:
        """Every row against the register and the rows above it."""
        with without_collecting():
            return compare_rows(drafts, self, tell)

    def units(self, tell: Tell) -> Sequence[Enterprise]:
        """All units, in the order of the list."""
        found: list[Enterprise] = []
        with self._data.registers(settled=True).reading() as connection:
            keys = queries.enterprise_keys(connection, ListQuery())
            for first in range(0, len(keys), _AT_ONCE):
                tell(f"Đọc đơn vị {first}/{len(keys)} đã có")
                some = keys[first : first + _AT_ONCE]
                by_key = {unit.id: unit for unit in queries.enterprises_by_key(connection, some)}
                found += (by_key[key] for key in some)
        return found

    def parts(self, keys: Sequence[str]) -> Sequence[Record]:
        """Year figures and certificates of some units."""
        with self._data.registers(settled=True).reading() as connection:
            return list(queries.parts_of_many(connection, (YearFigures, Certificate), keys))

    def save(self, step: ChangeSet) -> None:
        """Take the step into the file."""
        with without_collecting():
            self._data.add(step)

    def last(self) -> ChangeSet | None:
        """The last import that was not taken back."""
        return last_step(self._data.registers(settled=True), REGISTER, WORDS)

    def write_template(self, target: Path) -> None:
        """An empty list to be filled in."""
        from nscl_desktop.reports.unit_template import write_unit_template  # heavy, wanted when it is asked for

        write_unit_template(target)
