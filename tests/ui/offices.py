"""An office for the window's tests: the three source plans, or none, in memory."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from nscl_desktop.domain.backup_copies import BY_HAND, BackupCopy
from nscl_desktop.domain.book import Book
from nscl_desktop.domain.budget import Budget
from nscl_desktop.domain.changes import ChangeSet, inserted
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.history import HistoryEntry
from nscl_desktop.domain.plan_rows import PlanRow
from nscl_desktop.domain.plans import Plan
from nscl_desktop.domain.records import Record, new_id
from nscl_desktop.exchange.plan_json import read_plan
from nscl_desktop.office.attachment_care import AttachmentCare
from nscl_desktop.office.attachment_room import AttachmentRoom
from nscl_desktop.office.award_room import AwardRoom
from nscl_desktop.office.checklist_room import ChecklistRoom
from nscl_desktop.office.course_room import CourseRoom
from nscl_desktop.office.daily_paper_room import DailyPaperRoom
from nscl_desktop.office.dossier_room import DossierRoom
from nscl_desktop.office.enterprise_room import EnterpriseRoom
from nscl_desktop.office.everyday_room import EverydayRoom
from nscl_desktop.office.file_room import FileRoom
from nscl_desktop.office.giving_room import GivingRoom
from nscl_desktop.office.growth_room import GrowthRoom
from nscl_desktop.office.handover_room import HandoverRoom
from nscl_desktop.office.joining_room import JoiningRoom
from nscl_desktop.office.ledger_room import LedgerRoom
from nscl_desktop.office.overview_room import OverviewRoom
from nscl_desktop.office.package_office import GivenWorkRoom, PackageOffice
from nscl_desktop.office.print_room import PrintRoom
from nscl_desktop.office.report_room import ReportRoom
from nscl_desktop.office.round_room import RoundRoom
from nscl_desktop.office.survey_room import SurveyRoom
from nscl_desktop.office.unit_import_room import UnitImportRoom
from nscl_desktop.office.visit_room import VisitRoom
from nscl_desktop.office.work_room import WorkRoom
from nscl_desktop.paths import UserFolders
from nscl_desktop.resource_files import resource_path
from nscl_desktop.services.workspace import PlanDesk
from tests.enterprises.registers import write
from tests.ui.memory_register import MemoryRegister

SAMPLES = ("BD-2021-2030", "TN-2021", "BG-2021-2025")


@dataclass
class MemoryShelf:
    """Plans kept in one book, which stands for the data file; every desk has records of its own."""

    book_of_all: Book
    steps: list[ChangeSet] = field(default_factory=list)

    def submit(self, change_set: ChangeSet) -> None:
        self.book_of_all.apply(change_set.changes)
        self.steps.append(change_set)

    def plans(self) -> Sequence[PlanRow]:
        return [_row(plan) for plan in self.book_of_all.table(Plan).values()]

    def totals(self) -> Mapping[str, int]:
        return {plan_id: Budget(self.book_of_all, plan_id).total() or 0 for plan_id in self.book_of_all.table(Plan)}

    def read(self, plan_id: str) -> PlanDesk:
        if plan_id not in self.book_of_all.table(Plan):
            raise InputError("Kế hoạch này không còn trong tệp; hãy chọn kế hoạch khác.")
        return PlanDesk(Book(self.book_of_all.records()), plan_id, self)

    def book(self, plan_id: str) -> Book:
        return self.book_of_all

    def add(self, step: ChangeSet) -> str:
        self.submit(step)
        return step.scope

    def prepare_to_save(self) -> None:
        """Memory is always ready."""

    def history(self, record_id: str) -> Sequence[HistoryEntry]:
        return [
            HistoryEntry(
                seq, datetime(2026, 1, 5, 3, 40, tzinfo=UTC), "Trần Thị Thử", "MAY-01", step.words, change.entity,
                change.id, change.id, step.scope, change.before, change.after,
            )
            for seq, step in enumerate(self.steps, 1)
            for change in step.changes
            if record_id in (step.scope, change.id, (change.after or change.before or {}).get("line_id"))
        ]  # fmt: skip


@dataclass
class MemoryBackups:
    """Copies that are only remembered."""

    kept: list[BackupCopy] = field(default_factory=list)

    def copies(self) -> Sequence[BackupCopy]:
        return tuple(self.kept)

    def make(self, reason: str = BY_HAND) -> BackupCopy:
        at = datetime(2026, 1, 5, 10, 30, tzinfo=UTC)
        copy = BackupCopy(Path(f"nscl-20260105-103000-{reason}.db"), at, reason, 4096)
        self.kept.insert(0, copy)
        return copy

    def restore(self, copy: BackupCopy) -> str:
        self.kept.remove(copy)
        return ""


@dataclass
class MemoryOffice:
    """All that the screens ask for."""

    shelf: MemoryShelf
    folder: Path = field(default_factory=lambda: Path.home() / f"attachments-{new_id()}")
    """Of attached files."""
    files: FileRoom = field(default_factory=FileRoom)
    backups: MemoryBackups = field(default_factory=MemoryBackups)
    register: MemoryRegister = field(default_factory=MemoryRegister)

    @property
    def person(self) -> str:
        return self.register.signature[0]

    @property
    def everyday(self) -> EverydayRoom:
        return EverydayRoom(self.register, "thu")

    @property
    def paper(self) -> PrintRoom:
        return PrintRoom(self.folder)

    @property
    def enterprises(self) -> EnterpriseRoom:
        return EnterpriseRoom(self.register)

    @property
    def visits(self) -> VisitRoom:
        return VisitRoom(self.register)

    @property
    def dossiers(self) -> DossierRoom:
        return DossierRoom(self.register)

    @property
    def daily_papers(self) -> DailyPaperRoom:
        return DailyPaperRoom(self.register, self.folder / "templates")

    @property
    def rounds(self) -> RoundRoom:
        return RoundRoom(self.register)

    @property
    def courses(self) -> CourseRoom:
        return CourseRoom(self.register)

    @property
    def work(self) -> WorkRoom:
        return WorkRoom(self.register)

    @property
    def awards(self) -> AwardRoom:
        return AwardRoom(self.register)

    @property
    def ledgers(self) -> LedgerRoom:
        return LedgerRoom(self.register)

    @property
    def overviews(self) -> OverviewRoom:
        return OverviewRoom(self.register)

    @property
    def reports(self) -> ReportRoom:
        return ReportRoom(self.register, self.folder / "bao-cao")

    @property
    def growth(self) -> GrowthRoom:
        return GrowthRoom(self.register)

    @property
    def checklists(self) -> ChecklistRoom:
        return ChecklistRoom(self.register)

    @property
    def giving(self) -> GivingRoom:
        return GivingRoom(self.register)

    @property
    def packages(self) -> PackageOffice:
        return PackageOffice(self.register)

    @property
    def handovers(self) -> HandoverRoom:
        return HandoverRoom(self.register, UserFolders(self.folder.parent))

    @property
    def joining(self) -> JoiningRoom:
        return JoiningRoom(self.register)

    @property
    def given_work(self) -> GivenWorkRoom:
        return GivenWorkRoom(self.register)

    @property
    def unit_imports(self) -> UnitImportRoom:
        return UnitImportRoom(self.register)

    @property
    def surveys(self) -> SurveyRoom:
        return SurveyRoom(self.register)

    @property
    def attachments(self) -> AttachmentRoom:
        return AttachmentRoom(self.folder)

    @property
    def attachment_care(self) -> AttachmentCare:
        return AttachmentCare(self.folder / "nscl.db", lambda: None, lambda: datetime.now(UTC))


def sample_office(*codes: str) -> MemoryOffice:
    """An office whose file holds these of the source plans; all of them where none is named."""
    records = [record for code in codes or SAMPLES for record in _records(code)]
    return MemoryOffice(MemoryShelf(Book(records)))


def empty_office() -> MemoryOffice:
    """An office whose file is new."""
    return MemoryOffice(MemoryShelf(Book()))


def office_with(*records: Record) -> MemoryOffice:
    """An office whose file has these records in its registers."""
    made = empty_office()
    fill(made, *records)
    return made


def fill(office: MemoryOffice, *records: Record) -> None:
    """Put records into the office's file."""
    write(office.register.store, ChangeSet("Thêm", tuple(map(inserted, records))))


@cache
def _records(code: str) -> tuple[Record, ...]:
    return tuple(read_plan(resource_path("samples", f"{code}.json").read_text("utf-8")).records())


def _row(plan: Plan) -> PlanRow:
    names = PlanRow.__dataclass_fields__
    return PlanRow(**{name: getattr(plan, name) for name in names})
