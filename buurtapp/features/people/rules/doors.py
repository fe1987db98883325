"""Taking addresses as people write them into street, number, addition, postcode and place."""

from __future__ import annotations

import re
from dataclasses import dataclass

from buurtapp.core.text import fold
from buurtapp.features.people.records import Door
from buurtapp.features.people.rules.names import nice_word

_ADDITION = r"(?:[^\W\d_]{1,3}|\d{1,4}|bis|huis|boven|beneden|links|rechts|hoog|laag|begane grond)"
_NUMBER = re.compile(
    r"^(?P<street>(?=.*[^\W\d_]).*[^\s,])[\s,]+#?(?P<number>[1-9]\d{0,4})"
    rf"(?P<addition>\s*[-/ ]?\s*\(?{_ADDITION}\)?(?:\s*[-/ ]?\s*{_ADDITION})?)?\s*[.,]?$",
    re.IGNORECASE,
)
_NUMBER_FIRST = re.compile(_NUMBER.pattern.replace(r".*[^\s,])[\s,]+", r"[^\d]*[^\s,\d])[\s,]+"), re.IGNORECASE)
_YEAR_AT_END = re.compile(r"\s(?!1[5-9]\d\d$|20\d\d$)\d{1,5}$")
_NUMBER_SIGN = re.compile(r"[\s,]+(?:nr|no|nummer|huisnr|huisnummer|number|#)\b\.?:?$", re.IGNORECASE)
_RANGE = re.compile(r"\d\s*(?:t/m|tot|tm|t\.e\.m\.)\s*(?:en met\s*)?\d", re.IGNORECASE)
_AND = re.compile(
    r"\d\s*[a-z]?\s*(?:,|\ben\b|\band\b|&|\+)\s*\d|\d{1,5}\s*[-–]\s*\d{1,5}\s+(?:odd|even|oneven)\b", re.IGNORECASE
)
_GLUED = re.compile(
    rf"^(?P<street>[^\d]*[^\W\d_]\.?)(?P<number>[1-9]\d{{0,4}})(?P<addition>\s*[-/ ]?\s*{_ADDITION})?$", re.IGNORECASE
)
_FRONT = re.compile(
    r"^(?P<number>[1-9]\d{0,4})\s?(?P<addition>[a-z]{1,2}|bis)?\s*,?\s+(?P<street>[^\W\d_][^\d,]*)$", re.IGNORECASE
)
_BARE = re.compile(
    rf"^(?:nr\.?\s*)?(?P<number>[1-9]\d{{0,4}})(?:\.0)?"
    rf"(?P<addition>\s*[-/ ]?\s*{_ADDITION}(?:\s*[-/ ]?\s*{_ADDITION})?)?$",
    re.IGNORECASE,
)
_POSTCODE = re.compile(r"(?<![\w.])(?P<figures>[1-9]\d{3})\s?(?P<letters>[A-Z]{2})(?![\w])(?!\.?\s*\d)", re.IGNORECASE)
_FIGURES = re.compile(r"(?<![\w.])(?P<figures>\d{3,6})(?:\s?(?P<letters>[A-Z]{2}))?(?![\w])\s*", re.IGNORECASE)
_COUNTRY = re.compile(r"[\s,]+(?:nl|nederland|the netherlands|netherlands|holland)\.?$", re.IGNORECASE)
_SHORT = (("str", "straat"), ("ln", "laan"), ("pln", "plein"), ("wg", "weg"), ("dr", "dreef"))
_STREET_WORDS = re.compile(
    r"(?:straat|laan|weg|pad|plein|hof|dijk|kade|singel|gracht|steeg|dreef|park|erf|akker|veld|kuil|ring|markt|wal|kamp|berg|"
    r"donk|heide|es|brink|lei|baan|stein|burg|oord|horst|rijt|plaats|bos|tuin|street|road|lane|avenue)$"
)


@dataclass(frozen=True, slots=True)
class ParsedDoor:
    """What an address text says. `problem` is "", "address_no_number" or "address_unreadable"."""

    door: Door
    problem: str = ""


@dataclass(frozen=True, slots=True)
class ParsedPostcode:
    """What a text with a postcode and a place says. `problem` is "", "postcode_invalid" or "postcode_incomplete"."""

    postcode: str
    place: str
    problem: str = ""


def parse_address(written: str, known_streets: frozenset[str] = frozenset()) -> ParsedDoor:
    """Return the door a line names, with postcode and place when they stand in it too."""
    text = " ".join(written.replace("\n", ", ").split()).strip(" ,;")
    postcode = place = ""
    code = _POSTCODE.search(text)
    if code and code.start() > 0:
        postcode, place = nice_postcode(code), nice_place(_COUNTRY.sub("", text[code.end() :]).strip(" ,"))
        text = text[: code.start()].strip(" ,;")
    found = _find_number(text)
    if found:
        street = nice_street(_NUMBER_SIGN.sub("", found["street"]))
        return ParsedDoor(Door(street, int(found["number"]), nice_addition(found["addition"] or ""), postcode, place))
    bare = Door(postcode=postcode, place=place)
    if not any(char.isdigit() for char in text) and sounds_like_street(text, known_streets):
        return ParsedDoor(bare, "address_no_number")
    return ParsedDoor(bare, "address_unreadable")


