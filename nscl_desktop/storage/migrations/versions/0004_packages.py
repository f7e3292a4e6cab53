"""Packages out and back: check-outs, what was received, and what a machine was given. Frozen, as all migrations."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def number_key(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, primary_key=True, autoincrement=False)


def number(name: str, *, nullable: bool = False) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, nullable=nullable)


def key(name: str, *, primary: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.String(36), primary_key=primary, nullable=False)


def text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=False)


def upgrade() -> None:
    op.create_table(
        "check_out", key("id", primary=True), number("seq"), text("at"), text("machine"), text("roots"), text("knows")
    )
    op.create_table("package_step", number_key("seq"), text("kind"), text("settles"), text("knows"))
    op.create_table(
        "received",
        number_key("seq"), key("check_out_id"), number("revision"), text("trail"), text("proposal"), text("refused"),
        number("withdrawn", nullable=True),
    )  # fmt: skip
    op.create_table(
        "assignment",
        key("check_out_id", primary=True), key("office_file"), text("machine"), number("seq"), text("knows"),
    )  # fmt: skip
    op.create_table("returned", number_key("revision"), key("step_id"))
