"""The daily steps of a dossier: stages, papers, reports asked for, follow-ups, reasons for going on."""

from nscl_desktop.domain.changes import Change, ChangeSet, change_set, inserted, updated
from nscl_desktop.domain.dossiers.codes import TITLES, mark_of
from nscl_desktop.domain.dossiers.days import is_past
from nscl_desktop.domain.dossiers.results import accepted_on, follow_ups_due
from nscl_desktop.domain.dossiers.stages import NAMES, course
from nscl_desktop.domain.dossiers.whole import WholeDossier
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.fields import Value
from nscl_desktop.domain.findings import Finding
from nscl_desktop.domain.records import derived_id
from nscl_desktop.domain.supports import DossierPaper, Reason, ReportRequest, StagePaper, StageStep
from nscl_desktop.services.dossier_parts import checked, made


def set_stage(whole: WholeDossier, stage: str, **values: Value) -> ChangeSet:
    """Say when a stage is due, or when and by which document it was done; fields are those of StageStep.

    One step for a stage, whose key follows from dossier and stage, so that two machines meet in the merge.
    """
    change = stage_change(whole, stage, **values)
    done = values.get("done_on")
    words = f"Ghi bước {NAMES[stage]} của {whole.name}" if done else f"Đặt hạn bước {NAMES[stage]} của {whole.name}"
    return change_set(words, [change], whole.dossier.id)


def stage_change(whole: WholeDossier, stage: str, **values: Value) -> Change | None:
    """The change of one stage, for steps that do more besides."""
    if stage not in course(whole.dossier):
        raise InputError(f"Hồ sơ chỉ hướng dẫn không qua bước {NAMES[stage]}; hãy chọn bước khác.")
    key = derived_id(StageStep.entity, whole.dossier.id, stage)
    known = next((step for step in whole.steps if step.id == key), None)
    known = known or next((step for step in whole.steps if step.stage == stage), None)
    if known:
        return updated(known, **checked(StageStep, values))
    return inserted(made(StageStep, id=key, dossier_id=whole.dossier.id, stage=stage, **values))


def receive_paper(whole: WholeDossier, wanted: StagePaper, received_on: str, number: str = "") -> ChangeSet:
    """Note that a paper of the check list has come in."""
    change = _paper_change(whole, wanted, received_on=received_on, number=number, not_needed="")
    return change_set(f"Nhận {wanted.name} của {whole.name}", [change], whole.dossier.id)


def excuse_paper(whole: WholeDossier, wanted: StagePaper, reason: str) -> ChangeSet:
    """Note why a paper of the check list is not needed; refused without a reason."""
    if not reason.strip():
        raise InputError(f"Chưa nêu lý do không cần {wanted.name}; hãy ghi lý do.")
    change = _paper_change(whole, wanted, received_on="", not_needed=reason)
    return change_set(f"Không cần {wanted.name} của {whole.name}", [change], whole.dossier.id)


def ask_report(whole: WholeDossier, kind: str, subject: str, asked_on: str, due_on: str, note: str = "") -> ChangeSet:
    """Ask the unit for a report; a deadline before the day of asking is refused, as is none at all."""
    report = made(
        ReportRequest,
        dossier_id=whole.dossier.id,
        kind=kind,
        subject=subject,
        asked_on=asked_on,
        due_on=due_on,
        note=note,
    )
    if not due_on:
        raise InputError("Yêu cầu báo cáo chưa có hạn nộp; hãy nhập hạn nộp.")
    if len(report.asked_on) == 10 and is_past(report.due_on, report.asked_on):
        raise InputError("Hạn nộp báo cáo trước ngày yêu cầu; hãy sửa một trong hai ngày.")
    return change_set(f"Yêu cầu báo cáo của {whole.name}", [inserted(report)], whole.dossier.id)


def receive_report(whole: WholeDossier, report: ReportRequest, received_on: str) -> ChangeSet:
    """Note that a report came in."""
    change = updated(report, **checked(ReportRequest, {"received_on": received_on}))
    return change_set(f"Nhận báo cáo của {whole.name}", [change], whole.dossier.id)


def plan_follow_ups(whole: WholeDossier) -> ChangeSet:
    """Set the looks at 6, 12 and 24 months after acceptance that are not there yet; refused before acceptance."""
    if not accepted_on(whole):
        raise InputError(f"Chưa có ngày nghiệm thu của {whole.name}; hãy ghi bước Nghiệm thu trước.")
    changes = [inserted(each) for each in follow_ups_due(whole)]
    return change_set(f"Lập lịch theo dõi sau hỗ trợ của {whole.name}", changes, whole.dossier.id)


def go_on(whole: WholeDossier, finding: Finding, reason: str) -> ChangeSet:
    """Keep why the office goes on in spite of a warning; a later reason for the same cause replaces the earlier."""
    if not reason.strip():
        raise InputError(f"Chưa nêu lý do tiếp tục khi “{TITLES[finding.code]}”; hãy ghi lý do.")
    mark = mark_of(finding)
    known = next((each for each in whole.reasons if (each.code, each.mark) == (finding.code, mark)), None)
    if known:
        change = updated(known, **checked(Reason, {"reason": reason}))
    else:
        key = derived_id(Reason.entity, whole.dossier.id, finding.code, mark)
        values: dict[str, Value] = {"code": finding.code, "mark": mark, "reason": reason}
        change = inserted(made(Reason, id=key, dossier_id=whole.dossier.id, **values))
    return change_set(f"Ghi lý do tiếp tục ({TITLES[finding.code]}) ở {whole.name}", [change], whole.dossier.id)


def _paper_change(whole: WholeDossier, wanted: StagePaper, **values: Value) -> Change | None:
    known = next((each for each in whole.papers if each.paper_id == wanted.id), None)
    if known:
        return updated(known, **checked(DossierPaper, values))
    key = derived_id(DossierPaper.entity, whole.dossier.id, wanted.id)
    owner = {"dossier_id": whole.dossier.id, "paper_id": wanted.id, "name": wanted.name}
    return inserted(made(DossierPaper, id=key, **owner, **values))