def names_several(written: str) -> bool:
    """Tell whether an address or a house number names more than one door: "Klaverstraat 14 t/m 18"."""
    return bool(_RANGE.search(written) or _AND.search(written))


def _find_number(text: str) -> re.Match[str] | None:
    if re.search(r"\bpostbus\b", text, re.IGNORECASE) or _RANGE.search(text):
        return None
    found = _NUMBER.match(text)
    if found and _YEAR_AT_END.search(found["street"]):
        # "Kerkstraat 3 2-RD": the first number is the house; in "Plein 1944 7" it is part of the name.
        found = _NUMBER_FIRST.match(text) or found
    return found or _GLUED.match(text) or _FRONT.match(text)


def parse_house(written: str) -> tuple[int, str] | None:
    """Return number and addition of a cell with only those ("12", "12.0", "32-a", "6 II"); None for anything else."""
    found = _BARE.match(" ".join(written.split()).strip(" ,"))
    return (int(found["number"]), nice_addition(found["addition"] or "")) if found else None


def parse_postcode(written: str) -> ParsedPostcode:
    """Return postcode and place of a cell: "9999AN  Klaverdorp", "Klaverdorp", "9999 ap, Klaverdorp"."""
    text = _COUNTRY.sub("", " ".join(written.split())).strip(" ,")
    found = _POSTCODE.search(text)
    if found:
        rest = f"{text[: found.start()]} {text[found.end() :]}"
        return ParsedPostcode(nice_postcode(found), nice_place(rest.strip(" ,-")))
    figures = _FIGURES.search(text)
    if figures is None:
        return (
            ParsedPostcode("", nice_place(text))
            if not any(char.isdigit() for char in text)
            else ParsedPostcode("", "", "postcode_invalid")
        )
    place = nice_place((text[: figures.start()] + text[figures.end() :]).strip(" ,-"))
    if len(figures["figures"]) == 5 and not figures["letters"]:
        return ParsedPostcode(figures["figures"], place)
    if len(figures["figures"]) == 4 and not figures["letters"] and not figures["figures"].startswith("0"):
        return ParsedPostcode("", place, "postcode_incomplete")
    return ParsedPostcode("", place, "postcode_invalid")


def nice_postcode(found: re.Match[str]) -> str:
    """Return "9999 AB"."""
    return f"{found['figures']} {found['letters'].upper()}"


def nice_place(written: str) -> str:
    """Return a place with capitals as people write it: "KLAVERDORP" → "Klaverdorp"."""
    written = written.strip()
    if written and (written.isupper() or written.islower()):
        return " ".join(nice_word(word) for word in written.split())
    return written


def nice_addition(written: str) -> str:
    """Return an addition as it is stored: "-A" → "a", "II" and "bis" as they are; two parts with a space between."""
    parts = [part for part in re.split(r"[\s\-/()]+", written) if part]
    return " ".join(_nice_part(part) for part in parts)


def _nice_part(part: str) -> str:
    roman = part.upper()
    if re.fullmatch(r"I{1,3}|IV|VI{0,3}|IX|X", roman) and (part.isupper() or len(part) > 1):
        return roman
    return part.lower()


def nice_street(written: str) -> str:
    """Return a street in full, with capitals as people write it: "Klaverstr." → "Klaverstraat"."""
    words = written.strip(" ,;").split()
    if words:
        last = words[-1].rstrip(".")
        key = last.lower()
        for short, full in _SHORT:
            cut = key.removesuffix(short)
            # "Elst" is no street: something must stand before the short form.
            if cut != key and (len(cut) > 2 or words[-1].endswith(".")) and (short != "dr" or words[-1].endswith(".")):
                last = last[: len(cut)] + (
                    full.upper() if last.isupper() and len(last) > len(short) else full if cut else full.capitalize()
                )
                break
        else:
            last = words[-1]
        words[-1] = last
    street = " ".join(words)
    letters = [char for char in street if char.isalpha()]
    if letters and (all(char.isupper() for char in letters) or all(char.islower() for char in letters)):
        return " ".join(nice_word(word) for word in street.split())
    return street


def street_key(street: str) -> str:
    """Return what tells streets apart: folded, short forms written in full."""
    return fold(nice_street(street))


def door_key(door: Door) -> tuple[str, int, str] | None:
    """Return what tells doors apart; None when there is no street and number. Postcode and place do not matter."""
    if not door.street or not door.number:
        return None
    return (street_key(door.street), *house_of(door.number, door.addition))


def house_of(number: int, addition: str) -> tuple[int, str]:
    """Return what tells the houses of a street apart: "12-a" and "12 A" are one."""
    return number, fold(addition).replace(" ", "")


def sounds_like_street(text: str, known_streets: frozenset[str]) -> bool:
    """Return whether a text without a number can be a street: one we know, or with the ending of one."""
    key = street_key(text)
    return key in known_streets or (len(key.split()) <= 3 and bool(_STREET_WORDS.search(key)))
