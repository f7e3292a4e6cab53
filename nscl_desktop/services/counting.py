"""Counting rules, published figures, days off and sent reports: each action of the user as one named step."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from nscl_desktop.domain.changes import Change, ChangeSet, change_set, deleted, inserted, updated
from nscl_desktop.domain.counting import APPLIES
from nscl_desktop.domain.counting_rules import PUBLISHED, CountingRule, DayOff, PublishedFigure, SentReport
from nscl_desktop.domain.dates import format_short
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.fields import Value
from nscl_desktop.domain.naming import shortened
from nscl_desktop.domain.proposed_rules import ProposedRules, read_rules, rule_id
from nscl_desktop.domain.records import Record, derived_id, values_of
from nscl_desktop.domain.targets import Obligation, Target
from nscl_desktop.domain.text import same_text
from nscl_desktop.domain.working_days import proposed_holidays
from nscl_desktop.resource_files import resource_path
from nscl_desktop.services.dossier_parts import checked, made


@cache
def shipped_rules() -> ProposedRules:
    """The proposals that come with the program, read once."""
    return read_rules(resource_path("directory", "counting-rules.toml").read_text("utf-8"))


def take_proposed(targets: Iterable[tuple[Target, Sequence[str], CountingRule | None]]) -> ChangeSet:
    """Take over the proposed rules of targets that have none: (target, keys it was taken from, its rule) of each."""
    found = [shipped_rules().of(target, chain) for target, chain, known in targets if known is None]
    new = [each for each in found if each is not None]
    return change_set(f"Lấy {len(new)} cách đếm đề xuất", map(inserted, new))


def set_rule(target: Target, known: CountingRule | None, values: Mapping[str, Value]) -> ChangeSet:
    """Give a target's rule these values; a rule of the plan before is not changed, the target gets its own.

    Refused without what the rule needs: a published figure its indicator, a percentage its denominator.
    """
    fit = checked(CountingRule, values)
    own = known if known is not None and known.target_id == target.id else None
    rule = made(CountingRule, **{**_kept(known), **fit, "id": rule_id(target.id), "target_id": target.id})
    _require_sound(rule)
    change = updated(own, **fit) if own else inserted(rule)
    return change_set(f"Sửa cách đếm của mục tiêu “{shortened(target.text, 40)}”", [change], rule.id)


def remove_rule(target: Target, rule: CountingRule) -> ChangeSet:
    """The target is counted by no rule any more."""
    return change_set(f"Bỏ cách đếm của mục tiêu “{shortened(target.text, 40)}”", [deleted(rule)], rule.id)


def add_figure(known: Iterable[PublishedFigure], **values: Value) -> ChangeSet:
    """A published figure with its source; refused without year, value and source, or where it is there already."""
    figure = made(PublishedFigure, **values)
    _require_figure(figure)
    for each in known:
        is_same = same_text(each.indicator, figure.indicator) and each.year == figure.year
        if is_same and (each.area, each.is_estimate) == (figure.area, figure.is_estimate):
            raise InputError(f"Đã có số “{figure.indicator}” năm {figure.year}; hãy sửa số đã có.")
    return change_set(f"Thêm số công bố “{figure.indicator}” năm {figure.year}", [inserted(figure)], figure.id)


def set_figure(figure: PublishedFigure, **values: Value) -> ChangeSet:
    """Give a published figure new values."""
    change = updated(figure, **checked(PublishedFigure, values))
    return change_set(f"Sửa số công bố “{figure.indicator}” năm {figure.year}", [change], figure.id)


def remove_figure(figure: PublishedFigure) -> ChangeSet:
    """Take a published figure away."""
    return change_set(f"Xóa số công bố “{figure.indicator}” năm {figure.year}", [deleted(figure)], figure.id)


def propose_days_off(known: Iterable[DayOff], year: int) -> ChangeSet:
    """The days off that the law names for a year, as far as the office has not noted them; each can be corrected."""
    there = {each.date for each in known}
    days: list[Change | None] = [
        inserted(DayOff(id=_day_id(each.day.isoformat()), date=each.day.isoformat(), name=each.name))
        for each in proposed_holidays(year)
        if each.day.isoformat() not in there
    ]
    return change_set(f"Lấy {len(days)} ngày nghỉ đề xuất năm {year}", days)


def add_day_off(known: Iterable[DayOff], date: str, name: str, *, is_worked: bool = False) -> ChangeSet:
    """One more day off, or a weekend day that is worked; refused where the day is not whole or is there already."""
    day = made(DayOff, date=date, name=name, is_worked=is_worked)
    if len(day.date) != 10:
        raise InputError("Ngày nghỉ cần đủ ngày, tháng, năm; hãy nhập theo mẫu 24/11/2021.")
    if any(each.date == day.date for each in known):
        raise InputError(f"Đã có ngày {_shown(day.date)}; hãy sửa ngày đã có.")
    day = made(DayOff, id=_day_id(day.date), date=day.date, name=name, is_worked=is_worked)
    return change_set(f"Thêm ngày {'làm bù' if is_worked else 'nghỉ'} {_shown(day.date)}", [inserted(day)], day.id)


def set_day_off(day: DayOff, **values: Value) -> ChangeSet:
    """Give a day off another name, or say that it is worked."""
    return change_set(f"Sửa ngày nghỉ {_shown(day.date)}", [updated(day, **checked(DayOff, values))], day.id)


def remove_day_off(day: DayOff) -> ChangeSet:
    """The office is open on that day after all."""
    return change_set(f"Xóa ngày nghỉ {_shown(day.date)}", [deleted(day)], day.id)


def mark_sent(obligation: Obligation, year: int, sent_on: str, document: str = "", person: str = "") -> ChangeSet:
    """The report of a year was sent; two machines that mark it make the same record."""
    key = derived_id(SentReport.entity, obligation.id, year)
    values: dict[str, Value] = {"id": key, "obligation_id": obligation.id, "year": year, "sent_on": sent_on}
    sent = made(SentReport, **values, document=document, person=person)
    return change_set(f"Ghi đã gửi báo cáo năm {year}", [inserted(sent)], sent.id)


def unmark_sent(sent: SentReport) -> ChangeSet:
    """The report was not sent after all."""
    return change_set(f"Bỏ ghi đã gửi báo cáo năm {sent.year}", [deleted(sent)], sent.id)


def _kept(known: Record | None) -> dict[str, Value]:
    return {} if known is None else values_of(known)


def _require_sound(rule: CountingRule) -> None:
    if rule.counted == PUBLISHED and not rule.indicator:
        raise InputError("Cách đếm theo số công bố cần tên chỉ tiêu; hãy chọn hoặc nhập chỉ tiêu.")
    if rule.base == "published" and not rule.base_indicator:
        raise InputError("Tỷ lệ chia cho số công bố cần tên chỉ tiêu làm mẫu số; hãy chọn hoặc nhập chỉ tiêu.")
    if rule.base and "kinds" not in APPLIES[rule.counted].fields:
        raise InputError("Loại được đếm này không tính được tỷ lệ; hãy chọn “Không tính tỷ lệ”.")


def _require_figure(figure: PublishedFigure) -> None:
    missing = [
        words for words, value in (("năm", figure.year), ("giá trị", figure.value), ("nguồn", figure.source))
        if value in (None, "")
    ]  # fmt: skip
    if missing:
        raise InputError(f"Số liệu công bố còn thiếu {', '.join(missing)}; hãy nhập đủ, có nêu nguồn.")


def _day_id(date: str) -> str:
    return derived_id(DayOff.entity, date)


def _shown(date: str) -> str:
    return format_short(date)
