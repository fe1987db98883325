"""What is different about somebody, in words: "Phone 06 0000 0111 → 06 0000 0222"."""

from __future__ import annotations

from collections.abc import Mapping

from buurtapp.core.i18n import N_, Text, text
from buurtapp.features.people.importing.records import Change
from buurtapp.features.people.importing.values import CONSENT
from buurtapp.features.people.names_and_consents import PURPOSES
from buurtapp.features.people.rules.consent_words import ANSWER_WORDS, PURPOSE_WORDS
from buurtapp.features.people.rules.reach import nice_phone

FIELDS: Mapping[str, Text] = {
    "title": text(N_("Title")),
    "given": text(N_("Given name")),
    "initials": text(N_("Initials")),
    "infix": text(N_("Infix")),
    "family": text(N_("Family name")),
    "address": text(N_("Address")),
    "postcode": text(N_("Postcode")),
    "place": text(N_("Place")),
    "phone": text(N_("Phone")),
    "email": text(N_("E-mail")),
    "label": text(N_("Labels")),
    "note": text(N_("Note")),
    "contact preference": text(N_("Best reached by")),
    "best time": text(N_("Best time")),
    "do not approach": text(N_("Do not approach")),
    "language": text(N_("Languages")),
    "skill": text(N_("Skills")),
    "role": text(N_("Roles")),
    "relation": text(N_("Relation")),
    "year of birth": text(N_("Year of birth")),
    "member since": text(N_("Member since")),
    "member until": text(N_("Member until")),
    **{f"{CONSENT}{purpose}": PURPOSE_WORDS[purpose] for purpose in PURPOSES},
}
"""What the fields of a person are called."""


def field_name(field: str) -> Text:
    """Return what a field is called."""
    return FIELDS.get(field, text(N_("Note")))


def shown(field: str, value: str) -> str:
    """Return a value as people read it: a phone number with spaces, a note on one line, an answer in words."""
    if field == "phone":
        return ", ".join(nice_phone(number) for number in value.split(", "))
    if field.startswith(CONSENT) and value:
        state, _, day = value.partition(" ")
        words = next((said.render() for key, said in ANSWER_WORDS.items() if key == state), state)
        return f"{words} ({day})" if day else words
    return ", ".join(line for line in value.split("\n") if line.strip())


def changed(one: Change) -> Text:
    """Return a change in words; what was not known before is only added."""
    name, old, new = field_name(one.field), shown(one.field, one.old), shown(one.field, one.new)
    if one.is_conflict:
        return text(N_("{field}: {known} in Buurtapp, {listed} in the list"), field=name, known=old, listed=new)
    if not old:
        return text(N_("{field}: + {new}"), field=name, new=new)
    return text(N_("{field}: {old} → {new}"), field=name, old=old, new=new)
