"""The register of enterprises for the screens: pages of the list, units for the desk, steps on many units, Excel."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from weakref import WeakKeyDictionary

from nscl_desktop.domain.book import Book
from nscl_desktop.domain.changes import ChangeSet
from nscl_desktop.domain.duplicates import Duplicate, DuplicateIndex, register_duplicates
from nscl_desktop.domain.enterprise_list import ListPage, ListPlace, ListQuery
from nscl_desktop.domain.enterprises import Enterprise
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.history import HistoryEntry
from nscl_desktop.domain.many_records import without_collecting
from nscl_desktop.domain.records import Record
from nscl_desktop.office.register_file import RegisterFile
from nscl_desktop.services.desk import Desk
from nscl_desktop.storage import enterprise_queries as queries
from nscl_desktop.storage.enterprise_texts import ListTexts
from nscl_desktop.storage.store import Store
from nscl_desktop.storage.unit_queries import records_about

_READ_AT_ONCE = 5_000
_AT_ONCE = 1000
"""Units between two words on how far the work is."""
_TEXTS: WeakKeyDictionary[Store, ListTexts] = WeakKeyDictionary()
"""The texts of the list of each file as long as it is open: a room is made anew whenever it is asked for."""


Tell = Callable[[str], object]


class EnterpriseRoom:
    """Over one open data file."""

    def __init__(self, data: RegisterFile) -> None:
        self._data = data

    def page(self, query: ListQuery, after: ListPlace | None, columns: Sequence[str]) -> ListPage:
        """The next rows of the list, at once."""
        store = self._data.registers(settled=False)
        with store.reading() as connection:
            return queries.enterprise_page(connection, query, after, columns, texts=_TEXTS.get(store))

    def prepare_to_seek(self) -> None:
        """Make the texts of the list ready, so that whatever is typed is answered within a frame. Aside."""
        store = self._data.registers(settled=True)
        with store.reading() as connection:
            _TEXTS.setdefault(store, ListTexts()).prepare(connection)

    def count(self, query: ListQuery) -> int:
        """How many units answer a query. Aside; waits until everything is saved."""
        with self._data.registers(settled=True).reading() as connection:
            return queries.enterprise_count(connection, query)

    def keys(self, query: ListQuery) -> Sequence[str]:
        """Keys of all units that answer a query, in the order of the list. Aside."""
        with self._data.registers(settled=True).reading() as connection:
            return queries.enterprise_keys(connection, query)

    def words(self, column: str) -> Sequence[str]:
        """Every word that units bear in a field. Aside."""
        with self._data.registers(settled=True).reading() as connection:
            return list(queries.listed_words(connection, column))

    def units(self, keys: Sequence[str], tell: Tell | None = None) -> Sequence[Enterprise]:
        """These units, in the order of their keys. Aside; ``tell`` may stop it."""
        found: dict[str, Enterprise] = {}
        with self._data.registers(settled=True).reading() as connection, without_collecting():
            for first in range(0, len(keys), _READ_AT_ONCE):
                if tell:
                    tell(f"Đọc đơn vị {first}/{len(keys)}")
                some = keys[first : first + _READ_AT_ONCE]
                found.update((unit.id, unit) for unit in queries.enterprises_by_key(connection, some))
        return [found[key] for key in keys if key in found]

    def read(self, key: str) -> Desk:
        """A unit for the desk; InputError if it is gone. Aside."""
        with self._data.registers(settled=True).reading() as connection:
            records = list(queries.enterprise_parts(connection, key))
        if not records:
            raise InputError("Không còn đơn vị này trong tệp dữ liệu; hãy chọn đơn vị khác.")
        return self._data.put_on_desk(Book(records), records[0])

    def pointing(self, key: str) -> Sequence[Record]:
        """Dossiers, visits and whatever else names a unit. Aside."""
        with self._data.registers(settled=True).reading() as connection:
            return list(queries.pointing_records(connection, key))

    def belonging(self, key: str) -> Sequence[Record]:
        """What belongs to a unit, the unit itself first. Aside."""
        with self._data.registers(settled=True).reading() as connection:
            return list(queries.enterprise_parts(connection, key))

    def about(self, key: str) -> Sequence[Record]:
        """Dossiers, visits and papers of a unit with what belongs to them and the names they use. Aside."""
        with self._data.registers(settled=True).reading() as connection:
            return list(records_about(connection, key))

    def add(self, step: ChangeSet, tell: Tell | None = None) -> None:
        """Save a step that is made on no desk; raises why it was not saved. Aside; stopped by ``tell``, nothing is."""
        with without_collecting():
            self._data.add(step, tell)

    def index(self) -> DuplicateIndex:
        """The whole register, to ask which unit a new one may be. Aside: every unit is read."""
        return DuplicateIndex(self._all())

    def duplicates(self, tell: Tell) -> Sequence[Duplicate]:
        """All pairs that may be one unit. Aside: every unit is read; ``tell`` may stop it."""
        tell("Đọc các đơn vị")
        units = self._all()

        def told() -> Iterator[Enterprise]:
            for at, unit in enumerate(units):
                if at % _AT_ONCE == 0:
                    tell(f"Xem đơn vị {at}/{len(units)}")
                yield unit

        return list(register_duplicates(told()))

    def history(self, key: str) -> Sequence[HistoryEntry]:
        """Who changed a unit and what belongs to it, newest first. Aside."""
        return self._data.history(key)

    def write_list(self, target: Path, headings: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
        """Write a list as XLSX, codes as text. Aside."""
        from nscl_desktop.reports.register_sheet import write_register  # heavy, wanted for the first export

        write_register(target, headings, rows)

    def _all(self) -> Sequence[Enterprise]:
        return self.units(self.keys(ListQuery()))
