"""The sections of a unit's page that come from the other registers; rows open the records they tell of."""

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from nscl_desktop.domain.attached_files import AttachedFile, EnterpriseFile
from nscl_desktop.domain.enterprises import Certificate
from nscl_desktop.presenters.attached_pictures import RecordFiles
from nscl_desktop.presenters.enterprise_sheet import PartList, expiry_of
from nscl_desktop.presenters.unit_lines import Place
from nscl_desktop.presenters.unit_overview import UnitOverview
from nscl_desktop.services.desk import Desk
from nscl_desktop.ui.attached_pictures import AttachedPictures
from nscl_desktop.ui.attempts import attempted
from nscl_desktop.ui.enterprises.listed_section import ListedSection
from nscl_desktop.ui.file_opening import open_file
from nscl_desktop.ui.read_table import ReadColumn
from nscl_desktop.ui.record_table import RecordTable
from nscl_desktop.ui.record_table_model import ExtraColumn
from nscl_desktop.ui.scrolled import scrolled
from nscl_desktop.ui.tab import Surroundings

_SUPPORTS = (
    ReadColumn("Mã hồ sơ", 12), ReadColumn("Nội dung hỗ trợ"), ReadColumn("Đã đến", 13), ReadColumn("Cần làm", 32),
    ReadColumn("Năm", 5, is_figure=True), ReadColumn("Kinh phí (đồng)", 14, is_figure=True),
)  # fmt: skip
_MONEY = (
    ReadColumn("Nguồn (số tiền: đồng)"), ReadColumn("Dự kiến", 17, is_figure=True),
    ReadColumn("Theo hợp đồng", 17, is_figure=True), ReadColumn("Đã chi, trừ thu hồi", 18, is_figure=True),
    ReadColumn("Đơn vị đối ứng", 17, is_figure=True),
)  # fmt: skip
_VISITS = (
    ReadColumn("Ngày", 13), ReadColumn("Lần kiểm tra"), ReadColumn("Tình trạng", 16), ReadColumn("Số biên bản", 12),
    ReadColumn("Còn lại", 24),
)  # fmt: skip
_ADVICE = (ReadColumn("Kiến nghị"), ReadColumn("Thời hạn", 12), ReadColumn("Tình trạng", 24))
_AWARDS = (
    ReadColumn("Năm", 5), ReadColumn("Đợt xét giải, khen thưởng"), ReadColumn("Giải, tình trạng", 34),
    ReadColumn("Quyết định", 22), ReadColumn("Tiền thưởng (đồng)", 15, is_figure=True),
    ReadColumn("Niên độ", 8, is_figure=True),
)  # fmt: skip
_EVENTS = (ReadColumn("Năm", 5), ReadColumn("Ngày", 11), ReadColumn("Mục", 18), ReadColumn("Sự việc"))
_PAPERS = (ReadColumn("Tên, chú thích"), ReadColumn("Loại", 12), ReadColumn("Của", 24), ReadColumn("Ngày", 12))
_LEAST = 120
"""Height of a table under others, on the smallest screen; then the page scrolls."""
_TRAINING = (
    ReadColumn("Khi nào", 11), ReadColumn("Lớp"), ReadColumn("Họ và tên", 22), ReadColumn("Chức vụ khi học", 16),
    ReadColumn("Kết quả", 13), ReadColumn("Số chứng nhận", 18),
)  # fmt: skip
_NO_TRAINING = (
    "Chưa có ai của đơn vị trong danh sách học viên. Ở tab Đào tạo, dán hoặc thêm học viên với đơn vị có trong danh"
    " sách; người học và kết quả sẽ hiện ở đây."
)
_NO_SUPPORT = (
    "Đơn vị chưa có hồ sơ hỗ trợ. Lập hồ sơ ở phần Hồ sơ hỗ trợ của tab này và chọn đơn vị; hồ sơ sẽ hiện ở đây với"
    " bước đã đến và việc cần làm."
)
_NO_MONEY = (
    "Chưa có kinh phí. Khi hồ sơ hỗ trợ của đơn vị ghi kinh phí theo nguồn, hợp đồng hoặc khoản chi, tổng của mọi hồ sơ"
    " hiện ở đây theo từng nguồn."
)
_NO_VISIT = "Chưa có lần kiểm tra nào. Lập ở tab Kiểm tra và chọn đơn vị; ngày, biên bản và kiến nghị sẽ hiện ở đây."
_NO_ADVICE = "Không có kiến nghị nào chưa khắc phục."
_NO_AWARD = (
    "Đơn vị chưa dự đợt xét giải nào và chưa được khen. Thêm đơn vị vào một đợt ở tab Giải thưởng; giải, quyết định và"
    " tiền thưởng sẽ hiện ở đây."
)
_NO_EVENT = (
    "Chưa có sự việc nào có ngày. Ngày thành lập, giấy chứng nhận, các bước của hồ sơ, khoản chi, lần kiểm tra và tài"
    " liệu sẽ xếp ở đây theo năm, mới nhất trước."
)
_NO_PAPER = "Chưa có tài liệu nào trong hồ sơ và lần kiểm tra của đơn vị; thêm ở chính hồ sơ hoặc lần kiểm tra ấy."


