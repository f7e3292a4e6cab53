"""Đính chính (NĐ 30/2020, Điều 18): which texts of an issued plan can be mended in form, and mending one."""

from collections.abc import Sequence

from nscl_desktop.domain.budget_lines import Line
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.plan_lock import is_correctable
from nscl_desktop.domain.records import Record, fields_of
from nscl_desktop.presenters.line_choice import line_words
from nscl_desktop.services import plan_life
from nscl_desktop.services.workspace import PlanDesk


class TextCorrection:
    """Texts of the plan itself and of its lines."""

    def __init__(self, desk: PlanDesk) -> None:
        self._desk = desk

    def records(self) -> Sequence[tuple[Record, str]]:
        """(record, words) of everything whose text can be mended, in reading order."""
        tree = self._desk.budget.tree
        lines = [(line, line_words(tree, line)) for _, line in tree.walk()]
        return [(self._desk.plan, "Văn bản của kế hoạch"), *lines]

    def fields(self, record: Record) -> Sequence[tuple[str, str]]:
        """(name, label) of the record's texts; a line's empty ones are left out, since nothing stands on paper."""
        return [
            (spec.name, spec.label)
            for spec in fields_of(type(record))
            if is_correctable(type(record), spec.name) and (getattr(record, spec.name) or not isinstance(record, Line))
        ]

    def text(self, record: Record, field: str) -> str:
        """What stands there now."""
        return str(getattr(record, field, "")) if field else ""

    def correct(self, record: Record, field: str, text: str, reason: str) -> str:
        """Mend a text and note it; what was done, for the toast."""
        if not field:
            raise InputError("Dòng này không có chữ nào để đính chính; hãy chọn chỗ khác.")
        step = plan_life.correct_form(self._desk.book, record, field, text, plan_id=self._desk.plan_id, reason=reason)
        self._desk.perform(step)
        return "Đã đính chính"
