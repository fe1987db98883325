"""The first schema."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make every table."""
    _store()
    _group()
    _streets()
    _people()
    _labels()
    _sheets()
    _activities()
    _attendance()
    _press()


def _store() -> None:
    op.create_table(
        "operation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", sa.String(), nullable=False),
        sa.Column("label", sa.String(), nullable=False),
        sa.Column("undoes", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["undoes"], ["operation.id"], name="fk_operation_undoes_operation"),
        sa.PrimaryKeyConstraint("id", name="pk_operation"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "change",
        sa.Column("operation_id", sa.Integer(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("table_name", sa.String(), nullable=False),
        sa.Column("row_id", sa.Integer(), nullable=False),
        sa.Column("before", sa.String(), nullable=True),
        sa.Column("after", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["operation_id"], ["operation.id"], name="fk_change_operation_id_operation"),
        sa.PrimaryKeyConstraint("operation_id", "seq", name="pk_change"),
    )
    op.create_index("ix_change_row", "change", ["table_name", "row_id"], unique=False)
    op.create_table(
        "store_info",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("file_id", sa.String(), nullable=False),
        sa.Column("counter", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_store_info"),
    )


def _group() -> None:
    op.create_table(
        "group_info",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("purpose", sa.String(), nullable=False),
        sa.Column("for_whom", sa.String(), nullable=False),
        sa.Column("first_step", sa.String(), nullable=False),
        sa.Column("contact_name", sa.String(), nullable=False),
        sa.Column("contact_phone", sa.String(), nullable=False),
        sa.Column("contact_email", sa.String(), nullable=False),
        sa.Column("logo", sa.LargeBinary(), nullable=True),
        sa.Column("theme", sa.String(), nullable=False),
        sa.Column("is_sample", sa.Boolean(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_group_info"),
        sqlite_autoincrement=True,
    )


def _streets() -> None:
    op.create_table(
        "street",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("sort_name", sa.String(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_street"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_street_sort_name", "street", ["sort_name"], unique=False)
    op.create_table(
        "address",
        sa.Column("street_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("addition", sa.String(), nullable=False),
        sa.Column("postcode", sa.String(), nullable=False),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("do_not_approach", sa.Boolean(), nullable=False),
        sa.Column("sort_key", sa.String(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["street_id"], ["street.id"], name="fk_address_street_id_street"),
        sa.PrimaryKeyConstraint("id", name="pk_address"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_address_street_id_sort_key", "address", ["street_id", "sort_key"], unique=False)


def _people() -> None:
    op.create_table(
        "person",
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("given", sa.String(), nullable=False),
        sa.Column("initials", sa.String(), nullable=False),
        sa.Column("infix", sa.String(), nullable=False),
        sa.Column("family", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("address_id", sa.Integer(), nullable=True),
        sa.Column("postcode", sa.String(), nullable=False),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("contact_preference", sa.String(), nullable=False),
        sa.Column("best_time", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("do_not_approach", sa.Boolean(), nullable=False),
        sa.Column("sort_name", sa.String(), nullable=False),
        sa.Column("place_key", sa.String(), nullable=False),
        sa.Column("search_text", sa.String(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["address_id"], ["address.id"], name="fk_person_address_id_address"),
        sa.PrimaryKeyConstraint("id", name="pk_person"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_person_address_id", "person", ["address_id"], unique=False)
    op.create_index("ix_person_place_key", "person", ["place_key"], unique=False)
    op.create_index("ix_person_sort_name", "person", ["sort_name"], unique=False)
    op.create_table(
        "phone",
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_phone_person_id_person"),
        sa.PrimaryKeyConstraint("id", name="pk_phone"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_phone_person_id", "phone", ["person_id"], unique=False)
    op.create_table(
        "email",
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("address", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_email_person_id_person"),
        sa.PrimaryKeyConstraint("id", name="pk_email"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_email_person_id", "email", ["person_id"], unique=False)


def _labels() -> None:
    op.create_table(
        "label",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("sort_name", sa.String(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_label"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_label_sort_name", "label", ["sort_name"], unique=False)
    op.create_table(
        "person_label",
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("label_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["label_id"], ["label.id"], name="fk_person_label_label_id_label"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_person_label_person_id_person"),
        sa.PrimaryKeyConstraint("id", name="pk_person_label"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_person_label_label_id_person_id", "person_label", ["label_id", "person_id"], unique=False)
    op.create_index("ix_person_label_person_id", "person_label", ["person_id"], unique=False)
    op.create_table(
        "loose_end",
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("row", sa.Integer(), nullable=False),
        sa.Column("column", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_loose_end"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "import_mapping",
        sa.Column("signature", sa.String(), nullable=False),
        sa.Column("mapping", sa.String(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_import_mapping"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_import_mapping_signature", "import_mapping", ["signature"], unique=False)


def _sheets() -> None:
    op.create_table(
        "sheet",
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("subject_id", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("printed_at", sa.DateTime(), nullable=False),
        sa.Column("pages", sa.Integer(), nullable=False),
        sa.Column("layout_json", sa.String(), nullable=False),
        sa.Column("pdf_sha256", sa.String(), nullable=False),
        sa.Column("came_home_at", sa.DateTime(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_sheet"),
        sa.UniqueConstraint("code", name="uq_sheet_code"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_sheet_subject_id", "sheet", ["subject_id"], unique=False)
    op.create_table(
        "sheet_row",
        sa.Column("sheet_id", sa.Integer(), nullable=False),
        sa.Column("page", sa.Integer(), nullable=False),
        sa.Column("row", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_sheet_row_person_id_person"),
        sa.ForeignKeyConstraint(["sheet_id"], ["sheet.id"], name="fk_sheet_row_sheet_id_sheet"),
        sa.PrimaryKeyConstraint("id", name="pk_sheet_row"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_sheet_row_person_id", "sheet_row", ["person_id"], unique=False)
    op.create_index("ix_sheet_row_sheet_id_row", "sheet_row", ["sheet_id", "row"], unique=False)


def _activities() -> None:
    op.create_table(
        "activity",
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("starts_at", sa.DateTime(), nullable=False),
        sa.Column("ends_at", sa.DateTime(), nullable=True),
        sa.Column("capacity", sa.Integer(), nullable=True),
        sa.Column("cost", sa.String(), nullable=False),
        sa.Column("organiser", sa.String(), nullable=False),
        sa.Column("contact_person_id", sa.Integer(), nullable=True),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("for_whom", sa.String(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["contact_person_id"], ["person.id"], name="fk_activity_contact_person_id_person"),
        sa.PrimaryKeyConstraint("id", name="pk_activity"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_activity_contact_person_id", "activity", ["contact_person_id"], unique=False)
    op.create_index("ix_activity_starts_at", "activity", ["starts_at"], unique=False)


def _attendance() -> None:
    op.create_table(
        "signup",
        sa.Column("activity_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("guests", sa.Integer(), nullable=False),
        sa.Column("children", sa.Integer(), nullable=False),
        sa.Column("since", sa.DateTime(), nullable=False),
        sa.Column("waiting", sa.Boolean(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["activity_id"], ["activity.id"], name="fk_signup_activity_id_activity"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_signup_person_id_person"),
        sa.PrimaryKeyConstraint("id", name="pk_signup"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_signup_activity_id", "signup", ["activity_id"], unique=False)
    op.create_index("ix_signup_person_id", "signup", ["person_id"], unique=False)
    op.create_table(
        "attendance",
        sa.Column("activity_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("sheet_id", sa.Integer(), nullable=True),
        sa.Column("arrived_at", sa.DateTime(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["activity_id"], ["activity.id"], name="fk_attendance_activity_id_activity"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_attendance_person_id_person"),
        sa.ForeignKeyConstraint(["sheet_id"], ["sheet.id"], name="fk_attendance_sheet_id_sheet"),
        sa.PrimaryKeyConstraint("id", name="pk_attendance"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_attendance_activity_id", "attendance", ["activity_id"], unique=False)
    op.create_index("ix_attendance_person_id", "attendance", ["person_id"], unique=False)
    op.create_index("ix_attendance_sheet_id", "attendance", ["sheet_id"], unique=False)
    op.create_table(
        "head_count",
        sa.Column("activity_id", sa.Integer(), nullable=False),
        sa.Column("guests", sa.Integer(), nullable=False),
        sa.Column("children", sa.Integer(), nullable=False),
        sa.Column("sheet_id", sa.Integer(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["activity_id"], ["activity.id"], name="fk_head_count_activity_id_activity"),
        sa.ForeignKeyConstraint(["sheet_id"], ["sheet.id"], name="fk_head_count_sheet_id_sheet"),
        sa.PrimaryKeyConstraint("id", name="pk_head_count"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_head_count_activity_id", "head_count", ["activity_id"], unique=False)
    op.create_index("ix_head_count_sheet_id", "head_count", ["sheet_id"], unique=False)


def _press() -> None:
    op.create_table(
        "print_log",
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("activity_id", sa.Integer(), nullable=True),
        sa.Column("description", sa.String(), nullable=False),
        sa.Column("copies", sa.Integer(), nullable=False),
        sa.Column("pages", sa.Integer(), nullable=False),
        sa.Column("printed_at", sa.DateTime(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["activity_id"], ["activity.id"], name="fk_print_log_activity_id_activity"),
        sa.PrimaryKeyConstraint("id", name="pk_print_log"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_print_log_activity_id", "print_log", ["activity_id"], unique=False)
