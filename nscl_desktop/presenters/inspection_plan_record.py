"""A plan of inspections on the desk as a form, and the list of plans with what they hold."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from nscl_desktop.domain.dates import format_short
from nscl_desktop.domain.inspections import DRAFT, PURPOSES, SURVEY, InspectionPlan
from nscl_desktop.domain.text import rank
from nscl_desktop.domain.visit_rows import VisitRow
from nscl_desktop.presenters.record_form import RootForm
from nscl_desktop.services.desk import Desk
from nscl_desktop.services.inspection_plans import set_plan_value


class PlanForm(RootForm[InspectionPlan]):
    """The plan's fields, all of them open at any time."""

    def __init__(self, desk: Desk, names: Sequence[str]) -> None:
        super().__init__(desk, InspectionPlan, names, set_plan_value)


@dataclass(frozen=True, slots=True)
class PlanEntry:
    """One plan in the list."""

    plan_id: str
    name: str
    about: str
    """Định kỳ, đột xuất or khảo sát, and its days."""
    done: str
    """How many of its visits are finished: "5/8 lần đã xong"."""


class PlanEntries:
    """All plans of inspections of the file, the newest first."""

    def __init__(self) -> None:
        self.query = ""
        self._plans: tuple[InspectionPlan, ...] = ()
        self._states: dict[str, list[str]] = {}

    def load(self, plans: Iterable[InspectionPlan], visits: Iterable[VisitRow]) -> None:
        """Take plans and visits of the file as they are now."""
        self._plans, self._states = tuple(plans), {}
        for row in visits:
            if row.inspection_plan_id and not row.is_corrected:
                self._states.setdefault(row.inspection_plan_id, []).append(row.state)

    @property
    def is_empty(self) -> bool:
        """Whether there is none at all."""
        return not self._plans

    def visit_count(self, plan_id: str) -> int:
        """How many visits a plan holds."""
        return len(self._states.get(plan_id, ()))

    def entries(self) -> tuple[PlanEntry, ...]:
        """Those that answer what is sought."""
        found = [plan for plan in self._plans if not self.query.strip() or _answers(plan, self.query)]
        found.sort(key=lambda plan: (plan.date_from or plan.documented_on, plan.name), reverse=True)
        return tuple(self._entry(plan) for plan in found)

    def _entry(self, plan: InspectionPlan) -> PlanEntry:
        states = self._states.get(plan.id, [])
        done = f"{sum(state != DRAFT for state in states)}/{len(states)} lần đã xong" if states else "Chưa có lần nào"
        days = " – ".join(format_short(day) for day in (plan.date_from, plan.date_to) if day)
        kind = dict(PURPOSES)[SURVEY] if plan.purpose == SURVEY else "Đột xuất" if plan.is_ad_hoc else "Định kỳ"
        return PlanEntry(plan.id, plan.name, " · ".join(filter(None, (kind, days))), done)


def _answers(plan: InspectionPlan, query: str) -> bool:
    return any(rank(query, text) is not None for text in (plan.name, plan.document))
