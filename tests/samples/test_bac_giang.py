"""Bắc Giang 2021-2025: the draft (tests/samples/seed_texts/bac-giang.txt) is in the sample, what is inferred is marked.

The first page of its appendix is missing. Amounts are typed in triệu đồng as the paper prints them.
"""

from decimal import Decimal

import pytest

from nscl_desktop.domain.budget_lines import Line
from nscl_desktop.domain.checks.checker import check_plan
from nscl_desktop.domain.directory import Agency
from nscl_desktop.domain.findings import Severity
from nscl_desktop.domain.plans import Correction, Measure, Period, Signer, Source, TextBlock
from nscl_desktop.domain.statements import Footnote, Statement
from nscl_desktop.domain.targets import Obligation, Target, TargetLink, Task, TaskLink
from tests.samples.paper import (
    Sample,
    contradictions,
    corrected,
    mark_of,
    paragraphs,
    read_back,
    sample,
    seed_text,
    totals_by_lead,
)

YEARS = (2022, 2023, 2024, 2025)
SCIENCE, HEALTH, SCHOOLS = "Sở Khoa học và Công nghệ", "Sở Y tế", "Sở Giáo dục và Đào tạo"
MISSING = ""
"""Path of the line that stands for the missing page: it has no label."""


@pytest.fixture(scope="module")
def bg() -> Sample:
    return sample("BG-2021-2025")


@pytest.fixture(scope="module")
def paper() -> str:
    return seed_text("bac-giang")


def dong(million: str) -> int:
    """Triệu đồng as printed ("1.667,6", "157*") → đồng."""
    return int(Decimal(million.rstrip("*").replace(".", "").replace(",", ".")) * 1_000_000)


def each_year(bg: Sample, path: str, column: str) -> list[int]:
    """Đồng of a line in each year in a printed column ("" as path: the whole plan)."""
    line_id = bg.line(path).id if path else ""
    return [bg.budget.total(line_id, years=[year], sources=bg.column(column)) or 0 for year in YEARS]


# -- figures ----------------------------------------------------------------------------------------------------------


def test_the_whole_plan_has_the_total_of_the_paper(bg: Sample) -> None:
    assert bg.budget.total() == 14_767_550_000


@pytest.mark.parametrize(("year", "total"), [(2022, "3.903,85"), (2023, "3.881"), (2024, "3.926"), (2025, "3.056,7")])
def test_each_year_has_the_total_of_the_paper(bg: Sample, year: int, total: str) -> None:
    assert bg.budget.years() == YEARS
    assert bg.budget.total(years=[year]) == dong(total)


def test_hospitals_own_money_is_a_source_of_its_own_in_the_column_of_enterprises(bg: Sample) -> None:
    totals = {code: bg.budget.total(sources=[bg.source(code)]) for code in ("NSNN", "DN", "KCB")}
    assert totals == {"NSNN": 11_855_550_000, "DN": 1_028_000_000, "KCB": 1_884_000_000}
    assert bg.budget.total(sources=bg.column("NSNN")) == 11_855_550_000
    assert bg.budget.total(sources=bg.column("DN")) == 2_912_000_000


@pytest.mark.parametrize(
    ("code", "by_year"),
    [
        ("NSNN", ["3.509,85", "3.133", "3.021", "2.191,7"]),
        ("DN", ["237", "277", "277", "237"]),
        ("KCB", ["157", "471", "628", "628"]),
    ],
)
def test_each_source_has_its_money_of_each_year(bg: Sample, code: str, by_year: list[str]) -> None:
    source = bg.source(code)
    assert [bg.budget.total(years=[year], sources=[source]) for year in YEARS] == [dong(each) for each in by_year]


@pytest.mark.parametrize(
    ("path", "state", "enterprises"),
    [
        ("II", ["141,25", "50", "0", "62,7"], ["0", "0", "0", "0"]),
        ("III", ["566", "832", "832", "0"], ["0", "0", "0", "0"]),
        ("IV", ["1.667,6", "1.852", "1.790", "1.790"], ["314", "628", "785", "785"]),
        ("V", ["180", "140", "140", "100"], ["80", "120", "120", "80"]),
        ("VI", ["140", "140", "140", "120"], ["0", "0", "0", "0"]),
        ("", ["3.509,85", "3.133", "3.021", "2.191,7"], ["394", "748", "905", "865"]),
    ],
)
def test_each_section_has_its_money_by_year_and_column(
    bg: Sample, path: str, state: list[str], enterprises: list[str]
) -> None:
    assert each_year(bg, path, "NSNN") == [dong(each) for each in state]
    assert each_year(bg, path, "DN") == [dong(each) for each in enterprises]


