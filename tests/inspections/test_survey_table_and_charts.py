"""A survey of four units on a napkin: what cells and bars say, what is listed, what stands for nothing."""

from decimal import Decimal

import pytest

from nscl_desktop.domain.book import Book
from nscl_desktop.domain.charts import Chart, Mark, Series, round_step, scale_end
from nscl_desktop.domain.checklist_tree import ChecklistTree
from nscl_desktop.domain.enterprises import Enterprise, YearFigures
from nscl_desktop.domain.inspections import CHOICE, FINISHED, Answer, Visit
from nscl_desktop.domain.survey_cases import survey_cases
from nscl_desktop.domain.survey_charts import survey_charts
from nscl_desktop.domain.survey_headings import heading_of
from nscl_desktop.domain.survey_summary import OTHER, Case, Grouping, behind, members_of, summary
from nscl_desktop.domain.survey_table import RowKind, SurveyTable, percent_words, survey_table
from nscl_desktop.services.public_facts import shipped_sectors, shipped_size_rules
from tests.inspections.sheets import q, questions
from tests.inspections.test_scores_and_surveys import case

TREE = ChecklistTree(questions())
CASES = [
    case("1", "C", "Nhỏ", papers="Đạt", people="10", machine="Tốt", words="gọn", sort="1"),
    case("2", "C", "Vừa", papers="Chưa đạt", why="thiếu sổ", people="20", machine="Cũ", words="Gọn", sort="5"),
    case("3", "", "Nhỏ", papers="Đạt", people="60", words="chật"),
    case("4", "", "", papers="Không áp dụng"),
]


def row_cells(table: SurveyTable, key: str, label: str) -> list[str]:
    return next([cell.text for cell in row.cells] for row in table.rows if (row.question_id, row.label) == (key, label))


def test_a_cell_says_how_many_and_what_share_of_those_who_answered() -> None:
    table = survey_table(TREE, CASES, Grouping.SECTOR)
    assert (table.columns, table.counts) == (("Tất cả", "C", "Chưa rõ"), (4, 2, 2))
    assert row_cells(table, "papers", "I.1. Hồ sơ đầy đủ") == ["4/4", "2/2", "2/2"]
    assert row_cells(table, "papers", "Đạt") == ["2 (50,0 %)", "1 (50,0 %)", "1 (50,0 %)"]
    assert row_cells(table, "machine", "Tốt") == ["1 (50,0 %)", "1 (50,0 %)", "0"]
    assert row_cells(table, "people", "Trung bình") == ["30", "15", "60"]
    assert row_cells(table, "people", "Lớn nhất") == ["60", "20", "60"]


def test_words_are_listed_with_who_said_them() -> None:
    texts = [row for row in survey_table(TREE, CASES, Grouping.NONE).rows if row.kind is RowKind.TEXT]
    assert [row.label for row in texts] == ["thiếu sổ", "gọn", "Gọn", "chật"]


def test_where_a_group_answered_nothing_a_figure_is_a_dash() -> None:
    table = survey_table(TREE, CASES, Grouping.BOTH)
    assert table.columns == ("Tất cả", "C · Nhỏ", "C · Vừa", "Chưa rõ · Nhỏ", "Chưa rõ · Chưa rõ")
    assert row_cells(table, "people", "Trung vị")[-1] == "–"
    shine = [row.kind for row in table.rows if row.question_id == "shine"]
    assert shine == [RowKind.QUESTION]


def test_an_answer_that_is_no_option_is_counted_as_another_one() -> None:
    tree = ChecklistTree([q("x", "", "a0", CHOICE, options=("Có", "Không"))])

    def said(key: str, text: str, size: str) -> Case:
        answer = Answer(id=key, visit_id=key, question_id="x", text=text)
        return Case(Visit(id=key, state=FINISHED), {"x": answer}, size=size)

    found = [said("1", "Có", "Nhỏ"), said("2", "Đang làm", "Vừa")]
    (whole,) = summary(tree, found)
    assert [(share.label, share.count, share.percent) for share in whole.shares] == [
        ("Có", 1, Decimal("50.0")), ("Không", 0, Decimal("0.0")), (OTHER, 1, Decimal("50.0")),
    ]  # fmt: skip
    assert [each.visit.id for each in behind(tree, found, "x", OTHER)] == ["2"]
    assert row_cells(survey_table(tree, found, Grouping.SIZE), "x", OTHER) == ["1 (50,0 %)", "–", "1 (100,0 %)"]
    (chart,) = survey_charts(tree, found, Grouping.SIZE)
    assert [mark.words for mark in chart.series[2].marks] == ["–", "100,0 % (1)"]


