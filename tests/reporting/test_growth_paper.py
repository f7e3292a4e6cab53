"""A TFP study on paper and as a chart: figures of the worked example; published ones stand apart."""

from dataclasses import replace
from decimal import Decimal

from nscl_desktop.domain.appendix import Paragraph
from nscl_desktop.domain.counting_rules import PublishedFigure
from nscl_desktop.domain.growth_paper import growth_chart, growth_document, input_rows, result_rows
from nscl_desktop.domain.growth_records import GrowthStudy
from nscl_desktop.domain.growth_results import GrowthResult, growth_result
from tests.reporting.test_growth_results import FIRST, SECOND, STUDY

D = Decimal
PUBLISHED = PublishedFigure(id="p", indicator="Đóng góp của TFP", year=2021, value=D("41.2"), unit="%", source="NGTK")
RESULT = growth_result(STUDY, [FIRST, SECOND])


def test_the_paper_holds_inputs_results_sensitivity_and_published_figures_apart() -> None:
    study = replace(STUDY, published="Đóng góp của TFP", unit="tỷ đồng", share_source="IO 2019")
    doc = growth_document(study, [SECOND, FIRST], RESULT, [PUBLISHED], ("SỞ", "CHI CỤC"))
    inputs, results, tried, published = doc.tables
    assert [cell.text for cell in inputs.rows[1].cells][:5] == [
        "2021", "56.264", "", "128.620", "tính theo kiểm kê thường xuyên",
    ]  # fmt: skip
    assert [cell.text for cell in results.rows[0].cells][2:] == [
        "8,20", "3,78", "0,87", "3,55", "46,10", "10,61", "43,29",
    ]  # fmt: skip
    assert len(tried.rows) == 5
    assert [cell.text for cell in published.rows[0].cells] == ["2021", "41,2", "%", "NGTK"]
    words = [block.text for block in doc.blocks if isinstance(block, Paragraph)]
    assert "G_A = G_Y − b_K·G_K − b_L·G_L; b_K = 0,42; b_L = 0,58 (IO 2019); δ = 0,05." in words
    assert any("không dùng để tính" in each for each in words)


def test_a_bare_study_says_what_is_missing() -> None:
    study = GrowthStudy(id="s", name="Trống")
    result = growth_result(study, [])
    doc = growth_document(study, [], result, [])
    assert len(doc.tables) == 2
    assert any("tỷ trọng" in block.text for block in doc.blocks if isinstance(block, Paragraph) and block.italic)
    (chart,) = growth_chart(study, result).charts
    assert chart.series == ()
    assert chart.words
    (none,) = growth_chart(study, GrowthResult()).charts
    assert none.words == ("Chưa có đủ số liệu hai năm liền nhau.",)


def test_the_whole_time_stands_below_several_years_and_shares_of_no_growth_are_a_dash() -> None:
    third = replace(SECOND, id="c", year=2022, capital=D(128620), investment=None)
    result = growth_result(STUDY, [FIRST, SECOND, third])
    rows = result_rows(result)
    assert [row[0] for row in rows] == ["2021", "2021", "2022", "2022", "Cả kỳ", "Cả kỳ"]
    assert rows[2][2:] == ("0,00", "0,00", "0,00", "0,00", "—", "—", "—")
    assert input_rows([third], result)[0][3] == "128.620"
    bare = growth_result(STUDY, [FIRST, replace(SECOND, labour_share=None)])
    assert [row[1] for row in result_rows(bare)] == ["Tỷ trọng cố định"]


def test_what_is_below_nought_is_written_and_not_drawn() -> None:
    worse = replace(SECOND, output=D(50000))
    (chart,) = growth_chart(STUDY, growth_result(STUDY, [FIRST, worse])).charts
    tfp = chart.series[2].marks[0]
    assert tfp.value is None
    assert tfp.words.startswith("-")
