"""Who lives together, what stands on their envelope, and how a letter to them begins.

Names as Dutch people write them: "Henk en Ria van der Meer"; without a given name the tussenvoegsel gets a capital
("Mevrouw Van der Meer"). In the language of the paper.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from buurtapp.core.i18n import _
from buurtapp.core.text import fold
from buurtapp.features.people.names_and_consents import Name
from buurtapp.features.people.papers import Addressee, Per
from buurtapp.features.people.records import AddressRow, Door, PersonCard
from buurtapp.features.people.rules import keys
from buurtapp.features.people.rules.approach import parted
from buurtapp.features.people.rules.names import gender_of

MOST_NAMES = 3
"""With more people at a door a label says "The residents"."""


def addressees(people: Iterable[PersonCard], per: Per = "address") -> list[Addressee]:
    """Return to whom post goes, street by street and door by door: one for each address, or for each person.

    Left out are people who may not be sent a letter, and people without an address (see `without_address`).
    """
    may, _may_not = parted(people, "letter")
    homes: dict[object, list[PersonCard]] = {}
    for card in may:
        if card.door.street:
            home = card.address_id if card.address_id is not None else card.door
            homes.setdefault(home if per == "address" else (home, card.id), []).append(card)
    made = [_addressee(home) for home in homes.values()]
    return sorted(made, key=lambda one: walking_key(one.door))


def empty_addressees(doors: Iterable[AddressRow]) -> list[Addressee]:
    """Return "To the residents of" for each of these doors where nobody is known, and post may come."""
    made = [
        Addressee((_("To the residents of"), *address_lines(row.door)), _("Dear residents,"), row.door, ())
        for row in doors
        if not row.people and not row.do_not_approach and row.door.street
    ]
    return sorted(made, key=lambda one: walking_key(one.door))


def in_walking_order(some: Iterable[Addressee]) -> list[Addressee]:
    """Return addressees of different kinds in one order, street by street and door by door."""
    return sorted(some, key=lambda one: walking_key(one.door))


def walking_key(door: Door) -> str:
    """Return what sorts doors as people walk: 2, 2a, 10."""
    return keys.walk_key(door)


def without_address(people: Iterable[PersonCard]) -> list[PersonCard]:
    """Return those of these people to whom no post can go."""
    return [card for card in people if not card.door.street]


def address_lines(door: Door) -> tuple[str, ...]:
    """Return street and number, and "1234 AB  PLACE" as the post asks for it; what is not known is left out."""
    return tuple(line for line in (door.line, "  ".join(filter(None, (door.postcode, door.place.upper())))) if line)


def label_name(names: Sequence[Name]) -> str:
    """Return what stands on the label of people who live together."""
    kept = _without_household_twice(names)
    if not kept:
        return _("To the residents of")
    if len(kept) > MOST_NAMES:
        return _("The residents")
    if len(kept) == 1:
        return formal_name(kept[0])
    if _are_couple(kept) and not any(_first(one) for one in kept):
        return _("Mr and Ms {name}").format(name=family_alone(kept[0]))
    if _share_family(kept):
        return " ".join(part for part in (_listing([_first(one) for one in kept]), _last(kept[0])) if part)
    return _listing([formal_name(kept[0]), *(_formal_within(one) for one in kept[1:])])


def salutation(names: Sequence[Name]) -> str:
    """Return how a letter to people who live together begins: "Dear Henk and Ria,"."""
    kept = _without_household_twice(names)
    if not kept or len(kept) > MOST_NAMES:
        return _("Dear residents,")
    if len(kept) == 1 and kept[0].kind == "organisation":
        return _("Dear people at {name},").format(name=kept[0].family)
    if len(kept) == 1 and kept[0].kind == "household":
        return _("Dear {family} family,").format(family=family_alone(kept[0]))
    if all(one.given and one.kind == "person" for one in kept):
        return _("Dear {names},").format(names=_listing([one.given for one in kept]))
    if _are_couple(kept):
        return _("Dear Mr and Ms {family},").format(family=family_alone(kept[0]))
    if len(kept) > 1 and len({_family_key(one) for one in kept}) == 1:
        return _("Dear {family} family,").format(family=family_alone(kept[0]))
    return _("Dear {formal_names},").format(formal_names=_listing([_in_salutation(one) for one in kept]))


def name_on_post(card: PersonCard) -> Name:
    """Return the name that post is for; that of an organisation is one whole, with nobody's first name in it."""
    if card.relation != "organisation":
        return card.name
    name = card.name
    parts = (name.title, name.given, name.initials, name.infix, name.family)
    return Name(family=" ".join(part for part in parts if part), kind="organisation")


