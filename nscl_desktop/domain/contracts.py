"""Contracts of a support and the money that flows by them, in đồng."""

from typing import ClassVar

from nscl_desktop.domain import fields as f
from nscl_desktop.domain.records import Record, record

ADVANCE, PAYMENT, RECOVERY, OWN_SHARE = "advance", "payment", "recovery", "own"
MOVES = (
    (ADVANCE, "Tạm ứng"),
    (PAYMENT, "Thanh toán"),
    (RECOVERY, "Thu hồi tạm ứng"),
    (OWN_SHARE, "Đối ứng của đơn vị"),
)


@record
class Contract(Record):
    """A contract, or an appendix to one (``changes``): value in đồng, parties, deadline."""

    entity: ClassVar[str] = "contract"
    noun: ClassVar[str] = "hợp đồng"

    dossier_id: str = f.ref("dossier", "Hồ sơ", owner=True)
    number: str = f.text("Số hợp đồng", required=True)
    date: str = f.date("Ngày ký")
    subject: str = f.text("Nội dung")
    party_id: str | None = f.ref("enterprise", "Bên thực hiện", outside=True)
    changes: str | None = f.ref("contract", "Phụ lục của hợp đồng", outside=True)
    value: int | None = f.money("Giá trị hợp đồng")
    accepted_value: int | None = f.money("Giá trị nghiệm thu")
    deadline: str = f.date("Thời hạn thực hiện")
    accepted_on: str = f.date("Ngày nghiệm thu")
    liquidated_on: str = f.date("Ngày thanh lý")
    note: str = f.text("Ghi chú")


@record
class Payment(Record):
    """Money that moved: its niên độ is apart from its date, since January still pays for the year before."""

    entity: ClassVar[str] = "payment"
    noun: ClassVar[str] = "khoản chi"

    dossier_id: str = f.ref("dossier", "Hồ sơ", owner=True)
    contract_id: str | None = f.ref("contract", "Hợp đồng", outside=True)
    move: str = f.choice("Loại", MOVES, PAYMENT)
    line_id: str | None = f.ref("line", "Dòng dự toán", outside=True)
    year: int | None = f.integer("Niên độ")
    source: str = f.text("Nguồn")
    amount: int | None = f.money("Số tiền")
    date: str = f.date("Ngày")
    document: str = f.text("Chứng từ")
