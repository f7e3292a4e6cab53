"""Visits: begun, answered question by question, finished on the spot, signed, and corrected by a new version.

Only a draft takes answers. A finished or signed visit stays as it is for ever: correcting makes a draft of the next
version, which says why.
"""

from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple

from nscl_desktop.domain.answering import given
from nscl_desktop.domain.book import Book
from nscl_desktop.domain.changes import Change, ChangeSet, change_set, deleted, inserted, updated
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.fields import Value
from nscl_desktop.domain.inspections import (
    DRAFT,
    FINISHED,
    IN_USE,
    SIGNED,
    Answer,
    Checklist,
    Participant,
    Question,
    Recommendation,
    Visit,
)
from nscl_desktop.domain.limits import accepted
from nscl_desktop.domain.naming import shortened
from nscl_desktop.domain.positions import between, sequence
from nscl_desktop.domain.records import Record, derived_id, new_id
from nscl_desktop.domain.text import quoted
from nscl_desktop.domain.visit_sheet import VisitSheet
from nscl_desktop.services.editing import spec_of
from nscl_desktop.services.record_values import replaced
from nscl_desktop.services.removal import removal

_ALWAYS_OPEN = frozenset({"number"})
"""The number is given by the office after the visit is finished, and before it is signed."""


class Attending(NamedTuple):
    """Somebody who is to take part in a visit."""

    name: str
    role: str
    title: str = ""
    unit: str = ""


def new_visit(
    book: Book,
    enterprise_id: str | None,
    checklist_id: str,
    *,
    date: str = "",
    location: str = "",
    inspection_plan_id: str | None = None,
    people: Iterable[Attending] = (),
) -> ChangeSet:
    """A draft of a visit by a check list that is in use; its key is the step's scope."""
    checklist = book.get(Checklist, checklist_id)
    if checklist.state != IN_USE:
        raise InputError(f"Bảng kiểm {quoted(checklist.name)} chưa hoặc không còn được dùng; hãy chọn bảng kiểm khác.")
    visit = Visit(
        id=new_id(), enterprise_id=enterprise_id, checklist_id=checklist.id, inspection_plan_id=inspection_plan_id,
        date=str(accepted(spec_of(Visit, "date"), date)), location=str(accepted(spec_of(Visit, "location"), location)),
    )  # fmt: skip
    coming = list(people)
    places = sequence(len(coming))
    team = [_participant(visit.id, place, **each._asdict()) for place, each in zip(places, coming, strict=True)]
    return change_set("Thêm lần kiểm tra", map(inserted, (visit, *team)), visit.id)


def delete_visit(book: Book, visit_id: str) -> ChangeSet:
    """Delete a draft with all that was answered; what was finished stays for ever."""
    visit = book.get(Visit, visit_id)
    if visit.state != DRAFT:
        raise InputError("Chỉ xóa được lần kiểm tra còn là nháp; lần đã xong thì lập bản sửa, có ghi lý do.")
    return change_set("Xóa lần kiểm tra", removal(book, [visit]), visit_id)


def answer_question(book: Book, visit_id: str, question_id: str, text: str, note: str | None = None) -> ChangeSet:
    """Answer a question and go to it; an empty text takes the answer back, ``note`` None leaves the note as it is."""
    visit, question = _draft(book, visit_id), book.get(Question, question_id)
    key = answer_id(visit_id, question_id)
    known = book.table(Answer).get(key)
    kept = (known.note if known else "") if note is None else str(accepted(spec_of(Answer, "note"), note))
    values = given(question, text)
    accepted(spec_of(Answer, "text"), values["text"])
    accepted(spec_of(Answer, "number"), values["number"])
    change: Change | None
    if known:
        change = updated(known, note=kept, verdict=values["verdict"], number=values["number"], text=values["text"])
    else:
        fresh = Answer(id=key, visit_id=visit_id, question_id=question_id, note=kept, **values)
        change = inserted(fresh) if any(values.values()) or values["number"] is not None or kept else None
    words = f"Trả lời câu {quoted(shortened(question.text))}"
    if change is None:
        return change_set(words, [], visit_id)
    return change_set(words, [change, updated(visit, at_question=question_id)], visit_id)


