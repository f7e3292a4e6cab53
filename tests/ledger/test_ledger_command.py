"""`ledger` on the command line: figures of Tây Ninh 2021 given whole, with one contract bound and paid in part."""

import json
from pathlib import Path

import pytest
from openpyxl import load_workbook

from nscl_desktop.cli import main
from nscl_desktop.domain.budget import Budget
from nscl_desktop.domain.changes import ChangeSet, inserted
from nscl_desktop.domain.ledger import COMMITTED, PAID
from nscl_desktop.domain.ledger_lines import LedgerLines, spending_agency
from nscl_desktop.domain.ledger_rules import Position
from nscl_desktop.domain.ledger_sums import YearSums
from nscl_desktop.services.ledger_entries import Facts, draft
from nscl_desktop.services.ledger_years import allot_year, new_year
from nscl_desktop.storage.opening import open_store
from tests.enterprises.registers import write


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("ledger") / "nscl.db"
    assert main(["sample", "--data", str(path)]) == 0
    store = open_store(path)
    row = next(each for each in store.plan_rows() if each.code == "TN-2021")
    budget = Budget(store.load_book(row.id), row.id)
    year = new_year(row.id, 2021, spending_agency(budget))
    position = Position(year, YearSums(LedgerLines(budget, (), year.agency_id), {}, 2021), ())
    source = budget.frame.sources[0].code
    write(store, allot_year(position, [source], Facts("2021-03-30", "950/KH-UBND"), is_new=True))
    line = budget.tree.children(budget.tree.children()[0].id)[0].id
    bound = draft(position, COMMITTED, (line, source), 14_000_000, Facts())
    paid = draft(position, PAID, (line, source), 9_000_000, Facts(), commitment_id=bound.id)
    write(store, ChangeSet("Thêm", (inserted(bound), inserted(paid))))
    store.close()
    return path


def test_figures_of_the_year_are_told_as_json(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert main(["ledger", "TN-2021", "--data", str(data), "--json"]) == 0
    (year,) = json.loads(capsys.readouterr().out)
    assert (year["plan"], year["year"], year["state"], year["entries"]) == ("TN-2021", 2021, "Chưa khóa sổ", 15 + 2)
    total = year["total"]
    assert (total["allotted"], total["current"]) == (1_387_290_000, 1_387_290_000)
    assert (total["bound"], total["out"], total["unpaid"]) == (14_000_000, 9_000_000, 5_000_000)
    assert (total["free"], total["left"]) == (1_373_290_000, 1_378_290_000)
    assert year["elsewhere"]["allotted"] == 300_000_000
    assert {each["lead"] for each in year["lines"]} == {"", "Cục Thống kê"}
    first = next(each for each in year["lines"] if each["place"] == "I.1")
    assert (first["allotted"], first["unpaid"]) == (15_000_000, 5_000_000)


def test_figures_are_printed_for_people_and_written_for_the_accountant(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["ledger", "TN-2021", "--data", str(data)]) == 0
    assert "Hiện hành − cam kết                   1.373.290.000" in capsys.readouterr().out
    target = tmp_path / "so.xlsx"
    assert main(["ledger", "TN-2021", "--year", "2021", "--data", str(data), "-o", str(target)]) == 0
    assert load_workbook(target)["Tổng hợp"]["A2"].value.startswith("TN-2021 · ")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["KHONG-CO"], "Không có kế hoạch “KHONG-CO”"), (["BG-2021-2025"], "chưa mở niên độ nào"),
        (["TN-2021", "--year", "2030"], "chưa mở niên độ 2030"),
    ],
)  # fmt: skip
def test_what_is_not_there_is_said_in_one_sentence(
    data: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], said: str
) -> None:
    assert main(["ledger", *arguments, "--data", str(data)]) == 64
    assert said in capsys.readouterr().err
