"""A new plan: from nothing, as a copy, as one year of a period plan, or from a file; what each way needs to know."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum

from nscl_desktop.domain.book import Book
from nscl_desktop.domain.budget import Budget
from nscl_desktop.domain.changes import ChangeSet
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.money import format_amount
from nscl_desktop.domain.naming import line_name
from nscl_desktop.domain.plan_rows import PlanRow
from nscl_desktop.domain.records import Record
from nscl_desktop.domain.salary_bases import NewPrice, new_prices
from nscl_desktop.domain.text import fold
from nscl_desktop.presenters.plan_list import years_text
from nscl_desktop.services import plan_life
from nscl_desktop.services.adding_plans import add_plan


class Way(StrEnum):
    """How a new plan begins."""

    EMPTY = "empty"
    COPY = "copy"
    YEAR = "year"
    FILE = "file"
    PASTE = "paste"


WAYS = (
    (Way.EMPTY, "Từ đầu", "Một kế hoạch trống với giai đoạn, hai nguồn kinh phí thường dùng."),
    (Way.COPY, "Sao chép kế hoạch khác", "Giữ mục chi, số liệu, mục tiêu; số, ngày và văn bản để trống."),
    (Way.YEAR, "Một năm của kế hoạch giai đoạn", "Lấy mục chi và mục tiêu của năm đó, vẫn gắn với kế hoạch giai đoạn."),
    (Way.FILE, "Từ tệp Excel hoặc JSON", "Biểu của chương trình, tệp do máy khác xuất, hoặc bảng Excel của đơn vị."),
    (Way.PASTE, "Dán bảng từ Word, Excel", "Lập kế hoạch trống, rồi dán bảng dự toán và xem trước từng cột."),
)


@dataclass(slots=True)
class NewPlan:
    """What was filled in; not every way needs all of it."""

    way: Way = Way.EMPTY
    code: str = ""
    title: str = ""
    province: str = ""
    year_from: str = ""
    year_to: str = ""
    source_id: str = ""
    year: str = ""


class PlanMaking:
    """Suggests, checks and makes the step; storing it is the caller's."""

    def __init__(self, rows: Sequence[PlanRow]) -> None:
        self._rows = tuple(rows)

    @property
    def sources(self) -> Sequence[tuple[str, str]]:
        """(key, words) of the plans that can be copied."""
        return [(row.id, f"{row.code} · {row.province} {years_text(row.year_from, row.year_to)}") for row in self._rows]

    @property
    def period_plans(self) -> Sequence[tuple[str, str]]:
        """(key, words) of the plans of more than one year."""
        long = {row.id for row in self._rows if row.year_from != row.year_to}
        return [(key, words) for key, words in self.sources if key in long]

    def years_of(self, plan_id: str) -> Sequence[int]:
        """The years that a period plan can give."""
        row = self._row(plan_id)
        if row is None or row.year_from is None or row.year_to is None:
            return ()
        return range(row.year_from, row.year_to + 1)

    def suggested_code(self, new: NewPlan) -> str:
        """A free code made of what is known: letters of the province, the years."""
        row = self._row(new.source_id)
        if new.way is Way.YEAR and row:
            stem = f"{row.code.split('-')[0]}-{new.year}"
        elif new.way is Way.COPY and row:
            stem = f"{row.code}-sao"
        else:
            words = fold(new.province).replace("-", " ").split()
            letters = "".join(word[0] for word in words)[:4].upper() or "KH"
            stem = "-".join(filter(None, (letters, years_text(_year(new.year_from), _year(new.year_to)))))
        return self.free(stem)

    def free(self, code: str) -> str:
        """The code, with a number behind it where it is taken."""
        taken = {row.code for row in self._rows}
        return next(name for name in (code, *(f"{code}-{n}" for n in range(2, 1000))) if name not in taken)

    def adjusted_code(self, plan_id: str) -> str:
        """A code for the next version of a plan."""
        row = self._row(plan_id)
        return self.free(f"{row.code}-DC{row.version}") if row else ""

    def step(self, new: NewPlan, source: Book | None, prices: Collection[NewPrice] = ()) -> ChangeSet:
        """The step that makes the plan; raises InputError with what is missing."""
        if any(row.code == new.code.strip() for row in self._rows):
            raise InputError(f"Mã {new.code.strip()} đã có kế hoạch khác dùng; hãy đặt mã khác.")
        if new.way in (Way.EMPTY, Way.PASTE, Way.FILE):
            first, last = _year(new.year_from), _year(new.year_to.strip() or new.year_from)
            if first is None or last is None:
                raise InputError("Chưa ghi năm của kế hoạch; hãy ghi năm đầu và năm cuối bằng bốn chữ số.")
            named = " ".join(filter(None, ("Kế hoạch", new.province.strip(), years_text(first, last))))
            return plan_life.new_plan(
                code=new.code, title=new.title.strip() or named, year_from=first, year_to=last, province=new.province
            )
        if source is None:
            raise InputError("Chưa chọn kế hoạch để lấy dữ liệu; hãy chọn một kế hoạch trong danh sách.")
        if new.way is Way.COPY:
            return plan_life.copy_plan(source, new.source_id, code=new.code, title=new.title, prices=prices)
        year = _year(new.year)
        if year is None:
            raise InputError("Chưa chọn năm; hãy chọn một năm của kế hoạch giai đoạn.")
        return plan_life.year_from_period(source, new.source_id, year, code=new.code, title=new.title)

    def import_step(self, incoming: Book, present: Collection[Record]) -> ChangeSet:
        """The step that adds a plan read from a file."""
        return add_plan(incoming, present, [row.code for row in self._rows], words="Nhập kế hoạch")

    def _row(self, plan_id: str) -> PlanRow | None:
        return next((row for row in self._rows if row.id == plan_id), None)


def price_offers(source: Book, plan_id: str, day: str) -> Sequence[tuple[NewPrice, str]]:
    """Prices that follow an older lương cơ sở, with what they would be on ``day``, in a sentence each."""
    budget = Budget(source, plan_id)
    return [(offer, _told(budget, offer)) for offer in new_prices(budget, day)]


def _told(budget: Budget, offer: NewPrice) -> str:
    name, prices = line_name(budget.tree, offer.line), f"{format_amount(offer.old)} → {format_amount(offer.new)} đồng"
    return f"{name}: {offer.multiple} × lương cơ sở, {prices}"


def _year(text: str) -> int | None:
    return int(text) if text.strip().isdecimal() and len(text.strip()) == 4 else None
