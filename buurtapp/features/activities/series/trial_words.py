"""How it is with a trial in one street, in a sentence."""

from __future__ import annotations

from buurtapp.core.i18n import N_, Text, plural_text, text
from buurtapp.features.activities.records import Trial

_DECIDED = {
    "go": N_("Trial in {street}: we go on. {why}"),
    "change": N_("Trial in {street}: we go on in another way. {why}"),
    "stop": N_("Trial in {street}: we stop. {why}"),
}


def sentence(trial: Trial, came: int | None, *, is_over: bool) -> Text:
    """Return how it is with a trial; `came` None: nobody said yet how many came."""
    if trial.result in _DECIDED:
        return text(_DECIDED[trial.result], street=trial.street, why=trial.why)
    goal = trial.goal or 1
    if not is_over:
        return plural_text(
            "Trial in {street}: we go on from {count} person on.",
            "Trial in {street}: we go on from {count} people on.",
            goal,
            street=trial.street,
        )
    if came is None:
        return text(N_("Trial in {street}: nobody told yet how many came."), street=trial.street)
    if came >= goal:
        return plural_text(
            "Trial in {street}: {count} person came, {goal} was enough. Do we go on?",
            "Trial in {street}: {count} people came, {goal} was enough. Do we go on?",
            came,
            street=trial.street,
            goal=goal,
        )
    return plural_text(
        "Trial in {street}: {count} person came, we hoped for {goal}. What do we do?",
        "Trial in {street}: {count} people came, we hoped for {goal}. What do we do?",
        came,
        street=trial.street,
        goal=goal,
    )
