"""Sums of the ledger: any order gives the same, lines add up to the total, remainders follow, Tây Ninh by hand."""

from itertools import pairwise
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from nscl_desktop.domain.contracts import ADVANCE, PAYMENT, RECOVERY
from nscl_desktop.domain.ledger import (
    ADJUSTED,
    ADVANCED,
    ALLOTTED,
    APPRAISED,
    CANCELLED,
    CARRIED,
    COMMITTED,
    CUT,
    ENTRY_KINDS,
    MOVED,
    PAID,
    PROPOSED,
    RECOVERED,
    SETTLED,
    BudgetYear,
    LedgerEntry,
)
from nscl_desktop.domain.ledger_lines import LOST, LedgerLines, planned_cells, spending_agency
from nscl_desktop.domain.ledger_sums import DossierShare, Flow, YearSums, dossier_flows, flows_by_cell, flows_of_entries
from nscl_desktop.domain.supports import ENDED
from tests.dossiers.small_dossiers import contract, dossier, money, payment, whole
from tests.ledger.napkin import TR, YEAR, entry, plan, position
from tests.samples.paper import sample

_KINDS = [kind for kind, _ in ENTRY_KINDS]
_ENTRIES = st.lists(
    st.builds(
        LedgerEntry,
        id=st.uuids().map(str),
        year_id=st.sampled_from(["y", "z", "gone"]),
        line_id=st.sampled_from(["I", "I.1", "I.2", "II", "không có", None]),
        source=st.sampled_from(["NSNN", "DN", ""]),
        kind=st.sampled_from(_KINDS),
        amount=st.none() | st.integers(-(10**12), 10**12),
    ),
    max_size=12,
)
_YEARS = {"y": YEAR, "z": BudgetYear(id="z", year=2023)}


def test_each_kind_feeds_what_the_rule_says_and_nothing_else() -> None:
    flow = Flow()
    for at, kind in enumerate(_KINDS):
        for _, each in flows_of_entries([entry(kind, 10**at)]):
            flow.add(each)
    # đề nghị 1, thẩm định 10, giao 100, điều chỉnh 1.000, điều chuyển 10^4, cắt 10^5, cam kết 10^6, tạm ứng 10^7,
    # thanh toán 10^8, thu hồi 10^9, quyết toán 10^10, chuyển nguồn 10^11, hủy 10^12
    assert (flow.proposed, flow.appraised, flow.settled) == (1, 10, 10**10)
    assert flow.current == 100 + 1_000 + 10**4 - 10**5 + 10**11 - 10**12
    assert flow.out == 10**7 + 10**8 - 10**9
    assert flow.bound == 10**6 + flow.out
    assert (flow.free, flow.unpaid, flow.left) == (flow.current - flow.bound, 10**6, flow.current - flow.out)


def test_a_payment_on_a_commitment_binds_no_more_and_one_without_binds_itself() -> None:
    signed = entry(COMMITTED, 80, id="c")
    found = position(
        entry(ALLOTTED, 100), signed, entry(ADVANCED, 30, commitment_id="c"), entry(PAID, 60, commitment_id="c"),
        entry(RECOVERED, 10, commitment_id="c"), entry(PAID, 7), entry(PAID, 5, id="p", commitment_id="gone"),
    ).sums.flow("I.1")  # fmt: skip
    assert (found.bound, found.out) == (80 + 7 + 5, 80 + 12)
    assert (found.free, found.unpaid, found.left) == (8, 0, 8)


def test_the_halves_of_a_transfer_sum_to_nothing_over_the_plan() -> None:
    sums = position(entry(MOVED, -9 * TR, "I.1", pair="p"), entry(MOVED, 9 * TR, "I.2", pair="p")).sums
    assert (sums.flow("I.1").current, sums.flow("I.2").current) == (-9 * TR, 9 * TR)
    assert sums.flow("I") == Flow()
    assert sums.flow() == Flow()


@settings(max_examples=60)
@given(_ENTRIES, st.randoms(use_true_random=False))
def test_any_order_of_entries_gives_the_same_sums_and_lines_add_up_to_the_total(
    entries: list[LedgerEntry], random: Random
) -> None:
    cells = flows_by_cell(entries, _YEARS)
    shuffled = random.sample(entries, len(entries))
    assert flows_by_cell(shuffled, _YEARS) == cells
    sums = YearSums(LedgerLines(plan().budget(), (), "we"), cells, 2022)
    lines = Flow()
    for line in ("I", LOST):
        lines.add(sums.flow(line))
    assert lines == sums.flow()
    parts = Flow()
    for flow in sums.cells().values():
        parts.add(flow)
    assert parts == sums.flow()
    below = Flow()
    for line_id, source in sums.cells_everywhere():
        below.add(sums.own(line_id, source))
    below.add(sums.elsewhere, -1)
    assert below == sums.flow()
    by_source = Flow()
    for source in sums.sources:
        by_source.add(sums.flow("", source))
    assert by_source == sums.flow()


def test_money_that_another_agency_leads_is_followed_and_not_in_our_remainders() -> None:
    found = position(entry(ALLOTTED, 30 * TR), entry(ALLOTTED, 5 * TR, "II"), entry(PAID, 2 * TR, "II")).sums
    assert (found.flow().current, found.flow().left) == (30 * TR, 30 * TR)
    assert (found.elsewhere.current, found.elsewhere.out) == (5 * TR, 2 * TR)
    assert found.flow("II").left == 3 * TR
    assert position(entry(ALLOTTED, 5 * TR, "II"), agency=None).sums.flow().current == 5 * TR


