"""A plan file: what is written can be read back without loss, by the program and by a person."""

import json
import uuid
from decimal import Decimal

import pytest
from hypothesis import given, settings

from nscl_desktop.domain.book import Book
from nscl_desktop.domain.budget_lines import Allocation, Line, allocation_id
from nscl_desktop.domain.directory import Agency, SalaryBase
from nscl_desktop.domain.errors import Bug
from nscl_desktop.domain.fields import Place
from nscl_desktop.domain.plans import Plan, Source, TextBlock
from nscl_desktop.domain.records import Record
from nscl_desktop.domain.targets import Target, TargetLink
from nscl_desktop.exchange.plan_json import read_plan, write_plan
from tests.exchange.plan_books import books

BY_HAND = """{
 "format": "nscl-plan", "version": 1,
 "directory": {"agency": [{"id": "so-khcn", "name": "Sở Khoa học và Công nghệ"}], "salary_base": []},
 "plan": {
  "id": "TN-2021", "code": "TN-2021", "title": "Kế hoạch năm 2021", "date": "",
  "recipients": ["- Như Điều 3;", "- Lưu: VT."],
  "source": [{"id": "NSNN", "code": "NSNN", "name": "Ngân sách nhà nước"}],
  "text_block": [{"text": "đoạn một"}, {"text": "đoạn hai"}],
  "line": [
   {"id": "I", "kind": "section", "label": "I", "lead_id": "so-khcn", "line": [
    {"id": "I.1", "label": "1", "unit": "Lần", "price": 15000000,
     "allocation": [{"year": 2021, "source_id": "NSNN", "quantity": "1.5"}]},
    {"id": "I.2", "label": "2"}]},
   {"id": "II", "kind": "section", "label": "II"}],
  "target": [{"id": "t1", "text": "ít nhất 01", "value": 1, "target_link": [{"line_id": "I.1", "counts": false}]}]
 }
}"""


def contents(book: Book) -> dict[tuple[str, str], Record]:
    return {(record.entity, record.id): record for record in book.records()}


def the_plan(book: Book) -> Plan:
    (plan,) = book.table(Plan).values()
    return plan


def line(book: Book, label: str) -> Line:
    (found,) = (each for each in book.table(Line).values() if each.label == label)
    return found


@given(books())
@settings(max_examples=50)
def test_what_is_written_is_read_back_exactly(book: Book) -> None:
    text = write_plan(book, the_plan(book).id)
    assert contents(read_plan(text)) == contents(book)


@given(books())
@settings(max_examples=20)
def test_the_text_does_not_depend_on_the_order_in_memory(book: Book) -> None:
    plan_id = the_plan(book).id
    assert write_plan(Book(reversed(list(book.records()))), plan_id) == write_plan(book, plan_id)


def test_a_file_written_by_hand_becomes_a_tree_in_file_order() -> None:
    book = read_plan(BY_HAND)
    section, item, last = line(book, "I"), line(book, "1"), line(book, "II")
    assert item.place.parent == section.id
    assert section.place.parent == last.place.parent == ""
    assert section.place.position < last.place.position
    assert item.place.position < line(book, "2").place.position
    assert item.plan_id == the_plan(book).id
    assert section.lead_id == next(iter(book.table(Agency)))
    texts = sorted(book.table(TextBlock).values(), key=lambda block: block.position)
    assert [block.text for block in texts] == ["đoạn một", "đoạn hai"]
    assert the_plan(book).recipients == ("- Như Điều 3;", "- Lưu: VT.")


def test_cells_and_links_get_the_keys_that_follow_from_what_they_belong_to() -> None:
    book = read_plan(BY_HAND)
    (cell,) = book.table(Allocation).values()
    (source,) = book.table(Source).values()
    (link,) = book.table(TargetLink).values()
    (target,) = book.table(Target).values()
    assert cell.id == allocation_id(line(book, "1").id, 2021, source.id)
    assert (cell.quantity, cell.price, cell.measure) == (Decimal("1.5"), None, "du_toan")
    assert (link.target_id, link.line_id, link.counts) == (target.id, line(book, "1").id, False)
    assert target.value == Decimal(1)


def test_handles_give_the_same_keys_at_every_reading_and_others_in_another_plan() -> None:
    first, again = read_plan(BY_HAND), read_plan(BY_HAND)
    other = read_plan(BY_HAND.replace("TN-2021", "BG-2021"))
    assert contents(first) == contents(again)
    assert line(first, "I").id != line(other, "I").id
    assert first.table(Agency).keys() == other.table(Agency).keys()
    assert all(uuid.UUID(record.id).version == 5 for record in first.records())


def test_text_is_stored_composed_however_the_file_has_it() -> None:
    decomposed = BY_HAND.replace("đoạn một", "đoạn một\u200b")
    assert contents(read_plan(decomposed)) == contents(read_plan(BY_HAND))
    assert contents(read_plan("\ufeff" + BY_HAND)) == contents(read_plan(BY_HAND))


def test_a_record_that_fits_stands_on_one_line() -> None:
    text = write_plan(read_plan(BY_HAND), the_plan(read_plan(BY_HAND)).id)
    assert '  "recipients": ["- Như Điều 3;", "- Lưu: VT."],\n' in text
    assert max(map(len, text.splitlines())) <= 120
    assert text.endswith("}\n")


def test_what_holds_its_default_and_where_a_record_stands_are_not_written() -> None:
    book = read_plan(BY_HAND)
    written = json.loads(write_plan(book, the_plan(book).id))
    section = written["plan"]["line"][0]
    assert set(section) == {"id", "kind", "label", "lead_id", "line"}
    assert set(section["line"][0]["allocation"][0]) == {"year", "source_id", "quantity"}


def test_only_agencies_that_the_plan_names_go_along_but_every_salary_base() -> None:
    book = read_plan(BY_HAND)
    unnamed = Agency(id=str(uuid.uuid4()), name="Sở Công Thương")
    base = SalaryBase(id=str(uuid.uuid4()), valid_from="2019-07-01", amount=1_490_000)
    other = Plan(id=str(uuid.uuid4()), code="KHAC", title="Kế hoạch khác")
    more = Book([*book.records(), unnamed, base, other])
    assert contents(read_plan(write_plan(more, the_plan(book).id))) == contents(Book([*book.records(), base]))


def test_lines_that_hang_in_the_air_are_not_left_out_in_silence() -> None:
    book = read_plan(BY_HAND)
    plan = the_plan(book)
    astray = Line(id=str(uuid.uuid4()), plan_id=plan.id, place=Place(str(uuid.uuid4()), "a0"))
    with pytest.raises(Bug, match="không nằm dưới mục nào"):
        write_plan(Book([*book.records(), astray]), plan.id)
