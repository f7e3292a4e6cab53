"""The cases of a survey from its records: each visit with its answers, its unit's sector and size class.

Sector is ngành cấp 1 of the unit's main line of business, by name, because the letters differ between the editions.
Size follows from the figures of the visit's year, else of the newest year before it, else of the oldest after it.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from nscl_desktop.domain.book import Book
from nscl_desktop.domain.enterprises import Enterprise, YearFigures
from nscl_desktop.domain.inspections import Answer, Visit
from nscl_desktop.domain.sectors import SectorEdition
from nscl_desktop.domain.size_class import Size, SizeRules, size_class, size_sector
from nscl_desktop.domain.survey_summary import Case

Editions = Mapping[str, SectorEdition]


def survey_cases(book: Book, checklist_id: str, editions: Editions, rules: tuple[SizeRules, ...]) -> tuple[Case, ...]:
    """A case for each visit by the questionnaire, drafts and corrected versions too (see survey_summary.counted)."""
    answers: dict[str, dict[str, Answer]] = defaultdict(dict)
    for each in book.table(Answer).values():
        if each.question_id:
            answers[each.visit_id][each.question_id] = each
    figures: dict[str, list[YearFigures]] = defaultdict(list)
    for year in book.table(YearFigures).values():
        figures[year.enterprise_id].append(year)
    units = book.table(Enterprise)
    return tuple(
        _case(visit, answers[visit.id], units.get(visit.enterprise_id or ""), figures, (editions, rules))
        for visit in book.table(Visit).values()
        if visit.checklist_id == checklist_id
    )


def _case(
    visit: Visit,
    answers: Mapping[str, Answer],
    unit: Enterprise | None,
    figures: Mapping[str, Sequence[YearFigures]],
    facts: tuple[Editions, tuple[SizeRules, ...]],
) -> Case:
    if unit is None:
        return Case(visit, answers)
    return Case(visit, answers, sector_of(unit, facts[0]), _size(visit, unit, figures.get(unit.id, ()), facts))


def sector_of(unit: Enterprise, editions: Editions) -> str:
    """Name of ngành cấp 1; "" where the code is missing or unknown."""
    edition = editions.get(unit.sector_edition)
    section = edition.section(unit.sector_code) if edition and unit.sector_code else None
    return section.name if section else ""


def _size(
    visit: Visit, unit: Enterprise, figures: Sequence[YearFigures], facts: tuple[Editions, tuple[SizeRules, ...]]
) -> str:
    if not figures:
        return ""
    year = int(visit.date[:4]) if visit.date[:4].isdigit() else 9999
    before = [each for each in figures if each.year <= year]
    chosen = max(before, key=_by_year) if before else min(figures, key=_by_year)
    editions, rules = facts
    found = size_class(chosen, size_sector(unit, dict(editions)), rules, unit.founded_on).size
    return "" if found is Size.UNKNOWN else found.value.capitalize()


def _by_year(figures: YearFigures) -> int:
    return figures.year
