"""Which lists were read, and who their rows were: the next version of a list is compared with it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Make the tables of lists that were read, and of their rows."""
    op.create_table(
        "read_list",
        sa.Column("signature", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("read_on", sa.Date(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_read_list"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_read_list_signature", "read_list", ["signature"], unique=False)
    op.create_table(
        "list_entry",
        sa.Column("list_id", sa.Integer(), nullable=False),
        sa.Column("entry_key", sa.String(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("said", sa.String(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["list_id"], ["read_list.id"], name="fk_list_entry_list_id_read_list"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_list_entry_person_id_person"),
        sa.PrimaryKeyConstraint("id", name="pk_list_entry"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_list_entry_list_id", "list_entry", ["list_id"], unique=False)
    op.create_index("ix_list_entry_person_id", "list_entry", ["person_id"], unique=False)
