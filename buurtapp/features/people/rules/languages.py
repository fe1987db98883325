"""Languages people speak: from what somebody writes ("Turks", "turkish", "tr") to a code, and back to a name.

The names come from Babel (CLDR), in the language of whoever reads; a word that is no language we know stays as it is.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping, Sequence

from buurtapp.core.i18n import LANGUAGES, language
from buurtapp.core.text import fold

_FIRST = ("nl", "en", "tr", "ar", "zgh", "rif", "pl", "uk", "so", "ti", "fa", "pap", "de", "fr", "es", "srn", "ku")
"""Proposed before all others: what is spoken most where our groups are."""
_SAID_BY_ITSELF = (
    *("tr", "ar", "uk", "pl", "fa", "ku", "so", "ti", "de", "fr", "es", "it", "pt", "ru", "zh", "ja", "ko", "el"),
    *("bg", "ro", "hu", "hr", "sr", "bs", "sq", "am", "ur", "hi", "bn", "pa", "vi", "th"),
)
"""Languages that are also known as they call themselves: "Türkçe", "العربية"."""
_ALSO: dict[str, str] = {
    # Words people use that are not the names in CLDR.
    "berbers": "ber",
    "berber": "ber",
    "tamazight": "zgh",
    "tarifit": "rif",
    "riffijns": "rif",
    "rif berbers": "rif",
    "farsi": "fa",
    "dari": "fa-AF",
    "koerdisch": "ku",
    "kurdish": "ku",
    "sranan": "srn",
    "surinaams": "srn",
    "papiamento": "pap",
    "papiamentu": "pap",
    "fries": "fy",
    "frisian": "fy",
    "frysk": "fy",
    "vlaams": "nl",
    "flemish": "nl",
    "mandarijn": "zh",
    "mandarin": "zh",
    "kantonees": "yue",
    "gebarentaal": "dse",
    "nederlandse gebarentaal": "dse",
    "ngt": "dse",
    "dutch sign language": "dse",
    "darija": "ary",
    "marokkaans arabisch": "ary",
    "moroccan arabic": "ary",
    "tigrinja": "ti",
    "tigrinya": "ti",
}
_NAMES: Mapping[str, dict[str, str]] = {
    # Languages that CLDR has no name for, or a clumsy one.
    "nl": {
        "ber": "Berbers",
        "zgh": "Tamazight",
        "dse": "Nederlandse Gebarentaal",
        "fa-AF": "Dari",
        "ary": "Marokkaans-Arabisch",
    },
    "en": {
        "ber": "Berber",
        "zgh": "Tamazight",
        "dse": "Dutch Sign Language",
        "fa-AF": "Dari",
        "ary": "Moroccan Arabic",
    },
}
_BETWEEN = re.compile(r"\s*(?::::|[,;/\n&+]|\s(?:en|and|und|et)\s)\s*", re.IGNORECASE)
_LONGEST_CODE = 3
_NO_LANGUAGE = {"mul", "und", "zxx"}


def code_of(written: str) -> str:
    """Return the code of a language as people write it, or the word itself, with its spaces put right."""
    folded = fold(written)
    return _codes().get(folded) or " ".join(written.split())


def languages_in(written: str) -> tuple[str, ...]:
    """Return the languages a field or cell names, each once: "Turks, Arabisch en Fries" → ("tr", "ar", "fy")."""
    parts = (part.strip(" .") for part in _BETWEEN.split(written))
    return tuple(dict.fromkeys(code_of(part) for part in parts if part))


def language_name(code: str) -> str:
    """Return the name of a language in the present language: "Turks"; a word that is no code stays as it is."""
    return _names(language()).get(code, code)


def is_language(code: str) -> bool:
    """Return whether a word is the code of a language we know."""
    return code in _names("en")


def language_names(codes: Sequence[str]) -> list[str]:
    """Return the names of these languages in the present language."""
    return [language_name(code) for code in codes]


def known_names() -> list[str]:
    """Return the names to propose in a field, in the present language: those spoken most come first."""
    names = _names(language())
    first = [names[code] for code in _FIRST if code in names]
    rest = sorted((name for name in names.values() if name not in first), key=fold)
    return [*first, *dict.fromkeys(rest)]


@functools.cache
def _names(screen: str) -> dict[str, str]:
    """Return the names of all languages in one language, by code."""
    from babel import Locale  # noqa: PLC0415 - 25 ms that the first painted window has no need of

    known = Locale(screen if screen in LANGUAGES else "en").languages
    plain = {code: name for code, name in known.items() if "_" not in code and len(code) <= _LONGEST_CODE}
    plain = {code: name[:1].upper() + name[1:] for code, name in plain.items() if code not in _NO_LANGUAGE}
    return plain | _NAMES.get(screen, _NAMES["en"])


@functools.cache
def _codes() -> dict[str, str]:
    """Return the codes of all languages by their folded names: in Dutch, English, and as they call themselves."""
    from babel import Locale  # noqa: PLC0415 - 25 ms that the first painted window has no need of

    found: dict[str, str] = {}
    for code in _SAID_BY_ITSELF:
        found[fold(Locale(code).languages.get(code, code))] = code
    for screen in reversed(LANGUAGES):
        found |= {fold(name): code for code, name in _names(screen).items()}
    codes = {code.lower(): code for code in _names("nl")}
    return codes | found | _ALSO
