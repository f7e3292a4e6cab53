"""Tây Ninh's year 2021 as it might have gone: dossiers, a course, prizes and money, invented, with traps for a report.

What the plan itself says (targets, lines, 1.687.290.000 đồng of which 300 million are led by others) is the source's.
"""

from decimal import Decimal

from nscl_desktop.domain.awards import AwardRegime, AwardRound, Nomination, Prize
from nscl_desktop.domain.budget_lines import Line
from nscl_desktop.domain.contracts import Contract, Payment
from nscl_desktop.domain.counting_rules import CountingRule
from nscl_desktop.domain.directory import Agency
from nscl_desktop.domain.enterprises import Enterprise
from nscl_desktop.domain.ledger import BudgetYear, LedgerEntry
from nscl_desktop.domain.plans import Plan
from nscl_desktop.domain.records import Record
from nscl_desktop.domain.supports import Dossier, DossierItem, DossierMoney, StageStep, SupportKind
from nscl_desktop.domain.targets import Target
from nscl_desktop.domain.training import Course, Enrolment, Person
from nscl_desktop.services.counting import shipped_rules
from tests.work.orders import plan_of, records_of

D = Decimal
PLAN: Plan = plan_of("TN-2021")
_LINES = {each.text: each.id for each in records_of("TN-2021") if isinstance(each, Line)}
(SPENDER,) = [
    each.id for each in records_of("TN-2021") if isinstance(each, Agency) and each.name == "Sở Khoa học và Công nghệ"
]
MILLION = 1_000_000


def line(start: str) -> str:
    """The key of the one line whose text begins so."""
    (found,) = [key for text, key in _LINES.items() if text.startswith(start)]
    return found


def rules() -> list[CountingRule]:
    """The shipped rules of the plan's targets."""
    targets = [each for each in records_of("TN-2021") if isinstance(each, Target)]
    found = (shipped_rules().of(target, (target.id,)) for target in targets)
    return [each for each in found if each is not None]


