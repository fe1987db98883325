"""How streets are walked and who looks after them; more about people; who are two people and not one."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make the tables of areas, words about people and pairs; give streets, addresses and people more columns."""
    _areas()
    _words()
    _pairs()
    _columns()


def _areas() -> None:
    op.create_table(
        "area",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("sort_name", sa.String(), nullable=False),
        sa.Column("connector_id", sa.Integer(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["connector_id"], ["person.id"], name="fk_area_connector_id_person"),
        sa.PrimaryKeyConstraint("id", name="pk_area"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_area_sort_name", "area", ["sort_name"], unique=False)
    op.create_index("ix_area_connector_id", "area", ["connector_id"], unique=False)


def _words() -> None:
    op.create_table(
        "person_word",
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("word", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_person_word_person_id_person"),
        sa.PrimaryKeyConstraint("id", name="pk_person_word"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_person_word_person_id", "person_word", ["person_id"], unique=False)


def _pairs() -> None:
    op.create_table(
        "not_double",
        sa.Column("first_id", sa.Integer(), nullable=False),
        sa.Column("second_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["first_id"], ["person.id"], name="fk_not_double_first_id_person"),
        sa.ForeignKeyConstraint(["second_id"], ["person.id"], name="fk_not_double_second_id_person"),
        sa.PrimaryKeyConstraint("id", name="pk_not_double"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_not_double_first_id", "not_double", ["first_id"], unique=False)
    op.create_index("ix_not_double_second_id", "not_double", ["second_id"], unique=False)


def _columns() -> None:
    # The defaults stay in the file: rows that were deleted before have no such columns in the journal, and must still
    # come back with Undo. SQLite adds a column that points at a table only where the two are written in one line.
    op.execute("ALTER TABLE street ADD COLUMN area_id INTEGER CONSTRAINT fk_street_area_id_area REFERENCES area (id)")
    op.create_index("ix_street_area_id", "street", ["area_id"], unique=False)
    op.add_column("street", _text("walk"))
    op.add_column("street", sa.Column("walk_position", sa.Integer(), nullable=True))
    op.add_column("address", _text("stairwell"))
    op.add_column("address", sa.Column("walk_position", sa.Integer(), nullable=True))
    op.add_column("person", _text("relation", "resident"))
    op.add_column("person", sa.Column("birth_year", sa.Integer(), nullable=True))
    op.add_column("person", sa.Column("member_from", sa.Date(), nullable=True))
    op.add_column("person", sa.Column("member_until", sa.Date(), nullable=True))
    op.add_column("person", _text("step_override"))
    op.add_column("person", _text("step_reason"))


def _text(name: str, default: str = "") -> sa.Column[str]:
    return sa.Column(name, sa.String(), nullable=False, server_default=sa.text(f"'{default}'"))
