"""All about one unit: gathered from every register, money by source, the time line; read back from a data file."""

from nscl_desktop.domain.changes import ChangeSet, inserted
from nscl_desktop.domain.contracts import Contract
from nscl_desktop.domain.enterprises import Certificate, Enterprise
from nscl_desktop.domain.inspections import Visit
from nscl_desktop.domain.records import Record
from nscl_desktop.domain.supports import Dossier, DossierMoney, StageStep
from nscl_desktop.domain.unit_record import UnitRecord, certificate_name, unit_record
from nscl_desktop.domain.unit_timeline import Event, by_year, timeline
from nscl_desktop.office.enterprise_room import EnterpriseRoom
from tests.enterprises.full_unit import UNIT, full_unit, own_records
from tests.enterprises.registers import unit, write
from tests.ui.memory_register import MemoryRegister


def gathered(*records: Record) -> UnitRecord:
    found = unit_record(records, "u")
    assert found is not None
    return found


FULL = gathered(*full_unit())


def events_of(*records: Record) -> tuple[Event, ...]:
    return timeline(gathered(UNIT, *records))


def test_everything_is_gathered_newest_first() -> None:
    assert [each.dossier.code for each in FULL.dossiers] == ["HS-2025-03", "HS-2022-07"]
    assert [each.year for each in FULL.figures] == [2025, 2024]
    assert [each.id for each in FULL.papers] == ["f4", "f3"]
    assert [each.id for each in FULL.files] == ["f1", "f2"]
    assert [each.name for each in FULL.contacts] == ["Trần Văn Lực"]


def test_a_visit_that_was_corrected_is_left_out_with_its_advice() -> None:
    assert [each.id for each in FULL.visits] == ["v1", "v2"]
    assert {each.id for each in FULL.advice} == {"a1", "a2"}
    assert [each.id for each in FULL.open_advice] == ["a1"]


def test_what_is_missing_is_none() -> None:
    assert unit_record(full_unit(), "nobody") is None
    assert FULL.dossier_of("d1") is FULL.dossiers[1]
    assert FULL.dossier_of(None) is None
    assert FULL.visit_of("v0") is None
    found = FULL.visit_of("v1")
    assert found is not None
    assert found.number == "04"


def test_visits_are_called_by_plan_else_check_list_else_simply() -> None:
    assert [FULL.visit_words(each) for each in FULL.visits] == ["Kiểm tra định kỳ năm 2025", "Bảng kiểm 5S"]
    bare = gathered(UNIT, Visit(id="v", enterprise_id="u"))
    assert bare.visit_words(bare.visits[0]) == "Kiểm tra"


def test_money_is_told_by_source_over_all_dossiers() -> None:
    rows = {row.source: row.sums for row in FULL.money_by_source()}
    assert list(rows) == ["Ngân sách nhà nước", "Doanh nghiệp đối ứng"]
    state, own = rows["Ngân sách nhà nước"], rows["Doanh nghiệp đối ứng"]
    # HS-2022-07: 90 + 60 planned, 150 contracted and shared out 3 : 2; HS-2025-03: 35 planned and contracted
    assert (state.planned, state.contracted, state.out, state.own) == (125_000_000, 125_000_000, 90_000_000, 0)
    assert (own.planned, own.contracted, own.out, own.own) == (60_000_000, 60_000_000, 0, 60_000_000)
    total = FULL.money()
    assert (total.planned, total.out, total.own) == (185_000_000, 90_000_000, 60_000_000)


def test_money_without_a_source_comes_last_and_an_unknown_one_by_its_code() -> None:
    found = gathered(
        UNIT,
        Dossier(id="d", enterprise_id="u", title="Hướng dẫn"),
        DossierMoney(id="m1", dossier_id="d", position="a0", amount=9),
        DossierMoney(id="m2", dossier_id="d", position="a1", source="KCB", amount=5),
    )
    assert [(row.source, row.sums.planned) for row in found.money_by_source()] == [("KCB", 5), ("", 9)]
    assert gathered(UNIT).money_by_source() == ()


