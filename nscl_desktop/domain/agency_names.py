"""Whether a text in the column of lead agencies names an agency; other words there are printed as they are."""

from nscl_desktop.domain.text import match_key

_BEGINNINGS = tuple(
    f"{match_key(words)} "
    for words in (
        "Sở", "Cục", "Chi cục", "Tổng cục", "Ban", "UBND", "Ủy ban", "Phòng", "Hội", "Hiệp hội", "Liên minh",
        "Liên hiệp", "Trung tâm", "Viện", "Bộ", "Công an", "Báo", "Đài", "Trường", "Văn phòng", "Các", "Kho bạc",
    )
)  # fmt: skip
"""With their diacritics: "Sổ tay" is no Sở."""


def agency_name(text: str) -> str:
    """The one agency that a text names, without a full stop behind it; "" for "Có dự án riêng" and for several."""
    name = " ".join(text.split()).rstrip(" .,;")
    is_one = bool(name) and not any(sign in name for sign in ",;")
    return name if is_one and f"{match_key(name)} ".startswith(_BEGINNINGS) else ""
