"""Photos and scans as they come from a camera or scanner: looked at, made smaller, shown as thumbnails.

A phone's photo has 4 MB and lies on its side with a note how to turn it (EXIF); made smaller it has 400 KB and stands
upright for every program. Only PDF is left to others.
"""

import io
from datetime import date
from pathlib import Path
from typing import NamedTuple

from PIL import ExifTags, Image, ImageOps

from nscl_desktop.domain.errors import InputError, UnreadableFileError
from nscl_desktop.domain.text import quoted

_FORMATS = ("JPEG", "PNG", "TIFF")
_SMALLER = frozenset({"JPEG", "MPO", "PNG"})
"""MPO: a JPEG of a phone that has a second picture behind the first."""
_PLAIN_MODES = frozenset({"1", "L", "LA", "P", "RGB", "RGBA", "CMYK"})
_BROKEN = (OSError, ValueError, SyntaxError, Image.DecompressionBombError)
_QUALITY = 85
"""Of a JPEG: writing on a photographed label is still sharp."""


class Looked(NamedTuple):
    """What a picture is: whether a camera took it and when (ISO day), and its content made smaller, if it was."""

    is_photo: bool
    taken_on: str
    smaller: bytes | None


def look_at_picture(path: Path, most: int | None) -> Looked:
    """Look at a picture; with more than ``most`` pixels on its longer side it is made smaller.

    A scan of several pages and a picture that would not get smaller in bytes stay as they are. InputError for a damaged
    picture, UnreadableFileError where it cannot be read.
    """
    shown = quoted(path.name)
    try:
        size = path.stat().st_size
    except OSError as error:
        raise UnreadableFileError(f"Không đọc được tệp {shown}; hãy kiểm tra lại tệp và quyền đọc.") from error
    try:
        with Image.open(path, formats=_FORMATS) as picture:
            kind = str(picture.format)
            exif = picture.getexif()
            taken_on, is_photo = _taken_on(exif), bool(exif.get(ExifTags.Base.Make) or exif.get(ExifTags.Base.Model))
            smaller = _smaller(picture, kind, most) if kind in _SMALLER else None
    except _BROKEN as error:
        raise InputError(f"Ảnh {shown} đã hỏng hoặc chép chưa xong; hãy chép lại từ máy ảnh rồi thêm lại.") from error
    is_photo = is_photo or bool(taken_on) or kind in {"JPEG", "MPO"}
    return Looked(is_photo, taken_on, smaller if smaller and len(smaller) < size else None)


def thumbnail(path: Path, edge: int) -> bytes | None:
    """The picture as a PNG no wider and higher than ``edge`` pixels, upright; None for what cannot be shown."""
    try:
        with Image.open(path, formats=_FORMATS) as picture:
            picture.draft("RGB", (edge * 2, edge * 2))  # a JPEG is then read at a fraction of its size
            upright = ImageOps.exif_transpose(picture)
            upright.thumbnail((edge, edge))
            made = io.BytesIO()
            upright.convert("RGBA" if "A" in upright.getbands() or upright.mode == "P" else "RGB").save(made, "PNG")
    except _BROKEN:
        return None
    return made.getvalue()


def _smaller(picture: Image.Image, kind: str, most: int | None) -> bytes | None:
    """The first frame, upright and smaller; reading it whole shows whether it is damaged."""
    if most is None or max(picture.size) <= most or picture.mode not in _PLAIN_MODES:
        picture.load()
        return None
    if kind != "PNG":
        picture.draft(picture.mode, (most, most))
    upright = ImageOps.exif_transpose(picture)
    if upright.mode in {"1", "P"}:
        upright = upright.convert("L" if upright.mode == "1" else "RGBA")
    upright.thumbnail((most, most), Image.Resampling.LANCZOS)
    made = io.BytesIO()
    if kind == "PNG":
        upright.save(made, "PNG", optimize=True)
    else:
        profile = upright.info.get("icc_profile")
        upright.save(made, "JPEG", quality=_QUALITY, exif=upright.getexif().tobytes(), icc_profile=profile)
    return made.getvalue()


def _taken_on(exif: Image.Exif) -> str:
    """The day that the camera noted, ISO; "" where it noted none or nonsense (0000:00:00)."""
    noted = exif.get_ifd(ExifTags.IFD.Exif).get(ExifTags.Base.DateTimeOriginal)
    text = str(noted or exif.get(ExifTags.Base.DateTime) or "")[:10].replace(":", "-")
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        return ""