def test_the_time_line_tells_everything_dated_newest_first_by_year() -> None:
    events = timeline(FULL)
    assert [each.day for each in events] == sorted((each.day for each in events), reverse=True)
    years = dict(by_year(events))
    assert list(years) == ["2026", "2025", "2023", "2022", "2019", "2014"]
    told = {(each.day, each.words) for each in events}
    assert {
        ("2014-06-02", "Thành lập"),
        ("2019-05-20", "Thôi dùng tên “Cơ sở Nông sản Tân Châu” theo GCN 55/2019"),
        ("2019-05-20", "Giấy chứng nhận đăng ký doanh nghiệp"),
        ("2022-01-15", "Đăng ký: Phiếu đăng ký số 07"),
        ("2022-01-15", "Nhận Phiếu đăng ký số 07"),
        ("2022-02-01", "Đơn vị cam kết"),
        ("2022-03-01", "Đo trước hỗ trợ: Tỷ lệ lỗi"),
        ("2022-03-20", "Ký hợp đồng số 12/HĐ-2022 với Trung tâm Năng suất miền Nam, 150.000.000 đồng"),
        ("2022-04-01", "Tạm ứng 45.000.000 đồng (Ngân sách nhà nước)"),
        ("2023-04-10", "Được chứng nhận TCVN ISO 22000:2018, số VN-22000-118, QUACERT cấp"),
        ("2023-04-10", "Hoàn thành TCVN ISO 22000:2018"),
        ("2023-05-05", "Nghiệm thu hợp đồng số 12/HĐ-2022"),
        ("2023-06-12", "Đối ứng của đơn vị 60.000.000 đồng (Doanh nghiệp đối ứng)"),
        ("2023-11-20", "Theo dõi sau 6 tháng"),
        ("2025-11-20", "Kiểm tra định kỳ năm 2025 (đã ký biên bản), biên bản số 04"),
        ("2025-11-20", "Lối đi bị che"),
        ("2025-12-20", "Khắc phục xong: Lập sổ vệ sinh máy"),
    } <= told


def test_a_standard_is_cited_with_its_edition_once() -> None:
    named = [
        certificate_name(Certificate(id="z", enterprise_id="u", standard=standard, edition=edition))
        for standard, edition in (
            ("ISO 9001", "2015"), ("ISO 9001:2015", "2015"), ("VietGAP", ""), ("TCCS 01", "lần 2"),
        )
    ]  # fmt: skip
    assert named == ["ISO 9001:2015", "ISO 9001:2015", "VietGAP", "TCCS 01 lần 2"]


def test_what_is_due_and_not_done_is_marked() -> None:
    due = {(each.day, each.words) for each in timeline(FULL) if each.is_due}
    assert due == {
        ("2026-02-15", "Hạn báo cáo của đơn vị"),
        ("2026-02-28", "Hạn khắc phục: Kẻ vạch lối đi khu đóng gói"),
        ("2026-04-09", "Hết hạn chứng nhận TCVN ISO 22000:2018, số VN-22000-118"),
        ("2026-05-05", "Hạn theo dõi sau 36 tháng"),
        ("2026-05-31", "Hạn thực hiện hợp đồng số 05/HĐ-2025"),
        ("2026-06-30", "Hạn bước Thực hiện"),
    }


def test_an_event_names_the_record_that_tells_more() -> None:
    places = {each.words: (each.entity, each.key) for each in timeline(FULL)}
    assert places["Thành lập"] == (Enterprise.entity, "u")
    assert places["Theo dõi sau 6 tháng"] == (Dossier.entity, "d1")
    assert places["Khắc phục xong: Lập sổ vệ sinh máy"] == (Visit.entity, "v1")
    assert places["Lối đi bị che"] == (Visit.entity, "v1")


def test_an_ended_dossier_waits_for_nothing() -> None:
    events = events_of(
        Dossier(
            id="d", enterprise_id="u", title="5S", state="ended", state_on="2025-08", state_reason="ngừng sản xuất",
            replacing_decision="QĐ 12",
        ),
        StageStep(id="s", dossier_id="d", stage="running", due_on="2025-12-01"),
        Contract(id="k", dossier_id="d", number="1", deadline="2025-12-01"),
    )  # fmt: skip
    assert [(each.day, each.group, each.words) for each in events[:-1]] == [
        ("2025-08", "Hỗ trợ “5S”", "Chấm dứt, đã thay thế: ngừng sản xuất")
    ]
    paused = Dossier(id="d", enterprise_id="u", code="H1", title="5S", state="paused", state_on="2025-08-01")
    assert [(each.group, each.words) for each in events_of(paused)[:-1]] == [("Hỗ trợ H1", "Tạm dừng")]


def test_an_appendix_to_a_contract_has_no_deadline_of_its_own() -> None:
    events = events_of(
        Dossier(id="d", enterprise_id="u", code="H1", title="5S"),
        Contract(id="k", dossier_id="d", number="1", date="2025-01-01", deadline="2025-12-01"),
        Contract(id="l", dossier_id="d", number="1a", date="2025-06-01", changes="k", deadline="2026-03-01"),
    )
    assert [(each.day, each.words) for each in events if each.day > "2024"] == [
        ("2026-03-01", "Hạn thực hiện hợp đồng số 1"),
        ("2025-06-01", "Ký phụ lục hợp đồng số 1a"),
        ("2025-01-01", "Ký hợp đồng số 1"),
    ]


def test_a_data_file_gives_all_of_it_back() -> None:
    register = MemoryRegister()
    others = [unit("w", "Đơn vị khác"), Dossier(id="dw", enterprise_id="w", title="Của đơn vị khác")]
    write(register.store, ChangeSet("Thêm", tuple(map(inserted, [*full_unit(), *others]))))
    room = EnterpriseRoom(register)
    found = unit_record([*room.belonging("u"), *room.about("u")], "u")
    assert found == FULL
    assert room.about("w") == [others[1]]
    assert len(room.belonging("u")) == len(own_records())
