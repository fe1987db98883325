"""What does not belong in a list of neighbours: numbers of the state, health, faith, origin and the like.

It warns, and no more: nothing is refused. The law calls these facts special (AVG, articles 9, 10 and 46), and a list
gets lost. What helps a coordinator at work may stay: what a neighbour speaks ("Turks"), cooks ("Poolse soep"), where
something is ("in de kerk"). The words are in `sensitive_words.py`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from buurtapp.core.i18n import N_, Text, text
from buurtapp.core.text import fold
from buurtapp.features.people.rules import sensitive_words as words

Kind = Literal["bsn", "document", "account", "health", "faith", "origin", "politics", "sexuality", "crime"]

_WHAT: Mapping[Kind, Text] = {
    "bsn": text(
        N_(
            "Better not write this down. It looks like a citizen service number (BSN). Whoever finds it can pretend to"
            " be this neighbour, and a group never needs it."
        )
    ),
    "document": text(
        N_(
            "Better not write this down. It looks like a passport or an identity card. Whoever finds it can pretend to"
            " be this neighbour. Rather write “identity shown”."
        )
    ),
    "account": text(
        N_("Better not write this down. It looks like a bank account. Keep it with the treasurer, not in this list.")
    ),
    "health": text(
        N_(
            "Better not write this down. It looks like something about health, and a list can get lost. Rather write"
            " what you have to do: “help with the stairs”."
        )
    ),
    "faith": text(
        N_(
            "Better not write this down. It looks like somebody’s faith, and a list can get lost. Rather write what"
            " you have to heed: “no meat”, “not on Friday afternoon”."
        )
    ),
    "origin": text(
        N_(
            "Better not write this down. It looks like somebody’s origin, and a list can get lost. Rather write what"
            " you have to heed: “speaks Turkish”."
        )
    ),
    "politics": text(
        N_(
            "Better not write this down. It looks like politics or a trade union, and a list can get lost. Rather write"
            " what somebody likes to do here."
        )
    ),
    "sexuality": text(
        N_(
            "Better not write this down. It looks like somebody’s love life, and a list can get lost. For your work you"
            " do not need it."
        )
    ),
    "crime": text(
        N_(
            "Better not write this down. It looks like an offence or a suspicion, and that may follow somebody for"
            " years. Rather write what you agreed."
        )
    ),
}

_BSN = re.compile(r"(?<![\d+])(?<!\d[ .\-/])(\d{8,9}|\d{4}[. ]\d{2}[. ]\d{3}|\d{2,3}([. -])\d{3}\2\d{3})(?![ .\-/]?\d)")
_NAMED_BSN = re.compile(
    r"\b(?:bsn|burgerservice\w*|sofi\w*|citizen service number)\W*(?:\w+\W+){0,2}\d[\d. ]{6,}", re.IGNORECASE
)
_DAY = re.compile(
    r"(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])|(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(?:19|20)\d\d"
)
_BEFORE_OTHER_NUMBERS = re.compile(
    r"\b(?:kvk|rsin|tel|telefoon|phone|mobiel|factuur|order|bestelling)\w*\W*(?:nr|nummer|number)?\W*$", re.IGNORECASE
)
_DOCUMENT = re.compile(r"\b(?=[A-NP-Z0-9]*\d[A-NP-Z])[A-NP-Z]{2}[A-NP-Z0-9]{6}\d\b|\b[A-NP-Z]{2}\d{7}\b")
_IBAN = re.compile(r"\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Concern:
    """What a text seems to tell, and a sentence about it: the risk, and what to write instead."""

    kind: Kind
    text: Text


def concern(written: str) -> Concern | None:
    """Return what a text tells that is better not written down; None when nothing stands out."""
    kind = _kind_of(written)
    return Concern(kind, _WHAT[kind]) if kind is not None else None


def warning_of(*written: str) -> Text | None:
    """Return the sentence about the first of these texts that is better not written down; None when all are fine."""
    return next((found.text for one in written if (found := concern(one)) is not None), None)


def looks_private(label: str) -> bool:
    """Return whether a label tells something that is better not written down."""
    return concern(label) is not None


def is_bsn(written: str) -> bool:
    """Return whether figures pass the test of a citizen service number: 8 or 9 of them, weighed, divisible by 11."""
    figures = [int(char) for char in written if char.isdigit()]
    if len(figures) not in (8, 9) or len(set(figures)) == 1:
        return False
    figures = [0] * (9 - len(figures)) + figures
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    return sum(figure * weight for figure, weight in zip(figures, weights, strict=True)) % 11 == 0


def is_account(written: str) -> bool:
    """Return whether a text is a bank account by its check figures (ISO 13616: modulo 97)."""
    plain = written.replace(" ", "").upper()
    if not 15 <= len(plain) <= 34 or not plain.isascii() or not plain.isalnum():
        return False
    turned = plain[4:] + plain[:4]
    return int("".join(str(int(char, 36)) for char in turned)) % 97 == 1


def _kind_of(written: str) -> Kind | None:
    if _holds_bsn(written):
        return "bsn"
    if any(is_account(match[0]) for match in _IBAN.finditer(written)):
        return "account"
    folded = fold(written)
    if _DOCUMENT.search(written) or words.DOCUMENT.search(folded):
        return "document"
    for kind, known in words.KINDS.items():
        if known.found_in(folded):
            return kind  # type: ignore[return-value]
    return None


def _holds_bsn(written: str) -> bool:
    if _NAMED_BSN.search(written):
        return True
    for match in _BSN.finditer(written):
        figures = "".join(char for char in match[0] if char.isdigit())
        if (
            is_bsn(figures)
            and not _DAY.fullmatch(figures)
            and not _BEFORE_OTHER_NUMBERS.search(written[: match.start()])
        ):
            return True
    return False
