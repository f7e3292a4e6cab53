"""Shaping the tree of lines as in a word processor's outline: insert, indent, outdent, move, duplicate, delete."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from nscl_desktop.domain.budget import Budget
from nscl_desktop.domain.budget_lines import COMPONENT, ITEM, SECTION, Allocation, Line, allocation_id
from nscl_desktop.domain.changes import Change, ChangeSet, change_set, inserted, updated
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.fields import Place
from nscl_desktop.domain.naming import line_name
from nscl_desktop.domain.positions import between
from nscl_desktop.domain.records import new_id
from nscl_desktop.services.removal import removal

Where = Literal["before", "after", "inside"]


def insert_line(budget: Budget, anchor_id: str, where: Where = "after", kind: str = "") -> ChangeSet:
    """A new empty line beside or inside ``anchor_id`` ("" puts it at the end of the top level)."""
    place = _end_of(budget, anchor_id) if where == "inside" or not anchor_id else _beside(budget, anchor_id, where)
    top = not place.parent
    line = Line(id=new_id(), plan_id=budget.frame.plan_id, place=place, kind=kind or (SECTION if top else ITEM))
    return change_set("Thêm dòng", [inserted(line)], budget.frame.plan_id)


def indent(budget: Budget, line_ids: Sequence[str]) -> ChangeSet:
    """Make each line the last child of the line above it on its level; refuses the first line of a level."""
    changes: list[Change | None] = []
    for line in _topmost(budget, line_ids):
        siblings = budget.tree.children(line.place.parent)
        above = [each for each in siblings[: _index(siblings, line)] if each.id not in set(line_ids)]
        if not above:
            name = line_name(budget.tree, line)
            raise InputError(f"Không lùi {name} vào được: không có dòng nào phía trên cùng cấp.")
        if above[-1].kind == COMPONENT and line.kind != COMPONENT:
            name = line_name(budget.tree, above[-1])
            raise InputError(f"Không lùi vào dưới {name} được: tiền dưới một thành phần không được cộng vào đâu.")
        target = above[-1].id
        changes.append(updated(line, place=Place(target, _after_last(budget, target, changes))))
    return _named(budget, "Lùi vào", line_ids, changes)


def outdent(budget: Budget, line_ids: Sequence[str]) -> ChangeSet:
    """Put each line right behind its parent; refuses lines of the top level."""
    changes: list[Change | None] = []
    previous: dict[str, str] = {}
    for line in _topmost(budget, line_ids):
        if not line.place.parent:
            name = line_name(budget.tree, line)
            raise InputError(f"{name[:1].upper()}{name[1:]} đã ở cấp ngoài cùng.")
        parent = budget.tree.line(line.place.parent)
        siblings = budget.tree.children(parent.place.parent)
        following = siblings[_index(siblings, parent) + 1 :]
        low = previous.get(parent.id, parent.place.position)
        position = between(low, following[0].place.position if following else None)
        previous[parent.id] = position
        changes.append(updated(line, place=Place(parent.place.parent, position)))
    return _named(budget, "Lùi ra", line_ids, changes)


def move(budget: Budget, line_ids: Sequence[str], step: Literal[-1, 1]) -> ChangeSet:
    """Move neighbouring lines of one level past the line before (-1) or behind (1) them."""
    lines = _topmost(budget, line_ids)
    siblings = budget.tree.children(lines[0].place.parent)
    if any(line.place.parent != lines[0].place.parent for line in lines):
        raise InputError("Chỉ chuyển được các dòng cùng một mục; hãy chọn lại.")
    indexes = [_index(siblings, line) for line in lines]
    edge = min(indexes) - 1 if step < 0 else max(indexes) + 1
    if not 0 <= edge < len(siblings):
        return change_set("Chuyển dòng", [], budget.frame.plan_id)
    first, last = (edge - 1, edge) if step < 0 else (edge, edge + 1)
    low = siblings[first].place.position if first >= 0 else None
    high = siblings[last].place.position if last < len(siblings) else None
    changes: list[Change | None] = []
    for line in lines:
        position = low = between(low, high)
        changes.append(updated(line, place=Place(line.place.parent, position)))
    return _named(budget, "Chuyển lên" if step < 0 else "Chuyển xuống", line_ids, changes)


def duplicate(budget: Budget, line_ids: Sequence[str]) -> ChangeSet:
    """Copy lines with all below them and their figures, right behind the last of them."""
    lines = _topmost(budget, line_ids)
    last = lines[-1]
    siblings = budget.tree.children(last.place.parent)
    index = _index(siblings, last)
    low = last.place.position
    high = siblings[index + 1].place.position if index + 1 < len(siblings) else None
    changes: list[Change | None] = []
    for line in lines:
        low = between(low, high)
        changes.extend(copied(budget, line, Place(last.place.parent, low), budget.frame.plan_id))
    return _named(budget, "Nhân đôi", line_ids, changes)


def delete_lines(budget: Budget, line_ids: Sequence[str]) -> ChangeSet:
    """Delete lines with all below them."""
    return _named(budget, "Xóa", line_ids, removal(budget.book, _topmost(budget, line_ids)))


def copied(budget: Budget, line: Line, place: Place, plan_id: str) -> list[Change]:
    """Insertions that copy a line, all below it and its figures within the same plan."""
    fresh = replace(line, id=new_id(), place=place, plan_id=plan_id, origin_id=None)
    changes = [inserted(fresh)]
    for each in budget.allocations(line.id):
        key = allocation_id(fresh.id, each.year, each.source_id, each.measure)
        changes.append(inserted(_cell_of(each, key, fresh.id)))
    for child in budget.tree.children(line.id):
        changes.extend(copied(budget, child, Place(fresh.id, child.place.position), plan_id))
    return changes


def _cell_of(cell: Allocation, key: str, line_id: str) -> Allocation:
    return replace(cell, id=key, line_id=line_id)


def _named(budget: Budget, verb: str, line_ids: Sequence[str], changes: Sequence[Change | None]) -> ChangeSet:
    lines = _topmost(budget, line_ids)
    what = line_name(budget.tree, lines[0]) if len(lines) == 1 else f"{len(lines)} dòng"
    return change_set(f"{verb} {what}", changes, budget.frame.plan_id)


def _topmost(budget: Budget, line_ids: Sequence[str]) -> list[Line]:
    """The chosen lines in printed order, without those that lie below another chosen line."""
    chosen = set(line_ids)
    found = [
        line
        for _, line in budget.tree.walk()
        if line.id in chosen and not any(above.id in chosen for above in budget.tree.ancestors(line.id))
    ]
    if not found:
        raise InputError("Chưa chọn dòng nào; hãy chọn dòng cần thao tác.")
    return found


def _index(siblings: Sequence[Line], line: Line) -> int:
    return next(index for index, each in enumerate(siblings) if each.id == line.id)


def _beside(budget: Budget, anchor_id: str, where: Where) -> Place:
    anchor = budget.tree.line(anchor_id)
    siblings = budget.tree.children(anchor.place.parent)
    index = _index(siblings, anchor) + (1 if where == "after" else 0)
    low = siblings[index - 1].place.position if index else None
    high = siblings[index].place.position if index < len(siblings) else None
    return Place(anchor.place.parent, between(low, high))


def _end_of(budget: Budget, parent_id: str) -> Place:
    children = budget.tree.children(parent_id)
    return Place(parent_id, between(children[-1].place.position if children else None, None))


def _after_last(budget: Budget, parent_id: str, earlier: Sequence[Change | None]) -> str:
    """A position behind the children of ``parent_id``, those moved there by ``earlier`` changes included."""
    places = [change.after["place"] for change in earlier if change and change.after and "place" in change.after]
    moved = [place.position for place in places if isinstance(place, Place) and place.parent == parent_id]
    if moved:
        return between(max(moved), None)
    return _end_of(budget, parent_id).position
