"""A year's plan drawn from its period: what belongs to the year goes along, linked; nothing loses its place."""

from decimal import Decimal

import pytest

from nscl_desktop.domain.budget import Budget
from nscl_desktop.domain.checks.checker import check_plan
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.plans import YEAR_OF_PERIOD, Attachment, Correction, Period, Plan, Signer, TextBlock
from nscl_desktop.domain.statements import Footnote, Waiver
from nscl_desktop.domain.targets import Obligation, Target, TargetLink, Task, TaskLink
from nscl_desktop.office.papers import samples
from nscl_desktop.services import plan_life
from tests.small_plans import DN, NSNN, PLAN, Sketch, usual


def _year(sketch: Sketch, year: int) -> Budget:
    book = sketch.budget().book
    step = plan_life.year_from_period(book, PLAN, year, code="N", title="Năm")
    book.apply(step.changes)
    return Budget(book, step.scope)


def _lines(budget: Budget) -> list[tuple[int, str]]:
    return [(depth, line.text) for depth, line in budget.tree.walk()]


def test_only_the_lines_and_money_of_the_year_go_along() -> None:
    """A section with nothing left in the year (II) stays behind; its neighbour's section goes with its one item."""
    year = _year(usual(), 2023)
    assert _lines(year) == [(0, "Mục I"), (1, "Mục I.2")]
    assert (year.total(), year.years()) == (10_000_000, (2023,))
    assert [(source.code, year.total(sources=(source.id,))) for source in year.frame.sources] == [
        ("NSNN", 7_000_000), ("DN", 3_000_000),
    ]  # fmt: skip
    assert year.tree.strays() == ()


def test_the_year_plan_is_linked_to_its_period_plan_and_each_line_to_its_line() -> None:
    sketch = usual()
    sketch.records[0] = Plan(
        id=PLAN, code="BG", title="Kế hoạch giai đoạn", doc_kind="Kế hoạch", number="431/KH-UBND", date="2021-02-09",
        issuer="Ủy ban nhân dân tỉnh Tây Ninh", appendix_title="DỰ TOÁN GIAI ĐOẠN 2022-2025", note="ghi chú",
    )  # fmt: skip
    year = _year(sketch, 2023)
    plan = year.frame.plan
    assert (plan.period_plan_id, plan.origin_id, plan.origin_kind) == (PLAN, PLAN, YEAR_OF_PERIOD)
    assert plan.period_plan_text == "Kế hoạch số 431/KH-UBND ngày 09/02/2021 của Ủy ban nhân dân tỉnh Tây Ninh"
    assert (plan.year_from, plan.year_to, plan.number, plan.date, plan.version) == (2023, 2023, "", "", 1)
    assert plan.appendix_title == ""  # it names the whole period
    assert {line.origin_id for _, line in year.tree.walk()} == {"I", "I.2"}
    assert [period.name for period in year.frame.periods] == ["2023"]


def test_components_and_words_go_with_their_line_and_never_without_it() -> None:
    """Bình Dương 11.2: four components and a line of explanation belong to the item, whatever year is drawn."""
    sketch = Sketch().line("11", kind="section").line("11.2", "11").cell("11.2", 2022, quantity="10")
    sketch.line("11.2.a", "11.2", kind="component", price=5).line("11.2.b", "11.2", kind="component")
    sketch.line("11.2.a.1", "11.2.a", kind="explanation").line("11.2.c", "11.2", kind="explanation")
    sketch.line("11.3", "11").cell("11.3", 2023, amount=4).line("11.4", "11", lead_text="Có dự án riêng")
    assert _lines(_year(sketch, 2022)) == [
        (0, "Mục 11"), (1, "Mục 11.2"), (2, "Mục 11.2.a"), (3, "Mục 11.2.a.1"), (2, "Mục 11.2.b"), (2, "Mục 11.2.c"),
        (1, "Mục 11.4"),
    ]  # fmt: skip
    assert _lines(_year(sketch, 2023)) == [(0, "Mục 11"), (1, "Mục 11.3"), (1, "Mục 11.4")]


def test_a_line_with_a_quantity_or_words_in_the_year_belongs_to_it_though_it_has_no_money_there() -> None:
    sketch = Sketch().line("I").line("I.1", "I").cell("I.1", 2022, quantity="4").cell("I.1", 2023, amount=1)
    assert _lines(_year(sketch, 2022)) == [(0, "Mục I"), (1, "Mục I.1")]
    beside = Sketch().line("I").line("I.1", "I", adds=False).cell("I.1", 2023, amount=1).line("I.2", "I")
    assert _lines(_year(beside, 2023)) == [(0, "Mục I"), (1, "Mục I.1"), (1, "Mục I.2")]


def test_shared_quantities_prices_and_carried_over_quantities_go_along() -> None:
    sketch = Sketch().line("2", shared_quantity=True, carried_quantity=Decimal(1), carried_from="2016-2020", unit="HT")
    for year in (2022, 2023):
        sketch.cell("2", year, NSNN, quantity="1", price=238).cell("2", year, DN, quantity="1", price=157)
    budget = _year(sketch, 2023)
    line = budget.tree.children()[0]
    assert (budget.quantity(line), budget.price(line), budget.total()) == (Decimal(1), 395, 395)
    assert (line.carried_quantity, line.carried_from) == (Decimal(1), "2016-2020")
    assert [each.code for each in check_plan(budget)] == ["L501"]


