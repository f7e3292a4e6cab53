"""Khen thưởng on screen: the list by how far each has come, and the form of one."""

from collections.abc import Sequence

from nscl_desktop.domain.awards import COLLECTIVE, Commendation
from nscl_desktop.domain.changes import ChangeSet
from nscl_desktop.domain.dates import format_short
from nscl_desktop.domain.fields import Value
from nscl_desktop.domain.money import format_amount
from nscl_desktop.domain.prize_money import PrizeRules
from nscl_desktop.domain.sorting import sort_key
from nscl_desktop.domain.text import fold
from nscl_desktop.presenters.award_office import Rules
from nscl_desktop.presenters.offered_form import OfferedForm
from nscl_desktop.services import commendations as service
from nscl_desktop.services.desk import Desk

ALL, NEW, PROPOSED, DECIDED = "", "new", "proposed", "decided"
STAGES = ((ALL, "Tất cả"), (NEW, "Chưa có tờ trình"), (PROPOSED, "Đã đề nghị"), (DECIDED, "Đã có quyết định"))
GONE = "Mục khen thưởng này đã bị xóa; hãy chọn mục khác."


def stage_of(praise: Commendation) -> str:
    """How far it has come."""
    return DECIDED if praise.decision else PROPOSED if praise.proposal else NEW


def listed(rows: Sequence[Commendation], stage: str, words: str) -> list[Commendation]:
    """Those of a stage whose name, form or paper has the words: newest year first, collectives before persons."""
    wanted = fold(words).split()
    found = [
        each
        for each in rows
        if stage in (ALL, stage_of(each))
        and all(word in fold(f"{each.name} {each.form} {each.proposal} {each.decision}") for word in wanted)
    ]
    return sorted(
        found, key=lambda each: (-(each.year or 9999), each.subject != COLLECTIVE, sort_key(each.name), each.id)
    )


def below(praise: Commendation) -> str:
    """The second line in the list."""
    who = "Tập thể" if praise.subject == COLLECTIVE else "Cá nhân"
    paper = (
        f"Quyết định {praise.decision}" if praise.decision else f"Tờ trình {praise.proposal}" if praise.proposal else ""
    )
    return " · ".join(filter(None, (who, paper or "chưa có tờ trình", praise.form)))


def total_words(rows: Sequence[Commendation]) -> str:
    """Collectives and persons of a list, and the money of those with a decision."""
    collectives = sum(each.subject == COLLECTIVE for each in rows)
    money = sum(each.amount or 0 for each in rows if each.decision)
    words = f"{collectives} tập thể, {len(rows) - collectives} cá nhân"
    return f"{words}; tiền thưởng đã quyết định {format_amount(money)} đồng" if money else words


def praise_form(desk: Desk, names: Sequence[str]) -> OfferedForm[Commendation]:
    """The fields of one; plan and line are offered by the screen, which reads them aside."""

    def step(praise: Commendation, name: str, value: Value) -> ChangeSet:
        return service.set_praise(praise, name, value)

    return OfferedForm(desk, Commendation, names, step, GONE)


def worth_words(praise: Commendation, rules: Rules, province: str, today: str) -> str:
    """What the norm gives on the decision's day, or today while there is none."""
    if not praise.form:
        return "Chưa ghi hình thức khen nên chưa biết mức thưởng."
    day = praise.decided_on if len(praise.decided_on) == len(today) else today
    when = "ngày quyết định" if day == praise.decided_on else f"hôm nay ({format_short(today)})"
    worth = PrizeRules(rules.norms(), rules.bases(), province).worth(praise.form, day, praise.subject)
    if worth.amount is None:
        return f"{worth.words}; thêm ở phần Quy chế, mức thưởng, hoặc ghi tiền thẳng vào đây."
    return f"Mức thưởng {when}: {format_amount(worth.amount)} đồng = {worth.words}."
