"""What SQLite reports, as sentences that a clerk can act on."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from nscl_desktop.domain.errors import Bug, EnvironmentProblem, NsclError, UnreadableFileError

_UNTOUCHED = "thay đổi vừa rồi chưa được lưu, dữ liệu đã lưu trước đó còn nguyên"


def _full(file: str) -> NsclError:
    return EnvironmentProblem(f"Ổ đĩa chứa tệp “{file}” đã đầy: {_UNTOUCHED}. Hãy giải phóng dung lượng rồi làm lại.")


def _busy(file: str) -> NsclError:
    return EnvironmentProblem(
        f"Tệp “{file}” đang bị chương trình khác giữ: {_UNTOUCHED}. Hãy đóng chương trình kia rồi làm lại."
    )


def _read_only(file: str) -> NsclError:
    return EnvironmentProblem(
        f"Không có quyền ghi vào tệp “{file}” hoặc thư mục chứa nó; "
        "hãy chọn nơi khác hoặc bỏ thuộc tính chỉ đọc rồi mở lại."
    )


def _cannot_open(file: str) -> NsclError:
    return EnvironmentProblem(
        f"Không mở được tệp “{file}”: không có quyền đọc và ghi trong thư mục này, hoặc ổ đĩa đã đầy. "
        "Hãy kiểm tra thư mục hoặc chọn nơi khác."
    )


def _broken_disk(file: str) -> NsclError:
    return EnvironmentProblem(
        f"Ổ đĩa báo lỗi khi đọc hoặc ghi tệp “{file}”: {_UNTOUCHED}. "
        "Hãy kiểm tra dung lượng và tình trạng ổ đĩa, rồi sao lưu sang ổ khác."
    )


def _no_memory(file: str) -> NsclError:
    return EnvironmentProblem(f"Máy hết bộ nhớ khi làm việc với tệp “{file}”. Hãy đóng bớt chương trình rồi làm lại.")


def damaged(file: str) -> NsclError:
    """The data file cannot be trusted any more."""
    return UnreadableFileError(
        f"Tệp dữ liệu “{file}” bị hỏng và được giữ nguyên như vậy; hãy phục hồi từ bản sao lưu gần nhất."
    )


def not_a_data_file(file: str) -> NsclError:
    """The file holds something else, or its beginning is lost."""
    return UnreadableFileError(
        f"Tệp “{file}” không phải là tệp dữ liệu của chương trình, hoặc đã hỏng; tệp được giữ nguyên. "
        "Hãy chọn tệp khác hoặc phục hồi từ bản sao lưu."
    )


_SENTENCES = {
    sqlite3.SQLITE_FULL: _full,
    sqlite3.SQLITE_BUSY: _busy,
    sqlite3.SQLITE_LOCKED: _busy,
    sqlite3.SQLITE_PROTOCOL: _busy,
    sqlite3.SQLITE_READONLY: _read_only,
    sqlite3.SQLITE_PERM: _read_only,
    sqlite3.SQLITE_CANTOPEN: _cannot_open,
    sqlite3.SQLITE_IOERR: _broken_disk,
    sqlite3.SQLITE_NOMEM: _no_memory,
    sqlite3.SQLITE_CORRUPT: damaged,
    sqlite3.SQLITE_NOTADB: not_a_data_file,
}


def from_sqlite(error: sqlite3.Error, file: str) -> NsclError:
    """The error of ours that says the same; what should not happen is a Bug."""
    code = getattr(error, "sqlite_errorcode", None)  # missing where Python's own wrapper complains
    make = _SENTENCES.get(code & 0xFF) if isinstance(code, int) else None
    return make(file) if make else Bug(f"Lỗi cơ sở dữ liệu với tệp “{file}”: {error}")


@contextmanager
def told_in_sentences(file: str) -> Iterator[None]:
    """Turn what SQLite raises inside into our own errors, keeping the cause."""
    try:
        yield
    except sqlite3.Error as error:
        raise from_sqlite(error, file) from error
