"""Dossiers, units and items are three numbers; the models are those of the source plans."""

from decimal import Decimal

import pytest

from nscl_desktop.domain.budget import Budget
from nscl_desktop.domain.budget_lines import Line
from nscl_desktop.domain.dossiers.chains import (
    counted,
    first_of,
    freed_places,
    is_carried,
    latest_of_each,
    replacement_of,
)
from nscl_desktop.domain.dossiers.counting import (
    count,
    count_all,
    item_count,
    of_line,
    of_plan,
    of_year,
    unit_key,
    units_by_kind,
)
from nscl_desktop.domain.dossiers.quotas import carried_matches, line_progress, taken_in, target_progress
from nscl_desktop.domain.plans import Plan
from nscl_desktop.domain.supports import DossierItem
from nscl_desktop.domain.targets import Target, TargetLink
from nscl_desktop.exchange.plan_json import read_plan
from nscl_desktop.resource_files import resource_path
from tests.dossiers.small_dossiers import KINDS, LEAN, SYSTEM, TOOL, UNITS, dossier, item, money, whole, wholes
from tests.small_plans import PLAN, Sketch


def test_the_model_of_binh_duong_is_one_dossier_one_unit_two_tools_and_one_system() -> None:
    model = whole(dossier("bd"), item("bd", TOOL), item("bd", LEAN), item("bd", SYSTEM))
    found = count([model], KINDS)
    assert (found.dossiers, len(found.units)) == (1, 1)
    assert (found.in_unit("công cụ"), found.in_unit("hệ thống")) == (Decimal(2), Decimal(1))
    assert found.items == {("5s", "công cụ"): 1, ("lean", "công cụ"): 1, ("iso", "hệ thống"): 1}


def test_a_unit_with_two_dossiers_is_one_unit_and_ended_dossiers_do_not_count() -> None:
    found = count(
        wholes(
            dossier("a"), dossier("b"), dossier("c", "dn2", state="ended"), dossier("d", None),
            item("a", TOOL, None), item("b", TOOL, "3", unit="Công cụ"),
        ).values(),
        KINDS,
    )  # fmt: skip
    assert (found.dossiers, found.units, found.unnamed) == (3, frozenset({"dn1"}), 1)
    assert found.in_unit("CC") == Decimal(4)


def test_an_item_out_of_the_catalogue_counts_by_its_name() -> None:
    own = DossierItem(id="x", dossier_id="a", name="Thẻ kho", unit="công cụ")
    other = DossierItem(id="y", dossier_id="a", name="Thẻ kho")
    assert count([whole(dossier("a"), own, other)], {}).items == {("Thẻ kho", "công cụ"): 1, ("Thẻ kho", ""): 1}
    assert item_count(own) == Decimal(1)


def test_schools_are_no_enterprises() -> None:
    found = count(wholes(dossier("a"), dossier("b", "truong"), dossier("c", "??")).values(), KINDS)
    assert units_by_kind(found, UNITS) == {"llc_more": 1, "school": 1, "": 1}


def test_dossiers_are_found_by_year_plan_and_line() -> None:
    there = wholes(
        dossier("a", plan_id="p1"), dossier("b", year=2023, plan_id="p2"),
        money("a", "I.1", 2022, "NSNN", 40), money("a", "I.1", 2023, "NSNN", 10), money("b", "I.2", 2023, "NSNN", 5),
    ).values()  # fmt: skip
    assert [each.dossier.id for each in of_year(there, 2023)] == ["b"]
    assert [each.dossier.id for each in of_plan(there, "p1")] == ["a"]
    assert [each.dossier.id for each in of_line(there, ["I.1"])] == ["a"]
    assert [each.dossier.id for each in of_line(there, ["I.1", "I.2"], 2023)] == ["a", "b"]
    assert of_line(there, ["I.2"], 2022) == []


@pytest.mark.parametrize(("short", "long"), [("HT", "hệ thống"), ("CC", "Công cụ"), ("DN", "doanh nghiệp")])
def test_abbreviations_of_the_papers_are_the_units_they_stand_for(short: str, long: str) -> None:
    assert unit_key(short) == unit_key(long)


def test_what_was_carried_over_twice_is_one_support_and_its_latest_dossier_stands_for_it() -> None:
    there = wholes(
        dossier("old", year=2019), dossier("mid", year=2020, carried_from="old"),
        dossier("new", year=2021, carried_from="mid"), dossier("other", "dn2"),
    )  # fmt: skip
    assert {each.dossier.id for each in latest_of_each(there)} == {"new", "other"}
    found = count_all(there, KINDS)
    assert (found.dossiers, found.carried) == (2, 1)


