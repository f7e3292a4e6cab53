"""Nhận kết quả without a window: packages in their order, what they bring in numbers, choices decided afterwards."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from nscl_desktop.domain.merging.proposals import Key
from nscl_desktop.presenters.package_check_outs import CheckOutList, open_words, waiting_rows
from nscl_desktop.presenters.package_receiving import ReceiveDesk, state_words
from nscl_desktop.services.package_views import (
    ADDED,
    CHANGED,
    DELETE,
    KEEP,
    REMOVED,
    CheckOutState,
    ConflictView,
    MergeView,
    OpenItems,
    RecordNews,
    RefusedView,
    Said,
    WaitingView,
    unwatched,
)
from tests.presenters.package_desks import SayingPackages

FIRM, CONTACT, OTHER = ("enterprise", "e1"), ("contact", "k1"), ("enterprise", "e2")
AT = datetime(2026, 1, 5, 3, 30, tzinfo=UTC)
OFFICE, FIRST, SECOND = Said("office", "Văn phòng", "0"), Said("a", "Máy 01", "1"), Said("b", "Máy 02", "2")


def phone(*values: Said) -> ConflictView:
    return ConflictView(FIRM, "phone", "đơn vị “Một”", "", "0", values)


WAITS = WaitingView(
    OTHER, "", "đơn vị “Hai”", "edited", "Xóa, nhưng nơi khác đã sửa bản ghi này", (Said("b", "Máy 02", value=False),),
    (KEEP, DELETE),
)  # fmt: skip
REFUSED = RefusedView(FIRM, "founded_on", "đơn vị “Một”", "Không phải một ngày có thật.")


def view(
    author: str, machine: str, *, news: tuple[RecordNews, ...] = (), items: OpenItems | None = None, applied: int = 0,
    refused: tuple[RefusedView, ...] = (), is_known: bool = False, same: int = 0,
) -> MergeView:  # fmt: skip
    return MergeView(author, machine, AT, is_known, applied, same, 0, news, items or OpenItems(), refused)


NEWS = (
    RecordNews(CONTACT, "người liên hệ “An” (Một)", ADDED, {}, {"id": "k1", "enterprise_id": "e1", "name": "An"}),
    RecordNews(FIRM, "đơn vị “Một”", CHANGED, {"email": "", "note": "x"}, {"email": "a@b.vn", "note": ""}),
    RecordNews(OTHER, "đơn vị “Hai”", REMOVED, {"id": "e2"}, {}),
)
ONE = view("a", "Máy 01", news=NEWS, applied=5, same=2, items=OpenItems((phone(OFFICE, FIRST),)))
TWO = view("b", "Máy 02", applied=1, items=OpenItems((phone(OFFICE, FIRST, SECOND),), (WAITS,)), refused=(REFUSED,))


@pytest.fixture
def packages() -> SayingPackages:
    views: dict[str, MergeView | str] = {
        "1": ONE, "2": TWO, "known": view("c", "Máy 03", is_known=True), "broken": "Gói bị hỏng; hãy xin lại gói.",
    }  # fmt: skip
    return SayingPackages(views, frozenset({"2"}), OpenItems((phone(OFFICE, FIRST, SECOND),), (WAITS,)))


def laid(packages: SayingPackages, *files: str | tuple[str, str]) -> ReceiveDesk:
    desk = ReceiveDesk(packages)
    named = [(Path(each), "") if isinstance(each, str) else (Path(each[0]), each[1]) for each in files]
    desk.put(desk.read(desk.with_files(named), unwatched))
    desk.take_names({})
    return desk


def test_nothing_on_the_table_can_be_received(packages: SayingPackages) -> None:
    desk = laid(packages)
    assert (desk.can_receive, desk.verb, desk.outlook(), desk.conflicts(), desk.waiting()) == (
        False,
        "Nhận",
        "",
        [],
        [],
    )


def test_a_package_is_told_in_numbers(packages: SayingPackages) -> None:
    desk = laid(packages, "1")
    counts = dict(desk.counts(desk.incoming[0]))
    assert counts == {
        "mới": 1, "cập nhật": 1, "xóa": 1, "giống": 2, "khác nhau": 1, "chờ": 0, "không nhận": 0,
    }  # fmt: skip
    assert desk.verb == "Nhận 5 thay đổi"
    assert state_words(desk.incoming[0]) == "Ghi ngày 05/01/2026"
    assert desk.outlook() == ("Bản ghi: mới 1, cập nhật 1, xóa 1. Để ngỏ 1 chỗ, tạm giữ giá trị đang có ở văn phòng.")


def test_every_record_that_changes_is_listed_with_its_fields(packages: SayingPackages) -> None:
    rows = laid(packages, "1").news()
    assert [(row.what, row.record, row.changes) for row in rows] == [
        ("Mới", "Người liên hệ “An” (Một)", ("Họ và tên: An",)),
        ("Cập nhật", "Đơn vị “Một”", ("Thư điện tử: (trống) → a@b.vn", "Ghi chú: x → (trống)")),
        ("Xóa", "Đơn vị “Hai”", ()),
    ]


def test_a_locked_package_waits_for_its_passphrase(packages: SayingPackages) -> None:
    desk = laid(packages, "1", "2")
    assert desk.incoming[1].needs_passphrase
    assert "mật khẩu" in state_words(desk.incoming[1])
    assert desk.counts(desk.incoming[1]) == ()
    desk.put(desk.read(desk.with_files([(Path("2"), "mật khẩu dài")]), unwatched))
    assert [each.path.name for each in desk.incoming if each.is_ready] == ["1", "2"]
    assert [column.title for column in desk.table.columns] == ["Gốc", "Văn phòng", "Máy 01", "Máy 02"]
    assert desk.verb == "Nhận 6 thay đổi"
    assert desk.refused() == [("Máy 02", REFUSED)]
    assert len(desk.waiting()) == 1


def test_a_refusal_and_a_known_package_are_said_and_keep_nothing_else_back(packages: SayingPackages) -> None:
    desk = laid(packages, "broken", "known")
    assert state_words(desk.incoming[0]) == "Gói bị hỏng; hãy xin lại gói."
    assert state_words(desk.incoming[1]).startswith("Đã nhận gói này")
    assert not desk.can_receive
    assert "Gói đã nhận trước đây được bỏ qua." in desk.outlook()
    both = laid(packages, "broken", "1")
    assert both.can_receive
    assert both.without(Path("broken")) == [(Path("1"), "")]


def test_what_is_chosen_is_decided_after_all_was_received(packages: SayingPackages) -> None:
    desk = laid(packages, "1", ("2", "mật khẩu dài"))
    desk.table.choose(1, 3)
    assert "Quyết định ngay 1 chỗ khác nhau." in desk.outlook()
    received = desk.receive(unwatched)
    assert packages.done == [
        ("receive", "1", ""), ("receive", "2", "mật khẩu dài"), ("decide", FIRM, "phone", "2"),
    ]  # fmt: skip
    assert received.check_outs == ("a", "b")
    assert received.sentence == (
        "Đã nhận 6 thay đổi của Máy 01, Máy 02; đã quyết định 1 chỗ; còn 1 chỗ khác nhau; 1 chỗ chờ"
    )
    assert received.undone.endswith("; 1 chỗ đã quyết định vẫn giữ giá trị đã chọn.")


def test_a_choice_is_not_decided_where_something_else_was_said_meanwhile(packages: SayingPackages) -> None:
    desk = laid(packages, "1")
    desk.table.choose(1, 1)
    desk.receive(unwatched)
    assert packages.done == [("receive", "1", "")]


def test_a_failure_leaves_what_was_received_before_it_and_is_told(packages: SayingPackages) -> None:
    packages.fails_at = "2"
    desk = laid(packages, "1", ("2", "mật khẩu dài"))
    received = desk.receive(unwatched)
    assert received.check_outs == ("a",)
    assert received.sentence.startswith("Đã nhận 5 thay đổi của Máy 01")
    assert received.sentence.endswith("Ổ đĩa đầy.")
    packages.fails_at = "1"
    assert laid(packages, "1").receive(unwatched).sentence == "Ổ đĩa đầy."


def test_a_package_without_changes_can_still_be_received(packages: SayingPackages) -> None:
    packages.views = {"1": view("a", "Máy 01")}
    desk = laid(packages, "1")
    assert desk.verb == "Nhận, không có thay đổi"
    assert desk.outlook() == "Không bản ghi nào thay đổi."


def test_records_that_values_point_at_are_asked_for(packages: SayingPackages) -> None:
    line: Key = ("line", "l1")
    moved = RecordNews(line, "mục chi “5S”", CHANGED, {"lead_id": None}, {"lead_id": "sở"})
    packages.views = {"1": view("a", "Máy 01", news=(moved,))}
    desk = laid(packages, "1")
    assert desk.names_wanted() == {("agency", "sở")}
    desk.take_names({("agency", "sở"): "cơ quan “Sở KHCN”"})
    assert desk.news()[0].changes == ("Cơ quan chủ trì: (trống) → cơ quan “Sở KHCN”",)


# -- work that is out -------------------------------------------------------------------------------------------------


def check_out(key: str, returns: int = 0, closed: datetime | None = None, roots: int = 1) -> CheckOutState:
    given = tuple(("enterprise", str(number)) for number in range(roots))
    return CheckOutState(key, f"Máy {key}", AT, given, returns, AT if returns else None, closed)


def test_the_list_says_how_far_each_machine_is() -> None:
    items = OpenItems((phone(OFFICE, FIRST),), (WAITS,))
    listed = CheckOutList(
        [check_out("a", 2), check_out("b", 1), check_out("c", closed=AT), check_out("d", roots=2500)], items
    )
    rows = {row.key: row for row in listed.rows()}
    assert [rows[key].open for key in "abcd"] == ["1 chỗ khác nhau", "1 chỗ chờ", "", ""]
    assert rows["a"].state == "2 lần, cuối 05/01/2026"
    assert (rows["c"].state, rows["d"].state) == ("Đã khép lại", "Chưa")
    assert (rows["a"].what, rows["d"].what) == ("1 đơn vị", "2.500 bản ghi")
    assert [listed.can_withdraw(key) for key in "abcdx"] == [True, True, False, False, False]
    assert [listed.is_closed(key) for key in "acx"] == [False, True, False]


def test_the_detail_tells_all_that_is_known() -> None:
    listed = CheckOutList([check_out("a", 1), check_out("c", closed=AT)], OpenItems((phone(OFFICE, FIRST),)))
    assert "Đã nhận 1 gói kết quả" in listed.detail("a")
    assert listed.detail("a").endswith("Còn 1 chỗ khác nhau.")
    assert "Chưa nhận gói kết quả nào." in listed.detail("c")
    assert "Đã khép lại lúc" in listed.detail("c")


def test_what_waits_says_where_why_and_what_may_be_decided() -> None:
    field = WaitingView(FIRM, "phone", "đơn vị “Một”", "locked", "Kế hoạch đã ban hành", (OFFICE, FIRST), (KEEP,))
    rows = waiting_rows([WAITS, field])
    assert [(row.place, row.who) for row in rows] == [
        ("Đơn vị “Hai”", "Máy 02"),
        ("Đơn vị “Một” · Điện thoại", "Máy 01"),
    ]
    assert rows[0].choices == ((KEEP, "Giữ lại"), (DELETE, "Xóa"))


def test_the_foot_of_the_window_counts_what_is_open() -> None:
    assert open_words(OpenItems((phone(OFFICE, FIRST),), (WAITS,))) == "1 chỗ khác nhau · 1 chỗ chờ"
    assert open_words(OpenItems()) == ""