def test_no_cases_give_a_table_of_questions_alone() -> None:
    table = survey_table(TREE, [], Grouping.SECTOR)
    assert (table.columns, table.counts) == (("Tất cả",), (0,))
    assert row_cells(table, "papers", "Đạt") == ["0"]
    assert members_of([], Grouping.SIZE) == {}


@pytest.mark.parametrize(
    ("percent", "words"), [("66.7", "66,7 %"), ("100", "100,0 %"), ("0.0", "0,0 %"), ("8.30", "8,3 %")]
)
def test_a_percentage_always_shows_its_decimal(percent: str, words: str) -> None:
    assert percent_words(Decimal(percent)) == words


def charts(grouping: Grouping) -> dict[str, Chart]:
    keys = [each.id for each in TREE.questions()]
    return dict(zip(keys, survey_charts(TREE, CASES, grouping), strict=True))


def test_bars_of_all_units_show_counts_with_their_share() -> None:
    papers = charts(Grouping.NONE)["papers"]
    assert papers.title == "I.1. Hồ sơ đầy đủ"
    assert papers.categories == ("Đạt", "Chưa đạt", "Không áp dụng")
    assert papers.series[0].marks[0] == Mark(Decimal(2), "2 (50,0 %)", "papers\tĐạt")
    assert "4 trong 4 đơn vị được hỏi đã trả lời" in papers.note
    assert scale_end(papers) == 2


def test_bars_of_groups_are_percentages_of_each_group() -> None:
    papers = charts(Grouping.SIZE)["papers"]
    assert papers.categories == ("Nhỏ\n2 đơn vị", "Vừa\n1 đơn vị", "Chưa rõ\n1 đơn vị")
    assert [series.name for series in papers.series] == ["Đạt", "Chưa đạt", "Không áp dụng"]
    assert papers.series[0].marks[0] == Mark(Decimal("100.0"), "100,0 % (2)", "papers\tĐạt\tNhỏ")
    assert scale_end(papers) == 100
    unanswered = charts(Grouping.SIZE)["machine"].series[0].marks[2]
    assert (unanswered.value, unanswered.words) == (None, "–")


def test_figures_are_counted_in_classes_with_round_bounds() -> None:
    people = charts(Grouping.NONE)["people"]
    assert people.categories == (
        "từ 10 đến dưới 20", "từ 20 đến dưới 30", "từ 30 đến dưới 40", "từ 40 đến dưới 50", "từ 50 đến dưới 60",
        "từ 60 đến dưới 70",
    )  # fmt: skip
    assert [mark.words for mark in people.series[0].marks] == ["1", "1", "0", "0", "0", "1"]
    assert people.words == ("Tất cả: trung bình 30; trung vị 20; nhỏ nhất 10; lớn nhất 60.",)
    assert people.note.endswith("đơn vị tính: người")


def test_points_that_lie_close_are_counted_one_by_one() -> None:
    sort = charts(Grouping.NONE)["sort"]
    assert (sort.categories, [mark.words for mark in sort.series[0].marks]) == (
        ("1", "2", "3", "4", "5"), ["1", "0", "0", "0", "1"],
    )  # fmt: skip


def test_fractions_that_are_all_alike_are_one_class() -> None:
    made = [case("1", people="1,5"), case("2", people="1,5")]
    (people,) = [each for each in survey_charts(TREE, made, Grouping.NONE) if "Số người" in each.title]
    assert (people.categories, people.series[0].marks[0].words) == (("từ 1 đến dưới 2",), "2")


