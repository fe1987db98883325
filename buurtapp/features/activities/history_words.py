"""How the history of a person words what they did at activities."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from buurtapp.core.i18n import N_, Text, text
from buurtapp.features.people.rules.history import Happening, HappeningKind, Place

_WORDS: Mapping[HappeningKind, Text] = {
    "came": text(N_("was there")),
    "coming": text(N_("is coming")),
    "waiting": text(N_("on the waiting list")),
    "missed": text(N_("signed up, did not come")),
    "signed_up": text(N_("signed up")),
}


def signed_kind(*, is_over: bool, waits: bool, was_counted: bool) -> HappeningKind:
    """Return what became of a sign-up of somebody who was not noted; `was_counted`: it is known who came."""
    if waits:
        return "waiting"
    if not is_over:
        return "coming"
    return "missed" if was_counted else "signed_up"


def happening(
    number: int, title: str, starts_at: datetime, kinds: Sequence[HappeningKind], *, is_over: bool
) -> Happening:
    """Return what somebody did at one activity: one thing, or contact person and another."""
    contact = text(N_("was contact person")) if is_over else text(N_("is contact person"))
    words = [_WORDS.get(kind, contact).render() for kind in kinds]
    return Happening(starts_at.date(), kinds[-1], "calendar-days", title, ", ".join(words), Place("activities", number))
