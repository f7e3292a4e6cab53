"""Commands on chosen lines: insert, indent, move, duplicate, delete; each tells which lines to choose afterwards."""

from collections.abc import Sequence
from typing import Literal

from nscl_desktop.domain.budget_lines import Line
from nscl_desktop.domain.changes import ChangeSet
from nscl_desktop.domain.errors import InputError
from nscl_desktop.services import outline
from nscl_desktop.services.workspace import PlanDesk


class LineCommands:
    """What can be done with lines of the plan on the desk. Every refusal is an InputError with its sentence."""

    def __init__(self, desk: PlanDesk) -> None:
        self._desk = desk

    def insert(self, anchor_id: str, where: outline.Where = "after") -> tuple[str, ...]:
        """A new line beside or inside ``anchor_id``; in an empty plan the first section."""
        step = outline.insert_line(self._desk.budget, anchor_id, where)
        self._desk.perform(step)
        return _inserted_top(step)

    def indent(self, line_ids: Sequence[str]) -> tuple[str, ...]:
        """One level deeper."""
        return self._moved(outline.indent(self._desk.budget, line_ids), line_ids)

    def outdent(self, line_ids: Sequence[str]) -> tuple[str, ...]:
        """One level up."""
        return self._moved(outline.outdent(self._desk.budget, line_ids), line_ids)

    def move(self, line_ids: Sequence[str], step: Literal[-1, 1]) -> tuple[str, ...]:
        """Past the neighbour before or behind; refuses at the end of the level."""
        change = outline.move(self._desk.budget, line_ids, step)
        if not change:
            raise InputError(f"Dòng đã ở {'đầu' if step < 0 else 'cuối'} mục; dùng Alt+← để đưa ra ngoài mục.")
        return self._moved(change, line_ids)

    def duplicate(self, line_ids: Sequence[str]) -> tuple[str, ...]:
        """Copies behind the last of the chosen lines."""
        step = outline.duplicate(self._desk.budget, line_ids)
        self._desk.perform(step)
        return _inserted_top(step)

    def delete(self, line_ids: Sequence[str]) -> str:
        """Delete lines with all below them; what was done, for the toast."""
        step = outline.delete_lines(self._desk.budget, line_ids)
        self._desk.perform(step)
        return f"Đã {step.words[:1].lower()}{step.words[1:]}"

    def _moved(self, step: ChangeSet, line_ids: Sequence[str]) -> tuple[str, ...]:
        self._desk.perform(step)
        return tuple(line_ids)


def _inserted_top(step: ChangeSet) -> tuple[str, ...]:
    """Inserted lines that do not stand below another inserted one."""
    fresh = {change.id: change for change in step.changes if change.entity == Line.entity and change.before is None}
    return tuple(
        key for key, change in fresh.items() if getattr((change.after or {}).get("place"), "parent", "") not in fresh
    )
