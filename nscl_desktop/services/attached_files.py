"""Files of a unit, dossier, visit or round: added many at a time, described, taken away; one user action each.

Only the list changes here. The files themselves stay where they were put, so that undo finds them again.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from nscl_desktop.domain.attached_files import PHOTO, AttachedFile, TakenFile, VisitFile
from nscl_desktop.domain.book import Book
from nscl_desktop.domain.changes import ChangeSet, change_set, deleted, inserted, updated
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.fields import Value
from nscl_desktop.domain.inspections import DRAFT, Visit
from nscl_desktop.domain.limits import accepted
from nscl_desktop.domain.naming import shortened
from nscl_desktop.domain.positions import between
from nscl_desktop.domain.records import fields_of, new_id, owner_field
from nscl_desktop.domain.text import quoted

CHANGEABLE = ("caption", "taken_on", "kind")


def files_of(book: Book, kind: type[AttachedFile], owner_id: str, about: str | None = None) -> tuple[AttachedFile, ...]:
    """The files of one owner in their order; where that is asked, only those about one part of it, or none ("")."""
    owner = owner_field(kind) or "id"
    own = (each for each in book.table(kind).values() if getattr(each, owner) == owner_id)
    found = (each for each in own if about is None or each.about == about)
    return tuple(sorted(found, key=lambda each: (each.position, each.id)))


def add_files(
    book: Book, kind: type[AttachedFile], owner_id: str, taken: Sequence[TakenFile], about: str = ""
) -> ChangeSet:
    """List files behind those already there; what is listed in the same place by its content is passed over.

    InputError where nothing is left to add, and for the questions of a visit that is no draft any more.
    """
    _require_open(book, kind, owner_id, about)
    here = files_of(book, kind, owner_id, about)
    known = {each.sha256 for each in here} | {each.original for each in here if each.original}
    fresh = {each.sha256: each for each in taken if known.isdisjoint({each.sha256, each.original})}
    if not fresh:
        names = ", ".join(quoted(shortened(each.name, 40)) for each in taken[:3])
        raise InputError(f"Tệp {names} đã có trong danh sách này, không cần thêm lần nữa.")
    last = max((each.position for each in here), default="")
    made: list[AttachedFile] = []
    for each in fresh.values():
        last = between(last or None, None)
        made.append(_record(kind, owner_id, each, last, about))
    what = called(made[0]) if len(made) == 1 else f"{len(made)} {_nouns(made)}"
    return change_set(f"Thêm {what}", map(inserted, made), owner_id)


def set_file(book: Book, file: AttachedFile, name: str, value: Value) -> ChangeSet:
    """Give a file another caption, day or kind."""
    owner_id = _owner(file)
    _require_open(book, type(file), owner_id, file.about)
    spec = next(each for each in fields_of(type(file)) if each.name == name)
    change = updated(file, **{name: accepted(spec, value)})
    return change_set(f"Sửa {spec.label[:1].lower()}{spec.label[1:]} của {called(file)}", [change], owner_id)


def remove_files(book: Book, files: Iterable[AttachedFile]) -> ChangeSet:
    """Take files out of the list; the scope is their owner's."""
    doomed = tuple(files)
    for each in doomed:
        _require_open(book, type(each), _owner(each), each.about)
    what = called(doomed[0]) if len(doomed) == 1 else f"{len(doomed)} {_nouns(doomed)}"
    return change_set(f"Xóa {what}", map(deleted, doomed), _owner(doomed[0]) if doomed else "")


def called(file: AttachedFile) -> str:
    """How history calls a file: ảnh “Khu đóng gói”, tệp “hop-dong.pdf”."""
    return f"{'ảnh' if file.kind == PHOTO else 'tệp'} {quoted(shortened(file.shown_name, 40))}"


def _record(kind: type[AttachedFile], owner_id: str, taken: TakenFile, position: str, about: str) -> AttachedFile:
    values: dict[str, Any] = {  # Any: of several types, each checked against its FieldSpec
        "name": taken.name, "kind": taken.kind, "taken_on": taken.taken_on, "sha256": taken.sha256,
        "size": taken.size, "original": taken.original, "about": about,
    }  # fmt: skip
    specs = {spec.name: spec for spec in fields_of(kind)}
    checked: dict[str, Any] = {name: accepted(specs[name], value) for name, value in values.items()}
    checked[owner_field(kind) or "id"] = owner_id
    return kind(id=new_id(), position=position, **checked)


def _owner(file: AttachedFile) -> str:
    return str(getattr(file, owner_field(type(file)) or "id"))


def _require_open(book: Book, kind: type[AttachedFile], owner_id: str, about: str) -> None:
    """Photos of answers close with the answers; papers of a visit, such as its signed minutes, come afterwards."""
    visit = book.table(Visit).get(owner_id) if kind is VisitFile and about else None
    if visit is not None and visit.state != DRAFT:
        raise InputError(
            "Lần kiểm tra đã kết thúc nên ảnh của câu hỏi không thêm, bớt được; hãy lập bản sửa, có ghi lý do."
        )


def _nouns(files: Sequence[AttachedFile]) -> str:
    return "ảnh" if all(each.kind == PHOTO for each in files) else "tệp"
