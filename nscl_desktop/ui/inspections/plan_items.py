"""How a plan of inspections stands in the list: its name, below it kind and days, then how far its visits are."""

from PySide6.QtWidgets import QListWidget

from nscl_desktop.presenters.inspection_plan_record import PlanEntry
from nscl_desktop.ui.inspections.visit_items import ENTRY
from nscl_desktop.ui.item_lines import Index, ItemLine, ItemLines
from nscl_desktop.ui.theme import Theme


class PlanItems(ItemLines):
    """Draws a PlanEntry in three lines."""

    def __init__(self, theme: Theme, parent: QListWidget) -> None:
        super().__init__(theme, parent, _lines)


def _lines(index: Index) -> list[ItemLine]:
    entry: PlanEntry = index.data(ENTRY)
    return [ItemLine(entry.name, "text"), ItemLine(entry.about), ItemLine(entry.done)]