@pytest.mark.parametrize(
    ("path", "total"),
    [
        ("II", "253,95"), ("II.5", "41,25"), ("II.6", "150"), ("II.7", "62,7"),
        ("III", "2.230"), ("III.1", "1.330"), ("III.2", "900"),
        ("IV", "9.611,6"), ("IV.1", "91,6"), ("IV.2", "1.580"), ("IV.3", "3.200"), ("IV.4", "1.580"), ("IV.5", "3.160"),
        ("V", "960"), ("V.1", "160"), ("V.2", "800"),
        ("VI", "540"), ("VI.1", "460"), ("VI.2", "20"), ("VI.3", "20"), ("VI.4", "40"),
    ],
)  # fmt: skip
def test_each_row_has_the_amount_of_the_paper(bg: Sample, path: str, total: str) -> None:
    assert bg.total(path) == dong(total)


def test_a_row_with_a_project_of_its_own_has_no_money_at_all(bg: Sample) -> None:
    line = bg.line("V.3")
    assert (bg.budget.total(line.id), line.lead_text) == (None, "Có dự án riêng")


def test_the_missing_rows_are_what_the_total_leaves_over(bg: Sample) -> None:
    first, second, *_ = bg.budget.tree.children()
    by_year = [bg.budget.total(first.id, years=[year]) for year in YEARS]
    assert by_year == [dong(each) for each in ("815", "119", "119", "119")]
    assert set(bg.budget.cells(first.id)) == {("du_toan", year, bg.source("NSNN")) for year in YEARS}
    assert (first.label, first.text, first.inferred) == ("", "Mục I và II.1–4 (thiếu trang nguồn)", True)
    assert (second.label, second.inferred) == ("II", True)
    assert [bg.path(line) for _, line in bg.budget.tree.walk() if line.inferred] == [MISSING, "II"]


def test_what_explains_an_inference_is_told_to_the_office_and_never_printed(bg: Sample) -> None:
    lines = [line for _, line in bg.budget.tree.walk()]
    assert [bg.path(line) for line in lines if line.remark] == [MISSING, "II", "V.2"]
    assert not [line for line in lines if line.note]


def test_each_agency_leads_the_money_of_its_rows(bg: Sample) -> None:
    # Sở KH&CN: III + IV.1-4 + V + VI; Sở Y tế: IV.5; the page that names the lead of I and II is missing
    assert totals_by_lead(bg) == {
        SCIENCE: dong("2.230")
        + dong("91,6")
        + dong("1.580")
        + dong("3.200")
        + dong("1.580")
        + dong("960")
        + dong("540"),
        HEALTH: dong("3.160"),
        "": dong("1.425,95"),
    }


@pytest.mark.parametrize(
    ("path", "unit", "price", "by_year"),
    [
        ("II.6", "cuộc", "50", ["2", "1", "", ""]),
        ("III.1", "khóa", "133", ["2", "4", "4", ""]),
        ("III.2", "khóa", "60", ["5", "5", "5", ""]),
        ("IV.2", "doanh nghiệp", "395", ["1", "1", "1", "1"]),
        ("IV.3", "trường", "100", ["11", "9", "6", "6"]),
        ("IV.4", "đơn vị", "395", ["1", "1", "1", "1"]),
        ("IV.5", "đơn vị", "395", ["", "2", "3", "3"]),
        ("V.2", "doanh nghiệp", "40", ["4", "6", "6", "4"]),
    ],
)
def test_quantities_and_prices_make_the_amounts(
    bg: Sample, path: str, unit: str, price: str, by_year: list[str]
) -> None:
    line = bg.line(path)
    assert (line.unit, bg.budget.price(line)) == (unit, dong(price))
    found = [bg.budget.quantity(line, years=[year]) for year in YEARS]
    assert found == [Decimal(each) if each else None for each in by_year]


def test_only_the_slip_of_2024_contradicts_the_computed_figures(bg: Sample) -> None:
    assert contradictions(bg) == [("Văn bản, mục IV.3", 3_926_000, 3_926_000_000)]


