"""Random plans and random changes of every kind, whether or not a service would make them: merges and imports may."""

from collections.abc import Callable
from decimal import Decimal

from hypothesis import strategies as st

from nscl_desktop.domain.book import Book
from nscl_desktop.domain.budget import Budget
from nscl_desktop.domain.budget_lines import BASES, LINE_KINDS, Allocation, Line, allocation_id
from nscl_desktop.domain.changes import Change, deleted, inserted, updated
from nscl_desktop.domain.directory import Agency, SalaryBase
from nscl_desktop.domain.errors import ConflictError
from nscl_desktop.domain.fields import Place, Value
from nscl_desktop.domain.plans import Measure, Period, Plan, Source
from nscl_desktop.domain.records import Record
from nscl_desktop.domain.statements import FIGURES, Statement, Waiver
from nscl_desktop.domain.targets import COMPARISONS, Target, TargetLink
from nscl_desktop.services.removal import removal
from tests.small_plans import PLAN, Sketch, usual

YEARS = st.integers(2021, 2024)
MEASURES = st.sampled_from(["du_toan", "du_toan", "thuc_hien"])
MONEY = st.one_of(st.none(), st.sampled_from([0, 7, 10_430_000, 14_900_000]), st.integers(0, 10**15))
UNITS = st.one_of(st.none(), st.sampled_from([Decimal(0), Decimal(1), Decimal("0.5"), Decimal(5)]))
POSITIONS = st.sampled_from(["a0", "a1", "a2"])
FOREIGN = "other-plan"


def rich_plan() -> Sketch:
    """The usual plan with components of both kinds, a shared quantity, a line beside the sum, and another plan."""
    sketch = usual()
    sketch.line("I.3", "I", shared_quantity=True, price=395).cell("I.3", 2022, quantity="1", price=238)
    sketch.line("III", component_basis="year", text="Giải thưởng chất lượng").cell("III", 2023, quantity="4")
    sketch.line("III.a", "III", kind="component", price=10_430_000, component_quantity=Decimal(3))
    sketch.line("IV", kind="section").line("IV.1", "IV", adds=False).cell("IV.1", 2022, amount=9)
    sketch.line("IV.2", "IV").line("IV.2.a", "IV.2", kind="component", price=5).cell("IV.2", 2022, quantity="2")
    sketch.add(Measure(id="m2", plan_id=PLAN, position="a1", code="thuc_hien", name="Thực hiện"))
    sketch.add(Agency(id="so", name="Sở Khoa học và Công nghệ")).add(Agency(id="cuc", name="Cục Thống kê"))
    sketch.add(SalaryBase(id="b1", valid_from="2019-07-01", amount=1_490_000))
    sketch.add(SalaryBase(id="b2", valid_from="2022-07-01", amount=1_800_000))
    sketch.add(Plan(id=FOREIGN, code="KHAC", title="Kế hoạch khác"))
    sketch.add(Line(id="F", plan_id=FOREIGN, place=Place("", "a0"), label="F"))
    sketch.add(Line(id="F.1", plan_id=FOREIGN, place=Place("F", "a0"), label="1", price=3))
    sketch.add(Allocation(id=allocation_id("F.1", 2022, "x"), line_id="F.1", year=2022, source_id="x", amount=1))
    return sketch


def any_line(book: Book, data: st.DataObject) -> str:
    return data.draw(st.sampled_from([*book.table(Line), "gone"]))


def change_a_cell(book: Book, data: st.DataObject) -> list[Change | None]:
    line_id, year, measure = any_line(book, data), data.draw(YEARS), data.draw(MEASURES)
    source_id = data.draw(st.sampled_from([*book.table(Source), "gone"]))
    key = allocation_id(line_id, year, source_id, measure)
    fields: dict[str, Value] = {"quantity": data.draw(UNITS), "price": data.draw(MONEY), "amount": data.draw(MONEY)}
    known = book.table(Allocation).get(key)
    if known is None:
        made = Allocation(id=key, line_id=line_id, year=year, source_id=source_id, measure=measure)
        return [inserted(made), updated(made, **fields)]
    return [deleted(known)] if data.draw(st.booleans()) else [updated(known, **fields)]


def change_a_line(book: Book, data: st.DataObject) -> list[Change | None]:
    line = book.table(Line).get(any_line(book, data))
    values: dict[str, st.SearchStrategy[Value]] = {
        "kind": st.sampled_from([kind for kind, _ in LINE_KINDS]),
        "component_basis": st.sampled_from([basis for basis, _ in BASES]),
        "label": st.sampled_from(["I", "1", "-", "a)", ""]),
        "text": st.sampled_from(["Giải thưởng", "Lớp học"]),
        "lead_id": st.sampled_from([None, "so", "cuc", "gone"]),
        "period_id": st.sampled_from([None, "p", "gone"]),
        "price": MONEY,
        "component_quantity": UNITS,
        "carried_quantity": UNITS,
        **{name: st.booleans() for name in ("adds", "shared_quantity", "inferred")},
    }
    name = data.draw(st.sampled_from(sorted(values)))
    return [updated(line, **{name: data.draw(values[name])})] if line else []


def move_a_line(book: Book, data: st.DataObject) -> list[Change | None]:
    line = book.table(Line).get(any_line(book, data))
    place = Place(data.draw(st.sampled_from(["", *book.table(Line), "gone"])), data.draw(POSITIONS))
    return [updated(line, place=place)] if line else []


