"""The small parts of every screen. All of them show text as plain text, whatever is in it, and have a name."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from buurtapp.uikit import icons
from buurtapp.uikit import theme as look
from buurtapp.uikit.words import Words, plain, say

ButtonKind = Literal[
    "primary", "secondary", "quiet", "link", "chip", "segment", "tab", "nav", "dark", "bare", "row", "tag"
]
_ICON_ROLES = {
    "primary": "on-primary",
    "quiet": "primary",
    "link": "primary",
    "nav": "nav-ink",
    "dark": "nav-ink",
    "tag": "ink-2",
}
_RING_PX, _GAP_PX = 3, 2
_TAG_PX = 13
"""The cross behind a label is as small as the label."""
_FIELD_PAD = 12


def restyle(widget: QWidget) -> None:
    """Let the style sheet look again at a widget of which a property changed."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()


class PlainLabel(QLabel):
    """Text that is never read as markup.

    `kind`: "second" is quieter, "care", "wrong", "done" and "info" have their colour. `size`: a name of the theme.
    """

    def __init__(
        self, words: Words = "", kind: str = "", *, size: str = "body", strong: bool = False, wrap: bool = True
    ) -> None:
        super().__init__()
        self._words: Words = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        self.setProperty("kind", kind)
        self.setProperty("textsize", size)
        self.setProperty("strong", "yes" if strong else "no")
        self.set_words(words)

    def set_words(self, words: Words) -> None:
        """Show other words."""
        self._words = words
        self.setText(say(words))

    def set_kind(self, kind: str) -> None:
        """Take another colour."""
        if self.property("kind") != kind:
            self.setProperty("kind", kind)
            restyle(self)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Say it in another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.setText(say(self._words))
        super().changeEvent(event)


class Heading(PlainLabel):
    """The title of a page ("h1") or a card ("h2")."""

    def __init__(self, words: Words = "", size: str = "h1", *, wrap: bool = False) -> None:
        super().__init__(words, size=size, strong=True, wrap=wrap)


class Button(QPushButton):
    """A button with a word on it, and perhaps an icon; one on each screen is "primary".

    An icon alone is for arrows, zoom and closing: then the words are its name and tooltip.
    """

    def __init__(
        self, words: Words = "", kind: ButtonKind = "secondary", icon: str = "", *, icon_only: bool = False
    ) -> None:
        super().__init__()
        self._words: Words = ""
        self._icon_name = icon
        self._icon_only = icon_only
        self._kind = kind
        self.setProperty("kind", kind)
        self.setProperty("only", "yes" if icon_only else "no")
        self.setAutoDefault(False)
        self.setCheckable(kind in {"chip", "segment", "tab", "nav"})
        if kind != "nav":
            self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.set_words(words)
        self._paint_icon()

    def set_words(self, words: Words, name: Words | None = None) -> None:
        """Show other words; `name` is what a screen reader says, where that is more."""
        self._words = words
        said = say(words)
        # Qt leaves no room between an icon and its word.
        room = "" if not self._icon_name else "   " if self._kind == "nav" else " "
        self.setText("" if self._icon_only else room + plain(said))
        self.setAccessibleName(say(name) if name is not None else said)
        if self._icon_only:
            self.setToolTip(said)

    def set_icon(self, name: str) -> None:
        """Show another icon."""
        self._icon_name = name
        self.set_words(self._words)
        self._paint_icon()

    def set_kind(self, kind: ButtonKind) -> None:
        """Look like another kind of button."""
        self._kind = kind
        self.setProperty("kind", kind)
        restyle(self)
        self._paint_icon()

    def _paint_icon(self) -> None:
        if not self._icon_name:
            return
        theme = look.current()
        role = _ICON_ROLES.get(self._kind, "ink")
        if self._kind == "nav" and self.isChecked():
            role = "primary"
        if not self.isEnabled():
            role = "ink-off"
        side = theme.px(_TAG_PX if self._kind == "tag" else icons.SIZE)
        self.setIcon(icons.icon(self._icon_name, theme.color(role).name(), side))
        self.setIconSize(QSize(side, side))

    def nextCheckState(self) -> None:  # noqa: N802 - Qt's name
        """Follow the state with the icon's colour."""
        super().nextCheckState()
        self._paint_icon()

    def checkStateSet(self) -> None:  # noqa: N802 - Qt's name
        """Follow the state with the icon's colour."""
        super().checkStateSet()
        self._paint_icon()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Say it in another language; take the colours of another look."""
        if event.type() == QEvent.Type.LanguageChange:
            self.set_words(self._words)
        elif event.type() in (QEvent.Type.StyleChange, QEvent.Type.EnabledChange):
            self._paint_icon()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter does what Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.isEnabled():
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the button, and around it the ring that shows where the keyboard is."""
        super().paintEvent(event)
        if self.hasFocus():
            nav = self._kind in {"nav", "dark"}
            paint_ring(self, self._ground(), "focus-nav" if nav else "focus", 16 if self._kind == "chip" else 6)

    def _ground(self) -> str:
        return (
            "" if self._kind in {"nav", "dark", "link", "tab", "quiet", "bare", "segment", "row", "tag"} else "surface"
        )


