"""What each merge field of the daily papers means and where it is filled in, for those who edit templates.

A field is written as in a template: ``don_vi.ten``; ``muc[].ten`` is a field of each row of ``muc``.
"""

import difflib
from dataclasses import dataclass
from enum import Enum


class Where(Enum):
    """Where the office fills a field in."""

    HERE = "Tại đây, cho lần in này"
    OFFICE = "Tại đây, nhớ cho lần sau"
    UNIT = "Phần Đơn vị"
    CONSULTANT = "Phần Đơn vị (tổ chức tư vấn)"
    DOSSIER = "Hồ sơ hỗ trợ"
    CONTRACT = "Hồ sơ, mục Hợp đồng"
    MONEY = "Hồ sơ, mục Kinh phí"
    PAYMENTS = "Hồ sơ, mục Khoản chi"
    ITEMS = "Hồ sơ, mục Nội dung hỗ trợ"
    STAGES = "Hồ sơ, mục Các bước"
    INDICATORS = "Hồ sơ, mục Chỉ số"
    PAPERS = "Hồ sơ, mục Giấy tờ"
    PLAN = "Tab Kế hoạch, trang Thông tin"
    ROUND = "Phần Đợt xét chọn"
    COURSE = "Tab Đào tạo, trang của lớp"
    WORK = "Tab Thực hiện, phần Công việc"


class Subject(Enum):
    """What a daily paper is printed of."""

    DOSSIER = "dossier"
    ROUND = "selection_round"
    COURSE = "course"
    WORK = "work_item"


@dataclass(frozen=True, slots=True)
class PaperField:
    """A merge field. ``columns`` of rows that are typed: one row on a line, the columns parted by semicolons."""

    name: str
    label: str
    where: Where
    columns: tuple[str, ...] = ()

    @property
    def is_typed(self) -> bool:
        """Whether no record holds it, so that it can only be typed."""
        return self.where in (Where.HERE, Where.OFFICE)


_HERE, _OFFICE = Where.HERE, Where.OFFICE
_PARTY = (
    ("ten", "tên"), ("dia_chi", "địa chỉ"), ("ma_so_thue", "mã số thuế"), ("tai_khoan", "tài khoản, nơi mở"),
    ("dai_dien", "người đại diện"), ("chuc_vu", "chức vụ người đại diện"),
)  # fmt: skip


def _party(group: str, words: str, where: Where) -> tuple[PaperField, ...]:
    """A party's account is in no record, so it is typed."""
    return tuple(
        PaperField(f"{group}.{name}", f"{words}: {label}", where if name != "tai_khoan" or where is _OFFICE else _HERE)
        for name, label in _PARTY
    )


