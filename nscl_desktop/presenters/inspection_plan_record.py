"""A plan of inspections on the desk as a form, and the list of plans with what they hold."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from nscl_desktop.domain.dates import format_short
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.inspections import DRAFT, InspectionPlan
from nscl_desktop.domain.text import rank
from nscl_desktop.domain.visit_rows import VisitRow
from nscl_desktop.presenters.field_text import text_of, value_of
from nscl_desktop.presenters.record_form import FormField
from nscl_desktop.services.desk import Desk
from nscl_desktop.services.editing import spec_of
from nscl_desktop.services.inspection_plans import set_plan_value


class PlanForm:
    """The plan's fields, all of them open at any time."""

    def __init__(self, desk: Desk, names: Sequence[str]) -> None:
        self._desk = desk
        self.names: tuple[str, ...] = tuple(names)
        self._rejected: dict[str, tuple[str, str]] = {}

    @property
    def record_id(self) -> str:
        """The plan's key."""
        return self._desk.root_id

    def show(self, record_id: str) -> None:
        """A form is of one plan."""

    @property
    def _plan(self) -> InspectionPlan | None:
        return self._desk.book.table(InspectionPlan).get(self._desk.root_id)

    def field(self, name: str) -> FormField:
        """A field as it stands."""
        spec = spec_of(InspectionPlan, name)
        if self._plan is None:
            return FormField(spec, "", is_open=False)
        text, error = self._rejected.get(name, (text_of(spec, getattr(self._plan, name)), ""))
        return FormField(spec, text, is_open=True, error=error)

    def offers(self, name: str) -> Sequence[tuple[str, str]]:
        """(stored value, label) pairs of a choice."""
        return spec_of(InspectionPlan, name).choices

    def stored(self, name: str) -> str:
        """The stored value of a choice."""
        return str(getattr(self._plan, name, None) or "")

    def enter(self, name: str, text: str) -> None:
        """Take what was typed or chosen; raises InputError with the sentence, and keeps the text beside it."""
        if self._plan is None:
            return
        try:
            value = value_of(spec_of(InspectionPlan, name), text)
            self._rejected.pop(name, None)
            self._desk.perform(set_plan_value(self._plan, name, value))
        except InputError as error:
            self._rejected[name] = (text, error.sentence)
            raise


@dataclass(frozen=True, slots=True)
class PlanEntry:
    """One plan in the list."""

    plan_id: str
    name: str
    about: str
    """Định kỳ or đột xuất, and its days."""
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
        kind = "Đột xuất" if plan.is_ad_hoc else "Định kỳ"
        return PlanEntry(plan.id, plan.name, " · ".join(filter(None, (kind, days))), done)


def _answers(plan: InspectionPlan, query: str) -> bool:
    return any(rank(query, text) is not None for text in (plan.name, plan.document))
