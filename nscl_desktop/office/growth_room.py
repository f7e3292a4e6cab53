"""Studies of TFP for the screens: the list, one for the desk beside what others publish."""

from collections.abc import Sequence

from nscl_desktop.domain.book import Book
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.growth_records import GrowthInput, GrowthStudy
from nscl_desktop.office.record_room import RecordRoom
from nscl_desktop.presenters.growth_office import OpenStudy
from nscl_desktop.storage.overview_queries import published_figures
from nscl_desktop.storage.queries import plan_rows
from nscl_desktop.storage.rows import read_records


class GrowthRoom(RecordRoom):
    """Over one open data file."""

    def rows(self) -> Sequence[GrowthStudy]:
        """All of them, unsorted."""
        with self._settled.reading() as connection:
            return [each for each in read_records(connection, GrowthStudy) if isinstance(each, GrowthStudy)]

    def read(self, key: str) -> OpenStudy:
        """A study for the desk."""
        with self._settled.reading() as connection:
            study = next(read_records(connection, GrowthStudy, "id = ?", [key]), None)
            if study is None:
                raise InputError("Không còn bảng tính TFP này trong tệp dữ liệu; hãy chọn bảng khác.")
            inputs = list(read_records(connection, GrowthInput, "study_id = ?", [key]))
            published, plans = published_figures(connection), plan_rows(connection)
        return OpenStudy(self._data.put_on_desk(Book([study, *inputs]), study), tuple(published), tuple(plans))
