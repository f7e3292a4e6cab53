"""Bringing an older data file up to date: copy first, then all migrations in one transaction, proved before the end."""

from datetime import datetime
from functools import partial
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection

from nscl_desktop.domain.backup_copies import UPGRADE
from nscl_desktop.domain.errors import Bug, EnvironmentProblem
from nscl_desktop.storage.backups import make_backup
from nscl_desktop.storage.connections import open_connection
from nscl_desktop.storage.engine import make_engine, sqlite_beneath, writing_told_in_sentences
from nscl_desktop.storage.enterprise_list import rebuild
from nscl_desktop.storage.header import SCHEMA_VERSION
from nscl_desktop.storage.soundness import row_counts

MIGRATIONS = Path(__file__).parent / "migrations"


def upgrade_file(
    path: Path, backups: Path, now: datetime, *, scripts: Path = MIGRATIONS, version: int = SCHEMA_VERSION
) -> None:
    """Upgrade a data file that nobody has open to ``version``, the number of the newest of the ``scripts``.

    Any failure leaves the file as it was: a Bug that names the copy, or EnvironmentProblem where the machine failed.
    """
    copy = make_backup(path, backups, UPGRADE, now)
    engine = make_engine(partial(open_connection, path, check_references=False))
    try:
        with writing_told_in_sentences(str(path)), engine.connect() as connection:
            writing = connection.execution_options(writes=True)
            with writing.begin():
                _migrate(writing, scripts, version)
    except EnvironmentProblem:
        raise
    except Exception as error:
        raise Bug(
            f"Không nâng cấp được tệp “{path}”; tệp được giữ nguyên và đã được sao lưu thành “{copy.path.name}”. "
            f"Lý do: {error}"
        ) from error
    finally:
        engine.dispose()


def _migrate(connection: Connection, scripts: Path, version: int) -> None:
    file = sqlite_beneath(connection)
    before = row_counts(file)
    run_migrations(connection, scripts, f"{version:04}")
    rebuild(file)
    connection.exec_driver_sql("UPDATE file_info SET schema_version = ?", (version,))
    connection.exec_driver_sql(f"PRAGMA user_version={version}")
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
    if broken:
        raise Bug(f"Sau khi nâng cấp, bảng {broken[0]} có liên kết hỏng.")
    after = row_counts(file)
    lost = sorted(name for name in before.keys() & after.keys() if before[name] != after[name])
    if lost:
        raise Bug(f"Sau khi nâng cấp, số dòng không khớp ở các bảng: {', '.join(lost)}.")


def run_migrations(connection: Connection, scripts: Path, revision: str) -> None:
    """Run the migrations that the file still lacks, inside the connection's transaction."""
    config = Config()
    config.set_main_option("script_location", str(scripts).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, revision)
