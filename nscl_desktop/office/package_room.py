"""The office's side of packages: giving work out, taking it in, and what stays open (docs/adr/0012).

Nothing here decides who wins: what was received is kept, and the records follow from all of it (domain.merging).
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from nscl_desktop.domain.backup_copies import IMPORT
from nscl_desktop.domain.changes import Change, ChangeSet
from nscl_desktop.domain.errors import InputError, UnreadableFileError
from nscl_desktop.domain.fields import Value
from nscl_desktop.domain.merging.merging import Merged
from nscl_desktop.domain.merging.office_steps import OfficeStep
from nscl_desktop.domain.merging.proposals import OFFICE, Key, Knowledge, Proposal, Spot
from nscl_desktop.domain.merging.shape import Shape, shape_of
from nscl_desktop.domain.records import new_id
from nscl_desktop.domain.registry import RECORD_TYPES
from nscl_desktop.exchange import package_proposals as form
from nscl_desktop.exchange import package_values as values
from nscl_desktop.exchange.package_file import OUT, RECEIPT, RETURN, Package, write_package
from nscl_desktop.office.package_attachments import attached_files, keep_attachments
from nscl_desktop.paths import attachments_of, backups_of
from nscl_desktop.reports.saving import save_bytes
from nscl_desktop.services.package_choice import chosen_records
from nscl_desktop.services.package_merging import (
    Excerpt,
    OfficeFile,
    Outcome,
    merge_office,
    missing_knowledge,
    take_excerpt,
)
from nscl_desktop.services.package_refusals import Refusal, sift
from nscl_desktop.services.package_report import MergeReport, receipt_of, report_of
from nscl_desktop.storage import packages as rows
from nscl_desktop.storage.backups import make_backup
from nscl_desktop.storage.journal import last_seq, steps, to_stamp
from nscl_desktop.storage.package_records import PackageRecords
from nscl_desktop.storage.store import Store, utc_now

_MERGED_KINDS = frozenset({rows.RECEIVE, rows.WITHDRAW, rows.SETTLE})


@dataclass(frozen=True, slots=True)
class _Moment:
    """The office's file as it was read at one moment, with what nobody had noted yet of what was known when."""

    last: int
    office: OfficeFile
    excerpt: Excerpt
    unnoted: tuple[tuple[int, Knowledge], ...]
    received: tuple[rows.Received, ...]
    before: Outcome

    @property
    def knows(self) -> Knowledge:
        """What the office has seen by now."""
        known = next((step.knows for step in reversed(self.office.journal) if step.knows is not None), Knowledge())
        return Knowledge({**known.seen, OFFICE: self.last}, known.unsettled)


