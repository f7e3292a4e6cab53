"""Reading and noting what the file knows of packages: check-outs, receptions, and the check-out it was made from.

Proposals, knowledge and roots are texts here: the packages' own form, kept as received.
"""

from collections.abc import Collection
from sqlite3 import Connection
from typing import NamedTuple

from nscl_desktop.domain.errors import ConflictError
from nscl_desktop.storage.journal import last_seq

File = Connection
"""The data file inside a transaction."""
RECEIVE, WITHDRAW, SETTLE, CLOSE, REOPEN = "receive", "withdraw", "settle", "close", "reopen"
DECIDE, SEEN = "decide", "seen"
"""Kinds of steps: those above were made by merging, or change nothing; DECIDE and SEEN are the office's own."""


class CheckOut(NamedTuple):
    """A package that went out: ``seq`` is the office's newest step by then."""

    id: str
    seq: int
    at: str
    machine: str
    roots: str
    knows: str


class PackageStep(NamedTuple):
    """What more there is to say of a step of the journal; ``settles`` is what a decision says, or the check-out that
    was closed or opened again.
    """

    seq: int
    kind: str
    settles: str
    knows: str


class Received(NamedTuple):
    """A return package as it came; ``withdrawn`` is the step that took its reception back."""

    seq: int
    check_out_id: str
    revision: int
    trail: str
    proposal: str
    refused: str
    withdrawn: int | None = None


class Assignment(NamedTuple):
    """The check-out that this file was made from, in its step ``seq``."""

    check_out_id: str
    office_file: str
    machine: str
    seq: int
    knows: str


def file_id(connection: Connection) -> str:
    """The key that a data file was made with."""
    (found,) = connection.execute("SELECT file_id FROM file_info").fetchone()
    return str(found)


def check_outs(connection: Connection) -> list[CheckOut]:
    """All packages that went out, oldest first."""
    rows = connection.execute("SELECT id, seq, at, machine, roots, knows FROM check_out ORDER BY seq, at, id")
    return [CheckOut(*row) for row in rows]


def package_steps(connection: Connection) -> dict[int, PackageStep]:
    """What was noted of steps, by their number."""
    rows = connection.execute("SELECT seq, kind, settles, knows FROM package_step")
    return {row[0]: PackageStep(*row) for row in rows}


def closed(connection: Connection) -> dict[str, int]:
    """Check-out → the step that closed it, for those that were not opened again."""
    found: dict[str, int] = {}
    both = "SELECT seq, kind, settles FROM package_step WHERE kind IN (?, ?) ORDER BY seq"
    for seq, kind, key in connection.execute(both, [CLOSE, REOPEN]):
        if kind == CLOSE:
            found[key] = seq
        else:
            found.pop(key, None)
    return found


def received(connection: Connection, check_outs: Collection[str]) -> list[Received]:
    """The receptions of these check-outs that count, oldest first."""
    columns = "SELECT seq, check_out_id, revision, trail, proposal, refused, withdrawn FROM received"
    rows = (
        row
        for key in check_outs
        for row in connection.execute(f"{columns} WHERE check_out_id = ? AND withdrawn IS NULL", [key])
    )
    return sorted((Received(*row) for row in rows), key=lambda each: each.seq)


def receptions(connection: Connection) -> list[tuple[str, int, str]]:
    """Check-out, revision and moment of every reception that counts, oldest first."""
    which = "FROM received JOIN change_set USING (seq) WHERE withdrawn IS NULL ORDER BY seq"
    return list(connection.execute(f"SELECT check_out_id, revision, at {which}"))


def who_and_when(connection: Connection, after: int) -> dict[int, tuple[str, str]]:
    """Step after a number → the moment noted for it, and who took it."""
    rows = connection.execute("SELECT seq, at, who FROM change_set WHERE seq > ?", [after])
    return {seq: (at, who) for seq, at, who in rows}


def assignment(connection: Connection) -> Assignment | None:
    """What this machine was given; None in an office's file."""
    row = connection.execute("SELECT check_out_id, office_file, machine, seq, knows FROM assignment").fetchone()
    return row and Assignment(*row)


def returned(connection: Connection) -> list[tuple[int, str]]:
    """Number and key of the newest step in each return package that was written."""
    return list(connection.execute("SELECT revision, step_id FROM returned ORDER BY revision"))


def step_id(connection: Connection, seq: int) -> str:
    """The key of a step."""
    (found,) = connection.execute("SELECT id FROM change_set WHERE seq = ?", [seq]).fetchone()
    return str(found)


# -- noting, inside a writing transaction -----------------------------------------------------------------------------


def require_last(connection: Connection, seq: int) -> None:
    """Refuse to go on where another step was saved since the merge was computed."""
    if last_seq(connection) != seq:
        raise ConflictError("Dữ liệu vừa được sửa ở nơi khác trong lúc ghép; hãy làm lại.")


def note_check_out(connection: Connection, row: CheckOut) -> None:
    """Note that a package goes out; it holds the file as it was after step ``row.seq``."""
    require_last(connection, row.seq)
    connection.execute("INSERT INTO check_out (id, seq, at, machine, roots, knows) VALUES (?, ?, ?, ?, ?, ?)", row)


def forget_check_out(connection: Connection, key: str) -> None:
    """The package could not be written after all."""
    connection.execute("DELETE FROM check_out WHERE id = ?", [key])


def note_step(connection: Connection, row: PackageStep) -> None:
    """Note more of a step."""
    connection.execute("INSERT INTO package_step (seq, kind, settles, knows) VALUES (?, ?, ?, ?)", row)


def note_received(connection: Connection, row: Received) -> None:
    """Keep a return package as received."""
    into = "INSERT INTO received (seq, check_out_id, revision, trail, proposal, refused, withdrawn)"
    connection.execute(into + " VALUES (?, ?, ?, ?, ?, ?, ?)", row)


def note_withdrawn(connection: Connection, seq: int, by: int) -> None:
    """Step ``by`` took the reception of step ``seq`` back."""
    connection.execute("UPDATE received SET withdrawn = ? WHERE seq = ?", [by, seq])


def note_assignment(connection: Connection, row: Assignment) -> None:
    """This file is made from a package."""
    into = "INSERT INTO assignment (check_out_id, office_file, machine, seq, knows)"
    connection.execute(into + " VALUES (?, ?, ?, ?, ?)", row)


def note_returned(connection: Connection, revision: int, key: str) -> None:
    """A return package is written up to this step; the same one may be written again."""
    require_last(connection, revision)
    connection.execute("INSERT OR IGNORE INTO returned (revision, step_id) VALUES (?, ?)", [revision, key])
