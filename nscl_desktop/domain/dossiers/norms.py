"""Norms of support: dated, entered by the office from its own council's decision, compared with the numbers shown.

The law's figures were not found, so none are shipped; the seeds state plan prices, which are no norms. A norm that
names a kind goes before one of a group, that before one for everything; of two, the later one.
"""

from collections.abc import Collection, Iterable, Iterator
from decimal import ROUND_FLOOR, Decimal

from nscl_desktop.domain.dossiers.chains import counted
from nscl_desktop.domain.dossiers.codes import OVER_NORM, OVER_TIMES, dong, remark
from nscl_desktop.domain.dossiers.counting import Kinds, item_count
from nscl_desktop.domain.dossiers.days import is_within, last_day_of
from nscl_desktop.domain.dossiers.money_remarks import contract_value
from nscl_desktop.domain.dossiers.sums import sums_of
from nscl_desktop.domain.dossiers.whole import WholeDossier
from nscl_desktop.domain.findings import Finding
from nscl_desktop.domain.money import format_quantity
from nscl_desktop.domain.supports import DossierItem, SupportNorm


def norm_of(item: DossierItem, day: str, norms: Iterable[SupportNorm], kinds: Kinds) -> SupportNorm | None:
    """The norm for an item on a day (known at least to the year; "" for what holds without an end)."""
    kind = kinds.get(item.kind_id or "")
    group = kind.group if kind else ""
    whole_day = last_day_of(day).isoformat() if day else "9999-12-31"
    fitting = [
        norm
        for norm in norms
        if is_within(whole_day, norm.valid_from, norm.valid_to)
        and (norm.kind_id == item.kind_id if norm.kind_id else norm.group in ("", group))
    ]
    return max(fitting, key=lambda norm: (bool(norm.kind_id), bool(norm.group), norm.valid_from, norm.id), default=None)


def over_norm(
    whole: WholeDossier,
    others: Iterable[WholeDossier],
    norms: Iterable[SupportNorm],
    kinds: Kinds,
    sources: Collection[str] | None = None,
) -> Iterator[Finding]:
    """What goes beyond the norms. ``sources``: codes of the state's money, None when all of it is."""
    norms = tuple(norms)
    pairs = [(item, norm_of(item, whole.opened_on, norms, kinds)) for item in whole.items]
    money = sums_of([whole], sources=sources).planned
    yield from _over_amount(whole, money, pairs)
    used = {norm.id: norm for _, norm in pairs if norm is not None}
    family = [*(each for each in others if _was_before(each, whole)), whole]
    for norm in used.values():
        yield from _over_share(whole, money, norm)
        yield from _over_unit(whole, counted(family), norm, (norms, kinds, sources))


Pairs = list[tuple[DossierItem, SupportNorm | None]]
Rules = tuple[tuple[SupportNorm, ...], Kinds, Collection[str] | None]


def _over_amount(whole: WholeDossier, money: int, pairs: Pairs) -> Iterator[Finding]:
    """Only where every item has a ceiling: money is not planned by item, so one without leaves all open."""
    limits = [
        (item_count(item), norm.most_amount)
        for item, norm in pairs
        if norm is not None and norm.most_amount is not None
    ]
    if not limits or len(limits) < len(pairs):
        return
    limit = _floor(sum((number * most for number, most in limits), Decimal(0)))
    if money > limit:
        how = " + ".join(f"{format_quantity(number)} × {dong(most)}" for number, most in limits)
        message = (
            f"Kinh phí {dong(money)} vượt định mức {dong(limit)} ({how}{_bases(pairs)}), vượt {dong(money - limit)}."
        )
        yield remark(whole, OVER_NORM, "amount", message, expected=dong(limit), found=dong(money))


def _over_share(whole: WholeDossier, money: int, norm: SupportNorm) -> Iterator[Finding]:
    value = contract_value(whole)
    if norm.percent is None or not value:
        return
    limit = _floor(value * norm.percent / 100)
    if money > limit:
        message = (
            f"Ngân sách hỗ trợ {dong(money)} vượt {format_quantity(norm.percent)}% giá trị hợp đồng {dong(value)}, "
            f"tức là {dong(limit)}{_basis(norm)}; vượt {dong(money - limit)}."
        )
        yield remark(whole, OVER_NORM, f"percent/{norm.id}", message, expected=dong(limit), found=dong(money))


def _over_unit(
    whole: WholeDossier, family: Iterable[WholeDossier], norm: SupportNorm, rules: Rules
) -> Iterator[Finding]:
    """Ceilings for one beneficiary: all its dossiers of this norm together."""
    norms, kinds, sources = rules
    same = [each for each in family if any(norm_of(item, each.opened_on, norms, kinds) == norm for item in each.items)]
    money = sums_of(same, sources=sources).planned
    if norm.most_per_unit is not None and money > norm.most_per_unit:
        message = (
            f"Đơn vị được hỗ trợ {dong(money)} qua {len(same)} hồ sơ, vượt mức tối đa {dong(norm.most_per_unit)} "
            f"cho một đơn vị{_basis(norm)}; vượt {dong(money - norm.most_per_unit)}."
        )
        limit = dong(norm.most_per_unit)
        yield remark(whole, OVER_NORM, f"unit/{norm.id}", message, expected=limit, found=dong(money))
    if norm.most_times is not None and len(same) > norm.most_times:
        message = f"Đơn vị được hỗ trợ {len(same)} lần, quy định tối đa {norm.most_times} lần{_basis(norm)}."
        yield remark(whole, OVER_TIMES, norm.id, message, expected=str(norm.most_times), found=str(len(same)))


def _was_before(each: WholeDossier, whole: WholeDossier) -> bool:
    """An earlier dossier of the same unit: what goes beyond a ceiling is said of the dossier that crosses it."""
    unit = whole.dossier.enterprise_id
    is_earlier = (each.opened_on, each.dossier.id) < (whole.opened_on, whole.dossier.id)
    return bool(unit) and each.dossier.enterprise_id == unit and is_earlier


def _basis(norm: SupportNorm) -> str:
    return f" theo {norm.legal_basis}" if norm.legal_basis else ""


def _bases(pairs: Pairs) -> str:
    named = dict.fromkeys(norm.legal_basis for _, norm in pairs if norm is not None and norm.legal_basis)
    return f"; theo {', '.join(named)}" if named else ""


def _floor(amount: Decimal) -> int:
    return int(amount.to_integral_value(ROUND_FLOOR))
