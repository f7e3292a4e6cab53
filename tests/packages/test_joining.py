"""A file without a common past: units are joined by choice, nothing is overwritten, nothing comes twice."""

import json
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from nscl_desktop.cli import main
from nscl_desktop.domain.attached_files import EnterpriseFile
from nscl_desktop.domain.changes import inserted, updated
from nscl_desktop.domain.enterprises import Contact, Enterprise, FormerName, YearFigures
from nscl_desktop.domain.errors import InputError, UnreadableFileError
from nscl_desktop.domain.fields import Place
from nscl_desktop.domain.inspections import Answer, Checklist, Question, Visit
from nscl_desktop.domain.records import Record, derived_id
from nscl_desktop.domain.supports import Dossier, DossierItem, StageStep, SupportKind
from nscl_desktop.office.joining_room import JoiningRoom
from nscl_desktop.services.joining import NEW, SKIP, ForeignUnit, joined_key
from nscl_desktop.storage.attachments import file_of
from nscl_desktop.storage.opening import open_store
from nscl_desktop.storage.package_records import PackageRecords
from nscl_desktop.storage.packages import file_id
from nscl_desktop.storage.store import Store
from tests.packages.offices import WHO, RealOffice, exported, work
from tests.ui.memory_register import MemoryRegister

MINE = Enterprise(id="e1", name="Công ty TNHH Minh Đạt", tax_code="0100109106")
THEIRS = Enterprise(id="x1", name="Công ty TNHH cơ khí Minh Đạt", tax_code="0100109106", phone="0276")
FRESH = Enterprise(id="x2", name="Hợp tác xã Rau sạch Long Khánh", tax_code="")
LIKE = Enterprise(id="x3", name="Công ty cổ phần May Bình An")
LIKED = Enterprise(id="e3", name="Công ty TNHH May Bình An")
KIND = SupportKind(id="kx", code="5S", name="5S", unit="Công cụ")
CHECKLIST = Checklist(id="cx", name="Kiểm tra")
QUESTION = Question(id="qx", checklist_id="cx", place=Place("", "a"), text="Còn áp dụng?")
BELOW = Question(id="qy", checklist_id="cx", place=Place("qx", "a"), text="Từ khi nào?", asked_if="qx")
DOSSIER = Dossier(id="dx", enterprise_id="x1", code="HS-01", consultant_id="x2")
VISIT = Visit(id="vx", enterprise_id="x1", dossier_id="dx", checklist_id="cx")
STEP = StageStep(id=derived_id("stage_step", "dx", "registered"), dossier_id="dx", stage="registered")
FIGURES = YearFigures(id=derived_id("year_figures", "x1", 2025), enterprise_id="x1", year=2025, revenue=5)
THERE: tuple[Record, ...] = (
    KIND, CHECKLIST, QUESTION, BELOW, THEIRS, FRESH, LIKE,
    FIGURES,
    Contact(id="px", enterprise_id="x1", name="An"), Contact(id="py", enterprise_id="x1", name="Bình"),
    DOSSIER, DossierItem(id="ix", dossier_id="dx", kind_id="kx"), STEP,
    VISIT, Answer(id=derived_id("answer", "vx", "qx"), visit_id="vx", question_id="qx", note="đã xem"),
)  # fmt: skip


class OpenFile(MemoryRegister):
    """The office's file as the window has it open."""

    def __init__(self, store: Store) -> None:
        super().__init__()
        self._store = store


@pytest.fixture
def ours(tmp_path: Path) -> RealOffice:
    office = RealOffice(tmp_path / "o")
    office.work(
        inserted(MINE), inserted(LIKED), inserted(Contact(id="p1", enterprise_id="e1", name="An")),
        inserted(replace(KIND, id="k1")),
    )  # fmt: skip
    return office


@pytest.fixture
def other(tmp_path: Path) -> Path:
    office = RealOffice(tmp_path / "tỉnh khác")
    office.work(*map(inserted, THERE))
    office.store.close()
    return tmp_path / "tỉnh khác" / "nscl.db"


@pytest.fixture
def room(ours: RealOffice) -> JoiningRoom:
    return JoiningRoom(OpenFile(ours.store))


def proposed(units: list[ForeignUnit]) -> dict[str, str]:
    return {each.unit.id: each.proposal for each in units}


