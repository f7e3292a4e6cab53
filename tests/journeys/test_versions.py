"""From an issued plan over two adjustments: each version replaces the one before, and any two can be compared."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from nscl_desktop.domain.budget import Budget
from nscl_desktop.domain.comparison import compare_plans
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.plans import ISSUED, REPLACED
from nscl_desktop.office.data_file import DataFile
from nscl_desktop.office.papers import samples
from nscl_desktop.services import plan_life
from nscl_desktop.services.adding_plans import add_plan
from nscl_desktop.services.editing import set_field
from nscl_desktop.services.workspace import PlanDesk


def at_once(call: Callable[[], None]) -> None:
    """The main thread of a program that has nothing else to do."""
    call()


@pytest.fixture
def data(tmp_path: Path) -> Iterator[DataFile]:
    """A data file with Tây Ninh's plan of 2021, which is issued."""
    found = DataFile(tmp_path / "nscl.db", person="Thử", machine="M", to_main=at_once, clock=lambda: datetime.now(UTC))
    found.add(add_plan(samples()[1].book, (), (), words="Thêm"))
    yield found
    found.close()


def _issued(desk: PlanDesk, number: str) -> None:
    for name, value in (("number", number), ("date", "2021-06-01")):
        desk.perform(set_field(desk.budget, desk.plan, name, value))
    desk.perform(plan_life.issue(desk.book, desk.plan_id))


def _adjusted(data: DataFile, desk: PlanDesk, code: str, price: int) -> PlanDesk:
    """The next version, in which one unit of the first item costs ``price``."""
    desk = data.read(data.add(plan_life.adjust(desk.book, desk.plan_id, code=code)))
    line = desk.budget.tree.children(desk.budget.tree.children()[0].id)[0]
    desk.perform(set_field(desk.budget, line, "price", price))
    return desk


def test_versions_replace_each_other_and_are_compared_over_those_between(data: DataFile) -> None:
    first = data.read(data.plans()[0].id)
    second = _adjusted(data, first, "TN-2021-DC1", 20_000_000)
    _issued(second, "1500/QĐ-UBND")
    third = _adjusted(data, second, "TN-2021-DC2", 25_000_000)
    _issued(third, "1700/QĐ-UBND")
    before = Budget(data.book(first.plan_id), first.plan_id)  # waits until everything is saved
    assert {row.code: (row.status, row.version) for row in data.plans()} == {
        "TN-2021": (REPLACED, 1), "TN-2021-DC1": (REPLACED, 2), "TN-2021-DC2": (ISSUED, 3),
    }  # fmt: skip
    changed = [each for each in compare_plans(before, third.budget) if each.changed]
    assert [(each.line.label, each.increase, each.decrease) for each in changed] == [
        ("I", 10_000_000, 0), ("1", 10_000_000, 0),
    ]  # fmt: skip


def test_of_two_adjustments_of_one_version_only_one_can_be_issued(data: DataFile) -> None:
    first = data.read(data.plans()[0].id)
    rival = plan_life.adjust(first.book, first.plan_id, code="TN-2021-B")
    _issued(_adjusted(data, first, "TN-2021-A", 20_000_000), "1500/QĐ-UBND")
    desk = data.read(data.add(rival))
    with pytest.raises(InputError, match="TN-2021 đã có bản điều chỉnh khác thay thế"):
        _issued(desk, "1600/QĐ-UBND")
    assert {row.code: row.status for row in data.plans()}["TN-2021-B"] == "draft"
