"""The flyer after each key: drawn, and turned into the picture of the preview."""

from __future__ import annotations

import functools
from dataclasses import replace

import pytest
from measure import Figure, milliseconds, show
from test_bench_paper import bare_list

from buurtapp.features.press.printouts.table_flyer import draw_flyer
from buurtapp.features.press.records import FORMATS, Flyer, FlyerText
from buurtapp.printing.render import page_png

pytestmark = pytest.mark.usefixtures("qapp")
PREVIEW_PX = 700


def a_flyer() -> Flyer:
    return Flyer(
        FlyerText(
            title="Soep op vrijdag",
            kicker="Iedereen is welkom",
            body="Samen soep eten, met brood erbij. Kom gerust alleen: er is altijd een plek aan tafel.",
            when="vrijdag 16 oktober",
            time="12.00 – 14.00 uur",
            where="Buurthuis de Klaver",
            where_more="Klaverstraat 1",
            cost="gratis",
            group="Bewonersgroep Klaverhoek",
            contact="Marijke",
            phone="06 0000 0123",
        )
    )


def measure_flyer(rounds: int) -> list[Figure]:
    flyer = a_flyer()

    def preview(chosen: Flyer) -> bytes:
        return page_png(draw_flyer(chosen).pdf, 1, PREVIEW_PX)

    bare = bare_list(1)
    floor = milliseconds(lambda: page_png(bare, 1, PREVIEW_PX), rounds)
    figures = []
    for size in FORMATS[1:]:  # this much text does not go on an A6
        spent = milliseconds(functools.partial(preview, replace(flyer, format=size)), rounds)
        figures.append(Figure(f"preview of a flyer, {size}", spent, "ms", floor, most=200))
    return figures


@pytest.mark.bench
@pytest.mark.timeout(300)
def test_the_preview_follows_the_keys() -> None:
    assert show("Flyer preview, floor: a page with one line of text", measure_flyer(rounds=7)) == []


def test_a_preview_can_be_measured() -> None:
    assert all(figure.value > 0 for figure in measure_flyer(rounds=1))
