"""The wording of the daily papers: the office's practice (unverified as forms of law), a start for each office.

The frame of each is that of NĐ 30/2020 (DOMAIN.md 1.2, 1.6): minutes carry no place and date beside Quốc hiệu, letters
do; a paper of two parties carries Quốc hiệu alone.
"""

from tests.dossiers.template_layout import (
    LYING,
    addressee,
    certificate,
    country,
    document,
    figures,
    heading,
    letterhead,
    line,
    lines,
    lying_foot,
    lying_head,
    recipients,
    repeated,
    sealed,
    signatures,
    table,
    title,
)

_NUMBER = "Số: {{ so }}/BB-{{ co_quan.ky_hieu }}"
_SIGNED = "(Ký, ghi rõ họ tên)"
_SEALED = "(Ký, ghi rõ họ tên, đóng dấu)"
_INDEX = ("STT", "loop.index", 8)
_MEMBERS = table(
    "thanh_vien",
    [
        _INDEX,
        ("Họ và tên", "x.ho_ten", 36),
        ("Chức vụ", "x.chuc_vu", 32),
        ("Vai trò", "x.vai_tro", 24),
    ],
)
_ITEMS = (
    _INDEX,
    ("Nội dung", "x.ten", 50),
    ("Đơn vị tính", "x.don_vi_tinh", 18),
    ("Số lượng", "x.so_luong", 14),
)
_JUDGED = table("muc", [*_ITEMS, ("Đánh giá", "x.danh_gia", 22)], ("x.so_luong",))
_PLANNED = table("muc", _ITEMS, ("x.so_luong",))
_SOURCES = table(
    "kinh_phi",
    [
        _INDEX,
        ("Nguồn kinh phí", "x.nguon", 48),
        ("Năm", "x.nam", 14),
        ("Số tiền (đồng)", "x.so_tien", 30),
    ],
    ("x.so_tien",),
)
_BASES = repeated("can_cu", "Căn cứ {{ x.van_ban }}{{ '.' if loop.last else ';' }}", italic=True)


def _party(letter: str, name: str) -> str:
    return line(f"BÊN {letter}: {{{{ {name}.ten }}}}", bold=True, keep=True) + "".join(
        line(text, before=3)
        for text in (
            f"Địa chỉ: {{{{ {name}.dia_chi }}}}",
            f"Mã số thuế: {{{{ {name}.ma_so_thue }}}}",
            f"Tài khoản: {{{{ {name}.tai_khoan }}}}",
            f"Người đại diện: {{{{ {name}.dai_dien }}}}; chức vụ: {{{{ {name}.chuc_vu }}}}",
        )
    )


def _meeting(clerk: str = "Thư ký (người ghi biên bản): {{ thu_ky }}") -> str:
    return (
        lines("Thời gian bắt đầu: {{ bat_dau }}", "Địa điểm: {{ dia_diem }}")
        + line("Thành phần tham dự:", keep=True)
        + _MEMBERS
        + lines("Chủ trì (chủ tọa): {{ chu_tri }}", clerk)
    )


