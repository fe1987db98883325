"""Commands about printed sheets."""

from __future__ import annotations

from pathlib import Path

import click

from buurtapp.core import console
from buurtapp.core.i18n import _
from buurtapp.features.sheets import queries


@click.command
@console.file_argument
@click.argument("code")
@console.json_option
def layout(file: Path, code: str) -> None:
    """Tell where everything lies on a printed sheet, in mm from the top left corner of the paper."""
    with console.open_to_read(file) as store:
        found = store.read(queries.layout, code)
    boxes = sum(len(page["boxes"]) for page in found["pages"])
    line = _("{kind} {code}: {pages} pages, {boxes} boxes.")
    console.answer(found, [line.format(kind=found["kind"], code=found["code"], pages=len(found["pages"]), boxes=boxes)])
