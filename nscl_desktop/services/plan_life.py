"""The life of a plan: new, copied, drawn from its period, submitted, issued, corrected in form, adjusted in content."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import date

from nscl_desktop.domain.book import Book
from nscl_desktop.domain.budget import Budget
from nscl_desktop.domain.budget_lines import ESTIMATE, Allocation, Line
from nscl_desktop.domain.changes import Change, ChangeSet, change_set, inserted, updated
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.fields import Value
from nscl_desktop.domain.limits import accepted
from nscl_desktop.domain.line_tree import LineTree
from nscl_desktop.domain.naming import line_name
from nscl_desktop.domain.plan_lock import is_correctable
from nscl_desktop.domain.plans import (
    ADJUSTMENT,
    COPY,
    DRAFT,
    ISSUED,
    REPLACED,
    STATUSES,
    SUBMITTED,
    YEAR_OF_PERIOD,
    Correction,
    Measure,
    Period,
    Plan,
    Source,
)
from nscl_desktop.domain.positions import between
from nscl_desktop.domain.records import Record, fields_of, new_id
from nscl_desktop.domain.salary_bases import NewPrice
from nscl_desktop.domain.targets import Target
from nscl_desktop.services.plan_copying import copied_records
from nscl_desktop.services.removal import removal

NEW_SOURCES = (("NSNN", "Ngân sách nhà nước"), ("DN", "Doanh nghiệp"))
"""Sources a new plan starts with; the clerk adds, renames or removes them."""


def new_plan(*, code: str, title: str, year_from: int, year_to: int, province: str = "") -> ChangeSet:
    """A plan from nothing: one period, the two usual sources, the measure dự toán, and one empty section."""
    _require_years(year_from, year_to)
    plan = Plan(id=new_id(), code=_required(code), title=title, year_from=year_from, year_to=year_to, province=province)
    records: list[Record] = [
        plan,
        Period(id=new_id(), plan_id=plan.id, position=between(None, None), year_from=year_from, year_to=year_to),
        Measure(id=new_id(), plan_id=plan.id, position=between(None, None), code=ESTIMATE, name="Dự toán"),
    ]
    position: str | None = None
    for source_code, name in NEW_SOURCES:
        position = between(position, None)
        records.append(Source(id=new_id(), plan_id=plan.id, position=position, code=source_code, name=name))
    return change_set(f"Lập kế hoạch {plan.code}", map(inserted, records), plan.id)


def copy_plan(book: Book, plan_id: str, *, code: str, title: str, prices: Collection[NewPrice] = ()) -> ChangeSet:
    """A draft with the same lines, figures and targets; number, date and the paper's own text stay behind.

    ``prices`` are those of ``salary_bases.new_prices`` that the clerk accepted; the copies of these lines get them.
    """
    source = book.get(Plan, plan_id)
    target = _fresh(source, code=code, title=title, origin_kind=COPY)
    wanted = {each.line.id: each.new for each in prices}
    changes = [_repriced(change, wanted) for change in copied_records(book, source, target)]
    return change_set(f"Sao chép {source.code} thành {code}", changes, target.id)


def year_from_period(book: Book, plan_id: str, year: int, *, code: str, title: str) -> ChangeSet:
    """A plan of one year, drawn from the lines and targets of its period plan and linked to them."""
    source = book.get(Plan, plan_id)
    budget = Budget(book, plan_id)
    period = next((each for each in budget.frame.periods if each.year_from <= year <= each.year_to), None)
    if period is None:
        raise InputError(f"Năm {year} nằm ngoài kế hoạch {source.code}; hãy chọn một năm của kế hoạch này.")
    lines = _lines_of_year(budget, year)

    def keep(record: Record) -> bool:
        if isinstance(record, Line):
            return record.id in lines
        if isinstance(record, Allocation):
            return record.line_id in lines and record.year == year
        if isinstance(record, Target):
            return record.period_id in (None, period.id)
        return not isinstance(record, Period) or record.id == period.id

    target = replace(
        _fresh(source, code=code, title=title, origin_kind=YEAR_OF_PERIOD),
        year_from=year, year_to=year, period_plan_id=source.id, period_plan_text=citation(source), appendix_title="",
    )  # fmt: skip
    changes = [_narrowed(change, year) for change in copied_records(book, source, target, keep)]
    return change_set(f"Lập kế hoạch năm {year} từ {source.code}", changes, target.id)


def adjust(book: Book, plan_id: str, *, code: str) -> ChangeSet:
    """Điều chỉnh: a new version with a decision of its own; the issued one stays readable and is never altered."""
    source = book.get(Plan, plan_id)
    if source.status != ISSUED:
        raise InputError(f"Chỉ điều chỉnh được kế hoạch đã ban hành; {source.code} còn sửa trực tiếp được.")
    target = replace(_fresh(source, code=code, title=source.title, origin_kind=ADJUSTMENT), version=source.version + 1)
    return change_set(f"Lập bản điều chỉnh của {source.code}", copied_records(book, source, target), target.id)


def submit(book: Book, plan_id: str) -> ChangeSet:
    """Trình: the figures are frozen until the plan is withdrawn or issued."""
    return _step(book, plan_id, "Trình", (DRAFT,), SUBMITTED)


def withdraw(book: Book, plan_id: str) -> ChangeSet:
    """Rút về nháp: the figures may be edited again."""
    return _step(book, plan_id, "Rút về nháp", (SUBMITTED,), DRAFT)


def issue(book: Book, plan_id: str) -> ChangeSet:
    """Ban hành: locks the plan; the version it adjusts becomes "bị thay thế". Number and date must be there."""
    plan = book.get(Plan, plan_id)
    known = (("số, ký hiệu", is_numbered(plan)), ("ngày ban hành", bool(plan.date)))
    missing = [label for label, is_known in known if not is_known]
    if missing or len(plan.date) < len("2021-11-24"):
        what = " và ".join(missing) or "đủ ngày, tháng, năm ban hành"
        raise InputError(f"Kế hoạch {plan.code} chưa có {what}; hãy ghi theo bản đã ký rồi ban hành.")
    step = _step(book, plan_id, "Ban hành", (DRAFT, SUBMITTED), ISSUED)
    replaced = book.table(Plan).get(plan.origin_id or "") if plan.origin_kind == ADJUSTMENT else None
    if replaced is None:
        return step
    if replaced.status == REPLACED:
        raise InputError(
            f"Kế hoạch {replaced.code} đã có bản điều chỉnh khác thay thế nên không ban hành được {plan.code};"
            " hãy lập bản điều chỉnh từ bản đang có hiệu lực."
        )
    return replace(step, changes=(*step.changes, *_only(updated(replaced, status=REPLACED))))


def correct_form(book: Book, record: Record, field: str, value: str, *, plan_id: str, reason: str) -> ChangeSet:
    """Đính chính (NĐ 30/2020, Điều 18.3): mend a slip in the text of an issued plan and record it; never a figure."""
    plan, spec = book.get(Plan, plan_id), next(each for each in fields_of(type(record)) if each.name == field)
    if plan.status != ISSUED:
        raise InputError(f"Chỉ đính chính kế hoạch đã ban hành; {plan.code} hãy sửa trực tiếp hoặc lập bản điều chỉnh.")
    if not is_correctable(type(record), field):
        raise InputError(f"Không đính chính được “{spec.label}” vì số liệu theo đó mà tính; hãy lập bản điều chỉnh.")
    if not reason.strip():
        raise InputError("Đính chính phải nêu lý do; hãy ghi lý do rồi thực hiện.")
    change = updated(record, **{field: accepted(spec, value)})
    if change is None:
        raise InputError("Nội dung chưa đổi; hãy ghi lại chỗ sai rồi đính chính.")
    name = line_name(LineTree(book, plan_id), record) if isinstance(record, Line) else record.noun
    positions = [each.position for each in book.table(Correction).values() if each.plan_id == plan_id]
    note = Correction(
        id=new_id(), plan_id=plan_id, position=between(max(positions, default=None), None),
        where=f"{name}, {spec.label[:1].lower()}{spec.label[1:]}", printed=_on_one_line(str(getattr(record, field))),
        corrected=_on_one_line(value), reason=_on_one_line(reason),
    )  # fmt: skip
    return change_set(f"Đính chính {name}", [change, inserted(note)], plan_id)


def delete_plan(book: Book, plan_id: str) -> ChangeSet:
    """Delete a plan with everything in it; an issued plan stays, since it is a signed paper."""
    plan = book.get(Plan, plan_id)
    if plan.status in (ISSUED, REPLACED):
        raise InputError(f"Kế hoạch {plan.code} đã ban hành nên không xóa được; hãy giữ lại để tra cứu.")
    return change_set(f"Xóa kế hoạch {plan.code}", removal(book, [plan]), plan.id)


def citation(plan: Plan) -> str:
    """How later papers name the plan: loại văn bản, số, ký hiệu (NĐ 30/2020: first citation adds date and issuer)."""
    if not is_numbered(plan):
        return plan.title
    day = f" ngày {date.fromisoformat(plan.date):%d/%m/%Y}" if len(plan.date) == len("2021-11-24") else ""
    return f"{plan.doc_kind} số {plan.number}{day} của {plan.issuer}".strip()


def is_numbered(plan: Plan) -> bool:
    """Whether the number has been given: a draft's "/KH-UBND" still lacks its figure."""
    return bool(plan.number) and not plan.number.strip().startswith("/")


