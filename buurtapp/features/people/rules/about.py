"""What is known of somebody, in words: what they speak and can, what they are to the group, since when a member."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from buurtapp.core.i18n import N_, Text, _, language, text
from buurtapp.features.people.records import PersonCard
from buurtapp.features.people.rules.languages import language_names
from buurtapp.features.people.rules.relations import RELATION_WORDS


def listed_words(words: Sequence[str]) -> str:
    """Return words as a sentence lists them in the present language: "Turks, Arabisch en Fries"."""
    from babel.lists import format_list  # noqa: PLC0415 - loads its tables at first use

    return str(format_list(list(words), locale=language()))


def speaks(card: PersonCard) -> Text | None:
    """Return which languages somebody speaks: "Speaks Turkish and Arabic"; None when nothing is known."""
    if not card.languages:
        return None
    return text(N_("Speaks {languages}"), languages=listed_words(language_names(card.languages)))


def can(card: PersonCard) -> Text | None:
    """Return what somebody can and likes: "Can: odd jobs, mending bicycles"; None when nothing is known."""
    return text(N_("Can: {skills}"), skills=", ".join(card.skills)) if card.skills else None


def does(card: PersonCard) -> str:
    """Return what somebody is to the group and in it: "helper, penningmeester"; a resident is not named as such."""
    relation = [] if card.relation == "resident" else [RELATION_WORDS[card.relation].render()]
    words = ", ".join([*relation, *card.roles])
    return words[:1].upper() + words[1:]


def membership(card: PersonCard, today: date) -> Text | None:
    """Return since when somebody is a member of the group, or until when they were; None when nothing is known."""
    start, end = card.member_from, card.member_until
    if end is not None and end < today:
        if start is not None:
            return text(N_("Was a member from {start} to {end}"), start=month_of(start), end=month_of(end))
        return text(N_("Was a member until {end}"), end=month_of(end))
    if start is not None and end is not None:
        return text(N_("Member from {start} to {end}"), start=month_of(start), end=month_of(end))
    if end is not None:
        return text(N_("Member until {end}"), end=month_of(end))
    if start is not None and start > today:
        return text(N_("Member from {start}"), start=month_of(start))
    return text(N_("Member since {start}"), start=month_of(start)) if start is not None else None


def is_member(card: PersonCard, today: date) -> bool:
    """Return whether somebody is a member of the group on this day."""
    began = card.member_from is not None and card.member_from <= today
    ended = card.member_until is not None and card.member_until < today
    return (began or (card.member_from is None and card.member_until is not None)) and not ended


def born(card: PersonCard) -> str:
    """Return the year of birth as a sentence, nothing when it is not known."""
    return _("Born in {year}").format(year=card.birth_year) if card.birth_year is not None else ""


def month_of(day: date) -> str:
    """Return month and year in the present language: "maart 2024"."""
    from babel.dates import format_date  # noqa: PLC0415 - loads its tables at first use

    return str(format_date(day, "MMMM yyyy", locale=language()))
