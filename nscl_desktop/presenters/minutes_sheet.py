"""Bản in of an inspection: the filled minutes, or the blank form, under the office's own letterhead."""

from dataclasses import dataclass
from pathlib import Path

from nscl_desktop.domain.appendix import AppendixDoc
from nscl_desktop.domain.book import Book
from nscl_desktop.domain.enterprises import Enterprise
from nscl_desktop.domain.inspections import Checklist, InspectionPlan, Visit
from nscl_desktop.domain.minutes import MinutesFrame, minutes
from nscl_desktop.domain.survey_paper import survey_paper
from nscl_desktop.domain.text import fold
from nscl_desktop.domain.visit_sheet import VisitSheet

_KINDS = {".pdf": "PDF", ".docx": "Word", ".xlsx": "Excel"}
_BLANK_VISIT = "blank"


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The office's names above its papers and the end of số, ký hiệu; the same for all minutes."""

    parent: str = ""
    agency: str = ""
    symbol: str = ""

    @property
    def lines(self) -> tuple[str, ...]:
        """The names that are given, the higher one first."""
        return tuple(filter(None, (self.parent.strip(), self.agency.strip())))


def visit_minutes(book: Book, visit_id: str, head: Letterhead, *, blank: bool) -> AppendixDoc:
    """The minutes of a visit as it stands; ``blank`` keeps unit, place and people, and leaves all findings open."""
    sheet = VisitSheet(book, visit_id)
    unit = book.table(Enterprise).get(sheet.visit.enterprise_id or "")
    plan = book.table(InspectionPlan).get(sheet.visit.inspection_plan_id or "")
    frame = MinutesFrame(head.lines, head.symbol.strip(), unit.name if unit else "", plan)
    return _paper(sheet, frame, blank=blank)


def blank_form(book: Book, checklist_id: str, head: Letterhead) -> AppendixDoc:
    """A check list as a form to be filled by hand, for a unit that is not known yet."""
    visit = Visit(id=_BLANK_VISIT, checklist_id=checklist_id)
    sheet = VisitSheet(Book([*book.records(), visit]), _BLANK_VISIT)
    return _paper(sheet, MinutesFrame(head.lines, head.symbol.strip()), blank=True)


def _paper(sheet: VisitSheet, frame: MinutesFrame, *, blank: bool) -> AppendixDoc:
    """A survey has a questionnaire, everything else a Biên bản."""
    return survey_paper(sheet, frame, blank=blank) if sheet.is_survey else minutes(sheet, frame, blank=blank)


def minutes_name(book: Book, visit_id: str, *, blank: bool) -> str:
    """What an exported file is called at first: plain letters, as mail systems like them."""
    visit = book.get(Visit, visit_id)
    unit = book.table(Enterprise).get(visit.enterprise_id or "")
    is_survey = VisitSheet(book, visit_id).is_survey
    filled = "Phieu khao sat" if is_survey else f"Bien ban {visit.number}".rstrip()
    kind = "Bieu mau" if blank else filled
    return plain_name(" ".join(filter(None, (kind, visit.date, unit.name if unit else ""))))


def form_name(book: Book, checklist_id: str) -> str:
    """What the file of a blank form is called at first."""
    return plain_name(f"Bieu mau {book.get(Checklist, checklist_id).name}")


def exported_words(target: Path) -> str:
    """What was done, for the status bar."""
    return f"Đã xuất {_KINDS.get(target.suffix.lower(), 'tệp')}: {target.name}"


def plain_name(text: str) -> str:
    """A text without dấu and without what file names may not hold, its capitals kept."""
    plain = "".join(fold(char).upper() if char.isupper() else fold(char) or char for char in text)
    return "".join(char if char.isalnum() or char in " -_" else "-" for char in plain)[:100].strip()
