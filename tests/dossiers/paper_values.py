"""A dossier that knows everything and one that knows next to nothing: invented people, Tây Ninh's own prices.

TN-2021: 1 công cụ 70 triệu, 1 hệ thống 50 triệu.
"""

from decimal import Decimal

from nscl_desktop.domain.contracts import Contract, Payment
from nscl_desktop.domain.dossiers.ranking import ranking
from nscl_desktop.domain.dossiers.whole import WholeDossier
from nscl_desktop.domain.enterprises import Enterprise, YearFigures
from nscl_desktop.domain.merge_fields import Context
from nscl_desktop.domain.plans import Plan
from nscl_desktop.domain.selection import Candidate, Criterion, Score, SelectionRound
from nscl_desktop.domain.supports import (
    Dossier,
    DossierItem,
    DossierMoney,
    DossierPaper,
    Indicator,
    StageStep,
    SupportKind,
)
from nscl_desktop.services.daily_papers import PAPERS, ROUND_PAPER, with_typed
from nscl_desktop.services.dossier_papers import DossierSources, Values, dossier_values, round_values

KINDS = {
    "5s": SupportKind(id="5s", code="5S", name="Công cụ 5S", group="tool", unit="công cụ"),
    "iso": SupportKind(
        id="iso", code="9001", name="TCVN ISO 9001:2015", group="system", unit="hệ thống", edition="2015"
    ),
}
UNITS = {
    "dn": Enterprise(
        id="dn", name="Công ty TNHH Bột mì Gò Dầu & Con", address="Ấp 3, xã Thạnh Đức, tỉnh Tây Ninh",
        representative="Trần Thị Hạnh", representative_title="Giám đốc", tax_code="0100109106", phone="0276 3853 111",
        email="vanthu@botmigodau.vn", sector_name="Sản xuất tinh bột và sản phẩm từ tinh bột",
        products=("Bột mì", "Tinh bột sắn"),
    ),
    "tv": Enterprise(
        id="tv", name="Trung tâm Năng suất Phía Nam", address="Số 12 đường Nguyễn Đình Chiểu, Thành phố Hồ Chí Minh",
        representative="Lê Minh Đức", representative_title="Giám đốc", tax_code="0300588569",
    ),
}  # fmt: skip
PLAN = Plan(
    id="kh", code="TN-2021", title="Kế hoạch", number="950/KH-UBND", date="2021-03-30",
    issuer="Ủy ban nhân dân tỉnh Tây Ninh", thousand_word="ngàn",
)  # fmt: skip
WHOLE = WholeDossier(
    Dossier(
        id="a", enterprise_id="dn", code="HS-01", title="Áp dụng 5S và TCVN ISO 9001:2015", plan_id="kh", year=2021,
        consultant_id="tv", person="Phạm Thu Hà",
    ),
    items=(
        DossierItem(id="i1", dossier_id="a", kind_id="5s", quantity=Decimal(1)),
        DossierItem(id="i2", dossier_id="a", kind_id="iso", quantity=Decimal(1)),
    ),
    money=(
        DossierMoney(id="m1", dossier_id="a", year=2021, source="NSNN", amount=90_000_000),
        DossierMoney(id="m2", dossier_id="a", year=2022, source="NSNN", amount=30_000_000),
    ),
    steps=(
        StageStep(id="s1", dossier_id="a", stage="registered", done_on="2021-02-08"),
        StageStep(id="s2", dossier_id="a", stage="contracted", due_on="2021-05-10", done_on="2021-05-05"),
        StageStep(id="s3", dossier_id="a", stage="checked", due_on="2021-09-15"),
    ),
    papers=(
        DossierPaper(id="p2", dossier_id="a", name="Hóa đơn, chứng từ", number="0001275", received_on="2021-11-27"),
        DossierPaper(id="p1", dossier_id="a", name="Giấy chứng nhận", number="QC 9001-215", received_on="2021-11-20"),
    ),
    indicators=(
        Indicator(
            id="c1", dossier_id="a", name="Tỷ lệ sản phẩm lỗi", unit="%", before=Decimal("3.2"), after=Decimal("1.6"),
            less_is_better=True,
        ),
        Indicator(
            id="c2", dossier_id="a", name="Sản lượng một lao động", unit="tấn/tháng", before=Decimal(42),
            after=Decimal(48),
        ),
    ),
    contracts=(
        Contract(
            id="k", dossier_id="a", number="12/2021/HĐ-TĐC", date="2021-05-05", deadline="2021-11-30",
            value=120_000_000,
            subject="Tư vấn áp dụng công cụ 5S và hệ thống quản lý TCVN ISO 9001:2015", accepted_value=120_000_000,
            accepted_on="2021-12-15", liquidated_on="2021-12-20",
        ),
    ),
    payments=(
        Payment(
            id="t1", dossier_id="a", contract_id="k", move="advance", amount=36_000_000, date="2021-05-20",
            document="UNC 214",
        ),
        Payment(id="t2", dossier_id="a", move="own", amount=15_000_000, date="2021-06-01"),
    ),
)  # fmt: skip
FULL = DossierSources(
    WHOLE, WHOLE.contracts[0], KINDS, UNITS, {"NSNN": "Sự nghiệp khoa học và công nghệ"}, PLAN,
    YearFigures(id="y", enterprise_id="dn", year=2020, labour=Decimal(186)), "2021-12-15",
)  # fmt: skip
BARE = DossierSources(WholeDossier(Dossier(id="b", title="Áp dụng 5S")), day="2021-12-15")
TYPED = {
    "co_quan.chu_quan": "SỞ KHOA HỌC VÀ CÔNG NGHỆ TỈNH TÂY NINH",
    "co_quan.ten": "CHI CỤC TIÊU CHUẨN ĐO LƯỜNG CHẤT LƯỢNG",
    "co_quan.ky_hieu": "TĐC", "co_quan.dia_danh": "Tây Ninh", "co_quan.quyen_han": "CHI CỤC TRƯỞNG",
    "co_quan.nguoi_ky": "Nguyễn Văn An", "co_quan.don_vi_soan": "TĐC",
    "ben_a.ten": "Chi cục Tiêu chuẩn Đo lường Chất lượng", "ben_a.dia_chi": "Số 211 đường 30/4, tỉnh Tây Ninh",
    "ben_a.ma_so_thue": "3900243787", "ben_a.tai_khoan": "9523.2.1045678, Kho bạc Nhà nước Khu vực",
    "ben_a.dai_dien": "Nguyễn Văn An", "ben_a.chuc_vu": "Chi cục trưởng",
    "ben_b.tai_khoan": "1902 6688 3301, Ngân hàng thương mại", "so": "05", "so_ban": "04",
    "bat_dau": "08 giờ 30 phút, ngày 15 tháng 12 năm 2021", "ket_thuc": "11 giờ 00 phút, ngày 15 tháng 12 năm 2021",
    "dia_diem": "Phòng họp Chi cục", "chu_tri": "Nguyễn Văn An", "thu_ky": "Phạm Thu Hà",
    "thanh_vien": "Nguyễn Văn An; Chi cục trưởng; Chủ trì\nPhạm Thu Hà; Chuyên viên; Thư ký\n"
                  "Đỗ Quốc Minh; Trưởng phòng Tiêu chuẩn Chất lượng; Thành viên",
    "can_cu": "Kế hoạch số 950/KH-UBND ngày 30 tháng 3 năm 2021; Quyết định số 31/QĐ-SKHCN\nQuyết định số 45/QĐ-TĐC",
    "y_kien": "Nhất trí.", "y_kien_thanh_vien": "Các thành viên nhất trí với báo cáo kết quả.",
    "bieu_quyet": "03/03 thành viên đồng ý nghiệm thu.", "ton_tai": "Chưa cập nhật sổ theo dõi.",
    "kien_nghi": "Bổ sung sổ theo dõi trước ngày 30 tháng 12 năm 2021.", "ket_luan": "Đạt yêu cầu.",
    "han_tra_loi": "ngày 25 tháng 12 năm 2021", "nguoi_lien_he": "Phạm Thu Hà, điện thoại 0276 3822 333",
    "hop_dong.noi_ky": "Chi cục Tiêu chuẩn Đo lường Chất lượng",
    "hop_dong.thanh_toan": "Tạm ứng 30% sau khi ký; thanh toán phần còn lại sau khi nghiệm thu.",
    "muc[].danh_gia": "Đạt",
}  # fmt: skip


