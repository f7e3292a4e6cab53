"""What a filled paper may hold: invented people, Tây Ninh's own prices (1 công cụ 70 triệu, 1 hệ thống 50 triệu)."""

from nscl_desktop.reports.templates import Context

OFFICE = {
    "chu_quan": "SỞ KHOA HỌC VÀ CÔNG NGHỆ TỈNH TÂY NINH",
    "ten": "CHI CỤC TIÊU CHUẨN ĐO LƯỜNG CHẤT LƯỢNG",
    "ky_hieu": "TĐC",
}
UNIT = {
    "ten": "Công ty TNHH Bột mì Gò Dầu & Con",
    "dia_chi": "Ấp 3, xã Thạnh Đức, tỉnh Tây Ninh",
    "dai_dien": "Trần Thị Hạnh",
    "chuc_vu": "Giám đốc",
    "ma_so_thue": "0100109106",
    "tai_khoan": "",
}
PARTY_B = {**UNIT, "ten": "Trung tâm Năng suất Phía Nam", "dai_dien": "Lê Minh Đức"}
MEMBERS = (
    {"ho_ten": "Nguyễn Văn An", "chuc_vu": "Chi cục trưởng", "vai_tro": "Chủ trì"},
    {"ho_ten": "Phạm Thu Hà", "chuc_vu": "Chuyên viên", "vai_tro": "Thư ký"},
    {"ho_ten": "Đỗ Quốc Minh", "chuc_vu": "Trưởng phòng", "vai_tro": "Thành viên"},
)
ITEMS = (
    {"ten": "5S", "don_vi_tinh": "công cụ", "so_luong": "1", "danh_gia": "Đạt"},
    {"ten": "TCVN ISO 9001:2015", "don_vi_tinh": "hệ thống", "so_luong": "1", "danh_gia": "Đạt"},
)
PAPERS: dict[str, Context] = {
    "bien-ban-hop-xet-chon": {
        "co_quan": OFFICE, "so": "05", "bat_dau": "08 giờ 30 phút, ngày 15 tháng 4 năm 2021",
        "dia_diem": "Phòng họp Chi cục", "thanh_vien": MEMBERS, "chu_tri": "Nguyễn Văn An", "thu_ky": "Phạm Thu Hà",
        "dot": {"ten": "Đợt 1 năm 2021", "chi_tieu": "4 công cụ", "kinh_phi": "280.000.000"},
        "ung_vien": tuple(
            {"hang": str(rank), "ten": f"Công ty TNHH Sản xuất Thương mại số {rank}", "diem": f"{95 - rank},50",
             "ket_qua": "Được chọn" if rank < 5 else "Không được chọn", "ghi_chu": "" if rank < 5 else "Hết chỉ tiêu"}
            for rank in range(1, 25)
        ),
        "ket_luan": "Thống nhất đề nghị phê duyệt 4 đơn vị xếp hạng từ 1 đến 4.",
        "ket_thuc": "11 giờ 00 phút, ngày 15 tháng 4 năm 2021",
    },
    "hop-dong": {
        "hop_dong": {
            "so": "12/2021/HĐ-TĐC", "noi_dung": "Tư vấn áp dụng công cụ 5S và hệ thống quản lý TCVN ISO 9001:2015",
            "ngay": "ngày 05 tháng 5 năm 2021", "noi_ky": "Chi cục Tiêu chuẩn Đo lường Chất lượng",
            "gia_tri": "120.000.000", "bang_chu": "Một trăm hai mươi triệu đồng", "so_ban": "04",
            "thanh_toan": "Tạm ứng 30% sau khi ký; thanh toán phần còn lại sau khi nghiệm thu.",
            "thoi_han": "ngày 30 tháng 11 năm 2021",
        },
        "can_cu": ({"van_ban": "Kế hoạch số 950/KH-UBND ngày 30 tháng 3 năm 2021"},
                   {"van_ban": "Quyết định phê duyệt danh sách hỗ trợ"}),
        "ben_a": {**UNIT, "ten": "Chi cục Tiêu chuẩn Đo lường Chất lượng", "dai_dien": "Nguyễn Văn An"},
        "ben_b": PARTY_B, "don_vi": UNIT, "muc": ITEMS,
        "kinh_phi": ({"nguon": "Sự nghiệp khoa học và công nghệ", "nam": "2021", "so_tien": "120.000.000"},),
    },
    "bien-ban-nghiem-thu": {
        "co_quan": OFFICE, "so": "31", "bat_dau": "14 giờ 00 phút, ngày 25 tháng 11 năm 2021",
        "dia_diem": "Công ty TNHH Bột mì Gò Dầu & Con", "don_vi": UNIT, "ben_b": PARTY_B, "thanh_vien": MEMBERS,
        "muc": ITEMS, "chu_tri": "Nguyễn Văn An", "y_kien": "Nhất trí.", "ket_luan": "Đạt, đủ điều kiện thanh lý.",
        "ket_thuc": "16 giờ 00 phút, ngày 25 tháng 11 năm 2021", "so_ban": "04",
        "hop_dong": {
            "so": "12/2021/HĐ-TĐC", "ngay": "ngày 05 tháng 5 năm 2021", "gia_tri": "120.000.000",
            "nghiem_thu": "120.000.000", "nghiem_thu_bang_chu": "Một trăm hai mươi triệu đồng",
        },
    },
}  # fmt: skip
