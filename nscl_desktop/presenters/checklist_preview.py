"""How a check list is asked, tried out on a visit that exists only in memory and leaves nothing behind."""

from nscl_desktop.domain.book import Book
from nscl_desktop.domain.changes import ChangeSet
from nscl_desktop.domain.enterprises import Enterprise
from nscl_desktop.domain.inspections import Checklist, Question, Visit
from nscl_desktop.domain.records import new_id
from nscl_desktop.presenters.visit_entry import VisitEntry


class PreviewDesk:
    """A desk whose steps are never saved."""

    unsaved = 0

    def __init__(self, book: Book) -> None:
        self.book = book

    def perform(self, change_set: ChangeSet) -> None:
        """Make the step in memory."""
        self.book.apply(change_set.changes)


def preview(book: Book, checklist_id: str) -> VisitEntry:
    """The entry of a made-up visit by a version, which may be a draft still."""
    questions = [each for each in book.table(Question).values() if each.checklist_id == checklist_id]
    unit = Enterprise(id=new_id(), name="Xem thử, câu trả lời không được lưu")
    visit = Visit(id=new_id(), enterprise_id=unit.id, checklist_id=checklist_id, date="2026-01-01")
    return VisitEntry(PreviewDesk(Book([unit, book.get(Checklist, checklist_id), *questions, visit])), visit.id)
