"""Where a dossier stands: its stages with their days, what is to be done now, warnings with numbers, its relatives."""

from collections.abc import Sequence
from dataclasses import dataclass

from nscl_desktop.domain.dates import format_short
from nscl_desktop.domain.dossiers.chains import freed_places, replacement_of
from nscl_desktop.domain.dossiers.codes import TITLES, dong
from nscl_desktop.domain.dossiers.counting import Kinds, item_count, item_unit
from nscl_desktop.domain.dossiers.lateness import expiring
from nscl_desktop.domain.dossiers.papers import ReportStatus, missing_papers, report_status
from nscl_desktop.domain.dossiers.remarks import CERTIFICATE_DAYS, Surroundings, remarks
from nscl_desktop.domain.dossiers.results import follow_ups_due, follow_ups_within
from nscl_desktop.domain.dossiers.stages import NAMES, StageStatus, following, reached, stage_states
from nscl_desktop.domain.dossiers.sums import sums_of
from nscl_desktop.domain.dossiers.whole import WholeDossier
from nscl_desktop.domain.findings import Finding
from nscl_desktop.domain.money import format_quantity
from nscl_desktop.domain.supports import ENDED, OPEN, STATES
from nscl_desktop.presenters.dossier_list import plan_words
from nscl_desktop.presenters.dossier_money import state_sources
from nscl_desktop.presenters.dossier_office import OpenDossier

STATE_CHIPS = {"open": "draft", "paused": "submitted", "ended": "replaced", "done": "issued"}
"""State → the look of its mark."""
_SOON_DAYS = 30


@dataclass(frozen=True, slots=True)
class StageMark:
    """A stage in the bar: its name, the day under it, and which of done, late, next, skipped, waiting it is."""

    name: str
    day: str
    look: str

    @property
    def spoken(self) -> str:
        """For tool tips and screen readers."""
        words = {"done": "đã thực hiện", "late": "quá hạn", "next": "bước tiếp theo", "skipped": "bỏ qua"}
        return ", ".join(filter(None, (self.name, words.get(self.look, "chưa đến"), self.day)))


@dataclass(frozen=True, slots=True)
class Warned:
    """A warning in words; ``reason`` says why the office went on."""

    finding: Finding
    title: str
    message: str
    reason: str


@dataclass(frozen=True, slots=True)
class Relative:
    """Another dossier that stands for this one, or that this one stands for."""

    words: str
    dossier_id: str


def stage_marks(open_dossier: OpenDossier, today: str) -> tuple[StageMark, ...]:
    """The bar of stages."""
    whole = open_dossier.whole
    upcoming = following(whole)
    found = []
    for state in stage_states(whole, today):
        step, status = state.step, state.status
        look = {StageStatus.DONE: "done", StageStatus.OVERDUE: "late", StageStatus.SKIPPED: "skipped"}.get(status, "")
        day = (step.done_on or (f"hạn {format_short(step.due_on)}" if step.due_on else "")) if step else ""
        shown = format_short(day) if step and step.done_on else day
        found.append(StageMark(state.name, shown, look or ("next" if state.stage == upcoming else "waiting")))
    return tuple(found)


def to_do(open_dossier: OpenDossier, today: str) -> tuple[str, ...]:
    """What is missing now, in sentences; nothing while the dossier is ended."""
    whole = open_dossier.whole
    if whole.dossier.state == ENDED:
        return ()
    found = [
        f"Thiếu {state.name} (bước {NAMES[state.stage]})"
        for state in missing_papers(whole, open_dossier.catalogue.papers)
    ]
    found += [
        f"Chờ đơn vị nộp báo cáo, hạn {format_short(report.due_on) or 'chưa ghi'}"
        for report in whole.reports
        if report_status(report, whole, today) in (ReportStatus.OVERDUE, ReportStatus.WAITED_FOR)
    ]
    found += [
        f"Theo dõi sau {follow.months} tháng, hạn {format_short(follow.due_on)}"
        for _, follow in follow_ups_within([whole], today, _SOON_DAYS)
    ]
    unplanned = follow_ups_due(whole)
    if unplanned:
        months = ", ".join(str(each.months) for each in unplanned)
        found.append(f"Chưa lập lịch theo dõi sau {months} tháng")
    if not whole.items:
        found.append("Chưa ghi công cụ, hệ thống được hỗ trợ")
    if not (whole.dossier.is_guidance or whole.money):
        found.append("Chưa ghi kinh phí theo mục chi của kế hoạch")
    if not whole.dossier.is_guidance and not whole.contracts and whole.day_of("contracted"):
        found.append("Đã qua bước Hợp đồng mà chưa ghi hợp đồng")
    upcoming = following(whole)
    if upcoming:
        found.append(f"Bước tiếp theo: {NAMES[upcoming]}")
    return tuple(found)


