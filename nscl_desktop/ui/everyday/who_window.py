"""Who works here: picked out of the office's people, whose list is looked after here as well as in Đào tạo, Người."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget

from nscl_desktop.domain.changes import ChangeSet
from nscl_desktop.domain.courses.rows import PersonRow
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.training import Person
from nscl_desktop.presenters.staff_list import staff_lines
from nscl_desktop.services.people import add_person, set_value
from nscl_desktop.ui.dialogs.dialog import caption
from nscl_desktop.ui.packages.package_window import PackageWindow
from nscl_desktop.ui.searched_list import SearchedList
from nscl_desktop.ui.tab import Surroundings
from nscl_desktop.ui.who_is_here import WhoIsHere

_FIELDS = (("name", "Họ và tên"), ("title", "Chức vụ"), ("phone", "Điện thoại"))
_OTHER_NOTES = "Các bước đã ghi giữ nguyên tên cũ. Có thể đổi bất cứ lúc nào ở Công cụ, Người làm việc trên máy này…"


class WhoWindow(PackageWindow):
    """``picked``: the name that the journal notes from now on. ``edited``: the list of people is another."""

    picked = Signal(str)
    edited = Signal()

    def __init__(self, around: Surroundings, remembered: WhoIsHere, parent: QWidget) -> None:
        super().__init__(around, parent, "Người làm việc trên máy này", "Ghi tên người này", leave="Để sau")
        self._remembered, self._staff = remembered, around.office.everyday.staff
        self._rows: Sequence[PersonRow] = ()
        self._shown: Person | None = None
        self._steps: list[ChangeSet] = []
        self._has_changed = False
        self.now = caption("")
        self.people = SearchedList("Người của văn phòng", "Tìm hoặc gõ họ tên", "Thêm người", around.theme)
        self.fields = {name: QLineEdit() for name, _ in _FIELDS}
        self.out = QPushButton("Không còn làm ở văn phòng")
        self.account = self.add_button("Dùng tên tài khoản")
        self.back = self.add_button("Hoàn tác")
        self._lay_out()
        self._listen()
        self._remembered.note_asked()
        self.people.search.setFocus()
        self.resize(640, 600)
        self.follow()

    def _lay_out(self) -> None:
        self.content.addWidget(self.now)
        self.content.addWidget(self.people, 1)
        self.add_fields(*((words, self.fields[name]) for name, words in _FIELDS))
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.out)
        self.content.addLayout(row)
        self.content.addWidget(caption(_OTHER_NOTES))

    def _listen(self) -> None:
        self.people.search.textChanged.connect(lambda _: self._fill())
        self.people.list.currentItemChanged.connect(lambda *_: self._on_chosen())
        self.people.list.itemDoubleClicked.connect(lambda _: self._pick())
        self.people.add.clicked.connect(self._add)
        for name, field in self.fields.items():
            field.editingFinished.connect(partial(self._take_field, name))
        self.out.clicked.connect(lambda: self._save_with("is_staff", value=False))
        self.account.clicked.connect(lambda: self._sign_as(""))
        self.back.clicked.connect(self._take_back)
        self.verb.clicked.connect(self._pick)
        self.finished.connect(self._on_left)

    def read(self, current: str = "") -> None:
        """Read who is on file; ``current`` is chosen then, else who is noted now."""
        wanted = current or self._remembered.picked[0]

        def show(rows: Sequence[PersonRow]) -> None:
            self._rows = rows
            self._fill(wanted)

        self.work("Đang đọc danh sách", lambda _: self._staff.people(), show)

    def follow(self) -> None:
        """What can be done now, and under whose name."""
        office = self._around.office
        account = office.everyday.account
        by_account = office.person == account
        self.now.setText(
            f"Nhật ký đang ghi tên tài khoản Windows “{account}”. Chọn người đang làm việc dưới tài khoản này."
            if by_account
            else f"Dưới tài khoản Windows “{account}”, nhật ký đang ghi tên {office.person}."
        )
        is_free, has_one = not self.is_working, self._row is not None
        self.verb.setEnabled(is_free and has_one)
        self.out.setEnabled(is_free and self._row is not None and self._row.is_staff)
        self.account.setVisible(not by_account)
        self.back.setVisible(bool(self._steps))
        for field in self.fields.values():
            field.setEnabled(has_one)

    @property
    def _row(self) -> PersonRow | None:
        key = self.people.list.key
        return next((row for row in self._rows if row.id == key), None)

    def _fill(self, current: str = "") -> None:
        lines = staff_lines(self._rows, self.people.search.text(), self._remembered.picked[0])
        wanted = current or self.people.list.key
        self.people.list.fill(
            lines, wanted if any(wanted == key for key, _, _ in lines) else lines[0][0] if lines else ""
        )
        self._on_chosen()

    def _on_chosen(self) -> None:
        row = self._row
        texts = {"name": row.name, "title": row.title, "phone": row.phone} if row else {}
        for name, field in self.fields.items():
            field.setText(texts.get(name, ""))
        self.follow()

    # -- the office's people ----------------------------------------------------------------------------------------

    def _add(self) -> None:
        name = self.people.search.text().strip()
        if not name:
            self.say("Hãy gõ họ tên người cần thêm vào ô tìm, rồi bấm Thêm người.")
            self.people.search.setFocus()
            return
        self._try(lambda: add_person(name, is_staff=True))

    def _take_field(self, name: str) -> None:
        row, text = self._row, self.fields[name].text().strip()
        if row and not self.is_working and text != {"name": row.name, "title": row.title, "phone": row.phone}[name]:
            self._save_with(name, value=text)

    def _save_with(self, field: str, *, value: str | bool) -> None:
        if self._row:
            key = self._row.id
            self._try(lambda: _changed(self._staff.person(key), field, value))

    def _try(self, step: Callable[[], ChangeSet]) -> None:
        """Make a step aside and save it; a refusal is said above the buttons."""

        def save() -> ChangeSet:
            made = step()
            if made:
                self._staff.add(made)
            return made

        def done(made: ChangeSet) -> None:
            if made:
                self._steps.append(made)
                self._has_changed = True
            blocked = self.people.search.blockSignals(True)
            self.people.search.clear()
            self.people.search.blockSignals(blocked)
            self.read(made.scope)

        self.work("Đang lưu", lambda _: save(), done)

    def _take_back(self) -> None:
        step = self._steps.pop()
        back = step.inverted(f"Hoàn tác: {step.words}")
        self.work("Đang hoàn tác", lambda _: self._staff.add(back), lambda _: self.read())

    # -- who it is --------------------------------------------------------------------------------------------------

    def _pick(self) -> None:
        row = self._row
        if row is None:
            return
        if row.is_staff:
            self._sign_as(row.id)
            return

        def make_staff() -> None:
            step = _changed(self._staff.person(row.id), "is_staff", value=True)
            self._staff.add(step)
            self._has_changed = True

        self.work("Đang lưu", lambda _: make_staff(), lambda _: self._sign_as(row.id))

    def _sign_as(self, key: str) -> None:
        def done(name: str) -> None:
            self._remembered.remember(key, name if key else "")
            self.accept()
            self.picked.emit(name)

        self.work("Đang ghi nhớ", lambda _: self._staff.sign_as(key), done)

    def _on_left(self) -> None:
        if self._has_changed:
            self.edited.emit()


def _changed(person: Person, field: str, value: str | bool) -> ChangeSet:
    if field == "name" and not value:
        raise InputError("Họ và tên không được để trống; hãy gõ lại, hoặc bấm Không còn làm ở văn phòng.")
    return set_value(person, person, field, value)
