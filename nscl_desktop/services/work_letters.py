"""What a công văn đôn đốc of the work of a plan is filled with: one letter for each agency that leads late work."""

from collections.abc import Collection, Iterable, Mapping

from nscl_desktop.domain.dates import format_date_words, format_short
from nscl_desktop.domain.plans import Plan
from nscl_desktop.domain.work import WorkItem
from nscl_desktop.domain.work_standing import Standing, in_order, state_of
from nscl_desktop.services.course_letters import Letter
from nscl_desktop.services.dossier_papers import party_values, plan_document, typed_by_persons
from nscl_desktop.services.paper_rows import Group

_OVER = (Standing.DONE, Standing.DROPPED)


def reminders(items: Iterable[WorkItem], plans: Mapping[str, Plan], chosen: Collection[str], day: str) -> list[Letter]:
    """A letter for each agency (and plan): the chosen work that is not over, all that is late where none is chosen.

    ``day`` is the ISO day on which the letters are made. Work without a lead has a letter to be addressed by hand.
    """
    by_lead: dict[tuple[str, str], list[WorkItem]] = {}
    for item in in_order(items, day):
        standing = state_of(item, day).standing
        if (item.id in chosen and standing not in _OVER) or (not chosen and standing is Standing.LATE):
            by_lead.setdefault((item.lead, item.plan_id or ""), []).append(item)
    return [
        Letter(
            some[0].id, lead or some[0].title, (lead or some[0].title,),
            {
                **typed_by_persons(), "ben_a": party_values(None),
                "ke_hoach": {"van_ban": plan_document(plans.get(plan_id))},
                "ngay_theo_doi": format_date_words(day),
                "viec": {"kinh_gui": lead, "nguoi_theo_doi": some[0].person},
                "viec_giao": tuple(_row(item, day) for item in some),
            },
        )
        for (lead, plan_id), some in by_lead.items()
    ]  # fmt: skip


def _row(item: WorkItem, day: str) -> Group:
    days = state_of(item, day).days
    return {
        "ten": item.title,
        "phoi_hop": item.partners or " ",
        "han": format_short(item.due_on) if item.due_on else " ",
        "so_ngay": str(-days) if days is not None and days < 0 else " ",
    }
