"""Tables of packages out and back: what the office gave and received, and what a machine was given.

Not records: they say how this file stands to others, so that nothing in them is merged, undone or exported.
"""

from sqlalchemy import Column, Integer, String, Table, Text

from nscl_desktop.storage.tables import METADATA

CHECK_OUT = Table(
    "check_out",
    METADATA,
    Column("id", String(36), primary_key=True),
    Column("seq", Integer, nullable=False),  # number of the office's newest step at that moment
    Column("at", Text, nullable=False),
    Column("machine", Text, nullable=False),
    Column("roots", Text, nullable=False),
    Column("knows", Text, nullable=False),
)

PACKAGE_STEP = Table(
    "package_step",
    METADATA,
    Column("seq", Integer, primary_key=True, autoincrement=False),  # of the step in the journal that this tells more of
    Column("kind", Text, nullable=False),
    Column("settles", Text, nullable=False),
    Column("knows", Text, nullable=False),  # what the office knows after the step
)

RECEIVED = Table(
    "received",
    METADATA,
    Column("seq", Integer, primary_key=True, autoincrement=False),  # of the step that received it
    Column("check_out_id", String(36), nullable=False),
    Column("revision", Integer, nullable=False),
    Column("trail", Text, nullable=False),
    Column("proposal", Text, nullable=False),
    Column("refused", Text, nullable=False),
    Column("withdrawn", Integer),  # number of the step that took the reception back
)

ASSIGNMENT = Table(
    "assignment",
    METADATA,
    Column("check_out_id", String(36), primary_key=True),
    Column("office_file", String(36), nullable=False),
    Column("machine", Text, nullable=False),
    Column("seq", Integer, nullable=False),  # of the step that put the records of the package here
    Column("knows", Text, nullable=False),
)
"""In a machine's file: the one check-out that it was made from."""

RETURNED = Table(
    "returned",
    METADATA,
    Column("revision", Integer, primary_key=True, autoincrement=False),  # number of the newest step that went along
    Column("step_id", String(36), nullable=False),
)
"""In a machine's file: the return packages that were written."""

ALL_TABLES = METADATA
"""Every table of a new file: those of the records and these."""