def _two_periods() -> Sketch:
    sketch = Sketch(2021, 2030)
    sketch.records[1] = Period(id="p", plan_id=PLAN, position="a0", year_from=2021, year_to=2025)
    sketch.add(Period(id="q", plan_id=PLAN, position="a1", year_from=2026, year_to=2030))
    sketch.line("I", period_id="p").line("I.1", "I").cell("I.1", 2022, amount=1).line("I.2", "I")
    return sketch.line("II", period_id="q").line("II.1", "II").cell("II.1", 2027, amount=2).line("II.2", "II")


@pytest.mark.parametrize(
    ("year", "texts", "period"), [(2022, ["I", "I.1", "I.2"], "2022"), (2027, ["II", "II.1", "II.2"], "2027")]
)
def test_of_two_periods_only_the_one_with_the_year_goes_along(year: int, texts: list[str], period: str) -> None:
    budget = _year(_two_periods(), year)
    assert [text.removeprefix("Mục ") for _, text in _lines(budget)] == texts
    assert [each.name for each in budget.frame.periods] == [period]
    assert {line.period_id for _, line in budget.tree.walk()} <= {None, budget.frame.periods[0].id}


def test_targets_of_the_period_go_along_with_their_links_to_lines_that_are_there() -> None:
    sketch = _two_periods()
    for key, period, line in (("t", "p", "I.1"), ("u", "q", "II.1"), ("v", None, "II.1"), ("w", "p", "II.1")):
        sketch.add(Target(id=key, plan_id=PLAN, period_id=period, text=key, value=Decimal(1)))
        sketch.add(TargetLink(id=f"l-{key}", target_id=key, line_id=line))
    budget = _year(sketch, 2022)
    targets = [each for each in budget.book.table(Target).values() if each.plan_id == budget.frame.plan_id]
    assert sorted((each.origin_id or "", each.period_id) for each in targets) == [
        ("t", budget.frame.periods[0].id), ("v", None), ("w", budget.frame.periods[0].id),
    ]  # fmt: skip
    keys = {each.id for each in targets}
    links = [each for each in budget.book.table(TargetLink).values() if each.target_id in keys]
    assert [budget.tree.line(link.line_id).text for link in links] == ["Mục I.1"]


def test_tasks_keep_their_links_to_lines_that_are_there() -> None:
    sketch = usual().add(Task(id="n", plan_id=PLAN, text="Đào tạo"))
    sketch.add(TaskLink(id="a", task_id="n", line_id="I.2")).add(TaskLink(id="b", task_id="n", line_id="II"))
    budget = _year(sketch, 2023)
    task = next(each for each in budget.book.table(Task).values() if each.plan_id == budget.frame.plan_id)
    links = [each for each in budget.book.table(TaskLink).values() if each.task_id == task.id]
    assert [budget.tree.line(link.line_id).text for link in links] == ["Mục I.2"]


def test_what_the_signed_paper_says_stays_with_the_signed_paper() -> None:
    sketch = usual().statement("st", 5)
    for record in (
        TextBlock(id="text", plan_id=PLAN), Correction(id="c", plan_id=PLAN), Attachment(id="scan", plan_id=PLAN),
        Waiver(id="w", plan_id=PLAN), Signer(id="s", plan_id=PLAN, name="Nguyễn Văn A", image="a" * 64),
        Footnote(id="f", plan_id=PLAN, text="*"), Obligation(id="o", plan_id=PLAN, day=30, month=11),
    ):  # fmt: skip
        sketch.add(record)
    budget = _year(sketch, 2023)
    own = {record.entity for record in budget.book.records() if getattr(record, "plan_id", "") == budget.frame.plan_id}
    assert own.isdisjoint({"text_block", "correction", "attachment", "waiver", "statement"})
    assert own >= {"signer", "footnote", "obligation"}
    signers = {each.plan_id: each.image for each in budget.book.table(Signer).values()}
    assert signers == {PLAN: "a" * 64, budget.frame.plan_id: ""}


def test_a_plan_that_lists_no_period_gives_its_years_too() -> None:
    sketch = usual()
    sketch.records = [record for record in sketch.records if not isinstance(record, Period)]
    budget = _year(sketch.line("III"), 2023)
    assert _lines(budget) == [(0, "Mục I"), (1, "Mục I.2"), (0, "Mục III")]
    assert [period.name for period in budget.frame.periods] == ["2023"]


def test_a_year_outside_the_plan_is_refused() -> None:
    with pytest.raises(InputError, match="Năm 2031 nằm ngoài kế hoạch THU-2022"):
        plan_life.year_from_period(usual().budget().book, PLAN, 2031, code="X", title="")


@pytest.mark.parametrize(
    ("code", "year", "total"),
    [
        ("BD-2021-2030", 2021, 341_840_000),
        ("BD-2021-2030", 2023, 1_420_840_000),
        ("BD-2021-2030", 2030, 1_530_840_000),
        ("BG-2021-2025", 2022, 3_903_850_000),
        ("BG-2021-2025", 2025, 3_056_700_000),
    ],
)
def test_each_year_of_the_source_plans_keeps_its_total(code: str, year: int, total: int) -> None:
    book = next(sample.book for sample in samples() if sample.code == code)
    plan_id = next(iter(book.table(Plan)))
    step = plan_life.year_from_period(book, plan_id, year, code="N", title="")
    book.apply(step.changes)
    budget = Budget(book, step.scope)
    assert (budget.total(), budget.years(), budget.tree.strays()) == (total, (year,), ())
    assert {each.code for each in check_plan(budget)} <= {
        "C301",
        "C303",
        "H701",
        "P602",
        "P604",
        "T402",
        "T403",
        "T404",
    }
