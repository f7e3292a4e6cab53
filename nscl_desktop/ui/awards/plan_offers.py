"""The plans and lines of the budget that a form offers, read aside, for a record that a line pays for."""

from collections.abc import Callable, Sequence

from shiboken6 import isValid

from nscl_desktop.domain.plan_rows import PlanRow
from nscl_desktop.domain.records import Record
from nscl_desktop.presenters.dossier_list import plan_words
from nscl_desktop.presenters.dossier_office import PlanUse
from nscl_desktop.presenters.field_text import offers_of
from nscl_desktop.presenters.offered_form import Offers
from nscl_desktop.services.enterprises import spec_of
from nscl_desktop.ui.record_form_view import RecordFormView
from nscl_desktop.ui.tab import Surroundings


class PlanOffers:
    """Fills ``plan_id`` and ``line_id`` of a form whenever the plan is another one; ``chosen`` tells the plan now."""

    def __init__(
        self,
        offers: dict[str, Offers],
        view: RecordFormView,
        kind: type[Record],
        around: Surroundings,
        chosen: Callable[[], str],
    ) -> None:
        self._offers, self._view, self._kind, self._around, self._chosen = offers, view, kind, around, chosen
        self._plan = ""
        self.use: PlanUse | None = None
        """The plan that is chosen, once it was read."""
        self.known: Callable[[], object] = lambda: None
        """Called once the plans are known, and once the chosen one was read."""
        self._rows: dict[str, PlanRow] = {}
        offers.update({"plan_id": (), "line_id": ()})
        around.operations.run("", lambda _: list(around.office.dossiers.plans()), self._offer_plans)

    def follow(self) -> None:
        """Read the lines of another plan."""
        plan = self._chosen()
        if plan == self._plan:
            return
        self._plan, self.use = plan, None
        self._offers["line_id"] = ()
        if plan:
            dossiers = self._around.office.dossiers
            self._around.operations.run(
                "", lambda _: dossiers.use_of(plan), lambda use: self._take(plan, use), lambda _: None
            )

    def province(self, plan_id: str) -> str:
        """The province of a plan; "" while it is not known."""
        return self._rows[plan_id].province if plan_id in self._rows else ""

    def _offer_plans(self, rows: Sequence[PlanRow]) -> None:
        self._rows = {row.id: row for row in rows}
        self._offers["plan_id"] = [(row.id, plan_words(row)) for row in rows]
        if isValid(self._view):
            self._view.refresh()
            self.known()

    def _take(self, plan: str, use: PlanUse) -> None:
        if isValid(self._view) and plan == self._plan:
            self.use = use
            self._offers["line_id"] = offers_of(spec_of(self._kind, "line_id"), use.budget)
            self._view.refresh()
            self.known()
