"""The words around the brand in names of Vietnamese units: legal forms, kinds of school and clinic, trades, places.

Whole phrases only, never single syllables: "an toàn", "thịnh phát" and "minh đạt" share theirs with trades, and every
firm would match every other. A single syllable with a trade's meaning (may, gỗ, dược) stays in the brand. Legal forms
are those of Luật Doanh nghiệp 59/2020/QH14 and Luật Hợp tác xã 2023 with the abbreviations that clerks write.
"""

COMPANY, COOPERATIVE, HOUSEHOLD, SCHOOL, HOSPITAL = "company", "cooperative", "household", "school", "hospital"

# Leading phrases -> the group that they put a unit into ("" leaves it open) and what they say about it ("" nothing).
FORMS: dict[str, tuple[str, str]] = {
    "công ty": (COMPANY, ""), "cty": (COMPANY, ""), "ct": (COMPANY, ""), "c ty": (COMPANY, ""),
    "tổng công ty": (COMPANY, "tổng công ty"), "tổng cty": (COMPANY, "tổng công ty"), "tct": (COMPANY, "tổng công ty"),
    "tập đoàn": (COMPANY, "tập đoàn"), "doanh nghiệp": (COMPANY, ""), "liên doanh": (COMPANY, ""),
    "cổ phần": (COMPANY, "cổ phần"), "cp": (COMPANY, "cổ phần"), "ctcp": (COMPANY, "cổ phần"),
    "ctycp": (COMPANY, "cổ phần"), "trách nhiệm hữu hạn": (COMPANY, "TNHH"), "tnhh": (COMPANY, "TNHH"),
    "cttnhh": (COMPANY, "TNHH"), "ctytnhh": (COMPANY, "TNHH"), "một thành viên": (COMPANY, "TNHH"),
    "một tv": (COMPANY, "TNHH"), "1 thành viên": (COMPANY, "TNHH"), "1 tv": (COMPANY, "TNHH"),
    "mtv": (COMPANY, "TNHH"), "hai thành viên trở lên": (COMPANY, "TNHH"), "2 thành viên trở lên": (COMPANY, "TNHH"),
    "hai thành viên": (COMPANY, "TNHH"), "2 thành viên": (COMPANY, "TNHH"), "2 tv": (COMPANY, "TNHH"),
    "nhà nước": ("", ""), "hợp danh": (COMPANY, "hợp danh"), "doanh nghiệp tư nhân": (COMPANY, "tư nhân"),
    "dntn": (COMPANY, "tư nhân"), "dn tư nhân": (COMPANY, "tư nhân"), "xí nghiệp tư nhân": (COMPANY, "tư nhân"),
    "hợp tác xã": (COOPERATIVE, ""), "htx": (COOPERATIVE, ""), "liên hiệp hợp tác xã": (COOPERATIVE, "liên hiệp"),
    "liên hiệp htx": (COOPERATIVE, "liên hiệp"), "tht": (COOPERATIVE, "tổ hợp tác"),
    "tổ hợp tác": (COOPERATIVE, "tổ hợp tác"),
    "hộ kinh doanh": (HOUSEHOLD, ""), "hkd": (HOUSEHOLD, ""), "hộ kd": (HOUSEHOLD, ""), "cá thể": ("", ""),
    "hộ kinh doanh cá thể": (HOUSEHOLD, ""), "hộ cá thể": (HOUSEHOLD, ""), "hộ ông": (HOUSEHOLD, ""),
    "hộ bà": (HOUSEHOLD, ""), "cơ sở sản xuất": (HOUSEHOLD, ""), "cơ sở": (HOUSEHOLD, ""), "cssx": (HOUSEHOLD, ""),
    "trường": (SCHOOL, ""), "mầm non": (SCHOOL, "mầm non"), "mn": (SCHOOL, "mầm non"),
    "mẫu giáo": (SCHOOL, "mẫu giáo"), "mg": (SCHOOL, "mẫu giáo"), "tiểu học": (SCHOOL, "tiểu học"),
    "th": (SCHOOL, "tiểu học"), "trung học cơ sở": (SCHOOL, "THCS"), "thcs": (SCHOOL, "THCS"),
    "trung học phổ thông": (SCHOOL, "THPT"), "thpt": (SCHOOL, "THPT"), "ptth": (SCHOOL, "THPT"),
    "chuyên": ("", "chuyên"), "phổ thông dân tộc nội trú": (SCHOOL, "nội trú"), "ptdtnt": (SCHOOL, "nội trú"),
    "trung cấp": (SCHOOL, "trung cấp"), "trung cấp nghề": (SCHOOL, "trung cấp"), "cao đẳng": (SCHOOL, "cao đẳng"),
    "cđ": (SCHOOL, "cao đẳng"), "cao đẳng nghề": (SCHOOL, "cao đẳng nghề"), "đại học": (SCHOOL, "đại học"),
    "đh": (SCHOOL, "đại học"), "trung tâm giáo dục thường xuyên": (SCHOOL, "GDTX"), "trung tâm gdtx": (SCHOOL, "GDTX"),
    "ttgdtx": (SCHOOL, "GDTX"), "trung tâm giáo dục nghề nghiệp": (SCHOOL, "GDNN"), "trung tâm gdnn": (SCHOOL, "GDNN"),
    "giáo dục thường xuyên": (SCHOOL, "GDTX"), "gdtx": (SCHOOL, "GDTX"),
    "bệnh viện": (HOSPITAL, "bệnh viện"), "bv": (HOSPITAL, "bệnh viện"), "bvđk": (HOSPITAL, "bệnh viện đa khoa"),
    "bv đk": (HOSPITAL, "bệnh viện đa khoa"), "bệnh viện đa khoa": (HOSPITAL, "bệnh viện đa khoa"),
    "bv đa khoa": (HOSPITAL, "bệnh viện đa khoa"), "khu vực": ("", "khu vực"), "sản nhi": ("", "sản nhi"),
    "phụ sản": ("", "phụ sản"), "y học cổ truyền": ("", "y học cổ truyền"), "yhct": ("", "y học cổ truyền"),
    "phục hồi chức năng": ("", "phục hồi chức năng"), "phcn": ("", "phục hồi chức năng"),
    "trung tâm y tế": (HOSPITAL, "trung tâm y tế"), "ttyt": (HOSPITAL, "trung tâm y tế"),
    "trạm y tế": (HOSPITAL, "trạm y tế"), "tyt": (HOSPITAL, "trạm y tế"), "phòng khám": (HOSPITAL, "phòng khám"),
    "phòng khám đa khoa": (HOSPITAL, "phòng khám"), "pkđk": (HOSPITAL, "phòng khám"), "pk": (HOSPITAL, "phòng khám"),
}  # fmt: skip

