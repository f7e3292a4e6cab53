"""Making a new data file: whole or not at all."""

import os
import uuid
from datetime import datetime
from functools import partial
from pathlib import Path

from sqlalchemy import Engine, insert

from nscl_desktop.storage.connections import open_connection
from nscl_desktop.storage.engine import make_engine, writing_told_in_sentences
from nscl_desktop.storage.header import APPLICATION_ID, SCHEMA_VERSION
from nscl_desktop.storage.journal import to_stamp
from nscl_desktop.storage.package_tables import ALL_TABLES
from nscl_desktop.storage.tables import FILE_INFO, MIGRATION


def build_schema(engine: Engine, now: datetime) -> None:
    """All tables of the newest version in one transaction: what the migrations would make, but at once."""
    with engine.connect() as connection:
        writing = connection.execution_options(writes=True)
        with writing.begin():
            ALL_TABLES.create_all(writing)
            writing.execute(insert(MIGRATION).values(version_num=f"{SCHEMA_VERSION:04}"))
            info = {"file_id": str(uuid.uuid4()), "schema_version": SCHEMA_VERSION, "created": to_stamp(now)}
            writing.execute(insert(FILE_INFO).values(info))
            writing.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
            writing.exec_driver_sql(f"PRAGMA user_version={SCHEMA_VERSION}")


def create_file(path: Path, now: datetime) -> None:
    """Build the file under another name and let it appear complete; one that is there by then is left alone.

    A crash on the way leaves no half-made data file, and two programs that start together make one file.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    half_made = path.with_name(f".{path.name}.{uuid.uuid4().hex}")
    engine = make_engine(partial(open_connection, half_made, "rwc"))
    try:
        with writing_told_in_sentences(str(path)):
            build_schema(engine, now)
            engine.dispose()
        _appear(half_made, path)
    finally:
        engine.dispose()
        half_made.unlink(missing_ok=True)


def _appear(half_made: Path, path: Path) -> None:
    try:
        os.link(half_made, path)  # refuses to replace a file, unlike a rename on POSIX
    except FileExistsError:
        return
    except OSError:  # a file system without links, such as a memory stick's
        if not path.exists():
            half_made.rename(path)
