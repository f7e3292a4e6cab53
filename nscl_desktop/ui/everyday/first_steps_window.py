"""Bắt đầu từng bước: the office, its people, how it writes amounts, its first plan; each page can be passed over."""

from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QLabel,
    QLineEdit,
    QRadioButton,
    QStackedWidget,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from nscl_desktop.domain.changes import ChangeSet
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.words import CHOICES, WordStyle, amount_in_words
from nscl_desktop.presenters.first_steps import MODELS, Beginning, NamedRow, Start
from nscl_desktop.ui.dialogs.dialog import caption
from nscl_desktop.ui.packages.package_window import PackageWindow
from nscl_desktop.ui.tab import Surroundings

_OFFICE = (
    ("parent", "Cơ quan chủ quản", "minutes.parent", "Ví dụ: SỞ KHOA HỌC VÀ CÔNG NGHỆ"),
    ("agency", "Cơ quan", "minutes.agency", "Ví dụ: CHI CỤC TIÊU CHUẨN ĐO LƯỜNG CHẤT LƯỢNG"),
    ("symbol", "Ký hiệu văn bản", "minutes.symbol", "Ví dụ: CCTĐC-NV"),
    ("province", "Tỉnh, thành phố", "office.province", "Ví dụ: Tây Ninh"),
    ("place", "Địa danh trên văn bản", "office.place", "Ví dụ: Tây Ninh"),
    (
        "issuer_parent",
        "Cơ quan chủ quản của nơi ban hành kế hoạch",
        "office.issuer_parent",
        "Để trống nếu là UBND tỉnh",
    ),
    ("issuer", "Cơ quan ban hành kế hoạch", "office.issuer", "Ví dụ: ỦY BAN NHÂN DÂN TỈNH TÂY NINH"),
)
_STYLE = (("thousand", "Hàng nghìn"), ("zero_tens", "Số 0 hàng chục"), ("four", "Số 4 sau “mươi”"))
_SAMPLE = 1_234_504_024
_PEOPLE = ("Họ và tên", "Chức vụ", "Từ ngày", "Ký văn bản (x)")
_ROWS = 10
_PAGES = ("Cơ quan", "Người và người ký", "Cách viết số tiền", "Kế hoạch đầu tiên")
_ABOUT = (
    "Những tên này đứng trên biên bản, danh sách và kế hoạch mới; sửa được sau ở trang in và trang Thông tin.",
    "Gõ mỗi người một dòng. Người ở đây vào danh sách của văn phòng; ai ghi “x” thì ký kế hoạch đầu tiên.",
    "Cách đọc số tiền của văn phòng; lưu cùng kế hoạch, sửa ở trang Thông tin của từng kế hoạch.",
    "Kế hoạch theo mẫu là bản nháp với mục chi, số liệu của mẫu; số, ngày và văn bản để trống.",
)


