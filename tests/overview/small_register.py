"""An invented register in which every kind of record that rules count occurs, with the traps that plans lay.

Plan "kh" (2021-2025) is amended as "kh2"; "cu" is the plan of 2016-2020. All keys are readable, so that expected
counts can be written down by hand.
"""

from decimal import Decimal

from nscl_desktop.domain.awards import AwardRegime, AwardRound, Commendation, Nomination, Prize
from nscl_desktop.domain.counting_rules import PublishedFigure
from nscl_desktop.domain.enterprises import Certificate, Enterprise
from nscl_desktop.domain.inspections import Checklist, InspectionPlan, Visit
from nscl_desktop.domain.records import Record
from nscl_desktop.domain.supports import Dossier, DossierItem, DossierMoney, StageStep, SupportKind
from nscl_desktop.domain.training import Club, Course, Enrolment, Person, PersonRole
from nscl_desktop.domain.work import WorkItem, WorkUnit

D = Decimal

KINDS = [
    SupportKind(id="5s", code="5S", name="5S", group="tool", unit="công cụ"),
    SupportKind(id="iso", code="TCVN ISO 9001", name="TCVN ISO 9001", group="system", unit="hệ thống"),
    SupportKind(id="qc", code="Hợp quy", name="Hợp quy", group="conformity", unit="sản phẩm"),
]
UNITS = [
    Enterprise(id="a", name="Công ty A", kind="llc_one"),
    Enterprise(id="b", name="Công ty B", kind="joint_stock"),
    Enterprise(id="h", name="Hợp tác xã H", kind="cooperative"),
    Enterprise(id="t", name="Trường T", kind="school", is_state_owned=True),
    Enterprise(id="y1", name="Trạm y tế Y1", kind="clinic", is_state_owned=True),
    Enterprise(id="y2", name="Phòng khám tư Y2", kind="clinic"),
    Enterprise(id="y3", name="Bệnh viện Y3", kind="clinic", is_state_owned=True),
    Enterprise(id="y4", name="Trạm y tế Y4, đã giải thể", kind="clinic", is_state_owned=True, state="closed"),
]
DOSSIERS = [
    # A twice: two dossiers, one unit; the second took its money out of the line "dong"
    Dossier(id="d1", enterprise_id="a", code="D1", title="5S", plan_id="kh", year=2021),
    Dossier(id="d2", enterprise_id="a", code="D2", title="ISO", plan_id="kh2", year=2022),
    Dossier(id="d3", enterprise_id="b", code="D3", title="ISO", plan_id="kh", year=2022),
    # carried over from the plan before into this one; the support counts once, here
    Dossier(id="d4", enterprise_id="h", code="D4", title="Hợp quy", plan_id="cu", year=2020),
    Dossier(id="d5", enterprise_id="h", code="D5", title="Hợp quy", plan_id="kh", year=2021, carried_from="d4"),
    # carried on within the plan: d6 goes on as d7
    Dossier(id="d6", enterprise_id="t", code="D6", title="5S", plan_id="kh", year=2023),
    Dossier(id="d7", enterprise_id="t", code="D7", title="5S", plan_id="kh2", year=2024, carried_from="d6"),
    # ended: its place is free; its replacement has only begun
    Dossier(id="d8", enterprise_id="y1", code="D8", title="5S", plan_id="kh", year=2022, state="ended"),
    Dossier(id="d9", enterprise_id="y2", code="D9", title="5S", plan_id="kh", year=2023, replaces="d8"),
    # no unit is known yet
    Dossier(id="d0", code="D0", title="5S", plan_id="kh", year=2024),
    Dossier(id="dc", enterprise_id="y1", code="DC", title="5S", plan_id="kh", year=2025, carried_text="2016-2020"),
]
STEPS = [
    StageStep(id="s1", dossier_id="d1", stage="contracted", done_on="2021-03-01"),
    StageStep(id="s2", dossier_id="d1", stage="accepted", done_on="2022-01-15"),
    StageStep(id="s3", dossier_id="d1", stage="settled", done_on="2022-02-20"),
    StageStep(id="s4", dossier_id="d2", stage="liquidated", done_on="2022-12-31"),  # without an acceptance of its own
    StageStep(id="s5", dossier_id="d3", stage="contracted", done_on="2022-05-05"),
    StageStep(id="s6", dossier_id="d3", stage="accepted", due_on="2022-12-01"),  # due, not done
    StageStep(id="s7", dossier_id="d5", stage="accepted", done_on="2021-11"),
    StageStep(id="s8", dossier_id="d6", stage="accepted", done_on="2023-06-01"),
    StageStep(id="s9", dossier_id="d7", stage="accepted", done_on="2024-06-01"),
    StageStep(id="sa", dossier_id="d8", stage="accepted", done_on="2022-06-01"),
    StageStep(id="sb", dossier_id="d9", stage="registered", done_on="2023-06-01"),
    StageStep(id="sc", dossier_id="d0", stage="accepted", done_on="2024-06-01"),
    StageStep(id="sd", dossier_id="dc", stage="accepted", done_on="2025-06-01"),
]
ITEMS = [
    DossierItem(id="i1", dossier_id="d1", kind_id="5s", quantity=D(2), unit="Công cụ"),
    DossierItem(id="i2", dossier_id="d1", kind_id="iso", quantity=D(1)),  # a model: two tools and a system
    DossierItem(id="i3", dossier_id="d2", kind_id="iso", unit="HT"),  # no quantity stated: one
    DossierItem(id="i4", dossier_id="d3", kind_id="iso", quantity=D(1)),
    DossierItem(id="i5", dossier_id="d5", kind_id="qc", quantity=D(3)),
    DossierItem(id="i6", dossier_id="d7", kind_id="5s", quantity=D("1.5")),
    DossierItem(id="i7", dossier_id="d8", kind_id="5s", quantity=D(9)),
    DossierItem(id="i8", dossier_id="dc", kind_id="5s", quantity=D(1)),
    DossierItem(id="i9", dossier_id="d4", kind_id="qc", quantity=D(3)),
]
MONEY = [
    DossierMoney(id="m1", dossier_id="d2", line_id="dong", year=2022, source="NSNN", amount=1),
    DossierMoney(id="m2", dossier_id="d3", line_id="khac", year=2022, source="NSNN", amount=1),
]
CERTIFICATES = [
    Certificate(id="c1", enterprise_id="a", standard="TCVN ISO 9001", issued_on="2022-07-01", dossier_id="d2"),
    Certificate(id="c2", enterprise_id="a", standard="HACCP", issued_on="2023-07-01", dossier_id="d2"),
    Certificate(id="c3", enterprise_id="b", standard="TCVN ISO 9001", issued_on="2023-01-01"),  # by nobody's support
    Certificate(id="c4", enterprise_id="h", standard="Hợp quy", issued_on="2021-12-01", dossier_id="d5"),
]
COURSES = [
    Course(id="l1", title="Lớp 5S", plan_id="kh", year=2022, date_to="2023-01-06", state="finished", line_id="dong"),
    Course(id="l2", title="Lớp KPI", plan_id="kh", year=2023, state="finished", kind="sent"),
    Course(id="l3", title="Lớp hủy", plan_id="kh", year=2023, state="called_off"),
    Course(id="l4", title="Lớp dự kiến", plan_id="kh", year=2024, state="planned"),
]
PEOPLE = [
    Person(id="p1", name="Nguyễn Văn An", enterprise_id="a"), Person(id="p2", name="Trần Thị Bình", enterprise_id="b"),
    Person(id="p3", name="Lê Chi", unit="Sở Công Thương"),
]  # fmt: skip
ENROLMENTS = [
    Enrolment(id="e1", course_id="l1", person_id="p1", enterprise_id="a", state="attended"),
    Enrolment(id="e2", course_id="l1", person_id="p2", enterprise_id="b", state="passed", certificate="01/CN"),
    Enrolment(id="e3", course_id="l2", person_id="p1", enterprise_id="a", state="passed"),
    Enrolment(id="e4", course_id="l1", person_id="p3", state="absent"),
    Enrolment(id="e5", course_id="l1", state="attended"),  # nobody knows who it was
    Enrolment(id="e6", course_id="l3", person_id="p3", state="attended"),
    Enrolment(id="e7", course_id="l2", person_id="p3", state="registered"),
]
ROLES = [
    PersonRole(id="r1", person_id="p1", plan_id="kh", certificate="CG-01", certified_on="2022-05-01"),
    PersonRole(id="r2", person_id="p1", plan_id="kh", certificate="CG-09", certified_on="2024-05-01"),  # renewed
    PersonRole(id="r3", person_id="p2", plan_id="kh", since="2023-01-01"),  # still learning
    PersonRole(id="r4", person_id="p3", role="lecturer", plan_id="kh", certified_on="2022-01-01"),
]
CLUBS = [Club(id="k1", name="Câu lạc bộ 1", founded_on="2024-03-01", plan_id="kh"), Club(id="k2", name="Khác")]
AWARDS: list[Record] = [
    AwardRegime(id="q", name="Quy chế"),
    AwardRound(id="g1", name="Giải 2020", year=2020, regime_id="q", plan_id="kh", line_id="dong"),
    AwardRound(id="g2", name="Giải 2022", year=2022, regime_id="q", plan_id="kh"),
    Nomination(id="n1", round_id="g1", enterprise_id="a", state="decided", filed_on="2020-06-01"),
    Nomination(id="n2", round_id="g2", enterprise_id="a", state="decided", filed_on="2022-06-01"),
    Nomination(id="n3", round_id="g2", enterprise_id="b", state="refused", filed_on="2022-06-01"),
    Nomination(id="n4", round_id="g2", enterprise_id="h", state="withdrawn", filed_on="2022-06-01"),
    Nomination(id="n5", round_id="g2", enterprise_id="t", state="screened"),
    # the prize of 2020 was decided in 2022 and paid in 2023; A won two prizes and is one winner
    Prize(id="z1", nomination_id="n1", prize="Giải vàng", decided_on="2022-02-01", year=2023),
    Prize(id="z2", nomination_id="n2", prize="Giải thưởng", decided_on="2023-05-01", year=2023, line_id="khac"),
    Commendation(id="t1", name="Tập thể A", enterprise_id="a", plan_id="kh", decided_on="2025-01-01", year=2024),
    Commendation(id="t2", subject="individual", name="An", person_id="p1", plan_id="kh", decision="12/QĐ", year=2025),
    Commendation(id="t3", name="Tập thể B", enterprise_id="b", plan_id="kh", proposed_on="2025-01-01", year=2025),
]
WORK: list[Record] = [
    WorkItem(id="w1", title="Hội nghị phổ biến", kind="conference", plan_id="kh", year=2022, state="done",
             done_on="2023-01-10", quantity=D(1), unit="hội nghị"),
    WorkItem(id="w2", title="Hội nghị sơ kết", kind="conference", plan_id="kh", year=2023, state="done",
             quantity=D(2), unit="hội nghị", line_id="dong"),
    WorkItem(id="w3", title="Đăng báo", kind="communication", plan_id="kh", year=2023, state="doing", unit="lần"),
    WorkItem(id="w4", title="Chọn trường", kind="choice", plan_id="kh", year=2023, state="done"),
    WorkUnit(id="v1", work_id="w4", enterprise_id="t", state="chosen"),
    WorkUnit(id="v2", work_id="w4", enterprise_id="t", state="chosen", year=2024),  # the same school again
    WorkUnit(id="v3", work_id="w4", name="Trường chưa có trong danh sách", state="chosen"),
    WorkUnit(id="v4", work_id="w4", enterprise_id="y1", state="proposed"),
]  # fmt: skip
VISITS: list[Record] = [
    Checklist(id="b1", name="Khảo sát", purpose="survey"), Checklist(id="b2", name="Kiểm tra"),
    InspectionPlan(id="x", name="Khảo sát 2021", purpose="survey", plan_id="kh"),
    Visit(id="u1", inspection_plan_id="x", enterprise_id="a", checklist_id="b1", state="finished", date="2021-05-01"),
    Visit(id="u2", inspection_plan_id="x", enterprise_id="a", checklist_id="b1", state="signed", date="2021-05-02"),
    Visit(id="u3", inspection_plan_id="x", enterprise_id="b", checklist_id="b1", state="draft", date="2021-05-02"),
    Visit(id="u4", dossier_id="d3", enterprise_id="b", checklist_id="b2", state="finished", date="2022-09-01"),
    Visit(id="u5", dossier_id="d3", enterprise_id="b", checklist_id="b2", state="signed", date="2022-09-01",
          version=2, corrects="u4"),
    Visit(id="u6", enterprise_id="h", checklist_id="b2", state="signed", date="2022-09-01"),
]  # fmt: skip
FIGURES = [
    PublishedFigure(id="f1", indicator="Năng suất lao động", year=2021, value=D(100), unit="triệu đồng/người"),
    PublishedFigure(id="f2", indicator="Năng suất lao động", year=2023, value=D(121), unit="triệu đồng/người"),
    PublishedFigure(id="f3", indicator="Tăng năng suất", year=2022, value=D(10), unit="%"),
    PublishedFigure(id="f4", indicator="Tăng năng suất", year=2023, value=D(13), unit="%", is_estimate=True),
    PublishedFigure(id="f5", indicator="tăng  năng suất", year=2023, value=D(21), unit="%"),
    PublishedFigure(id="f6", indicator="Cơ sở khám chữa bệnh công lập", year=2024, value=D(8), unit="cơ sở"),
]
RECORDS: list[Record] = [
    *KINDS, *UNITS, *DOSSIERS, *STEPS, *ITEMS, *MONEY, *CERTIFICATES, *COURSES, *PEOPLE, *ENROLMENTS, *ROLES, *CLUBS,
    *AWARDS, *WORK, *VISITS, *FIGURES,
]  # fmt: skip
