"""Why the file refused a step at its commit: a record would point at one that is not there."""

from sqlalchemy import Connection

from nscl_desktop.domain.changes import ChangeSet
from nscl_desktop.domain.errors import Bug, ConflictError, NsclError
from nscl_desktop.domain.registry import BY_ENTITY
from nscl_desktop.storage.applying import write_records
from nscl_desktop.storage.records_json import specs_by_name
from nscl_desktop.storage.rows import columns_of


def broken_reference(connection: Connection, change_set: ChangeSet) -> NsclError:
    """The error that names a broken link: the step is taken once more, looked at, and rolled back."""
    with connection.begin() as transaction:
        write_records(connection, change_set.changes)
        broken = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
        link = (
            broken
            and connection.exec_driver_sql(
                'SELECT "from" FROM pragma_foreign_key_list(?) WHERE id = ?', (broken.table, broken.fkid)
            ).scalar()
        )
        transaction.rollback()
    if broken is None:
        return Bug(f"Bước “{change_set.words}” bị từ chối nhưng không thấy liên kết nào hỏng.")
    pointing, target = BY_ENTITY[broken.table], BY_ENTITY[broken.parent]
    label = next(
        spec.label for name, spec in specs_by_name(broken.table).items() if link in columns_of(broken.table, name)
    )
    if any(change.entity == broken.parent and change.after is None for change in change_set.changes):
        return ConflictError(
            f"Không xóa được {target.noun}: một {pointing.noun} khác còn dùng đến (“{label}”); "
            "hãy sửa hoặc xóa chỗ đó trước."
        )
    return ConflictError(
        f"“{label}” của {pointing.noun} chỉ tới {target.noun} không có trong dữ liệu; bước này không thực hiện được."
    )
