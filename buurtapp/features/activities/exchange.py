"""The list of activities for other programs, and their calendars."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from buurtapp.core import trouble
from buurtapp.core.errors import UserError
from buurtapp.core.i18n import N_, Text, _, text
from buurtapp.exchange.write import Cell
from buurtapp.features.activities.calendars.ical.lines import MOST_BYTES
from buurtapp.features.activities.calendars.ical.records import CalendarFile, LineProblem, OutgoingEvent
from buurtapp.features.activities.records import ActivityCard

_HEADINGS = (
    N_("Title"),
    N_("Day"),
    N_("From"),
    N_("Until"),
    N_("Location"),
    N_("Kind"),
    N_("For whom"),
    N_("Costs"),
    N_("Places"),
    N_("Organiser"),
    N_("Whose idea"),
    N_("Signed up"),
    N_("Waiting"),
    N_("Came by name"),
    N_("Guests and children"),
    N_("Text"),
)


def headings() -> list[str]:
    """Return the headings of the list, in the present language."""
    return [_(heading) for heading in _HEADINGS]


def row(card: ActivityCard) -> list[Cell]:
    """Return one activity as a row; times are wall-clock times."""
    draft, counts = card.draft, card.counts
    return [
        draft.title,
        f"{card.starts_at:%Y-%m-%d}",
        f"{card.starts_at:%H:%M}",
        f"{draft.ends_at:%H:%M}" if draft.ends_at else "",
        draft.place,
        draft.kind,
        draft.for_whom,
        draft.cost,
        draft.capacity,
        draft.organiser,
        draft.source,
        counts.names,
        counts.waiting,
        counts.came,
        counts.came_along if counts.came is not None else None,
        draft.text,
    ]


def calendar(name: str, events: Sequence[OutgoingEvent]) -> bytes:
    """Return activities as a calendar file (iCalendar) called by this name."""
    from buurtapp.features.activities.calendars.ical.writing import write_calendar  # noqa: PLC0415 - 60 ms to load

    return write_calendar(name, events)


def read_calendar_file(
    path: Path, today: date, progress: Callable[[int, int], None] = lambda _done, _all: None
) -> CalendarFile:
    """Return the events of a calendar file, and what could not be read in it.

    Raises UserError when there is nothing to read, and OutsideTrouble when the file cannot be read at all.
    """
    from buurtapp.features.activities.calendars.ical.reading import read_calendar  # noqa: PLC0415 - as above

    try:
        with path.open("rb") as file:
            # One more than is allowed is enough to see that it is too much.
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise trouble.from_os(error, path) from error
    found = read_calendar(data, path.name, today, progress)
    if not found.events:
        first = problem_words(found.problems[0]) if found.problems else None
        raise UserError(
            "no_events", text(N_("There are no events in {name}. Nothing was read."), name=path.name), first
        )
    return found


def problem_words(problem: LineProblem) -> Text:
    """Return what could not be read, with its line."""
    return text(N_("Line {line}: {words}"), line=problem.line, words=problem.text)