class UnitSections:
    """Makes the sections that are read out of ``overview``."""

    def __init__(self, around: Surroundings, overview: UnitOverview) -> None:
        self._around, self._overview = around, overview

    def supports(self) -> ListedSection:
        """Hỗ trợ."""
        return ListedSection(
            "Hồ sơ hỗ trợ của đơn vị", _SUPPORTS, self._overview.supports, _NO_SUPPORT, self.open_record
        )

    def training(self) -> ListedSection:
        """Đào tạo."""
        return ListedSection(
            "Người của đơn vị đã học", _TRAINING, self._overview.training, _NO_TRAINING, self.open_record,
            has_total=True,
        )  # fmt: skip

    def money(self) -> ListedSection:
        """Kinh phí."""
        return ListedSection("Kinh phí theo nguồn", _MONEY, self._overview.money, _NO_MONEY, has_total=True)

    def inspections(self) -> "UnitInspections":
        """Kiểm tra."""
        return UnitInspections(self._overview, self.open_record)

    def awards(self) -> ListedSection:
        """Giải thưởng."""
        return ListedSection("Giải thưởng, khen thưởng", _AWARDS, self._overview.awards, _NO_AWARD, self.open_record)

    def events(self) -> ListedSection:
        """Dòng thời gian."""
        return ListedSection("Dòng thời gian", _EVENTS, self._overview.events, _NO_EVENT, self.open_record)

    def open_record(self, found: object) -> None:
        """Show a dossier or visit where it belongs."""
        if isinstance(found, Place):
            self._around.voice.record_wanted.emit(found.entity, found.key)


class UnitInspections(QWidget):
    """The visits, and below them what is still to be mended."""

    def __init__(self, overview: UnitOverview, opened: Callable[[object], object]) -> None:
        super().__init__()
        visits, advice = "Các lần kiểm tra", "Kiến nghị chưa khắc phục"
        self.visits = ListedSection(visits, _VISITS, overview.visits, _NO_VISIT, opened, title=visits)
        self.advice = ListedSection(advice, _ADVICE, overview.advice, _NO_ADVICE, opened, title=advice)
        self.setFocusProxy(self.visits)
        inner, whole = QWidget(), QVBoxLayout(self)
        layout = QVBoxLayout(inner)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(16)
        for section in (self.visits, self.advice):
            section.table.setMinimumHeight(_LEAST)
            layout.addWidget(section, 1)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolled(inner))

    def follow(self) -> None:
        """Show both as they are now; what is to be mended says nothing where nobody has been."""
        self.visits.follow()
        self.advice.follow()
        self.advice.setVisible(self.visits.table.rowCount() > 0)


class UnitFiles(QWidget):
    """Tài liệu: the unit's own papers and photos, and below them those of its dossiers and visits."""

    def __init__(self, desk: Desk, around: Surroundings, undo: Callable[[], object], overview: UnitOverview) -> None:
        super().__init__()
        self._around = around
        self._files = RecordFiles(desk, EnterpriseFile, around.office.attachments)
        self.own = AttachedPictures(self._files, around, undo)
        title = "Trong hồ sơ và lần kiểm tra"
        self.others = ListedSection(title, _PAPERS, overview.papers, _NO_PAPER, self._open, title=title)
        self.others.table.setMinimumHeight(_LEAST)
        self.setFocusProxy(self.own)
        inner, whole = QWidget(), QVBoxLayout(self)
        layout = QVBoxLayout(inner)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(16)
        layout.addWidget(self.own, 3)
        layout.addWidget(self.others, 2)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolled(inner))

    def follow(self) -> None:
        """Show the files as they are now."""
        self.own.refresh()
        self.others.follow()

    def settle(self) -> None:
        """Take what is being typed."""
        self.own.settle()

    def _open(self, found: object) -> None:
        if isinstance(found, AttachedFile):
            attempted(self._around.voice, lambda: open_file(self._files.path_of(found), found.shown_name))


class UnitCertificates(RecordTable):
    """Chứng nhận: edited in place, with the days left."""

    def __init__(self, desk: Desk, around: Surroundings, undo: Callable[[], object], overview: UnitOverview) -> None:
        names = ("standard", "edition", "number", "body", "issued_on", "expires_on")
        records = PartList(desk, Certificate, names, "expires_on", falling=True)
        ends = ExtraColumn("Thời hạn", lambda each: expiry_of(each, overview.today))
        super().__init__(records, around, undo, noun="giấy chứng nhận", extra=[ends])
        self.stand_in_own_order()
        self.shrink_to(14)
        self.setFocusProxy(self.table)

    def follow(self) -> None:
        """Show them as they are now."""
        self.refresh()
