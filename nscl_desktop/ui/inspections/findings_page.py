"""Kết quả: every question that was asked with its answer; Enter goes to it on the entry screen."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from nscl_desktop.domain.money import format_quantity
from nscl_desktop.domain.score_totals import ScoreTotal, score_totals
from nscl_desktop.presenters.visit_record import VisitFacts
from nscl_desktop.ui.elided_label import ElidedLabel
from nscl_desktop.ui.read_table import ReadColumn, ReadTable

_COLUMNS = (
    ReadColumn("Câu", 8), ReadColumn("Nội dung"), ReadColumn("Kết quả", 16), ReadColumn("Ghi chú, minh chứng", 28),
)  # fmt: skip
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FindingsPage(QWidget):
    """``question_wanted`` tells the key of a question to be entered."""

    question_wanted = Signal(str)

    def __init__(self, facts: VisitFacts) -> None:
        super().__init__()
        self._facts = facts
        self.table = ReadTable("Kết quả từng câu", _COLUMNS, lines=2)
        self.table.setWordWrap(True)
        self.score = ElidedLabel()
        self.hint = QLabel("Nhấn Enter hoặc nhấn đúp vào một câu để nhập câu ấy.")
        self.hint.setProperty("role", "caption")
        self.table.doubleClicked.connect(lambda _: self._want())
        self.setFocusProxy(self.table)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(8)
        column.addWidget(self.table, 1)
        column.addWidget(self.score)
        column.addWidget(self.hint)

    def follow(self) -> None:
        """Show the answers as they are now."""
        sheet = self._facts.sheet
        rows, keys = [], []
        for question in sheet.asked():
            answer = sheet.answers.get(question.id)
            words = sheet.answer_words(question) or ("Chưa trả lời *" if question.is_required else "Chưa trả lời")
            note = "; ".join(filter(None, (answer.note if answer else "", sheet.photo_words(question))))
            rows.append((sheet.tree.full_number(question), question.text, words, note))
            keys.append(question.id)
        tips = ["\n".join(filter(None, row[1:])) for row in rows]
        self.table.fill(rows, keys, tips)
        totals = score_totals(sheet.tree, sheet.answers)
        self.score.setText(_score_line(totals))
        self.score.setToolTip("\n".join(map(_score_words, (*totals[-1:], *totals[:-1]))))
        self.score.setVisible(bool(totals))
        self.hint.setVisible(sheet.is_open and bool(rows))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the question."""
        if event.key() in _ENTER:
            self._want()
        else:
            super().keyPressEvent(event)

    def _want(self) -> None:
        if self.table.current_data and self._facts.sheet.is_open:
            self.question_wanted.emit(str(self.table.current_data))


def _score_line(totals: Sequence[ScoreTotal]) -> str:
    """The whole, then each section by its number alone: names are in the tool tip."""
    if not totals or not totals[-1].judged:
        return "Chưa chấm điểm câu nào"
    parts = [f"{each.name.split('. ')[0]}: {_points(each)}" for each in totals[:-1] if each.judged]
    return " · ".join((_score_words(totals[-1]), *parts))


def _points(total: ScoreTotal) -> str:
    return f"{format_quantity(total.points)}{f'/{format_quantity(total.most)}' if total.most else ''}"


def _score_words(total: ScoreTotal) -> str:
    share = f" ({format_quantity(total.share)} %)" if total.share is not None else ""
    return f"{total.name}: {_points(total)} điểm{share}" if total.judged else f"{total.name}: chưa chấm"
