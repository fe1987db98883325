"""What people type about money: amounts as they are written in the Netherlands, and days."""

from __future__ import annotations

import re
from datetime import date

from buurtapp.core.i18n import language

MOST = 1_000_000_000
"""Cents: ten million euro, more than any neighbourhood gets."""
_AMOUNT = re.compile(r"(\d{1,3}(?:[. ]\d{3})+|\d+)(?:(,)(\d{1,2}|-{1,2})|(\.)(\d{1,2}|-{1,2}))?")
_SIGNS = re.compile(r"^(?:€|eur\b|euro\b)\s*|\s*(?:€|eur|euro)$", re.IGNORECASE)
_ENDING = re.compile(
    r"(?P<title>.*?[^\s€])\s+(?P<amount>(?:€\s*|eur\s+)?-?\d[\d.,]*-{0,2}(?:\s*(?:€|euro?))?)", re.IGNORECASE
)
_DAY = re.compile(r"(\d{1,2})[-/. ](\d{1,2})(?:[-/. ](\d{2}|\d{4}))?")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")


def parse_amount(typed: str) -> int | None:
    """Return the cents of "12,50", "€ 1.500", "1500", "12.5", "1.500,00" or "12,-"; None for anything else.

    A full stop before three figures parts thousands; before one or two it is a comma.
    """
    words = " ".join(typed.split())
    found = _AMOUNT.fullmatch(_SIGNS.sub("", words).strip())
    if found is None or not found[1].replace(".", "").replace(" ", "").isascii():
        return None
    whole = int(found[1].replace(".", "").replace(" ", ""))
    cents = (found[3] or found[5] or "").strip("-")
    amount = whole * 100 + int(cents.ljust(2, "0") or 0)
    return amount if amount <= MOST else None


def split_amount(typed: str) -> tuple[str, str]:
    """Return what was typed on one line as title and amount: ("Boodschappen", "45,00"); no amount is ""."""
    words = " ".join(typed.split())
    found = _ENDING.fullmatch(words)
    return (found["title"], found["amount"].strip()) if found is not None else (words, "")


def split_day(typed: str, today: date) -> tuple[date | None, str]:
    """Return the day that stands in front, and the rest: "9-9 Groente 12,50"; None when no day stands there."""
    first, _space, rest = typed.strip().partition(" ")
    day = parse_day(first, today) if rest.strip() else None
    return (day, rest.strip()) if day is not None else (None, typed.strip())


def bare(cents: int) -> str:
    """Return an amount without the sign, as in a table: 1.291,55 in Dutch, 1,291.55 in English."""
    written = f"{abs(cents) // 100:,}.{abs(cents) % 100:02d}"
    if language() != "en":
        written = written.translate(str.maketrans(",.", ".,"))
    return f"-{written}" if cents < 0 else written


def euros(cents: int) -> str:
    """Return an amount as it is told: € 1.291,55."""
    return f"€\u00a0{bare(cents)}"


def size_words(size: int) -> str:
    """Return what something takes in the file: 6,4 MB, or 12 kB."""
    if size < 100_000:
        return f"{max(1, round(size / 1000))}\u00a0kB" if size else "0\u00a0kB"
    written = f"{size / 1_000_000:.1f}"
    return f"{written if language() == 'en' else written.replace('.', ',')}\u00a0MB"


def parse_day(typed: str, today: date, *, ahead: bool = False) -> date | None:
    """Return the day of "9-9", "9-9-26", "9-9-2026" or "2026-09-09"; None for anything else.

    Without a year it is the newest that is not to come, and `ahead` the first that is not past.
    """
    words = " ".join(typed.split())
    iso, found = _ISO.fullmatch(words), _DAY.fullmatch(words)
    if not words.isascii() or (iso is None and found is None):
        return None
    try:
        if iso is not None:
            return date(int(iso[1]), int(iso[2]), int(iso[3]))
        assert found is not None
        day, month, year = int(found[1]), int(found[2]), found[3]
        if year is not None:
            return date(int(year) + (2000 if len(year) == 2 else 0), month, day)
        made = date(today.year, month, day)
        if ahead:
            return made if made >= today else date(today.year + 1, month, day)
        return made if made <= today else date(today.year - 1, month, day)
    except ValueError:
        return None


def day_typed(day: date | None) -> str:
    """Return a day as it can be typed again: 9-9-2026."""
    return f"{day.day}-{day.month}-{day.year}" if day is not None else ""
