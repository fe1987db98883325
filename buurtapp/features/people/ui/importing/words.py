"""What the import says in words: the meanings of columns, and what is wrong with a cell."""

from __future__ import annotations

import re
from collections.abc import Mapping

from buurtapp.core.i18n import N_, Text, plural_text, text
from buurtapp.core.text import digits
from buurtapp.features.people.importing.headings import CONSENT_DAYS, CONSENTS, IGNORE, MEMBER, OTHER, SINCE, UNTIL
from buurtapp.features.people.importing.records import Problem
from buurtapp.features.people.rules.consent_words import PURPOSE_WORDS
from buurtapp.features.people.rules.reach import is_email

MEANINGS: Mapping[str, Text] = {
    "full name": text(N_("Whole name")),
    "given name": text(N_("Given name")),
    "initials": text(N_("Initials")),
    "infix": text(N_("Infix (van, de)")),
    "infix + family name": text(N_("Family name")),
    "family name": text(N_("Last name only")),
    "given name or infix": text(N_("Middle name")),
    "title": text(N_("Title (Mr, Mrs)")),
    "street + number + addition": text(N_("Street and number")),
    "street + number + addition (spare)": text(N_("Spare address")),
    "street": text(N_("Street")),
    "number": text(N_("House number")),
    "number + addition": text(N_("Number with letter")),
    "addition": text(N_("Letter (a, bis)")),
    "postcode": text(N_("Postcode")),
    "postcode + place": text(N_("Postcode and place")),
    "place": text(N_("Town or village")),
    "phone": text(N_("Phone")),
    "email": text(N_("E-mail")),
    "label": text(N_("Label")),
    "note": text(N_("Note")),
    "organisation": text(N_("Organisation")),
    "kind of card": text(N_("Kind of contact")),
    "birthday": text(N_("Birthday (only the year)")),
    "year of birth": text(N_("Year of birth")),
    MEMBER: text(N_("Member number")),
    SINCE: text(N_("Member since")),
    UNTIL: text(N_("Member until")),
    "contact preference": text(N_("Best reached by")),
    "best time": text(N_("Best time")),
    "do not approach": text(N_("Do not approach")),
    "languages": text(N_("Languages")),
    "skills": text(N_("Skills")),
    "roles": text(N_("Roles")),
    "relation": text(N_("Relation")),
    "no bell": text(N_("Do not ring the bell")),
    "sticker": text(N_("Sticker on the letterbox")),
    **{
        meaning: text(N_("Consent: {purpose}"), purpose=PURPOSE_WORDS[purpose]) for meaning, purpose in CONSENTS.items()
    },
    **{
        meaning: text(N_("Day of consent: {purpose}"), purpose=PURPOSE_WORDS[purpose])
        for meaning, purpose in CONSENT_DAYS.items()
    },
    OTHER: text(N_("Keep in the note")),
    IGNORE: text(N_("Do not take over")),
}
"""What each meaning of a column is called, in the order of the list to choose from. Short: it stands in a field."""

_PROBLEMS: Mapping[str, Text] = {
    "address_no_number": text(N_("House number is missing")),
    "address_unreadable": text(N_("Address not understood")),
    "street_missing": text(N_("Street is missing")),
    "postcode_invalid": text(N_("Postcode is not right")),
    "postcode_incomplete": text(N_("Postcode is not complete")),
    "phone_unreadable": text(N_("Phone number not understood")),
    "email_invalid": text(N_("E-mail address is not right")),
    "birthday_left_out": text(N_("Only the year is kept")),
    "organisation_only": text(N_("An organisation, no person")),
    "name_missing": text(N_("No name")),
    "quote_not_closed": text(N_("A quotation mark is missing")),
    "text_cut": text(N_("Text is too long, the end is cut off")),
    "too_many_cells": text(N_("More cells than headings")),
    "cell_error": text(N_("A sum in the sheet went wrong")),
    "formula_without_value": text(N_("A sum in the sheet has no answer")),
    "card_not_closed": text(N_("The contact is not complete")),
}
_SUGGESTIONS: Mapping[str, Text] = {
    "address_no_number": text(N_("Add the house number in the list, or later with this person.")),
    "address_unreadable": text(N_("Write street and number in this cell, or choose the address later.")),
    "street_missing": text(N_("Write the street in this row, or choose the address later.")),
    "postcode_invalid": text(N_("A postcode has four figures and two letters, as in 1234 AB.")),
    "postcode_incomplete": text(N_("Add the two letters, as in 1234 AB.")),
    "phone_unreadable": text(N_("A number here has ten figures. The text is kept in the note.")),
    "email_invalid": text(N_("It looks like name@example.org. The text is kept in the note.")),
    "organisation_only": text(N_("An organisation does not come in as a person. It waits to be sorted out.")),
    "name_missing": text(N_("Write a name in this row. Without one only the address comes in.")),
    "quote_not_closed": text(N_("Look in the list for a quotation mark that stands alone.")),
    "too_many_cells": text(N_("Look in the list whether a comma or semicolon divides a cell. The rest is kept.")),
    "cell_error": text(N_("Put the sum right in the list, or type the value itself.")),
    "formula_without_value": text(N_("Open the list once in a spreadsheet program and save it.")),
}
_PHONE_DIGITS = 10


def of_problem(problem: Problem) -> Text:
    """Return what is wrong with a cell."""
    if problem.kind == "phone_unreadable":
        short = _PHONE_DIGITS - len(digits(problem.text))
        if digits(problem.text).startswith("0") and short > 0:
            return plural_text("Phone: {count} digit too few", "Phone: {count} digits too few", short)
    return _PROBLEMS.get(problem.kind, text(N_("Not understood")))


def suggestion(problem: Problem) -> Text | None:
    """Return what can be done about a cell; an e-mail address with a slip comes with what was meant."""
    if problem.kind == "email_invalid":
        meant = _meant_email(problem.text)
        if meant:
            return text(N_("Is {email} meant? Then change it in the list."), email=meant)
    return _SUGGESTIONS.get(problem.kind)


def _meant_email(written: str) -> str:
    """Return an address that comes of this with the spaces, commas and double dots taken out; "" without one."""
    tried = re.sub(r"\.{2,}", ".", "".join(written.split()).replace(",", "."))
    tried = re.sub(r"(?i)\(?(?:apenstaartje|\(at\)|\[at\])\)?", "@", tried)
    return tried if tried != written and is_email(tried) else ""
