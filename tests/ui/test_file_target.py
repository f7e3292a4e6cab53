"""Choosing where to write: the name keeps its dots, and no file goes that the dialog has not asked about."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from nscl_desktop.ui.file_target import chosen_target

KINDS = "Gói dữ liệu (*.nsclgoi)"


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


def answers(monkeypatch: pytest.MonkeyPatch, *names: str) -> list[str]:
    """Answer the dialog with these names in turn; what it suggested each time."""
    suggested: list[str] = []
    rest: Iterator[str] = iter(names)

    def ask(_parent: QWidget, _title: str, name: str, _kinds: str) -> tuple[str, str]:
        suggested.append(name)
        return next(rest), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    return suggested


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("ra", "ra.nsclgoi"),
        ("ra.nsclgoi", "ra.nsclgoi"),
        ("RA.NSCLGOI", "RA.NSCLGOI"),
        ("Giao việc 22.11", "Giao việc 22.11.nsclgoi"),
        ("TT. Tân Uyên", "TT. Tân Uyên.nsclgoi"),
    ],
)
def test_a_name_gets_its_ending_and_keeps_its_dots(
    parent: QWidget, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, typed: str, written: str
) -> None:
    answers(monkeypatch, str(tmp_path / typed))
    assert chosen_target(parent, "Ghi", "goi.nsclgoi", KINDS) == tmp_path / written


def test_a_file_that_only_the_ending_leads_to_is_asked_about_under_its_whole_name(
    parent: QWidget, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    there = tmp_path / "ra.nsclgoi"
    there.write_bytes(b"x")
    suggested = answers(monkeypatch, str(tmp_path / "ra"), str(there))
    assert chosen_target(parent, "Ghi", "goi.nsclgoi", KINDS) == there
    assert suggested == ["goi.nsclgoi", str(there)]


def test_nothing_is_written_where_nothing_was_chosen(
    parent: QWidget, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "ra.nsclgoi").touch()
    answers(monkeypatch, str(tmp_path / "ra"), "")
    assert chosen_target(parent, "Ghi", "goi.nsclgoi", KINDS) is None
