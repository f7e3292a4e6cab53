"""Scenes of everyday help: who works here, first steps, bin, activity, commands of every screen."""

from collections.abc import Iterator
from pathlib import Path

from nscl_desktop.domain.changes import ChangeSet, deleted, inserted
from nscl_desktop.domain.training import Person
from nscl_desktop.storage.opening import open_store
from nscl_desktop.ui.everyday.first_steps_window import FirstStepsWindow
from tests.enterprises.registers import unit, write
from tests.screens.stage import Stage

_LONG = "Công ty Trách nhiệm hữu hạn Một thành viên Thương mại Dịch vụ Sản xuất Cơ khí Chính xác Bình Minh Tây Ninh"


def fill(data: Path) -> None:
    """People of the office, and units of which some were deleted."""
    store = open_store(data)
    people = [
        Person(id="p1", name="Nguyễn Thị Hà", title="Chuyên viên", phone="0276 3822 233", is_staff=True),
        Person(
            id="p2", name="Tôn Nữ Hoàng Thị Phương Uyên", title="Phó Trưởng phòng Quản lý Tiêu chuẩn", is_staff=True
        ),
    ]
    units = [unit(f"u{at}", f"{_LONG} {at}") for at in range(8)]
    write(store, ChangeSet("Thêm", tuple(map(inserted, [*people, *units]))))
    for each in units[::2]:
        write(store, ChangeSet(f"Xóa {each.name}", (deleted(each),), each.id))
    store.close()


def everyday(stage: Stage) -> Iterator[str]:
    """Người làm việc, Thùng rác, Hoạt động, Bắt đầu từng bước, Tìm lệnh."""
    commands = stage.everyday
    stage.calm()
    yield "who"
    commands.show_bin()
    yield "bin"
    commands.show_activity()
    yield "activity"
    for page in range(4):
        commands.show_first_steps()
        stage.calm()
        window = next(each for each in stage.window.findChildren(FirstStepsWindow) if each.isVisible())
        for _ in range(page):
            window.skip.click()
        yield f"first-steps-{page + 1}"
    stage.furniture.open_palette()
    stage.calm()
    yield "commands"
