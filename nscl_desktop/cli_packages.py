"""The commands of packages: work out to a machine, its results back, and the receipt.

Imported by the command line only when one of them is asked for; exit codes are those of ``cli``.
"""

import argparse
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from nscl_desktop.domain.errors import InputError

if TYPE_CHECKING:
    from nscl_desktop.office.package_room import PackageRoom
    from nscl_desktop.services.package_report import MergeReport
    from nscl_desktop.storage.store import Store

Signature = tuple[str, str]
"""Person and machine that steps are signed with."""


Command = Callable[..., argparse.ArgumentParser]
"""Adds a command: name, what runs it, words; ``json=True`` where it can print JSON."""


def add_commands(command: Command, signature: Callable[[], Signature], print_json: Callable[[object], int]) -> None:
    """Add the commands of packages to the command line."""

    def done(run: Callable[[argparse.Namespace, Signature], object]) -> Callable[[argparse.Namespace], int]:
        def answer(options: argparse.Namespace) -> int:
            found = run(options, signature())
            return print_json(found) if found is not None else 0

        return answer

    out = command("package-create", done(create), "giao việc: ghi gói dữ liệu cho một máy")
    out.add_argument("--machine", required=True, metavar="MÁY", help="tên máy hoặc người nhận việc")
    for name, words in _CHOICES:
        out.add_argument(f"--{name}", action="append", default=[], metavar="TÊN", help=words)
    out.add_argument("--all", action="store_true", help="tất cả dữ liệu")
    opened = command("package-open", done(open_out), "mở gói giao việc thành tệp dữ liệu mới (--data)")
    back = command("package-return", done(give_back), "ghi gói kết quả gửi về văn phòng")
    home = command("package-merge", done(merge), "nhận kết quả: ghép gói của một máy", json=True)
    home.add_argument("--dry-run", action="store_true", help="chỉ xem trước, không ghi gì")
    told = command("package-receipt", done(receipt), "ghi báo nhận (-o), hoặc đọc báo nhận của văn phòng")
    told.add_argument("file", nargs="?", type=Path, metavar="TỆP")
    told.add_argument("--machine", metavar="MÁY", help="máy được báo nhận")
    for made in (opened, home):
        made.add_argument("file", type=Path, metavar="TỆP")
    for made in (out, back, told):
        made.add_argument("-o", "--output", type=Path, required=made is not told, metavar="TỆP")
    for made in (out, opened, back, home, told):
        made.add_argument(
            "--passphrase-file", type=Path, metavar="TỆP", help="tệp có mật khẩu ở dòng đầu, - là bàn phím"
        )


_CHOICES = (
    ("enterprise", "mã số thuế hoặc tên đơn vị, kèm hồ sơ và các lần kiểm tra"),
    ("plan", "mã kế hoạch"),
    ("checklist", "tên bảng kiểm"),
    ("dossier", "số hồ sơ hỗ trợ"),
)


def create(options: argparse.Namespace, signature: Signature) -> None:
    """``package-create``."""
    with store_of(options) as store:
        roots = _roots(store, options)
        room_of(store, signature).create(options.machine, roots, options.output, passphrase_of(options))
    print(f"Đã lập gói giao việc cho {options.machine}: {options.output}")


def open_out(options: argparse.Namespace, signature: Signature) -> None:
    """``package-open``."""
    from nscl_desktop.office.package_desk import open_package, read_package_file

    package = read_package_file(options.file, passphrase_of(options))
    number = open_package(package, options.data, who=signature[0], machine=signature[1])
    print(f"Đã mở gói giao cho {package.machine} thành {options.data}: {number} bản ghi")


def give_back(options: argparse.Namespace, _signature: Signature) -> None:
    """``package-return``."""
    from nscl_desktop.office.package_desk import write_return

    with store_of(options) as store:
        number = write_return(store, options.output, passphrase_of(options))
    print(f"Đã ghi gói kết quả ({number} chỗ thay đổi) vào {options.output}")


def merge(options: argparse.Namespace, signature: Signature) -> dict[str, object] | None:
    """``package-merge``; what to print as JSON, if that was asked."""
    from nscl_desktop.office.package_desk import read_package_file

    package = read_package_file(options.file, passphrase_of(options))
    with store_of(options) as store:
        report = room_of(store, signature).merge(package, dry_run=options.dry_run)
    if options.json:
        return _as_json(report)
    _print_report(report, package.machine, is_dry=options.dry_run)
    return None


def receipt(options: argparse.Namespace, signature: Signature) -> None:
    """``package-receipt``: written at the office with -o, else read on the machine."""
    with store_of(options) as store:
        if options.output:
            _write_receipt(room_of(store, signature), options)
        elif options.file:
            _read_receipt(store, options)
        else:
            raise InputError(
                "Lệnh còn thiếu tệp báo nhận; hãy xem cách dùng bằng: nscl-desktop package-receipt --help."
            )


def check_out_of(room: "PackageRoom", named: str) -> str:
    """The key of the newest check-out of a machine, or of the one that is named by its key."""
    given_out = room.check_outs()
    found = [each.key for each in given_out if named in {each.machine, each.key}]
    if not found:
        known = ", ".join(sorted({each.machine for each in given_out})) or "chưa giao cho máy nào"
        raise InputError(f"Chưa giao việc cho máy “{named}”; các máy đã giao: {known}.")
    return found[-1]


