"""Tệp đính kèm: how the folder beside the data file stands, what is missing and fetched back, what nobody needs."""

from collections.abc import Sequence

from PySide6.QtWidgets import QFormLayout, QLabel, QWidget
from shiboken6 import isValid

from nscl_desktop.domain.attached_files import FolderState
from nscl_desktop.presenters.attachments import size_words
from nscl_desktop.ui.dialogs.dialog import Dialog, caption
from nscl_desktop.ui.tab import Surroundings

_ABOUT = (
    "Bản quét, ảnh và tệp PDF được chép vào thư mục “attachments” cạnh tệp dữ liệu, mỗi tệp một lần, không bao giờ bị"
    " sửa. Mỗi lần sao lưu, những tệp mới cũng được chép sang thư mục sao lưu."
)
_ROWS = ("Trong thư mục", "Bản chép cùng sao lưu", "Thiếu trên máy này", "Bị hỏng", "Không mục nào còn dùng")
_MOST_NAMED = 6
_LAST_WORD = (
    "Xóa hẳn {}? Việc này không hoàn tác được. Các mục đã xóa trước đó, nếu được hoàn tác, sẽ không còn mở được tệp;"
    " bản sao lưu vẫn giữ những tệp mà nó cần."
)


class AttachmentsWindow(Dialog):
    """Figures of the folder, and the two things that can be done for it."""

    def __init__(self, around: Surroundings, parent: QWidget) -> None:
        super().__init__(parent, "Tệp đính kèm", "Lấy lại từ bản sao lưu", leave="Đóng")
        self._around = around
        self.state: FolderState | None = None
        self.clean = self.add_button("Xóa tệp thừa…")
        self._asked = False
        self.content.addWidget(caption(_ABOUT))
        rows = QFormLayout()
        rows.setHorizontalSpacing(24)
        rows.setVerticalSpacing(8)
        self.figures = {words: QLabel("Đang kiểm tra…") for words in _ROWS}
        for words, label in self.figures.items():
            label.setWordWrap(True)
            label.setAccessibleName(words)
            name = QLabel(words)
            name.setProperty("role", "caption")
            rows.addRow(name, label)
        self.content.addLayout(rows)
        self.content.addStretch(1)
        self.verb.clicked.connect(self._fetch)
        self.clean.clicked.connect(self._clean)
        self.resize(640, 380)
        self.look()

    def look(self) -> None:
        """Look at the folder anew; reads every file."""
        self._offer(None)
        care = self._around.office.attachment_care
        self._around.operations.run(
            "Đang kiểm tra tệp đính kèm", lambda progress: care.look(progress.tell), self._show, self._on_failed
        )

    def _show(self, state: FolderState) -> None:
        if not isValid(self):
            return  # closed meanwhile
        texts = (
            _count(state.files, state.size), _count(state.held, state.held_size), _named(state.missing),
            _named(state.damaged), _count(state.unneeded, state.unneeded_size) if state.unneeded else "Không có",
        )  # fmt: skip
        for label, text in zip(self.figures.values(), texts, strict=True):
            label.setText(text)
        self._offer(state)

    def _offer(self, state: FolderState | None) -> None:
        self.state, self._asked = state, False
        self.verb.setEnabled(bool(state and (state.missing or state.damaged)))
        self.clean.setEnabled(bool(state and state.unneeded))
        self.clean.setText("Xóa tệp thừa…")

    def _fetch(self) -> None:
        care = self._around.office.attachment_care
        self._around.operations.run(
            "Đang lấy lại tệp đính kèm", lambda _: care.fetch(), self._on_fetched, self._on_failed
        )

    def _on_fetched(self, missing: Sequence[str]) -> None:
        if isValid(self):
            self.look()
            self.say(f"Không có bản sao của {len(missing)} tệp; hãy thêm lại từ tệp gốc." if missing else "")

    def _clean(self) -> None:
        """The first press asks, because what is removed here does not come back; the second does it."""
        if self.state is None:
            return
        what = f"{self.state.unneeded} tệp ({size_words(self.state.unneeded_size)})"
        if not self._asked:
            self._asked = True
            self.clean.setText(f"Xóa hẳn {what}")
            self.say(_LAST_WORD.format(what))
            return
        care = self._around.office.attachment_care
        self._around.operations.run("Đang xóa tệp thừa", lambda _: care.clean(), self._on_cleaned, self._on_failed)

    def _on_cleaned(self, freed: int) -> None:
        if isValid(self):
            self._around.voice.said.emit(f"Đã xóa tệp thừa, trống thêm {size_words(freed)}.")
            self.say("")
            self.look()

    def _on_failed(self, error: BaseException) -> None:
        if isValid(self):
            self.say(str(error))


def _count(count: int, size: int) -> str:
    return f"{count} tệp, {size_words(size)}" if count else "Chưa có tệp nào"


def _named(names: Sequence[str]) -> str:
    if not names:
        return "Không có"
    more = f" và {len(names) - _MOST_NAMED} tệp khác" if len(names) > _MOST_NAMED else ""
    return f"{len(names)} tệp: {', '.join(names[:_MOST_NAMED])}{more}"