def _registration() -> bytes:
    return document(
        "Phiếu đăng ký tham gia",
        country(dated=True),
        title("PHIẾU ĐĂNG KÝ", "Tham gia Chương trình hỗ trợ nâng cao năng suất và chất lượng sản phẩm, hàng hóa"),
        addressee("{{ ben_a.ten }}"),
        heading("I. THÔNG TIN VỀ ĐƠN VỊ"),
        lines(
            "1. Tên đơn vị: {{ don_vi.ten }}",
            "2. Địa chỉ: {{ don_vi.dia_chi }}",
            "3. Mã số thuế: {{ don_vi.ma_so_thue }}; điện thoại: {{ don_vi.dien_thoai }}; thư điện tử: "
            "{{ don_vi.thu_dien_tu or '……………' }}",
            "4. Người đại diện: {{ don_vi.dai_dien }}; chức vụ: {{ don_vi.chuc_vu }}",
            "5. Ngành chính: {{ don_vi.nganh }}; sản phẩm chính: {{ don_vi.san_pham }}",
            "6. Lao động bình quân: {{ don_vi.lao_dong }} người (năm {{ don_vi.nam_so_lieu }})",
        ),
        heading("II. NỘI DUNG ĐĂNG KÝ"),
        _PLANNED,
        heading("III. KINH PHÍ"),
        lines(
            "Đề nghị hỗ trợ từ ngân sách: {{ ho_so.ngan_sach }} đồng (Bằng chữ: {{ ho_so.ngan_sach_bang_chu }}).",
            "Phần đối ứng của đơn vị: {{ ho_so.doi_ung_du_kien }} đồng.",
        ),
        heading("IV. CAM KẾT"),
        lines(
            "Đơn vị cam kết: thông tin nêu trên là đúng; chưa nhận hỗ trợ từ ngân sách nhà nước cho cùng nội dung; bố "
            "trí nhân lực và phần kinh phí đối ứng; chấp nhận kiểm tra định kỳ hoặc đột xuất; báo cáo tiến độ và kinh "
            "phí khi có yêu cầu; duy trì kết quả sau khi được hỗ trợ./."
        ),
        signatures(("", "", ""), ("ĐẠI DIỆN ĐƠN VỊ", _SEALED, "{{ don_vi.dai_dien }}")),
    )


def _selection() -> bytes:
    return document(
        "Biên bản họp xét chọn",
        letterhead(_NUMBER),
        title("BIÊN BẢN", "Họp xét chọn {{ dot.doi_tuong }} ({{ dot.ten }})"),
        _meeting(),
        line("Nội dung:", bold=True, keep=True),
        lines("1. Chỉ tiêu xét chọn: {{ dot.chi_tieu }}; kinh phí: {{ dot.kinh_phi }} đồng."),
        line("2. Tiêu chí chấm điểm:", keep=True),
        table(
            "tieu_chi",
            [_INDEX, ("Tiêu chí", "x.ten", 70), ("Điểm tối đa", "x.diem_toi_da", 22)],
            ("x.diem_toi_da",),
        ),
        line(
            "3. Kết quả chấm điểm, xếp hạng (điểm của từng tiêu chí là trung bình cộng điểm của các thành viên, cộng "
            "lại thành tổng điểm):",
            keep=True,
        ),
        table(
            "ung_vien",
            [
                ("Hạng", "x.hang", 10), ("Tên đơn vị", "x.ten", 38), ("Tổng điểm", "x.diem", 14),
                ("Kết quả", "x.ket_qua", 20), ("Ghi chú", "x.ghi_chu or ' '", 22),
            ],
            ("x.diem",),
        ),
        lines("4. Kết luận: {{ ket_luan }}", "Cuộc họp kết thúc vào {{ ket_thuc }}./."),
        signatures(("THƯ KÝ", _SIGNED, "{{ thu_ky }}"), ("CHỦ TỌA", _SIGNED, "{{ chu_tri }}")),
        recipients("Các thành viên dự họp;", "Lưu: VT, Hồ sơ."),
    )  # fmt: skip


