"""Beside the calendar: what is coming up and what it still needs, and what has been with expected and came."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from buurtapp.core.i18n import N_, Text, plural_text, text
from buurtapp.features.activities.ui.board import (
    Board,
    Coming,
    Planned,
    list_mark,
    short_source,
    source_mark,
)
from buurtapp.features.activities.ui.cut_text import CutLabel, soft
from buurtapp.features.activities.ui.row_button import Pair, RowButton
from buurtapp.uikit import theme as look
from buurtapp.uikit.controls import Card, Heading, Icon, PlainLabel
from buurtapp.uikit.flow import Inline
from buurtapp.uikit.words import clock_time, day

_COMING, _BEEN, _DAYS_TOLD = 4, 3, 3


class ComingCard(Card):
    """The card at the side. `opened` names an activity."""

    opened = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.rows = QVBoxLayout()
        self._build()

    def _build(self) -> None:
        inside = QWidget()
        inside.setProperty("kind", "scrolled")
        box = QVBoxLayout(inside)
        box.setContentsMargins(0, 0, 0, 0)
        self.rows.setContentsMargins(0, 0, 0, 0)
        self.rows.setSpacing(0)
        box.addLayout(self.rows)
        box.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 1, 1, 1)
        whole.addWidget(area)

    def show_board(self, board: Board) -> None:
        """Show what is next and what was last."""
        while (item := self.rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        coming, been = board.coming(_COMING), board.been(_BEEN)
        self.rows.addWidget(_heading(text(N_("Coming soon")), ""))
        for one in coming:
            self._add(_coming_row(one), one.planned.row.id)
        if not coming:
            self.rows.addWidget(_quiet(text(N_("Nothing is planned."))))
        if been:
            self.rows.addWidget(_heading(text(N_("Has been")), text(N_("expected and came"))))
        for past in been:
            self._add(_been_row(past), past.row.id)

    def _add(self, row: RowButton, number: int) -> None:
        row.clicked.connect(lambda: self.opened.emit(number))
        self.rows.addWidget(row)


def _heading(words: Text, more: Text | str) -> QWidget:
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(16, 10, 16, 6)
    row.addWidget(Heading(words, "h2"))
    row.addStretch(1)
    row.addWidget(Inline(more, "second", size="small"))
    return made


def _quiet(words: Text) -> QWidget:
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(16, 4, 16, 16)
    row.addWidget(PlainLabel(words, "second"))
    return made


class DayColumn(QWidget):
    """A day as on a tear-off calendar: weekday, number, month."""

    def __init__(self, when: date) -> None:
        super().__init__()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        for words, kind, size in (
            (day(when, "EEE"), "second", "small"),
            (day(when, "d"), "", "speak"),
            (day(when, "MMM"), "second", "small"),
        ):
            label = PlainLabel(words, kind, size=size, strong=size == "speak", wrap=False)
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            box.addWidget(label)
        box.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return one width for every day, so that the words beside them stand below each other."""
        return QSize(look.current().px(40), super().sizeHint().height())


