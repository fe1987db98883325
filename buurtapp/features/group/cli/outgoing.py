"""What went out of the file: writing it down after a command that prints or exports, and the command that lists it."""

from __future__ import annotations

from pathlib import Path
from typing import cast

import click

from buurtapp.core import console
from buurtapp.core.clock import local
from buurtapp.core.errors import OutsideTrouble
from buurtapp.core.i18n import _
from buurtapp.features.group import queries
from buurtapp.features.group.actions import note_outgoing
from buurtapp.features.group.records import Outgoing
from buurtapp.features.group.rules import outgoing_words


def note_command(file: Path, kind: str) -> None:
    """Write in the file what the command that just ran let out; a file that is open elsewhere only gets a remark."""
    told = console.told_of()
    answer = told["answer"]
    people = told.get("people")
    if people is None and "rows" in answer and kind == "people":
        people = answer["rows"]
    description = told.get("description") or Path(str(answer.get("file", ""))).suffix.removeprefix(".")
    outgoing = Outgoing(
        kind,
        str(description),
        int(answer.get("pages", 0)),
        people=cast("int | None", people),
        fields=tuple(told.get("fields", ())),
    )
    try:
        with console.open_to_write(file) as store:
            store.note(note_outgoing, outgoing)
    except OutsideTrouble:
        console.note(
            _("This was not noted in the list of what was printed: the file is open elsewhere, or only to read.")
        )


@click.command
@console.file_argument
@click.option("--last", default=200, type=click.IntRange(min=1), help="How many lines, newest first.")
@console.json_option
def prints(file: Path, last: int) -> None:
    """Tell what was printed or saved as a list: what, when, how many people, which columns; never who."""
    with console.open_to_read(file) as store:
        found = store.read(queries.outgoing, last)
    console.answer(
        {
            "prints": [
                {
                    "at": one.at.isoformat() if one.at is not None else None,
                    "kind": one.kind,
                    "description": one.description,
                    "pages": one.pages,
                    "copies": one.copies,
                    "people": one.people,
                    "columns": list(one.fields),
                }
                for one in found
            ]
        },
        [f"{local(one.at):%Y-%m-%d %H:%M}  {outgoing_words(one).render()}" for one in found if one.at is not None],
    )
