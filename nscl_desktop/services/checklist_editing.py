"""Making check lists: a draft is edited freely, one in use never: a new version follows it, and visits keep theirs."""

from typing import Literal

from nscl_desktop.domain.book import Book
from nscl_desktop.domain.changes import Change, ChangeSet, change_set, deleted, inserted, updated
from nscl_desktop.domain.checklist_faults import NEW_HEADING, NEW_QUESTION, checklist_faults
from nscl_desktop.domain.checklist_tree import ChecklistTree
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.fields import Place, Value
from nscl_desktop.domain.inspections import (
    CHOICE,
    DRAFT,
    HEADING,
    IN_USE,
    INSPECTION,
    RETIRED,
    VERDICT,
    Checklist,
    Question,
)
from nscl_desktop.domain.limits import accepted
from nscl_desktop.domain.naming import shortened
from nscl_desktop.domain.positions import between
from nscl_desktop.domain.records import derived_id, new_id
from nscl_desktop.domain.text import quoted
from nscl_desktop.services.editing import spec_of
from nscl_desktop.services.record_values import replaced


def tree_of(book: Book, checklist_id: str) -> ChecklistTree:
    """The questions of one version."""
    return ChecklistTree(each for each in book.table(Question).values() if each.checklist_id == checklist_id)


def new_checklist(name: str, purpose: str = INSPECTION) -> ChangeSet:
    """An empty draft of a check list or questionnaire; its key is the step's scope."""
    accepted(spec_of(Checklist, "name"), name)
    made = Checklist(id=new_id(), name=name.strip(), purpose=purpose)
    return change_set(f"Thêm bảng kiểm {quoted(name)}", [inserted(made)], made.id)


def set_checklist_field(book: Book, checklist_id: str, field: str, value: Value) -> ChangeSet:
    """Rename a draft, note something about it, change what it is for."""
    checklist = _draft(book, checklist_id)
    change = updated(checklist, **{field: accepted(spec_of(Checklist, field), value)})
    return change_set(f"Sửa {_named(checklist)}", [change], checklist_id)


def add_question(book: Book, checklist_id: str, after: str = "", kind: str = VERDICT) -> ChangeSet:
    """A new question behind another one ("" is the end): inside it where that is a heading and this one is none."""
    checklist = _draft(book, checklist_id)
    tree = tree_of(book, checklist_id)
    anchor = tree.get(after)
    if anchor is None:
        parent, low, high = "", _last(tree, ""), None
    elif anchor.kind == HEADING and kind != HEADING:
        parent, low, high = anchor.id, None, _first(tree, anchor.id)
    else:
        parent = anchor.place.parent
        low, high = _gap_behind(tree, anchor)
    text = NEW_HEADING if kind == HEADING else NEW_QUESTION
    options = ("Có", "Không") if kind == CHOICE else ()
    made = Question(
        id=new_id(), checklist_id=checklist_id, place=Place(parent, between(low, high)), kind=kind, text=text,
        options=options,
    )  # fmt: skip
    return change_set(f"Thêm câu vào {_named(checklist)}", [inserted(made)], checklist_id)


def set_question_field(book: Book, question_id: str, field: str, value: Value) -> ChangeSet:
    """Change one field of a question of a draft; bounds that leave no number are refused."""
    question = book.get(Question, question_id)
    _draft(book, question.checklist_id)
    fresh = replaced(question, field, accepted(spec_of(Question, field), value))
    if fresh.least is not None and fresh.most is not None and fresh.least > fresh.most:
        raise InputError("“Nhỏ nhất” không được lớn hơn “Lớn nhất”; hãy sửa lại giới hạn của câu hỏi.")
    if fresh.asked_if == question.id:
        raise InputError("Một câu không thể chỉ hỏi tùy theo chính nó; hãy chọn câu khác.")
    tree = tree_of(book, question.checklist_id)
    if fresh.kind != HEADING and question.kind == HEADING and tree.children(question.id):
        raise InputError("Mục đang có câu hỏi bên dưới nên không đổi thành câu hỏi được; hãy chuyển các câu đó trước.")
    values = {field: getattr(fresh, field)}
    if field == "asked_if":
        values["condition"] = ""  # it named an answer of another question
    change = updated(question, **values)
    return change_set(f"Sửa câu {quoted(shortened(question.text))}", [change], question.checklist_id)


