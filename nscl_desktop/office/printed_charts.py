"""Charts as the pages that are printed; apart from the room of surveys, which is made long before charts are wanted."""

from collections.abc import Sequence
from io import BytesIO

from nscl_desktop.domain.charts import ChartPaper
from nscl_desktop.office.page_pictures import PagePictures
from nscl_desktop.office.papers import now
from nscl_desktop.presenters.printed_paper import PlaceOnPaper
from nscl_desktop.reports.charts import write_charts


class PrintedCharts(PagePictures):
    """Charts that can be looked at page by page and asked which mark stands where."""

    def __init__(self, paper: ChartPaper) -> None:
        file = BytesIO()
        self._result = write_charts(paper, file, created=now())
        super().__init__(file.getvalue(), self._result.missing)

    def line_at(self, page: int, x: float, y: float) -> str:
        """The ref of the mark at a point; empty where there is none."""
        found = (place for place in self._result.places if place.page == page and place.box.holds(x, y))
        return next((place.ref for place in found), "")

    def places_of(self, line_id: str) -> Sequence[PlaceOnPaper]:
        """Where a mark is drawn."""
        return [
            PlaceOnPaper(place.page, place.box.top, place.box.top + place.box.height)
            for place in self._result.places
            if place.ref == line_id
        ]
