"""Support of the same kind given to the same unit before: who got it, in which dossier, when."""

from collections.abc import Iterable, Iterator, Mapping

from nscl_desktop.domain.dates import format_short
from nscl_desktop.domain.dossiers.chains import counted, first_of
from nscl_desktop.domain.dossiers.codes import DOUBLE, remark
from nscl_desktop.domain.dossiers.counting import Kinds
from nscl_desktop.domain.dossiers.stages import NAMES, reached
from nscl_desktop.domain.dossiers.whole import WholeDossier
from nscl_desktop.domain.enterprises import Enterprise
from nscl_desktop.domain.findings import Finding
from nscl_desktop.domain.supports import DossierItem
from nscl_desktop.domain.text import match_key


def same_support_before(
    whole: WholeDossier,
    others: Iterable[WholeDossier],
    kinds: Kinds,
    enterprises: Mapping[str, Enterprise],
) -> Iterator[Finding]:
    """Earlier dossiers of the unit with an item of the same kind and edition, each once, said of the later dossier.

    Ended dossiers gave nothing; what was carried over, and what this one replaces, is the same support. Two dossiers of
    one day are told apart by their keys.
    """
    unit = enterprises.get(whole.dossier.enterprise_id or "")
    own_turn = (whole.opened_on, whole.dossier.id)
    others = tuple(others)
    dossiers = {each.dossier.id: each.dossier for each in (*others, whole)}
    chain = first_of(whole.dossier, dossiers)
    wanted = {_what(item, kinds): _shown(item, kinds) for item in whole.items}
    for each in counted(others):
        if not whole.dossier.enterprise_id or each.dossier.enterprise_id != whole.dossier.enterprise_id:
            continue
        if (each.opened_on, each.dossier.id) >= own_turn or first_of(each.dossier, dossiers) == chain:
            continue
        names = [wanted[what] for what in dict.fromkeys(_what(item, kinds) for item in each.items) if what in wanted]
        if names:
            who = f"{unit.name} đã" if unit else "Đơn vị đã"
            stage = reached(each)
            how_far = f", đã qua bước {NAMES[stage]} ngày {format_short(each.day_of(stage))}" if stage else ""
            when = f" năm {each.dossier.year}" if each.dossier.year else ""
            message = f"{who} được hỗ trợ {', '.join(names)} ở {each.name}{when}{how_far}."
            yield remark(whole, DOUBLE, each.dossier.id, message, found=each.name)


def _what(item: DossierItem, kinds: Kinds) -> tuple[str, str]:
    kind = kinds.get(item.kind_id or "")
    return item.kind_id or match_key(item.name), match_key(item.edition or (kind.edition if kind else ""))


def _shown(item: DossierItem, kinds: Kinds) -> str:
    kind = kinds.get(item.kind_id or "")
    name = item.name or (kind.name if kind else "")
    edition = item.edition or (kind.edition if kind else "")
    return f"“{name}:{edition}”" if edition and edition not in name else f"“{name}”"
