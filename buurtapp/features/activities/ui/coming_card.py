"""Beside the calendar: what is coming up and what it still needs, and what has been with expected and came."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from buurtapp.core.i18n import N_, Text, _, plural_text, text
from buurtapp.features.activities.calendars.records import Coming, Lesson, Planned, Side
from buurtapp.features.activities.calendars.rules import came_and_along, expected, short_titles
from buurtapp.features.activities.ui.board import Mark, full_marks, short_source, source_mark
from buurtapp.features.activities.ui.cut_text import BoldPart, CutLabel, soft
from buurtapp.features.activities.ui.row_button import Pair, RowButton
from buurtapp.uikit import theme as look
from buurtapp.uikit.controls import Card, Heading, Icon, Line, PlainLabel
from buurtapp.uikit.flow import FlowRow, Inline
from buurtapp.uikit.words import Words, clock_time, day, one_line

_DAYS_TOLD = 3
_ALSO_LETTERS, _LESSON_LETTERS = 18, 220


class ComingCard(Card):
    """The card at the side. `opened` names an activity."""

    opened = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.rows = QVBoxLayout()
        self.day_rows: list[tuple[date, ChosenRow]] = []
        self._day: date | None = None
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

    def show_side(self, side: Side) -> None:
        """Show what is next, what was last, and what was learned."""
        while (item := self.rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        again = next((one for one in side.coming if one.also_on), None)
        self.day_rows = [(one.planned.day, _coming_row(one, told=one is again)) for one in side.coming]
        self.rows.addWidget(_heading(text(N_("Coming soon")), _also(again) if again is not None else ""))
        for (_when, row), one in zip(self.day_rows, side.coming, strict=True):
            self._add(row, one.planned.row.id)
        if not side.coming:
            self.rows.addWidget(_quiet(text(N_("Nothing is planned."))))
        if side.been:
            self.rows.addWidget(_heading(text(N_("Has been")), text(N_("expected and came"))))
        for past in side.been:
            self._add(_been_row(past), past.row.id)
        if side.lesson is not None:
            self.rows.addWidget(_lesson(side.lesson))
        if self._day is not None:
            self.mark_day(self._day)

    def mark_day(self, when: date) -> None:
        """Show which of them is on the day that is chosen in the calendar."""
        self._day = when
        for day_, row in self.day_rows:
            row.mark(on=day_ == when)

    def _add(self, row: RowButton, number: int) -> None:
        row.clicked.connect(lambda: self.opened.emit(number))
        self.rows.addWidget(row)


class ChosenRow(RowButton):
    """A row that can be marked: green ground, and a bar at its side."""

    def __init__(self, name: Words) -> None:
        super().__init__(name)
        self.is_marked = False

    def mark(self, *, on: bool) -> None:
        """Mark it, or take the mark away."""
        self.is_marked = on
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the mark below all else."""
        if self.is_marked:
            theme = look.current()
            painter = QPainter(self)
            painter.fillRect(self.rect(), theme.color("tint"))
            painter.fillRect(0, 0, 4, self.height() - 1, theme.color("primary"))
            painter.end()
        super().paintEvent(event)


def _heading(words: Text, more: Text | str) -> QWidget:
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(16, 10, 16, 8)
    row.addWidget(Heading(words, "h2"))
    row.addStretch(1)
    row.addWidget(Inline(more, "second", size="small"))
    box = QWidget()
    whole = QVBoxLayout(box)
    whole.setContentsMargins(0, 0, 0, 0)
    whole.setSpacing(0)
    whole.addWidget(made)
    whole.addWidget(Line())
    return box


def _quiet(words: Text) -> QWidget:
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(16, 4, 16, 16)
    row.addWidget(PlainLabel(words, "second"))
    return made


def _lesson(lesson: Lesson) -> QWidget:
    """Return what was learned the last time, behind a lamp."""
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(16, 10, 16, 12)
    row.setSpacing(12)
    row.addWidget(Icon("lightbulb", "info", 20), 0, Qt.AlignmentFlag.AlignTop)
    words = QVBoxLayout()
    words.setSpacing(0)
    when = day(lesson.day, "d MMMM")
    words.addWidget(soft(PlainLabel(text(N_("Lesson of {day}:"), day=when), size="small", strong=True)))
    said = one_line(lesson.words.strip())
    shown = said if len(said) <= _LESSON_LETTERS else f"{said[:_LESSON_LETTERS].rstrip()}…"
    told = text(N_("{lesson} This sentence is there with every new plan."), lesson=shown.rstrip(".") + ".")
    words.addWidget(soft(PlainLabel(told, size="small")))
    row.addLayout(words, 1)
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