def _contract() -> bytes:
    return document(
        "Hợp đồng",
        country(),
        title("HỢP ĐỒNG", "{{ hop_dong.noi_dung }}", "Số: {{ hop_dong.so }}"),
        _BASES,
        lines("Hôm nay, {{ hop_dong.ngay }}, tại {{ hop_dong.noi_ky }}, chúng tôi gồm:"),
        _party("A", "ben_a"),
        _party("B", "ben_b"),
        lines("Hai bên thỏa thuận ký hợp đồng với các điều khoản sau:"),
        heading("Điều 1. Nội dung thực hiện"),
        line("Bên B thực hiện cho {{ don_vi.ten }} các nội dung sau:", keep=True),
        _PLANNED,
        heading("Điều 2. Giá trị hợp đồng và nguồn kinh phí"),
        line("Giá trị hợp đồng: {{ hop_dong.gia_tri }} đồng (Bằng chữ: {{ hop_dong.bang_chu }}).", keep=True),
        _SOURCES,
        heading("Điều 3. Tạm ứng, thanh toán"),
        lines("{{ hop_dong.thanh_toan }}"),
        heading("Điều 4. Thời hạn thực hiện"),
        lines("Hoàn thành trước hoặc trong {{ hop_dong.thoi_han }}."),
        heading("Điều 5. Trách nhiệm của các bên"),
        lines(
            "1. Bên A theo dõi, kiểm tra, nghiệm thu và thanh toán cho Bên B theo hợp đồng.",
            "2. Bên B thực hiện đúng nội dung, tiến độ; báo cáo tiến độ và kinh phí định kỳ hoặc đột xuất khi có yêu "
            "cầu; hoàn trả phần đã tạm ứng nếu hợp đồng chấm dứt mà không có kết quả được nghiệm thu.",
        ),
        heading("Điều 6. Điều khoản chung"),
        lines(
            "Hợp đồng có hiệu lực kể từ ngày ký; mọi thay đổi được lập thành phụ lục hợp đồng. Hợp đồng được lập thành "
            "{{ so_ban }} bản có giá trị như nhau./."
        ),
        signatures(
            ("ĐẠI DIỆN BÊN A", _SEALED, "{{ ben_a.dai_dien }}"), ("ĐẠI DIỆN BÊN B", _SEALED, "{{ ben_b.dai_dien }}")
        ),
    )


def _minutes(name: str, about: str, *parts: str) -> bytes:
    """Minutes of a meeting: all begin with the bases, who met when and where, and the heading of what was found."""
    return document(
        name,
        letterhead(_NUMBER),
        title("BIÊN BẢN", about),
        _BASES,
        _meeting(),
        line("Nội dung:", bold=True, keep=True),
        *parts,
    )


def _inspection() -> bytes:
    return _minutes(
        "Biên bản kiểm tra",
        "Kiểm tra tình hình thực hiện nội dung hỗ trợ tại {{ don_vi.ten }}",
        line("1. Kết quả thực hiện các nội dung được hỗ trợ:", keep=True),
        _JUDGED,
        line("2. Tiến độ:", keep=True),
        table(
            "tien_do",
            [
                _INDEX, ("Công việc", "x.ten", 30), ("Hạn", "x.han or '-'", 18),
                ("Ngày thực hiện", "x.ngay or '-'", 22), ("Tình trạng", "x.tinh_trang", 24),
            ],
        ),
        lines(
            "3. Kinh phí: giá trị hợp đồng {{ hop_dong.gia_tri }} đồng; đã tạm ứng {{ hop_dong.tam_ung }} đồng; "
            "đã thanh toán {{ hop_dong.da_thanh_toan }} đồng; đơn vị đối ứng "
            "{{ ho_so.doi_ung or ('0' if hop_dong.gia_tri else '') }} đồng.",
            "4. Tồn tại, hạn chế: {{ ton_tai }}",
            "5. Kiến nghị của đoàn kiểm tra: {{ kien_nghi }}",
            "6. Ý kiến của đơn vị được kiểm tra: {{ y_kien }}",
            "7. Kết luận: {{ ket_luan }}",
            "Biên bản được lập thành {{ so_ban }} bản có nội dung như nhau; việc kiểm tra kết thúc vào "
            "{{ ket_thuc }}./.",
        ),
        signatures(
            ("ĐẠI DIỆN ĐƠN VỊ ĐƯỢC KIỂM TRA", _SIGNED, "{{ don_vi.dai_dien }}"),
            ("THƯ KÝ", _SIGNED, "{{ thu_ky }}"),
            ("TRƯỞNG ĐOÀN KIỂM\u00a0TRA", _SIGNED, "{{ chu_tri }}"),
        ),
        recipients("Đơn vị được kiểm tra;", "Lưu: VT, Hồ sơ."),
    )  # fmt: skip


