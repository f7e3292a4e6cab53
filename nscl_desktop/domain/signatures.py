"""Under which name the journal notes a person of the office: their own, told from namesakes among the staff."""

from collections.abc import Sequence
from typing import NamedTuple


class StaffName(NamedTuple):
    """Somebody of the office, as far as a signature needs it."""

    id: str
    name: str
    birth_year: int | None
    title: str


def signature_of(key: str, staff: Sequence[StaffName]) -> str:
    """The name of this one of the staff; with post or year of birth where another bears the same name.

    Empty for somebody who is not among them.
    """
    found = next((each for each in staff if each.id == key), None)
    if found is None:
        return ""
    has_namesake = any(each.name == found.name and each.id != key for each in staff)
    telling = found.title or (str(found.birth_year) if found.birth_year else "")
    return f"{found.name} ({telling})" if has_namesake and telling else found.name