# A dependent unit of what follows: never the same unit as the firm itself.
HEADS: dict[str, str] = {
    "chi nhánh": "chi nhánh", "cn": "chi nhánh", "văn phòng đại diện": "văn phòng đại diện",
    "vpđd": "văn phòng đại diện", "địa điểm kinh doanh": "địa điểm kinh doanh", "nhà máy": "nhà máy",
    "xí nghiệp": "xí nghiệp", "xn": "xí nghiệp", "cửa hàng": "cửa hàng",
}  # fmt: skip

# Behind the brand, in English
TAILS = ("co ltd", "company limited", "co", "ltd", "jsc", "joint stock company", "corp", "corporation", "company")

_OTHER_TRADES = """
thiết kế, chế tạo, lâm nghiệp, nông lâm nghiệp, hải sản, lương thực, khách sạn, nhà hàng, vật liệu, điện tử,
điện lạnh, điện máy, cơ điện, dược phẩm, hóa chất, bao bì, in ấn, may mặc, dệt may, thời trang, nội thất,
môi trường, năng lượng, tổng hợp, thiết bị y tế, vật tư y tế, máy móc, phân bón, chăn nuôi,
thức ăn chăn nuôi, chế biến gỗ, đồ gỗ, gốm sứ, giao nhận, kho vận, viễn thông, tin học, phần mềm, giải pháp,
truyền thông, quảng cáo, giáo dục, đào tạo, công nghiệp, hạ tầng, giao thông, thủy lợi, công trình, khoáng sản,
cao su, cà phê, bánh kẹo, nước giải khát, đồ uống, mỹ phẩm, linh kiện, phụ tùng, ô tô, xe máy, gia công,
quốc tế, rau an toàn, cấp nước, cấp thoát nước, đô thị, bảo vệ, logistics, mỹ nghệ, thủ công mỹ nghệ,
tiêu dùng, xăng dầu, vàng bạc đá quý, chứng nhận, giám định, kiểm định, đo lường, thử nghiệm,
chuyển giao công nghệ, tiểu thủ công nghiệp, trang trí nội thất, cơ khí chính xác, giày da, thủy điện,
viễn thông tin học, thức ăn gia súc, gia súc, cây giống, giống cây trồng, vật tư nông nghiệp, xuất khẩu lao động
"""
# Full phrase -> abbreviations; those of one word without a vowel also stand joined (SXTMDV).
TRADES: dict[str, tuple[str, ...]] = {
    "sản xuất": ("sx",), "thương mại": ("tm",), "dịch vụ": ("dv",), "xây dựng": ("xd",), "xuất nhập khẩu": ("xnk",),
    "kinh doanh": ("kd",), "đầu tư": ("đt",), "phát triển": ("pt",), "vận tải": ("vt",), "kỹ thuật": ("kt",),
    "tư vấn": ("tv",), "nông nghiệp": ("nn",), "cơ khí": ("ck",), "chế biến": ("cb",), "thực phẩm": ("tp",),
    "nông sản": ("ns",), "thủy sản": ("ts",), "du lịch": ("dl",), "vật liệu xây dựng": ("vlxd",),
    "công nghệ": ("cn",), "khoa học": ("kh",), "thiết bị": ("tb",),
    "vật tư": (), "bất động sản": ("bđs",), "xuất khẩu": ("xk",), "nhập khẩu": ("nk",),
    **dict.fromkeys(map(str.strip, _OTHER_TRADES.split(",")), ()),
}  # fmt: skip
# As these also abbreviate brands, they need a trade beside them
AMBIGUOUS_TRADES = frozenset(
    {"đt", "pt", "vt", "kt", "tv", "nn", "ck", "cb", "tp", "ns", "ts", "dl", "cn", "xk", "nk", "kh", "tb"}
)

