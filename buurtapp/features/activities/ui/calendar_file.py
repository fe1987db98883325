"""Calendars of other programs on the screen: our activities as a file, and a file of somebody else looked at first."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from buurtapp.core.files import write_atomic
from buurtapp.core.i18n import N_, _, plural_text, text
from buurtapp.core.text import slug
from buurtapp.features.activities import exchange
from buurtapp.features.activities import queries as activities
from buurtapp.features.activities.calendars.ical import queries as calendars
from buurtapp.features.activities.ui.calendar_file_preview import CalendarPreview, Looked
from buurtapp.features.group.records import Outgoing
from buurtapp.features.group.ui.outgoing import note
from buurtapp.uikit.desk import Desk
from buurtapp.uikit.jobs import Progress

if TYPE_CHECKING:
    from buurtapp.core.store.store import Store

ENDING = ".ics"
CALENDAR_FILES = text(N_("Calendar (*.ics)"))


def save_activity(desk: Desk, activity: int, parent: QWidget) -> None:
    """Save one activity as a calendar file."""
    save_calendar(desk, parent, activity)


def save_calendar(desk: Desk, parent: QWidget, activity_id: int | None = None) -> None:
    """Ask where to, and write all activities there, or one; the message bar tells how many."""
    store = desk.store
    if store is None:
        return
    chosen = desk.choosing.save_file(
        parent, text(N_("Save as a calendar file")), Path.home() / _file_name(desk, activity_id), CALENDAR_FILES
    )
    if chosen is None:
        return
    file = chosen if chosen.suffix.lower() == ENDING else chosen.with_name(chosen.name + ENDING)
    if file != chosen and file.exists() and not _may_replace(desk, parent, file):
        return

    def work(_progress: Progress) -> int:
        return _write(store, file, activity_id)

    def tell(count: int) -> None:
        note(desk, Outgoing("activities", ENDING))
        desk.tell(
            plural_text("{count} activity saved in {name}", "{count} activities saved in {name}", count, name=file.name)
        )

    desk.start(text(N_("Saving {name}"), name=file.name), work, tell)


def _file_name(desk: Desk, activity_id: int | None) -> str:
    """Return a name for the file: the title and day of one activity, else what it is and today."""
    name = slug(_("Activities"))
    if activity_id is None:
        return f"{name}-{desk.clock.today():%Y-%m-%d}{ENDING}"
    card = desk.read(activities.card, activity_id)
    return f"{slug(card.draft.title) or name}-{card.starts_at:%Y-%m-%d}{ENDING}"


def _may_replace(desk: Desk, parent: QWidget, file: Path) -> bool:
    question = text(N_("There is a file {name} already. Replace it?"), name=file.name)
    return desk.choosing.sure(parent, question, "", text(N_("Replace the file")))


def _write(store: Store, file: Path, activity_id: int | None) -> int:
    events = store.read(calendars.outgoing, activity_id)
    write_atomic(file, exchange.calendar(store.read(calendars.calendar_name), events))
    return len(events)


def import_calendar(desk: Desk, parent: QWidget, path: Path | None = None) -> None:
    """Ask for a calendar file unless one is given, read it in the background, and show what it would do."""
    store = desk.store
    if store is None:
        return
    file = path or desk.choosing.open_file(parent, text(N_("Choose a calendar file")), CALENDAR_FILES)
    if file is None:
        return
    today = desk.clock.today()

    def work(progress: Progress) -> Looked:
        read = exchange.read_calendar_file(file, today, progress)
        return Looked(read, tuple(store.read(calendars.plan, read.events)))

    def show(looked: Looked) -> None:
        CalendarPreview(desk, looked, parent).open()

    desk.start(text(N_("Reading {name}"), name=file.name), work, show)
