"""The commands that print and export what accounts for money."""

from __future__ import annotations

from pathlib import Path

import click

from buurtapp.core import console
from buurtapp.core.clock import local
from buurtapp.core.errors import UserError
from buurtapp.core.i18n import N_, _, language, n_, text, use_language
from buurtapp.core.store.store import Store
from buurtapp.exchange.write import write_csv, write_xlsx
from buurtapp.features.activities.money import exchange, queries
from buurtapp.features.activities.money.records import AccountPaper
from buurtapp.printing.saving import save_pages


def _read(store: Store, activity: int | None, fund: int | None) -> AccountPaper:
    if (activity is None) == (fund is None):
        raise UserError(
            "one_of_two",
            text(N_("Say of which activity or of which fund, and of one of them.")),
            text(N_("Add --activity or --fund, with its number.")),
        )
    return store.read(queries.account_paper, local(store.clock.now()), activity=activity, fund=fund or 0)


@click.command("account")
@console.file_argument
@click.option("--activity", type=int, metavar="ID", help="The account of one activity.")
@click.option("--fund", type=int, metavar="ID", help="The account of a fund, over all activities it pays.")
@click.option("--paper-language", default=None, help="Language of the paper; default that of the messages.")
@click.option("--copies", type=click.IntRange(1, 99), default=1, hidden=True)
@click.option("-o", "--output", type=click.Path(path_type=Path), required=True, help="OUT.pdf or OUT.png")
@console.json_option
def print_account(file: Path, activity: int | None, fund: int | None, output: Path, **more: object) -> None:
    """Print the folder that accounts for money, with every receipt; what is missing stands on it and is told."""
    from buurtapp.features.activities.money.printouts.account import draw_account  # noqa: PLC0415 - loads what draws

    with console.open_to_read(file) as store:
        paper = _read(store, activity, fund)
    with use_language(str(more["paper_language"] or language())):
        pages = draw_account(paper)
    files = save_pages(pages.pdf, output)
    console.tell_of(description=f"fund {fund}" if fund is not None else f"activity {activity}")
    warnings = [warning.render() for warning in pages.warnings]
    line = n_("{count} page: {file}", "{count} pages: {file}", pages.pages).format(count=pages.pages, file=files[0])
    console.answer(
        {
            "files": [str(path) for path in files],
            "pages": pages.pages,
            "codes": [],
            "warnings": warnings,
            "missing": [{"kind": gap.kind, "text": gap.words.render()} for gap in paper.gaps],
        },
        [line, *warnings],
    )


@click.command("account")
@console.file_argument
@click.option("--activity", type=int, metavar="ID")
@click.option("--fund", type=int, metavar="ID")
@click.option("-o", "--output", type=click.Path(path_type=Path), required=True, help="OUT.xlsx or OUT.csv")
@console.json_option
def export_account(file: Path, activity: int | None, fund: int | None, output: Path) -> None:
    """Write every receipt of an activity or a fund as a list."""
    with console.open_to_read(file) as store:
        account = _read(store, activity, fund).account
    rows = exchange.rows(account)
    makers = {
        ".xlsx": lambda: write_xlsx(_("Receipts"), exchange.headings(), rows),
        ".csv": lambda: write_csv(exchange.headings(), rows),
    }
    console.save_list(output, makers, len(rows))
