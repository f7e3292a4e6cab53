"""Windows of praise: a new one, and the proposal or decision for several of them."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton, QWidget

from nscl_desktop.domain.awards import COLLECTIVE, INDIVIDUAL, Commendation
from nscl_desktop.domain.changes import ChangeSet
from nscl_desktop.domain.dates import parse_date
from nscl_desktop.domain.errors import InputError
from nscl_desktop.presenters.commendation_list import below
from nscl_desktop.services.commendations import open_praise
from nscl_desktop.ui.dialogs.dialog import Dialog, caption
from nscl_desktop.ui.tick_list import TickList

FORMS = (
    "Bằng khen của Chủ tịch UBND tỉnh", "Giấy khen của Giám đốc Sở", "Bằng khen của Bộ trưởng",
    "Bằng khen của Thủ tướng Chính phủ",
)  # fmt: skip
"""Usual ones to choose from; any other is typed."""


class NewPraiseWindow(Dialog):
    """Whom to praise and how; ``take`` saves the step."""

    def __init__(self, take: Callable[[ChangeSet], object], parent: QWidget, year: int) -> None:
        super().__init__(parent, "Khen thưởng mới", "Thêm")
        self._take, self._year = take, year
        self.subject, self.name, self.form = QComboBox(), QLineEdit(), QComboBox()
        self.subject.addItem("Tập thể", COLLECTIVE)
        self.subject.addItem("Cá nhân", INDIVIDUAL)
        self.form.setEditable(True)
        self.form.addItems(FORMS)
        self.name.setPlaceholderText("Tên ghi trong quyết định")
        self.add_fields(("Đối tượng", self.subject), ("Tên", self.name))
        self.add_field("Hình thức khen", self.form)
        self.content.addWidget(
            caption("Chọn đơn vị trong danh bạ, người trong sổ và ghi thành tích ở trang của mục này.")
        )
        self.content.addStretch(1)
        self.verb.clicked.connect(self._done)
        self.resize(520, 280)

    def _done(self) -> None:
        try:
            subject, form = str(self.subject.currentData()), self.form.currentText().strip()
            step = open_praise(subject, self.name.text().strip(), form, self._year)
        except InputError as error:
            self.say(error.sentence)
            return
        self._take(step)
        self.accept()


class PaperWindow(Dialog):
    """Number and day of a paper, and for whom it is; ``take`` raises InputError while something is missing."""

    def __init__(
        self,
        title: str,
        praise: Sequence[Commendation],
        take: Callable[[Sequence[Commendation], str, str], object],
        parent: QWidget,
    ) -> None:
        super().__init__(parent, title, title.removesuffix("…"))
        self._praise, self._take = {each.id: each for each in praise}, take
        self.number, self.day = QLineEdit(), QLineEdit()
        self.ticks = TickList("Các mục khen thưởng", "Tìm tập thể, cá nhân (không cần dấu)")
        self.ticks.fill([(each.id, f"{each.name} · {below(each)}") for each in praise])
        self.every: QPushButton = self.add_button("Đánh dấu tất cả")
        self.add_fields(("Số", self.number), ("Ngày", self.day))
        self.content.addWidget(self.ticks, 1)
        self.every.clicked.connect(self.ticks.tick_shown)
        self.verb.clicked.connect(self._done)
        self.resize(640, 480)

    def _done(self) -> None:
        try:
            day = parse_date(self.day.text().strip())
            self._take([self._praise[key] for key in self.ticks.ticked], self.number.text().strip(), day)
        except InputError as error:
            self.say(error.sentence)
            return
        self.accept()
