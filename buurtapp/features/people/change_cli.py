"""Commands that add, change and delete people, with everything that a form in the window holds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, TypeVar, cast

import click

from buurtapp.core import console
from buurtapp.core.errors import DraftInvalid, DraftProblem, UserError
from buurtapp.core.i18n import N_, _, text
from buurtapp.core.text import fold
from buurtapp.features.people.actions import people as actions
from buurtapp.features.people.names_and_consents import Name
from buurtapp.features.people.queries import cards
from buurtapp.features.people.records import CONTACT_PREFERENCES, RELATIONS, Door, PersonDraft
from buurtapp.features.people.rules.days import NOT_A_DAY, NOT_A_YEAR, day_of, year_of
from buurtapp.features.people.rules.doors import names_several, parse_address
from buurtapp.features.people.rules.languages import code_of
from buurtapp.features.people.rules.names import parse_name
from buurtapp.features.people.rules.postcodes import postcode_problem, typed_postcode
from buurtapp.features.people.rules.sensitive import warning_of
from buurtapp.features.people.rules.series import several_doors

Command = TypeVar("Command", bound=Callable[..., Any])
Given = Mapping[str, Any]
"""Options of a command by their names; None or nothing where one was left out."""

_LISTS = ("phones", "emails", "labels", "languages", "skills", "roles")
_OPTIONS = (
    click.option("--address", help='Street and number: "Klaverstraat 5".'),
    click.option("--postcode"),
    click.option("--place"),
    click.option("--phone", "phones", multiple=True),
    click.option("--email", "emails", multiple=True),
    click.option("--label", "labels", multiple=True),
    click.option("--note"),
    click.option("--contact", "contact_preference", type=click.Choice(CONTACT_PREFERENCES), help="How to reach them."),
    click.option("--best-time"),
    click.option("--language", "languages", multiple=True, help="What they speak: Turks, Turkish or tr."),
    click.option("--skill", "skills", multiple=True, help="What they can, or like to do."),
    click.option("--role", "roles", multiple=True, help="What they do in the group: penningmeester."),
    click.option("--relation", type=click.Choice(RELATIONS), help="What they are to the group."),
    click.option("--birth-year", help="Only the year: 1962."),
    click.option("--member-from", metavar="DAY", help="Member of the group since: 12-3-2024, or only 2024."),
    click.option("--member-until", metavar="DAY", help="Last day as a member."),
)


def _fields(command: Command) -> Command:
    """Give a command an option for everything that can be known of somebody."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


@click.command("add")
@console.file_argument
@click.option("--name", required=True, help='Whole name: "Henk van der Meer".')
@_fields
@click.option("--do-not-approach", is_flag=True, help="They do not want to be approached.")
@console.json_option
def add_person(file: Path, name: str, **given: Any) -> None:
    """Add somebody."""
    draft = _changed(PersonDraft(_name(name, given["relation"] or "")), given)
    with console.open_to_write(file) as store:
        number = store.write(actions.added_label(draft.name), actions.add_person, draft)
    console.answer({"id": number}, [_("Added: {name} (number {id}).").format(name=draft.name.spoken, id=number)])
    _warn(draft)


@click.command("change")
@console.file_argument
@click.argument("number", metavar="ID", type=int)
@click.option("--name", help='Whole name: "Henk van der Meer".')
@_fields
@click.option("--remove-label", "gone", multiple=True, help="Take a label off; --label puts one more on.")
@click.option("--do-not-approach/--may-approach", default=None, help="Whether they want to be approached.")
@console.json_option
def change_person(file: Path, number: int, **given: Any) -> None:
    """Change what is known of somebody; what you leave out stays, and "" empties a field.

    Phones, e-mail addresses, languages, skills and roles are replaced by those you give; labels are added.
    """
    with console.open_to_write(file) as store:
        before = actions.draft_of(store.read(cards.card, number))
        draft = _changed(before, given)
        if draft != before:
            store.write(actions.changed_label(draft.name), actions.change_person, number, draft)
    said = _("Changed: {name}") if draft != before else _("{name}: nothing to change.")
    console.answer({"id": number, "changed": draft != before}, [said.format(name=draft.name.spoken)])
    _warn(draft, before)


