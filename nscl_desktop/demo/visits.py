"""Visits of the demo year: a survey of fifty, and eight inspections with what was found and is to be mended."""

from nscl_desktop.demo.dossier_story import Story
from nscl_desktop.demo.dossiers import Office
from nscl_desktop.demo.names import People
from nscl_desktop.demo.plan import OFFICE, YEAR
from nscl_desktop.demo.scribe import INVENTED, Scribe
from nscl_desktop.domain.checklist_tree import ChecklistTree
from nscl_desktop.domain.fields import Value
from nscl_desktop.domain.inspections import (
    CHOICE,
    CLERK,
    FAILED,
    HEAD,
    HOST,
    NUMBER,
    PASSED,
    SCORE,
    SURVEY,
    TEXT,
    VERDICT,
    Checklist,
    InspectionPlan,
    Question,
    Recommendation,
    Visit,
)  # fmt: skip
from nscl_desktop.domain.visit_sheet import VisitSheet
from nscl_desktop.services import visit_work as work
from nscl_desktop.services.checklist_editing import put_in_use
from nscl_desktop.services.inspection_plans import new_plan, set_plan_value

FAILING = ("Hồ sơ hỗ trợ", "Báo cáo định kỳ")
"""Questions so beginning are found wanting at some units."""


def put_lists_in_use(scribe: Scribe) -> None:
    """The shipped lists (given with the book) are in use from now on."""
    for each in scribe.all(Checklist):
        scribe.do(put_in_use(scribe.book, each.id))
    scribe.chapter("bảng kiểm, phiếu khảo sát")


def survey(office: Office, people: People) -> None:
    """All fifty units answer the questionnaire of the state of things, spread over its choices."""
    scribe = office.scribe
    held = _occasion(scribe, "Khảo sát hiện trạng 50 đơn vị (năm mẫu)", SURVEY, office.plan_id, ("04-05", "05-30"))
    asking = next(each for each in scribe.all(Checklist) if each.purpose == SURVEY)
    asked, _ = people.one()
    for number, unit in enumerate(office.units):
        day = f"{YEAR}-{'04' if number < 25 else '05'}-{5 + number % 25:02}"
        step = work.new_visit(
            scribe.book, unit.id, asking.id, date=day, location=unit.address, inspection_plan_id=held.id,
            people=(work.Attending(asked, HEAD, "Chuyên viên", OFFICE),
                    work.Attending(unit.representative, HOST, "Giám đốc", unit.name)),
        )  # fmt: skip
        visit = scribe.add(step, Visit)
        _answer_all(scribe, visit, number, failing=())
        _facts(scribe, visit, day)
        scribe.do(work.finish(scribe.book, visit.id))
    scribe.chapter("khảo sát 50 đơn vị")


def inspections(office: Office, stories: list[Story], people: People) -> None:
    """Eight supported units looked at: five with signed minutes, two finished, one still a draft."""
    scribe = office.scribe
    held = _occasion(scribe, "Kiểm tra thực hiện năm 2021 (năm mẫu)", "", office.plan_id, ("09-01", "11-15"))
    looking = next(each for each in scribe.all(Checklist) if each.name.startswith("Kiểm tra tình hình"))
    head, clerk = people.one()[0], people.one()[0]
    units = {unit.id: unit for unit in office.units}
    for number, story in enumerate(stories):
        unit = units[story.whole.dossier.enterprise_id or ""]
        day = f"{YEAR}-09-{6 + number:02}"
        step = work.new_visit(
            scribe.book, unit.id, looking.id, date=day, location=unit.address, inspection_plan_id=held.id,
            people=(work.Attending(head, HEAD, "Phó Chi cục trưởng", OFFICE),
                    work.Attending(clerk, CLERK, "Chuyên viên", OFFICE),
                    work.Attending(unit.representative, HOST, "Giám đốc", unit.name)),
        )  # fmt: skip
        visit = scribe.add(step, Visit)
        scribe.do(work.set_visit_field(scribe.book, visit.id, "dossier_id", story.key))
        if number == len(stories) - 1:
            continue
        _answer_all(scribe, visit, number, failing=FAILING if number % 2 else ())
        _facts(scribe, visit, day)
        _advise(scribe, visit, number)
        scribe.do(work.finish(scribe.book, visit.id))
        if number < 5:
            scribe.do(work.set_visit_field(scribe.book, visit.id, "number", f"{number + 1:02}/BB-MAU"))
            scribe.do(work.sign(scribe.book, visit.id))
        _mend(scribe, visit, number)
    scribe.chapter("kiểm tra tại đơn vị")


