"""Reading what a cell says of a person beside name, door and phone: yes or no, days, languages, what they agreed to.

Lists come in Dutch and in English, and our own come back in both. What is not understood is None: the caller keeps it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from buurtapp.core.text import fold
from buurtapp.features.people.importing.records import ReadConsent
from buurtapp.features.people.names_and_consents import Answer, ConsentHow, Purpose
from buurtapp.features.people.records import ContactPreference, Sticker

_YES = frozenset({"ja", "j", "yes", "y", "x", "1", "true", "waar", "v", "✓", "✔", "☑", "☒"})
_NO = frozenset({"nee", "n", "no", "0", "false", "onwaar", "☐", "neen"})
_BETWEEN = re.compile(r"\s*(?::::|[,;/|\n])\s*|\s+(?:en|and)\s+")
_MARKED = re.compile(r"\s*:::\s*")
_ISO = re.compile(r"\b(\d{4})-(\d{1,2})-(\d{1,2})\b")
_DUTCH_DAY = re.compile(r"\b(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})\b")
_WRITTEN = re.compile(r"\b(\d{1,2}) ([^\W\d_]{3,10})\.? (\d{4})\b")
_YEAR = re.compile(r"(?<!\d)((?:18|19|20)\d\d)(?!\d)")
_MONTHS = {
    "jan": 1,
    "feb": 2,
    "mrt": 3,
    "maa": 3,
    "mar": 3,
    "apr": 4,
    "mei": 5,
    "may": 5,
    "jun": 6,
    "jul": 7,
    "aug": 8,
    "sep": 9,
    "okt": 10,
    "oct": 10,
    "nov": 11,
    "dec": 12,
}
_FIRST_YEAR, _LAST_YEAR = 1900, 2100

_WAYS: Mapping[str, ContactPreference] = {
    **dict.fromkeys(("phone", "phone call", "call", "calling", "telefoon", "telefonisch", "bellen", "tel"), "phone"),
    **dict.fromkeys(("mobiel", "by phone", "per telefoon", "gebeld"), "phone"),
    **dict.fromkeys(
        ("letter", "brief", "post", "per post", "per brief", "in de bus", "by post", "by letter"), "letter"
    ),
    **dict.fromkeys(
        ("door", "deur", "at the door", "aan de deur", "langskomen", "bezoek", "visit", "huisbezoek"), "door"
    ),
    **dict.fromkeys(("email", "e mail", "mail", "by e mail", "by email", "per e mail", "per mail", "mailen"), "email"),
    **dict.fromkeys(("whatsapp", "app", "appen", "whats app", "per whatsapp", "per app"), "whatsapp"),
}
_GIVEN = frozenset({*_YES, "given", "gegeven", "allowed", "mag", "mag wel", "toegestaan", "akkoord", "agreed", "ok"})
_WITHDRAWN = frozenset(
    {
        *_NO,
        "withdrawn",
        "ingetrokken",
        "not allowed",
        "mag niet",
        "niet toegestaan",
        "geweigerd",
        "refused",
        "not given",
    }
    | {"niet gegeven", "niet akkoord"}
)
_ASKED = frozenset({"asked", "gevraagd", "no answer yet", "nog geen antwoord", "wacht op antwoord"}) | {
    "asked no answer yet"
}
_NOT_ASKED = frozenset({"", "not asked", "not asked yet", "niet gevraagd", "nog niet gevraagd", "onbekend", "unknown"})
_HOWS: Mapping[str, ConsentHow] = {
    **dict.fromkeys(("on paper", "op papier", "paper", "papier", "formulier", "form"), "paper"),
    **dict.fromkeys(("spoken", "mondeling", "gesproken", "gezegd"), "spoken"),
    **dict.fromkeys(("by e mail", "per e mail", "per mail", "via e mail"), "mail"),
    **dict.fromkeys(("otherwise", "anders", "op een andere manier", "op andere wijze"), "other"),
}


def yes_or_no(written: str) -> bool | None:
    """Return what a cell says, "x" and "1" too; None when it is neither yes nor no."""
    word = fold(written) or written.strip()
    return True if word in _YES else False if word in _NO else None


def day_in(written: str) -> date | None:
    """Return the day that is written in a text: "21-12-2013", "2013-12-21", "17 jun 2017"; None without a whole one."""
    iso, dutch, words = _ISO.search(written), _DUTCH_DAY.search(written), _WRITTEN.search(written)
    if iso:
        year, month, day = int(iso[1]), int(iso[2]), int(iso[3])
    elif dutch:
        day, month, year = int(dutch[1]), int(dutch[2]), int(dutch[3])
    elif words:
        day, month, year = int(words[1]), _MONTHS.get(fold(words[2])[:3], 0), int(words[3])
    else:
        return None
    try:
        found = date(year, month, day)
    except ValueError:
        return None
    return found if _FIRST_YEAR <= year <= _LAST_YEAR else None


def whole_day(written: str) -> date | None:
    """Return the day when a cell holds nothing else; "since about 3-4-2010" is more than a day, and stays text."""
    found = day_in(written)
    rest = _WRITTEN.sub("", _DUTCH_DAY.sub("", _ISO.sub("", written, 1), 1), 1)
    return found if not rest.replace("00:00:00", "").replace("00:00", "").strip(" .,") else None


def year_in(written: str, last: int = _LAST_YEAR) -> int | None:
    """Return the year of birth in a year or a whole date; None for "45", which may be an age."""
    found = _YEAR.search(written)
    return int(found[1]) if found and _FIRST_YEAR <= int(found[1]) <= last else None


def contact_preference(written: str) -> ContactPreference | None:
    """Return how somebody likes to be reached."""
    return _WAYS.get(fold(written))


def sticker(written: str) -> Sticker | None:
    """Return what stands on a letterbox: "NEE/JA" may have "sticker" behind it."""
    word = fold(written).removesuffix(" sticker")
    if word in {"nee nee", "neenee", "nee nee sticker"}:
        return "nee_nee"
    if word in {"nee ja", "neeja", "nee ja sticker"}:
        return "nee_ja"
    return "" if word in {"", "geen", "no", "none", "geen sticker"} or yes_or_no(written) is False else None


def words(written: str) -> tuple[str, ...]:
    """Return the words of a cell: between our own mark where it is there, else between commas, lines or "and"."""
    marked = ":::" in written
    found = (" ".join(word.split()) for word in (_MARKED if marked else _BETWEEN).split(written))
    return tuple(dict.fromkeys(word for word in found if word))


def consent(purpose: Purpose, written: str, day: str = "") -> ReadConsent | None:
    """Return what somebody answered: "ja", "gegeven 12-5-2026", "no (on paper)"; None when that is not clear.

    `day` is a cell of its own that says when. A cell that says "not asked" gives the answer "not_asked".
    """
    on_day = day_in(written) or day_in(day)
    rest = _WRITTEN.sub("", _DUTCH_DAY.sub("", _ISO.sub("", written)))
    parts = [fold(part) for part in re.split(r"[,;()]", rest)]
    how: ConsentHow = next((_HOWS[part] for part in parts if part in _HOWS), "other")
    said = " ".join(part for part in parts if part and part not in _HOWS)
    said = said.removesuffix(" op").removesuffix(" on").removesuffix(" sinds").removesuffix(" since")
    state = _state(said)
    return ReadConsent(purpose, state, on_day, how) if state is not None else None


def _state(said: str) -> Answer | None:
    kinds: tuple[tuple[frozenset[str], Answer], ...] = (
        (_GIVEN, "given"),
        (_WITHDRAWN, "withdrawn"),
        (_ASKED, "asked"),
        (_NOT_ASKED, "not_asked"),
    )
    return next((state for known, state in kinds if said in known), None)
