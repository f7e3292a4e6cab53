"""Công văn đôn đốc: one for each agency, the late work in it with its days, filled from the shipped template."""

import io

import docx

from nscl_desktop.domain.plans import Plan
from nscl_desktop.domain.work import DONE, WorkItem
from nscl_desktop.reports.templates import fill, open_fields, template_path
from nscl_desktop.services.daily_papers import WORK_REMINDER, DailyPaper, with_typed
from nscl_desktop.services.paper_fields import FIELDS, Subject
from nscl_desktop.services.work_letters import reminders

DAY = "2021-11-20"
PLAN = Plan(
    id="kh", code="TN-2021", title="Kế hoạch", number="950/KH-UBND", date="2021-03-30",
    issuer="Ủy ban nhân dân tỉnh Tây Ninh",
)  # fmt: skip
ITEMS = (
    WorkItem(id="1", title="Tính toán TFP", lead="Cục Thống kê tỉnh", plan_id="kh", due_on="2021-10-31", person="Hà"),
    WorkItem(id="2", title="Cung cấp số liệu", lead="Cục Thống kê tỉnh", plan_id="kh", due_on="2021-11"),
    WorkItem(id="3", title="Bố trí kinh phí", lead="Sở Tài chính", plan_id="kh", due_on="2021-11-01", partners="KBNN"),
    WorkItem(id="4", title="Đã xong", lead="Sở Tài chính", plan_id="kh", due_on="2021-01-01", state=DONE),
    WorkItem(id="5", title="Chưa giao ai", due_on="2021-11-19"),
)
TYPED = {
    "so": "21", "co_quan.ten": "CHI CỤC", "co_quan.chu_quan": "SỞ", "co_quan.ky_hieu": "CCTĐC", "co_quan.dia_danh": "X",
    "co_quan.quyen_han": "CHI CỤC TRƯỞNG", "co_quan.nguoi_ky": "Nguyễn Văn An", "co_quan.don_vi_soan": "TC",
    "ben_a.ten": "Chi cục Tiêu chuẩn Đo lường Chất lượng", "han_tra_loi": "30/11/2021", "nguoi_lien_he": "Hà",
    "ngay_ky": "20/11/2021",
}  # fmt: skip


def rows(letter_values: dict[str, object]) -> list[tuple[str, str, str]]:
    found = letter_values["viec_giao"]
    assert isinstance(found, tuple)
    return [(row["ten"], row["han"], row["so_ngay"]) for row in found]


def test_each_agency_gets_one_letter_with_all_that_it_owes() -> None:
    letters = reminders(ITEMS, {"kh": PLAN}, (), DAY)
    assert [(each.name, rows(dict(each.values))) for each in letters] == [
        ("Cục Thống kê tỉnh", [("Tính toán TFP", "31/10/2021", "20")]),
        ("Sở Tài chính", [("Bố trí kinh phí", "1/11/2021", "19")]),
        ("Chưa giao ai", [("Chưa giao ai", "19/11/2021", "1")]),
    ]


def test_chosen_work_is_urged_before_it_is_late_and_never_once_it_is_done() -> None:
    letters = reminders(ITEMS, {"kh": PLAN}, {"2", "4"}, DAY)
    assert [(each.name, rows(dict(each.values))) for each in letters] == [
        ("Cục Thống kê tỉnh", [("Cung cấp số liệu", "11/2021", " ")])
    ]
    (undated,) = reminders([WorkItem(id="x", title="Không hạn")], {}, {"x"}, DAY)
    assert rows(dict(undated.values)) == [("Không hạn", " ", " ")]
    assert undated.values["ke_hoach"] == {"van_ban": ""}


def test_the_letter_leaves_nothing_open_and_says_what_is_late() -> None:
    paper = DailyPaper(WORK_REMINDER, "Công văn đôn đốc công việc")
    assert paper.subject is Subject.WORK
    path = template_path(paper.name, None)
    letter = reminders(ITEMS, {"kh": PLAN}, {"3"}, DAY)[0]
    found = open_fields(path, letter.values)
    assert found.unknown == ()
    assert [name for name in found.empty if name not in FIELDS] == []
    values = with_typed(letter.values, TYPED)
    assert open_fields(path, values).empty == ()
    document = docx.Document(io.BytesIO(fill(path, values)))
    text = "\n".join("".join(node.itertext()) for node in document.element.body)
    for words in (
        "Kế hoạch số 950/KH-UBND ngày 30 tháng 3 năm 2021 của Ủy ban nhân dân tỉnh Tây Ninh", "Sở Tài chính",
        "Bố trí kinh phí", "KBNN", "1/11/2021", "30/11/2021",
    ):  # fmt: skip
        assert words in text
