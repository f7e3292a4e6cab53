"""A counting rule in words, so that a reader of a report knows what was counted and what was not."""

from nscl_desktop.domain import counting_rules as rules
from nscl_desktop.domain.counting import APPLIES, counted_unit, distinct_of, state_of, year_by_of
from nscl_desktop.domain.counting_rules import CountingRule
from nscl_desktop.domain.enterprises import KINDS
from nscl_desktop.domain.supports import GROUPS, STAGES

_COUNTED, _DISTINCT, _STATES = dict(rules.COUNTED), dict(rules.DISTINCT), dict(rules.STATES)
_NARROWED, _YEARS, _AVERAGES = dict(rules.NARROWED), dict(rules.YEAR_BY), dict(rules.AVERAGES)
_KINDS, _GROUPS, _STAGES = dict(KINDS), dict(GROUPS), dict(STAGES)
_STANDING_STATES = {"": "", "any": ""}


def rule_words(rule: CountingRule) -> str:
    """What the rule counts, in one sentence; for a target that cannot be counted, why."""
    if not rule.counted:
        return rule.reason or "Chưa có cách đếm."
    parts = _published(rule) if rule.counted == rules.PUBLISHED else _register(rule)
    if rule.base == rules.PUBLISHED_BASE:
        parts.append(f"chia cho số công bố “{rule.base_indicator}”")
    elif rule.base == rules.REGISTER_BASE:
        which = f"{_listed(rule.kinds, _KINDS)}{_public(rule)}".strip()
        parts.append(f"chia cho số đơn vị {which} trong danh sách".replace("  ", " "))
    return "; ".join(parts) + "."


def _published(rule: CountingRule) -> list[str]:
    return [f"Số liệu công bố “{rule.indicator}”", _lower(_AVERAGES[rule.average])]


def _register(rule: CountingRule) -> list[str]:
    applies = APPLIES[rule.counted]
    parts = [f"{_COUNTED[rule.counted]}, {_lower(_DISTINCT[distinct_of(rule)])} (số {counted_unit_plain(rule)})"]
    if "kinds" in applies.fields and (rule.kinds or rule.public_only):
        parts.append(f"đơn vị là {_listed(rule.kinds, _KINDS) or 'mọi loại hình'}{_public(rule)}")
    if "groups" in applies.fields:
        if rule.groups:
            parts.append(f"nội dung thuộc {_listed(rule.groups, _GROUPS)}")
        if rule.supports:
            parts.append(f"mã {', '.join(rule.supports)}")
    if "unit" in applies.fields and rule.unit:
        parts.append(f"tính theo {rule.unit}")
    if "stage" in applies.fields and rule.stage:
        parts.append(f"đã đến bước {_STAGES[rule.stage]}")
    if state_of(rule) not in _STANDING_STATES:
        parts.append(_lower(_STATES[state_of(rule)]))
    if rule.narrowed in applies.narrowed:
        parts.append(_lower(_NARROWED[rule.narrowed]))
    if "with_carried" in applies.fields:
        parts.append("tính cả chuyển tiếp" if rule.with_carried else "không tính chuyển tiếp")
    parts.append(_where(rule))
    if len(applies.year_by) > 1:
        parts.append(f"năm theo {_lower(_YEARS[year_by_of(rule)])}")
    return parts


def _where(rule: CountingRule) -> str:
    if rule.on_lines and "on_lines" in APPLIES[rule.counted].fields:
        return "lấy kinh phí từ mục chi gắn với mục tiêu"
    return "trong cả sổ của văn phòng" if rule.outside_plan else "thuộc kế hoạch này"


def counted_unit_plain(rule: CountingRule) -> str:
    """What the numerator is a number of, where the rule makes a percentage of it."""
    return counted_unit(rule) if not rule.base else counted_unit(_without_base(rule))


def _without_base(rule: CountingRule) -> CountingRule:
    return CountingRule(id=rule.id, counted=rule.counted, distinct=rule.distinct, unit=rule.unit)


def _public(rule: CountingRule) -> str:
    return " công lập, vốn nhà nước" if rule.public_only else ""


def _listed(codes: tuple[str, ...], names: dict[str, str]) -> str:
    return ", ".join(_lower(names.get(code, code)) for code in codes)


def _lower(words: str) -> str:
    return words[:1].lower() + words[1:]
