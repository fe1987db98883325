"""Planning an activity: add, change, delete."""

from __future__ import annotations

from dataclasses import asdict

from buurtapp.core.errors import DraftInvalid
from buurtapp.core.i18n import N_, Text, text
from buurtapp.core.store.work import Work
from buurtapp.features.activities import rules
from buurtapp.features.activities.actions import belongings
from buurtapp.features.activities.actions.sign_up import move_up
from buurtapp.features.activities.money import actions as money
from buurtapp.features.activities.records import ActivityDraft
from buurtapp.features.activities.series import actions as series
from buurtapp.features.activities.tables import Activity
from buurtapp.features.people.tables import Person
from buurtapp.features.promises import actions as promises
from buurtapp.features.promises.queries import about


def added_label(title: str) -> Text:
    """Return what the history says of `add_activity`."""
    return text(N_("Activity added: {title}"), title=title)


def changed_label(title: str) -> Text:
    """Return what the history says of `change_activity`."""
    return text(N_("Activity changed: {title}"), title=title)


def deleted_label(title: str) -> Text:
    """Return what the history says of `delete_activity`."""
    return text(N_("Activity deleted: {title}"), title=title)


def check(work: Work, draft: ActivityDraft) -> None:
    """Raise DraftInvalid or UserError "not_found" when an activity cannot be saved like this."""
    found = rules.problems(draft)
    if found:
        raise DraftInvalid(found)
    if draft.contact_person_id is not None:
        work.get(Person, draft.contact_person_id)


def add_activity(work: Work, draft: ActivityDraft) -> int:
    """Add an activity and return its number; raises DraftInvalid."""
    check(work, draft)
    return work.add(Activity(**columns(draft))).id


def change_activity(work: Work, number: int, draft: ActivityDraft) -> None:
    """Change everything about an activity to what the draft says; raises DraftInvalid."""
    check(work, draft)
    activity = work.get(Activity, number)
    for name, value in columns(draft).items():
        setattr(activity, name, value)
    work.flush()
    # More room may have been made for who waits.
    move_up(work, activity)


def columns(draft: ActivityDraft) -> dict[str, object]:
    """Return what a draft says as the row keeps it."""
    return {name: value.strip() if isinstance(value, str) else value for name, value in asdict(draft).items()}


def delete_activity(work: Work, number: int) -> None:
    """Delete an activity with all that belongs to it; printed lists keep their code and words, a fund its receipts.

    Of a series its time is left out from now on; with its last activity a series goes too.
    """
    activity = work.get(Activity, number)
    series.leave_out(work, activity)
    remove(work, activity)


def remove(work: Work, activity: Activity) -> None:
    """Delete an activity with all that belongs to it, and its series when nothing else is left of that."""
    number, series_id = activity.id, activity.series_id
    for promise in about(work.session, "activity", number):
        promises.delete_promise(work, promise.id)
    money.clear_activity(work, number)
    belongings.delete(work, activity)
    series.forget_empty(work, series_id)
