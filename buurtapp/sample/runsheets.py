"""The run sheets of the story: that of the soup of tomorrow is told in full, other activities have shipped ones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

from sqlalchemy import select

from buurtapp.core.clock import local
from buurtapp.core.i18n import use_language
from buurtapp.core.store.work import Work
from buurtapp.features.activities.runsheet import actions, shipped
from buurtapp.features.activities.runsheet.records import Facts, JobDraft, SheetJob, When
from buurtapp.features.activities.tables import Activity
from buurtapp.features.activities.tables.runsheet import Job
from buurtapp.features.people.tables import Person
from buurtapp.sample import story


@dataclass(frozen=True, slots=True)
class _Told:
    """A job of the story: before, on the day or after, who leads it, and whether it is done."""

    title: str
    phase: str
    when: When
    who: str = ""
    needs: str = ""
    step: str = ""
    done_days: int | None = None
    minutes: int | None = None


_SOUP = "Soep op woensdag"
_DONE = (
    ("Plek vragen: De Kas is vrij van 11 tot 14 uur", -14, "Dirk-Jan op den Berg", "", 13),
    ("Flyer maken en drukken, 60 stuks", -12, "Lan Nguyen", "flyer", 11),
    ("Flyer in de bus: Klaverstraat en Vlierhof", -9, "Henk van der Meer", "", 8),
    ("Vragen wie er mee-eet en wie vlees eet", -4, "Marijke van der Meer", "", 3),
    ("Boodschappen voor 16 mensen", -1, "Samira El Idrissi", "shopping", 0),
)
_DAY = (
    ("Sleutel halen, kachel aan om 11 uur", -60, "Dirk-Jan op den Berg", "sleutel, AED nakijken", 20),
    ("Soep koken, ook zonder vlees", -60, "Samira El Idrissi", "pannen, blusdeken, groente", 60),
    ("Tafels zo zetten dat niemand alleen zit", -30, "Coby Zandstra", "tafels, stoelen", 20),
    ("Aaltje Brinkman ophalen met de auto", -15, "Henk van der Meer", "auto", 15),
    ("Iedereen aan de deur begroeten", 0, "Marijke van der Meer", "lijst, pennen, naambadges", 20),
    ("Vragen: wat kan volgende week beter?", 75, "iedereen", "papier, pen", 15),
)
_AFTER = (
    ("Aanwezigheid invullen of lijst scannen", 0, "Marijke van der Meer", ""),
    ("Opschrijven wat mensen zeiden", 1, "Marijke van der Meer", ""),
    ("Kaartje naar wie voor het eerst kwam", 2, "Coby Zandstra", "thanks"),
)
_STORY = (
    *(_Told(title, "before", When(days), who, "", step, ago) for title, days, who, step, ago in _DONE),
    _Told("Aanwezigheidslijst drukken", "before", When(-1), "Marijke van der Meer", "lijst, pennen", "list"),
    *(_Told(title, "day", When(0, at), who, needs, minutes=long) for title, at, who, needs, long in _DAY),
    *(_Told(title, "after", When(days), who, "", step) for title, days, who, step in _AFTER),
)
_FACTS = Facts(
    plan_b="Is de kachel stuk? Dan eten we bij Dirk-Jan thuis, Meidoornlaan 12 a. Marijke belt iedereen.",
    supplies="16 kommen\n16 lepels\n2 grote pannen\nbrood en boter\nlijst en pennen\nnaambadges\nverbandtrommel",
    emergency="AED: gevel Esdoornplein 4\nBlusdeken: naast het fornuis\nEHBO: Dirk-Jan\nVerzamelen: op het plein",
)
_OTHERS = {"Fietsen maken": "coffee", "Buurtwandeling": "coffee", "Beweegles": "coffee", _SOUP: "soup-lunch"}
_PAST = {"Burendag": "street-barbecue", "Berkenpad schoon": "clean-up-day", "Straatfeest": "street-barbecue"}
_NOTICE_DAYS = 21
_AHEAD_DAYS = 7
"""So far ahead everything is done: the group has its hands free for what the story tells."""
_TAKEN = 0.7
"""Most jobs are taken by somebody of these."""
_HELPERS = (
    "Marijke van der Meer",
    "Henk van der Meer",
    "Samira El Idrissi",
    "Dirk-Jan op den Berg",
    "Coby Zandstra",
    "Lan Nguyen",
    "Toos van 't Hek",
    "Rachid el Amrani",
)


def add_run_sheets(work: Work, people: Sequence[Person], chance: Random) -> None:
    """Give what is still to come a run sheet, and a few that were done; the soup of tomorrow that of the story."""
    by_name = {one.name: person.id for one, person in zip(story.NEIGHBOURS, people, strict=False)}
    helpers = [by_name[name] for name in _HELPERS if name in by_name]
    here = local(work.now)
    coming = list(work.session.scalars(select(Activity).order_by(Activity.starts_at, Activity.id)))
    told = False
    for activity in coming:
        is_coming = activity.starts_at >= here
        if is_coming and activity.title == _SOUP and not told:
            told = True
            _tell(work, activity, by_name)
        elif is_coming and activity.title in _OTHERS and activity.starts_at < here + timedelta(days=21):
            _use(work, activity, _OTHERS[activity.title], helpers, chance)
        elif not is_coming and activity.title in _PAST and activity.starts_at > here - timedelta(days=21):
            _use(work, activity, _PAST[activity.title], helpers, chance)
    work.flush()


def _tell(work: Work, activity: Activity, by_name: dict[str, int]) -> None:
    for one in _STORY:
        person = by_name.get(one.who)
        who = "" if person is not None else one.who
        draft = JobDraft(one.title, one.phase, one.when, one.needs, one.step, one.minutes, 1, person, who)
        number = actions.add_job(work, activity.id, draft)
        if one.done_days is not None:
            work.get(Job, number).done_at = work.now - timedelta(days=one.done_days)
    actions.set_facts(work, activity.id, _FACTS)


def _use(work: Work, activity: Activity, key: str, people: Sequence[int], chance: Random) -> None:
    """Use a shipped run sheet; neighbours lead its jobs, and what is due soon is done, but for a flyer."""
    with use_language("nl"):
        sheet = next(one for one in shipped.shipped() if one.key == key)
    days = _NOTICE_DAYS if sheet.asks_notice else None
    used = actions.use_run_sheet(work, activity.id, sheet, notice_days=days)
    for number, one in zip(used.jobs, sheet.jobs, strict=True):
        job = work.get(Job, number)
        if not job.who and people and chance.random() < _TAKEN:
            job.person_id = chance.choice(people)
        job.done_at = _done_at(work, activity.starts_at, one)


def _done_at(work: Work, starts_at: datetime, job: SheetJob) -> datetime | None:
    day = job.when.on(starts_at)
    days = (work.today - day).days
    if days > 0:
        return work.now - timedelta(days=days)
    is_ahead = job.phase == "before" and job.step != "flyer" and days >= -_AHEAD_DAYS
    return work.now - timedelta(hours=2) if is_ahead else None
