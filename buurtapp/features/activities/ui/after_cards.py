"""What stands on the tab for afterwards below the count: what was learned, and who did not come."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from buurtapp.core.clock import local
from buurtapp.features.activities.records import ActivityCard
from buurtapp.features.activities.ui.after_evaluation import EvaluationCard
from buurtapp.features.activities.ui.after_missed import MissedCard
from buurtapp.uikit.desk import Desk


class AfterCards(QWidget):
    """Hidden until the activity has begun: before that there is nothing to look back on."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.evaluation = EvaluationCard(desk)
        self.missed = MissedCard(desk)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(12)
        box.addWidget(self.evaluation)
        box.addWidget(self.missed)

    def show_card(self, card: ActivityCard) -> None:
        """Look back on an activity."""
        has_begun = card.starts_at <= local(self._desk.clock.now())
        self.setVisible(has_begun)
        if has_begun:
            self.evaluation.show_card(card)
            self.missed.show_card(card)
