"""Awards of the demo year: the round of 2020 whose money was carried over, that of 2021 with five judges; praise.

Four prizes of three winners: 30 + 20 + 20 + 20 = 90 million đồng, as the plan of Tây Ninh has it.
"""

from collections.abc import Mapping
from decimal import Decimal

from nscl_desktop.demo.dossiers import Office
from nscl_desktop.demo.plan import SOURCE, YEAR
from nscl_desktop.demo.scribe import INVENTED, Scribe
from nscl_desktop.domain.award_rules import CriterionTree
from nscl_desktop.domain.awards import (
    COLLECTIVE,
    INDIVIDUAL,
    REFUSED,
    AwardCriterion,
    AwardRegime,
    AwardRound,
    AwardScore,
    Commendation,
    Judge,
    JudgeTie,
    Nomination,
    Prize,
    PrizeNorm,
)  # fmt: skip
from nscl_desktop.domain.directory import SalaryBase
from nscl_desktop.domain.fields import Value
from nscl_desktop.domain.prize_money import PrizeRules
from nscl_desktop.domain.training import Person
from nscl_desktop.services import award_points as points
from nscl_desktop.services import award_rounds as rounds
from nscl_desktop.services import commendations as praise
from nscl_desktop.services.award_catalogue import add_shipped_rules
from nscl_desktop.services.award_prizes import Decision, give_prizes

GOLD, NATIONAL = "Giải Vàng Chất lượng quốc gia", "Giải thưởng Chất lượng quốc gia"
JUDGES = (
    ("Chủ tịch hội đồng (mẫu)", "chair"), ("Phó Chủ tịch hội đồng (mẫu)", "deputy"),
    ("Ủy viên thứ nhất (mẫu)", "member"), ("Ủy viên thứ hai (mẫu)", "member"), ("Thư ký hội đồng (mẫu)", "secretary"),
)  # fmt: skip
SHARES = (Decimal("0.78"), Decimal("0.72"), Decimal("0.64"), Decimal("0.52"))
"""What the judges gave each unit of 2021, of the most points."""
FORM = "Bằng khen của Chủ tịch UBND tỉnh"


def hold_awards(office: Office) -> None:
    """Both rounds with their decisions."""
    scribe = office.scribe
    scribe.do(add_shipped_rules((), ()))
    earlier = _round(office, YEAR - 1, f"{YEAR - 1}-07-20")
    won = [_nominated(office, earlier, unit, "large_industry", YEAR - 1) for unit in (0, 1)]
    _decide(office, earlier, dict(zip(won, (GOLD, NATIONAL), strict=True)), "310/QĐ-TTg (mẫu)", f"{YEAR}-04-28")
    later = _round(office, YEAR, f"{YEAR}-07-20")
    stood = [_nominated(office, later, unit, "small_industry", YEAR) for unit in (1, 2, 27, 28)]
    judges = [_judge(scribe, later, name, role) for name, role in JUDGES]
    scribe.do(
        rounds.set_tie(later, stood[2], judges[3], "Từng tư vấn ISO 9001 cho đơn vị năm 2019", scribe.all(JudgeTie))
    )
    for nomination, share in zip(stood, SHARES, strict=True):
        _score(office, later, nomination, judges[:4], share)
    for lost in stood[2:]:
        scribe.do(rounds.set_value(later, scribe.again(lost), "state", REFUSED))
    _decide(office, later, dict.fromkeys(stood[:2], NATIONAL), "880/QĐ-TTg (mẫu)", f"{YEAR}-12-20")
    scribe.chapter("giải thưởng chất lượng")


def give_praise(office: Office) -> None:
    """Three collectives and two persons are proposed; all but one person are decided."""
    scribe = office.scribe
    found = []
    for unit in office.units[:3]:
        each = scribe.add(praise.open_praise(COLLECTIVE, unit.name, FORM, YEAR), Commendation)
        scribe.do(praise.name_unit(each, unit))
        found.append(each)
    for person in [each for each in scribe.all(Person) if each.enterprise_id][:2]:
        each = scribe.add(praise.open_praise(INDIVIDUAL, person.name, FORM, YEAR), Commendation)
        scribe.do(praise.name_person(each, person))
        found.append(each)
    for each in found:
        for name, value in (("plan_id", office.plan_id), ("reason", f"Thành tích nâng cao năng suất. {INVENTED}")):
            scribe.do(praise.set_praise(scribe.again(each), name, value))
    scribe.do(praise.propose([scribe.again(each) for each in found], "66/TTr-SKHCN (mẫu)", f"{YEAR}-11-15"))
    money = _money(scribe)
    scribe.do(
        praise.decide(
            [scribe.again(each) for each in found[:4]], "2900/QĐ-UBND (mẫu)", f"{YEAR}-12-10",
            {"": money, office.plan_id: money},
        )
    )  # fmt: skip
    scribe.chapter("khen thưởng")


