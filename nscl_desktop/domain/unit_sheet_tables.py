"""The tables of a unit's sheet: facts, figures, supports, money, certificates, visits, training, awards, papers."""

from collections.abc import Mapping, Sequence

from nscl_desktop.domain.appendix import Align, Area, Cell, Column, HeaderCell, Row, RowKind, Sum, Table
from nscl_desktop.domain.attached_files import FILE_KINDS, AttachedFile
from nscl_desktop.domain.courses.rows import UnitTraining
from nscl_desktop.domain.dates import format_short
from nscl_desktop.domain.dossiers.stages import NAMES, reached
from nscl_desktop.domain.dossiers.sums import Sums
from nscl_desktop.domain.enterprises import MARKS, STATES, Certificate, Enterprise, YearFigures
from nscl_desktop.domain.follow_up_states import standing
from nscl_desktop.domain.inspections import VISIT_STATES
from nscl_desktop.domain.records import fields_of
from nscl_desktop.domain.supports import OPEN
from nscl_desktop.domain.supports import STATES as DOSSIER_STATES
from nscl_desktop.domain.training import ENROLMENT_STATES
from nscl_desktop.domain.unit_awards import award_lines
from nscl_desktop.domain.unit_record import UnitRecord, certificate_name
from nscl_desktop.domain.unit_timeline import by_year, timeline

_ENROLMENT_STATE = dict(ENROLMENT_STATES)
_DOSSIER_STATE, _VISIT_STATE, _FILE_KIND = dict(DOSSIER_STATES), dict(VISIT_STATES), dict(FILE_KINDS)
_MARK_NAMES = {spec.name: spec.label for spec in fields_of(Enterprise) if spec.name in MARKS}
_SUMS = ("planned", "contracted", "out", "own")
_CENTRE, _RIGHT = Align.CENTER, Align.RIGHT


def facts_table(record: UnitRecord) -> Table:
    """Name and value of every fact that is known; what is not known takes no room."""
    rows = tuple(Row((Cell(label), Cell(text))) for label, text in facts(record) if text)
    return Table((Column(48), Column(117)), (), rows, title="Thông tin chung")


def facts(record: UnitRecord) -> Sequence[tuple[str, str]]:
    """(label, value) of the unit's own facts, in the order of the paper."""
    unit = record.unit
    specs = {spec.name: spec for spec in fields_of(Enterprise)}
    who = ", ".join(filter(None, (unit.representative, unit.representative_title)))
    where = ", ".join(filter(None, (unit.address, unit.commune, unit.district, unit.province)))
    reach = ", ".join(filter(None, (unit.phone, unit.email, unit.website)))
    sector = " - ".join(filter(None, (unit.sector_code, unit.sector_name)))
    marks = "; ".join(_MARK_NAMES[name] for name in MARKS if getattr(unit, name))
    former = "; ".join(
        f"{each.name}{f' (đến {format_short(each.until)})' if each.until else ''}" for each in record.former_names
    )
    contacts = "; ".join(
        ", ".join(filter(None, (each.name, each.title, each.phone, each.email))) for each in record.contacts
    )
    return (
        ("Tên đơn vị", unit.name), ("Tên viết tắt", unit.short_name), ("Tên tiếng nước ngoài", unit.foreign_name),
        ("Tên cũ", former), ("Loại hình", specs["kind"].choice_label(unit.kind) if unit.kind else ""),
        ("Mã số thuế", unit.tax_code), ("Ngày thành lập", format_short(unit.founded_on)),
        ("Tình trạng", dict(STATES).get(unit.state, "")), ("Người đại diện", who), ("Địa chỉ", where),
        ("Điện thoại, thư điện tử", reach), ("Người liên hệ", contacts), ("Ngành chính", sector),
        ("Sản phẩm chính", "; ".join(unit.products)), ("Đối tượng ưu tiên", marks), ("Ghi chú", unit.note),
    )  # fmt: skip


