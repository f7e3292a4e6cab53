"""Counting supports in three ways that are never mixed: dossiers, units supported, items each in its own unit.

Bình Dương's model for one enterprise is one dossier, one unit, 2 công cụ and 1 hệ thống. Ended dossiers have given
their place back and are not counted; what was carried over counts once (chains.py). An item without a quantity is one.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from nscl_desktop.domain.dossiers.chains import counted, is_carried, latest_of_each
from nscl_desktop.domain.dossiers.whole import WholeDossier, Wholes
from nscl_desktop.domain.enterprises import Enterprise
from nscl_desktop.domain.supports import DossierItem, SupportKind
from nscl_desktop.domain.text import match_key

UNIT_ABBREVIATIONS = {
    "dn": "doanh nghiệp", "ht": "hệ thống", "cc": "công cụ", "sp": "sản phẩm", "tc": "tiêu chuẩn",
}  # fmt: skip
"""As Tây Ninh's plan of 2021 prints them."""
BENEFICIARY_UNITS = frozenset(
    {"doanh nghiệp", "đơn vị", "trường", "cơ sở giáo dục", "cơ sở khám bệnh, chữa bệnh", "hợp tác xã", "htx"}
)
Kinds = Mapping[str, SupportKind]


@dataclass(frozen=True, slots=True)
class Counts:
    """What a group of dossiers amounts to; ``carried`` is how many of the dossiers came from an earlier plan.

    ``units`` holds keys of the units supported, each once; ``unnamed`` counts dossiers without a unit, which are in no
    count of units. ``items`` is keyed (key of the kind or name of the item, unit).
    """

    dossiers: int
    carried: int
    units: frozenset[str]
    unnamed: int
    items: dict[tuple[str, str], Decimal]

    def in_unit(self, unit: str) -> Decimal:
        """All items counted in one unit, of whatever kind; abbreviations count as what they stand for."""
        wanted = unit_key(unit)
        return sum((count for (_, each), count in self.items.items() if unit_key(each) == wanted), Decimal(0))


def unit_key(unit: str) -> str:
    """The same for a unit and its abbreviation: HT, hệ thống."""
    key = match_key(unit)
    return match_key(UNIT_ABBREVIATIONS.get(key, key))


def item_unit(item: DossierItem, kinds: Kinds) -> str:
    """What an item is counted in: its own unit, else that of its kind."""
    kind = kinds.get(item.kind_id or "")
    return item.unit or (kind.unit if kind else "")


def item_count(item: DossierItem) -> Decimal:
    """How many: one where nothing is stated."""
    return Decimal(1) if item.quantity is None else item.quantity


def count(wholes: Iterable[WholeDossier], kinds: Kinds) -> Counts:
    """Count dossiers that are known to be different supports (``latest_of_each`` sees to it for several plans)."""
    there = counted(wholes)
    items: dict[tuple[str, str], Decimal] = {}
    for whole in there:
        for item in whole.items:
            key = (item.kind_id or item.name, item_unit(item, kinds))
            items[key] = items.get(key, Decimal(0)) + item_count(item)
    return Counts(
        dossiers=len(there),
        carried=sum(is_carried(whole.dossier) for whole in there),
        units=frozenset(whole.dossier.enterprise_id for whole in there if whole.dossier.enterprise_id),
        unnamed=sum(not whole.dossier.enterprise_id for whole in there),
        items=items,
    )


def count_all(wholes: Wholes, kinds: Kinds) -> Counts:
    """Count every support of the office once, over all plans."""
    return count(latest_of_each(wholes), kinds)


def of_year(wholes: Iterable[WholeDossier], year: int) -> list[WholeDossier]:
    """Dossiers that began in a year: a support over two years counts in its first."""
    return [whole for whole in wholes if whole.dossier.year == year]


def of_plan(wholes: Iterable[WholeDossier], plan_id: str) -> list[WholeDossier]:
    """Dossiers that are done under a plan, those carried over into it too."""
    return [whole for whole in wholes if whole.dossier.plan_id == plan_id]


def of_line(wholes: Iterable[WholeDossier], line_ids: Iterable[str], year: int | None = None) -> list[WholeDossier]:
    """Dossiers that take money out of a line (with its children's keys), or out of its money of one year."""
    keys = set(line_ids)
    return [
        whole
        for whole in wholes
        if any(part.line_id in keys and (year is None or part.year == year) for part in whole.money)
    ]


def units_by_kind(counts: Counts, enterprises: Mapping[str, Enterprise]) -> dict[str, int]:
    """Units supported by their own kind: schools and clinics are no enterprises. Units not on file stand under ""."""
    found = Counter(enterprises[key].kind if key in enterprises else "" for key in counts.units)
    return dict(found)
