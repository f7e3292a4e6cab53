"""What was filled in at the first start, checked, and made into one step over the open data file."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from nscl_desktop.domain.changes import ChangeSet
from nscl_desktop.domain.dates import parse_date
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.fields import Value
from nscl_desktop.domain.plans import Plan
from nscl_desktop.domain.words import WordStyle
from nscl_desktop.presenters.office import Office
from nscl_desktop.presenters.plan_making import NewPlan, PlanMaking
from nscl_desktop.resource_files import resource_path
from nscl_desktop.services.first_steps import FirstPerson, FirstPlan, begin


class Start(StrEnum):
    """What the first plan is made of; the three models are named by the files of the sample plans."""

    EMPTY = "empty"
    PERIOD = "BD-2021-2030"
    YEAR = "TN-2021"
    FIVE_YEARS = "BG-2021-2025"
    EXCEL = "excel"
    NONE = "none"


MODELS = (
    (Start.EMPTY, "Kế hoạch trống"),
    (Start.YEAR, "Theo kế hoạch một năm của Tây Ninh (2021)"),
    (Start.FIVE_YEARS, "Theo kế hoạch năm năm của Bắc Giang (2021-2025)"),
    (Start.PERIOD, "Theo kế hoạch mười năm của Bình Dương (2021-2030)"),
    (Start.EXCEL, "Từ tệp Excel hoặc JSON (chọn tệp ở bước sau)"),
    (Start.NONE, "Chưa lập kế hoạch"),
)
_OF_PLAN = ("province", "place", "issuer", "issuer_parent")
_SIGNS = ("x", "X", "có", "Có")


class NamedRow(NamedTuple):
    """A row of the table of people, as it is typed."""

    name: str
    title: str
    since: str
    signs: str


@dataclass(frozen=True, slots=True)
class Beginning:
    """All pages; those that were passed over are empty."""

    office: Mapping[str, str]
    rows: Sequence[NamedRow]
    style: WordStyle | None
    start: Start
    code: str
    title: str
    years: tuple[str, str]

    def people(self) -> list[FirstPerson]:
        """The people as they are stored; InputError names the row of a date that is none, or of a missing name."""
        found = []
        for at, row in enumerate(self.rows, 1):
            if not any(row):
                continue
            if not row.name:
                raise InputError(f"Dòng {at} chưa có họ tên; hãy ghi họ tên hoặc xóa dòng ấy.")
            found.append(FirstPerson(row.name, row.title, _day(at, row.since), row.signs in _SIGNS))
        return found

    def save(self, office: Office) -> ChangeSet | None:
        """Make the step and save it; None where there was nothing to save. Aside."""
        people, plan = self.people(), self._plan(office)
        if not people and plan is None:
            return None
        known = {row.name for row in office.everyday.staff.people() if row.is_staff}
        rows = office.shelf.plans()
        present = {record.id for row in rows[:1] for record in office.shelf.book(row.id).records()}
        step = begin(people, plan, self._facts(), staff_names=known, present=present)
        office.shelf.add(step)
        return step

    def _facts(self) -> dict[str, Value]:
        facts: dict[str, Value] = {name: self.office[name] for name in _OF_PLAN if self.office.get(name)}
        if self.style:
            facts |= {
                "thousand_word": self.style.thousand, "zero_tens_word": self.style.zero_tens,
                "four_word": self.style.four, "group_comma": self.style.group_comma,
            }  # fmt: skip
        return facts

    def _plan(self, office: Office) -> FirstPlan | None:
        if self.start in (Start.EXCEL, Start.NONE):
            return None
        first, last = self.years[0].strip(), self.years[1].strip() or self.years[0].strip()
        model = None
        if self.start is not Start.EMPTY:
            model = office.files.read(resource_path("samples", f"{self.start}.json")).book
            source = next(iter(model.table(Plan).values()))
            first, last = str(source.year_from), str(source.year_to)
        if not (first.isdecimal() and last.isdecimal() and len(first) == len(last) == 4):
            raise InputError("Chưa ghi năm của kế hoạch; hãy ghi năm đầu và năm cuối bằng bốn chữ số.")
        making, province = PlanMaking(office.shelf.plans()), self.office.get("province", "")
        asked = NewPlan(code=self.code, province=province, year_from=first, year_to=last)
        code = making.free(self.code.strip() or making.suggested_code(asked))
        named = " ".join(filter(None, ("Kế hoạch", province, first if first == last else f"{first}-{last}")))
        return FirstPlan(code, self.title.strip() or named, int(first), int(last), model)


def _day(row: int, text: str) -> str:
    try:
        day = parse_date(text)
    except InputError as error:
        raise error.at(f"Dòng {row}, Từ ngày") from None
    if day and len(day) < len("2026-01-01"):
        raise InputError(f"Dòng {row}, Từ ngày: hãy ghi đủ ngày, tháng, năm, ví dụ 01/03/2024.")
    return day
