"""Colours and sizes: readable in light and dark, and growing with the text."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from buurtapp.uikit import theme as look
from buurtapp.uikit.theme import COLORS, Theme, contrast

READ = [
    *(
        (ink, ground)
        for ink in ("ink", "ink-2")
        for ground in ("paper", "surface", "sunken", "tint", "care-tint", "wrong-tint", "info-tint")
    ),
    *((ink, "nav") for ink in ("nav-ink", "nav-ink-2")),
    ("nav-ink", "nav-hover"),
    *(("on-primary", ground) for ground in ("primary", "primary-hover", "primary-down")),
    *(("primary", ground) for ground in ("paper", "surface", "tint")),
    ("on-plate", "plate"),
    ("info", "surface"),
    ("info", "info-tint"),
    ("care", "surface"),
    ("care", "care-tint"),
    ("wrong", "surface"),
    ("wrong", "wrong-tint"),
]


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize(("ink", "ground"), READ)
def test_every_text_can_be_read_on_its_ground(ink: str, ground: str, dark: bool) -> None:
    theme = Theme(dark)
    assert contrast(theme.color(ink), theme.color(ground)) >= 4.5


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize(
    ("part", "ground"), [("control", "surface"), ("control", "paper"), ("focus", "surface"), ("focus-nav", "nav")]
)
def test_every_part_of_a_control_can_be_seen(part: str, ground: str, dark: bool) -> None:
    theme = Theme(dark)
    assert contrast(theme.color(part), theme.color(ground)) >= 3


def test_contrast_is_that_of_the_guidelines() -> None:
    assert contrast(QColor("#000000"), QColor("#FFFFFF")) == pytest.approx(21)
    assert contrast(QColor("#777777"), QColor("#FFFFFF")) == pytest.approx(4.48, abs=0.01)


def test_letters_and_heights_grow_together() -> None:
    assert Theme(percent=150).px(40) == 60
    assert Theme(percent=200).font("body").pixelSize() == 2 * Theme().font("body").pixelSize()


def test_our_own_letters_are_used(qapp: QApplication) -> None:
    look.apply(qapp, Theme())
    assert look.FAMILY in look.load_fonts()
    assert qapp.font().family() == look.FAMILY


@pytest.mark.parametrize("dark", [False, True])
def test_what_qt_draws_itself_is_readable_too(dark: bool) -> None:
    made = look.palette(Theme(dark))
    role = QPalette.ColorRole
    for ink, ground in (
        (role.Text, role.Base),
        (role.PlaceholderText, role.Base),
        (role.ButtonText, role.Button),
        (role.HighlightedText, role.Highlight),
    ):
        assert contrast(made.color(ink), made.color(ground)) >= 4.5


@pytest.mark.parametrize(("setting", "dark"), [("light", False), ("dark", True)])
def test_the_setting_decides_over_the_system(setting: str, dark: bool, qapp: QApplication) -> None:
    assert look.wants_dark(setting) is dark


def test_a_role_that_does_not_exist_is_an_error() -> None:
    assert "pink" not in COLORS
    with pytest.raises(KeyError):
        Theme().color("pink")
