"""Reading the calendar of another program: new events are added, known ones change where they differ; one undo."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from buurtapp.core.i18n import N_, Text, text
from buurtapp.core.store.work import Work
from buurtapp.features.activities import queries
from buurtapp.features.activities.actions import plan
from buurtapp.features.activities.calendars.ical import queries as calendars
from buurtapp.features.activities.calendars.ical.records import CalendarEvent, EventPlan, ImportResult
from buurtapp.features.activities.records import ActivityDraft
from buurtapp.features.activities.tables import Activity


def imported_label(name: str) -> Text:
    """Return what the history says of `import_calendar`."""
    return text(N_("Calendar read: {name}"), name=name)


def import_calendar(work: Work, events: Sequence[CalendarEvent], source: str = "organisation") -> ImportResult:
    """Add what is new and change what differs; return what was done. Raises DraftInvalid before anything is changed.

    `source` says whose idea new activities were, where the calendar does not tell: those of another group are theirs.
    """
    plans = calendars.plan(work.session, events)
    drafts = [(one, _draft(work, one, source)) for one in plans if one.state != "same"]
    for _one, draft in drafts:
        plan.check(work, draft)
    added, changed = [], []
    for one, draft in drafts:
        if one.activity_id is None:
            number = plan.add_activity(work, draft)
            work.get(Activity, number).uid = one.event.uid
            added.append(number)
        else:
            plan.change_activity(work, one.activity_id, draft)
            changed.append(one.activity_id)
    work.flush()
    return ImportResult(tuple(added), tuple(changed), sum(one.state == "same" for one in plans))


def _draft(work: Work, one: EventPlan, source: str) -> ActivityDraft:
    event = one.event
    if one.activity_id is not None:
        draft = queries.card(work.session, one.activity_id).draft
        return replace(draft, **{name: getattr(event, name) for name in one.changes})
    return ActivityDraft(
        event.title,
        event.starts_at,
        event.text,
        event.kind or "",
        event.place,
        event.ends_at,
        cost=event.cost or "",
        source=event.source or source,
        for_whom=event.for_whom or "",
    )
