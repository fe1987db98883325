"""The order in which people walk along doors."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby
from string import ascii_lowercase

import pytest
from hypothesis import given
from hypothesis import strategies as st

from buurtapp.features.people.records import WALKS, Door, Walk
from buurtapp.features.people.rules import walking
from buurtapp.features.people.rules.doors import nice_addition
from buurtapp.features.people.rules.keys import joined_walk_key, place_key, walk_key, walk_key_in
from buurtapp.features.people.rules.names import parse_name
from buurtapp.features.people.rules.walking import WalkDoor, house_key, in_order, keys_of

ADDITIONS = (
    "",
    "a",
    "b",
    "A",
    "hs",
    "huis",
    "I",
    "II",
    "III",
    "1",
    "2",
    "10",
    "bis",
    "2 rd",
    "2 hoog",
    "boven",
    "ب",
    "-",
)
NUMBERS = st.integers(0, 120)


@st.composite
def doors_of_a_street(draw: st.DrawFn, *, by_hand: bool = True) -> list[WalkDoor]:
    houses = draw(st.lists(st.tuples(NUMBERS, st.sampled_from(ADDITIONS)), max_size=40, unique=True))
    stairwells = st.sampled_from(("", "", "", "Portiek A", "portiek a", "Portiek B", "Hofje"))
    positions = st.one_of(st.none(), st.integers(1, 60)) if by_hand else st.none()
    return [
        WalkDoor(at, number, addition, draw(stairwells), draw(positions))
        for at, (number, addition) in enumerate(houses, 1)
    ]


@given(doors_of_a_street(), st.sampled_from(WALKS))
def test_every_door_is_walked_once(doors: list[WalkDoor], walk: Walk) -> None:
    assert sorted(door.id for door in in_order(doors, walk)) == [door.id for door in doors]
    assert keys_of(doors, walk).keys() == {door.id for door in doors}


@given(doors_of_a_street(), st.sampled_from(WALKS))
def test_doors_of_a_stairwell_stay_together(doors: list[WalkDoor], walk: Walk) -> None:
    walked = [walking.stairwell_key(door.stairwell) or door.id for door in in_order(doors, walk)]
    runs = [where for where, _run in groupby(walked)]
    assert len(runs) == len(set(runs))


@given(doors_of_a_street(by_hand=False), st.sampled_from(("odd_first", "even_first")))
def test_each_side_of_the_street_is_walked_whole(doors: list[WalkDoor], walk: Walk) -> None:
    loose = [door for door in in_order(doors, walk) if not door.stairwell and door.number]
    out = 1 if walk == "odd_first" else 0
    sides = [door.number % 2 == out for door in loose]
    assert sides == sorted(sides, reverse=True)
    there = [door.number for door in loose if door.number % 2 == out]
    back = [door.number for door in loose if door.number % 2 != out]
    assert there == sorted(there)
    assert back == sorted(back, reverse=True)


@given(doors_of_a_street(by_hand=False), st.sampled_from(WALKS))
def test_a_stairwell_stands_where_its_first_door_would(doors: list[WalkDoor], walk: Walk) -> None:
    bare = [WalkDoor(door.id, door.number, door.addition) for door in doors]
    plain = [door.id for door in in_order(bare, walk)]
    by_id = {door.id: door for door in doors}
    expected: list[object] = []
    for number in plain:
        where = walking.stairwell_key(by_id[number].stairwell) or number
        if where not in expected:
            expected.append(where)
    walked = [walking.stairwell_key(door.stairwell) or door.id for door in in_order(doors, walk)]
    assert list(dict.fromkeys(walked)) == expected


@given(doors_of_a_street(), st.sampled_from(WALKS), st.data())
def test_moving_a_door_keeps_all_of_them_and_their_stairwells(
    doors: list[WalkDoor], walk: Walk, data: st.DataObject
) -> None:
    ordered = in_order(doors, walk)
    if not ordered:
        return
    one, other = data.draw(st.sampled_from(ordered)), data.draw(st.one_of(st.none(), st.sampled_from(ordered)))
    moves = [walking.moved_by(ordered, one.id, step) for step in (-1, 1)]
    if other is not one:
        moves.append(walking.moved_after(ordered, one.id, other.id if other is not None else None))
    for made in moves:
        assert sorted(door.id for door in made) == sorted(door.id for door in ordered)
        # What was chosen is what is walked: numbering the doors and sorting by the rule gives the same order.
        assert [door.id for door in in_order(walking.numbered(made), walk)] == [door.id for door in made]


@given(doors_of_a_street(by_hand=False), st.sampled_from(WALKS))
def test_one_step_on_and_back_is_no_step(doors: list[WalkDoor], walk: Walk) -> None:
    ordered = in_order([replace(door, stairwell="") for door in doors], walk)
    for door in ordered[1:3]:
        there = walking.moved_by(ordered, door.id, -1)
        if there != ordered:
            assert walking.moved_by(there, door.id, 1) == ordered


@given(doors_of_a_street(), st.sampled_from(WALKS))
def test_people_stand_in_the_order_of_the_doors(doors: list[WalkDoor], walk: Walk) -> None:
    keys = keys_of(doors, walk)
    placed = {
        door.id: place_key(
            parse_name("Aaltje Zwart" if door.id % 2 else "Zeno Aalders"),
            Door(
                "Klaverstraat", door.number, door.addition, walk_key=joined_walk_key("Klaverstraat", 2, keys[door.id])
            ),
        )
        for door in doors
    }
    walked = sorted(doors, key=lambda door: (keys[door.id], door.id))
    by_people = sorted(doors, key=lambda door: (keys[door.id], placed[door.id]))
    assert [keys[door.id] for door in sorted(doors, key=lambda door: placed[door.id])] == [
        keys[door.id] for door in by_people
    ]
    assert [keys[door.id] for door in walked] == [keys[door.id] for door in by_people]


@pytest.mark.parametrize(
    "walked",
    [
        ["12", "12 a", "12 b", "12-1", "12-2", "12 bis", "13"],
        ["7 hs", "7 I", "7 II", "7 III", "7 IV", "8"],
        ["7 huis", "7-1", "7-2", "7-10"],
        ["3", "3 2", "3 2 hoog", "3 2-LD", "3 2-RD", "3 3"],
        ["5", "5 begane grond", "5 beneden", "5 a", "5 boven"],
        ["9", "9 a", "9 b", "9 bis", "9 bis a", "10", "100"],
    ],
)
def test_additions_come_as_people_walk(walked: list[str]) -> None:
    houses = [(int(house.split(" ")[0].split("-")[0]), house.lstrip("0123456789").strip(" -")) for house in walked]
    doors = [WalkDoor(at, number, nice_addition(addition)) for at, (number, addition) in enumerate(houses)]
    assert [door.id for door in in_order(reversed(doors))] == list(range(len(doors)))


def test_i_among_letters_is_a_letter_and_among_floors_a_floor() -> None:
    letters = [WalkDoor(at, 4, nice_addition(letter.upper())) for at, letter in enumerate(ascii_lowercase)]
    assert [door.id for door in in_order(reversed(letters))] == list(range(26))
    assert house_key(4, "I") > house_key(4, "hs")
    assert house_key(4, "I") < house_key(4, "II")


def test_out_along_the_odd_side_and_back_along_the_even_one() -> None:
    doors = [WalkDoor(number, number) for number in range(1, 9)] + [WalkDoor(61, 6, "a")]
    assert [door.id for door in in_order(doors, "odd_first")] == [1, 3, 5, 7, 8, 6, 61, 4, 2]
    assert [door.id for door in in_order(doors, "even_first")] == [2, 4, 6, 61, 8, 7, 5, 3, 1]


def test_a_door_that_came_later_follows_the_door_before_it() -> None:
    by_hand = walking.numbered([WalkDoor(number, number) for number in (5, 3, 1, 7)])
    later = [*by_hand, WalkDoor(4, 4), WalkDoor(8, 8), WalkDoor(9, 0)]
    assert [door.id for door in in_order(later)] == [9, 5, 3, 4, 1, 7, 8]


def test_streets_with_a_place_in_the_round_come_first() -> None:
    streets = [
        ("Zuring", 1),
        ("Klaver", 2),
        ("Aster", 11),
        ("1e Dwarsstraat", None),
        ("Berkenpad", None),
        ("بيت", None),
    ]
    assert sorted(streets, key=lambda street: walking.street_key(*street)) == streets


def test_a_key_of_somebody_holds_that_of_the_door() -> None:
    door = Door("Klaverstraat", 12, "a")
    assert walk_key_in(place_key(parse_name("Henk de Boer"), door)) == walk_key(door)
