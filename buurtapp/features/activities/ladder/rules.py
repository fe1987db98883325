"""The ladder of involvement: from what happened to a step, and why in words.

Nobody has to fill in a step. From the highest to the lowest, counting 12 months (365 days) back from now:

- core: contact person of 3 activities or more, connector of an area, a role such as "penningmeester", or a label such
  as "coördinator" or "kern";
- active: came 6 times or more, or is contact person of an activity;
- takes part: came once or more;
- follows: signed up at least once, ever, or came longer ago, is a member, has any other role, or a label such as
  "nieuwsbrief" or "flyer";
- reached: a phone, an e-mail address, any label, or a known way in which they like to be reached;
- lives here: nothing but a name and an address.

Where the rule is wrong, a step can be chosen by hand, with a reason. Then that one counts, and what the rule says is
told beside it.

Activities that are planned count for their contact person: somebody who organises the party of next month helps now.
Who organises is also written down as free text ("Henk", "Samira en Dirk-Jan"), which says too little about who is
meant: only the contact person counts.
"""

from __future__ import annotations

import functools
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Literal

from buurtapp.core.i18n import N_, Text, language, plural_text, text
from buurtapp.core.text import fold
from buurtapp.features.people.rules.steps import Step

CORE_LABELS = frozenset({"coordinator", "kern", "kerngroep", "core"})
CORE_ROLES = frozenset(
    {
        *("coordinator", "buurtcoordinator", "bestuur", "bestuurslid", "voorzitter", "penningmeester", "secretaris"),
        *("buurtverbinder", "board", "board member", "chair", "chairperson", "treasurer", "secretary", "connector"),
    }
)
FOLLOW_LABELS = frozenset({"nieuwsbrief", "newsletter", "flyer", "flyers"})
"""Folded."""
ACTIVE_FROM = 6
"""So many times in 12 months."""
CORE_FROM = 3
"""Contact person of so many activities in 12 months, and of those that are planned."""
_YEAR = timedelta(days=365)

Way = Literal["", "phone", "email", "way", "label"]


@dataclass(frozen=True, slots=True)
class Facts:
    """What happened with one person.

    `came`, `first_came`, `contact_for` and `first_contact` are of the last 12 months; `last_came` and `last_title` of
    the last time ever. `way` tells how somebody can be reached; labels and roles are the ones that matter, as they were
    written. `connects` is the name of the area of which somebody is the connector; `member_since` is set for who is a
    member now, with the day when it is known.
    """

    way: Way = ""
    signed_up: int = 0
    came: int = 0
    first_came: date | None = None
    last_came: date | None = None
    last_title: str = ""
    contact_for: int = 0
    first_contact: date | None = None
    core_label: str = ""
    follow_label: str = ""
    core_role: str = ""
    other_role: str = ""
    connects: str = ""
    is_member: bool = False
    member_since: date | None = None


@dataclass(frozen=True, slots=True)
class Involvement:
    """On which step somebody stands.

    `derived` is what the rule says, and `reason` why. `chosen_reason` is why somebody chose another step by hand; ""
    when nobody did, and then `step` is the derived one.
    """

    step: Step
    reason: Text
    derived: Step
    chosen_reason: str = ""

    @property
    def is_chosen(self) -> bool:
        """Whether the step was chosen by hand."""
        return bool(self.chosen_reason)


def year_before(here: datetime) -> datetime:
    """Return when the 12 months began that count, for a wall-clock time."""
    return datetime.combine(here.date() - _YEAR, time())


@functools.lru_cache
def with_label(label: str) -> Step | None:
    """Return the step to which a label lifts somebody; None for a label that says nothing about it."""
    folded = fold(label)
    if folded in CORE_LABELS:
        return "core"
    return "follows" if folded in FOLLOW_LABELS else None


@functools.lru_cache
def with_role(role: str) -> Step:
    """Return the step to which a role lifts somebody: whoever has any follows at least."""
    return "core" if fold(role) in CORE_ROLES else "follows"


