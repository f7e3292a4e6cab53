"""Scenes of the tab Thực hiện: work of Bắc Giang's plan, late, waiting for an answer, done; what can be followed."""

from collections.abc import Iterator
from pathlib import Path

from nscl_desktop.domain.changes import ChangeSet, inserted
from nscl_desktop.domain.records import Record
from nscl_desktop.domain.work import DOING, DONE, WorkItem, WorkReminder, WorkUnit
from nscl_desktop.services.work import take_over
from nscl_desktop.storage.opening import open_store
from nscl_desktop.ui.sectioned_tab import SectionedTab
from nscl_desktop.ui.tabs.work import WorkTab
from nscl_desktop.ui.work.take_over_window import TakeOverWindow
from nscl_desktop.ui.work.work_page import WorkPage
from tests.enterprises.registers import write
from tests.screens.stage import Stage
from tests.work.orders import plan_of, tasks_of

_SCHOOLS = (
    "Trường THPT Ngô Sĩ Liên",
    "Trường THPT Chuyên Bắc Giang",
    "Trường Tiểu học Lê Lợi",
    "Trường THCS Lê Quý Đôn",
)


def fill(data: Path) -> None:
    """Nine tasks of the plan followed, and one piece of work with all that belongs to it."""
    store = open_store(data)
    write(store, take_over(plan_of("BG-2021-2025"), tasks_of("BG-2021-2025")[22:31], 2025))
    lead = "Sở Khoa học và Công nghệ"
    records: list[Record] = [
        WorkItem(
            id="w1", title="Lựa chọn 02 trường trung học phổ thông và 30 mô hình điểm tại các trường", kind="choice",
            year=2022, lead=lead, partners="Sở Giáo dục và Đào tạo, UBND các huyện, thành phố", due_on="2022-03-31",
            state=DOING, person="Nguyễn Thị Hà", planned=None, unit="trường",
        ),
        WorkItem(
            id="w2", title="Khảo sát hiện trạng 50 doanh nghiệp", kind="survey", year=2021, lead=lead, state=DONE,
            done_on="2021-10-15", result="Đã có báo cáo kết quả khảo sát.", evidence="Báo cáo số 41/BC-CCTĐC",
        ),
        WorkReminder(
            id="r1", work_id="w1", sent_on="2022-03-01", number="08/CCTĐC-TC", to_party="Sở Giáo dục và Đào tạo",
            due_on="2022-03-15", answered_on="2022-03-14", note="Gửi danh sách đợt 1",
        ),
        WorkReminder(id="r2", work_id="w1", sent_on="2022-04-04", number="21/CCTĐC-TC", to_party="UBND huyện Việt Yên"),
    ]  # fmt: skip
    for at, name in enumerate(_SCHOOLS):
        group = "Trường THPT" if at < len("TH") else "Trường tiểu học, THCS"
        state = "chosen" if at % 3 == 0 else "proposed"
        records.append(
            WorkUnit(
                id=f"u{at}", work_id="w1", position=f"a{at}", name=name, group=group, sector="Giáo dục",
                locality="TP. Bắc Giang", year=2022, state=state,
            )
        )  # fmt: skip
    write(store, ChangeSet("Thêm", tuple(map(inserted, records))))
    store.close()


def doing(stage: Stage) -> Iterator[str]:
    """Every page of a piece of work, and the window that takes tasks over."""
    page = stage.show("work_item", "w1", WorkPage)
    for number in range(page.pages.count()):
        page.pages.setCurrentIndex(number)
        stage.calm()
        yield f"work-{number + 1}"
    front = stage.window.current_tab
    assert isinstance(front, SectionedTab)
    section = front.current.tab
    assert isinstance(section, WorkTab)
    section.take_over()
    stage.until(lambda: bool(section.widget().findChildren(TakeOverWindow)))
    stage.calm()
    yield "work-take-over"
