"""One unit: its facts, what it was given, its certificates, inspections, papers and time line, each on a page."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from shiboken6 import isValid

from nscl_desktop.domain.enterprises import Enterprise
from nscl_desktop.presenters.unit_overview import Around, UnitOverview, own_today
from nscl_desktop.services.desk import Changed, Desk, Refused
from nscl_desktop.ui.elided_label import ElidedLabel
from nscl_desktop.ui.enterprises.listed_section import ListedSection
from nscl_desktop.ui.enterprises.unit_facts import UnitFacts
from nscl_desktop.ui.enterprises.unit_sections import UnitCertificates, UnitFiles, UnitInspections, UnitSections
from nscl_desktop.ui.paper.minutes_page import MinutesPage
from nscl_desktop.ui.record_history import RecordHistory
from nscl_desktop.ui.tab import Surroundings
from nscl_desktop.ui.undoing import follow_undo, take_redo, take_undo, undo_actions
from nscl_desktop.ui.wrapped_tabs import wrapped_tabs

Section = ListedSection | UnitInspections | UnitCertificates | UnitFiles | RecordHistory | MinutesPage
_CERTIFICATES, _HISTORY, _PRINT = "Chứng nhận", "Lịch sử", "Bản in"


class UnitPage(QWidget):
    """The unit on the desk. ``state_changed``: something of it is another now."""

    state_changed = Signal()
    rename_wanted = Signal()

    def __init__(self, desk: Desk, around: Surroundings) -> None:
        super().__init__()
        self.desk, self._around = desk, around
        self.title, self.about = ElidedLabel(), ElidedLabel()
        self.title.setProperty("role", "title")
        self.about.setProperty("role", "caption")
        self.rename = QPushButton("Đổi tên…")
        self.rename.clicked.connect(self.rename_wanted)
        self.pages = wrapped_tabs("Các phần của đơn vị", around.theme)
        self.overview = UnitOverview(desk, around.office, own_today())
        self.facts = UnitFacts(desk, around, self.undo)
        self.made: dict[str, Section] = {}
        """The sections that were looked at, by their titles."""
        self._makers = self._known_sections()
        self.undo_action, self.redo_action = undo_actions(self, around.theme, self.undo, self.redo)
        self._lay_out()
        self.pages.currentChanged.connect(lambda _: self._on_page())
        desk.subscribe(self._on_event)
        self.follow()

    @property
    def unit(self) -> Enterprise | None:
        """The unit as it stands; None once it is deleted."""
        return self.desk.book.table(Enterprise).get(self.desk.root_id)

    def undo(self) -> None:
        """Ctrl+Z: take back the last step on this unit."""
        self.settle()
        take_undo(self._around.voice, self.desk.undo)

    def redo(self) -> None:
        """Ctrl+Y."""
        self.settle()
        take_redo(self._around.voice, self.desk.redo)

    def settle(self) -> None:
        """Take what is being typed."""
        self.facts.settle()
        for section in self.made.values():
            if isinstance(section, UnitCertificates | UnitFiles):
                section.settle()

    def take_focus(self) -> None:
        """Begin with the page in front."""
        page = self.pages.currentWidget()
        if page is not None:
            page.setFocus()

    def follow(self) -> None:
        """Show the unit as it is now."""
        unit = self.unit
        self.setEnabled(unit is not None)
        if unit is not None:
            kind = self.facts.forms[0].form.field("kind").text if unit.kind else ""
            self.title.setText(unit.name)
            self.about.setText(" · ".join(filter(None, (kind, unit.tax_code, unit.commune, unit.province))))
        self.facts.follow()
        self._show_section()
        follow_undo(self.undo_action, self.redo_action, self.desk.undo_stack)

    def look_around(self) -> None:
        """Read anew what the other registers hold about the unit, where that is seen: it may have changed there."""
        if self._in_front in self._makers and self._in_front not in (_CERTIFICATES, _HISTORY):
            self._around.operations.run("", lambda _: self.overview.read(), self._take_around)

    # -- building ---------------------------------------------------------------------------------------------------

    def _known_sections(self) -> dict[str, Callable[[], Section]]:
        """Title → how the section is made when it is first looked at; walking through units mostly wants the facts."""
        desk, around, seen = self.desk, self._around, self.overview
        register, key = around.office.enterprises, desk.root_id
        sections = UnitSections(around, seen)
        return {
            "Hỗ trợ": sections.supports,
            "Kinh phí": sections.money,
            _CERTIFICATES: lambda: UnitCertificates(desk, around, self.undo, seen),
            "Kiểm tra": sections.inspections,
            "Đào tạo": sections.training,
            "Giải thưởng": sections.awards,
            "Tài liệu": lambda: UnitFiles(desk, around, self.undo, seen),
            "Dòng thời gian": sections.events,
            _HISTORY: lambda: RecordHistory(lambda: register.history(key), around, " cho đơn vị này"),
            _PRINT: lambda: MinutesPage(seen, around, noun="phiếu"),
        }

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(16, 8, 16, 0)
        head.setSpacing(12)
        head.addWidget(self.title, 1)
        head.addWidget(self.rename)
        below = QHBoxLayout()
        below.setContentsMargins(16, 0, 16, 4)
        below.addWidget(self.about, 1)
        self.pages.addTab(self.facts, "Thông tin")
        for words in self._makers:
            self.pages.addTab(QWidget(), words)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addLayout(below)
        layout.addWidget(self.pages, 1)

    # -- following --------------------------------------------------------------------------------------------------

    def _on_event(self, event: Changed | Refused) -> None:
        self.follow()
        self.state_changed.emit()
        if isinstance(event, Refused):
            self._around.voice.refused.emit(event.sentence)

    @property
    def _in_front(self) -> str:
        return self.pages.tabText(self.pages.currentIndex())

    def _on_page(self) -> None:
        title, page = self._in_front, self.pages.currentWidget()
        if title in self._makers and title not in self.made:
            section = self.made[title] = self._makers[title]()
            margin = 0 if title in (_HISTORY, _PRINT) else 16  # these two keep a margin of their own
            layout = QVBoxLayout(page)
            layout.setContentsMargins(margin, margin and 12, margin, margin)
            layout.addWidget(section)
            page.setFocusProxy(section)
        self._show_section()
        self.look_around()

    def _take_around(self, found: Around) -> None:
        if isValid(self):  # else another unit was chosen meanwhile
            self.overview.take(found)
            self._show_section()

    def _show_section(self) -> None:
        """The section in front follows; the others do when they come there."""
        section = self.made.get(self._in_front)
        if section and self.unit is not None:
            section.follow()
