"""What the journey of a year begins with: a file with a draft of Tây Ninh's plan, registered dossiers, lists."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from nscl_desktop.domain.book import Book
from nscl_desktop.domain.budget_lines import Line
from nscl_desktop.domain.changes import ChangeSet, change_set, inserted, updated
from nscl_desktop.domain.inspections import Checklist
from nscl_desktop.domain.plans import Plan
from nscl_desktop.domain.records import Record
from nscl_desktop.domain.supports import Dossier, DossierItem, DossierMoney, StageStep
from nscl_desktop.domain.targets import Target
from nscl_desktop.exchange.plan_json import read_plan
from nscl_desktop.exchange.shipped_checklists import missing_checklists
from nscl_desktop.resource_files import resource_path
from nscl_desktop.services.checklist_editing import put_in_use
from nscl_desktop.services.counting import take_proposed
from nscl_desktop.services.plan_life import copy_plan
from nscl_desktop.storage.opening import open_store
from tests.awards.full_round import rules
from tests.enterprises.registers import unit, write
from tests.ui.dossier_windows import KINDS, LISTS

CODE = "TN-2021-HT"
NAMES = ("An Phát", "Bình Minh", "Cửu Long", "Đại Nam")


class Caller(QObject):
    """Brings what other threads report back to the main one."""

    sent = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.sent.connect(lambda call: call())

    def call(self, act: Callable[[], None]) -> None:
        self.sent.emit(act)


def new_file(path: Path) -> str:
    """Write the file; the key of the draft."""
    store, book = open_store(path), Book()

    def do(step: ChangeSet) -> None:
        book.apply(step.changes)
        write(store, step)

    sample = read_plan(resource_path("samples", "TN-2021.json").read_text("utf-8"))
    do(change_set("Kế hoạch", map(inserted, sample.records())))
    source = next(iter(sample.table(Plan).values()))
    step = copy_plan(book, source.id, code=CODE, title="Kế hoạch năm 2021")
    do(step)
    plan = book.get(Plan, step.scope)
    do(change_set("Số, ngày", [updated(plan, number="1/KH-UBND", date="2021-03-30")]))
    targets = [each for each in book.table(Target).values() if each.plan_id == plan.id]
    do(take_proposed((each, (each.id, each.origin_id or ""), None) for each in targets))
    do(missing_checklists(book))
    for key in list(book.table(Checklist)):
        do(put_in_use(book, key))
    line = next(each for each in book.table(Line).values() if each.plan_id == plan.id and each.unit == "HT")
    known = {each.id for each in book.records()}
    records = [*LISTS, *(each for each in rules() if each.id not in known), *registered(plan.id, line.id)]
    do(change_set("Đăng ký", map(inserted, records)))
    store.close()
    return plan.id


def registered(plan_id: str, line_id: str) -> list[Record]:
    """Four units, three of which registered for ISO 9001, each for 50 million đồng."""
    found: list[Record] = [
        unit(f"u{at}", f"Công ty {name}", representative="Lê Văn Cũ", address="Khu công nghiệp")
        for at, name in enumerate(NAMES, 1)
    ]
    kind = KINDS["TCVN ISO 9001"]
    for at in range(1, 4):
        key = f"d{at}"
        found += [
            Dossier(id=key, enterprise_id=f"u{at}", code=f"HS-0{at}", title=kind.name, plan_id=plan_id, year=2021),
            DossierItem(id=f"i{at}", dossier_id=key, position="a0", kind_id=kind.id, name=kind.name, unit=kind.unit),
            DossierMoney(
                id=f"m{at}", dossier_id=key, position="a0", line_id=line_id, year=2021, source="NSNN", amount=50_000_000
            ),
            StageStep(id=f"s{at}", dossier_id=key, stage="registered", done_on="2021-02-01"),
        ]  # fmt: skip
    return found
