"""The command that prints an attendance list."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import cast

import click

from buurtapp.core import console
from buurtapp.core.files import write_atomic
from buurtapp.core.i18n import language, n_, use_language
from buurtapp.features.activities.actions import print_list
from buurtapp.features.activities.records import ListColumn, ListOrder

_PICTURE_WIDTH = 1240
"""Pixels: A4 at 150 dots per inch."""


@click.command("attendance")
@console.file_argument
@click.option("--activity", type=int, required=True, metavar="ID")
@click.option(
    "--column", type=click.Choice(["none", "signature", "phone"]), default="none", help="What people fill in."
)
@click.option("--order", type=click.Choice(["name", "street"]), default="name", help="By name, or as people walk.")
@click.option("--photo", is_flag=True, help="With a box “photo ok” for each name.")
@click.option("--big", is_flag=True, help="In large letters.")
@click.option("--walk-ins", type=click.IntRange(0, 200), default=4, help="Blank lines for who was not on the list.")
@click.option("--paper-language", default=None, help="Language of the paper; default that of the messages.")
@click.option("--copies", type=click.IntRange(1, 99), default=1, hidden=True)
@click.option("-o", "--output", type=click.Path(path_type=Path), required=True, help="OUT.pdf or OUT.png")
@console.json_option
def print_attendance(file: Path, activity: int, column: str, walk_ins: int, output: Path, **more: object) -> None:
    """Print the attendance list of an activity; its code brings it home."""
    from buurtapp.features.activities.printouts.attendance_list import attendance_list  # noqa: PLC0415 - loads what draws

    wanted = cast("ListColumn", "" if column == "none" else column)
    order = cast("ListOrder", more["order"])
    with console.open_to_write(file) as store:
        with use_language(str(more["paper_language"] or language())):
            today = store.clock.today()
            sheet = store.read(
                print_list.compose_list, activity, today, column=wanted, order=order, walk_in_lines=walk_ins
            )
            sheet = replace(sheet, photo=bool(more["photo"]), is_big=bool(more["big"]))
            pages = attendance_list(sheet)
        files = save_pages(pages.pdf, output)
        console.tell_of(people=len(sheet.names), fields=sheet.fields, description=sheet.code)
        if pages.layout is not None:
            store.write(
                print_list.printed_label(sheet.title), print_list.keep_list, activity, sheet, pages.layout, pages.pdf
            )
    warnings = [warning.render() for warning in pages.warnings]
    line = n_("{count} page: {file} (code {code})", "{count} pages: {file} (code {code})", pages.pages)
    console.answer(
        {"files": [str(path) for path in files], "pages": pages.pages, "codes": [sheet.code], "warnings": warnings},
        [line.format(count=pages.pages, file=files[0], code=sheet.code), *warnings],
    )


def save_pages(pdf: bytes, output: Path, width_px: int = _PICTURE_WIDTH) -> list[Path]:
    """Write a PDF, or one PNG for each page when the name ends so; return the files."""
    if output.suffix.lower() != ".png":
        write_atomic(output, pdf)
        return [output]
    from buurtapp.printing.render import page_count, page_png  # noqa: PLC0415 - only for pictures

    files = []
    for page in range(1, page_count(pdf) + 1):
        path = output if page == 1 else output.with_stem(f"{output.stem}-{page}")
        write_atomic(path, page_png(pdf, page, width_px))
        files.append(path)
    return files
