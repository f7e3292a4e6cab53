"""Courses, awards, money and work go out to other machines like everything else, and come home together."""

from datetime import UTC, datetime
from pathlib import Path

from nscl_desktop.domain.awards import AwardCriterion, AwardRegime, AwardRound, Nomination, PrizeNorm
from nscl_desktop.domain.changes import ChangeSet, inserted, updated
from nscl_desktop.domain.enterprises import Enterprise
from nscl_desktop.domain.ledger import BudgetYear, LedgerEntry
from nscl_desktop.domain.plans import Plan
from nscl_desktop.domain.records import Record
from nscl_desktop.domain.training import Course, Enrolment, Person
from nscl_desktop.domain.work import WorkItem, WorkReminder
from nscl_desktop.office.data_file import DataFile
from nscl_desktop.office.giving_room import GivingRoom
from nscl_desktop.storage.package_records import PackageRecords
from tests.packages.offices import RealOffice

COURSE = Course(id="c", title="Lớp 5S")
MONEY = BudgetYear(id="y", plan_id="p", year=2021)
RECORDS: tuple[Record, ...] = (
    Plan(id="p", code="TN-2021", title="Kế hoạch"), Enterprise(id="e", name="Công ty Một"),
    Person(id="n", name="Nguyễn Văn An"), Person(id="m", name="Không học lớp này"), COURSE,
    Enrolment(id="h", course_id="c", person_id="n"),
    AwardRegime(id="q", name="Quy chế"), AwardCriterion(id="t", regime_id="q", name="Lãnh đạo"),
    PrizeNorm(id="g", prize="Giải vàng"), AwardRound(id="r", name="Đợt 2021", regime_id="q"),
    Nomination(id="d", round_id="r", enterprise_id="e"),
    MONEY, LedgerEntry(id="b", year_id="y", amount=5_000_000),
    WorkItem(id="w", title="Khảo sát"), WorkReminder(id="k", work_id="w"),
)  # fmt: skip


def at_once(call: object) -> None:
    assert callable(call)
    call()


def keys_of(store_of: RealOffice, *roots: tuple[str, str]) -> set[str]:
    machine = store_of.check_out("máy", *roots)
    with machine.store.reading() as connection:
        return {key for _, key in PackageRecords(connection).all_keys()}


def test_each_goes_out_with_all_that_belongs_to_it_and_what_it_points_at(tmp_path: Path) -> None:
    for name, root, along in (
        ("lớp", ("course", "c"), {"c", "h", "n"}),
        ("giải", ("award_round", "r"), {"r", "d", "e", "q", "t"}),
        ("tiền", ("budget_year", "y"), {"y", "b"}),
        ("việc", ("work_item", "w"), {"w", "k"}),
    ):
        office = RealOffice(tmp_path / name)
        office.work(*map(inserted, RECORDS))
        assert keys_of(office, root) == {*along, "g"}, name  # the norms of prizes are a catalogue


def test_what_two_machines_did_to_a_course_and_to_its_money_comes_home(tmp_path: Path) -> None:
    office = RealOffice(tmp_path / "o")
    office.work(*map(inserted, RECORDS))
    first = office.check_out("một", ("course", "c"))
    second = office.check_out("hai", ("course", "c"), ("budget_year", "y"))
    first_step = [updated(COURSE, location="Hội trường A"), inserted(Person(id="n2", name="Trần Thị Bé"))]
    first.store.apply(ChangeSet("Sửa", tuple(each for each in first_step if each)), who="A", machine="A")
    second_step = [updated(COURSE, topic="5S"), inserted(LedgerEntry(id="b2", year_id="y", amount=1))]
    second.store.apply(ChangeSet("Sửa", tuple(each for each in second_step if each)), who="B", machine="B")
    for machine in (second, first):
        office.room.receive(machine.returned())
    with office.store.reading() as connection:
        found = PackageRecords(connection).records([("course", "c"), ("person", "n2"), ("ledger_entry", "b2")])
    assert (found["course", "c"]["location"], found["course", "c"]["topic"]) == ("Hội trường A", "5S")
    assert set(found) == {("course", "c"), ("person", "n2"), ("ledger_entry", "b2")}


def test_they_are_offered_by_what_a_clerk_calls_them(tmp_path: Path) -> None:
    data = DataFile(tmp_path / "t.db", person="A", machine="A", to_main=at_once, clock=lambda: datetime.now(UTC))
    data.add(ChangeSet("Thêm", tuple(map(inserted, (*RECORDS, BudgetYear(id="z"))))))
    offered = {offer.key: offer.title for offer in GivingRoom(data).offers()}
    data.close()
    assert offered["course", "c"] == "Lớp 5S"
    assert offered["award_round", "r"] == "Đợt 2021"
    assert offered["budget_year", "y"] == "Niên độ 2021 · TN-2021"
    assert offered["budget_year", "z"] == "Niên độ …"
    assert offered["work_item", "w"] == "Khảo sát"
