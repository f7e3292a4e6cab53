"""Windows of awards: a new round, a person for the council, how near a judge stands to a unit."""

from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QListWidget, QListWidgetItem, QWidget

from nscl_desktop.domain.awards import Judge, Nomination
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.plan_rows import PlanRow
from nscl_desktop.domain.sorting import sort_key
from nscl_desktop.domain.text import fold
from nscl_desktop.domain.training import Person
from nscl_desktop.presenters.award_office import Rules
from nscl_desktop.presenters.award_sheet import AwardSheet
from nscl_desktop.presenters.dossier_list import plan_words
from nscl_desktop.services.award_rounds import open_round
from nscl_desktop.ui.dialogs.dialog import Dialog, caption
from nscl_desktop.ui.tab import Surroundings

_DATA = Qt.ItemDataRole.UserRole


class NewAwardWindow(Dialog):
    """Name, year and plan; the regime follows from the year. ``made`` gets the new round's key.

    A file without any regime is given the shipped ones first.
    """

    def __init__(self, around: Surroundings, made: Callable[[str], object], parent: QWidget, year: int) -> None:
        super().__init__(parent, "Đợt xét giải mới", "Mở đợt")
        self._around, self._made = around, made
        self.name, self.year, self.plan = (
            QLineEdit(f"Giải thưởng Chất lượng quốc gia năm {year}"),
            QLineEdit(),
            QComboBox(),
        )
        self.year.setText(str(year))
        self.plan.addItem("Chưa chọn kế hoạch", "")
        self.add_field("Tên đợt", self.name)
        self.add_fields(("Năm giải thưởng", self.year), ("Kế hoạch chi tiền thưởng", self.plan))
        self.content.addWidget(
            caption(
                "Quy chế theo năm: đến hết ngày 22/01/2026 là Nghị định 132/2008/NĐ-CP (bảy tiêu chí), từ ngày"
                " 23/01/2026 là Nghị định 37/2026/NĐ-CP. Mức thưởng theo tỉnh của kế hoạch."
            )
        )
        self.content.addStretch(1)
        self.verb.clicked.connect(self._make)
        self.resize(560, 300)
        around.operations.run("", lambda _: list(around.office.dossiers.plans()), self._offer)

    def _offer(self, rows: Sequence[PlanRow]) -> None:
        for row in rows:
            self.plan.addItem(plan_words(row), row.id)

    def _make(self) -> None:
        awards, name, text = self._around.office.awards, self.name.text(), self.year.text().strip()
        plan = str(self.plan.currentData() or "") or None
        if not text.isdecimal() or not name.strip():
            self.say("Tên đợt và năm giải thưởng phải có; hãy nhập đủ, năm như 2026.")
            return

        try:
            open_round(name.strip(), int(text), ())
        except InputError as error:
            self.say(error.sentence)
            return

        def make() -> str:
            rules: Rules = awards.rules()
            if not rules.regimes():
                awards.add(awards.shipped())
                rules = awards.rules()
            step = open_round(name.strip(), int(text), rules.regimes(), plan)
            awards.add(step)
            return step.scope

        self._around.operations.run("Đang mở đợt", lambda _: make(), self._done)

    def _done(self, key: str) -> None:
        self._made(key)
        self.accept()


class PersonWindow(Dialog):
    """Choosing one of the persons on file; ``take`` gets who was chosen."""

    def __init__(self, people: Sequence[Person], take: Callable[[Person], object], parent: QWidget) -> None:
        super().__init__(parent, "Chọn người", "Chọn")
        self._people, self._take = sorted(people, key=lambda each: (sort_key(each.name), each.id)), take
        self.search, self.list = QLineEdit(placeholderText="Tìm theo tên, đơn vị (không cần dấu)"), QListWidget()
        self.list.setAccessibleName("Người có trong sổ")
        self.add_field("Tìm người", self.search)
        self.content.addWidget(self.list, 1)
        self.content.addWidget(
            caption("Sổ người ở tab Đào tạo. Người chưa có trong sổ: ghi tên thẳng vào bảng hội đồng.")
        )
        self.search.textChanged.connect(lambda _: self._fill())
        self.list.itemDoubleClicked.connect(lambda _: self._done())
        self.verb.clicked.connect(self._done)
        self.resize(560, 440)
        self._fill()

    def _fill(self) -> None:
        words = fold(self.search.text()).split()
        self.list.clear()
        for each in self._people:
            line = " · ".join(filter(None, (each.name, str(each.birth_year or ""), each.title, each.unit)))
            if all(word in fold(line) for word in words):
                item = QListWidgetItem(line)
                item.setData(_DATA, each.id)
                self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.verb.setEnabled(self.list.count() > 0)

    def _done(self) -> None:
        item: QListWidgetItem | None = self.list.currentItem()
        person = next((each for each in self._people if item is not None and each.id == item.data(_DATA)), None)
        if person:
            self.accept()
            self._take(person)


class SetTie(Protocol):
    """Notes a tie; raises InputError while the words are not enough."""

    def __call__(self, nomination: Nomination, judge: Judge, text: str, *, waived: bool) -> None: ...


class TieWindow(Dialog):
    """How near a judge stands to a unit, or why the points count all the same."""

    def __init__(
        self, sheet: AwardSheet, take: SetTie, parent: QWidget, *, waived: bool, chosen: object = None
    ) -> None:
        title = "Vẫn tính điểm" if waived else "Ghi quan hệ với đơn vị dự giải"
        super().__init__(parent, title, "Tính điểm" if waived else "Ghi")
        self._take, self._waived = take, waived
        self._judges, self._nominations = sheet.judges(), sheet.nominations()
        self.judge, self.unit, self.text = QComboBox(), QComboBox(), QLineEdit()
        for judge in self._judges:
            self.judge.addItem(judge.name, judge.id)
        for nomination in self._nominations:
            self.unit.addItem(sheet.name_of(nomination), nomination.id)
        if isinstance(chosen, tuple):
            self.unit.setCurrentIndex(self.unit.findData(chosen[0]))
            self.judge.setCurrentIndex(self.judge.findData(chosen[1]))
        self.text.setPlaceholderText("Ví dụ: chỉ trùng tên" if waived else "Ví dụ: đã tư vấn ISO 9001 năm 2020")
        self.add_field("Thành viên", self.judge)
        self.add_field("Đơn vị dự giải", self.unit)
        self.add_field("Lý do vẫn tính điểm" if waived else "Quan hệ", self.text)
        self.content.addStretch(1)
        self.verb.clicked.connect(self._done)
        self.resize(520, 320)

    def _done(self) -> None:
        judge = next(each for each in self._judges if each.id == self.judge.currentData())
        nomination = next(each for each in self._nominations if each.id == self.unit.currentData())
        try:
            self._take(nomination, judge, self.text.text(), waived=self._waived)
        except InputError as error:
            self.say(error.sentence)
            return
        self.accept()
