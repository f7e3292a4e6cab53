"""The entry screen for a laptop on a knee: one column, one question, everything by keyboard or by finger.

Leaving a question keeps its answer; nothing else has to be pressed. What cannot be accepted stays in its field beside
the sentence that says why.
"""

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from nscl_desktop.domain.dates import format_clock
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.inspections import PHOTO
from nscl_desktop.presenters.visit_entry import VisitEntry
from nscl_desktop.ui.elided_label import ElidedLabel
from nscl_desktop.ui.toast import FOOT
from nscl_desktop.ui.visit_answer_field import TARGET, AnswerField

if TYPE_CHECKING:
    from nscl_desktop.ui.attached_pictures import AttachedPictures

_COLUMN = 720
_OUTSIDE = " – ghi ở trang Thông tin"
_LACK = 40
"""Height of a line of what is missing: pressed with a finger, too."""
_LOOK_MS = 100
_TURNING = {int(Qt.Key.Key_PageDown): 1, int(Qt.Key.Key_PageUp): -1}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class EntryPage(QWidget):
    """A visit being entered. ``photos`` lists those of the question in front."""

    finish_wanted = Signal()
    """The entry is over and nothing is missing any more."""
    left = Signal()
    """Back to the list of visits."""

    def __init__(self, entry: VisitEntry, photos: "AttachedPictures | None" = None) -> None:
        super().__init__()
        self.entry, self.photos = entry, photos
        self.setAccessibleName("Nhập kết quả kiểm tra")
        self.title, self.state, self.saved = ElidedLabel(entry.title), QLabel(), QLabel()
        self.title.setProperty("role", "title")
        self.bar, self.count = QProgressBar(), QLabel()
        self.place, self.words, self.hint, self.error = QLabel(), QLabel(), QLabel(), QLabel()
        self.answer = AnswerField()
        self.note = QLineEdit(placeholderText="Ghi chú, minh chứng")
        self.note.setAccessibleName("Ghi chú, minh chứng")
        self.note.setMinimumHeight(TARGET)
        self.back, self.next = _large("‹  Trước", "PgUp"), _large("Tiếp  ›", "Enter")
        self.next.setProperty("primary", "true")
        self.leave, self.lacking, self.finish = _large("Danh sách"), _large("Còn thiếu"), _large(entry.finish_words)
        self.photo = _large("Ảnh")
        self.photo.setCheckable(True)
        self.photo.setToolTip("Ảnh của câu này: thêm từ tệp hoặc thư mục máy ảnh (Alt+A)")
        self.photo.setShortcut("Alt+A")
        self.lacks = QListWidget()
        self.lacks.setAccessibleName("Những chỗ còn thiếu")
        self.lacks.setProperty("framed", "true")
        self.lacks.hide()
        self._scroll = QScrollArea()
        self._watch = QTimer(self, interval=_LOOK_MS)
        self._watch.timeout.connect(self._look_whether_saved)
        self._lay_out()
        self._connect()
        self.show_question()

    def show_question(self) -> None:
        """The question in front, as it stands."""
        entry = self.entry
        answered, asked = entry.progress
        self.bar.setMaximum(max(asked, 1))
        self.bar.setValue(answered)
        self.count.setText(entry.progress_words)
        self.state.setText(entry.state_words)
        self.place.setText(entry.card.place_words)
        self.words.setText(entry.card.question_words)
        self.hint.setText(_capital(entry.card.hint_words))
        self.hint.setVisible(bool(entry.card.hint_words))
        self.answer.show_question(entry.card)
        self.note.setText(entry.card.note)
        self.note.setVisible(entry.card.has_notes)
        self.note.setEnabled(entry.card.is_open)
        self.finish.setVisible(entry.sheet.is_open)
        self.lacking.setVisible(entry.sheet.is_open)
        self.refuse("")
        self._show_photos()
        self._show_lacks()
        self.answer.take_focus()
        QTimer.singleShot(0, self, self._show_answer)

    def refuse(self, sentence: str) -> None:
        """Why something was not accepted; empty takes it away."""
        self.error.setText(sentence)
        self.error.setVisible(bool(sentence))

    def keep(self) -> bool:
        """Keep what stands in the fields; False where it was refused."""
        if self.photos:
            self.photos.settle()
        try:
            self.entry.enter(self.answer.text, self.note.text() if self.entry.card.has_notes else self.entry.card.note)
        except InputError as error:
            self.refuse(error.sentence)
            self.answer.take_focus()
            return False
        self._watch.start()
        self._look_whether_saved()
        return True

    def go(self, way: int) -> None:
        """Keep the answer and go on (1) or back (-1); behind the last question what is missing is shown."""
        if not self.keep():
            return
        if self.entry.step(way):
            self.show_question()
        elif way > 0:
            self._refresh()
            self.show_lacks(is_on=True)

    def show_lacks(self, *, is_on: bool) -> None:
        """The list of what is missing, or away with it."""
        self.lacks.setVisible(is_on and self.lacks.count() > 0)
        if self.lacks.isVisible():
            self.lacks.setFocus()
            self.lacks.setCurrentRow(0)
            QTimer.singleShot(0, self, lambda: self._scroll.ensureWidgetVisible(self.lacks))
        elif is_on:
            self.finish.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits answer, Enter and the page keys go on and back; a field that is typed in takes its keys first."""
        key = event.key()
        if key in _ENTER or key == Qt.Key.Key_PageDown:
            self.go(1)
        elif key == Qt.Key.Key_PageUp:
            self.go(-1)
        elif not (Qt.Key.Key_0 <= key <= Qt.Key.Key_9 and self.answer.press(key - Qt.Key.Key_0)):
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter in the list of what is missing goes there and no further; the page keys turn questions."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if watched is self.lacks and event.key() in _ENTER:
                self._on_lack(self.lacks.currentItem())
                return True
            if watched is self._scroll and event.key() in _TURNING:
                self.go(_TURNING[event.key()])
                return True
        return super().eventFilter(watched, event)

    def _show_answer(self) -> None:
        """The question from its first line, unless its answer would stand below the edge."""
        self._scroll.verticalScrollBar().setValue(0)
        self._scroll.ensureWidgetVisible(self.answer, 0, 8)

    def _on_pressed(self) -> None:
        if self.keep():
            self._refresh()

    def _refresh(self) -> None:
        """Progress and lacks after an answer, the question staying in front."""
        answered, asked = self.entry.progress
        self.bar.setMaximum(max(asked, 1))
        self.bar.setValue(answered)
        self.count.setText(self.entry.progress_words)
        self._show_lacks()

    def _show_lacks(self) -> None:
        lacks = self.entry.lacks
        self.lacks.clear()
        for lack in lacks:
            question = self.entry.sheet.tree.get(lack.question_id)
            words = _capital(lack.words) + (f": {question.text}" if question else _OUTSIDE)
            item = QListWidgetItem(words)
            item.setData(Qt.ItemDataRole.UserRole, lack.question_id)
            item.setSizeHint(QSize(0, _LACK))
            self.lacks.addItem(item)
        self.lacking.setText(f"Còn thiếu {len(lacks)}")
        self.lacking.setEnabled(bool(lacks))
        if not lacks:
            self.lacks.hide()

    def _on_lack(self, item: QListWidgetItem) -> None:
        question_id = str(item.data(Qt.ItemDataRole.UserRole) or "")
        if not question_id:
            self._on_leave()
        elif self.keep():
            self.entry.go_to(question_id)
            self.lacks.hide()
            self.show_question()

    def _on_finish(self) -> None:
        if not self.keep():
            return
        if self.entry.lacks:
            self._refresh()
            self.show_lacks(is_on=True)
        else:
            self.finish_wanted.emit()

    def _on_leave(self) -> None:
        if self.keep():
            self.left.emit()

    def _show_photos(self) -> None:
        """Those of the question in front; shown at once where it asks for them or has some."""
        question = self.entry.question
        self.photo.setVisible(self.photos is not None and question is not None)
        if self.photos is None or question is None:
            return
        self.photos.set_open(self.entry.card.is_open)
        self.photos.show_about(question.id)
        has_some = bool(self.entry.sheet.photos_of(question.id))
        self.photo.setChecked(has_some or question.kind == PHOTO)
        self.photos.setVisible(self.photo.isChecked())

    def _open_photos(self, is_on: bool) -> None:
        photos = self.photos
        if photos:
            photos.setVisible(is_on)
            if is_on and self.photo.hasFocus():
                photos.setFocus()
                QTimer.singleShot(0, self, lambda: self._scroll.ensureWidgetVisible(photos))

    def _on_photos(self, count: int) -> None:
        """Photos came or went: they may be the answer."""
        self.photo.setText(f"Ảnh ({count})" if count else "Ảnh")
        self.entry.follow()
        self._refresh()
        self._watch.start()

    def _look_whether_saved(self) -> None:
        if self.entry.is_saved:
            self._watch.stop()
            self.saved.setText(f"Đã ghi {format_clock(datetime.now().astimezone())}")
        else:
            self.saved.setText("Đang ghi…")

    def _connect(self) -> None:
        self.answer.pressed.connect(self._on_pressed)
        self.photo.toggled.connect(self._open_photos)
        if self.photos:
            self.photos.changed.connect(self._on_photos)
        self.answer.leave_wanted.connect(self.go)
        self.back.clicked.connect(lambda: self.go(-1))
        self.next.clicked.connect(lambda: self.go(1))
        self.leave.clicked.connect(self._on_leave)
        self.finish.clicked.connect(self._on_finish)
        self.lacking.clicked.connect(lambda: self.show_lacks(is_on=not self.lacks.isVisible()))
        self.lacks.installEventFilter(self)
        self.lacks.itemClicked.connect(self._on_lack)

    def _lay_out(self) -> None:
        column = QVBoxLayout()
        column.setSpacing(12)
        for label, role in (
            (self.place, "caption"),
            (self.words, "title"),
            (self.hint, "caption"),
            (self.error, "error"),
        ):
            label.setProperty("role", role)
            label.setWordWrap(True)
        column.addWidget(self.lacks)
        for widget in (self.place, self.words, self.hint, self.answer, self.error, self.note):
            column.addWidget(widget)
        column.addWidget(self.photo, 0, Qt.AlignmentFlag.AlignLeft)
        if self.photos:
            column.addWidget(self.photos)
        column.addStretch(1)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(_centred(column))
        self._scroll.installEventFilter(self)
        turning = QHBoxLayout()
        turning.setSpacing(8)
        turning.addWidget(self.back, 1)
        turning.addWidget(self.next, 2)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._head())
        whole.addWidget(self._scroll, 1)
        foot = _centred(turning)
        foot.setObjectName(FOOT)
        whole.addWidget(foot)
        bar = self._scroll.verticalScrollBar()
        bar.rangeChanged.connect(
            lambda _, most: foot.setContentsMargins(0, 0, bar.sizeHint().width() if most else 0, 0)
        )

    def _head(self) -> QFrame:
        """What is always in sight: the unit, the state, how far, what is saved, and the way out."""
        head = QFrame()
        head.setProperty("panel", "band")
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(8)
        self.bar.setAccessibleName("Đã trả lời")
        for label in (self.state, self.saved, self.count):
            label.setProperty("role", "caption")
        first, second = QHBoxLayout(), QHBoxLayout()
        for row in (first, second):
            row.setSpacing(12)
        first.addWidget(self.leave)
        first.addWidget(self.title, 1)
        first.addWidget(self.lacking)
        first.addWidget(self.finish)
        second.addWidget(self.state)
        second.addWidget(self.bar, 1)
        second.addWidget(self.count)
        second.addWidget(self.saved)
        rows = QVBoxLayout(head)
        rows.setContentsMargins(16, 6, 16, 6)
        rows.setSpacing(4)
        rows.addLayout(first)
        rows.addLayout(second)
        return head


def _centred(content: QLayout) -> QWidget:
    """A column in the middle, no wider than is read without moving the head."""
    inside, holder = QWidget(), QWidget()
    inside.setLayout(content)
    inside.setMaximumWidth(_COLUMN)
    centred = QHBoxLayout(holder)
    centred.setContentsMargins(24, 8, 24, 8)
    centred.addStretch(1)
    centred.addWidget(inside, 100)
    centred.addStretch(1)
    return holder


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _large(words: str, keys: str = "") -> QPushButton:
    button = QPushButton(words)
    button.setMinimumHeight(TARGET)
    button.setAutoDefault(False)
    if keys:
        button.setToolTip(f"{words.strip('‹› ')} ({keys})")
    return button
