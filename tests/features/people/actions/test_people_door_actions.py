"""Streets and doors: added by the row, changed, renamed, taken away."""

from __future__ import annotations

from pathlib import Path

import pytest

from builders import DONE, add_person, new_store, refused, taken_back, unchanged
from buurtapp.core.errors import DraftInvalid
from buurtapp.features.people.actions import doors, streets
from buurtapp.features.people.queries import cards, listing
from buurtapp.features.people.records import Door


@pytest.mark.parametrize(
    ("written", "houses"),
    [
        ("1-9 odd", ["1", "3", "5", "7", "9"]),
        ("2-6 even", ["2", "4", "6"]),
        ("1 t/m 3", ["1", "2", "3"]),
        ("1-3 oneven, 57a, 60", ["1", "3", "57 a", "60"]),
        ("12 bis", ["12 bis"]),
    ],
)
def test_a_row_of_doors(tmp_path: Path, written: str, houses: list[str]) -> None:
    with new_store(tmp_path) as store:
        with taken_back(store):
            made = store.write(DONE, doors.add_addresses, "Klaverstr.", written, "9999ab", "KLAVERDORP")
        rows = store.read(cards.addresses)
        assert [row.door.house for row in rows] == houses
        assert [row.id for row in rows] == made
        assert {(row.door.street, row.door.postcode, row.door.place) for row in rows} == {
            ("Klaverstraat", "9999 AB", "Klaverdorp")
        }


def test_doors_that_are_there_stay_as_they_are(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        first = store.write(DONE, doors.add_addresses, "Klaverstraat", "1-5 odd")
        again = store.write(DONE, doors.add_addresses, "klaverstraat", "1-7 odd")
        assert again[:3] == first
        assert len(store.read(cards.addresses)) == 4


@pytest.mark.parametrize("written", ["", "abc", "9-1", "1-99999", "1-5 odd, huis", "0"])
def test_numbers_that_say_nothing_are_refused(tmp_path: Path, written: str) -> None:
    with new_store(tmp_path) as store:
        before = unchanged(store)
        with pytest.raises(DraftInvalid):
            store.write(DONE, doors.add_addresses, "Klaverstraat", written)
        assert unchanged(store) == before


def test_a_street_written_otherwise_is_so_for_everybody(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        henk = add_person(store, "Henk", "Klavrstraat 5")
        add_person(store, "Ria", "Vlierhof 1")
        street = store.read(listing.streets)[0]
        with taken_back(store):
            store.write(DONE, streets.rename_street, street.id, "Klaverstraat")
        assert store.read(cards.card, henk).door.line == "Klaverstraat 5"
        assert store.read(listing.find_ids, "klaverstraat") == [henk]

        before = unchanged(store)
        with refused("street_exists"):
            store.write(DONE, streets.rename_street, street.id, "vlierhof")
        assert unchanged(store) == before


def test_a_door_is_changed_for_all_who_live_there(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        henk, ria = add_person(store, "Henk", "Klaverstraat 5"), add_person(store, "Ria", "Klaverstraat 5")
        add_person(store, "Buur", "Klaverstraat 7")
        address = store.read(cards.card, henk).address_id
        assert address is not None
        with taken_back(store):
            store.write(DONE, doors.change_address, address, Door("Meidoornlaan", 2, "A", "9999zz", "klaverdorp"))
        assert store.read(cards.card, ria).door == Door("Meidoornlaan", 2, "a", "9999 ZZ", "Klaverdorp")
        assert store.read(listing.ids_in_street, "meidoornlaan") == [henk, ria]

        before = unchanged(store)
        with refused("address_exists"):
            store.write(DONE, doors.change_address, address, Door("Klaverstraat", 7))
        with pytest.raises(DraftInvalid) as told:
            store.write(DONE, doors.change_address, address, Door("", None, "", "99"))
        assert {problem.field for problem in told.value.problems} == {"street", "number", "postcode"}
        assert unchanged(store) == before


def test_a_door_with_people_stays(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        henk = add_person(store)
        empty = store.write(DONE, doors.add_addresses, "Vlierhof", "2")[0]
        address = store.read(cards.card, henk).address_id
        assert address is not None
        with refused("people_live_there"):
            store.write(DONE, doors.delete_address, address)
        with taken_back(store):
            store.write(DONE, doors.delete_address, empty)
        assert [street.name for street in store.read(listing.streets)] == ["Klaverstraat"]
