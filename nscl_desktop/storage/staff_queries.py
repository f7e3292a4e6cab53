"""Reading the people of the office without the many kinds of records: the start asks who works here."""

import sqlite3

from nscl_desktop.domain.signatures import StaffName


def staff_names(connection: sqlite3.Connection) -> list[StaffName]:
    """Everybody who is marked as one of the office."""
    return [
        StaffName(*row)
        for row in connection.execute("SELECT id, name, birth_year, title FROM person WHERE is_staff ORDER BY id")
    ]
