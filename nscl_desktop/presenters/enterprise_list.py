"""The list of units on screen: what is typed and filtered, the columns chosen, the rows that were read so far."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from nscl_desktop.domain.enterprise_list import FLAGS, ListEntry, ListPage, ListPlace, ListQuery
from nscl_desktop.domain.enterprises import KINDS, STATES, Enterprise
from nscl_desktop.domain.fields import FieldSpec, Value
from nscl_desktop.domain.text import fold
from nscl_desktop.presenters.enterprise_office import Register
from nscl_desktop.presenters.exported_list import ExportedList
from nscl_desktop.presenters.field_text import text_of
from nscl_desktop.services.enterprises import spec_of
from nscl_desktop.services.public_facts import shipped_areas, shipped_sectors

COLUMNS = (
    "name", "tax_code", "kind", "commune", "province", "sector_code", "representative", "phone", "short_name",
    "address", "products", "state", "founded_on", "email", "sector_name",
)  # fmt: skip
"""Fields that the list can show, in the order in which they are offered."""
FIRST_COLUMNS = ("name", "tax_code")
TAX_STATES = (("missing", "Chưa có"), ("doubtful", "Cần xem lại"), ("sound", "Đúng"))


@dataclass(frozen=True, slots=True)
class Filters:
    """What was chosen in the filters, as stored values; "" asks for nothing."""

    kind: str = ""
    province: str = ""
    section: str = ""
    mark: str = ""
    state: str = ""
    tax: str = ""
    commune: str = ""

    @property
    def count(self) -> int:
        """How many filters are set."""
        return sum(bool(getattr(self, name)) for name in self.__dataclass_fields__)


def query_of(text: str, filters: Filters, today: str) -> ListQuery:
    """The query of what was typed and chosen; a province means all that lies in it now (``today``: ISO day)."""
    provinces = shipped_areas().within(filters.province, today) if filters.province else frozenset[str]()
    return ListQuery(
        text=text,
        kinds=(filters.kind,) if filters.kind else (),
        states=(filters.state,) if filters.state else (),
        marks=(filters.mark,) if filters.mark else (),
        sectors=_groups(filters.section) if filters.section else (),
        provinces=tuple(sorted(provinces)),
        tax=(filters.tax,) if filters.tax else (),
        communes=(fold(filters.commune),) if filters.commune else (),
    )


def _groups(section: str) -> tuple[str, ...]:
    """All divisions of a section such as "2025/C", and the section itself."""
    edition, letter = section.split("/")
    divisions = shipped_sectors()[edition].divisions()
    return (section, *(f"{edition}/{number:02}" for number, of in divisions.items() if of == letter))


def filter_offers(provinces: Sequence[str], communes: Sequence[str] = ()) -> dict[str, tuple[tuple[str, str], ...]]:
    """Filter → (stored value, label) pairs, after "everything"."""
    sections = [
        (f"{edition.edition}/{section.letter}", f"{section.letter} · {section.name} ({edition.edition})")
        for edition in reversed(shipped_sectors().values())
        for section in edition.sections
    ]
    return {
        "kind": (("", "Mọi loại hình"), *KINDS),
        "province": (("", "Mọi tỉnh, thành phố"), *((word, word) for word in provinces)),
        "commune": (("", "Mọi xã, phường"), *((word, word) for word in communes)),
        "section": (("", "Mọi ngành"), *sections),
        "mark": (("", "Mọi đối tượng ưu tiên"), *((name, spec_of(Enterprise, name).label) for name in FLAGS)),
        "state": (("", "Mọi tình trạng"), *STATES, ("merged", "Đã gộp vào đơn vị khác")),
        "tax": (("", "Mã số thuế bất kỳ"), *((value, f"Mã số thuế: {words.lower()}") for value, words in TAX_STATES)),
    }


@dataclass
class EnterpriseList:
    """Rows read page by page; ``today`` is the ISO day by which provinces are understood."""

    register: Register
    today: str
    columns: tuple[str, ...] = FIRST_COLUMNS
    text: str = ""
    filters: Filters = field(default_factory=Filters)
    rows: list[ListEntry] = field(default_factory=list)
    _end: ListPlace | None = None
    _whole: ListQuery | None = None
    """The query whose answer is known whole: what adds letters to it can be sought in the answer alone."""

    @property
    def query(self) -> ListQuery:
        """What is asked for."""
        return query_of(self.text, self.filters, self.today)

    @property
    def has_more(self) -> bool:
        """Whether rows follow that were not read yet."""
        return self._end is not None

    def seek(self, text: str) -> None:
        """Show what answers a text."""
        self.text = text
        asked = self.query
        known = self._whole
        if known and replace(known, text="") == replace(asked, text="") and fold(known.text) in fold(text):
            self._read(replace(asked, within=tuple(row.id for row in self.rows) or ("",)))
            self._whole = asked  # still all that there is, among fewer
        else:
            self.read()

    def read(self) -> None:
        """Show the beginning of the list as it is now."""
        asked = self.query
        self._read(asked)
        self._whole = asked if self._end is None and fold(asked.text) else None

    def next_page(self) -> ListPage:
        """The page behind the rows that were read; nothing is shown of it until it is taken."""
        return self.register.page(self.query, self._end, self.columns)

    def take(self, page: ListPage) -> None:
        """Put a page behind the others."""
        self.rows += page.entries
        self._end = page.end

    def show_change(self, unit: Enterprise) -> int:
        """A unit was changed: its row says so where it stands, until the list is read anew; the row, -1 for none."""
        row = self.row_of(unit.id)
        if row >= 0:
            self.rows[row] = ListEntry(unit.id, tuple(getattr(unit, name) for name in self.columns))
        return row

    def specs(self) -> tuple[FieldSpec, ...]:
        """The fields shown."""
        return tuple(spec_of(Enterprise, name) for name in self.columns)

    def cell(self, row: int, column: int) -> str:
        """What a cell shows."""
        return cell_text(self.columns[column], self.rows[row].values[column])

    def exported(self) -> ExportedList:
        """All units that answer, in the columns shown."""
        query, names, register = self.query, self.columns, self.register

        def read() -> list[list[str]]:
            units = register.units(register.keys(query))
            return [[cell_text(name, getattr(unit, name)) for name in names] for unit in units]

        return ExportedList([spec.label for spec in self.specs()], read)

    def row_of(self, key: str) -> int:
        """Where a unit stands among the rows read so far; -1 if it does not."""
        return next((at for at, row in enumerate(self.rows) if row.id == key), -1)

    def _read(self, asked: ListQuery) -> None:
        page = self.register.page(asked, None, self.columns)
        self.rows = list(page.entries)
        self._end = page.end


def cell_text(name: str, value: Value) -> str:
    """A field on one line."""
    return text_of(spec_of(Enterprise, name), value).replace("\n", "; ")
