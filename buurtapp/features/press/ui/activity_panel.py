"""What the tab "Print" of an activity shows: whether there is a flyer, and the way to make one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from buurtapp.core.clock import local
from buurtapp.core.i18n import N_, Text, plural_text, text
from buurtapp.features.press import queries
from buurtapp.features.press.records import Printed
from buurtapp.uikit.controls import Button, Card, Heading, Icon, PlainLabel
from buurtapp.uikit.desk import Desk
from buurtapp.uikit.page import column
from buurtapp.uikit.words import day

if TYPE_CHECKING:
    from buurtapp.core.store.changes import Changes

_MOST_EARLIER = 4


class ActivityPanel(QWidget):
    """The flyer of one activity."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._activity: int | None = None
        self._build()
        self.make_button.clicked.connect(self._on_make)

    def _build(self) -> None:
        self._icon = Icon("printer", "ink-2", 28)
        self.state = PlainLabel("", strong=True)
        self.earlier = PlainLabel("", "second", size="small")
        self.make_button = Button(text(N_("Make the flyer")), "secondary", "printer")
        card = Card()
        said = column(card, (16, 14, 16, 14), 4)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        words = column_of(Heading(text(N_("Flyer")), "h2"), self.state, self.earlier)
        row.addWidget(words, 1)
        row.addWidget(self.make_button, 0, Qt.AlignmentFlag.AlignTop)
        said.addLayout(row)
        box = column(self, (0, 0, 0, 0))
        box.addWidget(card)
        box.addStretch(1)

    def show_subject(self, activity_id: int) -> None:
        """Show the flyer of this activity."""
        self._activity = activity_id
        self.refresh()

    def refresh(self, changes: Changes | None = None) -> None:
        """Show what is true now."""
        if self._activity is None or self._desk.store is None:
            return
        if changes is not None and not changes.touches("print_log", "activity"):
            return
        flyers = [one for one in self._desk.read(queries.printed, self._activity) if one.kind == "flyer"]
        self._icon.set_icon("circle-check" if flyers else "printer", "primary" if flyers else "ink-2")
        self.state.set_words(_line(flyers[0]) if flyers else text(N_("Not made yet")))
        earlier = [_line(one).render() for one in flyers[1 : _MOST_EARLIER + 1]]
        self.earlier.set_words("\n".join(earlier))
        self.earlier.setVisible(bool(earlier))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Write the day in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.refresh()

    def _on_make(self) -> None:
        if self._activity is not None:
            self._desk.go("press", activity=self._activity)


def column_of(*widgets: QWidget) -> QWidget:
    """Return widgets below each other, close together."""
    made = QWidget()
    box = column(made, (0, 0, 0, 0), 2)
    for widget in widgets:
        box.addWidget(widget)
    return made


def _line(printed: Printed) -> Text:
    copies = plural_text("{count} copy", "{count} copies", printed.copies)
    size = printed.description.rpartition(" ")[2]
    if printed.printed_at is None:
        return text(N_("Flyer {size}, {copies}"), size=size, copies=copies)
    made = day(local(printed.printed_at).date())
    return text(N_("Flyer {size}, {copies}, on {day}"), size=size, copies=copies, day=made)
