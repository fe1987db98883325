"""What is known after an activity: what was learned, who did not come, and what a report tells."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

From = Literal["series", "copy", "title"]
"""Why an earlier activity is called the last time: the same series, what was copied, or the same title."""


@dataclass(frozen=True, slots=True)
class EvaluationDraft:
    """What was written down afterwards. None for `helpers` and `helper_minutes`: not told, the jobs say it."""

    went_well: str = ""
    next_time: str = ""
    said: str = ""
    helpers: int | None = None
    helper_minutes: int | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing was written down at all."""
        return self == EvaluationDraft()


@dataclass(frozen=True, slots=True)
class Help:
    """How many people helped, and how many minutes all together."""

    helpers: int = 0
    minutes: int = 0


@dataclass(frozen=True, slots=True)
class Turnout:
    """How many were expected and how many came. Of `expected` the `guests` that were signed up are part.

    `came` is None as long as nobody was counted; `along` are guests and children besides. `signed_up` counts names,
    `kept` how many of those came.
    """

    expected: int = 0
    came: int | None = None
    along: int = 0
    signed_up: int = 0
    kept: int = 0
    guests: int = 0


@dataclass(frozen=True, slots=True)
class Afterwards:
    """Everything the card of the two minutes shows; `help` is what the jobs that were done suggest."""

    draft: EvaluationDraft
    help: Help
    turnout: Turnout


@dataclass(frozen=True, slots=True)
class Lesson:
    """What an activity taught for the next one: its day and title, the words, and what people said."""

    day: date
    title: str
    words: str
    said: str = ""
    activity_id: int = 0


@dataclass(frozen=True, slots=True)
class LastTime:
    """The last time that something like this was done, and what came of it."""

    activity_id: int
    day: date
    title: str
    found_by: From
    turnout: Turnout
    went_well: str = ""
    next_time: str = ""
    said: str = ""


@dataclass(frozen=True, slots=True)
class FlyerOut:
    """Flyers that were printed: how many, and when last."""

    copies: int
    printed_at: datetime


@dataclass(frozen=True, slots=True)
class Missed:
    """Somebody who signed up and did not come. `promised`: a call is on the list already."""

    person_id: int
    name: str
    address: str
    phone: str
    may_call: bool
    promised: bool = False


Who = Literal["helpers", "came"]
"""Who gets a card: who helped, or everybody who was there."""


@dataclass(frozen=True, slots=True)
class ThankYouJob:
    """Cards to thank people with. `names` are what people are called; blank cards fill the last sheet.

    `theme` is the colour of the group. `left_out` counts who wants to be left alone.
    """

    title: str
    day: date
    who: Who
    names: tuple[str, ...]
    group_name: str
    logo: bytes | None = None
    theme: str = ""
    left_out: int = 0
