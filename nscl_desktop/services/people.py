"""People and clubs: noted, changed, taken away; one user action each."""

from typing import TypeVar

from nscl_desktop.domain.book import Book
from nscl_desktop.domain.changes import ChangeSet, change_set, inserted, updated
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.fields import Value
from nscl_desktop.domain.naming import shortened
from nscl_desktop.domain.training import MEMBER, Club, ExpertAssignment, Person, PersonRole
from nscl_desktop.services.dossier_parts import checked, made
from nscl_desktop.services.removal import removal

PersonPart = PersonRole | ExpertAssignment
PartT = TypeVar("PartT", PersonRole, ExpertAssignment)


def add_person(name: str, **values: Value) -> ChangeSet:
    """Somebody new; refused without a name."""
    person = made(Person, name=name, **values)
    return change_set(f"Thêm {shortened(person.name, 40)}", [inserted(person)], person.id)


def set_value(person: Person, record: Person | PersonPart, name: str, value: Value) -> ChangeSet:
    """Give a field of a person, of a role or of an assignment a new value."""
    what = "" if isinstance(record, Person) else f"{record.noun} của "
    change = updated(record, **checked(type(record), {name: value}))
    return change_set(f"Sửa {what}{shortened(person.name, 40)}", [change], person.id)


def add_part(person: Person, kind: type[PartT], **values: Value) -> ChangeSet:
    """One more role or assignment."""
    part = made(kind, person_id=person.id, **values)
    return change_set(f"Thêm {kind.noun} của {shortened(person.name, 40)}", [inserted(part)], person.id)


def remove_part(person: Person, part: PersonPart) -> ChangeSet:
    """Take a role or an assignment away."""
    return change_set(f"Xóa {part.noun} của {shortened(person.name, 40)}", removal(Book([part]), [part]), person.id)


def remove_person(book: Book, person: Person, courses: int) -> ChangeSet:
    """Take somebody away with roles and assignments; refused while ``courses`` have them in their lists."""
    if courses:
        raise InputError(
            f"{person.name} có trong danh sách của {courses} lớp nên không xóa được; hãy xóa ở các lớp ấy."
        )
    return change_set(f"Xóa {shortened(person.name, 40)}", removal(book, [person]), person.id)


def found_club(name: str, **values: Value) -> ChangeSet:
    """A new club; refused without a name."""
    club = made(Club, name=name, **values)
    return change_set(f"Thêm câu lạc bộ “{shortened(club.name, 40)}”", [inserted(club)], club.id)


def set_club(club: Club, record: Club | PersonRole, name: str, value: Value) -> ChangeSet:
    """Give a field of a club, or of what a member is in it, a new value."""
    change = updated(record, **checked(type(record), {name: value}))
    return change_set(f"Sửa câu lạc bộ “{shortened(club.name, 40)}”", [change], club.id)


def join_club(book: Book, club: Club, person: Person, since: str = "") -> ChangeSet:
    """A person becomes a member; refused for one who is."""
    if any(each.person_id == person.id and not each.until for each in book.table(PersonRole).values()):
        raise InputError(f"{person.name} đã là thành viên của câu lạc bộ này; hãy chọn người khác.")
    role = made(PersonRole, person_id=person.id, role=MEMBER, club_id=club.id, since=since)
    words = f"Thêm {shortened(person.name, 40)} vào câu lạc bộ “{shortened(club.name, 40)}”"
    return change_set(words, [inserted(role)], club.id)


def leave_club(club: Club, role: PersonRole, name: str) -> ChangeSet:
    """Strike a member from the list."""
    words = f"Xóa {shortened(name, 40)} khỏi câu lạc bộ “{shortened(club.name, 40)}”"
    return change_set(words, removal(Book([role]), [role]), club.id)


def close_club(book: Book, club: Club) -> ChangeSet:
    """Take a club away with its memberships; the people stay."""
    gone = [club, *book.table(PersonRole).values()]
    return change_set(f"Xóa câu lạc bộ “{shortened(club.name, 40)}”", removal(Book(gone), gone), club.id)
