"""Choosing people on the command line, alike for every paper: `--where`, `--label`, `--people`; else everybody."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar, cast

import click

from buurtapp.core import console
from buurtapp.core.errors import UserError, not_found
from buurtapp.core.i18n import N_, Text, n_, plural_text, text
from buurtapp.core.store.store import Store
from buurtapp.core.text import fold
from buurtapp.features.people.queries import cards, listing
from buurtapp.features.people.records import AddressRow, Door, PersonCard
from buurtapp.features.people.rules.meant_for import MEANT, Meant, people_for
from buurtapp.printing.pages import PrintedPages
from buurtapp.printing.saving import save_pages

Command = TypeVar("Command", bound=Callable[..., Any])
_OF_DOORS = ("street", "number", "addition", "postcode", "place")
_KNOWN = ("label", *_OF_DOORS)


def people_options(command: Command) -> Command:
    """Give a command the options by which people are chosen; they arrive as `where`, `label` and `people`."""
    for option in (
        click.option("--people", default="", metavar="3,9", help="Only the people with these numbers."),
        click.option("--label", default="", help="Only people with this label."),
        click.option("--where", multiple=True, help='Only these, such as "street=Klaverstraat" or "label=soep".'),
    ):
        command = option(command)
    return command


def chosen(store: Store, options: Mapping[str, object]) -> list[PersonCard]:
    """Return whom the options choose, in the order of the doors; everybody when there are none.

    Raises UserError for a number that nobody has, and for a condition we do not know.
    """
    conditions = _conditions(options)
    labels = [wanted for name, wanted in conditions if name == "label"]
    streets = [wanted for name, wanted in conditions if name == "street"]
    of_doors = [(name, wanted) for name, wanted in conditions if name in _OF_DOORS]
    numbers = [person.id for person in store.read(listing.listed)]
    asked = _numbers(store, str(options.get("people") or ""))
    limits = [set(asked)] if asked else []
    limits += [set(store.read(listing.ids_with_label, label)) for label in labels]
    limits += [set(store.read(listing.ids_in_street, street)) for street in streets]
    wanted_numbers = [number for number in numbers if all(number in limit for limit in limits)]
    return [card for card in store.read(cards.cards, wanted_numbers) if _fits(card.door, of_doors)]


def chosen_doors(store: Store, options: Mapping[str, object]) -> list[AddressRow]:
    """Return the doors that the options choose, street by street as people walk; all when there are none.

    Doors have no labels and no numbers of people: options that choose people choose no doors.
    """
    conditions = _conditions(options)
    if options.get("people") or any(name == "label" for name, _wanted in conditions):
        return []
    return [row for row in store.read(cards.addresses) if _fits(row.door, conditions)]


def approachable(people: Sequence[PersonCard], paper: str) -> tuple[list[PersonCard], list[Text]]:
    """Return who may stand on this paper, and a sentence about those who are left out."""
    may, may_not = people_for(paper, people)
    return list(may), [_left_out(MEANT[paper], len(may_not))] if may_not else []


def _left_out(meant: Meant, count: int) -> Text:
    if meant.kind == "contact" and meant.way == "letter":
        return plural_text(
            "{count} person gets no letter: they do not want that.",
            "{count} people get no letter: they do not want that.",
            count,
        )
    return left_out(count)


def left_out(count: int) -> Text:
    """Return the sentence about people who may not be approached in the way that something is meant for."""
    return plural_text(
        "{count} person is left out: they do not want to be approached like this.",
        "{count} people are left out: they do not want to be approached like this.",
        count,
    )


def nobody_chosen() -> UserError:
    """Return the error for a paper that nobody would stand on."""
    return UserError(
        "nobody_chosen",
        text(N_("Nobody was found for this paper. Nothing was printed.")),
        text(N_("Choose another street or label, or leave the choice out to take everybody.")),
    )


def answer_paper(pages: PrintedPages, output: Path, warnings: Sequence[Text] = ()) -> None:
    """Write a finished paper and answer the command in the shape of `print`, with all that should be known."""
    files = save_pages(pages.pdf, output)
    told = [warning.render() for warning in (*warnings, *pages.warnings)]
    line = n_("{count} page: {file}", "{count} pages: {file}", pages.pages)
    console.answer(
        {"files": [str(path) for path in files], "pages": pages.pages, "codes": [], "warnings": told},
        [line.format(count=pages.pages, file=files[0]), *told],
    )


def _numbers(store: Store, written: str) -> list[int]:
    numbers = console.numbers(written)
    for gone in store.read(listing.missing, numbers):
        raise not_found("person", gone)
    return numbers


def _conditions(options: Mapping[str, object]) -> list[tuple[str, str]]:
    found = [("label", str(options["label"]))] if options.get("label") else []
    for condition in cast("Iterable[str]", options.get("where") or ()):
        name, mark, wanted = condition.partition("=")
        if not mark or name.strip() not in _KNOWN:
            raise UserError(
                "bad_condition",
                text(N_("“{condition}” is not a condition we know."), condition=condition),
                text(N_("Write it like this: street=Klaverstraat. You can use: {names}."), names=", ".join(_KNOWN)),
            )
        found.append((name.strip(), wanted))
    return found


def _fits(door: Door, conditions: Iterable[tuple[str, str]]) -> bool:
    return all(fold(str(getattr(door, name) or "")) == fold(wanted) for name, wanted in conditions)
