"""A machine's side of packages: the data file made from an out-package, and what goes back from it."""

import uuid
from contextlib import suppress
from pathlib import Path

from nscl_desktop.domain.changes import Change, ChangeSet
from nscl_desktop.domain.errors import ConflictError, EnvironmentProblem, InputError, UnreadableFileError
from nscl_desktop.domain.merging.office_steps import rolled_back
from nscl_desktop.domain.merging.proposing import Step, propose
from nscl_desktop.exchange import package_proposals as form
from nscl_desktop.exchange.package_file import MOST_BYTES, OUT, RECEIPT, RETURN, Package, read_package, write_package
from nscl_desktop.exchange.package_lock import MAGIC, is_locked
from nscl_desktop.exchange.package_values import DamagedPackageError, texts, whole
from nscl_desktop.exchange.package_values import rows as listed_rows
from nscl_desktop.office.package_attachments import attached_files, keep_attachments
from nscl_desktop.paths import attachments_of
from nscl_desktop.reports.saving import save_bytes
from nscl_desktop.services.package_report import Receipt
from nscl_desktop.services.package_views import Watch, unwatched
from nscl_desktop.storage import packages as rows
from nscl_desktop.storage.journal import last_seq, steps, to_stamp
from nscl_desktop.storage.opening import open_store
from nscl_desktop.storage.package_records import PackageRecords
from nscl_desktop.storage.store import Store, utc_now


def read_package_file(path: Path, passphrase: str = "") -> Package:
    """The package in a file; UnreadableFileError with one sentence for everything else."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise UnreadableFileError(f"Tệp “{path.name}” lớn hơn 1 GB, không phải gói dữ liệu.")
        content = path.read_bytes()
    except OSError as error:
        raise UnreadableFileError(f"Không đọc được tệp “{path}”; hãy kiểm tra lại tên và quyền đọc.") from error
    return read_package(content, passphrase)


def is_locked_file(path: Path) -> bool:
    """Whether a package needs a passphrase."""
    try:
        with path.open("rb") as file:
            return is_locked(file.read(len(MAGIC)))
    except OSError as error:
        raise UnreadableFileError(f"Không đọc được tệp “{path}”; hãy kiểm tra lại tên và quyền đọc.") from error


def open_package(package: Package, data: Path, *, who: str, machine: str, watch: Watch = unwatched) -> int:
    """Make a data file of an out-package, whole or not at all; the number of its records.

    ``watch`` is told what is being done; whatever it raises ends the work, and nothing is there then.
    """
    if package.kind != OUT or not {"records", "knowledge"} <= package.parts.keys():
        raise UnreadableFileError("Đây không phải gói giao việc; hãy chọn gói do văn phòng lập.")
    if data.exists():
        raise InputError(f"Đã có tệp “{data}”; hãy chọn tên khác cho tệp dữ liệu của gói.")
    records = form.records_from_json(package.parts["records"])
    knows = form.dump(form.knowledge_to_json(form.knowledge_from_json(package.parts["knowledge"])))
    row = rows.Assignment(package.check_out, package.office_file, package.machine, 1, knows)
    changes = tuple(Change(*key, None, values) for key, values in records.items())
    half_made = data.with_name(f".{data.name}.{uuid.uuid4().hex}")
    watch(f"Đang lập tệp dữ liệu: {len(records)} bản ghi")
    try:
        store = open_store(half_made)
        try:
            step = ChangeSet(f"Nhận việc giao cho {package.machine}", changes, package.check_out)
            store.apply_with(step, lambda file: rows.note_assignment(file, row), who=who, machine=machine)
        except (ConflictError, InputError) as error:
            raise DamagedPackageError from error
        finally:
            store.close()
        keep_attachments(package.attachments, attachments_of(data))
        watch("Đang đặt tệp dữ liệu vào chỗ")
        half_made.rename(data)
    except OSError as error:
        raise EnvironmentProblem(f"Không ghi được tệp “{data}”: ổ đĩa đã đầy hoặc thư mục không cho ghi.") from error
    finally:
        with suppress(OSError):
            half_made.unlink()
    return len(records)


def write_return(store: Store, target: Path, passphrase: str = "", watch: Watch = unwatched) -> int:
    """Write what this machine has done since it was given its work; the number of fields and records it wants changed.

    A return package is cumulative: it takes the place of those written before. Whatever ``watch`` raises ends the work.
    """
    watch("Đang gom kết quả")
    with store.reading() as connection:
        given, last = _assignment(rows.assignment(connection)), last_seq(connection)
        returned = rows.returned(connection)
        newest = (last, rows.step_id(connection, last))
        journal = steps(connection, given.seq, None, None)
        touched: dict[tuple[str, str], list[Change]] = {}
        for each in journal:
            for change in each.change_set.changes:
                touched.setdefault((change.entity, change.id), []).append(change)
        present = PackageRecords(connection).records(touched)
        office_file, machine = given.office_file, given.machine
    before = {key: rolled_back(present.get(key), changes) for key, changes in touched.items()}
    base = {key: values for key, values in before.items() if values is not None}
    knows = form.knowledge_from_json(form.load(given.knows))
    own = [Step(each.seq, knows, each.change_set.changes) for each in journal]
    proposal = propose(given.check_out_id, base, own, last, [number for number, _ in returned])
    told = {each.seq: [each.seq, to_stamp(each.at), each.who] for each in journal}
    numbers = sorted({claim.since for claim in proposal.claims.values()})
    said = {
        **form.proposal_to_json(proposal), "trail": [*returned, newest], "steps": [told[number] for number in numbers],
    }  # fmt: skip
    watch("Đang viết gói")
    files = attached_files(present.values(), attachments_of(store.path) if store.path else None)
    at = to_stamp(utc_now())
    package = Package(RETURN, given.check_out_id, office_file, machine, at, {"proposal": said}, files)
    content = write_package(package, passphrase)
    watch("Đang ghi gói ra tệp")
    store.note(lambda connection: rows.note_returned(connection, *newest))
    save_bytes(target, content)
    return len(proposal.claims)


def read_receipt(store: Store, package: Package) -> Receipt:
    """What the office says became of this machine's work; InputError for a receipt that is for another one."""
    if package.kind != RECEIPT or "receipt" not in package.parts:
        raise UnreadableFileError("Đây không phải giấy báo nhận; hãy chọn gói báo nhận do văn phòng ghi ra.")
    with store.reading() as connection:
        given = _assignment(rows.assignment(connection))
    if given.check_out_id != package.check_out:
        raise InputError("Giấy báo nhận này là của lần giao khác; hãy chọn đúng tệp báo nhận của máy này.")
    parts = form.members(package.parts["receipt"], "revision", "taken", "waiting", "conflicts", "refused")
    return Receipt(
        whole(parts["revision"]), whole(parts["taken"]), _listed(parts["waiting"]),
        _listed(parts["conflicts"]), _listed(parts["refused"]),
    )  # fmt: skip


def _listed(given: object) -> tuple[tuple[str, ...], ...]:
    return tuple(texts(each) for each in listed_rows(given, 4))


def _assignment(found: rows.Assignment | None) -> rows.Assignment:
    if found is None:
        raise InputError("Tệp này không phải tệp được giao việc nên không có kết quả để gửi về văn phòng.")
    return found