def test_every_figure_of_the_appendix_is_stated_of_its_cell(bg: Sample, paper: str) -> None:
    lines = [line.id for _, line in bg.budget.tree.walk() if not line.inferred]
    scopes = [(None, ""), (None, "NSNN"), (None, "DN"), *((year, name) for year in YEARS for name in ("NSNN", "DN"))]
    printed = [
        (line_id, *scope, cell, dong(cell))
        for line_id, row in zip([*lines, None], appendix_rows(paper), strict=True)
        for scope, cell in zip(scopes, row[2:13], strict=True)
        if cell
    ]
    cells = [each for each in bg.listed(Statement) if each.origin == "appendix" and each.figure == "amount"]
    assert [(each.line_id, each.year_from, each.column, each.quote, each.value) for each in cells] == printed
    assert all(each.year_from == each.year_to for each in bg.listed(Statement))


def test_figures_inside_sentences_are_stated_too(bg: Sample) -> None:
    stated = bg.listed(Statement)
    counted = [
        (bg.path(bg.budget.tree.line(each.line_id)), f"{each.count}") for each in stated if each.line_id and each.count
    ]
    assert counted == [
        ("II.6", "3"), ("III.1", "10"), ("III.2", "15"), ("IV.2", "4"), ("IV.2", "4"), ("IV.3", "32"), ("IV.3", "32"),
        ("IV.4", "4"), ("IV.5", "8"), ("IV.3", "32"), ("IV.4", "4"), ("IV.5", "8"),
    ]  # fmt: skip
    priced = [each.value for each in stated if each.figure == "price"]
    assert priced == [dong(each) for each in ("50", "133", "60", "395", "100", "395", "395")]
    sums = [(each.year_from, each.column) for each in stated if each.origin == "text" and each.figure == "amount"]
    assert sums == [(year, name) for year in (None, *YEARS) for name in ("", "NSNN", "DN")]


def test_amounts_in_words_are_kept_as_they_are_printed(bg: Sample) -> None:
    assert [(each.value, each.words) for each in bg.listed(Statement) if each.words] == [
        (14_767_550_000, "Mười bốn tỷ bảy trăm sáu mươi bảy triệu năm trăm năm mươi nghìn đồng"),
        (11_855_550_000, "Mười một tỷ tám trăm năm mươi lăm triệu năm trăm năm mươi nghìn đồng"),
        (2_912_000_000, "Hai tỷ chín trăm mười hai triệu đồng"),
        (3_903_850_000, "Ba tỷ chín trăm linh ba triệu tám trăm năm mươi nghìn đồng"),
        (3_881_000_000, "Ba tỷ tám trăm tám mươi một triệu đồng"),
        (3_926_000, "Ba tỷ chín trăm hai mươi sáu triệu đồng"),
        (3_056_700_000, "Ba tỷ không trăm năm mươi sáu triệu bảy trăm nghìn đồng"),
    ]


def test_every_quotation_stands_in_the_paper(bg: Sample, paper: str) -> None:
    whole = corrected(paper, bg.listed(Correction))
    assert [each.quote for each in bg.listed(Statement) if each.quote not in whole] == []


def test_the_checker_finds_what_is_wrong_in_this_paper_and_nothing_else(bg: Sample) -> None:
    found = [each.code for each in check_plan(bg.budget) if each.severity is not Severity.NOTE]
    assert found == ["S101", "S103", "P601", "P602", "P604"]


# -- the appendix, row by row -----------------------------------------------------------------------------------------


def appendix_rows(paper: str) -> list[list[str]]:
    """The body rows of the copied table; a section's label and text stand in the first cell."""
    rows = [[cell.strip() for cell in line.split("\t")] for line in paper.splitlines() if line.count("\t") == 14]
    return [row for row in rows if row[0] != "TT" and row[2] != "Tổng cộng"]


def appendix_row(bg: Sample, line: Line) -> list[str]:
    """Label, text, what is entered for each year, lead and partner agencies, as the copied table shows them."""
    is_section = line.kind == "section"
    cells = [""] * 8
    for each in bg.budget.allocations(line.id):
        column = bg.column("DN")
        amount = Decimal(bg.budget.own_amount(each) or 0) / 1_000_000
        shown = f"{amount:,f}".rstrip("0").rstrip(".") if amount % 1 else f"{amount:,.0f}"
        place = 2 * YEARS.index(each.year) + (each.source_id in column)
        cells[place] = shown.translate(str.maketrans(",.", ".,")) + mark_of(bg, each.source_id)
    heading = [f"{line.label}. {line.text}", ""] if is_section else [line.label, line.text]
    return [*heading, *cells, line.lead_text or bg.agency(line.lead_id), line.partners]


