"""Final pages as pictures: what every printing that is looked at has in common, whatever stands on it."""

from collections.abc import Collection

from nscl_desktop.presenters.printed_paper import PageImage
from nscl_desktop.reports.pages import PageRenderer, PixelArea, pixel_size
from nscl_desktop.services.missing_characters import missing_words


class PagePictures:
    """Pages of a PDF; ``missing`` are the characters that the fonts lack."""

    def __init__(self, paper: bytes, missing: Collection[str]) -> None:
        self._pages, self._missing = PageRenderer(paper), missing
        self.page_sizes = self._pages.page_sizes().result()

    @property
    def remark(self) -> str:
        """A sentence on characters that the fonts lack; empty where none is."""
        return missing_words(self._missing)

    def picture(self, page: int, scale: float, band: tuple[int, int] | None = None) -> PageImage:
        """A page, or a band of it (top, height in pixels), at ``scale`` pixels for a point."""
        if band is None:
            return self._pages.render(page, scale).result()
        width, _ = pixel_size(self.page_sizes[page], scale)
        return self._pages.render(page, scale, PixelArea(0, band[0], width, band[1])).result()