INFORMING, TRAINING = line("Tăng cường công tác thông tin"), line("Đào tạo nguồn nhân lực")
SUPPORT, TFP = line("Hỗ trợ doanh nghiệp áp dụng tiêu chuẩn"), line("Tính toán mức độ đóng góp")
REGISTER: list[Record] = [
    SupportKind(id="5s", code="5S", name="5S", group="tool", unit="công cụ"),
    SupportKind(id="iso", code="TCVN ISO 9001", name="TCVN ISO 9001", group="system", unit="hệ thống"),
    Enterprise(id="a", name="Công ty An Bình", tax_code="3900000001", kind="llc_one"),
    Enterprise(id="b", name="Công ty Ánh Dương", tax_code="3900000002", kind="joint_stock"),
    Dossier(id="d1", enterprise_id="a", code="D1", title="Áp dụng 5S", plan_id=PLAN.id, year=2021),
    Dossier(id="d2", enterprise_id="a", code="D2", title="ISO 9001", plan_id=PLAN.id, year=2021),
    Dossier(id="d3", enterprise_id="b", code="D3", title="Áp dụng 5S", plan_id=PLAN.id, year=2021),
    Dossier(id="dx", enterprise_id="b", code="DX", title="Của kế hoạch khác", plan_id="khac", year=2021),
    DossierItem(id="i1", dossier_id="d1", kind_id="5s", quantity=D(2), unit="công cụ"),
    DossierItem(id="i2", dossier_id="d2", kind_id="iso", quantity=D(1), unit="hệ thống"),
    DossierItem(id="i3", dossier_id="d3", kind_id="5s", quantity=D(1), unit="công cụ"),
    StageStep(id="s1", dossier_id="d1", stage="contracted", done_on="2021-04-10"),
    StageStep(id="s2", dossier_id="d1", stage="accepted", done_on="2021-06-20"),
    StageStep(id="s3", dossier_id="d2", stage="contracted", done_on="2021-05-05"),
    StageStep(id="s4", dossier_id="d2", stage="accepted", done_on="2021-10-30"),  # after the half year
    StageStep(id="s5", dossier_id="d3", stage="accepted", done_on="2021-06-30"),  # on its last day
    StageStep(id="sx", dossier_id="dx", stage="accepted", done_on="2021-06-01"),
    Contract(id="c1", dossier_id="d1", number="01/HĐ", date="2021-04-10", value=60 * MILLION),
    Contract(id="c2", dossier_id="d2", number="02/HĐ", date="2021-05-05", value=100 * MILLION),
    Contract(id="c3", dossier_id="d3", number="03/HĐ", date="2021-07-01", value=30 * MILLION),  # after the half year
    DossierMoney(id="m1", dossier_id="d1", line_id=SUPPORT, year=2021, source="NSNN", amount=60 * MILLION),
    DossierMoney(id="m2", dossier_id="d2", line_id=SUPPORT, year=2021, source="NSNN", amount=100 * MILLION),
    DossierMoney(id="m3", dossier_id="d3", line_id=SUPPORT, year=2021, source="NSNN", amount=30 * MILLION),
    Payment(id="p1", dossier_id="d1", move="advance", line_id=SUPPORT, year=2021, source="NSNN", amount=18 * MILLION,
            date="2021-04-20"),
    Payment(id="p2", dossier_id="d1", line_id=SUPPORT, year=2021, source="NSNN", amount=42 * MILLION,
            date="2021-07-15"),  # after the half year
    Course(id="l1", title="Lớp 5S", plan_id=PLAN.id, year=2021, date_from="2021-05-10", date_to="2021-05-12",
           state="finished", location="Tây Ninh"),
    Course(id="l2", title="Lớp không mở", plan_id=PLAN.id, year=2021, date_from="2021-05-20", state="called_off"),
    Person(id="n1", name="Nguyễn Văn An"),
    Enrolment(id="e1", course_id="l1", person_id="n1", state="passed"),
    Enrolment(id="e2", course_id="l1", state="attended"),
    Enrolment(id="e3", course_id="l1", state="absent"),
    AwardRegime(id="q", name="Quy chế"),
    AwardRound(id="g", name="Giải 2020", year=2020, regime_id="q", plan_id=PLAN.id),
    Nomination(id="v", round_id="g", enterprise_id="b", state="decided"),
    Prize(id="z", nomination_id="v", prize="Giải Vàng", decision="99/QĐ-TTg", decided_on="2021-03-01",
          amount=15 * MILLION),
]  # fmt: skip
LEDGER: list[Record] = [
    BudgetYear(id="y", plan_id=PLAN.id, year=2021, agency_id=SPENDER),
    LedgerEntry(id="k1", year_id="y", line_id=INFORMING, source="NSNN", kind="allotted", amount=40_600_000,
                date="2021-01-15"),
    LedgerEntry(id="k2", year_id="y", line_id=TRAINING, source="NSNN", kind="allotted", amount=116_690_000,
                date="2021-01-15"),
    LedgerEntry(id="k3", year_id="y", line_id=SUPPORT, source="NSNN", kind="allotted", amount=1_230 * MILLION,
                date="2021-01-15"),
    LedgerEntry(id="k4", year_id="y", line_id=SUPPORT, source="NSNN", kind="cut", amount=230 * MILLION,
                date="2021-08-01"),  # after the half year
    LedgerEntry(id="k5", year_id="y", line_id=INFORMING, source="NSNN", kind="paid", amount=5 * MILLION,
                date="2021-03-03"),
    LedgerEntry(id="k6", year_id="y", line_id=TRAINING, source="NSNN", kind="committed", amount=90 * MILLION,
                date="2021-05-01"),
    LedgerEntry(id="k7", year_id="y", line_id=TRAINING, source="NSNN", kind="paid", amount=90 * MILLION,
                commitment_id="k6", date="2022-01-20"),  # in January, of the old niên độ
    LedgerEntry(id="k8", year_id="y", line_id=TFP, source="NSNN", kind="paid", amount=300 * MILLION,
                date="2021-06-15"),  # led by another agency
]  # fmt: skip
RECORDS: list[Record] = [*records_of("TN-2021"), *rules(), *REGISTER, *LEDGER]
