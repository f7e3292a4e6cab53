"""Long texts broken into lines of a given width, the last one shortened; worked out once for each text and width."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QTextLayout, QTextOption

_MOST_REMEMBERED = 4000


class WrappedText:
    """Lines of texts in one font."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, int, int, bool], tuple[str, ...]] = {}

    def lines(self, text: str, width: int, most: int, font: QFont) -> tuple[str, ...]:
        """At most ``most`` lines of the text; what does not fit is cut, with an ellipsis."""
        key = (text, width, most, font.bold())
        found = self._known.get(key)
        if found is None:
            if len(self._known) > _MOST_REMEMBERED:
                self._known.clear()
            found = self._known[key] = _broken(text, max(width, 1), most, font)
        return found

    def forget(self) -> None:
        """The font has changed."""
        self._known.clear()


def _broken(text: str, width: int, most: int, font: QFont) -> tuple[str, ...]:
    metrics = QFontMetrics(font)
    flat = text.replace("\n", " ")
    if metrics.horizontalAdvance(flat) <= width:
        return (flat,)
    if most <= 1:
        return (metrics.elidedText(flat, Qt.TextElideMode.ElideRight, width),)
    layout = QTextLayout(flat, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    found: list[str] = []
    while len(found) < most:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        line.setPosition(QPointF(0, 0))
        start, length = line.textStart(), line.textLength()
        found.append(flat[start : start + length])
        if len(found) == most and start + length < len(flat):
            found[-1] = metrics.elidedText(flat[start:], Qt.TextElideMode.ElideRight, width)
    layout.endLayout()
    return tuple(each.rstrip() for each in found)