def _write_receipt(room: "PackageRoom", options: argparse.Namespace) -> None:
    room.receipt(check_out_of(room, options.machine or ""), options.output, passphrase_of(options))
    print(f"Đã ghi báo nhận cho {options.machine} vào {options.output}")


def _read_receipt(store: "Store", options: argparse.Namespace) -> None:
    from nscl_desktop.office.package_desk import read_package_file, read_receipt

    told = read_receipt(store, read_package_file(options.file, passphrase_of(options)))
    print(f"Văn phòng đã nhận {told.taken} chỗ thay đổi.")
    for title, places in (("Chờ", told.waiting), ("Khác nhau", told.conflicts), ("Không nhận", told.refused)):
        for entity, _, field, why in places:
            print(f"{title}: {place_name(entity, field)}: {why}")


# -- what they share --------------------------------------------------------------------------------------------------


@contextmanager
def store_of(options: argparse.Namespace) -> "Iterator[Store]":
    """The data file that was named, which must be there."""
    from nscl_desktop.storage.opening import open_store

    store = open_store(options.data, create=False)
    try:
        yield store
    finally:
        store.close()


def room_of(store: "Store", signature: Signature) -> "PackageRoom":
    """The office's side of packages."""
    from nscl_desktop.office.package_room import PackageRoom

    return PackageRoom(store, who=signature[0], machine=signature[1])


def passphrase_of(options: argparse.Namespace) -> str:
    """The first line of the file that was named ("-" is standard input): on the command line others could read it."""
    named: Path | None = options.passphrase_file
    if named is None:
        return ""
    try:
        text = sys.stdin.readline() if str(named) == "-" else named.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"Không đọc được tệp mật khẩu “{named}”; hãy kiểm tra lại.") from error
    passphrase = text.split("\n", 1)[0].rstrip("\r")
    if not passphrase:
        raise InputError("Tệp mật khẩu để trống; hãy ghi mật khẩu ở dòng đầu.")
    return passphrase


def _roots(store: "Store", options: argparse.Namespace) -> set[tuple[str, str]]:
    """The records that were named: enterprises by tax code or name, plans by code, checklists by name."""
    from nscl_desktop.storage.package_records import PackageRecords

    roots: set[tuple[str, str]] = set()
    with store.reading() as connection:
        reader = PackageRecords(connection)
        for entity, fields, named in (
            ("enterprise", ("tax_code", "name"), options.enterprise),
            ("plan", ("code",), options.plan),
            ("checklist", ("name",), options.checklist),
            ("dossier", ("code",), options.dossier),
        ):
            for text in named:
                found = {key for field in fields for key in reader.pointing(entity, field, [text])}
                if not found:
                    raise InputError(f"Không có “{text}” trong tệp dữ liệu; hãy kiểm tra lại mã hoặc tên.")
                roots |= found
        if options.all:
            roots |= reader.all_keys()
    return roots


def _as_json(report: "MergeReport") -> dict[str, object]:
    from nscl_desktop.domain.merging.proposals import OFFICE
    from nscl_desktop.exchange.package_values import specs_of_entity, value_to_json

    conflicts = []
    for each in report.conflicts:
        spec = specs_of_entity(each.key[0])[each.field]
        own = next((claim.value for claim in each.claims if claim.author == OFFICE), each.shown)
        conflicts += [
            {
                "entity": each.key[0], "id": each.key[1], "field": each.field, "base": value_to_json(spec, each.base),
                "office": value_to_json(spec, own), "other": value_to_json(spec, claim.value),
            }
            for claim in each.claims
            if claim.author != OFFICE
        ]  # fmt: skip
    waiting = [
        {"entity": each.key[0], "id": each.key[1], "field": each.field, "reason": each.why} for each in report.waiting
    ]
    refused = [
        {"entity": key[0], "id": key[1], "field": field, "reason": reason} for (key, field), reason in report.refused
    ]
    return {
        "applied": report.applied, "unchanged": report.unchanged, "replaced": report.replaced,
        "conflicts": conflicts, "waiting": waiting, "refused": refused,
    }  # fmt: skip


def _print_report(report: "MergeReport", machine: str, *, is_dry: bool) -> None:
    from nscl_desktop.services.package_report import WHY

    if report.is_known:
        print(f"Gói này (hoặc gói mới hơn) của {machine} đã được nhận rồi; không có gì thay đổi.")
    verb = "Sẽ áp dụng" if is_dry else "Đã áp dụng"
    print(f"{machine}: {verb} {report.applied}, đã có sẵn {report.unchanged}, đã có giá trị sau thay {report.replaced}")
    for conflict in report.conflicts:
        print(f"Khác nhau: {place_name(conflict.key[0], conflict.field)} (khóa {conflict.key[1]})")
    for each in report.waiting:
        print(f"Chờ: {place_name(each.key[0], each.field)} (khóa {each.key[1]}): {WHY[each.why]}")
    for (key, field), reason in report.refused:
        print(f"Không nhận: {place_name(key[0], field)} (khóa {key[1]}): {reason}")


def place_name(entity: str, field: str) -> str:
    """A kind of record and a field of it, in words."""
    from nscl_desktop.domain.records import fields_of
    from nscl_desktop.domain.registry import BY_ENTITY

    kind = BY_ENTITY.get(entity)
    if kind is None:
        return entity
    label = next((spec.label for spec in fields_of(kind) if spec.name == field), "")
    return f"{kind.noun}, “{label}”" if label else kind.noun
