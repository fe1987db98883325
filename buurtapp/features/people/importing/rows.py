"""Taking one row into people and a door. Whatever is not understood goes readable into a note, and is listed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from buurtapp.core.text import fold
from buurtapp.exchange.table import Line
from buurtapp.features.people.importing import details, headings
from buurtapp.features.people.importing.records import Choice, Details, Problem, ReadConsent, ReadPerson, ReadRow
from buurtapp.features.people.records import Door, Name
from buurtapp.features.people.rules import doors, names, reach
from buurtapp.features.people.rules.languages import languages_in
from buurtapp.features.people.rules.relations import relation_of

_NOTHING = frozenset({"", "-", "--", "—", "–", "x", "nvt", "n v t", "onbekend", "geen"})
_MARKERS = re.compile(r"\s*:::\s*")
_ABOUT = frozenset(
    {"contact preference", "best time", "do not approach", "languages", "skills", "roles", "relation", "birthday"}
    | {"year of birth", headings.SINCE, headings.UNTIL, *headings.CONSENTS}
)
_LONGEST_WORD = 100
"""Letters of a skill, role or language: what is longer is a remark."""
_AT_THE_DOOR = frozenset({"no bell", "sticker"})
_NOTHING_MORE = Details()
T = TypeVar("T")


@dataclass(slots=True)
class _Cells:
    """The cells of one row by meaning, and what comes of them on the way."""

    line: Line
    choice: Choice
    problems: list[Problem]
    notes: list[str] = field(default_factory=list)

    def first(self, meaning: str) -> str:
        """Return the first filled cell of this meaning."""
        return next((value for _, value in self.of(meaning)), "")

    def of(self, *meanings: str) -> list[tuple[str, str]]:
        """Return (heading, text) of the filled cells of these meanings."""
        found = []
        for column, meaning in enumerate(self.choice.meanings):
            if meaning in meanings:
                value = self.line.cell(column)
                if not is_nothing(value):
                    found.append((self.choice.headings[column], value.strip()))
        return found

    def raw(self, meaning: str) -> list[tuple[str, str]]:
        """Return as `of` does, of columns where "x" and "geen" say something; "-" alone is still nothing."""
        cells = ((at, self.line.cell(at).strip()) for at, one in enumerate(self.choice.meanings) if one == meaning)
        return [(self.choice.headings[at], value) for at, value in cells if value.strip("-–—. ")]

    def heading(self, *meanings: str) -> str:
        """Return the heading of the first column of these meanings."""
        for meaning in meanings:
            if meaning in self.choice.meanings:
                return self.choice.headings[self.choice.meanings.index(meaning)]
        return self.choice.headings[0] if self.choice.headings else ""

    def problem(self, heading: str, kind: str, text: str) -> None:
        """List a cell, and keep its text in the note."""
        self.problems.append(Problem(self.line.number, heading, kind, text))


def is_nothing(value: str) -> bool:
    """Return whether a cell says nothing: empty, or a sign for that."""
    stripped, letters = value.strip(), fold(value)
    if not stripped or not letters:
        return len(stripped) < 9 and not any(char.isalnum() for char in stripped)
    # "x", "(leeg)" and "n.v.t." say nothing; "../../x" is what somebody wrote.
    return len(stripped) < 9 and letters in _NOTHING and len(stripped) <= len(letters) + 2 and not stripped.isdigit()


def read_row(
    line: Line, choice: Choice, street_above: str, known_streets: frozenset[str]
) -> tuple[ReadRow | None, list[Problem]]:
    """Return what a row says, and what of it could not be understood; no row when it says nothing."""
    cells = _Cells(line, choice, [])
    door = _door(cells, street_above, known_streets)
    people = _names(cells)
    phones, emails = _phones(cells), _emails(cells)
    labels = _labels(cells)
    own_notes = [
        cells.line.cell(at).strip("\n")
        for at, meaning in enumerate(choice.meanings)
        if meaning == "note" and not is_nothing(line.cell(at))
    ]
    _other(cells, people)
    more = _details(cells)
    found = _about_the_door(cells, ReadRow(line.number, (), door, member=cells.first(headings.MEMBER)))
    organisation = _organisation(cells, people)
    note = "\n".join([*dict.fromkeys(own_notes), *dict.fromkeys(cells.notes)])
    if people:
        first = ReadPerson(people[0], tuple(phones), tuple(emails), tuple(labels), note, more)
        # What holds for a door or would hurt is taken for all; a yes, a language or a year is of one.
        also = Details(do_not_approach=more.do_not_approach, relation=more.relation)
        also = replace(also, consents=tuple(one for one in more.consents if one.state == "withdrawn"))
        others = (ReadPerson(name, tuple(phones), (), tuple(labels), "", also) for name in people[1:])
        return replace(found, people=(first, *others)), cells.problems
    if door.street and door.number:
        return replace(
            found, note="\n".join(part for part in (organisation, note, *phones, *emails) if part)
        ), cells.problems
    if organisation or phones or emails or note or cells.problems:
        if not organisation:
            cells.problem(cells.heading("full name", "given name", "infix + family name"), "name_missing", "")
        loose = ", ".join(part for part in (organisation, *phones, *emails, note) if part)
        return replace(found, loose=loose), cells.problems
    return None, []


def _labels(cells: _Cells) -> list[str]:
    found = (label for _, value in cells.of("label") for label in _MARKERS.split(value))
    return [label for label in found if label and not label.startswith("*")]


def _door(cells: _Cells, street_above: str, known_streets: frozenset[str]) -> Door:
    door = _street_and_number(cells, street_above, known_streets)
    for heading, value in cells.of("postcode", "postcode + place"):
        parsed = doors.parse_postcode(value)
        if parsed.problem:
            cells.problem(heading, parsed.problem, value)
            cells.notes.append(f"{heading}: {value}")
        door = replace(door, postcode=parsed.postcode or door.postcode, place=parsed.place or door.place)
    for _, value in cells.of("place"):
        door = replace(door, place=doors.nice_place(value))
    return door


def _street_and_number(cells: _Cells, street_above: str, known_streets: frozenset[str]) -> Door:
    street = cells.first("street")
    if street or cells.of("number", "number + addition"):
        return _from_columns(cells, street or street_above, known_streets)
    for heading, value in cells.of("street + number + addition", "street + number + addition (spare)"):
        house = doors.parse_house(value)
        if house and street_above:
            return Door(street_above, *house)
        parsed = doors.parse_address(value, known_streets)
        if parsed.problem:
            cells.problem(heading, parsed.problem, value)
            cells.notes.append(f"{heading}: {' '.join(value.split())}")
        return _with_addition(cells, parsed.door)
    return Door()


def _from_columns(cells: _Cells, street: str, known_streets: frozenset[str]) -> Door:
    heading, written = next(iter(cells.of("number", "number + addition")), ("", ""))
    house = doors.parse_house(written)
    if house and street:
        return _with_addition(cells, Door(doors.nice_street(street), *house))
    if not written:
        parsed = doors.parse_address(street, known_streets)
        if not parsed.problem:
            return _with_addition(cells, parsed.door)
        heading, kind = cells.heading("street"), "address_no_number"
    else:
        kind = "address_unreadable" if street else "street_missing"
    text = f"{street} {written}".strip()
    cells.problem(heading, kind, text)
    cells.notes.append(f"{heading}: {text}")
    return Door()


def _with_addition(cells: _Cells, door: Door) -> Door:
    if not door.number:
        return door
    more = [doors.nice_addition(value) for _, value in cells.of("addition")]
    return replace(door, addition=" ".join(part for part in (door.addition, *more) if part))


def _names(cells: _Cells) -> list[Name]:
    given, family = cells.first("given name"), cells.first("infix + family name") or cells.first("family name")
    initials, middle = cells.first("initials"), cells.first("given name or infix")
    infix, title = cells.first("infix"), cells.first("title")
    full = cells.first("full name")
    if not (given or family or initials or middle) or (full and not family and not given):
        parsed = names.parse_people(full)
        if parsed.left_over:
            cells.notes.append(parsed.left_over)
        return [_with_columns(name, title, initials) for name in parsed.names]
    if middle:
        if names.is_infix(middle):
            infix = infix or middle
        else:
            given = f"{given} {middle}".strip()
    return _from_parts(title, given, initials, infix, family)


def _with_columns(name: Name, title: str, initials: str) -> Name:
    return replace(
        name, title=name.title or title, initials=name.initials or (names.nice_initials(initials) if initials else "")
    )


def _from_parts(title: str, given: str, initials: str, infix: str, family: str) -> list[Name]:
    """Return the people of separate columns; "Henk & Ria" in one cell are two of one family."""
    if not family:
        parsed = names.parse_people(f"{given} {infix}" if infix and infix.casefold() not in given.casefold() else given)
        if parsed.names:
            return [_with_columns(name, title, initials) for name in parsed.names]
        return [Name(title=title, initials=names.nice_initials(initials), infix=infix)] if initials else []
    shown = names.parse_people(family)
    last = shown.names[0] if shown.names else Name(family=family)
    if last.kind == "household" and not given:
        return [last]
    inner = names.split_infix(family) if not infix else (infix, family)
    if "," in family and last.infix:
        inner = (last.infix, last.family)
    spoken = names.parse_people(given).names if given and len(given.split()) > 1 else ()
    firsts = [name.given or name.family for name in spoken] if len(spoken) > 1 else [given]
    made = []
    for first in firsts:
        only_initials = bool(first) and names.is_initials(first) and not initials
        letters = names.nice_initials(first if only_initials else initials) if (initials or only_initials) else ""
        made.append(Name(title, "" if only_initials else _nice(first), letters, _small(inner[0]), _nice(inner[1])))
    return made


def _nice(written: str) -> str:
    text = " ".join(written.split())
    if len(text) > 3 and text.isupper() and all(char.isalpha() or char in " '’.-" for char in text):
        return " ".join(names.nice_word(word) for word in text.split())
    return text[:1].upper() + text[1:] if text.islower() and text.isalpha() else text


def _small(infix: str) -> str:
    return infix.lower() if infix.isupper() else infix


def _phones(cells: _Cells) -> list[str]:
    found: list[str] = []
    for heading, value in cells.of("phone"):
        parsed = reach.parse_phones(value)
        found += [number for number in parsed.values if number not in found]
        if not parsed.values:
            cells.problem(heading, "phone_unreadable", value)
        if not parsed.values or parsed.left_over:
            cells.notes.append(f"{heading}: {' '.join(value.split())}")
    return found


def _emails(cells: _Cells) -> list[str]:
    found: list[str] = []
    for heading, value in cells.of("email"):
        parsed = reach.parse_emails(value)
        found += [address for address in parsed.values if address not in found]
        if not parsed.values or parsed.left_over:
            cells.problem(heading, "email_invalid", value)
            cells.notes.append(f"{heading}: {' '.join(value.split())}")
    return found


def _details(cells: _Cells) -> Details:
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


def _one_of(cells: _Cells, meaning: str, read: Callable[[str], T | None]) -> T | None:
    found: T | None = None
    for heading, value in cells.of(meaning):
        said = read(value)
        if said is None or found is not None:
            cells.notes.append(f"{heading}: {value}")
        else:
            found = said
    return found


def _all_of(cells: _Cells, meaning: str, read: Callable[[str], tuple[str, ...]]) -> tuple[str, ...]:
    """Return the words of these columns; a whole sentence is no word, and goes into the note."""
    found: dict[str, None] = {}
    for heading, value in cells.of(meaning):
        words = read(value)
        if any(len(word) > _LONGEST_WORD for word in words):
            cells.notes.append(f"{heading}: {value}")
        else:
            found |= dict.fromkeys(words)
    return tuple(found)


def _asks_not_to(cells: _Cells) -> bool:
    """Return whether they are to be left alone. Words that are no plain no are taken for a yes, and kept."""
    asked = False
    for heading, value in cells.raw("do not approach"):
        said = details.yes_or_no(value)
        asked = asked or said is not False
        if said is None:
            cells.notes.append(f"{heading}: {value}")
    return asked


def _birth_year(cells: _Cells) -> int | None:
    """Return the year somebody was born in: all we keep of a birthday. The rest is left out, and listed."""
    for heading, value in cells.of("birthday"):
        cells.problem(heading, "birthday_left_out", value)
    year = _one_of(cells, "year of birth", details.year_in)
    return year or next((year for _, value in cells.of("birthday") if (year := details.year_in(value))), None)


def _consents(cells: _Cells) -> Iterator[ReadConsent]:
    for meaning, purpose in headings.CONSENTS.items():
        day = cells.first(f"day of consent: {purpose}")
        for heading, value in cells.raw(meaning):
            said = details.consent(purpose, value, day)
            if said is None:
                cells.notes.append(f"{heading}: {value}")
            elif said.state != "not_asked":
                yield said


def _about_the_door(cells: _Cells, found: ReadRow) -> ReadRow:
    if not _AT_THE_DOOR.intersection(cells.choice.meanings):
        return found
    no_bell = any(details.yes_or_no(value) for _, value in cells.raw("no bell"))
    return replace(found, no_bell=no_bell, sticker=_one_of(cells, "sticker", details.sticker) or "")


def _other(cells: _Cells, people: Sequence[Name]) -> None:
    """Keep what other columns say, unless the name says it already."""
    said = " ".join(fold(name.spoken) for name in people)
    for heading, value in cells.of(headings.OTHER):
        if fold(value) and f" {fold(value)} " in f" {said} ":
            continue
        cells.notes.append(f"{heading}: {value}")


def _organisation(cells: _Cells, people: Sequence[Name]) -> str:
    """Return the organisation of a row without a person, and list it."""
    kind = cells.first("kind of card").casefold()
    organisation = cells.first("organisation")
    if people and not organisation:
        return ""
    if people:
        if fold(organisation) not in {fold(name.spoken) for name in people}:
            cells.notes.append(organisation)
        return ""
    if organisation:
        cells.problem(
            cells.heading("kind of card") if kind in {"org", "organization"} else cells.heading("organisation"),
            "organisation_only",
            organisation,
        )
    return organisation


def is_organisation_card(line: Line, choice: Choice) -> bool:
    """Return whether a contact says of itself that it is an organisation."""
    at = choice.meanings.index("kind of card") if "kind of card" in choice.meanings else None
    return at is not None and line.cell(at).strip().casefold() in {"org", "organization"}
