"""One person, one door, doubles, and what is still to be sorted out."""

from __future__ import annotations

from pathlib import Path

import pytest

from builders import DONE, NOW, add_person, new_store, taken_back
from buurtapp.core.errors import UserError
from buurtapp.core.store import Work
from buurtapp.features.people.actions import people
from buurtapp.features.people.queries import cards
from buurtapp.features.people.tables import LooseEnd


def test_a_card_tells_who_else_lives_there(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        henk = add_person(store, "Henk van der Meer", "Klaverstraat 5")
        add_person(store, "Marijke van der Meer", "Klaverstraat 5")
        add_person(store, "Samira El Idrissi", "Klaverstraat 8")
        assert [mate.name.spoken for mate in store.read(cards.card, henk).housemates] == ["Marijke van der Meer"]


def test_nobody_of_that_number_is_a_sentence(tmp_path: Path) -> None:
    with new_store(tmp_path) as store, pytest.raises(UserError) as told:
        store.read(cards.card, 4)
    assert told.value.kind == "not_found"


def test_addresses_go_as_people_walk_with_who_lives_there(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        add_person(store, "A", "Vlierhof 10")
        add_person(store, "B", "Vlierhof 2 b")
        add_person(store, "C", "Vlierhof 2")
        add_person(store, "D", "Klaverstraat 100")
        add_person(store, "E", "Klaverstraat 100")
        rows = store.read(cards.addresses)
        assert [row.door.line for row in rows] == ["Klaverstraat 100", "Vlierhof 2", "Vlierhof 2 b", "Vlierhof 10"]
        assert rows[0].people == (4, 5)


def test_one_door_however_it_is_written(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        for written in ("Klaverstraat 12-a", "klaverstr. 12A", "KLAVERSTRAAT 12 a"):
            add_person(store, "Buur", written)
        assert len(store.read(cards.addresses)) == 1


def test_only_certain_doubles_are_told(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        henk = add_person(store, "Henk de Boer", "Klaverstraat 12")
        again = add_person(store, "H. Boer", "Klaverstraat 12")
        add_person(store, "Ria de Boer", "Klaverstraat 12")
        add_person(store, "Henk de Boer", "Vlierhof 3")
        add_person(store, "Henk de Boer", "")
        pairs = store.read(cards.doubles)
        assert [(pair.first.id, pair.second.id) for pair in pairs] == [(henk, again)]


def _leave(work: Work) -> int:
    end = LooseEnd(
        source="leden.xlsx", row=7, column="Telefoon", kind="phone_unreadable", text="geheim", created_at=NOW
    )
    return work.add(end).id


def test_what_a_list_left_is_settled_by_hand(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        number = store.write(DONE, _leave)
        (end,) = store.read(cards.loose_ends)
        assert (end.source, end.row, end.column, end.text) == ("leden.xlsx", 7, "Telefoon", "geheim")
        with taken_back(store):
            store.write(DONE, people.settle_loose_end, number)
        assert store.read(cards.loose_ends) == []
