"""Windows of a round: a new one, who stands for it, the result against the order, the decision."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from nscl_desktop.domain.dates import parse_date
from nscl_desktop.domain.dossiers.stages import NAMES, reached
from nscl_desktop.domain.dossiers.whole import WholeDossier
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.money import format_amount
from nscl_desktop.domain.selection import BENEFICIARIES, CONSULTANTS
from nscl_desktop.domain.sorting import sort_key
from nscl_desktop.presenters.round_office import Waiting
from nscl_desktop.services.round_parts import open_round
from nscl_desktop.ui.dialogs.dialog import Dialog, caption
from nscl_desktop.ui.tab import Surroundings
from nscl_desktop.ui.tick_list import TickList


class NewRoundWindow(Dialog):
    """Name and purpose; ``made`` gets the new round's key."""

    def __init__(self, around: Surroundings, made: Callable[[str], object], parent: QWidget, purpose: str) -> None:
        super().__init__(parent, "Đợt xét chọn mới", "Mở đợt")
        self._around, self._made = around, made
        self.name, self.purpose = QLineEdit(), QComboBox()
        self.name.setPlaceholderText("Ví dụ: Đợt 1 năm 2026")
        self.purpose.addItem("Đơn vị được hỗ trợ", BENEFICIARIES)
        self.purpose.addItem("Tổ chức tư vấn", CONSULTANTS)
        self.purpose.setCurrentIndex(self.purpose.findData(purpose))
        self.add_field("Tên đợt", self.name)
        self.add_field("Xét chọn", self.purpose)
        self.content.addWidget(
            caption("Đợt xét chọn đơn vị có sẵn bốn tiêu chí gợi ý, tổng 100 điểm; sửa ở trang Tiêu chí.")
        )
        self.content.addStretch(1)
        self.verb.clicked.connect(self._make)
        self.resize(480, 260)

    def _make(self) -> None:
        try:
            step = open_round(self.name.text(), str(self.purpose.currentData()))
        except InputError as error:
            self.say(error.sentence)
            return
        rounds = self._around.office.rounds
        self._around.operations.run("Đang mở đợt", lambda _: rounds.add(step), lambda _: self._done(step.scope))

    def _done(self, key: str) -> None:
        self._made(key)
        self.accept()


class WaitingWindow(Dialog):
    """Dossiers that were registered or surveyed: those ticked are handed to ``take``."""

    def __init__(
        self, waiting: Waiting, there: Sequence[str], take: Callable[[list[WholeDossier]], object], parent: QWidget
    ) -> None:
        super().__init__(parent, "Chọn hồ sơ dự xét", "Thêm vào đợt")
        self._waiting, self._take = waiting, take
        self.dossiers = TickList("Hồ sơ đã đăng ký hoặc khảo sát", "Tìm đơn vị, mã, nội dung (không cần dấu)")
        self.about = caption("")
        self.content.addWidget(caption("Hồ sơ đang mở ở bước đăng ký hoặc khảo sát. Phím cách đánh dấu từng hồ sơ."))
        self.content.addWidget(self.dossiers, 1)
        self.content.addWidget(self.about)
        self.dossiers.fill(self._rows(set(there)))
        self.every = self.add_button("Đánh dấu tất cả đang hiện")
        self.every.clicked.connect(self.dossiers.tick_shown)
        self.dossiers.changed.connect(self._follow)
        self.verb.clicked.connect(self._done)
        self.resize(760, 540)
        self._follow()

    def _rows(self, there: set[str]) -> list[tuple[str, str]]:
        found = []
        for key, whole in self._waiting.wholes.items():
            unit = self._waiting.units.get(whole.dossier.enterprise_id or "")
            name = unit.name if unit else "Chưa chọn đơn vị"
            money = sum(part.amount or 0 for part in whole.money)
            facts = (name, whole.dossier.code, whole.dossier.title, NAMES.get(reached(whole), "Chưa đăng ký"))
            words = " · ".join(filter(None, (*facts, f"{format_amount(money)} đồng" if money else "")))
            if key not in there:
                found.append((sort_key(name), key, words))
        return [(key, words) for _, key, words in sorted(found)]

    def _follow(self) -> None:
        count = len(self.dossiers.ticked)
        self.verb.setEnabled(count > 0)
        nothing = "Không có hồ sơ nào đang chờ xét chọn; mở hồ sơ ở phần Hồ sơ hỗ trợ."
        self.about.setText(f"Đã chọn {count} hồ sơ." if self.dossiers.list.count() else nothing)

    def _done(self) -> None:
        self._take([self._waiting.wholes[key] for key in self.dossiers.ticked])
        self.accept()


class DecisionWindow(Dialog):
    """Number and day of the decision; ``take`` gets them with the title of dossiers that it opens."""

    def __init__(
        self, known: tuple[str, str], take: Callable[[str, str, str], object], parent: QWidget, *, opens: bool
    ) -> None:
        super().__init__(parent, "Ghi quyết định phê duyệt", "Ghi vào hồ sơ")
        self._take = take
        self.decision, self.day, self.title = QLineEdit(known[0]), QLineEdit(known[1]), QLineEdit()
        self.day.setPlaceholderText("Ví dụ: 24/11/2026")
        self.add_fields(("Số quyết định", self.decision), ("Ngày quyết định", self.day))
        if opens:
            self.add_field("Nội dung hỗ trợ của hồ sơ mới, cho đơn vị chưa có hồ sơ", self.title)
        self.content.addWidget(
            caption(
                "Hồ sơ của các đơn vị được chọn được ghi bước Xét chọn và Phê duyệt theo quyết định này, trong một "
                "bước; hoàn tác một lần là trả lại tất cả."
            )
        )
        self.content.addStretch(1)
        self.verb.clicked.connect(self._done)
        self.resize(560, 280)

    def _done(self) -> None:
        try:
            self._take(self.decision.text().strip(), parse_date(self.day.text().strip()), self.title.text().strip())
        except InputError as error:
            self.say(error.sentence)
            return
        self.accept()


class ReasonWindow(Dialog):
    """Why a result goes against the order; ``take`` raises InputError while it is not enough."""

    def __init__(self, words: str, take: Callable[[str], object], parent: QWidget) -> None:
        super().__init__(parent, "Lý do khác thứ tự", "Ghi kết quả")
        self._take = take
        self.reason = QLineEdit()
        self.content.addWidget(caption(words))
        self.add_field("Lý do", self.reason)
        self.content.addStretch(1)
        self.verb.clicked.connect(self._done)
        self.resize(520, 220)

    def _done(self) -> None:
        try:
            self._take(self.reason.text())
        except InputError as error:
            self.say(error.sentence)
            return
        self.accept()
