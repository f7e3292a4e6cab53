"""The selection round of the demo year: six units stand for four places, scored by three people, ranked and decided."""

from decimal import Decimal

from nscl_desktop.demo.dossier_story import Story
from nscl_desktop.demo.dossiers import Office
from nscl_desktop.demo.plan import YEAR
from nscl_desktop.domain.dossiers.ranking import Ranking, ranking
from nscl_desktop.domain.dossiers.whole import gather
from nscl_desktop.domain.fields import Value
from nscl_desktop.domain.selection import Candidate, Criterion, Score, SelectionRound
from nscl_desktop.services import dossier_rounds as deciding
from nscl_desktop.services import round_parts as rounds

JUDGES = ("Chủ tịch hội đồng (mẫu)", "Ủy viên thứ nhất (mẫu)", "Ủy viên thứ hai (mẫu)")
_LOST = (0, 2, 4, 6, 9, 12)
"""Points that each candidate lost at each criterion; nobody ties at the line."""


def chosen_systems(office: Office, stories: list[Story]) -> list[Story]:
    """Hold the round over these dossiers; those of the four that were chosen, best first."""
    scribe = office.scribe
    held = scribe.add(rounds.open_round("Xét chọn đơn vị áp dụng hệ thống quản lý 2021 (năm mẫu)"), SelectionRound)
    facts: dict[str, Value] = {
        "plan_id": office.plan_id, "line_id": office.lines["III.2"].id, "held_on": f"{YEAR}-03-25",
        "quota": Decimal(4), "money": 200_000_000,
    }  # fmt: skip
    for name, value in facts.items():
        scribe.do(rounds.set_value(scribe.again(held), scribe.again(held), name, value))
    scribe.do(rounds.add_candidates(held, (), [each.whole for each in stories]))
    for judge in JUDGES:
        points = {
            (candidate, criterion): (criterion.most_points or Decimal(0)) - lost
            for candidate, lost in zip(scribe.all(Candidate), _LOST, strict=True)
            for criterion in scribe.all(Criterion)
        }
        scribe.do(rounds.set_scores(scribe.again(held), points, judge, scribe.all(Score)))
    scribe.do(deciding.choose_by_rank(scribe.again(held), _ranked(office, held)))
    wholes = gather(scribe.book.records())
    scribe.do(
        deciding.record_decision(
            scribe.again(held), _ranked(office, held), wholes, "", "45/QĐ-SKHCN (mẫu)", f"{YEAR}-04-05"
        )
    )
    scribe.chapter("xét chọn đơn vị được hỗ trợ")
    return [Story(scribe, row.candidate.dossier_id or "") for row in _ranked(office, held).rows if row.is_above]


def _ranked(office: Office, held: SelectionRound) -> Ranking:
    scribe = office.scribe
    return ranking(scribe.again(held), scribe.all(Candidate), scribe.all(Criterion), scribe.all(Score))
