"""Small check lists and visits made by hand."""

from decimal import Decimal

from nscl_desktop.domain.book import Book
from nscl_desktop.domain.changes import ChangeSet
from nscl_desktop.domain.enterprises import Enterprise
from nscl_desktop.domain.fields import Place
from nscl_desktop.domain.inspections import (
    CHOICE,
    HEAD,
    HEADING,
    HOST,
    IN_USE,
    NUMBER,
    SCORE,
    TEXT,
    VERDICT,
    Checklist,
    Participant,
    Question,
    Visit,
)

FIVE = Decimal(5)


def q(
    key: str,
    parent: str,
    position: str,
    kind: str = VERDICT,
    *,
    text: str = "",
    label: str = "",
    unit: str = "",
    least: Decimal | None = None,
    most: Decimal | None = None,
    options: tuple[str, ...] = (),
    is_required: bool = False,
    asked_if: str | None = None,
    condition: str = "",
) -> Question:
    """A question of the list "c"; its text is its key unless given."""
    return Question(
        id=key, checklist_id="c", place=Place(parent, position), kind=kind, text=text or key, label=label, unit=unit,
        least=least, most=most, options=options, is_required=is_required, asked_if=asked_if, condition=condition,
    )  # fmt: skip


def questions() -> list[Question]:
    """I. hồ sơ: a verdict, a reason asked only if it failed; II. kết quả: number, choice, text; III. 5S: two scores."""
    return [
        q("I", "", "a0", HEADING, text="Hồ sơ"),
        q("papers", "I", "a0", text="Hồ sơ đầy đủ", is_required=True),
        q("why", "I", "a1", TEXT, text="Thiếu gì", is_required=True, asked_if="papers", condition="Chưa đạt"),
        q("II", "", "a1", HEADING, text="Kết quả"),
        q(
            "people",
            "II",
            "a0",
            NUMBER,
            text="Số người được đào tạo",
            unit="người",
            least=Decimal(1),
            most=Decimal(500),
        ),
        q("machine", "II", "a1", CHOICE, text="Tình trạng máy", options=("Tốt", "Cũ", "Hỏng")),
        q("words", "II", "a2", TEXT, text="Nhận xét"),
        q("III", "", "a2", HEADING, text="Chấm điểm 5S"),
        q("sort", "III", "a0", SCORE, text="Sàng lọc", least=Decimal(0), most=FIVE),
        q("shine", "III", "a1", SCORE, text="Sạch sẽ", least=Decimal(0), most=FIVE),
    ]


def book(*, state: str = IN_USE) -> Book:
    """The list "c" and an empty draft "v" of a visit by it, whose facts are all there."""
    visit = Visit(
        id="v", enterprise_id="e", checklist_id="c", date="2026-03-05", location="Xưởng 1", began_at="08 giờ 30 phút"
    )
    people = [
        Participant(id="p1", visit_id="v", position="a0", name="Nguyễn Văn An", title="Trưởng phòng", role=HEAD),
        Participant(id="p2", visit_id="v", position="a1", name="Lê Thị Bình", title="Giám đốc", role=HOST),
    ]
    unit = Enterprise(id="e", name="Công ty TNHH Cơ khí Tân Phát")
    checklist = Checklist(id="c", name="Kiểm tra tình hình thực hiện", state=state)
    return Book([unit, checklist, *questions(), visit, *people])


def after(made: Book, *steps: ChangeSet) -> Book:
    """The book with the steps made."""
    for step in steps:
        made.apply(step.changes)
    return made
