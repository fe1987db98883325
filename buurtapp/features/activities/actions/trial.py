"""A trial in one street first: asked for, decided with why, or dropped."""

from __future__ import annotations

from sqlalchemy import select

from buurtapp.core.clock import local
from buurtapp.core.errors import DraftInvalid, DraftProblem, UserError
from buurtapp.core.i18n import N_, Text, text
from buurtapp.core.store.work import Work
from buurtapp.core.text import fold
from buurtapp.features.activities.rules import LARGEST_CAPACITY
from buurtapp.features.activities.tables import Activity
from buurtapp.features.people.tables import Street

DECISIONS = ("go", "change", "stop")


def trial_label(title: str, street: str) -> Text:
    """Return what the history says of `set_trial`."""
    return text(N_("Trial in {street}: {title}"), street=street, title=title)


def decided_label(title: str) -> Text:
    """Return what the history says of `decide_trial`."""
    return text(N_("Decided about the trial: {title}"), title=title)


def dropped_label(title: str) -> Text:
    """Return what the history says of `drop_trial`."""
    return text(N_("No trial any more: {title}"), title=title)


def set_trial(work: Work, number: int, street: str, goal: int) -> None:
    """Make an activity a trial in one street, that goes on when at least `goal` people come; raises DraftInvalid.

    The street is one of the list, however it is written. What was decided before is open again.
    """
    activity = work.get(Activity, number)
    streets = {fold(name): name for name in work.session.scalars(select(Street.name))}
    found = []
    if fold(street) not in streets or not fold(street):
        found.append(DraftProblem("street", text(N_("Choose a street from the list."))))
    if not 1 <= goal <= LARGEST_CAPACITY:
        found.append(DraftProblem("goal", text(N_("Fill in how many people are enough."))))
    if found:
        raise DraftInvalid(found)
    activity.trial_street, activity.trial_goal = streets[fold(street)], goal
    activity.trial_result, activity.trial_why = "", ""


def decide_trial(work: Work, number: int, result: str, why: str) -> None:
    """Note that a trial goes on ("go"), goes on in another way ("change") or stops ("stop"), and why.

    Raises DraftInvalid; UserError "no_trial" or "not_yet".
    """
    activity = _trial(work, number)
    if activity.starts_at > local(work.now):
        raise UserError(
            "not_yet",
            text(N_("This trial has not been yet. Nothing was changed.")),
            text(N_("Decide when you know how many people came.")),
        )
    found = []
    if result not in DECISIONS:
        found.append(DraftProblem("result", text(N_("Choose: go on, change or stop."))))
    if not why.strip():
        found.append(DraftProblem("why", text(N_("Write in a few words why."))))
    if found:
        raise DraftInvalid(found)
    activity.trial_result, activity.trial_why = result, why.strip()


def drop_trial(work: Work, number: int) -> None:
    """Make a trial an activity for everybody again; raises UserError "no_trial"."""
    activity = _trial(work, number)
    activity.trial_street, activity.trial_goal, activity.trial_result, activity.trial_why = "", None, "", ""


def _trial(work: Work, number: int) -> Activity:
    activity = work.get(Activity, number)
    if not activity.trial_street:
        raise UserError(
            "no_trial",
            text(N_("This activity is no trial. Nothing was changed.")),
            text(N_("Choose the street of the trial first.")),
        )
    return activity
