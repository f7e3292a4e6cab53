"""The office's file as a merge sees it: the journal since the ground, what was received, and what they make."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from nscl_desktop.domain.changes import Change
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.merging.ground import Outing, ground_of
from nscl_desktop.domain.merging.office_steps import OfficeStep
from nscl_desktop.domain.merging.proposals import OFFICE, Knowledge, Proposal, newest
from nscl_desktop.domain.merging.shape import Shape
from nscl_desktop.exchange import package_proposals as form
from nscl_desktop.services.package_merging import (
    Excerpt,
    OfficeFile,
    Outcome,
    merge_office,
    missing_knowledge,
    take_excerpt,
)
from nscl_desktop.services.package_showing import Authors
from nscl_desktop.services.package_views import Watch, unwatched
from nscl_desktop.storage import packages as rows
from nscl_desktop.storage.journal import from_stamp, last_seq, steps
from nscl_desktop.storage.package_records import PackageRecords

_NO_WISH = frozenset({rows.RECEIVE, rows.WITHDRAW, rows.SETTLE, rows.CLOSE, rows.REOPEN})


@dataclass(frozen=True, slots=True)
class Moment:
    """What was read, with what nobody had noted yet of what was known when; ``before`` is what it makes by itself."""

    last: int
    ground: int
    office: OfficeFile
    excerpt: Excerpt
    unnoted: tuple[tuple[int, Knowledge], ...]
    received: tuple[rows.Received, ...]
    check_outs: Mapping[str, rows.CheckOut]
    closed: Mapping[str, int]
    before: Outcome

    @property
    def knows(self) -> Knowledge:
        """What the office has seen by now."""
        known = next((step.knows for step in reversed(self.office.journal) if step.knows is not None), None)
        known = known or Knowledge(self.office.settled)
        return Knowledge({**known.seen, OFFICE: self.last}, known.unsettled)

    def machine(self, check_out: str) -> str:
        """To whom a check-out went; InputError for one that is not there."""
        if check_out not in self.check_outs:
            raise InputError("Không có lần giao này trong tệp dữ liệu; hãy xem lại danh sách các lần giao.")
        return self.check_outs[check_out].machine

    def receptions(self, check_out: str) -> list[rows.Received]:
        """What was received of a check-out, the newest last."""
        found = [each for each in self.received if each.check_out_id == check_out]
        return sorted(found, key=lambda each: each.revision)


def read_moment(
    connection: rows.File, shape: Shape, incoming: Sequence[Proposal] = (), watch: Watch = unwatched
) -> Moment:
    """Read what a merge needs; records that ``incoming`` touches are among the excerpt."""
    given_out = {each.id: each for each in rows.check_outs(connection)}
    if not given_out:
        raise InputError("Tệp này chưa giao việc cho máy nào.")
    watch("Đang đọc nhật ký và các gói đã nhận")
    closed, last = rows.closed(connection), last_seq(connection)
    ground = ground_of((Outing(each.id, each.seq, closed.get(each.id)) for each in given_out.values()), last)
    kept = tuple(rows.received(connection, ground.needed))
    received = tuple(form.proposal_from_json(form.load(each.proposal)) for each in kept)
    settled = {key: number for key, number, _ in rows.receptions(connection) if key not in ground.needed}
    published = tuple(each.seq for each in given_out.values() if each.seq >= ground.seq)
    journal, reader = _journal(connection, ground.seq), PackageRecords(connection)
    office = OfficeFile(journal, received, published, reader, shape, settled)
    watch("Đang đọc các bản ghi liên quan")
    excerpt = take_excerpt(replace(office, received=(*received, *incoming)))
    watch("Đang ghép")
    unnoted = tuple(missing_knowledge(office, excerpt))
    known = dict(unnoted)
    journal = tuple(each._replace(knows=known.get(each.number, each.knows)) for each in journal)
    office = replace(office, journal=journal)
    before = merge_office(office, excerpt)
    return Moment(last, ground.seq, office, excerpt, unnoted, kept, given_out, closed, before)


def moment_after(moment: Moment, earlier: Sequence[Proposal]) -> Moment:
    """The moment as it would be if these had been received already; they must be among what it was read for."""
    if not earlier:
        return moment
    office = replace(moment.office, received=(*moment.office.received, *earlier))
    outcome = merge_office(office, moment.excerpt)
    excerpt = replace(moment.excerpt, present=dict(outcome.merged.records))
    return replace(moment, office=office, excerpt=excerpt, before=outcome)


def _journal(connection: rows.File, ground: int) -> tuple[OfficeStep, ...]:
    noted = rows.package_steps(connection)
    changes = {each.seq: each.change_set.changes for each in steps(connection, ground, None, None)}
    numbers = sorted({*changes, *(each for each in noted if each > ground)})
    return tuple(_office_step(number, changes.get(number, ()), noted.get(number)) for number in numbers)


def _office_step(number: int, changes: tuple[Change, ...], row: rows.PackageStep | None) -> OfficeStep:
    if row is None:
        return OfficeStep(number, changes)
    knows = form.knowledge_from_json(form.load(row.knows))
    rules = form.rules_from_json(row.settles) if row.kind == rows.DECIDE else ()
    return OfficeStep(number, changes, row.kind not in _NO_WISH, rules, knows)


def authors_at(connection: rows.File, moment: Moment, *incoming: tuple[Proposal, object]) -> Authors:
    """Names, days and people of all that is on the table; ``incoming`` are proposals with the JSON they came in."""
    told = {
        (OFFICE, number): (from_stamp(at), who)
        for number, (at, who) in rows.who_and_when(connection, moment.ground).items()
    }
    written = [(each.check_out_id, form.load(each.proposal)) for each in moment.received]
    written += [(proposal.author, said) for proposal, said in incoming]
    for author, said in written:
        for number, (at, who) in form.steps_told(said).items():
            told[author, number] = (from_stamp(at), who)
    names = {key: each.machine for key, each in moment.check_outs.items()}
    proposals = newest((*moment.office.received, *(proposal for proposal, _ in incoming)))
    return Authors(names, told, {each.author: each for each in proposals})


def note_unnoted(connection: rows.File, moment: Moment) -> None:
    """Note what was known after own steps that touched something open."""
    for number, knows in moment.unnoted:
        said = form.dump(form.knowledge_to_json(knows))
        rows.note_step(connection, rows.PackageStep(number, rows.SEEN, "[]", said))