def formal_name(name: Name) -> str:
    """Return one name as it stands at the top of an envelope: "Henk van der Meer", "Mevrouw Van der Meer"."""
    if name.kind == "household":
        return _("The {family} family").format(family=family_alone(name))
    if name.given:
        return name.spoken
    shown = _last_words(name)
    gender = gender_of(name.title)
    if gender == "m":
        return _("Mr {name}").format(name=shown)
    if gender == "f":
        return _("Ms {name}").format(name=shown)
    return " ".join(part for part in (_capital(name.title), shown) if part)


def family_alone(name: Name) -> str:
    """Return the family name where no given name stands before it: "Van der Meer", "'t Hek"."""
    return " ".join(part for part in (_capital(name.infix), name.family) if part)


def _addressee(home: Sequence[PersonCard]) -> Addressee:
    names = [name_on_post(card) for card in home if card.name.spoken.strip()]
    door = home[0].door
    return Addressee(
        (label_name(names), *address_lines(door)), salutation(names), door, tuple(card.id for card in home)
    )


def _without_household_twice(names: Sequence[Name]) -> list[Name]:
    """Leave out who belongs to a household that is named too: "Fam. Jansen" is Henk Jansen as well."""
    families = {_family_key(one) for one in names if one.kind == "household"}
    kept: list[Name] = []
    for one in names:
        is_covered = one.kind == "person" and _family_key(one) in families
        if not is_covered and one not in kept:
            kept.append(one)
    return kept


def _family_key(name: Name) -> str:
    return fold(f"{name.infix} {name.family}") or f"{name.infix} {name.family}".strip()


def _share_family(names: Sequence[Name]) -> bool:
    """Whether these can stand before one family name: all people with a first name, and of one family."""
    return (
        all(one.kind == "person" and _first(one) for one in names)
        and len({_family_key(one) for one in names}) == 1
        and bool(_last(names[0]))
    )


def _are_couple(names: Sequence[Name]) -> bool:
    """Whether these are a man and a woman of one family, by their titles, whose given names are not known."""
    return (
        len(names) == 2
        and not any(one.given for one in names)
        and {gender_of(one.title) for one in names} == {"m", "f"}
        and _family_key(names[0]) == _family_key(names[1]) != ""
    )


def _first(name: Name) -> str:
    return name.given or name.initials


def _last(name: Name) -> str:
    return " ".join(part for part in (name.infix, name.family) if part)


def _last_words(name: Name) -> str:
    """Return initials and family name; the tussenvoegsel has a capital when it comes first."""
    return f"{name.initials} {_last(name)}".strip() if name.initials else family_alone(name)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _formal_within(name: Name) -> str:
    """Return a name as it stands behind another one: "… en mevrouw Van der Meer"."""
    gender = gender_of(name.title)
    if name.kind == "household":
        return _("the {other} family").format(other=family_alone(name))
    if not name.given and gender == "m":
        return _("Mr {other}").format(other=_last_words(name))
    if not name.given and gender == "f":
        return _("Ms {other}").format(other=_last_words(name))
    return formal_name(name)


def _in_salutation(name: Name) -> str:
    """Return one of the people of a formal letter: "mevrouw Van der Meer", without initials as is right there."""
    if name.kind == "household":
        return _("{family} family").format(family=family_alone(name))
    if name.given or name.kind == "organisation":
        return name.spoken
    words = {"m": _("Mr {family}"), "f": _("Ms {family}")}.get(gender_of(name.title), _("Mr or Ms {family}"))
    return words.format(family=family_alone(name))


def _listing(words: Sequence[str]) -> str:
    """Return "Henk", "Henk and Ria", "Henk, Ria and Piet"."""
    if len(words) < 2:
        return "".join(words)
    return _("{names} and {last}").format(names=", ".join(words[:-1]), last=words[-1])
