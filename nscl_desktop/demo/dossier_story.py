"""One dossier told through the services: how far it came, its contract, what was paid; days as ISO."""

from dataclasses import dataclass
from decimal import Decimal

from nscl_desktop.demo.plan import SOURCE, YEAR
from nscl_desktop.demo.scribe import INVENTED, Scribe
from nscl_desktop.domain.contracts import Contract, Payment
from nscl_desktop.domain.dossiers.stages import course
from nscl_desktop.domain.dossiers.whole import WholeDossier
from nscl_desktop.domain.enterprises import Certificate
from nscl_desktop.domain.fields import Value
from nscl_desktop.domain.records import new_id
from nscl_desktop.domain.supports import STAGES, Indicator, StagePaper
from nscl_desktop.services import dossier_life as life
from nscl_desktop.services import dossier_parts as parts
from nscl_desktop.services import dossier_steps as steps
from nscl_desktop.services.enterprises import add_part

_STAGE_DAYS = ("02-01", "02-20", "03-25", "04-05", "04-20", "05-05", "09-15", "10-10", "10-25", "11-20", "12-15")
"""When a dossier of the year came to each stage, in their order, if it came so far."""
ADVISED = "Người theo dõi năm mẫu"


@dataclass
class Story:
    """A dossier that goes on; each method is one or two steps of a clerk."""

    scribe: Scribe
    key: str

    @property
    def whole(self) -> WholeDossier:
        """As it stands now."""
        return self.scribe.dossier(self.key)

    def up_to(self, stage: str, year: int = YEAR, first: str = "registered") -> "Story":
        """All stages from ``first`` up to this one, each on its day of the year; guidance leaves out what has none."""
        names = [name for name, _ in STAGES]
        days = dict(zip(names, _STAGE_DAYS, strict=True))
        passed = names[names.index(first) : names.index(stage) + 1]
        for name in course(self.whole.dossier):
            if name in passed and not self.whole.day_of(name):
                self.scribe.do(steps.set_stage(self.whole, name, done_on=f"{year}-{days[name]}", person=ADVISED))
        return self

    def contract(self, value: int, deadline: str = f"{YEAR}-11-30", accepted: int | None = None) -> "Story":
        """Its contract in đồng with the consultant, of the day of its stage, numbered by the dossier."""
        dossier = self.whole.dossier
        self.add(
            Contract, number=f"{dossier.code.removeprefix('MAU-')}/HĐ-MAU", value=value, subject=dossier.title,
            date=self.whole.day_of("contracted"), deadline=deadline, accepted_value=accepted,
            party_id=dossier.consultant_id,
        )  # fmt: skip
        return self

    def amended(self, value: int) -> "Story":
        """An appendix states the new value of the whole contract."""
        first = self.whole.contracts[0]
        self.add(Contract, number=f"PL01-{first.number}", date=f"{YEAR}-08-10", value=value, changes=first.id)
        return self

    def money(self, move: str, amount: int, day: str) -> "Story":
        """Money that moved by the contract, of this niên độ whatever its day."""
        contracts = self.whole.contracts
        line = self.whole.money[0].line_id
        self.add(
            Payment, move=move, amount=amount, date=day, line_id=line, year=YEAR, source=SOURCE,
            contract_id=contracts[0].id if contracts else None, document=f"UNC-{day[5:7]}{day[8:]} (mẫu)",
        )  # fmt: skip
        return self

    def measured(self, name: str, unit: str, before: str, after: str) -> "Story":
        """What the support changed."""
        self.scribe.do(
            parts.add_part(
                self.whole, Indicator, name=name, unit=unit, before=Decimal(before), before_on=f"{YEAR}-04-25",
                after=Decimal(after), after_on=f"{YEAR}-10-05",
            )
        )  # fmt: skip
        return self

    def certified(self, standard: str, edition: str, body: str, expires_on: str) -> "Story":
        """The certificate that came of it."""
        unit_id = self.whole.dossier.enterprise_id or ""
        held = Certificate(
            id=new_id(), enterprise_id=unit_id, standard=standard, edition=edition, body=body, dossier_id=self.key,
            number=f"CN-{self.whole.dossier.code}", issued_on=f"{YEAR}-10-20", expires_on=expires_on, note=INVENTED,
        )  # fmt: skip
        self.scribe.do(add_part(unit_id, held))
        return self

    def finished(self) -> "Story":
        """Done: all papers of the check lists came in; the looks at 6, 12 and 24 months are set."""
        for wanted in self.scribe.all(StagePaper):
            reached = self.whole.day_of(wanted.stage)
            if reached:
                self.scribe.do(steps.receive_paper(self.whole, wanted, reached))
        self.scribe.do(steps.plan_follow_ups(self.whole))
        self.scribe.do(life.finish(self.whole, f"{YEAR}-12-20"))
        return self

    def add(self, kind: type[Contract] | type[Payment], **values: Value) -> None:
        """One more contract or payment."""
        self.scribe.do(parts.add_part(self.whole, kind, **values))
