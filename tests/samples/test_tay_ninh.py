"""Tây Ninh 2021: the paper (tests/samples/seed_texts/tay-ninh.txt) is in the sample, whole and with its own figures."""

from decimal import Decimal

import pytest

from nscl_desktop.domain.budget_lines import Line
from nscl_desktop.domain.checks.checker import check_plan
from nscl_desktop.domain.directory import Agency
from nscl_desktop.domain.findings import Severity
from nscl_desktop.domain.plans import Correction, Measure, Period, Signer, Source, TextBlock
from nscl_desktop.domain.statements import Statement
from nscl_desktop.domain.targets import Obligation, Target, TargetLink, Task, TaskLink
from tests.samples.paper import (
    Sample,
    contradictions,
    corrected,
    paragraphs,
    read_back,
    sample,
    seed_text,
    totals_by_lead,
)

SCIENCE, STATISTICS = "Sở Khoa học và Công nghệ", "Cục Thống kê tỉnh"
EVERYONE = "Các Sở, ban, ngành tỉnh, Ủy ban nhân dân các huyện, thị xã, thành phố"
ASSOCIATIONS = "Các Hội, hiệp hội doanh nghiệp; Liên minh hợp tác xã"


@pytest.fixture(scope="module")
def tn() -> Sample:
    return sample("TN-2021")


@pytest.fixture(scope="module")
def paper() -> str:
    return seed_text("tay-ninh")


# -- figures ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "total"),
    [
        ("I", 40_600_000), ("I.1", 15_000_000), ("I.2", 15_400_000), ("I.3", 10_200_000),
        ("II", 116_690_000), ("II.1", 48_850_000), ("II.2", 57_840_000), ("II.3", 10_000_000),
        ("III", 1_230_000_000), ("III.1", 400_000_000), ("III.2", 300_000_000), ("III.3", 280_000_000),
        ("III.4", 60_000_000), ("III.5", 20_000_000), ("III.6", 80_000_000), ("III.7", 90_000_000),
        ("IV", 300_000_000), ("IV.", 300_000_000), ("", 1_687_290_000),
    ],
)  # fmt: skip
def test_each_row_has_the_amount_of_the_paper(tn: Sample, path: str, total: int) -> None:
    assert tn.total(path) == total


def test_all_money_is_of_2021_and_of_the_state_budget(tn: Sample) -> None:
    assert tn.budget.years() == (2021,)
    assert tn.budget.total(years=[2021]) == 1_687_290_000
    assert tn.budget.total(sources=[tn.source("NSNN")]) == 1_687_290_000
    assert tn.budget.total(sources=tn.column("NSNN")) == 1_687_290_000


def test_each_agency_leads_the_money_that_the_text_names(tn: Sample) -> None:
    assert totals_by_lead(tn) == {SCIENCE: 1_387_290_000, "Cục Thống kê": 300_000_000}


def test_the_awards_are_counted_once_although_the_row_and_its_two_parts_show_them(tn: Sample) -> None:
    awards = tn.line("III.7")
    assert tn.budget.quantity(awards) == 4
    assert tn.budget.price(awards) is None
    parts = [(tn.budget.quantity(part), part.price, tn.budget.total(part.id)) for part in children(tn, awards)]
    assert parts == [(Decimal(1), 30_000_000, 30_000_000), (Decimal(3), 20_000_000, 60_000_000)]


def children(tn: Sample, line: Line) -> tuple[Line, ...]:
    return tn.budget.tree.children(line.id)


def test_every_figure_that_the_paper_states_follows_from_the_lines(tn: Sample) -> None:
    assert contradictions(tn) == []


def test_every_figure_of_the_appendix_is_stated_of_its_row(tn: Sample, paper: str) -> None:
    lines = [line.id for _, line in tn.budget.tree.walk()]
    printed = [
        (line_id, figure, cell)
        for line_id, row in zip(lines, appendix_rows(paper, tn.listed(Correction)), strict=True)
        for figure, cell in zip(("quantity", "price", "amount"), row[6:9], strict=True)
        if cell
    ]
    cells = [each for each in tn.listed(Statement) if "cột" in each.where and "cột Nội dung" not in each.where]
    assert [(each.line_id, each.figure, each.quote) for each in cells] == printed
    assert [dotted(each.value) for each in cells if each.value is not None] == [
        cell for _, figure, cell in printed if figure != "quantity"
    ]


