"""Every kind of record there is, in an order in which owners come before what they own."""

from nscl_desktop.domain.budget_lines import Allocation, Line
from nscl_desktop.domain.contracts import Contract, Payment
from nscl_desktop.domain.directory import Agency, SalaryBase
from nscl_desktop.domain.enterprises import Certificate, Contact, Enterprise, FormerName, YearFigures
from nscl_desktop.domain.inspections import (
    Answer,
    Checklist,
    InspectionPlan,
    Participant,
    Question,
    Recommendation,
    Visit,
)
from nscl_desktop.domain.plans import Attachment, Correction, Measure, Period, Plan, Signer, Source, TextBlock
from nscl_desktop.domain.records import Record
from nscl_desktop.domain.selection import Candidate, Criterion, Score, SelectionRound
from nscl_desktop.domain.statements import Footnote, Statement, Waiver
from nscl_desktop.domain.supports import (
    Dossier,
    DossierItem,
    DossierMoney,
    DossierPaper,
    FollowUp,
    Indicator,
    Reason,
    ReportRequest,
    StagePaper,
    StageStep,
    SupportKind,
    SupportNorm,
)
from nscl_desktop.domain.targets import Obligation, Target, TargetLink, Task, TaskLink

PLAN_RECORDS: tuple[type[Record], ...] = (
    Agency, SalaryBase, Plan, Period, Source, Measure, Signer, TextBlock, Correction, Attachment, Line, Allocation,
    Target, TargetLink, Task, TaskLink, Obligation, Statement, Footnote, Waiver,
)  # fmt: skip
"""What a plan on the desk is made of: the plan, all that belongs to it, and the directories that it uses."""

REGISTER_RECORDS: tuple[type[Record], ...] = (
    SupportKind, SupportNorm, StagePaper, Enterprise, FormerName, YearFigures, Contact, Certificate,
    Dossier, DossierItem, DossierMoney, StageStep, DossierPaper, ReportRequest, Indicator, FollowUp, Reason,
    Contract, Payment, SelectionRound, Criterion, Candidate, Score,
    Checklist, Question, InspectionPlan, Visit, Participant, Answer, Recommendation,
)  # fmt: skip
"""Who is supported, with what, and what was seen there: read by the unit, dossier or visit, never all at once."""

RECORD_TYPES = (*PLAN_RECORDS, *REGISTER_RECORDS)

BY_ENTITY: dict[str, type[Record]] = {record_type.entity: record_type for record_type in RECORD_TYPES}
