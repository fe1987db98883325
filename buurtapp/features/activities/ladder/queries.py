"""What the ladder needs to know, for a page of people or for all of them: a few sums that the file makes itself."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, case, func, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from buurtapp.features.activities.ladder import rules
from buurtapp.features.activities.ladder.rules import Facts, Involvement
from buurtapp.features.activities.tables import Activity, Attendance, Signup
from buurtapp.features.people.queries import standing
from buurtapp.features.people.rules.steps import LIT, STEPS, Rung, Step
from buurtapp.features.people.tables import Email, Label, Person, PersonLabel, Phone

_MANY = 500
_Column = InstrumentedAttribute[int] | InstrumentedAttribute[int | None]


def facts(session: Session, here: datetime, numbers: Sequence[int]) -> dict[int, Facts]:
    """Return what happened with each of these people, up to this wall-clock time."""
    found: dict[int, Facts] = {}
    for at in range(0, len(numbers), _MANY):
        part = numbers[at : at + _MANY]
        found.update({number: Facts(way) for number, way in _ways(session, part).items()})
        for number, known in _happened(session, here, part).items():
            found[number] = replace(known, way=found[number].way if number in found else "")
    return {number: found.get(number, Facts()) for number in numbers}


def involvement(session: Session, here: datetime, numbers: Sequence[int]) -> dict[int, Involvement]:
    """Return where each of these people stands at this wall-clock time, and why."""
    today, chosen = here.date(), standing.chosen(session, numbers)
    return {
        number: rules.involvement(known, today, *chosen.get(number, (None, "")))
        for number, known in facts(session, here, numbers).items()
    }


def rungs(session: Session, here: datetime, numbers: Sequence[int]) -> dict[int, Rung]:
    """Return where each of these people stands, and the last thing they came to: for a page of the list, in 4 ms."""
    counts = func.sum(_counts_now(here))
    wanted = select(Attendance.person_id, counts, func.max(Activity.starts_at), Activity.title)
    last = {row[0]: row for row in _rows(session, _by_person(wanted, here, numbers))}
    high = _lit(session, here, {number: row[1] for number, row in last.items()}, numbers)
    by_hand = standing.chosen_steps(session, numbers)
    reached = {row[0] for row in _rows(session, select(Person.id).where(Person.id.in_(numbers), _is_reached()))}
    made = {}
    for number in numbers:
        step = by_hand.get(number) or high.get(number) or ("reached" if number in reached else "lives_here")
        _person, _count, when, title = last.get(number, (number, 0, None, ""))
        made[number] = Rung(step, when.date() if when is not None else None, title)
    return made


def lit(session: Session, here: datetime) -> dict[int, Step]:
    """Return everybody with a window that is lit: whoever follows, or stands higher. A town takes a quarter second."""
    found = _derived(session, here)
    for number, step in standing.chosen_steps(session).items():
        if step in LIT:
            found[number] = step
        else:
            found.pop(number, None)
    return found


def _derived(session: Session, here: datetime) -> dict[int, Step]:
    wanted = select(Attendance.person_id, func.sum(_counts_now(here)))
    return _lit(session, here, _pairs(_rows(session, _by_person(wanted, here, None))), None)


def steps(session: Session, here: datetime) -> dict[int, Step]:
    """Return the step of everybody."""
    reached = set(session.scalars(select(Person.id).where(_is_reached())))
    found: dict[int, Step] = {
        number: "reached" if number in reached else "lives_here" for number in session.scalars(select(Person.id))
    }
    return found | _derived(session, here) | standing.chosen_steps(session)


def last_days(session: Session, here: datetime) -> dict[int, datetime]:
    """Return when people came last, of everybody who ever came."""
    wanted = select(Attendance.person_id, func.max(Activity.starts_at))
    return {row[0]: row[1] for row in _rows(session, _by_person(wanted, here, None))}


def counts(session: Session, here: datetime) -> dict[Step, int]:
    """Return how many people stand on each step."""
    high = _derived(session, here) | standing.chosen_steps(session)
    counted: Counter[Step] = Counter(high.values())
    people = select(func.count()).select_from(Person)
    # As one text: SQLite takes no more than 32,766 values apart.
    one_of = func.json_each(json.dumps(list(high))).table_valued("value")
    is_high = Person.id.in_(select(one_of.c.value))
    counted["reached"] += session.scalar(people.where(_is_reached(), ~is_high)) or 0
    counted["lives_here"] += (session.scalar(people) or 0) - counted.total()
    return {step: counted[step] for step in STEPS}


def _lit(session: Session, here: datetime, came: Mapping[int, int], numbers: Sequence[int] | None) -> dict[int, Step]:
    contacts = _pairs(_rows(session, _contacts(here, numbers)))
    signed = {row[0] for row in _rows(session, _only(select(Signup.person_id).distinct(), Signup.person_id, numbers))}
    core, known = _lifted(session, here, numbers)
    for number, label in _given(session, numbers):
        (core if rules.with_label(label) == "core" else known).add(number)
    return {
        number: rules.lit_step(came.get(number, 0), contacts.get(number, 0), is_core=number in core)
        for number in came.keys() | contacts.keys() | signed | core | known
    }


def _lifted(session: Session, here: datetime, numbers: Sequence[int] | None) -> tuple[set[int], set[int]]:
    """Return who belongs to the core by a role or as a connector, and who follows by a role or as a member."""
    core = {number for number, _area in standing.connectors(session, numbers)}
    known = {number for number, _since in standing.members(session, here.date(), numbers)}
    for number, role in standing.roles(session, numbers):
        (core if rules.with_role(role) == "core" else known).add(number)
    return core, known


def _rows(session: Session, wanted: Select[*tuple[Any, ...]]) -> list[Row[*tuple[Any, ...]]]:
    """Return rows without what makes objects of them, which takes longer than the question itself."""
    return list(session.connection().execute(wanted).all())


def _pairs(rows: Iterable[Row[*tuple[Any, ...]]]) -> dict[int, int]:
    return {row[0]: row[1] for row in rows}


def _counts_now(here: datetime) -> ColumnElement[int]:
    return case((Activity.starts_at >= rules.year_before(here), 1), else_=0)


def _happened(session: Session, here: datetime, numbers: Sequence[int]) -> dict[int, Facts]:
    """Return the facts that light a window; whoever has none is left out."""
    made: defaultdict[int, dict[str, object]] = defaultdict(dict)
    for number, last, title in _rows(session, _last(here, numbers)):
        made[number] = {"last_came": last.date(), "last_title": title}
    for number, came, first in _rows(session, _came(here, numbers)):
        made[number].update(came=came, first_came=first.date())
    signed = select(Signup.person_id, func.count()).group_by(Signup.person_id)
    for number, count in _rows(session, _only(signed, Signup.person_id, numbers)):
        made[number]["signed_up"] = count
    for number, count, first in _rows(session, _contacts(here, numbers)):
        made[number].update(contact_for=count, first_contact=first.date())
    for number, label in _given(session, numbers):
        made[number]["core_label" if rules.with_label(label) == "core" else "follow_label"] = label
    for number, area in standing.connectors(session, numbers):
        made[number].setdefault("connects", area)
    for number, since in standing.members(session, here.date(), numbers):
        made[number].update(is_member=True, member_since=since)
    for number, role in standing.roles(session, numbers):
        made[number].setdefault("core_role" if rules.with_role(role) == "core" else "other_role", role)
    return {number: Facts(**known) for number, known in made.items()}  # type: ignore[arg-type]


def _given(session: Session, numbers: Sequence[int] | None) -> list[tuple[int, str]]:
    """Return who has a label that says how involved somebody is, with the label."""
    telling = Label.sort_name.in_([*rules.CORE_LABELS, *rules.FOLLOW_LABELS])
    wanted = select(PersonLabel.person_id, Label.name).join(Label, Label.id == PersonLabel.label_id).where(telling)
    return [(row[0], row[1]) for row in _rows(session, _only(wanted, PersonLabel.person_id, numbers))]


def _last(here: datetime, numbers: Sequence[int]) -> Select[*tuple[Any, ...]]:
    """Ask for the last time that people came.

    SQLite fills the title, which is in no sum, from the row that has the maximum, as long as there is no other maximum
    or minimum (sqlite.org/lang_select.html, "bare columns"); `rungs` leans on that too.
    """
    wanted = select(Attendance.person_id, func.max(Activity.starts_at), Activity.title)
    return _by_person(wanted, here, numbers)


def _came(here: datetime, numbers: Sequence[int]) -> Select[*tuple[Any, ...]]:
    """Ask how often people came in the last 12 months, and since when."""
    wanted = select(Attendance.person_id, func.count(), func.min(Activity.starts_at))
    return _by_person(wanted.where(Activity.starts_at >= rules.year_before(here)), here, numbers)


def _by_person(
    wanted: Select[*tuple[Any, ...]], here: datetime, numbers: Sequence[int] | None
) -> Select[*tuple[Any, ...]]:
    who = Attendance.person_id
    wanted = wanted.join(Activity, Activity.id == Attendance.activity_id).group_by(who)
    return _only(wanted.where(who.is_not(None), Activity.starts_at <= here), who, numbers)


def _contacts(here: datetime, numbers: Sequence[int] | None) -> Select[*tuple[Any, ...]]:
    who = Activity.contact_person_id
    wanted = select(who, func.count(), func.min(Activity.starts_at)).group_by(who)
    return _only(wanted.where(who.is_not(None), Activity.starts_at >= rules.year_before(here)), who, numbers)


def _only(wanted: Select[*tuple[Any, ...]], who: _Column, numbers: Sequence[int] | None) -> Select[*tuple[Any, ...]]:
    return wanted if numbers is None else wanted.where(who.in_(numbers))


def _is_reached() -> ColumnElement[bool]:
    """Tell who can be reached: the conditions that `_ways` names one by one."""
    return or_(
        Person.contact_preference != "",
        *(Person.id.in_(select(table.person_id)) for table in (Phone, Email, PersonLabel)),
    )


def _ways(session: Session, numbers: Sequence[int]) -> dict[int, rules.Way]:
    """Return how each of these people can be reached, the surest way; whoever cannot is left out."""
    found: dict[int, rules.Way] = {}
    asked = select(Person.id).where(Person.id.in_(numbers), Person.contact_preference != "")
    ways: tuple[tuple[rules.Way, Iterable[int]], ...] = (
        ("label", session.scalars(select(PersonLabel.person_id).where(PersonLabel.person_id.in_(numbers)))),
        ("way", session.scalars(asked)),
        ("email", session.scalars(select(Email.person_id).where(Email.person_id.in_(numbers)))),
        ("phone", session.scalars(select(Phone.person_id).where(Phone.person_id.in_(numbers)))),
    )
    for way, people in ways:
        found.update(dict.fromkeys(people, way))
    return found