def test_figures_inside_sentences_are_stated_too(tn: Sample) -> None:
    inside = [each for each in tn.listed(Statement) if "cột Nội dung" in each.where or each.origin == "text"]
    lines = [(tn.path(tn.budget.tree.line(each.line_id)), f"{each.count}") for each in inside if each.line_id]
    assert lines == [
        ("I.3", "2"), ("II.2", "2"), ("III.1", "50"),
        ("I.1", "1"), ("I.2", "1"), ("II.1", "1"), ("III.1", "50"), ("III.2", "6"), ("III.3", "4"), ("III.4", "2"),
        ("III.5", "1"), ("III.6", "8"),
    ]  # fmt: skip
    amounts = [(tn.agency(each.lead_id), each.value) for each in inside if each.figure == "amount"]
    assert amounts == [("", 1_687_290_000), (SCIENCE, 1_387_290_000), ("Cục Thống kê", 300_000_000)]


def test_amounts_in_words_are_kept_as_they_are_printed(tn: Sample) -> None:
    assert [(each.value, each.words) for each in tn.listed(Statement) if each.words] == [
        (1_687_290_000, "Một tỷ, sáu trăm tám mươi bảy triệu, hai trăm chín mươi ngàn đồng"),
        (1_687_290_000, "Một tỷ, sáu trăm tám mươi bảy triệu, hai trăm chín mươi ngàn đồng"),
        (1_387_290_000, "Một tỷ, ba trăm tám mươi bảy triệu, hai trăm chín mươi ngàn đồng"),
        (300_000_000, "Ba trăm triệu đồng"),
    ]


def test_every_quotation_stands_in_the_paper(tn: Sample, paper: str) -> None:
    whole = corrected(paper, tn.listed(Correction), "Phụ lục, dưới bảng")
    assert [each.quote for each in tn.listed(Statement) if each.quote not in whole] == []


def test_the_checker_asks_for_the_files_of_what_was_carried_over_and_for_nothing_else(tn: Sample) -> None:
    found = [(each.code, each.place) for each in check_plan(tn.budget) if each.severity is not Severity.NOTE]
    assert found == [
        ("L501", "mục III.2"),
        ("L501", "mục III.3"),
        ("L501", "mục III.5"),
        ("L501", "“Giải vàng Chất lượng quốc gia” (mục III.7)"),
        ("L501", "“Giải thưởng Chất lượng quốc gia” (mục III.7)"),
    ]


# -- the appendix, row by row -----------------------------------------------------------------------------------------


def appendix_rows(paper: str, corrections: list[Correction]) -> list[tuple[str, ...]]:
    """The body rows of the copied table with the listed corrections."""
    rows = [line for line in paper.splitlines() if line.count("\t") == 9]
    body = [row for row in rows if not row.startswith(("STT", "(1)", "Tổng cộng"))]
    return [tuple(corrected(row, corrections, "Phụ lục").split("\t")) for row in body]


def appendix_row(tn: Sample, line: Line) -> tuple[str, ...]:
    """A line as the copied table shows it."""
    budget, is_part = tn.budget, line.label == "-"
    quantity, price = budget.quantity(line), budget.price(line)
    return (
        "" if is_part else line.label,
        f"- {line.text}" if is_part else line.text,
        tn.agency(line.lead_id),
        line.partners,
        line.schedule,
        line.unit,
        "" if quantity is None else f"{quantity}",
        "" if price is None else dotted(price),
        dotted(budget.total(line.id) or 0),
        line.note,
    )


def dotted(amount: int) -> str:
    return f"{amount:,}".replace(",", ".")


def test_the_lines_are_the_rows_of_the_paper_cell_by_cell(tn: Sample, paper: str) -> None:
    lines = [appendix_row(tn, line) for _, line in tn.budget.tree.walk()]
    assert lines == appendix_rows(paper, tn.listed(Correction))


def test_repeated_headings_say_the_unit_column_as_the_form_does(tn: Sample, paper: str) -> None:
    whole = corrected(paper, tn.listed(Correction), "Phụ lục, tiêu đề")
    units = {row.split("\t")[5] for row in whole.splitlines() if row.startswith("STT")}
    assert units == {"ĐVT"}


def test_what_the_former_period_left_over_is_told_apart(tn: Sample) -> None:
    carried = {
        tn.path(line): (line.carried_quantity, line.carried_from)
        for _, line in tn.budget.tree.walk()
        if line.carried_quantity is not None and line.label != "-"
    }
    assert carried == {
        "III.2": (Decimal(2), "2016-2020"),
        "III.3": (Decimal(2), "2016-2020"),
        "III.5": (Decimal(1), "2016-2020"),
    }
    awards = [(each.carried_quantity, each.carried_from) for each in children(tn, tn.line("III.7"))]
    assert awards == [(Decimal(1), "2020"), (Decimal(1), "2020")]


