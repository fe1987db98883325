"""The command that chooses by hand how involved somebody is, and why people stand where they stand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Protocol

import click

from buurtapp.core import console
from buurtapp.core.clock import local
from buurtapp.core.errors import UserError
from buurtapp.core.i18n import N_, Text, text
from buurtapp.core.store import Store
from buurtapp.features.people.actions import step as actions
from buurtapp.features.people.queries import cards
from buurtapp.features.people.records import PersonCard
from buurtapp.features.people.rules.steps import STEPS, Step


class _Standing(Protocol):
    """What a ladder tells of somebody: the step that counts, the step and reason of the rule, and that of a choice."""

    @property
    def step(self) -> Step: ...
    @property
    def derived(self) -> Step: ...
    @property
    def reason(self) -> Text: ...
    @property
    def chosen_reason(self) -> str: ...


def reasons(store: Store, people: Sequence[PersonCard]) -> dict[int, dict[str, str]]:
    """Return where each of these people stands, why, and the step that the rule gives, in words of JSON."""
    answer_from = click.get_current_context().obj
    if not callable(answer_from):
        return {}
    numbers = [card.id for card in people]
    found: Mapping[int, _Standing] = store.read(answer_from("involvement"), local(store.clock.now()), numbers)
    return {
        number: {
            "ladder": one.step,
            "ladder_reason": one.chosen_reason or one.reason.render(),
            "ladder_derived": one.derived,
        }
        for number, one in found.items()
    }


@click.command("step")
@console.file_argument
@click.argument("number", metavar="ID", type=int)
@click.argument("step", type=click.Choice(STEPS), required=False)
@click.option("--reason", default="", help="Why you choose this step yourself.")
@click.option("--derived", is_flag=True, help="Let it be worked out from what happened again.")
@console.json_option
def choose_step(file: Path, number: int, step: Step | None, reason: str, derived: bool) -> None:  # noqa: FBT001 - click's shape
    """Choose by hand how involved somebody is, with the reason; or let it be worked out again."""
    if derived == (step is not None):
        raise UserError(
            "bad_step",
            text(N_("Name a step with its reason, or give --derived.")),
            text(N_("Steps are: {steps}."), steps=", ".join(STEPS)),
        )
    with console.open_to_write(file) as store:
        name = store.read(cards.card, number).name
        label = actions.chosen_label(name, step) if step is not None else actions.derived_label(name)
        store.write(label, actions.set_step, number, step or "", reason)
        card = store.read(cards.card, number)
        standing = reasons(store, [card]).get(number, {})
    console.answer({"id": number, "ladder_override": card.step_override, **standing}, [label.render()])
