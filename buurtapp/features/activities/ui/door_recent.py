"""The last three who came in, each with a way back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from buurtapp.core.clock import local
from buurtapp.core.i18n import N_, text
from buurtapp.features.activities.records import DoorRow
from buurtapp.features.activities.ui.cut_text import CutLabel
from buurtapp.uikit import theme as look
from buurtapp.uikit.controls import Button, Card, Heading, Line, PlainLabel
from buurtapp.uikit.words import clock_time, one_line

MOST = 3
_LEAST_WITH_TIME = 260


class _Recent(QWidget):
    """One of them."""

    taken_back = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._person = 0
        self.setMinimumWidth(1)
        self.time = PlainLabel("", "second", wrap=False)
        self.name = CutLabel("", strong=True)
        self.more = CutLabel("", "second")
        self.back = Button(text(N_("Take back")), "quiet", "undo-2")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 1, 8, 1)
        row.setSpacing(12)
        row.addWidget(self.time)
        row.addWidget(self.name)
        row.addWidget(self.more)
        row.addStretch(1)
        row.addWidget(self.back)
        self.back.clicked.connect(lambda: self.taken_back.emit(self._person))

    def show_row(self, row: DoorRow) -> None:
        """Show this person."""
        self._person = row.person.id if row.person is not None else 0
        self.time.set_words(clock_time(local(row.arrived_at)) if row.arrived_at is not None else "")
        self._fit()
        self.name.set_words(row.name)
        self.more.set_words("" if row.signed_up else text(N_("not signed up")))
        self.more.setVisible(not row.signed_up)
        self.back.set_words(
            text(N_("Take back")), text(N_("Take back that {name} is present"), name=one_line(row.name))
        )

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Leave the time out where it is narrow: the list of everybody has it."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.time.setVisible(bool(self.time.text()) and self.width() >= look.current().px(_LEAST_WITH_TIME))


class RecentlyIn(QWidget):
    """A heading and up to three people; hidden while nobody is in. `taken_back` names the person."""

    taken_back = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._rows = [_Recent() for _ in range(MOST)]
        self._lines = [Line() for _ in range(MOST - 1)]
        card = Card()
        inside = QVBoxLayout(card)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.setSpacing(0)
        for at, one in enumerate(self._rows):
            if at:
                inside.addWidget(self._lines[at - 1])
            inside.addWidget(one)
            one.taken_back.connect(self.taken_back)
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(Heading(text(N_("Just in")), "body"))
        head.addStretch(1)
        head.addWidget(PlainLabel(text(N_("Ctrl Z")), "key", size="caption", wrap=False))
        head.addWidget(CutLabel(text(N_("takes the last one back")), "second", size="small"))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        box.addLayout(head)
        box.addWidget(card)
        box.setAlignment(Qt.AlignmentFlag.AlignTop)

    def show_rows(self, rows: Sequence[DoorRow]) -> None:
        """Show these people, the last one first."""
        self.setVisible(bool(rows))
        for at, one in enumerate(self._rows):
            one.setVisible(at < len(rows))
            if at < len(rows):
                one.show_row(rows[at])
            if at:
                self._lines[at - 1].setVisible(at < len(rows))
