"""What the tables of money are made of: the sums of a plan's niên độ, as the ledger counts them."""

from sqlite3 import Connection

from nscl_desktop.domain.book import Book
from nscl_desktop.domain.budget import Budget
from nscl_desktop.domain.dates import format_short
from nscl_desktop.domain.directory import Agency
from nscl_desktop.domain.ledger_lines import LedgerLines, agency_of, version_in_force, versions
from nscl_desktop.domain.ledger_sums import YearSums
from nscl_desktop.domain.money_rows import YearMoney
from nscl_desktop.storage.ledger_queries import year_flows
from nscl_desktop.storage.overview_queries import lines_of, opened_years
from nscl_desktop.storage.queries import plan_records, plan_rows
from nscl_desktop.storage.rows import read_records


def ledger_years(connection: Connection, plan_id: str) -> tuple[int, ...]:
    """The niên độ of a plan: its own years and those that were opened in its ledger; none where it is gone."""
    known = versions(plan_rows(connection), plan_id)
    if not known:
        return ()
    row = version_in_force(known)
    first, last = row.year_from or row.year_to or 0, row.year_to or row.year_from or 0
    opened = {each.year or 0 for each in opened_years(connection, [each.id for each in known])}
    return tuple(sorted({*range(first, last + 1), *opened} - {0}))


def year_money(connection: Connection, plan_id: str, year: int) -> YearMoney | None:
    """The sums of one niên độ of the plan that ``plan_id`` is a version of; None where the plan is gone."""
    known = versions(plan_rows(connection), plan_id)
    if not known:
        return None
    row, keys = version_in_force(known), [each.id for each in known]
    opened = opened_years(connection, keys)
    budget = Budget(Book(plan_records(connection, row.id)), row.id)
    others = lines_of(connection, [key for key in keys if key != row.id]) if len(keys) > 1 else []
    lines = LedgerLines(budget, others, agency_of(budget, opened))
    agencies = {each.id: each.name for each in read_records(connection, Agency) if isinstance(each, Agency)}
    own = next((each for each in opened if each.year == year), None)
    closed = "chưa mở sổ" if own is None else "chưa khóa sổ"
    if own is not None and own.closed_on:
        closed = f"đã khóa sổ ngày {format_short(own.closed_on)}"
    return YearMoney(YearSums(lines, year_flows(connection, keys, year), year), agencies, closed)
