"""Sizes of the flyer family: type per format, and the order in which things give way until all fits.

Figures from the print rules, sections 3 and 6.
"""

from __future__ import annotations

from dataclasses import dataclass

TITLE_SIZES = (92.0, 60.0, 34.0)
"""The title of the style "tafel" on A4 in points: largest, middle, smallest."""
PICTURE_SHARES = (0.44, 0.36, 0.27, 0.20, 0.13, 0.085)
"""The least share of the page's height that the picture keeps, by step."""
MOST_TITLE_LINES = 4
TITLE_FLOOR = 0.62
STEPS = (
    (0, 0.0, 0, 0),
    (1, 0.0, 1, 0),
    (1, 1.0, 1, 0),
    (2, 1.0, 1, 0),
    (2, 1.0, 2, 0),
    (3, 1.5, 2, 0),
    (3, 2.0, 2, 1),
    (4, 2.0, 2, 1),
    (4, 2.0, 3, 2),
    (5, 2.0, 3, 2),
)
"""Picture, title, body and facts: each step gives way a little more."""
SMALL_FROM = 8
"""From this step on the letters are the smallest allowed."""


@dataclass(frozen=True, slots=True)
class Sizes:
    """The sizes of one format: title factor, body (lead, normal, least), facts and QR side in mm (normal, least)."""

    title: float
    body: tuple[float, float, float]
    facts: tuple[float, float]
    qr_mm: tuple[float, float]
    margin_mm: float
    display: float


SIZES = {
    "A6": Sizes(0.44, (12, 11, 11), (11, 11), (17, 15), 7, 1.12),
    "A5": Sizes(0.66, (14, 12, 11), (12, 11), (21, 18), 9, 1.22),
    "A4": Sizes(1.0, (18, 14, 12), (14, 12), (28, 22), 12, 1.42),
    "A3": Sizes(1.42, (26, 20, 16), (20, 16), (40, 32), 16, 1.42),
}


@dataclass(frozen=True, slots=True)
class Step:
    """What one step means for one flyer: sizes in points, picture and QR in mm."""

    number: int
    picture_mm: float
    title: float
    title_least: float
    body: float
    facts: float
    qr_mm: float
    display: float
    row_gap: float


def step(number: int, sizes: Sizes, height_mm: float, words: int, title_factor: float) -> Step:
    """Return the sizes of a step; `title_factor` is .8 when ink is saved."""
    picture, title, body, facts = STEPS[number]
    lead = 1.0 if words <= 30 else 0.45 if words <= 55 else 0.0
    largest, normal, least = sizes.body
    bodies = (normal + (largest - normal) * lead, normal, (normal + least) / 2, least)
    fact = (sizes.facts[0], (sizes.facts[0] + sizes.facts[1]) / 2, sizes.facts[1])[facts]
    low = TITLE_SIZES[2] * sizes.title
    return Step(
        number,
        PICTURE_SHARES[picture] * height_mm,
        max(_between(title) * title_factor * sizes.title, low),
        low * TITLE_FLOOR,
        bodies[body],
        fact,
        sizes.qr_mm[0] if facts < 2 else sizes.qr_mm[1],
        sizes.display if facts < 2 else 1.12,
        2.6 if facts == 0 else 1.6,
    )


def _between(at: float) -> float:
    low = int(at)
    if low + 1 >= len(TITLE_SIZES):
        return TITLE_SIZES[-1]
    return TITLE_SIZES[low] + (TITLE_SIZES[low + 1] - TITLE_SIZES[low]) * (at - low)


def body_cap(sizes: Sizes, words: int) -> float:
    """Return how far the body may grow when there is room left."""
    share = 1.0 if words <= 30 else 0.6 if words <= 55 else 0.15
    return sizes.body[1] + (sizes.body[0] - sizes.body[1]) * share
