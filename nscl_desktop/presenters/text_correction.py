"""Đính chính (NĐ 30/2020, Điều 18): which texts of an issued plan can be mended in form, and mending one."""

from collections.abc import Sequence

from nscl_desktop.domain.budget_lines import Line
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.fields import Kind
from nscl_desktop.domain.naming import line_name, shortened
from nscl_desktop.domain.records import Record, fields_of
from nscl_desktop.services import plan_life
from nscl_desktop.services.workspace import PlanDesk

_TEXTS = frozenset({Kind.TEXT, Kind.LONG_TEXT})
_NOT_TEXT_OF_PAPER = frozenset({"code", "form", "carried_link"})


class TextCorrection:
    """Texts of the plan itself and of its lines."""

    def __init__(self, desk: PlanDesk) -> None:
        self._desk = desk

    def records(self) -> Sequence[tuple[Record, str]]:
        """(record, words) of everything whose text can be mended, in reading order."""
        tree = self._desk.budget.tree
        found: list[tuple[Record, str]] = [(self._desk.plan, "Văn bản của kế hoạch")]
        for _, line in tree.walk():
            name = line_name(tree, line)
            words = name if name.startswith("“") else f"{name[:1].upper()}{name[1:]} · {shortened(line.text)}"
            found.append((line, words))
        return found

    def fields(self, record: Record) -> Sequence[tuple[str, str]]:
        """(name, label) of the record's texts; a line's empty ones are left out, since nothing stands on paper."""
        return [
            (spec.name, spec.label)
            for spec in fields_of(type(record))
            if spec.kind in _TEXTS
            and spec.name not in _NOT_TEXT_OF_PAPER
            and (getattr(record, spec.name) or not isinstance(record, Line))
        ]

    def text(self, record: Record, field: str) -> str:
        """What stands there now."""
        return str(getattr(record, field, "")) if field else ""

    def correct(self, record: Record, field: str, text: str, reason: str) -> str:
        """Mend a text and note it; what was done, for the toast."""
        if text == self.text(record, field):
            raise InputError("Nội dung chưa đổi; hãy ghi lại chỗ sai rồi đính chính.")
        step = plan_life.correct_form(
            self._desk.book, record, field, text, plan_id=self._desk.plan_id, reason=reason
        )
        self._desk.perform(step)
        return "Đã đính chính"