class _ShortDay(CutLabel):
    """A day as "14 okt", as wide as every other day."""

    def __init__(self, when: date) -> None:
        super().__init__(day(when, "d MMM"), "second", size="small")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return one width for every day."""
        return QSize(look.current().px(46), super().sizeHint().height())


def facts(planned: Planned) -> Text:
    """Return time, place and how many signed up."""
    row, counts = planned.row, planned.row.counts
    start = clock_time(row.starts_at)
    heads = (
        plural_text("{count} of {places} place", "{count} of {places} places", counts.heads, places=row.capacity)
        if row.capacity
        else plural_text("{count} sign-up", "{count} sign-ups", counts.heads)
    )
    if not row.place:
        return text(N_("{time}, {heads}"), time=start, heads=heads)
    return text(N_("{time}, {place}, {heads}"), time=start, place=_short(row.place), heads=heads)


def _short(place: str) -> str:
    """Return the name of a place without its address: "De Kas" of "De Kas, Esdoornplein 2"."""
    name = place.split(",", maxsplit=1)[0].strip() or place
    return " ".join(name.split())


def _also(days: tuple[date, ...]) -> Text:
    told = ", ".join(day(one, "d MMM") for one in days[:_DAYS_TOLD])
    return text(N_("also on {days}"), days=told)


def _coming_row(one: Coming) -> RowButton:
    planned = one.planned
    source, state = source_mark(planned.row.source), list_mark(planned.list_state)
    row = RowButton(
        text(
            N_("{day}, {title}, {facts}, {source}, {state}"),
            day=day(planned.row.starts_at),
            title=" ".join(planned.row.title.split()),
            facts=facts(planned),
            source=source.words,
            state=state.words,
        )
    )
    words = QVBoxLayout()
    words.setSpacing(0)
    words.addWidget(CutLabel(planned.row.title, strong=True))
    words.addWidget(soft(PlainLabel(facts(planned), "second", size="small")))
    words.addWidget(Pair(Icon(source.icon, source.role, 18), soft(PlainLabel(source.words, "second", size="small"))))
    kind = "care" if state.role == "care" else "second"
    words.addWidget(
        Pair(Icon(state.icon, state.role, 18), soft(PlainLabel(state.words, kind, size="small", strong=kind == "care")))
    )
    if one.also_on:
        words.addWidget(soft(PlainLabel(_also(one.also_on), "second", size="small")))
    row.row.addWidget(DayColumn(planned.row.starts_at))
    row.row.addLayout(words, 1)
    return row


def _been_row(planned: Planned) -> RowButton:
    came, expected = planned.heads, planned.row.counts.heads
    said = came_words(came, expected)
    row = RowButton(
        text(
            N_("{day}, {title}, {came}"),
            day=day(planned.row.starts_at),
            title=" ".join(planned.row.title.split()),
            came=said,
        )
    )
    words = QVBoxLayout()
    words.setSpacing(0)
    words.addWidget(CutLabel(planned.row.title, strong=True))
    icon = source_mark(planned.row.source)
    words.addWidget(
        Pair(Icon(icon.icon, icon.role, 18), soft(PlainLabel(short_source(planned.row.source), "second", size="small")))
    )
    bar = QVBoxLayout()
    bar.setSpacing(4)
    bar.addWidget(CameBar(expected, came or 0))
    bar.addWidget(soft(PlainLabel(said, size="small")))
    row.row.addWidget(_ShortDay(planned.row.starts_at))
    row.row.addLayout(words, 1)
    row.row.addLayout(bar, 1)
    return row


def came_words(came: int | None, expected: int) -> Text:
    """Return how many came, of how many that were expected."""
    if came is None:
        return text(N_("not counted"))
    if not expected:
        return plural_text("{count} came", "{count} came", came)
    return plural_text("{count} of {expected} expected", "{count} of {expected} expected", came, expected=expected)


class CameBar(QWidget):
    """A pale bar for who was expected, with a dark one in it for who came."""

    def __init__(self, expected: int, came: int) -> None:
        super().__init__()
        self._expected, self._came = expected, came
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the usual size."""
        return QSize(60, look.current().px(13))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw both bars; 25 people are the whole width, or more when more came."""
        theme = look.current()
        most = max(self._expected, self._came, 25)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme.color("ramp-2"))
        painter.setBrush(theme.color("ramp-1"))
        high = self.height() - 1
        if self._expected:
            painter.drawRoundedRect(QRectF(0.5, 0.5, (self.width() - 1) * self._expected / most, high), 3, 3)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("ramp-4"))
        third = high / 3.4
        painter.drawRoundedRect(QRectF(0, third, (self.width() - 1) * self._came / most, high - 2 * third), 1, 1)
        painter.end()
