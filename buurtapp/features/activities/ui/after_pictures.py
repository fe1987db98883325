"""States of afterwards and of calendar files worth looking at."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtWidgets import QScrollArea, QWidget

from buurtapp.core.i18n import N_, text
from buurtapp.features.activities import exchange
from buurtapp.features.activities.calendars.ical import queries as calendars
from buurtapp.features.activities.ui import after_papers
from buurtapp.features.activities.ui.after_tab import AfterTab
from buurtapp.features.activities.ui.calendar_file_preview import CalendarPreview, Looked
from buurtapp.features.sheets.ui.plain_out import PlainOut
from buurtapp.uikit.desk import Desk

_STRANGE = b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:les@sport.invalid\r\nSUMMARY:Beweegles in de kas\r\n"
_STRANGE += b"DTSTART:20261105T140000Z\r\nDTEND:20261105T150000Z\r\nRRULE:FREQ=WEEKLY;COUNT=4\r\nEND:VEVENT\r\n"
_STRANGE += b"BEGIN:VEVENT\r\nSUMMARY:Zonder dag\r\nEND:VEVENT\r\n"


def show_missed(tab: AfterTab) -> None:
    """Scroll to who did not come."""
    parent: QWidget | None = tab
    while parent is not None and not isinstance(parent, QScrollArea):
        parent = parent.parentWidget()
    if isinstance(parent, QScrollArea):
        parent.ensureWidgetVisible(tab.cards.missed.call_button)


def show_thank_you(desk: Desk, activity: int, page: QWidget) -> QWidget | None:
    """Show the cards to say thank you with."""
    if desk.store is None:
        return None
    drawn = after_papers.draw_thanks(desk.store, activity, "helpers")
    return PlainOut(desk, text(N_("Making the cards")), lambda _progress: drawn).show_first(drawn, page)


def show_report(desk: Desk, activity: int, page: QWidget) -> QWidget | None:
    """Show the report of an activity."""
    if desk.store is None:
        return None
    today = desk.clock.today()
    drawn = after_papers.draw_report(desk.store, activity, None, today)
    options = after_papers.ReportOptions(today)
    out = PlainOut(desk, text(N_("Making the report")), lambda _progress: drawn, lambda: options)
    return out.show_first(drawn, page)


def show_calendar(desk: Desk, page: QWidget) -> QWidget | None:
    """Show a calendar before it is taken over: of another group, and what we know already."""
    if desk.store is None:
        return None
    from buurtapp.features.activities.calendars.ical.reading import read_calendar  # noqa: PLC0415 - 60 ms to load

    events = desk.store.read(calendars.outgoing)[-3:]
    own = exchange.calendar("", events).replace(b"T150000", b"T153000").removeprefix(b"BEGIN:VCALENDAR\r\n")
    today = desk.clock.today() + timedelta(days=1)
    read = read_calendar(_STRANGE + own, "agenda-sport.ics", today)
    shown = CalendarPreview(desk, Looked(read, tuple(desk.read(calendars.plan, read.events))), page)
    shown.open()
    return shown
