"""What people said yes and no to, and the texts they were shown."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from buurtapp.features.people.names_and_consents import ConsentEntry, ConsentState
from buurtapp.features.people.records import ConsentTextRow
from buurtapp.features.people.rules import consents as rules
from buurtapp.features.people.tables import Consent, ConsentText

_MANY = 500


def log(session: Session, person: int) -> list[ConsentEntry]:
    """Return everything somebody was asked and answered, in the order it was entered."""
    return logs(session, [person])[person]


def consents_of(session: Session, people: Sequence[int]) -> dict[int, tuple[ConsentState, ...]]:
    """Return how it stands with each of these people; who was never asked is left out."""
    return {person: rules.states(entries) for person, entries in logs(session, people).items()}


def logs(session: Session, people: Sequence[int]) -> defaultdict[int, list[ConsentEntry]]:
    """Return everything each of these people was asked and answered, in the order it was entered."""
    found: defaultdict[int, list[ConsentEntry]] = defaultdict(list)
    wanted = select(Consent, ConsentText.version).outerjoin(ConsentText, ConsentText.id == Consent.text_id)
    for at in range(0, len(people), _MANY):
        part = people[at : at + _MANY]
        for row, version in session.execute(wanted.where(Consent.person_id.in_(part)).order_by(Consent.id)):
            found[row.person_id].append(_entry(row, version))
    return found


def _entry(row: Consent, version: int | None) -> ConsentEntry:
    return ConsentEntry(
        row.id,
        row.purpose,  # type: ignore[arg-type]
        row.state,  # type: ignore[arg-type]
        row.on_day,
        row.how,  # type: ignore[arg-type]
        row.form_number,
        version,
        row.entered_by,
    )


def texts(session: Session, purpose: str = "") -> list[ConsentTextRow]:
    """Return every text people were ever shown, or those about one purpose; oldest version first."""
    wanted = select(ConsentText).order_by(ConsentText.purpose, ConsentText.version, ConsentText.language)
    if purpose:
        wanted = wanted.where(ConsentText.purpose == purpose)
    return [
        ConsentTextRow(row.id, row.purpose, row.version, row.language, row.text, row.since)  # type: ignore[arg-type]
        for row in session.scalars(wanted)
    ]


def text_on(session: Session, purpose: str, day: date, language: str = "nl") -> ConsentTextRow | None:
    """Return the text that was in use on a day, in this language or else in another; None before the first one."""
    known = [row for row in texts(session, purpose) if row.since <= day]
    return max(known, key=lambda row: (row.version, row.language == language, -row.id), default=None)
