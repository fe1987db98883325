"""What every command of the command line shares: opening the file, `--json`, and answering.

A command computes first and then calls `answer` once. It raises the app's own errors; `buurtapp/cli.py` turns them into
a sentence on stderr (and JSON with `--json`) and exit code 1.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

import click

from buurtapp.core import i18n
from buurtapp.core.clock import clock as clock
from buurtapp.core.errors import UserError
from buurtapp.core.files import write_atomic
from buurtapp.core.i18n import N_, text
from buurtapp.core.settings import load_settings
from buurtapp.core.store.store import Store

Command = TypeVar("Command", bound=Callable[..., Any])
_META = "buurtapp.json"
_OUTGOING, _ANSWER = "buurtapp.outgoing", "buurtapp.answer"


def _remember(context: click.Context, _option: click.Parameter, value: bool) -> bool:  # noqa: FBT001 - click's shape
    if value:
        context.meta[_META] = True
    return value


json_option = click.option(
    "--json", is_flag=True, expose_value=False, callback=_remember, help="Print one JSON object on stdout."
)
"""Decorator: every command has it."""

file_argument = click.argument("file", type=click.Path(path_type=Path))
"""Decorator: the group file, given to the command as `file`."""


def wants_json() -> bool:
    """Return whether the command was asked for JSON."""
    return bool(click.get_current_context().meta.get(_META))


def tell_of(*, people: int | None = None, fields: Sequence[str] = (), description: str = "") -> None:
    """Say what the log of prints should know of a paper or list: how many people, which columns, which size."""
    click.get_current_context().meta[_OUTGOING] = {
        "people": people,
        "fields": tuple(fields),
        "description": description,
    }


def told_of() -> Mapping[str, Any]:
    """Return what the command said with `tell_of`, and what it answered."""
    meta = click.get_current_context().meta
    return {**meta.get(_OUTGOING, {}), "answer": meta.get(_ANSWER, {})}


def answer(payload: Mapping[str, object], lines: Iterable[str] = ()) -> None:
    """Print the one JSON object, or the lines for people."""
    click.get_current_context().meta[_ANSWER] = payload
    if wants_json():
        click.echo(json.dumps(payload, ensure_ascii=False))
        return
    for line in lines:
        click.echo(line)


def note(line: str) -> None:
    """Print a line of progress or advice, on stderr so that JSON stays whole."""
    click.echo(line, err=True)


def open_to_read(file: Path) -> Store:
    """Open a group file only to look; works while it is open elsewhere."""
    return Store.open(file, clock(), read_only=True)


def open_to_write(file: Path) -> Store:
    """Open a group file to change it; raises OutsideTrouble when somebody else has it open."""
    return Store.open(file, clock())


def numbers(value: str) -> list[int]:
    """Return the ids in "3,9,12"; raises UserError when it is not a list of numbers."""
    try:
        return [int(part) for part in value.split(",") if part.strip()]
    except ValueError as error:
        raise UserError(
            "not_numbers",
            text(N_("“{value}” is not a list of numbers."), value=value),
            text(N_("Write numbers with commas between them, for instance 3,9,12.")),
        ) from error


def save_list(output: Path, makers: Mapping[str, Callable[[], bytes]], rows: int) -> None:
    """Write a list in the form that the ending of its name asks for; raises UserError for another ending."""
    make = makers.get(output.suffix.lower())
    if make is None:
        raise UserError(
            "unknown_format",
            text(N_("We cannot write a file that ends in “{ending}”."), ending=output.suffix),
            text(N_("Choose one of: {known}."), known=", ".join(makers)),
        )
    write_atomic(output, make())
    line = i18n.n_("{count} line written to {file}.", "{count} lines written to {file}.", rows)
    answer({"file": str(output), "rows": rows}, [line.format(count=rows, file=output)])


def no_display() -> int:
    """Say that there is no screen for a window; return the exit code."""
    i18n.set_language(load_settings().language)
    note(i18n._("There is no screen here to open a window on. Everything else works: buurtapp --help"))
    return 1
