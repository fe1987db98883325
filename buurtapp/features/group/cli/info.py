"""Commands about the group: make a new file, look at the group, change it."""

from __future__ import annotations

from dataclasses import asdict, replace
from pathlib import Path

import click

from buurtapp.core import console, trouble
from buurtapp.core.i18n import _
from buurtapp.core.store.store import Store
from buurtapp.features.group import actions, queries
from buurtapp.features.group.records import Group

_FIELDS = (
    "name",
    "place",
    "purpose",
    "for_whom",
    "first_step",
    "contact_name",
    "contact_phone",
    "contact_email",
    "theme",
)


@click.command
@console.file_argument
@click.option("--name", required=True, help="Name of the group.")
@click.option("--place", default="", help="Village or town.")
@console.json_option
def new(file: Path, name: str, place: str) -> None:
    """Make a new group file."""
    group = Group(name, place)
    actions.check(group)
    with Store.create(file, console.clock()) as store:
        store.fill(actions.change_group, group)
    console.answer({"file": str(file)}, [_("Made {file}.").format(file=file)])


def _option(name: str) -> click.Option:
    return click.Option([f"--{name.replace('_', '-')}"], help=f"Change the {name.replace('_', ' ')}.")


@click.command
@console.file_argument
@click.option("--logo", type=click.Path(path_type=Path, dir_okay=False), help="Take this PNG or JPEG as logo.")
@console.json_option
def group(file: Path, logo: Path | None, **changes: str | None) -> None:
    """Show the group, or change what is given."""
    wanted: dict[str, object] = {name: value for name, value in changes.items() if value is not None}
    if logo is not None:
        try:
            wanted["logo"] = logo.read_bytes()
        except OSError as error:
            raise trouble.from_os(error, logo) from error
    if wanted:
        with console.open_to_write(file) as store:
            changed = replace(store.read(queries.group), **wanted)  # type: ignore[arg-type]
            store.write(actions.changed_label(), actions.change_group, changed)
    with console.open_to_read(file) as store:
        now = store.read(queries.group)
    shown = {name: value for name, value in asdict(now).items() if name != "logo"} | {"logo": now.logo is not None}
    console.answer(shown, [f"{name}: {shown[name]}" for name in _FIELDS if shown[name]])


group.params.extend(_option(name) for name in _FIELDS)
