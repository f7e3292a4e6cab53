"""The list of dossiers on screen: sought without dấu, filtered by state, stage, year, plan and by what is waited for.

All rows are held (20,000 fit easily) and each typed key is answered out of them.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from nscl_desktop.domain.dates import format_short
from nscl_desktop.domain.dossiers.listing import DossierRow, deadlines
from nscl_desktop.domain.dossiers.stages import NAMES
from nscl_desktop.domain.money import format_amount
from nscl_desktop.domain.plan_rows import PlanRow
from nscl_desktop.domain.sorting import sort_key
from nscl_desktop.domain.supports import ENDED, OPEN, STAGES, STATES
from nscl_desktop.domain.text import fold
from nscl_desktop.presenters.dossier_office import Dossiers
from nscl_desktop.presenters.exported_list import ExportedList

LATE, SOON, MISSING, FREED = "late", "soon", "missing", "freed"
CHIPS = (
    (LATE, "Quá hạn", "Bước, hợp đồng, báo cáo, theo dõi hoặc giấy chứng nhận đã quá hạn"),
    (SOON, "Sắp đến hạn", "Đến hạn trong 30 ngày; giấy chứng nhận trong 90 ngày"),
    (MISSING, "Thiếu giấy tờ", "Còn thiếu giấy tờ bắt buộc của các bước đã qua"),
    (FREED, "Chờ thay thế", "Đã chấm dứt mà chưa có đơn vị thay thế: chỗ của hồ sơ còn trống"),
)
"""(key, words, what it means) of the filters by what is waited for."""
NO_STAGE = "-"
COLUMNS = (
    ("code", "Mã hồ sơ"), ("title", "Nội dung hỗ trợ"), ("where", "Đã đến"), ("attention", "Cần làm"), ("year", "Năm"),
    ("money", "Kinh phí (đồng)"), ("person", "Người theo dõi"),
)  # fmt: skip
"""(name, heading) of what the list can show of a dossier beside its two lines; names are those of ShownDossier."""
_STATE_WORDS = dict(STATES)


@dataclass(frozen=True, slots=True)
class DossierFilters:
    """What was chosen, as stored values; "" asks for nothing. ``chip``: one of CHIPS."""

    state: str = ""
    stage: str = ""
    year: str = ""
    plan: str = ""
    chip: str = ""

    @property
    def count(self) -> int:
        """How many of the filters behind the button are set; chips are seen by themselves."""
        return sum(bool(value) for value in (self.state, self.stage, self.year, self.plan))


@dataclass(frozen=True, slots=True)
class ShownDossier:
    """One dossier as it is told in a line or two. ``is_late``: something of it is overdue."""

    id: str
    unit: str
    code: str
    title: str
    where: str
    """Its state where it is not open, else the stage reached."""
    attention: str
    """The most urgent of what it waits for; empty for nothing."""
    brief: str
    """The same for a narrow place."""
    is_late: bool
    year: str
    money: str
    person: str


def shown(row: DossierRow, today: str) -> ShownDossier:
    """A row in words, on an ISO day."""
    waits = deadlines(row, today)
    lacks = f"Thiếu {row.missing} giấy tờ" if row.missing and row.state == OPEN else ""
    stage = NAMES.get(row.stage, "Chưa đăng ký")
    where = stage if row.state == OPEN else _STATE_WORDS[row.state]
    if row.state == ENDED:
        where += ", đã thay thế" if row.is_replaced else ", chờ thay thế"
    return ShownDossier(
        row.id,
        row.unit or "Chưa chọn đơn vị",
        row.code,
        row.title,
        where,
        waits[0].words if waits else lacks,
        waits[0].short if waits else lacks,
        bool(waits) and waits[0].left < 0,
        str(row.year or ""),
        format_amount(row.money) if row.money else "",
        row.person,
    )


def chips_of(row: DossierRow, today: str) -> frozenset[str]:
    """Which of CHIPS a dossier answers on an ISO day."""
    waits = deadlines(row, today)
    found = {LATE if each.left < 0 else SOON for each in waits}
    if row.missing and row.state == OPEN:
        found.add(MISSING)
    if row.state == ENDED and not row.is_replaced:
        found.add(FREED)
    return frozenset(found)


def dossiers_of_unit(dossiers: Dossiers, enterprise_id: str, today: str) -> tuple[tuple[DossierRow, ShownDossier], ...]:
    """The dossiers of one unit, newest first, each with its words; reads the file, so it is called aside."""
    rows = sorted(dossiers.rows_of_unit(enterprise_id), key=_newest_first)
    return tuple((row, shown(row, today)) for row in rows)


def spoken_day(day: str) -> str:
    """A day for screens, a dash for none."""
    return format_short(day) or "—"


class Arranged(NamedTuple):
    """All dossiers, newest first, and which chips each answers: worked out aside, because it takes a moment."""

    rows: list[DossierRow]
    chips: dict[str, frozenset[str]]


def arranged(rows: Iterable[DossierRow], today: str) -> Arranged:
    """Rows as the list takes them, on an ISO day."""
    found = sorted(rows, key=_newest_first)
    return Arranged(found, {row.id: chips_of(row, today) for row in found})


@dataclass
class DossierList:
    """All dossiers and those that are shown; ``today`` is the ISO day by which deadlines are told."""

    today: str
    text: str = ""
    filters: DossierFilters = field(default_factory=DossierFilters)
    columns: tuple[str, ...] = ()
    """Those of COLUMNS that stand beside the two lines."""
    rows: list[DossierRow] = field(default_factory=list)
    """What is shown, newest first."""
    _all: list[DossierRow] = field(default_factory=list)
    _chips: dict[str, frozenset[str]] = field(default_factory=dict)

    def load(self, found: Arranged) -> None:
        """Take the dossiers of the file as they are now."""
        self._all, self._chips = found
        self.follow()

    def show_change(self, row: DossierRow) -> int:
        """A dossier was changed: its row says so where it stands until the list is shown anew; -1 for none."""
        self._all = [row if each.id == row.id else each for each in self._all]
        self._chips[row.id] = chips_of(row, self.today)
        at = self.row_of(row.id)
        if at >= 0:
            self.rows[at] = row
        return at

    def seek(self, text: str) -> None:
        """Show what answers a text."""
        self.text = text
        self.follow()

    def follow(self) -> None:
        """Show what answers text and filters."""
        words = fold(self.text).split()
        self.rows = [row for row in self._all if self._fits(row) and all(word in row.folded for word in words)]

    @property
    def is_asked(self) -> bool:
        """Whether not all are shown."""
        return bool(self.text.strip() or self.filters.count or self.filters.chip)

    @property
    def is_empty(self) -> bool:
        """Whether there are no dossiers at all."""
        return not self._all

    @property
    def codes(self) -> Sequence[str]:
        """The codes of all dossiers."""
        return [row.code for row in self._all]

    def chip_counts(self) -> Mapping[str, int]:
        """How many of all dossiers answer each chip."""
        return {key: sum(key in chips for chips in self._chips.values()) for key, *_ in CHIPS}

    def offers(self, plans: Sequence[PlanRow]) -> Mapping[str, Sequence[tuple[str, str]]]:
        """Filter → (stored value, label) pairs, after "everything"."""
        years = sorted({row.year for row in self._all if row.year}, reverse=True)
        return {
            "state": (("", "Mọi tình trạng"), *STATES),
            "stage": (("", "Mọi bước"), *STAGES, (NO_STAGE, "Chưa đăng ký")),
            "year": (("", "Mọi năm"), *((str(year), f"Năm {year}") for year in years)),
            "plan": (("", "Mọi kế hoạch"), *((row.id, plan_words(row)) for row in plans), (NO_STAGE, "Ngoài kế hoạch")),
        }

    def exported(self) -> ExportedList:
        """What is shown in the columns chosen; in all, where only the two lines stand on the screen."""
        rows, today = tuple(self.rows), self.today
        columns = [each for each in COLUMNS if not self.columns or each[0] in self.columns]
        headings = ["Đơn vị được hỗ trợ", *(heading for _, heading in columns)]

        def read() -> list[list[object]]:
            return [[row.unit, *(_cell(row, name, today) for name, _ in columns)] for row in rows]

        return ExportedList(headings, read)

    def row_of(self, key: str) -> int:
        """Where a dossier stands among those shown; -1 if it does not."""
        return next((at for at, row in enumerate(self.rows) if row.id == key), -1)

    def _fits(self, row: DossierRow) -> bool:
        asked = self.filters
        return (
            (not asked.state or row.state == asked.state)
            and (not asked.stage or (row.stage or NO_STAGE) == asked.stage)
            and (not asked.year or str(row.year) == asked.year)
            and (not asked.plan or (row.plan_id or NO_STAGE) == asked.plan)
            and (not asked.chip or asked.chip in self._chips[row.id])
        )


def _cell(row: DossierRow, name: str, today: str) -> object:
    return row.money if name == "money" else getattr(shown(row, today), name)


def plan_words(row: PlanRow) -> str:
    """What a plan is called in a list: "TN-2021 · Tây Ninh 2021"."""
    years = "-".join(dict.fromkeys(str(year) for year in (row.year_from, row.year_to) if year))
    return " · ".join(filter(None, (row.code, f"{row.province} {years}".strip())))


def _newest_first(row: DossierRow) -> tuple[int, str, str]:
    return -(row.year or 9999), sort_key(row.code or row.title), row.id
