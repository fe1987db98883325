"""Remembering that two people who look like one are two, so that nobody is asked again."""

from __future__ import annotations

from sqlalchemy import or_, select

from buurtapp.core.errors import UserError, not_found
from buurtapp.core.i18n import N_, Text, text
from buurtapp.core.store.work import Work
from buurtapp.features.people.names_and_consents import Name
from buurtapp.features.people.queries import listing
from buurtapp.features.people.tables import NotDouble


def two_people_label(first: Name, second: Name) -> Text:
    """Return what the history says of `tell_apart`."""
    return text(N_("Two people: {first} and {second}"), first=first.spoken, second=second.spoken)


def maybe_one_label(first: Name, second: Name) -> Text:
    """Return what the history says of `compare_again`."""
    return text(N_("Perhaps one person after all: {first} and {second}"), first=first.spoken, second=second.spoken)


def tell_apart(work: Work, first: int, second: int) -> None:
    """Remember that these are two people; what is known already is not written twice.

    Raises UserError "same_person" or "not_found".
    """
    _check(work, first, second)
    if not _rows(work, first, second):
        lower, higher = sorted((first, second))
        work.add(NotDouble(first_id=lower, second_id=higher))


def compare_again(work: Work, first: int, second: int) -> None:
    """Forget that these are two people; raises UserError "same_person", "not_found" or "not_told_apart"."""
    _check(work, first, second)
    rows = _rows(work, first, second)
    if not rows:
        raise UserError("not_told_apart", text(N_("Nobody said that these are two people. Nothing was changed.")))
    for row in rows:
        work.delete(row)


def move(work: Work, keep: int, gone: int) -> None:
    """Let what was said of `gone` be said of `keep`: no pair of somebody with themselves, and none twice."""
    wanted = select(NotDouble).where(or_(NotDouble.first_id.in_((keep, gone)), NotDouble.second_id.in_((keep, gone))))
    rows = list(work.session.scalars(wanted))
    known = {(row.first_id, row.second_id) for row in rows if gone not in (row.first_id, row.second_id)}
    for row in rows:
        if gone not in (row.first_id, row.second_id):
            continue
        other = row.second_id if row.first_id == gone else row.first_id
        lower, higher = sorted((keep, other))
        if other == keep or (lower, higher) in known:
            work.session.delete(row)
        else:
            row.first_id, row.second_id = lower, higher
            known.add((lower, higher))
    work.flush()


def _check(work: Work, first: int, second: int) -> None:
    for nobody in listing.missing(work.session, [first, second]):
        raise not_found("person", nobody)
    if first == second:
        raise UserError("same_person", text(N_("This is one and the same person. Nothing was changed.")))


def _rows(work: Work, first: int, second: int) -> list[NotDouble]:
    lower, higher = sorted((first, second))
    wanted = select(NotDouble).where(NotDouble.first_id == lower, NotDouble.second_id == higher)
    return list(work.session.scalars(wanted))
