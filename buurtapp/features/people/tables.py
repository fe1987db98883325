"""Streets, addresses, people, and what could not be sorted out yet when a list was read."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from buurtapp.core.store.base import Row, UtcMoment


class Area(Row):
    """A part of the neighbourhood: some streets, with the connector (buurtverbinder) who knows people there."""

    __tablename__ = "area"

    name: Mapped[str]
    sort_name: Mapped[str] = mapped_column(index=True)
    connector_id: Mapped[int | None] = mapped_column(ForeignKey("person.id", use_alter=True), index=True)


class Street(Row):
    """A street. `sort_name` is the folded name.

    `walk` is one of `records.WALKS`; `walk_position` puts streets in the order in which people go round, None by name.
    """

    __tablename__ = "street"

    name: Mapped[str]
    sort_name: Mapped[str] = mapped_column(index=True)
    area_id: Mapped[int | None] = mapped_column(ForeignKey("area.id"), index=True)
    walk: Mapped[str] = mapped_column(default="", server_default=text("''"))
    walk_position: Mapped[int | None]


class Address(Row):
    """A door. `number` 0 means that there is none; `sort_key` sorts doors of a street as people walk.

    `sticker` says which print may go into the letterbox: "", "nee_nee" or "nee_ja". Doors with the same `stairwell`
    (or court) are walked together; `walk_position` is the place in the street that was chosen by hand, from 1.
    """

    __tablename__ = "address"
    __table_args__ = (Index("ix_address_street_id_sort_key", "street_id", "sort_key"), Row.__table_args__)

    street_id: Mapped[int] = mapped_column(ForeignKey("street.id"))
    number: Mapped[int]
    addition: Mapped[str]
    postcode: Mapped[str]
    place: Mapped[str]
    note: Mapped[str]
    do_not_approach: Mapped[bool]
    sort_key: Mapped[str]
    no_bell: Mapped[bool] = mapped_column(default=False, server_default=text("0"))
    sticker: Mapped[str] = mapped_column(default="", server_default=text("''"))
    stairwell: Mapped[str] = mapped_column(default="", server_default=text("''"))
    walk_position: Mapped[int | None]


class Person(Row):
    """Somebody, or a household of which only the shared name is known.

    `postcode` and `place` are what a list said of somebody whose address is unknown; with one they are empty.
    `relation` is one of `records.RELATIONS`; `step_override` is a step of the ladder that was chosen by hand, or "".
    `sort_name` (family name first), `place_key` (street, door, name), `search_text` are folded: for lists, for search.
    """

    __tablename__ = "person"
    __table_args__ = (
        Index("ix_person_sort_name", "sort_name"),
        Index("ix_person_place_key", "place_key"),
        Index("ix_person_address_id", "address_id"),
        # Only of the few whose step was chosen by hand, and of members.
        Index("ix_person_step_override", "step_override", sqlite_where=text("step_override != ''")),
        Index("ix_person_member_from", "member_from", sqlite_where=text("member_from IS NOT NULL")),
        Index("ix_person_member_until", "member_until", sqlite_where=text("member_until IS NOT NULL")),
        Row.__table_args__,
    )

    title: Mapped[str]
    given: Mapped[str]
    initials: Mapped[str]
    infix: Mapped[str]
    family: Mapped[str]
    kind: Mapped[str]
    address_id: Mapped[int | None] = mapped_column(ForeignKey("address.id"))
    postcode: Mapped[str]
    place: Mapped[str]
    contact_preference: Mapped[str]
    best_time: Mapped[str]
    note: Mapped[str]
    do_not_approach: Mapped[bool]
    sort_name: Mapped[str]
    place_key: Mapped[str]
    search_text: Mapped[str]
    relation: Mapped[str] = mapped_column(default="resident", server_default=text("'resident'"))
    birth_year: Mapped[int | None]
    member_from: Mapped[date | None]
    member_until: Mapped[date | None]
    step_override: Mapped[str] = mapped_column(default="", server_default=text("''"))
    step_reason: Mapped[str] = mapped_column(default="", server_default=text("''"))


class PersonWord(Row):
    """A word about a person: `kind` "language" (a code where we know it), "skill" or "role"."""

    __tablename__ = "person_word"
    __table_args__ = (
        Index("ix_person_word_role", "person_id", "word", sqlite_where=text("kind = 'role'")),
        Row.__table_args__,
    )

    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    kind: Mapped[str]
    word: Mapped[str]
    position: Mapped[int]


class PersonNote(Row):
    """What was said or done with somebody on a day: "gesproken aan de deur". `kind` is one of `records.NOTE_KINDS`."""

    __tablename__ = "person_note"

    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    on_day: Mapped[date]
    text: Mapped[str]
    kind: Mapped[str]
    entered_by: Mapped[str]


class NotDouble(Row):
    """Two people who look like one and are not: somebody said so. `first_id` is the smaller number."""

    __tablename__ = "not_double"

    first_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    second_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)


class Phone(Row):
    """A number of a person: E.164 when it could be understood, else as written. `position` 0 is the first to try."""

    __tablename__ = "phone"

    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    number: Mapped[str]
    position: Mapped[int]


class Email(Row):
    """An e-mail address of a person."""

    __tablename__ = "email"

    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    address: Mapped[str]
    position: Mapped[int]


class Label(Row):
    """A practical word to find people by: "soep", "auto"."""

    __tablename__ = "label"

    name: Mapped[str]
    sort_name: Mapped[str] = mapped_column(index=True)


class PersonLabel(Row):
    """A label on a person."""

    __tablename__ = "person_label"
    __table_args__ = (Index("ix_person_label_label_id_person_id", "label_id", "person_id"), Row.__table_args__)

    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    label_id: Mapped[int] = mapped_column(ForeignKey("label.id"))


class ConsentText(Row):
    """What people were shown when they were asked, in one language. A text is never changed: it gets a new version."""

    __tablename__ = "consent_text"

    purpose: Mapped[str]
    version: Mapped[int]
    language: Mapped[str]
    text: Mapped[str]
    since: Mapped[date]


class Consent(Row):
    """One line of the log of what somebody said yes or no to. What counts now is worked out from all of them.

    `state`: "given", "withdrawn", "asked", or "not_asked", which strikes out every line entered before it.
    """

    __tablename__ = "consent"

    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    purpose: Mapped[str]
    state: Mapped[str]
    on_day: Mapped[date]
    how: Mapped[str]
    form_number: Mapped[str]
    text_id: Mapped[int | None] = mapped_column(ForeignKey("consent_text.id"))
    entered_by: Mapped[str]
    created_at: Mapped[datetime] = mapped_column(UtcMoment)


class LooseEnd(Row):
    """A row of an import that still has to be sorted out by hand. `text` holds what was written, nothing lost."""

    __tablename__ = "loose_end"

    source: Mapped[str]
    row: Mapped[int]
    column: Mapped[str]
    kind: Mapped[str]
    text: Mapped[str]
    created_at: Mapped[datetime] = mapped_column(UtcMoment)


class ImportMapping(Row):
    """What the columns of a kind of list mean, as the coordinator last chose. `mapping` is JSON {heading: meaning}."""

    __tablename__ = "import_mapping"

    signature: Mapped[str] = mapped_column(index=True)
    mapping: Mapped[str]


class ReadList(Row):
    """A list that was read in: `signature` are its headings, `source` the name of its file."""

    __tablename__ = "read_list"

    signature: Mapped[str] = mapped_column(index=True)
    source: Mapped[str]
    read_on: Mapped[date]


class ListEntry(Row):
    """Who a row of a list was. `entry_key` tells the rows of one list apart, by member number or by name and door.

    `said` is JSON {field: fingerprints of what stood there}: enough to see what is new, and no second copy of it.
    It is "" where nothing of the row was taken over.
    """

    __tablename__ = "list_entry"

    list_id: Mapped[int] = mapped_column(ForeignKey("read_list.id"), index=True)
    entry_key: Mapped[str]
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    said: Mapped[str]
