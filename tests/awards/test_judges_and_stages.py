"""Judges who stand near a unit, as the registers show it; the way of a nomination and what does not fit on it."""

import pytest

from nscl_desktop.domain.award_scores import Tie
from nscl_desktop.domain.award_stages import further, has_reached, stage_remarks
from nscl_desktop.domain.awards import AwardRegime, Judge, JudgeTie, Nomination, Prize
from nscl_desktop.domain.contracts import Contract
from nscl_desktop.domain.judge_ties import consultants_of, judge_ties
from nscl_desktop.domain.supports import Dossier
from nscl_desktop.domain.training import ExpertAssignment, Person
from tests.enterprises.registers import unit

UNITS = {
    each.id: each
    for each in (
        unit("u1", "Công ty An Phát", representative="Ngô Thị Lý"), unit("u2", "Công ty Bình Minh"),
        unit("tv", "Trung tâm Tư vấn Năng suất Việt", short_name="NSV", representative="Hồ Văn Tài"),
        unit("hd", "Viện Kỹ thuật Đo lường"),
    )
}  # fmt: skip
DOSSIERS = (
    Dossier(id="d1", enterprise_id="u1", code="HS-01", title="ISO 9001", consultant_id="tv"),
    Dossier(id="d2", enterprise_id="u1", title="5S", consultant_id="gone"),
    Dossier(id="d3", enterprise_id="u2", title="Lean", consultant_id="u2"),
)
CONTRACTS = (
    Contract(id="c1", dossier_id="d2", number="01/HĐ", party_id="hd"),
    Contract(id="c2", dossier_id="d3", number="02/HĐ"),
)
NOMINATIONS = (
    Nomination(id="n1", round_id="v", enterprise_id="u1"),
    Nomination(id="n2", round_id="v", enterprise_id="u2"),
)
REGIME = AwardRegime(id="r", name="Quy chế", large_from=300)


def ties(
    *judges: Judge, noted: tuple[JudgeTie, ...] = (), people: tuple[Person, ...] = ()
) -> dict[tuple[str, str], Tie]:
    near = consultants_of(DOSSIERS, CONTRACTS, UNITS)
    asked = [ExpertAssignment(id="a", person_id="p3", enterprise_id="u2", text="Hướng dẫn 5S")]
    return judge_ties(NOMINATIONS, judges, noted, near, {each.id: each for each in people}, asked)


def judge(key: str, name: str = "An", title: str = "", person_id: str | None = None) -> Judge:
    return Judge(id=key, round_id="v", name=name, title=title, person_id=person_id)


# -- ties --------------------------------------------------------------------------------------------------------------


def test_consultants_are_those_of_dossiers_and_of_their_contracts() -> None:
    near = consultants_of(DOSSIERS, CONTRACTS, UNITS)
    assert [(each.unit.id, each.how) for each in near["u1"]] == [
        ("u1", "là đơn vị dự giải"),
        ("tv", "đã tư vấn cho đơn vị ở hồ sơ HS-01"),
        ("hd", "đã tư vấn cho đơn vị ở hồ sơ 5S"),
    ]
    assert [each.unit.id for each in near["u2"]] == ["u2"]


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (judge("j", title="Phó Giám đốc Trung tâm tư vấn năng suất Việt"), "Người của Trung tâm Tư vấn Năng suất Việt"),
        (judge("j", title="Viện kỹ thuật Đo lường"), "Người của Viện Kỹ thuật Đo lường"),
        (judge("j", title="Phó Tổng giám đốc Công ty An Phát"), "Người của Công ty An Phát, là đơn vị dự giải"),
        (judge("j", name="hồ văn tài"), "Trùng tên người đại diện của Trung tâm Tư vấn Năng suất Việt"),
        (judge("j", person_id="p1"), "Người của Trung tâm Tư vấn Năng suất Việt"),
        (judge("j", person_id="p2"), "Người của Viện Kỹ thuật Đo lường"),
    ],
)
def test_a_judge_near_a_unit_is_found_in_the_registers(found: Judge, words: str) -> None:
    people = (
        Person(id="p1", name="An", enterprise_id="tv"),
        Person(id="p2", name="An", unit="Viện Kỹ thuật Đo lường, Hà Nội"),
    )
    tie = ties(found, people=people)["n1", "j"]
    assert tie.text.startswith(words)
    assert tie.is_found


