"""Alembic's entry: migrate over the connection that `factbase.store.upkeep` gives.

For `alembic check` and `alembic revision --autogenerate` a developer gets a fresh base in memory instead.
"""

from alembic import context
from sqlalchemy import Connection, create_engine

import factbase.kinds.tables  # noqa: F401 (fills the metadata)
from factbase.kinds.schema import metadata


def migrate(connection: Connection) -> None:
    context.configure(
        connection=connection,
        target_metadata=metadata,
        # SQLite changes a table by copying it.
        render_as_batch=True,
        transactional_ddl=True,
    )
    with context.begin_transaction():
        context.run_migrations()


given = context.config.attributes.get("connection")
if given is not None:
    migrate(given)
else:
    with create_engine("sqlite://").connect() as fresh:
        migrate(fresh)
