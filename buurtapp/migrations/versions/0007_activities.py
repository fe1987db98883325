"""Activities from idea to account: series, run sheets, money, promises, and what was learned."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Make the tables; give activities, sign-ups and attendance their columns.

    The defaults stay in the file: rows that were deleted before have no such columns in the journal.
    """
    _series()
    _promises()
    _afterwards()
    _runsheet()
    _money()
    _activity()
    _people()


def _series() -> None:
    op.create_table(
        "series",
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("rule", sa.String(), nullable=False),
        sa.Column("starts_at", sa.DateTime(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=True),
        sa.Column("ended", sa.Boolean(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_series"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "series_skip",
        sa.Column("series_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("why", sa.String(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["series_id"], ["series.id"], name="fk_series_skip_series_id_series"),
        sa.PrimaryKeyConstraint("id", name="pk_series_skip"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_series_skip_series_id", "series_skip", ["series_id"], unique=False)


def _promises() -> None:
    op.create_table(
        "promise",
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("who", sa.String(), nullable=False),
        sa.Column("about_kind", sa.String(), nullable=False),
        sa.Column("about_id", sa.Integer(), nullable=True),
        sa.Column("about_person_id", sa.Integer(), nullable=True),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("done_at", sa.DateTime(), nullable=True),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["about_person_id"], ["person.id"], name="fk_promise_about_person_id_person"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_promise_person_id_person"),
        sa.PrimaryKeyConstraint("id", name="pk_promise"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_promise_about", "promise", ["about_kind", "about_id"], unique=False)
    op.create_index("ix_promise_about_person_id", "promise", ["about_person_id"], unique=False)
    op.create_index("ix_promise_person_id", "promise", ["person_id"], unique=False)


def _afterwards() -> None:
    op.create_table(
        "evaluation",
        sa.Column("activity_id", sa.Integer(), nullable=False),
        sa.Column("went_well", sa.String(), nullable=False),
        sa.Column("next_time", sa.String(), nullable=False),
        sa.Column("said", sa.String(), nullable=False),
        sa.Column("helpers", sa.Integer(), nullable=True),
        sa.Column("helper_minutes", sa.Integer(), nullable=True),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["activity_id"], ["activity.id"], name="fk_evaluation_activity_id_activity"),
        sa.PrimaryKeyConstraint("id", name="pk_evaluation"),
        sa.UniqueConstraint("activity_id", name="uq_evaluation_activity_id"),
        sqlite_autoincrement=True,
    )


def _runsheet() -> None:
    _jobs()
    op.create_table(
        "own_run_sheet",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("content", sa.String(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_own_run_sheet"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "run_sheet_setting",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("value", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_run_sheet_setting"),
        sa.UniqueConstraint("name", name="uq_run_sheet_setting_name"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "run_sheet_facts",
        sa.Column("activity_id", sa.Integer(), nullable=False),
        sa.Column("notice", sa.String(), nullable=False),
        sa.Column("plan_b", sa.String(), nullable=False),
        sa.Column("supplies", sa.String(), nullable=False),
        sa.Column("emergency", sa.String(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["activity_id"], ["activity.id"], name="fk_run_sheet_facts_activity_id_activity"),
        sa.PrimaryKeyConstraint("id", name="pk_run_sheet_facts"),
        sa.UniqueConstraint("activity_id", name="uq_run_sheet_facts_activity_id"),
        sqlite_autoincrement=True,
    )


def _jobs() -> None:
    op.create_table(
        "job",
        sa.Column("activity_id", sa.Integer(), nullable=False),
        sa.Column("phase", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("needs", sa.String(), nullable=False),
        sa.Column("step", sa.String(), nullable=False),
        sa.Column("day_offset", sa.Integer(), nullable=False),
        sa.Column("minute_offset", sa.Integer(), nullable=True),
        sa.Column("minutes", sa.Integer(), nullable=True),
        sa.Column("places", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("who", sa.String(), nullable=False),
        sa.Column("done_at", sa.DateTime(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["activity_id"], ["activity.id"], name="fk_job_activity_id_activity"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_job_person_id_person"),
        sa.PrimaryKeyConstraint("id", name="pk_job"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_job_activity_id", "job", ["activity_id"], unique=False)
    op.create_index("ix_job_person_id", "job", ["person_id"], unique=False)
    op.create_table(
        "job_helper",
        sa.Column("job_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["job_id"], ["job.id"], name="fk_job_helper_job_id_job"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_job_helper_person_id_person"),
        sa.PrimaryKeyConstraint("id", name="pk_job_helper"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_job_helper_job_id", "job_helper", ["job_id"], unique=False)
    op.create_index("ix_job_helper_person_id", "job_helper", ["person_id"], unique=False)


def _money() -> None:
    op.create_table(
        "attachment",
        sa.Column("media", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("pages", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("added_at", sa.DateTime(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_attachment"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "fund",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("giver", sa.String(), nullable=False),
        sa.Column("reference", sa.String(), nullable=False),
        sa.Column("granted", sa.Integer(), nullable=False),
        sa.Column("deadline", sa.Date(), nullable=True),
        sa.Column("signer", sa.String(), nullable=False),
        sa.Column("signed_on", sa.Date(), nullable=True),
        sa.Column("sent_on", sa.Date(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_fund"),
        sqlite_autoincrement=True,
    )
    _receipts()


def _receipts() -> None:
    op.create_table(
        "budget_line",
        sa.Column("activity_id", sa.Integer(), nullable=True),
        sa.Column("fund_id", sa.Integer(), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("planned", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["activity_id"], ["activity.id"], name="fk_budget_line_activity_id_activity"),
        sa.ForeignKeyConstraint(["fund_id"], ["fund.id"], name="fk_budget_line_fund_id_fund"),
        sa.PrimaryKeyConstraint("id", name="pk_budget_line"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_budget_line_activity_id", "budget_line", ["activity_id"], unique=False)
    op.create_index("ix_budget_line_fund_id", "budget_line", ["fund_id"], unique=False)
    op.create_table(
        "photo",
        sa.Column("activity_id", sa.Integer(), nullable=False),
        sa.Column("attachment_id", sa.Integer(), nullable=False),
        sa.Column("caption", sa.String(), nullable=False),
        sa.Column("consent", sa.Boolean(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["activity_id"], ["activity.id"], name="fk_photo_activity_id_activity"),
        sa.ForeignKeyConstraint(["attachment_id"], ["attachment.id"], name="fk_photo_attachment_id_attachment"),
        sa.PrimaryKeyConstraint("id", name="pk_photo"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_photo_activity_id", "photo", ["activity_id"], unique=False)
    op.create_index("ix_photo_attachment_id", "photo", ["attachment_id"], unique=False)
    op.create_table(
        "receipt",
        sa.Column("line_id", sa.Integer(), nullable=False),
        sa.Column("activity_id", sa.Integer(), nullable=True),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("amount", sa.Integer(), nullable=False),
        sa.Column("paid_on", sa.Date(), nullable=True),
        sa.Column("holder", sa.String(), nullable=False),
        sa.Column("attachment_id", sa.Integer(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["activity_id"], ["activity.id"], name="fk_receipt_activity_id_activity"),
        sa.ForeignKeyConstraint(["attachment_id"], ["attachment.id"], name="fk_receipt_attachment_id_attachment"),
        sa.ForeignKeyConstraint(["line_id"], ["budget_line.id"], name="fk_receipt_line_id_budget_line"),
        sa.PrimaryKeyConstraint("id", name="pk_receipt"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_receipt_activity_id", "receipt", ["activity_id"], unique=False)
    op.create_index("ix_receipt_attachment_id", "receipt", ["attachment_id"], unique=False)
    op.create_index("ix_receipt_line_id", "receipt", ["line_id"], unique=False)


def _activity() -> None:
    op.add_column("activity", sa.Column("purpose", sa.String(), server_default=sa.text("''"), nullable=False))
    op.add_column("activity", sa.Column("asked_by", sa.Integer(), nullable=True))
    op.add_column("activity", sa.Column("anyway", sa.String(), server_default=sa.text("''"), nullable=False))
    op.add_column("activity", sa.Column("expected", sa.Integer(), nullable=True))
    op.add_column("activity", sa.Column("highlight", sa.Boolean(), server_default=sa.text("0"), nullable=False))
    _points_at("fund_id", "fund")
    _points_at("series_id", "series")
    op.add_column("activity", sa.Column("series_at", sa.DateTime(), nullable=True))
    _points_at("copied_from_id", "activity")
    op.add_column("activity", sa.Column("trial_street", sa.String(), server_default=sa.text("''"), nullable=False))
    op.add_column("activity", sa.Column("trial_goal", sa.Integer(), nullable=True))
    op.add_column("activity", sa.Column("trial_result", sa.String(), server_default=sa.text("''"), nullable=False))
    op.add_column("activity", sa.Column("trial_why", sa.String(), server_default=sa.text("''"), nullable=False))
    op.add_column("activity", sa.Column("uid", sa.String(), server_default=sa.text("''"), nullable=False))
    op.create_index("ix_activity_fund_id", "activity", ["fund_id"], unique=False)
    op.create_index(
        "ix_activity_series_id", "activity", ["series_id"], unique=False, sqlite_where=sa.text("series_id IS NOT NULL")
    )
    op.create_index("ix_activity_uid", "activity", ["uid"], unique=False, sqlite_where=sa.text("uid != ''"))


def _points_at(column: str, table: str) -> None:
    """Add a column that points at another table; SQLite cannot add the rule afterwards."""
    rule = f"CONSTRAINT fk_activity_{column}_{table} REFERENCES {table} (id)"
    op.execute(f"ALTER TABLE activity ADD COLUMN {column} INTEGER {rule}")


def _people() -> None:
    op.add_column("attendance", sa.Column("unreadable", sa.Boolean(), server_default=sa.text("0"), nullable=False))
    op.add_column("attendance", sa.Column("line", sa.Integer(), nullable=True))
    op.add_column("attendance", sa.Column("photo_ok", sa.Boolean(), nullable=True))
    op.add_column("signup", sa.Column("lift", sa.Boolean(), server_default=sa.text("0"), nullable=False))
    op.add_column("signup", sa.Column("brings", sa.String(), server_default=sa.text("''"), nullable=False))
    op.add_column("signup", sa.Column("note", sa.String(), server_default=sa.text("''"), nullable=False))
