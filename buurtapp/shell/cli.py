"""The command that makes pictures of all screens, without a display."""

from __future__ import annotations

import os
from pathlib import Path

import click

from buurtapp.core import console, trouble
from buurtapp.core.files import write_atomic
from buurtapp.core.i18n import LANGUAGES, _


@click.command
@console.file_argument
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--lang", "language", type=click.Choice(LANGUAGES), default="nl", help="Language of the screens.")
@click.option("--theme", type=click.Choice(["light", "dark"]), default="light", help="Light or dark.")
@click.option("--text", "text_size", type=click.IntRange(100, 200), default=100, help="Size of the text in percent.")
@click.option("--width", type=click.IntRange(760, 7680), default=1366, help="Width of the window in pixels.")
@click.option("--height", type=click.IntRange(480, 4320), default=860, help="Height of the window in pixels.")
@click.option("--only", default="", help="Only pictures with this in their name, for instance 03-mensen.")
@console.json_option
def screenshots(file: Path, folder: Path, only: str, **options: object) -> None:
    """Make a picture of every screen and dialog, as PNG files in FOLDER; FILE itself is not changed."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from buurtapp.shell.picture_maker import Look, make_pictures  # noqa: PLC0415 - brings the window in

    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise trouble.from_os(error, folder) from error
    look = Look(
        str(options["language"]),
        str(options["theme"]),
        int(str(options["text_size"])),
        int(str(options["width"])),
        int(str(options["height"])),
    )
    files = []
    for name, png in make_pictures(file, look, only):
        path = folder / f"{name}.png"
        write_atomic(path, png)
        files.append(str(path))
    console.answer({"files": files}, [_("Made {file}.").format(file=path) for path in files])
