"""The command that reads a paper back that came home."""

from __future__ import annotations

import importlib
import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

import click

from buurtapp.core import console, trouble
from buurtapp.core.errors import UserError
from buurtapp.core.i18n import N_, _, text
from buurtapp.features.activities.actions import attend
from buurtapp.features.activities.records import SheetAnswers, WalkIn
from buurtapp.features.activities.runsheet.records import RUN_SHEET
from buurtapp.features.people.forms import FORM
from buurtapp.features.sheets import queries as sheets
from buurtapp.features.sheets.records import SheetInfo

if TYPE_CHECKING:
    from buurtapp.core.store.store import Store

ENTRIES = {
    sheets.ATTENDANCE: "buurtapp.features.activities.cli.home:enter_list",
    "sign-up": "buurtapp.features.activities.cli.signup_papers:enter_signup_sheet",
    RUN_SHEET: "buurtapp.features.activities.cli.runsheet_paper:enter",
    FORM: "buurtapp.features.sheets.forms.cli:enter_form",
}
"""Kind of sheet → the function (store, sheet, answers, serial, person) that reads it back."""
_MARK = re.compile(r"r(\d{1,6})\.(present|photo)")


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
        marks = [_mark(mark) for mark in loaded.get("marks", [])]
        walk_ins = tuple(_walk_in(one) for one in loaded.get("walk_ins", []))
        return SheetAnswers(
            frozenset(row for row, field in marks if field == "present"),
            walk_ins,
            _number(loaded.get("guests")),
            _number(loaded.get("children")),
            frozenset(row for row, field in marks if field == "photo"),
        )
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise _bad_answers(path.name) from error


def _mark(mark: object) -> tuple[int, str]:
    """Return the line and the box of a cross; raises UserError "unknown_mark" for a box that no list has."""
    found = _MARK.fullmatch(str(mark))
    if found is None:
        raise UserError(
            "unknown_mark",
            text(N_("“{mark}” is not a box of a list. Nothing was changed."), mark=str(mark)[:40]),
            text(N_("Boxes are named like this: r1.present, or r1.photo on a list with photo ok.")),
        )
    return int(found[1]), found[2]


def _walk_in(one: dict[str, object]) -> WalkIn:
    """Return a name below the list, or somebody whose name cannot be read."""
    row, unreadable = _number(one.get("row")), one.get("unreadable", False)
    if not isinstance(unreadable, bool):
        raise TypeError(unreadable)
    if unreadable:
        return WalkIn("", None, row, unreadable=True)
    return WalkIn(str(one["name"]), _number(one.get("person_id")), row)


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
