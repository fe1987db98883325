"""Commands about people and addresses."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import click

from buurtapp.core import console
from buurtapp.core.clock import local
from buurtapp.core.errors import UserError
from buurtapp.core.i18n import N_, _, n_, text
from buurtapp.core.store import Store
from buurtapp.core.text import fold
from buurtapp.features.people import bulk_cli, change_cli, consent_cli, doubles_cli, history_cli, step_cli
from buurtapp.features.people.actions import people as actions
from buurtapp.features.people.queries import cards, doubles, listing
from buurtapp.features.people.records import PersonCard
from buurtapp.features.people.rules.about import is_member
from buurtapp.features.people.rules.languages import code_of, language_names
from buurtapp.features.people.rules.reach import nice_phone


@click.group
def people() -> None:
    """Look people up, add them, merge them."""


for command in (
    change_cli.add_person,
    change_cli.change_person,
    consent_cli.note_consent,
    consent_cli.consent_text,
    step_cli.choose_step,
    doubles_cli.not_doubles,
    bulk_cli.label_people,
    bulk_cli.delete_people,
    history_cli.show_history,
    history_cli.write_note,
):
    people.add_command(command)


_SHORT = {
    "label": "labels",
    "phone": "phones",
    "email": "emails",
    "language": "languages",
    "skill": "skills",
    "role": "roles",
}
"""Words for one of several, as people write them in a condition."""


def told(card: PersonCard, step: str = "", today: date | None = None) -> dict[str, object]:
    """Return one person in the shape of `people list`; `step` is the one on the ladder of involvement.

    `member` tells whether they are a member on the day `today`.
    """
    return {
        "id": card.id,
        "title": card.name.title,
        "given": card.name.given,
        "initials": card.name.initials,
        "infix": card.name.infix,
        "family": card.name.family,
        "kind": card.name.kind,
        "street": card.door.street,
        "number": card.door.number,
        "addition": card.door.addition,
        "postcode": card.door.postcode,
        "place": card.door.place,
        "phones": list(card.phones),
        "emails": list(card.emails),
        "labels": list(card.labels),
        "note": card.note,
        "ladder": step,
        "ladder_override": card.step_override,
        "do_not_approach": card.do_not_approach,
        "contact_preference": card.contact_preference,
        "best_time": card.best_time,
        "languages": list(card.languages),
        "skills": list(card.skills),
        "roles": list(card.roles),
        "relation": card.relation,
        "birth_year": card.birth_year,
        "member_from": card.member_from.isoformat() if card.member_from is not None else None,
        "member_until": card.member_until.isoformat() if card.member_until is not None else None,
        "member": is_member(card, today) if today is not None else None,
    }


def _line(card: PersonCard) -> str:
    phones = ", ".join(nice_phone(phone) for phone in card.phones)
    return f"{card.id:>6}  " + " · ".join(part for part in (card.name.listed, card.door.line, phones) if part)


@people.command("list")
@console.file_argument
@click.option("--where", multiple=True, help='Only these, such as "street=Klaverstraat" or "label=soep".')
@click.option("--search", default="", help="Only people found by these words.")
@console.json_option
def list_people(file: Path, where: tuple[str, ...], search: str) -> None:
    """List people by street and door."""
    with console.open_to_read(file) as store:
        numbers = [person.id for person in store.read(listing.listed, search)]
        found = store.read(cards.cards, numbers)
        steps = _steps(store)
        today = store.clock.today()
        for condition in where:
            found = [card for card in found if _fits(told(card, steps.get(card.id, ""), today), condition)]
        reasons = step_cli.reasons(store, found)
    count = n_("{count} person.", "{count} people.", len(found)).format(count=len(found))
    people = [{**told(card, steps.get(card.id, ""), today), **reasons.get(card.id, {})} for card in found]
    console.answer({"people": people}, [*(_line(card) for card in found), count])


def _steps(store: Store) -> Mapping[int, str]:
    """Return the step of everybody: activities tell it, a feature above this one, through the command line itself."""
    answer_from = click.get_current_context().obj
    if not callable(answer_from):
        return {}
    found: Mapping[int, str] = store.read(answer_from("ladder"), local(store.clock.now()))
    return found


def _fits(values: Mapping[str, object], condition: str) -> bool:
    name, mark, wanted = condition.partition("=")
    key = _SHORT.get(name.strip(), name.strip())
    if not mark or key not in values:
        raise UserError(
            "bad_condition",
            text(N_("“{condition}” is not a condition we know."), condition=condition),
            text(N_("Write it like this: street=Klaverstraat. You can use: {names}."), names=", ".join(values)),
        )
    value = values[key]
    parts = value if isinstance(value, list) else [value]
    if key == "languages":
        wanted = code_of(wanted)
    return any(fold(_word(part)) == fold(wanted) for part in parts)


def _word(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else str(value)


@people.command("show")
@console.file_argument
@click.argument("number", metavar="ID", type=int)
@console.json_option
def show_person(file: Path, number: int) -> None:
    """Show everything about one person."""
    with console.open_to_read(file) as store:
        card = store.read(cards.card, number)
        mates = store.read(cards.housemates, card.address_id, number)
        step = _steps(store).get(number, "")
        reasons = step_cli.reasons(store, [card])
        shown = {**told(card, step, store.clock.today()), **reasons.get(number, {})}
    console.answer(
        {**shown, "housemates": [mate.id for mate in mates], **consent_cli.told(card)},
        [
            *(
                f"{name}: {_word(value) if not isinstance(value, list) else ', '.join(value)}"
                for name, value in (shown | {"languages": language_names(card.languages)}).items()
                if value
            ),
            *consent_cli.lines(card),
        ],
    )


@people.command("merge")
@console.file_argument
@click.argument("keep", type=int)
@click.argument("gone", type=int)
@console.json_option
def merge_people(file: Path, keep: int, gone: int) -> None:
    """Give everything of GONE to KEEP."""
    with console.open_to_write(file) as store:
        first, second = store.read(cards.card, keep), store.read(cards.card, gone)
        store.write(actions.merged_label(first.name, second.name), actions.merge_people, keep, gone)
    line = _("Merged: {gone} into {keep}").format(gone=second.name.spoken, keep=first.name.spoken)
    console.answer({"id": keep}, [line])


@people.command("doubles")
@console.file_argument
@console.json_option
def list_doubles(file: Path) -> None:
    """List pairs of people who may be one, the surest first, and why."""
    with console.open_to_read(file) as store:
        pairs, apart = store.read(doubles.likely), store.read(doubles.told_apart)
    console.answer(
        {
            "doubles": [[pair.first.id, pair.second.id] for pair in pairs],
            "pairs": [
                {"first": pair.first.id, "second": pair.second.id, "score": pair.score, "reason": str(pair.reason)}
                for pair in pairs
            ],
            "told_apart": [[pair.first.id, pair.second.id] for pair in apart],
        },
        [
            f"{pair.first.id} = {pair.second.id}  {pair.first.name.spoken} · {pair.second.name.spoken}: "
            + str(pair.reason)
            for pair in pairs
        ],
    )
