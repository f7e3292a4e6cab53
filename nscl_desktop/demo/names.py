"""Invented names: places that are on no map, people of common syllables, tax codes of a block that was never given out.

Every unit's name ends in “(mẫu)”, so that no paper of the demo year can be taken for a real one.
"""

from random import Random

from nscl_desktop.domain.tax_codes import check_digit

MARK = " (mẫu)"
_FIRST_TAX_CODE = 399_900_100
"""39 is Tây Ninh; its tax office has given out no code near 3999."""
_PLACES = (
    "Gò Mây", "Suối Lam", "Bàu Sen Vàng", "Trảng Gió", "Đồi Hương", "Rạch Trúc", "Bến Sao", "Vườn Nắng", "Cầu Lụa",
    "Giồng Xanh", "Láng Ngọc", "Bưng Bạc", "Hòn Thóc", "Kênh Biếc", "Mỏ Cò", "Xóm Bông", "Đá Tiên", "Thung Mai",
    "Cồn Lau", "Lộc Hạ Sơn", "Ao Trăng", "Dốc Thông", "Gành Son", "Phố Me", "Truông Én",
)  # fmt: skip
_TRADES = (
    ("Bột mì", "10620", "Tinh bột khoai mì"), ("Cao su", "22190", "Mủ cao su kỹ thuật"),
    ("Dệt may", "14100", "Áo khoác xuất khẩu"), ("Cơ khí chính xác", "25920", "Chi tiết máy"),
    ("Thực phẩm", "10790", "Bánh tráng, muối tôm"), ("Gỗ nội thất", "31001", "Bàn ghế gỗ"),
    ("Bao bì", "17021", "Thùng giấy"), ("Đường", "10720", "Đường tinh luyện"),
    ("Vật liệu xây dựng", "23920", "Gạch không nung"), ("Hóa chất", "20231", "Nước tẩy rửa"),
)  # fmt: skip
_FORMS = (
    ("Công ty TNHH", "llc_more"), ("Công ty TNHH Một thành viên", "llc_one"), ("Công ty cổ phần", "joint_stock"),
    ("Doanh nghiệp tư nhân", "private"), ("Công ty TNHH Sản xuất Thương mại", "llc_more"),
)  # fmt: skip
_SURNAMES = ("Nguyễn", "Trần", "Lê", "Phạm", "Võ", "Huỳnh", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương")
_MIDDLES = (("Văn", "Minh", "Quốc", "Hữu", "Đức"), ("Thị", "Ngọc", "Thanh", "Thùy", "Mỹ"))
_GIVEN = (
    ("An", "Bình", "Cường", "Dũng", "Hải", "Khoa", "Long", "Nam", "Phúc", "Quân", "Sơn", "Tuấn"),
    ("Ánh", "Chi", "Dung", "Hà", "Hương", "Lan", "Mai", "Nga", "Phượng", "Thảo", "Trang", "Yến"),
)  # fmt: skip
COMMUNES = ("Tân Mẫu", "An Mẫu", "Phước Mẫu", "Long Mẫu")


def tax_code(number: int) -> str:
    """The so-manyth code of the block, with a right check digit; bodies that have none are passed over."""
    bodies = (body for body in range(_FIRST_TAX_CODE, _FIRST_TAX_CODE + 10_000) if check_digit(str(body)) is not None)
    body = next(body for at, body in enumerate(bodies) if at == number)
    return f"{body}{check_digit(str(body))}"


def company(number: int) -> dict[str, str]:
    """Name, kind, trade and product of the so-manyth enterprise; all names differ."""
    form, kind = _FORMS[number % len(_FORMS)]
    trade, sector, product = _TRADES[number % len(_TRADES)]
    place = _PLACES[number % len(_PLACES)] + (" 2" if number >= len(_PLACES) else "")
    return {
        "name": f"{form} {trade} {place}{MARK}", "kind": kind, "sector_code": sector, "sector_name": trade,
        "product": product, "place": place,
    }  # fmt: skip


class People:
    """Names of people, none twice."""

    def __init__(self, random: Random) -> None:
        self._random = random
        self._taken: set[str] = set()

    def one(self) -> tuple[str, str]:
        """A name, and whether it is a woman's or a man's ("female", "male")."""
        while True:
            female = self._random.random() < 0.5
            parts = (_SURNAMES, _MIDDLES[female], _GIVEN[female])
            name = " ".join(self._random.choice(part) for part in parts)
            if name not in self._taken:
                self._taken.add(name)
                return name, "female" if female else "male"
