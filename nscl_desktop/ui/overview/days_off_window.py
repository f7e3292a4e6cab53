"""Ngày nghỉ, ngày làm bù, by which the radar counts working days; what the law names is proposed."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtWidgets import QCheckBox, QLineEdit, QPushButton, QWidget

from nscl_desktop.domain.changes import ChangeSet
from nscl_desktop.domain.counting_rules import DayOff
from nscl_desktop.domain.dates import format_short, parse_date
from nscl_desktop.domain.errors import InputError
from nscl_desktop.services import counting as services
from nscl_desktop.ui.dialogs.dialog import Dialog
from nscl_desktop.ui.read_table import ReadColumn, ReadTable
from nscl_desktop.ui.saving_aside import save_aside
from nscl_desktop.ui.tab import Surroundings

_COLUMNS = (ReadColumn("Ngày", 14), ReadColumn("Tên"), ReadColumn("", 14))


class DaysOffWindow(Dialog):
    """``done`` is called after each change."""

    def __init__(self, around: Surroundings, done: Callable[[], object], parent: QWidget) -> None:
        super().__init__(parent, "Ngày nghỉ, ngày làm bù", "Thêm ngày", leave="Đóng")
        self._around, self._done, self._room = around, done, around.office.overviews
        self._known: Sequence[DayOff] = ()
        self._year = date.today().year  # noqa: DTZ011 - the clerk's own day
        self.table = ReadTable("Ngày nghỉ", _COLUMNS)
        self.day, self.name = QLineEdit(placeholderText="24/11/2021"), QLineEdit()
        self.worked = QCheckBox("Là ngày làm bù (cuối tuần phải làm việc)")
        self.delete = QPushButton("Xóa ngày đã chọn")
        self.content.addWidget(self.table, 1)
        self.content.addWidget(self.delete)
        self.add_fields(("Ngày", self.day), ("Tên ngày nghỉ", self.name))
        self.content.addWidget(self.worked)
        self.proposals = [self.add_button(f"Lấy đề xuất năm {year}") for year in (self._year, self._year + 1)]
        for button in (self.verb, self.leave, self.delete, *self.proposals):
            button.setAutoDefault(False)
        for button, year in zip(self.proposals, (self._year, self._year + 1), strict=True):
            button.clicked.connect(lambda _=False, year=year: self._keep(services.propose_days_off(self._known, year)))
        self.verb.clicked.connect(self._add)
        self.delete.clicked.connect(self._delete)
        self.resize(720, 560)
        self._read()

    def _read(self) -> None:
        self._around.operations.run("", lambda _: self._room.days_off(), self._show)

    def _show(self, known: Sequence[DayOff]) -> None:
        self._known = known
        rows = [(format_short(each.date), each.name, "làm bù" if each.is_worked else "nghỉ") for each in known]
        self.table.fill(rows, known)
        self.delete.setEnabled(bool(rows))

    def _add(self) -> None:
        try:
            step = services.add_day_off(
                self._known, parse_date(self.day.text()), self.name.text(), is_worked=self.worked.isChecked()
            )
        except InputError as error:
            self.say(error.sentence)
            return
        self.say("")
        self.day.clear()
        self._keep(step)

    def _delete(self) -> None:
        chosen = self.table.current_data
        if isinstance(chosen, DayOff):
            self._keep(services.remove_day_off(chosen))

    def _keep(self, step: ChangeSet) -> None:
        if not step:
            self.say("Đã có đủ các ngày được đề xuất của năm này.")
            return
        told = f"Đã {step.words[:1].lower()}{step.words[1:]}"
        save_aside(self._around, self._room.add, step, told, done=self._follow_up, undone=self._done)

    def _follow_up(self) -> None:
        self._read()
        self._done()
