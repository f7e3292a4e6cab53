"""Check lists for the screens: all of them with their versions, one on the desk, samples, files."""

from collections.abc import Sequence
from pathlib import Path

from nscl_desktop.domain.book import Book
from nscl_desktop.domain.changes import ChangeSet, change_set, inserted
from nscl_desktop.domain.checklist_tree import ChecklistTree
from nscl_desktop.domain.errors import InputError, UnreadableFileError
from nscl_desktop.domain.history import HistoryEntry
from nscl_desktop.domain.inspections import Checklist, Question
from nscl_desktop.domain.text import quoted
from nscl_desktop.exchange.checklist_file import read_checklist_file, write_checklist
from nscl_desktop.exchange.shipped_checklists import shipped_checklists
from nscl_desktop.office.papers import write_whole
from nscl_desktop.office.register_file import RegisterFile
from nscl_desktop.services.desk import Desk
from nscl_desktop.storage.survey_queries import visits_by_checklist
from nscl_desktop.storage.visit_queries import checklist_records

_MOST_BYTES = 8 * 1024 * 1024


class ChecklistRoom:
    """Over one open data file."""

    def __init__(self, data: RegisterFile) -> None:
        self._data = data

    def all(self) -> Book:
        """Every check list in every version, with its questions. Aside."""
        with self._data.registers(settled=True).reading() as connection:
            return Book(checklist_records(connection))

    def read(self, key: str) -> Desk:
        """A check list for the desk, the others beside it to look at; InputError if it is gone. Aside."""
        book = self.all()
        root = book.table(Checklist).get(key)
        if root is None:
            raise InputError("Không còn bảng kiểm này trong tệp dữ liệu; hãy chọn bảng kiểm khác.")
        return self._data.put_on_desk(book, root)

    def visits(self, key: str) -> int:
        """How many visits were made by a version."""
        with self._data.registers(settled=False).reading() as connection:
            return visits_by_checklist(connection, key)

    def add(self, step: ChangeSet) -> str:
        """Save a step that is made on no desk; its scope. Aside."""
        return self._data.add(step)

    def history(self, key: str) -> Sequence[HistoryEntry]:
        """Who changed a check list and its questions, newest first. Aside."""
        return self._data.history(key)

    def samples(self) -> Sequence[Checklist]:
        """The check lists that come with the program."""
        found = (records[0] for records in shipped_checklists())
        return [each for each in found if isinstance(each, Checklist)]

    def take_sample(self, key: str) -> ChangeSet:
        """The step that takes a shipped check list over as a draft; empty where the file has it already."""
        records = next(records for records in shipped_checklists() if records[0].id == key)
        name = quoted(getattr(records[0], "name", ""))
        fresh = () if key in self.all().table(Checklist) else records
        return change_set(f"Thêm bảng kiểm mẫu {name}", map(inserted, fresh), key)

    def write(self, book: Book, key: str, target: Path) -> None:
        """Write a check list as a file of its own. Aside."""
        tree = ChecklistTree(each for each in book.table(Question).values() if each.checklist_id == key)
        text = write_checklist(book.get(Checklist, key), [each for _, each in tree.walk()])
        write_whole(target, text.encode())

    def read_file(self, path: Path) -> ChangeSet:
        """The step that adds the check list of a file; UnreadableFileError for another file. Aside."""
        return read_checklist_file(_text(path))


def _text(path: Path) -> str:
    try:
        if path.stat().st_size <= _MOST_BYTES:
            return path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        pass
    raise UnreadableFileError(
        f"Không đọc được tệp {quoted(path.name)}: không phải tệp bảng kiểm hoặc ổ đĩa lỗi; hãy chọn tệp khác."
    )
