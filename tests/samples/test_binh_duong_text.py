"""The plan of Bình Dương (Quyết định 2684/QĐ-UBND): its words, targets, tasks, reports and corrected places."""

from collections import Counter

import pytest

from nscl_desktop.domain.plans import Correction, Signer, TextBlock
from nscl_desktop.domain.targets import Obligation, Target, TargetLink, Task, TaskLink
from tests.samples.paper import Sample, sample
from tests.samples.seed_papers import read_paper

PAPER = read_paper("binh-duong.txt", "PHỤ LỤC")


@pytest.fixture(scope="module")
def bd() -> Sample:
    return sample("BD-2021-2030")


def test_the_facts_of_the_document_are_those_of_the_paper(bd: Sample) -> None:
    plan = bd.plan
    assert (plan.doc_kind, plan.number, plan.date) == ("Quyết định", "2684/QĐ-UBND", "2021-11-24")
    assert plan.issuer == "Ủy ban nhân dân tỉnh Bình Dương"
    assert f"Điều 1. Ban hành kèm theo Quyết định này {plan.title}." in PAPER.paragraphs
    assert plan.appendix_title in PAPER.paragraphs


def test_legal_bases_and_recipients_are_lists_without_the_marks_of_the_list(bd: Sample) -> None:
    bases = [line for line in PAPER.paragraphs[:12] if line.startswith(("Căn cứ", "Theo đề nghị"))]
    assert list(bd.plan.legal_bases) == [line.removeprefix("Căn cứ ")[:-1] for line in bases]
    assert len(bases) == 6
    first = PAPER.paragraphs.index("Nơi nhận:") + 1
    assert [f"- {line}" for line in bd.plan.recipients] == [line[:-1] for line in PAPER.paragraphs[first : first + 10]]
    assert bd.plan.recipients[-1] == "Lưu: VT"


def test_the_signer_signs_the_decision_and_not_the_appendix(bd: Sample) -> None:
    (signer,) = bd.listed(Signer)
    assert signer.authority == ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")
    assert (signer.name, signer.on_appendix) == ("Nguyễn Lộc Hà", False)


def test_words_of_amounts_are_written_as_this_paper_writes_them(bd: Sample) -> None:
    plan = bd.plan
    assert (plan.thousand_word, plan.zero_tens_word, plan.four_word, plan.group_comma) == ("ngàn", "lẻ", "bốn", True)
    assert plan.print_unit == "trieu"


def test_every_paragraph_of_the_paper_stands_in_the_text_in_its_order(bd: Sample) -> None:
    assert len(PAPER.paragraphs) == 150
    printed = [
        f"{block.label}{' ' if block.label.endswith(')') else '. '}{block.text}" if block.label else block.text
        for block in bd.listed(TextBlock)
    ]
    assert printed == PAPER.paragraphs


def test_the_headings_of_the_text_form_an_outline(bd: Sample) -> None:
    headings = [block for block in bd.listed(TextBlock) if block.heading]
    assert [block.text for block in headings if block.depth == 0] == ["QUYẾT ĐỊNH", "KẾ HOẠCH", "PHỤ LỤC"]
    assert [block.label for block in headings if block.depth == 1 and block.label] == [
        "I",
        "II",
        "III",
        "IV",
        "I",
        "II",
    ]
    # Below the parts I to IV: 3, 6, 2 and 9; below those of the appendix: 11 each.
    assert Counter(block.depth for block in headings) == {0: 3, 1: 9, 2: 3 + 6 + 2 + 9 + 11 + 11, 3: 2}


def test_every_line_of_the_appendix_carries_its_heading_and_the_captions_of_its_rows(bd: Sample) -> None:
    corrected = {each.printed: each.corrected for each in bd.listed(Correction)}
    tables = [table for table in PAPER.tables if table.rows[0][0] == "Nội dung"]
    labels = [f"{section}.{number}" for section in ("I", "II") for number in range(1, 12)]
    for label, table in zip(labels, tables, strict=True):
        line = bd.line(label)
        assert f"{line.label}. {line.text}" == table.above[-1]
        captions = [row[0] for row in table.rows[1:] if row[0]]
        for printed, better in corrected.items():
            captions = [caption.replace(printed, better) for caption in captions]
        if line.label == "11":
            below = [each for _, each in bd.budget.tree.walk(line.id)]
            assert [f"{each.label}. {each.text}".removeprefix(". ") for each in below] == captions
        else:
            assert [line.quantity_label, line.amount_label] == captions


def test_sections_carry_their_headings(bd: Sample) -> None:
    for label in ("I", "II"):
        assert f"{label}. {bd.line(label).text}" in PAPER.paragraphs


