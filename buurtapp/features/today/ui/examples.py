"""States of the home screen for its pictures, made from what it shows now."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from buurtapp.features.group.records import Group
from buurtapp.features.today.records import (
    FundDue,
    NextStep,
    NotCounted,
    NotEvaluated,
    PaperOut,
    SeriesEnd,
    Task,
    TodayView,
)

_SOUP, _BIKES = "Soep op woensdag", "Fietsen maken"


def with_to_dos(view: TodayView, here: datetime) -> TodayView:
    """Return the view with lists that are out and activities nobody told of, at a wall-clock time."""
    back = [here - timedelta(days=days) for days in (5, 2, 9)]
    return replace(
        view,
        papers_out=(
            PaperOut(1, "A7K02-7", 1, _SOUP, back[0], 5),
            PaperOut(2, "A7K09-M", 2, _BIKES, back[1], 2),
        ),
        not_counted=(NotCounted(3, "Koffieochtend", back[2], 9),),
        loose_ends=4,
    )


_LATE = (
    ("Bel de gemeente over de stoeptegels", 11, "", "call", ""),
    ("Breng de klapstoelen terug", 3, "Rachid", "task", ""),
    ("Huur van De Kas betalen", 1, "", "task", ""),
    ("Boodschappen doen", 0, "", "job", "Soep op woensdag"),
    ("Tafels klaarzetten", -1, "", "job", "Soep op woensdag"),
    ("Ontvangen bij de deur, en vragen wie er naar huis gebracht wil worden als het regent", -1, "Ayşe", "job", ""),
    ("Bonnen bij elkaar zoeken", -40, "iedereen", "task", ""),
)
"""What, how many days late, who, what kind, and of which activity."""


def late_tasks(view: TodayView, here: datetime) -> TodayView:
    """Return the view with tasks that are late, a job that nobody does, and an account that is due."""
    made = [
        Task(
            "job" if kind == "job" else "promise",
            at,
            title,
            kind,
            (here - timedelta(days=days)).date(),
            owner,
            is_own=not owner and kind != "job",
            is_free=not owner and kind == "job",
            activity_title=activity,
        )
        for at, (title, days, owner, kind, activity) in enumerate(_LATE)
    ]
    today = here.date()
    funds = (
        FundDue(1, "Wijkbudget", today + timedelta(days=5), 5, "late", 1),
        FundDue(2, "Oranjefonds", today + timedelta(days=19), 19, "soon", 1),
    )
    ready = tuple(replace(one, flyer="done", attendance_list="done") for one in view.coming_up)
    free = tuple(replace(one, jobs="due", free_jobs=2) if not at else one for at, one in enumerate(ready))
    return replace(
        view,
        coming_up=free,
        next_step=NextStep("fill_jobs", free[0].activity.id if free else None),
        tasks=tuple(made),
        task_count=len(made),
        funds=funds,
        series_ends=(SeriesEnd(1, _SOUP, 2, 1),),
        not_evaluated=(NotEvaluated(1, _SOUP, here - timedelta(days=6), 6),),
    )


def many_tasks(view: TodayView, here: datetime) -> TodayView:
    """Return the view with more tasks than fit."""
    made = [
        Task(
            "promise",
            at,
            f"Bel buur {at + 1} over de buurtdag",
            "call",
            (here + timedelta(days=at)).date(),
            is_own=True,
        )
        for at in range(42)
    ]
    return replace(with_to_dos(view, here), tasks=tuple(made), task_count=131)


def all_printed(view: TodayView, here: datetime) -> TodayView:
    """Return the view in which the next activities are ready, so that a list is to be entered first."""
    ready = tuple(replace(one, flyer="done", attendance_list="done") for one in view.coming_up)
    return replace(with_to_dos(view, here), coming_up=ready, next_step=NextStep("enter_list", 1, "A7K02-7"))


def old_copy(view: TodayView) -> TodayView:
    """Return the view in which nothing is left but the copy."""
    ready = tuple(replace(one, flyer="done", attendance_list="done") for one in view.coming_up)
    return replace(view, coming_up=ready, copy_age="very_old", next_step=NextStep("make_copy"))


def nothing_planned(view: TodayView) -> TodayView:
    """Return the view with people and without activities."""
    return replace(view, coming_up=(), growth=None, next_step=NextStep("plan_activity"))


def empty(view: TodayView) -> TodayView:
    """Return the view of a group that was just made."""
    group = Group(view.group.name, purpose=view.group.purpose, first_step=view.group.first_step)
    return TodayView(group, 0, 0, (), (), (), 0, None, "fine", NextStep("add_people"))


def long_words(view: TodayView, here: datetime) -> TodayView:
    """Return the view with the longest names somebody can think of."""
    long = "Burenontbijtvoorbereidingscommissievergadering" * 4
    coming = tuple(
        replace(one, activity=replace(one.activity, title=long, place=long, capacity=16)) for one in view.coming_up
    )
    group = replace(view.group, purpose=f"{long} {long}", contact_name=long)
    made = with_to_dos(replace(view, coming_up=coming, group=group), here)
    return replace(made, papers_out=tuple(replace(one, title=f"<b>{long}</b>\n& {long}") for one in made.papers_out))
