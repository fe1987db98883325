"""How the screens look: colours for light and dark, letters, and sizes that grow with the text.

The colours and sizes are those of the design tokens; every pair of text and ground has a contrast of at least 4.5.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from buurtapp.core import paths

COLORS: Mapping[str, tuple[str, str]] = {
    "paper": ("#F3F1E8", "#131916"),
    "surface": ("#FFFFFC", "#1B2320"),
    "sunken": ("#EBE8DC", "#222C28"),
    "line": ("#DDD9CA", "#303C37"),
    "line-strong": ("#B8B5A5", "#4A5952"),
    "control": ("#7C877F", "#84958C"),
    "ink": ("#17231E", "#EDF2EE"),
    "ink-2": ("#4E5C55", "#AEBDB5"),
    "ink-off": ("#6A756F", "#87958E"),
    "nav": ("#12352B", "#0B100E"),
    "nav-hover": ("#1D4A3D", "#1B2622"),
    "nav-ink": ("#E3EDE7", "#D5E0DA"),
    "nav-ink-2": ("#A6C0B4", "#94A59C"),
    "primary": ("#17614F", "#83CDB4"),
    "primary-hover": ("#114D3F", "#9CDCC6"),
    "primary-down": ("#0C3B30", "#6FB9A0"),
    "on-primary": ("#FFFFFF", "#06231A"),
    "tint": ("#E1EEE7", "#20392F"),
    "tint-hover": ("#F1F5EE", "#222E29"),
    "plate": ("#1D4C8C", "#1F559C"),
    "on-plate": ("#FFFFFF", "#FFFFFF"),
    "info": ("#1D4C8C", "#A5C8F5"),
    "info-tint": ("#E4ECF7", "#1C2C42"),
    "window": ("#F2BE45", "#F5C75A"),
    "care": ("#8A4B00", "#F3B76B"),
    "care-tint": ("#FCEBD1", "#3D2C14"),
    "wrong": ("#A3301A", "#F5A08A"),
    "wrong-tint": ("#F9E4DC", "#432019"),
    "focus": ("#0B57C2", "#8FC2FF"),
    "focus-nav": ("#A9CFFF", "#8FC2FF"),
    "window-edge": ("#7A5A0C", "#F5C75A"),
    "ramp-1": ("#CFE3D9", "#2B473C"),
    "ramp-2": ("#9CC7B5", "#3F6B5B"),
    "ramp-4": ("#17614F", "#83CDB4"),
}
"""Role → (light, dark)."""

FAMILY = "Buurt Leesletter"
"""The family of the letters on screen."""
WEIGHTS = (400, 600, 700)
TEXT_SIZES = {"caption": 13, "small": 14, "body": 15, "h2": 18, "speak": 20, "h1": 26, "number": 36, "checkin": 30}
"""Pixels at 100 %."""
SMALLEST_TARGET = 24
_LOOK = "buurtapp_look"


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours and sizes of now. `percent` is the size of the text, 100 to 200."""

    dark: bool = False
    percent: int = 100

    def color(self, role: str) -> QColor:
        """Return the colour of a role; raises KeyError for one that does not exist."""
        return QColor(COLORS[role][int(self.dark)])

    def px(self, size: float) -> int:
        """Return a size that belongs to text, scaled: heights of rows, fields and buttons. Gaps stay as they are."""
        return round(size * self.percent / 100)

    def font(self, size: str = "body", weight: int = 400) -> QFont:
        """Return the letters of a kind of text."""
        font = QFont(FAMILY)
        font.setPixelSize(self.px(TEXT_SIZES[size]))
        font.setWeight(QFont.Weight(weight))
        # Figures of one width, so that numbers stand below each other.
        font.setFeature(QFont.Tag("tnum"), 1)
        return font


@functools.cache
def load_fonts() -> tuple[str, ...]:
    """Make our letters known to Qt; return the families that were found."""
    found: list[str] = []
    for weight in WEIGHTS:
        number = QFontDatabase.addApplicationFont(str(paths.resource("fonts", f"AtkinsonNext-{weight}.ttf")))
        found += QFontDatabase.applicationFontFamilies(number)
    return tuple(dict.fromkeys(found))


def wants_dark(setting: str) -> bool:
    """Return whether dark is meant: by the setting, or by the system when the setting leaves it to that."""
    if setting in {"light", "dark"}:
        return setting == "dark"
    hints = QGuiApplication.styleHints()
    return hints.colorScheme() == Qt.ColorScheme.Dark


def apply(app: QApplication, theme: Theme) -> None:
    """Give the whole app this look; screens that are open change with it."""
    load_fonts()
    app.setProperty(_LOOK, theme)
    if app.style().name().lower() != "fusion":
        app.setStyle("Fusion")
    app.setFont(theme.font())
    app.setPalette(palette(theme))


def current() -> Theme:
    """Return the look of the app: it belongs to the app as its palette and font do. Before `apply` the plain one."""
    app = QApplication.instance()
    found = app.property(_LOOK) if app is not None else None
    return found if isinstance(found, Theme) else Theme()


def palette(theme: Theme) -> QPalette:
    """Return the palette of a theme, for everything that Qt draws by itself."""
    made = QPalette()
    role = QPalette.ColorRole
    for where, name in (
        (role.Window, "paper"),
        (role.WindowText, "ink"),
        (role.Base, "surface"),
        (role.AlternateBase, "tint-hover"),
        (role.Text, "ink"),
        (role.Button, "surface"),
        (role.ButtonText, "ink"),
        (role.PlaceholderText, "ink-2"),
        (role.Highlight, "primary"),
        (role.HighlightedText, "on-primary"),
        (role.ToolTipBase, "surface"),
        (role.ToolTipText, "ink"),
        (role.Link, "primary"),
        (role.Mid, "line"),
        (role.Dark, "line-strong"),
    ):
        made.setColor(where, theme.color(name))
    off = QPalette.ColorGroup.Disabled
    for where in (role.Text, role.WindowText, role.ButtonText):
        made.setColor(off, where, theme.color("ink-off"))
    return made


def contrast(one: QColor, other: QColor) -> float:
    """Return the contrast of two colours, 1 to 21 (WCAG 2.1, relative luminance)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(color: QColor) -> float:
    parts = (color.redF(), color.greenF(), color.blueF())
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
