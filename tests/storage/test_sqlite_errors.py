"""Whatever SQLite reports, the user reads one sentence that names the file and says what to do."""

import sqlite3
from pathlib import Path

import pytest

from nscl_desktop.domain.errors import Bug, EnvironmentProblem, NsclError, UnreadableFileError
from nscl_desktop.storage.header import require_ours
from nscl_desktop.storage.sqlite_errors import from_sqlite, told_in_sentences


def reported(code: int) -> sqlite3.Error:
    error = sqlite3.OperationalError("disk I/O error")
    error.sqlite_errorcode = code
    return error


@pytest.mark.parametrize(
    ("code", "kind", "part"),
    [
        (sqlite3.SQLITE_FULL, EnvironmentProblem, "đã đầy"),
        (sqlite3.SQLITE_BUSY, EnvironmentProblem, "chương trình khác giữ"),
        (sqlite3.SQLITE_BUSY_SNAPSHOT, EnvironmentProblem, "chương trình khác giữ"),
        (sqlite3.SQLITE_LOCKED, EnvironmentProblem, "chương trình khác giữ"),
        (sqlite3.SQLITE_READONLY_DBMOVED, EnvironmentProblem, "Không có quyền ghi"),
        (sqlite3.SQLITE_CANTOPEN, EnvironmentProblem, "Không mở được"),
        (sqlite3.SQLITE_IOERR_FSYNC, EnvironmentProblem, "báo lỗi khi đọc hoặc ghi"),
        (sqlite3.SQLITE_NOMEM, EnvironmentProblem, "hết bộ nhớ"),
        (sqlite3.SQLITE_CORRUPT_INDEX, UnreadableFileError, "bị hỏng"),
        (sqlite3.SQLITE_NOTADB, UnreadableFileError, "không phải là tệp dữ liệu"),
        (sqlite3.SQLITE_MISUSE, Bug, "disk I/O error"),
    ],
)
def test_each_kind_of_trouble_has_its_sentence(code: int, kind: type[NsclError], part: str) -> None:
    told = from_sqlite(reported(code), "D:/nscl.db")
    assert type(told) is kind
    assert part in told.sentence
    assert "“D:/nscl.db”" in told.sentence


def test_the_cause_is_kept_for_the_log() -> None:
    with pytest.raises(EnvironmentProblem) as caught, told_in_sentences("nscl.db"):
        raise reported(sqlite3.SQLITE_FULL)
    assert isinstance(caught.value.__cause__, sqlite3.OperationalError)


def test_what_cannot_be_read_at_all_is_said(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentProblem, match="Không đọc được tệp"):
        require_ours(tmp_path)
