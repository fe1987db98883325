"""What else is known of somebody, in the panel: a line for each thing, and none for what is not known."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from buurtapp.features.people.records import PersonCard
from buurtapp.features.people.rules import about
from buurtapp.features.people.ui.panel_page import clear
from buurtapp.features.people.ui.wording import breakable
from buurtapp.uikit.controls import Icon, PlainLabel
from buurtapp.uikit.words import one_line, say


class FactsBlock(QWidget):
    """What somebody speaks, can, is to the group, and since when."""

    def __init__(self) -> None:
        super().__init__()
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(6)

    def show_card(self, card: PersonCard, today: date) -> None:
        """Show what is known of somebody."""
        clear(self._box)
        facts = (
            ("languages", about.speaks(card)),
            ("lightbulb", about.can(card)),
            ("user", about.does(card)),
            ("calendar", about.membership(card, today)),
            ("info", about.born(card)),
        )
        known = [(icon, say(words)) for icon, words in facts if words]
        for icon, words in known:
            self._box.addWidget(_line(icon, words))
        self.setVisible(bool(known))


def _line(icon: str, words: str) -> QWidget:
    whole = QWidget()
    row = QHBoxLayout(whole)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    label = PlainLabel(breakable(one_line(words)), size="small")
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    row.addWidget(Icon(icon), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(label, 1)
    return whole
