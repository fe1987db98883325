"""Commands that print for afterwards: cards to say thank you, and reports of activities."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import cast

import click

from buurtapp.core import console
from buurtapp.core.i18n import N_, language, n_, plural_text, text, use_language
from buurtapp.features.activities.afterwards import queries
from buurtapp.features.activities.afterwards.records import Who
from buurtapp.features.activities.afterwards.reporting import queries as reports
from buurtapp.printing.pages import PrintedPages
from buurtapp.printing.saving import save_pages

_output = click.option("-o", "--output", type=click.Path(path_type=Path), required=True, help="OUT.pdf or OUT.png")
_paper_language = click.option(
    "--paper-language", default=None, help="Language of the paper; default that of the messages."
)


@click.command("thank-you")
@console.file_argument
@click.option("--activity", type=int, required=True, metavar="ID")
@click.option(
    "--who", type=click.Choice(["helpers", "came"]), default="helpers", help="Who helped, or everybody who came."
)
@_paper_language
@_output
@console.json_option
def print_thank_you(file: Path, activity: int, who: str, output: Path, paper_language: str | None) -> None:
    """Print cards to say thank you with, four on a sheet; blank ones when nobody is known."""
    from buurtapp.features.activities.afterwards.printouts.thank_you import draw_thank_you  # noqa: PLC0415 - draws

    with console.open_to_read(file) as store, use_language(paper_language or language()):
        job = store.read(queries.thank_you, activity, cast("Who", who))
        pages = draw_thank_you(job)
    console.tell_of(people=len(job.names), fields=("name",))
    warnings = []
    if job.left_out:
        words = ("{count} person wants to be left alone.", "{count} people want to be left alone.")
        warnings.append(plural_text(*words, job.left_out).render())
    if not job.names:
        warnings.append(text(N_("Nobody is known: these are blank cards.")).render())
    _answer(pages, output, warnings)


def _answer(pages: PrintedPages, output: Path, warnings: list[str]) -> None:
    files = save_pages(pages.pdf, output)
    told = [*warnings, *(warning.render() for warning in pages.warnings)]
    line = n_("{count} page: {file}", "{count} pages: {file}", pages.pages)
    console.answer(
        {"files": [str(path) for path in files], "pages": pages.pages, "codes": [], "warnings": told},
        [line.format(count=pages.pages, file=files[0]), *told],
    )


@click.command("activity-report")
@console.file_argument
@click.option("--activity", type=int, default=None, metavar="ID", help="Of this activity.")
@click.option("--from", "first", type=click.DateTime(["%Y-%m-%d"]), default=None, help="Of all from this day…")
@click.option("--to", "last", type=click.DateTime(["%Y-%m-%d"]), default=None, help="… up to and with this day.")
@_paper_language
@_output
@console.json_option
def print_activity_report(file: Path, activity: int | None, output: Path, **options: object) -> None:
    """Print a report of one activity, or of all between two days (of this year): numbers and lessons, no names."""
    first, last = options["first"], options["last"]
    if activity is not None and not (first is None and last is None):
        message = "Give --activity, or --from and --to."
        raise click.UsageError(message)
    with console.open_to_read(file) as store, use_language(str(options["paper_language"] or language())):
        today = store.clock.today()
        if activity is not None:
            from buurtapp.features.activities.afterwards.printouts.activity_report import (  # noqa: PLC0415 - draws
                draw_activity_report,
            )

            pages = draw_activity_report(store.read(reports.activity_report, activity, today))
        else:
            from buurtapp.features.activities.afterwards.printouts.period_report import (  # noqa: PLC0415 - draws
                draw_period_report,
            )

            begins = first.date() if isinstance(first, datetime) else today.replace(month=1, day=1)
            ends = last.date() if isinstance(last, datetime) else today
            pages = draw_period_report(store.read(reports.period_report, begins, ends, today))
    _answer(pages, output, [])
