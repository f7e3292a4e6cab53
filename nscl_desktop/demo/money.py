"""The ledger of the demo year: every kind of entry, from đề nghị to khóa sổ and what was set right after it.

Sums are round on purpose, and what dossiers bind and pay stands with them (dossiers.py): tests add both up by hand.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from nscl_desktop.demo.dossiers import M, Office
from nscl_desktop.demo.plan import SOURCE, YEAR
from nscl_desktop.demo.training import Taught
from nscl_desktop.domain.awards import Prize
from nscl_desktop.domain.budget import Budget
from nscl_desktop.domain.dossiers.sums import Cell
from nscl_desktop.domain.dossiers.whole import gather
from nscl_desktop.domain.ledger import (
    ADJUSTED,
    ADVANCED,
    APPRAISED,
    CANCELLED,
    COMMITTED,
    PAID,
    PROPOSED,
    RECOVERED,
    SETTLED,
    BudgetYear,
    LedgerEntry,
)  # fmt: skip
from nscl_desktop.domain.ledger_lines import LedgerLines, spending_agency
from nscl_desktop.domain.ledger_rules import Position
from nscl_desktop.domain.ledger_sums import Flow, YearSums, dossier_flows, flows_by_cell
from nscl_desktop.domain.training import Course
from nscl_desktop.services import ledger_entries as entries
from nscl_desktop.services import ledger_moves as moves
from nscl_desktop.services import ledger_years as years

PERSON = "Kế toán năm mẫu"


@dataclass
class Cashbook:
    """Writes entries of one niên độ, each held against all that stands there by then."""

    office: Office
    year: BudgetYear

    @property
    def position(self) -> Position:
        """What stands there now."""
        scribe = self.office.scribe
        budget = Budget(scribe.book, self.office.plan_id)
        known = scribe.all(LedgerEntry)
        cells: dict[Cell, Flow] = dict(flows_by_cell(known, {each.id: each for each in scribe.all(BudgetYear)}))
        for cell, flow in dossier_flows(gather(scribe.book.records()).values()).items():
            cells.setdefault(cell, Flow()).add(flow)
        sums = YearSums(LedgerLines(budget, (), self.year.agency_id), cells, self.year.year or 0)
        year = scribe.book.table(BudgetYear).get(self.year.id, self.year)
        return Position(year, sums, [each for each in known if each.year_id == year.id])

    def cell(self, line: str) -> tuple[str, str]:
        """A line by its labels, and the plan's source."""
        return self.office.lines[line].id, SOURCE

    def enter(
        self, kind: str, line: str, amount: int, day: str, document: str, commitment: LedgerEntry | None = None,
        of: Course | Prize | None = None,
    ) -> LedgerEntry:  # fmt: skip
        """One entry in đồng."""
        position = self.position
        entry = entries.draft(
            position, kind, self.cell(line), amount, facts(day, document),
            commitment_id=commitment.id if commitment else None, for_entity=of.entity if of else "",
            for_id=of.id if of else "",
        )  # fmt: skip
        return self.office.scribe.add(entries.record(position, entry), LedgerEntry)


def facts(day: str, document: str) -> entries.Facts:
    """Day, paper and who wrote it down."""
    return entries.Facts(day, f"{document} (mẫu)", PERSON)


def open_ledger(office: Office) -> Cashbook:
    """Proposed, appraised, given; adjusted, moved and cut by the middle of the year."""
    scribe = office.scribe
    budget = Budget(scribe.book, office.plan_id)
    year = years.new_year(office.plan_id, YEAR, spending_agency(budget))
    book = Cashbook(office, year)
    scribe.do(years.allot_year(book.position, [SOURCE], facts(f"{YEAR}-03-30", "00/QĐ-UBND"), is_new=True))
    for line, proposed, appraised in (("III.2", 400, 300), ("III.3", 350, 280)):
        book.enter(PROPOSED, line, proposed * M, "2020-07-15", "88/TTr-SKHCN")
        book.enter(APPRAISED, line, appraised * M, "2020-11-20", "91/TB-STC")
    book.enter(ADJUSTED, "III.6", -20 * M, f"{YEAR}-06-10", "1201/QĐ-UBND")
    scribe.do(
        moves.transfer(
            book.position, book.cell("II.2"), book.cell("II.1"), 20 * M, facts(f"{YEAR}-06-25", "70/QĐ-SKHCN")
        )
    )
    cut = moves.planned_cut(book.position, book.cell("I")[0], None, 8_120_000, unit=1000)
    scribe.do(moves.cut(book.position, cut, facts(f"{YEAR}-07-20", "1650/QĐ-UBND")))
    scribe.chapter("giao dự toán, điều chỉnh, điều chuyển, cắt giảm")
    return book


