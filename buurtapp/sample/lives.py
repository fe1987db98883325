"""Who the people of the sample are besides a name: languages, skills, roles, memberships, labels, notes of meetings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from sqlalchemy import func, select

from buurtapp.core.store.work import Work
from buurtapp.core.text import fold
from buurtapp.features.activities.tables import Attendance
from buurtapp.features.people.actions import step as steps
from buurtapp.features.people.actions import words
from buurtapp.features.people.actions.refresh import refresh_keys
from buurtapp.features.people.records import NoteKind, Relation
from buurtapp.features.people.tables import Area, Consent, Label, Person, PersonLabel, PersonNote
from buurtapp.sample import story
from buurtapp.sample.consents import ASKED_ON

_MOST_PEOPLE = 400
_BY = story.GROUP.contact_name
_FIRST_FLYER = date(2026, 3, 1)
_FOUNDED = date(2026, 2, 2)


@dataclass(frozen=True, slots=True)
class Life:
    """What is known of somebody of the story."""

    languages: tuple[str, ...] = ()
    skills: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    relation: Relation = "resident"
    is_member: bool = False


_LIVES: Mapping[str, Life] = {
    "Marijke van der Meer": Life(roles=("coördinator",), is_member=True),
    "Dirk-Jan op den Berg": Life(skills=("moestuin", "bakfiets rijden"), is_member=True),
    "Henk van der Meer": Life(skills=("fietsen maken", "klussen"), is_member=True),
    "Samira El Idrissi": Life(("nl", "ar"), ("koken voor groepen", "vertalen"), is_member=True),
    "Youssef El Idrissi": Life(("nl", "ar", "fr")),
    "Ayşe Yıldırım": Life(("nl", "tr"), ("vertalen",)),
    "Lan Nguyen": Life(("nl", "vi", "en"), ("flyers ontwerpen",)),
    "Rachid el Amrani": Life(("nl", "ar"), ("klussen",)),
    "Toos van 't Hek": Life(skills=("wandelroutes",)),
    "Theo in 't Veld": Life(skills=("piano",)),
    "Karin Voorbeeld": Life(roles=("wijkverpleegkundige",), relation="professional"),
    "Sportservice Klaverdorp": Life(roles=("sportaanbieder",), relation="organisation"),
}
_LANGUAGES = ("tr", "ar", "pl", "uk", "en", "de", "fr")
_SKILLS = ("koken", "tuinieren", "computers", "naaien", "taalles", "timmeren", "zingen", "foto's maken")
_BUSY_ROLES = ("penningmeester", "secretaris", "bestuur")
"""Of those who come most often."""
_KERN = 2
_NEWS, _NEWS_ALSO = 0.97, 0.2
"""How many of those who never come get the newsletter, and how many of the others."""
_STEP_BY_HAND = ("Annie van Loon", "active", "Bakt elke week het brood voor de soep.")


def add_lives(work: Work, people: Sequence[Person], chance: Random) -> None:
    """Write what people speak, can and are, the newsletter, and the notes; `people` begin with those of the story."""
    known = people[:_MOST_PEOPLE]
    told = {one.name: person for one, person in zip(story.NEIGHBOURS, known, strict=False)}
    drawn = [person for person in known[len(told) :] if not person.do_not_approach]
    came = _times_came(work)
    # Most often first: they run the group, with those of the story.
    busy = sorted((person for person in drawn if came.get(person.id)), key=lambda one: (-came[one.id], one.id))
    roles = dict(zip((person.id for person in busy), _BUSY_ROLES, strict=False))
    for name, person in told.items():
        _live(work, person, _LIVES.get(name, Life()))
    for person in drawn:
        _live(work, person, _drawn_life(chance, roles.get(person.id, "")))
        person.birth_year = 1940 + chance.randrange(65) if person.kind == "person" and chance.random() < 0.3 else None
    rest = busy[len(_BUSY_ROLES) :]
    for area in work.session.scalars(select(Area).where(Area.connector_id.is_(None)).order_by(Area.id)):
        area.connector_id = rest.pop(0).id if rest else None
    _label(work, "kern", [person.id for person in rest[:_KERN]])
    followers = _followers(work, drawn, came, chance)
    _label(work, "nieuwsbrief", followers)
    name, step, reason = _STEP_BY_HAND
    if name in told:
        steps.set_step(work, told[name].id, step, reason)
    work.add_many(_notes(work, known, chance))


def _times_came(work: Work) -> dict[int, int]:
    wanted = select(Attendance.person_id, func.count()).group_by(Attendance.person_id)
    return {row[0]: row[1] for row in work.session.execute(wanted) if row[0] is not None}


def _drawn_life(chance: Random, role: str) -> Life:
    languages = ("nl", chance.choice(_LANGUAGES)) if chance.random() < 0.25 else ()
    skills = (chance.choice(_SKILLS),) if chance.random() < 0.2 else ()
    return Life(languages, skills, (role,) if role else (), is_member=bool(role) or chance.random() < 0.04)


def _live(work: Work, person: Person, life: Life) -> None:
    person.relation = life.relation
    person.member_from = _FOUNDED if life.is_member else None
    if life.languages or life.skills or life.roles:
        known = {"language": life.languages, "skill": life.skills, "role": life.roles}
        words.set_words(work, person.id, known)
    if life.skills or life.roles:
        refresh_keys(work, person)


def _followers(work: Work, drawn: Sequence[Person], came: Mapping[int, int], chance: Random) -> list[int]:
    """Return who gets the newsletter; nobody who said no to it."""
    said_no = select(Consent.person_id).where(Consent.purpose == "newsletter", Consent.state == "withdrawn")
    refused = set(work.session.scalars(said_no))
    return [
        person.id
        for person in drawn
        if chance.random() < (_NEWS_ALSO if person.id in came else _NEWS) and person.id not in refused
    ]


def _label(work: Work, name: str, people: Sequence[int]) -> None:
    if people:
        label = work.add(Label(name=name, sort_name=fold(name)))
        work.add_many(PersonLabel(person_id=number, label_id=label.id) for number in people)


def _notes(work: Work, people: Sequence[Person], chance: Random) -> list[PersonNote]:
    """Return the first flyer in the Klaverstraat, and the talks at the door where people filled in a form."""
    forms = select(Consent.person_id, func.min(Consent.on_day)).where(Consent.how == "paper")
    days = {row[0]: row[1] for row in work.session.execute(forms.group_by(Consent.person_id))}
    rows = []
    for one, person in zip(story.NEIGHBOURS, people, strict=False):
        if one.street == "Klaverstraat":
            rows.append(_note(person.id, _FIRST_FLYER, "Eerste flyer in de bus", "mail"))
            rows.append(_note(person.id, ASKED_ON, "Gesproken aan de deur", "spoken"))
    for person in people[len(story.NEIGHBOURS) :]:
        if person.id in days and chance.random() < 0.6:
            rows.append(_note(person.id, days[person.id], "Gesproken aan de deur", "spoken"))
            if chance.random() < 0.15:
                later = days[person.id] + timedelta(days=1 + chance.randrange(20))
                rows.append(_note(person.id, later, "Gebeld over de soep", "called"))
    return rows


def _note(person: int, day: date, words_: str, kind: NoteKind) -> PersonNote:
    return PersonNote(person_id=person, on_day=day, text=words_, kind=kind, entered_by=_BY)
