"""What is known of one person, in words for their contact card: one fact for each thing, none for what is not known."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from buurtapp.core.i18n import N_, Text, _, text
from buurtapp.features.people.names_and_consents import ConsentState, Name
from buurtapp.features.people.printouts.list_frame import day_in_words
from buurtapp.features.people.records import PersonCard
from buurtapp.features.people.rules import about
from buurtapp.features.people.rules.consent_words import ANSWER_WORDS, HOW_WORDS, PURPOSE_WORDS, STICKER_WORDS
from buurtapp.features.people.rules.languages import language_names
from buurtapp.features.people.rules.reach import nice_phone

WAYS: Mapping[str, Text] = {
    "phone": text(N_("Phone call")),
    "letter": text(N_("Letter")),
    "door": text(N_("At the door")),
    "email": text(N_("By e-mail")),
    "whatsapp": text(N_("WhatsApp")),
}


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that is known: what it is about, and the words, a line for each when there are more."""

    topic: str
    words: str


def facts_of(card: PersonCard) -> list[Fact]:
    """Return everything that is known of somebody but the name and the street, which the card shows larger.

    A step of the ladder that was chosen by hand stays off paper: it is what the group thinks of somebody.
    """
    found = [
        Fact(_("Name in parts"), _parts(card.name)),
        Fact(_("Postcode and place"), " ".join(filter(None, (card.door.postcode, card.door.place)))),
        Fact(_("Phone"), "\n".join(nice_phone(phone) for phone in card.phones)),
        Fact(_("E-mail"), "\n".join(card.emails)),
        Fact(_("Best reached by"), WAYS[card.contact_preference].render() if card.contact_preference in WAYS else ""),
        Fact(_("Best time"), card.best_time),
        Fact(_("Labels"), ", ".join(card.labels)),
        Fact(_("Languages"), about.listed_words(language_names(card.languages)) if card.languages else ""),
        Fact(_("Skills and interests"), ", ".join(card.skills)),
        Fact(_("In the group"), about.does(card)),
        Fact(_("Membership"), _membership(card)),
        Fact(_("Year of birth"), str(card.birth_year or "")),
        Fact(_("Consent"), "\n".join(_consent(state) for state in card.consents)),
        Fact(_("At the door"), "\n".join(_asked_at_the_door(card))),
        Fact(_("Also at this address"), "\n".join(mate.name.spoken for mate in card.housemates)),
        Fact(_("Note"), card.note),
    ]
    return [fact for fact in found if fact.words.strip()]


def _parts(name: Name) -> str:
    """Return the parts of a name that the name as it is spoken does not hold: a title, or initials beside a name."""
    if not name.given:
        return ""
    first = " ".join(part for part in (name.title, name.initials) if part)
    return " ".join(part for part in (first, f"({name.given})", name.infix, name.family) if part) if first else ""


def _membership(card: PersonCard) -> str:
    """Return from when until when somebody is or was a member; whole days, because a card is kept in a folder."""
    start, end = card.member_from, card.member_until
    if start is not None and end is not None:
        return _("member from {start} until {end}").format(start=day_in_words(start), end=day_in_words(end))
    if start is not None:
        return _("member from {day}").format(day=day_in_words(start))
    return _("member until {day}").format(day=day_in_words(end)) if end is not None else ""


def _consent(state: ConsentState) -> str:
    """Return how it stands with one purpose, on one line: answer, day, how it came, which form and text."""
    said: list[str] = [ANSWER_WORDS[state.state].render()]
    day = state.on_day or state.asked_on
    if day is not None:
        said.append(day_in_words(day))
    if state.state in {"given", "withdrawn"}:
        said.append(HOW_WORDS[state.how].render())
    if state.form_number:
        said.append(_("form {number}").format(number=state.form_number))
    if state.text_version is not None:
        said.append(_("text {version}").format(version=state.text_version))
    if state.entered_by:
        said.append(_("entered by {name}").format(name=state.entered_by))
    return f"{PURPOSE_WORDS[state.purpose].render()}: {', '.join(said)}"


def _asked_at_the_door(card: PersonCard) -> Iterator[str]:
    if card.no_bell:
        yield _("Do not ring the bell")
    if card.sticker:
        yield STICKER_WORDS[card.sticker].render()
