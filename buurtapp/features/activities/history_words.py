"""How the history of a person words what they did at activities."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from buurtapp.core.i18n import N_, Text, text
from buurtapp.features.activities.rows import ActivityRow
from buurtapp.features.people.rules.history import Happening, HappeningKind, Place

_WORDS: Mapping[HappeningKind, Text] = {
    "came": text(N_("was there")),
    "coming": text(N_("is coming")),
    "waiting": text(N_("on the waiting list")),
    "missed": text(N_("signed up, did not come")),
    "signed_up": text(N_("signed up")),
}
_ICONS = {"eten": "soup"}
"""By the kind of activity; any other has a calendar."""


def signed_kind(*, is_over: bool, waits: bool, was_counted: bool) -> HappeningKind:
    """Return what became of a sign-up of somebody who was not noted; `was_counted`: it is known who came."""
    if waits:
        return "waiting"
    if not is_over:
        return "coming"
    return "missed" if was_counted else "signed_up"


def happening(activity: ActivityRow, kinds: Sequence[HappeningKind], *, is_over: bool) -> Happening:
    """Return what somebody did at one activity: one thing, or contact person and another."""
    contact = text(N_("was contact person")) if is_over else text(N_("is contact person"))
    said = ", ".join(_WORDS.get(kind, contact).render() for kind in kinds)
    icon, where = _ICONS.get(activity.kind, "calendar-days"), Place("activities", activity.id)
    return Happening(activity.starts_at.date(), kinds[-1], icon, activity.title, said, where)
