"""What the screens ask of the world below: the open data file, paper, other files. The composition fulfils it.

Calls marked "aside" take long and are made on another thread; all others answer at once.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from nscl_desktop.domain.backup_copies import BY_HAND, BackupCopy
from nscl_desktop.domain.book import Book
from nscl_desktop.domain.budget import Budget
from nscl_desktop.domain.changes import ChangeSet
from nscl_desktop.domain.history import HistoryEntry
from nscl_desktop.domain.plan_rows import PlanRow
from nscl_desktop.domain.plans import Plan, Signer
from nscl_desktop.presenters.printed_paper import PrintedPaper, SheetTable
from nscl_desktop.services.workspace import PlanDesk

if TYPE_CHECKING:  # forms take time to load and are wanted only for printing
    from nscl_desktop.domain.appendix import AppendixDoc
    from nscl_desktop.domain.attached_files import FolderState, TakenFile
    from nscl_desktop.domain.forms.frame_texts import AppendixOptions
    from nscl_desktop.domain.forms.model import Form
    from nscl_desktop.presenters.award_office import Awards
    from nscl_desktop.presenters.checklist_office import ChecklistOffice
    from nscl_desktop.presenters.course_office import Courses
    from nscl_desktop.presenters.daily_paper_office import DailyPapers
    from nscl_desktop.presenters.dossier_office import Dossiers
    from nscl_desktop.presenters.enterprise_office import Register
    from nscl_desktop.presenters.everyday_office import Everyday
    from nscl_desktop.presenters.giving_office import Giving
    from nscl_desktop.presenters.growth_office import GrowthStudies
    from nscl_desktop.presenters.joining_sheet import Joining
    from nscl_desktop.presenters.ledger_office import Ledgers
    from nscl_desktop.presenters.overview_office import Overviews
    from nscl_desktop.presenters.package_office import GivenWork, Handovers, Packages
    from nscl_desktop.presenters.report_office import Reports
    from nscl_desktop.presenters.round_office import Rounds
    from nscl_desktop.presenters.survey_office import SurveyOffice
    from nscl_desktop.presenters.unit_import_office import UnitImports
    from nscl_desktop.presenters.visit_office import Visits
    from nscl_desktop.presenters.work_office import Work


class PlanShelf(Protocol):
    """The plans of the open data file."""

    def plans(self) -> Sequence[PlanRow]:
        """All plans as they are saved, unsorted."""

    def totals(self) -> Mapping[str, int]:
        """Plan key → total in đồng. Aside: every plan is read."""

    def read(self, plan_id: str) -> PlanDesk:
        """A plan for the desk; InputError if it is gone. Aside."""

    def book(self, plan_id: str) -> Book:
        """A plan's records to read from, which is put on no desk. Aside."""

    def add(self, step: ChangeSet) -> str:
        """Save a step that makes a new plan, or removes one that is on no desk; the plan's key. Aside."""

    def history(self, record_id: str) -> Sequence[HistoryEntry]:
        """Who changed a record, and all that belongs to it, and when; newest first. Aside."""

    def prepare_to_save(self) -> None:
        """Load what the first step that is saved would otherwise wait for. Aside."""


class Paper(Protocol):
    """Forms and printing."""

    def forms(self) -> "Sequence[Form]":
        """The forms that can be printed, shipped ones first."""

    def signature_pictures(self, signers: Iterable[Signer]) -> Mapping[str, bytes]:
        """Pictures (PNG) of the signatures by key of the signer, as far as they are on this machine."""

    def form_id(self, plan: Plan) -> str:
        """The form that a plan is printed in unless another is chosen; it may be one that is not there any more."""

    def document(self, budget: Budget, form_id: str, options: "AppendixOptions") -> "AppendixDoc":
        """The appendix as data; reads the plan on the desk, so it is made at once on the main thread."""

    def whole_plan(self, budget: Budget, *, electronic: bool) -> "Sequence[AppendixDoc]":
        """Text and appendix of a plan as data, at once as above; ``electronic`` leaves "(Kèm theo …)" free."""

    def write_whole_plan(self, docs: "Sequence[AppendixDoc]", target: Path) -> None:
        """Write them into one Word file. Aside."""

    def printed(self, doc: "AppendixDoc") -> PrintedPaper:
        """The document's final pages. Aside."""

    def write(self, doc: "AppendixDoc", target: Path) -> str:
        """Write it as PDF, XLSX or DOCX, as the name's ending says; a remark like that of the pages. Aside."""


class PlanInFile(Protocol):
    """A plan read from a file."""

    @property
    def book(self) -> Book:
        """The plan with all that belongs to it."""

    @property
    def remarks(self) -> Sequence[str]:
        """How ambiguous cells of a workbook were understood: a sentence each, with sheet and cell."""


