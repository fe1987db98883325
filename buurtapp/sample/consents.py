"""What the people of the sample said yes and no to, the texts they were shown, and stickers on letterboxes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta
from random import Random

from sqlalchemy import select

from buurtapp.core.store.work import Work
from buurtapp.features.people.names_and_consents import Answer, ConsentHow, Purpose
from buurtapp.features.people.tables import Address, Consent, ConsentText, Person
from buurtapp.sample import story

ASKED_ON = date(2026, 3, 12)
"""The day the Klaverstraat was asked, at the door with a form."""
_SINCE = date(2026, 3, 1)
_BY = story.GROUP.contact_name
_TEXTS: Mapping[Purpose, str] = {
    "phone": "Mogen we u bellen over wat er in de buurt gebeurt?",
    "letter": "Mogen we een brief of kaart met uw naam in de bus doen?",
    "photo": "Mogen we foto’s laten zien waar u op staat?",
    "email": "Mogen we u mailen over wat er in de buurt gebeurt?",
    "newsletter": "Wilt u de nieuwsbrief van de Klaverhoek in uw mail?",
    "share_neighbours": "Mogen buren uw naam en telefoonnummer van ons krijgen?",
    "app_group": "Wilt u in de app-groep van de buurt?",
}
_TEXTS_EN: Mapping[Purpose, str] = {
    "phone": "May we phone you about what happens in the neighbourhood?",
    "letter": "May we put a letter or card with your name in your letterbox?",
    "photo": "May we show photos that you are in?",
    "email": "May we e-mail you about what happens in the neighbourhood?",
    "newsletter": "Would you like the newsletter of the Klaverhoek by e-mail?",
    "share_neighbours": "May we give your name and phone number to neighbours?",
    "app_group": "Would you like to join the app group of the neighbourhood?",
}
_YES: Mapping[Purpose, float] = {
    "phone": 0.9,
    "letter": 0.95,
    "photo": 0.6,
    "email": 0.75,
    "newsletter": 0.8,
    "share_neighbours": 0.4,
    "app_group": 0.4,
}
"""How many of those who were asked said yes."""
_TOLD: Mapping[str, Mapping[Purpose, Answer]] = {
    "Toos van 't Hek": {"phone": "given", "letter": "given", "photo": "withdrawn"},
    "Aaltje Brinkman": {"phone": "given", "letter": "given", "photo": "given", "email": "withdrawn"},
    "Gerrit de Boer": {"phone": "withdrawn", "letter": "given", "photo": "withdrawn", "email": "withdrawn"},
    "Henk van der Meer": {"phone": "given", "letter": "given", "photo": "given", "share_neighbours": "given"},
    "Marijke van der Meer": dict.fromkeys(_TEXTS, "given"),
    "Samira El Idrissi": {"phone": "given", "email": "given", "newsletter": "given", "photo": "given"},
    "Youssef El Idrissi": {"email": "given", "photo": "asked"},
    "Piet ter Horst": {"phone": "given", "letter": "given", "photo": "given"},
    "Wilma Pinas": {"email": "given", "newsletter": "given", "photo": "withdrawn"},
}
_ASKED_OTHERS = 0.45
_MOST_PEOPLE, _MOST_DOORS = 400, 325
_DAYS = 180


def add_consents(work: Work, people: Sequence[Person], chance: Random) -> None:
    """Write the texts, the answers of the Klaverstraat as told, drawn ones of others, and wishes of doors."""
    texts = {
        purpose: ConsentText(purpose=purpose, version=1, language="nl", text=words, since=_SINCE)
        for purpose, words in _TEXTS.items()
    }
    work.add_many(texts.values())
    work.add_many(
        ConsentText(purpose=purpose, version=1, language="en", text=words, since=_SINCE)
        for purpose, words in _TEXTS_EN.items()
    )
    rows = [*_told(people), *_drawn(people, chance)]
    for row in rows:
        row.text_id = texts[row.purpose].id  # type: ignore[index]
    work.add_many(rows)
    _wishes(work, people, chance)


def _told(people: Sequence[Person]) -> Iterator[Consent]:
    for form, (one, person) in enumerate(zip(story.NEIGHBOURS, people, strict=False), 1):
        for purpose, answer in _TOLD.get(one.name, {}).items():
            yield _row(person.id, purpose, answer, ASKED_ON, ("paper", str(form)))


def _drawn(people: Sequence[Person], chance: Random) -> Iterator[Consent]:
    """Of the others about half filled in a form or said it; most purposes were asked."""
    told = len(_TOLD)
    for form, person in enumerate(people[told : told + _MOST_PEOPLE], told + 1):
        if person.do_not_approach or chance.random() > _ASKED_OTHERS:
            continue
        day = ASKED_ON + timedelta(days=chance.randrange(_DAYS))
        how: tuple[ConsentHow, str] = ("paper", str(form)) if chance.random() < 0.7 else ("spoken", "")
        for purpose, share in _YES.items():
            if chance.random() < 0.7:
                answer: Answer = "given" if chance.random() < share else "withdrawn"
                yield _row(person.id, purpose, answer, day, how)


def _row(person: int, purpose: Purpose, answer: Answer, day: date, how: tuple[ConsentHow, str]) -> Consent:
    return Consent(
        person_id=person,
        purpose=purpose,
        state=answer,
        on_day=day,
        how=how[0],
        form_number=how[1],
        text_id=None,
        entered_by=_BY,
        created_at=datetime.combine(day, time(19, 0), UTC),
    )


def _wishes(work: Work, people: Sequence[Person], chance: Random) -> None:
    """Give one door in eight a sticker, and some a note not to ring; not where somebody of the story lives."""
    lived = {person.address_id for _, person in zip(story.NEIGHBOURS, people, strict=False)}
    for address in work.session.scalars(select(Address).order_by(Address.id).limit(_MOST_DOORS)):
        sticker, no_bell = chance.choice(("nee_nee", "nee_ja")), chance.random() < 0.02
        is_sticky = chance.random() < 0.12
        if address.id not in lived:
            address.sticker, address.no_bell = (sticker if is_sticky else ""), no_bell
    work.flush()
