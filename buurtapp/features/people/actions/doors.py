"""Streets and doors: found when they are there, made when they are not; changed, and taken away."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import select

from buurtapp.core.errors import DraftInvalid, DraftProblem, UserError
from buurtapp.core.i18n import N_, Text, plural_text, text
from buurtapp.core.store.work import Work
from buurtapp.core.text import fold
from buurtapp.features.people.actions.refresh import refresh_doors, refresh_street
from buurtapp.features.people.queries import cards
from buurtapp.features.people.records import Door, Sticker
from buurtapp.features.people.rules import keys
from buurtapp.features.people.rules.doors import house_of, nice_addition, nice_place, nice_street
from buurtapp.features.people.rules.postcodes import postcode_problem, typed_postcode
from buurtapp.features.people.rules.series import parse_series
from buurtapp.features.people.tables import Address, Street


def ensure_street(work: Work, name: str) -> Street:
    """Return the street of this name, made when it was not there."""
    name = nice_street(name)
    street = work.session.scalars(select(Street).where(Street.sort_name == fold(name))).first()
    return street or work.add(Street(name=name, sort_name=fold(name)))


def ensure_address(work: Work, door: Door) -> Address:
    """Return the row of a door, made when it was not there; fills in a postcode or place that was missing."""
    street = ensure_street(work, door.street)
    number = cards.find_address(work.session, street.name, door.number or 0, door.addition)
    if number is None:
        made = work.add(new_address(street.id, door))
        refresh_street(work, street.id)
        return made
    address = work.get(Address, number)
    before = address.postcode, address.place
    address.postcode = address.postcode or door.postcode
    address.place = address.place or door.place
    if (address.postcode, address.place) != before:
        refresh_doors(work, [address.id])
    return address


def new_address(street_id: int, door: Door, stairwell: str = "") -> Address:
    """Return a row for a door, not yet added; `refresh_street` gives it its place on the walk."""
    return Address(
        street_id=street_id,
        number=door.number or 0,
        addition=door.addition,
        postcode=door.postcode,
        place=door.place,
        note="",
        do_not_approach=False,
        no_bell=False,
        sticker="",
        stairwell=stairwell,
        sort_key=keys.sort_door(door.number or 0, door.addition),
    )


def add_addresses(  # noqa: PLR0913 - what an action gets, it gets by place
    work: Work, street: str, numbers: str, postcode: str = "", place: str = "", stairwell: str = ""
) -> list[int]:
    """Add doors of one street at once, "1-55 odd"; doors that are there already stay. Returns all numbers."""
    problems = [] if street.strip() else [DraftProblem("street", text(N_("Fill in a street.")))]
    parsed = typed_postcode(postcode)
    wrong = postcode_problem(parsed)
    if wrong is not None:
        problems.append(DraftProblem("postcode", wrong))
    houses: list[tuple[int, str]] = []
    try:
        houses = parse_series(numbers)
    except DraftInvalid as error:
        problems += error.problems
    if problems:
        raise DraftInvalid(problems)
    row = ensure_street(work, street)
    there = {house_of(door.number, door.addition): door for door in _doors_of(work, row.id)}
    rows: list[Address] = []
    door = Door(row.name, postcode=parsed.postcode, place=nice_place(place) or parsed.place)
    for number, addition in houses:
        house = house_of(number, addition)
        if house not in there:
            made = replace(door, number=number, addition=nice_addition(addition))
            there[house] = new_address(row.id, made, stairwell.strip())
            work.session.add(there[house])
        rows.append(there[house])
    work.flush()
    _complete(work, rows, door, stairwell.strip())
    refresh_street(work, row.id)
    return list(dict.fromkeys(address.id for address in rows))


def _complete(work: Work, rows: list[Address], door: Door, stairwell: str) -> None:
    """Fill in what was missing of doors that were there already."""
    found = []
    for address in rows:
        before = address.postcode, address.place
        address.postcode, address.place = address.postcode or door.postcode, address.place or door.place
        address.stairwell = address.stairwell or stairwell
        if (address.postcode, address.place) != before:
            found.append(address.id)
    refresh_doors(work, found)


def _doors_of(work: Work, street_id: int) -> list[Address]:
    return list(work.session.scalars(select(Address).where(Address.street_id == street_id)))


def set_address_wish(work: Work, address_id: int, *, do_not_approach: bool, note: str | None = None) -> None:
    """Note that nobody at this door wants to be approached, or that it is fine again."""
    address = work.get(Address, address_id)
    address.do_not_approach = do_not_approach
    if note is not None:
        address.note = note.strip()


def set_address_flags(
    work: Work,
    address_id: int,
    *,
    no_bell: bool | None = None,
    sticker: Sticker | None = None,
    do_not_approach: bool | None = None,
) -> None:
    """Note that nobody is to ring here, which sticker is on the letterbox, or both; None leaves it as it is."""
    address = work.get(Address, address_id)
    address.no_bell = address.no_bell if no_bell is None else no_bell
    address.sticker = address.sticker if sticker is None else sticker
    address.do_not_approach = address.do_not_approach if do_not_approach is None else do_not_approach


def flags_label(door: Door) -> Text:
    """Return what the history says when the wishes of an address change."""
    return text(N_("Wishes changed: {address}"), address=door.line)


def changed_address_label(door: Door) -> Text:
    """Return what the history says of `change_address`."""
    return text(N_("Address changed: {address}"), address=door.line)


def change_address(work: Work, address_id: int, door: Door, *, stairwell: str | None = None) -> None:
    """Change a door for everybody who lives there; raises DraftInvalid, or UserError "address_exists".

    `stairwell` None leaves it as it is.
    """
    found = address_problems(door)
    if found:
        raise DraftInvalid(found)
    address = work.get(Address, address_id)
    street = ensure_street(work, door.street)
    addition = nice_addition(door.addition)
    other = cards.find_address(work.session, street.name, door.number or 0, addition)
    if other not in {None, address_id}:
        raise UserError(
            "address_exists",
            text(N_("The address {address} is in the list already. Nothing was changed."), address=door.line),
            text(N_("Give the people the other address instead.")),
        )
    old_street = address.street_id
    if old_street != street.id:
        address.walk_position = None
    address.street_id, address.number, address.addition = street.id, door.number or 0, addition
    typed = typed_postcode(door.postcode)
    address.postcode, address.place = typed.postcode, nice_place(door.place) or typed.place
    address.stairwell = address.stairwell if stairwell is None else stairwell.strip()
    refresh_street(work, street.id)
    if old_street != street.id:
        _without(work, old_street)
    refresh_doors(work, [address_id])


def address_problems(door: Door) -> list[DraftProblem]:
    """Return what is wrong with a door that somebody typed, all at once."""
    found = []
    if not door.street.strip():
        found.append(DraftProblem("street", text(N_("Fill in a street."))))
    if not door.number:
        found.append(DraftProblem("number", text(N_("Fill in a house number."))))
    wrong = postcode_problem(typed_postcode(door.postcode))
    if wrong is not None:
        found.append(DraftProblem("postcode", wrong))
    return found


def deleted_address_label(door: Door) -> Text:
    """Return what the history says of `delete_address`."""
    return text(N_("Address deleted: {address}"), address=door.line)


def delete_address(work: Work, address_id: int) -> None:
    """Take a door off the list; raises UserError "people_live_there" rather than lose where somebody lives."""
    address = work.get(Address, address_id)
    people = cards.housemates(work.session, address_id)
    if people:
        raise UserError(
            "people_live_there",
            _lives_here(people[0].name.spoken, len(people) - 1),
            text(N_("Give them another address first.")),
        )
    street = address.street_id
    work.delete(address)
    _without(work, street)


def _lives_here(name: str, others: int) -> Text:
    if not others:
        return text(N_("{name} lives at this address. Nothing was changed."), name=name)
    return plural_text(
        "{name} and {count} other person live at this address. Nothing was changed.",
        "{name} and {count} other people live at this address. Nothing was changed.",
        others,
        name=name,
    )


def _without(work: Work, street_id: int) -> None:
    """Bring a street up to date that lost a door; with its last door the street goes too."""
    if work.session.scalars(select(Address.id).where(Address.street_id == street_id)).first() is None:
        work.delete(work.get(Street, street_id))
    else:
        refresh_street(work, street_id)
