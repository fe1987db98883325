"""The street sign shows its place, to eyes and to screen readers."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from buurtapp.uikit import theme as look
from buurtapp.uikit.street_sign import StreetSign, plate_width
from buurtapp.uikit.theme import Theme


def test_a_sign_is_named_and_wide_enough(qtbot: QtBot, qapp: QApplication) -> None:
    look.apply(qapp, Theme())
    sign = StreetSign("Klaverstraat")
    qtbot.addWidget(sign)
    assert sign.accessibleName() == "Klaverstraat"
    assert sign.sizeHint().width() == plate_width("Klaverstraat", Theme().font("body", 700))
    sign.set_text("Meidoornlaan")
    assert sign.accessibleName() == "Meidoornlaan"


@pytest.mark.parametrize("dark", [False, True])
def test_a_sign_is_blue_with_white_letters_also_with_odd_names(dark: bool, qtbot: QtBot, qapp: QApplication) -> None:
    look.apply(qapp, Theme(dark, 150))
    sign = StreetSign("<b>&Laan</b> فاطمة")
    qtbot.addWidget(sign)
    sign.resize(sign.sizeHint())
    picture = sign.grab().toImage()
    colors = {picture.pixelColor(x, y).name() for x in range(picture.width()) for y in range(picture.height())}
    assert Theme(dark).color("plate").name() in colors
    assert "#ffffff" in colors


def test_a_sign_grows_with_the_text(qtbot: QtBot, qapp: QApplication) -> None:
    look.apply(qapp, Theme())
    sign = StreetSign("Vlierhof")
    qtbot.addWidget(sign)
    small = sign.sizeHint()
    look.apply(qapp, Theme(percent=200))
    assert sign.sizeHint().width() > small.width() * 1.5
    assert sign.sizeHint().height() > small.height()
