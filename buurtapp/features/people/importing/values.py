"""What a list says of somebody and what the group knows, in one form: {field: texts}. And fingerprints of that.

Fields are the words of the command line: "phone", "address", "year of birth", "consent: photo".
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import lru_cache
from hashlib import blake2b

from buurtapp.core.text import fold
from buurtapp.features.people.importing.records import Details, Planned, Said
from buurtapp.features.people.names_and_consents import ConsentState
from buurtapp.features.people.records import PersonCard
from buurtapp.features.people.rules.doors import door_key

Values = dict[str, tuple[str, ...]]
NAME_FIELDS = ("title", "given", "initials", "infix", "family")
AT_DOOR = frozenset({"postcode", "place"})
SEVERAL = frozenset({"phone", "email", "label", "note", "language", "skill", "role"})
"""Fields that hold more than one text; of a note each line is one."""
CONSENT = "consent: "
_NOTHING = Details()
_ANSWERS = frozenset({"given", "withdrawn", "asked"})


def of_card(card: PersonCard) -> Values:
    """Return what the group knows of somebody."""
    name = card.name
    said: dict[str, Sequence[str]] = {
        **{field: _one(getattr(name, field)) for field in NAME_FIELDS},
        "address": _one(card.door.line if card.address_id is not None else ""),
        "postcode": _one(card.door.postcode),
        "place": _one(card.door.place),
        "phone": card.phones,
        "email": card.emails,
        "label": card.labels,
        "note": lines(card.note),
        "contact preference": _one(card.contact_preference),
        "best time": _one(card.best_time),
        "do not approach": _one("yes" if card.asked_not_to else ""),
        "language": card.languages,
        "skill": card.skills,
        "role": card.roles,
        # Everybody is a resident until somebody says otherwise.
        "relation": _one("" if card.relation == "resident" else card.relation),
        "year of birth": _one(str(card.birth_year or "")),
        "member since": _one(_day(card.member_from)),
        "member until": _one(_day(card.member_until)),
        **{f"{CONSENT}{one.purpose}": _one(answer(one)) for one in card.consents},
    }
    return _filled(said)


def of_row(one: Planned) -> Values:
    """Return what a row of a list says of one person."""
    person, more = one.person, one.person.details
    said: dict[str, Sequence[str]] = {
        **{field: _one(getattr(person.name, field)) for field in NAME_FIELDS},
        "address": _one(one.door.line if door_key(one.door) is not None else ""),
        "postcode": _one(one.door.postcode),
        "place": _one(one.door.place),
        "phone": person.phones,
        "email": person.emails,
        "label": person.labels,
        "note": lines(person.note),
    }
    if more != _NOTHING:
        said |= {
            "contact preference": _one(more.contact_preference),
            "best time": _one(more.best_time),
            "do not approach": _one("yes" if more.do_not_approach else ""),
            "language": more.languages,
            "skill": more.skills,
            "role": more.roles,
            "relation": _one(more.relation or ""),
            "year of birth": _one(str(more.birth_year or "")),
            "member since": _one(_day(more.member_from)),
            "member until": _one(_day(more.member_until)),
            **{f"{CONSENT}{each.purpose}": _one(f"{each.state} {_day(each.on_day)}".strip()) for each in more.consents},
        }
    return _filled(said)


def answer(state: ConsentState) -> str:
    """Return "given 2026-05-12"; "" when nobody was asked."""
    on_day = state.on_day or (state.asked_on if state.state == "asked" else None)
    return f"{state.state} {_day(on_day)}".strip() if state.state in _ANSWERS else ""


def lines(note: str) -> tuple[str, ...]:
    """Return the lines of a note."""
    return tuple(line for line in note.split("\n") if line.strip())


def _one(value: str) -> tuple[str, ...]:
    return (value,) if value else ()


def _day(day: date | None) -> str:
    return day.isoformat() if day is not None else ""


def _filled(said: Mapping[str, Sequence[str]]) -> Values:
    return {field: tuple(texts) for field, texts in said.items() if texts}


# Fingerprints


@lru_cache(maxsize=4096)
def mark(field: str, value: str) -> str:
    """Return the fingerprint of one text: how it is spaced and written large or small does not matter for a door."""
    plain = fold(value) if field in {"address", "postcode", "place"} else " ".join(value.split())
    return blake2b(f"{field}\x1f{plain}".encode(), digest_size=4).hexdigest()


def marks(said: Values) -> Said:
    """Return the fingerprints of what a row says."""
    return {field: frozenset(mark(field, value) for value in values) for field, values in said.items()}


def written(said: Said) -> str:
    """Return fingerprints as they are kept."""
    return json.dumps({field: sorted(values) for field, values in said.items()}, separators=(",", ":"))


def read(kept: str) -> Said | None:
    """Return fingerprints that were kept; None where nothing was taken over."""
    return {field: _set(values) for field, values in json.loads(kept).items()} if kept else None


def _set(values: Iterable[object]) -> frozenset[str]:
    return frozenset(map(str, values))
