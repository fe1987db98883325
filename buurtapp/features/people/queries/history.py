"""What people themselves tell of the history of one person: notes, consents, and how their data changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from buurtapp.core.clock import local
from buurtapp.core.errors import not_found
from buurtapp.core.i18n import N_, Text, text
from buurtapp.core.store.journal import RowChange, Touched, touched
from buurtapp.features.people.names_and_consents import ConsentEntry
from buurtapp.features.people.queries import consents as consent_log
from buurtapp.features.people.records import Door, NoteRow
from buurtapp.features.people.rules import changes
from buurtapp.features.people.rules.changes import PersonChange
from buurtapp.features.people.rules.history import Happening, Place
from buurtapp.features.people.rules.history_words import NOTE_ICONS, by_words, consent_words
from buurtapp.features.people.tables import Address, Email, Label, PersonLabel, PersonNote, Phone, Street

_LAST_CHANGES = 60
_OF_A_PERSON = ("phone", "email", "person_label", "person_word")
_OWN_WORDS = ("Added: {name}", "Changed: {name}", "Label {label} given to {name}", "Involved: {name} set to {step}")
"""Labels of operations that say no more than the change itself."""
_MERGED = "Merged: {gone} into {keep}"


def happenings(session: Session, _here: datetime, person: int) -> list[Happening]:
    """Return what was noted, answered and changed, newest first of each."""
    return [*_noted(session, person), *_answered(session, person), *_changed(session, person)]


def notes(session: Session, person: int) -> list[NoteRow]:
    """Return the notes about somebody, newest first."""
    wanted = select(PersonNote).where(PersonNote.person_id == person)
    ordered = wanted.order_by(PersonNote.on_day.desc(), PersonNote.id.desc())
    return [_note(row) for row in session.scalars(ordered)]


def note(session: Session, number: int) -> NoteRow:
    """Return one note; raises UserError "not_found"."""
    row = session.get(PersonNote, number)
    if row is None:
        raise not_found("person_note", number)
    return _note(row)


def _note(row: PersonNote) -> NoteRow:
    return NoteRow(row.id, row.person_id, row.text, row.on_day, row.kind, row.entered_by)  # type: ignore[arg-type]


def _noted(session: Session, person: int) -> list[Happening]:
    return [
        Happening(
            row.on_day,
            "note",
            NOTE_ICONS[row.kind],
            row.text,
            by_words(row.kind, row.entered_by),
            Place("note", row.id),
        )
        for row in notes(session, person)
    ]


def _answered(session: Session, person: int) -> list[Happening]:
    """Return what somebody was asked and answered; what was said in one go is one thing."""
    together: dict[tuple[object, ...], list[ConsentEntry]] = {}
    for entry in consent_log.log(session, person):
        if entry.state != "not_asked":
            key = entry.on_day, entry.how, entry.form_number, entry.entered_by
            together.setdefault(key, []).append(entry)
    return [
        Happening(entries[0].on_day, "consent", "shield-check", *consent_words(entries))
        for entries in reversed(list(together.values()))
    ]


# From the journal


def _changed(session: Session, person: int) -> list[Happening]:
    rows: dict[str, Sequence[int]] = {"person": [person]}
    for table in (Phone, Email, PersonLabel):
        rows[table.__tablename__] = list(session.scalars(select(table.id).where(table.person_id == person)))
    last = touched(session.connection(), rows, ("person_id", person), _OF_A_PERSON, _LAST_CHANGES)
    standing = _not_undone(last)
    labels = {row[0]: row[1] for row in session.execute(select(Label.id, Label.name))}
    found = [(one, _person_change(one.changes, person, labels)) for one in standing]
    doors = _doors(session, (change for _one, change in found))
    told = (_happening(one, change, doors) for one, change in found)
    return [happening for happening in told if happening is not None]


def _not_undone(last: Sequence[Touched]) -> list[Touched]:
    """Leave out what was taken back, and the taking back itself; what was done again stays."""
    known = {one.entry.id: one.entry for one in last}
    turns: defaultdict[int, int] = defaultdict(int)
    for one in last:
        entry, count = one.entry, 0
        while entry.undoes is not None and entry.undoes in known:
            entry, count = known[entry.undoes], count + 1
        turns[entry.id] = max(turns[entry.id], count)
    return [one for one in last if one.entry.undoes is None and turns[one.entry.id] % 2 == 0]


def _person_change(rows: Sequence[RowChange], person: int, labels: Mapping[int, str]) -> PersonChange:
    before = after = None
    came: defaultdict[str, list[str]] = defaultdict(list)
    went: defaultdict[str, list[str]] = defaultdict(list)
    words_changed, first = False, True
    for row in rows:
        if row.table == "person" and row.row_id == person:
            before, after, first = (row.before if first else before), row.after, False
        elif row.table == "person_word":
            words_changed = True
        for image, words in ((row.before, went), (row.after, came)):
            if image is None or image.get("person_id") != person:
                continue
            if row.table == "phone":
                words["phone"].append(str(image["number"]))
            elif row.table == "email":
                words["email"].append(str(image["address"]))
            elif row.table == "person_label" and image["label_id"] in labels:
                words["label"].append(labels[image["label_id"]])
    return PersonChange(before, after, came, went, words_changed)


def _doors(session: Session, found: Iterable[PersonChange]) -> dict[int, str]:
    """Return the addresses that people moved from and to, in words."""
    images = [image for change in found for image in (change.before, change.after) if image is not None]
    numbers = {image.get("address_id") for image in images} - {None}
    wanted = select(Address.id, Street.name, Address.number, Address.addition)
    wanted = wanted.join(Street, Street.id == Address.street_id).where(Address.id.in_(numbers))
    return {
        number: Door(street, house or None, addition).line
        for number, street, house, addition in session.execute(wanted)
    }


def _happening(one: Touched, change: PersonChange, doors: Mapping[int, str]) -> Happening | None:
    day, label = local(one.entry.at).date(), one.entry.label
    is_own = label.msgid in _OWN_WORDS
    if change.after is not None and change.before is None:
        return Happening(day, "added", "user-plus", text(N_("Put in the file")), "" if is_own else label)
    if label.msgid == _MERGED:
        return Happening(day, "changed", "merge", label)
    facts = changes.told(change, doors)
    if not facts:
        return None
    rest: list[Text] = [*facts[1:], *([] if is_own else [label])]
    detail = " · ".join(fact.render() for fact in rest)
    return Happening(day, "changed", "pencil", facts[0], detail)
