"""What people said yes and no to, the texts they were shown, and what doors ask of whoever comes by."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the tables of consents; give addresses their wishes."""
    _texts()
    _consents()
    _wishes()


def _texts() -> None:
    op.create_table(
        "consent_text",
        sa.Column("purpose", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_consent_text"),
        sqlite_autoincrement=True,
    )


def _consents() -> None:
    op.create_table(
        "consent",
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("purpose", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("on_day", sa.Date(), nullable=False),
        sa.Column("how", sa.String(), nullable=False),
        sa.Column("form_number", sa.String(), nullable=False),
        sa.Column("text_id", sa.Integer(), nullable=True),
        sa.Column("entered_by", sa.String(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_consent_person_id_person"),
        sa.ForeignKeyConstraint(["text_id"], ["consent_text.id"], name="fk_consent_text_id_consent_text"),
        sa.PrimaryKeyConstraint("id", name="pk_consent"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_consent_person_id", "consent", ["person_id"], unique=False)


def _wishes() -> None:
    # The defaults stay in the file: an address that was deleted before has no such columns in the journal, and must
    # still come back with Undo.
    op.add_column("address", sa.Column("no_bell", sa.Boolean(), nullable=False, server_default=sa.text("0")))
    op.add_column("address", sa.Column("sticker", sa.String(), nullable=False, server_default=sa.text("''")))
