"""Which columns of a table a column sums or multiplies: found from what the columns show, not written in the form.

"Tổng cộng" = NSNN + DN, NSNN = the years, amount = quantity × price: so the spreadsheet keeps its formulas in any form.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from nscl_desktop.domain.budget import CellKey
from nscl_desktop.domain.forms.columns import Leaf
from nscl_desktop.domain.forms.grid import runs
from nscl_desktop.domain.forms.model import Kind

Run = tuple[int, int]
"""First and last of neighbouring columns."""


@dataclass(frozen=True, slots=True)
class Links:
    """What a column's figures follow from: runs of columns it sums; quantity and price it multiplies."""

    runs: tuple[Run, ...] = ()
    factors: tuple[int, int] | None = None


def links(shown: Sequence[Leaf], content: frozenset[CellKey]) -> tuple[Links, ...]:
    """For each leaf, from left to right. ``content`` are the cells that the rows of the table have anything in."""
    return tuple(_links_of(place, shown, content) for place in range(len(shown)))


def _links_of(place: int, shown: Sequence[Leaf], content: frozenset[CellKey]) -> Links:
    leaf = shown[place]
    if leaf.kind not in {Kind.AMOUNT, Kind.QUANTITY}:
        return Links()
    found = runs(_parts(place, shown, content))
    if leaf.kind is Kind.QUANTITY:
        return Links(found)
    quantity = _nearest(leaf, shown, Kind.QUANTITY)
    price = _nearest(leaf, shown, Kind.PRICE)
    return Links(found, (quantity, price) if quantity is not None and price is not None else None)


def _nearest(leaf: Leaf, shown: Sequence[Leaf], kind: Kind) -> int | None:
    """The column of a kind for the same slice; for a price, else the one for all of the plan."""
    same = [place for place, other in enumerate(shown) if other.kind is kind and other.part == leaf.part]
    if not same:
        same = [
            place
            for place, other in enumerate(shown)
            if other.kind is kind
            and other.part.measure == leaf.part.measure
            and (other.keys == leaf.keys or (kind is Kind.PRICE and other.keys >= leaf.keys))
        ]
    return same[0] if same else None


def _parts(place: int, shown: Sequence[Leaf], content: frozenset[CellKey]) -> list[int]:
    """Columns that together show exactly what this one shows; the fewest that do."""
    whole = shown[place]
    candidates = [other for other in range(len(shown)) if _is_narrower(shown[other], whole)]
    candidates.sort(key=lambda other: (-len(shown[other].keys), len(shown[other].part.narrowed), other))
    covered: set[CellKey] = set()
    picked: list[int] = []
    for other in candidates:
        keys = shown[other].keys & content
        if keys and covered.isdisjoint(keys):
            picked.append(other)
            covered |= keys
    if covered != whole.keys & content or not picked:
        return []
    # Columns that have no figures yet belong to the sum as well: a figure typed there later must count
    alike = [(shown[other].spec, shown[other].part.narrowed) for other in picked]
    empty = [
        other
        for other in candidates
        if not shown[other].keys & content and (shown[other].spec, shown[other].part.narrowed) in alike
    ]
    return sorted(picked + empty)


def _is_narrower(part: Leaf, whole: Leaf) -> bool:
    """Whether one column shows a part of another. Quantities of different sources are not parts: they may be shared."""
    if part is whole or part.kind is not whole.kind or part.part.measure != whole.part.measure:
        return False
    if whole.kind is Kind.QUANTITY and part.part.sources != whole.part.sources:
        return False
    if not (part.part.years <= whole.part.years and part.part.sources <= whole.part.sources):
        return False
    return part.keys < whole.keys or (part.keys <= whole.keys and part.part.narrowed > whole.part.narrowed)
