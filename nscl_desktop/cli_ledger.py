"""The command for the ledger of money: figures of each niên độ of a plan, and its Excel file for the accountant.

Imported by the command line only when it is asked for; exit codes are those of ``cli``.
"""

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from nscl_desktop.cli_packages import Command, store_of
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.money import format_amount

if TYPE_CHECKING:
    from nscl_desktop.domain.ledger_paper import LedgerPaper
    from nscl_desktop.domain.ledger_sums import Flow
    from nscl_desktop.storage.store import Store

PrintJson = Callable[[object], int]


def add_commands(command: Command, print_json: PrintJson) -> None:
    """Add this command to the command line."""

    def run(options: argparse.Namespace) -> int:
        with store_of(options) as store:
            papers = _papers(store, options.plan, options.year)
        if options.output:
            return _write(papers, options.output)
        if options.json:
            return print_json([_facts(options.plan, year, paper) for year, paper in papers])
        for year, paper in papers:
            _print(year, paper)
        return 0

    made = command("ledger", run, "sổ kinh phí của một kế hoạch theo niên độ", json=True)
    made.add_argument("plan", metavar="KẾ_HOẠCH")
    made.add_argument("--year", type=int, metavar="NĂM", help="một niên độ; mặc định là mọi niên độ đã mở")
    made.add_argument("-o", "--output", type=Path, metavar="TỆP", help="ghi một niên độ ra tệp Excel")


def _papers(store: "Store", code: str, year: int | None) -> "list[tuple[int, LedgerPaper]]":
    # each command loads only what it needs
    from nscl_desktop.domain.budget import Budget
    from nscl_desktop.domain.budget_lines import Line
    from nscl_desktop.domain.directory import Agency
    from nscl_desktop.domain.ledger import BudgetYear, LedgerEntry
    from nscl_desktop.domain.ledger_lines import LedgerLines, version_in_force, versions
    from nscl_desktop.domain.ledger_paper import ledger_paper
    from nscl_desktop.domain.ledger_sums import YearSums
    from nscl_desktop.storage.ledger_queries import year_flows, year_records
    from nscl_desktop.storage.rows import read_records

    rows = store.plan_rows()
    named = next((row for row in rows if row.code == code), None)
    if named is None:
        known = ", ".join(sorted(row.code for row in rows)) or "chưa có kế hoạch nào"
        raise InputError(f"Không có kế hoạch “{code}” trong tệp dữ liệu; các kế hoạch hiện có: {known}.")
    family = versions(rows, named.id)
    row, keys = version_in_force(family), [each.id for each in family]
    budget = Budget(store.load_book(row.id), row.id)
    found = []
    with store.reading() as connection:
        records = list(year_records(connection, keys))
        others = [
            each for key in keys if key != row.id for each in read_records(connection, Line, "plan_id = ?", [key])
        ]
        agencies = {each.id: each.name for each in read_records(connection, Agency) if isinstance(each, Agency)}
        for each in (each for each in records if isinstance(each, BudgetYear) and each.year):
            number = each.year or 0
            if year in (None, number):
                lines = LedgerLines(budget, [line for line in others if isinstance(line, Line)], each.agency_id)
                sums = YearSums(lines, year_flows(connection, keys, number), number)
                own = [entry for entry in records if isinstance(entry, LedgerEntry) and entry.year_id == each.id]
                found.append((number, ledger_paper(row, each, sums, own, agencies)))
    if not found:
        which = f"niên độ {year}" if year else "niên độ nào"
        raise InputError(f"Kế hoạch {code} chưa mở {which}; hãy giao dự toán ở tab Thực hiện, Sổ kinh phí.")
    return sorted(found, key=lambda pair: pair[0])


def _write(papers: "list[tuple[int, LedgerPaper]]", target: Path) -> int:
    from nscl_desktop.reports.ledger_workbook import write_ledger  # heavy, wanted for a file alone

    if len(papers) > 1:
        raise InputError("Mỗi tệp Excel ghi một niên độ; hãy thêm --year.")
    write_ledger(papers[0][1], target)
    print(f"Đã xuất sổ kinh phí niên độ {papers[0][0]} vào {target}")
    return 0


def _facts(code: str, year: int, paper: "LedgerPaper") -> dict[str, object]:
    lines = [
        {"place": each.label, "text": each.text, "source": each.source, "lead": each.lead, **_figures(each.flow)}
        for each in paper.sums
    ]
    return {
        "plan": code, "year": year, "state": paper.heading[2], "total": _figures(paper.total),
        "elsewhere": _figures(paper.elsewhere), "lines": lines, "entries": len(paper.entries),
    }  # fmt: skip


def _figures(flow: "Flow") -> dict[str, int]:
    from nscl_desktop.domain.ledger_paper import AMOUNTS, DERIVED  # as above

    names = ("proposed", "appraised", *(name for name, _ in (*AMOUNTS, *DERIVED)))
    return {name: getattr(flow, name) for name in names}


def _print(year: int, paper: "LedgerPaper") -> None:
    total = paper.total
    print(f"Niên độ {year} ({paper.heading[2].lower()}), đơn vị tính: đồng")
    for words, amount in (
        ("Dự toán giao", total.allotted), ("Dự toán hiện hành", total.current), ("Cam kết", total.bound),
        ("Đã chi", total.out), ("Hiện hành − cam kết", total.free), ("Cam kết − đã chi", total.unpaid),
        ("Hiện hành − đã chi", total.left), ("Theo dõi: cơ quan khác chủ trì", paper.elsewhere.current),
    ):  # fmt: skip
        print(f"  {words:<32} {format_amount(amount):>18}")
