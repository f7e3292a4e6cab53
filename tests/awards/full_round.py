"""A round of awards as it may look after its decision: four units, five judges, one of them near a unit, prizes."""

from decimal import Decimal

from nscl_desktop.domain.awards import (
    COLLECTIVE,
    INDIVIDUAL,
    AwardCriterion,
    AwardRegime,
    AwardRound,
    AwardScore,
    Commendation,
    Judge,
    JudgeTie,
    Nomination,
    Prize,
    PrizeKind,
)
from nscl_desktop.domain.directory import SalaryBase
from nscl_desktop.domain.records import Record, derived_id
from nscl_desktop.domain.supports import Dossier
from nscl_desktop.exchange.shipped_directory import shipped_salary_bases
from nscl_desktop.services.award_catalogue import shipped_award_rules
from tests.enterprises.registers import unit

ROUND, PLAN = "vong-2021", "BD-2021-2030"
AWARDS = "Hỗ trợ doanh nghiệp được trao tặng giải thưởng chất lượng"
"""How the line of that plan begins which pays for prizes."""
GOLD, NATIONAL = "Giải Vàng Chất lượng quốc gia", "Giải thưởng Chất lượng quốc gia"
GPEA = "Giải thưởng Chất lượng Quốc tế Châu Á – Thái Bình Dương"
NAMES = (
    "Công ty TNHH An Phát", "Công ty cổ phần Cơ khí chính xác và Khuôn mẫu Bình Minh – Chi nhánh Bình Dương",
    "Hợp tác xã Nông sản sạch Cửu Long", "Công ty TNHH Dịch vụ Đại Nam",
)  # fmt: skip
JUDGES = (
    ("Nguyễn Văn An", "Giám đốc Sở Khoa học và Công nghệ", "chair"),
    ("Trần Thị Hà", "Chi cục trưởng Chi cục Tiêu chuẩn Đo lường Chất lượng", "deputy"),
    ("Lê Quốc Cường", "Trung tâm Tư vấn Năng suất Việt", "member"),
    ("Phạm Minh Đức", "Liên minh Hợp tác xã tỉnh", "member"),
    ("Vũ Thị Em", "Chuyên viên", "secretary"),
)
SHARES = ("0.86", "0.78", "0.66", "0.55")
"""What the judges gave each unit, of the most points."""


def regime() -> AwardRegime:
    """The old regime of the shipped rules."""
    found = (each for each in shipped_award_rules() if isinstance(each, AwardRegime))
    return next(each for each in found if each.code == "GTCLQG-2008")


def leaves() -> list[AwardCriterion]:
    """Its criteria that take points."""
    own = [each for each in shipped_award_rules() if isinstance(each, AwardCriterion) and each.regime_id == regime().id]
    above = {each.place.parent for each in own}
    return [each for each in own if each.id not in above]


def bases() -> tuple[SalaryBase, ...]:
    """Lương cơ sở as it is shipped."""
    return shipped_salary_bases()


def full_round(plan_id: str | None = None, line_id: str | None = None) -> list[Record]:
    """The round with all that belongs to it, its units and their dossiers; rules and bases come besides."""
    groups = ("large_industry", "small_industry", "small_industry", "small_service")
    found: list[Record] = [unit(f"aw{at}", name) for at, name in enumerate(NAMES)]
    found += [
        unit("aw-tv", "Trung tâm Tư vấn Năng suất Việt", kind="consultant"),
        Dossier(id="aw-d", enterprise_id="aw0", code="HS-2019-07", title="ISO 9001", year=2019, consultant_id="aw-tv"),
        AwardRound(
            id=ROUND, name="Giải thưởng Chất lượng quốc gia năm 2021", year=2021, regime_id=regime().id,
            plan_id=plan_id, line_id=line_id, register_until="2021-03-30", file_until="2021-06-15",
            council_on="2021-07-20",
            council_place="Hội trường Sở Khoa học và Công nghệ",
            council_document="Quyết định số 112/QĐ-TĐC ngày 25/6/2021 của Tổng cục Tiêu chuẩn Đo lường Chất lượng",
            conclusion="Hội đồng thống nhất đề nghị ba đơn vị trình Hội đồng quốc gia.",
        ),
    ]  # fmt: skip
    for at, (name, title, role) in enumerate(JUDGES):
        found.append(Judge(id=f"aw-j{at}", round_id=ROUND, position=f"a{at}", name=name, title=title, role=role))
    for at, group in enumerate(groups):
        state = "decided" if at < 3 else "refused"
        found.append(
            Nomination(
                id=f"aw-n{at}", round_id=ROUND, position=f"a{at}", enterprise_id=f"aw{at}", group=group, state=state,
                workers=450 if at == 0 else 120, filed_on="2021-06-10", visited_on="2021-07-05",
                screened_on="2021-07-20", sent_on="2021-09-01" if at < 3 else "",
                consulted_on="2021-08-20" if at < 3 else "", consulted_document="3456/UBND-KT" if at < 3 else "",
            )
        )  # fmt: skip
    found.append(
        JudgeTie(id="aw-t", nomination_id="aw-n2", judge_id="aw-j3", text="Người thân giữ chức giám đốc hợp tác xã")
    )
    return [*found, *points(), *prizes(), *praise()]


