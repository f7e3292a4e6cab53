"""Which paper a plan asks for: its own form, unit and signers, and the draft mark while errors stand."""

from collections.abc import Iterable

from nscl_desktop.domain.findings import Finding, Severity
from nscl_desktop.domain.plans import Signer

DRAFT_MARK = "DỰ THẢO"


def picture_lacks(signer: Signer) -> str:
    """Why a signature is not printed though the plan names its picture: a plan file carries no pictures."""
    return (
        f"Ảnh chữ ký của {signer.name or 'người ký'} không có trên máy này nên bản in để trống chỗ ký;"
        " hãy thêm lại ảnh ở trang Thông tin."
    )


def draft_mark(findings: Iterable[Finding]) -> str:
    """The watermark: "DỰ THẢO" while there is an error that nobody has accepted with a reason, else none."""
    open_errors = any(each.severity is Severity.ERROR and not each.waived for each in findings)
    return DRAFT_MARK if open_errors else ""
