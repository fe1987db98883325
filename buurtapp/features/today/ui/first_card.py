"""What a new group sees on the home screen: read a list of people first, or plan something."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from buurtapp.core.i18n import N_, text
from buurtapp.features.group.records import Group
from buurtapp.features.today.ui import phrases
from buurtapp.uikit.controls import Button, Card, Heading, Icon, PlainLabel
from buurtapp.uikit.flow import FlowRow

_LONGEST_STEP = 200


class FirstCard(Card):
    """The first thing to do. `read_asked`, `plan_asked` and `help_asked` come from its buttons."""

    read_asked = Signal()
    plan_asked = Signal()
    help_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 20, 20, 20)
        row.setSpacing(16)
        row.addWidget(Icon("users", "ink-2", 28), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(8)
        words.addWidget(Heading(text(N_("Begin with the people in your street")), "h2", wrap=True))
        more = N_("Read your list from Excel, LibreOffice or your contacts. You see first what we make of it.")
        words.addWidget(PlainLabel(text(more), "second"))
        self.step = PlainLabel()
        words.addWidget(self.step)
        words.addSpacing(4)
        self.read_button = Button(text(N_("Read a list")), "primary", "upload")
        self.plan_button = Button(text(N_("New activity")), "secondary", "plus")
        self.help_button = Button(text(N_("How does it work?")), "quiet", "circle-question-mark")
        words.addWidget(FlowRow((self.read_button, self.plan_button, self.help_button)))
        row.addLayout(words, 1)
        self.read_button.clicked.connect(self.read_asked)
        self.plan_button.clicked.connect(self.plan_asked)
        self.help_button.clicked.connect(self.help_asked)

    def show_group(self, group: Group) -> None:
        """Show the first small step of this group, when it has one."""
        step = phrases.shown(group.first_step, _LONGEST_STEP)
        self.step.set_words(text(N_("Your first small step: {step}"), step=step))
        self.step.setVisible(bool(step))
