"""What somebody should know of an activity that may be saved as it is: said in the form and on the command line."""

from __future__ import annotations

from buurtapp.core.i18n import N_, Text, plural_text, text
from buurtapp.features.activities import rules
from buurtapp.features.activities.records import ActivityDraft


def places(capacity: int | None, heads: int) -> Text | None:
    """Return what is said of fewer places than people who signed up, None when there are enough."""
    if capacity is None or heads <= capacity:
        return None
    return plural_text(
        "{count} person signed up already. Nobody is taken off the list; who comes after them waits.",
        "{count} people signed up already. Nobody is taken off the list; who comes after them waits.",
        heads,
    )


def asking(draft: ActivityDraft) -> Text | None:
    """Return what is said of a plan of others that no resident asked for."""
    if not rules.wants_asking(draft.source, draft.asked_by, draft.anyway):
        return None
    return text(N_("No resident asked for this yet. Ask around, or write why you do it anyway."))


def night(draft: ActivityDraft) -> Text | None:
    """Return what is said of a time that comes twice, in the night when the clock goes back."""
    if not rules.comes_twice(draft):
        return None
    return text(N_("This time comes twice that night: the clock goes back. Say which one you mean."))


def all_of(draft: ActivityDraft, heads: int = 0) -> list[Text]:
    """Return everything that is to be said."""
    return [one for one in (places(draft.capacity, heads), asking(draft), night(draft)) if one is not None]
