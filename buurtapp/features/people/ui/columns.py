"""The columns of the list of people, and which of them there is room for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from buurtapp.core.i18n import N_, text
from buurtapp.features.people.queries import cards, listing
from buurtapp.features.people.records import PersonRow
from buurtapp.features.people.rules.reach import nice_phone
from buurtapp.features.people.ui.wording import do_not, way
from buurtapp.uikit.desk import Desk
from buurtapp.uikit.paged_model import Column
from buurtapp.uikit.theme import Theme

TICK, HOUSE, ADDRESS, NAME, LABELS, CONTACT, PHONE = range(7)
_WIDTHS = {TICK: 44, HOUSE: 60, ADDRESS: 160, NAME: 150, LABELS: 160, CONTACT: 124, PHONE: 124}
_SLACK = {LABELS: 0, CONTACT: 10, PHONE: 40}
"""So much wider the name is to be before these come too."""
"""What each column needs, in pixels at 100 %."""


@dataclass(frozen=True, slots=True)
class ListRow:
    """A person as the list shows it."""

    person: PersonRow
    phone: str


def people_columns(by_name: Callable[[], bool]) -> tuple[Column[ListRow], ...]:
    """Return all columns; a list by name shows family names first."""

    def name(row: ListRow) -> str:
        return row.person.name.listed if by_name() else row.person.name.spoken

    return (
        Column("", lambda _row: "", "tick"),
        Column(text(N_("No.")), lambda row: row.person.door.house, "second", _WIDTHS[HOUSE]),
        Column(text(N_("Address")), lambda row: row.person.door.line, "second", _WIDTHS[ADDRESS]),
        Column(text(N_("Name")), name, "strong", 0, icon=_wish_icon, role=_wish_of_name),
        Column(text(N_("Labels")), lambda row: "\n".join(row.person.labels), "tags", _WIDTHS[LABELS]),
        Column(text(N_("Contact")), _contact, "second", _WIDTHS[CONTACT], role=_wish_role),
        Column(text(N_("Phone")), lambda row: nice_phone(row.phone), "second", _WIDTHS[PHONE]),
    )


def _contact(row: ListRow) -> str:
    return do_not() if row.person.do_not_approach else way(row.person.contact_preference)


def _wish_icon(row: ListRow) -> str:
    return "triangle-alert" if row.person.do_not_approach else ""


def _wish_role(row: ListRow) -> str:
    return "care" if row.person.do_not_approach else ""


def _wish_of_name(row: ListRow) -> str:
    return "care" if row.person.do_not_approach else "ink"


def hidden_columns(room: int, theme: Theme, *, by_name: bool) -> set[int]:
    """Return which columns are left out: the house or the address, and from the right what there is no room for."""
    hidden = {HOUSE if by_name else ADDRESS}
    rest = room - sum(theme.px(_WIDTHS[column]) for column in (TICK, NAME, ADDRESS if by_name else HOUSE))
    for column in (LABELS, CONTACT, PHONE):
        rest -= theme.px(_WIDTHS[column])
        if rest < theme.px(_SLACK[column]):
            hidden.add(column)
    return hidden


def fetch_rows(desk: Desk, numbers: Sequence[int]) -> list[ListRow | None]:
    """Return these people in this order; None for those that are gone."""
    if desk.store is None:
        return [None] * len(numbers)
    rows = {row.id: row for row in desk.read(listing.rows, numbers)}
    phones = desk.read(cards.phones_of, numbers)
    return [
        ListRow(rows[number], phones[number][0] if phones[number] else "") if number in rows else None
        for number in numbers
    ]
