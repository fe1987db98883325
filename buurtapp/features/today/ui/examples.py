"""States of the home screen for its pictures, made from what it shows now."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from buurtapp.features.group.records import Group
from buurtapp.features.today.records import NextStep, NotCounted, PaperOut, TodayView

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