def _acceptance_meeting() -> bytes:
    return _minutes(
        "Biên bản họp nghiệm thu",
        "Họp nghiệm thu kết quả hỗ trợ “{{ ho_so.noi_dung }}” tại {{ don_vi.ten }}",
        line("1. Kết quả thực hiện Hợp đồng số {{ hop_dong.so }} {{ hop_dong.ngay }}:", keep=True),
        _JUDGED,
        line("2. Chỉ số trước và sau khi được hỗ trợ:", keep=True),
        table(
            "chi_so",
            [
                _INDEX, ("Chỉ số", "x.ten", 32), ("Đơn vị tính", "x.don_vi_tinh", 16),
                ("Trước", "x.truoc", 14), ("Sau", "x.sau", 14), ("Thay đổi", "x.thay_doi", 18),
            ],
            ("x.truoc", "x.sau", "x.thay_doi"),
        ),
        lines(
            "3. Ý kiến của các thành viên: {{ y_kien_thanh_vien }}",
            "4. Biểu quyết: {{ bieu_quyet }}",
            "5. Kết luận: {{ ket_luan }}",
            "Cuộc họp kết thúc vào {{ ket_thuc }}./.",
        ),
        signatures(("THƯ KÝ", _SIGNED, "{{ thu_ky }}"), ("CHỦ TỌA", _SIGNED, "{{ chu_tri }}")),
        recipients("Các thành viên dự họp;", "{{ don_vi.ten }};", "Lưu: VT, Hồ sơ."),
    )  # fmt: skip


def _acceptance() -> bytes:
    return document(
        "Biên bản nghiệm thu",
        letterhead(_NUMBER),
        title("BIÊN BẢN", "Nghiệm thu kết quả thực hiện Hợp đồng số {{ hop_dong.so }} {{ hop_dong.ngay }}"),
        lines(
            "Thời gian bắt đầu: {{ bat_dau }}",
            "Địa điểm: {{ dia_diem }}",
            "Đơn vị được hỗ trợ: {{ don_vi.ten }}; địa chỉ: {{ don_vi.dia_chi }}",
            "Bên thực hiện: {{ ben_b.ten }}",
        ),
        line("Thành phần nghiệm thu:", keep=True),
        _MEMBERS,
        line("Nội dung:", bold=True, keep=True),
        line("1. Kết quả thực hiện:", keep=True),
        _JUDGED,
        lines(
            "2. Giá trị hợp đồng: {{ hop_dong.gia_tri }} đồng.",
            "3. Giá trị nghiệm thu: {{ hop_dong.nghiem_thu }} đồng (Bằng chữ: {{ hop_dong.nghiem_thu_bang_chu }}).",
            "4. Ý kiến của đơn vị được hỗ trợ: {{ y_kien }}",
            "5. Kết luận: {{ ket_luan }}",
            "Biên bản kết thúc vào {{ ket_thuc }}, được lập thành {{ so_ban }} bản có giá trị như nhau./.",
        ),
        signatures(
            ("ĐẠI DIỆN ĐƠN VỊ ĐƯỢC HỖ TRỢ", _SIGNED, "{{ don_vi.dai_dien }}"),
            ("ĐẠI DIỆN BÊN\u00a0THỰC\u00a0HIỆN", _SIGNED, "{{ ben_b.dai_dien }}"),
            ("CHỦ TRÌ NGHIỆM THU", _SIGNED, "{{ chu_tri }}"),
        ),
        recipients("Các bên có tên trên;", "Lưu: VT, Hồ sơ."),
    )