def test_a_line_of_another_agency_below_ours_and_ours_below_theirs_stay_apart() -> None:
    sketch = plan().line("I.3", "I", lead_id="yt").cell("I.3", amount=1).line("II.1", "II", lead_id="we").cell("II.1")
    sums = position(
        entry(ALLOTTED, 1, "I.1"), entry(ALLOTTED, 2, "I.3"), entry(ALLOTTED, 4, "II"), entry(ALLOTTED, 8, "II.1"),
        budget=sketch.budget(),
    ).sums  # fmt: skip
    assert [sums.flow(line).current for line in ("I", "I.3", "II", "II.1", "")] == [1, 2, 4, 8, 9]
    assert sums.elsewhere.current == 6
    assert set(sums.cells("I")) == {("I.1", "NSNN")}


def test_contracts_of_dossiers_bind_and_their_payments_pay_where_the_dossiers_count_them() -> None:
    model = whole(
        dossier("a"), money("a", "I.1", 2022, "NSNN", 60), money("a", "I.1", 2022, "DN", 40), contract("a", "1", 200),
        payment("a", ADVANCE, 30, source="NSNN"), payment("a", RECOVERY, 5, source="NSNN"),
    )  # fmt: skip
    assert dossier_flows([model]) == {
        ("I.1", 2022, "NSNN"): Flow(committed=120, advanced=30, recovered=5),
        ("I.1", 2022, "DN"): Flow(committed=80),
    }


def test_a_dossier_without_a_contract_and_one_that_ended_bind_what_was_paid() -> None:
    bare = whole(dossier("a"), money("a", "I.1", 2022, "NSNN", 60), payment("a", PAYMENT, 20), contract("a", "1", None))
    ended = whole(
        dossier("b", state=ENDED), money("b", "I.2", 2022, "NSNN", 60), contract("b", "2", 60),
        payment("b", ADVANCE, 30), payment("b", RECOVERY, 10),
    )  # fmt: skip
    assert dossier_flows([bare, ended]) == {
        ("I.1", 2022, "NSNN"): Flow(direct=20, paid=20),
        ("I.2", 2022, "NSNN"): Flow(direct=20, advanced=30, recovered=10),
    }
    assert DossierShare("a", "HS", "5S", "", dossier_flows([bare])).cells["I.1", 2022, "NSNN"].bound == 20


def test_tay_ninh_2021_given_whole_is_the_figures_of_its_paper_with_the_statistics_office_apart() -> None:
    """Paper: I 40.600.000, II 116.690.000, III 1.230.000.000 by Sở KH&CN; IV 300.000.000 by Cục Thống kê."""
    budget = sample("TN-2021").budget
    agency = spending_agency(budget)
    lines = LedgerLines(budget, (), agency)
    given_cells = planned_cells(budget, 2021)
    allotted = [entry(ALLOTTED, amount, line, source) for (line, source), amount in given_cells.items()]
    tops = {line.label: line.id for line in budget.tree.children()}
    newspaper = budget.tree.children(tops["I"])[0].id
    more = [
        entry(ADJUSTED, 2 * TR, newspaper), entry(COMMITTED, 15 * TR, newspaper, id="c"),
        entry(PAID, 14_500_000, newspaper, commitment_id="c"), entry(CUT, 10 * TR, tops["III"]),
        entry(CANCELLED, 1 * TR, tops["II"]), entry(CARRIED, -3 * TR, tops["II"]), entry(PROPOSED, 7, tops["I"]),
        entry(APPRAISED, 6, tops["I"]), entry(SETTLED, 14_500_000, newspaper),
    ]  # fmt: skip
    sums = YearSums(lines, flows_by_cell([*allotted, *more], {"y": BudgetYear(id="y", year=2021)}), 2021)
    assert [sums.flow(tops[label]).allotted for label in ("I", "II", "III", "IV")] == [
        40_600_000, 116_690_000, 1_230_000_000, 300_000_000,
    ]  # fmt: skip
    assert sums.flow().allotted == 1_387_290_000
    assert sums.elsewhere.allotted == 300_000_000
    # 1.387.290.000 + 2.000.000 − 10.000.000 − 1.000.000 − 3.000.000
    assert sums.flow().current == 1_375_290_000
    assert (sums.flow().bound, sums.flow().out, sums.flow().unpaid) == (15 * TR, 14_500_000, 500_000)
    assert (sums.flow().free, sums.flow().left) == (1_360_290_000, 1_360_790_000)


def test_plan_cells_are_the_plans_totals_in_every_year_of_every_source_plan() -> None:
    for code in ("TN-2021", "BG-2021-2025", "BD-2021-2030"):
        budget = sample(code).budget
        years = budget.years()
        assert all(first < second for first, second in pairwise(years))
        for year in years:
            assert sum(planned_cells(budget, year).values()) == budget.total(years=(year,))


def test_lines_that_do_not_add_up_are_not_given() -> None:
    sketch = plan().line("III", adds=False).cell("III", amount=9).line("I.1.a", "I.1", kind="component", price=15 * TR)
    assert planned_cells(sketch.budget(), 2022) == {
        ("I.1", "NSNN"): 30 * TR, ("I.2", "NSNN"): 40 * TR, ("I.2", "DN"): 10 * TR, ("II", "NSNN"): 5 * TR,
    }  # fmt: skip
