"""The office's side of packages: giving work out, taking it in, and what stays open (docs/adr/0012, 0020).

Nothing here decides who wins: what was received is kept, and the records follow from all of it (domain.merging).
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path

from nscl_desktop.domain.changes import Change, ChangeSet
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.fields import Value
from nscl_desktop.domain.merging.merging import Merged
from nscl_desktop.domain.merging.office_steps import OfficeStep
from nscl_desktop.domain.merging.proposals import OFFICE, Key, Knowledge, Spot
from nscl_desktop.domain.merging.proposing import Rules
from nscl_desktop.domain.merging.shape import Shape, shape_of
from nscl_desktop.domain.records import new_id
from nscl_desktop.domain.registry import RECORD_TYPES
from nscl_desktop.exchange import package_proposals as form
from nscl_desktop.exchange import package_values as values
from nscl_desktop.exchange.package_file import OUT, RECEIPT, Package, write_package
from nscl_desktop.office.copy_aside import CopyAside
from nscl_desktop.office.package_attachments import attached_files, keep_attachments
from nscl_desktop.office.package_moment import Moment, authors_at, note_unnoted, read_moment
from nscl_desktop.office.package_reception import Reception, weigh
from nscl_desktop.paths import attachments_of
from nscl_desktop.reports.saving import save_bytes
from nscl_desktop.services import package_showing as showing
from nscl_desktop.services.package_choice import chosen_records
from nscl_desktop.services.package_decisions import decided_value, deletion, kept, open_for, require_waiting
from nscl_desktop.services.package_merging import Outcome, merge_office
from nscl_desktop.services.package_report import MergeReport, receipt_of
from nscl_desktop.services.package_views import DELETE, CheckOutState, MergeView, OpenItems, Watch, unwatched
from nscl_desktop.storage import packages as rows
from nscl_desktop.storage.journal import from_stamp, last_seq, to_stamp
from nscl_desktop.storage.package_records import PackageRecords
from nscl_desktop.storage.store import Store, utc_now


class PackageRoom:
    """Packages of one office's open data file; steps are signed with ``who`` and ``machine``.

    ``watch`` is told what is being done; whatever it raises ends the work, and nothing is written then.
    """

    def __init__(self, store: Store, *, who: str, machine: str) -> None:
        self._store = store
        self._signature = {"who": who, "machine": machine}

    @cached_property
    def _shape(self) -> Shape:
        return shape_of(RECORD_TYPES)

    def check_outs(self) -> list[CheckOutState]:
        """The packages that went out, oldest first."""
        with self._store.reading() as connection:
            given_out, closed = rows.check_outs(connection), rows.closed(connection)
            came = rows.receptions(connection)
            when = rows.who_and_when(connection, 0) if closed else {}
        homes = {each.id: [from_stamp(at) for key, _, at in came if key == each.id] for each in given_out}
        return [
            CheckOutState(
                each.id, each.machine, from_stamp(each.at), _roots_of(each), len(homes[each.id]),
                max(homes[each.id], default=None), from_stamp(when[closed[each.id]][0]) if each.id in closed else None,
            )
            for each in given_out
        ]  # fmt: skip

    # -- out --------------------------------------------------------------------------------------------------------

    def create(
        self, machine: str, roots: Collection[Key], target: Path, passphrase: str = "", watch: Watch = unwatched
    ) -> str:
        """Write a package for a machine; the key of the check-out. InputError where there is nothing to give."""
        self.settle()
        watch("Đang gom các bản ghi được giao")
        with self._store.reading() as connection:
            if rows.assignment(connection):
                raise InputError("Tệp này do máy khác giao việc; hãy giao việc từ tệp dữ liệu của văn phòng.")
            if not roots:
                raise InputError("Chưa chọn gì để giao; hãy chọn đơn vị, kế hoạch hoặc bảng kiểm.")
            is_first = not rows.check_outs(connection)
            last, office_file = last_seq(connection), rows.file_id(connection)
            records = chosen_records(PackageRecords(connection), roots, self._shape)
            knows = Knowledge({OFFICE: last}) if is_first else read_moment(connection, self._shape, (), watch).knows
        said = form.dump(form.knowledge_to_json(knows))
        row = rows.CheckOut(new_id(), last, to_stamp(utc_now()), machine, form.dump(sorted(map(list, roots))), said)
        watch(f"Đang viết gói: {len(records)} bản ghi")
        parts = {"records": form.records_to_json(records), "knowledge": form.knowledge_to_json(knows)}
        files = attached_files(records.values(), self._attachments)
        package = Package(OUT, row.id, office_file, machine, row.at, parts, files)
        content = write_package(package, passphrase)
        watch("Đang ghi gói ra tệp")
        self._store.note(lambda connection: rows.note_check_out(connection, row))
        try:
            save_bytes(target, content)
        except BaseException:
            self._store.note(lambda connection: rows.forget_check_out(connection, row.id))
            raise
        return row.id

    # -- back -------------------------------------------------------------------------------------------------------

    def merge(self, package: Package, *, dry_run: bool = False, watch: Watch = unwatched) -> MergeReport:
        """Receive a return package, after a backup, in one step; what it did, or would do.

        Raises UnreadableFileError for a package that is none of this office's, InputError for one of a machine that
        went back to an older copy of its file, or whose check-out is closed: nothing is changed then.
        """
        return self._receive(package, watch, dry_run=dry_run).report()

    def receive(self, package: Package, watch: Watch = unwatched) -> MergeView:
        """As ``merge``; what it did as a screen shows it."""
        return self._receive(package, watch, dry_run=False).view()

    def preview(self, package: Package, earlier: Sequence[Package] = (), watch: Watch = unwatched) -> MergeView:
        """What receiving would do, once some other packages were received before it."""
        with self._store.reading() as connection:
            return weigh(connection, self._shape, package, watch, earlier).view()

    def _receive(self, package: Package, watch: Watch, *, dry_run: bool) -> Reception:
        if dry_run:
            return self._weighed(package, watch)
        with CopyAside(self._store.path) as copy:
            found = self._weighed(package, watch)
            if not found.is_known:
                self._take_in(found, copy, watch)
            return found

    def _weighed(self, package: Package, watch: Watch) -> Reception:
        with self._store.reading() as connection:
            return weigh(connection, self._shape, package, watch)

    def _take_in(self, found: Reception, copy: CopyAside, watch: Watch) -> None:
        keep_attachments(found.package.attachments, self._attachments)
        told = form.steps_told(found.package.parts["proposal"])
        said = {**form.proposal_to_json(found.proposal), "steps": [[n, *each] for n, each in told.items()]}
        row = rows.Received(
            found.moment.last + 1, found.proposal.author, found.proposal.revision, form.dump(found.trail),
            form.dump(said), form.dump([[*spot[0], spot[1], why] for spot, why in found.refused]),
        )  # fmt: skip
        watch("Đang ghi vào tệp dữ liệu")

        def beside(connection: rows.File) -> None:
            rows.note_received(connection, row)
            watch("Đang chờ bản sao lưu")
            copy.require()
            watch("Đang kết thúc")  # the last moment at which nothing has happened yet

        self._save(found.moment, f"Nhận kết quả của {found.package.machine}", found.outcome, rows.RECEIVE, beside)

    def withdraw(self, check_out: str) -> None:
        """Take the newest reception of a machine back; what was received from it before counts again."""
        moment = self._moment()
        known = moment.receptions(check_out)
        if check_out in moment.closed:
            raise InputError("Lần giao này đã khép lại; hãy mở lại lần giao rồi hoàn tác lần nhận.")
        if not known:
            raise InputError("Chưa nhận kết quả nào của lần giao này nên không có gì để hoàn tác.")
        gone = known[-1]
        left = tuple(
            each for each in moment.office.received if (each.author, each.revision) != (check_out, gone.revision)
        )
        outcome = merge_office(replace(moment.office, received=left), moment.excerpt)
        if gone.seq == moment.last:  # nothing has happened since: exactly what was there before
            made = next((step.changes for step in moment.office.journal if step.number == gone.seq), ())
            outcome = replace(outcome, changes=tuple(change.inverted() for change in reversed(made)))
        by = moment.last + 1
        self._save(
            moment, f"Hoàn tác lần nhận kết quả của {moment.machine(check_out)}", outcome, rows.WITHDRAW,
            lambda connection: rows.note_withdrawn(connection, gone.seq, by),
        )  # fmt: skip

    # -- what stays open --------------------------------------------------------------------------------------------

    def open_items(self) -> Merged:
        """The records that anyone touched, open conflicts and what waits."""
        with self._store.reading() as connection:
            has_any = bool(rows.check_outs(connection))
            return read_moment(connection, self._shape).before.merged if has_any else Merged({})

    def open_places(self) -> OpenItems:
        """As a screen shows it: open conflicts and what waits."""
        with self._store.reading() as connection:
            if not rows.check_outs(connection):
                return OpenItems()
            moment = read_moment(connection, self._shape)
            authors = authors_at(connection, moment)
        claimed = {
            key: fields for each in moment.office.received for key, fields in showing.claimed_records(each).items()
        }
        records = {**claimed, **moment.excerpt.base, **moment.before.merged.records}
        return showing.open_items(moment.before.merged, records, authors)

    def settle(self) -> None:
        """Let what waited happen, where the office's own work has made room for it."""
        with self._store.reading() as connection:
            if not rows.receptions(connection):
                return
            moment = read_moment(connection, self._shape)
        if moment.before.changes:
            self._save(moment, "Áp dụng phần đang chờ", moment.before, rows.SETTLE)
        elif moment.unnoted:
            self._store.note(lambda connection: note_unnoted(connection, moment))

    def decide(self, spot: Spot, value: Value) -> None:
        """A person's decision on an open conflict: knows what it settles."""
        self.decide_all([(spot, value)])

    def decide_all(self, decisions: Sequence[tuple[Spot, Value]]) -> None:
        """A person's decisions on open conflicts, all of them in one step."""
        moment = self._moment()
        rules = tuple((spot, decided_value(moment.before.merged, spot, value)) for spot, value in decisions)
        present, changed = moment.excerpt.present, dict[Key, dict[str, Value]]()
        for (key, name), value in rules:
            if present[key].get(name) != value:
                changed.setdefault(key, {})[name] = value
        changes = tuple(
            Change(*key, {name: present[key].get(name) for name in after}, after) for key, after in changed.items()
        )
        number = f"{len(rules)} " if len(rules) > 1 else ""
        self._decided(moment, f"Quyết định {number}chỗ khác nhau", changes, rules)

    def answer(self, places: Collection[Spot], choice: str) -> None:
        """A person's decision on what waits: it stays as it is now, or (DELETE) the record goes all the same."""
        with self._store.reading() as connection:
            moment = read_moment(connection, self._shape)
            merged = moment.before.merged
            items = require_waiting(merged, places)
            changes: tuple[Change, ...] = ()
            if choice == DELETE:
                changes, rules = deletion(items, PackageRecords(connection), self._shape)
            else:
                rules = kept(items, merged, self._shape)
        words = "Xóa theo kết quả nhận về" if choice == DELETE else "Giữ nguyên phần đang chờ"
        self._decided(moment, words, changes, rules)

    def _decided(self, moment: Moment, words: str, changes: tuple[Change, ...], rules: Rules) -> None:
        step = OfficeStep(moment.last + 1, changes, rules=rules)
        office = replace(moment.office, journal=(*moment.office.journal, step))
        outcome = replace(merge_office(office, moment.excerpt), changes=changes)
        self._save(moment, words, outcome, rows.DECIDE, said=form.rules_to_json(rules))
        self.settle()

    # -- the end of a check-out -------------------------------------------------------------------------------------

    def close(self, check_out: str) -> None:
        """Nothing more comes of a check-out: later merges need not read so far back. InputError while it is open."""
        moment = self._moment()
        machine = moment.machine(check_out)
        if check_out in moment.closed:
            raise InputError(f"Lần giao cho {machine} đã khép lại rồi.")
        if places := open_for(moment.before.merged, {check_out, *moment.closed}):
            raise InputError(
                f"Còn {len(places)} chỗ khác nhau hoặc đang chờ nên chưa khép lại lần giao cho {machine} được; "
                "hãy quyết định các chỗ đó trước."
            )
        self._save(moment, f"Khép lại lần giao cho {machine}", moment.before, rows.CLOSE, said=check_out)
        self.settle()

    def reopen(self, check_out: str) -> None:
        """Something comes of a closed check-out after all."""
        moment = self._moment()
        if check_out not in moment.closed:
            raise InputError(f"Lần giao cho {moment.machine(check_out)} chưa khép lại nên không cần mở lại.")
        words = f"Mở lại lần giao cho {moment.machine(check_out)}"
        self._save(moment, words, moment.before, rows.REOPEN, said=check_out)
        self.settle()

    def receipt(self, check_out: str, target: Path, passphrase: str = "") -> None:
        """Write for the machine what became of its newest package: taken, waiting, refused with reasons."""
        with self._store.reading() as connection:
            moment = read_moment(connection, self._shape)
            machine, received = moment.machine(check_out), rows.received(connection, [check_out])
            if not received:
                raise InputError(f"Chưa nhận kết quả nào của {machine} nên chưa có gì để báo nhận.")
            newest = max(received, key=lambda each: each.revision)
            proposal = form.proposal_from_json(form.load(newest.proposal))
            present = PackageRecords(connection).records({key for key, _ in proposal.claims})
            office_file = rows.file_id(connection)
        refused = values.rows(form.load(newest.refused), 4)
        part = receipt_of(proposal, replace(moment.before.merged, records=present), refused)
        at = to_stamp(utc_now())
        package = Package(RECEIPT, check_out, office_file, machine, at, {"receipt": part})
        save_bytes(target, write_package(package, passphrase))

    # -- reading and saving -----------------------------------------------------------------------------------------

    @property
    def _attachments(self) -> Path | None:
        return attachments_of(self._store.path) if self._store.path else None

    def _moment(self) -> Moment:
        with self._store.reading() as connection:
            return read_moment(connection, self._shape)

    def _save(
        self,
        moment: Moment,
        words: str,
        outcome: Outcome,
        kind: str,
        more: Callable[[rows.File], None] | None = None,
        said: str = "[]",
    ) -> None:
        number, knows = moment.last + 1, form.dump(form.knowledge_to_json(outcome.knows))

        def beside(connection: rows.File) -> None:
            rows.require_last(connection, number)
            note_unnoted(connection, moment)
            rows.note_step(connection, rows.PackageStep(number, kind, said, knows))
            if more:
                more(connection)

        self._store.apply_with(ChangeSet(words, outcome.changes, new_id()), beside, **self._signature)


def _roots_of(row: rows.CheckOut) -> tuple[Key, ...]:
    return tuple(values.record_key(entity, key) for entity, key in values.rows(form.load(row.roots), 2))
