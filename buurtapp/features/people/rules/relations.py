"""What somebody is to the group, in words, and back."""

from __future__ import annotations

from collections.abc import Mapping

from buurtapp.core.i18n import N_, Text, text
from buurtapp.core.text import fold
from buurtapp.features.people.records import Relation

RELATION_WORDS: Mapping[Relation, Text] = {
    "resident": text(N_("resident")),
    "helper": text(N_("helper")),
    "professional": text(N_("professional")),
    "organisation": text(N_("organisation")),
}
_WRITTEN: Mapping[Relation, str] = {
    "resident": "resident bewoner buur buurtbewoner buurman buurvrouw neighbour neighbor",
    "helper": "helper vrijwilliger hulp volunteer",
    "professional": "professional beroepskracht betaald prof",
    "organisation": "organisation organization organisatie instelling bedrijf company vereniging stichting winkel",
}


def relation_of(written: str) -> Relation | None:
    """Return which relation a word means, Dutch or English; None when it is not one we know."""
    folded = fold(written)
    return next((relation for relation, known in _WRITTEN.items() if folded in known.split()), None)
