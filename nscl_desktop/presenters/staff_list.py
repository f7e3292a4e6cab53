"""Who can be picked as the one who works here: the staff, and while something is sought everybody else on file."""

from collections.abc import Sequence

from nscl_desktop.domain.courses.rows import PersonRow
from nscl_desktop.presenters.course_list import MOST_SHOWN, STAFF, Line, below_person, name_of, sought

_NOT_STAFF = "chưa là người của văn phòng"


def staff_lines(rows: Sequence[PersonRow], text: str, key: str = "") -> list[Line]:
    """The staff who answer a text, by given name; then those on file who are not staff, when a text is given.

    ``key``: whom the journal notes now.
    """
    own = sought(rows, text, STAFF)
    others = [row for row in sought(rows, text) if not row.is_staff] if text.strip() else []
    lines = [(row.id, name_of(row), _below(row, key)) for row in own]
    return [*lines, *((row.id, name_of(row), f"{_NOT_STAFF} · {below_person(row)}") for row in others)][:MOST_SHOWN]


def _below(row: PersonRow, key: str) -> str:
    now = "nhật ký đang ghi tên này" if row.id == key else ""
    return " · ".join(filter(None, (now, row.title, row.phone or row.unit))) or "Chưa ghi chức vụ"
