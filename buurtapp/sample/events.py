"""What the Klaverhoek did in 2026, and plans to do: soup every Wednesday, and now and then something else.

On 13 October 2026 something was done 34 times, 64 addresses had taken part, 5 of them new in October.
"""

# ruff: noqa: DTZ001 - times of activities are wall-clock times, without a zone

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta


@dataclass(frozen=True, slots=True)
class Event:
    """An activity. `came` None: still to come; of those who came `fresh` were from doors that never came before.

    `named` people of the story come or signed up by name; the others are drawn from those who came before. `missed`
    signed up by name and did not come. `contact` is the contact person.
    """

    title: str
    kind: str
    place: str
    starts_at: datetime
    minutes: int
    signed_up: int
    came: int | None = None
    fresh: int = 0
    named: tuple[str, ...] = ()
    source: str = "resident"
    organiser: str = ""
    text: str = ""
    capacity: int | None = None
    cost: str = ""
    guests: int = 0
    children: int = 0
    flyer: int = 0
    missed: tuple[str, ...] = ()
    contact: str = "Marijke van der Meer"

    @property
    def ends_at(self) -> datetime:
        """When it ends."""
        return self.starts_at + timedelta(minutes=self.minutes)


_SOUP = Event(
    "Soep op woensdag",
    "eten",
    "De Kas, Esdoornplein 2",
    datetime(2026, 3, 4, 12),
    90,
    0,
    organiser="Samira en Dirk-Jan",
    text="Samen soep eten met brood. Kom gerust alleen: er is altijd plaats aan tafel.",
    capacity=16,
    cost="gratis",
)
_REGULARS = {
    "Marijke van der Meer": date(2026, 3, 4),
    "Samira El Idrissi": date(2026, 3, 4),
    "Dirk-Jan op den Berg": date(2026, 3, 4),
}
"""Who came to every soup from this day on."""
_NOW_AND_THEN = {
    "Aaltje Brinkman": ((3, 11), (4, 22), (6, 24), (10, 7)),
    "Coby Zandstra": ((3, 25), (5, 27), (10, 7)),
    "Henk van der Meer": ((3, 18), (4, 8), (5, 6), (6, 10)),
    "Piet ter Horst": ((4, 1), (5, 13), (6, 17), (9, 2), (9, 30)),
    "Lan Nguyen": ((5, 6), (7, 1)),
    "Ayşe Yıldırım": ((5, 20), (9, 23)),
    "Wilma Pinas": ((6, 3), (9, 2)),
    "Jolanda de Wilde": ((6, 17), (9, 16)),
    "Rachid el Amrani": ((7, 8), (9, 30)),
    "Toos van 't Hek": ((4, 15), (9, 9), (10, 7)),
}
_SOUPS = (
    ((3, 4), 6, 5, 1),
    ((3, 11), 6, 6, 1),
    ((3, 18), 8, 7, 1),
    ((3, 25), 8, 8, 1),
    ((4, 1), 9, 8, 0),
    ((4, 8), 9, 8, 1),
    ((4, 15), 9, 9, 0),
    ((4, 22), 10, 9, 1),
    ((4, 29), 9, 9, 0),
    ((5, 6), 11, 10, 1),
    ((5, 13), 9, 9, 0),
    ((5, 20), 11, 10, 1),
    ((5, 27), 10, 10, 0),
    ((6, 3), 12, 11, 0),
    ((6, 10), 10, 10, 1),
    ((6, 17), 12, 11, 0),
    ((6, 24), 11, 11, 0),
    ((7, 1), 12, 11, 1),
    ((7, 8), 10, 10, 0),
    ((9, 2), 12, 11, 1),
    ((9, 9), 13, 12, 1),
    ((9, 16), 12, 12, 0),
    ((9, 23), 13, 12, 1),
    ((9, 30), 13, 13, 0),
    ((10, 7), 13, 12, 1),
)
"""Day, how many signed up, how many came, and from how many doors for the first time. None in the summer."""
_ROTA = ("Marijke van der Meer", "Dirk-Jan op den Berg")
"""Who takes turns as contact person of the soup."""
_STANDS_IN = {(4, 29): "Samira El Idrissi", (7, 1): "Samira El Idrissi", (9, 23): "Lan Nguyen"}
_NEXT_SOUP = (
    "Aaltje Brinkman",
    "Ayşe Yıldırım",
    "Bets Kuipers",
    "Coby Zandstra",
    "Dirk-Jan op den Berg",
    "Henk van der Meer",
    "Joke Meerman",
    "Jolanda de Wilde",
    "Marijke van der Meer",
    "Piet ter Horst",
    "Rachid el Amrani",
    "Samira El Idrissi",
    "Theo in 't Veld",
    "Toos van 't Hek",
)
"""Bets, Joke and Theo come for the first time."""