def test_two_dossiers_carried_over_from_one_in_another_file_are_one_support() -> None:
    there = {key: each.dossier for key, each in wholes(dossier("a", carried_from="gone")).items()}
    assert first_of(there["a"], there) == "gone"


def test_a_ring_of_carried_dossiers_is_one_support() -> None:
    ring = wholes(dossier("a", carried_from="b"), dossier("b", carried_from="a"))
    assert len(latest_of_each(ring)) == 1


def test_a_place_is_free_until_a_replacement_takes_it() -> None:
    there = wholes(dossier("a", state="ended"), money("a", "I.1", 2022, "NSNN", 40_000_000), dossier("b", "dn2"))
    (place,) = freed_places(there, {"a": 12_000_000})
    assert (place.whole.dossier.id, place.money) == ("a", 28_000_000)
    replaced = wholes(dossier("a", state="ended"), dossier("b", "dn2", replaces="a"))
    assert freed_places(replaced, {}) == ()
    found = replacement_of(replaced["a"], replaced)
    assert found is not None
    assert found.dossier.id == "b"
    assert [each.dossier.id for each in counted(replaced.values())] == ["b"]
    assert not is_carried(replaced["b"].dossier)


def tay_ninh() -> Budget:
    book = read_plan(resource_path("samples", "TN-2021.json").read_text("utf-8"))
    return Budget(book, next(iter(book.table(Plan))))


def line_starting(budget: Budget, text: str) -> Line:
    return next(line for _, line in budget.tree.walk() if line.text.startswith(text))


def test_two_systems_of_six_are_carried_over_and_four_remain() -> None:
    """Kế hoạch 950/KH-UBND, III.2: 06 HT, "trong đó: 02 hệ thống của giai đoạn 2016-2020 chuyển tiếp"."""
    budget = tay_ninh()
    line = line_starting(budget, "Kinh phí hỗ trợ doanh nghiệp xây dựng, áp dụng các hệ thống quản lý")
    plan = budget.frame.plan_id
    there = wholes(
        dossier("a", plan_id=plan, carried_text="2016-2020"),
        dossier("b", "dn2", plan_id=plan, carried_text="2016-2020"),
        item("a", SYSTEM), item("b", SYSTEM),
        money("a", line.id, 2021, "NSNN", 50_000_000), money("b", line.id, 2021, "NSNN", 50_000_000),
    ).values()  # fmt: skip
    found = line_progress(budget, line, there, KINDS, 2021)
    assert (found.planned, found.taken, found.remaining) == (Decimal(6), Decimal(2), Decimal(4))
    assert found.carried == 2
    assert carried_matches(budget, there, KINDS)[line.id] == (Decimal(2), 2)


def test_a_line_counts_units_items_or_dossiers_as_its_own_unit_says() -> None:
    found = count(wholes(dossier("a"), dossier("b"), item("a", TOOL, "2"), item("b", SYSTEM)).values(), KINDS)
    assert taken_in(found, "DN") == Decimal(1)
    assert taken_in(found, "HT") == Decimal(1)
    assert taken_in(found, "công cụ") == Decimal(2)
    assert taken_in(found, "mô hình điểm") == Decimal(2)


def test_a_target_counts_a_unit_once_however_many_lines_feed_it() -> None:
    sketch = Sketch().line("I").line("I.1", "I", unit="HT").line("I.2", "I", unit="CC")
    target = Target(id="t", plan_id=PLAN, value=Decimal(3), unit="doanh nghiệp")
    for key in ("I.1", "I.2"):
        sketch.add(TargetLink(id=key, target_id="t", line_id=key))
    sketch.add(target).add(TargetLink(id="other", target_id="t2", line_id="I"))
    there = wholes(
        dossier("a"), dossier("b"), money("a", "I.1", 2022, "NSNN", 1), money("b", "I.2", 2022, "NSNN", 1)
    ).values()
    found = target_progress(sketch.budget(), target, there, KINDS)
    assert (found.planned, found.taken, found.remaining) == (Decimal(3), Decimal(1), Decimal(2))


def test_a_line_without_a_quantity_has_no_remainder() -> None:
    budget = Sketch().line("I", unit="DN").budget()
    found = line_progress(budget, budget.tree.line("I"), [], KINDS)
    assert (found.planned, found.remaining) == (None, None)
