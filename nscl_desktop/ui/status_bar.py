"""The foot of the window: saved or not, which file, what the checker says, the last backup, and passing words."""

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QStatusBar, QWidget

from nscl_desktop.ui.elided_label import ElidedLabel
from nscl_desktop.ui.theme import Theme

_WORDS_MS = 9000


class StatusBar(QStatusBar):
    """Facts at the right that stay, words at the left that pass."""

    findings_clicked = Signal()
    stop_clicked = Signal()
    open_clicked = Signal()
    """The count of what is left to decide."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setSizeGripEnabled(False)
        self.setContentsMargins(8, 0, 8, 0)
        self.words = ElidedLabel()
        self.words.setAccessibleName("Thông báo")
        self.busy = QLabel()
        self.stop = QPushButton("Dừng")
        self.saved, self.file, self.backup = QLabel(), QLabel(), QLabel()
        self.findings = QPushButton()
        self.findings.setToolTip("Xem các phát hiện (F8)")
        self.open_places = QPushButton()
        self.open_places.setAccessibleName("Chỗ khác nhau còn phải quyết định")
        self.open_places.setToolTip("Xem và quyết định các chỗ khác nhau sau khi nhận kết quả")
        for label in (self.saved, self.file, self.backup, self.busy):
            label.setProperty("role", "caption")
        for button in (self.findings, self.stop, self.open_places):
            button.setProperty("quiet", "true")
        self.addWidget(self.words, 1)
        for part in (self.busy, self.stop, self.open_places, self.findings, self.saved, self.file, self.backup):
            self.addPermanentWidget(part)
        self.findings.clicked.connect(self.findings_clicked)
        self.stop.clicked.connect(self.stop_clicked)
        self.open_places.clicked.connect(self.open_clicked)
        self._fading = QTimer(self, singleShot=True, interval=_WORDS_MS)
        self._fading.timeout.connect(lambda: self._put(""))
        for part in (self.busy, self.stop, self.findings, self.open_places):
            part.hide()

    def say(self, sentence: str, *, refused: bool = False) -> None:
        """A passing sentence; one that tells why something was refused is marked as such."""
        self._put(sentence, "error" if refused else "")
        self._fading.start()

    def refuse(self, sentence: str) -> None:
        """Why something was refused."""
        self.say(sentence, refused=True)

    def show_busy(self, words: str) -> None:
        """What is being worked on; empty when nothing is."""
        self.busy.setText(words)
        self.busy.setVisible(bool(words))
        self.stop.setVisible(bool(words))

    def show_findings(self, words: str, role: str) -> None:
        """The count of findings with its sign; ``role`` is a colour role."""
        self.findings.setVisible(bool(words))
        self.findings.setText(words)
        icon = {"error": "error", "warning": "warning", "note": "info"}.get(role, "ok")
        self.findings.setIcon(self._theme.icon(icon, role))

    def show_open(self, words: str) -> None:
        """How much is left to decide of other machines' work; empty where nothing is."""
        self.open_places.setText(words)
        self.open_places.setIcon(self._theme.icon("compare", "warning"))
        self.open_places.setVisible(bool(words))

    def show_saved(self, at: datetime) -> None:
        """When the last step reached the disk."""
        self.saved.setText(f"Đã lưu {at:%H:%M:%S}")

    def show_file(self, path: str, words: str = "") -> None:
        """Which data file is open, and what it is where that is more than its name."""
        self.file.setText(words or Path(path).name)
        self.file.setToolTip(path)

    def show_backup(self, at: datetime) -> None:
        """When the file was last copied; the time of day is enough for today."""
        day = "hôm nay" if at.date() == datetime.now(at.tzinfo).date() else f"ngày {at.day}/{at.month}/{at.year}"
        self.backup.setText(f"Sao lưu {at:%H:%M} {day}")

    def forget(self) -> None:
        """The data file is let go: nothing of it stays in sight."""
        self._put("")
        for label in (self.saved, self.file, self.backup):
            label.setText("")
        self.show_busy("")
        self.show_findings("", "success")
        self.show_open("")

    def _put(self, sentence: str, role: str = "") -> None:
        self.words.setText(sentence)
        self.words.setToolTip(sentence)
        self.words.setProperty("role", role)
        self.words.style().unpolish(self.words)
        self.words.style().polish(self.words)
