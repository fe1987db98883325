"""What the rest of the house knows of promises."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

Kind = Literal["task", "call", "card"]
KINDS: tuple[Kind, ...] = ("task", "call", "card")
"""Something to do, somebody to call, a card or letter to write."""


@dataclass(frozen=True, slots=True)
class PromiseDraft:
    """What was typed about a promise. Without `person_id` and `who` it is the coordinator's own.

    `about_kind` and `about_id` name what it is about: ("activity", 12). `about_person_id` is whom it is about.
    """

    title: str
    due_on: date | None = None
    kind: str = "task"
    person_id: int | None = None
    who: str = ""
    about_kind: str = ""
    about_id: int | None = None
    about_person_id: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class PromiseRow:
    """A promise that was made. `owner` is the name of who promised it, "" for the coordinator.

    `phone` is the number to call about it: of a call, when the neighbour it is about may be called.
    """

    id: int
    draft: PromiseDraft
    owner: str
    about_name: str
    done_at: datetime | None
    made_at: datetime
    phone: str = ""