def points() -> list[AwardScore]:
    """Own points are nine tenths of the most; the judges' are whole shares, one half point more by the deputy."""
    found = []
    for at, share in enumerate(SHARES):
        for leaf in leaves():
            most = leaf.most_points or Decimal(0)
            given = {
                None: most * 9 / 10,
                "aw-j0": most * Decimal(share),
                "aw-j1": most * Decimal(share) + Decimal("0.5"),
            }
            given |= {"aw-j2": most, "aw-j3": most * Decimal(share)}
            for judge, value in given.items():
                key = derived_id(AwardScore.entity, f"aw-n{at}", leaf.id, judge or "")
                found.append(
                    AwardScore(
                        id=key, nomination_id=f"aw-n{at}", criterion_id=leaf.id, judge_id=judge,
                        points=value.quantize(Decimal("0.1")),
                    )
                )  # fmt: skip
    return found


def prizes() -> list[Prize]:
    """Bình Dương's 1 + 1 + 3 for four units would be one more; here three units win four prizes."""
    won = (("aw-n0", GPEA), ("aw-n0", GOLD), ("aw-n1", NATIONAL), ("aw-n2", NATIONAL))
    worth = {GPEA: 31_290_000, GOLD: 20_860_000, NATIONAL: 10_430_000}
    return [
        Prize(
            id=f"aw-p{at}", nomination_id=key, position=f"a{at}", prize=prize, decision="543/QĐ-TTg",
            decided_on="2022-05-10", amount=worth[prize], year=2022, source="NSNN",
        )
        for at, (key, prize) in enumerate(won)
    ]  # fmt: skip


def praise() -> list[Commendation]:
    """Two collectives and two persons, half of them decided."""
    form = "Bằng khen của Chủ tịch UBND tỉnh"
    rows = (
        (COLLECTIVE, NAMES[0], "12/TTr-SKHCN", "850/QĐ-UBND"), (COLLECTIVE, NAMES[2], "12/TTr-SKHCN", ""),
        (INDIVIDUAL, "Nguyễn Thị Lan", "12/TTr-SKHCN", ""), (INDIVIDUAL, "Đỗ Văn Bình", "", ""),
    )  # fmt: skip
    return [
        Commendation(
            id=f"aw-k{at}", subject=subject, name=name, form=form, year=2025, proposal=proposal,
            proposed_on="2025-11-05" if proposal else "", decision=decision,
            decided_on="2025-12-01" if decision else "",
            amount=7_020_000 if decision else None,
            reason="Có thành tích tiêu biểu trong hoạt động nâng cao năng suất, chất lượng giai đoạn 2021-2025",
        )
        for at, (subject, name, proposal, decision) in enumerate(rows)
    ]  # fmt: skip


def rules() -> list[Record]:
    """Everything that is shipped, with lương cơ sở."""
    return [*shipped_award_rules(), *bases()]


def kind_named(name: str) -> PrizeKind:
    """A prize of the old regime."""
    found = (each for each in shipped_award_rules() if isinstance(each, PrizeKind) and each.regime_id == regime().id)
    return next(each for each in found if each.name == name)
