"""Folding and sorting of text: what makes "Yıldırım", "yildirim" and "YILDIRIM" the same to a search."""

from __future__ import annotations

import re
import unicodedata

# Letters that Unicode does not take apart into a base letter and an accent.
_SINGLE = str.maketrans(
    {
        "ı": "i",
        "ł": "l",
        "Ł": "l",
        "ø": "o",
        "Ø": "o",
        "đ": "d",
        "Đ": "d",
        "ð": "d",
        "þ": "th",
        "ß": "ss",
        "æ": "ae",
        "Æ": "ae",
        "œ": "oe",
        "Œ": "oe",
        "ĳ": "ij",
        "Ĳ": "ij",
        "أ": "ا",
        "إ": "ا",
        "آ": "ا",
        "ى": "ي",
        "ة": "ه",
    }
)
_APOSTROPHES = re.compile(r"['’‘`´ʼ]")
_NOT_WORD = re.compile(r"[\W_]+")
_NOT_DIGIT = re.compile(r"\D+")


def fold(value: str) -> str:
    """Return lower case without accents and signs, words separated by one space.

    İ, ı and i are alike, ĳ is ij, apostrophes vanish, other signs are a space: "Klaverstr. 12-a" → "klaverstr 12 a".
    """
    if value.isascii():
        # Most of what people write: the same by a shorter way.
        return _NOT_WORD.sub(" ", value.replace("'", "").replace("`", "").lower()).strip()
    value = _APOSTROPHES.sub("", value.translate(_SINGLE))
    # Twice: "℠" is small already, and becomes two capitals when it is taken apart.
    value = unicodedata.normalize("NFKD", value.casefold()).casefold()
    value = "".join(char for char in value if not unicodedata.combining(char))
    return _NOT_WORD.sub(" ", value.translate(_SINGLE)).strip()


def digits(value: str) -> str:
    """Return only the digits of a text."""
    return _NOT_DIGIT.sub("", value)


def slug(value: str, longest: int = 60) -> str:
    """Return a file-name part of a-z, 0-9 and hyphens; empty when nothing is left.

    Only for titles of activities and lists, never for names of people.
    """
    ascii_only = fold(value).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", ascii_only).strip("-")[:longest].strip("-")


def like_words(search: str) -> list[str]:
    """Return the folded words of a search, longest first, so that the rarest is tried first."""
    return sorted(set(fold(search).split()), key=lambda word: (-len(word), word))
