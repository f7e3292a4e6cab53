"""Quy chế, mức thưởng on screen: the regime that is looked at with its tables, and the norms of prize money."""

from collections.abc import Callable, Sequence

from nscl_desktop.domain.award_rules import CriterionTree, kinds_of
from nscl_desktop.domain.awards import AwardCriterion, AwardRegime, PrizeKind, PrizeNorm
from nscl_desktop.domain.changes import ChangeSet
from nscl_desktop.domain.dates import format_short
from nscl_desktop.domain.directory import SalaryBase
from nscl_desktop.domain.errors import Bug
from nscl_desktop.domain.fields import Value
from nscl_desktop.domain.money import format_amount, format_quantity
from nscl_desktop.domain.prize_money import worth_by
from nscl_desktop.domain.records import Record
from nscl_desktop.domain.sorting import sort_key
from nscl_desktop.presenters.award_office import OpenRules
from nscl_desktop.presenters.desk_rows import Deeds, DeskRows
from nscl_desktop.presenters.record_form import DeskForm
from nscl_desktop.services import award_rules as service

_CRITERIA = ("label", "name", "most_points", "verified", "note")
_KINDS = ("name", "least_points", "is_best_of_group", "is_international", "verified", "note")
_NORMS = (
    "prize",
    "subject",
    "multiple",
    "amount",
    "province",
    "valid_from",
    "valid_to",
    "legal_basis",
    "verified",
    "note",
)
_BASES = ("valid_from", "amount", "instrument", "verified")


class RulesSheet:
    """All rules; ``regime_id`` is the regime looked at, "" while there is none. ``today`` is an ISO day."""

    def __init__(self, opened: OpenRules, today: str) -> None:
        self.opened, self.desk, self.today = opened, opened.desk, today
        regimes = opened.rules.regimes()
        self.regime_id = regimes[0].id if regimes else ""
        self.criteria = self._rows(AwardCriterion, _CRITERIA, self._criteria, self._add_criterion)
        self.kinds = self._rows(PrizeKind, _KINDS, self._kinds, self._add_kind)
        self.norms = self._rows(PrizeNorm, _NORMS, self._norms, service.add_norm)
        self.bases = self._rows(SalaryBase, _BASES, self._bases, service.add_base)

    @property
    def regime(self) -> AwardRegime | None:
        """The regime looked at; None once it is deleted."""
        return self.desk.book.table(AwardRegime).get(self.regime_id)

    def regimes(self) -> list[tuple[str, str]]:
        """(key, words) of each, newest first."""
        return [(each.id, f"{each.name} · {_term(each)}") for each in self.opened.rules.regimes()]

    def form(self, names: Sequence[str]) -> DeskForm[AwardRegime]:
        """The fields of the regime looked at."""
        return DeskForm(self.desk, AwardRegime, self.regime_id, names, service.set_rule)

    def add_part(self, criterion: Record | None) -> str:
        """A part of the criterion that is chosen, or of the one whose part is; its key."""
        known = self.desk.book.table(AwardCriterion)
        above = criterion if isinstance(criterion, AwardCriterion) else None
        above = known.get(above.place.parent, above) if above else None
        step = service.add_criterion(self.regime_id, known.values(), above)
        self.desk.perform(step)
        return step.changes[0].id

    def remove_regime(self) -> str:
        """Remove the regime looked at; what was done, for the toast."""
        return self._removed(self.regime) if self.regime else ""

    def sum_words(self) -> str:
        """The most points in all, and where parts do not add up."""
        tree = CriterionTree(self.opened.rules.criteria(), self.regime_id)
        most = tree.most()
        total = f"Tổng điểm tối đa: {format_quantity(most)}." if most is not None else "Còn mục chưa ghi điểm tối đa."
        return " ".join((total, "Điểm chấm ở mục nhỏ nhất.", *tree.faults()))

    def today_text(self, record: Record) -> str:
        """What a norm gives today, in đồng."""
        if not isinstance(record, PrizeNorm):
            return ""
        amount = worth_by(record, self.opened.rules.bases(), self.today).amount
        return "" if amount is None else format_amount(amount)

    def text_at(self, norm: Record | None, record: Record) -> str:
        """What a norm gives at a lương cơ sở, in đồng; empty for a flat one."""
        if not isinstance(norm, PrizeNorm) or not isinstance(record, SalaryBase) or norm.multiple is None:
            return ""
        amount = worth_by(norm, [record], record.valid_from).amount if record.valid_from else None
        return "" if amount is None else format_amount(amount)

    # -- the tables -------------------------------------------------------------------------------------------------

    def _criteria(self) -> Sequence[Record]:
        return [each for _, each in CriterionTree(self.opened.rules.criteria(), self.regime_id).walk()]

    def _kinds(self) -> Sequence[Record]:
        return kinds_of(self.opened.rules.kinds(), self.regime_id)

    def _norms(self) -> Sequence[Record]:
        found = self.opened.rules.norms()
        return sorted(found, key=lambda each: (sort_key(each.province), each.valid_from, -_weight(each), each.id))

    def _bases(self) -> Sequence[Record]:
        return sorted(self.opened.rules.bases(), key=lambda each: (each.valid_from, each.id), reverse=True)

    def _add_criterion(self) -> ChangeSet:
        return service.add_criterion(self.regime_id, self.opened.rules.criteria())

    def _add_kind(self) -> ChangeSet:
        return service.add_kind(self.regime_id, self.opened.rules.kinds())

    def _rows(
        self,
        kind: type[Record],
        names: Sequence[str],
        read: Callable[[], Sequence[Record]],
        add: Callable[[], ChangeSet],
    ) -> DeskRows:
        def put(record: Record, name: str, value: Value) -> ChangeSet:
            return service.set_rule(_rule(record), name, value)

        def delete(record: Record) -> ChangeSet:
            return service.remove_rule(self.desk.book, _rule(record), self.opened.used)

        return DeskRows(self.desk, kind, names, read, Deeds(put, delete, add))

    def _removed(self, regime: AwardRegime) -> str:
        step = service.remove_rule(self.desk.book, regime, self.opened.used)
        self.desk.perform(step)
        return f"Đã {step.words[:1].lower()}{step.words[1:]}"


def _rule(record: Record) -> service.Rule:
    if not isinstance(record, AwardRegime | AwardCriterion | PrizeKind | PrizeNorm | SalaryBase):
        raise Bug(f"{record.entity} is no rule of awards")
    return record


def _weight(norm: PrizeNorm) -> int:
    return int(norm.multiple or 0) or norm.amount or 0


def _term(regime: AwardRegime) -> str:
    start = f"từ {format_short(regime.valid_from)}" if regime.valid_from else ""
    end = f"đến hết {format_short(regime.valid_to)}" if regime.valid_to else ""
    return " ".join(filter(None, (start, end))) or "chưa ghi ngày áp dụng"
