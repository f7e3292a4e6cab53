"""Which picture may stand for a signature on official paper (NĐ 30/2020, Phụ lục I, II.8: .png, transparent ground)."""

from pathlib import Path

from PIL import Image

from nscl_desktop.domain.errors import InputError, UnreadableFileError
from nscl_desktop.domain.text import quoted

_MOST_BYTES = 5 * 1024 * 1024
_LEAST_WIDE, _LEAST_HIGH, _MOST = 60, 30, 4000
"""Pixels: fewer are not to be read on paper, more only make every file larger."""


def require_signature_picture(path: Path) -> None:
    """Raise one sentence where a file cannot be printed as a signature.

    Raises:
        InputError: no PNG, a damaged one, too small or too large.
        UnreadableFileError: it cannot be read at all.
    """
    shown = quoted(path.name)
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise InputError(f"Tệp {shown} lớn hơn 5 MB nên không dùng làm ảnh chữ ký được; hãy thu nhỏ ảnh.")
        path.open("rb").close()
    except OSError as error:
        raise UnreadableFileError(f"Không đọc được tệp {shown}; hãy kiểm tra lại tệp và quyền đọc.") from error
    try:
        with Image.open(path, formats=["PNG"]) as picture:
            wide, high = picture.size
            if wide <= _MOST and high <= _MOST:
                picture.load()
    except (OSError, ValueError, SyntaxError) as error:
        raise InputError(
            f"Tệp {shown} không phải ảnh PNG hoặc đã hỏng; hãy chọn ảnh chữ ký dạng .png nền trong suốt."
        ) from error
    if wide > _MOST or high > _MOST:
        raise InputError(f"Ảnh {shown} rộng {wide}, cao {high} điểm ảnh, quá lớn; hãy thu nhỏ dưới 4.000 mỗi chiều.")
    if wide < _LEAST_WIDE or high < _LEAST_HIGH:
        raise InputError(
            f"Ảnh {shown} chỉ rộng {wide}, cao {high} điểm ảnh, in ra sẽ không rõ; hãy chọn ảnh từ 60 × 30 điểm ảnh."
        )
