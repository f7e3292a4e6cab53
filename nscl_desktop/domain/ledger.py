"""The one ledger of money: what was asked for, given, bound and paid, by budget line, niên độ and source, in đồng.

No accounting: no accounts, no double entry. An entry's niên độ is apart from its date: payments until 31/01 belong to
the old year. Contracts and payments of support dossiers are records of their own (domain/contracts, domain/supports)
and are read into the same sums.
"""

from decimal import Decimal
from typing import ClassVar

from nscl_desktop.domain import fields as f
from nscl_desktop.domain.records import Record, record

PROPOSED, APPRAISED, ALLOTTED, ADJUSTED, MOVED, CUT = "proposed", "appraised", "allotted", "adjusted", "moved", "cut"
COMMITTED, ADVANCED, PAID, RECOVERED, SETTLED = "committed", "advanced", "paid", "recovered", "settled"
CARRIED, CANCELLED = "carried", "cancelled"
ENTRY_KINDS = (
    (PROPOSED, "Đề nghị"), (APPRAISED, "Thẩm định"), (ALLOTTED, "Giao"), (ADJUSTED, "Điều chỉnh"),
    (MOVED, "Điều chuyển"), (CUT, "Cắt giảm"), (COMMITTED, "Cam kết chi"), (ADVANCED, "Tạm ứng"), (PAID, "Thanh toán"),
    (RECOVERED, "Thu hồi tạm ứng"), (SETTLED, "Quyết toán"), (CARRIED, "Chuyển nguồn"), (CANCELLED, "Hủy dự toán"),
)  # fmt: skip


@record
class BudgetYear(Record):
    """A niên độ ngân sách of a plan and all its entries; once closed (khóa sổ), only adjusting entries correct it.

    It goes on when the plan is amended: entries name lines of any version, which remember what they came from.
    ``agency_id`` spends: money of lines that another agency leads is followed and not spent here.
    """

    entity: ClassVar[str] = "budget_year"
    noun: ClassVar[str] = "niên độ ngân sách"

    plan_id: str | None = f.ref("plan", "Kế hoạch", outside=True)
    year: int | None = f.integer("Niên độ")
    agency_id: str | None = f.ref("agency", "Cơ quan sử dụng kinh phí", outside=True)
    closed_on: str = f.date("Ngày khóa sổ")
    closing_document: str = f.text("Văn bản quyết toán")
    closed_by: str = f.text("Người khóa sổ")
    note: str = f.long_text("Ghi chú")


@record
class LedgerEntry(Record):
    """One entry. Điều chỉnh, điều chuyển and chuyển nguồn bear a sign (what a line loses is negative); all others none.

    Both halves of a transfer or a carry-over bear the same ``pair`` and sum to zero. ``quantity`` is the quantity that
    is planned anew with a cut. ``for_entity`` and ``for_id`` name what the money was for: a course, a prize, a task.
    ``corrects`` is the entry of a closed year that an adjusting entry sets right; such an entry bears a sign, whatever
    its kind. ``commitment_id`` is the commitment that a payment fulfils; one without binds the money by itself.
    ``reason`` is why an entry was kept in spite of a warning.
    """

    entity: ClassVar[str] = "ledger_entry"
    noun: ClassVar[str] = "bút toán kinh phí"

    year_id: str = f.ref("budget_year", "Niên độ", owner=True)
    line_id: str | None = f.ref("line", "Dòng dự toán", outside=True)
    source: str = f.text("Nguồn")
    kind: str = f.choice("Loại", ENTRY_KINDS, ALLOTTED)
    amount: int | None = f.money("Số tiền")
    date: str = f.date("Ngày")
    document: str = f.text("Chứng từ, quyết định")
    person: str = f.text("Người ghi")
    pair: str = f.text("Cặp điều chuyển")
    quantity: Decimal | None = f.number("Số lượng sau điều chỉnh")
    for_entity: str = f.text("Chi cho loại")
    for_id: str = f.text("Chi cho")
    corrects: str | None = f.ref("ledger_entry", "Điều chỉnh cho bút toán", outside=True)
    commitment_id: str | None = f.ref("ledger_entry", "Chi theo cam kết", outside=True)
    reason: str = f.text("Lý do ghi khi có cảnh báo")
    chapter: str = f.text("Chương")
    category: str = f.text("Loại, khoản")
    item: str = f.text("Mục, tiểu mục")
    note: str = f.text("Ghi chú")


LEDGER_RECORDS: tuple[type[Record], ...] = (BudgetYear, LedgerEntry)
