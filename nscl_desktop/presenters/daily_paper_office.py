"""What the screen of daily papers asks below. Calls marked "aside" take long; all others answer at once."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from nscl_desktop.services.daily_papers import DailyPaper
from nscl_desktop.services.dossier_papers import Values


@dataclass(frozen=True, slots=True)
class PaperSubject:
    """One paper to be: of a dossier, of one contract of it, of a selection round, of a course.

    ``name`` is what it is called on screen, ``parts`` what its file is called by; the keys lead to where the data is.
    """

    entity: str
    key: str
    name: str
    parts: tuple[str, ...]
    values: Values
    enterprise_id: str = ""
    consultant_id: str = ""
    plan_id: str = ""
    part_id: str = ""
    """Of a certificate: the enrolment that it is for."""


@dataclass(frozen=True, slots=True)
class Batch:
    """What is to be written: one file for each subject, or all of them in one (``is_joined``)."""

    paper: DailyPaper
    subjects: Sequence[PaperSubject]
    typed: Mapping[str, str]
    is_joined: bool = False


Tell = Callable[[str], None]
"""Told what is being done; raises when the user wants no more of it."""


class DailyPapers(Protocol):
    """The papers that the office fills from Word templates."""

    def papers(self) -> Sequence[DailyPaper]:
        """Those that can be printed: the shipped ones, then the office's own. Aside."""

    def asked(self, paper: DailyPaper) -> Sequence[str]:
        """The merge fields of a paper's template; UnreadableFileError with what is wrong in it. Aside."""

    def of_dossiers(self, paper: DailyPaper, keys: Sequence[str], day: str) -> Sequence[PaperSubject]:
        """What a paper is made of for these dossiers, as of an ISO day. Aside."""

    def of_round(self, key: str) -> Sequence[PaperSubject]:
        """What the minutes of a selection round are made of. Aside."""

    def of_course(self, paper: DailyPaper, key: str, people: Sequence[str]) -> Sequence[PaperSubject]:
        """What letters or certificates of a course are made of; of all its people where none is named. Aside."""

    def of_work(self, chosen: Sequence[str], day: str) -> Sequence[PaperSubject]:
        """Reminders of chosen work, of all that is late where none is named, as of an ISO day. Aside."""

    def write(self, batch: Batch, folder: Path, tell: Tell) -> Sequence[Path]:
        """Write the files, all of them or none; no file that is there is replaced. Aside."""

    def own_template(self, paper: DailyPaper) -> Path:
        """The office's own template of a paper, copied from the shipped one where there is none yet."""

    @property
    def own_folder(self) -> Path:
        """Where the office's own templates lie."""
