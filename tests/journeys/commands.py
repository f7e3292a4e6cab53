"""Running a command as a user does, and what must be true of every refusal."""

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from nscl_desktop.cli import main

_ENGLISH = re.compile(r"(?i)\b(error|errno|traceback|exception|no such|invalid|failed|cannot|expected|none)\b")
_VIETNAMESE = re.compile("[àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ]")


@dataclass(frozen=True, slots=True)
class Answer:
    """Exit code and what was said."""

    code: int
    out: str
    err: str


def run(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> Answer:
    """Run one command."""
    capsys.readouterr()
    code = main([str(each) for each in arguments])
    said = capsys.readouterr()
    return Answer(code, said.out, said.err)


def contents(folder: Path) -> dict[str, bytes]:
    """Every file below a folder; SQLite's side files, which come and go with a connection, left out."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.name.endswith(("-wal", "-shm"))
    }


def refused(capsys: pytest.CaptureFixture[str], folder: Path, code: int, *arguments: str | Path) -> str:
    """The one Vietnamese sentence of a refusal; nothing below the folder has changed."""
    before = contents(folder)
    answer = run(capsys, *arguments)
    assert (answer.code, answer.out) == (code, ""), answer
    assert contents(folder) == before
    sentence = answer.err.strip()
    assert sentence.endswith("."), sentence
    assert _VIETNAMESE.search(sentence), sentence
    assert not _ENGLISH.search(sentence), sentence
    assert len(sentence) < 1000
    return sentence