def full_round() -> Values:
    """Twenty-four candidates, four places."""
    selection = SelectionRound(
        id="r", name="Đợt 1 năm 2021", quota=Decimal(4), money=280_000_000, held_on="2021-04-15",
        decision="31/QĐ-SKHCN",        requirements=("Hoạt động hợp pháp",),
    )  # fmt: skip
    criteria = (
        Criterion(id="c1", round_id="r", position="a1", name="Sự cần thiết và tính khả thi", most_points=Decimal(60)),
        Criterion(id="c2", round_id="r", position="a2", name="Năng lực đối ứng", most_points=Decimal(40)),
    )
    candidates = [
        Candidate(
            id=f"u{at:02}",
            round_id="r",
            enterprise_id=f"u{at:02}",
            asked=70_000_000,
            result="chosen" if at < 5 else "not",
        )
        for at in range(1, 25)
    ]
    scores = [
        Score(
            id=f"{each.id}/{one.id}", candidate_id=each.id, criterion_id=one.id, judge="An", points=Decimal(most - at)
        )
        for at, each in enumerate(candidates)
        for one, most in zip(criteria, (56, 38), strict=True)
    ]
    units = {
        each.id: Enterprise(id=each.id, name=f"Công ty TNHH Sản xuất Thương mại số {at}")
        for at, each in enumerate(candidates, 1)
    }
    return round_values(selection, ranking(selection, candidates, criteria, scores), units, criteria)


def papers(sources: DossierSources, typed: dict[str, str] | None = None) -> dict[str, Context]:
    """What each of the nine papers is filled from."""
    typed = typed or {}
    of_dossier = with_typed(dossier_values(sources), typed)
    of_round = with_typed(full_round(), typed)
    return {name: of_round if name == ROUND_PAPER else of_dossier for name, _ in PAPERS}


FULL_PAPERS = papers(FULL, TYPED)
BARE_PAPERS = papers(BARE)
