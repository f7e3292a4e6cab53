"""Every user action there is, drawn at random for a plan: one of each service, with whatever it can be asked."""

from collections.abc import Callable
from decimal import Decimal

from hypothesis import strategies as st

from nscl_desktop.domain.book import Book
from nscl_desktop.domain.budget import Budget
from nscl_desktop.domain.budget_lines import Line
from nscl_desktop.domain.changes import ChangeSet
from nscl_desktop.domain.fields import Value
from nscl_desktop.domain.plans import Plan, Signer, Source
from nscl_desktop.domain.records import Record, new_id
from nscl_desktop.domain.statements import Statement
from nscl_desktop.domain.targets import Target, TargetLink
from nscl_desktop.services import outline, plan_life
from nscl_desktop.services.adding_plans import add_plan
from nscl_desktop.services.editing import add_record, delete_record, set_cell, set_field
from nscl_desktop.services.pasting import Entry, fill
from tests.small_plans import PLAN, Sketch

WHERE: st.SearchStrategy[outline.Where] = st.sampled_from(["before", "after", "inside"])
PASTED: list[tuple[str, int | Decimal | str | None, bool]] = [
    ("amount", 9, True), ("quantity", Decimal(2), True), ("price", 4, False), ("unit", "Lớp", False),
    ("amount", None, True),
]  # fmt: skip
"""(field, value, whether of a cell)."""
Step = Callable[[Budget, st.DataObject], ChangeSet]
FIELDS: dict[str, st.SearchStrategy[Value]] = {
    "label": st.sampled_from(["I", "1", ""]), "text": st.text(max_size=5), "price": st.integers(-1, 10**15 + 1),
    "kind": st.sampled_from(["section", "item", "component", "explanation", "x"]), "adds": st.booleans(),
    "component_basis": st.sampled_from(["unit", "year"]), "shared_quantity": st.booleans(),
    "lead_id": st.sampled_from([None, "so"]),
}  # fmt: skip


def _some_lines(budget: Budget, data: st.DataObject) -> list[str]:
    keys = [line.id for _, line in budget.tree.walk()]
    return data.draw(st.lists(st.sampled_from(keys), max_size=3)) if keys else []


def _line(budget: Budget, data: st.DataObject) -> Line:
    return data.draw(st.sampled_from([line for _, line in budget.tree.walk()]))


def _edit_field(budget: Budget, data: st.DataObject) -> ChangeSet:
    name = data.draw(st.sampled_from(sorted(FIELDS)))
    return set_field(budget, _line(budget, data), name, data.draw(FIELDS[name]))


def _edit_plan(budget: Budget, data: st.DataObject) -> ChangeSet:
    name, value = data.draw(
        st.sampled_from([("number", "1/KH"), ("date", "2022-01-05"), ("title", "T"), ("title", "")])
    )
    return set_field(budget, budget.frame.plan, name, value)


def _edit_cell(budget: Budget, data: st.DataObject) -> ChangeSet:
    field, value = data.draw(
        st.sampled_from([
            ("quantity", Decimal(3)), ("quantity", None), ("amount", 7), ("amount", None), ("price", 5), ("text", "-"),
            ("text", None),
        ])
    )  # fmt: skip
    source = data.draw(st.sampled_from([source.id for source in budget.frame.sources] or ["gone"]))
    measure = data.draw(st.sampled_from(["du_toan", "thuc_hien"]))
    year = data.draw(st.integers(2022, 2023))
    return set_cell(budget, _line(budget, data).id, year, source, field, value, formula="=7", measure=measure)


def _paste(budget: Budget, data: st.DataObject) -> ChangeSet:
    source = data.draw(st.sampled_from([source.id for source in budget.frame.sources] or ["gone"]))
    entries = [
        Entry(_line(budget, data).id, field, value, 2023 if is_cell else 0, source if is_cell else "")
        for field, value, is_cell in data.draw(st.lists(st.sampled_from(PASTED), max_size=4))
    ]
    return fill(budget, entries, "Dán")


def _add(budget: Budget, data: st.DataObject) -> ChangeSet:
    line = _line(budget, data)
    plan_id = budget.frame.plan_id
    records: list[Record] = [
        Target(id=new_id(), plan_id=plan_id, value=Decimal(2)),
        Statement(id=new_id(), plan_id=plan_id, line_id=line.id, value=5),
        Source(id=new_id(), plan_id=plan_id, position="a5", code="KCB", name="KCB"),
        Signer(id=new_id(), plan_id=plan_id, name="Nguyễn Văn A"),
    ]
    targets = [each for each in budget.book.table(Target).values() if each.plan_id == plan_id]
    records += [TargetLink(id=new_id(), target_id=each.id, line_id=line.id) for each in targets]
    return add_record(budget, data.draw(st.sampled_from(records)))


def _delete(budget: Budget, data: st.DataObject) -> ChangeSet:
    own = [each for each in budget.book.records() if getattr(each, "plan_id", PLAN) == budget.frame.plan_id]
    record = data.draw(st.sampled_from([each for each in own if each.entity != "plan"]))
    return delete_record(budget.book, budget, record)


def _insert(budget: Budget, data: st.DataObject) -> ChangeSet:
    return outline.insert_line(budget, data.draw(st.sampled_from(["", *_some_lines(budget, data)])), data.draw(WHERE))


def _incoming() -> Book:
    sketch = Sketch()
    sketch.records = [Plan(id="in", code="VAO", title="Vào"), Line(id="in-line", plan_id="in")]
    return Book(sketch.records)


STEPS: dict[str, Step] = {
    "field": _edit_field, "plan": _edit_plan, "cell": _edit_cell, "paste": _paste, "add": _add, "delete": _delete,
    "insert": _insert,
    "indent": lambda budget, data: outline.indent(budget, _some_lines(budget, data)),
    "outdent": lambda budget, data: outline.outdent(budget, _some_lines(budget, data)),
    "up": lambda budget, data: outline.move(budget, _some_lines(budget, data), -1),
    "down": lambda budget, data: outline.move(budget, _some_lines(budget, data), 1),
    "duplicate": lambda budget, data: outline.duplicate(budget, _some_lines(budget, data)),
    "delete lines": lambda budget, data: outline.delete_lines(budget, _some_lines(budget, data)),
    "submit": lambda budget, _: plan_life.submit(budget.book, PLAN),
    "withdraw": lambda budget, _: plan_life.withdraw(budget.book, PLAN),
    "issue": lambda budget, _: plan_life.issue(budget.book, PLAN),
    "adjust": lambda budget, _: plan_life.adjust(budget.book, PLAN, code="DC"),
    "copy": lambda budget, _: plan_life.copy_plan(budget.book, PLAN, code="B", title=""),
    "year": lambda budget, _: plan_life.year_from_period(budget.book, PLAN, 2023, code="N", title=""),
    "correct": lambda budget, data: plan_life.correct_form(
        budget.book, _line(budget, data), "text", "Đúng", plan_id=PLAN, reason="Sai chính tả"
    ),
    "new plan": lambda _, __: plan_life.new_plan(code="M", title="Mới", year_from=2022, year_to=2023),
    "add plan": lambda budget, _: add_plan(_incoming(), budget.book.records(), [], words="Nhập kế hoạch"),
}  # fmt: skip
