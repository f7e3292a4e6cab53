"""What the data of a dossier or round gives to its papers, as texts; what only a person knows is there and empty.

The names are those of the merge fields (services/paper_fields.py says what each means). All papers of dossiers are
given the same fields, so that an office may use any of them in a template of its own. Money is printed in whole đồng
and in words, dates in full. A dossier without a contract has papers too: what a contract would say stays open.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from nscl_desktop.domain.contracts import ADVANCE, OWN_SHARE, PAYMENT, RECOVERY, Contract, Payment
from nscl_desktop.domain.dates import format_date_words
from nscl_desktop.domain.dossiers.counting import Kinds
from nscl_desktop.domain.dossiers.ranking import Ranked, Ranking
from nscl_desktop.domain.dossiers.sums import deadline_of, effective_contracts
from nscl_desktop.domain.dossiers.whole import WholeDossier
from nscl_desktop.domain.enterprises import Enterprise, YearFigures
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.money import format_quantity
from nscl_desktop.domain.plans import Plan
from nscl_desktop.domain.selection import CONSULTANTS, Criterion, SelectionRound
from nscl_desktop.domain.words import NORTH, WordStyle, amount_in_words
from nscl_desktop.services.paper_rows import (
    Group,
    Rows,
    indicator_rows,
    item_rows,
    late_rows,
    money_text,
    payment_rows,
    progress_rows,
    received_rows,
    source_rows,
)
from nscl_desktop.services.totals import word_style

Values = dict[str, str | Group | Rows]
OFFICE_FIELDS = ("chu_quan", "ten", "ky_hieu", "dia_danh", "quyen_han", "nguoi_ky", "don_vi_soan")
PERSONS_FIELDS = (
    "so", "ngay_ky", "bat_dau", "ket_thuc", "dia_diem", "chu_tri", "thu_ky", "y_kien", "y_kien_thanh_vien",
    "bieu_quyet", "ton_tai", "kien_nghi", "ket_luan", "so_ban", "han_tra_loi", "nguoi_lien_he",
)  # fmt: skip
"""What only those who were there know; typed for one printing."""
_RESULTS = {"": "", "chosen": "Được chọn", "not": "Không được chọn"}


@dataclass(frozen=True, slots=True)
class DossierSources:
    """What the papers of one dossier are made from; ``sources``: names of the plan's sources by code.

    ``others``: codes of the sources that are not the state's money.
    ``figures`` are the unit's of its latest year, ``day`` the ISO day on which the papers are made.
    """

    whole: WholeDossier
    contract: Contract | None = None
    kinds: Kinds = field(default_factory=dict)
    enterprises: Mapping[str, Enterprise] = field(default_factory=dict)
    sources: Mapping[str, str] = field(default_factory=dict)
    plan: Plan | None = None
    figures: YearFigures | None = None
    day: str = ""
    others: Collection[str] = ()


def main_contracts(whole: WholeDossier) -> tuple[Contract, ...]:
    """The contracts that papers are made for: appendices are part of theirs."""
    return tuple(contract for contract, _, _ in effective_contracts(whole))


def dossier_values(made_from: DossierSources) -> Values:
    """For every paper of a dossier. InputError for an appendix in the place of a contract."""
    whole, contract = made_from.whole, made_from.contract
    style = word_style(made_from.plan) if made_from.plan else NORTH
    party = (contract.party_id if contract else None) or whole.dossier.consultant_id or ""
    payments = _payments(whole, contract)
    return {
        **typed_by_persons(),
        "don_vi": _unit(made_from),
        "ben_a": party_values(None),
        "ben_b": party_values(made_from.enterprises.get(party)),
        "ho_so": _dossier(whole, made_from.others, style),
        "ke_hoach": {"van_ban": plan_document(made_from.plan)},
        "hop_dong": _contract(whole, contract, payments, style),
        "ngay_theo_doi": format_date_words(made_from.day) if made_from.day else "",
        "muc": item_rows(whole, made_from.kinds),
        "kinh_phi": source_rows(whole, dict(made_from.sources)),
        "khoan_chi": payment_rows(payments),
        "tien_do": progress_rows(whole, made_from.day),
        "chi_so": indicator_rows(whole),
        "viec_cham": late_rows(whole, made_from.day) if made_from.day else (),
        "chung_tu": received_rows(whole),
    }


def round_values(
    selection: SelectionRound,
    found: Ranking,
    enterprises: Mapping[str, Enterprise],
    criteria: tuple[Criterion, ...] = (),
) -> Values:
    """For bien-ban-hop-xet-chon: criteria, then the candidates in the order of the ranking with results and reasons."""
    what = "tổ chức tư vấn" if selection.purpose == CONSULTANTS else "đơn vị được hỗ trợ"
    return {
        **typed_by_persons(),
        "dot": {
            "ten": selection.name,
            "doi_tuong": what,
            "chi_tieu": "" if selection.quota is None else format_quantity(selection.quota),
            "kinh_phi": money_text(selection.money or 0),
            "ngay_hop": format_date_words(selection.held_on) if selection.held_on else "",
            "quyet_dinh": selection.decision,
        },
        "yeu_cau": tuple({"noi_dung": each} for each in selection.requirements),
        "tieu_chi": tuple(
            {"ten": each.name, "diem_toi_da": "" if each.most_points is None else format_quantity(each.most_points)}
            for each in sorted(criteria, key=lambda each: (each.position, each.id))
        ),
        "ung_vien": tuple(_candidate(row, enterprises) for row in found.rows),
    }


def party_values(unit: Enterprise | None) -> Group:
    """A party of a paper; empty where it is not on file."""
    return {
        "ten": unit.name if unit else "",
        "dia_chi": unit.address if unit else "",
        "dai_dien": unit.representative if unit else "",
        "chuc_vu": unit.representative_title if unit else "",
        "ma_so_thue": unit.tax_code if unit else "",
        "tai_khoan": "",
    }


def typed_by_persons() -> Values:
    """The fields of every paper that no record holds, still empty."""
    return {
        **dict.fromkeys(PERSONS_FIELDS, ""),
        "co_quan": dict.fromkeys(OFFICE_FIELDS, ""),
        "thanh_vien": (),
        "can_cu": (),
    }


def _unit(made_from: DossierSources) -> Group:
    unit = made_from.enterprises.get(made_from.whole.dossier.enterprise_id or "")
    figures = made_from.figures
    labour = figures.labour if figures else None
    return {
        **party_values(unit),
        "dien_thoai": unit.phone if unit else "",
        "thu_dien_tu": unit.email if unit else "",
        "nganh": unit.sector_name if unit else "",
        "san_pham": ", ".join(unit.products) if unit else "",
        "lao_dong": "" if labour is None else format_quantity(labour),
        "nam_so_lieu": str(figures.year) if figures and labour is not None else "",
    }


def _dossier(whole: WholeDossier, others: Collection[str], style: WordStyle) -> Group:
    planned = sum(part.amount or 0 for part in whole.money)
    of_others = sum(part.amount or 0 for part in whole.money if part.source in others)
    own = sum(each.amount or 0 for each in whole.payments if each.move == OWN_SHARE)
    return {
        "ma": whole.dossier.code,
        "noi_dung": whole.dossier.title,
        "nam": str(whole.dossier.year or ""),
        "kinh_phi": money_text(planned),
        "kinh_phi_bang_chu": _words(planned, style),
        "ngan_sach": money_text(planned - of_others),
        "ngan_sach_bang_chu": _words(planned - of_others, style),
        "doi_ung_du_kien": money_text(of_others or own),
        "doi_ung": money_text(own),
        "nguoi_theo_doi": whole.dossier.person,
    }


def _contract(whole: WholeDossier, contract: Contract | None, payments: tuple[Payment, ...], style: WordStyle) -> Group:
    value, accepted = _in_force(whole, contract) if contract else (0, 0)
    moved = {move: sum(each.amount or 0 for each in payments if each.move == move) for move in _MOVES}
    left = max((accepted or value) - moved[ADVANCE] - moved[PAYMENT] + moved[RECOVERY], 0)
    deadline = deadline_of(contract, whole) if contract else ""
    nothing = "0" if value else ""  # where no value is known, what was paid is left to be written by hand
    return {
        "so": contract.number if contract else "",
        "ngay": _date(contract.date) if contract else "",
        "noi_dung": (contract.subject if contract else "") or whole.dossier.title,
        "gia_tri": money_text(value),
        "bang_chu": _words(value, style),
        "thoi_han": _date(deadline),
        "nghiem_thu": money_text(accepted),
        "nghiem_thu_bang_chu": _words(accepted, style),
        "ngay_nghiem_thu": _date((contract.accepted_on if contract else "") or whole.day_of("accepted")),
        "ngay_thanh_ly": _date((contract.liquidated_on if contract else "") or whole.day_of("liquidated")),
        "tam_ung": money_text(moved[ADVANCE]) or nothing,
        "da_thanh_toan": money_text(moved[PAYMENT]) or nothing,
        "thu_hoi": money_text(moved[RECOVERY]) or nothing,
        "con_lai": money_text(left) or nothing,
        "con_lai_bang_chu": amount_in_words(left, style) if value else "",
        "noi_ky": "",
        "thanh_toan": "",
    }


_MOVES = (ADVANCE, PAYMENT, RECOVERY)


def _payments(whole: WholeDossier, contract: Contract | None) -> tuple[Payment, ...]:
    """Money of the state that moved by a contract; what names none belongs to the only one there is."""
    if contract is None:
        return ()
    family = {contract.id, *(each.id for each in whole.contracts if each.changes == contract.id)}
    is_only = len(main_contracts(whole)) == 1
    found = (
        each
        for each in whole.payments
        if each.move in _MOVES and (each.contract_id in family or (is_only and not each.contract_id))
    )
    return tuple(sorted(found, key=lambda each: (each.date, each.id)))


def _in_force(whole: WholeDossier, contract: Contract) -> tuple[int, int]:
    found = {each.id: (value, accepted) for each, value, accepted in effective_contracts(whole)}
    if contract.id not in found:
        raise InputError(f"{contract.number} là phụ lục; hãy lập văn bản từ hợp đồng chính.")
    return found[contract.id]


def plan_document(plan: Plan | None) -> str:
    """How papers name a plan that was issued: kind, number, day, issuer; empty before."""
    if plan is None or not plan.number:
        return ""
    day = f" {format_date_words(plan.date)}" if plan.date else ""
    issuer = f" của {plan.issuer}" if plan.issuer else ""
    return f"{plan.doc_kind} số {plan.number}{day}{issuer}"


def _candidate(row: Ranked, enterprises: Mapping[str, Enterprise]) -> Group:
    unit = enterprises.get(row.candidate.enterprise_id or "")
    return {
        "hang": str(row.rank or "-"),
        "ten": unit.name if unit else "",
        "diem": f"{row.total:.2f}".replace(".", ","),
        "de_nghi": money_text(row.candidate.asked or 0),
        "ket_qua": _RESULTS[row.candidate.result],
        "ghi_chu": row.candidate.reason or row.why,
    }


def _words(amount: int, style: WordStyle) -> str:
    return amount_in_words(amount, style) if amount else ""


def _date(date: str) -> str:
    return format_date_words(date) if date else ""
