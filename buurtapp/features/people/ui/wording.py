"""Short sayings about people that several screens share, and words that fit where they are shown."""

from __future__ import annotations

import re
from collections.abc import Mapping

from buurtapp.core.i18n import N_, Text, _, text
from buurtapp.features.people.records import PersonCard
from buurtapp.uikit.words import one_line

WAYS: Mapping[str, Text] = {
    "phone": text(N_("Phone call")),
    "letter": text(N_("Letter")),
    "door": text(N_("At the door")),
    "email": text(N_("By e-mail")),
    "whatsapp": text(N_("WhatsApp")),
}
"""How somebody likes to be reached."""
RELATION_WORDS: Mapping[str, Text] = {
    "resident": text(N_("Neighbour")),
    "helper": text(N_("Helper")),
    "professional": text(N_("Professional")),
    "organisation": text(N_("Organisation")),
}
"""What somebody is to the group."""
SHORT_ANSWERS: Mapping[str, Text] = {
    "given": text(N_("yes")),
    "withdrawn": text(N_("no")),
    "asked": text(N_("asked")),
    "not_asked": text(N_("–")),
}
"""What somebody answered, in one word of a column; nothing when they were not asked."""

_LONG_WORD = re.compile(r"(\S{24})(?=\S)")
_BREAK_HERE = "\u200b"


def way(preference: str) -> str:
    """Return how somebody likes to be reached, in one word; nothing when nobody asked."""
    return WAYS[preference].render() if preference in WAYS else ""


def reached(card: PersonCard) -> Text | None:
    """Return how and when somebody likes to be reached, as a sentence; None when nothing is known."""
    how, when = WAYS.get(card.contact_preference), one_line(card.best_time)
    if how is not None and when:
        return text(N_("Preferably: {way}, {time}"), way=how, time=breakable(when))
    if how is not None:
        return text(N_("Preferably: {way}"), way=how)
    return text(N_("Preferably: {time}"), time=breakable(when)) if when else None


def do_not() -> str:
    """Return what a list says of somebody who is to be left alone."""
    return _("Do not approach")


def no_contact() -> str:
    """Return what stands in the column Contact of somebody who is to be left alone."""
    return _("None")


def shortened(words: str, most: int = 34) -> str:
    """Return words for a button or link, at most so many letters."""
    line = one_line(words)
    return line if len(line) <= most else f"{line[: most - 1].rstrip()}…"


def breakable(words: str) -> str:
    """Return words of somebody else for a label that wraps: very long ones may be broken."""
    return _LONG_WORD.sub(rf"\1{_BREAK_HERE}", words)
