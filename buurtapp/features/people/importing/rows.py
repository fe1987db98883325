"""Taking one row into people and a door. Whatever is not understood goes readable into a note, and is listed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from buurtapp.core.text import fold
from buurtapp.exchange.table import Line
from buurtapp.features.people.importing import headings
from buurtapp.features.people.importing.about import about_the_door, about_them
from buurtapp.features.people.importing.cells import Cells, is_nothing
from buurtapp.features.people.importing.records import Choice, Details, Problem, ReadPerson, ReadRow
from buurtapp.features.people.names_and_consents import Name
from buurtapp.features.people.records import Door
from buurtapp.features.people.rules import doors, names, reach

_MARKERS = re.compile(r"\s*:::\s*")


def read_row(
    line: Line, choice: Choice, street_above: str, known_streets: frozenset[str]
) -> tuple[ReadRow | None, list[Problem]]:
    """Return what a row says, and what of it could not be understood; no row when it says nothing."""
    cells = Cells(line, choice, [])
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
    more = about_them(cells)
    found = about_the_door(cells, ReadRow(line.number, (), door, member=cells.first(headings.MEMBER)))
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


def _labels(cells: Cells) -> list[str]:
    found = (label for _, value in cells.of("label") for label in _MARKERS.split(value))
    return [label for label in found if label and not label.startswith("*")]


def _door(cells: Cells, street_above: str, known_streets: frozenset[str]) -> Door:
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


def _street_and_number(cells: Cells, street_above: str, known_streets: frozenset[str]) -> Door:
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


def _from_columns(cells: Cells, street: str, known_streets: frozenset[str]) -> Door:
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


def _with_addition(cells: Cells, door: Door) -> Door:
    if not door.number:
        return door
    more = [doors.nice_addition(value) for _, value in cells.of("addition")]
    return replace(door, addition=" ".join(part for part in (door.addition, *more) if part))


def _names(cells: Cells) -> list[Name]:
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
        if given and not infix and len(given.split()) == 1:
            # A column of its own says that this is the first name, or the first letters of it.
            first = "" if names.is_initials(given) else _nice(given)
            letters = initials if first else initials or given
            return [Name(title, first, names.nice_initials(letters) if letters else "")]
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


def _phones(cells: Cells) -> list[str]:
    found: list[str] = []
    for heading, value in cells.of("phone"):
        parsed = reach.parse_phones(value)
        found += [number for number in parsed.values if number not in found]
        if not parsed.values:
            cells.problem(heading, "phone_unreadable", value)
        if not parsed.values or parsed.left_over:
            cells.notes.append(f"{heading}: {' '.join(value.split())}")
    return found


def _emails(cells: Cells) -> list[str]:
    found: list[str] = []
    for heading, value in cells.of("email"):
        parsed = reach.parse_emails(value)
        found += [address for address in parsed.values if address not in found]
        if not parsed.values or parsed.left_over:
            cells.problem(heading, "email_invalid", value)
            cells.notes.append(f"{heading}: {' '.join(value.split())}")
    return found


def _other(cells: Cells, people: Sequence[Name]) -> None:
    """Keep what other columns say, unless the name says it already."""
    said = " ".join(fold(name.spoken) for name in people)
    for heading, value in cells.of(headings.OTHER):
        if fold(value) and f" {fold(value)} " in f" {said} ":
            continue
        cells.notes.append(f"{heading}: {value}")


def _organisation(cells: Cells, people: Sequence[Name]) -> str:
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
