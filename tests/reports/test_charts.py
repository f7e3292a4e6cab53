"""Charts on paper: every word and value is text, bars keep to one scale, patterns tell series apart without colour."""

from dataclasses import replace
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageStat

from nscl_desktop.domain.charts import Chart, ChartPaper, Mark, Series
from nscl_desktop.reports.chart_ink import Box
from nscl_desktop.reports.charts import ChartPages, write_charts
from nscl_desktop.reports.fonts import embedded_fonts
from nscl_desktop.reports.pages import PageRenderer, PixelArea

BARS = Chart(
    "I.1. Thị trường chính",
    "50 trong 50 đơn vị được hỏi đã trả lời",
    ("Trong tỉnh", "Trong nước", "Xuất khẩu"),
    (
        Series(
            "", tuple(Mark(Decimal(count), words, f"ref{count}") for count, words in ((30, "30"), (15, "15"), (0, "0")))
        ),
    ),
)
GROUPS = replace(
    BARS,
    series=tuple(
        Series(
            f"Nhóm {number}",
            tuple(Mark(Decimal(share), f"{share},0 %", f"{number}\t{share}") for share in (50, 25, 100)),
        )
        for number in range(7)
    ),
    most=Decimal(100),
)
LINES = Chart(
    "Kinh phí theo năm", "triệu đồng", ("2023", "2024", "2025"),
    (
        Series("Dự toán", (Mark(Decimal(100), "100"), Mark(Decimal(300), "300", "d24"), Mark(None, ""))),
        Series("Đã chi", (Mark(Decimal(80), "80"), Mark(Decimal(90), "90"), Mark(Decimal(250), "250"))),
    ),
    is_lines=True,
)  # fmt: skip
WORDS = Chart("Khó khăn lớn nhất", words=("– Thiếu lao động có tay nghề (12 đơn vị)",))


def printed(*charts: Chart) -> tuple[ChartPages, PageRenderer]:
    file = BytesIO()
    paper = ChartPaper("TỔNG HỢP KẾT QUẢ KHẢO SÁT", ("Khảo sát hiện trạng", "50 phiếu"), charts)
    result = write_charts(paper, file, fonts=embedded_fonts())
    return result, PageRenderer(file.getvalue())


def text(pages: PageRenderer, page: int = 0) -> str:
    return " ".join(pages.text(page).result().split())


def picture(pages: PageRenderer, left: float, top: float, width: float, height: float) -> Image.Image:
    """A part of the first page in grey, twice as large as its points."""
    area = PixelArea(int(left * 2), int(top * 2), max(int(width * 2), 1), max(int(height * 2), 1))
    found = pages.render(0, 2, area).result()
    return Image.frombytes("RGB", (found.width, found.height), found.pixels, "raw", "BGRX", found.stride).convert("L")


def darkness(pages: PageRenderer, box: Box) -> float:
    """How much of a box is ink, 0 to 1, its edge left out."""
    inner = picture(pages, box.left + 2, box.top + 2, box.width - 4, box.height - 4)
    return 1 - ImageStat.Stat(inner).mean[0] / 255


def test_titles_names_and_values_can_be_read_and_copied() -> None:
    _, pages = printed(BARS, WORDS)
    said = text(pages)
    for words in (
        "TỔNG HỢP KẾT QUẢ KHẢO SÁT",
        "I.1. Thị trường chính",
        "Trong nước",
        "30",
        "Thiếu lao động có tay nghề",
    ):
        assert words in said
    assert "Trang 1/1" in said


def test_bars_of_a_chart_are_as_long_as_their_values_say() -> None:
    result, pages = printed(BARS)
    widths = {}
    for place in result.places:
        row = picture(pages, place.box.left, place.box.top + place.box.height / 2, place.box.width, 0.5)
        dark = [x for x in range(row.width) if row.getpixel((x, 0)) < 120]  # type: ignore[operator]  # a grey picture's
        widths[place.ref] = max((x for x in dark if set(range(x)) <= set(dark)), default=0)
    assert widths["ref30"] == pytest.approx(2 * widths["ref15"], abs=4)
    assert widths["ref0"] <= 4


def test_each_series_has_a_pattern_of_its_own_even_in_grey() -> None:
    result, pages = printed(GROUPS)
    shades = [
        darkness(pages, place.box) for place in sorted(result.places) if place.ref.endswith("\t50")
    ]  # fmt: skip
    full, empty, rising, soft, falling, crossed, level = shades
    assert full > 0.55
    assert empty < 0.35
    assert rising == pytest.approx(falling, abs=0.1)  # told apart by their direction
    assert len({round(shade, 1) for shade in (full, empty, rising, soft, crossed)}) >= 3
    assert level > empty


def test_a_mark_is_found_again_where_it_was_drawn() -> None:
    result, _ = printed(LINES, BARS)
    refs = [place.ref for place in result.places]
    assert refs == ["d24", "ref30", "ref15", "ref0"]
    point = result.places[0]
    assert point.box.holds(point.box.left + 8, point.box.top + 8)
    assert not point.box.holds(point.box.left - 1, point.box.top)


def test_lines_write_their_values_and_years() -> None:
    _, pages = printed(LINES)
    assert all(words in text(pages) for words in ("Dự toán", "Đã chi", "2023", "300", "250", "90"))


def test_a_small_chart_is_not_cut_and_a_large_one_goes_on() -> None:
    many = [replace(BARS, title=f"Câu {number}") for number in range(14)]
    result, pages = printed(*many)
    assert result.page_count > 1
    by_page: dict[str, set[int]] = {}
    for page in range(result.page_count):
        for number in range(14):
            if f"Câu {number} " in f"{text(pages, page)} ":
                by_page.setdefault(f"Câu {number}", set()).add(page)
    assert all(len(pages) == 1 for pages in by_page.values())
    assert len(by_page) == 14
    large = replace(
        BARS, categories=tuple(f"Ngành {n}" for n in range(60)), series=(Series("", (Mark(Decimal(1), "1"),) * 60),)
    )
    result, pages = printed(large)
    assert "I.1. Thị trường chính (tiếp theo)" in text(pages, 1)
    said = " ".join(text(pages, page) for page in range(result.page_count))
    assert all(f"Ngành {number} " in said for number in range(60))


def test_the_same_charts_give_the_same_bytes_in_a_stream_and_in_a_file(tmp_path: Path) -> None:
    paper = ChartPaper("Thử", (), (GROUPS,))
    first, target = BytesIO(), tmp_path / "x.pdf"
    write_charts(paper, first, fonts=embedded_fonts())
    write_charts(paper, target, fonts=embedded_fonts())
    assert first.getvalue() == target.read_bytes()


def test_characters_that_no_font_has_are_told() -> None:
    assert printed(replace(WORDS, title="漢"))[0].missing == frozenset("漢")
