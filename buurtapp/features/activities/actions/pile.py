"""Sorting out the names on lists that nobody could read, when somebody remembers who it was."""

from __future__ import annotations

from sqlalchemy import select

from buurtapp.core.errors import DraftInvalid, DraftProblem, UserError
from buurtapp.core.i18n import N_, Text, text
from buurtapp.core.store.work import Work
from buurtapp.features.activities.actions.attend import people_named
from buurtapp.features.activities.tables import Attendance
from buurtapp.features.people.actions import people
from buurtapp.features.people.records import PersonDraft
from buurtapp.features.people.rules.names import parse_name
from buurtapp.features.people.tables import Person


def settled_label(name: str) -> Text:
    """Return what the history says of `settle_as` and `settle_name`."""
    return text(N_("Name that could not be read: {name}"), name=name)


def left_unknown_label() -> Text:
    """Return what the history says of `leave_unknown`."""
    return text(N_("Name that could not be read stays unknown"))


def settle_as(work: Work, attendance_id: int, person_id: int) -> None:
    """Note who it was. Somebody who was noted already is not counted twice."""
    row = _unread(work, attendance_id)
    work.get(Person, person_id)
    same = select(Attendance.id).where(
        Attendance.activity_id == row.activity_id, Attendance.person_id == person_id, Attendance.id != row.id
    )
    if work.session.scalars(same).first() is not None:
        work.delete(row)
        return
    row.person_id, row.unreadable = person_id, False


def settle_name(work: Work, attendance_id: int, name: str) -> int | None:
    """Note a name: of the one who is called so, else of a new neighbour; returns the person.

    A name of several stays a name, and nobody in particular. Raises DraftInvalid without a name.
    """
    row = _unread(work, attendance_id)
    if not name.strip():
        raise DraftInvalid([DraftProblem("name", text(N_("Fill in a name.")))])
    same = people_named(work, name)
    if len(same) > 1:
        row.name, row.unreadable = name.strip(), False
        return None
    number = same[0] if same else people.add_person(work, PersonDraft(parse_name(name)))
    settle_as(work, attendance_id, number)
    return number


def leave_unknown(work: Work, attendance_id: int) -> None:
    """Take a name off the pile: somebody was there, and nobody knows who."""
    _unread(work, attendance_id).unreadable = False


def _unread(work: Work, attendance_id: int) -> Attendance:
    row = work.get(Attendance, attendance_id)
    if not row.unreadable:
        raise UserError("sorted_out", text(N_("This name was sorted out already. Nothing was changed.")))
    return row
