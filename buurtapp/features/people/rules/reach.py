"""Phone numbers and e-mail addresses: brought into one form, never lost."""

from __future__ import annotations

import re
from dataclasses import dataclass

from buurtapp.features.people.rules.phones import nice_phone as nice_phone

_SURE_SPLIT = re.compile(r"[;,|\n]|:::|\s+(?:of|or|en|and)\s+|\s+/\s+")
_REMARK = re.compile(r"\(?\b[^\W\d_]+\.?(?:\s+[^\W\d_]+)*\)?:?")
_PHONE_CHARACTERS = re.compile(r"^[\d\s()+./\-–\u2010\u2011\u00a0]+$")
_HOUSE_WORDS = re.compile(
    r"\b(?:tel|telefoon|mob|mobiel|thuis|werk|vast|priv[ée]|home|work|mobile|phone|cell)\b\.?:?", re.IGNORECASE
)
_EMAIL = re.compile(r"[^@\s<>,;:\"()\[\]]+@[^@\s<>,;:\"()\[\]]+\.[^@\s<>,;:\".()\[\]]{2,}")
_EMAIL_SPLIT = re.compile(r"[;,|\n]|:::|\s+(?:of|or|en|and)\s+|\s+/\s+|(?<=\w)\s*/\s*(?=\S+@)")
_DUTCH = re.compile(r"\+31(?:[1-9]\d{8}|(?:800|90[069])\d{4}(?:\d{3})?)")
_LONGEST_EMAIL = 254


@dataclass(frozen=True, slots=True)
class ParsedReach:
    """The numbers or addresses in a text, in their order, and whether something was left that says more."""

    values: tuple[str, ...]
    left_over: bool = False


def parse_phones(written: str, region: str = "NL") -> ParsedReach:
    """Return every phone number in a text as E.164 ("+31600000111"); nothing when it holds none."""
    numbers: list[str] = []
    left_over = False
    for piece in _SURE_SPLIT.split(written):
        for part in _REMARK.split(piece):
            found = _numbers(part.strip(" :-"), region)
            left_over = left_over or (found is None and any(char.isdigit() for char in part))
            numbers += [number for number in found or () if number not in numbers]
    remarks = _HOUSE_WORDS.sub("", _SURE_SPLIT.sub(" ", written))
    return ParsedReach(tuple(numbers), left_over or any(char.isalpha() for char in remarks))


def _numbers(part: str, region: str) -> list[str] | None:
    """Return the numbers in a text of figures and signs; None when it is no number."""
    if not part or not _PHONE_CHARACTERS.fullmatch(part):
        return [] if not any(char.isdigit() for char in part) else None
    whole = one_phone(part, region)
    if whole:
        return [whole]
    for mark in ("/", "  ", " "):
        halves = [half for half in part.split(mark) if half.strip()]
        for cut in range(1, len(halves)):
            pair = one_phone(mark.join(halves[:cut]), region), one_phone(mark.join(halves[cut:]), region)
            if all(pair):
                return list(pair)
    return None


def one_phone(written: str, region: str = "NL") -> str:
    """Return one number as E.164, or "" when it cannot be one by its length."""
    import phonenumbers  # noqa: PLC0415 - 60 ms, only when there are numbers

    text = re.sub(r"(?<=\d)\s*\(0\)", "", written).replace("–", "-")
    figures = re.sub(r"\D", "", text)
    if figures == text and not figures.startswith("0"):
        # Spreadsheets eat the zero or the plus in front.
        text = (
            f"+{figures}"
            if len(figures) == 11 and figures.startswith("31")
            else f"0{figures}"
            if len(figures) == 9
            else text
        )
    try:
        number = phonenumbers.parse(text, region)
    except phonenumbers.NumberParseException:
        return ""
    if not phonenumbers.is_possible_number(number):
        return ""
    whole = str(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164))
    return whole if not whole.startswith("+31") or _DUTCH.fullmatch(whole) else ""


def parse_emails(written: str) -> ParsedReach:
    """Return every e-mail address in a text, in small letters; `left_over` when a part is none."""
    addresses: list[str] = []
    left_over = False
    for piece in _EMAIL_SPLIT.split(written):
        text = piece.strip().removeprefix("mailto:")
        inside = re.search(r"<([^<>]+)>$", text)
        text = (inside[1] if inside else text).strip(" .")
        if not text:
            continue
        if is_email(text):
            if text.lower() not in addresses:
                addresses.append(text.lower())
        else:
            left_over = True
    return ParsedReach(tuple(addresses), left_over)


def is_email(text: str) -> bool:
    """Return whether a text has the form of an e-mail address."""
    return len(text) <= _LONGEST_EMAIL and ".." not in text and bool(_EMAIL.fullmatch(text))
