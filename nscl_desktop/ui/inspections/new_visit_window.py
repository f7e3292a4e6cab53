"""A new visit: which unit, by which check list, when, in which plan, and who goes."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from nscl_desktop.domain.dates import format_short
from nscl_desktop.domain.errors import InputError
from nscl_desktop.presenters.visit_making import TEAM_ROLES, VisitOffers, visit_step
from nscl_desktop.ui.dialogs.dialog import Dialog
from nscl_desktop.ui.elided_combo import ElidedCombo
from nscl_desktop.ui.inspections.unit_search import UnitSearch
from nscl_desktop.ui.tab import Surroundings

_TEAM = (("Trưởng đoàn", "Nguyễn Văn An, Phó Chi cục trưởng"), ("Thư ký", ""), ("Thành viên", ""))


class NewVisitWindow(Dialog):
    """``made`` tells the new visit's key."""

    made = Signal(str)

    def __init__(
        self, offers: VisitOffers, around: Surroundings, parent: QWidget, today: str, plan_id: str = ""
    ) -> None:
        super().__init__(parent, "Lần kiểm tra mới", "Thêm")
        self._offers, self._around = offers, around
        self.unit = UnitSearch(around.office.enterprises)
        self.checklist, self.plan = ElidedCombo(), ElidedCombo()
        for value, words in offers.list_words():
            self.checklist.addItem(words, value)
        for value, words in offers.plan_words():
            self.plan.addItem(words, value)
        self.plan.setCurrentIndex(max(self.plan.findData(plan_id), 0))
        self.day, self.place = QLineEdit(format_short(today)), QLineEdit()
        self.place.setPlaceholderText("Địa chỉ của đơn vị")
        self.team = [QLineEdit(placeholderText=example) for _, example in _TEAM]
        names = [", ".join(filter(None, person[:2])) for person in offers.people]
        for field in self.team:
            completer = QCompleter(names, field)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            field.setCompleter(completer)
            field.setToolTip("Họ tên, chức vụ; gõ vài chữ để chọn người đã tham gia lần trước")
        self.host = QLineEdit(placeholderText="Họ tên, chức vụ; để trống nếu chưa biết")
        self.add_field("Đơn vị", self.unit)
        self.add_fields(("Bảng kiểm, phiếu khảo sát", self.checklist), ("Đợt kiểm tra", self.plan))
        self.add_fields(("Ngày", self.day), ("Địa điểm", self.place))
        self.add_fields(*zip((words for words, _ in _TEAM), self.team, strict=True))
        self.add_field("Đại diện đơn vị", self.host)
        self.content.setStretch(0, 1)
        self.verb.clicked.connect(self._make)
        self.resize(760, 640)
        self.unit.setFocus()

    def _make(self) -> None:
        team = [(role, field.text()) for role, field in zip(TEAM_ROLES, self.team, strict=True)]
        place = self.place.text().strip() or self.unit.address
        try:
            step = visit_step(
                self._offers, str(self.checklist.currentData() or ""), self.unit.key, self.day.text(), place,
                str(self.plan.currentData() or ""), team, self.host.text(),
            )  # fmt: skip
        except InputError as error:
            self.say(error.sentence)
            return
        visits = self._around.office.visits
        self._around.operations.run("Đang thêm", lambda _: visits.add(step), lambda _: self._done(step.scope))

    def _done(self, key: str) -> None:
        self.made.emit(key)
        self.accept()
