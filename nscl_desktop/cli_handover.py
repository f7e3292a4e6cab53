"""The commands of handing over a whole office ("bàn giao").

Imported by the command line only when one of them is asked for; exit codes are those of ``cli``.
"""

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from nscl_desktop.cli_packages import Command, Signature, passphrase_of, store_of

if TYPE_CHECKING:
    from nscl_desktop.services.handover_views import HandoverView


def add_commands(command: Command, signature: Callable[[], Signature]) -> None:
    """Add these commands to the command line."""
    made = command("handover-create", lambda options: _create(options, signature()), "bàn giao: ghi tất cả vào một tệp")
    opened = command("handover-open", _open, "mở tệp bàn giao thành tệp dữ liệu mới (--data)")
    made.add_argument("-o", "--output", type=Path, required=True, metavar="TỆP")
    opened.add_argument("file", type=Path, metavar="TỆP")
    opened.add_argument("--check", action="store_true", help="chỉ kiểm tra tệp, không mở")
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
