"""Where the user's files lie."""

import sys
from pathlib import Path

import pytest

from nscl_desktop.paths import attachments_of, backups_of, user_folders


def test_a_portable_copy_says_where_its_files_lie(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NSCL_HOME", str(tmp_path))
    folders = user_folders()
    assert folders.data_file == tmp_path / "nscl.db"
    assert folders.forms == tmp_path / "forms"
    assert folders.logs == tmp_path / "logs"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform != "linux", reason="the folder is the system's")
def test_otherwise_they_lie_in_the_local_data_of_the_user(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NSCL_HOME", raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert user_folders().data_file == tmp_path / "NSCL Desktop" / "nscl.db"


def test_backups_and_attachments_lie_beside_their_data_file(tmp_path: Path) -> None:
    assert backups_of(tmp_path / "a.db") == tmp_path / "backups"
    assert attachments_of(tmp_path / "a.db") == tmp_path / "attachments"
