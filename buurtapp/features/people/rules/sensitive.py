"""Words that do not belong on a label: health, faith, origin. The law calls them special, and a list gets lost.

A short list that warns, and no more: nothing is refused, and what a neighbour speaks ("Turks", "Arabisch") may stay.
"""

from __future__ import annotations

from buurtapp.core.text import fold

_BEGINS = (
    *("ziek", "kanker", "dement", "alzheimer", "parkinson", "depress", "autis", "psych", "verslaa", "verslav"),
    *("alcohol", "handicap", "invalid", "medicij", "medicat", "diabet", "suikerziek", "epilep", "burn out", "burnout"),
    *("zwanger", "gezondheid", "illness", "cancer", "disab", "addict", "pregnan"),
    *("moslim", "islam", "christen", "christel", "katholi", "protestant", "gereformeer", "joods", "hindoe", "boeddh"),
    *("gelovig", "geloof", "religi", "muslim", "christian", "jewish", "hindu", "buddhis"),
    *("marokkaan", "surinam", "surinaam", "antillia", "vluchteling", "allochtoon", "statushouder", "asielzoek"),
    *("buitenland", "nationaliteit", "afkomst", "etni", "refugee", "ethnic", "immigrant"),
)
"""Beginnings of words, folded."""

_WHOLE = frozenset(
    {
        *("adhd", "hiv", "aids", "ggz", "sick", "ill", "jood", "joden", "jew", "sikh", "turk", "turken", "turkse"),
        *("poolse", "polen", "syrier", "syriers", "syrische", "oekrainer", "oekrainers", "oekraiense", "ras", "race"),
    }
)
"""Whole words, folded: short ones that begin many others."""


def looks_private(label: str) -> bool:
    """Return whether a label seems to tell of somebody's health, faith or origin."""
    folded = fold(label)
    return any(word in _WHOLE or word.startswith(_BEGINS) for word in folded.split()) or folded.startswith(_BEGINS)
