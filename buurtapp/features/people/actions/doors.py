"""Streets and doors: found when they are there, made when they are not."""

from __future__ import annotations

import re

from sqlalchemy import select

from buurtapp.core.errors import DraftInvalid, DraftProblem, UserError
from buurtapp.core.i18n import N_, Text, text
from buurtapp.core.store.work import Work
from buurtapp.core.text import fold
from buurtapp.features.people.actions.refresh import refresh_doors
from buurtapp.features.people.queries import cards
from buurtapp.features.people.records import Door, Sticker
from buurtapp.features.people.rules import keys
from buurtapp.features.people.rules.doors import nice_addition, nice_place, nice_street, parse_house, parse_postcode
from buurtapp.features.people.tables import Address, Street

_SERIES = re.compile(r"(\d{1,5})\s*(?:-|–|t/m|to|tot en met)\s*(\d{1,5})\s*(odd|even|oneven|all|alle)?", re.IGNORECASE)
_LONGEST_SERIES = 2_000


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
        return work.add(new_address(street.id, door))
    address = work.get(Address, number)
    before = address.postcode, address.place
    address.postcode = address.postcode or door.postcode
    address.place = address.place or door.place
    if (address.postcode, address.place) != before:
        refresh_doors(work, [address.id])
    return address


def new_address(street_id: int, door: Door) -> Address:
    """Return a row for a door, not yet added."""
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
        sort_key=keys.sort_door(door.number or 0, door.addition),
    )


def parse_series(written: str) -> list[tuple[int, str]]:
    """Return the doors in "1-55 odd, 57a, 60": number and addition; raises DraftInvalid."""
    doors: list[tuple[int, str]] = []
    for part in filter(None, (piece.strip() for piece in written.split(","))):
        series = _SERIES.fullmatch(part)
        house = parse_house(part)
        if series:
            first, last, kind = int(series[1]), int(series[2]), (series[3] or "").lower()
            wanted = {"odd": (1,), "oneven": (1,), "even": (0,)}.get(kind, (0, 1))
            doors += [(number, "") for number in range(first, last + 1) if number % 2 in wanted]
        elif house:
            doors.append(house)
        else:
            doors = []
            break
    if not doors or len(doors) > _LONGEST_SERIES:
        raise DraftInvalid([DraftProblem("numbers", text(N_("Write house numbers like this: 1-55 odd, 57a, 60.")))])
    return doors


def add_addresses(work: Work, street: str, numbers: str, postcode: str = "", place: str = "") -> list[int]:
    """Add doors of one street at once, "1-55 odd"; doors that are there already stay. Returns all numbers."""
    problems = [] if street.strip() else [DraftProblem("street", text(N_("Fill in a street.")))]
    if problems:
        raise DraftInvalid(problems)
    parsed = parse_postcode(postcode)
    if parsed.problem:
        raise DraftInvalid([DraftProblem("postcode", text(N_("Write a postcode like this: 1234 AB.")))])
    return [
        ensure_address(work, Door(street, number, nice_addition(addition), parsed.postcode, nice_place(place))).id
        for number, addition in parse_series(numbers)
    ]


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


def change_address(work: Work, address_id: int, door: Door) -> None:
    """Change a door for everybody who lives there; raises DraftInvalid, or UserError "address_exists"."""
    found = _door_problems(door)
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
    address.street_id, address.number, address.addition = street.id, door.number or 0, addition
    address.postcode, address.place = parse_postcode(door.postcode).postcode, nice_place(door.place)
    address.sort_key = keys.sort_door(address.number, addition)
    work.flush()
    _drop_empty_street(work, old_street)
    refresh_doors(work, [address_id])


def _door_problems(door: Door) -> list[DraftProblem]:
    found = []
    if not door.street.strip():
        found.append(DraftProblem("street", text(N_("Fill in a street."))))
    if not door.number:
        found.append(DraftProblem("number", text(N_("Fill in a house number."))))
    if door.postcode and parse_postcode(door.postcode).problem:
        found.append(DraftProblem("postcode", text(N_("Write a postcode like this: 1234 AB."))))
    return found


def rename_street(work: Work, street_id: int, name: str) -> None:
    """Write a street otherwise, for all its doors; raises DraftInvalid, or UserError "street_exists"."""
    if not fold(name):
        raise DraftInvalid([DraftProblem("street", text(N_("Fill in a street.")))])
    street = work.get(Street, street_id)
    other = work.session.scalars(
        select(Street.id).where(Street.sort_name == fold(name), Street.id != street_id)
    ).first()
    if other is not None:
        raise UserError(
            "street_exists", text(N_("There is a street {street} already. Nothing was changed."), street=name)
        )
    street.name, street.sort_name = name.strip(), fold(name)
    work.flush()
    refresh_doors(work, work.session.scalars(select(Address.id).where(Address.street_id == street_id)).all())


def delete_address(work: Work, address_id: int) -> None:
    """Take a door off the list; raises UserError "people_live_there" rather than lose where somebody lives."""
    address = work.get(Address, address_id)
    people = cards.housemates(work.session, address_id)
    if people:
        raise UserError(
            "people_live_there",
            text(N_("Somebody lives at this address: {name}. Nothing was changed."), name=people[0].name.spoken),
            text(N_("Give them another address first.")),
        )
    street = address.street_id
    work.delete(address)
    _drop_empty_street(work, street)


def _drop_empty_street(work: Work, street_id: int) -> None:
    if work.session.scalars(select(Address.id).where(Address.street_id == street_id)).first() is None:
        work.delete(work.get(Street, street_id))
