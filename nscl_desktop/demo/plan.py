"""The plan of the demo year: a copy of Tây Ninh 2021 that says that it is invented; issued, with its lines."""

from collections.abc import Mapping

from nscl_desktop.demo.scribe import INVENTED, Scribe
from nscl_desktop.domain.book import Book
from nscl_desktop.domain.budget import Budget
from nscl_desktop.domain.budget_lines import Line
from nscl_desktop.domain.plans import Plan
from nscl_desktop.domain.targets import Obligation, Target
from nscl_desktop.services.counting import mark_sent, propose_days_off, take_proposed
from nscl_desktop.services.editing import set_field
from nscl_desktop.services.plan_life import copy_plan, issue

YEAR = 2021
SAMPLE, CODE = "TN-2021", "TN-2021-MAU"
OFFICE = "Chi cục Tiêu chuẩn Đo lường Chất lượng (cơ quan mẫu)"
SOURCE = "NSNN"
_TITLE = (
    "NĂM MẪU (số liệu bịa ra để xem thử): Triển khai Chương trình quốc gia hỗ trợ doanh nghiệp nâng cao năng suất"
    " và chất lượng sản phẩm, hàng hóa năm 2021"
)
_PAPER = {
    "number": "00/KH-UBND", "date": "2021-03-30", "issuer": "Ủy ban nhân dân tỉnh – cơ quan mẫu", "place": "Tây Ninh",
    "appendix_title": "Năm mẫu, số liệu bịa ra để xem thử: dự toán triển khai nhiệm vụ năng suất, chất lượng năm 2021",
    "note": INVENTED,
}  # fmt: skip
_CARRIED = {
    "III.2": "MAU-2019-01, MAU-2020-03", "III.3": "MAU-2020-05, MAU-2020-07", "III.5": "MAU-2019-09",
    "III.7.-1": "Giải vàng năm 2020 (mẫu)", "III.7.-2": "Giải thưởng năm 2020 (mẫu)",
}  # fmt: skip
"""What each line carries over from the former period: dossiers by their codes (dossiers.py), prizes by their year."""


def issue_plan(scribe: Scribe) -> Plan:
    """The copy, numbered and issued, with the proposed ways of counting its targets and the year's days off."""
    book = scribe.book
    sample = next(each for each in scribe.all(Plan) if each.code == SAMPLE)
    plan = scribe.add(copy_plan(book, sample.id, code=CODE, title=_TITLE), Plan)
    for name, value in _PAPER.items():
        scribe.do(set_field(Budget(book, plan.id), scribe.again(plan), name, value))
    for label, words in _CARRIED.items():
        line = lines_of(book, plan.id)[label]
        scribe.do(set_field(Budget(book, plan.id), line, "carried_link", words))
    scribe.do(issue(book, plan.id))
    origins = {each.id: each.origin_id or "" for each in scribe.all(Target)}
    targets = [each for each in scribe.all(Target) if each.plan_id == plan.id]
    scribe.do(take_proposed((each, (each.id, origins[each.id]), None) for each in targets))
    for year in (YEAR, YEAR + 1):
        scribe.do(propose_days_off((), year))
    reports = [each for each in scribe.all(Obligation) if each.plan_id == plan.id]
    first = min(reports, key=lambda each: (each.position, each.id))
    scribe.do(mark_sent(first, YEAR, "2021-11-26", "121/BC-SKHCN (mẫu)", "Người dùng năm mẫu"))
    scribe.chapter("kế hoạch, cách đếm, ngày nghỉ")
    return scribe.again(plan)


def lines_of(book: Book, plan_id: str) -> Mapping[str, Line]:
    """The lines by the labels that lead to them: “III.2”, “III.7.-2” the second of two dashes, “IV.” one without."""
    tree = Budget(book, plan_id).tree
    found: dict[str, Line] = {}
    for section in tree.children():
        found[section.label] = section
        for item in tree.children(section.id):
            path = f"{section.label}.{item.label}"
            found[path] = item
            for number, part in enumerate(tree.children(item.id), start=1):
                found[f"{path}.{part.label}{number}"] = part
    return found
