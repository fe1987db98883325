"""What the rest of the house knows of activities, sign-ups and attendance."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Literal

from buurtapp.features.activities.rows import Counts

if TYPE_CHECKING:
    from buurtapp.features.people.records import PersonRow

Source = Literal["resident", "helper", "organisation", "council"]
SOURCES: tuple[Source, ...] = ("resident", "helper", "organisation", "council")
TRIAL_RESULTS = ("", "go", "change", "stop")
ListColumn = Literal["", "signature", "phone"]
CallWho = Literal["signed-up", "missed", "lift", "waiting", "helpers"]
CALL_WHO: tuple[CallWho, ...] = ("signed-up", "missed", "lift", "waiting", "helpers")
"""Who of an activity is called: who has a place, who did not come, who needs a lift, who waits, who helps."""
ListOrder = Literal["name", "street"]


@dataclass(frozen=True, slots=True)
class ActivityDraft:
    """What the coordinator typed about an activity, before it is checked. Times are wall-clock times.

    `asked_by` is how many residents asked for it; `anyway` why it is done though nobody did. `expected` None: whoever
    signed up is expected.
    """

    title: str
    starts_at: datetime | None
    text: str = ""
    kind: str = ""
    place: str = ""
    ends_at: datetime | None = None
    capacity: int | None = None
    cost: str = ""
    organiser: str = ""
    contact_person_id: int | None = None
    source: str = "resident"
    for_whom: str = ""
    purpose: str = ""
    asked_by: int | None = None
    anyway: str = ""
    expected: int | None = None
    highlight: bool = False


@dataclass(frozen=True, slots=True)
class Trial:
    """A trial in one street: it goes on when at least `goal` people come. `result` is one of `TRIAL_RESULTS`."""

    street: str
    goal: int | None = None
    result: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class ActivityCard:
    """Everything about one activity but its sign-ups. `contact` is the contact person, when one is chosen.

    `series_at` is its time in the rule of its series, also when it was moved.
    """

    id: int
    draft: ActivityDraft
    counts: Counts
    contact_name: str = ""
    contact_phone: str = ""
    fund_id: int | None = None
    series_id: int | None = None
    series_at: datetime | None = None
    copied_from_id: int | None = None
    trial: Trial | None = None

    @property
    def starts_at(self) -> datetime:
        """When it starts; a saved activity always has it."""
        if self.draft.starts_at is None:
            message = "a saved activity has a start"
            raise ValueError(message)
        return self.draft.starts_at


@dataclass(frozen=True, slots=True)
class SignupRow:
    """Somebody who said to come; `lift`: they need one."""

    id: int
    person: PersonRow
    guests: int
    children: int
    waiting: bool
    lift: bool = False
    brings: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class SignupDraft:
    """What somebody said about their coming: with whom, whether they need a lift, what they bring, what to heed."""

    guests: int = 0
    children: int = 0
    lift: bool = False
    brings: str = ""
    note: str = ""

    @property
    def heads(self) -> int:
        """How many places they take."""
        return 1 + self.guests + self.children


@dataclass(frozen=True, slots=True)
class SignupFacts:
    """Of who has a place: how many need a lift, how many bring something, and how many come for the first time."""

    lifts: int = 0
    brings: int = 0
    first_timers: int = 0


@dataclass(frozen=True, slots=True)
class SignUpResult:
    """What signing up did: who is new on the list, and who of them waits."""

    new: tuple[int, ...]
    waiting: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ListName:
    """A name on the attendance list; `note` tells two of the same name apart ("nr. 12").

    `street` is the heading they stand under, on a list in walking order.
    """

    person_id: int
    name: str
    note: str = ""
    street: str = ""


@dataclass(frozen=True, slots=True)
class AttendanceSheet:
    """Everything that stands on an attendance list, and no more than that.

    `photo` adds a box "photo ok" to each row; `is_big` prints in large letters.
    """

    code: str
    group_name: str
    logo: bytes | None
    contact: str
    title: str
    starts_at: datetime
    ends_at: datetime | None
    place: str
    column: ListColumn
    names: tuple[ListName, ...]
    walk_in_lines: int
    printed_on: date
    order: ListOrder = "name"
    photo: bool = False
    is_big: bool = False

    @property
    def fields(self) -> tuple[str, ...]:
        """Which data about people it holds or asks for, in the words of the log of prints."""
        more = (("address", self.order == "street"), (self.column, bool(self.column)), ("photo", self.photo))
        return ("name", *(name for name, is_there in more if is_there))


@dataclass(frozen=True, slots=True)
class WalkIn:
    """Somebody who was not on the list. `person_id` None: only the name that was written down is known.

    `row` is the line of the list, when it is known. `unreadable`: somebody was there, and nobody can read the name.
    """

    name: str
    person_id: int | None = None
    row: int | None = None
    unreadable: bool = False


@dataclass(frozen=True, slots=True)
class SheetAnswers:
    """What was read from a list that came home: rows with a cross, names written below, and the tally.

    `guests` and `children` None: not read, leave them as they are. `photos` are rows with a cross at "photo ok".
    """

    rows: frozenset[int]
    walk_ins: tuple[WalkIn, ...] = ()
    guests: int | None = None
    children: int | None = None
    photos: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class EntryResult:
    """What entering a list did: people newly present, corrected, as they were, and people made from walk-ins."""

    stored: int
    changed: int
    unchanged: int
    new_people: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Presence:
    """Who was there: people of the list, others with the name as it was written, guests and children.

    `unknown` are people who were there and of whom nothing is known any more, `unreadable` names on lists that still
    have to be sorted out. Everybody is told once.
    """

    present: tuple[int, ...]
    walk_ins: tuple[WalkIn, ...]
    guests: int
    children: int
    unknown: int = 0
    unreadable: int = 0

    @property
    def head_count(self) -> int:
        """Everybody who was there."""
        named = len(self.present) + len(self.walk_ins)
        return named + self.unknown + self.unreadable + self.guests + self.children


@dataclass(frozen=True, slots=True)
class DoorRow:
    """Somebody at the door of an activity: signed up or not, inside or not.

    `person` None: a walk-in of whom only `name` is known. `first_time`: never came to anything before. `lift`, `brings`
    and `note` are those of the sign-up.
    """

    person: PersonRow | None
    name: str
    signed_up: bool = False
    waiting: bool = False
    present: bool = False
    arrived_at: datetime | None = None
    first_time: bool = False
    lift: bool = False
    brings: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Ideas:
    """Whose idea the activities of a year were, each idea counted once, and how often something was done."""

    residents: int
    organisations: int
    times_done: int


@dataclass(frozen=True, slots=True)
class SignupSheet:
    """Everything that stands on a sign-up sheet. `places_left` None: as many as like; `first_names` only when asked."""

    code: str
    group_name: str
    logo: bytes | None
    contact: str
    title: str
    starts_at: datetime
    ends_at: datetime | None
    place: str
    cost: str
    places_left: int | None
    first_names: tuple[str, ...]
    lines: int
    printed_on: date


@dataclass(frozen=True, slots=True)
class SignupLine:
    """A line of a sign-up sheet as somebody filled it in. `phone` is what stands there: a number of phone or house.

    `person_id` None: whoever has this name is meant.
    """

    row: int
    name: str
    said: SignupDraft = SignupDraft()
    phone: str = ""
    person_id: int | None = None


@dataclass(frozen=True, slots=True)
class SignupEntry:
    """What entering a sign-up sheet did. `unclear` are names that several people have, and nobody was signed up for."""

    stored: int
    changed: int
    unchanged: int
    new_people: tuple[int, ...] = ()
    waiting: tuple[int, ...] = ()
    unclear: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CallRow:
    """Somebody to call; `hint` is what to know of their coming."""

    name: str
    address: str
    phones: tuple[str, ...]
    best_time: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class CallList:
    """Everything on a call list. `left_out` is how many may not be called."""

    title: str
    starts_at: datetime
    who: CallWho
    people: tuple[CallRow, ...]
    left_out: int
    group_name: str
    printed_on: date
