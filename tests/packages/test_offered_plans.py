"""Plans that can be given: two of one title are told apart at their beginning."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from nscl_desktop.domain.changes import ChangeSet, inserted
from nscl_desktop.domain.plans import ISSUED, REPLACED, Plan
from nscl_desktop.office.data_file import DataFile
from nscl_desktop.office.giving_room import GivingRoom

TITLE = "Kế hoạch thực hiện Chương trình nâng cao năng suất và chất lượng sản phẩm, hàng hóa trên địa bàn tỉnh"
FIRST = Plan(id="1", code="TN-2021", title=TITLE, number="950/KH-UBND", status=REPLACED)
SECOND = Plan(id="2", code="TN-2021-ĐC", title=TITLE, number="1204/KH-UBND", status=ISSUED, version=2)
NEXT = Plan(id="3", code="TN-2022", title=TITLE, number="/KH-UBND")


def at_once(call: Callable[[], None]) -> None:
    call()


def test_plans_of_one_title_begin_with_code_number_and_state(tmp_path: Path) -> None:
    data = DataFile(tmp_path / "t.db", person="A", machine="A", to_main=at_once, clock=lambda: datetime.now(UTC))
    data.add(ChangeSet("Thêm", tuple(map(inserted, (FIRST, SECOND, NEXT)))))
    room = GivingRoom(data)
    told = {
        ("plan", "1"): f"TN-2021 · 950/KH-UBND · Bị thay thế · {TITLE}",
        ("plan", "2"): f"TN-2021-ĐC · 1204/KH-UBND · Đã ban hành, lần 2 · {TITLE}",
        ("plan", "3"): f"TN-2022 · …/KH-UBND · Nháp · {TITLE}",
    }
    assert {offer.key: offer.title for offer in room.offers()} == told
    assert room.names(set(told)) == told
    data.close()