_TYPED = (
    PaperField("co_quan.chu_quan", "Cơ quan chủ quản (in hoa, dòng trên)", _OFFICE),
    PaperField("co_quan.ten", "Cơ quan ban hành (in hoa)", _OFFICE),
    PaperField("co_quan.ky_hieu", "Ký hiệu cơ quan trong số văn bản (TĐC)", _OFFICE),
    PaperField("co_quan.dia_danh", "Địa danh ghi trước ngày tháng", _OFFICE),
    PaperField("co_quan.quyen_han", "Quyền hạn, chức vụ người ký công văn (in hoa)", _OFFICE),
    PaperField("co_quan.nguoi_ky", "Họ tên người ký công văn", _OFFICE),
    PaperField("co_quan.don_vi_soan", "Đơn vị soạn thảo (sau “Lưu: VT,”)", _OFFICE),
    *_party("ben_a", "Bên A (văn phòng)", _OFFICE),
    PaperField("nguoi_lien_he", "Người liên hệ của văn phòng, điện thoại", _OFFICE),
    PaperField("so", "Số của văn bản (để trống nếu cho số sau khi ký)", _HERE),
    PaperField("ngay_ky", "Ngày ghi trên văn bản (ngày 05 tháng 5 năm 2026)", _HERE),
    PaperField("bat_dau", "Thời gian bắt đầu (08 giờ 30 phút, ngày …)", _HERE),
    PaperField("ket_thuc", "Thời gian kết thúc", _HERE),
    PaperField("dia_diem", "Địa điểm", _HERE),
    PaperField("thanh_vien", "Người tham dự", _HERE, ("ho_ten", "chuc_vu", "vai_tro")),
    PaperField("can_cu", "Căn cứ", _HERE, ("van_ban",)),
    PaperField("chu_tri", "Chủ trì, trưởng đoàn", _HERE),
    PaperField("thu_ky", "Thư ký", _HERE),
    PaperField("y_kien", "Ý kiến của đơn vị", _HERE),
    PaperField("y_kien_thanh_vien", "Ý kiến của các thành viên", _HERE),
    PaperField("bieu_quyet", "Kết quả biểu quyết", _HERE),
    PaperField("ton_tai", "Tồn tại, hạn chế", _HERE),
    PaperField("kien_nghi", "Kiến nghị của đoàn kiểm tra", _HERE),
    PaperField("ket_luan", "Kết luận", _HERE),
    PaperField("so_ban", "Số bản được lập (04)", _HERE),
    PaperField("han_tra_loi", "Hạn đơn vị trả lời (ngày …)", _HERE),
    PaperField("hop_dong.noi_ky", "Nơi ký hợp đồng, biên bản thanh lý", _HERE),
    PaperField("hop_dong.thanh_toan", "Điều khoản tạm ứng, thanh toán", _HERE),
    PaperField("muc[].danh_gia", "Đánh giá từng nội dung (điền một lần cho mọi dòng)", _HERE),
)
_OF_DOSSIERS = (
    *_party("don_vi", "Đơn vị được hỗ trợ", Where.UNIT),
    PaperField("don_vi.dien_thoai", "Đơn vị được hỗ trợ: điện thoại", Where.UNIT),
    PaperField("don_vi.thu_dien_tu", "Đơn vị được hỗ trợ: thư điện tử", Where.UNIT),
    PaperField("don_vi.nganh", "Đơn vị được hỗ trợ: ngành chính", Where.UNIT),
    PaperField("don_vi.san_pham", "Đơn vị được hỗ trợ: sản phẩm chính", Where.UNIT),
    PaperField("don_vi.lao_dong", "Đơn vị được hỗ trợ: lao động bình quân, năm mới nhất", Where.UNIT),
    PaperField("don_vi.nam_so_lieu", "Đơn vị được hỗ trợ: năm của số lao động", Where.UNIT),
    *_party("ben_b", "Bên B (thực hiện, tư vấn)", Where.CONSULTANT),
    PaperField("ho_so.ma", "Mã hồ sơ", Where.DOSSIER),
    PaperField("ho_so.noi_dung", "Nội dung hỗ trợ của hồ sơ", Where.DOSSIER),
    PaperField("ho_so.nam", "Năm bắt đầu", Where.DOSSIER),
    PaperField("ho_so.nguoi_theo_doi", "Người theo dõi hồ sơ", Where.DOSSIER),
    PaperField("ho_so.kinh_phi", "Kinh phí dự kiến của hồ sơ (đồng)", Where.MONEY),
    PaperField("ho_so.kinh_phi_bang_chu", "Kinh phí dự kiến bằng chữ", Where.MONEY),
    PaperField("ho_so.ngan_sach", "Kinh phí dự kiến từ ngân sách nhà nước (đồng)", Where.MONEY),
    PaperField("ho_so.ngan_sach_bang_chu", "Kinh phí dự kiến từ ngân sách bằng chữ", Where.MONEY),
    PaperField("ho_so.doi_ung_du_kien", "Phần đối ứng dự kiến của đơn vị (đồng)", Where.MONEY),
    PaperField("ho_so.doi_ung", "Phần đối ứng của đơn vị đã ghi (đồng)", Where.PAYMENTS),
    PaperField("ke_hoach.van_ban", "Kế hoạch: loại, số, ngày, cơ quan ban hành", Where.PLAN),
    PaperField("hop_dong.so", "Số hợp đồng", Where.CONTRACT),
    PaperField("hop_dong.ngay", "Ngày ký hợp đồng", Where.CONTRACT),
    PaperField("hop_dong.noi_dung", "Nội dung hợp đồng, nếu không có thì của hồ sơ", Where.CONTRACT),
    PaperField("hop_dong.gia_tri", "Giá trị hợp đồng đang có hiệu lực (đồng)", Where.CONTRACT),
    PaperField("hop_dong.bang_chu", "Giá trị hợp đồng bằng chữ", Where.CONTRACT),
    PaperField("hop_dong.thoi_han", "Thời hạn thực hiện đang có hiệu lực", Where.CONTRACT),
    PaperField("hop_dong.nghiem_thu", "Giá trị nghiệm thu (đồng)", Where.CONTRACT),
    PaperField("hop_dong.nghiem_thu_bang_chu", "Giá trị nghiệm thu bằng chữ", Where.CONTRACT),
    PaperField("hop_dong.ngay_nghiem_thu", "Ngày nghiệm thu", Where.CONTRACT),
    PaperField("hop_dong.ngay_thanh_ly", "Ngày thanh lý", Where.CONTRACT),
    PaperField("hop_dong.tam_ung", "Đã tạm ứng theo hợp đồng (đồng)", Where.PAYMENTS),
    PaperField("hop_dong.da_thanh_toan", "Đã thanh toán theo hợp đồng (đồng)", Where.PAYMENTS),
    PaperField("hop_dong.thu_hoi", "Đã thu hồi tạm ứng (đồng)", Where.PAYMENTS),
    PaperField("hop_dong.con_lai", "Còn phải thanh toán (đồng)", Where.CONTRACT),
    PaperField("hop_dong.con_lai_bang_chu", "Còn phải thanh toán bằng chữ", Where.CONTRACT),
    PaperField("ngay_theo_doi", "Ngày lập văn bản, theo lịch của máy", Where.DOSSIER),
    PaperField("muc", "Các nội dung hỗ trợ", Where.ITEMS),
    PaperField("muc[].ten", "Tên nội dung", Where.ITEMS),
    PaperField("muc[].don_vi_tinh", "Đơn vị tính của nội dung", Where.ITEMS),
    PaperField("muc[].so_luong", "Số lượng", Where.ITEMS),
    PaperField("kinh_phi", "Kinh phí theo nguồn và năm", Where.MONEY),
    PaperField("kinh_phi[].nguon", "Tên nguồn", Where.MONEY),
    PaperField("kinh_phi[].nam", "Niên độ", Where.MONEY),
    PaperField("kinh_phi[].so_tien", "Số tiền của nguồn (đồng)", Where.MONEY),
    PaperField("khoan_chi", "Các khoản đã chi theo hợp đồng", Where.PAYMENTS),
    PaperField("khoan_chi[].ngay", "Ngày chi", Where.PAYMENTS),
    PaperField("khoan_chi[].loai", "Tạm ứng, thanh toán, thu hồi", Where.PAYMENTS),
    PaperField("khoan_chi[].chung_tu", "Chứng từ của khoản chi", Where.PAYMENTS),
    PaperField("khoan_chi[].so_tien", "Số tiền của khoản chi (đồng)", Where.PAYMENTS),
    PaperField("tien_do", "Các bước của hồ sơ", Where.STAGES),
    PaperField("tien_do[].ten", "Tên bước", Where.STAGES),
    PaperField("tien_do[].han", "Hạn của bước", Where.STAGES),
    PaperField("tien_do[].ngay", "Ngày thực hiện bước", Where.STAGES),
    PaperField("tien_do[].tinh_trang", "Tình trạng của bước", Where.STAGES),
    PaperField("viec_cham", "Các việc đã quá hạn", Where.STAGES),
    PaperField("viec_cham[].ten", "Việc quá hạn", Where.STAGES),
    PaperField("viec_cham[].han", "Hạn của việc", Where.STAGES),
    PaperField("viec_cham[].so_ngay", "Số ngày quá hạn", Where.STAGES),
    PaperField("chi_so", "Chỉ số trước và sau hỗ trợ", Where.INDICATORS),
    PaperField("chi_so[].ten", "Tên chỉ số", Where.INDICATORS),
    PaperField("chi_so[].don_vi_tinh", "Đơn vị tính của chỉ số", Where.INDICATORS),
    PaperField("chi_so[].truoc", "Giá trị trước hỗ trợ", Where.INDICATORS),
    PaperField("chi_so[].sau", "Giá trị sau hỗ trợ", Where.INDICATORS),
    PaperField("chi_so[].thay_doi", "Thay đổi và tỷ lệ", Where.INDICATORS),
    PaperField("chung_tu", "Giấy tờ đã nhận", Where.PAPERS),
    PaperField("chung_tu[].ten", "Tên giấy tờ", Where.PAPERS),
    PaperField("chung_tu[].so", "Số, ký hiệu giấy tờ", Where.PAPERS),
    PaperField("chung_tu[].ngay", "Ngày nhận giấy tờ", Where.PAPERS),
)
_OF_ROUNDS = (
    PaperField("dot.ten", "Tên đợt xét chọn", Where.ROUND),
    PaperField("dot.doi_tuong", "Đối tượng xét chọn", Where.ROUND),
    PaperField("dot.chi_tieu", "Chỉ tiêu của đợt", Where.ROUND),
    PaperField("dot.kinh_phi", "Kinh phí của đợt (đồng)", Where.ROUND),
    PaperField("dot.ngay_hop", "Ngày họp", Where.ROUND),
    PaperField("dot.quyet_dinh", "Quyết định phê duyệt", Where.ROUND),
    PaperField("yeu_cau", "Yêu cầu đối với đơn vị dự xét", Where.ROUND),
    PaperField("yeu_cau[].noi_dung", "Nội dung yêu cầu", Where.ROUND),
    PaperField("tieu_chi", "Tiêu chí chấm điểm", Where.ROUND),
    PaperField("tieu_chi[].ten", "Tên tiêu chí", Where.ROUND),
    PaperField("tieu_chi[].diem_toi_da", "Điểm tối đa của tiêu chí", Where.ROUND),
    PaperField("ung_vien", "Các đơn vị dự xét, theo thứ hạng", Where.ROUND),
    PaperField("ung_vien[].hang", "Thứ hạng", Where.ROUND),
    PaperField("ung_vien[].ten", "Tên đơn vị dự xét", Where.ROUND),
    PaperField("ung_vien[].diem", "Tổng điểm", Where.ROUND),
    PaperField("ung_vien[].de_nghi", "Kinh phí đề nghị (đồng)", Where.ROUND),
    PaperField("ung_vien[].ket_qua", "Kết quả xét chọn", Where.ROUND),
    PaperField("ung_vien[].ghi_chu", "Lý do, ghi chú", Where.ROUND),
)
_OF_COURSES = (
    PaperField("lop.ten", "Tên lớp", Where.COURSE),
    PaperField("lop.chuyen_de", "Chuyên đề của lớp", Where.COURSE),
    PaperField("lop.thoi_gian", "Thời gian của lớp", Where.COURSE),
    PaperField("lop.dia_diem", "Địa điểm của lớp", Where.COURSE),
    PaperField("lop.to_chuc", "Đơn vị tổ chức lớp", Where.COURSE),
    PaperField("lop.van_ban", "Quyết định, kế hoạch mở lớp, kèm ngày", Where.COURSE),
    PaperField("lop.so_buoi", "Số buổi của lớp", Where.COURSE),
    PaperField("moi.kinh_gui", "Nơi nhận giấy mời: đơn vị, hoặc người chưa ghi đơn vị", Where.COURSE),
    PaperField("buoi", "Các buổi học", Where.COURSE),
    PaperField("buoi[].ngay", "Ngày và buổi", Where.COURSE),
    PaperField("buoi[].noi_dung", "Nội dung buổi học", Where.COURSE),
    PaperField("buoi[].giang_vien", "Giảng viên của buổi", Where.COURSE),
    PaperField("hoc_vien_moi", "Những người được mời của một đơn vị", Where.COURSE),
    PaperField("hoc_vien_moi[].ho_ten", "Người được mời: họ và tên", Where.COURSE),
    PaperField("hoc_vien_moi[].chuc_vu", "Người được mời: chức vụ", Where.COURSE),
    PaperField("hoc_vien.ten", "Học viên: họ và tên", Where.COURSE),
    PaperField("hoc_vien.xung_ho", "Học viên: Ông, Bà, hoặc Ông/Bà", Where.COURSE),
    PaperField("hoc_vien.nam_sinh", "Học viên: năm sinh", Where.COURSE),
    PaperField("hoc_vien.chuc_vu", "Học viên: chức vụ khi học", Where.COURSE),
    PaperField("hoc_vien.don_vi", "Học viên: đơn vị khi học", Where.COURSE),
    PaperField("chung_nhan.so", "Số chứng nhận", Where.COURSE),
    PaperField("chung_nhan.ngay", "Ngày cấp chứng nhận", Where.COURSE),
    PaperField("chung_nhan.ban_sao", "“BẢN SAO” từ lần in thứ hai, nếu không thì để trống", Where.COURSE),
)
_OF_WORK = (
    PaperField("ke_hoach.van_ban", "Kế hoạch: số, ký hiệu, ngày, cơ quan ban hành", Where.PLAN),
    PaperField("ngay_theo_doi", "Ngày lập công văn", Where.WORK),
    PaperField("viec.kinh_gui", "Cơ quan chủ trì được đôn đốc", Where.WORK),
    PaperField("viec.nguoi_theo_doi", "Người theo dõi việc", Where.WORK),
    PaperField("viec_giao", "Các việc được đôn đốc", Where.WORK),
    PaperField("viec_giao[].ten", "Việc: nội dung", Where.WORK),
    PaperField("viec_giao[].phoi_hop", "Việc: cơ quan phối hợp", Where.WORK),
    PaperField("viec_giao[].han", "Việc: thời hạn", Where.WORK),
    PaperField("viec_giao[].so_ngay", "Việc: số ngày quá hạn", Where.WORK),
)
_ROW_FIELDS = (
    PaperField("thanh_vien[].ho_ten", "Người tham dự: họ và tên", _HERE),
    PaperField("thanh_vien[].chuc_vu", "Người tham dự: chức vụ", _HERE),
    PaperField("thanh_vien[].vai_tro", "Người tham dự: vai trò", _HERE),
    PaperField("can_cu[].van_ban", "Căn cứ: tên văn bản", _HERE),
)
FIELDS = {each.name: each for each in (*_TYPED, *_ROW_FIELDS, *_OF_DOSSIERS, *_OF_ROUNDS, *_OF_COURSES, *_OF_WORK)}
"""Every field by its name."""
_LIKE = 0.6


_OF = {Subject.DOSSIER: _OF_DOSSIERS, Subject.ROUND: _OF_ROUNDS, Subject.COURSE: _OF_COURSES, Subject.WORK: _OF_WORK}
_DOSSIERS_ONLY = frozenset({"hop_dong.noi_ky", "hop_dong.thanh_toan", "muc[].danh_gia"})


def fields_for(subject: Subject) -> tuple[PaperField, ...]:
    """The fields that papers of a subject can use, in the order in which they are shown."""
    typed = (*_TYPED, *_ROW_FIELDS)
    own = [each for each in typed if subject is Subject.DOSSIER or each.name not in _DOSSIERS_ONLY]
    return (*_OF[subject], *own)


def unknown_sentence(name: str, subject: Subject) -> str:
    """What to do about a field of a template that there is not; names the field that was probably meant."""
    known = [each.name for each in fields_for(subject)]
    written = name.replace("[]", "")
    like = difflib.get_close_matches(name, known, 1, _LIKE)
    meant = f" Có phải là “{like[0].replace('[]', '')}” không?" if like else ""
    return f"Không có trường trộn “{written}”.{meant} Hãy mở mẫu bằng Word và sửa; xem bảng trường trộn."
