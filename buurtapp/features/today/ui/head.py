"""The head of the home screen: greeting, date, search, and what the group is for."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from buurtapp.core.i18n import N_, text
from buurtapp.features.group.records import Group
from buurtapp.features.today.ui import phrases
from buurtapp.uikit import theme as look
from buurtapp.uikit.controls import Icon, PlainLabel, SearchField
from buurtapp.uikit.flow import FlowRow, Inline
from buurtapp.uikit.words import day

_SEARCH_WIDTH = 280
_SEARCH_KEY = QKeySequence("Ctrl+K")
_LONGEST_PURPOSE = 400
ANY_WIDTH = 16_777_215
"""Qt's word for no limit (QWIDGETSIZE_MAX)."""


class Head(QWidget):
    """What stands above the cards."""

    def __init__(self) -> None:
        super().__init__()
        self.greeting = Inline("", size="h1", strong=True)
        self.date = Inline("", "second", size="h2")
        self.search_field = SearchField(text(N_("Search everything")), "Ctrl+K")
        self.purpose_row = QWidget()
        self.purpose = PlainLabel("", strong=True)
        self._build()
        self.search_field.textChanged.connect(lambda typed: self.key_hint.setVisible(not typed))

    def _build(self) -> None:
        self.key_hint = PlainLabel(_SEARCH_KEY.toString(QKeySequence.SequenceFormat.NativeText), "key", wrap=False)
        inside = QHBoxLayout(self.search_field)
        inside.setContentsMargins(0, 0, 10, 0)
        inside.addStretch(1)
        inside.addWidget(self.key_hint, 0, Qt.AlignmentFlag.AlignVCenter)
        self._first = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._first.setSpacing(12)
        self._first.addWidget(FlowRow((self.greeting, self.date), 20, 0), 1)
        self._first.addWidget(self.search_field, 0, Qt.AlignmentFlag.AlignTop)
        row = QHBoxLayout(self.purpose_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(Icon("compass", "primary"), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(PlainLabel(text(N_("Our purpose:")), "second", wrap=False), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.purpose, 1, Qt.AlignmentFlag.AlignTop)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(12)
        box.addLayout(self._first)
        box.addWidget(self.purpose_row)

    def show_group(self, group: Group, here: datetime) -> None:
        """Greet the contact person at this wall-clock time, and say what the group is for."""
        self.greeting.set_words(phrases.greeting(here, group.contact_name))
        self.date.set_words(day(here.date()))
        self.purpose.set_words(phrases.shown(group.purpose, _LONGEST_PURPOSE))
        self.purpose_row.setVisible(bool(group.purpose.strip()))

    def fold(self, *, is_wide: bool) -> None:
        """Put the search field beside the greeting, or below it."""
        width = look.current().px(_SEARCH_WIDTH)
        self._first.setDirection(QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom)
        self.search_field.setMinimumWidth(width if is_wide else 0)
        self.search_field.setMaximumWidth(width if is_wide else ANY_WIDTH)
