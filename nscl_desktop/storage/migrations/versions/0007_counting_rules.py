"""Tables of counting rules, published figures, days off and reports that were sent. Frozen."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def key() -> sa.Column[str]:
    return sa.Column("id", sa.String(36), primary_key=True)


def outside(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.String(36))


def text(name: str, *, nullable: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=nullable)


def number(name: str) -> sa.Column[str]:
    return text(name, nullable=True)  # a decimal number as text


def whole(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.BigInteger)


def flag(name: str) -> sa.Column[bool]:
    return sa.Column(name, sa.Boolean, nullable=False)


def upgrade() -> None:
    op.create_table(
        "counting_rule",
        key(), outside("target_id"), text("counted"), text("distinct"), text("kinds"), flag("public_only"),
        text("groups"), text("supports"), text("unit"), text("stage"), text("state"), text("narrowed"),
        text("year_by"), flag("with_carried"), flag("outside_plan"), flag("on_lines"), text("indicator"),
        text("average"), text("base"), text("base_indicator"), number("tolerance"), flag("confirmed"), text("reason"),
    )  # fmt: skip
    op.create_table(
        "published_figure",
        key(), text("indicator"), whole("year"), number("value"), text("unit"), text("area"), text("source"),
        text("published_on"), flag("is_estimate"), text("note"),
    )  # fmt: skip
    op.create_table(
        "day_off",
        key(), text("date"), text("name"), flag("is_worked"), text("document"),
    )  # fmt: skip
    op.create_table(
        "sent_report",
        key(), outside("obligation_id"), whole("year"), text("sent_on"), text("document"), text("person"),
        text("note"),
    )  # fmt: skip
