"""Commands that print the run sheet of an activity and its job slips, and read the sheet back that came home."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from buurtapp.core import console, trouble
from buurtapp.core.errors import UserError
from buurtapp.core.i18n import N_, _, language, n_, text, use_language
from buurtapp.features.activities.actions import run_sheet_home
from buurtapp.features.activities.runsheet import actions, paper
from buurtapp.features.sheets.records import SheetInfo
from buurtapp.printing.saving import save_pages

if TYPE_CHECKING:
    from buurtapp.core.store.store import Store

COLOUR, SAVING, SLIPS = "colour", "saving", "slips"


def _print(file: Path, activity: int, output: Path, paper_language: str | None, kind: str) -> None:
    from buurtapp.features.activities.runsheet.printouts.job_slips import job_slips  # noqa: PLC0415 - loads what draws
    from buurtapp.features.activities.runsheet.printouts.run_sheet import run_sheet  # noqa: PLC0415 - loads what draws

    slips = kind == SLIPS
    opened = console.open_to_read if slips else console.open_to_write
    with opened(file) as store:
        with use_language(paper_language or language()):
            sheet = store.read(paper.compose, activity, store.clock.today(), saving=kind == SAVING)
            pages = job_slips(sheet) if slips else run_sheet(sheet)
        files = save_pages(pages.pdf, output)
        console.tell_of(people=len(sheet.phones), fields=("name", "phone"), description="" if slips else sheet.code)
        if pages.layout is not None:
            label = actions.printed_label(sheet.title)
            store.write(label, actions.keep_run_sheet, activity, sheet, pages.layout, pages.pdf)
    warnings = [warning.render() for warning in pages.warnings]
    line = n_("{count} page: {file}", "{count} pages: {file}", pages.pages).format(count=pages.pages, file=files[0])
    codes = [] if slips else [sheet.code]
    console.answer(
        {"files": [str(path) for path in files], "pages": pages.pages, "codes": codes, "warnings": warnings},
        [line, *warnings],
    )


_activity = click.option("--activity", type=int, required=True, metavar="ID")
_paper_language = click.option(
    "--paper-language", default=None, help="Language of the paper; default that of the messages."
)
_output = click.option("-o", "--output", type=click.Path(path_type=Path), required=True, help="OUT.pdf or OUT.png")


@click.command("run-sheet")
@console.file_argument
@_activity
@click.option("--ink", type=click.Choice(["colour", "saving"]), default="colour", help="Saving: no areas of colour.")
@_paper_language
@_output
@console.json_option
def print_run_sheet(file: Path, activity: int, ink: str, output: Path, paper_language: str | None) -> None:
    """Print the run sheet of an activity; its code brings it home."""
    _print(file, activity, output, paper_language, SAVING if ink == "saving" else COLOUR)


@click.command("job-slips")
@console.file_argument
@_activity
@_paper_language
@_output
@console.json_option
def print_job_slips(file: Path, activity: int, output: Path, paper_language: str | None) -> None:
    """Print a slip for each job that is left, eight on a sheet, for whoever does it."""
    _print(file, activity, output, paper_language, SLIPS)


def enter(store: Store, sheet: SheetInfo, answers: Path, _serial: int | None, _person: int | None) -> None:
    """Read a run sheet back, and answer."""
    hand = store.read(run_sheet_home.in_hand, sheet.code)
    try:
        loaded = json.loads(answers.read_text("utf-8"))
    except OSError as error:
        raise trouble.from_os(error, answers) from error
    except ValueError as error:
        raise _bad_answers(answers.name) from error
    given = run_sheet_home.read(hand, *_answers(loaded, answers.name))
    label = run_sheet_home.entered_label(sheet.code, sheet.title)
    result = store.write(label, run_sheet_home.enter_run_sheet, sheet.id, given)
    line = _("Stored: {stored}. Changed: {changed}. As before: {unchanged}.")
    lines = [line.format(stored=result.stored, changed=result.changed, unchanged=result.unchanged)]
    if result.gone:
        told = n_("{count} job is no longer there.", "{count} jobs are no longer there.", result.gone)
        lines.append(told.format(count=result.gone))
    told_all = {"stored": result.stored, "changed": result.changed, "unchanged": result.unchanged, "new_people": []}
    console.answer({**told_all, "gone": result.gone}, lines)


def _answers(loaded: object, name: str) -> tuple[list[str], dict[str, str], int | None]:
    if not isinstance(loaded, dict):
        raise _bad_answers(name)
    marks, texts, heads = loaded.get("marks", []), loaded.get("texts", {}), loaded.get("head_count")
    is_number = heads is None or (isinstance(heads, int) and not isinstance(heads, bool) and heads >= 0)
    is_list = isinstance(marks, list) and all(isinstance(mark, str) for mark in marks)
    is_words = isinstance(texts, dict) and all(isinstance(value, str) for value in texts.values())
    if not (is_number and is_list and is_words):
        raise _bad_answers(name)
    return marks, texts, heads


def _bad_answers(name: str) -> UserError:
    return UserError(
        "bad_answers",
        text(N_("The answers in {name} cannot be read. Nothing was changed."), name=name),
        text(
            N_("Write them like this: {example}"),
            example='{"marks": ["j3.done"], "texts": {"went_well": "…"}, "head_count": 14}',
        ),
    )