def warnings(open_dossier: OpenDossier, today: str) -> tuple[Warned, ...]:
    """What is to be remarked on the dossier; those without a reason for going on first."""
    use = open_dossier.plan
    around = Surroundings(
        open_dossier.wholes, today, open_dossier.catalogue.kinds, open_dossier.units, open_dossier.certificates,
        open_dossier.catalogue.norms, state_sources(use), use.budget if use else None,
    )  # fmt: skip
    found = [
        Warned(each, TITLES[each.code], " ".join((each.message, *each.witnesses)), each.waived)
        for each in remarks(open_dossier.whole, around)
    ]
    return tuple(sorted(found, key=lambda each: bool(each.reason)))


def relatives(open_dossier: OpenDossier) -> tuple[Relative, ...]:
    """What it was carried over from or into, what it replaces, what replaces it."""
    dossier, wholes = open_dossier.whole.dossier, open_dossier.wholes
    found = []
    if dossier.carried_from or dossier.carried_text:
        before = wholes.get(dossier.carried_from or "")
        name = before.name if before else "hồ sơ không có trong tệp"
        words = "Chuyển tiếp từ" + (f" {dossier.carried_text}" if dossier.carried_text else "")
        words += f": {name}" if dossier.carried_from else ""
        found.append(Relative(f"{words}; tính là một lần hỗ trợ.", before.dossier.id if before else ""))
    found += [
        Relative(f"Đã chuyển tiếp sang {each.name}; tính là một lần hỗ trợ.", each.dossier.id)
        for each in wholes.values()
        if each.dossier.carried_from == dossier.id
    ]
    if dossier.replaces:
        old = wholes.get(dossier.replaces)
        name = old.name if old else "hồ sơ không có trong tệp"
        decision = f" theo {dossier.replacing_decision}" if dossier.replacing_decision else ""
        found.append(Relative(f"Thay cho {name}{decision}.", old.dossier.id if old else ""))
    new = replacement_of(open_dossier.whole, wholes)
    if new:
        who = open_dossier.units.get(new.dossier.enterprise_id or "")
        found.append(Relative(f"Đã được thay bằng {new.name}{f' ({who.name})' if who else ''}.", new.dossier.id))
    return tuple(found)


def freed_words(open_dossier: OpenDossier) -> str:
    """What an ended dossier leaves free: places by unit of counting, and money; empty for all others."""
    whole = open_dossier.whole
    paid = {whole.dossier.id: sums_of([whole]).out}
    place = next((each for each in freed_places(open_dossier.wholes, paid) if each.whole == whole), None)
    if place is None:
        return ""
    counts = items_words(whole, open_dossier.catalogue.kinds)
    return f"Chỗ còn trống chờ thay thế: {counts or '1 hồ sơ'}; kinh phí {dong(place.money)}."


def items_words(whole: WholeDossier, kinds: Kinds) -> str:
    """What is supported, each in its own unit: "2 công cụ + 1 hệ thống"."""
    sums: dict[str, str] = {}
    for unit in dict.fromkeys(item_unit(item, kinds) or "nội dung" for item in whole.items):
        some = [item_count(item) for item in whole.items if (item_unit(item, kinds) or "nội dung") == unit]
        sums[unit] = format_quantity(sum(some[1:], some[0]))
    return " + ".join(f"{number} {unit}" for unit, number in sums.items())


def about(open_dossier: OpenDossier) -> str:
    """The line below the title."""
    whole = open_dossier.whole
    planned = sums_of([whole]).planned
    stage = reached(whole)
    plan = plan_words(open_dossier.plan.row) if open_dossier.plan else "Ngoài kế hoạch"
    facts: Sequence[str] = (
        whole.dossier.title,
        items_words(whole, open_dossier.catalogue.kinds),
        dong(planned) if planned else "",
        f"đã qua bước {NAMES[stage]}" if stage and whole.dossier.state == OPEN else "",
        plan,
    )
    return " · ".join(filter(None, facts))


def state_words(open_dossier: OpenDossier) -> str:
    """Its state, with day and reason where it is not open."""
    dossier = open_dossier.whole.dossier
    words = dict(STATES)[dossier.state]
    if dossier.state == OPEN:
        return words
    day = f" từ {format_short(dossier.state_on)}" if dossier.state_on else ""
    return f"{words}{day}"


def certificates_soon(open_dossier: OpenDossier, today: str) -> int:
    """How many certificates of the unit expire soon or have expired without renewal."""
    return len(expiring(open_dossier.certificates, today, CERTIFICATE_DAYS))
