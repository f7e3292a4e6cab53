"""Rows of the daily papers of a dossier, as texts: items, money, progress, payments, indicators, what is late.

Money is printed in whole đồng, dates inside tables short (24/11/2021).
"""

from collections.abc import Iterable
from decimal import Decimal

from nscl_desktop.domain.contracts import MOVES, Contract, Payment
from nscl_desktop.domain.dates import format_short
from nscl_desktop.domain.dossiers.counting import Kinds, item_count, item_unit
from nscl_desktop.domain.dossiers.days import days_until, is_past
from nscl_desktop.domain.dossiers.papers import ReportStatus, report_status
from nscl_desktop.domain.dossiers.results import effect
from nscl_desktop.domain.dossiers.stages import overdue, stage_states
from nscl_desktop.domain.dossiers.sums import deadline_of, effective_contracts
from nscl_desktop.domain.dossiers.whole import WholeDossier
from nscl_desktop.domain.money import format_amount, format_quantity
from nscl_desktop.domain.supports import OPEN, DossierItem, Indicator, ReportRequest

Group = dict[str, str]
Rows = tuple[Group, ...]
_MOVE_NAMES = dict(MOVES)
_SUBJECTS = {"progress": "tiến độ", "money": "kinh phí", "both": "tiến độ và kinh phí"}


def money_text(amount: int) -> str:
    """An amount as it is printed; nought leaves room to write."""
    return format_amount(amount) if amount else ""


def item_rows(whole: WholeDossier, kinds: Kinds) -> Rows:
    """For “muc”: what is introduced or made, each in its own unit; the judgement is left to those who check."""
    return tuple(_item(each, kinds) for each in whole.items)


def source_rows(whole: WholeDossier, names: dict[str, str]) -> Rows:
    """For “kinh_phi”: planned money by source and year; ``names``: names of sources by code."""
    return tuple(
        {
            "nguon": names.get(part.source, part.source),
            "nam": str(part.year or ""),
            "so_tien": money_text(part.amount or 0),
        }
        for part in whole.money
    )


def progress_rows(whole: WholeDossier, day: str) -> Rows:
    """For “tien_do”: the stages of which anything is known, as they stand on an ISO day."""
    return tuple(
        {
            "ten": state.name,
            "han": format_short(state.step.due_on),
            "ngay": format_short(state.step.done_on),
            "tinh_trang": state.status.value,
        }
        for state in stage_states(whole, day)
        if state.step is not None
    )


def payment_rows(payments: Iterable[Payment]) -> Rows:
    """For “khoan_chi”: money that moved, in the order of days."""
    return tuple(
        {
            "ngay": format_short(each.date),
            "loai": _MOVE_NAMES[each.move],
            "chung_tu": each.document,
            "so_tien": money_text(each.amount or 0),
        }
        for each in payments
    )


def indicator_rows(whole: WholeDossier) -> Rows:
    """For “chi_so”: before, after and the change, in percent too where there is one."""
    return tuple(_indicator(each) for each in whole.indicators)


def received_rows(whole: WholeDossier) -> Rows:
    """For “chung_tu”: the papers that have come in."""
    received = sorted((each for each in whole.papers if each.received_on), key=lambda each: (each.received_on, each.id))
    return tuple({"ten": each.name, "so": each.number, "ngay": format_short(each.received_on)} for each in received)


def late_rows(whole: WholeDossier, day: str) -> Rows:
    """For “viec_cham”: stages, contracts and reports of the unit that are overdue on an ISO day."""
    stages = [(f"Bước {each.name.lower()}", each.step.due_on) for each in overdue(whole, day) if each.step]
    reports = [
        (f"Nộp báo cáo {_SUBJECTS[each.subject]}{_kind(each)}", each.due_on)
        for each in whole.reports
        if report_status(each, whole, day) is ReportStatus.OVERDUE
    ]
    contracts = [
        (f"Hoàn thành Hợp đồng số {contract.number}", deadline_of(contract, whole))
        for contract in late_contracts(whole, day)
    ]
    return tuple(
        {"ten": name, "han": format_short(due), "so_ngay": str(-days_until(due, day))}
        for name, due in (*stages, *contracts, *reports)
    )


def late_contracts(whole: WholeDossier, day: str) -> list[Contract]:
    """Contracts neither accepted nor liquidated whose deadline in force has passed; of an open dossier only."""
    return [
        contract
        for contract, _, _ in effective_contracts(whole)
        if whole.dossier.state == OPEN
        and not contract.accepted_on
        and not contract.liquidated_on
        and is_past(deadline_of(contract, whole), day)
    ]


def _item(item: DossierItem, kinds: Kinds) -> Group:
    kind = kinds.get(item.kind_id or "")
    return {
        "ten": item.name or (kind.name if kind else ""),
        "don_vi_tinh": item_unit(item, kinds),
        "so_luong": format_quantity(item_count(item)),
        "danh_gia": "",
    }


def _indicator(each: Indicator) -> Group:
    change = effect(each)
    shown = "" if change.difference is None else _signed(change.difference)
    if change.percent is not None:
        shown += f" ({_signed(change.percent)}%)"
    return {
        "ten": each.name,
        "don_vi_tinh": each.unit,
        "truoc": "" if each.before is None else format_quantity(each.before),
        "sau": "" if each.after is None else format_quantity(each.after),
        "thay_doi": shown,
    }


def _signed(value: Decimal) -> str:
    return f"{'+' if value > 0 else '-' if value < 0 else ''}{format_quantity(abs(value))}"


def _kind(report: ReportRequest) -> str:
    return " (đột xuất)" if report.kind == "ad_hoc" else ""
