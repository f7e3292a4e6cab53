"""The time line of a unit: everything dated that the office knows of it, newest first.

Days may be unknown ("2021-08", "2021"): such an event stands at the end of what its month or year tells.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from nscl_desktop.domain.attached_files import AttachedFile
from nscl_desktop.domain.awards import AwardRound, Commendation, Nomination, Prize
from nscl_desktop.domain.contracts import MOVES, Contract
from nscl_desktop.domain.dossiers.sums import deadline_of
from nscl_desktop.domain.dossiers.whole import WholeDossier
from nscl_desktop.domain.enterprises import Certificate, Enterprise
from nscl_desktop.domain.inspections import VISIT_STATES, Recommendation, Visit
from nscl_desktop.domain.money import format_amount
from nscl_desktop.domain.records import fields_of
from nscl_desktop.domain.supports import ENDED, OPEN, STAGES, STATES, Dossier
from nscl_desktop.domain.unit_record import UnitRecord, certificate_name

_STAGE, _STATE, _MOVE, _VISIT_STATE = dict(STAGES), dict(STATES), dict(MOVES), dict(VISIT_STATES)


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened, or is due, on a day (ISO date or its beginning).

    ``group`` says in a word where it belongs; ``entity`` and ``key`` name the record that tells more. ``is_due``: a
    deadline that has neither been met nor given up.
    """

    day: str
    group: str
    words: str
    entity: str
    key: str
    is_due: bool = False


def timeline(record: UnitRecord) -> tuple[Event, ...]:
    """Everything dated, newest first."""
    events = [each for each in _events(record) if each.day]
    return tuple(sorted(events, key=lambda each: (each.day, each.group, each.words), reverse=True))


def by_year(events: Iterable[Event]) -> tuple[tuple[str, tuple[Event, ...]], ...]:
    """(year, its events) in the order given."""
    return tuple((year, tuple(group)) for year, group in groupby(events, key=lambda each: each.day[:4]))


def _events(record: UnitRecord) -> Iterator[Event]:
    unit = record.unit
    yield Event(unit.founded_on, "Đơn vị", "Thành lập", Enterprise.entity, unit.id)
    for name in record.former_names:
        by = f" theo {name.instrument}" if name.instrument else ""
        yield Event(name.until, "Đơn vị", f"Thôi dùng tên “{name.name}”{by}", Enterprise.entity, unit.id)
    for certificate in record.certificates:
        yield from _of_certificate(certificate, unit.id)
    for whole in record.dossiers:
        yield from _of_dossier(whole, record)
    for visit in record.visits:
        yield _of_visit(visit, record)
    for advice in record.advice:
        yield from _of_advice(advice)
    yield from _of_awards(record)
    for file in (*record.files, *record.papers):
        yield _of_file(file)


def _of_awards(record: UnitRecord) -> Iterator[Event]:
    """Prizes and praise on the day of their decision."""
    round_of = {each.id: each.round_id for each in record.awards if isinstance(each, Nomination)}
    for each in record.awards:
        if isinstance(each, Prize):
            by = f" theo {each.decision}" if each.decision else ""
            key = round_of.get(each.nomination_id, "")
            yield Event(each.decided_on, "Giải thưởng", f"Đạt {each.prize}{by}", AwardRound.entity, key)
        elif isinstance(each, Commendation):
            by = f" theo {each.decision}" if each.decision else ""
            what = each.form or "Khen thưởng"
            yield Event(each.decided_on, "Khen thưởng", f"{what}{by}", Commendation.entity, each.id)


def _of_certificate(certificate: Certificate, unit_id: str) -> Iterator[Event]:
    called = certificate_name(certificate)
    number = f", số {certificate.number}" if certificate.number else ""
    by = f", {certificate.body} cấp" if certificate.body else ""
    place = (Enterprise.entity, unit_id)
    yield Event(certificate.issued_on, "Chứng nhận", f"Được chứng nhận {called}{number}{by}", *place)
    yield Event(certificate.expires_on, "Chứng nhận", f"Hết hạn chứng nhận {called}{number}", *place, is_due=True)


