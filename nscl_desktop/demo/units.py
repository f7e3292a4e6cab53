"""The register of the demo year: fifty enterprises and cooperatives, three consultants, a certifier; what changed."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from nscl_desktop.demo.names import COMMUNES, MARK, People, company, tax_code
from nscl_desktop.demo.scribe import INVENTED, Scribe
from nscl_desktop.domain.enterprises import Certificate, Contact, Enterprise
from nscl_desktop.domain.fields import Value
from nscl_desktop.domain.records import new_id
from nscl_desktop.services import enterprises as register

COMPANIES, COOPERATIVES = 46, 4
_ADVISERS = (
    ("Trung tâm Tư vấn Năng suất Ba Sao", "consultant"), ("Công ty cổ phần Tư vấn Quản lý Hồng Lạc Việt", "consultant"),
    ("Viện Đào tạo và Cải tiến Phương Đông Mới", "consultant"), ("Tổ chức Chứng nhận Sen Trắng", "conformity_body"),
)  # fmt: skip
_HELD = (
    ("TCVN ISO 9001", "2015", "2018-11-05", "2021-11-04"), ("TCVN ISO 9001", "2015", "2019-03-01", "2022-02-28"),
    ("TCVN ISO 22000", "2018", "2020-06-10", "2023-06-09"), ("TCVN ISO 14001", "2015", "2021-01-15", "2024-01-14"),
    ("HACCP", "2020", "2021-12-06", "2026-12-05"), ("TCVN ISO 9001", "2015", "2024-02-01", "2027-01-31"),
)  # fmt: skip
"""Certificates that units held by themselves: standard, edition, from, to; some expire within the year."""


def fill_register(scribe: Scribe, people: People) -> tuple[list[Enterprise], list[Enterprise]]:
    """Units that may be supported, and those that advise and certify."""
    units = [_unit(scribe, people, number) for number in range(COMPANIES)]
    units += [_cooperative(scribe, people, number) for number in range(COOPERATIVES)]
    advisers = [
        _added(scribe, people, {"name": name + MARK, "kind": kind}, COMPANIES + COOPERATIVES + at)
        for at, (name, kind) in enumerate(_ADVISERS)
    ]
    for unit, (standard, edition, issued_on, expires_on) in zip(units[30:], _HELD, strict=False):
        held = Certificate(
            id=new_id(), enterprise_id=unit.id, standard=standard, edition=edition, number=f"MAU-{unit.tax_code[-4:]}",
            body=advisers[-1].name, issued_on=issued_on, expires_on=expires_on, note=INVENTED,
        )  # fmt: skip
        scribe.do(register.add_part(unit.id, held))
    _what_changed(scribe, units)
    scribe.chapter("đơn vị")
    return [scribe.again(each) for each in units], advisers


def _unit(scribe: Scribe, people: People, number: int) -> Enterprise:
    facts = company(number)
    values: dict[str, Value] = {
        "name": facts["name"], "kind": facts["kind"], "sector_code": facts["sector_code"],
        "sector_name": facts["sector_name"], "products": (facts["product"],),
        "is_small_medium": number % 6 != 0, "is_key_export": number % 9 == 2,
        "is_supporting_industry": number % 10 == 3,
    }  # fmt: skip
    unit = _added(scribe, people, values, number)
    figures = replace(
        register.year_figures(unit.id, 2020), labour=Decimal(20 + 13 * (number % 17)),
        revenue=(12 + 7 * (number % 23)) * 1_000_000_000, capital=(8 + 5 * (number % 19)) * 1_000_000_000,
        origin="Phiếu khảo sát năm mẫu",
    )  # fmt: skip
    scribe.do(register.add_part(unit.id, figures))
    return unit


def _cooperative(scribe: Scribe, people: People, number: int) -> Enterprise:
    place = company(number + 20)["place"]
    values: dict[str, Value] = {
        "name": f"Hợp tác xã Nông nghiệp {place}{MARK}",
        "kind": "cooperative",
        "is_ocop": number % 2 == 0,
    }
    return _added(scribe, people, values, COMPANIES + number)


def _added(scribe: Scribe, people: People, values: Mapping[str, Value], number: int) -> Enterprise:
    head, _ = people.one()
    commune = COMMUNES[number % len(COMMUNES)]
    given: dict[str, Value] = {
        "tax_code": tax_code(number), "representative": head, "representative_title": "Giám đốc", "commune": commune,
        "district": "Huyện Mẫu", "province": "Tây Ninh", "address": f"Số {number + 1}, xã {commune}",
        "phone": f"0276000{number:04}", "email": f"donvi{number + 1}@nam-mau.invalid", "note": INVENTED,
    }  # fmt: skip
    unit = scribe.add(register.add_enterprise({**given, **values}), Enterprise)
    name, _ = people.one()
    contact = Contact(
        id=new_id(), enterprise_id=unit.id, position="a0", name=name, title="Phụ trách chất lượng",
        phone=f"0900000{number:03}",
    )  # fmt: skip
    scribe.do(register.add_part(unit.id, contact))
    return unit


def _what_changed(scribe: Scribe, units: list[Enterprise]) -> None:
    """A unit bore another name until July; another has a new director since September."""
    renamed = units[3]
    scribe.do(
        register.rename(
            renamed, renamed.name.replace("Doanh nghiệp tư nhân", "Công ty TNHH"), "2021-06-30", "GPKD đổi lần 2"
        )
    )
    changed = scribe.again(units[7])
    scribe.do(register.set_value(changed.id, changed, "representative", "Trịnh Thị Mẫu Đơn"))
    scribe.do(register.set_value(changed.id, scribe.again(changed), "note", f"{INVENTED} Đổi giám đốc từ 01/9/2021."))
