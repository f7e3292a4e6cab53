"""From the sample plans to every kind of file in every shipped form: the totals of the source documents (DOMAIN 11)."""

from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from nscl_desktop.cli import main
from nscl_desktop.office.papers import appendix_of, write_appendix
from tests.forms.printing import sample
from tests.journeys.printed_files import READERS, made_at, read

PLANS = {
    # The whole plan, then what its paper states beside it: periods (BD), sections (TN), printed columns (BG); in triệu
    "BD-2021-2030": ("13.489,4", ("5.835,2", "7.654,2")),
    "TN-2021": ("1.687,29", ("40,6", "116,69", "1.230", "300")),
    "BG-2021-2025": ("14.767,55", ("2.230", "9.611,6", "960", "540")),
}
FORMS = ("tay-ninh", "bac-giang", "binh-duong", "tong-hop")
# Bảng nhỏ cho từng mục has no rows of sections, and a plan of two periods has a total for each
STATED = {
    ("BD-2021-2030", "binh-duong"): ("5.835,2", "7.654,2"),
    ("TN-2021", "binh-duong"): ("1.687,29",),
    ("BG-2021-2025", "binh-duong"): ("14.767,55",),
}
IN_DONG = {("BD-2021-2030", "tay-ninh"), ("TN-2021", "tay-ninh"), ("BG-2021-2025", "tay-ninh"), ("TN-2021", "tong-hop")}


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data file with the three source plans."""
    path = tmp_path_factory.mktemp("data") / "nscl.db"
    assert main(["sample", "--data", str(path)]) == 0
    return path


def in_dong(trieu: str) -> str:
    """ "14.767,55" → "14.767.550.000", by moving the comma six places."""
    whole, _, part = trieu.replace(".", "").partition(",")
    digits = whole + part.ljust(6, "0")
    return f"{int(digits):,}".replace(",", ".")


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("plan", PLANS)
def test_every_file_of_every_plan_states_the_totals_of_its_paper(
    plan: str, form: str, data: Path, tmp_path: Path
) -> None:
    whole, parts = PLANS[plan]
    wanted = STATED.get((plan, form), (whole, *parts))
    if (plan, form) in IN_DONG:
        wanted = tuple(map(in_dong, wanted))
    for kind in READERS:
        path = tmp_path / f"phu-luc{kind}"
        assert main(["appendix", plan, "--form", form, "--data", str(data), "-o", str(path)]) == 0
        words = read(path).split()
        assert [total for total in wanted if total not in words] == [], kind


@pytest.mark.parametrize("kind", READERS)
def test_a_file_says_when_it_was_made(kind: str, tmp_path: Path) -> None:
    path = tmp_path / f"phu-luc{kind}"
    on_the_clock = datetime(2026, 3, 2, 5, 15, tzinfo=timezone(timedelta(hours=7)))  # in Greenwich still the day before
    write_appendix(appendix_of(sample("TN-2021")), path, lambda: on_the_clock)
    assert made_at(path) == on_the_clock
