"""F4 on the ledger: any figure as the entries and dossiers that it is made of, each of which can be opened."""

from collections.abc import Sequence

from nscl_desktop.domain.ledger import LedgerEntry
from nscl_desktop.domain.ledger_paper import line_words
from nscl_desktop.domain.ledger_sums import DossierShare, Flow, flows_of_entries
from nscl_desktop.domain.money import format_amount
from nscl_desktop.domain.supports import Dossier
from nscl_desktop.presenters.explaining import Addend, Explanation
from nscl_desktop.presenters.ledger_rows import FIGURES
from nscl_desktop.presenters.ledger_sheet import LedgerSheet
from nscl_desktop.services.ledger_entries import entry_words

_MADE = {
    "allotted": "Tổng các bút toán giao dự toán",
    "current": "Giao + điều chỉnh + điều chuyển − cắt giảm + chuyển nguồn − hủy",
    "bound": "Cam kết + hợp đồng của hồ sơ + khoản chi không qua cam kết",
    "out": "Tạm ứng + thanh toán − thu hồi, của bút toán và hồ sơ",
    "free": "Dự toán hiện hành − cam kết",
    "unpaid": "Cam kết − đã chi",
    "left": "Dự toán hiện hành − đã chi",
}
_SEPARATOR = "/"


def explain(
    sheet: LedgerSheet, line_id: str, figure: str, source: str | None, shares: Sequence[DossierShare]
) -> Explanation:
    """The figure with each entry and dossier that gives to it, signed; together they are the figure to the đồng."""
    addends, total = [], 0
    for entry, flow in flows_of_entries(sheet.entries(), sheet.others()):
        amount = getattr(flow, figure)
        if amount and sheet.is_part(entry.line_id or "", entry.source, line_id, source):
            label, _ = line_words(sheet.sums, sheet.lines.in_force(entry.line_id or ""))
            made = " · ".join(filter(None, (f"mục {label}" if label else "", entry.note)))
            addends.append(
                Addend(entry_words(entry), made, format_amount(amount), target(LedgerEntry.entity, entry.id))
            )
            total += amount
    for share in shares:
        amount = sum(
            getattr(flow, figure)
            for (line, _, code), flow in share.cells.items()
            if sheet.is_part(line, code, line_id, source)
        )
        if amount:
            name = f"Hồ sơ {share.code}" if share.code else f"Hồ sơ “{share.title}”"
            addends.append(
                Addend(name, share.unit or share.title, format_amount(amount), target(Dossier.entity, share.key))
            )
            total += amount
    label, text = line_words(sheet.sums, line_id) if line_id else ("", "Tổng cộng")
    place = f"Mục {label}" if label else text
    title = f"{place} · {dict(FIGURES)[figure]}" + (
        f" · nguồn {dict(sheet.sources()).get(source, source)}" if source else ""
    )
    return Explanation(title, _MADE[figure], tuple(addends), format_amount(total))


def dossiers_of(
    sheet: LedgerSheet, line_id: str, source: str | None, shares: Sequence[DossierShare]
) -> list[tuple[DossierShare, Flow]]:
    """The dossiers behind a line with what each binds and pays there."""
    found = []
    for share in shares:
        own = Flow()
        for (line, _, code), flow in share.cells.items():
            if sheet.is_part(line, code, line_id, source):
                own.add(flow)
        if own != Flow():
            found.append((share, own))
    return found


def target(entity: str, key: str) -> str:
    """Where an addend can be seen, as one text."""
    return f"{entity}{_SEPARATOR}{key}"


def target_of(text: str) -> tuple[str, str]:
    """Kind and key of such a text."""
    entity, _, key = text.partition(_SEPARATOR)
    return entity, key