def move_question(book: Book, question_id: str, step: Literal[-1, 1]) -> ChangeSet:
    """One place up or down among its siblings; at the end of a heading it goes into the one beside it."""
    question = book.get(Question, question_id)
    _draft(book, question.checklist_id)
    tree = tree_of(book, question.checklist_id)
    siblings = tree.children(question.place.parent)
    place = siblings.index(question) + step
    if 0 <= place < len(siblings):
        first, last = (place - 1, place) if step < 0 else (place, place + 1)
        low = siblings[first].place.position if first >= 0 else None
        high = siblings[last].place.position if last < len(siblings) else None
        target = Place(question.place.parent, between(low, high))
    else:
        target = _beside_parent(tree, question, step)
    words = f"Chuyển {'lên' if step < 0 else 'xuống'} câu {quoted(shortened(question.text))}"
    return change_set(words, [updated(question, place=target)], question.checklist_id)


def shift_question(book: Book, question_id: str, step: Literal[-1, 1]) -> ChangeSet:
    """One level in (1), below what stands before it, or out (-1), behind what it stands below.

    InputError where there is no such level, and for a heading that would stand below a question.
    """
    question = book.get(Question, question_id)
    _draft(book, question.checklist_id)
    tree = tree_of(book, question.checklist_id)
    siblings = tree.children(question.place.parent)
    above = tree.get(question.place.parent)
    if step < 0:
        if above is None:
            raise InputError("Câu này đã ở cấp ngoài cùng.")
        target = Place(above.place.parent, between(*_gap_behind(tree, above)))
    else:
        place = siblings.index(question)
        if place == 0:
            raise InputError("Không có mục hoặc câu nào đứng trước ở cùng cấp để chuyển vào trong.")
        parent = siblings[place - 1]
        if question.kind == HEADING and parent.kind != HEADING:
            raise InputError("Mục không thể nằm dưới một câu hỏi; hãy chuyển mục lên hoặc xuống trước.")
        target = Place(parent.id, between(_last(tree, parent.id), None))
    words = f"Chuyển câu {quoted(shortened(question.text))} {'ra một cấp' if step < 0 else 'vào một cấp'}"
    return change_set(words, [updated(question, place=target)], question.checklist_id)


def delete_question(book: Book, question_id: str) -> ChangeSet:
    """Delete a question or a heading with all below it; what depended on them is asked always from then on."""
    question = book.get(Question, question_id)
    _draft(book, question.checklist_id)
    tree = tree_of(book, question.checklist_id)
    doomed = [question, *(each for _, each in tree.walk(question.id))]
    keys = {each.id for each in doomed}
    freed: list[Change | None] = [
        updated(each, asked_if=None, condition="")
        for _, each in tree.walk()
        if each.asked_if in keys and each.id not in keys
    ]
    words = f"Xóa {'mục' if question.kind == HEADING else 'câu'} {quoted(shortened(question.text))}"
    return change_set(words, [*freed, *map(deleted, reversed(doomed))], question.checklist_id)


def put_in_use(book: Book, checklist_id: str) -> ChangeSet:
    """Close a draft for use; the version before it is retired in the same step."""
    checklist = _draft(book, checklist_id)
    faults = checklist_faults(tree_of(book, checklist_id))
    if faults:
        more = f" Còn {len(faults) - 1} chỗ khác cần sửa." if len(faults) > 1 else ""
        raise InputError(f"{faults[0].sentence}{more}")
    before = book.table(Checklist).get(checklist.follows or "")
    retired = updated(before, state=RETIRED) if before and before.state == IN_USE else None
    return change_set(f"Đưa {_named(checklist)} vào dùng", [updated(checklist, state=IN_USE), retired], checklist_id)


