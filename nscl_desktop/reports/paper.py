"""Paper and margins of NĐ 30/2020 (Phụ lục I, phần I, mục I), in points from the top left corner of the page.

The decree ties margins to the edges of the page as it is read, so a landscape page has the same ones.
"""

from dataclasses import dataclass

from nscl_desktop.domain.appendix import AppendixDoc
from nscl_desktop.domain.errors import InputError

MM = 72 / 25.4
_SIZES_MM = {"A4": (210, 297), "A3": (297, 420)}
_TOP_MM, _BOTTOM_MM, _LEFT_MM, _RIGHT_MM = 20, 20, 30, 15  # the decree: 20–25, 20–25, 30–35, 15–20


@dataclass(frozen=True, slots=True)
class Frame:
    """A page and the area inside its margins."""

    page_width: float
    page_height: float
    left: float
    right: float
    top: float
    bottom: float

    @property
    def width(self) -> float:
        """Width inside the margins."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """Height inside the margins."""
        return self.bottom - self.top


def frame_of(doc: AppendixDoc) -> Frame:
    """The pages of a document.

    Raises:
        InputError: a paper this program does not know.
    """
    if doc.paper not in _SIZES_MM:
        raise InputError(f"Chương trình chưa in được khổ giấy “{doc.paper}”, hãy chọn khổ A4 hoặc A3.")
    width, height = (side * MM for side in _SIZES_MM[doc.paper])
    if doc.landscape:
        width, height = height, width
    return Frame(width, height, _LEFT_MM * MM, width - _RIGHT_MM * MM, _TOP_MM * MM, height - _BOTTOM_MM * MM)
