"""Small dossiers made by hand; money in đồng, keys readable."""

from decimal import Decimal

from nscl_desktop.domain.contracts import Contract, Payment
from nscl_desktop.domain.dossiers.whole import WholeDossier, Wholes, gather
from nscl_desktop.domain.enterprises import Enterprise
from nscl_desktop.domain.records import Record
from nscl_desktop.domain.supports import Dossier, DossierItem, DossierMoney, StageStep, SupportKind

TOOL = SupportKind(id="5s", code="5S", name="5S", group="tool", unit="công cụ")
LEAN = SupportKind(id="lean", code="Lean", name="Lean", group="tool", unit="công cụ")
SYSTEM = SupportKind(
    id="iso", code="TCVN ISO 9001", name="TCVN ISO 9001", group="system", unit="hệ thống", edition="2015"
)
KINDS = {each.id: each for each in (TOOL, LEAN, SYSTEM)}
UNITS = {
    "dn1": Enterprise(id="dn1", name="Công ty TNHH Bột mì Tây Ninh", kind="llc_more"),
    "dn2": Enterprise(id="dn2", name="Hợp tác xã Rau sạch", kind="cooperative"),
    "truong": Enterprise(id="truong", name="Trường THPT Số 1", kind="school"),
}


def dossier(key: str, unit: str | None = "dn1", **fields: object) -> Dossier:
    made = Dossier(id=key, enterprise_id=unit, code=key.upper(), title=f"Hỗ trợ {key}", year=2022)
    for name, value in fields.items():
        object.__setattr__(made, name, value)
    return made


def item(owner: str, kind: SupportKind, quantity: str | None = "1", **fields: object) -> DossierItem:
    made = DossierItem(
        id=f"{owner}/{kind.id}",
        dossier_id=owner,
        kind_id=kind.id,
        quantity=None if quantity is None else Decimal(quantity),
    )
    for name, value in fields.items():
        object.__setattr__(made, name, value)
    return made


def money(owner: str, line: str | None, year: int | None, source: str, amount: int | None) -> DossierMoney:
    return DossierMoney(
        id=f"{owner}/{line}/{year}/{source}", dossier_id=owner, line_id=line, year=year, source=source, amount=amount
    )


def step(owner: str, stage: str, done_on: str = "", due_on: str = "") -> StageStep:
    return StageStep(id=f"{owner}/{stage}", dossier_id=owner, stage=stage, done_on=done_on, due_on=due_on)


def contract(owner: str, key: str, value: int | None, **fields: object) -> Contract:
    made = Contract(id=key, dossier_id=owner, number=f"{key}/HĐ", value=value)
    for name, each in fields.items():
        object.__setattr__(made, name, each)
    return made


def payment(owner: str, move: str, amount: int | None, **fields: object) -> Payment:
    made = Payment(id=f"{owner}/{move}/{amount}", dossier_id=owner, move=move, amount=amount)
    for name, each in fields.items():
        object.__setattr__(made, name, each)
    return made


def whole(*records: Record) -> WholeDossier:
    return next(iter(gather(records).values()))


def wholes(*records: Record) -> Wholes:
    return gather(records)