@pytest.mark.parametrize(
    ("path", "months"),
    [
        ("I", (None, None)), ("I.1", (3, 6)), ("I.2", (3, 10)), ("I.3", (1, 12)), ("II.1", (3, 11)), ("III", (1, 12)),
        ("III.1", (3, 11)), ("III.2", (None, None)), ("IV.", (1, 12)),
    ],
)  # fmt: skip
def test_months_are_read_from_the_schedule(tn: Sample, path: str, months: tuple[int | None, int | None]) -> None:
    line = tn.line(path)
    assert (line.month_from, line.month_to) == months


# -- the text ---------------------------------------------------------------------------------------------------------


def test_the_whole_text_is_read_back_from_the_blocks(tn: Sample, paper: str) -> None:
    outside_the_table = ("Văn bản", "Phụ lục, dòng “Kèm theo”", "Phụ lục, dưới bảng")
    text = corrected(paragraphs(paper), tn.listed(Correction), *outside_the_table)
    assert read_back(tn.listed(TextBlock)) == text


def test_headings_make_the_outline_of_the_document(tn: Sample) -> None:
    outline = [(block.depth, block.label or block.text) for block in tn.listed(TextBlock) if block.heading]
    assert outline == [
        (0, "KẾ HOẠCH"), (1, "I"), (1, "II"), (2, "1"), (3, "a)"), (2, "2"), (3, "a)"), (2, "3"), (3, "a)"),
        (2, "4"), (3, "a)"), (2, "5"), (1, "III"), (2, "1"), (2, "2"), (2, "4"), (2, "5"), (0, "Phụ lục"),
    ]  # fmt: skip


def test_number_date_bases_and_style_of_the_document(tn: Sample, paper: str) -> None:
    plan = tn.plan
    assert (plan.code, plan.number, plan.date) == ("TN-2021", "950/KH-UBND", "2021-03-30")
    assert (plan.doc_kind, plan.status, plan.year_from, plan.year_to) == ("Kế hoạch", "issued", 2021, 2021)
    assert (plan.issuer, plan.place, plan.province) == ("Ủy ban nhân dân tỉnh Tây Ninh", "Tây Ninh", "Tây Ninh")
    assert (plan.print_unit, plan.thousand_word, plan.zero_tens_word, plan.four_word) == ("dong", "ngàn", "lẻ", "bốn")
    assert plan.group_comma
    assert (plan.form, plan.total_label) == ("tay-ninh", "Tổng cộng (I) + (II) + (III) + (IV)")
    assert plan.period_plan_text == (
        "Kế hoạch số 431/KH-UBND ngày 09 tháng 02 năm 2021 của Ủy ban nhân dân tỉnh Tây Ninh"
    )
    assert len(plan.legal_bases) == 2
    for printed in (plan.title, plan.appendix_title, plan.total_label, plan.period_plan_text, *plan.legal_bases):
        assert printed in paper


def test_the_appendix_names_the_plan_it_belongs_to(tn: Sample, paper: str) -> None:
    attached = next(line for line in paper.splitlines() if line.startswith("(Kèm theo"))
    assert corrected(attached, tn.listed(Correction), "Phụ lục, dòng “Kèm theo”") == (
        f"(Kèm theo Kế hoạch số {tn.plan.number} ngày 30 tháng 3 năm 2021 của {tn.plan.issuer})"
    )


def test_recipients_and_signer_are_those_of_the_paper(tn: Sample, paper: str) -> None:
    listed = [line for line in paper.partition("Nơi nhận:")[2].splitlines() if line.startswith("- ")]
    assert [line.removeprefix("- ").rstrip(";.") for line in listed] == list(tn.plan.recipients)
    assert len(tn.plan.recipients) == 9
    assert [(signer.authority, signer.name) for signer in tn.listed(Signer)] == [((), "Nguyễn Mạnh Hùng")]


def test_nothing_is_corrected_that_the_paper_does_not_print(tn: Sample, paper: str) -> None:
    whole = f"{paper}\n{paragraphs(paper)}"
    corrections = tn.listed(Correction)
    assert [each.printed for each in corrections if each.printed not in whole] == []
    assert all(each.where and each.reason and each.printed != each.corrected for each in corrections)
    assert [each.printed for each in corrections] == [
        "khoa học công nghệ đã ¶ giao cho", "950 /KH-UBND", "ngày 30 / 3 /2021",
        "của Chủ tịch Ủy ban nhân dân tỉnh Tây Ninh", "DVVT", "Sở Khoa học Công nghệ.", "thông tin truyền các nội dung",
        "Sở Khoa học và Công nghệ.", "Giải thưởng Chất lượng (02 đợt/năm", "Sở Khoa học Công nghệ và Nghề.", "Bảng chữ",
    ]  # fmt: skip