def paint_ring(widget: QWidget, ground: str, role: str, radius: float) -> None:
    """Draw the focus ring inside a widget's edge, with a gap in the colour `ground` inside it."""
    theme = look.current()
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    half = _RING_PX / 2
    edge = QRectF(widget.rect()).adjusted(half, half, -half, -half)
    painter.setPen(QPen(theme.color(role), _RING_PX))
    painter.drawRoundedRect(edge, radius, radius)
    if ground:
        inset = _RING_PX / 2 + _GAP_PX / 2
        painter.setPen(QPen(theme.color(ground), _GAP_PX))
        painter.drawRoundedRect(edge.adjusted(inset, inset, -inset, -inset), radius - 2, radius - 2)
    painter.end()


class SearchField(QLineEdit):
    """Where to type what to look for; Escape empties it, Down asks to go to what was found."""

    went_down = Signal()

    def __init__(self, words: Words = "", shortcut: str = "", short: Words = "") -> None:
        super().__init__()
        self._words = words
        self._short = short
        self._shortcut = shortcut
        self.setProperty("kind", "search")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._say()
        self._make_room()

    def set_words(self, words: Words) -> None:
        """Say what can be looked for."""
        self._words = words
        self._say()

    def _say(self) -> None:
        said = say(self._words)
        self._fit_words()
        self.setAccessibleName(said)
        self.setToolTip(f"{said} ({self._shortcut})" if self._shortcut else said)

    def _fit_words(self) -> None:
        """Say it in short where the whole does not fit."""
        said, room = say(self._words), self.width() - self.textMargins().left() - 2 * _FIELD_PAD
        fits = self.fontMetrics().horizontalAdvance(said) <= room
        self.setPlaceholderText(said if fits or not self._short else say(self._short))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Say as much as fits."""
        super().resizeEvent(event)
        self._fit_words()

    def _make_room(self) -> None:
        self.setTextMargins(look.current().px(icons.SIZE) + 8, 0, 0, 0)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Say it in another language; grow with the text."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        elif event.type() == QEvent.Type.StyleChange:
            self._make_room()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the field, and the glass in front of the words."""
        super().paintEvent(event)
        theme = look.current()
        side = theme.px(icons.SIZE)
        painter = QPainter(self)
        picture = icons.pixmap("search", theme.color("ink-2").name(), side, self.devicePixelRatioF())
        left = 12 if self.isLeftToRight() else self.width() - 12 - side
        painter.drawPixmap(left, (self.height() - side) // 2, picture)
        if self._shortcut and not self.text():
            self._paint_keys(painter)
        painter.end()

    def _paint_keys(self, painter: QPainter) -> None:
        """Draw which keys lead here, as keys look, where the words leave room for it."""
        theme, said = look.current(), self._shortcut.replace("+", " ")
        font = theme.font("caption", 600)
        measure = QFontMetrics(font)
        wide, high = measure.horizontalAdvance(said) + 14, measure.height() + 4
        used = self.textMargins().left() + self.fontMetrics().horizontalAdvance(self.placeholderText()) + 2 * _FIELD_PAD
        if self.width() - used < wide + _FIELD_PAD:
            return
        left = self.width() - wide - _FIELD_PAD if self.isLeftToRight() else _FIELD_PAD
        key = QRectF(left, (self.height() - high) / 2, wide, high)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color("line-strong"), 1))
        painter.drawRoundedRect(key, 4, 4)
        painter.setFont(font)
        painter.setPen(theme.color("ink-2"))
        painter.drawText(key, Qt.AlignmentFlag.AlignCenter, said)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Empty on Escape, go to the list on Down."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() == Qt.Key.Key_Down:
            self.went_down.emit()
        else:
            super().keyPressEvent(event)


