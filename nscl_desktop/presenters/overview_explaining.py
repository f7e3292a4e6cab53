"""“Giải thích số này” on the overview: each figure down to the records behind it."""

from collections.abc import Sequence
from itertools import groupby

from nscl_desktop.domain.counting import CountedRecord, Standing
from nscl_desktop.domain.counting_rules import PublishedFigure
from nscl_desktop.domain.counting_words import counted_unit_plain, rule_words
from nscl_desktop.domain.dates import format_short
from nscl_desktop.domain.explanations import Explanation, Part
from nscl_desktop.domain.money import format_amount, format_quantity
from nscl_desktop.domain.overview import Overview, TargetRow
from nscl_desktop.domain.radar import RadarLine
from nscl_desktop.presenters.overview_office import CURRENT, MONEY_NAMES, PLANNED, MoneyQuestion, MoneyShare
from nscl_desktop.presenters.overview_sheet import radar_texts, target_lines, value_words

MOST_PARTS = 1000
"""More records than anybody reads one by one; the rest is told as a number."""


def explain_money(overview: Overview, question: MoneyQuestion, shares: Sequence[MoneyShare], name: str) -> Explanation:
    """A figure of money as the lines of the plan, or the entries and dossiers, that it adds up."""
    made = {
        PLANNED: "Tổng các dòng của kế hoạch do cơ quan mình chi.",
        CURRENT: "Giao + điều chỉnh + điều chuyển − cắt giảm + chuyển nguồn − hủy, theo các bút toán.",
        "committed": "Cam kết chi trong sổ, hợp đồng của hồ sơ và các khoản chi không qua cam kết.",
        "paid": "Tạm ứng + thanh toán − thu hồi, của sổ kinh phí và của hồ sơ, theo niên độ.",
    }[question.what]
    parts = tuple(Part(each.name, each.made, format_amount(each.amount), each.entity, each.key) for each in shares)
    notes = []
    if question.what == PLANNED and overview.elsewhere and not question.section:
        notes.append(f"Không gồm {format_amount(overview.elsewhere)} đồng của các mục do cơ quan khác chủ trì.")
    total = sum(each.amount for each in shares)
    return Explanation(
        f"{MONEY_NAMES[question.what]} – {name}", format_amount(total), "đồng", made, *_cut(parts, notes)
    )


def explain_target(
    row: TargetRow, records: Sequence[CountedRecord], undated: int, figures: Sequence[PublishedFigure]
) -> Explanation:
    """What a target counts, record by record; where several count once, they stand under whom they are of."""
    tally, rule = row.tally, row.rule
    made = rule_words(rule) if rule else tally.reason
    if rule and tally.value is None and tally.reason:
        made = f"{made} {tally.reason}"
    parts = [*_grouped(records), *(_published(each) for each in figures)]
    notes = [_years(row)]
    if tally.whole is not None and tally.part is not None:
        unit = counted_unit_plain(rule) if rule else ""
        notes.append(f"Tỷ lệ = {format_quantity(tally.part)} {unit} / {format_quantity(tally.whole)} × 100 %.")
    if undated:
        notes.append(f"{undated} bản ghi chưa có ngày nên không tính vào năm nào.")
    if rule and not rule.confirmed:
        notes.append("Cách đếm là đề xuất, văn phòng chưa thống nhất.")
    if rule and rule.reason:
        notes.append(f"Căn cứ của cách đếm: {rule.reason}")
    figure, _, unit = value_words(tally.value, tally.unit).partition(" ") if tally.value is not None else ("", "", "")
    return Explanation(row.target.text, figure, unit, made, *_cut(tuple(parts), notes))


def explain_targets(overview: Overview) -> Explanation:
    """How many targets were reached, target by target."""
    lines = [line for line in target_lines(overview) if line.row.standing is not Standing.NOT_QUANTIFIED]
    parts = tuple(Part(line.name, f"{line.promise} → {line.counted}", line.standing) for line in lines)
    made = "Số mục tiêu có số đã đạt / số mục tiêu có số của kế hoạch."
    return Explanation("Chỉ tiêu đạt", f"{overview.reached}/{len(lines)}", "chỉ tiêu", made, parts, overview.missing)


