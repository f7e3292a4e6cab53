"""Which papers a stage needs, which are missing, and which reports the unit owes.

Check lists change: a dossier goes by the list that was valid on the day it was opened, for all its stages. The shipped
list is a start for the office to edit; it is no list of the law (unverified).
"""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from nscl_desktop.domain.dossiers.days import is_past, is_within, last_day_of
from nscl_desktop.domain.dossiers.stages import ORDER, course, reached
from nscl_desktop.domain.dossiers.whole import WholeDossier
from nscl_desktop.domain.positions import sequence
from nscl_desktop.domain.records import derived_id
from nscl_desktop.domain.supports import OPEN, DossierPaper, ReportRequest, StagePaper


class PaperStatus(Enum):
    """What can be said of one paper of a dossier."""

    RECEIVED = "Đã có"
    NOT_NEEDED = "Không cần"
    MISSING = "Còn thiếu"
    OPTIONAL = "Chưa có, không bắt buộc"


@dataclass(frozen=True, slots=True)
class PaperState:
    """A paper of the check list and what came in for it; ``wanted`` is None for a paper beyond the list."""

    stage: str
    name: str
    status: PaperStatus
    wanted: StagePaper | None
    paper: DossierPaper | None


class ReportStatus(Enum):
    """What can be said of a report that a unit owes."""

    RECEIVED = "Đã nhận"
    LATE = "Nhận chậm"
    OVERDUE = "Quá hạn"
    WAITED_FOR = "Chờ nộp"


@dataclass(frozen=True, slots=True)
class ShippedPapers:
    """The starter list and whether it was compared with the law."""

    papers: tuple[StagePaper, ...]
    verified: bool


def read_stage_papers(text: str) -> ShippedPapers:
    """The shipped TOML list; the keys follow from stage and name, so that two machines that take it over agree."""
    read = tomllib.loads(text)
    entries = read["papers"]
    papers = tuple(
        StagePaper(
            id=derived_id(StagePaper.entity, entry["stage"], entry["name"]),
            stage=entry["stage"],
            position=position,
            name=entry["name"],
            is_required=entry.get("required", True),
        )
        for entry, position in zip(entries, sequence(len(entries)), strict=True)
    )
    return ShippedPapers(papers, read["verified"])


def papers_needed(whole: WholeDossier, papers: Iterable[StagePaper], stage: str = "") -> tuple[StagePaper, ...]:
    """The check list of the dossier's day for its course, or for one stage; by stage, then by hand.

    A dossier whose day is unknown goes by what has no end.
    """
    stages = course(whole.dossier)
    day = last_day_of(whole.opened_on).isoformat() if whole.opened_on else "9999-12-31"
    found = (
        paper
        for paper in papers
        if paper.stage in stages
        and (not stage or paper.stage == stage)
        and is_within(day, paper.valid_from, paper.valid_to)
    )
    return tuple(sorted(found, key=lambda paper: (ORDER.index(paper.stage), paper.position, paper.id)))


def paper_states(whole: WholeDossier, papers: Iterable[StagePaper], stage: str = "") -> tuple[PaperState, ...]:
    """Every paper of the check list with what came in, then (for all stages) the papers beyond the list."""
    needed = papers_needed(whole, papers, stage)
    by_paper = {paper.paper_id: paper for paper in whole.papers if paper.paper_id}
    listed = [_state(wanted, by_paper.get(wanted.id)) for wanted in needed]
    known = {wanted.id for wanted in needed}
    beyond = [
        PaperState("", paper.name, PaperStatus.RECEIVED if paper.received_on else PaperStatus.OPTIONAL, None, paper)
        for paper in whole.papers
        if not stage and paper.paper_id not in known
    ]
    return (*listed, *beyond)


def missing_papers(whole: WholeDossier, papers: Iterable[StagePaper]) -> tuple[PaperState, ...]:
    """The required papers of every stage up to the one reached that neither came in nor are excused."""
    done = reached(whole)
    behind = ORDER[: ORDER.index(done) + 1] if done else ()
    states = paper_states(whole, papers)
    return tuple(each for each in states if each.status is PaperStatus.MISSING and each.stage in behind)


def report_status(report: ReportRequest, whole: WholeDossier, day: str) -> ReportStatus:
    """How a report stands on an ISO day; while a dossier is paused or ended none is overdue."""
    if report.received_on:
        is_late = is_past(report.due_on, report.received_on) if len(report.received_on) == 10 else False
        return ReportStatus.LATE if is_late else ReportStatus.RECEIVED
    if whole.dossier.state == OPEN and is_past(report.due_on, day):
        return ReportStatus.OVERDUE
    return ReportStatus.WAITED_FOR


def _state(wanted: StagePaper, paper: DossierPaper | None) -> PaperState:
    if paper is not None and paper.received_on:
        status = PaperStatus.RECEIVED
    elif paper is not None and paper.not_needed.strip():
        status = PaperStatus.NOT_NEEDED
    else:
        status = PaperStatus.MISSING if wanted.is_required else PaperStatus.OPTIONAL
    return PaperState(wanted.stage, wanted.name, status, wanted, paper)
