"""Notes with a day about somebody; members, roles and steps that were chosen by hand are found at once."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Make the table of notes, and indexes of the few who are members, have a role, or a step that was chosen."""
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
    _few("ix_person_step_override", "person", ["step_override"], "step_override != ''")
    _few("ix_person_member_from", "person", ["member_from"], "member_from IS NOT NULL")
    _few("ix_person_member_until", "person", ["member_until"], "member_until IS NOT NULL")
    _few("ix_person_word_role", "person_word", ["person_id", "word"], "kind = 'role'")


def _few(name: str, table: str, columns: list[str], where: str) -> None:
    """Index only the few rows that a question is about."""
    op.create_index(name, table, columns, unique=False, sqlite_where=sa.text(where))
