"""Which columns there is room for, and how wide they become."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from buurtapp.features.people.ui.columns import (
    ADDRESS,
    BY_KEY,
    CONTACT,
    HOUSE,
    INVOLVED,
    LABELS,
    LAST,
    NAME,
    OF_LADDER,
    PHONE,
    STANDARD,
    TICK,
)
from buurtapp.uikit.theme import Theme

WIDTHS: Mapping[int, int] = {
    TICK: 44,
    HOUSE: 52,
    ADDRESS: 160,
    NAME: 150,
    INVOLVED: 126,
    LABELS: 128,
    CONTACT: 96,
    LAST: 136,
    PHONE: 124,
}
"""What each column of the standard list needs, in pixels at 100 %."""
_SLACK = {LABELS: 0, CONTACT: 0, LAST: 0, PHONE: 60}
"""So much wider the name is to be before these come too."""
_MORE = {LAST: 84, LABELS: 52}
"""How much wider these become when there is room."""
_NAME_FIRST = 40
"""So much wider the name is to be before any other is."""


def hidden_columns(
    room: int,
    theme: Theme,
    *,
    by_name: bool,
    has_ladder: bool = False,
    order: Sequence[str] = STANDARD,
) -> set[int]:
    """Return which standard columns are left out: the house or the address, and from the right what has no room."""
    ladder = {BY_KEY[key].at[0] for key in OF_LADDER}
    hidden = {HOUSE if by_name else ADDRESS} | (set() if has_ladder else ladder)
    door = ADDRESS if by_name else HOUSE
    rest = room - sum(theme.px(WIDTHS[column]) for column in (TICK, NAME, door))
    others = [BY_KEY[key].at[0] for key in order if key not in {"door", "name"}]
    for at, column in enumerate(others):
        if column in hidden:
            continue
        rest -= theme.px(WIDTHS[column])
        if rest < theme.px(_SLACK.get(column, 0)):
            return hidden | set(others[at:])
    return hidden


def wider_columns(room: int, theme: Theme, hidden: set[int]) -> dict[int, int]:
    """Return how wide the columns are that take more when there is room: half of what is over."""
    shown = set(WIDTHS) - hidden
    over = max(room - theme.px(_NAME_FIRST) - sum(theme.px(WIDTHS[column]) for column in shown), 0) // 2
    made = {}
    for column, most in _MORE.items():
        more = min(over, theme.px(most)) if column in shown else 0
        made[column] = theme.px(WIDTHS[column]) + more
        over -= more
    return made