def _also(one: Coming) -> Text:
    """Return on which other days something comes again: "soep ook op 21 en 28 okt"."""
    title = short_titles(one.planned.row.title)[-1]
    if len(title) > _ALSO_LETTERS:
        title = f"{title[:_ALSO_LETTERS].rstrip()}…"
    return text(N_("{title} also on {days}"), title=title[:1].lower() + title[1:], days=_days(one.also_on))


def _days(days: tuple[date, ...]) -> str:
    """Return the first days: "21 en 28 okt"; each has its month where they are of more than one."""
    told = days[:_DAYS_TOLD]
    if len({(one.year, one.month) for one in told}) > 1:
        return ", ".join(day(one, "d MMM") for one in told)
    *before, last = told
    if not before:
        return day(last, "d MMM")
    return _("{days} and {last}").format(days=", ".join(str(one.day) for one in before), last=day(last, "d MMM"))


def _coming_row(one: Coming, *, told: bool) -> ChosenRow:
    """Return the row of an activity to come; `told`: its other days stand above already."""
    planned = one.planned
    source, marks = source_mark(planned.row.source), full_marks(planned)
    row = ChosenRow(
        text(
            N_("{day}, {title}, {facts}, {source}, {state}"),
            day=day(planned.row.starts_at),
            title=" ".join(planned.row.title.split()),
            facts=facts(planned),
            source=source.words,
            state=", ".join(mark.words.render() for mark in marks),
        )
    )
    words = QVBoxLayout()
    words.setSpacing(1)
    words.addWidget(CutLabel(planned.row.title, strong=True))
    words.addWidget(soft(PlainLabel(facts(planned), "second", size="small")))
    words.addWidget(Pair(Icon(source.icon, source.role, 18), soft(PlainLabel(source.words, "second", size="small"))))
    if marks:
        words.addWidget(FlowRow([_marked(mark) for mark in marks], 14, 2))
    if one.also_on and not told:
        words.addWidget(soft(PlainLabel(text(N_("also on {days}"), days=_days(one.also_on)), "second", size="small")))
    row.row.addWidget(DayColumn(planned.row.starts_at))
    row.row.addWidget(_UpRight())
    row.row.addLayout(words, 1)
    return row


def _marked(mark: Mark) -> Pair:
    is_care = mark.role == "care"
    kind = "care" if is_care else "" if mark.role == "primary" else "second"
    return Pair(Icon(mark.icon, mark.role, 18), Inline(mark.words, kind, size="small", strong=is_care))


class _UpRight(QWidget):
    """A thin line between a day and what is on it."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return a width of one pixel."""
        return QSize(1, 1)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the line."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), look.current().color("line-strong"))
        painter.end()


def _been_row(planned: Planned) -> RowButton:
    came, along = came_and_along(planned.row.counts)
    hoped = expected(planned)
    said = came_words(came, hoped)
    guests: Words = plural_text("and {count} guest", "and {count} guests", along) if along else ""
    row = RowButton(
        text(
            N_("{day}, {title}, {came} {guests}"),
            day=day(planned.row.starts_at),
            title=" ".join(planned.row.title.split()),
            came=said,
            guests=guests,
        )
    )
    words = QVBoxLayout()
    words.setSpacing(0)
    words.addWidget(CutLabel(planned.row.title, strong=True))
    icon = source_mark(planned.row.source)
    words.addWidget(
        Pair(Icon(icon.icon, icon.role, 18), soft(PlainLabel(short_source(planned.row.source), "second", size="small")))
    )
    words.addStretch(1)
    bar = QVBoxLayout()
    bar.setSpacing(4)
    bar.addWidget(CameBar(hoped, came or 0))
    bar.addWidget(BoldPart(said, str(came)))
    if along:
        bar.addWidget(CutLabel(guests, "second", size="small"))
    row.row.addWidget(_ShortDay(planned.row.starts_at))
    row.row.addLayout(words, 10)
    row.row.addLayout(bar, 9)
    return row


def came_words(came: int | None, hoped: int) -> Text:
    """Return how many came, of how many that were expected."""
    if came is None:
        return text(N_("not counted"))
    if not hoped:
        return plural_text("{count} came", "{count} came", came)
    return plural_text("{count} of {expected} expected", "{count} of {expected} expected", came, expected=hoped)


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
