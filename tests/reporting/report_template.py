"""The wording of the shipped template of a periodic report: the practice of offices, a start for each to edit."""

from tests.dossiers.template_layout import (
    addressee,
    document,
    heading,
    letterhead,
    line,
    lines,
    repeated,
    sealed,
    table,
    title,
)

_AMOUNTS = tuple(f"x.{name}" for name in ("ke_hoach", "duoc_giao", "cam_ket", "da_chi", "luy_ke", "ty_le"))


def _money(rows: str, what: str) -> str:
    columns = [
        ("STT", "x.stt", 10), (what, "x.noi_dung", 30), ("Theo kế hoạch", "x.ke_hoach", 15),
        ("Được giao", "x.duoc_giao", 15), ("Cam kết", "x.cam_ket", 13), ("Đã chi", "x.da_chi", 13),
        ("Lũy kế đã chi", "x.luy_ke", 13), ("Đã chi so với được giao", "x.ty_le", 13),
    ]  # fmt: skip
    return line("Đơn vị tính: triệu đồng", italic=True, keep=True) + table(rows, columns, _AMOUNTS)


def _lists() -> tuple[str, ...]:
    return (
        heading("IV. DANH SÁCH"),
        lines("1. Đơn vị, nội dung được hỗ trợ: {{ ho_so_tom_tat }}"),
        table(
            "ho_so",
            [
                ("STT", "x.stt", 10), ("Đơn vị", "x.don_vi", 34), ("Nội dung hỗ trợ", "x.noi_dung", 28),
                ("Bước đã đến", "x.buoc", 22), ("Hợp đồng (đồng)", "x.gia_tri or ' '", 20),
            ],
            ("x.gia_tri or ' '",),
        ),
        lines("2. Lớp đào tạo: {{ lop_tom_tat }}"),
        table(
            "lop",
            [
                ("STT", "x.stt", 10), ("Lớp", "x.lop", 40), ("Thời gian", "x.thoi_gian", 22),
                ("Lượt người", "x.luot_nguoi", 12), ("Người", "x.nguoi", 11), ("Đạt", "x.dat", 10),
            ],
            ("x.luot_nguoi", "x.nguoi", "x.dat"),
        ),
        lines("3. Giải thưởng: {{ giai_thuong_tom_tat }}"),
        table(
            "giai_thuong",
            [
                ("STT", "x.stt", 10), ("Đơn vị", "x.don_vi", 34), ("Giải", "x.giai", 24),
                ("Quyết định", "x.quyet_dinh", 26), ("Tiền thưởng (đồng)", "x.tien_thuong or ' '", 20),
            ],
            ("x.tien_thuong or ' '",),
        ),
    )  # fmt: skip


def report_template() -> bytes:
    """The whole template."""
    return document(
        "Báo cáo định kỳ",
        letterhead("Số: {{ so or '        ' }}/BC-{{ co_quan.ky_hieu }}", dated=True),
        title("BÁO CÁO", "{{ trich_yeu }}"),
        addressee("{{ kinh_gui }}"),
        lines("{{ mo_dau }}"),
        heading("I. TÌNH HÌNH CHỈ ĐẠO, TRIỂN KHAI"),
        repeated("tinh_hinh", "{{ x.doan }}"),
        heading("II. KẾT QUẢ THỰC HIỆN MỤC TIÊU"),
        table(
            "muc_tieu",
            [
                ("STT", "x.stt", 10), ("Mục tiêu", "x.noi_dung", 38), ("Đơn vị tính", "x.don_vi_tinh", 14),
                ("Kế hoạch", "x.ke_hoach", 16), ("Thực hiện trong kỳ", "x.thuc_hien", 12), ("Lũy kế", "x.luy_ke", 11),
                ("Ước cả năm", "x.uoc", 11), ("Lũy kế so với kế hoạch", "x.ty_le", 13),
                ("Đánh giá", "x.danh_gia", 14),
            ],
            ("x.ke_hoach", "x.thuc_hien", "x.luy_ke", "x.uoc", "x.ty_le"),
        ),
        heading("III. KINH PHÍ"),
        lines("{{ kinh_phi_tom_tat }}"),
        _money("kinh_phi", "Nội dung"),
        _money("nguon", "Nguồn kinh phí"),
        *_lists(),
        heading("V. KHÓ KHĂN, VƯỚNG MẮC"),
        repeated("kho_khan", "{{ x.doan }}"),
        heading("VI. NHIỆM VỤ THỜI GIAN TỚI"),
        repeated("nhiem_vu", "{{ x.doan }}"),
        heading("VII. ĐỀ XUẤT, KIẾN NGHỊ"),
        repeated("kien_nghi", "{{ x.doan }}{{ './.' if loop.last else '' }}"),
        sealed("{{ co_quan.quyen_han }}", "{{ co_quan.nguoi_ky }}", "Như trên;", "Lưu: VT."),
    )  # fmt: skip
