"""Files that belong to a unit, a support dossier, a visit, a round, a course or a piece of work: scans, photos, PDF.

Each owner has a kind of its own, so that deleting, journal, packages and merging know whose a file is. The files lie
beside the data file, named by their content (storage/attachments.py); plans have `Attachment`, older and simpler.
"""

from typing import ClassVar, NamedTuple

from nscl_desktop.domain import fields as f
from nscl_desktop.domain.records import Record, record

SCAN, PHOTO, PDF = "scan", "photo", "pdf"
FILE_KINDS = ((SCAN, "Bản quét"), (PHOTO, "Ảnh chụp"), (PDF, "Tệp PDF"))
MOST_POINTS = 1600
"""Pixels of the longer side to which a photo is made smaller: enough for a whole page at 150 dots per inch."""


class TakenFile(NamedTuple):
    """A file that was just copied beside the data file and belongs to nothing yet.

    ``taken_on`` is the day on which a camera says that it was taken; ``size`` is in bytes; ``original`` names the
    content from which a smaller picture was made, "" where that was not kept or nothing was made smaller.
    """

    name: str
    sha256: str
    size: int
    kind: str = SCAN
    taken_on: str = ""
    original: str = ""


class FolderState(NamedTuple):
    """How the folder of attached files stands; ``missing`` and ``damaged`` are what such files are called.

    ``files`` counts those in the folder, ``held`` the copies that go with the backups; sizes are in bytes.
    """

    files: int
    size: int
    held: int
    held_size: int
    missing: tuple[str, ...]
    damaged: tuple[str, ...]
    unneeded: int
    unneeded_size: int


@record
class AttachedFile(Record):
    """What the kinds below have in common.

    ``about`` is the key of what within the owner the file shows: a visit's question, a dossier's contract or paper,
    a unit's certificate; "" for the owner as a whole.
    """

    entity: ClassVar[str] = "attached_file"
    noun: ClassVar[str] = "tệp đính kèm"

    position: str = f.position()
    name: str = f.text("Tên tệp", required=True)
    kind: str = f.choice("Loại", FILE_KINDS, SCAN)
    caption: str = f.text("Chú thích")
    taken_on: str = f.date("Ngày")
    about: str = f.text("Kèm theo mục")
    sha256: str = f.text("Mã băm SHA-256")
    size: int | None = f.integer("Kích thước (byte)")
    original: str = f.text("Mã băm của ảnh gốc")

    @property
    def shown_name(self) -> str:
        """What it is called on screen and paper: its caption, else the name of the file."""
        return self.caption or self.name


@record
class EnterpriseFile(AttachedFile):
    """A paper or picture of a unit: registration, photo of the workshop, certificate."""

    entity: ClassVar[str] = "enterprise_file"
    noun: ClassVar[str] = "tệp của đơn vị"

    enterprise_id: str = f.ref("enterprise", "Đơn vị", owner=True)


@record
class DossierFile(AttachedFile):
    """A paper of a dossier, or of one of its contracts and papers (``about``)."""

    entity: ClassVar[str] = "dossier_file"
    noun: ClassVar[str] = "tệp của hồ sơ"

    dossier_id: str = f.ref("dossier", "Hồ sơ", owner=True)


@record
class VisitFile(AttachedFile):
    """A photo of what was seen at a question (``about``), or a paper of the visit such as its signed minutes."""

    entity: ClassVar[str] = "visit_file"
    noun: ClassVar[str] = "tệp của lần kiểm tra"

    visit_id: str = f.ref("visit", "Lần kiểm tra", owner=True)


@record
class RoundFile(AttachedFile):
    """A paper of a selection round: its minutes, its decision."""

    entity: ClassVar[str] = "selection_file"
    noun: ClassVar[str] = "tệp của đợt xét chọn"

    round_id: str = f.ref("selection_round", "Đợt xét chọn", owner=True)


@record
class CourseFile(AttachedFile):
    """A paper of a course: its signed list, its invoices, photos of it."""

    entity: ClassVar[str] = "course_file"
    noun: ClassVar[str] = "tệp của lớp đào tạo"

    course_id: str = f.ref("course", "Lớp", owner=True)


@record
class AwardFile(AttachedFile):
    """A paper of an award round: self-assessments, minutes of the council, decisions."""

    entity: ClassVar[str] = "award_file"
    noun: ClassVar[str] = "tệp của đợt xét giải"

    round_id: str = f.ref("award_round", "Đợt", owner=True)


@record
class WorkFile(AttachedFile):
    """What proves that a piece of work was done."""

    entity: ClassVar[str] = "work_file"
    noun: ClassVar[str] = "tệp của công việc"

    work_id: str = f.ref("work_item", "Công việc", owner=True)


FILE_RECORDS: tuple[type[AttachedFile], ...] = (
    EnterpriseFile, DossierFile, VisitFile, RoundFile, CourseFile, AwardFile, WorkFile,
)  # fmt: skip