def test_the_lines_are_the_rows_of_the_paper_cell_by_cell(bg: Sample, paper: str) -> None:
    rows = appendix_rows(corrected(paper, bg.listed(Correction), "Phụ lục"))
    printed = []
    for row in rows[:-1]:
        entered = [""] * 8 if row[1] == "" else row[5:13]  # what a section prints is computed
        printed.append([*row[:2], *entered, *row[13:]])
    lines = [appendix_row(bg, line) for _, line in bg.budget.tree.walk() if not line.inferred]
    assert lines == printed


def test_each_total_of_the_paper_is_computed(bg: Sample, paper: str) -> None:
    rows = appendix_rows(corrected(paper, bg.listed(Correction), "Phụ lục"))
    lines = [line.id for _, line in bg.budget.tree.walk() if not line.inferred]
    columns = [None, bg.column("NSNN"), bg.column("DN")]
    for row, line_id in zip(rows, [*lines, ""], strict=True):
        for cell, sources in zip(row[2:5], columns, strict=True):
            if cell:
                assert (bg.budget.total(line_id, sources=sources) or 0) == dong(cell), f"{row[:2]} {cell}"


def test_a_printed_zero_is_entered_and_an_empty_cell_is_not(bg: Sample) -> None:
    state, enterprises = bg.source("NSNN"), bg.source("DN")
    zero = bg.budget.allocation(bg.line("III.2").id, 2025, state)
    assert zero is not None
    assert (zero.amount, zero.quantity) == (0, None)
    assert bg.budget.allocation(bg.line("III.1").id, 2025, state) is None
    zeros = {
        bg.path(line): [each.year for each in bg.budget.allocations(line.id) if each.amount == 0]
        for _, line in bg.budget.tree.walk()
        if any(each.amount == 0 and each.source_id == enterprises for each in bg.budget.allocations(line.id))
    }
    first_three = [2022, 2023, 2024]
    assert zeros == {"II.6": [2022], "IV.3": list(YEARS), "VI.2": first_three, "VI.3": first_three, "VI.4": first_three}


# -- the text ---------------------------------------------------------------------------------------------------------


def test_the_whole_text_is_read_back_from_the_blocks(bg: Sample, paper: str) -> None:
    text = corrected(paragraphs(paper), bg.listed(Correction), "Văn bản", "Nơi nhận")
    assert read_back(bg.listed(TextBlock)) == text


def test_headings_make_the_outline_of_the_document(bg: Sample) -> None:
    headings = [(block.depth, block.label or block.text) for block in bg.listed(TextBlock) if block.heading]
    assert headings == [
        (0, "KẾ HOẠCH"),
        (1, "I"), (2, "1"), (2, "2"),
        (1, "II"), (2, "1"), (2, "2"),
        (1, "III"), *((2, f"{number}") for number in range(1, 9)),
        (1, "IV"), (2, "3"),
        (1, "V"), *((2, f"{number}") for number in (1, 2, 3, 5, 6, 7, 8, 9)),
    ]  # fmt: skip


def test_the_draft_has_no_number_and_no_day_yet(bg: Sample, paper: str) -> None:
    plan = bg.plan
    assert (plan.code, plan.number, plan.date, plan.status) == ("BG-2021-2025", "/KH-UBND", "2021-08", "draft")
    assert (plan.doc_kind, plan.year_from, plan.year_to) == ("Kế hoạch", 2021, 2025)
    assert (plan.issuer, plan.place, plan.province) == ("Ủy ban nhân dân tỉnh Bắc Giang", "Bắc Giang", "Bắc Giang")
    assert (plan.print_unit, plan.thousand_word, plan.zero_tens_word, plan.four_word) == (
        "trieu",
        "nghìn",
        "linh",
        "tư",
    )
    assert not plan.group_comma
    assert (plan.form, plan.total_label) == ("bac-giang", "Tổng cộng")
    assert len(plan.legal_bases) == 2
    assert "Số: /KH-UBND" in paper
    assert all(printed in paper for printed in plan.legal_bases)
    assert plan.title in paper.replace("\n", " ")


