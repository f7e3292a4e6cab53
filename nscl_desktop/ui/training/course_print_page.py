"""Bản in của lớp: which list, its letterhead, its pages; letters and certificates are filled from Word templates."""

from collections.abc import Callable

from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from nscl_desktop.domain.money import format_amount
from nscl_desktop.domain.money_reading import parse_amount
from nscl_desktop.presenters.course_papers import BLANK_ROWS, PAPERS, PAYMENT, SIGN_IN, CoursePapers
from nscl_desktop.presenters.course_sheet import CourseSheet
from nscl_desktop.ui.attempts import attempted
from nscl_desktop.ui.elided_combo import ElidedCombo
from nscl_desktop.ui.paper.minutes_page import MinutesPage
from nscl_desktop.ui.tab import Surroundings

_RATE = "course_rate"


class CoursePrintPage(QWidget):
    """The pages are made when they are first looked at. ``letters`` opens the window of Word templates."""

    def __init__(self, sheet: CourseSheet, around: Surroundings, letters: Callable[[], object]) -> None:
        super().__init__()
        self.papers, self._around = CoursePapers(sheet), around
        self.kind, self.session, self.blank, self.rate = ElidedCombo(), ElidedCombo(), QComboBox(), QLineEdit()
        self.letters = QPushButton("Giấy mời, chứng nhận…")
        self.letters.clicked.connect(lambda: letters())  # noqa: PLW0108 - without Qt's own argument
        self.page: MinutesPage | None = None
        for value, words in PAPERS:
            self.kind.addItem(words, value)
        for count in BLANK_ROWS:
            self.blank.addItem(str(count), count)
        self.blank.setCurrentIndex(self.blank.findData(self.papers.blank))
        self.rate.setPlaceholderText("Ví dụ: 100.000")
        self._rows: dict[str, QWidget] = {}
        self._extra = self._choices()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.kind.activated.connect(lambda _: self._choose())
        self.session.activated.connect(lambda _: self._choose())
        self.blank.activated.connect(lambda _: self._choose())
        self.rate.setText(around.preferences.text(_RATE))
        self.rate.editingFinished.connect(self._choose)

    def come_in_front(self) -> None:
        """The page is looked at."""
        self._offer_sessions()
        if self.page is None:
            self.page = MinutesPage(self.papers, self._around, self._extra, noun="danh sách", excel=True)
            layout = self.layout()
            assert layout is not None  # noqa: S101 - made above
            layout.addWidget(self.page)
            self.setFocusProxy(self.page)
            self._choose()
        self.page.come_in_front()

    def follow(self) -> None:
        """The course is another now."""
        if self.page:
            self._offer_sessions()
            self.page.follow()

    def settle(self) -> None:
        """Nothing is typed into a paper."""

    def _choices(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for name, words, field in (
            ("kind", "Giấy tờ", self.kind), ("session", "Buổi học", self.session),
            ("blank", "Số dòng trống thêm", self.blank), ("rate", "Mức hỗ trợ một buổi (đồng)", self.rate),
        ):  # fmt: skip
            row, label = QWidget(), QLabel(words)
            inner = QVBoxLayout(row)
            inner.setContentsMargins(0, 0, 0, 4)
            inner.setSpacing(4)
            label.setProperty("role", "caption")
            label.setBuddy(field)
            field.setAccessibleName(words)
            inner.addWidget(label)
            inner.addWidget(field)
            column.addWidget(row)
            self._rows[name] = row
        column.addWidget(self.letters)
        return holder

    def _offer_sessions(self) -> None:
        offers = list(self.papers.sessions())
        shown = [(self.session.itemData(at), self.session.itemText(at)) for at in range(self.session.count())]
        if shown != offers:
            self.session.clear()
            for value, label in offers:
                self.session.addItem(label, value)
        self.session.setCurrentIndex(max(self.session.findData(self.papers.session), 0))

    def _choose(self) -> None:
        papers = self.papers
        papers.kind, papers.session = _chosen(self.kind), _chosen(self.session)
        papers.blank = int(self.blank.currentData())
        self._rows["session"].setVisible(papers.kind == SIGN_IN)
        self._rows["blank"].setVisible(papers.kind == SIGN_IN)
        self._rows["rate"].setVisible(papers.kind == PAYMENT)
        attempted(self._around.voice, self._take_rate)
        if self.page:
            self.page.print_anew()

    def _take_rate(self) -> None:
        text = self.rate.text().strip()
        self.papers.rate = (parse_amount(text).value or 0) if text else 0
        self.rate.setText(format_amount(self.papers.rate) if self.papers.rate else "")
        self._around.preferences.remember(_RATE, self.rate.text())


def _chosen(combo: QComboBox) -> str:
    return str(combo.currentData() or "")
