"""Files that belong to a plan: the scan of its signed paper, and the pictures of its signers' signatures.

The data file keeps what they are called and by which content they are found; the files lie in a folder beside it.
"""

from pathlib import Path

from nscl_desktop.domain.changes import change_set, updated
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.plans import Attachment, Signer
from nscl_desktop.domain.positions import between
from nscl_desktop.domain.records import new_id
from nscl_desktop.domain.text import quoted
from nscl_desktop.presenters.office import Attachments, KeptFile
from nscl_desktop.services.editing import add_record, record_name
from nscl_desktop.services.workspace import PlanDesk


class PlanAttachments:
    """What is attached to the plan on the desk. Added at any time: the signed scan comes after all is locked."""

    def __init__(self, desk: PlanDesk, attachments: Attachments) -> None:
        self._desk, self._attachments = desk, attachments

    def keep(self, source: Path) -> KeptFile:
        """Copy a scan beside the data file; raises the sentence why it cannot be. Aside."""
        return self._attachments.keep(source)

    def add(self, kept: KeptFile) -> str:
        """List a kept file as the signed paper; its key in the list."""
        own = [each for each in self._desk.book.table(Attachment).values() if each.plan_id == self._desk.plan_id]
        if any(each.sha256 == kept.sha256 for each in own):
            raise InputError(f"Tệp {quoted(kept.name)} đã có trong danh sách tệp đính kèm.")
        last = max((each.position for each in own), default="")
        record = Attachment(
            id=new_id(), plan_id=self._desk.plan_id, position=between(last or None, None), name=kept.name,
            kind="signed", sha256=kept.sha256, size=kept.size,
        )  # fmt: skip
        self._desk.perform(add_record(self._desk.budget, record))
        return record.id

    def file_of(self, record: Attachment) -> Path:
        """Where the file lies; raises the sentence where it does not lie there any more."""
        found = self._attachments.file_of(record.sha256)
        if found is None:
            raise InputError(
                f"Tệp {quoted(record.name)} không có trên máy này; hãy xóa khỏi danh sách rồi thêm lại từ bản gốc."
            )
        return found


class SignaturePictures:
    """The pictures of the signers' signatures, which are printed between authority and name."""

    def __init__(self, desk: PlanDesk, attachments: Attachments) -> None:
        self._desk, self._attachments = desk, attachments

    def keep(self, source: Path) -> KeptFile:
        """Copy a picture beside the data file; raises the sentence why it cannot be printed. Aside."""
        return self._attachments.keep_signature(source)

    def file_of(self, signer: Signer) -> Path | None:
        """The signer's picture, None where there is none on this machine."""
        return self._attachments.file_of(signer.image)

    def put(self, signer_id: str, sha256: str) -> None:
        """Give a signer this picture; none for "". A signer who is gone meanwhile is passed over."""
        signer = self._desk.book.table(Signer).get(signer_id)
        if signer is None:
            return
        verb = "Thêm" if sha256 and not signer.image else "Thay" if sha256 else "Bỏ"
        words = f"{verb} ảnh chữ ký của {record_name(self._desk.budget, signer)}"
        self._desk.perform(change_set(words, [updated(signer, image=sha256)], self._desk.plan_id))


def size_words(size: int | None) -> str:
    """The size as clerks say it ("2,4 MB"); empty where it is not known."""
    if size is None:
        return ""
    return f"{size / 1024 / 1024:.1f} MB".replace(".", ",") if size >= 1024 * 1024 else f"{max(size // 1024, 1)} KB"