class PlanFiles(Protocol):
    """Plans in files of their own."""

    def read(self, path: Path) -> PlanInFile:
        """The one plan of a JSON or Excel file; UnreadableFileError with every finding. Aside.

        ForeignWorkbookError for an Excel file that is not the program's form: its ``sheets`` can be asked for.
        """

    def sheets(self, path: Path) -> Sequence[SheetTable]:
        """The sheets of any Excel file that have something in them, at least one; UnreadableFileError. Aside."""

    def write(self, budget: Budget, target: Path) -> None:
        """The whole plan as JSON."""

    def write_template(self, target: Path) -> None:
        """The Excel form that ``read`` takes. Aside."""


class KeptFile(Protocol):
    """A file that was copied beside the data file."""

    @property
    def name(self) -> str:
        """What it was called before."""

    @property
    def sha256(self) -> str:
        """By which content it is found."""

    @property
    def size(self) -> int:
        """Bytes."""


class Attachments(Protocol):
    """The files attached to plans and to the records of the registers."""

    def keep(self, source: Path) -> KeptFile:
        """Copy a scan (PDF or picture); InputError for another kind of file. Aside."""

    def keep_signature(self, source: Path) -> KeptFile:
        """Copy a picture that is fit to be printed as a signature; InputError for all others. Aside."""

    def take(self, source: Path, most: int | None, *, keeps_original: bool) -> "TakenFile":
        """Copy a file of a record; a picture is made smaller to ``most`` pixels unless that is None. Aside.

        InputError for what is neither scan nor picture or damaged, UnreadableFileError where it cannot be read.
        """

    def thumbnail(self, sha256: str, edge: int) -> bytes | None:
        """A small picture (PNG) of a kept file; None for one that is not there or cannot be shown. Aside."""

    def file_of(self, sha256: str) -> Path | None:
        """Where the file with this content lies; None where it does not."""


class AttachmentCare(Protocol):
    """The folder of attached files as a whole, and the copies of them that go with the backups."""

    def held(self) -> tuple[int, int]:
        """How many copies go with the backups, and their bytes."""

    def look(self, tell: Callable[[str], object]) -> "FolderState":
        """How the folder stands; every file is read, ``tell`` is told how far that is. Aside."""

    def fetch(self) -> Sequence[str]:
        """Bring missing and damaged files back from the copies; what those still missing are called. Aside."""

    def clean(self) -> int:
        """Remove the files that nobody needs any more; bytes that became free. Aside."""


class Backups(Protocol):
    """Copies of the data file."""

    def copies(self) -> Sequence[BackupCopy]:
        """Newest first."""

    def make(self, reason: str = BY_HAND) -> BackupCopy:
        """Copy now: because the user wants it, or before something that changes much. Aside."""

    def restore(self, copy: BackupCopy) -> str:
        """Put a copy in the place of the data file; the present state is kept as a copy of its own. Aside.

        Attached files come along; a sentence names those that could not, empty where all are there.
        """


class Office(Protocol):
    """All of it."""

    @property
    def shelf(self) -> PlanShelf:
        """The plans."""

    @property
    def paper(self) -> Paper:
        """Forms and printing."""

    @property
    def files(self) -> PlanFiles:
        """Plans in other files."""

    @property
    def enterprises(self) -> "Register":
        """The register of units."""

    @property
    def unit_imports(self) -> "UnitImports":
        """Lists of units out of files."""

    @property
    def visits(self) -> "Visits":
        """Inspections and surveys."""

    @property
    def dossiers(self) -> "Dossiers":
        """The support dossiers."""

    @property
    def daily_papers(self) -> "DailyPapers":
        """Papers filled from Word templates."""

    @property
    def rounds(self) -> "Rounds":
        """Selection rounds and consultants."""

    @property
    def courses(self) -> "Courses":
        """Training, people and clubs."""

    @property
    def work(self) -> "Work":
        """Work that plans order."""

    @property
    def awards(self) -> "Awards":
        """Awards, their rules, praise."""

    @property
    def ledgers(self) -> "Ledgers":
        """The ledger of money."""

    @property
    def overviews(self) -> "Overviews":
        """Money, targets and deadlines at a glance."""

    @property
    def reports(self) -> "Reports":
        """Periodic reports."""

    @property
    def growth(self) -> "GrowthStudies":
        """Studies of TFP."""

    @property
    def checklists(self) -> "ChecklistOffice":
        """Check lists and questionnaires."""

    @property
    def giving(self) -> "Giving":
        """What of the file can be given to another machine."""

    @property
    def packages(self) -> "Packages":
        """Work of other machines: giving it out, taking it in."""

    @property
    def handovers(self) -> "Handovers":
        """Everything in one file, and opened elsewhere."""

    @property
    def joining(self) -> "Joining":
        """Units out of another data file."""

    @property
    def given_work(self) -> "GivenWork":
        """What this file was given by an office."""

    @property
    def surveys(self) -> "SurveyOffice":
        """What was answered by questionnaires."""

    @property
    def attachments(self) -> Attachments:
        """Files attached to plans."""

    @property
    def attachment_care(self) -> AttachmentCare:
        """The folder of attached files."""

    @property
    def backups(self) -> Backups:
        """Copies of the data file."""

    @property
    def everyday(self) -> "Everyday":
        """What is wanted every day, whatever tab is in front."""

    @property
    def person(self) -> str:
        """Who works here, as the journal notes it."""