def _liquidation() -> bytes:
    return document(
        "Biên bản thanh lý hợp đồng",
        country(),
        title("BIÊN BẢN", "Thanh lý Hợp đồng số {{ hop_dong.so }} {{ hop_dong.ngay }}"),
        line("Căn cứ Hợp đồng số {{ hop_dong.so }} {{ hop_dong.ngay }} về việc {{ hop_dong.noi_dung }};", italic=True),
        line("Căn cứ Biên bản nghiệm thu {{ hop_dong.ngay_nghiem_thu }}.", italic=True),
        lines("Hôm nay, {{ hop_dong.ngay_thanh_ly }}, tại {{ hop_dong.noi_ky }}, chúng tôi gồm:"),
        _party("A", "ben_a"),
        _party("B", "ben_b"),
        lines("Hai bên thống nhất thanh lý hợp đồng với các nội dung sau:"),
        heading("Điều 1. Kết quả thực hiện"),
        lines("Bên B đã thực hiện cho {{ don_vi.ten }} các nội dung của hợp đồng và đã được nghiệm thu."),
        heading("Điều 2. Giá trị thanh lý"),
        figures(
            [
                ("Giá trị hợp đồng", "hop_dong.gia_tri"),
                ("Giá trị nghiệm thu", "hop_dong.nghiem_thu"),
                ("Đã tạm ứng", "hop_dong.tam_ung"),
                ("Đã thanh toán", "hop_dong.da_thanh_toan"),
                ("Đã thu hồi tạm ứng", "hop_dong.thu_hoi"),
                ("Bên A còn phải thanh toán cho Bên B", "hop_dong.con_lai"),
            ]
        ),
        lines("Số tiền còn phải thanh toán bằng chữ: {{ hop_dong.con_lai_bang_chu }}."),
        line("Các khoản đã chi theo hợp đồng:", keep=True),
        table(
            "khoan_chi",
            [
                _INDEX, ("Ngày", "x.ngay", 16), ("Nội dung", "x.loai", 26),
                ("Chứng từ", "x.chung_tu or '-'", 26), ("Số tiền (đồng)", "x.so_tien", 24),
            ],
            ("x.so_tien",),
        ),
        heading("Điều 3. Điều khoản chung"),
        lines(
            "Sau khi Bên A thanh toán đủ số tiền nêu tại Điều 2, hợp đồng được thanh lý; quyền và nghĩa vụ của hai bên "
            "chấm dứt, trừ nghĩa vụ duy trì kết quả và báo cáo sau hỗ trợ. Biên bản được lập thành {{ so_ban }} bản có "
            "giá trị như nhau./."
        ),
        signatures(
            ("ĐẠI DIỆN BÊN A", _SEALED, "{{ ben_a.dai_dien }}"), ("ĐẠI DIỆN BÊN B", _SEALED, "{{ ben_b.dai_dien }}")
        ),
    )  # fmt: skip