def test_only_plainly_garbled_places_are_corrected_and_each_says_why(bd: Sample) -> None:
    corrections = bd.listed(Correction)
    assert [each.printed for each in corrections[:2]] == ["Châu - Á Thái Bình Dương", "Châu - Á Thánh Bình Dương"]
    assert {each.corrected for each in corrections[:2]} == {"Châu Á - Thái Bình Dương"}
    (columns,) = corrections[2:]
    assert "Năm 2029 | Năm 2029 | Năm 2030 | Năm 2030" in columns.printed
    assert all(each.printed in PAPER.text for each in corrections[:2])
    assert all(each.where and each.reason for each in corrections)


def test_the_targets_are_fed_by_the_first_four_items_of_their_period(bd: Sample) -> None:
    links = {each.target_id: each for each in bd.listed(TargetLink)}
    general, *specific = bd.listed(Target)
    labels = {line.id: bd.path(line) for _, line in bd.budget.tree.walk()}
    found = [(each.label, str(each.value), each.unit, labels[links[each.id].line_id]) for each in specific]
    assert found == [
        ("I.2.a", "4", "doanh nghiệp", "I.1"),
        ("I.2.a", "16", "doanh nghiệp", "I.2"),
        ("I.2.a", "3", "doanh nghiệp", "I.3"),
        ("I.2.a", "10", "chuyên gia", "I.4"),
        ("I.2.b", "5", "doanh nghiệp", "II.1"),
        ("I.2.b", "20", "doanh nghiệp", "II.2"),
        ("I.2.b", "5", "doanh nghiệp", "II.3"),
        ("I.2.b", "20", "chuyên gia", "II.4"),
    ]
    assert all(each.comparison == "at_least" and links[each.id].counts for each in specific)
    assert all(f"- {each.text}" in PAPER.paragraphs for each in specific)
    assert general.general
    assert general.text in PAPER.paragraphs
    assert len(links) == 8


def test_every_task_and_every_assignment_of_the_text_is_one_record(bd: Sample) -> None:
    tasks = bd.listed(Task)
    # By paragraph: II.1 to II.6, then IV.1 to IV.9.
    assert Counter(each.label for each in tasks if each.kind == "task") == {
        "II.1": 2, "II.2": 4, "II.3": 4, "II.4": 3, "II.5": 3, "II.6": 1,
    }  # fmt: skip
    assert Counter(each.label for each in tasks if each.kind == "assignment") == {
        "IV.1": 5, "IV.2": 4, "IV.3": 1, "IV.4": 1, "IV.5": 1, "IV.6": 4, "IV.7": 7, "IV.8": 4, "IV.9": 2,
    }  # fmt: skip
    paragraphs = {paragraph.removeprefix("- ") for paragraph in PAPER.paragraphs}
    assert {each.text for each in tasks} <= paragraphs
    assert {f"{each.label.split('.')[1]}. {each.group}" for each in tasks} <= set(PAPER.paragraphs)


def test_tasks_that_the_appendix_pays_for_are_linked_in_both_periods(bd: Sample) -> None:
    labels = {line.id: bd.path(line) for _, line in bd.budget.tree.walk()}
    by_task: dict[str, set[str]] = {}
    for link in bd.listed(TaskLink):
        by_task.setdefault(link.task_id, set()).add(labels[link.line_id])
    for found in by_task.values():
        first = {label.removeprefix("I.") for label in found if label.startswith("I.")}
        assert first == {label.removeprefix("II.") for label in found if label.startswith("II.")}
    traced = next(each for each in bd.listed(Task) if "truy xuất nguồn gốc sản phẩm, hàng hóa, áp dụng" in each.text)
    assert by_task[traced.id] == {"I.5", "II.5"}
    paid = set().union(*by_task.values())
    unpaid = {label for label in labels.values() if label.count(".") == 1 and label not in paid}
    assert unpaid == {"I.11", "II.11"}  # its children are: 11.1 by II.6; 11.2 by no task


def test_reports_have_their_day_and_reviews_their_year(bd: Sample) -> None:
    found = [(each.label, each.kind, each.year, each.month, each.day) for each in bd.listed(Obligation)]
    assert found == [
        ("IV.1", "midterm", 2025, None, None),
        ("IV.1", "final", 2030, None, None),
        ("IV.2", "midterm", None, None, None),
        ("IV.2", "final", None, None, None),
        ("IV.2", "report", None, 11, 30),
        ("IV.6", "midterm", None, None, None),
        ("IV.6", "final", None, None, None),
        ("IV.7", "report", None, None, None),
        ("IV.7", "midterm", None, None, None),
        ("IV.7", "final", None, None, None),
        ("IV.9", "report", None, None, None),
    ]
    (dated,) = (each for each in bd.listed(Obligation) if each.day)
    assert dated.strictly_before
    assert dated.on_request
    assert dated.to_party == "Sở Khoa học và Công nghệ"
    assert all(each.text in PAPER.text for each in bd.listed(Obligation))
