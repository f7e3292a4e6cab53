"""Words by which a pasted list of people is understood: surnames, titles, kinds of units, headings. All folded.

Data, not law: what is missing here makes a row doubtful, never wrong, since every row is shown before it is taken over.
"""

_KNOWN = """
nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly doan trinh dinh mai lam truong ha cao chau ta
luu thai tong luong vuong quach to tang phung dao ton kieu nghiem bach be bien cam chu cung cu dam danh dau diep
dieu giap hua khuat khong khuc kim kha la lai lac luc lo lu ma mac man manh ngac nong nham ninh ong on phi phuong
quang sam son su thach than thieu tieu tiet tra trieu tu tuong ung uong van vi xa au doi si tri bang thi chung luyen
trang mo
"""
SURNAMES = frozenset(_KNOWN.split())
LABELS = (
    ("phone", ("so dien thoai", "dien thoai", "sdt", "sđt", "so dt", "đtdd", "dtdd", "dt", "tel", "phone", "mobile",
               "di dong", "dd", "zalo", "lien he")),
    ("email", ("email", "e-mail", "mail", "thu dien tu")),
    ("born", ("sinh nam", "sinh ngay", "nam sinh", "ngay sinh", "sn", "ns", "sinh")),
    ("title", ("chuc vu", "chuc danh", "cv")),
    ("unit", ("don vi cong tac", "noi cong tac", "cong tac tai", "don vi", "co quan", "dv")),
    ("sex", ("gioi tinh", "gt")),
    ("name", ("ho va ten", "ho ten", "hoc vien")),
)  # fmt: skip
"""What a piece such as “SĐT: 0901…” says of itself."""
HEADINGS: dict[str, tuple[str, ...]] = {
    "name": ("ho va ten", "ho ten", "ho va ten hoc vien", "ho ten hoc vien", "ten hoc vien", "hoc vien",
             "nguoi tham du", "ho va ten nguoi tham du", "ho ten nguoi tham du", "dai bieu", "full name", "name"),
    "before": ("ho", "ho dem", "ho va ten dem", "ho va dem", "ho lot", "ho va chu lot", "ho va ten lot"),
    "given": ("ten",),
    "born": ("nam sinh", "ngay sinh", "ngay thang nam sinh", "ngay, thang, nam sinh", "sinh nam", "ns", "nam  sinh"),
    "sex": ("gioi tinh", "gt", "phai"),
    "male": ("nam",),
    "female": ("nu",),
    "title": ("chuc vu", "chuc danh", "vi tri", "vi tri cong tac", "cong viec", "chuc vu, chuc danh"),
    "unit": ("don vi", "don vi cong tac", "co quan", "co quan, don vi", "co quan/don vi", "ten doanh nghiep",
             "ten cong ty", "cong ty", "noi cong tac", "to chuc", "doanh nghiep", "ten don vi", "don vi, dia chi",
             "don vi/doanh nghiep", "co quan cong tac"),
    "phone": ("dien thoai", "so dien thoai", "sdt", "so dt", "dt", "di dong", "dtdd", "lien he", "so lien he",
              "dien thoai lien he", "so dien thoai lien he"),
    "email": ("email", "e-mail", "thu dien tu", "mail", "dia chi email"),
    "number": ("stt", "tt", "so tt", "so thu tu", "no", "#"),
    "note": ("ghi chu", "bo phan", "phong ban", "phong, ban"),
    "signed": ("ky ten", "chu ky", "ky nhan", "ky"),
}  # fmt: skip
TITLES = (
    "giam doc", "pho giam doc", "pgd", "gd", "tgd", "ptgd", "tong giam doc", "pho tong giam doc", "truong phong",
    "pho phong", "pho truong phong", "pho tp", "tp", "truong ban", "pho ban", "truong bo phan", "pho bo phan",
    "truong nhom", "truong khoa", "pho khoa", "pho truong", "nhan vien", "nv", "chuyen vien", "can bo", "cb", "ke toan",
    "to truong", "to pho", "quan doc", "pho quan doc", "ky su", "cong nhan", "qa", "qc", "kcs", "qms", "iso",
    "hieu truong", "hieu pho", "pho hieu truong", "giao vien", "giang vien", "chu tich", "pho chu tich", "chu nhiem",
    "pho chu nhiem", "chi cuc truong", "pho chi cuc truong", "thu ky", "van thu", "thu kho", "bac si", "duoc si",
    "dieu duong", "y si", "ky thuat", "ky thuat vien", "chu co so", "chu ho", "chu doanh nghiep", "thanh vien",
    "thanh tra vien", "kiem soat vien", "dai dien", "phu trach", "quan ly", "tro ly", "truong chi nhanh", "chanh",
    "truong tram", "pho tram", "truong xuong", "cua hang truong", "ban dieu hanh", "kinh doanh", "hanh chinh",
    "xuong truong", "doi truong", "pho doi truong", "vien truong", "pho vien truong", "chanh van phong", "tap vu",
)  # fmt: skip
UNITS = (
    "cong ty", "cty", "ctcp", "c.ty", "tong cong ty", "tap doan", "so khoa", "so cong", "so nong", "so y", "so kh",
    "so ke", "so tai", "so giao", "so xay", "so noi", "so tu", "so lao", "so van", "so du", "so gd", "so nn", "ubnd",
    "uy ban", "chi cuc", "htx", "hop tac xa", "lien hiep", "lien minh", "dntn", "dn tu nhan", "doanh nghiep",
    "benh vien", "bv", "trung tam", "tt y te", "hoi nong", "hoi doanh", "hoi lien", "hiep hoi", "vien nang", "vien kh",
    "ban quan ly", "bql", "nha may", "xi nghiep", "co so", "xuong", "chi nhanh", "cn cong", "van phong", "tram y te",
    "truong dai hoc", "truong cao dang", "truong thpt", "truong thcs", "truong trung", "truong tieu", "truong mam",
    "truong dh", "truong cd", "dai hoc", "cao dang", "ho kinh doanh", "hkd", "phong kinh te", "phong nong",
    "phong y te", "phong giao duc", "phong van hoa", "phong gd", "cuc ", "ngan hang", "lien doan", "doan thanh nien",
    "trang trai", "lang nghe", "to hop tac", "cua hang", "nha hang", "khach san", "cao dang nghe", "hdnd", "dang uy",
)  # fmt: skip
ACCENTED_UNITS = ("trường ", "sở ", "viện ", "phòng ", "hội ", "cục ", "trạm ", "xã ", "phường ")
"""As they are written with dấu: without, “Truong” may be a surname."""
NO_NAMES = (
    "danh sach", "hoc vien", "kinh gui", "tong cong", "cong hoa", "doc lap", "thong bao", "nhu sau", "dang ky",
    "xin gui", "gui ", "em gui", "nguoi lap", "ghi chu", "lop ", "ngay ", "dia diem", "thoi gian", "so luong",
    "nhu tren", "cam on", "bo sung", "ky ten", "thu truong", "xac nhan",
)  # fmt: skip
MEN = ("ong", "anh", "mr", "a", "chu", "thay")
WOMEN = ("ba", "chi", "mrs", "ms", "c", "co")
DEGREES = ("ths", "ts", "ks", "bs", "cn", "pgs", "gs", "ds", "d/c", "dong chi", "dc", "thac si", "tien si", "ky su")
