"""The commands for what packages leave open, as a clerk with a command line uses them."""

import json
from pathlib import Path
from typing import Any

import pytest

from nscl_desktop.cli import main
from nscl_desktop.domain.changes import deleted, inserted, updated
from nscl_desktop.domain.enterprises import Enterprise
from nscl_desktop.domain.plans import Plan
from nscl_desktop.storage.opening import open_store
from tests.packages.offices import WHO, RealOffice, work

FIRM = Enterprise(id="e1", name="Công ty TNHH Một", tax_code="0100109106")
OTHER = Enterprise(id="e2", name="Công ty TNHH Hai")
PLAN = Plan(id="p1", code="TN", title="Kế hoạch", year_from=2026)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """An office's file with a conflict on the phone, one on the plan's year, and a deletion that waits."""
    office = RealOffice(tmp_path / "o")
    office.work(*map(inserted, (FIRM, OTHER, PLAN)))
    machine = office.check_out("Máy 02")
    work(machine.store, updated(FIRM, phone="0274"), updated(PLAN, year_from=2027), deleted(OTHER))
    office.work(updated(FIRM, phone="0276"), updated(PLAN, year_from=2028), updated(OTHER, note="còn"))
    office.room.merge(machine.returned())
    office.store.close()
    machine.store.close()
    return tmp_path / "o" / "nscl.db"


class Clerk:
    """Runs commands on one file and reads their JSON."""

    def __init__(self, data: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self._data, self._capsys = data, capsys

    def told(self, *words: str) -> dict[str, list[dict[str, Any]]]:  # Any: what JSON holds
        self._capsys.readouterr()
        assert main([*words, "--json", "--data", str(self._data)]) == 0
        found: dict[str, list[dict[str, Any]]] = json.loads(self._capsys.readouterr().out)
        return found

    def refused(self, *words: str) -> str:
        self._capsys.readouterr()
        assert main([*words, "--data", str(self._data)]) == 64
        return self._capsys.readouterr().err


@pytest.fixture
def clerk(data: Path, capsys: pytest.CaptureFixture[str]) -> Clerk:
    return Clerk(data, capsys)


def test_the_list_tells_who_gave_which_value(clerk: Clerk) -> None:
    told = clerk.told("package-list")
    phone = next(each for each in told["conflicts"] if each["field"] == "phone")
    assert (phone["base"], phone["shown"]) == ("", "0276")
    assert [(each["machine"], each["value"], each["who"]) for each in phone["values"]] == [
        ("Văn phòng", "0276", WHO["who"]),
        ("Máy 02", "0274", WHO["who"]),
    ]
    assert phone["title"] == "đơn vị “Công ty TNHH Một”"
    assert [(each["id"], each["reason"], each["choices"]) for each in told["waiting"]] == [
        ("e2", "edited", ["keep", "delete"])
    ]
    assert [(each["machine"], each["returns"], each["closed"]) for each in told["check_outs"]] == [("Máy 02", 1, None)]


def test_the_list_can_be_read_by_a_person(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["package-list", "--data", str(data)]) == 0
    told = capsys.readouterr().out
    for words in ("Máy 02: giao", "đã nhận 1 lần", "Khác nhau: đơn vị “Công ty TNHH Một”", 'Máy 02: "0274"', "Chờ: "):
        assert words in told


@pytest.mark.parametrize(
    ("how", "value"),
    [
        (["--take", "Máy 02"], "0274"),
        (["--take", "Văn phòng"], "0276"),
        (["--take", "gốc"], ""),
        (["--value", "0999"], "0999"),
    ],
)
def test_a_conflict_is_decided(clerk: Clerk, data: Path, how: list[str], value: str) -> None:
    told = clerk.told("package-decide", "enterprise", "e1", "phone", *how)
    assert [each["field"] for each in told["conflicts"]] == ["year_from"]
    assert fetched(data, "SELECT phone FROM enterprise WHERE id = 'e1'") == [(value,)]


def test_a_number_is_given_as_a_number(clerk: Clerk, data: Path) -> None:
    assert "không phải giá trị" in clerk.refused("package-decide", "plan", "p1", "year_from", "--value", "năm nay")
    clerk.told("package-decide", "plan", "p1", "year_from", "--value", "2029")
    assert fetched(data, "SELECT year_from FROM [plan]") == [(2029,)]


@pytest.mark.parametrize(("how", "left"), [("--keep", 2), ("--delete", 1)])
def test_a_waiting_deletion_is_decided(clerk: Clerk, data: Path, how: str, left: int) -> None:
    assert clerk.told("package-decide", "enterprise", "e2", how)["waiting"] == []
    assert fetched(data, "SELECT count(*) FROM enterprise") == [(left,)]


def test_a_check_out_is_closed_opened_again_and_taken_back(clerk: Clerk) -> None:
    assert "chưa khép lại" in clerk.refused("package-close", "--machine", "Máy 02")
    clerk.told("package-decide", "enterprise", "e1", "phone", "--take", "gốc")
    clerk.told("package-decide", "plan", "p1", "year_from", "--take", "Máy 02")
    clerk.told("package-decide", "enterprise", "e2", "--keep")
    assert clerk.told("package-close", "--machine", "Máy 02")["check_outs"][0]["closed"]
    assert "đã khép lại" in clerk.refused("package-withdraw", "--machine", "Máy 02")
    assert clerk.told("package-close", "--machine", "Máy 02", "--reopen")["check_outs"][0]["closed"] is None
    assert clerk.told("package-withdraw", "--machine", "Máy 02")["check_outs"][0]["returns"] == 0


@pytest.mark.parametrize(
    "words",
    [
        ["package-decide", "enterprise", "e1", "phone"],
        ["package-decide", "enterprise", "e1", "phone", "--take", "Máy 09"],
        ["package-decide", "enterprise", "e1", "email", "--take", "gốc"],
        ["package-decide", "enterprise", "e1", "--keep"],
        ["package-withdraw", "--machine", "Máy 09"],
    ],
)
def test_wrong_use_is_one_sentence(clerk: Clerk, words: list[str]) -> None:
    assert clerk.refused(*words).count("\n") == 1


def fetched(data: Path, query: str) -> list[tuple[object, ...]]:
    store = open_store(data)
    with store.reading() as connection:
        found = connection.execute(query).fetchall()
    store.close()
    return found
