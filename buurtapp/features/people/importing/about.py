"""What a row says of a person beside name, door and phone. What is not understood goes into the note."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TypeVar

from buurtapp.features.people.importing import details, headings
from buurtapp.features.people.importing.cells import Cells
from buurtapp.features.people.importing.records import Details, ReadConsent, ReadRow
from buurtapp.features.people.rules.languages import languages_in
from buurtapp.features.people.rules.relations import relation_of

_ABOUT = frozenset(
    {"contact preference", "best time", "do not approach", "languages", "skills", "roles", "relation", "birthday"}
    | {"year of birth", headings.SINCE, headings.UNTIL, *headings.CONSENTS}
)
_LONGEST_WORD = 100
"""Letters of a skill, role or language: what is longer is a remark."""
_AT_THE_DOOR = frozenset({"no bell", "sticker"})
_NOTHING_MORE = Details()
T = TypeVar("T")


def about_them(cells: Cells) -> Details:
    """Return what else the row says of somebody. What is not understood goes into the note with its heading."""
    if not _ABOUT.intersection(cells.choice.meanings):
        return _NOTHING_MORE
    since, until = (_one_of(cells, meaning, details.whole_day) for meaning in (headings.SINCE, headings.UNTIL))
    if since is not None and until is not None and until < since:
        cells.notes += [f"{heading}: {value}" for heading, value in cells.of(headings.UNTIL)]
        until = None
    return Details(
        _one_of(cells, "contact preference", details.contact_preference) or "",
        "\n".join(value for _, value in cells.of("best time")),
        _asks_not_to(cells),
        _all_of(cells, "languages", languages_in),
        _all_of(cells, "skills", details.words),
        _all_of(cells, "roles", details.words),
        _one_of(cells, "relation", relation_of),
        _birth_year(cells),
        since,
        until,
        tuple(_consents(cells)),
    )


def _one_of(cells: Cells, meaning: str, read: Callable[[str], T | None]) -> T | None:
    found: T | None = None
    for heading, value in cells.of(meaning):
        said = read(value)
        if said is None or found is not None:
            cells.notes.append(f"{heading}: {value}")
        else:
            found = said
    return found


def _all_of(cells: Cells, meaning: str, read: Callable[[str], tuple[str, ...]]) -> tuple[str, ...]:
    """Return the words of these columns; a whole sentence is no word, and goes into the note."""
    found: dict[str, None] = {}
    for heading, value in cells.of(meaning):
        words = read(value)
        if any(len(word) > _LONGEST_WORD for word in words):
            cells.notes.append(f"{heading}: {value}")
        else:
            found |= dict.fromkeys(words)
    return tuple(found)


def _asks_not_to(cells: Cells) -> bool:
    """Return whether they are to be left alone. Words that are no plain no are taken for a yes, and kept."""
    asked = False
    for heading, value in cells.raw("do not approach"):
        said = details.yes_or_no(value)
        asked = asked or said is not False
        if said is None:
            cells.notes.append(f"{heading}: {value}")
    return asked


def _birth_year(cells: Cells) -> int | None:
    """Return the year somebody was born in: all we keep of a birthday. The rest is left out, and listed."""
    for heading, value in cells.of("birthday"):
        cells.problem(heading, "birthday_left_out", value)
    year = _one_of(cells, "year of birth", details.year_in)
    return year or next((year for _, value in cells.of("birthday") if (year := details.year_in(value))), None)


def _consents(cells: Cells) -> Iterator[ReadConsent]:
    for meaning, purpose in headings.CONSENTS.items():
        day = cells.first(f"day of consent: {purpose}")
        for heading, value in cells.raw(meaning):
            said = details.consent(purpose, value, day)
            if said is None:
                cells.notes.append(f"{heading}: {value}")
            elif said.state != "not_asked":
                yield said


def about_the_door(cells: Cells, found: ReadRow) -> ReadRow:
    """Return the row with what it says of bell and letterbox."""
    if not _AT_THE_DOOR.intersection(cells.choice.meanings):
        return found
    no_bell = any(details.yes_or_no(value) for _, value in cells.raw("no bell"))
    return replace(found, no_bell=no_bell, sticker=_one_of(cells, "sticker", details.sticker) or "")
