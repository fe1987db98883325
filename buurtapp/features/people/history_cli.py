"""Commands about what happened with somebody: the history in words, and notes with a day."""

from __future__ import annotations

from pathlib import Path
from typing import cast

import click

from buurtapp.core import console
from buurtapp.core.clock import local
from buurtapp.core.errors import UserError
from buurtapp.core.i18n import N_, Text, text
from buurtapp.features.people.actions import notes as actions
from buurtapp.features.people.consent_cli import day_of
from buurtapp.features.people.queries import cards, history
from buurtapp.features.people.records import NOTE_KINDS, NoteDraft, NoteKind
from buurtapp.features.people.rules.history import Happening, newest_first


@click.command("history")
@console.file_argument
@click.argument("number", metavar="ID", type=int)
@console.json_option
def show_history(file: Path, number: int) -> None:
    """Tell what happened with somebody, newest first: activities, lists, consents, notes and changes."""
    answer_from = click.get_current_context().obj
    with console.open_to_read(file) as store:
        store.read(cards.card, number)
        ask = answer_from("history") if callable(answer_from) else history.happenings
        found = newest_first(store.read(ask, local(store.clock.now()), number))
    console.answer({"history": [_told(one) for one in found]}, [_line(one) for one in found])


def _told(one: Happening) -> dict[str, object]:
    told: dict[str, object] = {
        "day": one.day.isoformat(),
        "kind": one.kind,
        "title": _said(one.title),
        "detail": _said(one.detail),
    }
    if one.where is not None:
        told["activity" if one.where.page == "activities" else one.where.page] = one.where.number
    return told


def _line(one: Happening) -> str:
    title, detail = " ".join(_said(one.title).split()), _said(one.detail)
    return f"{one.day.isoformat()}  " + ": ".join(part for part in (title, detail) if part)


def _said(words: Text | str) -> str:
    return words.render() if isinstance(words, Text) else words


@click.command("note")
@console.file_argument
@click.argument("number", metavar="ID", type=int)
@click.option("--text", "words", default="", help="What was said or done.")
@click.option("--day", default="", metavar="DAY", help="On which day; today when it is left out.")
@click.option("--kind", type=click.Choice(NOTE_KINDS), help="How; spoken when it is left out.")
@click.option("--by", default="", help="Who did it; else the contact of the group.")
@click.option("--change", "changed", metavar="NOTE", type=int, help="Change the note with this number.")
@click.option("--delete", "deleted", metavar="NOTE", type=int, help="Delete the note with this number.")
@console.json_option
def write_note(file: Path, number: int, words: str, day: str, kind: str | None, **more: object) -> None:
    """Write a note with a day about somebody, or change or delete one."""
    changed, deleted = cast("int | None", more["changed"]), cast("int | None", more["deleted"])
    if changed is not None and deleted is not None:
        raise UserError("bad_note", text(N_("A note is changed or deleted, not both.")))
    with console.open_to_write(file) as store:
        name = store.read(cards.card, number).name
        old = store.read(history.note, changed or deleted or 0) if changed or deleted else None
        if old is not None and old.person_id != number:
            raise UserError("bad_note", text(N_("That note is about somebody else. Nothing was changed.")))
        on_day = day_of(day) if day else old.on_day if old is not None else store.clock.today()
        chosen = cast("NoteKind", kind or (old.kind if old is not None else "spoken"))
        draft = NoteDraft(words or (old.text if old is not None else ""), on_day, chosen, str(more["by"]))
        if deleted is not None:
            label, note = actions.deleted_label(name), deleted
            store.write(label, actions.delete_note, deleted)
        elif changed is not None:
            label, note = actions.changed_label(name), changed
            store.write(label, actions.change_note, changed, draft)
        else:
            label = actions.noted_label(name)
            note = store.write(label, actions.add_note, number, draft)
    console.answer({"id": number, "note": note}, [label.render()])
