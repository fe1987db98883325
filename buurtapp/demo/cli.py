"""The command that does the main job once."""

from __future__ import annotations

from pathlib import Path

import click

from buurtapp.core import console
from buurtapp.core.i18n import _
from buurtapp.demo.steps import Demo, Step


@click.command
@click.argument("folder", type=click.Path(path_type=Path))
@console.json_option
def demo(folder: Path) -> None:
    """Do the main job on real files and leave them in FOLDER; everybody in them is invented."""
    made = Demo(folder, console.clock())
    made.run(lambda step: None if console.wants_json() else console.note(_line(step)))
    console.answer(
        {
            "steps": [
                {"name": step.name, "ms": step.ms, "files": [str(path) for path in step.files]} for step in made.steps
            ]
        },
        [_("Everything lies in {folder}.").format(folder=folder)],
    )


def _line(step: Step) -> str:
    files = ", ".join(path.name for path in step.files)
    return f"{step.ms:>6} ms  {step.name}" + (f"  ({files})" if files else "")
