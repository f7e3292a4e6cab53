"""Studies of TFP: set up, their inputs noted, changed, taken away; one user action each."""

from collections.abc import Iterable
from decimal import Decimal

from nscl_desktop.domain.book import Book
from nscl_desktop.domain.changes import ChangeSet, change_set, inserted, updated
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.fields import Value
from nscl_desktop.domain.growth_records import GrowthInput, GrowthStudy
from nscl_desktop.domain.naming import shortened
from nscl_desktop.services.dossier_parts import checked, made
from nscl_desktop.services.removal import removal

_SHARES = frozenset({"capital_share", "labour_share", "depreciation"})


def new_study(name: str, **values: Value) -> ChangeSet:
    """A new study; refused without a name."""
    study = made(GrowthStudy, name=name, **values)
    return change_set(f"Thêm {called(study)}", [inserted(study)], study.id)


def set_value(study: GrowthStudy, record: GrowthStudy | GrowthInput, name: str, value: Value) -> ChangeSet:
    """Give a field a new value; shares and depreciation are fractions between nought and one."""
    if name in _SHARES and isinstance(value, Decimal) and not 0 <= value <= 1:
        raise InputError("Tỷ trọng và tỷ lệ hao mòn là phần của 1, thí dụ 0,42 chứ không phải 42; hãy nhập lại.")
    change = updated(record, **checked(type(record), {name: value}))
    what = called(study) if isinstance(record, GrowthStudy) else f"số liệu năm {record.year} của {called(study)}"
    return change_set(f"Sửa {what}", [change], study.id)


def add_year(study: GrowthStudy, known: Iterable[GrowthInput]) -> ChangeSet:
    """The year after the last one; the first is the base year, if one is named."""
    years = [each.year for each in known if each.year is not None]
    year = max(years) + 1 if years else study.base_year
    row = made(GrowthInput, study_id=study.id, year=year)
    return change_set(f"Thêm năm {year or ''} vào {called(study)}".replace("  ", " "), [inserted(row)], study.id)


def remove(book: Book, study: GrowthStudy, record: GrowthStudy | GrowthInput) -> ChangeSet:
    """Delete a year, or the study with all its years."""
    what = called(study) if isinstance(record, GrowthStudy) else f"số liệu năm {record.year} của {called(study)}"
    return change_set(f"Xóa {what}", removal(book, [record]), study.id)


def called(study: GrowthStudy) -> str:
    """What history calls a study."""
    return f"bảng tính TFP “{shortened(study.name, 48)}”"
