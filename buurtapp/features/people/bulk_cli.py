"""Commands that do one thing with many people: give or take a label, delete. One undo takes each back."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import click

from buurtapp.core import console
from buurtapp.core.errors import UserError
from buurtapp.core.i18n import N_, text
from buurtapp.core.store.store import Store
from buurtapp.features.people.actions import bulk
from buurtapp.features.people.actions import people as actions
from buurtapp.features.people.choosing_cli import chosen, people_options
from buurtapp.features.people.queries import cards


def chosen_numbers(store: Store, options: Mapping[str, object]) -> list[int]:
    """Return the numbers of whom the options choose; everybody is only chosen in so many words.

    Raises UserError "nobody_chosen" when no option says who, or nobody fits.
    """
    if not any(options.get(name) for name in ("people", "label", "where")):
        raise UserError(
            "nobody_chosen",
            text(N_("Nobody was chosen. Nothing was changed.")),
            text(N_("Say who: --people 3,9, --label soep or --where street=Klaverstraat.")),
        )
    found = [card.id for card in chosen(store, options)]
    if not found:
        raise UserError(
            "nobody_chosen",
            text(N_("Nobody fits this choice. Nothing was changed.")),
            text(N_("Choose another street or label.")),
        )
    return found


@click.command("label")
@console.file_argument
@click.argument("name", metavar="LABEL")
@click.option("--remove", is_flag=True, help="Take the label away.")
@people_options
@console.json_option
def label_people(file: Path, name: str, *, remove: bool, **options: object) -> None:
    """Give many people a LABEL at once, or take it away."""
    with console.open_to_write(file) as store:
        people = chosen_numbers(store, options)
        said = bulk.label_label(name, len(people), gives=not remove)
        store.write(said, actions.unlabel_people if remove else actions.label_people, people, name)
    console.answer({"label": name, "people": people}, [said.render()])


@click.command("delete")
@console.file_argument
@click.argument("numbers", metavar="[ID...]", type=int, nargs=-1)
@people_options
@console.json_option
def delete_people(file: Path, numbers: tuple[int, ...], **options: object) -> None:
    """Delete the people with these numbers, or those that fit, with everything that is only about them.

    Their addresses stay, and Undo brings them back.
    """
    with console.open_to_write(file) as store:
        gone = list(dict.fromkeys(numbers)) or chosen_numbers(store, options)
        names = [card.name for card in store.read(cards.cards, gone)]
        said = actions.deleted_label(names[0]) if len(names) == 1 else bulk.deleted_label(len(gone))
        store.write(said, bulk.delete_people, gone)
    console.answer({"deleted": gone}, [said.render()])
