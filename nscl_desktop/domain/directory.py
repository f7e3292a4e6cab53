"""Dated records shared by all plans: paper of 2021 prints the names of 2021, a price uses the base of its day."""

from typing import ClassVar

from nscl_desktop.domain import fields as f
from nscl_desktop.domain.records import Record, record


@record
class Agency(Record):
    """An agency under one name; a merger or renaming ends this record and points at its successor."""

    entity: ClassVar[str] = "agency"
    noun: ClassVar[str] = "cơ quan"

    name: str = f.text("Tên cơ quan", required=True)
    short_name: str = f.text("Tên viết tắt")
    province: str = f.text("Tỉnh, thành phố")
    valid_from: str = f.date("Có hiệu lực từ")
    valid_to: str = f.date("Đến hết ngày")
    succeeded_by: str | None = f.ref("agency", "Cơ quan kế tục")


@record
class SalaryBase(Record):
    """Lương cơ sở from a day on, in đồng a month; ``verified``: checked in the official text."""

    entity: ClassVar[str] = "salary_base"
    noun: ClassVar[str] = "lương cơ sở"

    valid_from: str = f.date("Áp dụng từ")
    amount: int | None = f.money("Mức lương cơ sở")
    instrument: str = f.text("Văn bản")
    verified: bool = f.flag("Đã đối chiếu văn bản gốc")