def _changed(draft: PersonDraft, given: Given) -> PersonDraft:
    """Return a draft with what a command was given. Raises UserError or DraftInvalid for what cannot be read."""
    values: dict[str, Any] = {name: _given_list(given[name]) for name in _LISTS if given[name]}
    if "languages" in values:
        values["languages"] = tuple(dict.fromkeys(code_of(word) for word in values["languages"]))
    if "gone" in given:
        # A label is something to put on and take off; the other lists are what they are.
        values["labels"] = _labels(draft.labels, values.get("labels", ()), given["gone"])
    for name in ("note", "contact_preference", "best_time", "relation", "do_not_approach"):
        if given[name] is not None:
            values[name] = given[name]
    values |= _years(given)
    if given.get("name") is not None:
        values["name"] = _name(given["name"], given["relation"] or draft.relation)
    if any(given[name] is not None for name in ("address", "postcode", "place")):
        values["door"] = _door(draft.door, given)
    return replace(draft, **values)


def _name(written: str, relation: str) -> Name:
    """Return a name in parts; that of an organisation is one whole."""
    return Name(family=" ".join(written.split())) if relation == "organisation" else parse_name(written)


def _given_list(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word.strip() for word in words if word.strip()))


def _labels(now: Iterable[str], more: Iterable[str], gone: Iterable[str]) -> tuple[str, ...]:
    off = {fold(label) for label in gone}
    return tuple(label for label in dict.fromkeys([*now, *more]) if fold(label) not in off)


def _years(given: Given) -> dict[str, int | date | None]:
    found: dict[str, int | date | None] = {}
    wrong = []
    for name in ("birth_year", "member_from", "member_until"):
        written = given[name]
        if written is None:
            continue
        found[name] = year_of(written) if name == "birth_year" else day_of(written, last=name == "member_until")
        if written.strip() and found[name] is None:
            wrong.append(DraftProblem(name, NOT_A_YEAR if name == "birth_year" else NOT_A_DAY))
    if wrong:
        raise DraftInvalid(wrong)
    return found


def _door(now: Door, given: Given) -> Door:
    address = cast("str | None", given["address"])
    base = Door(postcode=now.postcode, place=now.place) if address == "" else now
    if address is not None and address.strip():
        parsed = parse_address(address, frozenset())
        if parsed.problem and names_several(address):
            raise UserError(
                "several_doors", several_doors(address), text(N_("Nothing was changed. With --address give one door."))
            )
        if parsed.problem:
            raise UserError(
                "bad_address",
                text(N_("We do not understand the address “{address}”. Nothing was changed."), address=address),
                text(N_("Write street and house number, such as Klaverstraat 12a.")),
            )
        base = parsed.door
    code = typed_postcode(given["postcode"] or "")
    wrong = postcode_problem(code)
    if wrong is not None:
        raise UserError("bad_postcode", wrong)
    postcode = base.postcode if given["postcode"] is None else code.postcode
    place = (code.place or base.place) if given["place"] is None else given["place"]
    return replace(base, postcode=postcode, place=place)


def _warn(draft: PersonDraft, before: PersonDraft | None = None) -> None:
    """Say on stderr what would be better not written down, of what is new; nothing is refused."""
    known = set(_free_texts(before)) if before is not None else set()
    warning = warning_of(*(written for written in _free_texts(draft) if written not in known))
    if warning is not None:
        console.note(warning.render())


def _free_texts(draft: PersonDraft) -> tuple[str, ...]:
    return (draft.note, draft.best_time, *draft.labels, *draft.skills, *draft.roles, *draft.languages)
