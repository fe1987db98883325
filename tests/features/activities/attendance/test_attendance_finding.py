"""Finding people by a few letters, in memory."""

from __future__ import annotations

from buurtapp.features.activities.attendance.finding import Names, ranked
from buurtapp.features.activities.attendance.records import Neighbour
from buurtapp.features.activities.records import DoorRow
from buurtapp.features.people.names_and_consents import Name
from buurtapp.features.people.records import Door, PersonRow

EVERYBODY = (
    Neighbour(1, "brinkman aaltje", "brinkman"),
    Neighbour(2, "horst meer piet ter", "horst meer"),
    Neighbour(3, "meer henk van der", "meer"),
    Neighbour(4, "meerman joke", "meerman"),
)


def _row(number: int, name: str, **more: bool) -> DoorRow:
    given, _, family = name.partition(" ")
    person = PersonRow(number, Name(given=given, family=family), None, Door(), (), "", do_not_approach=False)
    return DoorRow(person, name, **more)  # type: ignore[arg-type]


def test_words_are_found_in_any_order_case_and_accent() -> None:
    names = Names(EVERYBODY, ())

    assert names.find("henk MÉER", (), 10) == [3]
    assert names.find("mee", (), 10) == [3, 4, 2], "family names that begin so come first"
    assert names.find("zz", (), 10) == []
    assert names.find(" . ", (), 10) == []


def test_who_is_expected_is_always_among_them_however_many_others_there_are() -> None:
    many = [Neighbour(at, f"meer {at:05d}", "meer") for at in range(10, 2000)]
    names = Names([*EVERYBODY, *many], ())

    found = names.find("mee", {2, 3}, 5)

    assert found[:2] == [2, 3]
    assert len(found) == 7


def test_who_never_came_before_is_new() -> None:
    names = Names(EVERYBODY, {1, 4})

    assert [one.id for one in EVERYBODY if names.is_new(one.id)] == [2, 3]


def test_the_order_of_the_door_is_expected_then_beginning_then_others_and_who_is_in_last() -> None:
    rows = [
        _row(1, "Sjaak Meel"),
        _row(2, "Joke Meerman", signed_up=True),
        _row(3, "Meeuwis Bos"),
        _row(4, "Henk Meer", signed_up=True, present=True),
        _row(5, "Anna Meer", signed_up=True),
    ]

    assert [row.name for row in ranked(rows, "mee")] == [
        "Anna Meer",
        "Joke Meerman",
        "Sjaak Meel",
        "Meeuwis Bos",
        "Henk Meer",
    ]
