"""Finding lines and commands by a few letters, dấu typed or not."""

from nscl_desktop.presenters.command_search import Offer, matching
from nscl_desktop.presenters.line_choice import LineChoice
from nscl_desktop.presenters.line_commands import LineCommands
from nscl_desktop.presenters.line_search import LineSearch
from nscl_desktop.services.workspace import PlanDesk
from tests.presenters.desks import item, sample_desk, section, small_plan


def awards() -> PlanDesk:
    return small_plan(
        section("I", "I", "Đào tạo chuyên gia", at="a0"),
        item("a", "I", "1", "Lớp học", at="a0", note="Chuyển tiếp từ năm 2020"),
        item("b", "I", "2", "Giải thưởng Chất lượng", at="a1", lead_text="Hội đồng giải thưởng"),
        item("c", "I", "", "Đào tạo lại", at="a2"),
        section("II", "II", "Thưởng và khen", at="a1"),
    )


def test_lines_are_found_without_dau_and_in_any_case() -> None:
    desk = sample_desk("TN-2021")
    for typed in ("giải vàng", "GIẢI VÀNG", "giai vang", "Giai  Vang "):
        found = LineSearch(desk).seek(typed)
        assert desk.budget.tree.line(found).text == "Giải vàng Chất lượng quốc gia"


def test_answers_come_in_printed_order_round_and_round() -> None:
    search = LineSearch(awards())
    assert (search.seek("thuong"), search.words) == ("b", "1/2")
    assert (search.turn(1), search.words) == ("II", "2/2")
    assert (search.turn(1), search.words) == ("b", "1/2")
    assert (search.turn(-1), search.words) == ("II", "2/2")


def test_notes_and_printed_agencies_are_searched_too() -> None:
    search = LineSearch(awards())
    assert search.seek("chuyển tiếp") == "a"
    assert search.seek("hội đồng") == "b"


def test_nothing_found_is_said_and_nothing_sought_is_silent() -> None:
    search = LineSearch(awards())
    assert (search.words, search.turn(1)) == ("", "")
    assert (search.seek("không có"), search.words) == ("", "Không tìm thấy")
    assert (search.seek("  "), search.words) == ("", "")


def test_the_count_stays_right_when_lines_come_and_go() -> None:
    desk = awards()
    search = LineSearch(desk)
    search.seek("thuong")
    search.turn(1)
    LineCommands(desk).delete(["II"])
    assert (search.turn(1), search.words) == ("b", "1/1")
    desk.undo()
    assert (search.turn(1), search.words) == ("II", "2/2")
    LineCommands(desk).delete(["b", "II"])
    assert (search.turn(1), search.words) == ("", "Không tìm thấy")


def test_lines_are_offered_by_name_and_text() -> None:
    choice = LineChoice(awards())
    assert [offer.words for offer in choice.offers("")] == [
        "Mục I · Đào tạo chuyên gia", "Mục I.1 · Lớp học", "Mục I.2 · Giải thưởng Chất lượng", "“Đào tạo lại” (mục I)",
        "Mục II · Thưởng và khen",
    ]  # fmt: skip
    assert [offer.line_id for offer in choice.offers("dao tao")] == ["I", "c"]
    assert [offer.line_id for offer in choice.offers("I.2")] == ["b"]
    assert choice.offers("không có") == ()


OFFERS = (
    Offer(0, "Thêm dòng", "Kế hoạch", "Ins", enabled=True),
    Offer(1, "Thêm dòng con", "Kế hoạch", "Alt+Ins", enabled=False),
    Offer(2, "In phụ lục…", "Tệp", "Ctrl+P", enabled=True),
    Offer(3, "Xuất phụ lục ra Excel", "Tệp", "", enabled=True),
    Offer(4, "Xóa dòng", "Kế hoạch", "", enabled=True),
)


def chosen(query: str) -> list[int]:
    return [offer.index for offer in matching(OFFERS, query)]


def test_all_commands_are_offered_while_nothing_is_typed_those_that_cannot_run_last() -> None:
    assert chosen("") == [0, 2, 3, 4, 1]


def test_commands_are_found_without_dau_best_first() -> None:
    assert chosen("them dong") == [0, 1]
    assert chosen("dong") == [0, 4, 1]
    assert chosen("phu luc") == [2, 3]
    assert chosen("xoa") == [4]


def test_words_of_a_command_may_stand_in_any_order_and_name_its_menu() -> None:
    assert chosen("excel xuất") == [3]
    assert chosen("tep in") == [2]
    assert chosen("khong co") == []
