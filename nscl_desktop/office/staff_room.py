"""Who works here, for the screens: the people of the office, and the name that the journal notes from now on."""

from collections.abc import Sequence

from nscl_desktop.domain.courses.rows import PersonRow
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.signatures import signature_of
from nscl_desktop.domain.training import Person
from nscl_desktop.office.record_room import RecordRoom
from nscl_desktop.office.register_file import SignedFile
from nscl_desktop.storage import course_queries
from nscl_desktop.storage.rows import read_records
from nscl_desktop.storage.staff_queries import staff_names


class StaffRoom(RecordRoom):
    """Over one open data file; ``account`` is the name that is noted while nobody was picked."""

    def __init__(self, data: SignedFile, account: str) -> None:
        super().__init__(data)
        self._signed, self._account = data, account

    def people(self) -> Sequence[PersonRow]:
        """Everybody on file, of the office or not."""
        with self._settled.reading() as connection:
            return course_queries.people_rows(connection)

    def person(self, key: str) -> Person:
        """Somebody as they are on file."""
        with self._settled.reading() as connection:
            found = next(read_records(connection, Person, "id = ?", [key]), None)
        if not isinstance(found, Person):
            raise InputError("Không còn người này trong tệp dữ liệu; hãy chọn người khác.")
        return found

    def sign_as(self, key: str) -> str:
        """Note from now on this one of the staff in the journal, "" the account; the name that is noted."""
        with self._settled.reading() as connection:
            name = signature_of(key, staff_names(connection)) if key else self._account
        if not name:
            raise InputError("Người này không còn trong danh sách của văn phòng; hãy chọn người khác.")
        self._signed.signature = (name, self._signed.signature[1])
        return name