def delete_checklist(book: Book, checklist_id: str) -> ChangeSet:
    """Delete a draft with its questions; one that is or was in use stays, since visits were made by it."""
    checklist = _draft(book, checklist_id)
    doomed = [each for _, each in tree_of(book, checklist_id).walk()]
    changes = [*map(deleted, reversed(doomed)), deleted(checklist)]
    return change_set(f"Xóa {_named(checklist)}", changes, checklist_id)


def retire(book: Book, checklist_id: str) -> ChangeSet:
    """Offer a check list for new visits no more; visits made by it stay as they are."""
    checklist = book.get(Checklist, checklist_id)
    return change_set(f"Thôi dùng {_named(checklist)}", [updated(checklist, state=RETIRED)], checklist_id)


def new_version(book: Book, checklist_id: str) -> ChangeSet:
    """A draft that follows a version, with copies of its questions; the version itself stays in use until then.

    InputError for a draft, and where a version already follows: two drafts of the same number could not be told apart
    on paper.
    """
    old = book.get(Checklist, checklist_id)
    if old.state == DRAFT:
        raise InputError("Bảng kiểm còn đang soạn; hãy sửa thẳng, không cần lập phiên bản mới.")
    later = next((each for each in book.table(Checklist).values() if each.follows == old.id), None)
    if later is not None:
        raise InputError(f"Đã có phiên bản {later.version} thay cho bản này; hãy sửa hoặc dùng bản đó.")
    key = derived_id(Checklist.entity, old.id, "next")
    fresh = Checklist(
        id=key, name=old.name, purpose=old.purpose, version=old.version + 1, follows=old.id, note=old.note
    )
    tree = tree_of(book, checklist_id)
    keys = {each.id: derived_id(Question.entity, key, each.id) for _, each in tree.walk()}
    changes = [inserted(fresh)]
    for _, each in tree.walk():
        place = Place(keys.get(each.place.parent, ""), each.place.position)
        moved = replaced(each, "place", place)
        moved = replaced(moved, "asked_if", keys.get(each.asked_if or ""))
        changes.append(inserted(replaced(replaced(moved, "checklist_id", key), "id", keys[each.id])))
    return change_set(f"Lập phiên bản {fresh.version} của {_named(old)}", changes, key)


def _draft(book: Book, checklist_id: str) -> Checklist:
    checklist = book.get(Checklist, checklist_id)
    if checklist.state != DRAFT:
        raise InputError(
            f"Bảng kiểm {quoted(checklist.name)} phiên bản {checklist.version} đã đưa vào dùng nên không sửa được;"
            " hãy lập phiên bản mới."
        )
    return checklist


def _named(checklist: Checklist) -> str:
    return f"bảng kiểm {quoted(shortened(checklist.name))}"


def _last(tree: ChecklistTree, parent: str) -> str | None:
    children = tree.children(parent)
    return children[-1].place.position if children else None


def _first(tree: ChecklistTree, parent: str) -> str | None:
    children = tree.children(parent)
    return children[0].place.position if children else None


def _gap_behind(tree: ChecklistTree, anchor: Question) -> tuple[str, str | None]:
    siblings = tree.children(anchor.place.parent)
    place = siblings.index(anchor) + 1
    return anchor.place.position, siblings[place].place.position if place < len(siblings) else None


def _beside_parent(tree: ChecklistTree, question: Question, step: Literal[-1, 1]) -> Place:
    """The end of the heading above, the beginning of the one below; its own place at the ends of the list."""
    parent = tree.get(question.place.parent)
    if parent is None:
        return question.place
    aunts = tree.children(parent.place.parent)
    place = aunts.index(parent) + step
    if not 0 <= place < len(aunts) or aunts[place].kind != HEADING:
        return question.place
    target = aunts[place].id
    low, high = (_last(tree, target), None) if step < 0 else (None, _first(tree, target))
    return Place(target, between(low, high))