def table(store: Store, entity: str) -> dict[str, dict[str, object]]:
    with store.reading() as connection:
        return {key: dict(values) for (_, key), values in PackageRecords(connection).all_of(entity).items()}


def origin_of(path: Path) -> str:
    store = open_store(path)
    with store.reading() as connection:
        found = file_id(connection)
    store.close()
    return found


def test_what_may_be_the_same_is_shown_and_only_what_is_sure_is_proposed(room: JoiningRoom, other: Path) -> None:
    units = room.units(other)
    assert proposed(units) == {"x1": "e1", "x2": NEW, "x3": SKIP}
    assert [hit.first_id for each in units for hit in each.candidates] == ["e1", "e3"]


def test_chosen_units_come_with_all_that_belongs_to_them(room: JoiningRoom, ours: RealOffice, other: Path) -> None:
    joined = room.take_over(other, {"x1": "e1", "x2": NEW, "x3": SKIP})
    origin = origin_of(other)
    assert dict(joined.added) == {
        "enterprise": 1, "checklist": 1, "question": 2, "contact": 1, "year_figures": 1, "dossier": 1,
        "dossier_item": 1, "stage_step": 1, "visit": 1, "answer": 1, "former_name": 1,
    }  # fmt: skip
    dossier = joined_key(origin, "dossier", "dx")
    found = table(ours.store, "dossier")[dossier]
    assert (found["enterprise_id"], found["code"]) == ("e1", "HS-01")
    assert found["consultant_id"] == joined_key(origin, "enterprise", "x2")
    assert {each["kind_id"] for each in table(ours.store, "dossier_item").values()} == {"k1"}
    assert list(table(ours.store, "stage_step")) == [derived_id("stage_step", dossier, "registered")]
    assert list(table(ours.store, "year_figures")) == [derived_id("year_figures", "e1", 2025)]
    visit, question = joined_key(origin, "visit", "vx"), joined_key(origin, "question", "qx")
    assert list(table(ours.store, "answer")) == [derived_id("answer", visit, question)]
    below = table(ours.store, "question")[joined_key(origin, "question", "qy")]
    assert (below["place"], below["asked_if"]) == (Place(question, "a"), question)


def test_what_is_empty_is_filled_and_nothing_overwritten(room: JoiningRoom, ours: RealOffice, other: Path) -> None:
    room.take_over(other, {"x1": "e1"})
    mine = table(ours.store, "enterprise")["e1"]
    assert (mine["name"], mine["phone"]) == (MINE.name, "0276")
    assert [each["name"] for each in table(ours.store, "former_name").values()] == [THEIRS.name]
    assert sorted(str(each["name"]) for each in table(ours.store, "contact").values()) == ["An", "Bình"]


def test_a_dry_run_tells_the_same_and_writes_nothing(room: JoiningRoom, ours: RealOffice, other: Path) -> None:
    before = exported(ours.store)
    told = room.take_over(other, {"x1": "e1", "x2": NEW}, dry_run=True)
    assert exported(ours.store) == before
    assert room.take_over(other, {"x1": "e1", "x2": NEW}).added == told.added


def test_the_step_can_be_taken_back_whole(room: JoiningRoom, ours: RealOffice, other: Path) -> None:
    before = exported(ours.store)
    joined = room.take_over(other, {"x1": "e1", "x2": NEW})
    assert len(list((ours.folder / "backups").glob("*.db"))) == 1
    ours.store.apply(joined.step.inverted("Hoàn tác"), **WHO)
    assert exported(ours.store) == before


def test_the_same_file_twice_adds_nothing(room: JoiningRoom, ours: RealOffice, other: Path) -> None:
    room.take_over(other, {"x1": "e1", "x2": NEW, "x3": NEW})
    before = exported(ours.store)
    assert proposed(room.units(other))["x2"] == joined_key(origin_of(other), "enterprise", "x2")
    again = room.take_over(other, proposed(room.units(other)))
    assert dict(again.added) == {}
    assert exported(ours.store) == before


