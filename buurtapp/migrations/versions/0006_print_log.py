"""What went out of the file: also lists and letters for people, with how many people and which columns."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Give the log of prints room for the number of people and the columns."""
    op.add_column("print_log", sa.Column("people", sa.Integer(), nullable=True))
    # The default stays in the file: rows that were deleted before have no such column in the journal.
    op.add_column("print_log", sa.Column("fields", sa.String(), nullable=False, server_default=sa.text("''")))
