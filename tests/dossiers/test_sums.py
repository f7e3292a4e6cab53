"""Money by line, year and source; Bắc Giang's model of 395 triệu is 238 of the state and 157 of the enterprise."""

from nscl_desktop.domain.contracts import ADVANCE, OWN_SHARE, PAYMENT, RECOVERY
from nscl_desktop.domain.dossiers.sums import (
    Sums,
    allotted,
    deadline_of,
    effective_contracts,
    remainder,
    sums_by_cell,
    sums_of,
)
from tests.dossiers.small_dossiers import contract, dossier, money, payment, whole, wholes
from tests.small_plans import Sketch

TR = 1_000_000


def test_a_contract_of_two_sources_counts_once_and_is_shared_as_the_plan_shares_it() -> None:
    model = whole(
        dossier("a"), money("a", "IV.2", 2022, "NSNN", 238 * TR), money("a", "IV.2", 2022, "DN", 157 * TR),
        contract("a", "1", 395 * TR),
    )  # fmt: skip
    cells = sums_by_cell([model])
    assert cells["IV.2", 2022, "NSNN"].contracted == 238 * TR
    assert cells["IV.2", 2022, "DN"].contracted == 157 * TR
    assert sums_of([model]).contracted == 395 * TR


def test_what_rounding_leaves_of_a_contract_over_three_years_is_not_lost() -> None:
    model = whole(
        dossier("a"), *(money("a", "I", year, "NSNN", 10) for year in (2022, 2023, 2024)), contract("a", "1", 100)
    )
    assert sorted(each.contracted for each in sums_by_cell([model]).values()) == [33, 33, 34]
    assert sums_of([model]).contracted == 100
    assert sums_of([model], years={2023, 2024}).planned == 20


def test_an_appendix_states_the_new_value_and_deadline_of_the_whole_contract() -> None:
    model = whole(
        dossier("a"), contract("a", "1", 100, date="2022-01-01", deadline="2022-06-30", accepted_value=90),
        contract("a", "2", 120, date="2022-05-01", changes="1", deadline="2022-12-31"),
        contract("a", "3", None, date="2022-06-01", changes="2"), contract("a", "4", 7, accepted_value=7),
    )  # fmt: skip
    found = {each.id: (value, accepted) for each, value, accepted in effective_contracts(model)}
    assert found == {"1": (120, 90), "4": (7, 7)}
    first, _, _, other = sorted(model.contracts, key=lambda each: each.id)
    assert (deadline_of(first, model), deadline_of(other, model)) == ("2022-12-31", "")
    total = sums_of([model])
    assert (total.contracted, total.accepted) == (127, 97)


def test_a_contract_without_a_value_is_worth_nothing_yet() -> None:
    model = whole(dossier("a"), contract("a", "1", None))
    assert sums_by_cell([model]) == {}


def test_a_contract_of_a_dossier_without_planned_money_stands_by_itself() -> None:
    bare = whole(dossier("a"), contract("a", "1", 5))
    unpriced = whole(dossier("b"), money("b", "I", 2022, "NSNN", None), contract("b", "2", 6))
    assert sums_by_cell([bare])["", 0, ""].contracted == 5
    assert sums_by_cell([unpriced])["I", 2022, "NSNN"].contracted == 6


def test_payments_stand_where_they_say_and_take_the_rest_from_the_only_money_that_fits() -> None:
    model = whole(
        dossier("a"), money("a", "I", 2022, "NSNN", 60), money("a", "I", 2023, "DN", 40),
        payment("a", ADVANCE, 30, year=2022), payment("a", PAYMENT, 25, source="NSNN"),
        payment("a", RECOVERY, 5, line_id="II", year=2024, source="KCB"), payment("a", OWN_SHARE, 40, source="DN"),
        payment("a", PAYMENT, 1),
    )  # fmt: skip
    cells = sums_by_cell([model])
    assert cells["I", 2022, "NSNN"] == Sums(planned=60, advanced=30, paid=25)
    assert cells["I", 2023, "DN"] == Sums(planned=40, own=40)
    assert cells["II", 2024, "KCB"] == Sums(recovered=5)
    assert cells["I", 0, ""] == Sums(paid=1)
    total = sums_of([model])
    assert (total.out, total.own) == (51, 40)
    assert sums_of([model], lines={"I"}, sources={"NSNN"}).out == 55


def test_a_payment_without_a_sum_moves_nothing() -> None:
    assert sums_of([whole(dossier("a"), payment("a", PAYMENT, None))]).paid == 0


def test_what_dossiers_leave_of_the_plans_money() -> None:
    budget = (
        Sketch().line("III").line("III.2", "III", price=50 * TR)
        .cell("III.2", 2022, quantity="6").cell("III.2", 2022, "dn", amount=9 * TR).line("IV").budget()
    )  # fmt: skip
    there = wholes(
        dossier("a"), dossier("b"), money("a", "III.2", 2022, "NSNN", 50 * TR), money("b", "III", 2022, "DN", TR)
    ).values()
    assert allotted(budget, "III.2") == 309 * TR
    assert allotted(budget, "III.2", 2022, "NSNN") == 300 * TR
    assert remainder(budget, "III.2", there, 2022, "NSNN") == 250 * TR
    assert remainder(budget, "III", there) == 258 * TR
    assert remainder(budget, "IV", there) == 0


def test_an_ended_dossier_takes_only_what_never_came_back() -> None:
    budget = Sketch().line("III").line("III.2", "III", price=50 * TR).cell("III.2", 2022, quantity="6").budget()
    ended = whole(
        dossier("a", state="ended"), money("a", "III.2", 2022, "NSNN", 50 * TR), payment("a", ADVANCE, 20 * TR),
        payment("a", RECOVERY, 15 * TR),
    )  # fmt: skip
    taken = whole(dossier("b", replaces="a"), money("b", "III.2", 2022, "NSNN", 45 * TR))
    assert remainder(budget, "III.2", [ended, taken]) == (300 - 5 - 45) * TR