class PackageRoom:
    """Packages of one office's open data file; steps are signed with ``who`` and ``machine``."""

    def __init__(self, store: Store, *, who: str, machine: str) -> None:
        self._store = store
        self._signature = {"who": who, "machine": machine}

    @cached_property
    def _shape(self) -> Shape:
        return shape_of(RECORD_TYPES)

    def check_outs(self) -> list[rows.CheckOut]:
        """The packages that went out, oldest first."""
        with self._store.reading() as connection:
            return rows.check_outs(connection)

    # -- out --------------------------------------------------------------------------------------------------------

    def create(self, machine: str, roots: Collection[Key], target: Path, passphrase: str = "") -> str:
        """Write a package for a machine; the key of the check-out. InputError where there is nothing to give."""
        self.settle()
        with self._store.reading() as connection:
            if rows.assignment(connection):
                raise InputError("Tệp này do máy khác giao việc; hãy giao việc từ tệp dữ liệu của văn phòng.")
            if not roots:
                raise InputError("Chưa chọn gì để giao; hãy chọn đơn vị, kế hoạch hoặc bảng kiểm.")
            is_first = not rows.check_outs(connection)
            last, office_file = last_seq(connection), rows.file_id(connection)
            records = chosen_records(PackageRecords(connection), roots, self._shape)
            knows = Knowledge({OFFICE: last}) if is_first else self._moment(connection).knows
        said = form.dump(form.knowledge_to_json(knows))
        row = rows.CheckOut(new_id(), last, to_stamp(utc_now()), machine, form.dump(sorted(map(list, roots))), said)
        parts = {"records": form.records_to_json(records), "knowledge": form.knowledge_to_json(knows)}
        files = attached_files(records.values(), self._attachments)
        package = Package(OUT, row.id, office_file, machine, row.at, parts, files)
        content = write_package(package, passphrase)
        self._store.note(lambda connection: rows.note_check_out(connection, row))
        try:
            save_bytes(target, content)
        except BaseException:
            self._store.note(lambda connection: rows.forget_check_out(connection, row.id))
            raise
        return row.id

    # -- back -------------------------------------------------------------------------------------------------------

    def merge(self, package: Package, *, dry_run: bool = False) -> MergeReport:
        """Receive a return package, after a backup, in one step; what it did, or would do.

        Raises UnreadableFileError for a package that is none of this office's, InputError for one of a machine that
        went back to an older copy of its file: nothing is changed then.
        """
        proposal, refused = self._proposal_of(package)
        trail = form.step_trail(form.members(package.parts["proposal"], "trail")["trail"])
        with self._store.reading() as connection:
            self._require_ours(connection, package)
            moment = self._moment(connection, proposal)
        known = [each for each in moment.received if each.check_out_id == proposal.author]
        _require_same_line(known, proposal.revision, trail)
        if any(each.revision >= proposal.revision for each in known):
            return report_of(moment.excerpt.present, moment.before.merged, proposal, refused, is_known=True)
        office = replace(moment.office, received=(*moment.office.received, proposal))
        outcome = merge_office(office, moment.excerpt)
        report = report_of(moment.excerpt.present, outcome.merged, proposal, refused)
        if dry_run:
            return report
        keep_attachments(package.attachments, self._attachments)
        self._back_up()
        row = rows.Received(
            moment.last + 1, proposal.author, proposal.revision, form.dump(trail),
            form.dump(form.proposal_to_json(proposal)), form.dump([[*spot[0], spot[1], why] for spot, why in refused]),
        )  # fmt: skip
        words = f"Nhận kết quả của {package.machine}"
        self._save(moment, words, outcome, rows.RECEIVE, lambda connection: rows.note_received(connection, row))
        return report

    def withdraw(self, check_out: str) -> None:
        """Take the newest reception of a machine back; what was received from it before counts again."""
        with self._store.reading() as connection:
            moment = self._moment(connection)
        known = [each for each in moment.received if each.check_out_id == check_out]
        if not known:
            raise InputError("Chưa nhận kết quả nào của lần giao này nên không có gì để hoàn tác.")
        gone = max(known, key=lambda each: each.revision)
        left = tuple(
            each for each in moment.office.received if (each.author, each.revision) != (check_out, gone.revision)
        )
        outcome = merge_office(replace(moment.office, received=left), moment.excerpt)
        if gone.seq == moment.last:  # nothing has happened since: exactly what was there before
            made = next((step.changes for step in moment.office.journal if step.number == gone.seq), ())
            outcome = replace(outcome, changes=tuple(change.inverted() for change in reversed(made)))
        by = moment.last + 1
        self._save(
            moment, "Hoàn tác lần nhận kết quả", outcome, rows.WITHDRAW,
            lambda connection: rows.note_withdrawn(connection, gone.seq, by),
        )  # fmt: skip

    # -- what stays open --------------------------------------------------------------------------------------------

    def open_items(self) -> Merged:
        """The records that anyone touched, open conflicts and what waits."""
        with self._store.reading() as connection:
            return self._moment(connection).before.merged if rows.check_outs(connection) else Merged({})

    def settle(self) -> None:
        """Let what waited happen, where the office's own work has made room for it."""
        with self._store.reading() as connection:
            if not rows.received(connection):
                return
            moment = self._moment(connection)
        if moment.before.changes:
            self._save(moment, "Áp dụng phần đang chờ", moment.before, rows.SETTLE)
        elif moment.unnoted:
            self._store.note(lambda connection: _note_unnoted(connection, moment))

    def decide(self, spot: Spot, value: Value) -> None:
        """A person's decision on an open conflict: knows what it settles."""
        with self._store.reading() as connection:
            moment = self._moment(connection)
        conflict = next((each for each in moment.before.merged.conflicts if (each.key, each.field) == spot), None)
        if conflict is None:
            raise InputError("Chỗ khác nhau này đã được quyết định rồi; hãy xem lại danh sách.")
        key, name = spot
        step = OfficeStep(
            moment.last + 1,
            (Change(*key, {name: moment.excerpt.present[key].get(name)}, {name: value}),),
            settles=(spot,),
        )
        office = replace(moment.office, journal=(*moment.office.journal, step))
        outcome = replace(merge_office(office, moment.excerpt), changes=step.changes)
        self._save(moment, "Quyết định chỗ khác nhau", outcome, rows.DECIDE, settles=(spot,))
        self.settle()

    def receipt(self, check_out: str, target: Path, passphrase: str = "") -> None:
        """Write for the machine what became of its newest package: taken, waiting, refused with reasons."""
        with self._store.reading() as connection:
            moment = self._moment(connection)
            machine = next(each.machine for each in rows.check_outs(connection) if each.id == check_out)
            office_file = rows.file_id(connection)
        known = [each for each in moment.received if each.check_out_id == check_out]
        if not known:
            raise InputError(f"Chưa nhận kết quả nào của {machine} nên chưa có gì để báo nhận.")
        newest = max(known, key=lambda each: each.revision)
        proposal = next(
            each for each in moment.office.received if (each.author, each.revision) == (check_out, newest.revision)
        )
        refused = values.rows(form.load(newest.refused), 4)
        part = receipt_of(proposal, moment.before.merged, refused)
        at = to_stamp(utc_now())
        package = Package(RECEIPT, check_out, office_file, machine, at, {"receipt": part})
        save_bytes(target, write_package(package, passphrase))

    # -- reading and saving -----------------------------------------------------------------------------------------

    @property
    def _attachments(self) -> Path | None:
        return attachments_of(self._store.path) if self._store.path else None

    def _proposal_of(self, package: Package) -> tuple[Proposal, tuple[Refusal, ...]]:
        if package.kind != RETURN or "proposal" not in package.parts:
            raise UnreadableFileError("Đây không phải gói kết quả; hãy chọn gói do máy được giao việc ghi ra.")
        proposal = form.proposal_from_json(package.parts["proposal"])
        if proposal.author != package.check_out:
            raise values.DamagedPackageError
        return sift(proposal)

    def _require_ours(self, connection: rows.File, package: Package) -> None:
        is_known = package.check_out in {each.id for each in rows.check_outs(connection)}
        if package.office_file != rows.file_id(connection) or not is_known:
            raise UnreadableFileError(
                "Gói kết quả này không thuộc lần giao việc nào của tệp dữ liệu đang mở; "
                "hãy mở đúng tệp của văn phòng đã giao, hoặc nhập dữ liệu như từ nơi khác."
            )

    def _moment(self, connection: rows.File, incoming: Proposal | None = None) -> _Moment:
        """Read what a merge needs; records that ``incoming`` touches are among the excerpt."""
        given_out = rows.check_outs(connection)
        if not given_out:
            raise InputError("Tệp này chưa giao việc cho máy nào.")
        noted, ground = rows.package_steps(connection), given_out[0].seq
        changes = {each.seq: each.change_set.changes for each in steps(connection, ground, None, None)}
        journal = [
            _office_step(number, changes.get(number, ()), noted.get(number))
            for number in sorted({*changes, *(each for each in noted if each > ground)})
        ]
        kept = tuple(each for each in rows.received(connection) if each.withdrawn is None)
        received = tuple(form.proposal_from_json(form.load(each.proposal)) for each in kept)
        published = tuple(each.seq for each in given_out)
        office = OfficeFile(tuple(journal), received, published, PackageRecords(connection), self._shape)
        excerpt = take_excerpt(replace(office, received=(*received, incoming)) if incoming else office)
        unnoted = tuple(missing_knowledge(office, excerpt))
        known = dict(unnoted)
        office = replace(
            office, journal=tuple(each._replace(knows=known.get(each.number, each.knows)) for each in journal)
        )
        return _Moment(last_seq(connection), office, excerpt, unnoted, kept, merge_office(office, excerpt))

    def _save(
        self,
        moment: _Moment,
        words: str,
        outcome: Outcome,
        kind: str,
        more: Callable[[rows.File], None] | None = None,
        settles: tuple[Spot, ...] = (),
    ) -> None:
        number, said = moment.last + 1, form.dump(form.knowledge_to_json(outcome.knows))

        def beside(connection: rows.File) -> None:
            rows.require_last(connection, number)
            _note_unnoted(connection, moment)
            rows.note_step(connection, rows.PackageStep(number, kind, form.spots_to_json(settles), said))
            if more:
                more(connection)

        self._store.apply_with(ChangeSet(words, outcome.changes, new_id()), beside, **self._signature)

    def _back_up(self) -> None:
        if self._store.path:
            make_backup(self._store.path, backups_of(self._store.path), IMPORT, utc_now())


def _office_step(number: int, changes: tuple[Change, ...], row: rows.PackageStep | None) -> OfficeStep:
    if row is None:
        return OfficeStep(number, changes)
    knows = form.knowledge_from_json(form.load(row.knows))
    return OfficeStep(number, changes, row.kind not in _MERGED_KINDS, form.spots_from_json(row.settles), knows)


def _note_unnoted(connection: rows.File, moment: _Moment) -> None:
    for number, knows in moment.unnoted:
        said = form.dump(form.knowledge_to_json(knows))
        rows.note_step(connection, rows.PackageStep(number, rows.SEEN, "[]", said))


def _require_same_line(known: Collection[rows.Received], revision: int, trail: list[tuple[int, str]]) -> None:
    """Refuse the work of a machine that went back to an older copy of its file: its numbers mean something else now."""
    told = dict(trail)
    for each in known:
        earlier = dict(form.step_trail(form.load(each.trail)))
        shared = min(each.revision, revision)
        if earlier.get(shared) != told.get(shared):
            raise InputError(
                "Máy này đã trở về một bản sao cũ của tệp dữ liệu sau lần gửi trước; "
                "hãy hoàn tác lần nhận trước rồi nhận gói này."
            )
