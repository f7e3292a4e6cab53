"""What a merge did with a machine's work, counted and listed: for the preview, the command line and the receipt."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from nscl_desktop.domain.changes import Fields
from nscl_desktop.domain.merging.merging import Merged
from nscl_desktop.domain.merging.proposals import (
    CYCLE,
    EDITED,
    EXISTENCE,
    KEPT,
    LOCKED,
    MISSING,
    NEEDED,
    UNKNOWN,
    Conflict,
    Key,
    Proposal,
    Spot,
    Waiting,
)
from nscl_desktop.services.package_refusals import Refusal

WHY = {
    EDITED: "Xóa, nhưng nơi khác đã sửa bản ghi này",
    NEEDED: "Xóa, nhưng còn bản ghi khác dùng đến",
    KEPT: "Xóa, nhưng bản ghi chứa nó được giữ lại",
    CYCLE: "Các lần chuyển chỗ tạo thành vòng",
    MISSING: "Chỉ tới bản ghi không có ở đây",
    UNKNOWN: "Sửa bản ghi không có ở đây",
    LOCKED: "Kế hoạch đã trình hoặc đã ban hành nên không sửa",
}
"""Why something waits, in words."""


@dataclass(frozen=True, slots=True)
class MergeReport:
    """Counts are of claims: fields, and records added or deleted.

    ``unchanged`` were so already; ``replaced`` gave way to what somebody wanted who had seen them; ``same_records`` are
    records of which all was so already. ``is_known``: the package, or a newer one of the same machine, had been
    received before.
    """

    applied: int
    unchanged: int
    replaced: int
    conflicts: tuple[Conflict, ...]
    waiting: tuple[Waiting, ...]
    refused: tuple[Refusal, ...]
    is_known: bool = False
    same_records: int = 0


@dataclass(frozen=True, slots=True)
class Receipt:
    """What the machine is told: each place as kind, key, field, and why."""

    revision: int
    taken: int
    waiting: tuple[tuple[str, ...], ...]
    conflicts: tuple[tuple[str, ...], ...]
    refused: tuple[tuple[str, ...], ...]


def report_of(
    present: Mapping[Key, Fields],
    merged: Merged,
    proposal: Proposal,
    refused: Iterable[Refusal],
    *,
    is_known: bool = False,
) -> MergeReport:
    """What became of a proposal; ``present`` are the touched records before it was received."""
    open_spots = _open_spots(merged)
    applied = unchanged = replaced = 0
    moved: set[Key] = set()
    for spot, claim in proposal.claims.items():
        if _is_so(spot, claim.value, present):
            unchanged += 1
            continue
        moved.add(spot[0])
        if _is_so(spot, claim.value, merged.records):
            applied += 1
        elif spot not in open_spots and (spot[0], EXISTENCE) not in open_spots:
            replaced += 1
    same = len({key for key, _ in proposal.claims} - moved)
    return MergeReport(applied, unchanged, replaced, merged.conflicts, merged.waiting, tuple(refused), is_known, same)


def receipt_of(proposal: Proposal, merged: Merged, refused: list[list[object]]) -> dict[str, object]:
    """What the machine shall know of its newest package."""
    author = proposal.author
    conflicts = [each for each in merged.conflicts if author in {claim.author for claim in each.claims}]
    return {
        "revision": proposal.revision,
        "taken": sum(_is_so(spot, claim.value, merged.records) for spot, claim in proposal.claims.items()),
        "waiting": [[*each.key, each.field, WHY[each.why]] for each in merged.waiting if author in each.authors],
        "conflicts": [[*each.key, each.field, "Nơi khác ghi giá trị khác"] for each in conflicts],
        "refused": refused,
    }


def _open_spots(merged: Merged) -> set[Spot]:
    in_conflict = {(each.key, each.field) for each in merged.conflicts}
    return in_conflict | {(each.key, each.field) for each in merged.waiting}


def _is_so(spot: Spot, value: object, records: Mapping[Key, Fields]) -> bool:
    key, name = spot
    if name == EXISTENCE:
        return (key in records) is value
    return key in records and records[key].get(name) == value
