"""The findings of a plan as a list to work through: what, where, expected and found, and where to go."""

from dataclasses import dataclass

from nscl_desktop.domain.changes import change_set, deleted, inserted
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.findings import Finding, Severity
from nscl_desktop.domain.records import new_id
from nscl_desktop.domain.statements import Waiver
from nscl_desktop.services.workspace import PlanDesk

SEVERITY_WORDS = {Severity.ERROR: "Lỗi", Severity.WARNING: "Cảnh báo", Severity.NOTE: "Lưu ý"}


@dataclass(frozen=True, slots=True)
class FindingRow:
    """One finding as it is shown."""

    finding: Finding
    severity_words: str
    place: str
    message: str
    detail: str

    @property
    def can_go(self) -> bool:
        """Whether it has a place in the budget to go to."""
        return bool(self.finding.line_id)


class FindingList:
    """What the checker says about the plan on the desk now."""

    def __init__(self, desk: PlanDesk) -> None:
        self._desk = desk

    def rows(self) -> tuple[FindingRow, ...]:
        """All findings, worst first; those accepted with a reason stand last."""
        found = sorted(self._desk.findings(), key=lambda finding: bool(finding.waived))
        return tuple(_row(finding) for finding in found)

    def summary(self) -> str:
        """"1 lỗi · 4 cảnh báo · 7 lưu ý"; a sentence where nothing was found."""
        standing = [finding for finding in self._desk.findings() if not finding.waived]
        words = []
        for severity, name in SEVERITY_WORDS.items():
            count = sum(finding.severity is severity for finding in standing)
            if count:
                words.append(f"{count} {name.lower()}")
        return " · ".join(words) or "Mọi con số khớp nhau"

    def tone(self) -> str:
        """"error", "warning" or "": how loud the summary shall be."""
        standing = {finding.severity for finding in self._desk.findings() if not finding.waived}
        return next((str(each) for each in (Severity.ERROR, Severity.WARNING) if each in standing), "")

    def waive(self, finding: Finding, reason: str, person: str) -> None:
        """Accept a finding with a reason, which lifts the draft mark and stays in history."""
        if not reason.strip():
            raise InputError("Chấp nhận một phát hiện phải nêu lý do; hãy ghi lý do rồi thực hiện.")
        waiver = Waiver(
            id=new_id(), plan_id=self._desk.plan_id, finding=finding.key, reason=reason.strip(), accepted_by=person
        )
        self._desk.perform(change_set(f"Chấp nhận phát hiện {finding.code}", [inserted(waiver)], self._desk.plan_id))

    def withdraw(self, finding: Finding) -> None:
        """Take an acceptance back: the finding stands again."""
        waivers = self._desk.book.table(Waiver).values()
        own = [each for each in waivers if each.finding == finding.key and each.plan_id == self._desk.plan_id]
        words = f"Bỏ chấp nhận phát hiện {finding.code}"
        self._desk.perform(change_set(words, map(deleted, own), self._desk.plan_id))


def _row(finding: Finding) -> FindingRow:
    detail = []
    if finding.expected:
        detail.append(f"Tính được: {finding.expected}")
    if finding.found:
        detail.append(f"Trên giấy: {finding.found}")
    detail += finding.witnesses
    if finding.waived:
        detail.append(f"Đã chấp nhận: {finding.waived}")
    words = SEVERITY_WORDS[finding.severity]
    if finding.waived:
        words = "Đã chấp nhận"
    return FindingRow(finding, words, finding.place, finding.message, "\n".join(detail))
