"""The list of people: search, order, pages, counts."""

from __future__ import annotations

from pathlib import Path

import pytest

from builders import DONE, add_people, add_person, new_store
from buurtapp.core.store import Store
from buurtapp.features.people.actions import doors, people
from buurtapp.features.people.queries import cards, listing
from buurtapp.sample.make import make_sample


@pytest.fixture
def street(tmp_path: Path) -> Store:
    store = new_store(tmp_path)
    add_person(store, "Toos van 't Hek", "Klaverstraat 11", phones=["06 0000 0111"], labels=["soep"])
    add_person(store, "Dirk-Jan op den Berg", "Meidoornlaan 12 a", phones=["0499 000212"], emails=["dj@example.org"])
    add_person(store, "Ayşe Yıldırım", "Meidoornlaan 9", labels=["vertalen", "soep"])
    add_person(store, "Henk van der Meer", "Klaverstraat 2")
    add_person(store, "Łukasz Wójcik", "")
    return store


def _names(store: Store, search: str) -> list[str]:
    found = [person.id for person in store.read(listing.listed, search)]
    return [row.name.spoken for row in store.read(listing.rows, found)]


def test_a_label_finds_people_as_soon_as_it_is_given_and_no_longer(street: Store) -> None:
    henk = next(person.id for person in street.read(listing.listed, "henk"))
    assert _names(street, "klussen") == []

    street.write(DONE, people.label_people, [henk], "Klussen en zo")
    assert _names(street, "klussen henk") == ["Henk van der Meer"]

    street.write(DONE, people.unlabel_people, [henk], "klussen en zo")
    assert _names(street, "klussen") == []


@pytest.mark.parametrize(
    ("search", "names"),
    [
        ("hek", ["Toos van 't Hek"]),
        ("HEK toos", ["Toos van 't Hek"]),
        ("klaver hek", ["Toos van 't Hek"]),
        ("yildirim", ["Ayşe Yıldırım"]),
        ("AYSE", ["Ayşe Yıldırım"]),
        ("wojcik", ["Łukasz Wójcik"]),
        ("klaverstraat 11", ["Toos van 't Hek"]),
        ("meidoorn 12", ["Dirk-Jan op den Berg"]),
        ("12a", ["Dirk-Jan op den Berg"]),
        ("0600000111", ["Toos van 't Hek"]),
        ("06 0000 0111", ["Toos van 't Hek"]),
        ("06-0000", ["Toos van 't Hek"]),
        ("+31600000111", ["Toos van 't Hek"]),
        ("+31 6 0000 0111", ["Toos van 't Hek"]),
        ("dj@example.org", ["Dirk-Jan op den Berg"]),
        ("dirk jan", ["Dirk-Jan op den Berg"]),
        ("soep", ["Toos van 't Hek", "Ayşe Yıldırım"]),
        ("klaver SOEP", ["Toos van 't Hek"]),
        ("vertal ays", ["Ayşe Yıldırım"]),
        ("soep vertalen auto", []),
        ("meer", ["Henk van der Meer"]),
        ("zzz", []),
        ("%", []),
        ("_", []),
    ],
)
def test_people_are_found(street: Store, search: str, names: list[str]) -> None:
    assert _names(street, search) == names


def test_the_list_goes_by_street_and_door_or_by_name(street: Store) -> None:
    by_place = _names(street, "")
    assert by_place == [
        "Henk van der Meer",
        "Toos van 't Hek",
        "Ayşe Yıldırım",
        "Dirk-Jan op den Berg",
        "Łukasz Wójcik",
    ]
    by_name = [person.id for person in street.read(listing.listed, order="name")]
    assert [row.name.family for row in street.read(listing.rows, by_name)] == [
        "Berg",
        "Hek",
        "Meer",
        "Wójcik",
        "Yıldırım",
    ]


def test_a_label_narrows_the_list(street: Store) -> None:
    soup = next(label for label in street.read(listing.labels) if label.name == "soep")
    assert soup.people == 2
    assert len(street.read(listing.listed, label_id=soup.id)) == 2
    assert len(street.read(listing.listed, "toos", label_id=soup.id)) == 1


def test_rows_come_in_the_order_asked_and_leave_out_who_is_gone(street: Store) -> None:
    rows = street.read(listing.rows, [3, 999, 1])
    assert [row.id for row in rows] == [3, 1]
    assert rows[0].labels == ("soep", "vertalen")
    assert rows[0].door.line == "Meidoornlaan 9"


def test_streets_count_doors_and_people(street: Store) -> None:
    street.write(DONE, doors.add_addresses, "Klaverstraat", "20")
    counted = {one.name: (one.addresses, one.people) for one in street.read(listing.streets)}
    assert counted == {"Klaverstraat": (3, 2), "Meidoornlaan": (2, 2)}


def test_the_wish_of_a_door_shows_in_the_row(street: Store) -> None:
    address = street.read(cards.card, 1).address_id
    assert address is not None
    street.write(DONE, doors.set_address_wish, address, do_not_approach=True)
    assert [row.do_not_approach for row in street.read(listing.rows, [1, 2])] == [True, False]


def test_names_at_the_door_put_the_expected_first(street: Store) -> None:
    add_person(street, "Joke Meerman", "Vlierhof 9")
    add_person(street, "Mees Jansen", "Vlierhof 1")
    found = street.read(listing.ids_by_name, "mee", {7}, 8)
    assert [row.name.spoken for row in street.read(listing.rows, found)] == [
        "Mees Jansen",
        "Henk van der Meer",
        "Joke Meerman",
    ]
    assert len(street.read(listing.ids_by_name, "mee", {7}, 1)) == 2
    assert street.read(listing.ids_by_name, "klaverstraat", set(), 8) == []


def test_numbers_of_nobody_are_named(street: Store) -> None:
    assert street.read(listing.missing, [1, 77, 2, 78]) == [77, 78]
    assert street.read(listing.missing, []) == []


def test_a_long_list_of_numbers_is_no_trouble(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        numbers = add_people(store, 3)
        many = [*numbers, *range(1000, 60_000)]
        assert [row.id for row in store.read(listing.rows, many)] == numbers


def test_a_town_is_searched_word_by_word_as_it_should_be(tmp_path: Path) -> None:
    """What the search finds is what looking at every person finds."""
    with make_sample(tmp_path / "dorp.buurt", None, 2_000) as store:
        everybody = store.read(cards.cards, [person.id for person in store.read(listing.listed)])
        one = everybody[len(everybody) // 2]
        asked = f"{one.door.street} {one.name.family}"
        by_hand = [
            card.id
            for card in everybody
            if one.name.family in card.name.family and one.door.street in (card.door.street, card.name.family)
        ]
        assert [person.id for person in store.read(listing.listed, asked)] == by_hand
        assert one.id in by_hand


def test_few_and_many_stand_in_the_same_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with new_store(tmp_path) as store:
        add_people(store, 12)
        add_person(store, "Abel Zwart", "Vlierhof 1")
        few = store.read(listing.listed, "buur", most=5)
        monkeypatch.setattr(listing, "_FEW", 3)
        many = store.read(listing.listed, "buur", most=5)
        assert few == many
        assert len(few) == 5
        assert few == store.read(listing.listed, "buur")[:5]
