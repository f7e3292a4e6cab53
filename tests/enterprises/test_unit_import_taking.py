"""Rows of a list against the register, what the clerk decides, and the one step that comes of it."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

import pytest

from nscl_desktop.domain.book import Book
from nscl_desktop.domain.changes import ChangeSet
from nscl_desktop.domain.enterprises import Certificate, Enterprise, YearFigures
from nscl_desktop.domain.records import Record, derived_id
from nscl_desktop.services.unit_import import Decided, import_step
from nscl_desktop.services.unit_import_matching import Held, ImportRow
from nscl_desktop.services.unit_import_model import FIRST_ACTION, Action, Standing
from tests.enterprises.lists import YEAR, compared, table
from tests.enterprises.registers import unit

CODE, OTHER = "0100109106", "0300588569"
HEAD = ("Tên đơn vị", "MST", "Điện thoại", "Xã", "Sản phẩm", "Số lao động", "ISO")


def taken(rows: Iterable[ImportRow], held: Held, *actions: Action) -> ChangeSet:
    """The step where each row is decided so, or as it is proposed."""
    decided = [
        Decided(row, actions[at] if at < len(actions) else FIRST_ACTION[row.standing]) for at, row in enumerate(rows)
    ]
    return import_step(decided, held, "ds.xlsx")


def after(step: ChangeSet, *records: Record) -> Book:
    book = Book(records)
    book.apply(step.changes)
    return book


def names(book: Book) -> list[str]:
    return sorted(each.name for each in book.table(Enterprise).values())


def standings(rows: Sequence[ImportRow]) -> list[Standing]:
    return [row.standing for row in rows]


def test_an_unknown_unit_is_new_with_its_figures_and_certificates() -> None:
    rows, held = compared(table(HEAD, ("Công ty A", CODE, None, None, None, 45, "ISO 9001:2015")))
    assert standings(rows) == [Standing.NEW]
    step = taken(rows, held)
    assert step.words == "Nhập đơn vị từ “ds.xlsx”: 1 mới"
    book = after(step)
    (made,) = book.table(Enterprise).values()
    (figures,) = book.table(YearFigures).values()
    (held_by,) = book.table(Certificate).values()
    assert (made.name, made.tax_code) == ("Công ty A", CODE)
    assert figures.id == derived_id(YearFigures.entity, made.id, YEAR)
    assert (figures.labour, figures.origin) == (Decimal(45), "Tệp ds.xlsx")
    assert (held_by.standard, held_by.edition, held_by.enterprise_id) == ("ISO 9001", "2015", made.id)


def test_the_same_tax_code_is_an_update_that_empties_nothing_and_adds_to_lists() -> None:
    known = unit("a", "Công ty TNHH Bình Minh", tax_code=CODE, phone="0901", commune="Tân Đông", products=("gạo",))
    figures = YearFigures(
        id=derived_id(YearFigures.entity, "a", YEAR), enterprise_id="a", year=YEAR, labour=Decimal(10)
    )
    iso = Certificate(id="c", enterprise_id="a", standard="ISO 9001", edition="2015")
    sheet = table(HEAD, ("Cty Bình Minh", CODE, "0909", None, "Gạo; ngô", 45, "iso 9001:2015; HACCP"))
    rows, held = compared(sheet, known, figures, iso)
    assert standings(rows) == [Standing.UPDATE]
    assert rows[0].reason == f"Trùng mã số thuế {CODE}."
    assert [(each.key, each.old, each.new) for each in rows[0].differences] == [
        ("name", "Công ty TNHH Bình Minh", "Cty Bình Minh"),
        ("phone", "0901", "0909"),
        ("products", ("gạo",), ("gạo", "ngô")),
        (f"labour@{YEAR}", Decimal(10), Decimal(45)),
        ("certificate@HACCP", "", "HACCP"),
    ]
    step = import_step([Decided(rows[0], Action.UPDATE, frozenset({"name"}))], held, "ds.xlsx")
    assert step.words == "Nhập đơn vị từ “ds.xlsx”: 1 cập nhật"
    book = after(step, known, figures, iso)
    assert book.get(Enterprise, "a") == replace(known, phone="0909", products=("gạo", "ngô"))
    assert book.get(YearFigures, figures.id).labour == Decimal(45)
    assert [each.standard for each in book.table(Certificate).values()] == ["ISO 9001", "HACCP"]
    book.apply(step.inverted("Hoàn tác").changes)
    assert list(book.records()) == list(Book([known, figures, iso]).records())


def test_what_the_clerk_leaves_out_of_an_update_stays_as_it_is() -> None:
    known = unit("a", "Công ty A", tax_code=CODE, phone="0901")
    rows, held = compared(table(HEAD, ("Công ty A", CODE, "0909", None, None, 45, "HACCP")), known)
    left = frozenset(each.key for each in rows[0].differences)
    assert left == {"phone", f"labour@{YEAR}", "certificate@HACCP"}
    assert not import_step([Decided(rows[0], Action.UPDATE, left)], held, "ds.xlsx")


def test_the_same_list_a_second_time_changes_nothing() -> None:
    sheet = table(HEAD, ("Công ty A", CODE, "0909", "Tân Đông", "gạo", 45, "HACCP"), ("Trường B", None, None, "Xã B"))
    rows, held = compared(sheet)
    book = after(taken(rows, held))
    again, held = compared(sheet, *book.records())
    assert standings(again) == [Standing.SAME, Standing.SAME]
    assert again[0].reason == "Đã có, không có gì khác."
    assert not taken(again, held)
    assert not taken(again, held, Action.UPDATE, Action.UPDATE)


def test_a_name_written_otherwise_is_no_reason_to_change_a_unit() -> None:
    rows, held = compared(table(HEAD, ("CTY A", CODE)), unit("a", "Công ty TNHH A", tax_code=CODE))
    assert standings(rows) == [Standing.SAME]
    assert rows[0].reason == "Đã có, chỉ khác cách viết tên."
    assert names(after(taken(rows, held, Action.UPDATE), unit("a", "Công ty TNHH A", tax_code=CODE))) == ["CTY A"]


def test_like_names_are_left_to_the_clerk() -> None:
    known = unit("a", "Công ty TNHH Hoàng Long")
    rows, held = compared(table(HEAD, ("CTY TNHH HOANG LONG", None, "0909")), known)
    assert standings(rows) == [Standing.DOUBTFUL]
    assert (rows[0].target_id, rows[0].target_name) == ("a", "Công ty TNHH Hoàng Long")
    assert not taken(rows, held)
    assert names(after(taken(rows, held, Action.ADD), known)) == ["CTY TNHH HOANG LONG", "Công ty TNHH Hoàng Long"]
    assert after(taken(rows, held, Action.UPDATE), known).get(Enterprise, "a").phone == "0909"


@pytest.mark.parametrize(
    "known, row, standing",
    [
        ({"commune": "Xã A"}, ("Trường THCS Nguyễn Du", None, None, "Xã B"), Standing.DOUBTFUL),
        ({"commune": "Xã A"}, ("Trường THCS Nguyễn Du", None, "1", "Xã A"), Standing.UPDATE),
        ({}, ("Trường THCS Nguyễn Du", CODE, None, None), Standing.UPDATE),
        ({"tax_code": OTHER}, ("Trường THCS Nguyễn Du", CODE, None, None), Standing.NEW),
        ({"tax_code": "0300588560"}, ("Trường THCS Nguyễn Du", CODE, None, None), Standing.DOUBTFUL),
    ],
)
def test_the_same_name_is_the_same_unit_where_neither_code_nor_place_speaks_against_it(
    known: dict[str, str], row: tuple[str | None, ...], standing: Standing
) -> None:
    rows, _ = compared(table(HEAD, row), unit("a", "Trường THCS Nguyễn Du", **known))
    assert standings(rows) == [standing]


def test_a_tax_code_goes_before_a_like_name() -> None:
    named, coded = unit("a", "Công ty TNHH Hoàng Long"), unit("b", "Trường B", tax_code=CODE)
    rows, _ = compared(table(HEAD, ("Công ty TNHH Hoàng Long", CODE)), named, coded)
    assert rows[0].target_id == "b"


def test_rows_of_one_unit_within_the_file_are_shown_and_the_second_can_add_to_the_first() -> None:
    sheet = table(HEAD, ("Công ty A", CODE, None, None, None, 40), ("Cty A", CODE, "0909", None, None, 45, "HACCP"))
    rows, held = compared(sheet)
    assert standings(rows) == [Standing.NEW, Standing.REPEATED]
    assert rows[1].reason == f"Trùng với dòng 2 của tệp. Trùng mã số thuế {CODE}."
    assert rows[1].target_row == 1
    assert names(after(taken(rows, held))) == ["Công ty A"]
    book = after(taken(rows, held, Action.ADD, Action.UPDATE))
    (made,) = book.table(Enterprise).values()
    assert (made.name, made.phone) == ("Công ty A", "0909")
    assert [each.labour for each in book.table(YearFigures).values()] == [Decimal(45)]
    assert len(book.table(Certificate)) == 1


def test_where_the_first_of_two_rows_is_skipped_the_second_is_added_in_its_own_right() -> None:
    rows, held = compared(table(HEAD, ("Công ty A", CODE), ("Cty A", CODE, "0909")))
    assert names(after(taken(rows, held, Action.SKIP, Action.UPDATE))) == ["Cty A"]


def test_two_rows_may_update_one_unit() -> None:
    known = unit("a", "Công ty A", tax_code=CODE)
    figures = YearFigures(id=derived_id(YearFigures.entity, "a", YEAR), enterprise_id="a", year=YEAR)
    sheet = table(
        HEAD, ("Công ty A", CODE, "0909", None, None, 40), ("Công ty A", CODE, None, "Xã A", None, 41, "HACCP")
    )
    rows, held = compared(sheet, known, figures)
    assert standings(rows) == [Standing.UPDATE, Standing.REPEATED]
    step = taken(rows, held, Action.UPDATE, Action.UPDATE)
    assert step.words == "Nhập đơn vị từ “ds.xlsx”: 1 cập nhật"
    book = after(step, known, figures)
    assert (book.get(Enterprise, "a").phone, book.get(Enterprise, "a").commune) == ("0909", "Xã A")
    assert book.get(YearFigures, figures.id).labour == Decimal(41)


def test_a_unit_that_gets_only_figures_counts_as_changed() -> None:
    known = unit("a", "Công ty A", tax_code=CODE)
    rows, held = compared(table(HEAD, ("Công ty A", CODE, None, None, None, 40)), known)
    step = taken(rows, held)
    assert step.words.endswith("1 cập nhật")
    assert [change.entity for change in step.changes] == ["year_figures"]


def test_an_edition_alone_is_no_difference() -> None:
    head = ("Tên đơn vị", "MST", "Mã ngành")
    known = unit("a", "Công ty A", tax_code=CODE, sector_code="C10", sector_edition="2018")
    rows, _ = compared(table(head, ("Công ty A", CODE, "C10")), known)
    assert standings(rows) == [Standing.SAME]
    rows, _ = compared(table(head, ("Công ty A", CODE, "C11")), known)
    assert [each.key for each in rows[0].differences] == ["sector_code", "sector_edition"]
