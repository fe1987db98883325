"""The agenda of a month on its way out: shown as it will hang, with month, size and ink to choose beside it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, cast

from buurtapp.core.i18n import N_, Text, text
from buurtapp.core.text import slug
from buurtapp.features.activities.calendars import queries
from buurtapp.features.activities.calendars.records import Poster
from buurtapp.features.activities.calendars.rules import month_start
from buurtapp.features.group.records import Outgoing
from buurtapp.features.sheets.ui.plain_out import PlainOptions, PlainOut, PlainPaper
from buurtapp.uikit.desk import Desk
from buurtapp.uikit.form import Form, choice
from buurtapp.uikit.jobs import Progress
from buurtapp.uikit.paper import Paper
from buurtapp.uikit.words import day

if TYPE_CHECKING:
    from buurtapp.core.store.store import Store

_BEFORE, _AHEAD = 1, 12
"""So many months can be chosen, around the one that is shown."""


@dataclass(frozen=True, slots=True)
class PosterChoice:
    """What is chosen: the first day of the month, "A3" or "A4", and whether ink is saved."""

    month: date
    size: str = "A3"
    saving: bool = False


class PosterOptions(PlainOptions):
    """Which month, how large, and how much ink."""

    def __init__(self, first: PosterChoice) -> None:
        months = [month_start(first.month, ahead) for ahead in range(-_BEFORE, _AHEAD + 1)]
        form = Form()
        form.add(("month", choice(text(N_("Month")), [(one.isoformat(), day(one, "LLLL yyyy")) for one in months])))
        sizes = (("A3", text(N_("A3, for the wall"))), ("A4", text(N_("A4, for a window or a door"))))
        form.add(("size", choice(text(N_("Size of the paper")), sizes)))
        inks = ((False, text(N_("In colour"))), (True, text(N_("With little ink"))))
        form.add(("saving", choice(text(N_("Ink")), inks)))
        form.set_value("month", first.month.isoformat())
        form.set_value("size", first.size)
        form.set_value("saving", first.saving)
        super().__init__(form)

    def chosen(self) -> PosterChoice:
        """Return what is chosen now."""
        month = date.fromisoformat(str(self.form.value("month")))
        return PosterChoice(month, str(self.form.value("size")), bool(self.form.value("saving")))


class PosterOut(PlainOut):
    """The agenda of a month, ready for the printer; `begin(parent)` shows it."""

    def __init__(self, desk: Desk, month: date) -> None:
        store, first = desk.store, PosterChoice(month)
        assert store is not None, "an agenda is printed from a file that is open"

        def drawing(chosen: PosterChoice) -> Callable[[Progress], PlainPaper]:
            return lambda progress: draw_poster(store, chosen, progress)

        super().__init__(
            desk,
            text(N_("Making the agenda")),
            drawing(first),
            lambda: PosterOptions(first),
            lambda options: drawing(cast("PosterOptions", options).chosen()),
        )


def draw_poster(store: Store, chosen: PosterChoice, progress: Progress | None = None) -> PlainPaper:
    """Return the poster as it comes out of the printer; takes a moment, so away from the screen."""
    from buurtapp.features.activities.calendars.printouts.month_agenda import Size, draw_agenda  # noqa: PLC0415 - loads what draws
    from buurtapp.printing.render import page_pixels, page_sizes_mm  # noqa: PLC0415 - only when something is printed

    poster = store.read(queries.poster, chosen.month)
    pages = draw_agenda(poster, cast("Size", chosen.size), saving=chosen.saving, progress=progress)
    title = text(N_("Agenda of {month}"), month=day(chosen.month, "LLLL yyyy"))
    word = slug(text(N_("Agenda")).render())
    name = f"{word}-{chosen.month:%Y-%m}-{chosen.size.lower()}.pdf"
    paper = Paper(title, pages.pdf, page_sizes_mm(pages.pdf), page_pixels, name, _data_on(poster), pages.warnings)
    outgoing = Outgoing("agenda", f"{chosen.month:%Y-%m} {chosen.size}", pages.pages)
    return PlainPaper(paper, outgoing)


def _data_on(poster: Poster) -> Text:
    """Return what is told about people on this paper."""
    if not poster.contact:
        return text(N_("No names stand on this paper."))
    return text(N_("No names stand on this paper but who can be asked: {contact}."), contact=poster.contact[:120])
