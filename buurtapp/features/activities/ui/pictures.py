"""The states of this workspace worth looking at."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Protocol

from PySide6.QtWidgets import QLineEdit, QStackedWidget

from buurtapp.core.clock import local
from buurtapp.features.activities import queries, rules
from buurtapp.features.activities.attendance.records import UnreadRow
from buurtapp.features.activities.rows import ActivityRow
from buurtapp.features.activities.ui import after_pictures, calendar_pictures, money_pictures, signup_pictures
from buurtapp.features.activities.ui.activity_view import ActivityView
from buurtapp.features.activities.ui.calendar_view import CalendarView
from buurtapp.features.activities.ui.new_view import NewView
from buurtapp.features.people.queries import listing
from buurtapp.printing.codes import human_code
from buurtapp.uikit.desk import Desk
from buurtapp.uikit.page import Picture


class Shows(Protocol):
    """What the page of this workspace can show."""

    desk: Desk
    calendar: CalendarView
    activity: ActivityView
    new_one: NewView
    stack: QStackedWidget

    def show_calendar(self) -> None:
        """Show the month."""

    def show_activity(self, number: int, tab: str = "") -> None:
        """Show an activity."""

    def show_new(self, day: date) -> None:
        """Show the form of a new one."""

    def show_chooser(self, people: list[int]) -> None:
        """Ask which activity."""


def of_page(page: Shows) -> list[Picture]:
    """Return the states of the calendar, of an activity before and after, and of the forms."""
    made = [
        *calendar_pictures.of_calendar(page),
        Picture("05-activiteit-nieuw", lambda: page.show_new(page.desk.clock.today())),
        Picture("05-activiteit-nieuw-fout", lambda: _wrong(page)),
    ]
    rows = page.desk.read(queries.listed)
    here = local(page.desk.clock.now())
    coming = next((row for row in rows if not rules.is_over(row.starts_at, row.ends_at, here)), None)
    been = next((row for row in reversed(rows) if rules.is_over(row.starts_at, row.ends_at, here)), None)
    if coming is not None:
        made += [Picture(f"05-activiteit{name}", _at(page, coming, tab)) for name, tab in _COMING_TABS]
        made += [
            Picture("05-activiteit-aanmelden", lambda: _search(page, coming)),
            Picture("05-activiteit-draaiboek-leeg", lambda: _no_jobs(page, coming)),
            Picture("05-activiteit-klus", lambda: _one_job(page, coming)),
            *signup_pictures.of_activity(page, coming),
            Picture("05-activiteit-kiezen", lambda: page.show_chooser(page.desk.read(listing.find_ids, "", 12))),
        ]
        made += _overviews(page, coming)
    if been is not None:
        made.append(Picture("05-activiteit-na-afloop", _at(page, been, "after")))
        made.append(Picture("05-activiteit-na-afloop-onleesbaar", lambda: _unread(page, been)))
        made += money_pictures.of_money(page, been.id)
        made += _afterwards(page, been)
    return made


def _overviews(page: Shows, coming: ActivityRow) -> list[Picture]:
    """Return the lower half of the overview: what comes again, its forms, a copy, and a trial that was."""
    over = local(page.desk.clock.now())
    tried = next((row for row in page.desk.read(queries.listed) if row.starts_at < over and _is_trial(page, row)), None)
    overview = page.activity.overview
    made = [
        Picture("05-activiteit-herhaling", lambda: _low(page, coming)),
        Picture("05-activiteit-volgende", lambda: _low(page, coming, overview.repeats.following_button.click)),
        Picture("05-activiteit-overslaan", lambda: _low(page, coming, overview.repeats.skip_button.click)),
        Picture("05-activiteit-kopie", lambda: _low(page, coming, overview.ask_copy)),
    ]
    if tried is not None:
        made.append(Picture("05-activiteit-proef", lambda: _low(page, tried)))
        made.append(
            Picture("05-activiteit-proef-besluit", lambda: _low(page, tried, overview.trial.answers["go"].click))
        )
    return made


def _is_trial(page: Shows, row: ActivityRow) -> bool:
    return page.desk.read(queries.card, row.id).trial is not None


def _low(page: Shows, row: ActivityRow, press: Callable[[], None] | None = None) -> None:
    """Show the overview of an activity with something opened there, or else its end."""
    page.show_activity(row.id, "overview")
    if press is not None:
        press()
    else:
        page.activity.overview.show_end()


_COMING_TABS = (("", "overview"), ("-draaiboek", "runsheet"), ("-aanmeldingen", "signups"), ("-drukwerk", "paper"))


def _afterwards(page: Shows, been: ActivityRow) -> list[Picture]:
    desk, activity = page.desk, page.activity
    return [
        Picture("05-activiteit-na-afloop-gemist", lambda: after_pictures.show_missed(activity.after)),
        Picture("05-activiteit-bedankkaarten", lambda: after_pictures.show_thank_you(desk, been.id, activity)),
        Picture("05-activiteit-verslag", lambda: after_pictures.show_report(desk, been.id, activity)),
        Picture("05-agenda-inlezen", lambda: after_pictures.show_calendar(desk, activity)),
    ]


def _unread(page: Shows, row: ActivityRow) -> None:
    """Show two names that nobody could read; nothing is saved for it."""
    page.show_activity(row.id, "after")
    found = [UnreadRow(-1, human_code("7K3Q2"), 26), UnreadRow(-2, human_code("7K3Q2"), 28)]
    # Under the same key, so that what show_activity asked for does not come after it.
    page.desk.later("pile", lambda _store: found, page.activity.after.pile.show_rows)


def _at(page: Shows, row: ActivityRow, tab: str) -> Callable[[], None]:
    return lambda: page.show_activity(row.id, tab)


def _wrong(page: Shows) -> None:
    page.show_new(page.desk.clock.today())
    for name, words in (("start", "25.00"), ("title", "")):
        field = page.new_one.form.field(name).input
        if isinstance(field, QLineEdit):
            field.setText(words)
    page.new_one.add()


def _search(page: Shows, row: ActivityRow) -> None:
    page.show_activity(row.id, "signups")
    page.activity.signups.search.field.setText("mar")


def _no_jobs(page: Shows, row: ActivityRow) -> None:
    """Show the run sheets to choose from; the picture after it shows the jobs again."""
    page.show_activity(row.id, "runsheet")
    page.activity.runsheet.show_empty()


def _one_job(page: Shows, row: ActivityRow) -> None:
    page.show_activity(row.id, "runsheet")
    page.activity.runsheet.show_first_job()