def _payment() -> bytes:
    return document(
        "Giấy đề nghị thanh toán",
        letterhead("Số: {{ so }}", dated=True, sender=("", "{{ ben_b.ten }}")),
        title("GIẤY ĐỀ NGHỊ THANH TOÁN", ""),
        addressee("{{ ben_a.ten }}"),
        lines(
            "Đơn vị đề nghị: {{ ben_b.ten }}; mã số thuế: {{ ben_b.ma_so_thue }}",
            "Địa chỉ: {{ ben_b.dia_chi }}",
            "Người đại diện: {{ ben_b.dai_dien }}; chức vụ: {{ ben_b.chuc_vu }}",
            "Số tài khoản, nơi mở: {{ ben_b.tai_khoan }}",
            "Căn cứ Hợp đồng số {{ hop_dong.so }} {{ hop_dong.ngay }} và Biên bản nghiệm thu "
            "{{ hop_dong.ngay_nghiem_thu }}, đơn vị đề nghị thanh toán cho việc {{ hop_dong.noi_dung }} tại "
            "{{ don_vi.ten }} như sau:",
        ),
        figures(
            [
                ("Giá trị hợp đồng", "hop_dong.gia_tri"),
                ("Giá trị nghiệm thu", "hop_dong.nghiem_thu"),
                ("Đã tạm ứng", "hop_dong.tam_ung"),
                ("Đã thanh toán", "hop_dong.da_thanh_toan"),
                ("Đã thu hồi tạm ứng", "hop_dong.thu_hoi"),
                ("Đề nghị thanh toán lần này", "hop_dong.con_lai"),
            ]
        ),
        lines("Bằng chữ: {{ hop_dong.con_lai_bang_chu }}."),
        line("Chứng từ kèm theo:", keep=True),
        table(
            "chung_tu",
            [
                _INDEX,
                ("Tên chứng từ", "x.ten", 54),
                ("Số, ký hiệu", "x.so or '-'", 20),
                ("Ngày", "x.ngay or '-'", 18),
            ],
        ),
        lines("Đơn vị chịu trách nhiệm về tính chính xác của hồ sơ đề nghị thanh toán./."),
        signatures(("KẾ TOÁN TRƯỞNG", _SIGNED, ""), ("THỦ TRƯỞNG ĐƠN VỊ", _SEALED, "{{ ben_b.dai_dien }}")),
    )


def _reminder() -> bytes:
    return document(
        "Công văn đôn đốc",
        letterhead(
            "Số: {{ so }}/{{ co_quan.ky_hieu }}", "V/v đôn đốc thực hiện nội dung hỗ trợ “{{ ho_so.noi_dung }}”",
            dated=True,
        ),
        addressee("{{ don_vi.ten }}"),
        lines(
            "Thực hiện {{ ke_hoach.van_ban }}, {{ don_vi.ten }} đang được hỗ trợ “{{ ho_so.noi_dung }}”. Qua theo dõi, "
            "đến {{ ngay_theo_doi }} các việc sau đã quá hạn:"
        ),
        table(
            "viec_cham",
            [_INDEX, ("Công việc", "x.ten", 50), ("Hạn", "x.han", 22), ("Quá hạn (ngày)", "x.so_ngay", 20)],
            ("x.so_ngay",),
        ),
        lines(
            "{{ ben_a.ten }} đề nghị {{ don_vi.ten }} khẩn trương hoàn thành các việc trên và báo cáo bằng văn bản "
            "trước {{ han_tra_loi }}; trường hợp có khó khăn, vướng mắc, đề nghị nêu rõ lý do và thời hạn hoàn thành.",
            "Thông tin liên hệ: {{ nguoi_lien_he }}./.",
        ),
        sealed(
            "{{ co_quan.quyen_han }}", "{{ co_quan.nguoi_ky }}", "Như trên;", "{{ ben_b.ten }};",
            "Lưu: VT, {{ co_quan.don_vi_soan }}.",
        ),
    )  # fmt: skip


def _work_reminder() -> bytes:
    return document(
        "Công văn đôn đốc công việc",
        letterhead("Số: {{ so }}/{{ co_quan.ky_hieu }}", "V/v đôn đốc thực hiện các việc được giao", dated=True),
        addressee("{{ viec.kinh_gui }}"),
        lines(
            "Thực hiện {{ ke_hoach.van_ban }}, {{ viec.kinh_gui }} được giao chủ trì các việc sau; đến "
            "{{ ngay_theo_doi }}, {{ ben_a.ten }} chưa nhận được kết quả:"
        ),
        table(
            "viec_giao",
            [_INDEX, ("Công việc", "x.ten", 42), ("Phối hợp", "x.phoi_hop", 18), ("Hạn", "x.han", 19),
             ("Quá hạn (ngày)", "x.so_ngay", 13)],
            ("x.so_ngay",),
        ),
        lines(
            "{{ ben_a.ten }} đề nghị {{ viec.kinh_gui }} khẩn trương thực hiện và báo cáo kết quả bằng văn bản trước "
            "{{ han_tra_loi }}; trường hợp có khó khăn, vướng mắc, đề nghị nêu rõ lý do và thời hạn hoàn thành.",
            "Thông tin liên hệ: {{ nguoi_lien_he }}./.",
        ),
        sealed(
            "{{ co_quan.quyen_han }}", "{{ co_quan.nguoi_ky }}", "Như trên;", "Lưu: VT, {{ co_quan.don_vi_soan }}.",
        ),
    )  # fmt: skip


