"""What may still be changed once a plan has been submitted or issued.

Trình freezes the figures and the text; number, date, signers and the signed scan come after signing without
unlocking (NĐ 30/2020, Điều 15: số và ngày do văn thư cấp sau khi ký). Ban hành locks these too. Two ways remain:
đính chính, which corrects the form of a text and is recorded as a Correction, and điều chỉnh: a new version.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from nscl_desktop.domain.book import Book
from nscl_desktop.domain.budget_lines import Line
from nscl_desktop.domain.changes import Change
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.plans import (
    DRAFT,
    ISSUED,
    REPLACED,
    SUBMITTED,
    Attachment,
    Correction,
    Measure,
    Plan,
    Signer,
    Source,
    TextBlock,
)
from nscl_desktop.domain.record_kinds import kind_named
from nscl_desktop.domain.records import Record, fields_of
from nscl_desktop.domain.statements import Footnote, Statement, Waiver
from nscl_desktop.domain.targets import Obligation, Target, Task

_SIGNING_FIELDS = frozenset({"number", "date", "place"})
_ALWAYS = frozenset({Attachment.entity, Waiver.entity})
_STEPS = frozenset({(SUBMITTED, DRAFT), (SUBMITTED, ISSUED), (ISSUED, REPLACED)})
_STEPS_BACK = frozenset({(ISSUED, SUBMITTED), (ISSUED, DRAFT), (REPLACED, ISSUED)})
_CORRECTABLE: dict[str, frozenset[str]] = {
    Plan.entity: frozenset({
        "title", "province", "doc_kind", "issuer", "issuer_parent", "place", "appendix_title", "total_label",
        "period_plan_text", "number", "note",
    }),
    Line.entity: frozenset({
        "label", "text", "unit", "quantity_label", "amount_label", "lead_text", "partners", "schedule", "note",
        "remark", "carried_from", "support_kind",
    }),
    TextBlock.entity: frozenset({"label", "text"}),
    Target.entity: frozenset({"label", "text"}),
    Task.entity: frozenset({"group", "label", "text", "lead", "partners", "schedule"}),
    Obligation.entity: frozenset({"label", "text", "from_party", "to_party"}),
    Footnote.entity: frozenset({"text"}),
    Signer.entity: frozenset({"name"}),
    Source.entity: frozenset({"name", "footnote"}),
    Measure.entity: frozenset({"name"}),
    Statement.entity: frozenset({"quote", "words", "where"}),
}  # fmt: skip
"""Texts that stand on paper and on which no figure hangs: a source's code or a cell's measure would move money."""
_WAYS = {
    SUBMITTED: ("đã trình", "rút về nháp rồi sửa"),
    ISSUED: ("đã ban hành", "lập bản điều chỉnh (hoặc đính chính nếu chỉ sai chữ) rồi sửa"),
    REPLACED: ("đã bị thay thế", "sửa ở bản điều chỉnh"),
}


def require_unlocked(book: Book, plan_id: str, changes: Iterable[Change], *, undoing: bool = False) -> None:
    """Raise one sentence when a change touches what the status of its plan has closed.

    Every change is judged by the plan that its record belongs to, whichever plan is on the desk (``plan_id`` where the
    record tells none). ``undoing``: the step takes an earlier one back, so that a plan may also become what it was.
    """
    for key, own in _by_plan(book, plan_id, tuple(changes)).items():
        plan = book.table(Plan).get(key)
        if plan is None or plan.status == DRAFT or _is_removal(own, plan.status):
            continue
        notes = sum(_is_note(each, undoing=undoing) for each in own)
        closed = [(each.entity, name) for each in own for name in _closed_by(each, plan, undoing=undoing)]
        corrected = [(entity, name) for entity, name in closed if name in _CORRECTABLE.get(entity, ())]
        if len(closed) > len(corrected) or len(corrected) > notes:
            state, way = _WAYS[plan.status]
            raise InputError(f"Kế hoạch {plan.code} {state} nên số liệu và nội dung đã khóa; hãy {way}.")


def is_correctable(record_type: type[Record], field: str) -> bool:
    """Whether đính chính may mend this field: a text of the paper, never a figure or what figures hang on."""
    return field in _CORRECTABLE.get(record_type.entity, ())


def _by_plan(book: Book, plan_id: str, changes: tuple[Change, ...]) -> dict[str, list[Change]]:
    added = {(each.entity, each.id): each.after or {} for each in changes if each.before is None}
    found: dict[str, list[Change]] = defaultdict(list)
    for change in changes:
        plans = {_plan_of(book, change.entity, change.id, added)}
        owner = _owner_of(change.entity)
        if owner and owner[0] in (change.after or {}):  # where the record comes to belong
            plans.add(_plan_of(book, owner[1], str((change.after or {})[owner[0]]), added))
        for key in plans:
            found[plan_id if key is None else key].append(change)
    return found


def _plan_of(book: Book, entity: str, key: str, added: Mapping[tuple[str, str], Mapping[str, object]]) -> str | None:
    """Key of the plan that a record belongs to by its owners; None where nothing tells."""
    while entity != Plan.entity:
        owner = _owner_of(entity)
        record = book.table(kind_named(entity)).get(key)
        if owner is None or (record is None and (entity, key) not in added):
            return None
        key = str(added[entity, key][owner[0]] if record is None else getattr(record, owner[0]))
        entity = owner[1]
    return key


def _owner_of(entity: str) -> tuple[str, str] | None:
    return next(((spec.name, spec.target) for spec in fields_of(kind_named(entity)) if spec.owner), None)


def _is_removal(own: list[Change], status: str) -> bool:
    """Whether a submitted plan is deleted with all that is in it; a signed paper never is."""
    is_gone = any(each.entity == Plan.entity and each.after is None for each in own)
    return is_gone and status == SUBMITTED and all(each.after is None for each in own)


def _is_note(change: Change, *, undoing: bool) -> bool:
    """Whether a đính chính is recorded, or its record taken back with it."""
    return change.entity == Correction.entity and (change.before is None or (undoing and change.after is None))


def _closed_by(change: Change, plan: Plan, *, undoing: bool) -> set[str]:
    """Fields that the plan's status has closed and the change touches; "" stands for the record as a whole."""
    is_signing = plan.status == SUBMITTED and change.entity == Signer.entity
    if change.entity in _ALWAYS or is_signing or _is_note(change, undoing=undoing):
        return set()
    if change.before is None or not change.after:
        return {""}
    fields = {spec.name for spec in fields_of(kind_named(change.entity)) if not spec.outside} & change.after.keys()
    if change.entity != Plan.entity:
        return fields
    step = (plan.status, str(change.after.get("status", "")))
    if step in _STEPS or (undoing and step in _STEPS_BACK):
        fields.remove("status")
    return fields - _SIGNING_FIELDS if plan.status == SUBMITTED else fields