def test_recipients_and_signer_are_those_of_the_paper(bg: Sample, paper: str) -> None:
    tail = corrected(paper.partition("Nơi nhận:")[2], bg.listed(Correction), "Nơi nhận")
    listed = [line for line in tail.splitlines() if line.startswith("- ")]
    assert [line.removeprefix("- ").rstrip(";.") for line in listed] == list(bg.plan.recipients)
    assert len(bg.plan.recipients) == 11
    (signer,) = bg.listed(Signer)
    assert (signer.authority, signer.name) == (("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"), "Mai Sơn")


def test_nothing_is_corrected_that_the_paper_does_not_print(bg: Sample, paper: str) -> None:
    whole = f"{paper}\n{paragraphs(paper)}"
    corrections = bg.listed(Correction)
    assert [each.printed for each in corrections if each.printed not in whole] == []
    assert all(each.where and each.reason and each.printed != each.corrected for each in corrections)
    italics = [each for each in corrections if each.printed.startswith("(*")]
    assert [each.corrected for each in italics] == [f"({each.printed[2:-2]})" for each in italics]
    assert len(italics) == 7
    assert [each.printed for each in corrections if each not in italics] == [
        "04 mô hình điềm về", "Phân đấu đến hết", "Áp dụng điềm công cụ", "ứng dụng, chuyên giao, đổi mới",
        "đột xuất khi có yêu cầu, tham mưu ¶ UBND tỉnh báo cáo", "KGVX.Trang.",
        "(4 doanh nghiệpx395triệu/doanh nghiệp)",
    ]  # fmt: skip


def test_periods_sources_measures_and_agencies(bg: Sample, paper: str) -> None:
    assert [period.name for period in bg.listed(Period)] == ["2021-2025"]
    assert [(source.code, source.printed_column, source.mark) for source in bg.listed(Source)] == [
        ("NSNN", "NSNN", ""),
        ("DN", "DN", ""),
        ("KCB", "DN", "*"),
    ]
    notes = [f"{source.mark} {source.footnote}" for source in bg.listed(Source) if source.footnote]
    assert notes == [line for line in paper.splitlines() if line.startswith("* ")]
    assert bg.listed(Footnote) == []  # the note belongs to its source and would be printed twice
    assert [(measure.code, measure.name) for measure in bg.listed(Measure)] == [("du_toan", "Dự toán")]
    assert {(each.name, each.province) for each in bg.listed(Agency)} == {(SCIENCE, "Bắc Giang"), (HEALTH, "Bắc Giang")}


# -- targets, tasks, reports ------------------------------------------------------------------------------------------


def test_targets_are_those_of_the_paper_with_the_lines_that_feed_them(bg: Sample) -> None:
    feeding: dict[str, list[str]] = {}
    for link in bg.book.table(TargetLink).values():
        shown = bg.path(bg.budget.tree.line(link.line_id)) + ("" if link.counts else " (không đếm)")
        feeding.setdefault(link.target_id, []).append(shown)
    found = [
        (each.comparison, f"{each.value}", each.unit, each.year, feeding.get(each.id, []))
        for each in bg.listed(Target)
        if each.value is not None
    ]
    assert found == [
        ("about", "12.5", "%/năm", None, []),
        ("about", "30", "%", 2025, []),
        ("at_least", "10", "chuyên gia", None, ["III.1 (không đếm)"]),
        ("over", "500", "lượt người", None, ["III.2 (không đếm)"]),
        ("at_least", "1", "câu lạc bộ", None, []),
        ("at_least", "4", "mô hình điểm", None, ["IV.2"]),
        ("at_least", "4", "cơ sở khám bệnh, chữa bệnh", None, ["IV.4"]),
        ("over", "70", "%", 2025, ["IV.5 (không đếm)"]),
        ("exactly", "32", "cơ sở giáo dục", None, ["IV.3"]),
        ("at_least", "20", "doanh nghiệp", None, ["V.2"]),
        ("at_least", "4", "doanh nghiệp", None, []),
        ("at_least", "1", "tổ chức đánh giá sự phù hợp", None, ["V.3 (không đếm)"]),
    ]


def test_lines_that_are_counted_reach_their_targets(bg: Sample) -> None:
    targets = bg.book.table(Target)
    reached = {
        bg.path(bg.budget.tree.line(link.line_id)): (
            bg.budget.quantity(bg.budget.tree.line(link.line_id)),
            targets[link.target_id].value,
        )
        for link in bg.book.table(TargetLink).values()
        if link.counts
    }
    four, schools, enterprises = Decimal(4), Decimal(32), Decimal(20)
    assert reached == {
        "IV.2": (four, four),
        "IV.3": (schools, schools),
        "IV.4": (four, four),
        "V.2": (enterprises, enterprises),
    }


