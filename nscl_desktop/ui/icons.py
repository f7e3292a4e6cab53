"""Icons drawn from resources/icons in the colour of a role, sharp at the scaling of every screen."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
from PySide6.QtGui import QGuiApplication, QIcon, QImageReader, QPixmap

from nscl_desktop.resource_files import resource_path

_SIDE = 16


def drawn(name: str, colour: str) -> QIcon:
    """The icon in one colour ("#RRGGBB"); the style itself makes the pale one of an action that is not available."""
    drawing = resource_path("icons", f"{name}.svg").read_bytes().replace(b"<path ", f'<path fill="{colour}" '.encode())
    icon = QIcon()
    for ratio in {1.0, *(screen.devicePixelRatio() for screen in QGuiApplication.screens())}:
        icon.addPixmap(_rendered(drawing, ratio))
    return icon


def _rendered(drawing: bytes, ratio: float) -> QPixmap:
    buffer = QBuffer()
    buffer.setData(QByteArray(drawing))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(b"svg"))
    side = round(_SIDE * ratio)
    reader.setScaledSize(QSize(side, side))
    pixmap = QPixmap.fromImage(reader.read())
    pixmap.setDevicePixelRatio(ratio)
    return pixmap
