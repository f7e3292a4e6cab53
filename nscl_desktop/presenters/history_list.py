"""Who changed what and when, told in the words of the screen: field by field, before and after."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import tzinfo

from nscl_desktop.domain.changes import Fields
from nscl_desktop.domain.fields import Kind, Value
from nscl_desktop.domain.history import HistoryEntry
from nscl_desktop.domain.naming import shortened
from nscl_desktop.domain.records import fields_of
from nscl_desktop.domain.registry import BY_ENTITY
from nscl_desktop.presenters.field_text import text_of
from nscl_desktop.services.workspace import PlanDesk

_MOST_TOLD = 4
_SILENT = frozenset({Kind.KEY, Kind.POSITION, Kind.PLACE})


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """One step: when, who, on which machine, what it was called, and what it changed."""

    when: str
    who: str
    machine: str
    words: str
    changes: tuple[str, ...]

    @property
    def brief(self) -> str:
        """The changes on one line."""
        shown = "; ".join(self.changes[:_MOST_TOLD])
        more = len(self.changes) - _MOST_TOLD
        return f"{shown}; và {more} thay đổi khác" if more > 0 else shown


class HistoryList:
    """Turns journal entries into rows."""

    def __init__(self, desk: PlanDesk, zone: tzinfo | None = None) -> None:
        self._desk, self._zone = desk, zone

    def rows(self, entries: Iterable[HistoryEntry]) -> tuple[HistoryRow, ...]:
        """One row for each step, newest first; entries of one step follow one another."""
        steps: dict[int, list[HistoryEntry]] = {}
        for entry in entries:
            steps.setdefault(entry.seq, []).append(entry)
        return tuple(self._row(step) for _, step in sorted(steps.items(), reverse=True))

    def _row(self, step: list[HistoryEntry]) -> HistoryRow:
        first = step[0]
        at = first.at.astimezone(self._zone)
        changes = tuple(told for entry in step for told in self._told(entry))
        return HistoryRow(f"{at:%H:%M:%S %d/%m/%Y}", first.who, first.machine, first.words, changes)

    def _told(self, entry: HistoryEntry) -> list[str]:
        noun = BY_ENTITY[entry.entity].noun
        if entry.before is None:
            return [f"Thêm {noun}{self._caption(entry.after)}"]
        if entry.after is None:
            return [f"Xóa {noun}{self._caption(entry.before)}"]
        told = []
        for spec in fields_of(BY_ENTITY[entry.entity]):
            if spec.name not in entry.after:
                continue
            if spec.kind in _SILENT:
                told.append("Đổi vị trí")
                continue
            old, new = (self._shown(spec.name, entry, values) for values in (entry.before, entry.after))
            told.append(f"{spec.label}: {old} → {new}")
        return told

    def _shown(self, name: str, entry: HistoryEntry, values: Fields) -> str:
        spec = next(spec for spec in fields_of(BY_ENTITY[entry.entity]) if spec.name == name)
        value: Value = values.get(name)
        return shortened(text_of(spec, value, self._desk.budget), 80) or "(trống)"

    @staticmethod
    def _caption(values: Fields | None) -> str:
        found = (str((values or {}).get(name) or "") for name in ("text", "name", "title", "label"))
        caption = next((text for text in found if text), "")
        return f" “{shortened(caption)}”" if caption else ""
