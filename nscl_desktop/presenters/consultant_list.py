"""The register of consultants on screen: what each has done, pairs that come again, its offers."""

from dataclasses import dataclass

from nscl_desktop.domain.dates import format_short
from nscl_desktop.domain.dossiers.consultants import Work, repeated_pairs, work_of
from nscl_desktop.domain.dossiers.stages import NAMES, reached
from nscl_desktop.domain.dossiers.sums import effective_contracts
from nscl_desktop.domain.dossiers.whole import WholeDossier
from nscl_desktop.domain.money import format_amount
from nscl_desktop.domain.sorting import sort_key
from nscl_desktop.domain.supports import OPEN, STATES
from nscl_desktop.domain.text import fold
from nscl_desktop.presenters.round_office import ConsultantsWork
from nscl_desktop.presenters.round_scores import RESULTS

_STATES = dict(STATES)


@dataclass(frozen=True, slots=True)
class WorkRow:
    """One dossier, or one round, of a consultant on screen; ``key`` opens it."""

    key: str
    texts: tuple[str, ...]
    is_repeated: bool = False


class ConsultantList:
    """Consultants by name, with what the dossiers on file say of them."""

    def __init__(self, known: ConsultantsWork) -> None:
        self._known = known
        self._work = {key: work_of(key, known.wholes.values()) for key in known.consultants}
        self._pairs = repeated_pairs(known.wholes.values())

    def rows(self, text: str = "") -> list[tuple[str, str, str]]:
        """(key, name, what it has done) of those that answer a text."""
        words = fold(text).split()
        found = sorted(self._work, key=lambda key: (sort_key(self._known.units[key].name), key))
        return [
            (key, self._known.units[key].name, self._below(key))
            for key in found
            if all(word in fold(f"{self._known.units[key].name} {self._known.units[key].tax_code}") for word in words)
        ]

    def work(self, key: str) -> Work:
        """What a consultant has done."""
        return self._work[key]

    def name(self, key: str) -> str:
        """What it is called."""
        return self._known.units[key].name

    def about(self, key: str) -> str:
        """How it is reached."""
        unit = self._known.units[key]
        return " · ".join(filter(None, (unit.tax_code, unit.representative, unit.phone, unit.address)))

    def figures(self, key: str) -> tuple[tuple[str, str], ...]:
        """Caption and figure: dossiers, units, money in đồng."""
        work = self._work[key]
        return (
            ("Hồ sơ", str(len(work.dossiers))),
            ("Hoàn thành", str(work.finished)),
            ("Chấm dứt", str(work.ended)),
            ("Đơn vị đã tư vấn", str(len(work.units))),
            ("Giá trị hợp đồng (đồng)", format_amount(work.contracted)),
            ("Giá trị nghiệm thu (đồng)", format_amount(work.accepted)),
        )

    def dossiers(self, key: str) -> tuple[WorkRow, ...]:
        """Its dossiers, newest first: unit, code, what for, year, where it stands, contracts, accepted."""
        again = {whole.dossier.id for pair, wholes in self._pairs.items() if pair[1] == key for whole in wholes}
        wholes = [self._known.wholes[each] for each in self._work[key].dossiers]
        wholes.sort(key=lambda each: (each.opened_on, each.dossier.id), reverse=True)
        return tuple(
            WorkRow(each.dossier.id, self._texts(each, key, again), each.dossier.id in again) for each in wholes
        )

    def pairs(self, key: str) -> tuple[str, ...]:
        """A sentence for each unit that this consultant worked for more than once."""
        return tuple(
            f"{self._unit(unit)} làm việc với tổ chức này {len(wholes)} lần: "
            f"{', '.join(self._once(each) for each in wholes)}."
            for (unit, consultant), wholes in self._pairs.items()
            if consultant == key
        )

    def rounds(self, key: str) -> tuple[WorkRow, ...]:
        """The selections of consultants that it took part in, with the result."""
        known = {row.selection.id: row.selection for row in self._known.rounds}
        found = [(known[round_id], result) for round_id, result in self._known.offers.get(key, ())]
        found.sort(key=lambda pair: (pair[0].held_on, pair[0].id), reverse=True)
        return tuple(
            WorkRow(each.id, (each.name, format_short(each.held_on), RESULTS[result], each.decision))
            for each, result in found
        )

    def _below(self, key: str) -> str:
        work = self._work[key]
        if not work.dossiers:
            return "Chưa có hồ sơ nào"
        pairs = sum(consultant == key for _, consultant in self._pairs)
        done = f"{work.finished} hoàn thành" if work.finished else ""
        again = f"{pairs} đơn vị lặp lại" if pairs else ""
        return " · ".join(filter(None, (f"{len(work.dossiers)} hồ sơ", done, again)))

    def _texts(self, whole: WholeDossier, key: str, again: set[str]) -> tuple[str, ...]:
        dossier = whole.dossier
        stage = NAMES.get(reached(whole), "Chưa đăng ký")
        own = [
            (value, accepted)
            for contract, value, accepted in effective_contracts(whole)
            if (contract.party_id or dossier.consultant_id) == key
        ]
        value, accepted = sum(value for value, _ in own), sum(accepted for _, accepted in own)
        return (
            self._unit(dossier.enterprise_id or ""),
            dossier.code,
            dossier.title,
            str(dossier.year or ""),
            stage if dossier.state == OPEN else _STATES[dossier.state],
            format_amount(value) if value else "",
            format_amount(accepted) if accepted else "",
            "Cặp lặp lại" if dossier.id in again else "",
        )

    def _unit(self, key: str) -> str:
        unit = self._known.units.get(key)
        return unit.name if unit else "Chưa chọn đơn vị"

    @staticmethod
    def _once(whole: WholeDossier) -> str:
        year = f" ({whole.dossier.year})" if whole.dossier.year else ""
        return f"{whole.dossier.code or whole.dossier.title}{year}"
