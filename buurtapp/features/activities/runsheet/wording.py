"""How jobs are told on screens and paper: when they are, and who does them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime

from buurtapp.core.i18n import N_, Text, language, p_, plural_text, text
from buurtapp.features.activities.runsheet import rules
from buurtapp.features.activities.runsheet import when as times
from buurtapp.features.activities.runsheet.records import Helper, JobRow, When

PHASE_WORDS: Mapping[str, Text] = {
    "before": text(N_("Beforehand")),
    "day": text(N_("On the day")),
    "after": text(N_("After it")),
}


def clock(moment: datetime) -> str:
    """Return a wall-clock time: 14.05 in Dutch, 14:05 in English."""
    # Translators: how the time of day is written: HH hours, mm minutes
    pattern = p_("time of day", "HH:mm").replace("HH", "%H").replace("mm", "%M")
    return moment.strftime(pattern)


def day_words(day: date, pattern: str = "EEE d MMM") -> str:
    """Return a day in short: "do 15 okt"."""
    from babel.dates import format_date  # noqa: PLC0415 - loads its tables at first use

    return str(format_date(day, pattern, locale="en_GB" if language() == "en" else language())).replace(".", "")


def short_when(when: When, starts_at: datetime) -> str:
    """Return when it is as on the run sheet: "wo 11.00" on the day, else "do 15 okt"."""
    moment = when.at(starts_at)
    if moment is None:
        return day_words(when.on(starts_at))
    return f"{day_words(moment.date(), 'EEE')} {clock(moment)}"


def typed_when(when: When, starts_at: datetime) -> str:
    """Return when it is as it would be typed: "3 weken vooraf", "11.00", "do 00.30"; read back the same."""
    moment = when.at(starts_at)
    if moment is None:
        return times.told(when).render()
    if times.parse(clock(moment), starts_at) == when:
        return clock(moment)
    return f"{day_words(moment.date(), 'EEE')} {clock(moment)}"


def who_words(row: JobRow, names: Mapping[int, str]) -> str:
    """Return who does a job: "Joost, Sjaan", "iedereen"; "" when nobody does."""
    people: list[Helper] = [*([row.owner] if row.owner is not None else []), *row.helpers]
    return ", ".join([*(names.get(one.person_id, one.name) for one in people), *_others(row)])


def _others(row: JobRow) -> Sequence[str]:
    return [row.draft.who.strip()] if row.draft.who.strip() else []


def wanted_words(row: JobRow) -> Text | None:
    """Return how many people a job still takes; None when it has enough."""
    if not row.still_wanted or row.has_nobody:
        return None
    return plural_text("{count} more wanted", "{count} more wanted", row.still_wanted)


def done_words(rows: Iterable[JobRow]) -> Text:
    """Return how far some jobs are: "5 of 6 done"."""
    done, total = rules.counted(rows)
    return text(N_("{done} of {total} done"), done=done, total=total)