def _fresh(source: Plan, *, code: str, title: str, origin_kind: str) -> Plan:
    return replace(
        source, id=new_id(), code=_required(code), title=title or source.title, status=DRAFT, number="", date="",
        version=1, origin_id=source.id, origin_kind=origin_kind, note="",
    )  # fmt: skip


def _step(book: Book, plan_id: str, verb: str, allowed: tuple[str, ...], status: str) -> ChangeSet:
    plan = book.get(Plan, plan_id)
    if plan.status not in allowed:
        state = dict(STATUSES)[plan.status].lower()
        raise InputError(f"Kế hoạch {plan.code} ở trạng thái “{state}” nên không {verb.lower()} được.")
    return change_set(f"{verb} kế hoạch {plan.code}", [updated(plan, status=status)], plan.id)


def _lines_of_year(budget: Budget, year: int) -> set[str]:
    """Lines with something entered in the year, the lines above them, and the mere text among them."""
    years: dict[str, set[int]] = {}
    for _, line in budget.tree.walk():
        entered = {cell.year for cell in budget.allocations(line.id)}
        for each in (line, *budget.tree.ancestors(line.id)):
            years.setdefault(each.id, set()).update(entered)
    periods = (None, *_period_of(budget, year))
    found: set[str] = set()
    for _, line in budget.tree.walk():  # parents come first: what hangs below a line that stays behind stays, too
        is_text = not years[line.id] and budget.tree.period_id(line) in periods
        if (year in years[line.id] or is_text) and (not line.place.parent or line.place.parent in found):
            found.add(line.id)
    return found


