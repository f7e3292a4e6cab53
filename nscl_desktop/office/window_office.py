"""The office that the window works in: the data file, paper and plan files joined to what the screens ask for."""

import getpass
import platform
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from nscl_desktop.domain.signatures import signature_of
from nscl_desktop.office.data_file import DataFile
from nscl_desktop.office.everyday_room import EverydayRoom
from nscl_desktop.paths import attachments_of, user_folders
from nscl_desktop.storage.staff_queries import staff_names

if TYPE_CHECKING:
    from nscl_desktop.office.attachment_care import AttachmentCare
    from nscl_desktop.office.attachment_room import AttachmentRoom
    from nscl_desktop.office.award_room import AwardRoom
    from nscl_desktop.office.checklist_room import ChecklistRoom
    from nscl_desktop.office.course_room import CourseRoom
    from nscl_desktop.office.daily_paper_room import DailyPaperRoom
    from nscl_desktop.office.dossier_room import DossierRoom
    from nscl_desktop.office.enterprise_room import EnterpriseRoom
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


@dataclass(frozen=True, slots=True)
class WindowOffice:
    """Everything the screens ask for, over one open data file."""

    shelf: DataFile
    account: str
    """The Windows account, which signs while nobody was picked."""

    @property
    def person(self) -> str:
        """Who works here, as the journal notes it."""
        return self.shelf.signature[0]

    @property
    def everyday(self) -> EverydayRoom:
        """What is wanted every day, whatever tab is in front."""
        return EverydayRoom(self.shelf, self.account)

    @property
    def backups(self) -> DataFile:
        """The data file looks after its own copies."""
        return self.shelf

    @property
    def paper(self) -> "PrintRoom":
        """Forms and printing."""
        from nscl_desktop.office.print_room import PrintRoom  # heavy, wanted when the first page is looked at

        return PrintRoom(attachments_of(self.shelf.path))

    @property
    def attachments(self) -> "AttachmentRoom":
        """Files attached to plans."""
        from nscl_desktop.office.attachment_room import (
            AttachmentRoom,  # reads pictures, wanted when a page asks for them
        )

        return AttachmentRoom(attachments_of(self.shelf.path))

    @property
    def attachment_care(self) -> "AttachmentCare":
        """The folder of attached files as a whole."""
        from nscl_desktop.office.attachment_care import AttachmentCare  # wanted for looking after it alone

        return AttachmentCare(self.shelf.path, lambda: self.shelf.registers(settled=True), lambda: datetime.now(UTC))

    @property
    def enterprises(self) -> "EnterpriseRoom":
        """The register of units."""
        from nscl_desktop.office.enterprise_room import EnterpriseRoom  # wanted when its tab is first looked at

        return EnterpriseRoom(self.shelf)

    @property
    def visits(self) -> "VisitRoom":
        """Inspections and surveys."""
        from nscl_desktop.office.visit_room import VisitRoom  # likewise

        return VisitRoom(self.shelf)

    @property
    def dossiers(self) -> "DossierRoom":
        """Support dossiers."""
        from nscl_desktop.office.dossier_room import DossierRoom  # wanted when its section is first looked at

        return DossierRoom(self.shelf)

    @property
    def daily_papers(self) -> "DailyPaperRoom":
        """Papers filled from Word templates."""
        from nscl_desktop.office.daily_paper_room import DailyPaperRoom  # heavy, wanted for printing alone

        return DailyPaperRoom(self.shelf, user_folders().templates)

    @property
    def rounds(self) -> "RoundRoom":
        """Selection rounds and consultants."""
        from nscl_desktop.office.round_room import RoundRoom  # wanted when its section is first looked at

        return RoundRoom(self.shelf)

    @property
    def courses(self) -> "CourseRoom":
        """Training, people and clubs."""
        from nscl_desktop.office.course_room import CourseRoom  # wanted when its tab is first looked at

        return CourseRoom(self.shelf)

    @property
    def work(self) -> "WorkRoom":
        """Work that plans order."""
        from nscl_desktop.office.work_room import WorkRoom  # wanted when its section is first looked at

        return WorkRoom(self.shelf)

    @property
    def awards(self) -> "AwardRoom":
        """Awards, their rules, praise."""
        from nscl_desktop.office.award_room import AwardRoom  # wanted when its tab is first looked at

        return AwardRoom(self.shelf)

    @property
    def ledgers(self) -> "LedgerRoom":
        """The ledger of money."""
        from nscl_desktop.office.ledger_room import LedgerRoom  # likewise

        return LedgerRoom(self.shelf)

    @property
    def overviews(self) -> "OverviewRoom":
        """Money, targets and deadlines at a glance."""
        from nscl_desktop.office.overview_room import OverviewRoom  # wanted when its tab is first looked at

        return OverviewRoom(self.shelf)

    @property
    def reports(self) -> "ReportRoom":
        """Periodic reports."""
        from nscl_desktop.office.report_room import ReportRoom  # wanted when its section is first looked at

        return ReportRoom(self.shelf, user_folders().templates / "bao-cao")

    @property
    def growth(self) -> "GrowthRoom":
        """Studies of TFP."""
        from nscl_desktop.office.growth_room import GrowthRoom  # wanted when its section is first looked at

        return GrowthRoom(self.shelf)

    @property
    def checklists(self) -> "ChecklistRoom":
        """Check lists and questionnaires."""
        from nscl_desktop.office.checklist_room import ChecklistRoom  # wanted when its section is first looked at

        return ChecklistRoom(self.shelf)

    @property
    def giving(self) -> "GivingRoom":
        """What of the file can be given to another machine."""
        from nscl_desktop.office.giving_room import GivingRoom  # knows every kind of record; wanted for packages alone

        return GivingRoom(self.shelf)

    @property
    def packages(self) -> "PackageOffice":
        """Work of other machines: giving it out, taking it in."""
        from nscl_desktop.office.package_office import PackageOffice  # heavy, wanted for packages alone

        return PackageOffice(self.shelf)

    @property
    def given_work(self) -> "GivenWorkRoom":
        """What this file was given by an office."""
        from nscl_desktop.office.package_office import GivenWorkRoom  # as above

        return GivenWorkRoom(self.shelf)

    @property
    def unit_imports(self) -> "UnitImportRoom":
        """Lists of units out of files."""
        from nscl_desktop.office.unit_import_room import UnitImportRoom  # wanted for the first import

        return UnitImportRoom(self.shelf)

    @property
    def surveys(self) -> "SurveyRoom":
        """What was answered by questionnaires."""
        from nscl_desktop.office.survey_room import SurveyRoom  # likewise

        return SurveyRoom(self.shelf)

    @property
    def handovers(self) -> "HandoverRoom":
        """Everything in one file, and opened elsewhere."""
        from nscl_desktop.office.handover_room import HandoverRoom  # wanted when one is written or opened

        return HandoverRoom(self.shelf, user_folders())

    @property
    def joining(self) -> "JoiningRoom":
        """Units out of another data file."""
        from nscl_desktop.office.joining_room import JoiningRoom  # wanted when another file is chosen

        return JoiningRoom(self.shelf)

    @property
    def files(self) -> "FileRoom":
        """Plans in files of their own."""
        from nscl_desktop.office.file_room import FileRoom  # heavy, wanted when the first file is read or written

        return FileRoom()


def open_office(
    path: Path, to_main: Callable[[Callable[[], None]], None], picked: tuple[str, str] = ("", "")
) -> WindowOffice:
    """Open the data file and set up everything around it; raises what opening refuses.

    ``picked``: key and name of the person who works under this account. The name on file goes before the remembered
    one; a file that does not know the person is signed with the latter.
    """
    account, machine, (key, name) = getpass.getuser(), platform.node(), picked
    data = DataFile(path, person=account, machine=machine, to_main=to_main, clock=lambda: datetime.now(UTC))
    if name:
        with data.registers(settled=False).reading() as connection:
            data.signature = (signature_of(key, staff_names(connection)) or name, machine)
    return WindowOffice(data, account)
