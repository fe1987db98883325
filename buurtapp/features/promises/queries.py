"""Questions about promises."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import fields
from datetime import datetime

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import Session

from buurtapp.core.clock import local
from buurtapp.core.errors import not_found
from buurtapp.core.i18n import N_, Text, text
from buurtapp.features.people.queries import cards, listing
from buurtapp.features.people.rules.approach import may_be_approached
from buurtapp.features.people.rules.days import written_day
from buurtapp.features.people.rules.history import Happening, HappeningKind, Place
from buurtapp.features.people.tables import Person
from buurtapp.features.promises.records import PromiseDraft, PromiseRow
from buurtapp.features.promises.tables import Promise


def open_ones(session: Session) -> list[PromiseRow]:
    """Return what is still to be done: what has a day first, the earliest day on top."""
    wanted = select(Promise).where(Promise.done_at.is_(None))
    return _rows(session, wanted.order_by(Promise.due_on.is_(None), Promise.due_on, Promise.id))


def listed(session: Session) -> list[PromiseRow]:
    """Return all promises, the newest first."""
    return _rows(session, select(Promise).order_by(Promise.id.desc()))


def about(session: Session, kind: str, number: int) -> list[PromiseRow]:
    """Return the promises about one thing, the earliest day on top."""
    wanted = select(Promise).where(Promise.about_kind == kind, Promise.about_id == number)
    return _rows(session, wanted.order_by(Promise.due_on.is_(None), Promise.due_on, Promise.id))


def promise(session: Session, number: int) -> PromiseRow:
    """Return one promise; raises UserError "not_found"."""
    found = _rows(session, select(Promise).where(Promise.id == number))
    if not found:
        raise not_found("promise", number)
    return found[0]


def happenings(session: Session, here: datetime, person_id: int) -> list[Happening]:
    """Return what somebody promised, and what was promised about them, at this wall-clock time; newest first."""
    theirs = or_(Promise.person_id == person_id, Promise.about_person_id == person_id)
    rows = session.scalars(select(Promise).where(theirs).order_by(Promise.id.desc()))
    return [_happening(row, here, is_own=row.person_id == person_id) for row in rows]


def _happening(row: Promise, here: datetime, *, is_own: bool) -> Happening:
    """Return a promise as it stands in a history: on the day it was kept, else on the day it was made."""
    kind: HappeningKind = "promised" if row.done_at is None else "kept"
    day = local(row.done_at or row.made_at).date()
    where = Place(_PAGES[row.about_kind], row.about_id) if row.about_kind in _PAGES and row.about_id else None
    return Happening(day, kind, _ICONS.get(row.kind, "square-check"), row.title, _stands(row, here, is_own), where)


_PAGES = {"activity": "activities"}
_ICONS = {"call": "phone", "card": "mail"}


def _stands(row: Promise, here: datetime, is_own: bool) -> Text:  # noqa: FBT001 - private
    if row.done_at is not None:
        return text(N_("promised, and done")) if is_own else text(N_("done"))
    if row.due_on is None:
        return text(N_("promised")) if is_own else text(N_("still to be done"))
    if row.due_on < here.date():
        return text(N_("promised for {day}, not done yet"), day=written_day(row.due_on))
    return text(N_("promised for {day}"), day=written_day(row.due_on))


def _phones(session: Session, rows: Sequence[Promise]) -> dict[int | None, str]:
    """Return the first number of everybody whom a call is about and who may be called."""
    about = sorted({row.about_person_id for row in rows if row.kind == "call" and row.about_person_id is not None})
    known = cards.cards(session, about) if about else ()
    return {card.id: card.phones[0] for card in known if card.phones and may_be_approached(card, "phone")}


def _rows(session: Session, wanted: Select[Promise]) -> list[PromiseRow]:
    rows = list(session.scalars(wanted))
    phones = _phones(session, rows)
    names = _names(session, (number for row in rows for number in (row.person_id, row.about_person_id)))
    return [
        PromiseRow(
            row.id,
            PromiseDraft(**{field.name: getattr(row, field.name) for field in fields(PromiseDraft)}),
            names.get(row.person_id) or row.who,
            names.get(row.about_person_id) or "",
            row.done_at,
            row.made_at,
            phones.get(row.about_person_id, "") if row.kind == "call" else "",
        )
        for row in rows
    ]


def _names(session: Session, numbers: Iterable[int | None]) -> dict[int | None, str]:
    wanted = {number for number in numbers if number is not None}
    people = session.scalars(select(Person).where(Person.id.in_(wanted))) if wanted else ()
    return {person.id: listing.name_of(person).spoken for person in people}
