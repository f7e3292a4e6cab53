"""Every kind of record there is, in an order in which owners come before what they own.

A plan is opened without it (see record_kinds).
"""

from nscl_desktop.domain.attached_files import FILE_RECORDS
from nscl_desktop.domain.awards import AWARD_RECORDS
from nscl_desktop.domain.contracts import Contract, Payment
from nscl_desktop.domain.counting_rules import OVERVIEW_RECORDS
from nscl_desktop.domain.enterprises import Certificate, Contact, Enterprise, FormerName, YearFigures
from nscl_desktop.domain.growth_records import GROWTH_RECORDS
from nscl_desktop.domain.inspections import (
    Answer,
    Checklist,
    InspectionPlan,
    Participant,
    Question,
    Recommendation,
    Visit,
)
from nscl_desktop.domain.ledger import LEDGER_RECORDS
from nscl_desktop.domain.periodic_reports import REPORT_RECORDS
from nscl_desktop.domain.plan_records import PLAN_RECORDS
from nscl_desktop.domain.records import Record
from nscl_desktop.domain.selection import Candidate, Criterion, Score, SelectionRound
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
from nscl_desktop.domain.training import TRAINING_RECORDS
from nscl_desktop.domain.work import WORK_RECORDS

REGISTER_RECORDS: tuple[type[Record], ...] = (
    SupportKind, SupportNorm, StagePaper, Enterprise, FormerName, YearFigures, Contact, Certificate,
    Dossier, DossierItem, DossierMoney, StageStep, DossierPaper, ReportRequest, Indicator, FollowUp, Reason,
    Contract, Payment, SelectionRound, Criterion, Candidate, Score,
    Checklist, Question, InspectionPlan, Visit, Participant, Answer, Recommendation,
    *TRAINING_RECORDS, *AWARD_RECORDS, *LEDGER_RECORDS, *WORK_RECORDS, *OVERVIEW_RECORDS, *REPORT_RECORDS,
    *GROWTH_RECORDS, *FILE_RECORDS,
)  # fmt: skip
"""Who is supported, with what, what was seen, learned, won and paid: read by the root record, never all at once."""

RECORD_TYPES = (*PLAN_RECORDS, *REGISTER_RECORDS)

BY_ENTITY: dict[str, type[Record]] = {record_type.entity: record_type for record_type in RECORD_TYPES}