def answer_id(visit_id: str, question_id: str) -> str:
    """Key of an answer: two laptops that answer the same question of a visit make the same record."""
    return derived_id(Answer.entity, visit_id, question_id)


def go_to_question(book: Book, visit_id: str, question_id: str) -> ChangeSet:
    """Remember where the entry is, so that it goes on there after a power cut; nothing for a visit that is closed."""
    visit = book.get(Visit, visit_id)
    change = updated(visit, at_question=question_id) if visit.state == DRAFT else None
    return change_set("Chuyển đến câu khác", [change], visit_id)


def set_visit_field(book: Book, visit_id: str, field: str, value: Value) -> ChangeSet:
    """Change one field of a draft; the number of the minutes also of a finished visit."""
    visit = book.get(Visit, visit_id)
    if not (visit.state == FINISHED and field in _ALWAYS_OPEN):
        _draft(book, visit_id)
    spec = spec_of(Visit, field)
    change = updated(visit, **{field: accepted(spec, value)})
    return change_set(f"Sửa {spec.label[:1].lower()}{spec.label[1:]} của lần kiểm tra", [change], visit_id)


def add_participant(book: Book, visit_id: str, name: str, role: str, *, title: str = "", unit: str = "") -> ChangeSet:
    """Somebody of the team or of the unit, behind those already there."""
    _draft(book, visit_id)
    people = VisitSheet(book, visit_id).participants
    position = between(people[-1].position if people else None, None)
    made = _participant(visit_id, position, name=name, role=role, title=title, unit=unit)
    return change_set(f"Thêm {made.noun} {quoted(name)}", [inserted(made)], visit_id)


def _participant(visit_id: str, position: str, **values: str) -> Participant:
    checked = {key: str(accepted(spec_of(Participant, key), value)) for key, value in values.items()}
    return Participant(id=new_id(), visit_id=visit_id, position=position, **checked)


def add_recommendation(book: Book, visit_id: str, text: str, *, question_id: str | None = None) -> ChangeSet:
    """What the unit is to mend; of a question that was found chưa đạt, its note is the finding."""
    _draft(book, visit_id)
    sheet = VisitSheet(book, visit_id)
    answer = sheet.answers.get(question_id or "")
    question = sheet.tree.get(question_id)
    finding = (answer.note if answer else "") or (question.text if question else "")
    last = sheet.recommendations[-1].position if sheet.recommendations else None
    made = Recommendation(
        id=new_id(), visit_id=visit_id, position=between(last, None), question_id=question_id, finding=finding,
        text=str(accepted(spec_of(Recommendation, "text"), text)),
    )  # fmt: skip
    return change_set(f"Thêm kiến nghị {quoted(text)}", [inserted(made)], visit_id)


def set_part_field(book: Book, record: Participant | Recommendation, field: str, value: Value) -> ChangeSet:
    """Change a participant or recommendation of a draft; how a recommendation ended may be told at any time."""
    if field not in {"closed_on", "outcome"}:
        _draft(book, record.visit_id)
    change = updated(record, **{field: accepted(spec_of(type(record), field), value)})
    return change_set(f"Sửa {record.noun}", [change], record.visit_id)


def delete_part(book: Book, record: Participant | Recommendation) -> ChangeSet:
    """Take a participant or recommendation out of a draft."""
    _draft(book, record.visit_id)
    return change_set(f"Xóa {record.noun}", [deleted(record)], record.visit_id)


