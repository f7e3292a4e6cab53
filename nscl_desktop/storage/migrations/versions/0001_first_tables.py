"""The tables of version 0.1.0. Frozen: written out, so that no later change of the program changes the past."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def key(name: str = "id") -> sa.Column[str]:
    return sa.Column(name, sa.String(36), primary_key=True)


def ref(name: str, target: str, *, nullable: bool = True) -> sa.Column[str]:
    link = sa.ForeignKey(f"{target}.id", deferrable=True, initially="DEFERRED")
    return sa.Column(name, sa.String(36), link, nullable=nullable, index=True)


def owner(name: str, target: str) -> sa.Column[str]:
    return ref(name, target, nullable=False)


def outside(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.String(36))


def text(name: str, *, nullable: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=nullable)


def number(name: str) -> sa.Column[str]:
    return text(name, nullable=True)  # a decimal number as text


def whole(name: str, *, nullable: bool = True) -> sa.Column[int]:
    return sa.Column(name, sa.BigInteger, nullable=nullable)


def flag(name: str) -> sa.Column[bool]:
    return sa.Column(name, sa.Boolean, nullable=False)


def agency() -> None:
    op.create_table(
        "agency",
        key(), text("name"), text("short_name"), text("province"), text("valid_from"), text("valid_to"),
        ref("succeeded_by", "agency"),
    )  # fmt: skip


def salary_base() -> None:
    op.create_table(
        "salary_base",
        key(), text("valid_from"), whole("amount"), text("instrument"), flag("verified"),
    )  # fmt: skip


def plan() -> None:
    op.create_table(
        "plan",
        key(), text("code"), text("title"), text("province"), whole("year_from"), whole("year_to"), text("status"),
        whole("version", nullable=False), text("doc_kind"), text("number"), text("date"), text("issuer"),
        text("issuer_parent"), text("place"), text("legal_bases"), text("recipients"), text("appendix_title"),
        text("total_label"), text("form"), text("print_unit"), text("thousand_word"), text("zero_tens_word"),
        text("four_word"), flag("group_comma"), outside("period_plan_id"), text("period_plan_text"),
        outside("origin_id"), text("origin_kind"), text("note"),
    )  # fmt: skip


def period() -> None:
    op.create_table(
        "period",
        key(), owner("plan_id", "plan"), text("position"), whole("year_from", nullable=False),
        whole("year_to", nullable=False),
    )  # fmt: skip


def source() -> None:
    op.create_table(
        "source",
        key(), owner("plan_id", "plan"), text("position"), text("code"), text("name"), text("group"),
        text("column"), text("mark"), text("footnote"),
    )  # fmt: skip


def measure() -> None:
    op.create_table(
        "measure",
        key(), owner("plan_id", "plan"), text("position"), text("code"), text("name"),
    )  # fmt: skip


def signer() -> None:
    op.create_table(
        "signer",
        key(), owner("plan_id", "plan"), text("position"), flag("on_appendix"), text("authority"), text("name"),
        text("image"),
    )  # fmt: skip


def text_block() -> None:
    op.create_table(
        "text_block",
        key(), owner("plan_id", "plan"), text("position"), whole("depth", nullable=False), flag("heading"),
        text("label"), text("text"),
    )  # fmt: skip


def correction() -> None:
    op.create_table(
        "correction",
        key(), owner("plan_id", "plan"), text("position"), text("where"), text("printed"), text("corrected"),
        text("reason"),
    )  # fmt: skip


def attachment() -> None:
    op.create_table(
        "attachment",
        key(), owner("plan_id", "plan"), text("position"), text("name"), text("kind"), text("sha256"),
        whole("size"),
    )  # fmt: skip


def line() -> None:
    op.create_table(
        "line",
        key(), owner("plan_id", "plan"), ref("place_parent", "line"), text("place_position"),
        ref("period_id", "period"), text("kind"), text("label"), text("text"), text("unit"), whole("price"),
        number("component_quantity"), text("component_basis"), flag("shared_quantity"), flag("adds"),
        text("quantity_label"), text("amount_label"), flag("inline"), ref("lead_id", "agency"), text("lead_text"),
        text("partners"), text("schedule"), whole("month_from"), whole("month_to"), text("note"),
        text("remark"), number("carried_quantity"), text("carried_from"), text("carried_link"), flag("provisional"),
        flag("inferred"), text("support_kind"), outside("origin_id"),
    )  # fmt: skip


def allocation() -> None:
    op.create_table(
        "allocation",
        key(), owner("line_id", "line"), whole("year", nullable=False), ref("source_id", "source"),
        text("measure"), number("quantity"), whole("price"), whole("amount"), text("text"), text("formula"),
    )  # fmt: skip


def target() -> None:
    op.create_table(
        "target",
        key(), owner("plan_id", "plan"), text("position"), ref("period_id", "period"), text("label"), text("text"),
        text("comparison"), number("value"), number("value_to"), text("unit"), text("percent_of"), whole("year"),
        flag("general"), outside("origin_id"),
    )  # fmt: skip


def target_link() -> None:
    op.create_table(
        "target_link",
        key(), owner("target_id", "target"), ref("line_id", "line"), flag("counts"),
    )  # fmt: skip


def task() -> None:
    op.create_table(
        "task",
        key(), owner("plan_id", "plan"), text("position"), text("kind"), text("group"), text("label"),
        text("text"), text("lead"), text("partners"), text("schedule"),
    )  # fmt: skip


def task_link() -> None:
    op.create_table(
        "task_link",
        key(), owner("task_id", "task"), ref("line_id", "line"),
    )  # fmt: skip


def obligation() -> None:
    op.create_table(
        "obligation",
        key(), owner("plan_id", "plan"), text("position"), text("kind"), text("label"), text("text"),
        text("from_party"), text("to_party"), whole("day"), whole("month"), whole("year"), flag("strictly_before"),
        flag("on_request"),
    )  # fmt: skip


def statement() -> None:
    op.create_table(
        "statement",
        key(), owner("plan_id", "plan"), text("position"), text("origin"), text("where"), text("quote"),
        text("figure"), ref("line_id", "line"), whole("year_from"), whole("year_to"), text("source"),
        text("column"), ref("lead_id", "agency"), whole("value"), number("count"), text("words"),
    )  # fmt: skip


def footnote() -> None:
    op.create_table(
        "footnote",
        key(), owner("plan_id", "plan"), text("position"), text("mark"), text("text"),
    )  # fmt: skip


def waiver() -> None:
    op.create_table(
        "waiver",
        key(), owner("plan_id", "plan"), text("finding"), text("reason"), text("accepted_by"),
    )  # fmt: skip


def journal() -> None:
    op.create_table(
        "change_set",
        key(),
        sa.Column("seq", sa.Integer, nullable=False, index=True),
        text("at"), text("who"), text("machine"), text("words"),
        sa.Column("scope", sa.Text, nullable=False, index=True),
        sa.Column("schema_version", sa.Integer, nullable=False),
        sa.Column("undoes", sa.String(36)),
    )  # fmt: skip
    op.create_table(
        "change",
        sa.Column("change_set_id", sa.String(36), sa.ForeignKey("change_set.id", deferrable=True, initially="DEFERRED"),
                  primary_key=True),
        sa.Column("n", sa.Integer, primary_key=True, autoincrement=False),
        text("entity"),
        sa.Column("record_id", sa.String(36), nullable=False, index=True),
        sa.Column("owner_id", sa.String(36), nullable=False, index=True),
        sa.Column("root_id", sa.String(36), nullable=False, index=True),
        text("before", nullable=True), text("after", nullable=True),
    )  # fmt: skip
    op.create_table(
        "file_info",
        key("file_id"), sa.Column("schema_version", sa.Integer, nullable=False), text("created"),
    )  # fmt: skip


def upgrade() -> None:
    for create in (
        agency, salary_base, plan, period, source, measure, signer, text_block, correction, attachment,
        line, allocation, target, target_link, task, task_link, obligation, statement, footnote, waiver,
        journal,
    ):  # fmt: skip
        create()
