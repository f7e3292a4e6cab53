"""A unit with everything: names, certificates, two dossiers with money of two sources, visits, papers, photos."""

from decimal import Decimal

from nscl_desktop.domain.attached_files import PHOTO, SCAN, DossierFile, EnterpriseFile, VisitFile
from nscl_desktop.domain.contracts import ADVANCE, OWN_SHARE, PAYMENT, Contract, Payment
from nscl_desktop.domain.enterprises import Certificate, Contact, Enterprise, FormerName, YearFigures
from nscl_desktop.domain.inspections import Checklist, InspectionPlan, Recommendation, Visit
from nscl_desktop.domain.plans import Plan, Source
from nscl_desktop.domain.records import Record
from nscl_desktop.domain.supports import (
    Dossier,
    DossierItem,
    DossierMoney,
    DossierPaper,
    FollowUp,
    Indicator,
    ReportRequest,
    StageStep,
)

TODAY = "2026-03-15"
UNIT = Enterprise(
    id="u",
    name="Công ty TNHH Một thành viên Sản xuất, Thương mại và Xuất nhập khẩu Nông sản sạch Tân Châu – Tây Ninh",
    kind="llc_one",
    tax_code="3900123456",
    representative="Nguyễn Thị Thanh Hương",
    representative_title="Giám đốc",
    phone="0276 3 812 345",
    email="tanchau@example.vn",
    address="Lô B12, Khu công nghiệp Trảng Bàng, đường số 7",
    commune="Phường Trảng Bàng",
    province="Tỉnh Tây Ninh",
    sector_code="1030",
    sector_name="Chế biến rau quả",
    products=("Hạt điều rang muối", "Xoài sấy dẻo"),
    is_small_medium=True,
    is_ocop=True,
    founded_on="2014-06-02",
    note="Đã tham gia chương trình từ năm 2019.",
)


def own_records() -> list[Record]:
    """The unit and what belongs to it."""
    return [
        UNIT,
        FormerName(
            id="n1", enterprise_id="u", name="Cơ sở Nông sản Tân Châu", until="2019-05-20", instrument="GCN 55/2019"
        ),
        YearFigures(
            id="y24", enterprise_id="u", year=2024, labour=Decimal(62), revenue=48_000_000_000, capital=21_500_000_000
        ),
        YearFigures(
            id="y25", enterprise_id="u", year=2025, labour=Decimal(81), revenue=63_200_000_000, capital=24_000_000_000
        ),
        Contact(
            id="c1",
            enterprise_id="u",
            position="a0",
            name="Trần Văn Lực",
            title="Trưởng phòng Kỹ thuật",
            phone="0901 234 567",
        ),
        Certificate(
            id="z1",
            enterprise_id="u",
            standard="TCVN ISO 22000",
            edition="2018",
            number="VN-22000-118",
            body="QUACERT",
            issued_on="2023-04-10",
            expires_on="2026-04-09",
        ),
        EnterpriseFile(
            id="f1",
            enterprise_id="u",
            position="a0",
            name="gcn-dkkd.pdf",
            kind="pdf",
            caption="Giấy chứng nhận đăng ký doanh nghiệp",
            taken_on="2019-05-20",
            sha256="1" * 64,
            size=812_000,
        ),
        EnterpriseFile(
            id="f2", enterprise_id="u", position="a1", name="IMG_0021.jpg", kind=PHOTO, sha256="2" * 64, size=402_000
        ),
    ]


def dossier_records() -> list[Record]:
    """Two dossiers under one plan: ISO 22000, done and followed; 5S and Kaizen, running with a report that is late."""
    return [*_plan(), *_done_dossier(), *_done_money(), *_running_dossier()]


def _plan() -> list[Record]:
    """The plan with its sources, and the consultant."""
    return [
        Plan(id="p", code="TN-2025", title="Kế hoạch 2025"),
        Source(id="s1", plan_id="p", position="a0", code="NSNN", name="Ngân sách nhà nước"),
        Source(id="s2", plan_id="p", position="a1", code="DN", name="Doanh nghiệp đối ứng"),
        Enterprise(id="tv", name="Trung tâm Năng suất miền Nam", kind="consultant"),
    ]


def _done_dossier() -> list[Record]:
    """ISO 22000: done, accepted, followed."""
    return [
        Dossier(
            id="d1",
            enterprise_id="u",
            code="HS-2022-07",
            title="Áp dụng TCVN ISO 22000:2018",
            plan_id="p",
            year=2022,
            state="done",
            consultant_id="tv",
            committed_on="2022-02-01",
        ),
        DossierItem(
            id="i1",
            dossier_id="d1",
            position="a0",
            name="TCVN ISO 22000:2018",
            quantity=Decimal(1),
            unit="hệ thống",
            finished_on="2023-04-10",
        ),
        StageStep(id="st1", dossier_id="d1", stage="registered", done_on="2022-01-15", document="Phiếu đăng ký số 07"),
        StageStep(id="st2", dossier_id="d1", stage="accepted", done_on="2023-05-05"),
        DossierPaper(id="pa1", dossier_id="d1", name="Phiếu đăng ký", number="07", received_on="2022-01-15"),
        Indicator(
            id="x1",
            dossier_id="d1",
            position="a0",
            name="Tỷ lệ lỗi",
            unit="%",
            before=Decimal("4.2"),
            before_on="2022-03-01",
            after=Decimal("1.9"),
            after_on="2023-04-20",
            less_is_better=True,
        ),
        FollowUp(id="l1", dossier_id="d1", months=6, due_on="2023-11-05", done_on="2023-11-20", still_running="yes"),
        FollowUp(id="l2", dossier_id="d1", months=36, due_on="2026-05-05"),
    ]


