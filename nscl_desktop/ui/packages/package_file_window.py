"""One package file, looked at before anything is done with it; a passphrase is asked for only if it needs one."""

from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from nscl_desktop.presenters.package_words import facts_words
from nscl_desktop.services.package_views import PackageFacts, Watch
from nscl_desktop.ui.packages.package_window import PackageWindow
from nscl_desktop.ui.tab import Surroundings


class PackageFileWindow(PackageWindow):
    """``facts`` are there once the package was opened; what then comes is ``show_package``'s."""

    def __init__(self, path: Path, around: Surroundings, parent: QWidget, title: str, verb: str) -> None:
        super().__init__(around, parent, title, verb)
        self.path = path
        self.facts: PackageFacts | None = None
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
        packages, path, key = self._around.office.packages, self.path, self.key

        def look(_watch: Watch) -> PackageFacts | None:
            return None if not key and packages.is_locked(path) else packages.look(path, key)

        self.work("Đang đọc gói", look, self._take)

    def _take(self, facts: PackageFacts | None) -> None:
        self.facts = facts
        self._locked.setVisible(facts is None or bool(self.key))
        if facts is None:
            self.heading.setText(f"{self.path.name} có mật khẩu")
            self.passphrase.setFocus()
        else:
            self.heading.setText(facts_words(facts))
            self.show_package(facts)
        self.follow()

    def show_package(self, facts: PackageFacts) -> None:
        """What there is to say and ask once the package is open."""

    def follow(self) -> None:
        """Nothing can be done before the package is open."""
        self.verb.setEnabled(self.facts is not None and not self.is_working)
