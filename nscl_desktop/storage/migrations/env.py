"""Run by Alembic with the connection that upgrading.py hands over, inside that connection's transaction."""

from alembic import context
from sqlalchemy import MetaData

# Names of constraints and indexes, which migrations can then leave out.
_NAMES = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "ix": "ix_%(table_name)s_%(column_0_name)s",
    }
)

context.configure(connection=context.config.attributes["connection"], target_metadata=_NAMES)
context.run_migrations()
