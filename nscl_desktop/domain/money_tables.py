"""Which tables of money the office prints out of its ledger, and what each of their columns says, in whole đồng.

No text fixes these tables for the programme; their columns are those of practice, named in the row of numbers
("6=1+2-3-5"), so that a reader can check each figure. A ratio is never added up.
"""

from dataclasses import dataclass

from nscl_desktop.domain.ledger_sums import Flow
from nscl_desktop.domain.money_rows import Figure


@dataclass(frozen=True, slots=True)
class Column:
    """One column: ``plus`` and ``less`` are the columns (from 1) that give it in every row; a ``share`` divides two."""

    title: str
    figure: Figure | None = None
    plus: tuple[int, ...] = ()
    less: tuple[int, ...] = ()
    share: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class TableKind:
    """One of the tables; ``note`` stands below it, ``by_source`` gives each source rows and a total of its own."""

    key: str
    name: str
    columns: tuple[Column, ...]
    note: str
    by_source: bool = False


def given(flow: Flow) -> int:
    """Dự toán of the year itself: giao with what changed it, before money from or into other years and cancellation."""
    return flow.allotted + flow.adjusted + flow.moved - flow.cut


def raised(flow: Flow) -> int:
    """By how much the estimate in force is above what was allotted."""
    return max(flow.current - flow.allotted, 0)


def lowered(flow: Flow) -> int:
    """By how much the estimate in force is below what was allotted."""
    return max(flow.allotted - flow.current, 0)


REQUESTED = TableKind(
    "requested", "Đề nghị - thẩm định - giao dự toán",
    (
        Column("Đề nghị", lambda flow: flow.proposed), Column("Thẩm định", lambda flow: flow.appraised),
        Column("Giao", lambda flow: flow.allotted),
        Column("Giao so với đề nghị", lambda flow: flow.allotted - flow.proposed, (3,), (1,)),
    ),
    "Số giao là số giao đầu, chưa tính điều chỉnh; số âm là giao thấp hơn đề nghị.",
)  # fmt: skip
DISBURSED = TableKind(
    "disbursed", "Tình hình giải ngân",
    (
        Column("Dự toán hiện hành", lambda flow: flow.current), Column("Cam kết", lambda flow: flow.bound),
        Column("Đã thanh toán", lambda flow: flow.out), Column("Tỷ lệ giải ngân", share=(3, 1)),
        Column("Còn lại", lambda flow: flow.left, (1,), (3,)),
    ),
    "Dự toán hiện hành gồm giao, điều chỉnh, điều chuyển, cắt giảm, chuyển nguồn và hủy dự toán. Đã thanh toán gồm tạm"
    " ứng, thanh toán, trừ thu hồi tạm ứng. Tỷ lệ giải ngân là đã thanh toán chia cho dự toán hiện hành, không cộng.",
)  # fmt: skip
SETTLED = TableKind(
    "settled", "Quyết toán kinh phí",
    (
        Column("Dự toán", given), Column("Chuyển nguồn", lambda flow: flow.carried),
        Column("Hủy dự toán", lambda flow: flow.cancelled), Column("Thực hiện", lambda flow: flow.out),
        Column("Quyết toán", lambda flow: flow.settled),
        Column("Còn lại", lambda flow: flow.current - flow.settled, (1, 2), (3, 5)),
    ),
    "Dự toán gồm giao, điều chỉnh, điều chuyển và cắt giảm trong năm. Chuyển nguồn: số dương là từ năm trước sang, số"
    " âm là sang năm sau. Thực hiện là đã thanh toán. Còn lại là phần chưa quyết toán.",
    by_source=True,
)  # fmt: skip
CHANGED = TableKind(
    "changed", "Điều chỉnh dự toán",
    (
        Column("Dự toán trước", lambda flow: flow.allotted), Column("Tăng", raised), Column("Giảm", lowered),
        Column("Dự toán sau", lambda flow: flow.current, (1, 2), (3,)),
    ),
    "Dự toán trước là số giao, dự toán sau là dự toán hiện hành. Tăng, giảm tính theo từng dòng và từng nguồn, rồi cộng"
    " lên mục.",
)  # fmt: skip
TABLE_KINDS = (REQUESTED, DISBURSED, SETTLED, CHANGED)


def numbers(kind: TableKind) -> tuple[str, ...]:
    """The row of numbers under the titles, with how a column follows from others: "A", "B", "1", …, "5=1-3"."""
    found = ["A", "B"]
    for at, column in enumerate(kind.columns, 1):
        made = "+".join(map(str, column.plus)) + "".join(f"-{each}" for each in column.less)
        if column.share:
            made = f"{column.share[0]}:{column.share[1]}"
        found.append(f"{at}={made}" if made else str(at))
    return tuple(found)
