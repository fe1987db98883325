"""What an invitation needs to be drawn: a letter for each address."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from buurtapp.core.i18n import Text
from buurtapp.features.activities.records import ActivityCard
from buurtapp.features.group.records import Group
from buurtapp.features.people.papers import Addressee


@dataclass(frozen=True, slots=True)
class Letters:
    """What is needed to draw the invitations: one for each address."""

    activity: ActivityCard
    addressees: tuple[Addressee, ...]
    contact: str
    """Whom to call about it."""
    reach: str
    """How to reach the group, for the head of the letter."""
    owner: Group
    day: date
    warnings: tuple[Text, ...]
