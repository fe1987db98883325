"""The columns of the list of people, and which of them there is room for."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from buurtapp.core.i18n import N_, text
from buurtapp.features.people.queries import cards, listing
from buurtapp.features.people.records import PersonRow
from buurtapp.features.people.rules.reach import nice_phone
from buurtapp.features.people.rules.steps import STEP_WORDS, Rung, windows
from buurtapp.features.people.ui.ladder import Ladder
from buurtapp.features.people.ui.wording import do_not, way
from buurtapp.uikit.desk import Desk
from buurtapp.uikit.paged_model import Column
from buurtapp.uikit.theme import Theme
from buurtapp.uikit.words import day

TICK, HOUSE, ADDRESS, NAME, INVOLVED, LABELS, CONTACT, LAST, PHONE = range(9)
_WIDTHS = {
    TICK: 44,
    HOUSE: 52,
    ADDRESS: 160,
    NAME: 150,
    INVOLVED: 126,
    LABELS: 128,
    CONTACT: 116,
    LAST: 116,
    PHONE: 124,
}
"""What each column needs, in pixels at 100 %."""
_SLACK = {LABELS: 0, CONTACT: 0, LAST: 0, PHONE: 60}
"""So much wider the name is to be before these come too."""
_MORE = {LAST: 84, LABELS: 52}
"""How much wider these become when there is room."""
_NAME_FIRST = 40
"""So much wider the name is to be before any other is."""
_OF_LADDER = {INVOLVED, LAST}


@dataclass(frozen=True, slots=True)
class ListRow:
    """A person as the list shows it."""

    person: PersonRow
    phone: str
    rung: Rung | None = None


def people_columns(by_name: Callable[[], bool]) -> tuple[Column[ListRow], ...]:
    """Return all columns; a list by name shows family names first."""

    def name(row: ListRow) -> str:
        return row.person.name.listed if by_name() else row.person.name.spoken

    return (
        Column("", lambda _row: "", "tick"),
        Column(text(N_("No.")), lambda row: row.person.door.house, "second", _WIDTHS[HOUSE]),
        Column(text(N_("Address")), lambda row: row.person.door.line, "second", _WIDTHS[ADDRESS]),
        Column(text(N_("Name")), name, "strong", 0, icon=_wish_icon, role=_wish_of_name),
        Column(text(N_("Involved")), _step, "windows", _WIDTHS[INVOLVED], lit=_lit),
        Column(text(N_("Labels")), lambda row: "\n".join(row.person.labels), "tags", _WIDTHS[LABELS]),
        Column(text(N_("Contact")), _contact, "second", _WIDTHS[CONTACT], role=_wish_role),
        Column(text(N_("Last time")), _last, "dated", _WIDTHS[LAST]),
        Column(text(N_("Phone")), lambda row: nice_phone(row.phone), "second", _WIDTHS[PHONE]),
    )


def _contact(row: ListRow) -> str:
    return do_not() if row.person.do_not_approach else way(row.person.contact_preference)


def _step(row: ListRow) -> str:
    return STEP_WORDS[row.rung.step].render() if row.rung is not None else ""


def _lit(row: ListRow) -> int:
    return windows(row.rung.step) if row.rung is not None else 0


def _last(row: ListRow) -> str:
    if row.rung is None or row.rung.last is None:
        return ""
    return f"{day(row.rung.last, 'd MMM')}\n{row.rung.title}"


def _wish_icon(row: ListRow) -> str:
    return "triangle-alert" if row.person.do_not_approach else ""


def _wish_role(row: ListRow) -> str:
    return "care" if row.person.do_not_approach else ""


def _wish_of_name(row: ListRow) -> str:
    return "care" if row.person.do_not_approach else "ink"


def hidden_columns(room: int, theme: Theme, *, by_name: bool, has_ladder: bool = False) -> set[int]:
    """Return which columns are left out: the house or the address, and from the right what there is no room for."""
    hidden = {HOUSE if by_name else ADDRESS} | (set() if has_ladder else _OF_LADDER)
    rest = room - sum(theme.px(_WIDTHS[column]) for column in (TICK, NAME, ADDRESS if by_name else HOUSE))
    for column in (INVOLVED, LABELS, CONTACT, LAST, PHONE):
        if column in hidden:
            continue
        rest -= theme.px(_WIDTHS[column])
        if rest < theme.px(_SLACK.get(column, 0)):
            return hidden | set(range(column, PHONE + 1))
    return hidden


def wider_columns(room: int, theme: Theme, hidden: set[int]) -> dict[int, int]:
    """Return how wide the columns are that take more when there is room: half of what is over."""
    shown = set(_WIDTHS) - hidden
    over = max(room - theme.px(_NAME_FIRST) - sum(theme.px(_WIDTHS[column]) for column in shown), 0) // 2
    made = {}
    for column, most in _MORE.items():
        more = min(over, theme.px(most)) if column in shown else 0
        made[column] = theme.px(_WIDTHS[column]) + more
        over -= more
    return made


def fetch_rows(desk: Desk, numbers: Sequence[int], ladder: Ladder | None = None) -> list[ListRow | None]:
    """Return these people in this order; None for those that are gone."""
    if desk.store is None:
        return [None] * len(numbers)
    rows = {row.id: row for row in desk.read(listing.rows, numbers)}
    phones = desk.read(cards.phones_of, numbers)
    rungs: Mapping[int, Rung] = ladder.of(desk.store, numbers) if ladder is not None else {}
    return [
        ListRow(rows[number], phones[number][0] if phones[number] else "", rungs.get(number))
        if number in rows
        else None
        for number in numbers
    ]
