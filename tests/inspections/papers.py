"""Minutes to be looked at: made from the shipped lists, with long answers and many people."""

from nscl_desktop.domain.appendix import AppendixDoc
from nscl_desktop.domain.book import Book
from nscl_desktop.domain.enterprises import Enterprise
from nscl_desktop.domain.inspections import (
    CLERK,
    HEAD,
    HOST,
    MEMBER,
    SCORE,
    VERDICT,
    Checklist,
    InspectionPlan,
    Visit,
)
from nscl_desktop.domain.minutes import MinutesFrame, minutes
from nscl_desktop.domain.visit_sheet import VisitSheet
from nscl_desktop.exchange.shipped_checklists import missing_checklists
from nscl_desktop.services.checklist_editing import put_in_use
from nscl_desktop.services.visit_work import (
    add_participant,
    add_recommendation,
    answer_question,
    finish,
    new_visit,
    set_part_field,
    set_visit_field,
)
from tests.inspections.sheets import after

UNIT = Enterprise(id="e", name="Công ty TNHH Một thành viên Cơ khí chính xác Tân Phát Tây Ninh")
FRAME = MinutesFrame(
    ("SỞ KHOA HỌC VÀ CÔNG NGHỆ TỈNH TÂY NINH", "CHI CỤC TIÊU CHUẨN ĐO LƯỜNG CHẤT LƯỢNG"),
    "CCTĐC",
    UNIT.name,
    InspectionPlan(
        id="p", name="Kiểm tra tình hình thực hiện nội dung hỗ trợ năm 2026",
        document="Kế hoạch số 12/KH-CCTĐC", documented_on="2026-02-10",
    ),
)  # fmt: skip
TEXTS = {
    "Giấy tờ còn thiếu": "Bản cam kết đối ứng kinh phí; biên bản khảo sát ban đầu",
    "Khối lượng": "75",
    "Số người": "42",
    "Kết quả đo được": "Tỷ lệ sản phẩm lỗi giảm từ 4,2% xuống 2,9%; thời gian chuẩn bị khuôn giảm từ 45 phút xuống"
    " 28 phút mỗi lần; chưa đo chi phí tồn kho",
    "Tình trạng chứng nhận": "Đang đánh giá",
}
NOTES = {
    "Hồ sơ hỗ trợ lưu": "Thiếu bản cam kết, biên bản khảo sát; cán bộ phụ trách cũ đã nghỉ việc và chưa bàn giao xong"
    " hồ sơ cho người thay thế, đơn vị hẹn bổ sung trước ngày 31/3/2026",
    "Tài liệu của hệ thống": "Quy trình QT-01 đến QT-14, ban hành ngày 02/01/2026",
}


def _found(texts: dict[str, str], name: str) -> str:
    return next((text for begin, text in texts.items() if name.startswith(begin)), "")


def visited(name: str) -> tuple[Book, str]:
    """A file with one visit by a shipped list, all its questions answered; the visit's key."""
    made = Book([UNIT])
    after(made, missing_checklists(made))
    checklist = next(each for each in made.table(Checklist).values() if name in each.name)
    after(made, put_in_use(made, checklist.id))
    step = new_visit(made, "e", checklist.id, date="2026-03-05")
    after(made, step)
    key = step.scope
    waiting = list(VisitSheet(made, key).asked())
    while waiting:
        each = waiting.pop(0)
        fails = each.text.startswith("Hồ sơ hỗ trợ lưu")
        text = {VERDICT: "Chưa đạt" if fails else "Đạt", SCORE: str(1 + len(waiting) % 4)}.get(
            each.kind, _found(TEXTS, each.text)
        )
        after(made, answer_question(made, key, each.id, text, _found(NOTES, each.text)))
        known = VisitSheet(made, key)
        waiting = [one for one in known.asked() if one.id not in known.answers]
    return made, key


def inspected() -> AppendixDoc:
    """A finished visit with many people, shortcomings and recommendations."""
    made, key = visited("tình hình")
    people = [
        ("Nguyễn Văn An", "Phó Chi cục trưởng", HEAD), ("Trần Thị Bích Ngọc", "Chuyên viên", CLERK),
        ("Phạm Quốc Hùng", "Trưởng phòng Quản lý tiêu chuẩn chất lượng", MEMBER),
        ("Đỗ Minh Khôi", "Chuyên viên", MEMBER),
    ]  # fmt: skip
    for name, title, role in people:
        unit = "Chi cục Tiêu chuẩn Đo lường Chất lượng"
        after(made, add_participant(made, key, name, role, title=title, unit=unit))
    for name, title in (("Lê Thị Bình", "Giám đốc"), ("Võ Thành Long", "Quản đốc phân xưởng 1")):
        after(made, add_participant(made, key, name, HOST, title=title))
    facts = {
        "location": "Lô C12, Khu công nghiệp Trảng Bàng, phường An Tịnh, tỉnh Tây Ninh", "began_at": "08 giờ 30 phút",
        "ended_at": "11 giờ 15 phút", "copies": 2,
        "shortcomings": "Hồ sơ lưu tại đơn vị chưa đầy đủ.\nChưa đo chi phí tồn kho trước và sau khi áp dụng.",
        "opinion": "Đơn vị thống nhất với nội dung biên bản và sẽ bổ sung hồ sơ đúng hạn.",
        "conclusion": "Đơn vị thực hiện đúng nội dung được hỗ trợ; đủ điều kiện tiếp tục đánh giá chứng nhận.",
    }  # fmt: skip
    for field, value in facts.items():
        after(made, set_visit_field(made, key, field, value))  # type: ignore[arg-type]  # texts and a whole number
    for text in ("Bổ sung bản cam kết đối ứng và biên bản khảo sát", "Đo chi phí tồn kho, gửi kết quả về Chi cục"):
        after(made, add_recommendation(made, key, text, question_id=VisitSheet(made, key).failed()[0].id))
    for advice in VisitSheet(made, key).recommendations:
        after(made, set_part_field(made, advice, "deadline", "2026-03-31"))
    after(made, finish(made, key))
    return minutes(VisitSheet(made, key), FRAME)


def scored_draft() -> AppendixDoc:
    """A draft of a 5S sheet without team, place or conclusion."""
    made, key = visited("5S")
    return minutes(VisitSheet(made, key), MinutesFrame(FRAME.agency, "CCTĐC", UNIT.name))


def blank_form(name: str = "tình hình") -> AppendixDoc:
    """A form to be filled by hand, for a unit not known yet."""
    made = Book()
    after(made, missing_checklists(made))
    checklist = next(each for each in made.table(Checklist).values() if name in each.name)
    book = Book([*made.records(), Visit(id="v", checklist_id=checklist.id)])
    return minutes(VisitSheet(book, "v"), MinutesFrame(FRAME.agency), blank=True)
