"""The demo year is the same at every run, says everywhere that it is invented, and goes into no file that is there."""

import sqlite3
from pathlib import Path

import pytest

from nscl_desktop.cli import main as command_line
from nscl_desktop.demo.names import MARK, tax_code
from nscl_desktop.domain.budget import Budget
from nscl_desktop.domain.checks.checker import check_plan
from nscl_desktop.domain.errors import InputError
from nscl_desktop.office.demo_file import write_demo_file
from nscl_desktop.storage.store import Store

OWN_KEY = "file_info"
"""Each data file has a key of its own."""


def tables(path: Path) -> dict[str, list[str]]:
    """Every row of every table as text."""
    connection = sqlite3.connect(path)
    names = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    found = {name: sorted(map(repr, connection.execute(f"SELECT * FROM {name}"))) for name in names}  # noqa: S608
    connection.close()
    return found


def test_two_runs_make_the_same_records_with_the_same_history(year: Path, tmp_path: Path) -> None:
    again = tmp_path / "lần hai.db"
    assert command_line(["demo-year", "--data", str(again)]) == 0
    first, second = tables(year), tables(again)
    assert first.keys() == second.keys()
    differing = [name for name in first if first[name] != second[name]]
    assert differing == [OWN_KEY]


def test_it_goes_into_no_file_that_is_there(year: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = year.read_bytes()
    with pytest.raises(InputError, match="năm mẫu chỉ ghi vào tệp mới"):
        write_demo_file(year)
    assert command_line(["demo-year", "--data", str(year)]) == 64
    assert "Đã có tệp" in capsys.readouterr().err
    assert year.read_bytes() == before
    left = {path.name.removesuffix("-wal").removesuffix("-shm") for path in year.parent.iterdir()}
    assert left == {year.name}  # other tests may be reading it


def test_what_is_invented_says_so(sql: sqlite3.Connection) -> None:
    def count(words: str) -> int:
        return int(sql.execute(f"SELECT count(*) FROM {words}").fetchone()[0])  # noqa: S608 - written here

    assert count(f"enterprise WHERE name NOT LIKE '%{MARK}'") == 0
    assert count("enterprise WHERE note NOT LIKE 'Bịa ra cho năm mẫu%'") == 0
    assert count("plan WHERE title LIKE 'NĂM MẪU (số liệu bịa ra để xem thử)%'") == 1
    assert count("plan WHERE appendix_title LIKE 'Năm mẫu, số liệu bịa ra để xem thử%'") == 1
    assert count("dossier WHERE note NOT LIKE 'Bịa ra cho năm mẫu%'") == 0
    assert count("course WHERE title NOT LIKE '%(năm mẫu)'") == 0
    assert count("ledger_entry WHERE document NOT LIKE '%(mẫu)'") == 0
    assert count("payment WHERE document NOT LIKE '%(mẫu)'") == 0
    assert count("award_round WHERE name NOT LIKE '%(năm mẫu)'") == 0


def test_its_plan_is_sound_and_names_the_dossiers_that_it_carries_over(sql: sqlite3.Connection, store: Store) -> None:
    row = next(each for each in store.plan_rows() if each.code == "TN-2021-MAU")
    found = check_plan(Budget(store.load_book(row.id), row.id))
    assert [each.code for each in found] == ["T404"]  # as in the source: no target has a number for section IV
    links = sql.execute("SELECT carried_link FROM line WHERE plan_id = ? AND unit IN ('HT', 'CC', 'SP')", [row.id])
    named = {code for (words,) in links if words for code in words.split(", ")}
    carried = "SELECT old.code FROM dossier new JOIN dossier old ON old.id = new.carried_from"
    assert named == {code for (code,) in sql.execute(carried)}


def test_tax_codes_have_a_right_check_digit_and_are_of_a_block_that_was_never_given_out(
    sql: sqlite3.Connection,
) -> None:
    weights = (31, 29, 23, 19, 17, 13, 7, 5, 3)
    codes = [code for (code,) in sql.execute("SELECT tax_code FROM enterprise")]
    assert len(set(codes)) == 54
    for code in codes:
        assert code.startswith("3999")
        total = sum(weight * int(digit) for weight, digit in zip(weights, code, strict=False))
        assert int(code[9]) == 10 - total % 11
    assert tax_code(0) == min(codes)


def test_each_step_is_undone_as_a_whole(store: Store) -> None:
    steps = [each.change_set for each in store.change_sets()]
    own = [step for step in steps if step.words.startswith("Năm mẫu: ")]
    assert len(own) == 18
    book = store.load_book()
    for step in reversed(own):
        book.apply(step.inverted("Hoàn tác").changes)
    assert {each.entity for each in book.records()} <= {
        entity for step in steps if step not in own for entity in (change.entity for change in step.changes)
    }
