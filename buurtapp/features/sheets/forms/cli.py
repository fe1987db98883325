"""The commands of registration forms: printing them, and reading back one that came home."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, cast

import click

from buurtapp.core import console, trouble
from buurtapp.core.errors import UserError
from buurtapp.core.i18n import LANGUAGES, N_, Text, _, language, n_, text, use_language
from buurtapp.core.store.store import Store
from buurtapp.features.people.choosing_cli import chosen, nobody_chosen, people_options
from buurtapp.features.people.forms import MOST_COPIES
from buurtapp.features.people.names_and_consents import PURPOSES, Purpose
from buurtapp.features.people.queries import cards, listing
from buurtapp.features.sheets.forms import actions, queries
from buurtapp.features.sheets.forms.records import FormEntry, FormResult, FormsWanted
from buurtapp.features.sheets.forms.wording import left_out, text_warnings
from buurtapp.features.sheets.records import SheetInfo
from buurtapp.printing.saving import save_pages

_EXAMPLE = '{"marks": ["p1.consent.phone.yes"], "texts": {"p1.given": "Jan", "p1.family": "de Boer"}}'


@click.command("form")
@console.file_argument
@people_options
@click.option(
    "--address", type=int, default=None, metavar="ID", help="For who lives at this address, or may live there."
)
@click.option("--copies", type=click.IntRange(1, MOST_COPIES), default=1, help="So many blank ones, numbered.")
@click.option("--purpose", "purposes", multiple=True, type=click.Choice(PURPOSES), help="Ask only about these.")
@click.option(
    "--paper-language",
    "--lang",
    "paper_language",
    type=click.Choice(LANGUAGES),
    default=None,
    help="Language of the paper; default that of the messages.",
)
@click.option("-o", "--output", type=click.Path(path_type=Path), required=True, help="OUT.pdf or OUT.png")
@console.json_option
def print_form(file: Path, output: Path, **options: Any) -> None:
    """Print registration forms with consents: blank ones, or one for each person that is chosen.

    Each has a code that brings it home.
    """
    from buurtapp.features.people.printouts.form import draw_forms  # noqa: PLC0415 - loads what draws

    tongue = str(options["paper_language"] or language())
    purposes = cast("tuple[Purpose, ...]", options["purposes"] or PURPOSES)
    with console.open_to_write(file) as store:
        people, warnings = _people(store, options)
        wanted = FormsWanted(tuple(people), options["address"], options["copies"], tongue, purposes)
        forms = store.read(queries.compose, wanted, store.clock.today())
        with use_language(tongue):
            printed = draw_forms(forms)
        files = save_pages(printed.pdf, output)
        store.write(actions.printed_label(forms), actions.keep_forms, forms, printed)
    told = [warning.render() for warning in (*warnings, *text_warnings(forms, tongue), *printed.warnings)]
    codes = [form.code for form in forms]
    line = n_("{count} page: {file} (code {code})", "{count} pages: {file} (code {code})", printed.pages)
    console.answer(
        {"files": [str(path) for path in files], "pages": printed.pages, "codes": codes, "warnings": told},
        [line.format(count=printed.pages, file=files[0], code=", ".join(codes)), *told],
    )


def _people(store: Store, options: dict[str, Any]) -> tuple[list[int], list[Text]]:
    """Return whom the options choose, and who is left out; nobody without options, for blank forms."""
    if options["address"] is not None:
        numbers = next((row.people for row in store.read(cards.addresses) if row.id == options["address"]), ())
        found = store.read(cards.cards, numbers)
    elif any(options[name] for name in ("people", "label", "where")):
        found = chosen(store, options)
        if not found:
            raise nobody_chosen()
    else:
        return [], []
    may = [card.id for card in found if not card.do_not_approach]
    left = len(found) - len(may)
    if left and not may:
        raise nobody_chosen()
    return may, [left_out(left)] if left else []


def enter_form(store: Store, sheet: SheetInfo, answers: Path, serial: int | None, person: int | None) -> None:
    """Read a form back from a file of answers, and answer the command."""
    entry = _entry(answers, serial, person)
    number = actions.form_number(sheet, serial) if serial is not None else sheet.code
    result = store.write(actions.entered_label(number), actions.enter_form, sheet.id, entry)
    told = told_of(store, result)
    line = _("Stored: {stored}. Changed: {changed}. As before: {unchanged}.")
    console.answer(
        {
            "stored": result.stored,
            "changed": result.changed,
            "unchanged": result.unchanged,
            "new_people": list(result.new_people),
            "person_id": result.person_id,
            "doubles": list(result.doubles),
            "problems": [problem.render() for problem in result.problems],
        },
        [line.format(stored=result.stored, changed=result.changed, unchanged=result.unchanged), *told],
    )


def told_of(store: Store, result: FormResult) -> list[str]:
    """Return what somebody who reads forms back should look at afterwards."""
    told = [problem.render() for problem in result.problems]
    if result.doubles:
        rows = store.read(listing.rows, list(result.doubles))
        names = ", ".join(f"{row.name.spoken} ({row.id})" for row in rows)
        told.append(_("Somebody like this was in the list already: {names}.").format(names=names))
    return told


def _entry(path: Path, serial: int | None, person: int | None) -> FormEntry:
    try:
        loaded = json.loads(path.read_text("utf-8"))
    except OSError as error:
        raise trouble.from_os(error, path) from error
    except ValueError as error:
        raise _bad_answers(path.name) from error
    if not isinstance(loaded, dict):
        raise _bad_answers(path.name)
    marks, texts = loaded.get("marks", []), loaded.get("texts", {})
    if not isinstance(marks, list) or not isinstance(texts, dict):
        raise _bad_answers(path.name)
    if not all(isinstance(value, str) for value in (*marks, *texts.values())):
        raise _bad_answers(path.name)
    return FormEntry(frozenset(marks), texts, serial, person)


def _bad_answers(name: str) -> UserError:
    return UserError(
        "bad_answers",
        text(N_("The answers in {name} cannot be read. Nothing was changed."), name=name),
        text(N_("Write them like this: {example}"), example=_EXAMPLE),
    )
