"""Restoring out of the bin: the deleted record with all that went with it, as one step that can be taken back."""

from collections.abc import Iterator

from nscl_desktop.domain.changes import Change, ChangeSet, change_set, inserted
from nscl_desktop.domain.deleted_records import DeletedWhole, Ground, Key
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.fields import Kind, Value
from nscl_desktop.domain.record_kinds import kind_named
from nscl_desktop.domain.records import Record, fields_of


def links_of(record: Record) -> Iterator[Key]:
    """Kinds and keys of the records that must be there for this one to stand."""
    for spec in fields_of(type(record)):
        value: Value = getattr(record, spec.name)
        if spec.kind is Kind.PLACE and isinstance(value, tuple):
            value = value[0]
        elif spec.kind is not Kind.REF or spec.outside:
            continue
        if isinstance(value, str) and value:
            yield spec.target, value


def restoration(deleted: DeletedWhole, ground: Ground) -> ChangeSet:
    """The step that brings it back as it was when it was deleted; raises InputError with why that cannot be.

    Links elsewhere that the deletion emptied are set again where they are still empty.
    """
    title = deleted.row.title
    own = {(record.entity, record.id) for record in deleted.records}
    if own & ground.there:
        raise InputError(f"Đã có lại {title} trong dữ liệu, không cần khôi phục; hãy tìm ở phần của nó.")
    if deleted.has_lost_fields or not deleted.records:
        day = f"{deleted.row.at.astimezone():%d/%m/%Y}"
        raise InputError(
            f"Không khôi phục nguyên vẹn được {title}: khi xóa, chương trình còn lưu theo kiểu cũ; hãy khôi phục từ bản"
            f" sao lưu trước ngày {day}."
        )
    for record in deleted.records:
        for entity, key in links_of(record):
            if (entity, key) not in own and (entity, key) not in ground.there:
                noun = kind_named(entity).noun
                raise InputError(
                    f"Không khôi phục được {title}: {noun} mà {record.noun} của nó dùng đã bị xóa; hãy khôi phục {noun}"
                    " ấy trước."
                )
    back = [inserted(record) for record in deleted.records]
    return change_set(f"Khôi phục {title}", [*back, *_linked_again(deleted, ground)], deleted.row.id)


def _linked_again(deleted: DeletedWhole, ground: Ground) -> Iterator[Change]:
    gone = {record.id for record in deleted.records}
    for change in deleted.unlinked:
        now = ground.values.get((change.entity, change.id))
        if now is None:
            continue
        again = {
            name: was
            for name, was in (change.before or {}).items()
            if was in gone and (change.after or {}).get(name) is None and now.get(name) is None
        }
        if again:
            yield Change(change.entity, change.id, dict.fromkeys(again), again)
