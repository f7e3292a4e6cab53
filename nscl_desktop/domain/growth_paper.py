"""A TFP study as tables and a chart: inputs with sources, growth taken apart, sensitivity, published figures apart."""

from collections.abc import Sequence
from decimal import Decimal

from nscl_desktop.domain.appendix import (
    Align,
    AppendixDoc,
    Block,
    Cell,
    Column,
    HeaderCell,
    Heading,
    Paragraph,
    Row,
    Table,
)
from nscl_desktop.domain.charts import Chart, ChartPaper, Mark, Series
from nscl_desktop.domain.counting_rules import PublishedFigure
from nscl_desktop.domain.growth_accounting import Growth
from nscl_desktop.domain.growth_records import GrowthInput, GrowthStudy
from nscl_desktop.domain.growth_results import GrowthResult, Shares, percents, sensitivities, target_words
from nscl_desktop.domain.money import format_quantity

_CENTRE, _RIGHT = Align.CENTER, Align.RIGHT
Rows = tuple[tuple[str, ...], ...]
INPUT_TITLES = ("Năm", "GRDP", "Nguồn GRDP", "Vốn", "Nguồn vốn", "Lao động (người)", "Nguồn lao động")
RESULT_TITLES = (
    "Năm", "Cách tính", "GRDP tăng (%)", "Vốn (điểm %)", "Lao động (điểm %)", "TFP (điểm %)",
    "Phần vốn (%)", "Phần lao động (%)", "Phần TFP (%)",
)  # fmt: skip
SENSITIVITY_TITLES = ("Tỷ trọng vốn giả định", "Phần vốn (%)", "Phần lao động (%)", "Phần TFP (%)")
PUBLISHED_TITLES = ("Năm", "Giá trị công bố", "Đơn vị", "Nguồn")


def input_rows(rows: Sequence[GrowthInput], result: GrowthResult) -> Rows:
    """What was entered, capital by perpetual inventory marked as such."""
    known = {each.year: each for each in result.inputs}
    found = []
    for each in sorted(rows, key=lambda row: (row.year or 0, row.id)):
        used = known.get(each.year or 0)
        is_computed = each.year in result.computed
        capital = used.capital if used and is_computed else each.capital
        source = "tính theo kiểm kê thường xuyên" if is_computed else each.capital_source
        found.append((
            str(each.year or ""), number(each.output), each.output_source, number(capital), source,
            number(each.labour), each.labour_source,
        ))  # fmt: skip
    return tuple(found)


def result_rows(result: GrowthResult) -> Rows:
    """Each year both ways, then the whole time; shares of the whole time are sums over sums."""
    found: list[tuple[str, ...]] = []
    for year in result.years:
        for words, growth in (("Tỷ trọng cố định", year.constant), ("Törnqvist", year.tornqvist)):
            if growth is not None:
                found.append((str(year.year), words, *_points(growth), *_shares(percents(growth))))
    for words, shares in (("Tỷ trọng cố định", result.constant), ("Törnqvist", result.tornqvist)):
        if shares is not None and len(result.years) > 1:
            found.append(("Cả kỳ", words, "", "", "", "", *_shares(shares)))
    return tuple(found)


def sensitivity_rows(study: GrowthStudy, result: GrowthResult) -> Rows:
    """How the shares of the whole time depend on the capital share that is assumed."""
    return tuple((number(share), *_shares(shares)) for share, shares in sensitivities(study, result))


def published_rows(figures: Sequence[PublishedFigure]) -> Rows:
    """What others publish, as they state it."""
    ordered = sorted(figures, key=lambda each: (each.year or 0, each.id))
    return tuple((str(each.year or ""), number(each.value), each.unit, each.source) for each in ordered)


