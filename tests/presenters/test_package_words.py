"""How the screens of packages speak: values, numbers, days, machines and their files."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from nscl_desktop.domain.errors import InputError
from nscl_desktop.presenters import package_words as words
from nscl_desktop.presenters.giving_office import Offer
from nscl_desktop.presenters.package_given import (
    file_name,
    given_words,
    receipt_keys,
    receipt_rows,
    sent_words,
    taken_words,
)
from nscl_desktop.presenters.package_giving import GiveDesk, require_passphrase
from nscl_desktop.services.package_report import Receipt
from nscl_desktop.services.package_views import CheckOutState, GivenState, PackageFacts
from tests.presenters.package_desks import Shelf

HANOI = timezone(timedelta(hours=7))
AT = datetime(2026, 1, 4, 20, 30, tzinfo=UTC)
FIRM, PLAN = ("enterprise", "e1"), ("plan", "p1")


def test_values_are_read_as_on_the_records_own_screen() -> None:
    assert words.value_words("enterprise", "phone", "", {}) == "(trống)"
    assert words.value_words("enterprise", "is_foreign_invested", True, {}) == "Có"
    assert words.value_words("visit", "", True, {}) == "Có"
    assert words.value_words("visit", "", False, {}) == "Xóa"
    assert words.value_words("signer", "image", "ab" * 32, {}) == "tệp abababab"
    assert words.value_words("signer", "position", "a1", {}) == "thứ tự a1"
    assert words.field_words("enterprise", "") == "Cả bản ghi"


def test_days_and_moments_are_those_of_the_reader() -> None:
    assert words.day_words(AT, HANOI) == "05/01/2026"
    assert words.moment_words(AT, HANOI) == "03:30 05/01/2026"
    assert words.day_words(None) == words.moment_words(None) == ""


def test_a_package_says_what_it_is() -> None:
    facts = PackageFacts("return", "Máy 02", AT, "0.3", is_ours=True)
    assert words.facts_words(facts, HANOI) == "Gói kết quả của Máy 02, ghi lúc 03:30 05/01/2026"
    assert words.facts_words(PackageFacts("x", "", None, "", is_ours=False)) == "Gói"


def test_numbers_of_records_are_counted_by_kind_the_most_first() -> None:
    keys = [FIRM, ("enterprise", "e2"), PLAN]
    assert words.kinds_words(keys) == "2 đơn vị, 1 kế hoạch"
    assert words.counted_words({"plan": 1200, "enterprise": 3}) == "1.200 kế hoạch, 3 đơn vị"


# -- giving -----------------------------------------------------------------------------------------------------------


@pytest.fixture
def desk() -> GiveDesk:
    given = [
        CheckOutState("k1", "Máy 01", AT, ()), CheckOutState("k2", "Máy 02", AT + timedelta(days=2), ()),
        CheckOutState("k3", "Máy 01", AT + timedelta(days=1), ()),
    ]  # fmt: skip
    return GiveDesk(Shelf({FIRM: 1, PLAN: 4, ("line", "l1"): 1200}), given, date(2026, 1, 5))


def test_machines_are_remembered_the_last_one_first(desk: GiveDesk) -> None:
    assert desk.machines == ["Máy 02", "Máy 01"]


def test_what_is_given_is_added_and_taken_out(desk: GiveDesk) -> None:
    desk.add([Offer(FIRM, "Một"), Offer(PLAN, "TN-2026")])
    assert desk.has(FIRM)
    assert desk.brief() == "Đã chọn 1 kế hoạch, 1 đơn vị"
    assert desk.chosen("plan") == [Offer(PLAN, "TN-2026")]
    desk.remove(PLAN)
    assert desk.roots == {FIRM}
    assert desk.summary(desk.roots) == "Gói sẽ gồm 1 đơn vị."


def test_everything_is_one_choice(desk: GiveDesk) -> None:
    desk.is_everything = True
    assert desk.roots is None
    assert desk.brief() == "Toàn bộ dữ liệu"
    assert (
        desk.summary(None) == "Gói sẽ gồm 4 kế hoạch, 1 đơn vị cùng 1.200 bản ghi thuộc về chúng, danh mục và cơ quan."
    )
    assert desk.everything() == [FIRM, PLAN, ("line", "l1")]


def test_nothing_chosen_says_how_to_choose(desk: GiveDesk) -> None:
    assert desk.brief() == "Chưa chọn gì"
    assert "Chọn ở bên trái" in desk.summary(set())


def test_the_file_is_named_after_machine_and_day(desk: GiveDesk) -> None:
    desk.machine = "Máy 02: đoàn/kiểm tra"
    assert desk.file_name == "Giao viec - Máy 02 đoàn kiểm tra - 2026-01-05.nsclgoi"
    desk.machine = " .. "
    assert desk.file_name == "Giao viec - máy - 2026-01-05.nsclgoi"


@pytest.mark.parametrize(
    ("machine", "chosen", "first", "again", "told"),
    [
        (" ", True, "", "", "Chưa ghi tên máy"),
        ("M", False, "", "", "Chưa chọn gì để giao"),
        ("M", True, "ngắn", "ngắn", "ít nhất 8 ký tự"),
        ("M", True, "mật khẩu dài", "mật khẩu dai", "không giống nhau"),
    ],
)
def test_what_keeps_a_package_from_being_written_is_said(
    desk: GiveDesk, machine: str, chosen: bool, first: str, again: str, told: str
) -> None:
    desk.machine = machine
    desk.add([Offer(FIRM, "Một")] if chosen else [])
    with pytest.raises(InputError, match=told):
        desk.check(first, again)


def test_a_passphrase_may_be_typed_composed_or_not(desk: GiveDesk) -> None:
    desk.machine = "M"
    desk.is_everything = True
    desk.check("", "")
    desk.check("mật khẩu dài", "ma\u0323\u0302t kha\u0302\u0309u da\u0300i")
    with pytest.raises(InputError):
        require_passphrase("", "chỉ lần sau")


# -- a machine's side -------------------------------------------------------------------------------------------------


def test_the_file_says_whose_work_it_is_and_what_is_left_to_send() -> None:
    given = GivenState("k1", "Máy 02", AT, 0, 12)
    assert given_words(given, HANOI) == "Việc giao cho Máy 02, nhận ngày 05/01/2026"
    assert sent_words(given) == "Chưa gửi lần nào. Có 12 bước làm việc chưa gửi."
    assert "không có thay đổi nào mới" in sent_words(GivenState("k1", "Máy 02", AT, 2, 0))
    assert file_name(given, date(2026, 1, 5)) == "Ket qua - Máy 02 - 2026-01-05.nsclgoi"


def test_a_receipt_lists_what_waits_differs_or_was_refused() -> None:
    receipt = Receipt(
        3, 1200, (("enterprise", "e2", "", "Xóa, nhưng nơi khác đã sửa"),),
        (("enterprise", "e1", "phone", "Nơi khác ghi giá trị khác"),), (("plan", "p1", "code", "Sai"),),
    )  # fmt: skip
    assert receipt_keys(receipt) == {FIRM, ("enterprise", "e2"), PLAN}
    rows = receipt_rows(receipt, {FIRM: "đơn vị “Một”"})
    assert [(row.outcome, row.place) for row in rows] == [
        ("Đang chờ", "Bản ghi đã xóa"), ("Khác nhau", "Đơn vị “Một” · Điện thoại"),
        ("Không nhận", "Bản ghi đã xóa · Mã kế hoạch"),
    ]  # fmt: skip
    assert taken_words(receipt) == "Văn phòng đã nhận 1.200 thay đổi. 3 chỗ dưới đây thì chưa."
    assert taken_words(Receipt(3, 2, (), (), ())).endswith("Không có chỗ nào phải chờ hay bị từ chối.")
