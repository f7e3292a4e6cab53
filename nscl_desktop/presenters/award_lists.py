"""Forms and tables over the parts of a round of awards: its facts, units, council, prizes."""

from collections.abc import Callable, Sequence

from nscl_desktop.domain.awards import AwardRound, Judge, Nomination, Prize
from nscl_desktop.domain.changes import ChangeSet
from nscl_desktop.domain.errors import Bug
from nscl_desktop.domain.fields import Value
from nscl_desktop.domain.records import Record
from nscl_desktop.presenters.award_sheet import GONE, AwardSheet
from nscl_desktop.presenters.desk_rows import Deeds, DeskRows
from nscl_desktop.presenters.field_text import NONE
from nscl_desktop.presenters.offered_form import OfferedForm
from nscl_desktop.presenters.record_form import DeskForm
from nscl_desktop.services import award_rounds as service

Offers = Sequence[tuple[str, str]]
Part = Judge | Nomination | Prize
_UNNAMED = "(họ và tên)"


def award_form(sheet: AwardSheet, names: Sequence[str]) -> OfferedForm[AwardRound]:
    """The round's own fields; plan and line are offered by the screen, which reads them aside."""

    def step(held: AwardRound, name: str, value: Value) -> ChangeSet:
        return service.set_value(held, held, name, value)

    form = OfferedForm(sheet.desk, AwardRound, names, step, GONE)
    form.known_offers["regime_id"] = [(each.id, each.name) for each in sheet.opened.rules.regimes()]
    return form


class NominationForm(DeskForm[Nomination]):
    """All of one nomination; the prize that is proposed is one of the regime's."""

    def __init__(self, sheet: AwardSheet, names: Sequence[str]) -> None:
        def step(nomination: Nomination, name: str, value: Value) -> ChangeSet:
            return service.set_value(sheet.held, nomination, name, value)

        super().__init__(sheet.desk, Nomination, "", names, step)
        self._sheet = sheet

    def offers(self, name: str) -> Offers:
        """(stored value, label) pairs of a choice or link; what is stored and not offered is told as it is."""
        if name != "proposed_prize_id":
            return super().offers(name)
        known, stored = [(each.id, each.name) for each in self._sheet.kinds], self.stored(name)
        lost = [(stored, "(không có trong quy chế)")] if stored and stored not in dict(known) else []
        return [("", NONE), *known, *lost]

    def _shown(self, record: Nomination, name: str) -> str:
        return self.stored(name) if name == "proposed_prize_id" else super()._shown(record, name)

    def _value(self, name: str, text: str) -> Value:
        return (text or None) if name == "proposed_prize_id" else super()._value(name, text)


def judge_rows(sheet: AwardSheet) -> DeskRows:
    """The council."""

    def add() -> ChangeSet:
        return service.add_judge(sheet.held, sheet.judges(), name=_UNNAMED)

    return _rows(sheet, Judge, ("name", "title", "role"), sheet.judges, add)


def nomination_rows(sheet: AwardSheet) -> DeskRows:
    """Who stands for the award; they are added by choosing a unit."""
    return _rows(sheet, Nomination, ("group", "state"), sheet.nominations)


def prize_rows(sheet: AwardSheet) -> DeskRows:
    """What was won; prizes are added in a window of their own."""
    return _rows(sheet, Prize, ("prize", "decision", "decided_on", "amount", "year", "source"), sheet.prizes)


def _rows(
    sheet: AwardSheet,
    kind: type[Part],
    names: Sequence[str],
    read: Callable[[], Sequence[Record]],
    add: Callable[[], ChangeSet] | None = None,
) -> DeskRows:
    def put(record: Record, name: str, value: Value) -> ChangeSet:
        return service.set_value(sheet.held, _part(record), name, value)

    def delete(record: Record) -> ChangeSet:
        return service.remove(sheet.desk.book, sheet.held, _part(record))

    return DeskRows(sheet.desk, kind, names, read, Deeds(put, delete, add))


def _part(record: Record) -> Part:
    if not isinstance(record, Judge | Nomination | Prize):
        raise Bug(f"{record.entity} is no part of a round of awards")
    return record