class FirstStepsWindow(PackageWindow):
    """``begun``: the step that was saved, None where only names were noted. ``excel_wanted``: a plan out of a file."""

    begun = Signal(object)
    excel_wanted = Signal()

    def __init__(self, around: Surroundings, parent: QWidget) -> None:
        super().__init__(around, parent, "Bắt đầu từng bước", "Tiếp", leave="Để sau")
        self._skipped: set[int] = set()
        self.heading, self.about, self.stack = QLabel(), caption(""), QStackedWidget()
        self.heading.setProperty("role", "title")
        self.office = {name: QLineEdit(placeholderText=hint) for name, _, _, hint in _OFFICE}
        self.people = QTableWidget(_ROWS, len(_PEOPLE))
        self.style_boxes = {name: QComboBox() for name, _ in _STYLE}
        self.comma, self.spoken = QCheckBox("Dấu phẩy giữa các nhóm số đọc"), caption("")
        self.starts = {start: QRadioButton(words) for start, words in MODELS}
        self.code, self.title = QLineEdit(), QLineEdit()
        self.year_from, self.year_to = QLineEdit(str(_this_year())), QLineEdit()
        self.back, self.skip = self.add_button("Quay lại"), self.add_button("Bỏ qua bước này")
        for widget in (self.heading, self.about):
            self.content.addWidget(widget)
        self.content.addWidget(self.stack, 1)
        for page in (self._office_page(), self._people_page(), self._style_page(), self._plan_page()):
            self.stack.addWidget(page)
        self.verb.clicked.connect(lambda: self._go_on(is_skipped=False))
        self.skip.clicked.connect(lambda: self._go_on(is_skipped=True))
        self.back.clicked.connect(lambda: self._turn_to(self.page - 1))
        self.resize(760, 560)
        self._turn_to(0)

    @property
    def page(self) -> int:
        """Which step is in sight, from 0."""
        return self.stack.currentIndex()

    # -- the pages --------------------------------------------------------------------------------------------------

    def _office_page(self) -> QWidget:
        page, grid = _grid_page()
        for row, (name, words, remembered, _) in enumerate(_OFFICE):
            self.office[name].setText(self._around.preferences.text(remembered))
            _put(grid, row, words, self.office[name])
        return page

    def _people_page(self) -> QWidget:
        page, column = QWidget(), QVBoxLayout()
        page.setLayout(column)
        column.setContentsMargins(0, 0, 0, 0)
        self.people.setHorizontalHeaderLabels(_PEOPLE)
        self.people.setAccessibleName("Người của văn phòng")
        self.people.setProperty("framed", "true")
        self.people.setTabKeyNavigation(False)
        self.people.horizontalHeader().setHighlightSections(False)
        self.people.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.people.verticalHeader().hide()
        character = self.people.fontMetrics().averageCharWidth()
        for place, characters in enumerate((28, 28, 14, 14)):
            self.people.setColumnWidth(place, characters * character)
        self.people.horizontalHeader().setStretchLastSection(True)
        self.people.setCurrentCell(0, 0)
        column.addWidget(self.people)
        return page

    def _style_page(self) -> QWidget:
        page, grid = _grid_page()
        for row, (name, words) in enumerate(_STYLE):
            box = self.style_boxes[name]
            for choice in CHOICES[name]:
                box.addItem(choice, choice)
            box.currentIndexChanged.connect(self._speak)
            _put(grid, row, words, box)
        grid.addWidget(self.comma, len(_STYLE), 1)
        grid.addWidget(self.spoken, len(_STYLE) + 1, 0, 1, 2)
        self.comma.toggled.connect(self._speak)
        self._speak()
        return page

    def _plan_page(self) -> QWidget:
        page, grid = _grid_page()
        for row, button in enumerate(self.starts.values()):
            grid.addWidget(button, row, 0, 1, 2)
            button.toggled.connect(self._follow_start)
        fields = (("Mã kế hoạch", self.code), ("Tên kế hoạch", self.title), ("Từ năm", self.year_from),
                  ("Đến năm", self.year_to))  # fmt: skip
        for row, (words, field) in enumerate(fields, len(self.starts)):
            _put(grid, row, words, field)
        self.code.setPlaceholderText("Để trống: đặt theo tỉnh và năm")
        self.title.setPlaceholderText("Để trống: Kế hoạch, tên tỉnh và năm")
        self.starts[Start.EMPTY].setChecked(True)
        return page

    def _speak(self) -> None:
        shown = amount_in_words(_SAMPLE, self._style())
        self.spoken.setText(f"1.234.504.024 đồng đọc là: {shown}")

    def _style(self) -> WordStyle:
        thousand, zero_tens, four = (str(self.style_boxes[name].currentData()) for name, _ in _STYLE)
        return WordStyle(thousand=thousand, zero_tens=zero_tens, four=four, group_comma=self.comma.isChecked())

    def _follow_start(self) -> None:
        start = self._start
        for field in (self.code, self.title):
            field.setEnabled(start not in (Start.EXCEL, Start.NONE))
        for field in (self.year_from, self.year_to):
            field.setEnabled(start is Start.EMPTY)

    @property
    def _start(self) -> Start:
        return next((start for start, button in self.starts.items() if button.isChecked()), Start.NONE)

    # -- going on ---------------------------------------------------------------------------------------------------

    def follow(self) -> None:
        """What can be done on this page."""
        self.back.setEnabled(self.page > 0 and not self.is_working)
        self.skip.setEnabled(not self.is_working)

    def _turn_to(self, page: int) -> None:
        self.stack.setCurrentIndex(page)
        self.heading.setText(f"Bước {page + 1}/{len(_PAGES)}: {_PAGES[page]}")
        self.about.setText(_ABOUT[page])
        self.verb.setText("Bắt đầu" if page == len(_PAGES) - 1 else "Tiếp")
        self.say("")
        self.follow()
        first: tuple[QWidget, ...] = (
            self.office["parent"], self.people, self.style_boxes["thousand"], self.starts[self._start],
        )  # fmt: skip
        first[page].setFocus()

    def _go_on(self, *, is_skipped: bool) -> None:
        (self._skipped.add if is_skipped else self._skipped.discard)(self.page)
        try:
            if self.page == 1 and not is_skipped:
                self._filled().people()  # told here, where it can be mended
            if self.page < len(_PAGES) - 1:
                self._turn_to(self.page + 1)
            else:
                self._begin()
        except InputError as error:
            self.say(error.sentence)

    def _filled(self) -> Beginning:
        def kept(page: int) -> bool:
            return page not in self._skipped

        office = {name: field.text().strip() for name, field in self.office.items()} if kept(0) else {}
        rows = [NamedRow(*(self._cell(row, place) for place in range(4))) for row in range(_ROWS)] if kept(1) else []
        return Beginning(
            office=office, rows=rows, style=self._style() if kept(2) else None,
            start=self._start if kept(3) else Start.NONE, code=self.code.text(), title=self.title.text(),
            years=(self.year_from.text(), self.year_to.text()),
        )  # fmt: skip

    def _cell(self, row: int, place: int) -> str:
        item: QTableWidgetItem | None = self.people.item(row, place)
        return item.text().strip() if item is not None else ""

    def _begin(self) -> None:
        filled, office = self._filled(), self._around.office
        filled.people()
        self.work("Đang ghi", lambda _: filled.save(office), partial(self._on_saved, filled))

    def _on_saved(self, filled: Beginning, step: ChangeSet | None) -> None:
        for name, _, remembered, _ in _OFFICE:
            if name in filled.office:
                self._around.preferences.remember(remembered, filled.office[name])
        self.accept()
        self.begun.emit(step)
        if filled.start is Start.EXCEL:
            self.excel_wanted.emit()


def _grid_page() -> tuple[QWidget, QGridLayout]:
    page, column, grid = QWidget(), QVBoxLayout(), QGridLayout()
    column.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(8)
    grid.setColumnStretch(1, 1)
    column.addLayout(grid)
    column.addStretch(1)
    page.setLayout(column)
    return page, grid


def _put(grid: QGridLayout, row: int, words: str, field: QWidget) -> None:
    label = QLabel(words)
    label.setBuddy(field)
    field.setAccessibleName(words)
    grid.addWidget(label, row, 0)
    grid.addWidget(field, row, 1)


def _this_year() -> int:
    return date.today().year  # noqa: DTZ011 - the office's own year