class Card(QFrame):
    """A surface that holds things together; `panel` is the one at the side of a page."""

    def __init__(self, kind: str = "card") -> None:
        super().__init__()
        self.setProperty("kind", kind)


class Line(QFrame):
    """A thin line between two parts of a card."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "line")
        self.setFixedHeight(1)


class Icon(QLabel):
    """A picture beside a word. It says nothing to a screen reader: the word does."""

    def __init__(self, name: str, role: str = "ink-2", size: int = icons.SIZE) -> None:
        super().__init__()
        self._name, self._role, self._size = name, role, size
        self._paint()

    def set_icon(self, name: str, role: str) -> None:
        """Show another icon, in the colour of a role."""
        self._name, self._role = name, role
        self._paint()

    def _paint(self) -> None:
        theme = look.current()
        side = theme.px(self._size)
        self.setPixmap(icons.pixmap(self._name, theme.color(self._role).name(), side, self.devicePixelRatioF()))
        self.setFixedSize(side, side)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Take the colours of another look."""
        if event.type() == QEvent.Type.StyleChange:
            self._paint()
        super().changeEvent(event)


_NOTES = {
    "done": ("circle-check", "primary"),
    "info": ("lightbulb", "info"),
    "care": ("triangle-alert", "care"),
    "wrong": ("circle-alert", "wrong"),
}


class Note(Card):
    """A message block: an icon in its colour, and at most two sentences."""

    def __init__(self, kind: str, words: Words = "") -> None:
        super().__init__(kind)
        self._icon = Icon(*_NOTES[kind])
        self.label = PlainLabel(words)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(12, 10, 12, 10)
        self.row.setSpacing(12)
        self.row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        self.row.addWidget(self.label, 1)

    def set_words(self, words: Words, kind: str | None = None) -> None:
        """Say something else, perhaps in another colour."""
        self.label.set_words(words)
        if kind is not None:
            self.setProperty("kind", kind)
            self._icon.set_icon(*_NOTES[kind])
            restyle(self)


class EmptyState(Card):
    """Shown where nothing is yet: an icon, what comes here, and one button to begin."""

    def __init__(self, icon: str, words: Words, more: Words = "", button: Button | None = None) -> None:
        super().__init__()
        self.title = PlainLabel(words, strong=True)
        self.more = PlainLabel(more, "second")
        if not more:
            # To show what has no parent yet would open a window for a moment, which takes the keyboard away.
            self.more.hide()
        said = QVBoxLayout()
        said.setSpacing(2)
        said.addWidget(self.title)
        said.addWidget(self.more)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 14, 16, 14)
        row.setSpacing(16)
        row.addWidget(Icon(icon, "ink-2", 28))
        row.addLayout(said, 1)
        if button is not None:
            row.addWidget(button)
