"""The list of enterprises that searching reads; upgrading fills it. Frozen, as all migrations."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def key(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.String(36), primary_key=True)


def text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=False)


def upgrade() -> None:
    op.create_table(
        "enterprise_list",
        sa.Column("sort_key", sa.Text, primary_key=True), key("id"), text("kind"), text("state"),
        sa.Column("marks", sa.Integer, nullable=False), text("sector"), text("province"), text("commune"), text("tax"),
        text("folded"),
        sqlite_with_rowid=False,
    )  # fmt: skip
    op.create_index("ix_enterprise_list_id", "enterprise_list", ["id"])
    op.create_table("enterprise_marked", key("id"), text("marked"), sqlite_with_rowid=False)
