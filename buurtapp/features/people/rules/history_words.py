"""How the history of a person words notes and consents."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from buurtapp.core.i18n import N_, Text, text
from buurtapp.features.people.names_and_consents import ConsentEntry
from buurtapp.features.people.records import NoteKind
from buurtapp.features.people.rules.consent_words import HOW_WORDS, PURPOSE_WORDS

NOTE_WORDS: Mapping[NoteKind, Text] = {
    "spoken": text(N_("Spoken with")),
    "called": text(N_("Called")),
    "visited": text(N_("Visited")),
    "mail": text(N_("Post or message")),
    "other": text(N_("Something else")),
}
NOTE_ICONS: Mapping[NoteKind, str] = {
    "spoken": "message-circle",
    "called": "phone",
    "visited": "door-open",
    "mail": "file-text",
    "other": "sticky-note",
}
_BY: Mapping[NoteKind, str] = {
    "spoken": N_("by {name}"),
    "called": N_("called by {name}"),
    "visited": N_("visited by {name}"),
    "mail": N_("post or message, by {name}"),
    "other": N_("noted by {name}"),
}


def by_words(kind: NoteKind, name: str) -> Text:
    """Return who wrote a note, and what kind it is."""
    return text(_BY[kind], name=name) if name else NOTE_WORDS[kind]


def consent_words(entries: Sequence[ConsentEntry]) -> tuple[Text, str]:
    """Return title and detail of what was asked or answered in one go: "Toestemming", "ja: Bellen · formulier 7"."""
    yes, no, asked = (
        [PURPOSE_WORDS[entry.purpose].render() for entry in entries if entry.state == state]
        for state in ("given", "withdrawn", "asked")
    )
    title = text(N_("Answered about consent")) if yes or no else text(N_("Asked for consent"))
    parts = [
        text(said, purposes=", ".join(dict.fromkeys(purposes))).render()
        for said, purposes in (
            (N_("yes: {purposes}"), yes),
            (N_("no: {purposes}"), no),
            (N_("asked: {purposes}"), asked),
        )
        if purposes
    ]
    return title, " · ".join([*parts, _how(entries[0])])


def _how(entry: ConsentEntry) -> str:
    how = HOW_WORDS[entry.how].render()
    if entry.how == "paper" and entry.form_number:
        how = text(N_("form {number}"), number=entry.form_number).render()
    if entry.entered_by:
        how = text(N_("{how}, entered by {name}"), how=how, name=entry.entered_by).render()
    return how