def add_or_remove_a_line(book: Book, data: st.DataObject) -> list[Change | None]:
    line = book.table(Line).get(any_line(book, data))
    if line is None or data.draw(st.booleans()):
        key = f"new-{data.draw(st.integers(0, 3))}"
        place = Place(data.draw(st.sampled_from(["", *book.table(Line)])), data.draw(POSITIONS))
        return [] if key in book.table(Line) else [inserted(Line(id=key, plan_id=PLAN, place=place, label=key))]
    return list(removal(book, [line])) if data.draw(st.booleans()) else [deleted(line)]


def change_a_source(book: Book, data: st.DataObject) -> list[Change | None]:
    known = book.table(Source).get(data.draw(st.sampled_from([*book.table(Source), "s-new"])))
    position, code = data.draw(POSITIONS), data.draw(st.sampled_from(["NSNN", "DN", "KCB"]))
    if known is None:
        return [inserted(Source(id="s-new", plan_id=PLAN, position=position, code=code, name="Khác", column="DN"))]
    if data.draw(st.booleans()):
        return [updated(known, position=position, code=code)]
    return list(removal(book, [known])) if data.draw(st.booleans()) else [deleted(known)]


def change_the_frame(book: Book, data: st.DataObject) -> list[Change | None]:
    year = st.one_of(st.none(), YEARS)
    plan, period = book.get(Plan, PLAN), book.table(Period).get("p")
    first, last = data.draw(YEARS), data.draw(YEARS)
    second = Period(id="p2", plan_id=PLAN, year_from=2023, year_to=2025)
    ways: list[list[Change | None]] = [
        [updated(plan, year_from=data.draw(year), year_to=data.draw(year))],
        [updated(period, year_from=first, year_to=last)] if period else [],
        [deleted(period)] if period else [inserted(Period(id="p", plan_id=PLAN, year_from=first, year_to=last))],
        [] if second.id in book.table(Period) else [inserted(second)],
    ]
    return data.draw(st.sampled_from(ways))


def change_a_target(book: Book, data: st.DataObject) -> list[Change | None]:
    key = f"t{data.draw(st.integers(0, 1))}"
    known = book.table(Target).get(key)
    fields: dict[str, Value] = {
        "comparison": data.draw(st.sampled_from([code for code, _ in COMPARISONS])),
        "value": data.draw(UNITS), "value_to": data.draw(UNITS), "unit": data.draw(st.sampled_from(["lớp", "%"])),
        "year": data.draw(st.one_of(st.none(), YEARS)), "period_id": data.draw(st.sampled_from([None, "p", "gone"])),
    }  # fmt: skip
    if known is None:
        made = Target(id=key, plan_id=PLAN, text="Ít nhất 02 lớp")
        return [inserted(made), updated(made, **fields)]
    link = TargetLink(id=f"l{data.draw(st.integers(0, 2))}", target_id=key, line_id=any_line(book, data))
    if link.id in book.table(TargetLink):
        return [deleted(book.table(TargetLink)[link.id]), deleted(known)]
    return [updated(known, **fields), inserted(link)]


def change_a_statement(book: Book, data: st.DataObject) -> list[Change | None]:
    key = f"st{data.draw(st.integers(0, 4))}"
    known = book.table(Statement).get(key)
    if known and data.draw(st.booleans()):
        return [deleted(known)]
    fields: dict[str, Value] = {
        "position": data.draw(POSITIONS), "origin": data.draw(st.sampled_from(["text", "appendix"])),
        "figure": data.draw(st.sampled_from([code for code, _ in FIGURES])),
        "line_id": data.draw(st.sampled_from([None, *book.table(Line), "gone"])),
        "year_from": data.draw(st.one_of(st.none(), YEARS)), "year_to": data.draw(st.one_of(st.none(), YEARS)),
        "source": data.draw(st.sampled_from(["", "NSNN", "gone"])), "column": data.draw(st.sampled_from(["", "DN"])),
        "lead_id": data.draw(st.sampled_from([None, "so", "gone"])),
        "value": data.draw(st.one_of(MONEY, st.integers(-5, -1))), "count": data.draw(UNITS),
        "words": data.draw(st.sampled_from(["", "Bảy đồng", "Tám mươi một đồng", "bảy chiệu"])),
    }  # fmt: skip
    made = known or Statement(id=key, plan_id=PLAN)
    return [None if known else inserted(made), updated(made, **fields)]


def change_the_directory(book: Book, data: st.DataObject) -> list[Change | None]:
    record_type: type[Record] = data.draw(st.sampled_from([Agency, SalaryBase, Waiver]))
    known: list[Record] = list(book.table(record_type).values())
    if data.draw(st.booleans()) and known:
        return list(removal(book, [data.draw(st.sampled_from(known))]))
    key = "P601:p"
    if record_type is not Waiver or key in book.table(Waiver):
        return []
    return [inserted(Waiver(id=key, plan_id=PLAN, finding=key, reason="Đã rõ"))]


KINDS: list[Callable[[Book, st.DataObject], list[Change | None]]] = [
    change_a_cell, change_a_cell, change_a_line, change_a_line, move_a_line, add_or_remove_a_line, change_a_source,
    change_the_frame, change_a_target, change_a_statement, change_the_directory,
]  # fmt: skip


def random_step(budget: Budget, data: st.DataObject) -> tuple[Change, ...]:
    """Some changes made in one step and applied to the budget's book; none where they do not fit together."""
    made: list[Change] = []
    for kind in data.draw(st.lists(st.sampled_from(KINDS), min_size=1, max_size=2)):
        wanted = [change for change in kind(budget.book, data) if change is not None]
        try:
            budget.book.apply(wanted)
        except ConflictError:  # a line below itself
            continue
        made.extend(wanted)
    return tuple(made)
