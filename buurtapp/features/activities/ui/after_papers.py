"""Papers for afterwards on their way out: cards to say thank you with, and the report of an activity or of a period."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, cast

from PySide6.QtWidgets import QWidget

from buurtapp.core.i18n import N_, Text, plural_text, text
from buurtapp.core.text import slug
from buurtapp.features.activities.afterwards import queries
from buurtapp.features.activities.afterwards.records import ThankYouJob, Who
from buurtapp.features.activities.afterwards.reporting import queries as reports
from buurtapp.features.group.records import Outgoing
from buurtapp.features.sheets.ui.plain_out import PlainOptions, PlainOut, PlainPaper
from buurtapp.printing.pages import PrintedPages
from buurtapp.uikit.desk import Desk
from buurtapp.uikit.form import Form, choice, day_field
from buurtapp.uikit.jobs import Progress
from buurtapp.uikit.paper import Paper
from buurtapp.uikit.words import one_line

if TYPE_CHECKING:
    from buurtapp.core.store.store import Store

Draw = Callable[[Progress], PlainPaper]
_LONGEST = 200


# Thank you


def show_thank_you(desk: Desk, activity: int, parent: QWidget) -> PlainOut:
    """Show the cards to say thank you with, for who helped; everybody who came can be chosen."""

    def draw(who: Who) -> Draw:
        return lambda _progress: draw_thanks(_open(desk), activity, who)

    def options() -> PlainOptions:
        form = Form()
        choices = (("helpers", text(N_("Who helped"))), ("came", text(N_("Everybody who came"))))
        form.add(("who", choice(text(N_("For whom")), choices)))
        form.set_value("who", "helpers")
        return PlainOptions(form)

    def again(chosen: PlainOptions) -> Draw:
        return draw(cast("Who", chosen.form.value("who")))

    out = PlainOut(desk, text(N_("Making the cards")), draw("helpers"), options, again)
    out.begin(parent)
    return out


def draw_thanks(store: Store, activity: int, who: Who) -> PlainPaper:
    """Return the cards for who helped, or for everybody who came."""
    from buurtapp.features.activities.afterwards.printouts.thank_you import draw_thank_you  # noqa: PLC0415 - draws

    job = store.read(queries.thank_you, activity, who)
    pages = draw_thank_you(job)
    title = text(N_("Thank you: {title}"), title=one_line(job.title)[:_LONGEST])
    name = f"{slug(title.render())}-{job.day:%Y-%m-%d}.pdf"
    outgoing = Outgoing("thank-you", who, pages.pages, people=len(job.names), fields=("name",))
    return PlainPaper(_paper(pages, title, name, _on_cards(job)), outgoing)


def _on_cards(job: ThankYouJob) -> Text:
    if not job.names:
        return text(N_("Nobody is known, so these are blank cards. No data of people is on them."))
    told = plural_text(
        "{count} card with a name. Hand it over; there is no address on it.",
        "{count} cards with a name. Hand them over; there is no address on them.",
        len(job.names),
    )
    if not job.left_out:
        return told
    more = plural_text("{count} person wants to be left alone.", "{count} people want to be left alone.", job.left_out)
    return text(N_("{first} {second}"), first=told, second=more)


# Reports


class ReportOptions(PlainOptions):
    """What the report is about: one activity, or all between two days."""

    def __init__(self, today: date) -> None:
        form = Form()
        choices = (("one", text(N_("This activity"))), ("all", text(N_("All activities of a period"))))
        form.add(("what", choice(text(N_("What the report is about")), choices)))
        form.add(("first", day_field(text(N_("From")))), ("last", day_field(text(N_("Up to and with")))))
        form.set_value("what", "one")
        form.set_value("first", today.replace(month=1, day=1))
        form.set_value("last", today)
        super().__init__(form)
        self._show_days()
        form.committed.connect(lambda _name: self._show_days())

    def period(self) -> tuple[date, date] | None:
        """Return the first and last day; None for one activity."""
        if self.form.value("what") == "one":
            return None
        first, last = self.form.value("first"), self.form.value("last")
        if not isinstance(first, date) or not isinstance(last, date):
            return None
        return min(first, last), max(first, last)

    def _show_days(self) -> None:
        for name in ("first", "last"):
            self.form.field(name).setVisible(self.form.value("what") == "all")


def show_report(desk: Desk, activity: int, parent: QWidget) -> PlainOut:
    """Show the report of an activity; that of a period can be chosen."""
    today = desk.clock.today()

    def draw(period: tuple[date, date] | None) -> Draw:
        return lambda _progress: draw_report(_open(desk), activity, period, today)

    def again(chosen: PlainOptions) -> Draw:
        return draw(chosen.period() if isinstance(chosen, ReportOptions) else None)

    out = PlainOut(desk, text(N_("Making the report")), draw(None), lambda: ReportOptions(today), again)
    out.begin(parent)
    return out


def draw_report(store: Store, activity: int, period: tuple[date, date] | None, today: date) -> PlainPaper:
    """Return the report of an activity, or of all between two days."""
    pages, title, name = _one(store, activity, today) if period is None else _all(store, period, today)
    what = text(N_("No people stand on this paper, and no street where fewer than 5 addresses took part."))
    description = "activity" if period is None else "period"
    return PlainPaper(_paper(pages, title, name, what), Outgoing("activity-report", description, pages.pages))


def _one(store: Store, activity: int, today: date) -> tuple[PrintedPages, Text, str]:
    from buurtapp.features.activities.afterwards.printouts.activity_report import (  # noqa: PLC0415 - draws
        draw_activity_report,
    )

    report = store.read(reports.activity_report, activity, today)
    title = text(N_("Report: {title}"), title=one_line(report.title)[:_LONGEST])
    return draw_activity_report(report), title, f"{slug(title.render())}-{report.starts_at:%Y-%m-%d}.pdf"


def _all(store: Store, period: tuple[date, date], today: date) -> tuple[PrintedPages, Text, str]:
    from buurtapp.features.activities.afterwards.printouts.period_report import (  # noqa: PLC0415 - draws
        draw_period_report,
    )

    first, last = period
    title = text(N_("Report of activities"))
    name = f"{slug(title.render())}-{first:%Y-%m-%d}-{last:%Y-%m-%d}.pdf"
    return draw_period_report(store.read(reports.period_report, first, last, today)), title, name


def _paper(pages: PrintedPages, title: Text, file_name: str, what: Text) -> Paper:
    from buurtapp.printing.render import page_pixels, page_sizes_mm  # noqa: PLC0415 - only when something is printed

    return Paper(title, pages.pdf, page_sizes_mm(pages.pdf), page_pixels, file_name, what, pages.warnings)


def _open(desk: Desk) -> Store:
    if desk.store is None:
        message = "no group file is open"
        raise RuntimeError(message)
    return desk.store
