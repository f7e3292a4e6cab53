"""A unit on the desk as forms and tables: what is typed is taken or refused in a sentence, years moved, days told."""

import pytest

from nscl_desktop.domain.book import Book
from nscl_desktop.domain.changes import ChangeSet, deleted
from nscl_desktop.domain.enterprises import Certificate, Contact, Enterprise, FormerName, YearFigures
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.records import Record
from nscl_desktop.presenters.enterprise_sheet import EnterpriseForm, PartList, expiry_of, former_names, size_of
from nscl_desktop.services.desk import Desk
from tests.enterprises.full_unit import TODAY, UNIT, own_records


class Unheard:
    """A queue in front of no file."""

    def submit(self, change_set: ChangeSet) -> None:
        """Saved at once."""


@pytest.fixture
def desk() -> Desk:
    return Desk(Book(own_records()), "u", Unheard())


def parts(desk: Desk, kind: type[Record], order: str, *names: str, falling: bool = False) -> PartList:
    return PartList(desk, kind, names, order, falling=falling)


def test_a_form_shows_fields_and_takes_what_is_typed(desk: Desk) -> None:
    form = EnterpriseForm(desk, ("name", "kind", "tax_code", "founded_on"))
    assert (form.record_id, form.stored("kind"), form.field("founded_on").text) == ("u", "llc_one", "2/6/2014")
    assert ("llc_one", "Công ty TNHH một thành viên") in form.offers("kind")
    form.enter("founded_on", "3/6/2014")
    assert desk.book.get(Enterprise, "u").founded_on == "2014-06-03"
    form.show("another")
    assert form.record_id == "u"


def test_a_doubtful_tax_code_is_kept_and_its_doubt_told(desk: Desk) -> None:
    form = EnterpriseForm(desk, ("tax_code",))
    assert "sai chữ số kiểm tra" in form.field("tax_code").error
    form.enter("tax_code", "0100109106")
    assert form.field("tax_code").error == ""


def test_what_is_refused_stays_in_its_field_beside_the_sentence(desk: Desk) -> None:
    form = EnterpriseForm(desk, ("name", "founded_on"))
    with pytest.raises(InputError, match="Tên đơn vị"):
        form.enter("name", "")
    field = form.field("name")
    assert field.text == ""
    assert "không được để trống" in field.error
    assert desk.book.get(Enterprise, "u").name == UNIT.name
    form.enter("name", "Tên mới")
    assert form.field("name").error == ""


def test_a_unit_that_is_gone_has_closed_fields(desk: Desk) -> None:
    desk.book.apply([deleted(desk.book.get(Enterprise, "u"))])
    form = EnterpriseForm(desk, ("name",))
    assert (form.field("name").is_open, form.field("name").text, form.stored("kind")) == (False, "", "")
    form.enter("name", "Ai đó")
    figures = desk.book.get(YearFigures, "y25")
    assert size_of(desk, figures) == ("", "")


def test_parts_stand_in_their_order_and_are_edited(desk: Desk) -> None:
    years = parts(desk, YearFigures, "year", "year", "labour", "revenue", falling=True)
    assert [years.text(each, years.specs[0]) for each in years.records()] == ["2025", "2024"]
    newest = years.records()[0]
    assert years.text(newest, years.specs[2]) == "63.200.000.000"
    years.enter(newest, years.specs[1], "90,5")
    assert str(desk.book.get(YearFigures, newest.id).labour) == "90.5"
    years.move(newest, 1)
    assert years.is_open
    assert years.offers(years.specs[0]) == ()


def test_the_year_of_figures_is_moved_unless_it_has_its_own(desk: Desk) -> None:
    years = parts(desk, YearFigures, "year", "year")
    with pytest.raises(InputError, match="Năm 2025 đã có số liệu"):
        years.enter(desk.book.get(YearFigures, "y24"), years.specs[0], "2025")
    years.enter(desk.book.get(YearFigures, "y24"), years.specs[0], "2023")
    assert {each.year for each in desk.book.table(YearFigures).values()} == {2023, 2025}


def test_new_parts_say_what_they_are_until_something_is_typed(desk: Desk) -> None:
    assert desk.book.get(YearFigures, parts(desk, YearFigures, "year", "year").add()).year == 2026
    certificate = desk.book.get(Certificate, parts(desk, Certificate, "expires_on", "standard").add())
    assert certificate.standard == "(tiêu chuẩn)"
    contacts = parts(desk, Contact, "position", "name")
    assert contacts.add() == contacts.records()[-1].id
    assert [each.id == "c1" for each in contacts.records()] == [True, False]


def test_the_first_figures_of_a_unit_are_of_the_year_offered() -> None:
    desk = Desk(Book([UNIT]), "u", Unheard())
    assert desk.book.get(YearFigures, parts(desk, YearFigures, "year", "year").add()).year == PartList.first_year


def test_a_part_is_deleted_and_taken_back(desk: Desk) -> None:
    names = parts(desk, FormerName, "until", "name")
    assert names.delete(names.records()[0]) == "Đã xóa tên cũ “Cơ sở Nông sản Tân Châu”"
    assert names.records() == ()
    desk.undo()
    assert [each.name for each in former_names(desk)] == ["Cơ sở Nông sản Tân Châu"]


def test_the_size_class_is_told_with_its_reason(desk: Desk) -> None:
    size, reason = size_of(desk, desk.book.get(YearFigures, "y25"))
    # 81 people, 63.2 billion of revenue in industry: nhỏ (NĐ 80/2021/NĐ-CP, Điều 5: ≤ 100 people and ≤ 50 tỷ, or
    # ≤ 20 tỷ of capital; here 24 tỷ and 63.2 tỷ, so vừa: ≤ 200 people and ≤ 200 tỷ)
    assert "vừa" in size.lower()
    assert reason
    assert size_of(desk, desk.book.get(Contact, "c1")) == ("", "")


@pytest.mark.parametrize(
    ("ends", "words"),
    [
        ("2026-03-14", "Hết hạn 1 ngày"), ("2026-03-15", "Sắp hết hạn: còn 0 ngày"),
        ("2026-06-13", "Sắp hết hạn: còn 90 ngày"), ("2026-06-14", "Còn 91 ngày"), ("2026-06", ""), ("", ""),
    ],
)  # fmt: skip
def test_the_days_left_of_a_certificate_are_told(ends: str, words: str) -> None:
    assert expiry_of(Certificate(id="z", enterprise_id="u", standard="ISO 9001", expires_on=ends), TODAY) == words


def test_only_certificates_expire() -> None:
    assert expiry_of(UNIT, TODAY) == ""
