"""What comes again: made from one activity, one time moved or skipped, all that follow changed, ended, extended."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from sqlalchemy import func, select

from buurtapp.core.clock import clock_change, local
from buurtapp.core.errors import DraftInvalid, DraftProblem, UserError
from buurtapp.core.i18n import N_, Text, plural_text, text
from buurtapp.core.store.work import Work
from buurtapp.features.activities.actions import copy, plan
from buurtapp.features.activities.records import ActivityDraft
from buurtapp.features.activities.rules import is_over
from buurtapp.features.activities.series import actions as series_actions
from buurtapp.features.activities.series import rules
from buurtapp.features.activities.series.records import Ended, Repeat, Repeated
from buurtapp.features.activities.tables import Activity, Attendance, Signup
from buurtapp.features.activities.tables.series import Series, SeriesSkip

_MINUTE = timedelta(minutes=1)
_TIMES = frozenset({"starts_at", "ends_at"})


# What the history says


def repeated_label(title: str) -> Text:
    """Return what the history says of `repeat`."""
    return text(N_("Comes again: {title}"), title=title)


def moved_label(title: str) -> Text:
    """Return what the history says of `move_occurrence`."""
    return text(N_("Moved: {title}"), title=title)


def skipped_label(title: str) -> Text:
    """Return what the history says of `skip_occurrence`."""
    return text(N_("Skipped once: {title}"), title=title)


def brought_back_label(title: str) -> Text:
    """Return what the history says of `bring_back`."""
    return text(N_("On again after all: {title}"), title=title)


def following_label(title: str) -> Text:
    """Return what the history says of `change_following`."""
    return text(N_("Changed from now on: {title}"), title=title)


def ended_label(title: str) -> Text:
    """Return what the history says of `end_series`."""
    return text(N_("Does not come again: {title}"), title=title)


def ended_words(told: Ended) -> Text:
    """Return what ending did: how many times went, and how many stay."""
    gone = plural_text("{count} time was taken away", "{count} times were taken away", told.removed)
    if not told.kept:
        return text(N_("{gone}."), gone=gone)
    return plural_text(
        "{gone}. {count} time stays, as people signed up for it.",
        "{gone}. {count} times stay, as people signed up for them.",
        told.kept,
        gone=gone,
    )


def extended_label(title: str) -> Text:
    """Return what the history says of `extend_series`."""
    return text(N_("Half a year more: {title}"), title=title)


# Making


def repeat(work: Work, number: int, how: Repeat) -> Repeated:
    """Let an activity come again; each time is an activity of its own, with the run sheet and the plan for the money.

    Raises DraftInvalid; UserError "in_series", "is_over" or "no_such_time".
    """
    activity = work.get(Activity, number)
    if activity.series_id is not None:
        raise UserError("in_series", text(N_("This comes again already. Nothing was changed.")))
    _refuse_over(work, activity)
    found = rules.problems(how, activity.starts_at)
    if found:
        raise DraftInvalid(found)
    rule = rules.rule_of(how, activity.starts_at)
    days = rules.laid_out(rule, activity.starts_at)
    draft = copy.draft_of(activity)
    series = work.add(
        Series(title=activity.title, rule=rule, starts_at=activity.starts_at, minutes=_minutes(draft), ended=False)
    )
    activity.series_id, activity.series_at = series.id, activity.starts_at
    made = _lay_out(work, series, activity, days[1:])
    return Repeated(series.id, (number, *made))


def _lay_out(work: Work, series: Series, pattern: Activity, days: Iterable[datetime]) -> list[int]:
    """Add the times of a series like one of its activities; return their numbers."""
    times = list(days)
    for at in times:
        if clock_change(at) == "missing":
            raise UserError(
                "no_such_time",
                text(N_("On {day} this time does not exist: the clock goes forward that night."), day=f"{at:%d-%m-%Y}"),
                text(N_("Nothing was changed. Choose another time for what comes again.")),
            )
    draft = copy.draft_of(pattern)
    drafts = [replace(draft, starts_at=at, ends_at=_end(series, at)) for at in times]
    return [row.id for row in copy.duplicate(work, pattern, drafts, series.id)]


def _minutes(draft: ActivityDraft) -> int | None:
    if draft.starts_at is None or draft.ends_at is None:
        return None
    return (draft.ends_at - draft.starts_at) // _MINUTE


def _end(series: Series, at: datetime) -> datetime | None:
    return at + series.minutes * _MINUTE if series.minutes is not None else None


def extend_series(work: Work, number: int) -> list[int]:
    """Lay out half a year more of the series of an activity; return the new activities.

    What is there or was skipped is never made again. Raises UserError "no_series", "ended" or "no_such_time".
    """
    series = _series(work, number)
    days = [] if series.ended else rules.more(series.rule, series.starts_at, _known(work, series.id))
    if not days:
        raise UserError(
            "ended",
            text(N_("This series has ended: there are no more days to add. Nothing was changed.")),
            text(N_("Copy its last activity, and let the copy come again.")),
        )
    last = _activities(work, series.id)[-1]
    return _lay_out(work, series, last, days)


# One time


def move_occurrence(work: Work, number: int, starts_at: datetime) -> None:
    """Move one time to another moment, as long as it was; in the rule it keeps its place. Raises DraftInvalid."""
    activity = work.get(Activity, number)
    plan.change_activity(work, number, copy.moved(copy.draft_of(activity), starts_at))


def skip_occurrence(work: Work, number: int, why: str, *, signed_up: int = 0) -> None:
    """Skip one time of a series, with why; who signed up for it is taken off, so their number must be told.

    Raises UserError "no_series", "was_held", "last_one", or "people_signed_up" with the number.
    """
    activity = work.get(Activity, number)
    series = _series(work, number)
    if _count(work, Attendance, number):
        raise UserError("was_held", text(N_("People were here already, so it was not skipped. Nothing was changed.")))
    if len(_activities(work, series.id)) == 1:
        raise UserError(
            "last_one",
            text(N_("This is the only time that is left. Nothing was changed.")),
            text(N_("Delete the activity instead.")),
        )
    people = _count(work, Signup, number)
    if people and people != signed_up:
        raise UserError(
            "people_signed_up",
            plural_text(
                "{count} person signed up for this time. Nothing was changed.",
                "{count} people signed up for this time. Nothing was changed.",
                people,
            ),
            text(N_("Tell them first. Then skip it with that number.")),
        )
    series_actions.leave_out(work, activity, why)
    plan.remove(work, activity)


def bring_back(work: Work, skip_id: int) -> int:
    """Let a time that was skipped go on after all, like the one nearest to it; return its number."""
    skip = work.get(SeriesSkip, skip_id)
    series = work.get(Series, skip.series_id)
    nearest = min(_activities(work, series.id), key=lambda one: abs(one.starts_at - skip.at))
    (made,) = _lay_out(work, series, nearest, [skip.at])
    work.delete(skip)
    return made


# All that follow


def change_following(work: Work, number: int, draft: ActivityDraft, names: Collection[str]) -> int:
    """Change one time to what the draft says, and in all that follow what is named; return how many follow.

    With "starts_at" in it the rule goes on from the new day and time, and with "ends_at" each lasts as long as this
    one; what was moved by hand keeps its own time. Raises DraftInvalid; UserError "no_series" or "is_over".
    """
    activity, series = work.get(Activity, number), _series(work, number)
    _refuse_over(work, activity)
    plan.check(work, draft)
    at = _at(activity)
    following = [row for row in _activities(work, series.id) if _at(row) > at]
    by_hand = {row.id for row in following if row.starts_at != _at(row)}
    if _TIMES.intersection(names) and draft.starts_at is not None:
        series.minutes = _minutes(draft)
        if "starts_at" in names:
            _shift(work, series, activity, draft.starts_at)
    plan.change_activity(work, number, draft)
    values = {name: getattr(draft, name) for name in names if name not in _TIMES}
    for row in following:
        other = replace(copy.draft_of(row), **values)
        if _TIMES.intersection(names) and row.id not in by_hand:
            other = replace(other, starts_at=_at(row), ends_at=_end(series, _at(row)))
        plan.change_activity(work, row.id, other)
    if "title" in names:
        series.title = draft.title.strip()
    work.flush()
    return len(following)


def _shift(work: Work, series: Series, activity: Activity, new_first: datetime) -> None:
    """Let a series go on from one of its times at another day and time: its rule, and the place of all that follow."""
    first = _at(activity)
    known = _known(work, series.id)
    before = max((at.date() for at in known if at < first), default=None)
    if before is not None and new_first.date() <= before:
        raise DraftInvalid(
            [DraftProblem("starts_at", text(N_("This must be later than the time before it in the series.")))]
        )
    later = [at for at in known if at >= first]
    old = rules.times_between(series.rule, series.starts_at, first, max(later))
    rule = rules.from_here(series.rule, series.starts_at, first, new_first)
    new = rules.first_times(rule, new_first, len(old))
    # A rule by the day may give fewer times than the old one before its end.
    place = dict(zip(old, new, strict=False))
    _replace_times(work, series, first, place, new_first - first)
    series.rule, series.starts_at = rule, new_first
    work.flush()


def _replace_times(
    work: Work, series: Series, first: datetime, place: Mapping[datetime, datetime], moved: timedelta
) -> None:
    for row in _activities(work, series.id):
        if _at(row) >= first:
            row.series_at = place.get(_at(row), _at(row) + moved)
    for skip in work.session.scalars(select(SeriesSkip).where(SeriesSkip.series_id == series.id)):
        if skip.at >= first:
            skip.at = place.get(skip.at, skip.at + moved)


def end_series(work: Work, number: int) -> Ended:
    """End the series of an activity: coming times without sign-ups go, those that people count on stay.

    Raises UserError "no_series".
    """
    series = _series(work, number)
    here = local(work.now)
    coming = [row for row in _activities(work, series.id) if row.starts_at > here]
    empty = [row for row in coming if not _count(work, Signup, row.id) and not _count(work, Attendance, row.id)]
    series.ended = True
    work.flush()
    for row in empty:
        plan.remove(work, row)
    return Ended(len(empty), len(coming) - len(empty))


# Facts


def _series(work: Work, number: int) -> Series:
    activity = work.get(Activity, number)
    if activity.series_id is None:
        raise UserError(
            "no_series",
            text(N_("This activity does not come again. Nothing was changed.")),
            text(N_("Choose how often it comes again first.")),
        )
    return work.get(Series, activity.series_id)


def _refuse_over(work: Work, activity: Activity) -> None:
    if is_over(activity.starts_at, activity.ends_at, local(work.now)):
        raise UserError(
            "is_over",
            text(N_("This activity is over. Nothing was changed.")),
            text(N_("Do this with the next one, or copy it to a new day first.")),
        )


def _activities(work: Work, series_id: int) -> list[Activity]:
    """Return the activities of a series, in the order of its rule."""
    rows = work.session.scalars(select(Activity).where(Activity.series_id == series_id))
    return sorted(rows, key=lambda row: (_at(row), row.id))


def _known(work: Work, series_id: int) -> list[datetime]:
    """Return all times of a series that are there or were skipped, as its rule has them."""
    skipped = work.session.scalars(select(SeriesSkip.at).where(SeriesSkip.series_id == series_id))
    return [*(_at(row) for row in _activities(work, series_id)), *skipped]


def _at(activity: Activity) -> datetime:
    return activity.series_at or activity.starts_at


def _count(work: Work, kind: type[Signup | Attendance], number: int) -> int:
    wanted = select(func.count()).select_from(kind).where(kind.activity_id == number)
    return work.session.scalar(wanted) or 0
