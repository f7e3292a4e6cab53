"""Photos and papers of the record on the desk: what is listed, what can be done with them, and what is said of them."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from nscl_desktop.domain.attached_files import MOST_POINTS, PDF, AttachedFile, TakenFile
from nscl_desktop.domain.errors import InputError, NsclError
from nscl_desktop.domain.fields import FieldSpec
from nscl_desktop.domain.records import fields_of
from nscl_desktop.domain.text import quoted
from nscl_desktop.presenters.attachments import size_words
from nscl_desktop.presenters.field_text import text_of, value_of
from nscl_desktop.presenters.office import Attachments
from nscl_desktop.services import attached_files as service
from nscl_desktop.services.desk import Desk


class Kept(NamedTuple):
    """What came of copying some files: those that lie beside the data file now, a sentence for each other one."""

    taken: tuple[TakenFile, ...]
    refused: tuple[str, ...]


class RecordFiles:
    """The files of one record, or of one part of it.

    ``kind`` says whose they are (EnterpriseFile, DossierFile, VisitFile, RoundFile); their owner is the record on the
    desk. ``about`` is the key of a part, such as a visit's question; "" lists what belongs to the record as a whole,
    None everything (new files then belong to the whole).
    """

    def __init__(
        self, desk: Desk, kind: type[AttachedFile], attachments: Attachments, about: str | None = None
    ) -> None:
        self._desk, self._kind, self._attachments = desk, kind, attachments
        self.about = about

    def files(self) -> tuple[AttachedFile, ...]:
        """In their order."""
        return service.files_of(self._desk.book, self._kind, self._desk.root_id, self.about)

    def keep(self, sources: Iterable[Path], *, shrinks: bool, keeps_original: bool) -> Kept:
        """Copy files beside the data file; one that is refused does not keep the others away. Aside."""
        taken, refused = [], []
        for source in sources:
            try:
                most = MOST_POINTS if shrinks else None
                taken.append(self._attachments.take(source, most, keeps_original=keeps_original))
            except NsclError as error:
                refused.append(error.sentence)
        return Kept(tuple(taken), tuple(refused))

    def add(self, taken: Sequence[TakenFile], about: str | None = None) -> str:
        """List copied files, as one step; what was done, for the toast. ``about`` where it was meanwhile changed."""
        part = (self.about if about is None else about) or ""
        step = service.add_files(self._desk.book, self._kind, self._desk.root_id, taken, part)
        self._desk.perform(step)
        return _done(step.words)

    def remove(self, files: Sequence[AttachedFile]) -> str:
        """Take them out of the list, as one step; what was done, for the toast."""
        step = service.remove_files(self._desk.book, files)
        self._desk.perform(step)
        return _done(step.words)

    def enter(self, file: AttachedFile, name: str, text: str) -> None:
        """Take a typed caption or day, or a chosen kind; raises InputError with the sentence."""
        value = value_of(self.spec(name), text)
        self._desk.perform(service.set_file(self._desk.book, file, name, value))

    def text(self, file: AttachedFile, name: str) -> str:
        """A field as it is shown."""
        return text_of(self.spec(name), getattr(file, name))

    def spec(self, name: str) -> FieldSpec:
        """The FieldSpec of one field."""
        return next(each for each in fields_of(self._kind) if each.name == name)

    def thumbnail(self, file: AttachedFile, edge: int) -> bytes | None:
        """A small picture (PNG), None where there is none to show. Aside."""
        return None if file.kind == PDF else self._attachments.thumbnail(file.sha256, edge)

    def path_of(self, file: AttachedFile) -> Path:
        """Where the file lies; raises the sentence where it does not lie there any more."""
        found = self._attachments.file_of(file.sha256)
        if found is None:
            raise InputError(
                f"Tệp {quoted(file.shown_name)} không có trên máy này; hãy chép lại từ bản sao lưu hoặc thêm lại"
                " từ tệp gốc."
            )
        return found

    def is_missing(self, file: AttachedFile) -> bool:
        """Whether the file does not lie beside the data file."""
        return self._attachments.file_of(file.sha256) is None

    def about_words(self, file: AttachedFile) -> str:
        """The line below a file's name: day, kind, size, and what is wrong with it."""
        parts = [self.text(file, "taken_on"), self.text(file, "kind"), size_words(file.size)]
        parts.append("có ảnh gốc" if file.original else "")
        parts.append("không có trên máy này" if self.is_missing(file) else "")
        return " · ".join(filter(None, parts))


def _done(words: str) -> str:
    """What was done: Đã thêm ảnh “x.jpg”."""
    return f"Đã {words[:1].lower()}{words[1:]}"
