"""Steps on the register: adding, renaming, figures of years, many at once, deleting, merging and back."""

from decimal import Decimal

import pytest

from nscl_desktop.domain.book import Book
from nscl_desktop.domain.changes import ChangeSet
from nscl_desktop.domain.enterprises import Certificate, Contact, Enterprise, FormerName, YearFigures
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.inspections import Visit
from nscl_desktop.domain.records import Record, values_of
from nscl_desktop.domain.supports import Dossier
from nscl_desktop.services import enterprises as register
from nscl_desktop.services.desk import Changed, Desk, Refused
from nscl_desktop.services.enterprise_merging import choices, merge
from nscl_desktop.storage.enterprise_queries import enterprise_parts, pointing_records
from tests.enterprises.registers import store_of, unit, write


class Queue:
    """Keeps what it is given."""

    def __init__(self) -> None:
        self.steps: list[ChangeSet] = []

    def submit(self, change_set: ChangeSet) -> None:
        self.steps.append(change_set)


KEPT = unit("a", "Công ty TNHH Minh Đạt", phone="0901", parent_id="b")
OTHER = unit("b", "Cty Minh Đạt", phone="0902", email="md@vi.vn", is_ocop=True)


def applied(step: ChangeSet, *records: Record) -> Book:
    book = Book(records)
    book.apply(step.changes)
    return book


def test_a_new_unit_keeps_its_tax_code_as_text_and_needs_a_name() -> None:
    step = register.add_enterprise({"name": " Âu Lạc ", "tax_code": "0100109106 001"})
    made = applied(step).get(Enterprise, step.scope)
    assert (made.name, made.tax_code) == ("Âu Lạc", "0100109106-001")
    assert step.words == "Thêm đơn vị “Âu Lạc”"
    with pytest.raises(InputError, match="Tên đơn vị"):
        register.add_enterprise({"tax_code": "0100109106"})


def test_a_new_name_keeps_the_old_one_until_its_day() -> None:
    book = applied(register.rename(KEPT, "Công ty CP Minh Đạt", "2024-07-01", "Giấy chứng nhận lần 3"), KEPT)
    (former,) = book.table(FormerName).values()
    assert (former.name, former.until, former.instrument) == (KEPT.name, "2024-07-01", "Giấy chứng nhận lần 3")
    assert book.get(Enterprise, "a").name == "Công ty CP Minh Đạt"
    with pytest.raises(InputError, match="giống tên đang dùng"):
        register.rename(KEPT, "công ty TNHH  Minh Đạt")


def test_figures_of_a_year_are_the_same_record_on_every_machine_and_of_one_year_only() -> None:
    first, second = register.year_figures("a", 2023), register.year_figures("a", 2024)
    assert first == register.year_figures("a", 2023)
    book = applied(register.set_year([first, second], first, 2022), KEPT, first, second)
    assert sorted(each.year for each in book.table(YearFigures).values()) == [2022, 2024]
    assert not register.set_year([first], first, 2023)
    with pytest.raises(InputError, match="Năm 2024 đã có số liệu"):
        register.set_year([first, second], first, 2024)
    with pytest.raises(InputError):
        register.set_year([first], first, None)
    assert register.set_value("a", first, "labour", Decimal(9)).words.endswith("của số liệu năm 2023")


def test_parts_are_added_and_deleted_in_the_scope_of_their_unit() -> None:
    contact = Contact(id="k", enterprise_id="a", name="Lê Văn Tám")
    step = register.add_part("a", contact)
    assert (step.words, step.scope) == ("Thêm người liên hệ “Lê Văn Tám”", "a")
    assert applied(register.delete_part("a", contact), KEPT, contact).table(Contact) == {}
    assert register.called(Certificate(id="c", enterprise_id="a")) == "giấy chứng nhận"


