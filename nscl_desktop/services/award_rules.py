"""Regimes of awards, norms of prize money and lương cơ sở, as an office edits them."""

from collections.abc import Iterable

from nscl_desktop.domain.awards import AwardCriterion, AwardRegime, PrizeKind, PrizeNorm
from nscl_desktop.domain.book import Book
from nscl_desktop.domain.changes import ChangeSet, change_set, inserted, updated
from nscl_desktop.domain.directory import SalaryBase
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.fields import Place, Value
from nscl_desktop.domain.naming import shortened
from nscl_desktop.domain.positions import between
from nscl_desktop.services.dossier_parts import checked, made
from nscl_desktop.services.removal import removal

SCOPE = "award-rules"
"""All rules lie on one desk."""
Rule = AwardRegime | AwardCriterion | PrizeKind | PrizeNorm | SalaryBase


def set_rule(rule: Rule, name: str, value: Value) -> ChangeSet:
    """Give a field of a rule a new value. A norm is flat or a multiple: one takes the place of the other."""
    values = {name: value}
    if isinstance(rule, PrizeNorm) and value is not None and name in ("multiple", "amount"):
        values["amount" if name == "multiple" else "multiple"] = None
    return change_set(f"Sửa {rule.noun}{called(rule)}", [updated(rule, **checked(type(rule), values))], SCOPE)


def add_regime(name: str) -> ChangeSet:
    """A regime without criteria yet."""
    regime = made(AwardRegime, name=name)
    return change_set(f"Thêm {regime.noun}{called(regime)}", [inserted(regime)], SCOPE)


def add_criterion(regime_id: str, known: Iterable[AwardCriterion], parent: AwardCriterion | None = None) -> ChangeSet:
    """A criterion behind the others of its level, numbered after them; or the part of one, which takes no points then.

    Refused below a criterion that is a part itself: regimes have two levels.
    """
    if parent and parent.place.parent:
        raise InputError("Tiêu chí chỉ có hai cấp; hãy chọn một tiêu chí cấp trên để thêm mục con.")
    above = parent.id if parent else ""
    same = [each for each in known if each.regime_id == regime_id and each.place.parent == above]
    last = max((each.place.position for each in same), default="")
    label = f"{parent.label}.{len(same) + 1}" if parent else str(len(same) + 1)
    criterion = made(
        AwardCriterion, regime_id=regime_id, place=Place(above, between(last or None, None)), label=label,
        name="(tên tiêu chí)",
    )  # fmt: skip
    return change_set(f"Thêm {criterion.noun} {label}", [inserted(criterion)], SCOPE)


def add_kind(regime_id: str, known: Iterable[PrizeKind]) -> ChangeSet:
    """A prize of a regime behind the others."""
    last = max((each.position for each in known if each.regime_id == regime_id), default="")
    kind = made(PrizeKind, regime_id=regime_id, position=between(last or None, None), name="(tên giải)")
    return change_set(f"Thêm {kind.noun}", [inserted(kind)], SCOPE)


def add_norm() -> ChangeSet:
    """A norm to be filled in."""
    norm = made(PrizeNorm, prize="(tên giải hoặc hình thức khen)")
    return change_set(f"Thêm {norm.noun}", [inserted(norm)], SCOPE)


def add_base() -> ChangeSet:
    """A lương cơ sở to be filled in."""
    base = made(SalaryBase)
    return change_set(f"Thêm {base.noun}", [inserted(base)], SCOPE)


def remove_rule(book: Book, rule: Rule, used: frozenset[str]) -> ChangeSet:
    """Remove a rule with its parts; what rounds are held under, or points were given for, stays.

    ``used``: keys of such regimes and criteria.
    """
    parts = [each.id for each in book.table(AwardCriterion).values() if rule.id in (each.regime_id, each.place.parent)]
    if used.intersection((rule.id, *parts)):
        raise InputError(
            f"{_upper(rule.noun)}{called(rule)} đang được một đợt xét giải dùng nên không xóa được;"
            " hãy ghi ngày hết áp dụng thay cho xóa."
        )
    return change_set(f"Xóa {rule.noun}{called(rule)}", removal(book, [rule]), SCOPE)


def called(rule: Rule) -> str:
    """What history calls a rule."""
    name = rule.prize if isinstance(rule, PrizeNorm) else rule.instrument if isinstance(rule, SalaryBase) else rule.name
    return f" “{shortened(name, 40)}”" if name else ""


def _upper(words: str) -> str:
    return words[:1].upper() + words[1:]
