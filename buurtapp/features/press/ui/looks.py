"""How the flyer looks and how it lies on the paper: format, how many on a sheet, ink and colours."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QFrame, QSizePolicy, QWidget

from buurtapp.core.i18n import N_, Text, text
from buurtapp.features.press import rules
from buurtapp.features.press.records import FORMATS, Flyer
from buurtapp.uikit import theme as look
from buurtapp.uikit.controls import Button, PlainLabel, paint_ring
from buurtapp.uikit.flow import Flow
from buurtapp.uikit.words import Words, say

INK_NAMES = (
    ("colour", text(N_("In colour"))),
    ("saving", text(N_("Saves ink"))),
    ("grey", text(N_("Grey"))),
)
THEME_NAMES = {
    "tomaat": text(N_("Tomato")),
    "delft": text(N_("Delft blue")),
    "blad": text(N_("Leaf")),
    "feest": text(N_("Party")),
    "koffie": text(N_("Coffee")),
    "zon": text(N_("Sun")),
}
_SWATCH = 30


class Segments(QFrame):
    """A choice of a few values, all in sight. `chosen` gives the value."""

    chosen = Signal(object)

    def __init__(self, name: Text, choices: Sequence[tuple[object, Words]]) -> None:
        super().__init__()
        self._name = name
        self.buttons: dict[object, QAbstractButton] = {}
        self._group = QButtonGroup(self)
        Flow(self, 0)
        for value, words in choices:
            button = Button(words, "segment")
            if not self.buttons:
                # The edges of neighbours lie on each other; the first has nobody to lie on.
                button.setStyleSheet("margin-left: 0;")
            self.add(value, button)
        self.say()

    def add(self, value: object, button: QAbstractButton) -> None:
        """Add a button for a value."""
        self.buttons[value] = button
        self._group.addButton(button)
        row = self.layout()
        if row is not None:
            row.addWidget(button)
        button.clicked.connect(lambda: self.chosen.emit(value))

    def show_chosen(self, value: object) -> None:
        """Show which one is chosen; nobody is told."""
        self.buttons[value].setChecked(True)

    def show_values(self, values: Sequence[object]) -> None:
        """Show only these; nothing at all when there is nothing to choose."""
        for value, button in self.buttons.items():
            button.setVisible(value in values)
        self.setVisible(len(values) > 1)

    def say(self) -> None:
        """Say its name in the present language."""
        self.setAccessibleName(say(self._name))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Say it in another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.say()
        super().changeEvent(event)


class Swatch(QAbstractButton):
    """A circle in the colours of a theme."""

    def __init__(self, theme: str) -> None:
        super().__init__()
        self._colors = rules.THEMES[theme]
        self._words = THEME_NAMES[theme]
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.say()

    def say(self) -> None:
        """Say the name of the colours in the present language."""
        said = say(self._words)
        self.setAccessibleName(said)
        self.setToolTip(said)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return a size that a finger finds."""
        side = look.current().px(_SWATCH)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the main colour with a slice of the accent; the chosen one in a ring."""
        theme = look.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(self.rect())
        circle = whole.adjusted(6, 6, -6, -6)
        painter.setPen(QPen(theme.color("control"), 1))
        painter.setBrush(QColor(self._colors.main))
        painter.drawEllipse(circle)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._colors.accent))
        painter.drawPie(circle, -90 * 16, 90 * 16)
        if self.isChecked():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.color("primary"), 2))
            painter.drawEllipse(whole.adjusted(2, 2, -2, -2))
        painter.end()
        if self.hasFocus():
            paint_ring(self, "", "focus", whole.width() / 2)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter does what Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Say it in another language; grow with the text."""
        if event.type() == QEvent.Type.LanguageChange:
            self.say()
        elif event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()
        super().changeEvent(event)


class FlyerTools(QWidget):
    """All choices of looks together. `chosen` gives which ("format", "up", "ink" or "theme") and its value."""

    chosen = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        self.format = Segments(text(N_("Size of the flyer")), [(one, one) for one in FORMATS])
        ups = (1, *sorted(rules.FORMAT_UP))
        self.up = Segments(
            text(N_("How many on one sheet")),
            [(up, text(N_("{count} per sheet"), count=up)) for up in ups],
        )
        self.ink = Segments(text(N_("Ink")), INK_NAMES)
        self.theme = Segments(text(N_("Colours")), [])
        for name in rules.THEMES:
            self.theme.add(name, Swatch(name))
        self.theme_name = PlainLabel("", "second", size="small", wrap=False)
        self.theme_name.setContentsMargins(6, 0, 0, 0)
        row = Flow(self, 8)
        for which, segments in self._all().items():
            row.addWidget(segments)
            segments.chosen.connect(lambda value, which=which: self.chosen.emit(which, value))
        colours = self.theme.layout()
        if colours is not None:
            colours.addWidget(self.theme_name)
        for at, button in enumerate(self.format.buttons.values(), 1):
            button.setToolTip(f"Ctrl+{at}")

    def _all(self) -> dict[str, Segments]:
        return {"format": self.format, "ink": self.ink, "up": self.up, "theme": self.theme}

    def show_choice(self, flyer: Flyer) -> None:
        """Show how the flyer looks now."""
        for which, segments in self._all().items():
            segments.show_chosen(getattr(flyer, which))
        self.up.show_values(rules.ups_of(flyer.format))
        self.theme_name.set_words(THEME_NAMES[flyer.theme])
