"""Commands about the group file itself: check, undo, redo, history, backup, restore."""

from __future__ import annotations

from pathlib import Path

import click

from buurtapp.core import console
from buurtapp.core.clock import local
from buurtapp.core.i18n import _
from buurtapp.core.store import backup as copies
from buurtapp.core.store import migrate


@click.command
@console.file_argument
@console.json_option
@click.pass_context
def check(context: click.Context, file: Path) -> None:
    """Tell whether the file is whole, and what it holds."""
    with console.open_to_read(file) as store:
        report = store.check()
    counts = report.counts
    console.answer(
        {
            "ok": report.ok,
            "schema": report.schema,
            "people": counts.get("person", 0),
            "addresses": counts.get("address", 0),
            "activities": counts.get("activity", 0),
            "digest": report.digest,
            "problems": list(report.problems),
        },
        [
            _("The file is whole.") if report.ok else _("Something is wrong with the file:"),
            *report.problems,
            _("People: {people}. Addresses: {addresses}. Activities: {activities}.").format(
                people=counts.get("person", 0), addresses=counts.get("address", 0), activities=counts.get("activity", 0)
            ),
        ],
    )
    if not report.ok:
        context.exit(1)


@click.command
@console.file_argument
@console.json_option
def undo(file: Path) -> None:
    """Take the last thing back."""
    with console.open_to_write(file) as store:
        label = store.undo()
    shown = label.render() if label is not None else None
    line = _("Undone: {what}").format(what=shown) if shown else _("There is nothing to undo.")
    console.answer({"undone": shown}, [line])


@click.command
@console.file_argument
@console.json_option
def redo(file: Path) -> None:
    """Do again what was last taken back."""
    with console.open_to_write(file) as store:
        label = store.redo()
    shown = label.render() if label is not None else None
    line = _("Done again: {what}").format(what=shown) if shown else _("There is nothing to do again.")
    console.answer({"redone": shown}, [line])


@click.command
@console.file_argument
@click.option("--last", default=100, type=click.IntRange(min=1), help="How many lines, newest first.")
@console.json_option
def history(file: Path, last: int) -> None:
    """Tell in words what was done."""
    with console.open_to_read(file) as store:
        entries = store.history(last)
    console.answer(
        {
            "operations": [
                {"id": entry.id, "at": entry.at.isoformat(), "label": entry.label.render(), "undoes": entry.undoes}
                for entry in entries
            ]
        },
        [
            f"{local(entry.at):%Y-%m-%d %H:%M}  "
            + (_("Undone: {what}").format(what=entry.label) if entry.undoes else entry.label.render())
            for entry in entries
        ],
    )


def _told(info: copies.BackupInfo, file: Path) -> dict[str, object]:
    return {
        "file": str(file),
        "people": info.counts.get("person", 0),
        "addresses": info.counts.get("address", 0),
        "digest": info.digest,
        "made_at": info.made_at.isoformat(timespec="seconds"),
    }


@click.command
@console.file_argument
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Where the copy goes; default: beside the file.")
@console.json_option
def backup(file: Path, output: Path | None) -> None:
    """Make a copy and check that it can be put back."""
    with console.open_to_read(file) as store:
        info = store.backup(output)
    line = _("Copy made and checked: {file} ({people} people, {addresses} addresses).")
    told = _told(info, info.file)
    console.answer(told, [line.format(file=told["file"], people=told["people"], addresses=told["addresses"])])


@click.command
@click.argument("copy", type=click.Path(path_type=Path))
@click.option("-o", "--output", type=click.Path(path_type=Path), required=True, help="The new group file.")
@console.json_option
def restore(copy: Path, output: Path) -> None:
    """Put a copy back as a new group file."""
    info = copies.restore(copy, output, migrate.newest_schema())
    line = _("Copy put back as {file} ({people} people, {addresses} addresses).")
    told = _told(info, output)
    console.answer(told, [line.format(file=told["file"], people=told["people"], addresses=told["addresses"])])
