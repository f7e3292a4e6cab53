"""Points of a round of awards: of a judge or of the unit itself, one cell or a pasted block as one step."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import NamedTuple

from nscl_desktop.domain.awards import AwardCriterion, AwardRound, AwardScore, Judge, Nomination
from nscl_desktop.domain.changes import Change, ChangeSet, change_set, deleted, inserted, updated
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.money import format_quantity
from nscl_desktop.domain.records import derived_id
from nscl_desktop.services.award_rounds import called
from nscl_desktop.services.dossier_parts import checked, made


class PointCell(NamedTuple):
    """Where points stand; without a judge they are the unit's own."""

    criterion: AwardCriterion
    judge: Judge | None


def set_points(
    held: AwardRound,
    nomination: Nomination,
    points: Mapping[PointCell, Decimal | None],
    known: Iterable[AwardScore],
) -> ChangeSet:
    """Give cells of one nomination their points; None takes them away. Less than none or more than the most is refused.

    A cell has one record, whose key follows from it, so that two machines that score it agree which one it is.
    """
    by_key = {each.id: each for each in known}
    changes: list[Change | None] = []
    for cell, value in points.items():
        _require_possible(cell.criterion, value)
        judge_id = cell.judge.id if cell.judge else None
        key = derived_id(AwardScore.entity, nomination.id, cell.criterion.id, judge_id or "")
        old = by_key.get(key)
        if value is None:
            changes.append(deleted(old) if old else None)
        elif old:
            changes.append(updated(old, **checked(AwardScore, {"points": value})))
        else:
            fresh = made(
                AwardScore, id=key, nomination_id=nomination.id, criterion_id=cell.criterion.id, judge_id=judge_id,
                points=value,
            )  # fmt: skip
            changes.append(inserted(fresh))
    return change_set(f"{_what(points)} ở {called(held)}", changes, held.id)


def _what(points: Mapping[PointCell, Decimal | None]) -> str:
    if len(points) != 1:
        return f"Chấm {len(points)} ô điểm"
    (cell,) = points
    return f"{'Chấm điểm' if cell.judge else 'Ghi điểm tự đánh giá'} mục {cell.criterion.label}"


def _require_possible(criterion: AwardCriterion, value: Decimal | None) -> None:
    most = criterion.most_points
    if value is None:
        return
    if value < 0:
        raise InputError(f"Điểm mục {criterion.label} không thể âm; hãy nhập lại.")
    if most is not None and value > most:
        raise InputError(
            f"Điểm {format_quantity(value)} lớn hơn điểm tối đa {format_quantity(most)} của mục {criterion.label};"
            " hãy sửa lại."
        )