def step_of(facts: Facts) -> Step:
    """Return the highest step that the facts give."""
    is_core = bool(facts.core_label or facts.core_role or facts.connects)
    if facts.came or facts.contact_for or is_core:
        return lit_step(facts.came, facts.contact_for, is_core=is_core)
    if facts.signed_up or facts.last_came is not None or facts.follow_label or facts.other_role or facts.is_member:
        return "follows"
    return "reached" if facts.way else "lives_here"


def lit_step(came: int, contact_for: int, *, is_core: bool) -> Step:
    """Return the step of somebody who follows at least, from how often they came and are contact person in 12 months.

    Apart from `step_of`, for a whole town: then there is no time to make a record of each.
    """
    if is_core or contact_for >= CORE_FROM:
        return "core"
    if contact_for or came >= ACTIVE_FROM:
        return "active"
    return "takes_part" if came else "follows"


def involvement(facts: Facts, today: date, chosen: Step | None = None, chosen_reason: str = "") -> Involvement:
    """Return the step with the fact that gave it; `today` decides whether a month needs its year."""
    derived = step_of(facts)
    reason = _reason(facts, derived, today)
    return Involvement(derived if chosen is None else chosen, reason, derived, chosen_reason)


def _reason(facts: Facts, step: Step, today: date) -> Text:
    if step == "core" and facts.contact_for < CORE_FROM:
        return _of_core(facts)
    if step in {"core", "active"} and facts.contact_for and facts.first_contact is not None:
        return _of_contact(facts.contact_for, facts.first_contact, today)
    if step in {"active", "takes_part"} and facts.first_came is not None:
        return plural_text(
            "came once, in {month}",
            "came {count} times since {month}",
            facts.came,
            month=_month(facts.first_came, today),
        )
    return _of_lower_step(facts, step, today)


def _of_core(facts: Facts) -> Text:
    if facts.core_role:
        return text(N_("is {role}"), role=facts.core_role)
    if facts.connects:
        return text(N_("is connector of {area}"), area=facts.connects)
    return _has_label(facts.core_label)


def _of_contact(count: int, first: date, today: date) -> Text:
    if first > today:
        return plural_text(
            "contact person of {count} activity that is planned",
            "contact person of {count} activities that are planned",
            count,
        )
    return plural_text(
        "contact person of {count} activity, in {month}",
        "contact person of {count} activities since {month}",
        count,
        month=_month(first, today),
    )


def _of_lower_step(facts: Facts, step: Step, today: date) -> Text:
    if step == "follows":
        if facts.last_came is not None:
            return text(N_("came last in {month}"), month=_month(facts.last_came, today))
        if facts.signed_up:
            return plural_text("signed up once", "signed up {count} times", facts.signed_up)
        return _of_follower(facts, today)
    reasons = {
        "phone": text(N_("can be reached by phone")),
        "email": text(N_("can be reached by e-mail")),
        "way": text(N_("told how to be reached")),
        "label": text(N_("known by a label")),
        "": text(N_("only the name and the address are known")),
    }
    return reasons[facts.way]


def _of_follower(facts: Facts, today: date) -> Text:
    if facts.is_member and facts.member_since is not None:
        return text(N_("is a member since {month}"), month=_month(facts.member_since, today))
    if facts.is_member:
        return text(N_("is a member"))
    if facts.other_role:
        return text(N_("is {role}"), role=facts.other_role)
    return _has_label(facts.follow_label)


def _has_label(label: str) -> Text:
    return text(N_("has the label “{label}”"), label=label)


def _month(when: date, today: date) -> str:
    """Return a month in words, with its year when that is another one."""
    from babel.dates import format_date  # noqa: PLC0415 - 30 ms, only where the words are shown

    return str(format_date(when, "MMMM" if when.year == today.year else "MMMM y", locale=language()))
