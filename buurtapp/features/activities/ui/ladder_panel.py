"""How involved one person is, shown beside the person: a bar with the steps, and why in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from buurtapp.core.clock import local
from buurtapp.core.i18n import N_, text
from buurtapp.features.activities.ladder import queries
from buurtapp.features.people.rules.steps import STEP_WORDS, STEPS
from buurtapp.uikit.controls import Heading, PlainLabel
from buurtapp.uikit.desk import Desk
from buurtapp.uikit.windows import StepBar

if TYPE_CHECKING:
    from buurtapp.core.store.changes import Changes

_SHOWN = STEPS[1:]
"""Living here is no step up: then the whole bar is dark."""


class LadderPanel(QWidget):
    """The bar and the reason for one person."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._person: int | None = None
        self._build()

    def _build(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        heading = text(N_("Involved"))
        self.bar = StepBar(heading, [STEP_WORDS[step] for step in _SHOWN])
        self.reason = PlainLabel("", "second", size="small")
        for widget in (Heading(heading, "body"), self.bar, self.reason):
            box.addWidget(widget)

    def show_subject(self, number: int) -> None:
        """Show how involved this person is."""
        self._person = number
        self.refresh()

    def refresh(self, _changes: Changes | None = None) -> None:
        """Show what is true now."""
        if self._person is None:
            return
        here = local(self._desk.clock.now())
        found = self._desk.read(queries.involvement, here, [self._person])[self._person]
        self.bar.show_step(STEPS.index(found.step) - 1)
        self.reason.set_words(text(N_("{step}: {reason}."), step=STEP_WORDS[found.step], reason=found.reason))
