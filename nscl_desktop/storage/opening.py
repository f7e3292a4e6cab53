"""Opening a data file, or refusing it untouched with the reason."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from nscl_desktop.domain.errors import EnvironmentProblem, InputError, UnreadableFileError
from nscl_desktop.storage.creating import APPLICATION_ID, build_schema, create_file
from nscl_desktop.storage.engine import make_engine
from nscl_desktop.storage.header import Header, read_header
from nscl_desktop.storage.soundness import bare_connection, require_sound, require_writable
from nscl_desktop.storage.sqlite_errors import not_a_data_file, told_in_sentences
from nscl_desktop.storage.store import Store, utc_now
from nscl_desktop.storage.tables import SCHEMA_VERSION


def open_memory_store(clock: Callable[[], datetime] = utc_now) -> Store:
    """An empty store without a file: the test double of storage."""
    engine = make_engine(None)
    build_schema(engine, clock())
    return Store(engine, None, clock)


def open_store(path: Path, *, create: bool = True, clock: Callable[[], datetime] = utc_now) -> Store:
    """Open a data file; a missing one is made, with its folder, unless ``create`` is False.

    Raises UnreadableFileError for a file that is damaged, foreign or newer than this program, InputError for a name
    that cannot be a data file, EnvironmentProblem where the machine does not allow it. Such a file stays untouched.
    """
    if path.is_dir():
        raise InputError(f"“{path}” là một thư mục, không phải tệp dữ liệu; hãy chọn một tệp.")
    with told_in_sentences(str(path)):
        if not path.exists():
            _create(path, clock, create=create)
        _require_ours(path, read_header(path))
        with bare_connection(path) as connection:
            require_sound(connection, path)
            require_writable(connection)
    return Store(make_engine(path), path, clock)


def _create(path: Path, clock: Callable[[], datetime], *, create: bool) -> None:
    if not create:
        raise InputError(f"Không có tệp dữ liệu “{path}”; hãy kiểm tra lại tên và thư mục.")
    try:
        create_file(path, clock())
    except OSError as error:
        raise EnvironmentProblem(
            f"Không lập được tệp dữ liệu “{path}”: không ghi được vào thư mục này. Hãy chọn thư mục khác."
        ) from error


def _require_ours(path: Path, header: Header | None) -> None:
    if header is None:
        raise not_a_data_file(str(path))
    if header.application_id != APPLICATION_ID:
        raise UnreadableFileError(
            f"Tệp “{path}” là của chương trình khác; tệp được giữ nguyên. Hãy chọn tệp dữ liệu của chương trình này."
        )
    if header.schema_version > SCHEMA_VERSION:
        raise UnreadableFileError(
            f"Tệp “{path}” do phiên bản mới hơn của chương trình ghi (dạng {header.schema_version}, phiên bản này đọc "
            f"đến dạng {SCHEMA_VERSION}); tệp được giữ nguyên. Hãy cài phiên bản mới của chương trình rồi mở lại."
        )
