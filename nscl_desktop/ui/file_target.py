"""Where a file is written: the name gets its ending, and no file is replaced that the user was not asked about."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget


def chosen_target(parent: QWidget, title: str, suggested: str, kinds: str) -> Path | None:
    """The file that the user chose to write, with the ending of ``suggested``; None to write nothing.

    The dialog asks before a file of the chosen name is replaced, but does not always add the ending by itself. Where
    that leads to another file that is there already, the dialog comes again with the whole name, and asks about that.
    """
    ending = Path(suggested).suffix
    while True:
        chosen, _ = QFileDialog.getSaveFileName(parent, title, suggested, kinds)
        if not chosen:
            return None
        target = with_ending(Path(chosen), ending)
        if target == Path(chosen) or not target.exists():
            return target
        suggested = str(target)


def with_ending(path: Path, ending: str) -> Path:
    """The path under its ending; dots inside of a name ("22.11.2026", "TT. Tân Uyên") are a part of it."""
    return path if path.suffix.casefold() == ending else path.with_name(f"{path.name}{ending}")
