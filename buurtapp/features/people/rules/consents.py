"""How it stands with what people said yes or no to, worked out from the log of their answers.

The rules. The last answer counts, by the day it was given; of two on one day the one entered last. Asking again takes
no answer away. "Not asked" puts a mistake right: it strikes out what was entered before it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from buurtapp.features.people.names_and_consents import PURPOSES, ConsentEntry, ConsentState, Purpose


def states(log: Iterable[ConsentEntry]) -> tuple[ConsentState, ...]:
    """Return how it stands with each purpose that is in the log, in the order of the screens."""
    by_purpose: defaultdict[str, list[ConsentEntry]] = defaultdict(list)
    for entry in log:
        by_purpose[entry.purpose].append(entry)
    return tuple(_state(purpose, by_purpose[purpose]) for purpose in PURPOSES if by_purpose[purpose])


def _state(purpose: Purpose, log: Sequence[ConsentEntry]) -> ConsentState:
    entry, asked_on = counting(log), last_asked(log)
    if entry is None:
        return ConsentState(purpose)
    on_day = entry.on_day if entry.state != "asked" else None
    return ConsentState(
        purpose,
        entry.state,
        on_day,
        asked_on,
        entry.how,
        entry.form_number,
        entry.text_version,
        entry.entered_by,
    )


def counting(log: Sequence[ConsentEntry]) -> ConsentEntry | None:
    """Return the line that counts now, of the log of one purpose; None when they were not asked."""
    standing = _standing(log)
    answers = [entry for entry in standing if entry.state != "asked"]
    return max(answers or standing, key=_age, default=None)


def last_asked(log: Sequence[ConsentEntry]) -> date | None:
    """Return the last day somebody was asked or answered, of the log of one purpose."""
    return max((entry.on_day for entry in _standing(log)), default=None)


def _standing(log: Sequence[ConsentEntry]) -> list[ConsentEntry]:
    """Return what was entered after the last line that strikes out."""
    struck = max((entry.id for entry in log if entry.state == "not_asked"), default=0)
    return [entry for entry in log if entry.id > struck]


def _age(entry: ConsentEntry) -> tuple[date, int]:
    return entry.on_day, entry.id


def newest(first: ConsentEntry | None, second: ConsentEntry | None) -> ConsentEntry | None:
    """Return which of two lines counts when they turn out to be of one person: an answer before a question."""
    both = [entry for entry in (first, second) if entry is not None]
    answers = [entry for entry in both if entry.state != "asked"]
    return max(answers or both, key=_age, default=None)


def state_of(consents: Iterable[ConsentState], purpose: Purpose) -> ConsentState:
    """Return how it stands with a purpose, "not_asked" when nothing is known."""
    return next((one for one in consents if one.purpose == purpose), ConsentState(purpose))


def is_given(consents: Iterable[ConsentState], purpose: Purpose) -> bool:
    """Return whether somebody said yes, and did not take it back."""
    return state_of(consents, purpose).state == "given"


def is_withdrawn(consents: Iterable[ConsentState], purpose: Purpose) -> bool:
    """Return whether somebody said no."""
    return state_of(consents, purpose).state == "withdrawn"


def asked_on(consents: Iterable[ConsentState]) -> date | None:
    """Return the last day somebody was asked about anything; None when they never were."""
    return max((one.asked_on for one in consents if one.asked_on is not None), default=None)
