"""Training for the screens: lists of courses, people and clubs, each of them for the desk."""

from collections.abc import Iterable, Mapping, Sequence

from nscl_desktop.domain.book import Book
from nscl_desktop.domain.changes import ChangeSet
from nscl_desktop.domain.courses.rows import ClubRow, CourseRow, PersonRow, UnitTraining
from nscl_desktop.domain.enterprise_list import ListQuery
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.history import HistoryEntry
from nscl_desktop.domain.records import Record
from nscl_desktop.domain.text import fold
from nscl_desktop.domain.training import Course, Person, PersonRole
from nscl_desktop.office.register_file import RegisterFile
from nscl_desktop.presenters.course_office import ExpertsWork, OpenClub, OpenCourse, OpenPerson
from nscl_desktop.storage import course_queries as queries
from nscl_desktop.storage.enterprise_queries import enterprise_page, enterprises_by_key
from nscl_desktop.storage.store import Store

_LIKE = 20
"""Units with a name in theirs that are looked through."""


class CourseRoom:
    """Over one open data file."""

    def __init__(self, data: RegisterFile) -> None:
        self._data = data

    def rows(self) -> Sequence[CourseRow]:
        """Every course, unsorted."""
        with self._settled.reading() as connection:
            return queries.course_rows(connection)

    def read(self, key: str) -> OpenCourse:
        """A course for the desk."""
        store = self._settled
        with store.reading() as connection:
            records = list(queries.course_records(connection, key))
            course = next(iter(records), None)
            if not isinstance(course, Course):
                raise InputError("Không còn lớp đào tạo này trong tệp dữ liệu; hãy chọn lớp khác.")
            taken = queries.taken_numbers(connection, key, course.certificate_series)
            paid = queries.paid_for(connection, key)
        return OpenCourse(self._data.put_on_desk(Book(records), course), self._units(store, records), taken, paid)

    def people(self) -> Sequence[PersonRow]:
        """Everyone on file, unsorted."""
        with self._settled.reading() as connection:
            return queries.people_rows(connection)

    def read_person(self, key: str) -> OpenPerson:
        """Somebody for the desk."""
        store = self._settled
        with store.reading() as connection:
            records = list(queries.person_records(connection, key))
            taken, clubs = queries.taken_courses(connection, key), queries.club_rows(connection)
        if not records:
            raise InputError("Không còn người này trong tệp dữ liệu; hãy chọn người khác.")
        desk = self._data.put_on_desk(Book(records), records[0])
        return OpenPerson(desk, taken, self._units(store, records), clubs)

    def persons(self, keys: Sequence[str]) -> Sequence[Person]:
        """These people."""
        with self._settled.reading() as connection:
            return [each for each in queries.people_by_key(connection, keys) if isinstance(each, Person)]

    def units_named(self, names: Sequence[str]) -> Mapping[str, str]:
        """Folded name → key of the units that are called so; a name of two units is nobody's."""
        found: dict[str, str] = {}
        with self._settled.reading() as connection:
            for name in names:
                page = enterprise_page(connection, ListQuery(name), None, ("name", "short_name"), size=_LIKE)
                keys = [each.id for each in page.entries if fold(name) in {fold(str(word)) for word in each.values}]
                if len(keys) == 1:
                    found[fold(name)] = keys[0]
        return found

    def of_unit(self, enterprise_id: str) -> Sequence[UnitTraining]:
        """Everyone who came from a unit to a course."""
        with self._settled.reading() as connection:
            return queries.unit_trainings(connection, enterprise_id)

    def experts(self) -> ExpertsWork:
        """Productivity experts with their roles and the number of their assignments."""
        store = self._settled
        with store.reading() as connection:
            records = list(queries.experts(connection))
            assignments = queries.assignment_counts(connection)
        people = {each.id: each for each in records if isinstance(each, Person)}
        roles = [each for each in records if isinstance(each, PersonRole)]
        return ExpertsWork(people, roles, self._units(store, records), assignments)

    def clubs(self) -> Sequence[ClubRow]:
        """Every club, unsorted."""
        with self._settled.reading() as connection:
            return queries.club_rows(connection)

    def read_club(self, key: str) -> OpenClub:
        """A club for the desk."""
        store = self._settled
        with store.reading() as connection:
            records = list(queries.club_records(connection, key))
        if not records:
            raise InputError("Không còn câu lạc bộ này trong tệp dữ liệu; hãy chọn câu lạc bộ khác.")
        return OpenClub(self._data.put_on_desk(Book(records), records[0]), self._units(store, records))

    def add(self, step: ChangeSet) -> None:
        """Save a step that is made on no desk."""
        self._data.add(step)

    def history(self, key: str) -> Sequence[HistoryEntry]:
        """Who changed a record and what belongs to it, newest first."""
        return self._data.history(key)

    @property
    def _settled(self) -> Store:
        return self._data.registers(settled=True)

    @staticmethod
    def _units(store: Store, records: Iterable[Record]) -> dict[str, str]:
        """Names of the units that records name."""
        keys = sorted({getattr(each, "enterprise_id", None) or "" for each in records} - {""})
        with store.reading() as connection:
            return {unit.id: unit.name for unit in enterprises_by_key(connection, keys)}
