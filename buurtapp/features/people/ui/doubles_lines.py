"""What is shown of each of two people who may be one, line by line."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from babel import Locale

from buurtapp.core.i18n import N_, Text, _, language, text
from buurtapp.features.people.records import PersonCard, Relation
from buurtapp.features.people.rules.consent_words import ANSWER_WORDS, PURPOSE_WORDS
from buurtapp.features.people.ui.importing.compare import card_lines
from buurtapp.features.people.ui.wording import do_not, way
from buurtapp.uikit.words import Words, day

_RELATIONS: Mapping[Relation, Text] = {
    "resident": text(N_("Lives here")),
    "helper": text(N_("Helps from elsewhere")),
    "professional": text(N_("Professional")),
    "organisation": text(N_("Organisation")),
}

NAMES: tuple[Words, ...] = (
    text(N_("Contact")),
    text(N_("Best time")),
    text(N_("Wish")),
    text(N_("Year of birth")),
    text(N_("Languages")),
    text(N_("Good at")),
    text(N_("Roles")),
    text(N_("Relation")),
    text(N_("Member")),
    text(N_("Consents")),
)
"""What stands below the usual lines, in order."""


def lines(card: PersonCard) -> list[str]:
    """Return what is shown of somebody: the usual lines, then those of `NAMES`."""
    return [
        *card_lines(card),
        way(card.contact_preference),
        card.best_time,
        do_not() if card.do_not_approach else "",
        str(card.birth_year or ""),
        ", ".join(map(_language, card.languages)),
        ", ".join(card.skills),
        ", ".join(card.roles),
        _RELATIONS[card.relation].render() if card.relation != "resident" else "",
        _member(card.member_from, card.member_until),
        ", ".join(_consents(card)),
    ]


def _language(code: str) -> str:
    """Return a language in words; what is no code we know stays as it was written."""
    return str(Locale.parse(language()).languages.get(code, code))


def _member(since: date | None, until: date | None) -> str:
    if since is not None and until is not None:
        return _("{first} to {last}").format(first=_day(since), last=_day(until))
    if since is not None:
        return _("since {day}").format(day=_day(since))
    return _("until {day}").format(day=_day(until)) if until is not None else ""


def _day(when: date) -> str:
    return str(day(when, "d MMM yyyy"))


def _consents(card: PersonCard) -> list[str]:
    return [f"{PURPOSE_WORDS[one.purpose].render()}: {ANSWER_WORDS[one.state].render()}" for one in card.consents]
