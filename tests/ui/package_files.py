"""Real data files in windows of their own: an office and its machines, each edited as a clerk does."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Signal
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from nscl_desktop.domain.changes import ChangeSet, inserted
from nscl_desktop.domain.enterprises import Enterprise
from nscl_desktop.domain.fields import Place
from nscl_desktop.domain.inspections import Checklist, Question, Visit
from nscl_desktop.domain.plans import Plan
from nscl_desktop.domain.records import Record
from nscl_desktop.office.window_office import WindowOffice, open_office
from nscl_desktop.services.enterprises import set_value
from nscl_desktop.ui.failures import Failures
from nscl_desktop.ui.furniture import Furniture
from nscl_desktop.ui.main_window import MainWindow
from nscl_desktop.ui.operations import Operations
from nscl_desktop.ui.packages.handover_commands import HandoverCommands
from nscl_desktop.ui.packages.package_commands import PackageCommands
from nscl_desktop.ui.preferences import Preferences
from nscl_desktop.ui.tab import Surroundings, Voice
from nscl_desktop.ui.tabs import TABS
from nscl_desktop.ui.theme import LIGHT_SCHEME, Theme

FIRM = Enterprise(id="e1", name="Công ty TNHH Cơ khí Bình Minh", tax_code="0100109106", phone="0276 3822 233")
OTHER = Enterprise(id="e2", name="Hợp tác xã Nông nghiệp Tân Hưng")
CHECKLIST = Checklist(id="c1", name="Kiểm tra sau hỗ trợ")
QUESTION = Question(id="q1", checklist_id="c1", place=Place("", "a"), text="Còn áp dụng 5S?")
VISIT = Visit(id="v1", enterprise_id="e1", checklist_id="c1")
PLAN = Plan(id="p1", code="TN-2026", title="Kế hoạch năm 2026")
RECORDS: tuple[Record, ...] = (FIRM, OTHER, CHECKLIST, QUESTION, VISIT, PLAN)


class _Caller(QObject):
    sent = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.sent.connect(lambda call: call())

    def call(self, act: Callable[[], None]) -> None:
        self.sent.emit(act)


@dataclass
class Desk:
    """A window over a real data file."""

    path: Path
    office: WindowOffice
    window: MainWindow
    furniture: Furniture
    around: Surroundings
    operations: Operations
    commands: PackageCommands
    handovers: HandoverCommands
    caller: _Caller
    qtbot: QtBot

    def wait(self) -> None:
        self.qtbot.waitUntil(lambda: not self.operations.is_busy, timeout=30_000)
        QApplication.processEvents()

    def dialog(self, kind: type[QDialog]) -> QDialog:
        """The open window of a kind."""
        self.wait()
        found = [each for each in self.window.findChildren(kind) if each.isVisible()]
        assert len(found) == 1, (kind, found)
        return found[0]

    def edit(self, key: str, **fields: str) -> None:
        """Edit a unit on the desk, as its page does."""
        desk = self.office.enterprises.read(key)
        for name, value in fields.items():
            desk.perform(set_value(key, desk.book.get(Enterprise, key), name, value))
        self.office.shelf.history(key)  # waits until it is saved

    def unit(self, key: str) -> Enterprise:
        return self.office.enterprises.units([key])[0]

    def close(self) -> None:
        self.wait()
        self.window.close()
        self.operations.close()
        self.office.shelf.close()
        self.window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def open_file(path: Path, qtbot: QtBot, scheme: str = LIGHT_SCHEME) -> Desk:
    """A window over a data file, with the tabs of plans and units."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    theme, caller = Theme(application, scheme), _Caller()
    path.parent.mkdir(parents=True, exist_ok=True)
    preferences, voice, failures = Preferences(path.parent / "window.ini"), Voice(), Failures(application)
    window = MainWindow(preferences, TABS)
    failures.sentence.connect(voice.refused)
    furniture = Furniture(window, theme, preferences, voice)
    office = open_office(path, caller.call)
    operations = Operations(window, failures)
    around = Surroundings(office, theme, operations, preferences, voice)
    furniture.follow(operations)
    furniture.show_file(path, is_own=True)
    for spec in TABS[:3]:
        window.add_tab(spec, spec.load()(office, preferences)(around))
    commands = PackageCommands(window, around)
    commands.standing_changed.connect(furniture.show_standing)
    furniture.status.open_clicked.connect(commands.show_places)
    handovers = HandoverCommands(window, around)
    furniture.offer(commands.menus(), handovers.menus())
    window.resize(1366, 728)
    with qtbot.waitExposed(window):
        window.show()
    return Desk(path, office, window, furniture, around, operations, commands, handovers, caller, qtbot)


def filled(desk: Desk, *records: Record) -> Desk:
    """Records in a new file, in one step."""
    desk.office.shelf.add(ChangeSet("Thêm", tuple(map(inserted, records or RECORDS))))
    desk.around.voice.data_replaced.emit()
    desk.wait()
    return desk
