"""The list of people for other programs: columns that our own import understands again.

A spreadsheet is the group's own administration. It leaves nobody and nothing out: what people said yes and no to stands
beside it, a column for each purpose. Whoever writes to or calls people from it goes by those columns. Who may stand in
contacts for a phone says `rules/for_lists.py`; papers and letters of our own ask `rules/approach.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from buurtapp.core.i18n import N_, _
from buurtapp.exchange.write import Cell, write_csv, write_xlsx
from buurtapp.exchange.write_vcard import Contact, write_vcards
from buurtapp.features.people.names_and_consents import PURPOSES, Answer, ConsentState, Purpose
from buurtapp.features.people.records import PersonCard, Sticker
from buurtapp.features.people.rules.consents import state_of
from buurtapp.features.people.rules.languages import is_language, language_names
from buurtapp.features.people.rules.reach import nice_phone
from buurtapp.features.people.rules.relations import RELATION_WORDS

LABEL_MARK = " ::: "
"""Between labels, languages, skills and roles, as address books write it: a label may have a comma in it."""
_HEADINGS = (
    N_("Title"),
    N_("Given name"),
    N_("Initials"),
    N_("Infix"),
    N_("Family name"),
    N_("Street"),
    N_("House number"),
    N_("Addition"),
    N_("Postcode"),
    N_("Place"),
    N_("Phone"),
    N_("Phone 2"),
    N_("E-mail"),
    N_("E-mail 2"),
    N_("Labels"),
    N_("Note"),
    N_("Best reached by"),
    N_("Best time"),
    N_("Languages"),
    N_("Skills and interests"),
    N_("Role"),
    N_("Relation to the group"),
    N_("Year of birth"),
    N_("Member from"),
    N_("Member until"),
    N_("Do not approach"),
)
_CONSENTS: Mapping[Purpose, str] = {
    "phone": N_("Consent to calls"),
    "letter": N_("Consent to letters"),
    "photo": N_("Consent to photos"),
    "email": N_("Consent to e-mail"),
    "newsletter": N_("Consent to the newsletter"),
    "share_neighbours": N_("Consent to sharing with neighbours"),
    "app_group": N_("Consent to the app group"),
}
_CONSENT_DAYS: Mapping[Purpose, str] = {
    "phone": N_("Consent to calls, day"),
    "letter": N_("Consent to letters, day"),
    "photo": N_("Consent to photos, day"),
    "email": N_("Consent to e-mail, day"),
    "newsletter": N_("Consent to the newsletter, day"),
    "share_neighbours": N_("Consent to sharing with neighbours, day"),
    "app_group": N_("Consent to the app group, day"),
}
_AT_THE_DOOR = (N_("Do not ring the bell"), N_("Sticker on the letterbox"))
_STICKERS: Mapping[Sticker, str] = {"": "", "nee_nee": "NEE/NEE", "nee_ja": "NEE/JA"}
_ANSWERS: Mapping[Answer, str] = {
    "given": N_("yes"),
    "withdrawn": N_("no"),
    "asked": N_("no answer yet"),
    "not_asked": N_("not asked"),
}


def headings() -> list[str]:
    """Return the headings of the list, in the present language."""
    consents = (_CONSENTS[purpose] for purpose in PURPOSES)
    days = (_CONSENT_DAYS[purpose] for purpose in PURPOSES)
    return [_(heading) for heading in (*_HEADINGS, *consents, *_AT_THE_DOOR, *days)]


def row(card: PersonCard) -> list[Cell]:
    """Return one person as a row; a third phone or e-mail address stands behind the second, with a comma."""
    name, door = card.name, card.door
    return [
        name.title,
        name.given,
        name.initials,
        name.infix,
        name.family,
        door.street,
        door.number,
        door.addition,
        door.postcode,
        door.place,
        *_two([phone_out(phone) for phone in card.phones]),
        *_two(card.emails),
        LABEL_MARK.join(card.labels),
        card.note,
        card.contact_preference,
        card.best_time,
        LABEL_MARK.join(language_names(card.languages)),
        LABEL_MARK.join(card.skills),
        LABEL_MARK.join(card.roles),
        RELATION_WORDS[card.relation].render(),
        card.birth_year,
        card.member_from.isoformat() if card.member_from is not None else "",
        card.member_until.isoformat() if card.member_until is not None else "",
        _("yes") if card.do_not_approach else "",
        *(_(_ANSWERS[state_of(card.consents, purpose).state]) for purpose in PURPOSES),
        _("yes") if card.no_bell else "",
        _STICKERS[card.sticker],
        *(_day_of(state_of(card.consents, purpose)) for purpose in PURPOSES),
    ]


def _day_of(state: ConsentState) -> str:
    """Return the day of an answer, or of the question when there is none yet: "2026-05-12"."""
    day = state.on_day or state.asked_on
    return day.isoformat() if day is not None and state.state != "not_asked" else ""


def phone_out(number: str) -> str:
    """Return a number as it is dialled here: never with a + in front, which a spreadsheet takes for a sum."""
    shown = nice_phone(number)
    return f"00{shown[1:]}" if shown.startswith("+") else shown


def _two(values: Sequence[str]) -> tuple[str, str]:
    return (values[0] if values else "", ", ".join(values[1:]))


def contact(card: PersonCard) -> Contact:
    """Return one person as a contact for a phone. A year of birth stays at home."""
    name, door = card.name, card.door
    return Contact(
        shown=name.spoken,
        family=" ".join(part for part in (name.infix, name.family) if part),
        given=name.given or name.initials,
        prefix=name.title,
        organisation=name.spoken if card.relation == "organisation" else "",
        role=", ".join(card.roles),
        languages=[code for code in card.languages if is_language(code)],
        phones=card.phones,
        emails=card.emails,
        street=door.line,
        place=door.place,
        postcode=door.postcode,
        labels=card.labels,
        note=card.note,
    )


def makers(people: Sequence[PersonCard]) -> Mapping[str, Callable[[], bytes]]:
    """Return for each ending that a list of these people can have what makes the file."""
    return {
        ".xlsx": lambda: write_xlsx(_("People"), headings(), map(row, people)),
        ".csv": lambda: write_csv(headings(), map(row, people)),
        ".vcf": lambda: write_vcards(map(contact, people)),
    }
