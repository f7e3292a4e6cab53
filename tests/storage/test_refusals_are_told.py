"""A step saved aside: whoever waits for it hears that it was refused, however fast the refusal is dealt with."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from nscl_desktop.domain.changes import ChangeSet, change_set, inserted, updated
from nscl_desktop.domain.enterprises import Enterprise
from nscl_desktop.domain.errors import ConflictError
from nscl_desktop.office.data_file import DataFile

FIRM = Enterprise(id="e1", name="Công ty TNHH Một")


@pytest.fixture
def data(tmp_path: Path) -> Iterator[DataFile]:
    """A file whose main thread takes a refusal back before the waiting thread has looked."""
    clock = lambda: datetime.now(UTC)  # noqa: E731 - a clock is a function
    made = DataFile(tmp_path / "nscl.db", person="Ánh", machine="A", to_main=lambda call: call(), clock=clock)
    made.add(ChangeSet("Thêm", (inserted(FIRM),)))
    yield made
    made.close()


def test_a_refused_step_raises_and_the_next_one_is_saved(data: DataFile) -> None:
    step = change_set("Ghi", (updated(FIRM, phone="1"),), "e1")
    data.add(step)
    data.add(change_set("Ghi lại", (updated(Enterprise(id="e1", name=FIRM.name, phone="1"), phone="2"),), "e1"))
    with pytest.raises(ConflictError, match="Điện thoại"):
        data.add(step.inverted("Hoàn tác"))
    data.add(ChangeSet("Thêm", (inserted(Enterprise(id="e2", name="Hai")),)))
    saved = [each.change_set.words for each in data.registers(settled=True).change_sets()]
    assert saved == ["Thêm", "Ghi", "Ghi lại", "Thêm"]
