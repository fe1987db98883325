"""The command that prints the agenda of a month."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import cast

import click

from buurtapp.core import console
from buurtapp.core.i18n import _, language, n_, use_language
from buurtapp.features.activities.calendars import queries
from buurtapp.printing.saving import save_pages

_PICTURE_WIDTHS = {"A3": 1754, "A4": 1240}
"""Pixels: 150 dots per inch."""
_MONTH = re.compile(r"(\d{4})-(\d{2})")


def _month(_context: click.Context, _option: click.Parameter, written: str | None) -> date | None:
    """Return the first day of the month that was written as "2026-10"."""
    if written is None:
        return None
    found = _MONTH.fullmatch(written.strip())
    try:
        if found is not None:
            return date(int(found[1]), int(found[2]), 1)
    except ValueError:
        pass
    raise click.BadParameter(_("“{month}” is not a month. Write it as 2026-10.").format(month=written))


@click.command("agenda")
@console.file_argument
@click.option("--month", callback=_month, metavar="YYYY-MM", help="Which month; default the present one.")
@click.option("--format", "size", type=click.Choice(["A3", "A4"]), default="A3", help="Size of the paper.")
@click.option(
    "--ink", type=click.Choice(["colour", "saving"]), default="colour", help="saving prints lines instead of surfaces."
)
@click.option("--paper-language", default=None, help="Language of the paper; default that of the messages.")
@click.option("-o", "--output", type=click.Path(path_type=Path), required=True, help="OUT.pdf or OUT.png")
@console.json_option
def print_agenda(file: Path, month: date | None, size: str, output: Path, **options: object) -> None:
    """Print the agenda of a month as a poster: what comes every week, and what has a day."""
    from buurtapp.features.activities.calendars.printouts.month_agenda import Size, draw_agenda  # noqa: PLC0415 - loads what draws

    with console.open_to_read(file) as store, use_language(str(options["paper_language"] or language())):
        poster = store.read(queries.poster, month or store.clock.today())
        pages = draw_agenda(poster, cast("Size", size), saving=options["ink"] == "saving")
    console.tell_of(description=f"{poster.month:%Y-%m} {size}")
    files = save_pages(pages.pdf, output, _PICTURE_WIDTHS[size])
    warnings = [warning.render() for warning in pages.warnings]
    line = n_("{count} page: {file}", "{count} pages: {file}", pages.pages)
    console.answer(
        {"files": [str(path) for path in files], "pages": pages.pages, "codes": [], "warnings": warnings},
        [line.format(count=pages.pages, file=files[0]), *warnings],
    )
