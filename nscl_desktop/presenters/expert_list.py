"""Experts on screen: how far a plan is by year, and every expert with certificate and assignments."""

from collections.abc import Sequence

from nscl_desktop.domain.courses.experts import ExpertProgress
from nscl_desktop.domain.dates import format_short
from nscl_desktop.domain.money import format_quantity
from nscl_desktop.domain.sorting import person_sort_key
from nscl_desktop.domain.training import PersonRole
from nscl_desktop.presenters.course_office import ExpertsWork


def progress_rows(progress: ExpertProgress) -> Sequence[tuple[str, ...]]:
    """Year, wanted, reached, both so far, how it stands; the sum last."""
    rows = [
        (
            str(each.year), format_quantity(each.wanted), str(each.reached), format_quantity(each.wanted_so_far),
            str(each.reached_so_far), each.words,
        )
        for each in progress.years
    ]  # fmt: skip
    if not rows:
        return ()
    return [*rows, ("Cộng", format_quantity(progress.wanted), str(progress.reached), "", "", progress.years[-1].words)]


def progress_words(progress: ExpertProgress) -> str:
    """What the plan promises and pays for, and what was reached, in a sentence."""
    parts = []
    if progress.target is not None:
        parts.append(f"Mục tiêu của kế hoạch: {format_quantity(progress.target)} chuyên gia.")
    if progress.wanted:
        parts.append(f"Dự toán chi cho {format_quantity(progress.wanted)} chuyên gia.")
    if not parts:
        parts.append("Kế hoạch không nêu số chuyên gia.")
    parts.append(f"Đã đạt {progress.reached} người")
    waiting = f"; {progress.on_the_way} người đang đào tạo, chưa có ngày cấp chứng chỉ" if progress.on_the_way else ""
    return f"{' '.join(parts)}{waiting}."


def expert_rows(work: ExpertsWork, plan_id: str, today: str) -> Sequence[tuple[tuple[str, ...], str]]:
    """(cells, key of the person) of each expert role: of a plan, of all plans for ""; by given name."""
    roles = [each for each in work.roles if not plan_id or each.plan_id == plan_id]
    roles.sort(key=lambda each: (person_sort_key(_name(work, each)), each.id))
    return [(_cells(work, each, today), each.person_id) for each in roles]


def _cells(work: ExpertsWork, role: PersonRole, today: str) -> tuple[str, ...]:
    person = work.people.get(role.person_id)
    unit = (work.units.get(person.enterprise_id or "", "") or person.unit) if person else ""
    until = format_short(role.valid_to)
    expired = " (đã hết hạn)" if role.valid_to and role.valid_to < today else ""
    count = work.assignments.get(role.person_id, 0)
    return (
        _name(work, role), unit, role.field, role.certificate, format_short(role.certified_on) or "Đang đào tạo",
        f"{until}{expired}", str(count or ""),
    )  # fmt: skip


def _name(work: ExpertsWork, role: PersonRole) -> str:
    person = work.people.get(role.person_id)
    return person.name if person else ""
