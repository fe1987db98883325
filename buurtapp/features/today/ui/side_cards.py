"""The small cards at the side of the home screen: how many take part, and how old the copy is."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from buurtapp.core.i18n import N_, plural_text, text
from buurtapp.features.today.records import CopyAge, Growth, TodayView
from buurtapp.features.today.ui import phrases
from buurtapp.features.today.ui.card import card_head
from buurtapp.uikit import theme as look
from buurtapp.uikit.controls import Button, Card, Heading, Icon, PlainLabel
from buurtapp.uikit.flow import Inline
from buurtapp.uikit.words import day, figure

_COPY_LOOKS: dict[CopyAge, tuple[str, str, str]] = {
    "fine": ("hard-drive", "primary", "second"),
    "old": ("triangle-alert", "care", "care"),
    "very_old": ("circle-alert", "wrong", "wrong"),
    "none": ("triangle-alert", "care", "care"),
}
"""Age → icon, its colour, kind of the words."""


class GrowthChart(QWidget):
    """A line of how many addresses took part, month by month; the sentence beside it says the same in words."""

    def __init__(self) -> None:
        super().__init__()
        self._counts: tuple[int, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_growth(self, growth: Growth) -> None:
        """Draw these months."""
        self._counts = tuple(one.taking_part for one in growth.months)
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return a low and wide size."""
        return QSize(240, look.current().px(72))

    def points(self) -> list[QPointF]:
        """Return where the months lie in the widget: from left to right, none above the line of today."""
        most = max(self._counts, default=0) or 1
        room = QRectF(self.rect()).adjusted(6, 8, -8, -2)
        step = room.width() / max(1, len(self._counts) - 1)
        return [
            QPointF(room.left() + at * step, room.bottom() - count / most * room.height())
            for at, count in enumerate(self._counts)
        ]

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the line, what is under it, and a dot for now."""
        points = self.points()
        if not points:
            return
        theme = look.current()
        ground = self.height() - 1.0
        under = QPainterPath(QPointF(points[0].x(), ground))
        for point in points:
            under.lineTo(point)
        under.lineTo(points[-1].x(), ground)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillPath(under, theme.color("tint"))
        painter.setPen(QPen(theme.color("line-strong"), 1))
        painter.drawLine(QPointF(0, ground), QPointF(self.width(), ground))
        painter.setPen(QPen(theme.color("ramp-4"), 2.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawPolyline(points)
        painter.setPen(QPen(theme.color("surface"), 2))
        painter.setBrush(theme.color("ramp-4"))
        painter.drawEllipse(points[-1], 5.5, 5.5)
        painter.end()


class GrowthCard(Card):
    """How many addresses take part; before there are two months to tell of, how many people are in the list."""

    people_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        box = QVBoxLayout(self)
        box.setContentsMargins(8, 12, 8, 12)
        box.setSpacing(4)
        self.title = Heading("", "h2")
        self.people_button = Button(text(N_("People")), "link")
        self.people_button.clicked.connect(self.people_asked)
        box.addLayout(card_head(self.title, self.people_button))
        self.number = PlainLabel("", size="h1", strong=True, wrap=False)
        self.words = PlainLabel("", wrap=True)
        line = QHBoxLayout()
        line.setContentsMargins(12, 0, 12, 0)
        line.setSpacing(6)
        line.addWidget(self.number, 0, Qt.AlignmentFlag.AlignBottom)
        line.addWidget(self.words, 1, Qt.AlignmentFlag.AlignBottom)
        box.addLayout(line)
        self.chart = GrowthChart()
        self.since = PlainLabel("", "second", size="small", wrap=False)
        self.new = Inline("", "second", size="small")
        below = QHBoxLayout()
        below.addWidget(self.since)
        below.addWidget(self.new, 1)
        self.new.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        inner = QVBoxLayout()
        inner.setContentsMargins(12, 0, 12, 0)
        inner.addWidget(self.chart)
        inner.addLayout(below)
        box.addLayout(inner)

    def show_view(self, view: TodayView) -> None:
        """Show how many take part, or how many there are."""
        growth = view.growth
        for widget in (self.chart, self.since, self.new):
            widget.setVisible(growth is not None)
        if growth is None:
            self.title.set_words(text(N_("In your list")))
            self.number.set_words(figure(view.people))
            self.words.set_words(
                plural_text(
                    "person, {addresses} addresses",
                    "people, {addresses} addresses",
                    view.people,
                    addresses=figure(view.addresses),
                )
            )
            return
        self.title.set_words(text(N_("Growth")))
        self.number.set_words(figure(growth.taking_part))
        self.words.set_words(phrases.taking_part(growth))
        self.chart.show_growth(growth)
        self.since.set_words(day(growth.months[0].month, "MMMM yyyy"))
        self.new.set_words(phrases.new_this_month(growth))


class CopyCard(Card):
    """How old the newest copy is, and a button to make one."""

    copy_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 16, 20, 16)
        row.setSpacing(12)
        self.icon = Icon("hard-drive", "primary")
        self.age = PlainLabel("", "second", size="small")
        self.button = Button(text(N_("Make a copy")))
        self.button.clicked.connect(self.copy_asked)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(PlainLabel(text(N_("Copy of your file")), strong=True))
        words.addWidget(self.age)
        row.addWidget(self.icon, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(words, 1)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)

    def show_view(self, view: TodayView, made_at: datetime | None, now: datetime) -> None:
        """Show the age of the copy made at this moment (aware)."""
        icon, role, kind = _COPY_LOOKS[view.copy_age]
        self.icon.set_icon(icon, role)
        self.age.set_kind(kind)
        self.age.set_words(phrases.copy_made(made_at, now))
        self.button.set_kind("primary" if view.next_step.kind == "make_copy" else "secondary")
