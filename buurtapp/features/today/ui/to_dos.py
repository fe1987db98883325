"""What is open, in words: paper that is out, who came, what it taught, series and funds that run out, loose rows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from buurtapp.core.i18n import N_, Text, plural_text, text
from buurtapp.features.today.records import FundDue, NextStep, PaperKind, SeriesEnd, Task, TodayView
from buurtapp.features.today.ui import phrases
from buurtapp.uikit.words import Words

_NO_STEP = NextStep("")
_LATE_DAYS = 3
_FIRST_ONES = 3
"""So many of what is open stand above the tasks; the others come after them."""
_CALM_DAYS = 7
_LONGEST = 60
_TONES = {"calm": "second", "soon": "care", "late": "wrong"}
_NOT_BACK: dict[PaperKind, str] = {
    "attendance": N_("List {code} of {title} is not back yet"),
    "sign-up": N_("Sign-up sheet {code} of {title} is not back yet"),
    "run-sheet": N_("Run sheet {code} of {title} is not back yet"),
}


@dataclass(frozen=True, slots=True)
class ToDo:
    """One thing that is open: what it is, what to do, how long it waits ("" no matter), and where to do it.

    `tone` is the colour of how long; `step` is what it is called when it is the first thing to do.
    """

    words: Text
    verb: Text
    when: Words
    tone: str
    icon: str
    page: str
    where: tuple[tuple[str, object], ...]
    step: NextStep = _NO_STEP


Open = ToDo | Task
"""A row of the card."""


def rows_of(view: TodayView, today: date) -> list[Open]:
    """Return what is open: what comes first, what waits, the tasks and accounts by their day, and what has no day.

    To look back or ahead can wait until the tasks of this week are done, unless it is the first thing to do.
    """
    waiting, calm = _waiting(view), _calm(view)
    first = [one for one in (*waiting, *calm) if one.step.kind and one.step == view.next_step]
    waiting = [*first, *(one for one in waiting if one not in first)]
    by_day: list[tuple[date, Open]] = [(one.due_on or date.max, one) for one in view.tasks]
    by_day += [(one.deadline, _fund(one)) for one in view.funds]
    by_day += [(today + timedelta(days=_CALM_DAYS), one) for one in calm if one not in first]
    by_day.sort(key=lambda one: one[0])
    loose = [_loose(view.loose_ends)] if view.loose_ends else []
    return [*waiting[:_FIRST_ONES], *(one for _day, one in by_day), *waiting[_FIRST_ONES:], *loose]


def count_of(view: TodayView) -> int:
    """Return how much is open in all, also what is not told of."""
    others = (view.papers_out, view.not_counted, view.not_evaluated, view.series_ends, view.funds)
    return view.task_count + sum(len(one) for one in others) + bool(view.loose_ends)


def place_of(task: Task) -> tuple[str, dict[str, object]] | None:
    """Return where a task leads: whom it is about, or the tab of its activity; None when it is about nothing."""
    if task.person_id is not None:
        return "people", {"person": task.person_id}
    if task.activity_id is None:
        return None
    if task.step == "flyer":
        return "press", {"activity": task.activity_id}
    return "activities", {"activity": task.activity_id, "tab": _TABS.get(task.step, "runsheet")}


_TABS = {"list": "paper", "account": "after"}
"""Step of the backward plan → where it is done; everything else is done from the run sheet."""


def _waiting(view: TodayView) -> list[ToDo]:
    found = [
        ToDo(
            text(_NOT_BACK[one.kind], code=one.code, title=phrases.shown(one.title, _LONGEST)),
            text(N_("Enter the list")),
            *_age(one.days),
            "list-checks",
            "activities",
            (("sheet", one.code),),
            NextStep("enter_list", one.activity_id, one.code),
        )
        for one in view.papers_out
    ]
    found += [
        ToDo(
            text(N_("Nobody told yet who came to {title}"), title=phrases.shown(one.title, _LONGEST)),
            text(N_("Tell who came")),
            *_age(one.days),
            "users",
            "activities",
            (("door", one.activity_id),),
            NextStep("take_attendance", one.activity_id),
        )
        for one in view.not_counted
    ]
    return found


def _calm(view: TodayView) -> list[ToDo]:
    found = [
        ToDo(
            text(N_("How did {title} go?"), title=phrases.shown(one.title, _LONGEST)),
            text(N_("Look back")),
            phrases.age(one.days),
            "second",
            "message-circle",
            "activities",
            (("activity", one.activity_id), ("tab", "after")),
            NextStep("evaluate", one.activity_id),
        )
        for one in view.not_evaluated
    ]
    return found + [_series(one) for one in view.series_ends]


def _age(days: int) -> tuple[Words, str]:
    return phrases.age(days), "wrong" if days >= _LATE_DAYS else "second"


def _series(one: SeriesEnd) -> ToDo:
    title = phrases.shown(one.title, _LONGEST)
    words = plural_text(
        "{title}: planned {count} time more", "{title}: planned {count} times more", one.left, title=title
    )
    return ToDo(
        words if one.left else text(N_("{title}: not planned any more"), title=title),
        text(N_("Plan more")),
        "",
        "second",
        "calendar-days",
        "activities",
        (("activity", one.activity_id), ("tab", "overview")),
    )


def _fund(one: FundDue) -> ToDo:
    name = phrases.shown(one.name, _LONGEST)
    has_activity = one.activity_id is not None
    return ToDo(
        text(N_("Account of {name}"), name=name),
        text(N_("Open the account")),
        phrases.time_left(one.days),
        _TONES[one.urgency],
        "euro",
        "activities",
        (("activity", one.activity_id), ("tab", "after")) if has_activity else (),
    )


def _loose(count: int) -> ToDo:
    words = plural_text("Still to look into: {count} row", "Still to look into: {count} rows", count)
    where = (("loose_ends", True),)
    return ToDo(words, text(N_("Look into it")), "", "second", "file-spreadsheet", "people", where)
