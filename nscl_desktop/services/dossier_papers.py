"""What the data of a dossier or round gives to its papers, as texts; what only a person knows is there and empty.

The names are those of the merge fields in resources/templates. Money is printed in whole đồng, dates in full.
"""

from collections.abc import Mapping

from nscl_desktop.domain.contracts import Contract
from nscl_desktop.domain.dates import format_date_words
from nscl_desktop.domain.dossiers.counting import Kinds, item_count, item_unit
from nscl_desktop.domain.dossiers.ranking import Ranked, Ranking
from nscl_desktop.domain.dossiers.sums import deadline_of, effective_contracts
from nscl_desktop.domain.dossiers.whole import WholeDossier
from nscl_desktop.domain.enterprises import Enterprise
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.money import format_amount, format_quantity
from nscl_desktop.domain.selection import SelectionRound
from nscl_desktop.domain.supports import DossierItem
from nscl_desktop.domain.words import NORTH, WordStyle, amount_in_words

Group = dict[str, str]
Rows = tuple[Group, ...]
Values = dict[str, str | Group | Rows]
OFFICE_FIELDS = ("chu_quan", "ten", "ky_hieu")
MEETING_FIELDS = ("so", "bat_dau", "dia_diem", "chu_tri", "ket_luan", "ket_thuc")
_RESULTS = {"": "", "chosen": "Được chọn", "not": "Không được chọn"}


def contract_values(
    whole: WholeDossier,
    contract: Contract,
    kinds: Kinds,
    enterprises: Mapping[str, Enterprise],
    sources: Mapping[str, str],
    style: WordStyle = NORTH,
) -> Values:
    """For hop-dong: parties, items, value in force and money by source. ``sources``: names by source code."""
    values = _shared(whole, contract, kinds, enterprises)
    value, _ = _in_force(whole, contract)
    deadline = deadline_of(contract, whole)
    return {
        **values,
        "hop_dong": {
            **_contract_group(contract),
            "noi_dung": contract.subject or whole.dossier.title,
            "gia_tri": _money(value),
            "bang_chu": amount_in_words(value, style) if value else "",
            "thoi_han": format_date_words(deadline) if deadline else "",
            **dict.fromkeys(("noi_ky", "so_ban", "thanh_toan"), ""),
        },
        "ben_a": unit_values(None),
        "can_cu": (),
        "kinh_phi": tuple(
            {
                "nguon": sources.get(part.source, part.source),
                "nam": str(part.year or ""),
                "so_tien": _money(part.amount or 0),
            }
            for part in whole.money
        ),
    }


def acceptance_values(
    whole: WholeDossier,
    contract: Contract,
    kinds: Kinds,
    enterprises: Mapping[str, Enterprise],
    style: WordStyle = NORTH,
) -> Values:
    """For bien-ban-nghiem-thu: items, value of the contract and what was accepted of it."""
    value, accepted = _in_force(whole, contract)
    return {
        **_shared(whole, contract, kinds, enterprises),
        **dict.fromkeys((*MEETING_FIELDS, "y_kien", "so_ban"), ""),
        "co_quan": dict.fromkeys(OFFICE_FIELDS, ""),
        "thanh_vien": (),
        "hop_dong": {
            **_contract_group(contract),
            "gia_tri": _money(value),
            "nghiem_thu": _money(accepted),
            "nghiem_thu_bang_chu": amount_in_words(accepted, style) if accepted else "",
        },
    }


def round_values(selection: SelectionRound, found: Ranking, enterprises: Mapping[str, Enterprise]) -> Values:
    """For bien-ban-hop-xet-chon: the candidates in the order of the ranking with points, results and reasons."""
    return {
        **dict.fromkeys((*MEETING_FIELDS, "thu_ky"), ""),
        "co_quan": dict.fromkeys(OFFICE_FIELDS, ""),
        "thanh_vien": (),
        "dot": {
            "ten": selection.name,
            "chi_tieu": "" if selection.quota is None else format_quantity(selection.quota),
            "kinh_phi": _money(selection.money or 0),
        },
        "ung_vien": tuple(_candidate(row, enterprises) for row in found.rows),
    }


def unit_values(unit: Enterprise | None) -> Group:
    """A party of a paper; empty where it is not on file."""
    return {
        "ten": unit.name if unit else "",
        "dia_chi": unit.address if unit else "",
        "dai_dien": unit.representative if unit else "",
        "chuc_vu": unit.representative_title if unit else "",
        "ma_so_thue": unit.tax_code if unit else "",
        "tai_khoan": "",
    }


def _shared(whole: WholeDossier, contract: Contract, kinds: Kinds, enterprises: Mapping[str, Enterprise]) -> Values:
    party = contract.party_id or whole.dossier.consultant_id or ""
    return {
        "don_vi": unit_values(enterprises.get(whole.dossier.enterprise_id or "")),
        "ben_b": unit_values(enterprises.get(party)),
        "muc": tuple(_item(item, kinds) for item in whole.items),
    }


def _item(item: DossierItem, kinds: Kinds) -> Group:
    kind = kinds.get(item.kind_id or "")
    return {
        "ten": item.name or (kind.name if kind else ""),
        "don_vi_tinh": item_unit(item, kinds),
        "so_luong": format_quantity(item_count(item)),
        "danh_gia": "",
    }


def _in_force(whole: WholeDossier, contract: Contract) -> tuple[int, int]:
    found = {each.id: (value, accepted) for each, value, accepted in effective_contracts(whole)}
    if contract.id not in found:
        raise InputError(f"{contract.number} là phụ lục; hãy lập văn bản từ hợp đồng chính.")
    return found[contract.id]


def _contract_group(contract: Contract) -> Group:
    return {"so": contract.number, "ngay": format_date_words(contract.date) if contract.date else ""}


def _candidate(row: Ranked, enterprises: Mapping[str, Enterprise]) -> Group:
    unit = enterprises.get(row.candidate.enterprise_id or "")
    return {
        "hang": str(row.rank or "-"),
        "ten": unit.name if unit else "",
        "diem": f"{row.total:.2f}".replace(".", ","),
        "ket_qua": _RESULTS[row.candidate.result],
        "ghi_chu": row.candidate.reason or row.why,
    }


def _money(amount: int) -> str:
    return format_amount(amount) if amount else ""
