"""The section Hồ sơ hỗ trợ over an office in memory, with plans, units and lists in its file."""

from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtWidgets import QComboBox, QDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from nscl_desktop.domain.plans import Plan
from nscl_desktop.domain.records import Record
from nscl_desktop.exchange.plan_json import read_plan
from nscl_desktop.presenters.dossier_list import DossierFilters
from nscl_desktop.resource_files import resource_path
from nscl_desktop.services.dossier_catalogue import shipped_kinds, shipped_papers
from nscl_desktop.ui.dossiers.dossier_page import DossierPage
from nscl_desktop.ui.dossiers.page_parts import AskValues
from nscl_desktop.ui.tabs.dossiers import DossiersTab
from tests.enterprises.registers import unit
from tests.ui.windows import Opened, in_front, rest

UNITS = (
    unit("u1", "Công ty TNHH Cơ khí Minh Đạt", tax_code="3700123456"),
    unit("u2", "Hợp tác xã Rau sạch Phú Giáo"),
    unit("u3", "Tổ chức tư vấn Năng suất Việt", kind="consultant"),
)
LISTS = (*shipped_kinds().kinds, *shipped_papers().papers)
KINDS = {kind.code: kind for kind in shipped_kinds().kinds}
DialogT = TypeVar("DialogT", bound=QDialog)


def plan_of(code: str) -> tuple[str, list[Record]]:
    """Key and records of a sample plan."""
    records = list(read_plan(resource_path("samples", f"{code}.json").read_text("utf-8")).records())
    return next(each.id for each in records if isinstance(each, Plan)), records


@dataclass
class Section:
    """The section with what a test does in it."""

    tab: DossiersTab
    window: Opened
    qtbot: QtBot

    def settle(self) -> None:
        rest(self.window, self.qtbot)

    def page(self, key: str = "") -> DossierPage:
        """The page of a dossier, once it is on the desk."""

        def is_there() -> bool:
            page = self.tab.page
            return page is not None and (not key or page.open.desk.root_id == key)

        self.qtbot.waitUntil(is_there)
        assert self.tab.page is not None
        return self.tab.page

    def show(self, key: str) -> DossierPage:
        self.tab.list.choose(key)
        return self.page(key)

    def dialog(self, kind: type[DialogT]) -> DialogT:
        """The window of this kind that is open now."""
        host: QWidget = self.tab.widget()
        return next(each for each in host.findChildren(kind) if each.isVisible())

    def answer(self, **values: str) -> None:
        """Fill the question that is open and press its verb; it must be accepted."""
        asked = self.dialog(AskValues)
        for name, text in values.items():
            field = asked.fields[name]
            if isinstance(field, QComboBox):
                field.setCurrentIndex(field.findData(text))
            elif isinstance(field, QLineEdit):
                field.setText(text)
        asked.verb.click()
        assert asked.message.text() == ""
        self.settle()

    def only(self, chip: str) -> list[str]:
        """Units of the dossiers that a chip shows."""
        self.tab.list.chips[chip].click()
        found = [row.unit for row in self.tab.list.dossiers.rows]
        self.tab.list.show_filters(DossierFilters())
        return found


def section_of(window: Opened, qtbot: QtBot) -> Section:
    """The section in front, with the list read."""
    return Section(in_front(window, "enterprises", DossiersTab(window.around), qtbot), window, qtbot)
