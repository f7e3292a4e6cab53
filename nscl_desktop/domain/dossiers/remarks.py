"""Everything there is to remark on a dossier, in the order of the codes. It warns with numbers and never blocks."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from nscl_desktop.domain.budget import Budget
from nscl_desktop.domain.dossiers.counting import Kinds
from nscl_desktop.domain.dossiers.lateness import certificates_of, late
from nscl_desktop.domain.dossiers.money_remarks import about_contracts, over_line
from nscl_desktop.domain.dossiers.norms import over_norm
from nscl_desktop.domain.dossiers.repeats import same_support_before
from nscl_desktop.domain.dossiers.whole import WholeDossier, Wholes
from nscl_desktop.domain.enterprises import Certificate, Enterprise
from nscl_desktop.domain.findings import Finding
from nscl_desktop.domain.supports import SupportNorm

CERTIFICATE_DAYS = 90


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a dossier is held against. ``budget`` is that of its plan, None while the plan is not on the desk."""

    wholes: Wholes
    day: str
    kinds: Kinds = field(default_factory=dict)
    enterprises: Mapping[str, Enterprise] = field(default_factory=dict)
    certificates: Iterable[Certificate] = ()
    norms: Iterable[SupportNorm] = ()
    state_sources: Collection[str] | None = None
    budget: Budget | None = None


def remarks(whole: WholeDossier, around: Surroundings) -> list[Finding]:
    """All findings about a dossier; those with ``waived`` were gone on from, for the reason it holds."""
    others = [each for each in around.wholes.values() if each.dossier.id != whole.dossier.id]
    found = [
        *(over_line(around.budget, whole, others) if around.budget else ()),
        *over_norm(whole, others, around.norms, around.kinds, around.state_sources),
        *same_support_before(whole, others, around.kinds, around.enterprises),
        *late(whole, around.day),
        *certificates_of(whole, around.certificates, around.day, CERTIFICATE_DAYS),
        *about_contracts(whole),
    ]
    return sorted(found, key=lambda each: each.code)
