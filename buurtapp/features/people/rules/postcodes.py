"""Postcodes that somebody types: Dutch ones, and those of neighbours across the border.

Four figures alone are half a Dutch postcode more often than a whole Belgian one, so that they must say from where.
"""

from __future__ import annotations

import re
from dataclasses import replace

from buurtapp.core.i18n import N_, Text, text
from buurtapp.features.people.rules.doors import ParsedPostcode, parse_postcode

_OWN = re.compile(r"^NL[\s-]+", re.IGNORECASE)
_SHORT = {"BE": "B", "DE": "D", "LU": "L", "LUX": "L", "FR": "F", "AT": "A"}
_COUNTRY = "B|BE|D|DE|L|LU|LUX|F|FR|A|AT|CH|DK|PL|UA|TR|ES|IT|PT|SE|NO|FI|CZ"
_WITH_COUNTRY = re.compile(
    rf"(?P<country>{_COUNTRY})\s?-?\s?(?P<code>\d{{2,3}}[- ]?\d{{2,3}})"
    r"(?:\s+(?P<place>[^\W\d].*))?",
    re.IGNORECASE,
)
_ABROAD = re.compile(
    r"(?P<code>\d{5,6}|\d{2}-\d{3}|[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2})(?:[\s,]+(?P<place>[^\W\d].*))?", re.IGNORECASE
)


def typed_postcode(written: str) -> ParsedPostcode:
    """Return postcode and place of a field: "9999ab", "48599", "B-3930", "be 3930 Hamont", "SW1A 1AA"."""
    tidy = _OWN.sub("", " ".join(written.split()).strip(" ,"))
    found = _WITH_COUNTRY.fullmatch(tidy)
    if found:
        country = found["country"].upper()
        code = found["code"].replace(" ", "")
        return ParsedPostcode(f"{_SHORT.get(country, country)}-{code}", found["place"] or "")
    dutch = parse_postcode(tidy)
    found = _ABROAD.fullmatch(tidy) if not dutch.postcode else None
    if found:
        return ParsedPostcode(found["code"].upper(), found["place"] or "")
    return replace(dutch, problem="postcode_invalid") if tidy and not dutch.postcode and not dutch.problem else dutch


def postcode_problem(parsed: ParsedPostcode) -> Text | None:
    """Return what is wrong with a postcode that was typed, and how to write it; None when it is good."""
    if not parsed.problem:
        return None
    if parsed.problem == "postcode_incomplete":
        return text(N_("A Dutch postcode has two letters: 1234 AB. Is it Belgian? Then write B-3930."))
    return text(N_("Write a postcode like this: 1234 AB."))
