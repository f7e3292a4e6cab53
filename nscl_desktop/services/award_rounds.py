"""A round of awards and what belongs to it: opened, changed, taken away; one user action each."""

from collections.abc import Iterable
from typing import Any

from nscl_desktop.domain.award_rules import regime_of_year
from nscl_desktop.domain.award_stages import STAGE_OF_DAY, further
from nscl_desktop.domain.awards import AwardRegime, AwardRound, AwardScore, Judge, JudgeTie, Nomination, Prize
from nscl_desktop.domain.book import Book
from nscl_desktop.domain.changes import ChangeSet, change_set, inserted, updated
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.fields import Value
from nscl_desktop.domain.naming import shortened
from nscl_desktop.domain.positions import between
from nscl_desktop.domain.records import derived_id
from nscl_desktop.services.dossier_parts import checked, made
from nscl_desktop.services.removal import removal

Part = AwardRound | Judge | Nomination | JudgeTie | Prize
"""What belongs to a round and is edited by its fields."""


def open_round(name: str, year: int, regimes: Iterable[AwardRegime], plan_id: str | None = None) -> ChangeSet:
    """A new round under the regime of its year; refused without a name or for a year that no award can have."""
    if not 1996 <= year <= 2100:
        raise InputError(f"Năm giải thưởng {year} không đúng; hãy nhập năm như 2026.")
    regime = regime_of_year(regimes, year)
    fresh = made(AwardRound, name=name, year=year, regime_id=regime.id if regime else None, plan_id=plan_id)
    return change_set(f"Mở {called(fresh)}", [inserted(fresh)], fresh.id)


def set_value(held: AwardRound, part: Part, name: str, value: Value) -> ChangeSet:
    """Give a field of the round or of one of its parts a new value.

    The day of a stage brings a nomination to that stage, unless it is there or further, was refused or withdrawn.
    """
    values = {name: value}
    if isinstance(part, Nomination) and value and name in STAGE_OF_DAY:
        values["state"] = further(part.state, STAGE_OF_DAY[name])
    change = updated(part, **checked(type(part), values))
    return change_set(f"Sửa {part.noun}{_caption(part)} ở {called(held)}", [change], held.id)


def add_judge(held: AwardRound, known: Iterable[Judge], **values: Value) -> ChangeSet:
    """One more member of the council, behind the others; the same person does not sit twice."""
    known = list(known)
    person = values.get("person_id")
    if person and any(each.person_id == person for each in known):
        raise InputError("Người này đã có trong hội đồng; hãy chọn người khác.")
    judge = made(Judge, **{"round_id": held.id, "position": _end(known), **values})
    return change_set(f"Thêm {judge.noun} {judge.name} ở {called(held)}", [inserted(judge)], held.id)


def add_nomination(held: AwardRound, known: Iterable[Nomination], enterprise_id: str, product: str = "") -> ChangeSet:
    """A unit stands for the award; the same unit twice only with another product."""
    known = list(known)
    if any(each.enterprise_id == enterprise_id and each.product == product for each in known):
        raise InputError("Đơn vị này đã có trong đợt; hãy chọn đơn vị khác, hoặc ghi sản phẩm khác cho lần đã có.")
    nomination = made(
        Nomination, round_id=held.id, position=_end(known), enterprise_id=enterprise_id, product=product
    )  # fmt: skip
    return change_set(f"Thêm đơn vị dự giải ở {called(held)}", [inserted(nomination)], held.id)


def set_tie(
    held: AwardRound,
    nomination: Nomination,
    judge: Judge,
    text: str,
    known: Iterable[JudgeTie],
    *,
    waived: bool = False,
) -> ChangeSet:
    """Note that a judge stands near a unit, or that such a tie was looked at and the points count all the same.

    One record for each pair, whatever it was before. Overruling needs a reason, which is its text.
    """
    if not text.strip():
        what = "lý do vẫn tính điểm" if waived else "quan hệ với đơn vị"
        raise InputError(f"Chưa ghi {what}; hãy nhập.")
    key = derived_id(JudgeTie.entity, nomination.id, judge.id)
    old = next((each for each in known if each.nomination_id == nomination.id and each.judge_id == judge.id), None)
    values: dict[str, Any] = {"text": text.strip(), "is_waived": waived}  # Any: checked below
    if old:
        change = updated(old, **checked(JudgeTie, values))
    else:
        change = inserted(made(JudgeTie, id=key, nomination_id=nomination.id, judge_id=judge.id, **values))
    words = "Vẫn tính điểm của" if waived else "Không tính điểm của"
    return change_set(f"{words} {judge.name} cho một đơn vị ở {called(held)}", [change], held.id)


def remove(book: Book, held: AwardRound, part: Part) -> ChangeSet:
    """Remove a judge with the points and ties of its, a nomination, a prize, or the round itself.

    What has won prizes stays until they are taken out: money may have been paid for them.
    """
    prizes = list(book.table(Prize).values())
    if isinstance(part, AwardRound) and prizes:
        raise InputError(f"{_upper(called(part))} đã có {len(prizes)} giải nên không xóa được; hãy xóa các giải trước.")
    if isinstance(part, Nomination) and any(each.nomination_id == part.id for each in prizes):
        raise InputError("Đơn vị này đã có giải nên không xóa được; hãy xóa giải của đơn vị ở trang Kết quả trước.")
    doomed: list[Any] = [part]  # Any: records of several kinds
    if isinstance(part, Judge):
        kinds: tuple[type[AwardScore | JudgeTie], ...] = (AwardScore, JudgeTie)
        doomed += [each for kind in kinds for each in book.table(kind).values() if each.judge_id == part.id]
    what = called(part) if isinstance(part, AwardRound) else f"{part.noun}{_caption(part)} ở {called(held)}"
    return change_set(f"Xóa {what}", removal(book, doomed), held.id)


def called(held: AwardRound) -> str:
    """What history calls a round."""
    return f"đợt “{shortened(held.name, 40)}”"


def _caption(part: Part) -> str:
    name = getattr(part, "name", "") or getattr(part, "prize", "")
    return f" “{shortened(name, 32)}”" if name and not isinstance(part, AwardRound) else ""


def _end(known: Iterable[Judge | Nomination]) -> str:
    return between(max((each.position for each in known), default="") or None, None)


def _upper(words: str) -> str:
    return words[:1].upper() + words[1:]
