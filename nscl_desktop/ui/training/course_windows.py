"""Windows of training: a new course, a new person, somebody chosen out of those on file."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QListWidget, QListWidgetItem, QWidget

from nscl_desktop.domain.changes import ChangeSet
from nscl_desktop.domain.courses.rows import PersonRow
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.fields import Value
from nscl_desktop.domain.training import COURSE_KINDS, Club, Course, Person
from nscl_desktop.presenters.course_list import MOST_SHOWN, below_person, name_of, sought
from nscl_desktop.presenters.field_text import value_of
from nscl_desktop.services.course_parts import open_course
from nscl_desktop.services.editing import spec_of
from nscl_desktop.services.people import add_person, found_club
from nscl_desktop.ui.dialogs.dialog import Dialog, caption
from nscl_desktop.ui.tab import Surroundings

Made = Callable[[str], object]
_KEY = Qt.ItemDataRole.UserRole


class NewCourseWindow(Dialog):
    """Title, who holds it, year and first day; ``made`` gets the new course's key."""

    def __init__(self, around: Surroundings, made: Made, parent: QWidget) -> None:
        super().__init__(parent, "Lớp đào tạo mới", "Mở lớp")
        self._around, self._made = around, made
        self.title, self.kind, self.year, self.day = QLineEdit(), QComboBox(), QLineEdit(), QLineEdit()
        self.title.setPlaceholderText("Ví dụ: Lớp công cụ 5S cho doanh nghiệp cơ khí")
        self.day.setPlaceholderText("Ví dụ: 24/11/2026")
        for value, label in COURSE_KINDS:
            self.kind.addItem(label, value)
        self.add_field("Tên lớp", self.title)
        self.add_fields(("Hình thức", self.kind), ("Năm", self.year), ("Từ ngày", self.day))
        self.content.addWidget(
            caption("Lớp có sẵn danh mục giấy tờ quyết toán thường dùng; sửa ở trang Giấy tờ của lớp.")
        )
        self.content.addStretch(1)
        self.verb.clicked.connect(self._make)
        self.resize(560, 260)

    def _make(self) -> None:
        try:
            day = value_of(spec_of(Course, "date_from"), self.day.text())
            year = value_of(spec_of(Course, "year"), self.year.text())
            if year is None and isinstance(day, str) and day:
                year = int(day[:4])
            step = open_course(self.title.text(), str(self.kind.currentData()), year=year, date_from=day)
        except InputError as error:
            self.say(error.sentence)
            return
        save_new(self, self._around, step, self._made, "Đang mở lớp")


class NewPersonWindow(Dialog):
    """Name, year of birth and where they work; ``made`` gets the new person's key."""

    def __init__(self, around: Surroundings, made: Made, parent: QWidget, name: str = "") -> None:
        super().__init__(parent, "Thêm người", "Thêm")
        self._around, self._made = around, made
        self.name, self.born, self.unit, self.title = QLineEdit(name), QLineEdit(), QLineEdit(), QLineEdit()
        self.add_fields(("Họ và tên", self.name), ("Năm sinh", self.born))
        self.add_fields(("Đơn vị công tác", self.unit), ("Chức vụ", self.title))
        self.content.addStretch(1)
        self.verb.clicked.connect(self._make)
        self.resize(560, 220)

    def _make(self) -> None:
        try:
            born: Value = value_of(spec_of(Person, "birth_year"), self.born.text())
            step = add_person(self.name.text(), birth_year=born, unit=self.unit.text(), title=self.title.text())
        except InputError as error:
            self.say(error.sentence)
            return
        save_new(self, self._around, step, self._made, "Đang thêm")


class NewClubWindow(Dialog):
    """Name and founding; ``made`` gets the new club's key."""

    def __init__(self, around: Surroundings, made: Made, parent: QWidget) -> None:
        super().__init__(parent, "Câu lạc bộ mới", "Thêm")
        self._around, self._made = around, made
        self.name, self.day, self.decision = QLineEdit(), QLineEdit(), QLineEdit()
        self.day.setPlaceholderText("Ví dụ: 24/11/2026")
        self.add_field("Tên câu lạc bộ", self.name)
        self.add_fields(("Ngày thành lập", self.day), ("Quyết định số", self.decision))
        self.content.addStretch(1)
        self.verb.clicked.connect(self._make)
        self.resize(560, 220)

    def _make(self) -> None:
        try:
            day = value_of(spec_of(Club, "founded_on"), self.day.text())
            step = found_club(self.name.text(), founded_on=day, decision=self.decision.text())
        except InputError as error:
            self.say(error.sentence)
            return
        save_new(self, self._around, step, self._made, "Đang thêm")


class PersonPicker(Dialog):
    """Somebody out of those on file; ``picked`` tells key and name. ``wanted``: only those of a role."""

    picked = Signal(str, str)

    def __init__(self, people: Sequence[PersonRow], parent: QWidget, title: str, wanted: str = "") -> None:
        super().__init__(parent, title, "Chọn")
        self._people, self._wanted = people, wanted
        self.search = QLineEdit(placeholderText="Tìm họ tên, đơn vị, năm sinh, điện thoại… (không cần dấu)")
        self.list = QListWidget()
        self.list.setProperty("framed", "true")
        self.list.setAccessibleName("Những người có trong tệp")
        self.about = caption("")
        self.add_field("Tìm người", self.search)
        self.content.addWidget(self.list, 1)
        self.content.addWidget(self.about)
        self.search.textChanged.connect(lambda _: self._fill())
        self.list.itemDoubleClicked.connect(lambda _: self._take())
        self.verb.clicked.connect(self._take)
        self.resize(640, 480)
        self._fill()

    def _fill(self) -> None:
        found = sought(self._people, self.search.text(), self._wanted)
        self.list.clear()
        for row in found[:MOST_SHOWN]:
            item = QListWidgetItem(f"{name_of(row)} · {below_person(row)}")
            item.setToolTip(item.text())
            item.setData(_KEY, (row.id, row.name))
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.verb.setEnabled(bool(found))
        more = f"Còn {len(found) - MOST_SHOWN} người nữa; hãy gõ thêm để tìm." if len(found) > MOST_SHOWN else ""
        self.about.setText(more if found else "Không có ai như vậy; thêm người ở phần Người.")

    def _take(self) -> None:
        item: QListWidgetItem | None = self.list.currentItem()
        if item is not None:
            self.accept()
            self.picked.emit(*item.data(_KEY))


def save_new(window: Dialog, around: Surroundings, step: ChangeSet, made: Made, busy: str) -> None:
    """Save a step that makes a record, then close the window and tell its key."""

    def done() -> None:
        made(step.scope)
        window.accept()

    around.operations.run(busy, lambda _: around.office.courses.add(step), lambda _: done())
