"""All that the office knows of one unit, gathered from every register, so that its page and its sheet show the same."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple, TypeVar, cast

from nscl_desktop.domain.attached_files import DossierFile, EnterpriseFile, VisitFile
from nscl_desktop.domain.awards import AwardRound, Commendation, Nomination, Prize
from nscl_desktop.domain.dossiers.sums import Sums, sums_by_cell
from nscl_desktop.domain.dossiers.whole import WholeDossier, gather
from nscl_desktop.domain.enterprises import Certificate, Contact, Enterprise, FormerName, YearFigures
from nscl_desktop.domain.inspections import Checklist, InspectionPlan, Recommendation, Visit
from nscl_desktop.domain.plans import Source
from nscl_desktop.domain.records import Record

T = TypeVar("T", bound=Record)


class MoneyRow(NamedTuple):
    """What one source gave for all dossiers of a unit, in đồng; ``source`` is its name, "" where none was stated."""

    source: str
    sums: Sums


@dataclass(frozen=True, slots=True)
class UnitRecord:
    """A unit with everything about it; lists are newest first. Visits that a later version corrects are left out.

    ``names`` are those of check lists, plans of inspections and consultants by key.
    """

    unit: Enterprise
    figures: tuple[YearFigures, ...]
    certificates: tuple[Certificate, ...]
    contacts: tuple[Contact, ...]
    former_names: tuple[FormerName, ...]
    dossiers: tuple[WholeDossier, ...]
    visits: tuple[Visit, ...]
    advice: tuple[Recommendation, ...]
    files: tuple[EnterpriseFile, ...]
    papers: tuple[DossierFile | VisitFile, ...]
    sources: Mapping[str, str]
    names: Mapping[str, str]
    awards: tuple[AwardRound | Nomination | Prize | Commendation, ...] = ()
    """Rounds of awards that it stood for with what it won, and its praise."""

    @property
    def open_advice(self) -> tuple[Recommendation, ...]:
        """What is still to be mended, the nearest deadline first, those without one last."""
        waiting = (each for each in self.advice if not each.closed_on)
        return tuple(sorted(waiting, key=lambda each: (each.deadline or "9999", each.position, each.id)))

    def dossier_of(self, key: str | None) -> WholeDossier | None:
        """A dossier of the unit by its key."""
        return next((each for each in self.dossiers if each.dossier.id == key), None)

    def visit_of(self, key: str) -> Visit | None:
        """A visit of the unit by its key."""
        return next((each for each in self.visits if each.id == key), None)

    def visit_words(self, visit: Visit) -> str:
        """What a visit is called: the plan it belongs to, else its check list."""
        plan = self.names.get(visit.inspection_plan_id or "", "")
        return plan or self.names.get(visit.checklist_id or "", "") or "Kiểm tra"

    def source_name(self, code: str) -> str:
        """A source as the office names it; its code where no plan on file does."""
        return self.sources.get(code, "") or code

    def money_by_source(self) -> tuple[MoneyRow, ...]:
        """Money by source over all dossiers, the largest first, money without a source last."""
        found: dict[str, Sums] = defaultdict(Sums)
        for (_, _, source), sums in sums_by_cell(self.dossiers).items():
            found[source].add(sums)
        rows = [MoneyRow(self.source_name(source), sums) for source, sums in found.items()]
        return tuple(sorted(rows, key=lambda row: (not row.source, -row.sums.planned, row.source)))

    def money(self) -> Sums:
        """All of it together."""
        total = Sums()
        for row in self.money_by_source():
            total.add(row.sums)
        return total


def certificate_name(certificate: Certificate) -> str:
    """The standard with its edition, as standards are cited: TCVN ISO 22000:2018."""
    edition = certificate.edition
    if not edition or certificate.standard.endswith(edition):
        return certificate.standard
    return f"{certificate.standard}{':' if edition.isdigit() else ' '}{edition}"


def unit_record(records: Iterable[Record], key: str) -> UnitRecord | None:
    """Gather one unit out of the records that name it; None where the unit itself is not among them."""
    kept: dict[type[Record], list[Record]] = defaultdict(list)
    everything = list(records)
    for each in everything:
        kept[type(each)].append(each)
    unit = next((each for each in _all(kept, Enterprise) if each.id == key), None)
    if unit is None:
        return None
    dossiers = tuple(sorted(gather(everything).values(), key=_dossier_order, reverse=True))
    own = [each for each in _all(kept, Visit) if each.enterprise_id == key]
    corrected = {each.corrects for each in own}
    visits = [each for each in own if each.id not in corrected]
    shown = {each.id for each in visits}
    papers: list[DossierFile | VisitFile] = [*_all(kept, DossierFile)]
    papers += [each for each in _all(kept, VisitFile) if each.visit_id in shown]
    return UnitRecord(
        unit,
        figures=_newest(_all(kept, YearFigures), "year"),
        certificates=_newest(_all(kept, Certificate), "expires_on"),
        contacts=tuple(sorted(_all(kept, Contact), key=lambda each: (each.position, each.id))),
        former_names=_newest(_all(kept, FormerName), "until"),
        dossiers=dossiers,
        visits=_newest(visits, "date"),
        advice=tuple(each for each in _all(kept, Recommendation) if each.visit_id in shown),
        files=tuple(sorted(_all(kept, EnterpriseFile), key=lambda each: (each.position, each.id))),
        papers=_newest(papers, "taken_on"),
        sources={each.code: each.name for each in _all(kept, Source)},
        names=_names(kept),
        awards=tuple(each for each in everything if isinstance(each, AwardRound | Nomination | Prize | Commendation)),
    )


def _all(kept: Mapping[type[Record], list[Record]], kind: type[T]) -> list[T]:
    return cast("list[T]", kept.get(kind, []))


def _newest(records: Iterable[T], field: str) -> tuple[T, ...]:
    return tuple(sorted(records, key=lambda each: (getattr(each, field), each.id), reverse=True))


def _dossier_order(whole: WholeDossier) -> tuple[int, str, str]:
    return whole.dossier.year or 0, whole.opened_on, whole.dossier.id


def _names(kept: Mapping[type[Record], list[Record]]) -> dict[str, str]:
    names = {each.id: each.name for each in _all(kept, Checklist)}
    names |= {each.id: each.name for each in _all(kept, InspectionPlan)}
    return names | {each.id: each.name for each in _all(kept, Enterprise)}
