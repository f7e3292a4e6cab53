"""The first step in a new file: people, signers and the first plan as one step, which is taken back as one."""

import pytest

from nscl_desktop.domain.book import Book
from nscl_desktop.domain.budget import Budget
from nscl_desktop.domain.budget_lines import Line
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.plans import Plan, Signer
from nscl_desktop.domain.training import Person
from nscl_desktop.domain.words import WordStyle
from nscl_desktop.presenters.first_steps import Beginning, NamedRow, Start
from nscl_desktop.services.first_steps import FirstPerson, FirstPlan, begin
from nscl_desktop.services.people import add_person
from tests.ui.offices import MemoryOffice, empty_office

OFFICE = {"parent": "SỞ KH&CN", "province": "Tây Ninh", "place": "Tây Ninh", "issuer": "UBND TỈNH TÂY NINH"}
ROWS = [
    NamedRow("Nguyễn Thị Hà", "Chi cục trưởng", "01/03/2024", "x"),
    NamedRow("Lê Văn An", "", "", ""),
    NamedRow(*[""] * 4),
]


def filled(start: Start, rows: list[NamedRow] = ROWS, years: tuple[str, str] = ("2026", "")) -> Beginning:
    return Beginning(OFFICE, rows, WordStyle(thousand="ngàn", zero_tens="lẻ"), start, "", "", years)


def saved(office: MemoryOffice, beginning: Beginning) -> Book:
    step = beginning.save(office)
    assert step is not None
    return office.shelf.book_of_all


def test_an_empty_plan_is_the_office_s_own_and_signed_by_its_people() -> None:
    office = empty_office()
    book = saved(office, filled(Start.EMPTY))
    plan = next(iter(book.table(Plan).values()))
    assert (plan.code, plan.title, plan.issuer) == ("TN-2026", "Kế hoạch Tây Ninh 2026", "UBND TỈNH TÂY NINH")
    assert (plan.thousand_word, plan.zero_tens_word, plan.four_word) == ("ngàn", "lẻ", "tư")
    assert [(each.name, each.authority) for each in book.table(Signer).values()] == [
        ("Nguyễn Thị Hà", ("CHI CỤC TRƯỞNG",))
    ]
    people = sorted((each.name, each.is_staff, each.note) for each in book.table(Person).values())
    assert people == [("Lê Văn An", True, ""), ("Nguyễn Thị Hà", True, "Giữ chức vụ từ ngày 01/03/2024")]
    assert len(office.shelf.steps) == 1
    book.apply(office.shelf.steps[0].inverted("Hoàn tác").changes)
    assert not list(book.records())


@pytest.mark.parametrize(
    ("start", "total"),
    [(Start.YEAR, 1_687_290_000), (Start.FIVE_YEARS, 14_767_550_000), (Start.PERIOD, 13_489_400_000)],
)
def test_a_plan_after_a_source_plan_has_its_figures_and_none_of_its_signatures(start: Start, total: int) -> None:
    book = saved(empty_office(), filled(start))
    plan = next(iter(book.table(Plan).values()))
    assert (plan.status, plan.province, plan.number, plan.date) == ("draft", "Tây Ninh", "", "")
    assert Budget(book, plan.id).total() == total
    assert [each.name for each in book.table(Signer).values()] == ["Nguyễn Thị Hà"]
    assert all(line.plan_id == plan.id for line in book.table(Line).values())


def test_pages_that_were_passed_over_leave_nothing() -> None:
    office = empty_office()
    nothing = Beginning({}, [], None, Start.NONE, "", "", ("", ""))
    assert (nothing.save(office), office.shelf.steps) == (None, [])
    book = saved(office, Beginning({}, ROWS[1:], None, Start.EXCEL, "", "", ("", "")))
    assert [each.entity for each in book.records()] == ["person"]


def test_people_who_are_on_file_are_not_added_again() -> None:
    office = empty_office()
    office.register.submit(add_person("Lê Văn An", is_staff=True))
    book = saved(office, filled(Start.NONE))
    assert [each.name for each in book.table(Person).values()] == ["Nguyễn Thị Hà"]
    with pytest.raises(InputError, match="Chưa có gì để ghi"):
        begin([FirstPerson("Lê Văn An")], None, {}, staff_names={"Lê Văn An"})


def test_the_records_that_a_model_shares_come_in_once() -> None:
    office = empty_office()
    saved(office, filled(Start.YEAR, []))
    step = filled(Start.YEAR, []).save(office)
    assert step is not None
    codes = sorted(each.code for each in office.shelf.book_of_all.table(Plan).values())
    assert codes == ["TN-2021", "TN-2021-2"]


def test_what_is_wrong_is_told_with_its_row() -> None:
    with pytest.raises(InputError, match="Dòng 1 chưa có họ tên"):
        filled(Start.NONE, [NamedRow("", "Chuyên viên", "", "")]).people()
    with pytest.raises(InputError, match="Dòng 1, Từ ngày"):
        filled(Start.NONE, [NamedRow("An", "", "32/13/2024", "")]).people()
    with pytest.raises(InputError, match="hãy ghi đủ ngày"):
        filled(Start.NONE, [NamedRow("An", "", "2024", "")]).people()
    with pytest.raises(InputError, match="Chưa ghi năm"):
        filled(Start.EMPTY, years=("26", "")).save(empty_office())


def test_a_signer_without_a_post_has_no_authority() -> None:
    step = begin([FirstPerson("An", signs=True)], FirstPlan("A", "Kế hoạch", 2026, 2026), {})
    signer = next(change.after for change in step.changes if change.entity == "signer")
    assert signer is not None
    assert (signer["authority"], signer["name"]) == ((), "An")