# Words that open a place behind the brand
LEVELS = (
    "tỉnh", "thành phố", "tp", "huyện", "quận", "thị xã", "tx", "xã", "phường", "thị trấn", "tt", "tại",
)  # fmt: skip

_PLAIN_PLACES = """
an giang, bắc giang, bạc liêu, bắc ninh, bến tre, bình định, bình dương, bình phước, bình thuận, cà mau,
cao bằng, cần thơ, đà nẵng, đắk nông, điện biên, đồng nai, đồng tháp, gia lai, hà giang, hà nam, hà tĩnh,
hải dương, hậu giang, hòa bình, hưng yên, khánh hòa, kiên giang, lai châu, lâm đồng, lạng sơn, lào cai,
long an, nam định, nghệ an, ninh bình, ninh thuận, phú thọ, phú yên, quảng bình, quảng nam, quảng ngãi,
quảng ninh, quảng trị, sóc trăng, sơn la, tây ninh, thái bình, thái nguyên, thanh hóa, tiền giang, trà vinh,
tuyên quang, vĩnh long, vĩnh phúc, yên bái, hải phòng, miền bắc, miền trung, miền nam, tây nguyên
"""
# The provinces of before 01/07/2025 with what else stands behind brands; the first spelling is the key.
PLACES: tuple[tuple[str, ...], ...] = (
    *((name.strip(),) for name in _PLAIN_PLACES.split(",")),
    ("hà nội", "hn"), ("hồ chí minh", "hcm", "tphcm", "sài gòn"), ("bà rịa vũng tàu", "brvt", "vũng tàu"),
    ("thừa thiên huế", "huế", "tt huế"), ("đắk lắk", "đắc lắc", "daklak"), ("bắc kạn", "bắc cạn"),
    ("kon tum", "kontum"), ("việt nam", "vietnam", "viet nam", "vn"),
)  # fmt: skip
