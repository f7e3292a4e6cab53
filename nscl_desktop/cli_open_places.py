"""The commands for what packages leave to a person: who has work out, what is open, decisions, taking back, closing.

Imported by the command line only when one of them is asked for; exit codes are those of ``cli``.
"""

import argparse
import json
from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from nscl_desktop.cli_packages import Command, Signature, check_out_of, place_name, room_of, store_of
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.fields import FieldSpec, Kind, Value

if TYPE_CHECKING:
    from nscl_desktop.office.package_room import PackageRoom
    from nscl_desktop.services.package_views import CheckOutState, ConflictView, OpenItems, Said, WaitingView

PrintJson = Callable[[object], int]
_BASE = "gốc"


def add_commands(command: Command, signature: Callable[[], Signature], print_json: PrintJson) -> None:
    """Add these commands to the command line."""

    def done(act: Callable[["PackageRoom", argparse.Namespace], None]) -> Callable[[argparse.Namespace], int]:
        def run(options: argparse.Namespace) -> int:
            with store_of(options) as store:
                room = room_of(store, signature())
                act(room, options)
                told = _told(room.check_outs(), room.open_places())
            return print_json(told) if options.json else _print(told)

        return run

    command("package-list", done(lambda _room, _options: None), "việc đã giao, chỗ khác nhau, phần chờ", json=True)
    decide = command("package-decide", done(_decide), "quyết định một chỗ khác nhau hoặc phần đang chờ", json=True)
    decide.add_argument("entity", metavar="LOẠI", help="loại bản ghi, như package-list --json cho biết")
    decide.add_argument("id", metavar="KHÓA")
    decide.add_argument("field", nargs="?", default="", metavar="TRƯỜNG", help="bỏ trống: cả bản ghi")
    how = decide.add_mutually_exclusive_group(required=True)
    how.add_argument("--take", metavar="NƠI", help="lấy giá trị của một máy, của “Văn phòng” hoặc “gốc”")
    how.add_argument("--value", metavar="GIÁ_TRỊ", help="giá trị khác")
    how.add_argument("--keep", action="store_true", help="phần đang chờ: giữ như hiện nay")
    how.add_argument("--delete", action="store_true", help="lần xóa đang chờ: xóa")
    back = command("package-withdraw", done(_withdraw), "hoàn tác lần nhận kết quả mới nhất của một máy", json=True)
    end = command("package-close", done(_close), "khép lại một lần giao: không nhận thêm kết quả", json=True)
    end.add_argument("--reopen", action="store_true", help="mở lại lần giao đã khép")
    for made in (back, end):
        made.add_argument("--machine", required=True, metavar="MÁY", help="tên máy, hoặc khóa của lần giao")


def _decide(room: "PackageRoom", options: argparse.Namespace) -> None:
    from nscl_desktop.services.package_views import DELETE, KEEP

    key = (options.entity, options.id)
    if options.keep or options.delete:
        places = [(each.key, each.field) for each in room.open_places().waiting if each.key == key]
        wanted = [place for place in places if place[1] == options.field or not options.field]
        room.answer(wanted, DELETE if options.delete else KEEP)
    else:
        found = (each for each in room.open_places().conflicts if (each.key, each.field) == (key, options.field))
        conflict = next(found, None)
        if conflict is None:
            raise InputError("Không có chỗ khác nhau nào ở đây; hãy xem danh sách bằng lệnh package-list.")
        room.decide((key, options.field), _chosen(conflict, options))


def _chosen(conflict: "ConflictView", options: argparse.Namespace) -> Value:
    from nscl_desktop.exchange.package_values import specs_of_entity

    if options.value is not None:
        return _typed(specs_of_entity(conflict.key[0])[conflict.field], options.value)
    if options.take == _BASE:
        return conflict.base
    found = next((each for each in conflict.values if options.take in {each.machine, each.author}), None)
    if found is None:
        known = ", ".join([_BASE, *(each.machine for each in conflict.values)])
        raise InputError(f"“{options.take}” không ghi giá trị nào ở đây; có thể lấy của: {known}.")
    return found.value


