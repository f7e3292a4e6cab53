"""A niên độ of the ledger as the screen works with it: its figures, the entries of a line, what steps start from."""

from nscl_desktop.domain.dates import format_short
from nscl_desktop.domain.ledger import ALLOTTED, BudgetYear, LedgerEntry
from nscl_desktop.domain.ledger_lines import LedgerLines, spending_agency
from nscl_desktop.domain.ledger_paper import line_words
from nscl_desktop.domain.ledger_rules import Position
from nscl_desktop.domain.ledger_sums import Flow, YearSums, flows_by_cell
from nscl_desktop.domain.naming import shortened
from nscl_desktop.presenters.ledger_office import OpenLedger
from nscl_desktop.presenters.source_names import short_name
from nscl_desktop.services.ledger_years import new_year


class LedgerSheet:
    """The niên độ as it stands; ``follow`` computes it anew after a step."""

    def __init__(self, opened: OpenLedger) -> None:
        self.opened = opened
        self.number = opened.year
        self.follow()

    def follow(self) -> None:
        """Compute the figures of the book as it is now."""
        opened = self.opened
        self.year = self._year(self.number)
        self.lines = LedgerLines(opened.budget, opened.others, self.year.agency_id)
        years = opened.book.table(BudgetYear)
        self._cells = dict(opened.dossiers)
        for cell, flow in flows_by_cell(opened.book.table(LedgerEntry).values(), years).items():
            both = Flow()
            both.add(self._cells.get(cell, Flow()))
            both.add(flow)
            self._cells[cell] = both
        self.sums = YearSums(self.lines, self._cells, self.number)

    @property
    def is_opened(self) -> bool:
        """Whether the niên độ is on file."""
        return self.opened.desk is not None and self.year.id in self.opened.book.table(BudgetYear)

    @property
    def is_closed(self) -> bool:
        """Whether only adjusting entries may be written."""
        return bool(self.year.closed_on)

    @property
    def has_allotment(self) -> bool:
        """Whether money was given already."""
        return any(each.kind == ALLOTTED for each in self.entries())

    @property
    def state(self) -> str:
        """What is said of the niên độ below the title."""
        if not self.is_opened:
            return "Chưa mở niên độ"
        if self.is_closed:
            return f"Đã khóa sổ ngày {format_short(self.year.closed_on)} · {self.year.closing_document}"
        agency = self.opened.agencies.get(self.year.agency_id or "", "")
        return " · ".join(filter(None, ("Đang mở", f"Cơ quan sử dụng kinh phí: {agency}" if agency else "")))

    def years_on_file(self) -> tuple[int, ...]:
        """All niên độ of the plan that are opened."""
        return tuple(sorted(each.year for each in self.opened.book.table(BudgetYear).values() if each.year))

    def position(self, number: int = 0) -> Position:
        """What steps of this niên độ, or of another one of the plan, are held against."""
        if not number or number == self.number:
            return Position(self.year, self.sums, self.entries())
        year = self._year(number)
        return Position(year, YearSums(self.lines, self._cells, number), self._entries_of(year))

    def entries(self) -> tuple[LedgerEntry, ...]:
        """All entries of the niên độ, by day."""
        return self._entries_of(self.year)

    def others(self) -> tuple[LedgerEntry, ...]:
        """Entries of the plan's other niên độ."""
        return tuple(each for each in self.opened.book.table(LedgerEntry).values() if each.year_id != self.year.id)

    def entries_of(self, line_id: str, source: str | None = None) -> tuple[LedgerEntry, ...]:
        """Entries that the figures of a line with all below it are made of; "" for our total."""
        return tuple(each for each in self.entries() if self.is_part(each.line_id or "", each.source, line_id, source))

    def is_part(self, line: str, code: str, line_id: str, source: str | None) -> bool:
        """Whether money of a line (of any version) and source belongs to the figures of ``line_id``."""
        return (source is None or code == source) and line_id in self.lines.added_to(self.lines.in_force(line))

    def sources(self) -> tuple[tuple[str, str], ...]:
        """(code, name) of the plan's sources."""
        return tuple((each.code, short_name(each)) for each in self.lines.budget.frame.sources)

    def line_offers(self) -> tuple[tuple[str, str], ...]:
        """(key, words) of the lines that can have entries."""
        tree, found = self.lines.tree, []
        for _, line in tree.walk():
            if self.lines.can_hold_money(line.id):
                label, text = line_words(self.sums, line.id)
                found.append((line.id, " · ".join(filter(None, (label, shortened(text, 80))))))
        return tuple(found)

    def last_person(self) -> str:
        """Who wrote the last entry: most likely who writes the next."""
        return next((each.person for each in reversed(self.entries()) if each.person), "")

    def _year(self, number: int) -> BudgetYear:
        known = self.opened.book.table(BudgetYear).values()
        found = next((each for each in known if each.year == number), None)
        return found or new_year(self.opened.first, number, spending_agency(self.opened.budget))

    def _entries_of(self, year: BudgetYear) -> tuple[LedgerEntry, ...]:
        own = (each for each in self.opened.book.table(LedgerEntry).values() if each.year_id == year.id)
        return tuple(sorted(own, key=lambda each: (each.date, self.lines.place(each.line_id or ""), each.id)))