def explain_radar(line: RadarLine, overview: Overview) -> Explanation:
    """A line of the radar: its records; for a report its days and what data it still lacks."""
    name, whose, days, left = radar_texts(line)
    if line.due is None:
        parts = tuple(
            Part(each.name, " · ".join(filter(None, (each.unit, format_short(each.due_on)))), "", each.entity, each.key)
            for each in line.records
        )
        return Explanation(name, str(len(parts)), "bản ghi", left, *_cut(parts, []))
    strict = "trước ngày" if line.safe != line.stated else ""
    steps = (
        Part("Hạn nêu trong kế hoạch", strict, format_short(line.stated.isoformat())),
        Part("Ngày chắc chắn kịp", "", format_short(line.safe.isoformat())),
        Part("Ngày làm việc cuối trước hạn", "trừ ngày nghỉ, ngày lễ", format_short(line.last_working.isoformat())),
    )  # fmt: skip
    lacks = (
        overview.missing
        if line.plan_id == overview.plan.id
        else ("Chọn kế hoạch của báo cáo để xem số liệu còn thiếu.",)
    )
    notes = [f"Số liệu còn thiếu: {each}" for each in lacks] or ["Không thiếu số liệu nào của mục tiêu và kinh phí."]
    return Explanation(name, days, "", f"{whose}; {left}", steps, tuple(notes))


def explain_due(overview: Overview) -> Explanation:
    """Everything on the radar."""
    parts = tuple(
        Part(texts[0], texts[2], texts[3], inside=explain_radar(line, overview))
        for line in overview.radar
        for texts in (radar_texts(line),)
    )
    return Explanation(
        "Việc đến hạn", str(len(parts)), "dòng", "Báo cáo từng việc; các loại khác gộp theo loại.", parts
    )


def _grouped(records: Sequence[CountedRecord]) -> list[Part]:
    ordered = sorted(records, key=lambda each: (each.who, each.day))
    groups = [list(group) for _, group in groupby(ordered, key=lambda each: each.who)]
    groups.sort(key=lambda group: (group[0].day, group[0].unit, group[0].name))
    found = []
    for group in groups:
        first = group[0]
        if len(group) == 1:
            found.append(_part(first))
        else:
            inside = Explanation(
                first.unit or first.name, "1", "", "Nhiều bản ghi, tính một lần.", tuple(map(_part, group))
            )
            found.append(Part(first.unit or first.name, f"{len(group)} bản ghi, tính một lần", "1", inside=inside))
    return found


def _part(each: CountedRecord) -> Part:
    made = " · ".join(filter(None, (each.unit, format_short(each.day or ""))))
    return Part(each.name, made, format_quantity(each.quantity), each.entity, each.key)


def _published(each: PublishedFigure) -> Part:
    value = "" if each.value is None else format_quantity(each.value)
    made = " · ".join(filter(None, (each.source, "số ước" if each.is_estimate else "")))
    return Part(f"{each.indicator} năm {each.year}", made, value)


def _years(row: TargetRow) -> str:
    scope = row.scope
    if scope.first_year is None and scope.last_year is None:
        return "Tính mọi năm."
    if scope.first_year == scope.last_year:
        return f"Tính trong năm {scope.first_year}."
    return f"Lũy kế từ năm {scope.first_year or '…'} đến hết năm {scope.last_year or '…'}."


def _cut(parts: tuple[Part, ...], notes: Sequence[str]) -> tuple[tuple[Part, ...], tuple[str, ...]]:
    if len(parts) <= MOST_PARTS:
        return parts, tuple(notes)
    return parts[:MOST_PARTS], (f"Còn {len(parts) - MOST_PARTS} bản ghi nữa.", *notes)
