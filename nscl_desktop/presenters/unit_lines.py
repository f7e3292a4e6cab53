"""Rows of the tables that a unit's page reads from the other registers."""

from typing import NamedTuple

from nscl_desktop.domain.attached_files import AttachedFile


class Place(NamedTuple):
    """A record that a row tells of and that can be opened elsewhere."""

    entity: str
    key: str


class Line(NamedTuple):
    """A row of a table: its cells, and what Enter opens."""

    cells: tuple[str, ...]
    opens: Place | AttachedFile | None = None
