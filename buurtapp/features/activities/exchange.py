"""The list of activities for other programs."""

from __future__ import annotations

from buurtapp.core.i18n import N_, _
from buurtapp.exchange.write import Cell
from buurtapp.features.activities.records import ActivityCard

_HEADINGS = (
    N_("Title"),
    N_("Day"),
    N_("From"),
    N_("Until"),
    N_("Location"),
    N_("Kind"),
    N_("For whom"),
    N_("Costs"),
    N_("Places"),
    N_("Organiser"),
    N_("Whose idea"),
    N_("Signed up"),
    N_("Waiting"),
    N_("Came by name"),
    N_("Guests and children"),
    N_("Text"),
)


def headings() -> list[str]:
    """Return the headings of the list, in the present language."""
    return [_(heading) for heading in _HEADINGS]


def row(card: ActivityCard) -> list[Cell]:
    """Return one activity as a row; times are wall-clock times."""
    draft, counts = card.draft, card.counts
    return [
        draft.title,
        f"{card.starts_at:%Y-%m-%d}",
        f"{card.starts_at:%H:%M}",
        f"{draft.ends_at:%H:%M}" if draft.ends_at else "",
        draft.place,
        draft.kind,
        draft.for_whom,
        draft.cost,
        draft.capacity,
        draft.organiser,
        draft.source,
        counts.names,
        counts.waiting,
        counts.came,
        counts.came_along if counts.came is not None else None,
        draft.text,
    ]
