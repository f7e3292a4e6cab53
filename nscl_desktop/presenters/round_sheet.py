"""A selection round on screen: its own fields, criteria, candidates with what speaks against them."""

from collections.abc import Sequence
from decimal import Decimal

from nscl_desktop.domain.changes import ChangeSet
from nscl_desktop.domain.dossiers.counting import Kinds
from nscl_desktop.domain.dossiers.eligibility import doubts
from nscl_desktop.domain.dossiers.quotas import line_progress
from nscl_desktop.domain.dossiers.ranking import Ranking, ranking
from nscl_desktop.domain.dossiers.sums import remainder
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.fields import FieldSpec, Kind, Value
from nscl_desktop.domain.positions import between
from nscl_desktop.domain.records import Record
from nscl_desktop.domain.selection import CONSULTANTS, Candidate, Criterion, Score, SelectionRound
from nscl_desktop.domain.sorting import sort_key
from nscl_desktop.presenters.dossier_office import PlanUse
from nscl_desktop.presenters.field_text import text_of, value_of
from nscl_desktop.presenters.offered_form import OfferedForm, Offers
from nscl_desktop.presenters.round_office import OpenRound
from nscl_desktop.services import round_parts as parts
from nscl_desktop.services.enterprises import spec_of

_GONE = "Đợt xét chọn này đã bị xóa; hãy chọn đợt khác."


class RoundSheet:
    """The round as it stands, for all pages of its screen."""

    def __init__(self, opened: OpenRound) -> None:
        self.opened, self.desk = opened, opened.desk

    @property
    def selection(self) -> SelectionRound:
        """The round; InputError once it is deleted."""
        found = self.opened.selection
        if found is None:
            raise InputError(_GONE)
        return found

    @property
    def is_of_consultants(self) -> bool:
        """Whether consultants are selected, by their offers."""
        return self.selection.purpose == CONSULTANTS

    def criteria(self) -> tuple[Criterion, ...]:
        """In their order."""
        found = self.desk.book.table(Criterion).values()
        return tuple(sorted(found, key=lambda each: (each.position, each.id)))

    def candidates(self) -> tuple[Candidate, ...]:
        """By name."""
        found = self.desk.book.table(Candidate).values()
        return tuple(sorted(found, key=lambda each: (sort_key(self.name_of(each)), each.id)))

    def scores(self) -> tuple[Score, ...]:
        """All points."""
        return tuple(self.desk.book.table(Score).values())

    def ranking(self) -> Ranking:
        """The order and the line as they are now."""
        return ranking(self.selection, self.candidates(), self.criteria(), self.scores())

    def name_of(self, candidate: Candidate) -> str:
        """What a candidate is called."""
        unit = self.opened.units.get(candidate.enterprise_id or "")
        return unit.name if unit else "(chưa chọn đơn vị)"

    def dossier_of(self, candidate: Candidate) -> str:
        """Code or title of the dossier that stands for the round; empty for none."""
        whole = self.opened.wholes.get(candidate.dossier_id or "")
        return (whole.dossier.code or whole.dossier.title) if whole else ""

    def doubts_of(self, candidate: Candidate) -> tuple[str, ...]:
        """What speaks against a candidate; of a consultant only that it is not on file."""
        opened = self.opened
        others = {**opened.others, **opened.wholes}
        if self.is_of_consultants:
            return () if candidate.enterprise_id in opened.units else ("Chưa chọn đơn vị trong danh bạ.",)
        own = opened.wholes.get(candidate.dossier_id or "")
        rest = [whole for key, whole in others.items() if key != candidate.dossier_id]
        return tuple(doubts(candidate, own, rest, opened.kinds, opened.units))


def left_in_plan(use: PlanUse, line_id: str, kinds: Kinds) -> tuple[Decimal | None, int]:
    """What the dossiers of a plan leave of a line: of its quantity (None: it states none), of its money in đồng."""
    budget, wholes = use.budget, list(use.wholes.values())
    progress = line_progress(budget, budget.tree.line(line_id), wholes, kinds)
    return progress.remaining, remainder(budget, line_id, wholes)