def _occasion(scribe: Scribe, name: str, purpose: str, plan_id: str, days: tuple[str, str]) -> InspectionPlan:
    held = scribe.add(new_plan(name), InspectionPlan)
    values = {
        "plan_id": plan_id, "document": "30/KH-SKHCN (mẫu)", "date_from": f"{YEAR}-{days[0]}",
        "date_to": f"{YEAR}-{days[1]}", "note": INVENTED,
    }  # fmt: skip
    for field, value in {**values, **({"purpose": purpose} if purpose else {})}.items():
        scribe.do(set_plan_value(scribe.again(held), field, value))
    return held


def _answer_all(scribe: Scribe, visit: Visit, number: int, failing: tuple[str, ...]) -> None:
    """Every question that is asked, in its order; what is asked follows from the answers so far."""
    done: set[str] = set()
    while True:
        sheet = VisitSheet(scribe.book, visit.id)
        asked = [each for each in sheet.tree.asked(sheet.answers) if each.id not in done]
        if not asked:
            return
        question = asked[0]
        done.add(question.id)
        text = _answer(sheet.tree, question, number, failing)
        note = "Thiếu phiếu đăng ký, bản cam kết" if text == FAILED else None
        scribe.do(work.answer_question(scribe.book, visit.id, question.id, text, note))


def _answer(tree: ChecklistTree, question: Question, number: int, failing: tuple[str, ...]) -> str:
    if question.kind == VERDICT:
        return FAILED if question.text.startswith(failing or ("\0",)) else PASSED
    if question.kind == CHOICE:
        return question.options[(number + len(question.text)) % len(question.options)]
    if question.kind == NUMBER:
        return str(20 + (7 * number + 11 * len(question.text)) % 70)
    if question.kind == SCORE:
        return str(number % 6)
    assert question.kind == TEXT, tree  # noqa: S101 - the shipped lists ask for nothing else
    return f"Ghi nhận của năm mẫu, đơn vị số {number + 1}"


def _facts(scribe: Scribe, visit: Visit, day: str) -> None:
    values: dict[str, Value] = {
        "date": day, "began_at": "08 giờ 30 phút", "ended_at": "11 giờ 00 phút", "copies": 2,
        "conclusion": "Đơn vị thực hiện đúng nội dung; số liệu bịa ra cho năm mẫu.",
        "legal_bases": ("Kế hoạch số 30/KH-SKHCN (mẫu)",),
    }  # fmt: skip
    for field, value in values.items():
        scribe.do(work.set_visit_field(scribe.book, visit.id, field, value))


def _advise(scribe: Scribe, visit: Visit, number: int) -> None:
    """What was found chưa đạt is to be mended within a month."""
    answers = VisitSheet(scribe.book, visit.id).answers
    for key, answer in answers.items():
        if answer.verdict == FAILED:
            step = work.add_recommendation(
                scribe.book, visit.id, "Bổ sung hồ sơ còn thiếu, báo cáo lại", question_id=key
            )
            advice = scribe.add(step, Recommendation)
            scribe.do(work.set_part_field(scribe.book, advice, "deadline", f"{YEAR}-10-{10 + number:02}"))


def _mend(scribe: Scribe, visit: Visit, number: int) -> None:
    """Only the first unit with findings mended all of them, in time."""
    for advice in VisitSheet(scribe.book, visit.id).recommendations:
        if number == 1:
            scribe.do(work.set_part_field(scribe.book, advice, "closed_on", f"{YEAR}-10-08"))
            scribe.do(work.set_part_field(scribe.book, scribe.again(advice), "outcome", "Đã bổ sung đủ"))
