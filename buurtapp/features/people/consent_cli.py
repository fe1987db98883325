"""Commands about consents, the texts people are shown, and what addresses ask of whoever comes by."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import cast

import click

from buurtapp.core import console
from buurtapp.core.errors import UserError, not_found
from buurtapp.core.i18n import LANGUAGES, N_, text
from buurtapp.features.people.actions import consents as actions
from buurtapp.features.people.actions import doors
from buurtapp.features.people.bulk_cli import chosen_numbers
from buurtapp.features.people.choosing_cli import people_options
from buurtapp.features.people.names_and_consents import (
    ANSWERS,
    CONSENT_HOWS,
    PURPOSES,
    Answer,
    ConsentHow,
    ConsentState,
    Purpose,
)
from buurtapp.features.people.queries import cards, consents
from buurtapp.features.people.records import STICKERS, ConsentDraft, PersonCard, Sticker
from buurtapp.features.people.rules import days
from buurtapp.features.people.rules.consent_words import ANSWER_WORDS, PURPOSE_WORDS

_NO_STICKER = "none"


def told(card: PersonCard) -> dict[str, object]:
    """Return the consents of somebody and the wishes of their address, in the shape of `people show`."""
    return {
        "consents": [_told(state) for state in card.consents],
        "no_bell": card.no_bell,
        "sticker": card.sticker,
    }


def _told(state: ConsentState) -> dict[str, object]:
    return {
        "purpose": state.purpose,
        "state": state.state,
        "on": state.on_day.isoformat() if state.on_day is not None else None,
        "asked_on": state.asked_on.isoformat() if state.asked_on is not None else None,
        "how": state.how,
        "form": state.form_number,
        "text_version": state.text_version,
        "entered_by": state.entered_by,
    }


def lines(card: PersonCard) -> list[str]:
    """Return the consents of somebody, a line for each."""
    return [_line(state) for state in card.consents]


def _line(state: ConsentState) -> str:
    said = f"{PURPOSE_WORDS[state.purpose].render()}: {ANSWER_WORDS[state.state].render()}"
    day = state.on_day or state.asked_on
    return f"{said} ({day.isoformat()})" if day is not None else said


def day_of(written: str) -> date:
    """Return the day in "2026-03-12" or "12-3-2026"; raises UserError "bad_day", also for a month alone."""
    found = days.day_of(written)
    if found is None or found != days.day_of(written, last=True):
        raise UserError(
            "bad_day",
            text(N_("“{day}” is not a day we understand."), day=written),
            text(N_("Write it like this: 2026-10-14.")),
        )
    return found


@click.command("consent")
@console.file_argument
@click.argument("numbers", metavar="[ID...]", type=int, nargs=-1)
@click.option("--purpose", "purposes", type=click.Choice(PURPOSES), multiple=True, required=True)
@click.option("--state", type=click.Choice(ANSWERS), required=True, help="What they answered, or that they were asked.")
@click.option("--how", type=click.Choice(CONSENT_HOWS), default="spoken", show_default=True)
@click.option("--form", default="", help="Number of the paper form.")
@click.option("--on", default="", metavar="DAY", help="The day of the answer; today when it is left out.")
@click.option("--text-version", type=int, help="Version of the text they were shown; else that of the day.")
@click.option("--by", default="", help="Who enters this; else the contact of the group.")
@people_options
@console.json_option
def note_consent(file: Path, numbers: tuple[int, ...], purposes: tuple[str, ...], **more: object) -> None:
    """Note what people said yes or no to, or that they were asked; every answer stays in the file.

    Who: numbers, or a choice by --people, --label or --where.
    """
    with console.open_to_write(file) as store:
        people = numbers or tuple(chosen_numbers(store, more))
        day = day_of(str(more["on"])) if more["on"] else store.clock.today()
        draft = ConsentDraft(
            cast("Answer", more["state"]),
            day,
            cast("ConsentHow", more["how"]),
            str(more["form"]),
            cast("int | None", more["text_version"]),
            entered_by=str(more["by"]),
        )
        wanted = cast("tuple[Purpose, ...]", purposes)
        label = actions.asked_label(len(people)) if draft.state == "asked" else actions.consents_label(len(people))
        if len(people) == 1:
            label = actions.consent_label(store.read(cards.card, people[0]).name, wanted[0], draft.state)
        noted = store.write(label, actions.note_consent, people, wanted, draft)
        found = store.read(cards.cards, list(dict.fromkeys(people)))
    said = [_answer(card, wanted) for card in found]
    told_lines = [f"{card.name.spoken}: {_line(state)}" for card in found for state in _of(card, wanted)]
    console.answer({"noted": noted, "people": said}, told_lines)


def _of(card: PersonCard, purposes: Sequence[Purpose]) -> list[ConsentState]:
    return [state for state in card.consents if state.purpose in purposes]


def _answer(card: PersonCard, purposes: Sequence[Purpose]) -> dict[str, object]:
    return {"id": card.id, "consents": [_told(state) for state in _of(card, purposes)]}


@click.command("consent-text")
@console.file_argument
@click.option("--purpose", type=click.Choice(PURPOSES), required=True)
@click.option("--text", "words", default="", help="What people are shown from now on; without it the texts are listed.")
@click.option("--language", type=click.Choice(LANGUAGES), default="nl", show_default=True)
@click.option("--since", default="", metavar="DAY", help="The first day of this text; today when it is left out.")
@console.json_option
def consent_text(file: Path, purpose: str, words: str, language: str, since: str) -> None:
    """Keep what people are shown when they are asked; an old text is never changed."""
    about = cast("Purpose", purpose)
    if words:
        with console.open_to_write(file) as store:
            day = day_of(since) if since else store.clock.today()
            store.write(actions.text_label(about), actions.write_text, about, words, day, language)
            found = store.read(consents.texts, purpose)
    else:
        with console.open_to_read(file) as store:
            found = store.read(consents.texts, purpose)
    console.answer(
        {
            "texts": [
                {"version": row.version, "language": row.language, "since": row.since.isoformat(), "text": row.text}
                for row in found
            ]
        },
        [f"{row.version}  {row.language}  {row.since.isoformat()}  {row.text}" for row in found],
    )


@click.command("wish")
@console.file_argument
@click.argument("address", metavar="ID", type=int)
@click.option("--no-bell/--bell", default=None, help="Nobody is to ring here, or it is fine again.")
@click.option("--sticker", type=click.Choice([_NO_STICKER, *filter(None, STICKERS)]), help="On the letterbox.")
@click.option("--do-not-approach/--approach", "peace", default=None, help="Nobody here wants to be approached.")
@console.json_option
def address_wish(file: Path, address: int, no_bell: bool | None, sticker: str | None, peace: bool | None) -> None:  # noqa: FBT001 - click's shape
    """Note what the address with this number asks of whoever comes by."""
    wanted = cast("Sticker | None", "" if sticker == _NO_STICKER else sticker)
    with console.open_to_write(file) as store:
        known = next((row for row in store.read(cards.addresses) if row.id == address), None)
        if known is None:
            raise not_found("address", address)
        label = doors.flags_label(known.door)
        store.write(label, doors.set_address_flags, address, no_bell=no_bell, sticker=wanted, do_not_approach=peace)
        row = next(row for row in store.read(cards.addresses) if row.id == address)
    console.answer(
        {"id": row.id, "no_bell": row.no_bell, "sticker": row.sticker, "do_not_approach": row.do_not_approach},
        [label.render()],
    )
