"""One package file, looked at before anything is done with it; a passphrase is asked for only if it needs one."""

from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from nscl_desktop.presenters.package_words import facts_words, handover_words
from nscl_desktop.services.handover_views import HandoverView
from nscl_desktop.services.package_views import PackageFacts, Watch
from nscl_desktop.ui.packages.package_window import PackageWindow
from nscl_desktop.ui.tab import Surroundings

Facts = PackageFacts | HandoverView
"""What a file says of itself."""


class PackageFileWindow(PackageWindow):
    """``facts`` are there once the package was opened; what then comes is ``show_package``'s."""

    def __init__(self, path: Path, around: Surroundings, parent: QWidget, title: str, verb: str) -> None:
        super().__init__(around, parent, title, verb)
        self.path = path
        self.facts: Facts | None = None
        self.heading = QLabel(path.name)
        self.heading.setProperty("role", "heading")
        self.heading.setWordWrap(True)
        self.heading.setToolTip(str(path))
        self.passphrase, self.unlock = QLineEdit(), QPushButton("Mở gói")
        self.passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        self.passphrase.setPlaceholderText("Mật khẩu mà người lập gói đã đặt")
        self.passphrase.setAccessibleName("Mật khẩu của gói")
        self._locked = QWidget()
        row = QHBoxLayout(self._locked)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.passphrase, 1)
        row.addWidget(self.unlock)
        self._locked.hide()
        self.content.addWidget(self.heading)
        self.content.addWidget(self._locked)
        self.unlock.clicked.connect(self.look)
        self.passphrase.returnPressed.connect(self.look)
        self.verb.setEnabled(False)

    @property
    def key(self) -> str:
        """The passphrase; empty for none."""
        return self.passphrase.text()

    def look(self) -> None:
        """Open the package, and say what it is."""
        key = self.key
        self.work("Đang đọc gói", lambda watch: self.facts_with(key, watch), self._take)

    def facts_with(self, key: str, _watch: Watch) -> Facts | None:
        """What the file says of itself; None where it needs another passphrase. Aside."""
        packages = self._around.office.packages
        return None if not key and packages.is_locked(self.path) else packages.look(self.path, key)

    def _take(self, facts: Facts | None) -> None:
        self.facts = facts
        self._locked.setVisible(facts is None or bool(self.key))
        if facts is None:
            self.heading.setText(f"{self.path.name} có mật khẩu")
            self.passphrase.setFocus()
        else:
            self.heading.setText(facts_words(facts) if isinstance(facts, PackageFacts) else handover_words(facts))
            self.show_package(facts)
        self.follow()

    def show_package(self, facts: Facts) -> None:
        """What there is to say and ask once the package is open."""

    def follow(self) -> None:
        """Nothing can be done before the package is open."""
        self.verb.setEnabled(self.facts is not None and not self.is_working)
