"""Commands about flyers."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from pathlib import Path
from typing import cast

import click

from buurtapp.core import console, trouble
from buurtapp.core.errors import UserError
from buurtapp.core.i18n import N_, _, language, text, use_language
from buurtapp.features.activities.cli.paper import save_pages
from buurtapp.features.press import actions, queries, rules
from buurtapp.features.press.records import FORMATS, INKS, Flyer, Format, Ink, Printed

_PICTURE_WIDTH = 1080
"""Pixels: what messaging apps show sharply."""


@click.group
def styles() -> None:
    """Look at the styles of flyers."""


@styles.command("list")
@console.json_option
def list_styles() -> None:
    """List styles with their formats and themes."""
    names = list(dict.fromkeys(rules.STYLES.values()))
    found = [{"name": name, "formats": list(FORMATS), "themes": list(rules.THEMES)} for name in names]
    console.answer({"styles": found}, [f"{name}: {', '.join(FORMATS)}; {', '.join(rules.THEMES)}" for name in names])


@click.command("flyer")
@console.file_argument
@click.option("--activity", type=int, required=True, metavar="ID")
@click.option("--style", default="tafel", help="Name of the style; see: styles list.")
@click.option("--format", "size", type=click.Choice(FORMATS), help="Size of one flyer; default A4, or what fits --up.")
@click.option("--up", type=click.Choice(["1", "2", "4"]), default="1", help="How many on one A4, with ticks to cut.")
@click.option("--theme", default="tomaat", help="Colours; see: styles list.")
@click.option("--ink", type=click.Choice(INKS), default="colour", help="saving prints lines instead of surfaces.")
@click.option("--content", type=click.Path(path_type=Path), help="TOML file with other words for the flyer.")
@click.option("--copies", type=click.IntRange(1, 9999), default=1, help="How many you print; for the log.")
@click.option("--paper-language", default=None, help="Language of the paper; default that of the messages.")
@click.option("-o", "--output", type=click.Path(path_type=Path), required=True, help="OUT.pdf or OUT.png")
@console.json_option
def print_flyer(file: Path, activity: int, output: Path, content: Path | None, **options: object) -> None:
    """Make a flyer for an activity."""
    from buurtapp.features.press.printouts.table_flyer import draw_flyer  # noqa: PLC0415 - loads what draws

    words = _content(content) if content is not None else {}
    with console.open_to_write(file) as store, use_language(str(options["paper_language"] or language())):
        flyer = _wanted(store.read(queries.flyer_of, activity), options)
        flyer = replace(flyer, text=rules.with_content(flyer.text, words))
        pages = draw_flyer(flyer)
        files = save_pages(pages.pdf, output, _PICTURE_WIDTH)
        log = Printed("flyer", f"{flyer.style} {flyer.format}", cast("int", options["copies"]), pages.pages)
        store.write(actions.printed_label(flyer.text.title), actions.log_print, activity, log)
    warnings = [warning.render() for warning in pages.warnings]
    line = _("Made {file}.").format(file=files[0])
    console.answer(
        {"files": [str(path) for path in files], "pages": pages.pages, "codes": [], "warnings": warnings},
        [line, *warnings],
    )


def _wanted(flyer: Flyer, options: dict[str, object]) -> Flyer:
    up = int(str(options["up"]))
    size = str(options["size"] or rules.FORMAT_UP.get(up, "A4"))
    return replace(
        flyer,
        style=str(options["style"]),
        format=cast("Format", size),
        up=up,
        theme=str(options["theme"]),
        ink=cast("Ink", options["ink"]),
    )


def _content(path: Path) -> dict[str, object]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except OSError as error:
        raise trouble.from_os(error, path) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UserError(
            "bad_content",
            text(N_("The file {name} cannot be read as TOML. Nothing was made."), name=path.name),
            text(N_('Write one line for each text, such as title = "Soep".')),
        ) from error
