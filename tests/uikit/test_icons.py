"""Icons take the colour they are asked for and are sharp on fine screens."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor

from buurtapp.core import paths
from buurtapp.uikit import icons

pytestmark = pytest.mark.usefixtures("qapp")
NAMES = sorted(path.stem for path in paths.resource("icons").glob("*.svg"))


@pytest.mark.parametrize("name", NAMES)
def test_every_icon_is_drawn_in_its_colour(name: str) -> None:
    picture = icons.pixmap(name, "#17614F", 24, 2).toImage()
    assert picture.width() == 48
    drawn = [picture.pixelColor(x, y) for x in range(48) for y in range(48) if picture.pixelColor(x, y).alpha() > 250]
    assert drawn
    assert all(abs(one.green() - QColor("#17614F").green()) < 6 for one in drawn)


def test_an_icon_has_a_picture_for_fine_screens() -> None:
    assert icons.icon("house", "#000000").availableSizes()[0].width() == icons.SIZE


def test_an_icon_that_does_not_exist_is_an_error() -> None:
    with pytest.raises(FileNotFoundError):
        icons.pixmap("no-such-icon", "#000000")