def _period_of(budget: Budget, year: int) -> tuple[str, ...]:
    return tuple(each.id for each in budget.frame.periods if each.year_from <= year <= each.year_to)


def _repriced(change: Change, wanted: Mapping[str, int]) -> Change:
    """A copied line with the price that its original was offered."""
    origin = change.after.get("origin_id") if change.entity == Line.entity and change.after else None
    if change.after is None or origin not in wanted:
        return change
    after: dict[str, Value] = {**change.after, "price": wanted[str(origin)]}
    return replace(change, after=after)


def _narrowed(change: Change, year: int) -> Change:
    """A copied period becomes the one year of the new plan."""
    if change.entity != Period.entity or change.after is None:
        return change
    after: dict[str, Value] = {**change.after, "year_from": year, "year_to": year}
    return replace(change, after=after)


def _on_one_line(text: str) -> str:
    return " ".join(text.split())


def _only(change: Change | None) -> tuple[Change, ...]:
    return (change,) if change else ()


def _required(code: str) -> str:
    if not code.strip():
        raise InputError("Mã kế hoạch không được để trống; hãy đặt mã ngắn, ví dụ TN-2022.")
    return code.strip()


def _require_years(year_from: int, year_to: int) -> None:
    if not 2000 <= year_from <= year_to <= 2100:
        raise InputError(f"Giai đoạn {year_from}-{year_to} không hợp lệ; năm cuối phải không nhỏ hơn năm đầu.")
