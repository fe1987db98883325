"""The people and activities of Klaverhoek that the pictures tell of."""

# ruff: noqa: DTZ001 - times of activities are wall-clock times, without a zone

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from buurtapp.features.group.records import Group
from buurtapp.features.people.records import ContactPreference

GROUP = Group(
    name="Klaverhoek",
    place="Klaverdorp",
    purpose="Oudere buren die alleen wonen kennen weer iemand om de hoek.",
    for_whom="Iedereen in de Klaverhoek, en het eerst buren die alleen wonen.",
    first_step="Soep voor acht buren, op woensdag in De Kas.",
    contact_name="Marijke van der Meer",
    contact_phone="+31600000105",
    contact_email="marijke@voorbeeld.invalid",
    is_sample=True,
)


@dataclass(frozen=True, slots=True)
class Neighbour:
    """Somebody of the story."""

    street: str
    house: str
    given: str
    infix: str
    family: str
    preference: ContactPreference
    labels: tuple[str, ...]
    phone: str = ""
    best_time: str = ""
    note: str = ""
    do_not_approach: bool = False


NEIGHBOURS = (
    Neighbour("Klaverstraat", "1", "Aaltje", "", "Brinkman", "phone", ("soep", "ophalen"), "+31600000101"),
    Neighbour("Klaverstraat", "3", "Gerrit", "de", "Boer", "letter", ("brief",)),
    Neighbour("Klaverstraat", "5", "Henk", "van der", "Meer", "phone", ("klussen", "auto"), "+31600000104"),
    Neighbour("Klaverstraat", "5", "Marijke", "van der", "Meer", "email", ("coördinator",), "+31600000105"),
    Neighbour("Klaverstraat", "8", "Samira", "", "El Idrissi", "email", ("koken", "vertalen"), "+31600000108"),
    Neighbour("Klaverstraat", "8", "Youssef", "", "El Idrissi", "email", ()),
    Neighbour(
        "Klaverstraat", "11", "Toos", "van 't", "Hek", "phone", ("soep", "wandelen"), "+31600000111", "'s ochtends"
    ),
    Neighbour("Klaverstraat", "14", "Piet", "ter", "Horst", "phone", ("soep",), "+31600000114"),
    Neighbour("Klaverstraat", "19", "Wilma", "", "Pinas", "email", ("avond",)),
    Neighbour("Meidoornlaan", "2", "Coby", "", "Zandstra", "letter", ("soep",), "+31499000202"),
    Neighbour("Meidoornlaan", "4", "Lan", "", "Nguyen", "email", ("flyers",), "+31600000204"),
    Neighbour("Meidoornlaan", "9", "Ayşe", "", "Yıldırım", "phone", ("vertalen",), "+31600000209"),
    Neighbour("Meidoornlaan", "12 a", "Dirk-Jan", "op den", "Berg", "email", ("kas", "auto"), "+31600000212"),
    Neighbour("Meidoornlaan", "15", "Bets", "", "Kuipers", "letter", ("brief",)),
    Neighbour("Meidoornlaan", "21", "Theo", "in 't", "Veld", "phone", ("wil helpen",), "+31600000221"),
    Neighbour("Vlierhof", "7", "Jaap", "", "Mulder", "", (), note="Wil met rust gelaten worden.", do_not_approach=True),
)
SOUP = (
    "Aaltje Brinkman",
    "Toos van 't Hek",
    "Piet ter Horst",
    "Coby Zandstra",
    "Samira El Idrissi",
    "Dirk-Jan op den Berg",
    "Henk van der Meer",
)
"""Who comes to the soup, by name; others are drawn."""


@dataclass(frozen=True, slots=True)
class Event:
    """An activity of the story. `came` None: still to come."""

    title: str
    kind: str
    place: str
    starts_at: datetime
    ends_at: datetime
    signed_up: int
    came: int | None
    source: str = "resident"
    capacity: int | None = None
    organiser: str = ""
    cost: str = ""
    text: str = ""


_SOUP_TEXT = "Samen soep eten met brood. Kom gerust alleen: er is altijd plaats aan tafel."


def _soup(month: int, day: int, signed_up: int, came: int | None) -> Event:
    return Event(
        "Soep op woensdag",
        "eten",
        "De Kas, Esdoornplein 2",
        datetime(2026, month, day, 12),
        datetime(2026, month, day, 13, 30),
        signed_up,
        came,
        capacity=16,
        organiser="Samira en Dirk-Jan",
        cost="gratis",
        text=_SOUP_TEXT,
    )


EVENTS = (
    _soup(9, 30, 13, 13),
    Event(
        "Inloop gemeente",
        "vergaderen",
        "De Kas, Esdoornplein 2",
        datetime(2026, 10, 1, 19),
        datetime(2026, 10, 1, 21),
        25,
        6,
        "council",
        organiser="Gemeente",
    ),
    Event(
        "Berkenpad schoon",
        "klussen",
        "Berkenpad",
        datetime(2026, 10, 3, 10),
        datetime(2026, 10, 3, 12),
        10,
        14,
        organiser="Henk",
        text="Samen vegen en zwerfvuil rapen. Er zijn handschoenen en koffie.",
    ),
    _soup(10, 7, 13, 12),
    _soup(10, 14, 14, None),
    Event(
        "Fietsen maken",
        "klussen",
        "Esdoornplein",
        datetime(2026, 10, 17, 10),
        datetime(2026, 10, 17, 12, 30),
        6,
        None,
        organiser="Henk",
        text="Een lekke band of een kapotte lamp? We maken hem samen.",
    ),
    _soup(10, 21, 0, None),
    Event(
        "Buurtwandeling",
        "wandelen",
        "start Vlierhof",
        datetime(2026, 10, 25, 14),
        datetime(2026, 10, 25, 15, 30),
        3,
        None,
        organiser="Toos",
        text="Een rondje van een uur, met koffie na afloop.",
    ),
    _soup(10, 28, 0, None),
    Event(
        "Beweegles",
        "bewegen",
        "De Kas, Esdoornplein 2",
        datetime(2026, 10, 29, 15),
        datetime(2026, 10, 29, 16),
        0,
        None,
        "organisation",
        organiser="Sportservice",
        cost="€ 2,50",
    ),
)
FLYER_FOR = date(2026, 10, 14)
"""The activity for which the flyer was printed already."""
