"""A file with units and check lists in use, and the tab Kiểm tra over it, as a clerk finds it."""

from nscl_desktop.domain.book import Book
from nscl_desktop.domain.changes import ChangeSet, change_set, inserted
from nscl_desktop.domain.enterprises import Contact, Enterprise
from nscl_desktop.domain.inspections import Checklist, InspectionPlan
from nscl_desktop.exchange.shipped_checklists import missing_checklists
from nscl_desktop.services.checklist_editing import put_in_use
from nscl_desktop.storage.store import Store
from nscl_desktop.ui.sectioned_tab import SectionedTab
from nscl_desktop.ui.tab import Surroundings
from nscl_desktop.ui.tabs import TABS
from nscl_desktop.ui.tabs.visits import VisitsTab
from tests.enterprises.registers import write

UNITS = (
    Enterprise(
        id="e1", name="Công ty TNHH Cơ khí Tân Phát", address="Lô C12", province="Tỉnh Tây Ninh",
        representative="Lê Thị Bình", representative_title="Giám đốc",
    ),
    Enterprise(id="e2", name="Hợp tác xã Mãng cầu Minh Trung"),
)  # fmt: skip
CONTACT = Contact(id="k", enterprise_id="e1", position="a0", name="Võ Thành Long", title="Quản đốc")
PLAN = InspectionPlan(id="ip", name="Đợt 1 năm 2026", document="Kế hoạch số 12/KH-CCTĐC", date_from="2026-03-01")


def fill(store: Store) -> None:
    """Units, a plan of inspections, and the shipped check lists put in use."""
    made = Book()

    def do(step: ChangeSet) -> None:
        made.apply(step.changes)
        write(store, step)

    do(change_set("Thêm", map(inserted, (*UNITS, CONTACT, PLAN))))
    do(missing_checklists(made))
    for key in list(made.table(Checklist)):
        do(put_in_use(made, key))


def inspections(around: Surroundings) -> SectionedTab:
    """The tab, made as the window makes it."""
    spec = next(each for each in TABS if each.key == "inspections")
    tab = spec.load()(around.office, around.preferences)(around)
    assert isinstance(tab, SectionedTab)
    return tab


def visits_of(tab: SectionedTab) -> VisitsTab:
    """Its section Lần kiểm tra, once it was looked at."""
    section = tab.sections[0].tab
    assert isinstance(section, VisitsTab)
    return section
