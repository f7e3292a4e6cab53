"""Who changed what and when, told in the words of the screen: field by field, before and after."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import tzinfo

from nscl_desktop.domain.budget_lines import Allocation
from nscl_desktop.domain.changes import Fields
from nscl_desktop.domain.fields import Kind, Value
from nscl_desktop.domain.history import HistoryEntry
from nscl_desktop.domain.naming import line_name, shortened
from nscl_desktop.domain.plans import Attachment, Signer
from nscl_desktop.domain.record_kinds import kind_named
from nscl_desktop.domain.records import fields_of, values_of
from nscl_desktop.presenters.field_text import text_of
from nscl_desktop.presenters.source_names import short_name
from nscl_desktop.services.editing import CELL_FIELDS
from nscl_desktop.services.workspace import PlanDesk

_MOST_TOLD = 4
_NAMED_BY_CONTENT = frozenset({(Signer.entity, "image"), (Attachment.entity, "sha256")})
"""Files: the beginning of their long names is enough to tell one from another."""
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

    def __init__(self, desk: PlanDesk | None, zone: tzinfo | None = None) -> None:
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
        noun, cell = kind_named(entry.entity).noun, self._cell_name(entry)
        if entry.before is None or entry.after is None:
            verb, values = ("Thêm", entry.after) if entry.before is None else ("Xóa", entry.before)
            caption = f" {cell}: {self._figures(entry, values or {})}" if cell else self._caption(values)
            return [f"{verb} {noun}{caption}"]
        told = []
        for spec in fields_of(kind_named(entry.entity)):
            if spec.name not in entry.after:
                continue
            if spec.kind in _SILENT:
                told.append("Đổi vị trí")
                continue
            old, new = (self._shown(spec.name, entry, values) for values in (entry.before, entry.after))
            told.append(f"{spec.label}: {old} → {new}" + (f" ({cell})" if cell else ""))
        return told

    def _cell_name(self, entry: HistoryEntry) -> str:
        """Where a figure stands ("mục I.1, năm 2022, NSNN"); empty for all that has a name of its own."""
        if entry.entity != Allocation.entity or self._desk is None:
            return ""
        known = self._desk.book.table(Allocation).get(entry.id)
        values = {**(values_of(known) if known else {}), **(entry.before or entry.after or {})}
        tree, line_id = self._desk.budget.tree, str(values.get("line_id", ""))
        line = line_name(tree, tree.line(line_id)) if tree.has(line_id) else "mục chi đã xóa"
        sources = {source.id: short_name(source) for source in self._desk.budget.frame.sources}
        year, source = values.get("year"), sources.get(str(values.get("source_id", "")), "")
        return ", ".join(filter(None, (line, f"năm {year}" if year else "", source)))

    def _figures(self, entry: HistoryEntry, values: Fields) -> str:
        """What a new or deleted cell held: "số lượng 2, đơn giá 15.000.000"."""
        specs = [spec for spec in fields_of(Allocation) if spec.name in CELL_FIELDS]
        held = [spec for spec in specs if values.get(spec.name) not in (None, "")]
        return ", ".join(
            f"{spec.label[:1].lower()}{spec.label[1:]} {self._shown(spec.name, entry, values)}" for spec in held
        )

    def _shown(self, name: str, entry: HistoryEntry, values: Fields) -> str:
        spec = next(spec for spec in fields_of(kind_named(entry.entity)) if spec.name == name)
        value: Value = values.get(name)
        if value and (entry.entity, name) in _NAMED_BY_CONTENT:
            return f"tệp {str(value)[:8]}"
        return shortened(text_of(spec, value, self._desk.budget if self._desk else None), 80) or "(trống)"

    @staticmethod
    def _caption(values: Fields | None) -> str:
        found = (str((values or {}).get(name) or "") for name in ("text", "name", "title", "label", "standard", "year"))
        caption = next((text for text in found if text), "")
        return f" “{shortened(caption)}”" if caption else ""