def test_an_older_copy_of_our_own_file_gives_back_only_what_it_has_more(tmp_path: Path, ours: RealOffice) -> None:
    office = RealOffice(tmp_path / "bản cũ")
    office.work(
        inserted(MINE), inserted(replace(KIND, id="k1")), inserted(CHECKLIST), inserted(QUESTION),
        inserted(Dossier(id="d1", enterprise_id="e1", code="cũ")),
        inserted(FormerName(id="f1", enterprise_id="e1", name="Tên xưa")),
        inserted(DossierItem(id="i1", dossier_id="d1", kind_id="k1")),
        inserted(Visit(id="v1", enterprise_id="e1", checklist_id="cx")),
    )  # fmt: skip
    office.store.close()
    ours.work(
        inserted(CHECKLIST), inserted(QUESTION), inserted(Dossier(id="d1", enterprise_id="e1", code="mới")),
        updated(MINE, name="Công ty TNHH Minh Đạt Phát"),
    )  # fmt: skip
    room = JoiningRoom(OpenFile(ours.store))
    joined = room.take_over(office.folder / "nscl.db", proposed(room.units(office.folder / "nscl.db")))
    assert dict(joined.added) == {"former_name": 2, "visit": 1}
    assert table(ours.store, "dossier")["d1"]["code"] == "mới"
    assert table(ours.store, "dossier_item") == {}
    assert {each["checklist_id"] for each in table(ours.store, "visit").values()} == {"cx"}


def test_attached_files_come_along(tmp_path: Path, ours: RealOffice, room: JoiningRoom) -> None:
    content = b"%PDF-1.7 scan"
    digest = sha256(content).hexdigest()
    office = RealOffice(tmp_path / "có tệp")
    office.work(inserted(FRESH), inserted(EnterpriseFile(id="fx", enterprise_id="x2", sha256=digest)))
    office.store.close()
    (office.folder / "attachments").mkdir()
    (office.folder / "attachments" / f"{digest}.pdf").write_bytes(content)
    assert room.take_over(office.folder / "nscl.db", {"x2": NEW}).files == {digest}
    assert file_of(digest, ours.folder / "attachments")


def test_what_cannot_be_joined_is_refused(room: JoiningRoom, ours: RealOffice, other: Path, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="Không có đơn vị"):
        room.take_over(other, {"x1": "không có"})
    with pytest.raises(InputError, match="chính tệp dữ liệu đang mở"):
        room.units(ours.folder / "nscl.db")
    with pytest.raises(UnreadableFileError, match="Không đọc được"):
        room.units(tmp_path / "không có.db")
    (tmp_path / "x.db").write_text("không phải", "utf-8")
    with pytest.raises(UnreadableFileError):
        room.units(tmp_path / "x.db")


def test_a_unit_that_was_merged_away_there_does_not_come(tmp_path: Path, room: JoiningRoom) -> None:
    office = RealOffice(tmp_path / "gộp")
    office.work(inserted(FRESH), inserted(replace(LIKE, merged_into="x2")))
    office.store.close()
    assert proposed(room.units(office.folder / "nscl.db")) == {"x2": NEW}


def test_the_other_file_stays_as_it_is(room: JoiningRoom, other: Path) -> None:
    before = other.read_bytes()
    room.take_over(other, {"x1": "e1"})
    assert other.read_bytes() == before
    assert [each.name for each in other.parent.iterdir()] == ["nscl.db"]


def test_units_are_joined_from_the_command_line(
    ours: RealOffice, other: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ours.store.close()
    data = ["--data", str(ours.folder / "nscl.db")]
    assert main(["data-import", str(other), "--dry-run", "--json", *data]) == 0
    told = json.loads(capsys.readouterr().out)
    assert {each["id"]: each["choice"] for each in told["units"]} == {"x1": "e1", "x2": "new", "x3": "skip"}
    assert told["added"]["dossier"] == 1
    assert main(["data-import", str(other), *data]) == 0
    assert "Có thể trùng, chưa nhận: Công ty cổ phần May Bình An" in capsys.readouterr().out
    assert main(["data-import", str(other), "--unit", LIKE.name, "--choose", "x3=e3", *data]) == 0
    assert main(["data-import", str(other), *data]) == 0
    assert "không có gì mới" in capsys.readouterr().out.splitlines()[-1]
    for wrong in (["--unit", "không có"], ["--choose", "x9=new"], ["--choose", "x1"], ["--choose", "x1=không có"]):
        assert main(["data-import", str(other), *wrong, *data]) == 64
    work(open_store(ours.folder / "nscl.db"), inserted(Enterprise(id="z", name="Z")))
