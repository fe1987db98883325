"""Alembic's entry: runs the migrations on the connection and in the transaction of whoever calls."""

from __future__ import annotations

from alembic import context

connection = context.config.attributes["connection"]
context.configure(connection=connection, target_metadata=None, transactional_ddl=True, render_as_batch=True)
context.run_migrations()
