"""Tables of periodic reports with their figures, and of the inputs of growth accounting. Frozen."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def key() -> sa.Column[str]:
    return sa.Column("id", sa.String(36), primary_key=True)


def owner(name: str, target: str) -> sa.Column[str]:
    link = sa.ForeignKey(f"{target}.id", deferrable=True, initially="DEFERRED")
    return sa.Column(name, sa.String(36), link, nullable=False, index=True)


def outside(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.String(36))


def text(name: str, *, nullable: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=nullable)


def number(name: str) -> sa.Column[str]:
    return text(name, nullable=True)  # a decimal number as text


def whole(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.BigInteger)


def reports() -> None:
    op.create_table(
        "periodic_report",
        key(), text("title"), text("kind"), outside("plan_id"), outside("obligation_id"), whole("year_from"),
        whole("year_to"), text("cutoff"), text("state"), text("number"), text("date"), text("place"), text("to_party"),
        text("authority"), text("signer"), text("recipients"), text("summary"), text("difficulties"),
        text("next_steps"), text("proposals"), text("sent_on"), text("sent_by"), text("note"),
    )  # fmt: skip
    op.create_table(
        "report_figure",
        key(), owner("report_id", "periodic_report"), text("position"), text("subject"), text("label"), text("text"),
        text("comparison"), number("planned"), number("planned_to"), number("tolerance"), text("unit"),
        number("done"), number("total"), text("counted_unit"), number("part"), number("whole"), text("divided_by"),
        text("reason"), number("estimate"),
    )  # fmt: skip
    op.create_table(
        "report_money",
        key(), owner("report_id", "periodic_report"), text("position"), text("part"), text("subject"), text("label"),
        text("text"), whole("planned"), whole("current"), whole("committed"), whole("paid"), whole("paid_total"),
        whole("estimate"),
    )  # fmt: skip
    op.create_table(
        "report_list",
        key(), owner("report_id", "periodic_report"), text("name"), text("rows"),
    )  # fmt: skip


def growth() -> None:
    op.create_table(
        "growth_study",
        key(), text("name"), outside("plan_id"), text("area"), whole("base_year"), text("unit"),
        number("capital_share"), number("labour_share"), text("share_source"), number("depreciation"),
        text("published"), number("target"), number("target_to"), text("note"),
    )  # fmt: skip
    op.create_table(
        "growth_input",
        key(), owner("study_id", "growth_study"), whole("year"), number("output"), text("output_source"),
        number("capital"), number("investment"), text("capital_source"), number("labour"), text("labour_source"),
        number("labour_share"), text("share_source"),
    )  # fmt: skip


def upgrade() -> None:
    reports()
    growth()
