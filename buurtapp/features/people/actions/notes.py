"""Notes with a day about somebody: what was said at the door, on the phone, by post."""

from __future__ import annotations

from buurtapp.core.errors import DraftInvalid, DraftProblem
from buurtapp.core.i18n import N_, Text, text
from buurtapp.core.store.work import Work
from buurtapp.features.group import queries as group
from buurtapp.features.people.names_and_consents import Name
from buurtapp.features.people.records import NOTE_KINDS, NoteDraft
from buurtapp.features.people.tables import Person, PersonNote

_LONGEST_TEXT = 10_000
_LONGEST_WORDS = 200


def noted_label(name: Name) -> Text:
    """Return what the history says of `add_note`."""
    return text(N_("Noted about {name}"), name=name.spoken)


def changed_label(name: Name) -> Text:
    """Return what the history says of `change_note`."""
    return text(N_("Note about {name} changed"), name=name.spoken)


def deleted_label(name: Name) -> Text:
    """Return what the history says of `delete_note`."""
    return text(N_("Note about {name} deleted"), name=name.spoken)


def add_note(work: Work, person: int, draft: NoteDraft) -> int:
    """Write a note about somebody; return its number. Raises DraftInvalid or UserError "not_found"."""
    _check(work, draft)
    work.get(Person, person)
    row = PersonNote(person_id=person, on_day=draft.on_day, text="", kind="", entered_by="")
    _fill(work, row, draft)
    return work.add(row).id


def change_note(work: Work, note: int, draft: NoteDraft) -> None:
    """Change a note to what the draft says; raises DraftInvalid or UserError "not_found"."""
    _check(work, draft)
    row = work.get(PersonNote, note)
    _fill(work, row, draft)
    work.flush()


def delete_note(work: Work, note: int) -> None:
    """Delete a note; raises UserError "not_found"."""
    work.delete(work.get(PersonNote, note))


def _fill(work: Work, row: PersonNote, draft: NoteDraft) -> None:
    row.on_day, row.text, row.kind = draft.on_day, draft.text.strip(), draft.kind
    by = " ".join(draft.entered_by.split())
    row.entered_by = by or row.entered_by or group.group(work.session).contact_name


def _check(work: Work, draft: NoteDraft) -> None:
    found = []
    if not draft.text.strip():
        found.append(DraftProblem("text", text(N_("Fill in a text."))))
    if len(draft.text) > _LONGEST_TEXT or len(draft.entered_by) > _LONGEST_WORDS:
        found.append(DraftProblem("text", text(N_("This text is too long."))))
    if draft.on_day > work.today:
        found.append(DraftProblem("on_day", text(N_("This day is still to come."))))
    if draft.kind not in NOTE_KINDS:
        found.append(DraftProblem("kind", text(N_("“{kind}” is not a kind of note."), kind=draft.kind)))
    if found:
        raise DraftInvalid(found)