def growth_chart(study: GrowthStudy, result: GrowthResult) -> ChartPaper:
    """Points of growth by year: capital, labour and TFP beside one another; what is below nought is written."""
    years = [each for each in result.years if each.constant is not None or each.tornqvist is not None]
    growths = [each.constant or each.tornqvist for each in years]
    names = (("Vốn", "capital"), ("Lao động", "labour"), ("TFP", "tfp"))
    series = tuple(
        Series(name, tuple(_mark(getattr(each, part)) for each in growths if each is not None)) for name, part in names
    )
    words = tuple(filter(None, (target_words(study, result), *result.remarks)))
    chart = Chart(
        "Đóng góp vào tăng trưởng GRDP", "Điểm phần trăm", tuple(str(each.year) for each in years),
        series if years else (), words=words or (() if years else ("Chưa có đủ số liệu hai năm liền nhau.",)),
    )  # fmt: skip
    return ChartPaper(study.name, tuple(filter(None, (study.area, study.unit))), (chart,))


def growth_document(
    study: GrowthStudy, rows: Sequence[GrowthInput], result: GrowthResult, published: Sequence[PublishedFigure],
    agency: tuple[str, ...] = (),
) -> AppendixDoc:  # fmt: skip
    """The study on lying paper: inputs, results, sensitivity, and apart from them what others publish."""
    blocks: list[Block] = [
        *_named("I. Số liệu đầu vào", study.unit and f"Đơn vị tiền: {study.unit}."),
        _table(INPUT_TITLES, input_rows(rows, result), (14, 30, 50, 30, 50, 30, 50), {1, 3, 5}),
        *_named("II. Kết quả tính", _method(study)),
        _table(RESULT_TITLES, result_rows(result), (16, 36, 28, 26, 28, 26, 26, 28, 26), set(range(2, 9))),
        *(Paragraph(each, Align.JUSTIFY, italic=True) for each in result.remarks),
    ]
    words = target_words(study, result)
    blocks += [Paragraph(words, Align.JUSTIFY)] if words else []
    tried = sensitivity_rows(study, result)
    if tried:
        blocks += [
            *_named("III. Độ nhạy theo tỷ trọng vốn", "Tỷ phần của cả kỳ, tỷ trọng cố định."),
            _table(SENSITIVITY_TITLES, tried, (50, 40, 40, 40), {0, 1, 2, 3}),
        ]
    if published:
        blocks += [
            *_named("Số liệu do cơ quan khác công bố", f"{study.published}; ghi để đối chiếu, không dùng để tính."),
            _table(PUBLISHED_TITLES, published_rows(published), (20, 40, 30, 120), {1}),
        ]
    return AppendixDoc(
        Heading("BẢNG TÍNH", f"Đóng góp của các yếu tố vào tăng trưởng: {study.name}", "", agency, motto=bool(agency)),
        tuple(blocks), landscape=True, author=agency[-1] if agency else "",
    )  # fmt: skip


def number(value: Decimal | None) -> str:
    """As Vietnamese papers write it; empty where there is none."""
    return "" if value is None else format_quantity(value)


def _points(growth: Growth) -> tuple[str, ...]:
    return tuple(_two(part * 100) for part in (growth.output, growth.capital, growth.labour, growth.tfp))


def _shares(shares: Shares | None) -> tuple[str, ...]:
    return ("—", "—", "—") if shares is None else tuple(map(_two, shares))


def _two(value: Decimal) -> str:
    return f"{value:.2f}".replace(".", ",")


def _mark(part: Decimal) -> Mark:
    return Mark(part * 100 if part > 0 else None, _two(part * 100))


def _method(study: GrowthStudy) -> str:
    shares = f"b_K = {number(study.capital_share) or '…'}; b_L = {number(study.labour_share) or '…'}"
    source = f" ({study.share_source})" if study.share_source else ""
    return f"G_A = G_Y − b_K·G_K − b_L·G_L; {shares}{source}; δ = {number(study.depreciation) or '…'}."


def _named(title: str, below: str) -> list[Block]:
    return [Paragraph(title, bold=True, heading=2), *([Paragraph(below, Align.JUSTIFY)] if below else [])]


def _table(titles: Sequence[str], rows: Rows, widths: Sequence[float], figures: set[int]) -> Table:
    columns = tuple(
        Column(width, _RIGHT if at in figures else _CENTRE if at == 0 else Align.LEFT)
        for at, width in enumerate(widths)
    )
    header = (tuple(map(HeaderCell, titles)),)
    return Table(columns, header, tuple(Row(tuple(map(Cell, row))) for row in rows), title=titles[0])