def test_periods_sources_measures_and_agencies(tn: Sample) -> None:
    assert [period.name for period in tn.listed(Period)] == ["2021"]
    assert [(source.code, source.name) for source in tn.listed(Source)] == [("NSNN", "Sự nghiệp khoa học và công nghệ")]
    assert [(measure.code, measure.name) for measure in tn.listed(Measure)] == [("du_toan", "Dự toán")]
    assert {(agency.name, agency.province) for agency in tn.listed(Agency)} == {
        (SCIENCE, "Tây Ninh"),
        ("Cục Thống kê", "Tây Ninh"),
    }


# -- targets, tasks, reports ------------------------------------------------------------------------------------------


def test_targets_count_what_their_lines_buy(tn: Sample) -> None:
    links = list(tn.book.table(TargetLink).values())
    found = [
        (
            target.comparison,
            target.value,
            target.unit,
            [tn.path(tn.budget.tree.line(link.line_id)) for link in links if link.target_id == target.id],
        )
        for target in tn.listed(Target)
        if target.value is not None
    ]
    assert found == [
        ("exactly", Decimal(1), "lần", ["I.1"]),
        ("exactly", Decimal(1), "hội nghị", ["I.2"]),
        ("exactly", Decimal(1), "khóa đào tạo", ["II.1"]),
        ("about", Decimal(50), "doanh nghiệp", ["III.1"]),
        ("exactly", Decimal(6), "hệ thống", ["III.2"]),
        ("exactly", Decimal(4), "công cụ", ["III.3"]),
        ("exactly", Decimal(2), "sản phẩm", ["III.4"]),
        ("exactly", Decimal(1), "sản phẩm", ["III.5"]),
        ("exactly", Decimal(8), "Tiêu chuẩn", ["III.6"]),
    ]
    values = {target.id: target.value for target in tn.listed(Target)}
    counted = [link for link in links if link.counts]
    assert len(counted) == 9
    assert all(tn.budget.quantity(tn.budget.tree.line(link.line_id)) == values[link.target_id] for link in counted)


def test_targets_without_a_number_are_kept_in_words(tn: Sample) -> None:
    verbal = [target for target in tn.listed(Target) if target.value is None]
    assert [(target.label, target.general) for target in verbal] == [("I", True), ("I", True), ("II.3.a", False)]
    assert "Giải thưởng Chất lượng quốc gia" in verbal[-1].text


def test_every_task_is_paid_by_a_line(tn: Sample) -> None:
    tasks = [task for task in tn.listed(Task) if task.kind == "task"]
    paid = {link.task_id: tn.path(tn.budget.tree.line(link.line_id)) for link in tn.book.table(TaskLink).values()}
    assert [(task.label, task.lead, paid[task.id]) for task in tasks] == [
        *(("II.1.a", SCIENCE, f"I.{number}") for number in (1, 2, 3)),
        *(("II.2.a", SCIENCE, f"II.{number}") for number in (1, 2)),
        *(("II.3.a", SCIENCE, f"III.{number}") for number in range(1, 8)),
        ("II.4.a", STATISTICS, "IV."),
    ]
    named = [block.text for block in tn.listed(TextBlock) if block.label == "c)"]
    groups = list(dict.fromkeys(task.group for task in tasks))
    assert all(f"Đơn vị phối hợp: {task.partners}" == named[groups.index(task.group)] for task in tasks)


def test_each_agency_has_its_assignments(tn: Sample) -> None:
    groups = [task.group for task in tn.listed(Task) if task.kind == "assignment"]
    assert {group: groups.count(group) for group in groups} == {
        SCIENCE: 6,
        STATISTICS: 2,
        "Sở Tài chính": 1,
        EVERYONE: 3,
        ASSOCIATIONS: 2,
    }


def test_tasks_and_targets_are_sentences_of_the_text(tn: Sample) -> None:
    text = read_back(tn.listed(TextBlock))
    assert [task.text for task in tn.listed(Task) if task.text not in text or task.lead not in text] == []
    numbered = [(task.label.split(".")[1], task.group) for task in tn.listed(Task) if "." in task.label]
    assert [group for number, group in numbered if f"{number}. {group}" not in text] == []
    assert [target.text for target in tn.listed(Target) if target.text not in text] == []


def test_reports_are_due_before_the_days_of_the_paper(tn: Sample) -> None:
    reports = tn.listed(Obligation)
    assert [(each.from_party, each.to_party, each.day, each.month) for each in reports] == [
        (SCIENCE, "Ủy ban nhân dân tỉnh, Bộ Khoa học và Công nghệ", 30, 11),
        (STATISTICS, SCIENCE, 30, 5),
        (STATISTICS, SCIENCE, 20, 11),
        (EVERYONE, SCIENCE, 30, 5),
        (EVERYONE, SCIENCE, 20, 11),
    ]
    assert all(each.strictly_before and each.on_request and each.kind == "report" for each in reports)
    text = read_back(tn.listed(TextBlock))
    assert all(each.text in text for each in reports)
