"""Pictures of signatures, fitted between the authority and the name of their signer (NĐ 30/2020, Phụ lục I, II.8)."""

from nscl_desktop.domain.appendix import Signature
from nscl_desktop.domain.errors import InputError
from nscl_desktop.reports.pdf_ink import read_picture
from nscl_desktop.reports.text_sizes import PICTURE_HEIGHT


def picture_size(signer: Signature, room: float) -> tuple[float, float]:
    """Width and height in points, in the picture's own proportions, at most `room` wide.

    Raises:
        InputError: the bytes are no picture.
    """
    try:
        pixels_wide, pixels_high = read_picture(signer.image).getSize()
    except (OSError, ValueError, SyntaxError) as error:
        raise InputError(
            f"Ảnh chữ ký của {signer.name or 'người ký'} không đọc được, hãy chọn lại tệp ảnh PNG nền trong suốt."
        ) from error
    scale = min(PICTURE_HEIGHT / pixels_high, room / pixels_wide)
    return pixels_wide * scale, pixels_high * scale
