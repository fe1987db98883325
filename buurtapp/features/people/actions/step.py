"""Choosing by hand how involved somebody is, where what happened does not tell it."""

from __future__ import annotations

from buurtapp.core.errors import DraftInvalid, DraftProblem
from buurtapp.core.i18n import N_, Text, text
from buurtapp.core.store.work import Work
from buurtapp.features.people.names_and_consents import Name
from buurtapp.features.people.records import PersonCard
from buurtapp.features.people.rules.steps import STEP_WORDS, STEPS, Step
from buurtapp.features.people.tables import Person

_LONGEST_REASON = 300


def chosen_label(name: Name, step: Step) -> Text:
    """Return what the history says when a step was chosen by hand."""
    return text(N_("Involved: {name} set to {step}"), name=name.spoken, step=STEP_WORDS[step])


def derived_label(name: Name) -> Text:
    """Return what the history says when the rule tells the step again."""
    return text(N_("Involved: {name} worked out again"), name=name.spoken)


def set_step(work: Work, person: int, step: str, reason: str = "") -> None:
    """Let a step of the ladder count for somebody whatever the rule says; "" lets the rule tell it again.

    Raises DraftInvalid for a step we do not know or a choice without a reason, or UserError "not_found".
    """
    words = " ".join(reason.split())
    found = []
    if step and step not in STEPS:
        found.append(DraftProblem("step", text(N_("“{step}” is not a step of the ladder."), step=step)))
    if step and not words:
        found.append(DraftProblem("reason", text(N_("Write down why you choose this step yourself."))))
    if len(words) > _LONGEST_REASON:
        found.append(DraftProblem("reason", text(N_("This text is too long."))))
    if found:
        raise DraftInvalid(found)
    row = work.get(Person, person)
    row.step_override, row.step_reason = step, words if step else ""
    work.flush()


def keep_chosen(work: Work, keep: int, gone: PersonCard) -> None:
    """Let what was chosen for somebody who is merged away count for who stays, unless a step was chosen there too."""
    row = work.get(Person, keep)
    if gone.step_override and not row.step_override:
        row.step_override, row.step_reason = gone.step_override, gone.step_reason
        work.flush()
