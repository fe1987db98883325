"""Who stood in the earlier version of a list, and stands in this one no more. Nobody is taken away by that."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from buurtapp.core.i18n import N_, plural_text, text
from buurtapp.features.people.importing.records import Missing
from buurtapp.features.people.ui.importing.parts import stacked
from buurtapp.features.people.ui.wording import breakable
from buurtapp.uikit.controls import Line, PlainLabel
from buurtapp.uikit.form import tick
from buurtapp.uikit.words import one_line

_MOST = 8


class MissingBox(QWidget):
    """Names, and a tick to put a label on them. `ticked` comes with each choice."""

    ticked = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        box = stacked(self)
        box.addWidget(Line())
        inner = QWidget()
        inside = stacked(inner, (16, 12, 16, 12), 6)
        self.heading = PlainLabel("", strong=True)
        self.names = PlainLabel("", size="small")
        self.label_them = tick(text(N_("Put the label “no longer in the list” on them")))
        stay = PlainLabel(text(N_("They stay in Buurtapp, whatever you choose.")), "second", size="small")
        for widget in (self.heading, self.names, self.label_them, stay):
            inside.addWidget(widget)
        box.addWidget(inner)
        self._input = self.label_them.input
        if isinstance(self._input, QCheckBox):
            self._input.toggled.connect(self.ticked)

    def show_missing(self, missing: tuple[Missing, ...], *, is_ticked: bool) -> None:
        """Show who is missing; without anybody there is nothing to see."""
        self.setVisible(bool(missing))
        self.heading.set_words(
            plural_text("{count} is no longer in the list", "{count} are no longer in the list", len(missing))
        )
        names = ", ".join(breakable(one_line(one.name)) for one in missing[:_MOST])
        more = len(missing) - _MOST
        self.names.set_words(
            plural_text("{names} and {count} other", "{names} and {count} others", more, names=names)
            if more > 0
            else names
        )
        if isinstance(self._input, QCheckBox):
            self._input.setChecked(is_ticked)
