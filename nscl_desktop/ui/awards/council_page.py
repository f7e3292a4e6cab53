"""Hội đồng: the members of the preliminary council and the assessors, and how near each stands to which unit."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from nscl_desktop.domain.awards import Judge, JudgeTie, Nomination
from nscl_desktop.domain.records import Record
from nscl_desktop.domain.training import Person
from nscl_desktop.presenters.award_lists import judge_rows
from nscl_desktop.presenters.award_sheet import AwardSheet
from nscl_desktop.services import award_rounds as service
from nscl_desktop.ui.attempts import attempted
from nscl_desktop.ui.awards.award_windows import PersonWindow, TieWindow
from nscl_desktop.ui.read_table import ReadColumn, ReadTable
from nscl_desktop.ui.record_table import RecordTable
from nscl_desktop.ui.record_table_model import ExtraColumn
from nscl_desktop.ui.scrolled import scrolled
from nscl_desktop.ui.tab import Surroundings

_COLUMNS = (
    ReadColumn("Thành viên", 24),
    ReadColumn("Đơn vị dự giải", 32),
    ReadColumn("Quan hệ"),
    ReadColumn("Điểm", 16),
)
_LEAST, _LEAST_TIES = 220, 110
"""Heights on the smallest screen; then the page scrolls."""
_NONE = "Không thấy thành viên nào có quan hệ với đơn vị dự giải, trong sổ hồ sơ cũng như đã ghi."


class CouncilPage(QWidget):
    """``read_wanted``: somebody came of whom the registers may know more."""

    read_wanted = Signal()

    def __init__(self, sheet: AwardSheet, around: Surroundings, undo: Callable[[], object]) -> None:
        super().__init__()
        self._sheet, self._around = sheet, around
        self.judges = RecordTable(
            judge_rows(sheet), around, undo, noun="thành viên", extra=(ExtraColumn("Còn phải chấm", self._owed),),
            stretched=1,
        )  # fmt: skip
        self.person = QPushButton("Thêm người có trong sổ…")
        self.judges.buttons.insertWidget(1, self.person)
        self.ties = ReadTable("Quan hệ với đơn vị dự giải", _COLUMNS)
        self.empty = QLabel(_NONE)
        self.empty.setProperty("role", "caption")
        self.empty.setWordWrap(True)
        self.note, self.waive = QPushButton("Ghi quan hệ…"), QPushButton("Vẫn tính điểm…")
        self._lay_out()
        self.person.clicked.connect(self._ask_person)
        self.note.clicked.connect(lambda: self._ask_tie(waived=False))
        self.waive.clicked.connect(lambda: self._ask_tie(waived=True))
        self.setFocusProxy(self.judges.table)

    def follow(self) -> None:
        """Show the council as it is now."""
        self.judges.refresh()
        judges = {each.id: each.name for each in self._sheet.judges()}
        rows = [(key, judge, tie) for (key, judge), tie in self._sheet.ties.items() if judge in judges]
        self.ties.fill(
            [
                (judges[judge], self._sheet.name_by_key(key), tie.text, "Vẫn tính" if tie.is_waived else "Không tính")
                for key, judge, tie in rows
            ],
            [(key, judge) for key, judge, _ in rows],
        )
        self.ties.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        self.waive.setEnabled(bool(rows))
        self.note.setEnabled(bool(judges) and bool(self._sheet.nominations()))

    def settle(self) -> None:
        """Take what is being typed."""
        self.judges.settle()

    def add_person(self, person: Person) -> None:
        """Somebody on file sits in the council; what the registers know of them is read anew."""

        def add() -> None:
            self._sheet.desk.perform(
                service.add_judge(
                    self._sheet.held, self._sheet.judges(), name=person.name, person_id=person.id,
                    title=", ".join(filter(None, (person.title, person.unit))),
                )
            )  # fmt: skip

        if attempted(self._around.voice, add):
            self.read_wanted.emit()

    def set_tie(self, nomination: Nomination, judge: Judge, text: str, *, waived: bool) -> None:
        """Note a tie, or that the points count all the same; raises InputError."""
        known = self._sheet.desk.book.table(JudgeTie).values()
        step = service.set_tie(self._sheet.held, nomination, judge, text, known, waived=waived)
        self._sheet.desk.perform(step)

    def _lay_out(self) -> None:
        heading, buttons = QLabel("Quan hệ với đơn vị dự giải"), QHBoxLayout()
        heading.setProperty("role", "heading")
        buttons.setSpacing(8)
        buttons.addWidget(self.note)
        buttons.addWidget(self.waive)
        buttons.addStretch(1)
        inner, whole = QFrame(), QVBoxLayout(self)
        inner.setProperty("panel", "page")
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolled(inner))
        self.judges.setMinimumHeight(_LEAST)
        self.ties.setMinimumHeight(_LEAST_TIES)
        column = QVBoxLayout(inner)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(8)
        column.addWidget(self.judges, 3)
        column.addSpacing(8)
        column.addWidget(heading)
        column.addWidget(self.empty)
        column.addWidget(self.ties, 2)
        column.addLayout(buttons)

    def _owed(self, record: Record) -> str:
        if not isinstance(record, Judge) or self._sheet.opened.held is None:
            return ""
        owed = dict(self._sheet.scores.debtors(self._sheet.nominations()))
        return f"{owed[record]} điểm" if record in owed else ""

    def _ask_person(self) -> None:
        awards = self._around.office.awards

        def show(people: Sequence[Person]) -> None:
            window = PersonWindow(people, self.add_person, self)
            window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            window.open()

        self._around.operations.run("", lambda _: list(awards.people()), show)

    def _ask_tie(self, *, waived: bool) -> None:
        chosen = self.ties.current_data if waived else None
        window = TieWindow(self._sheet, self.set_tie, self, waived=waived, chosen=chosen)
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window.open()
