"""The steps of involvement: their order, their words, and how many of the four windows light up.

What puts somebody on a step is told by the features that see things happen (features/activities/ladder).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from buurtapp.core.i18n import N_, Text, text

Step = Literal["lives_here", "reached", "follows", "takes_part", "active", "core"]

STEPS: tuple[Step, ...] = ("lives_here", "reached", "follows", "takes_part", "active", "core")
"""From the lowest to the highest."""
LIT: tuple[Step, ...] = STEPS[2:]
"""The steps that light a window each, one more than the step before."""

STEP_WORDS: Mapping[Step, Text] = {
    "lives_here": text(N_("Lives here")),
    "reached": text(N_("Reached")),
    "follows": text(N_("Follows")),
    "takes_part": text(N_("Takes part")),
    "active": text(N_("Active")),
    "core": text(N_("Core")),
}


@dataclass(frozen=True, slots=True)
class Rung:
    """Where somebody stands, and the last thing they came to."""

    step: Step
    last: date | None = None
    title: str = ""


def windows(step: Step) -> int:
    """Return how many windows light up, 0 to 4."""
    return max(STEPS.index(step) - 1, 0)
