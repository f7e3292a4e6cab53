"""Whether a text in the column of lead agencies names an agency; other words there are printed as they are."""

from nscl_desktop.domain.text import fold

_BEGINNINGS = (
    "so ", "cuc ", "chi cuc", "tong cuc", "ban ", "ubnd", "uy ban", "phong ", "hoi ", "hiep hoi", "lien minh",
    "trung tam", "vien ", "bo ", "cong an", "bao ", "dai ", "truong ", "van phong", "cac ", "lien hiep", "kho bac",
)  # fmt: skip


def agency_name(text: str) -> str:
    """The one agency that a text names, without a full stop behind it; "" for "Có dự án riêng" and for several."""
    name = " ".join(text.split()).rstrip(" .,;")
    is_one = bool(name) and not any(sign in name for sign in ",;")
    return name if is_one and f"{fold(name)} ".startswith(_BEGINNINGS) else ""
