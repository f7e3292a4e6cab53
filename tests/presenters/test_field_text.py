"""Every kind of field as text on screen and back: shown, read as clerks write it, refused with a sentence."""

from decimal import Decimal

import pytest

from nscl_desktop.domain.budget_lines import Allocation, Line
from nscl_desktop.domain.directory import Agency
from nscl_desktop.domain.fields import Value
from nscl_desktop.domain.plans import Period, Plan, Signer
from nscl_desktop.domain.records import Record, fields_of
from nscl_desktop.domain.selection import SelectionRound
from nscl_desktop.domain.statements import Statement
from nscl_desktop.domain.targets import Obligation, Target
from nscl_desktop.presenters.field_text import heading_of, offers_of, text_of, value_of
from nscl_desktop.services.editing import delete_record, spec_of
from nscl_desktop.services.workspace import PlanDesk
from tests.presenters.desks import item, refused, sample_desk, section, small_plan


@pytest.fixture
def desk() -> PlanDesk:
    return small_plan(
        section("I", "I", "Đào tạo"),
        item("I.1", "I", "1", "Lớp học", at="a0"),
        item("x", "I", "", "Diễn giải", at="a1"),
        Agency(id="yt", name="Sở Y tế"),
        Agency(id="kh", name="Sở Khoa học và Công nghệ"),
        Agency(id="dg", name="Đài Phát thanh"),
    )


PAIRS: list[tuple[type[Record], str, Value, str]] = [
    (Plan, "title", "Kế hoạch thử", "Kế hoạch thử"),
    (Plan, "note", "Dòng một\nDòng hai", "Dòng một\nDòng hai"),
    (Plan, "recipients", ("Như trên;", "Lưu: VT."), "Như trên;\nLưu: VT."),
    (Plan, "recipients", (), ""),
    (Plan, "date", "2021-11-24", "24/11/2021"),
    (Plan, "date", "2021-08", "8/2021"),
    (Plan, "date", "2021", "2021"),
    (Plan, "date", "", ""),
    (Plan, "year_from", 2021, "2021"),
    (Plan, "year_from", None, ""),
    (Plan, "print_unit", "trieu", "triệu đồng"),
    (Line, "price", 15_000_000, "15.000.000"),
    (Line, "price", 0, "0"),
    (Line, "price", None, ""),
    (Line, "component_quantity", Decimal("16.5"), "16,5"),
    (Line, "component_quantity", None, ""),
    (Line, "adds", True, "Có"),
    (Line, "adds", False, "Không"),
    (Line, "lead_id", "kh", "Sở Khoa học và Công nghệ"),
    (Line, "lead_id", None, ""),
    (Line, "period_id", "g", "2022-2023"),
    (Statement, "line_id", "I.1", "mục I.1 · Lớp học"),
    (Statement, "line_id", "x", "“Diễn giải” (mục I)"),
    (Target, "value", Decimal(30), "30"),
    (Obligation, "day", 30, "30"),
]


@pytest.mark.parametrize(("record", "name", "value", "text"), PAIRS)
def test_a_value_is_shown_as_written_and_read_back_the_same(
    desk: PlanDesk, record: type[Record], name: str, value: Value, text: str
) -> None:
    spec = spec_of(record, name)
    assert text_of(spec, value, desk.budget) == text
    assert value_of(spec, text, desk.budget) == value


@pytest.mark.parametrize(
    ("record", "name", "typed", "value"),
    [
        (Plan, "date", " ngày 24 tháng 11 năm 2021 ", "2021-11-24"),
        (Plan, "date", "ngày … tháng 8 năm 2021", "2021-08"),
        (Plan, "recipients", "  Như trên; \n\n Lưu: VT. ", ("Như trên;", "Lưu: VT.")),
        (Plan, "year_from", " 2026 ", 2026),
        (Line, "price", "15 triệu", 15_000_000),
        (Line, "price", "-", None),
        (Line, "component_quantity", "2.000,5", Decimal("2000.5")),
        (Line, "adds", "co", True),
        (Line, "adds", "X", True),
        (Line, "adds", "đúng", True),
        (Line, "adds", "", False),
        (Line, "lead_id", "—", None),
        (Line, "lead_id", "yt", "yt"),
        (Plan, "print_unit", "nghin", "nghin"),
        (Plan, "origin_kind", "", ""),
        (Obligation, "day", "-", None),
    ],
)
def test_other_ways_of_writing_are_understood(
    desk: PlanDesk, record: type[Record], name: str, typed: str, value: Value
) -> None:
    assert value_of(spec_of(record, name), typed, desk.budget) == value


