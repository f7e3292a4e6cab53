"""Taking the shipped regimes of awards and norms of prize money over into a data file, where they are edited.

Nothing of the office's own changes: what is there already, by its key, stays as it is.
"""

from collections.abc import Iterable
from functools import cache

from nscl_desktop.domain.award_regimes import read_award_rules
from nscl_desktop.domain.awards import AwardCriterion, AwardRegime, PrizeKind, PrizeNorm
from nscl_desktop.domain.changes import Change, ChangeSet, change_set, inserted
from nscl_desktop.domain.directory import SalaryBase
from nscl_desktop.domain.records import Record
from nscl_desktop.resource_files import resource_path


@cache
def shipped_award_rules() -> tuple[Record, ...]:
    """Regimes, criteria, prizes and norms that come with the program, read once."""
    return read_award_rules(resource_path("directory", "award-regimes.toml").read_text("utf-8"))


def add_shipped_rules(known: Iterable[Record], bases: Iterable[SalaryBase]) -> ChangeSet:
    """Add the regimes that the office does not have by key or code, with their parts, the norms, and lương cơ sở.

    A regime that is there is left alone with all its parts: what the office took out of it stays out. Bases are added
    to a file that has none.
    """
    known = list(known)
    keys = {each.id for each in known}
    codes = {each.code for each in known if isinstance(each, AwardRegime)}
    new = {each.id for each in _of(AwardRegime) if each.id not in keys and each.code not in codes}
    has_norms = any(isinstance(each, PrizeNorm) for each in known)
    changes: list[Change | None] = []
    for each in shipped_award_rules():
        is_wanted = (
            each.id in new
            or (isinstance(each, AwardCriterion | PrizeKind) and each.regime_id in new)
            or (isinstance(each, PrizeNorm) and not has_norms)
        )
        if is_wanted:
            changes.append(inserted(each))
    if not any(isinstance(each, SalaryBase) for each in known):
        changes.extend(map(inserted, bases))
    return change_set("Lấy quy chế giải thưởng và mức thưởng có sẵn", changes)


def _of(kind: type[AwardRegime]) -> Iterable[AwardRegime]:
    return (each for each in shipped_award_rules() if isinstance(each, kind))
