"""The commands of handing over a whole office ("bàn giao"), and of joining one that has no common past with ours.

Imported by the command line only when one of them is asked for; exit codes are those of ``cli``.
"""

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from nscl_desktop.cli_packages import Command, Signature, passphrase_of, store_of
from nscl_desktop.domain.errors import InputError

if TYPE_CHECKING:
    from nscl_desktop.services.handover_views import HandoverView
    from nscl_desktop.services.joining import ForeignUnit, Joined


def add_commands(command: Command, signature: Callable[[], Signature], print_json: Callable[[object], int]) -> None:
    """Add these commands to the command line."""
    made = command("handover-create", lambda options: _create(options, signature()), "bàn giao: ghi tất cả vào một tệp")
    opened = command("handover-open", _open, "mở tệp bàn giao thành tệp dữ liệu mới (--data)")
    made.add_argument("-o", "--output", type=Path, required=True, metavar="TỆP")
    opened.add_argument("file", type=Path, metavar="TỆP")
    opened.add_argument("--check", action="store_true", help="chỉ kiểm tra tệp, không mở")
    exported = command(
        "export-all", _export, "xuất toàn bộ: tệp dữ liệu, một bảng tính, tệp đính kèm (.zip hoặc thư mục)"
    )
    exported.add_argument("-o", "--output", type=Path, required=True, metavar="TỆP")
    joined = command(
        "data-import", lambda options: _join(options, signature(), print_json),
        "nhận đơn vị từ tệp dữ liệu của nơi khác, hoặc một bản cũ", json=True,
    )  # fmt: skip
    joined.add_argument("file", type=Path, metavar="TỆP")
    joined.add_argument(
        "--unit", action="append", default=[], metavar="ĐƠN_VỊ", help="chỉ đơn vị này: mã số thuế hoặc tên"
    )
    joined.add_argument(
        "--choose", action="append", default=[], metavar="KHÓA=CÁCH", help="khóa bên kia = new, skip hoặc khóa bên này"
    )
    joined.add_argument("--dry-run", action="store_true", help="chỉ xem trước, không ghi gì")
    for each in (made, opened):
        each.add_argument(
            "--passphrase-file", type=Path, metavar="TỆP", help="tệp có mật khẩu ở dòng đầu, - là bàn phím"
        )


def _create(options: argparse.Namespace, signature: Signature) -> int:
    from nscl_desktop.office.handover_room import create_handover
    from nscl_desktop.paths import user_folders

    with store_of(options) as store:  # proves that it is a data file, and upgrades an older one
        assert store.path  # noqa: S101 - a file was named
        found = create_handover(store.path, options.output, user_folders(), signature, passphrase_of(options))
    print(f"Đã ghi tệp bàn giao {options.output}: {_told(found)}")
    return 0


def _export(options: argparse.Namespace) -> int:
    from nscl_desktop.office.export_room import export_all

    with store_of(options) as store:  # proves that it is a data file, and upgrades an older one
        assert store.path  # noqa: S101 - a file was named
        found = export_all(store.path, options.output)
    print(f"Đã xuất toàn bộ vào {options.output}: {found.words}")
    return 0


def _open(options: argparse.Namespace) -> int:
    from nscl_desktop.office.handover_room import look_into_handover, open_handover
    from nscl_desktop.paths import user_folders

    passphrase = passphrase_of(options)
    if options.check:
        print(f"Tệp bàn giao nguyên vẹn: {_told(look_into_handover(options.file, passphrase))}")
        return 0
    found = open_handover(options.file, options.data, user_folders(), passphrase)
    print(f"Đã mở bàn giao thành {options.data}: {_told(found)}")
    for name in found.beside:
        print(f"Lưu ý: máy này đã có “{name}” khác; tệp trong bàn giao được để bên cạnh với đuôi .ban-giao")
    return 0


def _told(found: "HandoverView") -> str:
    by = f"{found.who}, {found.machine}"
    return f"{by}; {found.attachments} tệp đính kèm, {found.forms} mẫu phụ lục, {found.templates} mẫu giấy tờ"


def _join(options: argparse.Namespace, signature: Signature, print_json: Callable[[object], int]) -> int:
    from nscl_desktop.office.joining_room import foreign_units_of, join_files, opened_other

    with store_of(options) as store, opened_other(options.file, store.path) as other:
        units = foreign_units_of(other, store)
        choice = _choice(units, options)
        joined = join_files(other, store, choice, signature, dry_run=options.dry_run)
    told = {
        "units": [
            {
                "id": each.unit.id, "name": each.unit.name, "tax_code": each.unit.tax_code,
                "choice": choice.get(each.unit.id, "skip"),
                "candidates": [{"id": hit.first_id, "reason": hit.reason} for hit in each.candidates],
            }
            for each in units
        ],
        "added": dict(joined.added), "known": joined.known,
    }  # fmt: skip
    return print_json(told) if options.json else _print_joined(units, choice, joined, is_dry=options.dry_run)


def _choice(units: "Sequence[ForeignUnit]", options: argparse.Namespace) -> dict[str, str]:
    """What is proposed for all units, or for those that were named; then what was chosen one by one."""
    named = set(options.unit)
    choice = {
        each.unit.id: each.proposal for each in units if not named or {each.unit.tax_code, each.unit.name} & named
    }
    if lost := named - {text for each in units for text in (each.unit.tax_code, each.unit.name)}:
        raise InputError(f"Tệp kia không có đơn vị “{min(lost)}”; hãy kiểm tra lại mã số thuế hoặc tên.")
    for written in options.choose:
        key, sign, how = written.partition("=")
        if not sign or key not in {each.unit.id for each in units}:
            raise InputError(f"“{written}” không chỉ đơn vị nào của tệp kia; hãy ghi KHÓA=new, skip hoặc khóa bên này.")
        choice[key] = how
    return choice


def _print_joined(units: "Sequence[ForeignUnit]", choice: dict[str, str], joined: "Joined", *, is_dry: bool) -> int:
    from nscl_desktop.domain.record_kinds import kind_named

    for each in units:
        if each.candidates and choice.get(each.unit.id) == "skip":
            print(f"Có thể trùng, chưa nhận: {each.unit.name} (khóa {each.unit.id}): {each.candidates[0].reason}")
    counts = ", ".join(f"{number} {kind_named(entity).noun}" for entity, number in joined.added.items())
    print(f"{'Sẽ thêm' if is_dry else 'Đã thêm'}: {counts or 'không có gì mới'}; đã có sẵn: {joined.known}")
    return 0
