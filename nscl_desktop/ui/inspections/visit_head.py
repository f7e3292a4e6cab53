"""The head of a visit's page: unit, state, what is missing, and the bar of what can be done next."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from nscl_desktop.domain.inspections import DRAFT, FINISHED, SIGNED
from nscl_desktop.presenters.visit_record import VisitFacts
from nscl_desktop.ui.elided_label import ElidedLabel

_CHIPS = {DRAFT: "draft", FINISHED: "submitted", SIGNED: "issued"}


class VisitHead(QFrame):
    """Buttons tell what is wanted; which of them are there follows the state."""

    entry_wanted = Signal()
    finish_wanted = Signal()
    sign_wanted = Signal()
    correction_wanted = Signal()
    other_version_wanted = Signal()

    def __init__(self, facts: VisitFacts) -> None:
        super().__init__()
        self._facts = facts
        self.title, self.about, self.lacks, self.version = (ElidedLabel() for _ in range(4))
        self.title.setProperty("role", "title")
        for label in (self.about, self.version):
            label.setProperty("role", "caption")
        self.lacks.setProperty("role", "error")
        self.state = QLabel()
        self.entry = QPushButton("Vào màn hình nhập tại chỗ")
        self.entry.setToolTip("Một câu một lần, nút lớn, ghi ngay từng câu (F11)")
        self.finish, self.sign = QPushButton("Kết thúc kiểm tra"), QPushButton("Ghi đã ký biên bản")
        self.correct, self.other = QPushButton("Lập bản sửa…"), QPushButton()
        for button in (self.entry, self.sign):
            button.setProperty("primary", "true")
        self.entry.clicked.connect(self.entry_wanted)
        self.finish.clicked.connect(self.finish_wanted)
        self.sign.clicked.connect(self.sign_wanted)
        self.correct.clicked.connect(self.correction_wanted)
        self.other.clicked.connect(self.other_version_wanted)
        self._lay_out()

    def follow(self) -> None:
        """Say how the visit stands now."""
        facts = self._facts
        sheet, other = facts.sheet, facts.next_version
        state = sheet.visit.state
        self.title.setText(facts.title)
        self.about.setText(facts.about)
        self.state.setText(facts.state_words)
        if self.state.property("chip") != _CHIPS[state]:
            self.state.setProperty("chip", _CHIPS[state])
            self.state.style().unpolish(self.state)
            self.state.style().polish(self.state)
        for label, words in ((self.lacks, facts.lack_words), (self.version, facts.version_words)):
            label.setText(words)
            label.setVisible(bool(words))
        self.lacks.setToolTip(facts.lack_list)
        at = sheet.resume_at() if sheet.visit.at_question else None
        self.entry.setText(f"Nhập tiếp từ câu {sheet.tree.full_number(at)}" if at else "Vào màn hình nhập tại chỗ")
        self.entry.setVisible(state == DRAFT)
        self.finish.setText("Kết thúc khảo sát" if sheet.is_survey else "Kết thúc kiểm tra")
        self.finish.setVisible(state == DRAFT)
        self.sign.setVisible(state == FINISHED and not sheet.is_survey and not other)
        self.correct.setVisible(state != DRAFT and not other)
        self.other.setText("Mở bản sửa" if other else "Xem bản trước")
        self.other.setVisible(bool(other or sheet.visit.corrects))

    def _lay_out(self) -> None:
        first, second, third = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        first.setSpacing(12)
        first.addWidget(self.title, 1)
        first.addWidget(self.state)
        second.setSpacing(8)
        second.addWidget(self.about, 1)
        for button in (self.correct, self.sign, self.finish, self.entry):
            second.addWidget(button)
        third.setSpacing(8)
        third.addWidget(self.version, 1)
        third.addWidget(self.other)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 4)
        column.setSpacing(4)
        column.addLayout(first)
        column.addLayout(second)
        column.addWidget(self.lacks)
        column.addLayout(third)