def test_a_range_and_the_whole_of_a_percentage_are_kept(bg: Sample) -> None:
    ranges = [(each.value, each.value_to, each.percent_of) for each in bg.listed(Target) if each.unit == "%"]
    assert ranges == [
        (Decimal(30), Decimal(35), "tăng trưởng kinh tế của tỉnh"),
        (Decimal(70), None, "cơ sở khám bệnh, chữa bệnh công lập trên địa bàn tỉnh"),
    ]


def test_targets_without_a_number_are_kept_in_words(bg: Sample) -> None:
    verbal = [(each.label, each.general) for each in bg.listed(Target) if each.value is None]
    assert verbal == [("II.1", True), ("II.1", True), ("II.1", True), ("II.2", False), ("II.2", False)]


def test_every_task_of_the_eight_groups_is_there(bg: Sample) -> None:
    tasks = [task for task in bg.listed(Task) if task.kind == "task"]
    letters = {1: "ab", 2: "ab", 3: "abcd", 4: "abcdđ", 5: "abc", 6: "abc", 7: "abc", 8: "ab"}
    assert [task.label for task in tasks] == [
        f"III.{group}.{letter}" for group, each in letters.items() for letter in each
    ]


def test_tasks_are_linked_to_the_lines_that_pay_for_them(bg: Sample) -> None:
    paying: dict[str, list[str]] = {}
    tasks = bg.book.table(Task)
    for link in bg.book.table(TaskLink).values():
        if tasks[link.task_id].kind == "task":
            paying.setdefault(tasks[link.task_id].label, []).append(bg.path(bg.budget.tree.line(link.line_id)))
    assert paying == {
        "III.3.b": ["II.5"],
        "III.3.c": ["II.6"],
        "III.4.b": ["III.2"],
        "III.4.c": ["III.2"],
        "III.4.d": ["III.1"],
        "III.5.b": ["V.2"],
        "III.5.c": ["IV.1", "IV.2", "IV.3", "IV.4", "IV.5"],
        "III.6.a": ["V.1"],
        "III.6.b": ["V.3"],
        "III.6.c": ["V.3"],
    }


def test_each_agency_has_its_assignments(bg: Sample) -> None:
    groups = [task.group for task in bg.listed(Task) if task.kind == "assignment"]
    assert {group: groups.count(group) for group in groups} == {
        SCIENCE: 6,
        SCHOOLS: 3,
        HEALTH: 3,
        "Sở Tài chính": 1,
        "Sở Kế hoạch và Đầu tư": 2,
        "Ban Quản lý các khu công nghiệp, Sở Công Thương": 2,
        "Liên minh hợp tác xã, Hiệp hội doanh nghiệp tỉnh": 2,
        "Các sở, ngành": 2,
        "UBND các huyện, thành phố": 4,
        "Thủ trưởng các cơ quan, đơn vị và Chủ tịch UBND các huyện, thành phố": 3,
    }


def test_tasks_and_targets_are_sentences_of_the_text(bg: Sample) -> None:
    text = read_back(bg.listed(TextBlock))
    assert [task.text for task in bg.listed(Task) if task.text not in text or task.lead not in text] == []
    numbered = [(task.label.split(".")[1], task.group) for task in bg.listed(Task) if "." in task.label]
    assert [group for number, group in numbered if f"{number}. {group}" not in text] == []
    assert [target.text for target in bg.listed(Target) if target.text not in text] == []


def test_reports_are_due_before_the_days_of_the_paper(bg: Sample) -> None:
    reports = bg.listed(Obligation)
    assert [(each.kind, each.from_party, each.to_party, each.day, each.month, each.year) for each in reports] == [
        ("report", f"{SCIENCE} (tham mưu UBND tỉnh)", "Bộ Khoa học và Công nghệ", 30, 11, None),
        ("final", SCIENCE, "UBND tỉnh", None, None, 2025),
        ("report", "Các cơ quan, đơn vị; UBND các huyện, thành phố", SCIENCE, 20, 11, None),
    ]
    assert [(each.strictly_before, each.on_request) for each in reports] == [(True, True), (False, False), (True, True)]
    assert "Hội nghị tổng kết thực hiện giai đoạn 2021-2025" in reports[1].text
    text = read_back(bg.listed(TextBlock))
    assert all(each.text in text for each in reports)
