"""The files of a record as a list of cards; thumbnails are made aside and come as they are ready."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPixmap, QPixmapCache
from PySide6.QtWidgets import QListView, QListWidget, QListWidgetItem
from shiboken6 import isValid

from nscl_desktop.domain.attached_files import PDF, AttachedFile
from nscl_desktop.presenters.attached_pictures import RecordFiles
from nscl_desktop.ui.picture_card import ABOUT, ICON, NAME, PICTURE, WARNS, PictureCards
from nscl_desktop.ui.tab import Surroundings

_FILE = Qt.ItemDataRole.UserRole
_GAP = 8
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PictureList(QListWidget):
    """``open_wanted``: Enter or a double click on a file. ``edge`` is the width of a picture."""

    open_wanted = Signal()

    def __init__(self, files: RecordFiles, around: Surroundings, edge: int) -> None:
        super().__init__()
        self.files, self._around = files, around
        self._cards = PictureCards(around.theme, self, edge)
        self.setProperty("plain", "true")
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setSelectionMode(QListWidget.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(self._cards)
        self.setGridSize(self._cards.card + QSize(_GAP, _GAP))
        self.itemDoubleClicked.connect(lambda _: self.open_wanted.emit())
        self.installEventFilter(self)

    @property
    def chosen(self) -> tuple[AttachedFile, ...]:
        """The files chosen, in the order of the list."""
        rows = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        return tuple(self.item(row).data(_FILE) for row in rows)

    def fill(self, choose: str = "") -> None:
        """The files as they are now; ``choose`` or what was chosen stays chosen. Nobody is told."""
        kept = {choose} if choose else {each.id for each in self.chosen}
        blocked = self.blockSignals(True)
        self.clear()
        for file in self.files.files():
            item = self._item(file)
            self.addItem(item)
            if file.id in kept:
                self.setCurrentItem(item)
                item.setSelected(True)
        self.blockSignals(blocked)

    def height_of_rows(self, width: int, most: int) -> int:
        """The height that shows all rows at this width, but no more than ``most`` of them."""
        beside = max(width // self.gridSize().width(), 1)
        return min(-(-self.count() // beside), most) * self.gridSize().height() + _GAP

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter opens the file, and is no answer to the page around."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in _ENTER:
            self.open_wanted.emit()
            return True
        return super().eventFilter(watched, event)

    def _item(self, file: AttachedFile) -> QListWidgetItem:
        item = QListWidgetItem()
        about, is_missing = self.files.about_words(file), self.files.is_missing(file)
        shown = "không có trên máy này" if is_missing else self.files.text(file, "taken_on") or about
        icon = "warning" if is_missing else "pdf" if file.kind == PDF else ""
        for role, value in (
            (_FILE, file), (NAME, file.shown_name), (ABOUT, shown), (WARNS, is_missing), (ICON, icon),
            (Qt.ItemDataRole.AccessibleTextRole, f"{file.shown_name}, {about}"),
        ):  # fmt: skip
            item.setData(role, value)
        item.setToolTip("\n".join(dict.fromkeys((file.shown_name, file.name, about))))
        if not icon:
            self._draw(item, file)
        return item

    def _draw(self, item: QListWidgetItem, file: AttachedFile) -> None:
        """The thumbnail, from memory or made aside."""
        edge = round(self._cards.edge * self.devicePixelRatioF())
        key, known = f"{file.sha256}-{edge}", QPixmap()
        if QPixmapCache.find(key, known):
            item.setData(PICTURE, known)
            return

        def land(data: bytes | None) -> None:
            made = QPixmap()
            if not data or not isValid(self) or not made.loadFromData(data):
                return
            QPixmapCache.insert(key, made)
            for row in range(self.count()):
                if self.item(row).data(_FILE).sha256 == file.sha256:
                    self.item(row).setData(PICTURE, made)

        self._around.operations.run("", lambda _: self.files.thumbnail(file, edge), land)
