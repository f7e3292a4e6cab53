"""The demo year on screen: a data file of its own, made where it is not there yet, and opened in this window."""

from nscl_desktop.ui.tab import Surroundings


def open_demo_year(around: Surroundings) -> None:
    """Open it; what is tried out there touches nothing of the office's own data."""
    handovers, voice = around.office.handovers, around.voice
    around.operations.run(
        "Đang mở năm mẫu",
        lambda progress: handovers.demo_year(progress.tell),
        lambda found: voice.file_wanted.emit(str(found)),
    )