def _typed(spec: FieldSpec, written: str) -> Value:
    """A value as ``--json`` prints it; texts without quotes."""
    from nscl_desktop.domain.errors import UnreadableFileError
    from nscl_desktop.exchange.package_proposals import load
    from nscl_desktop.exchange.package_values import value_from_json

    is_text = spec.kind in {Kind.TEXT, Kind.LONG_TEXT, Kind.DATE, Kind.CHOICE, Kind.REF, Kind.POSITION, Kind.NUMBER}
    try:
        return value_from_json(spec, (written or None if spec.nullable else written) if is_text else load(written))
    except UnreadableFileError as error:
        raise InputError(f"“{written}” không phải giá trị của trường “{spec.label}”; hãy viết lại.") from error


def _withdraw(room: "PackageRoom", options: argparse.Namespace) -> None:
    room.withdraw(check_out_of(room, options.machine))


def _close(room: "PackageRoom", options: argparse.Namespace) -> None:
    key = check_out_of(room, options.machine)
    if options.reopen:
        room.reopen(key)
    else:
        room.close(key)


# -- what they print --------------------------------------------------------------------------------------------------

Told = dict[str, list[dict[str, object]]]


def _told(check_outs: "list[CheckOutState]", items: "OpenItems") -> Told:
    return {
        "check_outs": [
            {
                "id": each.key, "machine": each.machine, "at": _moment(each.at), "returns": each.returns,
                "last_received": _moment(each.last_received), "closed": _moment(each.closed),
            }
            for each in check_outs
        ],
        "conflicts": [_conflict(each) for each in items.conflicts],
        "waiting": [_waiting(each) for each in items.waiting],
    }  # fmt: skip


def _conflict(conflict: "ConflictView") -> dict[str, object]:
    from nscl_desktop.exchange.package_values import specs_of_entity, value_to_json

    spec = specs_of_entity(conflict.key[0])[conflict.field]

    def said(each: "Said") -> dict[str, object]:
        value = value_to_json(spec, each.value)
        return {"machine": each.machine, "value": value, "who": each.who, "at": _moment(each.at)}

    return {
        "entity": conflict.key[0], "id": conflict.key[1], "field": conflict.field, "title": conflict.title,
        "base": value_to_json(spec, conflict.base), "shown": value_to_json(spec, conflict.shown),
        "values": [said(each) for each in conflict.values],
    }  # fmt: skip


def _waiting(waiting: "WaitingView") -> dict[str, object]:
    return {
        "entity": waiting.key[0], "id": waiting.key[1], "field": waiting.field, "title": waiting.title,
        "reason": waiting.why, "machines": [each.machine for each in waiting.wanted], "choices": list(waiting.choices),
    }  # fmt: skip


def _moment(at: datetime | None) -> str | None:
    return at.isoformat() if at else None


def _print(told: Told) -> int:
    from nscl_desktop.services.package_report import WHY

    for each in told["check_outs"]:
        state = "đã khép lại" if each["closed"] else f"đã nhận {each['returns']} lần"
        print(f"{each['machine']}: giao {each['at']}, {state} (khóa {each['id']})")
    for each in told["conflicts"]:
        print(f"Khác nhau: {each['title']}, {place_name(str(each['entity']), str(each['field']))} (khóa {each['id']})")
        print(f"    gốc: {json.dumps(each['base'], ensure_ascii=False)}")
        values = each["values"]
        for said in values if isinstance(values, list) else []:
            print(f"    {said['machine']}: {json.dumps(said['value'], ensure_ascii=False)}")
    for each in told["waiting"]:
        print(f"Chờ: {each['title']} (khóa {each['id']}): {WHY[str(each['reason'])]}")
    return 0