def _done_money() -> list[Record]:
    """Its money of two sources."""
    return [
        DossierMoney(id="m1", dossier_id="d1", position="a0", year=2022, source="NSNN", amount=90_000_000),
        DossierMoney(id="m2", dossier_id="d1", position="a1", year=2022, source="DN", amount=60_000_000),
        Contract(
            id="k1",
            dossier_id="d1",
            number="12/HĐ-2022",
            date="2022-03-20",
            value=150_000_000,
            party_id="tv",
            accepted_on="2023-05-05",
            liquidated_on="2023-06-01",
        ),
        Payment(
            id="t1",
            dossier_id="d1",
            contract_id="k1",
            move=ADVANCE,
            year=2022,
            source="NSNN",
            amount=45_000_000,
            date="2022-04-01",
        ),
        Payment(
            id="t2",
            dossier_id="d1",
            contract_id="k1",
            move=PAYMENT,
            year=2023,
            source="NSNN",
            amount=45_000_000,
            date="2023-06-10",
        ),
        Payment(id="t3", dossier_id="d1", move=OWN_SHARE, year=2022, source="DN", amount=60_000_000, date="2023-06-12"),
        DossierFile(
            id="f3",
            dossier_id="d1",
            position="a0",
            name="hop-dong-12.pdf",
            kind="pdf",
            about="k1",
            taken_on="2022-03-20",
            sha256="3" * 64,
            size=2_100_000,
        ),
    ]


def _running_dossier() -> list[Record]:
    """5S and Kaizen: running, a report is late."""
    return [
        Dossier(
            id="d2", enterprise_id="u", code="HS-2025-03", title="Áp dụng công cụ 5S và Kaizen", plan_id="p", year=2025
        ),
        DossierItem(id="i2", dossier_id="d2", position="a0", name="5S", quantity=Decimal(1), unit="công cụ"),
        DossierMoney(id="m3", dossier_id="d2", position="a0", year=2025, source="NSNN", amount=35_000_000),
        StageStep(id="st3", dossier_id="d2", stage="registered", done_on="2025-02-10"),
        StageStep(id="st4", dossier_id="d2", stage="running", due_on="2026-06-30"),
        ReportRequest(id="r1", dossier_id="d2", asked_on="2026-01-05", due_on="2026-02-15"),
        Contract(
            id="k2", dossier_id="d2", number="05/HĐ-2025", date="2025-06-01", value=35_000_000, deadline="2026-05-31"
        ),
    ]


def visit_records() -> list[Record]:
    """A signed visit that was corrected, its correction, and a draft without a day."""
    return [
        Checklist(id="c", name="Bảng kiểm 5S", state="in_use"),
        InspectionPlan(id="ip", name="Kiểm tra định kỳ năm 2025"),
        Visit(id="v0", enterprise_id="u", checklist_id="c", state="signed", date="2025-11-20", number="04"),
        Visit(
            id="v1",
            enterprise_id="u",
            checklist_id="c",
            inspection_plan_id="ip",
            state="signed",
            version=2,
            corrects="v0",
            date="2025-11-20",
            number="04",
        ),
        Visit(id="v2", enterprise_id="u", checklist_id="c"),
        Recommendation(id="a0", visit_id="v0", position="a0", text="Bỏ qua", deadline="2025-12-01"),
        Recommendation(
            id="a1", visit_id="v1", position="a0", text="Kẻ vạch lối đi khu đóng gói", deadline="2026-02-28"
        ),
        Recommendation(
            id="a2",
            visit_id="v1",
            position="a1",
            text="Lập sổ vệ sinh máy",
            deadline="2025-12-31",
            closed_on="2025-12-20",
        ),
        VisitFile(
            id="f4",
            visit_id="v1",
            position="a0",
            name="IMG_1.jpg",
            kind=PHOTO,
            caption="Lối đi bị che",
            taken_on="2025-11-20",
            sha256="4" * 64,
            size=380_000,
        ),
        VisitFile(id="f5", visit_id="v0", position="a0", name="bien-ban.pdf", kind=SCAN, sha256="5" * 64, size=900_000),
    ]


def full_unit() -> list[Record]:
    """All of it, owners before what they own."""
    return [*own_records(), *dossier_records(), *visit_records()]
