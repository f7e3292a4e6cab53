"""The shipped proposals fit the targets of the source plans and the catalogues they name."""

import tomllib
from decimal import Decimal

import pytest

from nscl_desktop.domain import counting_rules as rules
from nscl_desktop.domain.counting import APPLIES
from nscl_desktop.domain.enterprises import KINDS
from nscl_desktop.domain.supports import GROUPS, STAGES
from nscl_desktop.domain.targets import Target
from nscl_desktop.exchange.plan_json import read_plan
from nscl_desktop.resource_files import resource_path
from nscl_desktop.services.counting import shipped_rules
from nscl_desktop.services.dossier_catalogue import shipped_kinds

TEXT = resource_path("directory", "counting-rules.toml").read_text("utf-8")
ENTRIES = [*tomllib.loads(TEXT)["rules"], *tomllib.loads(TEXT)["by_unit"]]


def targets(code: str) -> list[Target]:
    book = read_plan(resource_path("samples", f"{code}.json").read_text("utf-8"))
    return list(book.table(Target).values())


@pytest.mark.parametrize(("code", "quantified"), [("BD-2021-2030", 8), ("TN-2021", 9), ("BG-2021-2025", 12)])
def test_every_quantified_target_of_the_source_plans_has_a_proposal(code: str, quantified: int) -> None:
    found = [each for each in targets(code) if each.value is not None]
    assert len(found) == quantified
    assert [each.text for each in found if shipped_rules().of(each, [each.id]) is None] == []


def test_a_general_aim_has_none() -> None:
    general = [each for each in targets("BG-2021-2025") if each.general]
    assert [shipped_rules().of(each, [each.id]) for each in general] == [None] * len(general)


def test_an_amended_plan_takes_the_proposal_of_the_target_before() -> None:
    original = next(each for each in targets("BG-2021-2025") if each.unit == "lượt người")
    copy = Target(id="moi", plan_id="p", unit="lượt người", value=Decimal(500), origin_id=original.id)
    made = shipped_rules().of(copy, [copy.id, original.id])
    assert made is not None
    assert (made.target_id, made.counted, made.reason[:9]) == ("moi", rules.ENROLMENT, "Lượt người"[:9])


@pytest.mark.parametrize(
    ("unit", "counted", "distinct", "counted_in"),
    [
        ("Lượt người", "enrolment", "", ""), ("người", "enrolment", "person", ""), ("Hệ thống", "item", "", "Hệ thống"),
        ("trường", "dossier", "unit", ""), ("giải", "prize", "", ""),
    ],
)  # fmt: skip
def test_targets_of_other_plans_are_proposed_by_their_unit(
    unit: str, counted: str, distinct: str, counted_in: str
) -> None:
    made = shipped_rules().of(Target(id="t", plan_id="p", unit=unit, value=Decimal(3)), ["t"])
    assert made is not None
    assert (made.counted, made.distinct, made.unit) == (counted, distinct, counted_in)


def test_an_unknown_unit_and_an_aim_without_a_figure_are_proposed_nothing() -> None:
    known = shipped_rules()
    assert known.of(Target(id="t", plan_id="p", unit="bài hát", value=Decimal(3)), ["t"]) is None
    assert known.of(Target(id="t", plan_id="p", unit="lượt người"), ["t"]) is None


def test_proposals_are_not_verified() -> None:
    assert not shipped_rules().verified
    assert all("confirmed" not in entry for entry in ENTRIES)


@pytest.mark.parametrize("entry", ENTRIES, ids=[str(entry.get("targets") or entry["units"]) for entry in ENTRIES])
def test_a_proposal_names_only_what_there_is_and_what_applies(entry: dict[str, object]) -> None:
    counted = str(entry["counted"])
    applies = APPLIES[counted]
    lists = {"kinds": {code for code, _ in KINDS}, "groups": {code for code, _ in GROUPS}}
    lists["supports"] = {each.code for each in shipped_kinds().kinds}
    for name, known in lists.items():
        values = entry.get(name, [])
        assert isinstance(values, list)
        assert set(values) <= known
        assert not values or name in applies.fields
    assert entry.get("stage", "accepted") in dict(STAGES)
    assert entry.get("distinct", applies.distinct[0]) in applies.distinct
    assert entry.get("state", "") in ("", *applies.states)
    assert entry.get("narrowed", "") in ("", *applies.narrowed)
    assert entry.get("year_by", "") in applies.year_by
    assert entry["reason"]
