"""The office's own lists as tables: what can be supported, papers of the stages with validity, dated norms."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from nscl_desktop.domain.changes import change_set, deleted, inserted, updated
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.fields import FieldSpec, Kind
from nscl_desktop.domain.limits import accepted
from nscl_desktop.domain.positions import between
from nscl_desktop.domain.records import Record, new_id
from nscl_desktop.domain.supports import GROUPS, STAGES, StagePaper, SupportKind, SupportNorm
from nscl_desktop.presenters.dossier_parts import kind_words
from nscl_desktop.presenters.field_text import NONE, text_of, value_of
from nscl_desktop.services.desk import Desk
from nscl_desktop.services.enterprises import called, spec_of

KIND_FIELDS = ("group", "code", "name", "edition", "unit", "is_retired")
PAPER_FIELDS = ("stage", "name", "is_required", "valid_from", "valid_to")
NORM_FIELDS = (
    "name", "kind_id", "group", "most_amount", "percent", "most_per_unit", "most_times", "area", "legal_basis",
    "valid_from", "valid_to",
)  # fmt: skip
_GROUPS = [code for code, _ in GROUPS]
_STAGES = [code for code, _ in STAGES]


class CatalogueRows:
    """Records of one of the lists."""

    is_open = True

    def __init__(self, desk: Desk, record_type: type[Record], names: Sequence[str]) -> None:
        self._desk, self._type = desk, record_type
        self.specs: tuple[FieldSpec, ...] = tuple(self._spec(name) for name in names)

    def records(self) -> tuple[Record, ...]:
        """Kinds by group and code, papers by stage and hand, norms by day."""
        return tuple(sorted(self._desk.book.table(self._type).values(), key=_order))

    def text(self, record: Record, spec: FieldSpec) -> str:
        """What a cell shows."""
        value = getattr(record, spec.name)
        if spec.name == "kind_id":
            return dict(self.offers(spec)).get(value or "", "") if value else ""
        return text_of(spec, value)

    def offers(self, spec: FieldSpec) -> Sequence[tuple[str, str]]:
        """What a cell of choices offers."""
        if spec.name != "kind_id":
            return spec.choices
        kinds = sorted(self._desk.book.table(SupportKind).values(), key=_order)
        return [("", NONE), *((kind.id, kind_words(kind)) for kind in kinds)]

    def enter(self, record: Record, spec: FieldSpec, text: str) -> None:
        """Take what was typed into a cell; raises InputError with the sentence."""
        stored = spec_of(self._type, spec.name)
        if spec.name == "kind_id":
            found = {label: value for value, label in self.offers(spec)}
            value = accepted(stored, found.get(text, text) or None)
        else:
            value = accepted(stored, value_of(spec, text))
        changed: dict[str, Any] = {spec.name: value}  # Any: of many types
        _require_order(replace(record, **changed))
        change = updated(record, **changed)
        label = f"{spec.label[:1].lower()}{spec.label[1:]}"
        self._desk.perform(change_set(f"Sửa {label} của {called(record)}", [change], self._desk.root_id))

    def add(self) -> str:
        """A new entry; its key. Its required field says what it is until something is typed."""
        values: dict[str, Any] = {"id": new_id()}  # Any: of many types
        if self._type is SupportKind:
            values |= {"code": "(mã)", "name": "(tên)"}
        elif self._type is StagePaper:
            positions = [each.position for each in self._desk.book.table(StagePaper).values() if each.position]
            values |= {"name": "(tên giấy tờ)", "position": between(max(positions, default=None), None)}
        else:
            values |= {"name": "(tên định mức)"}
        fresh = self._type(**values)
        self._desk.perform(change_set(f"Thêm {self._type.noun}", [inserted(fresh)], self._desk.root_id))
        return fresh.id

    def delete(self, record: Record) -> str:
        """Delete an entry; what was done, for the toast. One that something names is refused when it is saved."""
        if isinstance(record, SupportKind):
            norms = [each for each in self._desk.book.table(SupportNorm).values() if each.kind_id == record.id]
            if norms:
                raise InputError(f"Định mức “{norms[0].name}” đang dùng nội dung này; hãy sửa định mức trước.")
        self._desk.perform(change_set(f"Xóa {called(record)}", [deleted(record)], self._desk.root_id))
        return f"Đã xóa {called(record)}"

    def move(self, record: Record, step: int) -> None:
        """One place up (-1) or down (1) among the papers of its stage."""
        if not isinstance(record, StagePaper):
            return
        same = [each for each in self.records() if isinstance(each, StagePaper) and each.stage == record.stage]
        at = next(index for index, each in enumerate(same) if each.id == record.id)
        if not 0 <= at + step < len(same):
            return
        low, high = (at - 2, at - 1) if step < 0 else (at + 1, at + 2)
        before = same[low].position if low >= 0 else None
        after = same[high].position if high < len(same) else None
        change = updated(record, position=between(before, after))
        words = f"Chuyển {'lên' if step < 0 else 'xuống'} {called(record)}"
        self._desk.perform(change_set(words, [change], self._desk.root_id))

    def _spec(self, name: str) -> FieldSpec:
        spec = spec_of(self._type, name)
        return replace(spec, kind=Kind.CHOICE) if name == "kind_id" else spec


def _order(record: Record) -> tuple[int, str, str]:
    if isinstance(record, SupportKind):
        return _GROUPS.index(record.group), record.code.casefold(), record.id
    if isinstance(record, StagePaper):
        return _STAGES.index(record.stage), record.position, record.id
    return 0, str(getattr(record, "valid_from", "")), record.id


def _require_order(record: Record) -> None:
    first, last = str(getattr(record, "valid_from", "")), str(getattr(record, "valid_to", ""))
    if first and last and last < first[: len(last)]:
        raise InputError("Ngày hết hiệu lực trước ngày áp dụng; hãy sửa một trong hai ngày.")