def figures_table(figures: Sequence[YearFigures], sizes: Mapping[int, str]) -> Table:
    """Labour, revenue and capital by year with the size class; ``sizes`` by year."""
    rows = tuple(
        Row((
            Cell(str(each.year)), Cell(quantity=each.labour), Cell(amount=each.revenue), Cell(amount=each.capital),
            Cell(sizes.get(each.year, "")),
        ))
        for each in figures
    )  # fmt: skip
    columns = (Column(16, _CENTRE), Column(30, _RIGHT), Column(42, _RIGHT), Column(42, _RIGHT), Column(35))
    titles = ("Năm", "Lao động bình quân (người)", "Doanh thu năm trước (đồng)", "Tổng nguồn vốn (đồng)", "Quy mô")
    return Table(columns, _header(*titles), rows, title="Số liệu năm")


def supports_table(record: UnitRecord) -> Table:
    """Every dossier: what, since when, how far, planned money."""
    rows = []
    for number, whole in enumerate(record.dossiers, start=1):
        dossier = whole.dossier
        stage = NAMES.get(reached(whole), "Chưa đăng ký")
        state = stage if dossier.state == OPEN else f"{_DOSSIER_STATE[dossier.state]} ({stage})"
        money = sum(part.amount or 0 for part in whole.money)
        cells = (
            Cell(str(number)), Cell(dossier.code), Cell(dossier.title), Cell(str(dossier.year or "")), Cell(state),
            Cell(amount=money or None),
        )  # fmt: skip
        rows.append(Row(cells))
    columns = (Column(10, _CENTRE), Column(26), Column(60), Column(14, _CENTRE), Column(30), Column(28, _RIGHT))
    titles = ("STT", "Mã hồ sơ", "Nội dung hỗ trợ", "Năm", "Giai đoạn", "Kinh phí (đồng)")
    return Table(columns, _header(*titles), tuple(rows), title="Hỗ trợ")


def money_table(record: UnitRecord) -> Table:
    """Planned, contracted, paid by the budget, paid by the unit itself, by source; the sum is a formula."""
    rows = [Row((Cell(row.source or "Chưa ghi nguồn"), *_money_cells(row.sums))) for row in record.money_by_source()]
    total = [
        Cell(amount=_value(record.money(), name), formula=Sum((Area(0, 0, at, len(rows) - 1, at),)))
        for at, name in enumerate(_SUMS, start=1)
    ]
    rows.append(Row((Cell("Tổng cộng", align=_CENTRE), *total), RowKind.TOTAL))
    columns = (Column(53), *(Column(28, _RIGHT) for _ in _SUMS))
    titles = ("Nguồn", "Dự kiến", "Theo hợp đồng", "Đã chi (trừ thu hồi)", "Đơn vị đối ứng")
    return Table(columns, _header(*titles), tuple(rows), title="Kinh phí theo nguồn")


def certificates_table(certificates: Sequence[Certificate], today: str) -> Table:
    """Certificates with the day on which they expire; over is said."""
    rows = tuple(
        Row((
            Cell(certificate_name(each)), Cell(each.number), Cell(each.body),
            Cell(format_short(each.issued_on)), Cell(expiry_words(each, today)),
        ))
        for each in certificates
    )  # fmt: skip
    columns = (Column(47), Column(32), Column(36), Column(22, _CENTRE), Column(28, _CENTRE))
    titles = ("Tiêu chuẩn", "Số giấy chứng nhận", "Tổ chức chứng nhận", "Ngày cấp", "Hết hạn")
    return Table(columns, _header(*titles), rows, title="Chứng nhận")


def expiry_words(certificate: Certificate, today: str) -> str:
    """The day on which a certificate expires: "9/4/2026", "9/4/2026 (đã hết hạn)"."""
    day = format_short(certificate.expires_on)
    return f"{day} (đã hết hạn)" if day and certificate.expires_on < today else day


