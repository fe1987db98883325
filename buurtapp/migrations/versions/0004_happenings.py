"""Notes with a day about somebody; who has a step of the ladder that was chosen by hand is found at once."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Make the table of notes, and an index of the few whose step was chosen."""
    op.create_table(
        "person_note",
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("on_day", sa.Date(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("entered_by", sa.String(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_person_note_person_id_person"),
        sa.PrimaryKeyConstraint("id", name="pk_person_note"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_person_note_person_id", "person_note", ["person_id"], unique=False)
    op.create_index(
        "ix_person_step_override",
        "person",
        ["step_override"],
        unique=False,
        sqlite_where=sa.text("step_override != ''"),
    )