def _of_dossier(whole: WholeDossier, record: UnitRecord) -> Iterator[Event]:
    dossier = whole.dossier
    title = dossier.code or f"“{dossier.title}”"

    def event(day: str, words: str, *, is_due: bool = False) -> Event:
        return Event(day, f"Hỗ trợ {title}", words, Dossier.entity, dossier.id, is_due)

    waits = dossier.state == OPEN
    yield event(dossier.committed_on, "Đơn vị cam kết")
    for step in whole.steps:
        document = f": {step.document}" if step.document else ""
        yield event(step.done_on, f"{_STAGE[step.stage]}{document}")
        yield event("" if step.done_on or not waits else step.due_on, f"Hạn bước {_STAGE[step.stage]}", is_due=True)
    if dossier.state != OPEN:
        reason = f": {dossier.state_reason}" if dossier.state_reason else ""
        ending = ", đã thay thế" if dossier.state == ENDED and dossier.replacing_decision else ""
        yield event(dossier.state_on, f"{_STATE[dossier.state]}{ending}{reason}")
    for item in whole.items:
        yield event(item.finished_on, f"Hoàn thành {item.name or 'một mục hỗ trợ'}")
    for paper in whole.papers:
        number = f" số {paper.number}" if paper.number else ""
        yield event(paper.received_on, f"Nhận {paper.name}{number}")
    for report in whole.reports:
        yield event(report.received_on, "Nhận báo cáo của đơn vị")
        yield event("" if report.received_on or not waits else report.due_on, "Hạn báo cáo của đơn vị", is_due=True)
    for contract in whole.contracts:
        yield from (event(day, words, is_due=due) for day, words, due in _contract_days(contract, whole, record))
    for payment in whole.payments:
        source = record.source_name(payment.source)
        amount = f"{format_amount(payment.amount or 0)} đồng" + (f" ({source})" if source else "")
        yield event(payment.date, f"{_MOVE[payment.move]} {amount}")
    for measure in whole.indicators:
        yield event(measure.before_on, f"Đo trước hỗ trợ: {measure.name}")
        yield event(measure.after_on, f"Đo sau hỗ trợ: {measure.name}")
    for look in whole.follow_ups:
        yield event(look.done_on, f"Theo dõi sau {look.months} tháng")
        yield event("" if look.done_on else look.due_on, f"Hạn theo dõi sau {look.months} tháng", is_due=True)


def _contract_days(contract: Contract, whole: WholeDossier, record: UnitRecord) -> Iterator[tuple[str, str, bool]]:
    called = f"{'phụ lục hợp đồng' if contract.changes else 'hợp đồng'} số {contract.number}"
    value = f", {format_amount(contract.value)} đồng" if contract.value is not None else ""
    party = record.names.get(contract.party_id or "", "")
    yield contract.date, f"Ký {called}{f' với {party}' if party else ''}{value}", False
    yield contract.accepted_on, f"Nghiệm thu {called}", False
    yield contract.liquidated_on, f"Thanh lý {called}", False
    is_over = contract.accepted_on or contract.liquidated_on or contract.changes or whole.dossier.state != OPEN
    yield "" if is_over else deadline_of(contract, whole), f"Hạn thực hiện {called}", True


def _of_visit(visit: Visit, record: UnitRecord) -> Event:
    number = f", biên bản số {visit.number}" if visit.number else ""
    words = f"{record.visit_words(visit)} ({_VISIT_STATE[visit.state].lower()}){number}"
    return Event(visit.date, "Kiểm tra", words, Visit.entity, visit.id)


def _of_advice(advice: Recommendation) -> Iterator[Event]:
    place = (Visit.entity, advice.visit_id)
    yield Event(advice.closed_on, "Kiểm tra", f"Khắc phục xong: {advice.text}", *place)
    if not advice.closed_on:
        yield Event(advice.deadline, "Kiểm tra", f"Hạn khắc phục: {advice.text}", *place, is_due=True)


def _of_file(file: AttachedFile) -> Event:
    owner = next(spec for spec in fields_of(type(file)) if spec.owner)
    return Event(file.taken_on, "Tài liệu", file.shown_name, owner.target, getattr(file, owner.name))