def test_a_unit_with_dossiers_or_visits_is_not_deleted_and_one_without_goes_with_all_its_parts() -> None:
    contact = Contact(id="k", enterprise_id="a", name="Lê Văn Tám")
    book = Book([KEPT, contact])
    pointing = [Dossier(id="d", enterprise_id="a"), Visit(id="v", enterprise_id="a"), OTHER]
    with pytest.raises(InputError, match=f"còn 1 {Dossier.noun}, 1 {Visit.noun} của đơn vị này"):
        register.delete_enterprise(book, "a", pointing)
    book.apply(register.delete_enterprise(book, "a", [OTHER]).changes)
    assert list(book.records()) == []


def test_one_value_for_many_leaves_alone_those_that_have_it() -> None:
    step = register.change_many([KEPT, OTHER], "is_ocop", value=True)
    assert [change.id for change in step.changes] == ["a"]
    assert step.words == "Sửa chủ thể OCOP của 1 đơn vị"


def test_merging_moves_what_belonged_to_the_other_and_is_undone_to_the_last_value() -> None:
    records: list[Record] = [
        KEPT, OTHER, Contact(id="k", enterprise_id="b", name="Lê Văn Tám"), Dossier(id="d", enterprise_id="b"),
        register.year_figures("a", 2023), register.year_figures("b", 2023), register.year_figures("b", 2024),
        unit("branch", "Chi nhánh", parent_id="b"),
    ]  # fmt: skip
    store = store_of(records)
    before = sorted(map(repr, store.load_book().records()))
    assert {each.spec.name: each.takes_other for each in choices(KEPT, OTHER)} == {
        "name": False, "phone": False, "email": True, "is_ocop": True,
    }  # fmt: skip
    with store.reading() as connection:
        own = [each for each in enterprise_parts(connection, "a") if isinstance(each, YearFigures)]
        belonging = [*own, *enterprise_parts(connection, "b"), *pointing_records(connection, "b")]
    step = merge(KEPT, OTHER, {"email": "md@vi.vn"}, belonging)
    write(store, step)
    book = store.load_book()
    assert book.get(Enterprise, "a").email == "md@vi.vn"
    assert book.get(Enterprise, "b").merged_into == "a"
    assert book.get(Enterprise, "branch").parent_id == "a"
    assert book.get(Contact, "k").enterprise_id == book.get(Dossier, "d").enterprise_id == "a"
    assert [each.name for each in book.table(FormerName).values()] == ["Cty Minh Đạt"]
    years = [(each.enterprise_id, each.year) for each in book.table(YearFigures).values()]
    assert sorted(years) == [("a", 2023), ("a", 2024), ("b", 2023)]
    write(store, step.inverted("Hoàn tác"))
    assert sorted(map(repr, store.load_book().records())) == before
    with pytest.raises(InputError, match="đã gộp rồi"):
        merge(KEPT, KEPT, {}, [])
    quiet = merge(KEPT, OTHER, {}, [Dossier(id="e", consultant_id="other")], keep_name=False)
    assert [change.entity for change in quiet.changes] == ["enterprise"]


def test_a_desk_makes_steps_at_once_and_takes_back_what_the_file_refuses() -> None:
    queue, heard = Queue(), list[Changed | Refused]()
    desk = Desk(Book([KEPT]), "a", queue)
    desk.subscribe(heard.append)
    desk.perform(ChangeSet("", ()))
    assert (desk.undo(), desk.redo(), heard) == (None, None, [])
    desk.perform(register.set_value("a", KEPT, "phone", "0999"))
    assert desk.unsaved == 1
    desk.mark_saved(queue.steps[0].id)
    undone = desk.undo()
    assert undone is not None
    assert desk.book.get(Enterprise, "a") == KEPT
    again = desk.redo()
    assert again is not None
    desk.take_back(["khác"], "Đĩa đầy.")
    desk.take_back([again.id, undone.id], "Đĩa đầy.")
    assert desk.unsaved == 0
    assert values_of(desk.book.get(Enterprise, "a"))["phone"] == "0999"
    assert isinstance(heard[-1], Refused)
