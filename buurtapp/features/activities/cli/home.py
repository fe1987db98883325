"""The command that reads a paper back that came home."""

from __future__ import annotations

import importlib
import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from buurtapp.core import console, trouble
from buurtapp.core.errors import UserError
from buurtapp.core.i18n import N_, _, text
from buurtapp.features.activities.actions import attend
from buurtapp.features.activities.records import SheetAnswers, WalkIn
from buurtapp.features.people.forms import FORM
from buurtapp.features.sheets import queries as sheets
from buurtapp.features.sheets.records import SheetInfo

if TYPE_CHECKING:
    from buurtapp.core.store.store import Store

ENTRIES = {
    sheets.ATTENDANCE: "buurtapp.features.activities.cli.home:enter_list",
    "sign-up": "buurtapp.features.activities.cli.signup_papers:enter_signup_sheet",
    FORM: "buurtapp.features.sheets.forms.cli:enter_form",
}
"""Kind of sheet → the function (store, sheet, answers, serial, person) that reads it back."""


@click.command
@console.file_argument
@click.argument("code")
@click.argument("answers", metavar="ANSWERS.json", type=click.Path(path_type=Path))
@click.option("--serial", type=int, help="Which copy of a form it is; the number stands behind its code.")
@click.option("--person", type=int, metavar="ID", help="Whose form it is, when it is not printed on it.")
@console.json_option
def enter(file: Path, code: str, answers: Path, serial: int | None, person: int | None) -> None:
    """Read a list or a form back that came home; again corrects what was entered before."""
    with console.open_to_write(file) as store:
        sheet = store.read(sheets.find, code)
        if sheet.kind not in ENTRIES:
            raise UserError("bad_code", text(N_("The paper with the code {code} is not read back."), code=sheet.code))
        module, _colon, name = ENTRIES[sheet.kind].partition(":")
        getattr(importlib.import_module(module), name)(store, sheet, answers, serial, person)


def enter_list(store: Store, sheet: SheetInfo, answers: Path, _serial: int | None, _person: int | None) -> None:
    """Read an attendance list back, and answer."""
    given = _answers(answers)
    result = store.write(attend.entered_label(sheet.code, sheet.title), attend.enter_sheet, sheet.id, given)
    line = _("Stored: {stored}. Changed: {changed}. As before: {unchanged}.")
    console.answer(
        {
            "stored": result.stored,
            "changed": result.changed,
            "unchanged": result.unchanged,
            "new_people": list(result.new_people),
        },
        [line.format(stored=result.stored, changed=result.changed, unchanged=result.unchanged)],
    )


def _answers(path: Path) -> SheetAnswers:
    try:
        loaded = json.loads(path.read_text("utf-8"))
    except OSError as error:
        raise trouble.from_os(error, path) from error
    except ValueError as error:
        raise _bad_answers(path.name) from error
    try:
        rows = frozenset(_row(mark) for mark in loaded.get("marks", []))
        walk_ins = tuple(WalkIn(str(one["name"]), _number(one.get("person_id"))) for one in loaded.get("walk_ins", []))
        return SheetAnswers(rows, walk_ins, _number(loaded.get("guests")), _number(loaded.get("children")))
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise _bad_answers(path.name) from error


def _row(mark: object) -> int:
    name, _dot, field = str(mark).partition(".")
    if not name.startswith("r") or field != "present":
        raise ValueError(mark)
    return int(name[1:])


def _number(value: object) -> int | None:
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise ValueError(value)
    return value


def _bad_answers(name: str) -> UserError:
    return UserError(
        "bad_answers",
        text(N_("The answers in {name} cannot be read. Nothing was changed."), name=name),
        text(N_("Write them like this: {example}"), example='{"marks": ["r1.present"], "walk_ins": [{"name": "Jan"}]}'),
    )
