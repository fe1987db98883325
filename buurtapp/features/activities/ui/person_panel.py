"""What we did together: the activities of one person, shown beside the person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from buurtapp.core.i18n import N_, Text, plural_text, text
from buurtapp.features.activities import queries
from buurtapp.features.activities.records import ActivityRow
from buurtapp.uikit.controls import Button, Heading, PlainLabel
from buurtapp.uikit.desk import Desk
from buurtapp.uikit.words import day, one_line

if TYPE_CHECKING:
    from buurtapp.core.store.changes import Changes

_SHOWN = 8
_TABLES = ("activity", "signup", "attendance")


class PersonPanel(QWidget):
    """The activities of one person, newest first, each with a way to it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._person: int | None = None
        self._build()

    def _build(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        self.heading = Heading(text(N_("What we did together")), "body")
        self.nothing = PlainLabel(text(N_("Nothing yet.")), "second", size="small")
        self.more = PlainLabel("", "second", size="small")
        self._rows = QWidget()
        self._grid = QGridLayout(self._rows)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(1, 1)
        for widget in (self.heading, self.nothing, self._rows, self.more):
            box.addWidget(widget)

    def show_subject(self, number: int) -> None:
        """Show what this person did."""
        self._person = number
        self.refresh()

    def refresh(self, changes: Changes | None = None) -> None:
        """Show what is true now."""
        if self._person is None or (changes is not None and not changes.touches(*_TABLES)):
            return
        found = self._desk.read(queries.activities_of, self._person)
        while (item := self._grid.takeAt(0)) is not None:
            shown = item.widget()
            if shown is not None:
                shown.deleteLater()
        self._grid.invalidate()
        today = self._desk.clock.today()
        for at, (activity, came) in enumerate(found[:_SHOWN]):
            self._add_row(at, activity, _what(activity, came=came, is_over=activity.starts_at.date() < today))
        self.nothing.setVisible(not found)
        rest = len(found) - _SHOWN
        self.more.set_words(plural_text("and {count} more", "and {count} more", max(rest, 0)))
        self.more.setVisible(rest > 0)

    def _add_row(self, at: int, activity: ActivityRow, what: Text) -> None:
        when = PlainLabel(day(activity.starts_at, "d MMM"), "second", size="small", wrap=False)
        title = Button(_short(activity.title), "link")
        title.set_words(_short(activity.title), name=activity.title)
        title.clicked.connect(lambda: self._desk.go("activities", activity=activity.id))
        self._grid.addWidget(when, 2 * at, 0, Qt.AlignmentFlag.AlignVCenter)
        self._grid.addWidget(title, 2 * at, 1, Qt.AlignmentFlag.AlignLeft)
        said = PlainLabel(what, "second", size="small")
        # A link has four pixels before its words.
        said.setIndent(4)
        self._grid.addWidget(said, 2 * at + 1, 1)


def _what(activity: ActivityRow, *, came: bool, is_over: bool) -> Text:
    if came:
        return text(N_("was there"))
    if not is_over:
        return text(N_("is coming"))
    return text(N_("signed up")) if activity.counts.came is None else text(N_("signed up, did not come"))


def _short(title: str, most: int = 34) -> str:
    words = one_line(title)
    return words if len(words) <= most else f"{words[: most - 1].rstrip()}…"
