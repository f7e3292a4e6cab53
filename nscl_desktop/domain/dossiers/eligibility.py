"""Whether a unit may stand for a support, with the reasons as sentences; a person decides, the program only says."""

from collections.abc import Iterable, Iterator, Mapping

from nscl_desktop.domain.dossiers.chains import counted
from nscl_desktop.domain.dossiers.counting import Kinds
from nscl_desktop.domain.dossiers.repeats import same_support_before
from nscl_desktop.domain.dossiers.whole import WholeDossier
from nscl_desktop.domain.enterprises import Enterprise
from nscl_desktop.domain.selection import Candidate

_CLOSED = {"closed": "Đơn vị đã giải thể, chấm dứt hoạt động.", "paused": "Đơn vị đang tạm ngừng hoạt động."}


def doubts(
    candidate: Candidate,
    asked_for: WholeDossier | None,
    others: Iterable[WholeDossier],
    kinds: Kinds,
    enterprises: Mapping[str, Enterprise],
) -> Iterator[str]:
    """What speaks against a candidate: unknown or closed unit, the same support before, another one still open.

    ``asked_for`` is the dossier of its registration, where there is one.
    """
    unit = enterprises.get(candidate.enterprise_id or "")
    if unit is None:
        yield "Chưa chọn đơn vị trong danh bạ."
        return
    if unit.state in _CLOSED:
        yield _CLOSED[unit.state]
    if unit.merged_into:
        yield "Đơn vị đã được gộp vào một đơn vị khác trong danh bạ."
    others = tuple(others)
    if asked_for is not None:
        yield from (found.message for found in same_support_before(asked_for, others, kinds, enterprises))
    own = asked_for.dossier.id if asked_for else candidate.dossier_id
    for each in counted(others):
        is_same_unit = each.dossier.enterprise_id == unit.id and each.dossier.id != own
        if is_same_unit and each.dossier.state == "open" and each.day_of("approved"):
            yield f"Đơn vị đang được hỗ trợ ở {each.name}."
