"""The kinds of records that a plan on the desk is made of, in an order in which owners come before what they own."""

from nscl_desktop.domain.budget_lines import Allocation, Line
from nscl_desktop.domain.directory import Agency, SalaryBase
from nscl_desktop.domain.plans import Attachment, Correction, Measure, Period, Plan, Signer, Source, TextBlock
from nscl_desktop.domain.records import Record
from nscl_desktop.domain.statements import Footnote, Statement, Waiver
from nscl_desktop.domain.targets import Obligation, Target, TargetLink, Task, TaskLink

PLAN_RECORDS: tuple[type[Record], ...] = (
    Agency, SalaryBase, Plan, Period, Source, Measure, Signer, TextBlock, Correction, Attachment, Line, Allocation,
    Target, TargetLink, Task, TaskLink, Obligation, Statement, Footnote, Waiver,
)  # fmt: skip
"""The plan, all that belongs to it, and the directories that it uses."""
