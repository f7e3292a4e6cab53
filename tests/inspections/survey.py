"""A survey of 50 invented units, always the same: the sample questionnaire, answers drawn with a fixed seed."""

from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from random import Random

from nscl_desktop.domain.answering import given
from nscl_desktop.domain.book import Book
from nscl_desktop.domain.checklist_tree import ChecklistTree
from nscl_desktop.domain.enterprises import Enterprise, YearFigures
from nscl_desktop.domain.inspections import (
    CHOICE,
    FINISHED,
    IN_USE,
    NUMBER,
    SCORE,
    SURVEY,
    VERDICT,
    VERDICTS,
    Answer,
    Checklist,
    InspectionPlan,
    Question,
    Visit,
)  # fmt: skip
from nscl_desktop.domain.records import Record
from nscl_desktop.domain.tax_codes import check_digit
from nscl_desktop.exchange.shipped_checklists import shipped_checklists

SEED, UNITS = 20260722, 50
PLAN = "dot-1"
_BRANDS = (
    "Tân Phát",
    "Minh Hưng",
    "Hòa Thành",
    "Gò Dầu",
    "An Phú",
    "Việt Thắng",
    "Long Hải",
    "Phước Đông",
    "Thuận Lợi",
)
_TRADES = (
    ("chế biến mủ cao su", "22"), ("chế biến hạt điều", "10"), ("may mặc", "14"), ("cơ khí chế tạo", "25"),
    ("thương mại vật tư nông nghiệp", "46"), ("vận tải và kho bãi", "49"), ("trồng và thu mua trái cây", "01"),
    ("xây dựng", "41"), ("sản xuất bánh tráng", "10"),
)  # fmt: skip
_TROUBLES = ("Thiếu lao động có tay nghề", "Giá nguyên liệu tăng", "Thiếu vốn đầu tư máy móc", "Chưa rõ thủ tục", "")
_WISHES = ("Mở lớp tập huấn 5S tại doanh nghiệp", "Hỗ trợ chi phí chứng nhận", "", "", "Đơn giản hóa hồ sơ")


@cache
def questionnaire() -> tuple[Record, ...]:
    """The shipped sample, put in use."""
    (found,) = [each for each in shipped_checklists() if getattr(each[0], "purpose", "") == SURVEY]
    head = found[0]
    assert isinstance(head, Checklist)
    used = Checklist(id=head.id, name=head.name, purpose=SURVEY, state=IN_USE, note=head.note)
    return (used, *found[1:])


def key() -> str:
    return questionnaire()[0].id


def tree() -> ChecklistTree:
    return ChecklistTree(each for each in questionnaire() if isinstance(each, Question))


@cache
def units() -> tuple[Enterprise, ...]:
    random = Random(SEED)
    return tuple(_unit(random, number) for number in range(UNITS))


def _unit(random: Random, number: int) -> Enterprise:
    trade, code = random.choice(_TRADES)
    nine = f"3900{random.randrange(10**5):05}"
    while check_digit(nine) is None:
        nine = f"3900{random.randrange(10**5):05}"
    name = f"Công ty TNHH {trade} {random.choice(_BRANDS)} {number + 1}"
    return Enterprise(
        id=f"unit-{number + 1:02}", name=name, kind="llc_more", tax_code=f"{nine}{check_digit(nine)}",
        sector_edition="2025", sector_code="" if number % 17 == 16 else code, province="Tỉnh Tây Ninh",
    )  # fmt: skip


@cache
def records() -> tuple[Record, ...]:
    """Questionnaire, units with figures of 2026, the period of the survey, visits with their answers."""
    random = Random(SEED + 1)
    made: list[Record] = [
        *questionnaire(),
        *units(),
        InspectionPlan(id=PLAN, name="Khảo sát đợt 1 năm 2026", purpose=SURVEY),
    ]
    for number, unit in enumerate(units()):
        labour = random.choice((6, 8, 45, 80, 90, 120, 160, 240, 900))
        if number % 12 != 11:
            made.append(_figures(unit, labour, random))
        visit = Visit(
            id=f"visit-{number + 1:02}", enterprise_id=unit.id, checklist_id=key(), state=FINISHED,
            inspection_plan_id=PLAN, date=f"2026-03-{1 + number % 28:02}",
        )  # fmt: skip
        made += [visit, *_answers(visit, labour, random)]
    return tuple(made)


def book() -> Book:
    return Book(records())


def _figures(unit: Enterprise, labour: int, random: Random) -> YearFigures:
    revenue = labour * random.randrange(300, 1500) * 1_000_000
    return YearFigures(
        id=f"figures-{unit.id}",
        enterprise_id=unit.id,
        year=2026,
        labour=Decimal(labour),
        revenue=revenue,
        capital=revenue // 2,
    )


def _answers(visit: Visit, labour: int, random: Random) -> Iterator[Answer]:
    answers: dict[str, Answer] = {}
    for question in tree().questions():
        if not tree().is_asked(question, answers):
            continue
        words = _said(question, labour, random)
        if words:
            answer = Answer(
                id=f"{visit.id}-{question.id}"[:36],
                visit_id=visit.id,
                question_id=question.id,
                **given(question, words),
            )
            answers[question.id] = answer
            yield answer


def _said(question: Question, labour: int, random: Random) -> str:
    if not question.is_required and random.random() < 0.15:
        return ""
    if question.kind == NUMBER:
        return str(labour) if question.unit == "người" else str(random.randrange(2, 400))
    if question.kind == SCORE:
        return str(random.randrange(6))
    if question.kind == VERDICT:
        return random.choices([stored for stored, _ in VERDICTS[1:]], (6, 3, 1))[0]
    if question.kind == CHOICE:
        return random.choice(question.options)
    if "tiêu chuẩn" in question.text:
        return random.choice(("TCVN ISO 9001:2015", "HACCP", "TCVN ISO 22000:2018"))
    return random.choice(_TROUBLES if "Khó khăn" in question.text else _WISHES)
