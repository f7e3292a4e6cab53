"""A selection round and what belongs to it: made, changed, taken away; one user action each."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from decimal import Decimal

from nscl_desktop.domain.book import Book
from nscl_desktop.domain.changes import Change, ChangeSet, change_set, deleted, inserted, updated
from nscl_desktop.domain.dossiers.whole import WholeDossier
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.fields import Value
from nscl_desktop.domain.naming import shortened
from nscl_desktop.domain.positions import between
from nscl_desktop.domain.records import derived_id, new_id
from nscl_desktop.domain.selection import BENEFICIARIES, Candidate, Criterion, Score, SelectionRound
from nscl_desktop.services.dossier_parts import checked, made
from nscl_desktop.services.dossier_rounds import set_score
from nscl_desktop.services.removal import removal

Part = SelectionRound | Criterion | Candidate
_FIRST_CRITERIA = (
    ("Sự phù hợp với mục tiêu của Chương trình", 30),
    ("Sự cần thiết và tính khả thi", 30),
    ("Năng lực tiếp nhận và đối ứng của đơn vị", 25),
    ("Cam kết duy trì kết quả", 15),
)
"""A start for the office to edit (unverified: no text fixes criteria); together 100 points."""


def open_round(name: str, purpose: str = BENEFICIARIES, *, with_criteria: bool = True) -> ChangeSet:
    """A new round; criteria to begin with are those of beneficiaries. Refused without a name."""
    selection = made(SelectionRound, name=name, purpose=purpose)
    records: list[Change | None] = [inserted(selection)]
    position: str | None = None
    for words, points in _FIRST_CRITERIA if with_criteria and purpose == BENEFICIARIES else ():
        position = between(position, None)
        records.append(
            inserted(made(Criterion, round_id=selection.id, position=position, name=words, most_points=Decimal(points)))
        )
    return change_set(f"Mở {called(selection)}", records, selection.id)


def set_value(selection: SelectionRound, part: Part, name: str, value: Value) -> ChangeSet:
    """Give a field of the round, of a criterion or of a candidate a new value; results have a step of their own."""
    if name == "result":
        raise InputError("Kết quả ghi ở trang Xếp hạng, nơi thấy thứ tự và vạch chỉ tiêu; hãy ghi ở đó.")
    change = updated(part, **checked(type(part), {name: value}))
    return change_set(f"Sửa {part.noun} ở {called(selection)}", [change], selection.id)


def add_criterion(selection: SelectionRound, known: Iterable[Criterion], name: str) -> ChangeSet:
    """One more criterion behind the others."""
    last = max((each.position for each in known), default="")
    criterion = made(Criterion, round_id=selection.id, position=between(last or None, None), name=name)
    return change_set(f"Thêm tiêu chí ở {called(selection)}", [inserted(criterion)], selection.id)


def add_candidates(selection: SelectionRound, known: Iterable[Candidate], wholes: Iterable[WholeDossier]) -> ChangeSet:
    """Dossiers that stand for the round, each asking for the money planned in it; those that do already are left."""
    there = {each.dossier_id for each in known}
    new = [
        Candidate(
            id=derived_id(Candidate.entity, selection.id, whole.dossier.id),
            round_id=selection.id,
            enterprise_id=whole.dossier.enterprise_id,
            dossier_id=whole.dossier.id,
            asked=sum(part.amount or 0 for part in whole.money) or None,
        )
        for whole in wholes
        if whole.dossier.id not in there
    ]
    return change_set(f"Thêm {len(new)} đơn vị dự xét ở {called(selection)}", map(inserted, new), selection.id)


def add_offer(selection: SelectionRound, known: Iterable[Candidate], enterprise_id: str) -> ChangeSet:
    """A unit without a dossier, or a consultant's offer; one that stands already is refused."""
    if any(each.enterprise_id == enterprise_id for each in known):
        raise InputError("Đơn vị này đã có trong danh sách dự xét; hãy chọn đơn vị khác.")
    candidate = Candidate(id=new_id(), round_id=selection.id, enterprise_id=enterprise_id)
    return change_set(f"Thêm đơn vị dự xét ở {called(selection)}", [inserted(candidate)], selection.id)


def remove(book: Book, selection: SelectionRound, part: Part) -> ChangeSet:
    """Remove a criterion, a candidate, or the round itself, with the points that belong to it.

    A round with a decision stays: its dossiers name the decision.
    """
    if isinstance(part, SelectionRound) and part.decision:
        raise InputError(
            f"{_upper(called(part))} đã có quyết định phê duyệt nên không xóa được; hãy hoàn tác quyết định trước."
        )
    if isinstance(part, SelectionRound):
        own = [each for kind in (SelectionRound, Criterion, Candidate, Score) for each in book.table(kind).values()]
        return change_set(f"Xóa {called(part)}", removal(Book(own), [part]), selection.id)
    words = " ".join(filter(None, ("Xóa", part.noun, _caption(part), "ở", called(selection))))
    return change_set(words, removal(book, [part, *_scores_of(book, part)]), selection.id)


def rename_judge(selection: SelectionRound, scores: Iterable[Score], old: str, new: str) -> ChangeSet:
    """Another name for a judge; refused when the new name has points of its own."""
    name = new.strip()
    known = list(scores)
    if not name:
        raise InputError("Chưa ghi tên người chấm; hãy nhập tên.")
    if name != old and any(each.judge == name for each in known):
        raise InputError(f"Đã có người chấm {name}; hãy chọn tên khác.")
    changes: list[Change | None] = []
    for each in known:
        if each.judge == old and name != old and each.criterion_id:
            key = derived_id(Score.entity, each.candidate_id, each.criterion_id, name)
            changes.append(deleted(each))
            changes.append(inserted(replace(each, id=key, judge=name)))
    return change_set(f"Đổi tên người chấm {old} thành {name} ở {called(selection)}", changes, selection.id)


def set_scores(
    selection: SelectionRound,
    points: Mapping[tuple[Candidate, Criterion], Decimal | None],
    judge: str,
    scores: Iterable[Score],
) -> ChangeSet:
    """Points of one judge for several cells as one step (pasting); each is checked as when it is typed."""
    known = list(scores)
    changes = [
        change
        for (candidate, criterion), value in points.items()
        for change in set_score(selection, candidate, criterion, judge, value, known).changes
    ]
    return change_set(f"Chấm điểm {len(points)} ô ở {called(selection)}", changes, selection.id)


def called(selection: SelectionRound) -> str:
    """What history calls a round."""
    return f"đợt “{shortened(selection.name, 40)}”"


def _scores_of(book: Book, part: Criterion | Candidate) -> list[Score]:
    name = "criterion_id" if isinstance(part, Criterion) else "candidate_id"
    return [each for each in book.table(Score).values() if getattr(each, name) == part.id]


def _caption(part: Criterion | Candidate) -> str:
    return f"“{shortened(part.name, 40)}”" if isinstance(part, Criterion) else ""


def _upper(words: str) -> str:
    return words[:1].upper() + words[1:]
