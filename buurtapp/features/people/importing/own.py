"""Reading a list that Buurtapp wrote itself: every cell as it stands, nothing tidied, so that everybody comes back.

What looks like a slip in somebody's list is a name here: "x", "=1+1", "Totaal". Such a list is known by its headings.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import cache

from buurtapp.core.i18n import LANGUAGES, use_language
from buurtapp.exchange.table import Line
from buurtapp.features.people import exchange
from buurtapp.features.people.importing import details, headings
from buurtapp.features.people.importing.records import Choice, Details, ReadConsent, ReadPerson, ReadRow
from buurtapp.features.people.names_and_consents import Name
from buurtapp.features.people.records import Door
from buurtapp.features.people.rules.doors import nice_addition, parse_house
from buurtapp.features.people.rules.languages import code_of
from buurtapp.features.people.rules.names import gender_of
from buurtapp.features.people.rules.reach import one_phone
from buurtapp.features.people.rules.relations import relation_of

_MUST_HAVE = 19
"""So many of our headings make a list ours: names, door, how to reach them, and their wishes."""

_NAMED = frozenset({"given name", "initials", "infix", "infix + family name", "contact preference", *headings.CONSENTS})


@cache
def _ours() -> tuple[frozenset[str], ...]:
    found = []
    for code in LANGUAGES:
        with use_language(code):
            found.append(frozenset(exchange.headings()))
    return tuple(found)


def has_our_headings(found: Sequence[str]) -> bool:
    """Return whether a list has the headings of our own export, in whatever language; columns may have been added."""
    return len(found) >= _MUST_HAVE and any(len(ours.intersection(found)) >= _MUST_HAVE for ours in _ours())


def is_own(choice: Choice) -> bool:
    """Return whether a list is our own, and nobody chose that its columns mean something else."""
    return has_our_headings(choice.headings) and set(choice.meanings) >= _NAMED


def read_own_row(line: Line, choice: Choice) -> ReadRow | None:
    """Return the person of a row; a row without a name is nobody."""
    said: dict[str, list[str]] = {}
    for column, meaning in enumerate(choice.meanings):
        value = line.cell(column).strip()
        if value:
            said.setdefault(meaning, []).append(value)

    def one(meaning: str) -> str:
        return next(iter(said.get(meaning, ())), "")

    title = one("title")
    kind = "household" if gender_of(title) == "household" and not (one("given name") or one("initials")) else "person"
    family = one("infix + family name") or one("family name")
    name = Name(title, one("given name"), one("initials"), one("infix"), family, kind)  # type: ignore[arg-type]
    if not (name.family or name.given or name.initials):
        return None
    house = parse_house(one("number")) if one("number") else None
    street, addition = one("street"), nice_addition(one("addition"))
    door = Door(postcode=one("postcode"), place=one("place"))
    if house and street:
        door = Door(street, house[0], addition, door.postcode, door.place)
    person = ReadPerson(
        name,
        tuple(dict.fromkeys(one_phone(value) or value for value in _split(said.get("phone", []), ", "))),
        tuple(dict.fromkeys(value.lower() for value in _split(said.get("email", []), ", "))),
        tuple(_marked(said, "label")),
        "\n".join([*said.get("note", []), *_others(line, choice)]),
        _details(said, one),
    )
    bell, sticker = details.yes_or_no(one("no bell")) is True, details.sticker(one("sticker")) or ""
    return ReadRow(line.number, (person,), door, no_bell=bell, sticker=sticker)


def _split(values: list[str], mark: str) -> list[str]:
    return [part.strip() for value in values for part in value.split(mark) if part.strip()]


def _marked(said: dict[str, list[str]], meaning: str) -> list[str]:
    return _split(said.get(meaning, []), exchange.LABEL_MARK.strip())


def _others(line: Line, choice: Choice) -> list[str]:
    """Return what stands in columns somebody added."""
    pairs = zip(choice.headings, choice.meanings, strict=True)
    return [
        f"{heading}: {value}"
        for at, (heading, meaning) in enumerate(pairs)
        if meaning == headings.OTHER and (value := line.cell(at).strip())
    ]


def _details(said: dict[str, list[str]], one: Callable[[str], str]) -> Details:
    return Details(
        details.contact_preference(one("contact preference")) or "",
        one("best time"),
        details.yes_or_no(one("do not approach")) is True,
        tuple(dict.fromkeys(code_of(word) for word in _marked(said, "languages"))),
        tuple(_marked(said, "skills")),
        tuple(_marked(said, "roles")),
        relation_of(one("relation")),
        details.year_in(one("year of birth")),
        _day(one(headings.SINCE)),
        _day(one(headings.UNTIL)),
        tuple(_consents(one)),
    )


def _day(written: str) -> date | None:
    return details.whole_day(written) if written else None


def _consents(one: Callable[[str], str]) -> list[ReadConsent]:
    found = []
    for meaning, purpose in headings.CONSENTS.items():
        answer = details.consent(purpose, one(meaning), one(f"day of consent: {purpose}"))
        if answer is not None and answer.state != "not_asked":
            found.append(answer)
    return found
