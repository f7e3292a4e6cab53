"""What is said beside a round of awards: what is missing or does not fit, and which judges stand near a unit."""

from nscl_desktop.domain.award_rules import in_force
from nscl_desktop.domain.award_stages import stage_remarks
from nscl_desktop.domain.awards import AwardScore, Nomination
from nscl_desktop.presenters.award_sheet import AwardSheet


def remarks_on(sheet: AwardSheet, nomination: Nomination) -> tuple[str, ...]:
    """What is missing or does not fit at a unit, and which judges stand near; nothing once the round is deleted."""
    if sheet.opened.held is None:
        return ()
    judges = {each.id: each.name for each in sheet.judges()}
    regime, labour = sheet.regime, sheet.opened.labour.get(nomination.enterprise_id or "")
    found = list(stage_remarks(nomination, regime, sheet.prizes(nomination.id)))
    if regime and regime.large_from is not None and nomination.workers is None and labour is not None:
        found.append(f"Danh bạ ghi {labour} lao động bình quân; hãy ghi lao động thường xuyên để xếp nhóm.")
    for (key, judge_id), tie in sheet.ties.items():
        if key == nomination.id and judge_id in judges:
            what = "vẫn tính điểm" if tie.is_waived else "không tính điểm"
            found.append(f"{judges[judge_id]} ({what}): {tie.text}.")
    return tuple(found)


def round_remarks(sheet: AwardSheet) -> tuple[str, ...]:
    """What does not fit in the round as a whole."""
    regime, held = sheet.regime, sheet.held
    if regime is None:
        return ("Đợt chưa chọn quy chế nên chưa có tiêu chí và giải; chọn ở trang Thông tin.",)
    found: list[str] = []
    if held.year and not in_force(regime.valid_from, regime.valid_to, f"{held.year}-12-31"):
        found.append(f"Quy chế đã chọn không còn áp dụng vào cuối năm {held.year}.")
    found += sheet.scores.tree.faults()
    leaves = {each.id for each in sheet.scores.tree.leaves()}
    strange = sum(each.criterion_id not in leaves for each in sheet.desk.book.table(AwardScore).values())
    if strange:
        found.append(f"{strange} điểm đã chấm không thuộc tiêu chí của quy chế đang chọn nên không tính.")
    if not regime.verified:
        found.append("Quy chế chưa đối chiếu với văn bản gốc; xem phần Quy chế, mức thưởng.")
    return tuple(found)
