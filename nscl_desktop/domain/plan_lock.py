"""What may still be changed once a plan has been submitted or issued.

Trình freezes the figures and the text; number, date, signers and the signed scan come after signing without
unlocking (NĐ 30/2020, Điều 15: số và ngày do văn thư cấp sau khi ký). Ban hành locks these too. Two ways remain:
đính chính, which corrects the form of a text and is recorded as a Correction, and điều chỉnh: a new version.
"""

from collections.abc import Iterable

from nscl_desktop.domain.book import Book
from nscl_desktop.domain.changes import Change
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.fields import Kind
from nscl_desktop.domain.plans import DRAFT, SUBMITTED, Attachment, Correction, Plan, Signer
from nscl_desktop.domain.records import fields_of
from nscl_desktop.domain.registry import BY_ENTITY
from nscl_desktop.domain.statements import Waiver

_SIGNING_FIELDS = frozenset({"number", "date", "place"})
_ALWAYS = frozenset({Attachment.entity, Waiver.entity})
_TEXT_KINDS = frozenset({Kind.TEXT, Kind.LONG_TEXT, Kind.LINES})


def require_unlocked(book: Book, plan_id: str, changes: Iterable[Change]) -> None:
    """Raise one sentence when a change touches what the plan's status has closed."""
    plan = book.table(Plan).get(plan_id)
    changes = tuple(changes)
    if plan is None or plan.status == DRAFT or any(_is_step_of_life(change) for change in changes):
        return
    if any(change.entity == Correction.entity and change.before is None for change in changes):
        changes = tuple(change for change in changes if not _is_text_only(change))
    closed = [change for change in changes if not _open(change, plan.status)]
    if closed:
        state = "đã trình" if plan.status == SUBMITTED else "đã ban hành"
        way = "rút về nháp" if plan.status == SUBMITTED else "lập bản điều chỉnh (hoặc đính chính nếu chỉ sai chữ)"
        raise InputError(f"Kế hoạch {plan.code} {state} nên số liệu và nội dung đã khóa; hãy {way} rồi sửa.")


def _is_step_of_life(change: Change) -> bool:
    if change.entity != Plan.entity:
        return False
    return change.before is None or change.after is None or "status" in change.after


def _open(change: Change, status: str) -> bool:
    if change.entity in _ALWAYS:
        return True
    if status != SUBMITTED:
        return False
    if change.entity == Signer.entity:
        return True
    return change.entity == Plan.entity and change.after is not None and set(change.after) <= _SIGNING_FIELDS


def _is_text_only(change: Change) -> bool:
    if change.entity == Correction.entity:
        return True
    if change.before is None or change.after is None:
        return False
    kinds = {spec.name: spec.kind for spec in fields_of(BY_ENTITY[change.entity])}
    return all(kinds[name] in _TEXT_KINDS for name in change.after)
