"""Opening a data file, or refusing it untouched with the reason."""

from collections.abc import Callable
from datetime import datetime
from functools import cache, partial
from pathlib import Path

from nscl_desktop.domain.errors import EnvironmentProblem, InputError
from nscl_desktop.domain.text import quoted
from nscl_desktop.paths import backups_of
from nscl_desktop.storage.connections import bare_connection, open_connection, open_memory
from nscl_desktop.storage.header import SCHEMA_VERSION, require_not_newer, require_ours
from nscl_desktop.storage.safe_places import require_safe_place
from nscl_desktop.storage.soundness import require_readable, require_writable
from nscl_desktop.storage.sqlite_errors import told_in_sentences
from nscl_desktop.storage.store import Store, utc_now


def open_memory_store(clock: Callable[[], datetime] = utc_now) -> Store:
    """An empty store without a file: the test double of storage."""
    connection = open_memory()
    connection.deserialize(_empty_file())
    return Store(lambda: connection, None, clock)


@cache
def _empty_file() -> bytes:
    """What a new data file holds, built once: tests open many stores."""
    # What makes tables takes time to load, and most files have them.
    from nscl_desktop.storage.creating import build_schema
    from nscl_desktop.storage.engine import make_engine

    connection = open_memory()
    build_schema(make_engine(lambda: connection, shared=True), utc_now())
    return connection.serialize()


def open_store(
    path: Path, *, create: bool = True, backups: Path | None = None, clock: Callable[[], datetime] = utc_now
) -> Store:
    """Open a data file; a missing one is made, with its folder, unless ``create`` is False.

    A file of an older version is upgraded after it was copied into ``backups`` (the folder "backups" beside it).

    Raises UnreadableFileError for a file that is damaged, foreign or newer than this program, InputError for a name
    that cannot be a data file, EnvironmentProblem where the machine does not allow it. Such a file stays untouched.
    """
    require_safe_place(path)
    try:
        is_folder = path.is_dir()
    except OSError as error:  # a name that is too long, or a link that leads nowhere
        raise InputError(f"Không dùng được tên tệp {quoted(str(path), 120)}; hãy chọn tên khác, ngắn hơn.") from error
    if is_folder:
        raise InputError(f"“{path}” là một thư mục, không phải tệp dữ liệu; hãy chọn một tệp.")
    with told_in_sentences(str(path)):
        if not path.exists():
            _create(path, clock, create=create)
        require_ours(path)
        with bare_connection(path) as connection:
            require_readable(connection, path)
            require_writable(connection)
            version = connection.execute("PRAGMA user_version").fetchone()[0]
        require_not_newer(path, version)  # the header's own number may be older than the write-ahead log's
        if version < SCHEMA_VERSION:
            # Alembic takes time to load, and most files need no upgrade.
            from nscl_desktop.storage.upgrading import upgrade_file

            upgrade_file(path, backups or backups_of(path), clock())
    return Store(partial(open_connection, path), path, clock)


def _create(path: Path, clock: Callable[[], datetime], *, create: bool) -> None:
    if not create:
        raise InputError(f"Không có tệp dữ liệu “{path}”; hãy kiểm tra lại tên và thư mục.")
    from nscl_desktop.storage.creating import create_file  # SQLAlchemy takes time to load, and most files are there

    try:
        create_file(path, clock())
    except OSError as error:
        raise EnvironmentProblem(
            f"Không lập được tệp dữ liệu “{path}”: không ghi được vào thư mục này. Hãy chọn thư mục khác."
        ) from error