def _soup(month: int, day: int, signed_up: int, came: int | None, fresh: int = 0) -> Event:
    named = [name for name, since in _REGULARS.items() if since <= date(2026, month, day)]
    named += [name for name, days in _NOW_AND_THEN.items() if (month, day) in days]
    return replace(
        _SOUP,
        starts_at=datetime(2026, month, day, 12),
        signed_up=signed_up,
        came=came,
        fresh=fresh,
        named=tuple(named) if came is not None else (),
        contact=_STANDS_IN.get((month, day), _ROTA[datetime(2026, month, day).toordinal() // 7 % 2])
        if came is not None
        else _ROTA[0],
    )


def _weekend(title: str, kind: str, place: str, starts_at: datetime, came: tuple[int, int, int]) -> Event:
    """Something of one afternoon; `came` is signed up, came, and fresh."""
    return Event(title, kind, place, starts_at, 150, *came)


_PAST = (
    *(_soup(*day, signed_up, came, fresh) for day, signed_up, came, fresh in _SOUPS[:-1]),
    replace(_soup(10, 7, 13, 12, 1), guests=2),
    _weekend("Plantenruil", "groen", "Esdoornplein", datetime(2026, 4, 18, 10), (12, 15, 4)),
    _weekend("Koffie op het plein", "ontmoeten", "Esdoornplein", datetime(2026, 5, 30, 10), (14, 16, 5)),
    replace(
        _weekend("Straatfeest", "eten", "Klaverstraat", datetime(2026, 6, 27, 15), (30, 28, 9)),
        guests=6,
        children=11,
        missed=("Gerrit de Boer", "Youssef El Idrissi"),
    ),
    _weekend("Spelletjesmiddag", "ontmoeten", "De Kas, Esdoornplein 2", datetime(2026, 7, 12, 14), (10, 12, 3)),
    replace(
        _weekend("Voorleesmiddag", "ontmoeten", "De Kas, Esdoornplein 2", datetime(2026, 9, 5, 14), (8, 10, 3)),
        children=7,
    ),
    replace(
        _weekend("Fietsen maken", "klussen", "Esdoornplein", datetime(2026, 9, 19, 10), (8, 9, 3)),
        named=("Henk van der Meer",),
        organiser="Henk",
        contact="Henk van der Meer",
    ),
    _weekend("Burendag", "ontmoeten", "Esdoornplein", datetime(2026, 9, 26, 11), (20, 24, 7)),
    Event(
        "Inloop gemeente",
        "vergaderen",
        "De Kas, Esdoornplein 2",
        datetime(2026, 10, 1, 19),
        120,
        25,
        6,
        1,
        source="council",
        organiser="Gemeente",
    ),
    Event(
        "Berkenpad schoon",
        "klussen",
        "Berkenpad",
        datetime(2026, 10, 3, 10),
        120,
        10,
        14,
        3,
        organiser="Lotte",
        text="Samen vegen en zwerfvuil rapen. Er zijn handschoenen en koffie.",
    ),
)
_COMING = (
    replace(_soup(10, 14, 14, None), named=_NEXT_SOUP, flyer=60),
    Event(
        "Fietsen maken",
        "klussen",
        "Esdoornplein",
        datetime(2026, 10, 17, 10),
        120,
        6,
        named=("Henk van der Meer",),
        organiser="Henk",
        contact="Henk van der Meer",
        text="Een lekke band of een kapotte lamp? We maken hem samen.",
        flyer=40,
    ),
    replace(_soup(10, 21, 0, None), flyer=60),
    Event(
        "Buurtwandeling",
        "wandelen",
        "start Vlierhof",
        datetime(2026, 10, 25, 14),
        90,
        3,
        named=("Toos van 't Hek", "Wilma Pinas", "Coby Zandstra"),
        organiser="Toos",
        text="Een rondje van een uur, met koffie na afloop.",
    ),
    _soup(10, 28, 0, None),
    Event(
        "Beweegles",
        "bewegen",
        "De Kas, Esdoornplein 2",
        datetime(2026, 10, 29, 15),
        60,
        0,
        source="organisation",
        organiser="Sportservice",
        cost="€ 2,50",
    ),
)
EVENTS = tuple(sorted((*_PAST, *_COMING), key=lambda event: event.starts_at))
"""Ten ideas of residents and two of organisations, in the order of the days."""
