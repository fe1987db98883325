"""The words of the calendar: what an activity still needs, whose idea it was, and blocks for the days of a month."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from buurtapp.core.i18n import N_, Text, plural_text, text
from buurtapp.features.activities.calendars.records import Need, Planned, Skipped
from buurtapp.features.activities.calendars.rules import came_and_along, is_ready, needs, short_titles


@dataclass(frozen=True, slots=True)
class Mark:
    """A state in a word, with its icon and the role of its colour."""

    words: Text
    icon: str
    role: str


_NEEDS: dict[Need, Text] = {
    "room": text(N_("same room")),
    "unasked": text(N_("ask first")),
    "list": text(N_("no list yet")),
    "flyer": text(N_("no flyer")),
}


def block_mark(planned: Planned) -> Mark:
    """Return the state of an activity in two words at most, for the calendar."""
    if planned.is_over:
        came, _along = came_and_along(planned.row.counts)
        if came is None:
            return Mark(text(N_("not counted")), "", "ink-2")
        return Mark(plural_text("{count} came", "{count} came", came), "", "ink-2")
    for need in needs(planned):
        words = _NEEDS.get(need) or plural_text("{count} job waits", "{count} jobs wait", planned.jobs_late)
        return Mark(words, "circle-alert", "care")
    if is_ready(planned):
        return Mark(text(N_("on time")), "circle-check", "primary")
    return Mark(text(N_("can wait")), "circle", "ink-2")


_LISTS = {
    "done": Mark(text(N_("list printed")), "circle-check", "primary"),
    "due": Mark(text(N_("list still to print")), "circle-alert", "care"),
    "later": Mark(text(N_("list can wait")), "circle", "ink-2"),
}
_FLYERS = {
    "done": Mark(text(N_("flyer")), "circle-check", "primary"),
    "due": Mark(text(N_("flyer still to make")), "circle-alert", "care"),
    "later": Mark(text(N_("flyer can wait")), "circle", "ink-2"),
}


def full_marks(planned: Planned) -> list[Mark]:
    """Return how it is with an activity to come: what is wrong with the plan, then flyer, list and jobs.

    Something nobody asked for needs no flyer yet.
    """
    wanted = needs(planned)
    made = []
    if "room" in wanted:
        made.append(Mark(text(N_("something else is on in the same room then")), "circle-alert", "care"))
    if "unasked" in wanted:
        made.append(Mark(text(N_("no neighbour asked for this yet")), "circle-alert", "care"))
    elif planned.flyer_state in _FLYERS:
        made.append(_FLYERS[planned.flyer_state])
    if planned.list_state in _LISTS and ("unasked" not in wanted or planned.list_state != "later"):
        made.append(_LISTS[planned.list_state])
    if planned.jobs_late:
        words = plural_text("{count} job should be done", "{count} jobs should be done", planned.jobs_late)
        made.append(Mark(words, "circle-alert", "care"))
    return made


_SOURCES = {
    "resident": Mark(text(N_("idea of a resident")), "house", "primary"),
    "helper": Mark(text(N_("idea of a helper")), "house", "primary"),
    "organisation": Mark(text(N_("plan of an organisation")), "building-2", "info"),
    "council": Mark(text(N_("plan of the council")), "building-2", "info"),
}
_SHORT_SOURCES = {
    "resident": text(N_("resident")),
    "helper": text(N_("helper")),
    "organisation": text(N_("organisation")),
    "council": text(N_("council")),
}


def source_mark(source: str) -> Mark:
    """Return whose idea an activity was."""
    return _SOURCES.get(source, _SOURCES["resident"])


def short_source(source: str) -> Text:
    """Return whose idea an activity was, in one word."""
    return _SHORT_SOURCES.get(source, _SHORT_SOURCES["resident"])


# A day of the month


@dataclass(frozen=True, slots=True)
class Block:
    """Something on a day, as it is drawn: its title, also shorter, its state, the colours of ground and bar.

    `number` None: it falls out, and cannot be opened.
    """

    titles: tuple[str, ...]
    mark: Mark
    ground: str
    bar: str
    number: int | None = None

    @property
    def is_struck(self) -> bool:
        """Whether it falls out."""
        return self.number is None

    @property
    def is_quiet(self) -> bool:
        """Whether it is no work any more."""
        return self.bar == _QUIET[1]


_OWN, _THEIRS, _QUIET = ("tint", "primary"), ("info-tint", "info"), ("sunken", "control")


def block_of(planned: Planned) -> Block:
    """Return how an activity is drawn on its day."""
    colours = _QUIET if planned.is_over else _OWN if planned.is_own_idea else _THEIRS
    return Block(short_titles(planned.row.title), block_mark(planned), *colours, planned.row.id)


def skipped_block(skipped: Skipped) -> Block:
    """Return how a time that falls out is drawn."""
    return Block(short_titles(skipped.title), Mark(text(N_("falls out")), "", "ink-2"), *_QUIET)


def blocks_of(planned: Sequence[Planned], skipped: Sequence[Skipped]) -> list[Block]:
    """Return the blocks of a day: what is on, and below it what falls out."""
    return [*map(block_of, planned), *map(skipped_block, skipped)]


def titles(planned: Sequence[Planned]) -> str:
    """Return the titles of some activities behind each other."""
    return ", ".join(" ".join(one.row.title.split()) for one in planned)