def test_a_short_name_of_one_word_and_a_part_of_a_word_are_no_sign() -> None:
    assert ties(judge("j", title="Chuyên gia NSV")) == {}
    assert ties(judge("j", title="Công ty An Pháttt")) == {}


def test_an_expert_who_was_assigned_to_a_unit_is_near_it() -> None:
    assert ties(judge("j", person_id="p3"), judge("k", person_id="p4")) == {
        ("n2", "j"): Tie("Đã được phân công tại đơn vị: Hướng dẫn 5S", is_found=True)
    }


def test_what_was_noted_goes_before_what_is_found() -> None:
    near = judge("j", title="Trung tâm Tư vấn Năng suất Việt")
    noted = (
        JudgeTie(id="t", nomination_id="n1", judge_id="j", text="Nghỉ việc từ 2015", is_waived=True),
        JudgeTie(id="x", nomination_id="n2", text="Không còn thành viên"),
    )
    assert ties(near, noted=noted) == {("n1", "j"): Tie("Nghỉ việc từ 2015", is_waived=True)}


# -- stages ------------------------------------------------------------------------------------------------------------


def test_stages_go_forward_only_and_not_out_of_a_refusal() -> None:
    assert further("registered", "national") == "national"
    assert further("apqo", "screened") == "apqo"
    assert further("withdrawn", "decided") == "withdrawn"
    assert has_reached(Nomination(id="n", round_id="v", state="apqo"), "decided")
    assert not has_reached(Nomination(id="n", round_id="v", state="refused"), "registered")


def remarks(prizes: object = 0, regime: object = None, **fields: object) -> tuple[str, ...]:
    values: dict[str, object] = {"enterprise_id": "u1", **fields}
    nomination = Nomination(id="n", round_id="v", **values)  # type: ignore[arg-type]  # fields of many types, by name
    won = [Prize(id=f"p{at}", nomination_id="n", prize="x") for at in range(int(str(prizes)))]
    return stage_remarks(nomination, regime if isinstance(regime, AwardRegime) else None, won)


def test_a_nomination_in_order_has_nothing_to_say() -> None:
    days = {
        "filed_on": "2021-06-10",
        "screened_on": "2021-07-20",
        "consulted_on": "2021-08-20",
        "sent_on": "2021-09-01",
    }
    assert remarks(1, REGIME, group="large_industry", workers=301, state="decided", **days) == ()
    assert remarks(regime=REGIME, group="small_service", state="registered") == ()
    assert remarks(1, state="apqo", apqo_on="2022-01-02", **days) == ()


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"enterprise_id": None}, "Chưa chọn đơn vị."),
        ({"regime": REGIME}, "Chưa xếp nhóm."),
        ({"regime": AwardRegime(id="m", name="Mới", is_for_products=True)}, "chưa ghi sản phẩm."),
        ({"regime": REGIME, "group": "large_service", "workers": 300}, "300 lao động là quy mô vừa và nhỏ"),
        ({"regime": REGIME, "group": "small_service", "workers": 301}, "301 lao động là quy mô lớn"),
        ({"state": "screened"}, "Đã “Qua sơ tuyển” nhưng chưa ghi ngày."),
        ({"state": "national", "sent_on": "2021-09-01"}, "khi chưa có văn bản hiệp y"),
        ({"state": "apqo"}, "Đã “Đề cử APQO” nhưng chưa ghi ngày."),
        (
            {"screened_on": "2021-07-20", "sent_on": "2021-07-19"},
            "Ngày trình hội đồng quốc gia (19/7/2021) trước ngày qua sơ tuyển (20/7/2021).",
        ),
        ({"state": "decided"}, "Đã có quyết định nhưng chưa ghi giải."),
        ({"state": "refused", "prizes": 1}, "Tình trạng là “Không đạt” nhưng đã ghi giải."),
    ],
)
def test_what_does_not_fit_is_told(fields: dict[str, object], sentence: str) -> None:
    assert any(sentence in each for each in remarks(**fields))


def test_days_known_in_part_are_not_compared() -> None:
    assert remarks(screened_on="2021-07", sent_on="2021-01-01", state="registered") == ()
