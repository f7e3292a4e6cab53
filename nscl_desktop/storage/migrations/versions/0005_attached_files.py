"""Tables of files attached to units, dossiers, visits and selection rounds. Frozen, as all migrations."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

OWNERS = (
    ("enterprise_file", "enterprise_id", "enterprise"),
    ("dossier_file", "dossier_id", "dossier"),
    ("visit_file", "visit_id", "visit"),
    ("selection_file", "round_id", "selection_round"),
)


def text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=False)


def upgrade() -> None:
    for table, owner, target in OWNERS:
        link = sa.ForeignKey(f"{target}.id", deferrable=True, initially="DEFERRED")
        op.create_table(
            table,
            sa.Column("id", sa.String(36), primary_key=True),
            text("position"), text("name"), text("kind"), text("caption"), text("taken_on"), text("about"),
            text("sha256"), sa.Column("size", sa.BigInteger), text("original"),
            sa.Column(owner, sa.String(36), link, nullable=False, index=True),
        )  # fmt: skip
