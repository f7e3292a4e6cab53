"""The activity of the last days: every step by day and person, the record that it was taken on, no bookmarks."""

from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

from nscl_desktop.domain.activity import ActivityStep
from nscl_desktop.domain.changes import ChangeSet, inserted, updated
from nscl_desktop.domain.enterprises import Contact, Enterprise
from nscl_desktop.domain.inspections import Checklist, Visit
from nscl_desktop.office.activity_room import ActivityRoom
from nscl_desktop.office.data_file import DataFile
from nscl_desktop.presenters.activity_list import ActivityList, beginning

HANOI = timezone(timedelta(hours=7))
UNIT, CONTACT = Enterprise(id="u", name="Công ty A"), Contact(id="l", enterprise_id="u", name="Bình")
VISIT = Visit(id="v", enterprise_id="u", checklist_id="c")


def test_steps_are_told_with_the_one_record_they_were_taken_on(tmp_path: Path) -> None:
    now = [datetime(2026, 4, 18, 16, 59, tzinfo=UTC)]
    data = DataFile(tmp_path / "nscl.db", person="Hà", machine="M1", to_main=lambda _: None, clock=lambda: now[0])
    data.add(ChangeSet("Cũ", (inserted(Checklist(id="c", name="Bảng kiểm")),)))
    now[0] = datetime(2026, 4, 18, 17, 0, tzinfo=UTC)
    data.add(ChangeSet("Nhập", tuple(map(inserted, (UNIT, VISIT)))))
    data.signature = ("Bình", "M2")
    now[0] = datetime(2026, 4, 20, 2, 0, tzinfo=UTC)
    data.add(ChangeSet("Thêm liên hệ", (inserted(CONTACT),)))
    other = Enterprise(id="w", name="Công ty B")
    both = ChangeSet("Thêm kèm", (inserted(Checklist(id="k", name="Khác")), inserted(other)), "w")
    data.add(both)
    steps_of_a_visit = (("Đọc", updated(VISIT, at_question="q")), ("Ngày", updated(VISIT, date="2026-04-20")))
    for words, change in steps_of_a_visit:
        assert change is not None
        data.add(ChangeSet(words, (change,)))
    today = datetime(2026, 4, 20, 9, 0, tzinfo=HANOI)
    steps = ActivityRoom(data).steps(beginning(today, 2))
    data.close()
    assert [(step.words, step.root_entity, step.root_id, step.changes) for step in steps] == [
        ("Ngày", "visit", "v", 1), ("Thêm kèm", "enterprise", "w", 2), ("Thêm liên hệ", "enterprise", "u", 1),
        ("Nhập", "enterprise", "", 2),
    ]  # fmt: skip
    shown = ActivityList(steps, HANOI)
    assert shown.people() == ["Bình", "Hà"]
    assert shown.days() == [
        ("2026-04-20", "Thứ Hai, 20/04/2026", "3 bước"), ("2026-04-19", "Chủ nhật, 19/04/2026", "1 bước"),
    ]  # fmt: skip
    assert shown.days("Hà") == [("2026-04-19", "Chủ nhật, 19/04/2026", "1 bước")]
    assert shown.days(text="lien he") == [("2026-04-20", "Thứ Hai, 20/04/2026", "1 bước")]
    assert [cells for _, cells in shown.rows("2026-04-19")] == [("00:00:00", "Hà", "Nhập", "Nhiều bản ghi, 2 thay đổi")]


def test_a_kind_that_this_version_does_not_know_is_still_told() -> None:
    step = ActivityStep(1, datetime(2026, 4, 20, tzinfo=UTC), "Hà", "M", "Nhập", 1, "khác", "")
    assert ActivityList([step], HANOI).rows("2026-04-20")[0][1][3] == "Nhiều bản ghi"
