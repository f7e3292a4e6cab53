"""Selection rounds: points, what is decided about each candidate, and the dossiers that a decision opens."""

from collections.abc import Iterable
from decimal import Decimal

from nscl_desktop.domain.changes import Change, ChangeSet, change_set, inserted, updated
from nscl_desktop.domain.dossiers.ranking import Ranked, Ranking
from nscl_desktop.domain.dossiers.whole import WholeDossier, Wholes
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.money import format_quantity
from nscl_desktop.domain.records import derived_id
from nscl_desktop.domain.selection import BENEFICIARIES, Candidate, Criterion, Score, SelectionRound
from nscl_desktop.domain.supports import Dossier, DossierMoney
from nscl_desktop.services.dossier_parts import checked, made
from nscl_desktop.services.dossier_steps import stage_change


def set_score(
    selection: SelectionRound,
    candidate: Candidate,
    criterion: Criterion,
    judge: str,
    points: Decimal | None,
    scores: Iterable[Score],
) -> ChangeSet:
    """One judge's points for one criterion; more than the criterion gives is refused."""
    if not judge.strip():
        raise InputError("Chưa ghi tên người chấm; hãy nhập tên.")
    most = criterion.most_points
    if points is not None and most is not None and points > most:
        raise InputError(
            f"Điểm {format_quantity(points)} lớn hơn điểm tối đa {format_quantity(most)} của tiêu chí "
            f"“{criterion.name}”; hãy sửa lại."
        )
    key = derived_id(Score.entity, candidate.id, criterion.id, judge.strip())
    known = next((each for each in scores if each.id == key), None)
    change: Change | None
    if known:
        change = updated(known, **checked(Score, {"points": points}))
    else:
        change = inserted(
            made(Score, id=key, candidate_id=candidate.id, criterion_id=criterion.id, judge=judge, points=points)
        )
    return change_set(f"Chấm điểm “{criterion.name}” ở {selection.name}", [change], selection.id)


def set_result(selection: SelectionRound, row: Ranked, result: str, reason: str = "") -> ChangeSet:
    """Choose a candidate or not. Against the order (below the line, or above it and left out) a reason is needed.

    One that is not eligible is not chosen at all: its eligibility is changed first, where a person may see it.
    """
    candidate = row.candidate
    if result == "chosen" and not candidate.is_eligible:
        raise InputError(
            f"Đơn vị không đủ điều kiện ({row.why}) nên không chọn được; hãy sửa điều kiện của đơn vị trước."
        )
    is_against = (result == "chosen" and not row.is_above) or (result == "not" and row.is_above)
    if is_against and not reason.strip():
        why = f"{row.why.lower()}" if row.why else "đơn vị đứng trên vạch chỉ tiêu"
        raise InputError(f"Kết quả khác thứ tự xếp hạng ({why}); hãy ghi lý do.")
    change = updated(candidate, **checked(Candidate, {"result": result, "reason": reason if is_against else ""}))
    return change_set(f"Ghi kết quả xét chọn ở {selection.name}", [change], selection.id)


def choose_by_rank(selection: SelectionRound, found: Ranking) -> ChangeSet:
    """All above the line chosen, all others not; refused while equal totals stand on both sides of the line."""
    if found.tie_at_line:
        raise InputError(
            f"Có {len(found.tie_at_line)} đơn vị bằng điểm ở vạch chỉ tiêu; hãy chọn từng đơn vị và ghi lý do."
        )
    changes = [updated(row.candidate, result="chosen" if row.is_above else "not", reason="") for row in found.rows]
    return change_set(f"Chọn theo thứ tự xếp hạng ở {selection.name}", changes, selection.id)


def record_decision(
    selection: SelectionRound, found: Ranking, wholes: Wholes, title: str, decision: str, decided_on: str
) -> ChangeSet:
    """Keep the decision that approves a round. Of beneficiaries, each chosen one gets its dossier approved.

    A dossier of its registration goes on; where there is none, one is opened with ``title``, and with the money asked
    for out of the round's line. Refused while nobody is chosen or not all are decided, and without a decision.
    """
    rows = [row.candidate for row in found.rows]
    chosen = [each for each in rows if each.result == "chosen"]
    undecided = sum(not each.result for each in rows)
    if not decision.strip() or not decided_on:
        raise InputError("Chưa có số và ngày quyết định phê duyệt; hãy nhập đủ.")
    if undecided:
        raise InputError(f"Còn {undecided} đơn vị chưa có kết quả xét chọn; hãy ghi kết quả cho từng đơn vị.")
    if not chosen:
        raise InputError("Chưa chọn đơn vị nào; hãy ghi kết quả xét chọn trước khi ghi quyết định.")
    changes = [updated(selection, **checked(SelectionRound, {"decision": decision, "decided_on": decided_on}))]
    if selection.purpose == BENEFICIARIES:
        for candidate in chosen:
            changes += _approved(selection, candidate, wholes, title, decision, decided_on)
    return change_set(f"Ghi quyết định của {selection.name}", changes, selection.id)


def _approved(
    selection: SelectionRound, candidate: Candidate, wholes: Wholes, title: str, decision: str, decided_on: str
) -> list[Change | None]:
    """The changes that approve one candidate's dossier; the key of a new one follows from the candidate."""
    if not candidate.enterprise_id:
        raise InputError("Có đơn vị được chọn nhưng chưa nối với danh bạ; hãy chọn đơn vị cho từng dòng.")
    changes: list[Change | None] = []
    whole = wholes.get(candidate.dossier_id or "")
    if whole is None:
        key = derived_id(Dossier.entity, "candidate", candidate.id)
        year = int(decided_on[:4])
        dossier = made(
            Dossier, id=key, enterprise_id=candidate.enterprise_id, title=title, plan_id=selection.plan_id, year=year
        )
        whole = WholeDossier(dossier)
        changes += [inserted(dossier), updated(candidate, dossier_id=key)]
        if candidate.asked:
            money = made(
                DossierMoney, dossier_id=key, position="a0", line_id=selection.line_id, year=year,
                amount=candidate.asked,
            )  # fmt: skip
            changes.append(inserted(money))
    if selection.held_on:
        changes.append(stage_change(whole, "selected", done_on=selection.held_on))
    changes.append(stage_change(whole, "approved", done_on=decided_on, document=decision))
    return changes
