"""Hours as people write them, and what is wrong with what was written down."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal

from buurtapp.core.errors import DraftInvalid, DraftProblem
from buurtapp.core.i18n import N_, language, text
from buurtapp.core.text import fold
from buurtapp.features.activities.afterwards.records import EvaluationDraft
from buurtapp.features.people.names_and_consents import Name

LONGEST_WORDS = 2000
MOST_HELPERS = 999
MOST_MINUTES = 60 * 9999
CALL_DAYS = 2
"""In so many days somebody who did not come is called: soon enough to be kind, not on the same evening."""
_BETWEEN = re.compile(r"\s*(?:[,;+&/]|\ben\b|\band\b)\s*", re.IGNORECASE)
_HOURS = re.compile(r"(\d{1,4})(?:[.,](\d{1,2}))?")


def problems(draft: EvaluationDraft) -> list[DraftProblem]:
    """Return what is wrong with what was written down, all at once."""
    found = [
        DraftProblem(name, text(N_("This is too long. Use at most {most} letters."), most=LONGEST_WORDS))
        for name in ("went_well", "next_time", "said")
        if len(getattr(draft, name)) > LONGEST_WORDS
    ]
    if draft.helpers is not None and not 0 <= draft.helpers <= MOST_HELPERS:
        found.append(
            DraftProblem("helpers", text(N_("Fill in a number from 0 to {most}."), most=MOST_HELPERS)),
        )
    if draft.helper_minutes is not None and not 0 <= draft.helper_minutes <= MOST_MINUTES:
        found.append(hours_problem())
    return found


def hours_problem() -> DraftProblem:
    """Return what is said of hours that cannot be read."""
    return DraftProblem("hours", text(N_("Fill in hours as a number, for instance 6.5.")))


def minutes_of(written: str) -> int | None:
    """Return the minutes in hours as they were written ("6,5", "6.5", "6,5 uur"); None for nothing.

    Raises DraftInvalid for anything else.
    """
    kept = re.sub(r"\s|uur|hours?|u$|h$", "", written.strip().lower())
    if not kept:
        return None
    found = _HOURS.fullmatch(kept)
    if found is None:
        raise DraftInvalid([hours_problem()])
    hours = Decimal(f"{found[1]}.{found[2] or 0}")
    return int((hours * 60).to_integral_value(ROUND_HALF_UP))


def hours_words(minutes: int | None) -> str:
    """Return minutes as hours the way they are written here: 390 is "6,5" in Dutch; "" for None."""
    if minutes is None:
        return ""
    hours = (Decimal(minutes) / 60).quantize(Decimal("0.01"), ROUND_HALF_UP)
    written = f"{hours:f}".rstrip("0").rstrip(".")
    return written if language() == "en" else written.replace(".", ",")


def called(name: Name) -> str:
    """Return what somebody is called on a card: the first name, else the whole."""
    return name.given.strip() if name.kind == "person" and name.given.strip() else name.spoken


def organisers(written: str, known: Iterable[Name]) -> list[str]:
    """Return the names in "Samira en Dirk-Jan" that are of none of the people known already."""
    taken = {fold(words) for name in known for words in (called(name), name.spoken)}
    found = [part.strip() for part in _BETWEEN.split(written) if part.strip()]
    return [name for name in dict.fromkeys(found) if fold(name) not in taken]