def _round(office: Office, year: int, council_on: str) -> AwardRound:
    scribe = office.scribe
    step = rounds.open_round(
        f"Giải thưởng Chất lượng quốc gia năm {year} (năm mẫu)", year, scribe.all(AwardRegime), office.plan_id
    )
    held = scribe.add(step, AwardRound)
    values: Mapping[str, Value] = {
        "line_id": office.lines["III.7.-2"].id, "register_until": f"{year}-03-31", "file_until": f"{year}-06-15",
        "council_on": council_on, "council_place": "Phòng họp mẫu", "council_document": "112/QĐ-TĐC (mẫu)",
        "conclusion": "Hội đồng thống nhất trình Hội đồng quốc gia (lời bịa cho năm mẫu).", "note": INVENTED,
    }  # fmt: skip
    for name, value in values.items():
        scribe.do(rounds.set_value(scribe.again(held), scribe.again(held), name, value))
    return scribe.again(held)


def _nominated(office: Office, held: AwardRound, unit: int, group: str, year: int) -> Nomination:
    scribe = office.scribe
    known = [each for each in scribe.all(Nomination) if each.round_id == held.id]
    nomination = scribe.add(rounds.add_nomination(held, known, office.units[unit].id), Nomination)
    values: Mapping[str, Value] = {
        "group": group, "workers": 320 if group.startswith("large") else 140, "filed_on": f"{year}-06-10",
        "visited_on": f"{year}-07-05", "screened_on": f"{year}-07-20", "consulted_on": f"{year}-08-20",
        "consulted_document": "2345/UBND-KGVX (mẫu)", "sent_on": f"{year}-09-01",
    }  # fmt: skip
    for name, value in values.items():
        scribe.do(rounds.set_value(held, scribe.again(nomination), name, value))
    return scribe.again(nomination)


def _judge(scribe: Scribe, held: AwardRound, name: str, role: str) -> Judge:
    known = [each for each in scribe.all(Judge) if each.round_id == held.id]
    return scribe.add(rounds.add_judge(held, known, name=name, role=role, title="Hội đồng sơ tuyển mẫu"), Judge)


def _score(office: Office, held: AwardRound, nomination: Nomination, judges: list[Judge], share: Decimal) -> None:
    """The unit gives itself nine tenths of everything; each judge the share, the deputy half a point more at each."""
    scribe = office.scribe
    given: dict[points.PointCell, Decimal | None] = {}
    for leaf in CriterionTree(scribe.all(AwardCriterion), held.regime_id or "").leaves():
        most = leaf.most_points or Decimal(0)
        given[points.PointCell(leaf, None)] = most * 9 / 10
        for number, judge in enumerate(judges):
            given[points.PointCell(leaf, judge)] = (most * share).quantize(Decimal("0.1")) + (
                Decimal("0.5") if number == 1 else 0
            )
    scribe.do(points.set_points(held, nomination, given, scribe.all(AwardScore)))


def _decide(office: Office, held: AwardRound, given: Mapping[Nomination, str], number: str, day: str) -> None:
    scribe = office.scribe
    fresh = {scribe.again(nomination): prize for nomination, prize in given.items()}
    decision = Decision(number, day, YEAR, SOURCE)
    scribe.do(give_prizes(held, fresh, scribe.all(Prize), decision, _money(scribe)))
    for prize in scribe.all(Prize):
        if prize.prize == GOLD:
            scribe.do(rounds.set_value(held, prize, "line_id", office.lines["III.7.-1"].id))


def _money(scribe: Scribe) -> PrizeRules:
    return PrizeRules(scribe.all(PrizeNorm), scribe.all(SalaryBase), "Tây Ninh")
