"""Flyers as pictures for the screen, made in the background. What draws is loaded at its first use."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from buurtapp.core.errors import UserError
from buurtapp.core.i18n import N_, Text, text
from buurtapp.features.press.records import Flyer, Format, Ink
from buurtapp.printing.pages import PrintedPages
from buurtapp.uikit.paper import Pixels

Room = tuple[int, int]
"""Width and height in dots of the screen."""


@dataclass(frozen=True, slots=True)
class Example:
    """A ready choice in the gallery."""

    name: Text
    format: Format
    up: int
    ink: Ink


EXAMPLES = (
    Example(text(N_("Flyer A5")), "A5", 2, "colour"),
    Example(text(N_("Saves ink")), "A5", 2, "saving"),
    Example(text(N_("Grey")), "A5", 2, "grey"),
    Example(text(N_("Card A6")), "A6", 4, "colour"),
    Example(text(N_("Window poster A4")), "A4", 1, "colour"),
    Example(text(N_("Poster A3")), "A3", 1, "colour"),
)


@dataclass(frozen=True, slots=True)
class Drawn:
    """A flyer that was drawn: its pages and the first of them as a picture, or why that cannot be."""

    flyer: Flyer
    pages: PrintedPages | None = None
    pixels: Pixels | None = None
    error: UserError | None = None


def draw(flyer: Flyer, room: Room, is_wanted: Callable[[], bool]) -> Drawn | None:
    """Return the flyer as large as fits in the room; None when it is no longer wanted."""
    from buurtapp.features.press.printouts.table_flyer import draw_flyer  # noqa: PLC0415 - loads what draws
    from buurtapp.printing.render import page_pixels, page_sizes_mm  # noqa: PLC0415 - the same

    if not is_wanted():
        return None
    try:
        pages = draw_flyer(flyer)
    except UserError as error:
        return Drawn(flyer, error=error)
    if not is_wanted():
        return None
    width_mm, height_mm = page_sizes_mm(pages.pdf)[0]
    width = max(1, int(width_mm * min(room[0] / width_mm, room[1] / height_mm)))
    return Drawn(flyer, pages, page_pixels(pages.pdf, 1, width))


def draw_examples(flyer: Flyer, room: Room, is_wanted: Callable[[], bool]) -> Sequence[Drawn] | None:
    """Return the flyer as each of the examples; None when they are no longer wanted."""
    made = []
    for example in EXAMPLES:
        one = draw(replace(flyer, format=example.format, up=1, ink=example.ink), room, is_wanted)
        if one is None:
            return None
        made.append(one)
    return made
