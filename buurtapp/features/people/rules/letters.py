"""The words of a letter: which fields it may hold, what comes in their place, and what is not right yet."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from buurtapp.core.errors import DraftInvalid, DraftProblem
from buurtapp.core.i18n import N_, Text, _, language, text
from buurtapp.core.text import fold
from buurtapp.features.people.papers import Addressee

Field = Literal["salutation", "street", "name"]
FIELDS: tuple[Field, ...] = ("salutation", "street", "name")
_DUTCH: dict[str, Field] = {"aanhef": "salutation", "straat": "street", "naam": "name"}
"""What the fields are called in a Dutch letter; the English words always do."""

_FIELD = re.compile(r"\{([^{}\n]*)\}")
_BLANK = re.compile(r"\[([^\W\d_][^\[\]\n]{0,60})\]")


@dataclass(frozen=True, slots=True)
class FieldValues:
    """What comes in the place of each field in one letter; empty where it is not known."""

    salutation: str
    street: str
    name: str


def field_names() -> tuple[str, ...]:
    """Return the fields as they are written in a letter, in the present language: "{aanhef}"."""
    names = _DUTCH if language() == "nl" else FIELDS
    return tuple(f"{{{name}}}" for name in names)


def values_of(addressee: Addressee) -> FieldValues:
    """Return what the fields are in the letter to somebody."""
    door = addressee.door
    nameless = not addressee.people or addressee.lines[:1] == (_("To the residents of"),)
    if nameless and door.line:
        name = _("the residents of {address}").format(address=door.line)
    else:
        at_door = fold(door.line)
        named = []
        for line in addressee.lines:
            if at_door and fold(line) == at_door:
                break
            named.append(line)
        name = ", ".join(named if len(named) < len(addressee.lines) else addressee.lines[:1])
    return FieldValues(addressee.salutation, door.street, name)


def filled(written: str, values: FieldValues) -> str:
    """Return a text with its fields filled in; what is no field stays, and what is filled in is not looked at again."""

    def value(match: re.Match[str]) -> str:
        field = _field(match[1])
        return match[0] if field is None else str(getattr(values, field))

    return _FIELD.sub(value, written)


def fields_in(written: str) -> frozenset[Field]:
    """Return which fields a text holds."""
    return frozenset(field for match in _FIELD.finditer(written) if (field := _field(match[1])) is not None)


def unknown_fields(written: str) -> tuple[str, ...]:
    """Return what stands between braces in a text and is no field of ours, each once."""
    names = [match[0] for match in _FIELD.finditer(written) if _field(match[1]) is None]
    return tuple(dict.fromkeys(names))


def blanks_in(written: str) -> tuple[str, ...]:
    """Return what still has to be filled in by hand, such as "day" for "[day]", each once."""
    return tuple(dict.fromkeys(match[1] for match in _BLANK.finditer(written)))


def with_blanks(written: str, values: dict[str, str]) -> str:
    """Return a text with blanks such as "[day]" filled in; blanks without a value stay."""
    known = {fold(name): value for name, value in values.items()}
    return _BLANK.sub(lambda match: known.get(fold(match[1]), match[0]), written)


def problems(subject: str, body: str) -> tuple[DraftProblem, ...]:
    """Return what keeps a letter from being printed: nothing written, or a field that we do not know."""
    found = []
    if not body.strip():
        found.append(DraftProblem("body", text(N_("The letter is still empty. Write what you want to say."))))
    for place, written in (("subject", subject), ("body", body)):
        found += [DraftProblem(place, _unknown(field)) for field in unknown_fields(written)[:1]]
    return tuple(found)


def check(subject: str, body: str) -> None:
    """Raise DraftInvalid when a letter cannot be printed like this."""
    found = problems(subject, body)
    if found:
        raise DraftInvalid(found)


def paragraphs(body: str) -> list[str]:
    """Return the paragraphs of a text: a blank line begins a new one; a single line break stays inside it."""
    lines = [line.strip(" \t") for line in re.split("\r\n|[\n\r\v\f\x85\u2028\u2029]", body)]
    joined: list[list[str]] = [[]]
    for line in lines:
        if line:
            joined[-1].append(line)
        elif joined[-1]:
            joined.append([])
    return ["\n".join(part) for part in joined if part]


def without_value(written: str, everybody: Iterable[Addressee]) -> list[str]:
    """Return for whom a field of the text stays empty, by their first address line."""
    used = fields_in(written)
    empty = []
    for addressee in everybody if used else ():
        values = values_of(addressee)
        if any(not getattr(values, field).strip() for field in used):
            empty.append(next(iter(addressee.lines), ""))
    return empty


def _field(name: str) -> Field | None:
    folded = fold(name)
    if folded in FIELDS:
        return folded
    return _DUTCH.get(folded)


def _unknown(field: str) -> Text:
    return text(
        N_("We do not know the field {field}. You can use: {known}."), field=field, known=", ".join(field_names())
    )
