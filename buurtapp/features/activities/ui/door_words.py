"""What is said at the door: of somebody in a list, in the history, and which letters of a name were typed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from buurtapp.core.clock import local
from buurtapp.core.i18n import N_, Text, language, plural_text, text
from buurtapp.core.text import fold
from buurtapp.features.activities.records import DoorRow
from buurtapp.uikit.words import Words, clock_time, one_line

_MOST_NAMED = 4
_LONGEST_TAG = 28


def here_label(name: str) -> Text:
    """Return what the history says when somebody was noted as present."""
    return text(N_("Present: {name}"), name=one_line(name))


def not_here_label(name: str) -> Text:
    """Return what the history says when somebody turned out not to be there."""
    return text(N_("Not present: {name}"), name=one_line(name))


def counted_label(title: str) -> Text:
    """Return what the history says of guests and children that were counted."""
    return text(N_("Guests and children counted: {title}"), title=one_line(title))


def about(row: DoorRow) -> Words:
    """Return what tells a person from others: address, whether they signed up, whether they are in already."""
    address = row.person.door.line if row.person is not None else ""
    said = _inside(row) if row.present else _expected(row)
    return text(N_("{address}, {what}"), address=address, what=said) if address else said


def _inside(row: DoorRow) -> Text:
    if row.arrived_at is None:
        return text(N_("already inside"))
    return text(N_("already inside, {time}"), time=clock_time(local(row.arrived_at)))


def _expected(row: DoorRow) -> Text:
    if row.waiting:
        return text(N_("on the waiting list"))
    if not row.signed_up:
        return text(N_("not signed up"))
    if row.lift:
        return text(N_("signed up, to be fetched"))
    return text(N_("signed up, first time")) if row.first_time else text(N_("signed up"))


def when_inside(row: DoorRow) -> str:
    """Return the time somebody came in, as far as it was noted, or that they are not there yet."""
    if not row.present:
        return text(N_("not yet")).render()
    return clock_time(local(row.arrived_at)) if row.arrived_at is not None else text(N_("inside")).render()


def tags_of(row: DoorRow) -> list[str]:
    """Return the labels beside a name in the list of everybody."""
    found = [text(N_("to be fetched")).render()] if row.lift else []
    if row.first_time and row.person is not None:
        found.append(text(N_("first time")).render())
    if row.waiting:
        found.append(text(N_("on the waiting list")).render())
    elif not row.signed_up:
        found.append(text(N_("not signed up")).render())
    if row.brings.strip():
        found.append(text(N_("brings {what}"), what=_short(row.brings)).render())
    if row.note.strip():
        found.append(_short(row.note))
    return found


def _short(words: str) -> str:
    """Return words for a label: on one line, and not longer than a label can be."""
    whole = one_line(words)
    return whole if len(whole) <= _LONGEST_TAG else f"{whole[: _LONGEST_TAG - 1]}…"


def first_time_words(rows: Sequence[DoorRow]) -> Text | None:
    """Return who comes for the first time, by first name when they are few; None when there is nobody."""
    new = [row for row in rows if row.first_time and row.person is not None]
    if not new:
        return None
    if len(new) > _MOST_NAMED:
        return plural_text(
            "{count} person is here for the first time. Give them a place beside somebody they know a little.",
            "{count} people are here for the first time. Give them a place beside somebody they know a little.",
            len(new),
        )
    names = _listed([one_line(row.person.name.given or row.name)[:40] for row in new if row.person is not None])
    return plural_text(
        "{count} person is here for the first time: {names}. Give them a place beside somebody they know a little.",
        "{count} people are here for the first time: {names}. Give them a place beside somebody they know a little.",
        len(new),
        names=names,
    )


def _listed(names: list[str]) -> str:
    from babel.lists import format_list  # noqa: PLC0415 - loads its tables at first use

    return str(format_list(names, locale=language()))


def twins(rows: Sequence[DoorRow]) -> set[int]:
    """Return the places of those who share their name with somebody else who can come in."""
    keys = [fold(row.name) or row.name.strip() for row in rows]
    often = Counter(key for key, row in zip(keys, rows, strict=True) if not row.present)
    return {at for at, (key, row) in enumerate(zip(keys, rows, strict=True)) if not row.present and often[key] > 1}


def lit(name: str, typed: str) -> list[tuple[int, int]]:
    """Return where the typed words stand in a name, as (first letter, how many); case and accents do not matter."""
    letters, places = _folded(name)
    found: list[tuple[int, int]] = []
    for word in sorted(set(fold(typed).split()), key=len, reverse=True):
        at = f" {letters}".find(f" {word}")
        at = at if at >= 0 else letters.find(word)
        if at >= 0:
            start, end = places[at], places[at + len(word) - 1] + 1
            if all(end <= first or start >= first + many for first, many in found):
                found.append((start, end - start))
    return sorted(found)


def _folded(name: str) -> tuple[str, list[int]]:
    """Return a name folded letter by letter, and for each folded letter its place in the name."""
    letters, places = "", []
    for at, sign in enumerate(name):
        made = fold(sign)
        if not made and (sign.isspace() or sign == "-") and not letters.endswith(" "):
            made = " "
        letters += made
        places += [at] * len(made)
    return letters, places