def move_part(book: Book, record: Participant | Recommendation, step: int) -> ChangeSet:
    """One place up (-1) or down (1) among its like; nothing at the ends."""
    _draft(book, record.visit_id)
    sheet = VisitSheet(book, record.visit_id)
    parts: tuple[Record, ...] = sheet.participants if isinstance(record, Participant) else sheet.recommendations
    places = [str(getattr(each, "position", "")) for each in parts]
    beside = [each.id for each in parts].index(record.id) + step
    if not 0 <= beside < len(places):
        return change_set("", [])
    low, high = (beside - 1, beside) if step < 0 else (beside, beside + 1)
    before = places[low] if low >= 0 else None
    after = places[high] if high < len(places) else None
    words = f"Chuyển {'lên' if step < 0 else 'xuống'} {record.noun}"
    return change_set(words, [updated(record, position=between(before, after))], record.visit_id)


def finish(book: Book, visit_id: str) -> ChangeSet:
    """Finish on the spot; InputError names what is missing. Answers to questions not asked any more stay as a record
    of what was typed, and are neither counted nor printed.
    """
    visit = _draft(book, visit_id)
    lacks = VisitSheet(book, visit_id).lacks()
    if lacks:
        shown = ", ".join(each.words for each in lacks[:5])
        more = f" và {len(lacks) - 5} chỗ khác" if len(lacks) > 5 else ""
        raise InputError(f"Chưa kết thúc được, còn thiếu: {shown}{more}; hãy điền rồi kết thúc.")
    return change_set("Kết thúc kiểm tra tại chỗ", [updated(visit, state=FINISHED)], visit_id)


def sign(book: Book, visit_id: str) -> ChangeSet:
    """Note that the minutes have been signed on paper."""
    visit = book.get(Visit, visit_id)
    if visit.state != FINISHED:
        raise InputError("Chỉ ghi đã ký cho lần kiểm tra đã xong tại chỗ; hãy kết thúc kiểm tra trước.")
    return change_set("Ghi biên bản đã ký", [updated(visit, state=SIGNED)], visit_id)


def correct(book: Book, visit_id: str, reason: str) -> ChangeSet:
    """A draft of the next version with everything copied; the old one is not touched. The new key is the scope.

    InputError without a reason, for a draft, and where a correction of this version is already there.
    """
    old = book.get(Visit, visit_id)
    if old.state == DRAFT:
        raise InputError("Lần kiểm tra còn là nháp; hãy sửa thẳng, không cần lập bản sửa.")
    if not reason.strip():
        raise InputError("“Lý do sửa” không được để trống; hãy ghi vì sao phải sửa biên bản.")
    if any(each.corrects == old.id for each in book.table(Visit).values()):
        raise InputError("Bản này đã có bản sửa; hãy mở bản sửa mới nhất.")
    key = derived_id(Visit.entity, old.id, "next")
    fresh = replaced(replaced(old, "state", DRAFT), "version", old.version + 1)
    fresh = replaced(replaced(fresh, "corrects", old.id), "number", "")
    fresh = replaced(fresh, "correction_reason", accepted(spec_of(Visit, "correction_reason"), reason.strip()))
    changes = [inserted(replaced(fresh, "id", key)), *_copied_parts(VisitSheet(book, visit_id), key)]
    return change_set(f"Lập bản sửa lần {old.version} của biên bản", changes, key)


def _copied_parts(sheet: VisitSheet, key: str) -> list[Change]:
    changes = []
    for question_id, answer in sheet.answers.items():
        copy = replaced(replaced(answer, "visit_id", key), "id", answer_id(key, question_id))
        changes.append(inserted(copy))
    for part in (*sheet.participants, *sheet.recommendations):
        copied = replaced(replaced(part, "visit_id", key), "id", derived_id(part.entity, key, part.id))
        changes.append(inserted(copied))
    photos = (each for each in sheet.files if each.about)  # its signed minutes stay with the old version
    changes += [inserted(replace(each, id=derived_id(each.entity, key, each.id), visit_id=key)) for each in photos]
    return changes


def _draft(book: Book, visit_id: str) -> Visit:
    visit = book.get(Visit, visit_id)
    if visit.state != DRAFT:
        raise InputError("Lần kiểm tra đã kết thúc nên không sửa được; hãy lập bản sửa, có ghi lý do.")
    return visit
