"""What the people of the sample promised: the tasks on the home screen of 13 October 2026, and some that were kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

from sqlalchemy import select

from buurtapp.core.store.work import Work
from buurtapp.features.activities.tables import Activity
from buurtapp.features.people.tables import Person
from buurtapp.features.promises.tables import Promise

_SOUP = "Soep op woensdag"
_SOUP_ON, _LAST_SOUP_ON = date(2026, 10, 14), date(2026, 10, 7)


@dataclass(frozen=True, slots=True)
class _Promised:
    """A promise of the story; people by the name they are called by, the soup by its day."""

    title: str
    due_on: date
    kind: str = "task"
    by: str = ""
    about: str = ""
    soup: date | None = None
    made_on: date = date(2026, 10, 6)
    done_on: date | None = None


_PROMISES = (
    _Promised("Bel de gemeente over de stoeptegels", date(2026, 10, 9), "call", made_on=date(2026, 9, 2)),
    _Promised("Bel Henk: kan hij Aaltje ophalen?", date(2026, 10, 13), "call", "", "Henk van der Meer", _SOUP_ON),
    _Promised(
        "Bel Joke Meerman: morgen haar eerste keer",
        date(2026, 10, 13),
        "call",
        "Samira El Idrissi",
        "Joke Meerman",
        _SOUP_ON,
    ),
    _Promised("Bedank de soepkokers met een kaart", date(2026, 10, 19), "card", soup=_LAST_SOUP_ON),
    _Promised(
        "Bel Theo in ’t Veld terug: hij wil helpen",
        date(2026, 10, 19),
        "call",
        "Henk van der Meer",
        "Theo in 't Veld",
        made_on=date(2026, 10, 1),
    ),
    _Promised(
        "Haal Aaltje op voor de soep",
        date(2026, 10, 7),
        by="Henk van der Meer",
        about="Aaltje Brinkman",
        soup=_LAST_SOUP_ON,
        made_on=date(2026, 10, 5),
        done_on=date(2026, 10, 7),
    ),
    _Promised(
        "Vraag in de Vlierhof wie er wil wandelen",
        date(2026, 10, 2),
        by="Toos van 't Hek",
        made_on=date(2026, 9, 22),
        done_on=date(2026, 10, 1),
    ),
)


def add_promises(work: Work, people: Sequence[Person]) -> None:
    """Write what was promised; what is about somebody who is not in a small sample is left out."""
    by_name = {_called(one): one.id for one in people}
    soups = {
        one.starts_at.date(): one.id for one in work.session.scalars(select(Activity).where(Activity.title == _SOUP))
    }
    wanted = [one for one in _PROMISES if {one.by, one.about} - {""} <= by_name.keys()]
    work.add_many(_row(one, by_name, soups.get(one.soup) if one.soup is not None else None) for one in wanted)


def _called(person: Person) -> str:
    return " ".join(part for part in (person.given, person.infix, person.family) if part)


def _row(one: _Promised, people: dict[str, int], soup: int | None) -> Promise:
    return Promise(
        title=one.title,
        kind=one.kind,
        due_on=one.due_on,
        person_id=people.get(one.by),
        who="",
        about_kind="activity" if soup is not None else "",
        about_id=soup,
        about_person_id=people.get(one.about),
        note="",
        done_at=_noon(one.done_on) if one.done_on is not None else None,
        made_at=_noon(one.made_on),
    )


def _noon(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
