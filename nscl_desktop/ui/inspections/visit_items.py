"""How a visit stands in the list: unit and day above, what it was about and its state below, then what is open."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget

from nscl_desktop.domain.inspections import DRAFT, FINISHED, SIGNED
from nscl_desktop.presenters.visit_list import VisitEntryRow
from nscl_desktop.ui.item_lines import Index, ItemLine, ItemLines
from nscl_desktop.ui.theme import Theme

ENTRY = Qt.ItemDataRole.UserRole
INKS = {DRAFT: "note", FINISHED: "warning", SIGNED: "success"}
"""Colours of the states; the words always stand beside them."""


class VisitItems(ItemLines):
    """Draws a VisitEntryRow in two lines, in three where something is to be mended."""

    def __init__(self, theme: Theme, parent: QListWidget) -> None:
        super().__init__(theme, parent, _lines)


def _lines(index: Index) -> list[ItemLine]:
    entry: VisitEntryRow = index.data(ENTRY)
    lines = [
        ItemLine(entry.unit, "text", entry.date),
        ItemLine(entry.what, right=entry.state, right_ink=INKS[entry.stored_state]),
    ]
    if entry.is_late and entry.advice:
        lines.append(ItemLine(f"! {entry.advice}", "error"))
    elif entry.advice:
        lines.append(ItemLine(entry.advice))
    return lines
