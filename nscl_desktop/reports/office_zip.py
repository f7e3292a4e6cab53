"""Office files are zip archives of XML parts, here with fixed times, so that the same document gives the same bytes."""

from collections.abc import Callable, Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from nscl_desktop.domain.errors import Bug

_EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The first moment that zip archives can tell; office programs take no notice of it."""

Edit = Callable[[str], str]


def repacked(data: bytes, edits: Mapping[str, Edit]) -> bytes:
    """The archive with fixed times, and some of its XML parts changed by `edits` (name of the part → change)."""
    packed = BytesIO()
    with ZipFile(BytesIO(data)) as source, ZipFile(packed, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            part = source.read(name)
            if name in edits:
                part = edits[name](part.decode("utf-8")).encode()
            info = ZipInfo(name, _EARLIEST)
            info.compress_type = ZIP_DEFLATED
            info.create_system = 0  # the same on every system
            target.writestr(info, part)
    return packed.getvalue()


def inserted_before(end: str, xml: str) -> Edit:
    """An edit that puts `xml` in front of the only occurrence of `end`."""

    def edit(part: str) -> str:
        if part.count(end) != 1:
            raise Bug(f"Không thấy chỗ {end} trong tệp văn phòng vừa tạo.")
        return part.replace(end, xml + end)

    return edit