def _invitation() -> bytes:
    return document(
        "Giấy mời dự lớp đào tạo",
        letterhead("Số: {{ so }}/GM-{{ co_quan.ky_hieu }}", dated=True),
        title("GIẤY MỜI", "Dự lớp {{ lop.ten }}"),
        addressee("{{ moi.kinh_gui }}"),
        lines(
            "Thực hiện {{ lop.van_ban }}, {{ ben_a.ten }} trân trọng kính mời đại diện của {{ moi.kinh_gui }} dự lớp "
            "“{{ lop.ten }}”.",
            "Thời gian: {{ lop.thoi_gian }}.",
            "Địa điểm: {{ lop.dia_diem }}.",
        ),
        line("Chương trình:", keep=True),
        table(
            "buoi",
            [_INDEX, ("Ngày, buổi", "x.ngay", 26), ("Nội dung", "x.noi_dung", 42), ("Giảng viên", "x.giang_vien", 24)],
        ),
        line("Thành phần được mời:", keep=True),
        table("hoc_vien_moi", [_INDEX, ("Họ và tên", "x.ho_ten", 48), ("Chức vụ", "x.chuc_vu", 44)]),
        lines(
            "Đề nghị đăng ký trước {{ han_tra_loi }} với {{ nguoi_lien_he }}.",
            "Rất mong sự có mặt đầy đủ, đúng giờ của các đại biểu./.",
        ),
        sealed(
            "{{ co_quan.quyen_han }}", "{{ co_quan.nguoi_ky }}", "Như trên;", "Lưu: VT, {{ co_quan.don_vi_soan }}.",
        ),
    )  # fmt: skip


def _certificate() -> bytes:
    return document(
        "Giấy chứng nhận",
        lying_head(),
        certificate(
            ("{{ chung_nhan.ban_sao }}", 13, True),
            ("GIẤY CHỨNG NHẬN", 30, True),
            ("{{ co_quan.ten }}", 15, True),
            ("chứng nhận", 15, False),
            ("{{ hoc_vien.xung_ho }}: {{ hoc_vien.ten }}", 22, True),
            ("Năm sinh: {{ hoc_vien.nam_sinh }}", 15, False),
            ("Đơn vị: {{ hoc_vien.don_vi }}", 15, False),
            ("đã hoàn thành lớp", 15, False),
            ("{{ lop.ten }}", 18, True),
            ("Thời gian: {{ lop.thoi_gian }}; địa điểm: {{ lop.dia_diem }}", 14, False),
        ),
        lying_foot("Số: {{ chung_nhan.so }}", "{{ co_quan.quyen_han }}", "{{ co_quan.nguoi_ky }}"),
        page=LYING,
    )


def templates() -> dict[str, bytes]:
    """Every shipped template by its name."""
    return {
        "phieu-dang-ky": _registration(),
        "bien-ban-hop-xet-chon": _selection(),
        "hop-dong": _contract(),
        "bien-ban-kiem-tra": _inspection(),
        "bien-ban-hop-nghiem-thu": _acceptance_meeting(),
        "bien-ban-nghiem-thu": _acceptance(),
        "thanh-ly-hop-dong": _liquidation(),
        "giay-de-nghi-thanh-toan": _payment(),
        "cong-van-don-doc": _reminder(),
        "giay-moi-lop": _invitation(),
        "giay-chung-nhan": _certificate(),
        "cong-van-don-doc-viec": _work_reminder(),
    }