def visits_table(record: UnitRecord) -> Table:
    """Visits with their state and number."""
    rows = tuple(
        Row((
            Cell(format_short(each.date) or "Chưa có ngày"), Cell(record.visit_words(each)),
            Cell(_VISIT_STATE[each.state]), Cell(each.number), Cell(each.conclusion),
        ))
        for each in record.visits
    )  # fmt: skip
    columns = (Column(22, _CENTRE), Column(50), Column(28), Column(20, _CENTRE), Column(45))
    titles = ("Ngày", "Lần kiểm tra", "Tình trạng", "Số biên bản", "Kết luận")
    return Table(columns, _header(*titles), rows, title="Các lần kiểm tra")


def advice_table(record: UnitRecord, today: str) -> Table:
    """What is still to be mended and until when."""
    rows = tuple(
        Row((
            Cell(str(number)), Cell(each.text), Cell(format_short(each.deadline)),
            Cell(standing(each, today).words.capitalize()),
        ))
        for number, each in enumerate(record.open_advice, start=1)
    )  # fmt: skip
    columns = (Column(10, _CENTRE), Column(95), Column(25, _CENTRE), Column(35))
    return Table(columns, _header("STT", "Kiến nghị", "Thời hạn", "Tình trạng"), rows, title="Kiến nghị")


def trained_table(trained: Sequence[UnitTraining]) -> Table:
    """Everyone of the unit who was on a course, with what came of it."""
    rows = tuple(
        Row((
            Cell(format_short(each.date_from) or str(each.year or "")), Cell(each.title), Cell(each.person),
            Cell(each.position), Cell(_ENROLMENT_STATE.get(each.state, each.state)), Cell(each.certificate),
        ))
        for each in trained
    )  # fmt: skip
    columns = (Column(21, _CENTRE), Column(44), Column(36), Column(25), Column(20), Column(19))
    titles = ("Ngày", "Lớp", "Họ và tên", "Chức vụ", "Kết quả", "Số chứng nhận")
    return Table(columns, _header(*titles), rows, title="Đào tạo")


def awards_table(record: UnitRecord) -> Table:
    """Rounds that the unit stood for with what it won, and its praise."""
    rows = tuple(Row(tuple(map(Cell, line.cells))) for line in award_lines(record.awards))
    columns = (
        Column(14, _CENTRE), Column(46), Column(38), Column(33), Column(20, _RIGHT), Column(14, _CENTRE),
    )  # fmt: skip
    titles = ("Năm", "Đợt xét", "Kết quả", "Quyết định", "Tiền thưởng (đồng)", "Niên độ")
    return Table(columns, _header(*titles), rows, title="Giải thưởng")


def files_table(files: Sequence[AttachedFile]) -> Table:
    """Papers and photos that are kept."""
    rows = tuple(
        Row((Cell(str(n)), Cell(each.shown_name), Cell(_FILE_KIND[each.kind]), Cell(format_short(each.taken_on))))
        for n, each in enumerate(files, start=1)
    )
    columns = (Column(10, _CENTRE), Column(105), Column(25), Column(25, _CENTRE))
    return Table(columns, _header("STT", "Tên, chú thích", "Loại", "Ngày"), rows, title="Tài liệu")


def timeline_table(record: UnitRecord) -> Table:
    """Everything dated, newest first; a year heads its events."""
    rows = []
    for year, events in by_year(timeline(record)):
        rows.append(Row((Cell(f"Năm {year}", colspan=3), Cell(), Cell()), RowKind.SECTION, keep_with_next=True))
        rows += [
            Row((Cell(format_short(each.day)), Cell(each.group), Cell(each.words, italic=each.is_due)))
            for each in events
        ]
    columns = (Column(22, _CENTRE), Column(38), Column(105))
    return Table(columns, _header("Ngày", "Mục", "Sự việc"), tuple(rows), title="Dòng thời gian")


def _header(*titles: str) -> tuple[tuple[HeaderCell, ...], ...]:
    return (tuple(map(HeaderCell, titles)),)


def _money_cells(sums: Sums) -> tuple[Cell, ...]:
    """Nothing is printed as a dash, and stays a nought in a spreadsheet."""
    return tuple(Cell("" if _value(sums, name) else "-", amount=_value(sums, name)) for name in _SUMS)


def _value(sums: Sums, name: str) -> int:
    value: int = getattr(sums, name)
    return value
