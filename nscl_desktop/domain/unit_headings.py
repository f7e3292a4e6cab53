"""What a column of a list of units is for, from the words of its heading: the vocabulary of the lists of offices.

Seen on lists of departments, tax offices and industrial parks: STT, Tên doanh nghiệp, MST / Mã số doanh nghiệp, Trụ sở,
Người đại diện over Họ tên | Chức vụ, Số lao động, Doanh thu (triệu đồng) over years, Ngành nghề, ISO. Compared without
case and dấu, the words nearest to the column first.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from nscl_desktop.domain.enterprise_list import FLAGS
from nscl_desktop.domain.money import MoneyUnit
from nscl_desktop.domain.text import fold

IGNORE, NUMBERING, CERTIFICATES = "", "#", "certificates"
LABOUR, REVENUE, CAPITAL = "labour", "revenue", "capital"
FIGURES = (LABOUR, REVENUE, CAPITAL)
"""Columns whose cells go to the unit's figures of a year."""
MONEY = (REVENUE, CAPITAL)


@dataclass(frozen=True, slots=True)
class UnitColumn:
    """What one column holds: a field of Enterprise, one of FIGURES, CERTIFICATES, NUMBERING or IGNORE.

    ``year``: of the figures as the heading names it, 0 where it names none. ``unit``: of money, None where unsaid.
    ``title``: the heading in words; a ticked cell of a column of certificates means what the heading names.
    """

    field: str
    year: int = 0
    unit: MoneyUnit | None = None
    title: str = ""


# The first that is found counts; what is more special stands before what is found inside it.
_WORDS: tuple[tuple[str, str], ...] = (
    (NUMBERING, r"^(stt|tt|so tt|so thu tu|#)$"),
    ("note", r"ghi chu"),
    ("state", r"tinh trang|trang thai"),
    ("founded_on", r"(ngay|nam|thoi gian) thanh lap|ngay cap (dkkd|gcn|giay)"),
    ("tax_code", r"\bmst\b|ma so thue|ma thue|\b(ma so|ma|so) (doanh nghiep|dn|dkkd|dkdn|htx|hop tac xa)\b|\bmsdn\b"),
    ("email", r"e ?-? ?mail|thu dien tu|hop thu"),
    ("website", r"\bweb|trang (thong )?tin"),
    ("phone", r"dien thoai|\bs?dt\b|\btel\b|di dong|hotline"),
    ("representative_title", r"chuc (vu|danh)"),
    (IGNORE, r"dieu le|nguoi lien he|dau moi|don vi tinh|so (giay )?chung nhan|ngay (cap|het han)"),
    ("is_foreign_invested", r"\bfdi\b|nuoc ngoai(?=.*von)|von.* nuoc ngoai"),
    ("is_state_owned", r"von nha nuoc|nha nuoc"),
    (LABOUR, r"lao dong|so (cong )?nhan|nhan (su|vien)|\bcbcnv\b"),
    (REVENUE, r"doanh thu"),
    (CAPITAL, r"tong (nguon )?von|nguon von|tong tai san|^von\b"),
    ("is_ocop", r"\bocop\b"),
    ("is_supporting_industry", r"(cong nghiep|cn) ho tro|\bcnht\b"),
    ("is_key_industry", r"mui nhon"),
    ("is_key_export", r"xuat khau chu luc|\bxk chu luc"),
    ("is_science_technology", r"khoa hoc (va |& |, )?cong nghe|\bkh ?(&|va) ?cn\b|\bkhcn\b"),
    ("is_startup", r"khoi nghiep"),
    ("is_small_medium", r"nho va vua|\bdnnvv\b"),
    ("kind", r"loai hinh|hinh thuc (phap ly|to chuc)"),
    ("foreign_name", r"ten.*(nuoc ngoai|tieng anh|quoc te)"),
    ("short_name", r"viet tat|ten (ngan|giao dich|goi tat)"),
    ("name", r"\bten (cac )?(don vi|doanh nghiep|dn|cong ty|co so|to chuc|htx|hop tac xa|truong|chu the|ho|day du)\b"),
    ("representative", r"dai dien|giam doc|nguoi dung dau|chu (doanh nghiep|co so|ho|nhiem|so huu)\b|hieu truong"),
    ("sector_code", r"ma nganh|\bvsic\b"),
    ("products", r"san pham|mat hang|dich vu chinh"),
    (CERTIFICATES, r"\biso\b|chung (nhan|chi)|he thong quan ly|\bhaccp\b|tieu chuan"),
    ("sector_name", r"nganh|linh vuc"),
    ("address", r"dia chi|tru so"),
    ("district", r"\b(huyen|quan|thi xa)\b"),
    ("commune", r"\b(xa|phuong|thi tran|dac khu)\b"),
    ("province", r"\b(tinh|thanh pho)\b"),
    ("name", r"^(ten( goi)?|(don vi|doanh nghiep|cong ty|co so|to chuc)( (duoc )?(thu huong|ho tro|tham gia))?)$"),
)  # fmt: skip
_PATTERNS = tuple((field, re.compile(pattern)) for field, pattern in _WORDS)
_YEAR = re.compile(r"\b(20\d\d)\b")
_UNITS = (
    (MoneyUnit.TY, re.compile(r"\bty\b")), (MoneyUnit.TRIEU, re.compile(r"\b(trieu|trd|tr\.? ?d)\b")),
    (MoneyUnit.NGHIN, re.compile(r"\b(nghin|ngan|1\.?000 ?d)")),
    (MoneyUnit.DONG, re.compile(r"\b(dong|vnd|dvt ?: ?d)\b")),
)  # fmt: skip
_LONGEST = 300
FIELDS = (
    "name", "tax_code", "kind", "short_name", "foreign_name", "address", "commune", "district", "province",
    "representative", "representative_title", "phone", "email", "website", LABOUR, REVENUE, CAPITAL, "sector_code",
    "sector_name", "products", CERTIFICATES, *FLAGS, "founded_on", "state", "note",
)  # fmt: skip
"""All that a column can be chosen for, in the order in which it is offered."""


@lru_cache(maxsize=4096)
def column_of(path: tuple[str, ...]) -> UnitColumn:
    """What the headings above a column make of it, the topmost first; IGNORE where their words are not known."""
    words = [fold(part[:_LONGEST]).strip(" .:*") for part in path]
    title = " – ".join(" ".join(part.split()) for part in path)
    joined = " ".join(words)
    field = next((found for each in (*reversed(words), joined) if (found := _field_of(each)) is not None), IGNORE)
    if field not in FIGURES:
        return UnitColumn(field, title=title)
    years = _YEAR.findall(joined)
    unit = next((unit for unit, pattern in _UNITS if pattern.search(joined)), None) if field in MONEY else None
    return UnitColumn(field, int(years[-1]) if years else 0, unit, title)


def _field_of(words: str) -> str | None:
    """The field that the words mean; None where they are not known."""
    return next((field for field, pattern in _PATTERNS if pattern.search(words)), None)
