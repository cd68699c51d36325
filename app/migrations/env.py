"""How Alembic reaches the database: always on a connection handed over by `app.migrations.upgrade`."""

from __future__ import annotations

from alembic import context

import app.models
from app.models.base import Base

connection = context.config.attributes.get("connection")
if connection is None:
    raise SystemExit("run migrations through `sokuo` (they are applied at start)")

_ = app.models  # importing the package registers every table
context.configure(
    connection=connection,
    target_metadata=Base.metadata,
    compare_type=True,
    render_as_batch=connection.dialect.name == "sqlite",
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
