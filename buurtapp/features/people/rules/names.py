"""Taking names as people write them into parts: title, given name, initials, tussenvoegsel, family name.

Dutch habits first ("Meer, H.J. van der", "dhr. en mw. Pieters", "Henk & Ria de Boer", "fam. Jansen"). What does not
look like a name at all is kept letter for letter as family name.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace

from buurtapp.core.text import fold
from buurtapp.features.people.names_and_consents import Name
from buurtapp.features.people.rules.name_words import (
    ALWAYS_FAMILY,
    FAMILY_FIRST,
    FEMALE,
    HOUSEHOLD,
    INFIX,
    INFIX_FIRST,
    MALE,
    SECOND_GIVEN,
    SUFFIX,
    TITLES,
)

_SURE_SEPARATOR = re.compile(
    r"\s*(?:\s[&+]\s|\s/\s|;|\n)\s*|\s+(?:en|and|und|et)\s+|\s*&\s*(?=\w)|(?<=\.)/(?=\w)", re.IGNORECASE
)
_INITIALS = re.compile(r"(?:[^\W\d_]{1,2}\.)+(?:[^\W\d_]\.?)?|[^\W\d_]\.?")
_CAPITALS = re.compile(r"[A-ZÀ-ÖØ-Þ]{2,3}")
_IN_BRACKETS = re.compile(r"[(\[]([^()\[\]]*)[)\]]")
_BORN = re.compile(r"\s+(?:geb\.?|geboren|née|nee)\s+(.*)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ParsedNames:
    """The people a text names, and words that are no part of a name but must not be lost."""

    names: tuple[Name, ...]
    left_over: str = ""


def parse_people(written: str) -> ParsedNames:
    """Return everybody a cell names: none, one, or two and more ("Henk & Ria de Boer")."""
    whole = _tidy(written)
    if not whole:
        return ParsedNames(())
    if not _looks_like_names(whole):
        return ParsedNames((Name(family=written.strip()),))
    whole, left_over = _without_remarks(whole)
    whole = _nice_case(whole)
    if _is_household(whole):
        return ParsedNames((_parse_one(whole.replace("\n", " ")),), left_over)
    parts = _comma_parts(whole)
    if parts is None:
        parts = [part for part in _SURE_SEPARATOR.split(whole) if part and part.strip(" ,")]
    if not parts:
        return ParsedNames((Name(family=written.strip()),))
    return ParsedNames(
        tuple(_share_family([_parse_one(part.strip(" ,"), more=len(parts) > 1) for part in parts])), left_over
    )


def parse_name(written: str) -> Name:
    """Return one name as typed in a form; two people in one field stay one."""
    whole = _tidy(written)
    odd_space = any(char.isspace() and char != " " for char in written.strip())
    if odd_space or not _looks_like_names(whole) or _SURE_SEPARATOR.search(whole) or _IN_BRACKETS.search(whole):
        return Name(family=written.strip())
    comma = _comma_parts(whole)
    if comma is not None and len(comma) == 1:
        return _parse_one(comma[0])
    if "," in whole:
        return Name(family=written.strip())
    return _parse_one(whole)


def gender_of(title: str) -> str:
    """Return "m", "f", "household" or "" for a title as written."""
    folded = fold(title)
    if folded in MALE:
        return "m"
    if folded in FEMALE:
        return "f"
    return "household" if folded in HOUSEHOLD else ""


def split_infix(family: str) -> tuple[str, str]:
    """Return ("van der", "Meer") for "van der Meer"."""
    tokens = family.split()
    length = _infix_length(tokens)
    return (" ".join(tokens[:length]), " ".join(tokens[length:])) if 0 < length < len(tokens) else ("", family.strip())


def is_infix(written: str) -> bool:
    """Return whether a text is nothing but a tussenvoegsel: "van de", "'t"."""
    tokens = written.split()
    return bool(tokens) and _infix_length([*tokens, "X"]) == len(tokens)


def is_initials(written: str) -> bool:
    """Return whether a text is nothing but initials: "H.J.", "M. P. E.", "J"."""
    tokens = written.split()
    return bool(tokens) and all(_INITIALS.fullmatch(token) for token in tokens)


def nice_initials(written: str) -> str:
    """Return initials with dots and without spaces: "h j" → "H.J."; "Th.J." stays as it is."""
    tokens = [token for token in re.split(r"[\s.]+", written) if token]
    if len(tokens) == 1 and _CAPITALS.fullmatch(tokens[0]) and "." not in written:
        tokens = list(tokens[0])
    return "".join(f"{token[0].upper()}{token[1:]}." for token in tokens)


def _tidy(written: str) -> str:
    lines = (" ".join(line.split()) for line in written.replace("\r", "\n").split("\n"))
    return "\n".join(line for line in lines if line).replace(" - ", "-").strip(" ,;")


def _looks_like_names(whole: str) -> bool:
    if not whole or not (whole[0].isalpha() or whole[0] in "'’`´("):
        return False
    return all(
        char.isalpha() or unicodedata.category(char) in {"Mn", "Mc"} or char in " \n.,'’`´-–()[]&/+;" for char in whole
    )


def _without_remarks(whole: str) -> tuple[str, str]:
    """Take words in brackets out that are neither a call name nor a title."""
    kept = []

    def decide(match: re.Match[str]) -> str:
        inside = match[1].strip()
        if fold(inside) in TITLES:
            return f" {inside} "
        if inside and len(inside.split()) <= 2 and inside[0].isupper():
            return f" ({inside}) "
        kept.append(inside)
        return " "

    return _tidy(_IN_BRACKETS.sub(decide, whole)), "; ".join(kept)


def _nice_case(whole: str) -> str:
    """Write "IJSBRAND VAN IJZENDOORN" and "jan de boer" as people write names; leave mixed case alone."""
    letters = [char for char in whole if char.isalpha()]
    shouting = (
        len(letters) > 4 and all(not char.islower() for char in letters) and any(char.isupper() for char in letters)
    )
    whispering = (
        " " in whole and all(not char.isupper() for char in letters) and any(char.islower() for char in letters)
    )
    if not (shouting or whispering):
        return whole
    return re.sub(r"\S+", lambda match: nice_word(match[0]), whole)


def nice_word(word: str) -> str:
    """Return one word of a name or place with a capital, and tussenvoegsels small."""
    if _INITIALS.fullmatch(word) and "." in word:
        return word.upper()
    if fold(word) in INFIX | INFIX_FIRST | {"en"}:
        return word.lower()
    return "-".join(_capital(part) for part in word.split("-"))


def _capital(part: str) -> str:
    low = part.lower()
    if fold(part) in INFIX | INFIX_FIRST:
        return low
    if low.startswith("ij"):
        return "IJ" + low[2:]
    head, mark, tail = low.partition("'")
    if mark and len(head) == 1 and tail:
        return f"{head.upper()}'{tail[0].upper()}{tail[1:]}"
    return low[:1].upper() + low[1:]


def _is_household(whole: str) -> bool:
    title, _ = _take_titles(whole.split())
    return any(fold(word) in HOUSEHOLD for word in title)


def _take_titles(tokens: list[str]) -> tuple[list[str], list[str]]:
    """Return the titles at the start, and what follows."""
    titles: list[str] = []
    while tokens:
        if len(tokens) > 1 and fold(" ".join(tokens[:2])) == "de heer":
            titles.append(" ".join(tokens[:2]))
            tokens = tokens[2:]
        elif fold(tokens[0]) in TITLES and (tokens[0].endswith(".") or len(tokens[0]) > 1):
            titles.append(tokens[0])
            tokens = tokens[1:]
        else:
            break
    return titles, tokens


def _comma_parts(whole: str) -> list[str] | None:
    """Return the people of "Meer, H.J. van der" or "Boer, de, Henk en Ria", family name last; None when not so."""
    if "," not in whole or "\n" in whole:
        return None
    pieces = [piece.strip() for piece in whole.split(",") if piece.strip()]
    if len(pieces) == 3 and is_infix(pieces[1]):
        pieces = [pieces[0], f"{pieces[2]} {pieces[1]}"]
    if len(pieces) != 2:
        return [piece for piece in pieces for piece in _SURE_SEPARATOR.split(piece) if piece]
    left, right = pieces
    if fold(right) in SUFFIX:
        return [f"{left} {right}"]
    left_tokens, right_tokens = left.split(), right.split()
    ending = _trailing_infix(right_tokens)
    full_left = _infix_length(left_tokens) == 0 and any(
        _infix_length(left_tokens[at:]) for at in range(1, len(left_tokens) - 1)
    )
    if full_left and "-" not in left and len(right_tokens) > 1 and not ending:
        return [left, right]
    first = right_tokens[: len(right_tokens) - ending]
    infix = right_tokens[len(right_tokens) - ending :]
    tail = " ".join([*infix, left])
    return [f"{part.strip()} {tail}" for part in _SURE_SEPARATOR.split(" ".join(first)) if part and part.strip()] or [
        tail
    ]


def _trailing_infix(tokens: list[str]) -> int:
    for length in range(min(4, len(tokens)), 0, -1):
        if is_infix(" ".join(tokens[-length:])):
            return length
    return 0


def _infix_length(tokens: list[str]) -> int:
    """Return how many tokens at the start are tussenvoegsel; at least one token is left for the family name."""
    length = 0
    while length < len(tokens) - 1:
        word = tokens[length]
        key = fold(word)
        if key in INFIX and not (word.isupper() and len(key) == 1):
            length += 1
        elif (
            key in INFIX_FIRST
            and not (word.isupper() and len(key) == 1)
            and length + 1 < len(tokens) - 1
            and fold(tokens[length + 1]) in INFIX
        ):
            length += 2
        else:
            break
    return length


def _parse_one(part: str, *, more: bool = False) -> Name:
    """Return one person. With `more` people beside it, a bare first name is allowed to miss its family name."""
    call = ""
    brackets = _IN_BRACKETS.search(part)
    if brackets:
        call = brackets[1].strip()
        part = _tidy(part[: brackets.start()] + " " + part[brackets.end() :])
    born = _BORN.search(part)
    if born:
        part = part[: born.start()] + "-" + born[1].strip()
    titles, tokens = _take_titles(part.split())
    titles, tokens = _titles_after(titles, tokens)
    suffix = [tokens.pop()] if len(tokens) > 1 and fold(tokens[-1]) in SUFFIX else []
    initials: list[str] = []
    while tokens and not _infix_length(tokens) and _is_initials_token(tokens, bool(initials)):
        initials.append(tokens.pop(0))
    given, infix, family = _split(tokens, has_first=bool(initials), alone=not more or bool(titles))
    if call:
        given = call if not given else f"{given} ({call})"
    if titles and not given and not initials:
        # A capital that only comes from its place: "mevrouw Van der Meer" is married to Henk van der Meer.
        infix = infix.lower()
    household = any(fold(title) in HOUSEHOLD for title in titles)
    if not more and not (given or family):
        return Name(family=part)
    return Name(
        " ".join(titles),
        given,
        nice_initials(" ".join(initials)),
        infix,
        " ".join([family, *suffix]).strip(),
        "household" if household else "person",
    )


def _titles_after(titles: list[str], tokens: list[str]) -> tuple[list[str], list[str]]:
    """A title may stand at the end too: "Jansen dhr."."""
    if not titles and len(tokens) > 1 and fold(tokens[-1]) in TITLES and tokens[-1].endswith("."):
        return [tokens[-1]], tokens[:-1]
    return titles, tokens


def _is_initials_token(tokens: list[str], already: bool) -> bool:  # noqa: FBT001 - private
    word = tokens[0]
    if _INITIALS.fullmatch(word):
        return True
    return (
        not already
        and len(tokens) > 1
        and bool(_CAPITALS.fullmatch(word))
        and not all(token.isupper() for token in tokens)
    )


def _split(tokens: list[str], *, has_first: bool, alone: bool) -> tuple[str, str, str]:
    """Return given name, infix and family name of what is left after title and initials."""
    for at in range(len(tokens)):
        length = _infix_length(tokens[at:])
        if length:
            return " ".join(tokens[:at]), " ".join(tokens[at : at + length]), " ".join(tokens[at + length :])
    for at, word in enumerate(tokens):
        if (
            (at > 0 or fold(word) in ALWAYS_FAMILY)
            and (fold(word) in FAMILY_FIRST or _has_inner_infix(word))
            and at < len(tokens) - 1
        ):
            return " ".join(tokens[:at]), "", " ".join(tokens[at:])
    if has_first:
        return "", "", " ".join(tokens)
    if len(tokens) == 1:
        return ("", "", tokens[0]) if alone else (tokens[0], "", "")
    if not alone and len(tokens) == 2 and fold(tokens[1]) in SECOND_GIVEN:
        return " ".join(tokens), "", ""
    return " ".join(tokens[:-1]), "", " ".join(tokens[-1:])


def _has_inner_infix(word: str) -> bool:
    """Whether a double family name breaks inside this word: the "Maas-van" of "Maas-van Dijk"."""
    _, dash, tail = word.rpartition("-")
    return bool(dash) and (not tail or fold(tail) in INFIX | INFIX_FIRST)


def _share_family(names: list[Name]) -> list[Name]:
    """Give a bare first name the family name beside it: "Henk" of "Henk & Ria de Boer"."""
    shared = []
    for at, name in enumerate(names):
        if name.family:
            shared.append(name)
            continue
        donor = next((other for other in [*names[at + 1 :], *reversed(names[:at])] if other.family), None)
        if donor is not None:
            shared.append(replace(name, infix=donor.infix, family=donor.family))
        elif name.given:
            shared.append(name)
        else:
            shared.append(replace(name, family=name.initials or name.title, initials="", title=""))
    return shared
