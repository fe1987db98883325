"""How alike two people are: their names, and what they share. Only somebody can say whether they are one person.

A first name decides first: whoever has clearly another one is a housemate, whatever else is the same.

The year of birth, where both are known, moves a pair up or down the list, and never off it: a year may be mistyped.
The same year makes surer. Years apart are a parent and a child more often than a slip ("J. de Boer" and his son, at one
door, with one telephone): such a pair is never certain, and with only initials stands below every other.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from buurtapp.core.i18n import N_, Text, text
from buurtapp.core.text import digits, fold
from buurtapp.features.people.names_and_consents import Name
from buurtapp.features.people.rules.name_words import INFIX, INFIX_FIRST
from buurtapp.features.people.rules.names import gender_of

Alike = Literal["same", "alike", "initials", "swapped", "given"]
"""How two names are alike."""

Year = Literal["", "same", "other"]
"""How two years of birth are; "" when one is not known."""

FirstName = Literal["same", "alike", "initials", "none", "one", "other"]
FamilyName = Literal["same", "alike", "part", "one", "other"]

_FEWEST_FIGURES = 8
"""Less is no number that somebody can be rung at, but a remark."""
_CERTAIN = 95
_LEAST_SURE = 30

_SHORTEST_TURNED, _SHORTEST_MISSED, _SHORTEST_OTHER = 4, 5, 6
"""From so many letters on two may have changed places, one may be missing, one may be another."""
_SPELLED = (("ij", "y"), ("ph", "f"), ("th", "t"), ("ck", "k"), ("c", "k"))
_SHORT_FAMILY, _LONG_FAMILY = 4, 8

_FITS: dict[FirstName, Alike] = {"same": "same", "none": "same", "initials": "initials", "alike": "alike"}
"""First names that may be those of one person, and how names are alike when the family name is the same."""

_NAME_POINTS: dict[Alike, int] = {"same": 60, "initials": 50, "alike": 45, "swapped": 45, "given": 35}
_SHARED_POINTS = {"address": 25, "phone": 25, "email": 25, "street": 5}
_YEAR_POINTS = {"same": 10, "other": -30, "": 0}

_SHARED_WORDS: dict[frozenset[str], Text] = {
    frozenset({"address"}): text(N_("Same address")),
    frozenset({"phone"}): text(N_("Same phone")),
    frozenset({"email"}): text(N_("Same e-mail")),
    frozenset({"address", "phone"}): text(N_("Same address and phone")),
    frozenset({"address", "email"}): text(N_("Same address and e-mail")),
    frozenset({"phone", "email"}): text(N_("Same phone and e-mail")),
    frozenset({"address", "phone", "email"}): text(N_("Same address, phone and e-mail")),
    frozenset({"street"}): text(N_("Same street, other door")),
    frozenset(): text(N_("No address to tell them apart")),
}
_NAME_WORDS: dict[Alike, Text] = {
    "same": text(N_("same name")),
    "initials": text(N_("initials fit")),
    "alike": text(N_("names are alike")),
    "swapped": text(N_("first name and family name swapped")),
    "given": text(N_("same first name")),
}

_YEAR_WORDS: dict[Year, Text] = {
    "same": text(N_("same year of birth")),
    "other": text(N_("another year of birth")),
}


@dataclass(frozen=True, slots=True)
class Somebody:
    """What is compared of a person: name, where they live, how they are reached, when they were born."""

    id: int
    name: Name
    address_id: int | None = None
    street_id: int | None = None
    phones: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    birth_year: int | None = None


@dataclass(frozen=True, slots=True)
class Likeness:
    """How two people are alike. `score` is 0 to 100: to begin with the surest, it is no chance.

    `year` says how their years of birth are, "" when one is not known.
    """

    score: int
    names: Alike
    shared: frozenset[str]
    year: Year = ""

    @property
    def reason(self) -> Text:
        """Why the two may be one, in words: "Same phone, names are alike"."""
        shared, names = _SHARED_WORDS[self.shared], _NAME_WORDS[self.names]
        if self.year:
            return text(N_("{shared}, {names}, {year}"), shared=shared, names=names, year=_YEAR_WORDS[self.year])
        return text(N_("{shared}, {names}"), shared=shared, names=names)


@dataclass(frozen=True, slots=True)
class Folded:
    """A person made ready for many comparisons. `given`, `family` and `full` (with the infix) are without spaces."""

    id: int
    kind: str
    gender: str
    given: str
    first: str
    initials: str
    infix: str
    family: str
    full: str
    parts: frozenset[str]
    address: int | None
    street: int | None
    phones: frozenset[str]
    emails: frozenset[str]
    birth_year: int | None = None


def folded(one: Somebody) -> Folded:
    """Return a person with everything folded, for `likeness` and for the blocks."""
    name = one.name
    given, initials = fold(name.given), fold(name.initials).replace(" ", "")
    infix, family = fold(name.infix), fold(name.family)
    if len(given) == 1:
        # A single letter in the field of the first name is an initial.
        given, initials = "", given
    words = given.split()
    return Folded(
        one.id,
        name.kind,
        gender_of(name.title),
        "".join(words),
        words[0] if words else "",
        initials,
        infix,
        family.replace(" ", ""),
        f"{infix}{family}".replace(" ", ""),
        frozenset(part for part in family.split() if len(part) > 2 and part not in INFIX | INFIX_FIRST),
        one.address_id,
        one.street_id,
        frozenset(number for phone in one.phones if len(number := digits(phone)) >= _FEWEST_FIGURES),
        frozenset(email.casefold() for email in one.emails if email),
        one.birth_year,
    )


def likeness(one: Folded, other: Folded) -> Likeness | None:
    """Return how two people are alike; None when they are clearly two, or share nothing."""
    if one.kind != other.kind or {one.gender, other.gender} == {"m", "f"}:
        return None
    shared = _shared(one, other)
    if shared is None:
        return None
    names = _names(one, other, shared)
    if names is None:
        return None
    year = _year(one, other)
    score = _NAME_POINTS[names] + sum(_SHARED_POINTS[what] for what in shared) + _YEAR_POINTS[year]
    is_certain = "address" in shared and names in {"same", "initials"} and year != "other"
    return Likeness(min(max(score, _CERTAIN if is_certain else 0), _most(one, other, year)), names, shared, year)


def _year(one: Folded, other: Folded) -> Year:
    if one.birth_year is None or other.birth_year is None:
        return ""
    return "same" if one.birth_year == other.birth_year else "other"


def _most(one: Folded, other: Folded, year: Year) -> int:
    """Return the highest score: with years apart it is never certain, and without first names it says little."""
    if year != "other":
        return 100
    return _CERTAIN - 1 if one.given and other.given else _LEAST_SURE


def _shared(one: Folded, other: Folded) -> frozenset[str] | None:
    """Return what two people share; None when that is nothing, and both have an address of their own."""
    found = {
        "address": one.address is not None and one.address == other.address,
        "phone": not one.phones.isdisjoint(other.phones),
        "email": not one.emails.isdisjoint(other.emails),
    }
    shared = frozenset(what for what, is_same in found.items() if is_same)
    if shared:
        return shared
    if one.street is not None and one.street == other.street:
        return frozenset({"street"})
    return None if one.address is not None and other.address is not None else shared


def _names(one: Folded, other: Folded, shared: frozenset[str]) -> Alike | None:
    if _is_swapped(one, other):
        return "swapped" if shared else None
    if _is_called(one, other) or _is_called(other, one):
        return "given" if shared - {"street"} else None
    first = first_name(one, other)
    if first == "other":
        return None
    family = family_name(one, other)
    if shared <= {"street"}:
        return _far_apart(one, first, family, shared)
    contact = bool(shared & {"phone", "email"})
    if family == "same" and first in _FITS:
        return _FITS[first]
    # "J. Jansen" and "Joke Jansen-Bakker" are a couple as a rule: of a part only whole first names count.
    if (family == "alike" and first in _FITS) or (family == "part" and first in {"same", "alike"}):
        return "alike"
    if family in {"same", "alike"} and first == "one":
        return "alike" if contact else None
    # No family name is known of one; or a name by birth stands beside one by marriage.
    return "given" if first == "same" and (family == "one" or (family == "other" and contact)) else None


def _far_apart(one: Folded, first: FirstName, family: FamilyName, shared: frozenset[str]) -> Alike | None:
    """Return how names are alike of people who share no door, phone or e-mail: only whole first names count."""
    if first != "same" or not one.given or not one.family:
        return None
    if family == "same":
        return "same"
    return "alike" if family == "alike" and shared else None


def _is_swapped(one: Folded, other: Folded) -> bool:
    return (
        bool(one.given and other.given)
        and one.given != one.family
        and (
            (one.given == other.family and one.family == other.given)
            or (one.given == other.full and one.full == other.given)
        )
    )


def _is_called(one: Folded, other: Folded) -> bool:
    """Return whether all that is known of one is how the other is called: a name of one word is kept as family name."""
    return one.family == other.given and bool(other.given) and not (one.given or one.initials or one.infix)


def first_name(one: Folded, other: Folded) -> FirstName:
    """Return how first names and initials are alike; "none": neither has any, "one": only one has."""
    if one.given and other.given:
        return _given_names(one, other)
    if not (one.given or one.initials) and not (other.given or other.initials):
        return "none" if one.gender == other.gender else "one"
    if not (one.given or one.initials) or not (other.given or other.initials):
        return "one"
    if one.initials == other.initials and not one.given and not other.given:
        return "same"
    return "initials" if _initials_fit(one, other) else "other"


def _initials_fit(one: Folded, other: Folded) -> bool:
    """Return whether "H.J." fits "H.", or "Henk"; somebody called Henk may have other initials as well."""
    if one.initials and other.initials:
        short, long = sorted((one.initials, other.initials), key=len)
        if long.startswith(short):
            return True
    return bool(one.given + other.given) and (one.given or one.initials)[0] == (other.given or other.initials)[0]


def _given_names(one: Folded, other: Folded) -> FirstName:
    if one.given == other.given:
        return "same"
    if one.first == other.first and (one.given == one.first or other.given == other.first):
        # "Jan" and "Jan Willem".
        return "alike"
    return "alike" if is_slip(one.given, other.given) else "other"


def is_slip(one: str, other: str) -> bool:
    """Return whether two first names are one, typed or spelled otherwise.

    Strict, for housemates have names that are alike: Piet and Riet, Theo and Thea, Paul and Paula, Carlo and Carol are
    two people. Told apart from a slip by where they differ: at the begin, at the end, or in a short name.
    """
    short, long = sorted((_sounds(one), _sounds(other)), key=len)
    if short == long:
        return True
    if len(short) < _SHORTEST_TURNED or short[0] != long[0] or short[-1] != long[-1]:
        return False
    if len(short) == len(long):
        return _is_turned(short, long) or (len(short) >= _SHORTEST_OTHER and _distance(short, long, 1) == 1)
    return len(short) >= _SHORTEST_MISSED and not long.startswith(short) and _distance(short, long, 1) == 1


def _sounds(name: str) -> str:
    """Return a name with one spelling for what sounds alike: Cees and Kees, Mohammed and Mohamed."""
    for written, heard in _SPELLED:
        name = name.replace(written, heard)
    # Two letters alike are one, but for the last: Rene and Renee are two.
    kept = [char for at, char in enumerate(name) if at in {0, len(name) - 1} or char != name[at - 1]]
    return "".join(kept)


def _is_turned(one: str, other: str) -> bool:
    """Return whether two letters beside each other changed places: "Hnek"."""
    apart = [at for at, (here, there) in enumerate(zip(one, other, strict=True)) if here != there]
    first, last = apart[0], apart[-1]
    return last == first + 1 and one[first : last + 1] == other[first : last + 1][::-1]


def family_name(one: Folded, other: Folded) -> FamilyName:
    """Return how family names are alike; "part": one is a part of the other, "one": one has none."""
    if not one.family or not other.family:
        return "one"
    if one.full == other.full or (one.family == other.family and _infix_fits(one.infix, other.infix)):
        return "same"
    if one.family == other.family:
        return "alike" if one.infix[:1] == other.infix[:1] else "other"
    if one.parts and other.parts and (one.parts < other.parts or other.parts < one.parts):
        return "part"
    least = min(len(one.family), len(other.family))
    most = int(least >= _SHORT_FAMILY) + int(least >= _LONG_FAMILY)
    is_near = most > 0 and _infix_near(one, other) and _distance(one.family, other.family, most) <= most
    return "alike" if is_near else "other"


def _infix_fits(one: str, other: str) -> bool:
    return not one or not other or one.replace(" ", "") == other.replace(" ", "")


def _infix_near(one: Folded, other: Folded) -> bool:
    return not one.infix or not other.infix or one.infix[:1] == other.infix[:1]


def _distance(one: str, other: str, most: int) -> int:
    """Return how many slips of the keys lie between two words; more than `most` is `most` + 1."""
    from rapidfuzz.distance import OSA  # noqa: PLC0415 - only where doubles are looked for

    return OSA.distance(one, other, score_cutoff=most)
