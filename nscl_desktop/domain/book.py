"""The records in memory: a plan with everything that belongs to it, and the shared directories."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any, cast

from nscl_desktop.domain.changes import Change
from nscl_desktop.domain.errors import Bug, ConflictError
from nscl_desktop.domain.record_kinds import PLAN_ENTITIES, in_order, kind_named
from nscl_desktop.domain.records import Record, RecordT, fields_of, place_field


class Book:
    """Records by kind and key. The main thread owns it; only ``apply`` changes it.

    A change that does not fit what is here raises ConflictError before anything is touched.
    """

    def __init__(self, records: Iterable[Record] = ()) -> None:
        self._tables: dict[str, dict[str, Record]] = {entity: {} for entity in PLAN_ENTITIES}
        for record in records:
            self._table(record.entity)[record.id] = record

    def table(self, record_type: type[RecordT]) -> dict[str, RecordT]:
        """All records of one kind by key; not to be written to."""
        return cast("dict[str, RecordT]", self._table(record_type.entity))

    def get(self, record_type: type[RecordT], key: str) -> RecordT:
        """The record with this key; its absence is a fault of the program."""
        try:
            return self.table(record_type)[key]
        except KeyError:
            raise Bug(f"Không có {record_type.noun} với khóa {key}.") from None

    def records(self) -> Iterable[Record]:
        """All records, owners before what they own."""
        for entity in in_order(self._tables):
            yield from self._tables[entity].values()

    def apply(self, changes: Iterable[Change]) -> None:
        """Make the changes, all or none; a line that would end up below itself is refused like any conflict."""
        done: list[Change] = []
        try:
            for change in changes:
                self._apply_one(change)
                done.append(change)
            for change in done:
                self._require_tree(change)
        except Exception:
            for change in reversed(done):
                self._apply_one(change.inverted())
            raise

    def _table(self, entity: str) -> dict[str, Record]:
        return self._tables.setdefault(entity, {})

    def _apply_one(self, change: Change) -> None:
        table = self._table(change.entity)
        record = table.get(change.id)
        if change.before is None:
            if record is not None:
                raise ConflictError(f"Đã có {record.noun} này; không thêm lần nữa.")
            values = cast("dict[str, Any]", dict(change.after or {}))  # Any: the values of many field types
            table[change.id] = kind_named(change.entity)(**values)
            return
        if record is None:
            noun = kind_named(change.entity).noun
            raise ConflictError(f"Không còn {noun} này để sửa; có thể đã bị xóa ở bước khác.")
        self._require_unchanged(record, change)
        if change.after is None:
            del table[change.id]
        else:
            table[change.id] = replace(record, **cast("dict[str, Any]", dict(change.after)))

    def _require_tree(self, change: Change) -> None:
        """Nothing stands below itself: two moves, each sound by itself, can make a ring when they are joined."""
        kind = kind_named(change.entity)
        name = place_field(kind)
        table = self._tables[change.entity]
        record = table.get(change.id) if name in (change.after or {}) else None
        seen: set[str] = set()
        while record is not None:
            if record.id in seen:
                raise ConflictError(f"Không chuyển được {kind.noun} vào dưới chính nó; hãy chọn vị trí khác.")
            seen.add(record.id)
            record = table.get(getattr(record, name).parent)

    @staticmethod
    def _require_unchanged(record: Record, change: Change) -> None:
        expected = change.before or {}
        labels = [
            spec.label
            for spec in fields_of(type(record))
            if spec.name in expected and getattr(record, spec.name) != expected[spec.name]
        ]
        if labels:
            named = ", ".join(f"“{label}”" for label in labels)
            raise ConflictError(f"{named} của {record.noun} đã được sửa sau đó; bước này không thực hiện được.")