def test_means_and_medians_of_groups_stand_beside_each_other() -> None:
    people = charts(Grouping.SECTOR)["people"]
    assert [series.name for series in people.series] == ["Trung bình", "Trung vị"]
    assert [mark.words for mark in people.series[0].marks] == ["15", "60"]
    assert charts(Grouping.SIZE)["people"].series[1].marks[2].words == "–"


def test_what_nobody_answered_has_no_bars() -> None:
    assert charts(Grouping.NONE)["shine"].series == ()


def test_equal_words_are_told_once_with_how_many_said_them() -> None:
    words = charts(Grouping.NONE)["words"]
    assert words.words == ("– gọn (2 đơn vị)", "– chật")
    many = [case(str(number), words=f"ý {number}") for number in range(17)]
    (long,) = [each for each in survey_charts(TREE, many, Grouping.NONE) if "Nhận xét" in each.title]
    assert (len(long.words), long.words[-1]) == (16, "… và 2 ý kiến khác, xem bảng tổng hợp.")


@pytest.mark.parametrize(
    ("most", "steps", "step"),
    [("100", 5, "20"), ("101", 5, "50"), ("7", 6, "2"), ("0.9", 6, "0.2"), ("899", 6, "200"), ("6", 6, "1")],
)
def test_steps_are_round_and_few(most: str, steps: int, step: str) -> None:
    assert round_step(Decimal(most), steps) == Decimal(step)


def test_a_scale_ends_at_its_largest_value_and_never_at_nought() -> None:
    marks = (Mark(Decimal(0), "0"), Mark(None, "–"))
    assert scale_end(Chart("x", series=(Series("", marks),))) == 1
    assert scale_end(Chart("x", series=(Series("", (Mark(Decimal(7), "7"),)),))) == 7


def test_a_heading_names_unit_and_duty() -> None:
    people, papers = TREE.question("people"), TREE.question("papers")
    assert heading_of(TREE, people) == "II.1. Số người được đào tạo (người)"
    assert heading_of(TREE, papers) == "I.1. Hồ sơ đầy đủ *"


@pytest.mark.parametrize(
    ("years", "date", "size"),
    [((2024, 2026), "2025-06-01", "Siêu nhỏ"), ((2024, 2026), "2026-06-01", "Lớn"), ((2026,), "2025-06-01", "Lớn"),
     ((), "2025-06-01", ""), ((2024, 2026), "", "Lớn")],
)  # fmt: skip
def test_the_size_is_that_of_the_visits_year_or_the_nearest(years: tuple[int, ...], date: str, size: str) -> None:
    known = {2024: (5, 10**9), 2026: (900, 10**12)}
    figures = [
        YearFigures(
            id=str(year), enterprise_id="e", year=year, labour=Decimal(known[year][0]), revenue=known[year][1],
            capital=known[year][1],
        )
        for year in years
    ]  # fmt: skip
    unit = Enterprise(id="e", name="x", sector_code="25")
    visits = [Visit(id="v", enterprise_id="e", checklist_id="c", date=date), Visit(id="w", checklist_id="other")]
    loose = Answer(id="a", visit_id="v", question_id=None, text="x")
    made = survey_cases(Book([unit, *figures, *visits, loose]), "c", shipped_sectors(), shipped_size_rules())
    assert [(each.visit.id, each.size, dict(each.answers)) for each in made] == [("v", size, {})]


def test_a_visit_without_a_unit_and_a_unit_without_sector_belong_to_no_group() -> None:
    visits = [Visit(id="v", checklist_id="c"), Visit(id="w", enterprise_id="e", checklist_id="c")]
    figures = YearFigures(id="f", enterprise_id="e", year=2025, labour=Decimal(5), revenue=1, capital=1)
    made = survey_cases(
        Book([Enterprise(id="e", name="x"), figures, *visits]), "c", shipped_sectors(), shipped_size_rules()
    )
    assert [(each.sector, each.size) for each in made] == [("", ""), ("", "")]
