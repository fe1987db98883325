"""What a group must look like before it is saved, and how what went out of its file is told."""

from __future__ import annotations

from collections.abc import Mapping

from buurtapp.core.errors import DraftProblem
from buurtapp.core.i18n import N_, Text, plural_text, text
from buurtapp.features.group.records import Group, Outgoing

LONGEST_NAME = 80
LONGEST_LOGO_BYTES = 5 << 20
_PICTURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")


def problems(group: Group) -> list[DraftProblem]:
    """Return what is wrong with the fields, all at once."""
    found: list[DraftProblem] = []
    if not group.name.strip():
        found.append(DraftProblem("name", text(N_("Fill in the name of your group."))))
    elif len(group.name) > LONGEST_NAME:
        found.append(
            DraftProblem("name", text(N_("This name is too long. Use at most {most} letters."), most=LONGEST_NAME))
        )
    if group.logo is not None and not group.logo.startswith(_PICTURES):
        found.append(DraftProblem("logo", text(N_("This is not a PNG or JPEG picture."))))
    elif group.logo is not None and len(group.logo) > LONGEST_LOGO_BYTES:
        found.append(DraftProblem("logo", text(N_("This picture is too large. Use one of at most 5 MB."))))
    return found


OUTGOING: Mapping[str, Text] = {
    "flyer": text(N_("Flyer")),
    "labels": text(N_("Address labels")),
    "letter": text(N_("Letter")),
    "envelopes": text(N_("Envelopes")),
    "people-list": text(N_("List of people")),
    "badges": text(N_("Name badges")),
    "contact-card": text(N_("Contact card")),
    "form": text(N_("Registration form")),
    "attendance": text(N_("Attendance list")),
    "people": text(N_("People as a file")),
    "activities": text(N_("Activities as a file")),
}
"""What goes out, by the word of the command line; a word that is not here is shown as it is."""
FIELDS: Mapping[str, Text] = {
    "name": text(N_("name")),
    "address": text(N_("address")),
    "phone": text(N_("phone")),
    "email": text(N_("e-mail")),
    "labels": text(N_("labels")),
    "note": text(N_("note")),
    "tick": text(N_("tick box")),
    "signature": text(N_("signature")),
    "photo": text(N_("photo ok")),
    "consents": text(N_("consents")),
    "roles": text(N_("roles")),
    "languages": text(N_("languages")),
    "everything": text(N_("everything that is known")),
}


def outgoing_kind(kind: str) -> Text | str:
    """Return what went out, in words."""
    return OUTGOING.get(kind, kind)


def outgoing_fields(outgoing: Outgoing) -> str:
    """Return the columns in words: "name, address"."""
    return ", ".join(str(FIELDS.get(name, name)) for name in outgoing.fields)


def outgoing_people(outgoing: Outgoing) -> Text | str:
    """Return how many people stand on it; nothing when they were not counted."""
    return plural_text("{count} person", "{count} people", outgoing.people) if outgoing.people is not None else ""


def outgoing_size(outgoing: Outgoing) -> Text | str:
    """Return how much it was: pages, copies, or the ending of a file."""
    if not outgoing.pages:
        return outgoing.description
    pages = plural_text("{count} page", "{count} pages", outgoing.pages)
    if outgoing.copies > 1:
        return plural_text("{count} copy, {pages}", "{count} copies, {pages}", outgoing.copies, pages=pages)
    return pages


def outgoing_words(outgoing: Outgoing) -> Text:
    """Return one line: "Address labels: 7 people, 1 page (name, address)"."""
    parts = [str(part) for part in (outgoing_people(outgoing), outgoing_size(outgoing)) if str(part)]
    facts, fields = ", ".join(parts), outgoing_fields(outgoing)
    if fields:
        return text(N_("{what}: {facts} ({fields})"), what=outgoing_kind(outgoing.kind), facts=facts, fields=fields)
    return text(N_("{what}: {facts}"), what=outgoing_kind(outgoing.kind), facts=facts)