class RoundForm(OfferedForm[SelectionRound]):
    """The round's own fields. ``offers``: the plans and lines that can be named, asked for anew each time."""

    def __init__(self, sheet: RoundSheet, names: Sequence[str], offers: dict[str, Offers] | None = None) -> None:
        def step(selection: SelectionRound, name: str, value: Value) -> ChangeSet:
            return parts.set_value(selection, selection, name, value)

        super().__init__(sheet.desk, SelectionRound, names, step, _GONE)
        self.known_offers.update(offers or {})


class CriterionList:
    """Criteria with the most points that each gives."""

    is_open = True

    def __init__(self, sheet: RoundSheet) -> None:
        self._sheet = sheet
        self.specs: tuple[FieldSpec, ...] = tuple(spec_of(Criterion, name) for name in ("name", "most_points"))

    def records(self) -> tuple[Record, ...]:
        """In their order."""
        return self._sheet.criteria()

    def text(self, record: Record, spec: FieldSpec) -> str:
        """What a cell shows."""
        return text_of(spec, getattr(record, spec.name))

    def offers(self, spec: FieldSpec) -> Offers:
        """Nothing is chosen here."""
        return spec.choices

    def enter(self, record: Record, spec: FieldSpec, text: str) -> None:
        """Take what was typed into a cell; raises InputError with the sentence."""
        _enter(self._sheet, record, spec, text)

    def add(self) -> str:
        """One more criterion; its key."""
        step = parts.add_criterion(self._sheet.selection, self._sheet.criteria(), "(tiêu chí)")
        self._sheet.desk.perform(step)
        return step.changes[0].id

    def delete(self, record: Record) -> str:
        """Remove a criterion with its points; what was done, for the toast."""
        return _delete(self._sheet, record)

    def move(self, record: Record, step: int) -> None:
        """One place up (-1) or down (1); nothing happens at the ends."""
        known = self._sheet.criteria()
        at = next(index for index, each in enumerate(known) if each.id == record.id)
        if not 0 <= at + step < len(known):
            return
        low, high = (at - 2, at - 1) if step < 0 else (at + 1, at + 2)
        before = known[low].position if low >= 0 else None
        after = known[high].position if high < len(known) else None
        self._sheet.desk.perform(parts.set_value(self._sheet.selection, known[at], "position", between(before, after)))


class CandidateList:
    """Who stands for the round, what they ask for, whether they may."""

    is_open = True

    def __init__(self, sheet: RoundSheet) -> None:
        self._sheet = sheet
        self.specs: tuple[FieldSpec, ...] = tuple(
            spec_of(Candidate, name) for name in ("asked", "is_eligible", "why_not")
        )

    def records(self) -> tuple[Record, ...]:
        """By name."""
        return self._sheet.candidates()

    def text(self, record: Record, spec: FieldSpec) -> str:
        """What a cell shows."""
        return text_of(spec, getattr(record, spec.name))

    def offers(self, spec: FieldSpec) -> Offers:
        """Nothing is chosen here."""
        return spec.choices

    def enter(self, record: Record, spec: FieldSpec, text: str) -> None:
        """Take what was typed into a cell; raises InputError with the sentence."""
        _enter(self._sheet, record, spec, text)

    def add(self) -> str:
        """Candidates are chosen from dossiers or the register, in a window of their own."""
        return ""

    def delete(self, record: Record) -> str:
        """Remove a candidate with its points; what was done, for the toast."""
        return _delete(self._sheet, record)

    def move(self, record: Record, step: int) -> None:
        """Candidates stand by name."""


def _enter(sheet: RoundSheet, record: Record, spec: FieldSpec, text: str) -> None:
    if isinstance(record, Criterion | Candidate):
        value = value_of(spec, text)
        if spec.kind is Kind.TEXT and isinstance(value, str):
            value = value.strip()
        sheet.desk.perform(parts.set_value(sheet.selection, record, spec.name, value))


def _delete(sheet: RoundSheet, record: Record) -> str:
    if not isinstance(record, Criterion | Candidate):
        return ""
    step = parts.remove(sheet.desk.book, sheet.selection, record)
    sheet.desk.perform(step)
    return f"Đã {step.words[:1].lower()}{step.words[1:]}"
