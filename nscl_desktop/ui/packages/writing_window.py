"""What sending results and handing over have alike: what is written, perhaps a passphrase, then where to."""

from pathlib import Path

from PySide6.QtWidgets import QLabel, QWidget

from nscl_desktop.domain.errors import InputError
from nscl_desktop.presenters.package_giving import require_passphrase
from nscl_desktop.ui.dialogs.dialog import caption
from nscl_desktop.ui.file_target import chosen_target
from nscl_desktop.ui.packages.package_window import PackageWindow, PassphrasePair
from nscl_desktop.ui.tab import Surroundings


class WritingWindow(PackageWindow):
    """``name``: what the file is called unless the user calls it otherwise; its ending stays."""

    kinds = ""
    """The filter of the file dialog."""

    def __init__(
        self, around: Surroundings, parent: QWidget, title: str, verb: str, name: str, words: tuple[str, str]
    ) -> None:
        super().__init__(around, parent, title, verb)
        self._name = name
        self.heading = QLabel(words[0])
        self.heading.setWordWrap(True)
        self.passphrase = PassphrasePair()
        self.content.addWidget(self.heading)
        self.content.addWidget(caption(words[1]))
        self.content.addWidget(self.passphrase)
        self.content.addWidget(self.passphrase.note)
        self.content.addStretch(1)
        self.verb.clicked.connect(self._choose)

    def _choose(self) -> None:
        try:
            require_passphrase(self.passphrase.first.text(), self.passphrase.again.text())
        except InputError as error:
            self.say(error.sentence)
            return
        target = chosen_target(self, self.verb.text().rstrip("…"), self._name, self.kinds)
        if target:
            self.write(target)

    def write(self, target: Path) -> None:
        """Write the file aside, with progress and a way to stop it."""
        raise NotImplementedError
