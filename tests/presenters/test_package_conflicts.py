"""Conflicts as a table: grouped by record, a column for each who spoke, chosen by column, typed, or left open."""

from datetime import UTC, datetime

import pytest

from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.fields import Place, Value
from nscl_desktop.presenters.package_conflicts import UNSAID, ConflictTable, Decision, names_wanted
from nscl_desktop.presenters.package_other_value import OtherValue
from nscl_desktop.services.package_views import ConflictView, Said

FIRM, LINE = ("enterprise", "e1"), ("line", "l1")
AT = datetime(2026, 1, 5, 3, 30, tzinfo=UTC)


def said(author: str, value: Value, machine: str = "", who: str = "") -> Said:
    return Said(author, machine or {"office": "Văn phòng"}.get(author, author.upper()), value, who, AT if who else None)


def phone(*values: Said, base: Value = "1", shown: Value = "2") -> ConflictView:
    return ConflictView(FIRM, "phone", "đơn vị “Một”", base, shown, values)


NOTE = ConflictView(FIRM, "note", "đơn vị “Một”", "", "", (said("a", "của A"), said("b", "của B")))
LEAD = ConflictView(
    LINE, "lead_id", "mục chi “Hỗ trợ”", None, None, (said("a", "sở-1"), said("b", "sở-2")),
)  # fmt: skip
MOVED = ConflictView(
    LINE, "place", "mục chi “Hỗ trợ”", Place("", "a"), Place("", "a"),
    (said("a", Place("l2", "b")), said("b", Place("", "c"))),
)  # fmt: skip
ALL = (phone(said("office", "2"), said("a", "3", who="An")), NOTE, LEAD, MOVED)
NAMES = {("agency", "sở-1"): "cơ quan “Sở KHCN”", ("line", "l2"): "mục chi “Tập huấn”"}


@pytest.fixture
def table() -> ConflictTable:
    return ConflictTable(ALL, NAMES)


def row_of(table: ConflictTable, field: str) -> int:
    return next(at for at, row in enumerate(table.rows) if row.conflict and row.conflict.field == field)


def test_conflicts_stand_below_a_heading_for_each_record(table: ConflictTable) -> None:
    shown = [row.title if row.conflict is None else row.conflict.field for row in table.rows]
    assert shown == ["Đơn vị “Một”", "note", "phone", "Mục chi “Hỗ trợ”", "lead_id", "place"]
    assert [column.title for column in table.columns] == ["Gốc", "Văn phòng", "A", "B"]
    assert (table.total, table.left) == (4, 4)


def test_each_column_shows_what_was_said_and_a_dash_where_nothing_was(table: ConflictTable) -> None:
    phone_row, lead, place = (row_of(table, name) for name in ("phone", "lead_id", "place"))
    assert [table.cell(phone_row, at) for at in range(5)] == ["1", "2", "3", UNSAID, ""]
    assert [table.cell(lead, at) for at in range(4)] == [
        "(trống)", UNSAID, "cơ quan “Sở KHCN”", "bản ghi không có ở đây",
    ]  # fmt: skip
    assert table.cell(place, 2) == "Dưới mục chi “Tập huấn”, thứ tự b"
    assert table.cell(place, 3) == "Ở cấp đầu, thứ tự c"
    assert table.field(phone_row) == "Điện thoại"
    assert table.shown_meanwhile(phone_row) == "2"
    assert "An, " in table.tip(phone_row, 2)
    assert table.tip(phone_row, 4).startswith("F2")


def test_a_column_is_chosen_changed_and_let_go_again(table: ConflictTable) -> None:
    row = row_of(table, "phone")
    table.choose(row, 2)
    assert (table.chosen(row), table.left) == (2, 3)
    table.choose(row, 0)
    assert table.decisions() == (Decision(FIRM, "phone", "1"),)
    table.leave(row)
    assert (table.chosen(row), table.decisions(), table.left) == (None, (), 4)


def test_who_said_nothing_cannot_be_chosen(table: ConflictTable) -> None:
    with pytest.raises(InputError, match="B không sửa chỗ này"):
        table.choose(row_of(table, "phone"), 3)


def test_a_value_that_nobody_gave_is_typed_and_judged_by_the_field(table: ConflictTable) -> None:
    row = row_of(table, "phone")
    value = OtherValue(table, row)
    assert (value.names, value.record_id, value.field("phone").text) == (("phone",), "", "2")
    value.show("")
    value.enter("phone", "0276\n111")
    assert not value.take()
    assert "một dòng" in value.field("phone").error
    assert table.chosen(row) is None
    value.enter("phone", "0276 111")
    assert value.take()
    assert (table.chosen(row), table.cell(row, 4)) == (4, "0276 111")
    assert OtherValue(table, row).field("phone").text == "0276 111"


def test_a_choice_offers_its_list() -> None:
    state = ConflictView(FIRM, "state", "đơn vị “Một”", "active", "active", (said("a", "paused"), said("b", "closed")))
    table = ConflictTable((state,))
    value = OtherValue(table, 1)
    assert value.stored("state") == "active"
    stored, _ = value.offers("state")[-1]
    value.enter("state", stored)
    assert value.take()
    assert value.stored("state") == stored
    assert table.decisions() == (Decision(FIRM, "state", stored),)


def test_links_and_places_are_chosen_not_typed(table: ConflictTable) -> None:
    assert table.text(row_of(table, "note")) == ""
    assert table.text(row_of(table, "lead_id")) is None
    assert table.text(row_of(table, "place")) is None


def test_the_rest_is_chosen_at_once_where_that_one_spoke(table: ConflictTable) -> None:
    table.choose(row_of(table, "note"), 2)
    assert table.choose_all(3) == 2
    assert [table.chosen(row_of(table, name)) for name in ("note", "phone", "lead_id", "place")] == [2, None, 3, 3]
    assert table.choose_all(0) == 1
    assert table.left == 0


def test_the_next_open_place_is_below_then_from_the_top(table: ConflictTable) -> None:
    assert table.next_open(0) == 1
    table.choose(4, 2)
    assert table.next_open(2) == 5
    assert table.next_open(5) == 1
    table.choose_all(0)
    assert table.next_open(2) == 2


def test_what_was_chosen_stays_as_long_as_nothing_else_is_said(table: ConflictTable) -> None:
    phone_row, note = row_of(table, "phone"), row_of(table, "note")
    table.choose(phone_row, 2)
    table.choose(note, 2)
    changed = phone(said("office", "2"), said("a", "4"))
    table.show((changed, NOTE), NAMES)
    assert table.decisions() == (Decision(FIRM, "note", "của A"),)


def test_a_chosen_author_who_is_gone_leaves_his_value_as_one_of_ones_own(table: ConflictTable) -> None:
    table.show((NOTE,), {})
    table.choose(1, 2)
    assert table.cell(1, len(table.columns)) == ""
    assert table.chosen(0) is None


def test_machines_of_one_name_are_told_apart() -> None:
    table = ConflictTable((phone(said("x", "3", "Máy 02"), said("y", "4", "Máy 02")),))
    assert [column.title for column in table.columns[2:]] == ["Máy 02 (1)", "Máy 02 (2)"]


def test_the_records_that_values_point_at_are_known() -> None:
    assert names_wanted(ALL) == {("agency", "sở-1"), ("agency", "sở-2"), ("line", "l2")}


def test_nothing_differs_is_an_empty_table() -> None:
    table = ConflictTable()
    assert (table.rows, table.total, table.decisions()) == ((), 0, ())
