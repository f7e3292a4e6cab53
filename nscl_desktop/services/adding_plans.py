"""Bringing whole plans into a data file: the samples, a plan file, an Excel form. All or nothing, one named step."""

from collections.abc import Collection, Iterable

from nscl_desktop.domain.book import Book
from nscl_desktop.domain.changes import Change, ChangeSet, change_set, inserted
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.plans import Plan
from nscl_desktop.domain.records import Record
from nscl_desktop.domain.registry import RECORD_TYPES


def add_plan(incoming: Book, present: Iterable[Record], taken_codes: Collection[str], *, words: str) -> ChangeSet:
    """Insert the one plan of ``incoming`` with its records; directory records that are ``present`` stay as they are.

    Raises InputError when the plan's code is taken: a plan never replaces another unasked.
    """
    plan = next(iter(incoming.table(Plan).values()))
    if plan.code in taken_codes:
        raise InputError(f"Tệp dữ liệu đã có kế hoạch {plan.code}; hãy đổi mã hoặc xóa kế hoạch cũ rồi nhập lại.")
    known = {record.id for record in present}
    changes: list[Change] = [inserted(record) for record in incoming.records() if record.id not in known]
    return change_set(f"{words} {plan.code}", _owners_first(changes), plan.id)


def _owners_first(changes: list[Change]) -> list[Change]:
    order = {record_type.entity: index for index, record_type in enumerate(RECORD_TYPES)}
    return sorted(changes, key=lambda change: order[change.entity])
