"""What the register's list is sought, filtered and sorted by: worked out from a record, never typed by anyone.

The data file keeps it beside the records, so that 100,000 units answer each typed key within a frame.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from operator import attrgetter
from typing import NamedTuple

from nscl_desktop.domain.area_succession import province_key
from nscl_desktop.domain.enterprises import MARKS, Enterprise
from nscl_desktop.domain.fields import Value
from nscl_desktop.domain.sorting import sort_key
from nscl_desktop.domain.tax_codes import read_tax_code
from nscl_desktop.domain.text import fold, fold_lines, match_key, match_key_lines

SOUGHT = (
    "name", "short_name", "foreign_name", "tax_code", "address", "commune", "province", "representative", "products",
)  # fmt: skip
"""Fields whose words are sought; the list is sorted by the first of them."""
MERGED = "merged"
"""The state, in the list, of a record that was found to be another unit; left out of lists unless it is asked for."""
FLAGS = (*MARKS, "is_state_owned", "is_foreign_invested")
"""Fields of yes or no in the order of their bits in ``ListRow.marks``."""
TAX_MISSING, TAX_SOUND, TAX_DOUBTFUL = "missing", "sound", "doubtful"
FACTS = ("kind", "state", "merged_into", "sector_edition", "sector_code", *FLAGS)
"""Fields that the list is filtered by and whose words are not sought, as `list_facts` takes them."""
_FACTS_OF = attrgetter(*FACTS)
_CODE = re.compile(r"([A-Z]?)([0-9]{2})?")


class ListRow(NamedTuple):
    """One unit as the list knows it; ``marks`` has a bit for each of FLAGS.

    ``folded`` answers what is typed without dấu, ``marked`` tells whether it was meant with just these dấu.
    ``sector``: edition and division ("2025/10"), or its section where the code is only a letter ("2025/C").
    """

    id: str
    sort_key: str
    kind: str
    state: str
    marks: int
    sector: str
    province: str
    commune: str
    tax: str
    folded: str
    marked: str


class ListFacts(NamedTuple):
    """What a row of the list says besides words."""

    kind: str
    state: str
    marks: int
    sector: str


@dataclass(frozen=True, slots=True)
class ListQuery:
    """What the list shall show: text and filters, all of which must hold; within a filter one of its values.

    ``provinces`` are `province_key`s, ``communes`` folded names, ``sectors`` as in ListRow, ``marks`` names of FLAGS
    that all must be set, ``tax`` TAX_… values. Empty asks for nothing; without ``states`` merged records are left out.
    """

    text: str = ""
    kinds: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()
    sectors: tuple[str, ...] = ()
    provinces: tuple[str, ...] = ()
    communes: tuple[str, ...] = ()
    tax: tuple[str, ...] = ()
    within: tuple[str, ...] = ()
    """Keys of units among which alone is sought, because all others are known not to answer."""

    @property
    def mark_bits(self) -> int:
        """The bits of the marks asked for."""
        return mark_bits(self.marks)

    @property
    def has_dau(self) -> bool:
        """Whether the text was typed with dấu, so that names with the same dấu come first."""
        return match_key(self.text) != fold(self.text)


class ListPlace(NamedTuple):
    """Where a page of the list ended: the next one begins behind it."""

    is_second_rank: bool
    """Whether what was found without its dấu had begun."""
    sort_key: str
    id: str


class ListEntry(NamedTuple):
    """A unit with the values of the columns that were asked for, in their order."""

    id: str
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class ListPage:
    """Some rows of the list in its order; ``end`` is None where nothing follows."""

    entries: tuple[ListEntry, ...]
    end: ListPlace | None


def list_row(enterprise: Enterprise) -> ListRow:
    """What a record puts into the list."""
    text = "\n".join(dict.fromkeys(filter(None, _sought(enterprise))))
    facts = list_facts(*_FACTS_OF(enterprise))
    return ListRow(
        id=enterprise.id,
        sort_key=sort_key(enterprise.name),
        kind=facts.kind,
        state=facts.state,
        marks=facts.marks,
        sector=facts.sector,
        province=province_key(enterprise.province),
        commune=fold(enterprise.commune),
        tax=_tax(enterprise.tax_code),
        folded=_lines(fold_lines(text)),
        marked=_lines(match_key_lines(text)),
    )


def list_facts(kind: str, state: str, merged_into: str | None, edition: str, code: str, *flags: bool) -> ListFacts:
    """What FACTS put into the list; ``flags`` in the order of FLAGS."""
    marks = sum(1 << at for at, flag in enumerate(flags) if flag)
    return ListFacts(kind, MERGED if merged_into else state, marks, sector_group(edition, code))


def mark_bits(names: Iterable[str]) -> int:
    """One number for names of FLAGS."""
    return sum(1 << FLAGS.index(name) for name in set(names))


@lru_cache(maxsize=1 << 10)
def sector_group(edition: str, code: str) -> str:
    """Edition and division of a code such as "C1071" or "10.71"; "" where it is none."""
    found = _CODE.match(re.sub(r"[\s.\-]", "", code).upper())
    group = (found[2] or found[1]) if found else ""
    return f"{edition}/{group}" if group else ""


def _sought(enterprise: Enterprise) -> tuple[str, ...]:
    """Every text that a clerk may remember of a unit; the tax code without the hyphen, too."""
    code = enterprise.tax_code
    return (
        enterprise.name, enterprise.short_name, enterprise.foreign_name, code, code.replace("-", ""),
        enterprise.address, enterprise.commune, enterprise.province, enterprise.representative, *enterprise.products,
    )  # fmt: skip


def _lines(key: str) -> str:
    """A key that never runs on from one field into the next, each line of it once."""
    return "\n".join(dict.fromkeys(key.split("\n")))


def _tax(code: str) -> str:
    if not code:
        return TAX_MISSING
    return TAX_DOUBTFUL if read_tax_code(code).warning else TAX_SOUND