@pytest.mark.parametrize(
    ("record", "name", "typed", "says"),
    [
        (Plan, "date", "31/2/2021", "không có thật"),
        (Plan, "date", "hôm qua", "hãy ghi theo mẫu 24/11/2021"),
        (Plan, "year_from", "2021,5", "“Từ năm” phải là số nguyên, không phải “2021,5”; hãy ghi lại."),
        (Plan, "year_from", "năm nay", "Không đọc được số “năm nay”"),
        (Plan, "print_unit", "đô la", "“Đơn vị tính khi in” không có lựa chọn “đô la”; hãy chọn trong danh sách."),
        (Line, "lead_id", "Sở Lạ", "“Cơ quan chủ trì” không có lựa chọn “Sở Lạ”; hãy chọn trong danh sách."),
        (Line, "price", "12 quả", "Không hiểu đơn vị tiền"),
        (Line, "component_quantity", "hai", "Không đọc được số “hai”"),
    ],
)
def test_what_a_field_cannot_hold_is_refused_in_a_sentence(
    desk: PlanDesk, record: type[Record], name: str, typed: str, says: str
) -> None:
    assert says in refused(lambda: value_of(spec_of(record, name), typed, desk.budget))


def test_choices_and_links_are_offered_in_the_order_of_a_list(desk: PlanDesk) -> None:
    assert [name for _, name in offers_of(spec_of(Line, "lead_id"), desk.budget)] == [
        "Đài Phát thanh", "Sở Khoa học và Công nghệ", "Sở Y tế",
    ]  # fmt: skip
    assert offers_of(spec_of(Line, "period_id"), desk.budget) == [("g", "2022-2023")]
    assert [name for _, name in offers_of(spec_of(Statement, "line_id"), desk.budget)] == [
        "mục I · Đào tạo", "mục I.1 · Lớp học", "“Diễn giải” (mục I)",
    ]  # fmt: skip
    assert ("trieu", "triệu đồng") in offers_of(spec_of(Plan, "print_unit"), desk.budget)
    assert offers_of(spec_of(Plan, "origin_id"), desk.budget) == ()


def test_sources_are_offered_by_their_codes() -> None:
    desk = sample_desk("BG-2021-2025")
    assert [code for _, code in offers_of(spec_of(Allocation, "source_id"), desk.budget)] == ["NSNN", "DN", "KCB"]


def test_a_plan_that_lists_no_period_offers_none() -> None:
    desk = small_plan()
    desk.perform(delete_record(desk.book, desk.budget, desk.book.get(Period, "g")))
    assert offers_of(spec_of(Line, "period_id"), desk.budget) == []


def test_a_link_to_something_gone_shows_nothing(desk: PlanDesk) -> None:
    assert text_of(spec_of(Line, "lead_id"), "gone", desk.budget) == ""
    assert text_of(spec_of(Plan, "print_unit"), "khác", desk.budget) == "khác"
    assert text_of(spec_of(Signer, "on_appendix"), value=False, budget=desk.budget) == "Không"


def test_money_names_its_unit_once_and_nothing_else_does() -> None:
    specs = [*fields_of(SelectionRound), *fields_of(Statement)]
    assert [heading_of(spec) for spec in specs if spec.name in ("name", "quota", "money", "value")] == [
        "Tên đợt", "Chỉ tiêu", "Kinh phí (đồng)", "Giá trị (đồng)",
    ]  # fmt: skip
