"""The states of the calendar worth looking at. Nothing is saved for them: what is on a busy day is made up."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Protocol

from PySide6.QtWidgets import QWidget

from buurtapp.core.clock import local
from buurtapp.features.activities.calendars.records import Board, Planned, Skipped
from buurtapp.features.activities.ui.calendar_poster import PosterChoice, PosterOut, draw_poster
from buurtapp.features.activities.ui.calendar_view import CalendarView, load_board
from buurtapp.uikit.desk import Desk
from buurtapp.uikit.page import Picture

if TYPE_CHECKING:
    from buurtapp.core.store.store import Store

_BUSY_TITLES = ("Koffie op zaterdag", "Spelletjes")


class ShowsCalendar(Protocol):
    """The page, as far as its calendar goes."""

    desk: Desk
    calendar: CalendarView

    def show_calendar(self) -> None:
        """Show the month."""


def of_calendar(page: ShowsCalendar) -> list[Picture]:
    """Return the calendar as it is, as a list, on a busy day, of a group that has just begun, and its poster."""
    return [
        Picture("22-activiteiten", lambda: _show(page)),
        Picture("22-activiteiten-lijst", lambda: _show(page, as_list=True)),
        Picture("22-activiteiten-ideeen", lambda: _ideas(page)),
        Picture("22-activiteiten-druk", lambda: _busy(page)),
        Picture("22-activiteiten-leeg", lambda: _empty(page)),
        Picture("22-activiteiten-agenda", lambda: _poster(page)),
    ]


def _show(page: ShowsCalendar, *, as_list: bool = False) -> None:
    """Show the calendar with the next activity chosen."""
    page.show_calendar()
    view = page.calendar
    view.show_look(as_list=as_list)
    view.listed.ask("month")
    side = load_board(_store(page), local(page.desk.clock.now()), page.desk.clock.today(), with_list=False).side
    view.show_day(side.coming[0].planned.day if side.coming else page.desk.clock.today())
    view.focus_first()


def _ideas(page: ShowsCalendar) -> None:
    _show(page)
    page.calendar.show_ideas("theirs")


def _empty(page: ShowsCalendar) -> None:
    """Show the calendar of a group that has just begun; the picture after it shows the real one again."""
    page.show_calendar()
    page.calendar.show_look(as_list=False)
    page.calendar.show_empty()


def _busy(page: ShowsCalendar) -> None:
    """Show two more things on the day of something to come, one of them in its room, and something that falls out."""
    _show(page)
    here, today = local(page.desk.clock.now()), page.desk.clock.today()
    page.desk.later(
        "activities_board",
        lambda store: _crowded(load_board(store, here, today, with_list=False)),
        page.calendar.show_board,
    )


def _crowded(board: Board) -> Board:
    later = [one for one in board.month.planned if not one.is_over]
    if len(later) < 2:
        return board
    full = later[1]
    more = [_moved(full, title, hours) for hours, title in enumerate(_BUSY_TITLES)]
    planned = [one for one in board.month.planned if one is not full]
    planned += [replace(full, same_room=True), *more]
    skipped = (Skipped(full.row.title, full.row.starts_at + timedelta(days=5)),)
    planned.sort(key=lambda one: one.row.starts_at)
    return replace(board, month=replace(board.month, planned=tuple(planned), skipped=skipped))


def _moved(one: Planned, title: str, hours: int) -> Planned:
    row = replace(one.row, title=title, starts_at=one.row.starts_at + timedelta(hours=hours))
    return replace(one, row=row, same_room=not hours)


def _poster(page: ShowsCalendar) -> QWidget | None:
    month = page.desk.clock.today().replace(day=1)
    return PosterOut(page.desk, month).show_first(draw_poster(_store(page), PosterChoice(month)), page.calendar)


def _store(page: ShowsCalendar) -> Store:
    store = page.desk.store
    assert store is not None, "a picture is made of a file that is open"
    return store
