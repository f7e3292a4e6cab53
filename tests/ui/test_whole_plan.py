"""Both commands of the menu Tệp that write a whole plan as a Word file."""

from pathlib import Path

import docx
import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from tests.ui.windows import Opened


@pytest.mark.parametrize(("electronic", "words"), [(False, "tháng 8 năm 2021 của"), (True, "tháng      năm       của")])
def test_a_whole_plan_goes_into_a_word_file(
    draft: Opened, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, electronic: bool, words: str
) -> None:
    target = tmp_path / "ke hoach.docx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    commands = draft.tab.commands
    (commands.for_mail if electronic else commands.on_word).trigger()
    qtbot.waitUntil(lambda: draft.furniture.status.words.text() == "Đã xuất cả kế hoạch ra ke hoach.docx")
    line = next(each.text for each in docx.Document(str(target)).paragraphs if each.text.startswith("(Kèm theo"))
    assert words in line.replace("\n", " ")