def spend(book: Cashbook, taught: Taught) -> None:
    """What was bound and paid besides the dossiers; some of it in January for the old year."""
    survey = book.enter(COMMITTED, "III.1", 380 * M, f"{YEAR}-04-01", "12/HĐ-TĐC")
    book.enter(ADVANCED, "III.1", 150 * M, f"{YEAR}-04-20", "UNC-021", survey)
    book.enter(RECOVERED, "III.1", 5 * M, f"{YEAR}-11-02", "PT-010", survey)
    book.enter(PAID, "III.1", 230 * M, "2022-01-20", "UNC-103", survey)
    book.enter(PAID, "I.1", 12 * M, f"{YEAR}-06-30", "UNC-040")
    book.enter(PAID, "I.2", 12 * M, f"{YEAR}-10-15", "UNC-071")
    book.enter(PAID, "I.3", 4 * M, f"{YEAR}-05-10", "UNC-030")
    book.enter(PAID, "I.3", 4_160_000, f"{YEAR}-11-12", "UNC-080")
    course = book.enter(COMMITTED, "II.1", 65 * M, f"{YEAR}-05-25", "20/HĐ-TĐC", of=taught.five_s)
    book.enter(ADVANCED, "II.1", 20 * M, f"{YEAR}-06-01", "UNC-033", course, taught.five_s)
    book.enter(PAID, "II.1", 25 * M, f"{YEAR}-07-01", "UNC-041", course, taught.five_s)
    book.enter(PAID, "II.1", 20 * M, f"{YEAR}-10-20", "UNC-073", course, taught.iso)
    book.enter(PAID, "II.2", 28_920_000, f"{YEAR}-04-28", "UNC-024", of=taught.sent)
    book.enter(PAID, "II.3", 9_500_000, f"{YEAR}-12-24", "UNC-098")
    for prize in book.office.scribe.all(Prize):
        line = "III.7.-1" if prize.amount == 30 * M else "III.7.-2"
        day = f"{YEAR}-06-25" if prize.decided_on < f"{YEAR}-06-01" else "2022-01-26"
        book.enter(PAID, line, prize.amount or 0, day, "UNC-GT", of=prize)
    elsewhere = book.enter(COMMITTED, "IV.", 285 * M, f"{YEAR}-05-05", "05/HĐ-CTK")
    book.enter(PAID, "IV.", 285 * M, f"{YEAR}-12-15", "UNC-CTK", elsewhere)
    book.office.scribe.chapter("cam kết, tạm ứng, thanh toán, thu hồi")


def close(book: Cashbook) -> None:
    """The year's end: some cancelled, some carried to 2022, all settled, closed, one payment set right afterwards."""
    scribe = book.office.scribe
    book.enter(CANCELLED, "III.6", 10 * M, "2022-01-31", "15/QĐ-SKHCN")
    after = Cashbook(book.office, years.new_year(book.office.plan_id, YEAR + 1, book.year.agency_id))
    scribe.do(years.open_year(after.year, scribe.all(BudgetYear), "năm mẫu"))
    carried = facts("2022-02-10", "18/QĐ-SKHCN")
    scribe.do(moves.carry_over(book.position, after.position, book.cell("III.3"), 50 * M, 50 * M, carried))
    for line, out in _outgoings(book):
        book.enter(SETTLED, line, out, "2022-03-15", "30/BC-SKHCN")
    scribe.do(years.close_year(book.position.year, "2022-03-31", "120/QĐ-STC (mẫu)", PERSON))
    wrong = next(
        each for each in book.position.entries if each.kind == PAID and each.amount == 12 * M and each.date > "2021-08"
    )
    scribe.do(entries.correct(book.position, wrong, -100_000, facts("2022-04-20", "12/QĐ-SKHCN")))
    scribe.chapter("chuyển nguồn, quyết toán, khóa sổ")


def _outgoings(book: Cashbook) -> Sequence[tuple[str, int]]:
    """What each of our lines paid, by labels."""
    sums = book.position.sums
    labels = {line.id: label for label, line in book.office.lines.items()}
    cells = sums.cells()
    return [(labels[line_id], flow.out) for (line_id, _), flow in cells.items() if flow.out]
