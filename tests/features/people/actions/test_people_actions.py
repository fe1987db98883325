"""People: added, changed, labelled, merged, deleted, each taken back with one undo."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from builders import (
    DONE,
    add_activity,
    add_people,
    add_person,
    door,
    new_store,
    person_draft,
    printed,
    refused,
    signed_up,
    taken_back,
    unchanged,
)
from buurtapp.core.errors import DraftInvalid
from buurtapp.core.store import Store
from buurtapp.features.activities import queries as activities
from buurtapp.features.activities.actions import attend
from buurtapp.features.people.actions import bulk, doors, people
from buurtapp.features.people.names_and_consents import Name
from buurtapp.features.people.queries import cards, listing
from buurtapp.features.people.records import Door, PersonDraft
from buurtapp.features.people.rules.names import parse_name
from buurtapp.features.sheets import queries as sheets

FULL = PersonDraft(
    Name("Mw.", "Toos", "T.", "van 't", "Hek"),
    Door("Klaverstraat", 11, "a", "9999 AB", "Klaverdorp"),
    ("06 0000 0111", "bel de buurvrouw"),
    ("Toos@Example.org",),
    ("soep", "wandelen"),
    "phone",
    "'s ochtends",
    "loopt graag mee",
)


def test_everything_about_somebody_is_kept(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        with taken_back(store):
            number = store.write(people.added_label(FULL.name), people.add_person, FULL)

        card = store.read(cards.card, number)
        assert card.name == FULL.name
        assert card.door == FULL.door
        assert card.phones == ("+31600000111", "bel de buurvrouw")
        assert card.emails == ("toos@example.org",)
        assert card.labels == ("soep", "wandelen")
        assert (card.contact_preference, card.best_time, card.note) == ("phone", "'s ochtends", "loopt graag mee")
        assert people.draft_of(card).name == FULL.name


def test_all_that_is_wrong_is_told_at_once_and_nothing_is_saved(tmp_path: Path) -> None:
    wrong = PersonDraft(Name(), Door("Klaverstraat", None, "", "99"), emails=("henk at huis",))
    with new_store(tmp_path) as store:
        before = unchanged(store)
        with pytest.raises(DraftInvalid) as refused:
            store.write(DONE, people.add_person, wrong)
        assert {problem.field for problem in refused.value.problems} == {"name", "number", "postcode", "emails"}
        assert unchanged(store) == before


def test_saving_what_was_there_changes_nothing(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        number = store.write(DONE, people.add_person, FULL)
        before = unchanged(store)
        store.write(DONE, people.change_person, number, people.draft_of(store.read(cards.card, number)))
        assert unchanged(store) == before


def test_a_change_shows_everywhere_and_is_taken_back(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        number = store.write(DONE, people.add_person, FULL)
        moved = replace(FULL, door=door("Vlierhof 2"), phones=("0499-000222",), emails=(), labels=("auto",))

        with taken_back(store):
            store.write(people.changed_label(FULL.name), people.change_person, number, moved)

        card = store.read(cards.card, number)
        assert card.door.line == "Vlierhof 2"
        assert (card.phones, card.emails, card.labels) == (("+31499000222",), (), ("auto",))
        assert store.read(listing.find_ids, "vlierhof 0499000222") == [number]
        assert store.read(listing.find_ids, "klaverstraat") == []
        assert [label.name for label in store.read(listing.labels)] == ["auto"]


def test_a_new_postcode_is_that_of_the_housemates_too(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        henk = add_person(store, "Henk de Boer", "Klaverstraat 12")
        draft = replace(person_draft("Ria de Boer", "Klaverstraat 12"), door=Door("Klaverstr.", 12, "", "9999 zz"))
        store.write(DONE, people.add_person, draft)
        assert store.read(cards.card, henk).door.postcode == "9999 ZZ"
        assert henk in store.read(listing.find_ids, "9999zz")
        assert len(store.read(cards.addresses)) == 1


def test_a_household_has_only_a_shared_name(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        number = add_person(store, "fam. Jansen", "Klaverstraat 14")
        assert store.read(cards.card, number).name.kind == "household"


def test_the_wish_of_a_door_is_not_made_the_wish_of_a_person(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        number = add_person(store)
        address = store.read(cards.card, number).address_id
        assert address is not None
        with taken_back(store):
            store.write(DONE, doors.set_address_wish, address, do_not_approach=True, note="hond")
        card = store.read(cards.card, number)
        assert card.do_not_approach
        assert not card.asked_not_to

        store.write(DONE, people.change_person, number, replace(people.draft_of(card), note="nieuw"))
        store.write(DONE, doors.set_address_wish, address, do_not_approach=False)

        assert not store.read(cards.card, number).do_not_approach


def test_a_deleted_person_leaves_nothing_but_words_on_paper(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        numbers = add_people(store, 3)
        soup = add_activity(store)
        signed_up(store, soup, numbers)
        sheet = printed(store, soup)
        store.write(DONE, attend.set_present, soup, numbers[1], present=True)

        with taken_back(store):
            store.write(DONE, people.delete_person, numbers[1])

        assert len(store.read(activities.signups, soup)) == 2
        frozen = store.read(sheets.find, sheet.code).rows
        assert [row.person_id for row in frozen[:3]] == [numbers[0], None, numbers[2]]
        assert frozen[1].text == sheet.names[1].name
        assert store.read(activities.presence, soup).head_count == 1, "somebody was there, whoever it was"


def test_many_people_are_deleted_at_once_or_not_at_all(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        numbers = add_people(store, 3)
        before = unchanged(store)
        with refused("not_found"):
            store.write(DONE, bulk.delete_people, [numbers[0], 999])
        assert unchanged(store) == before
        with taken_back(store):
            store.write(DONE, bulk.delete_people, [numbers[0], numbers[1], numbers[0]])
        assert store.read(listing.count) == 1


def test_merging_keeps_every_link_and_doubles_nothing(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        keep = add_person(store, "H. de Boer", "Klaverstraat 12", phones=["06 0000 0111"], labels=["soep"], note="een")
        gone = add_person(
            store,
            "Henk de Boer",
            "Klaverstraat 12",
            phones=["0600000111", "0499000222"],
            emails=["henk@example.org"],
            labels=["soep", "auto"],
            note="twee",
        )
        soup, walk = add_activity(store), add_activity(store, "Wandelen")
        signed_up(store, soup, [keep, gone])
        signed_up(store, walk, [gone])
        for number in (keep, gone):
            store.write(DONE, attend.set_present, soup, number, present=True)
        sheet = printed(store, walk)

        with taken_back(store):
            store.write(DONE, people.merge_people, keep, gone)

        card = store.read(cards.card, keep)
        assert card.name.spoken == "Henk de Boer"
        assert card.phones == ("+31600000111", "+31499000222")
        assert card.emails == ("henk@example.org",)
        assert card.labels == ("auto", "soep")
        assert card.note == "een\ntwee"
        assert [row.person.id for row in store.read(activities.signups, soup)] == [keep]
        assert store.read(activities.presence, soup).present == (keep,)
        assert [row.person.id for row in store.read(activities.signups, walk)] == [keep]
        assert store.read(sheets.find, sheet.code).rows[0].person_id == keep
        with refused("not_found"):
            store.read(cards.card, gone)


def test_nobody_is_merged_with_themselves(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        number = add_person(store)
        before = unchanged(store)
        with refused("same_person"):
            store.write(DONE, people.merge_people, number, number)
        assert unchanged(store) == before


def test_a_label_goes_on_and_off_many_at_once(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        numbers = add_people(store, 4)
        with taken_back(store):
            store.write(DONE, people.label_people, numbers, "Soep")
        store.write(DONE, people.label_people, numbers[:2], "soep ")
        assert [(label.name, label.people) for label in store.read(listing.labels)] == [("Soep", 4)]

        with taken_back(store):
            store.write(DONE, people.unlabel_people, numbers[1:], "SOEP")
        assert store.read(listing.ids_with_label, "soep") == numbers[:1]
        store.write(DONE, people.unlabel_people, numbers, "soep")
        assert store.read(listing.labels) == []

        before = unchanged(store)
        with pytest.raises(DraftInvalid):
            store.write(DONE, people.label_people, numbers, "  ")
        with refused("not_found"):
            store.write(DONE, people.label_people, [999], "soep")
        assert unchanged(store) == before


ODD = [
    "<b>Jan",
    "Jan & Piet",
    "=1+1",
    "فاطمة الزهراء",
    "Nguyễn Thị Ánh",
    "😀 Emoji",
    "..",
    "{naam}",
    "%s %d",
    "a" * 300,
]


@pytest.mark.parametrize("written", ODD)
def test_odd_names_go_in_and_come_out(tmp_path: Path, written: str) -> None:
    with new_store(tmp_path) as store:
        _in_and_out(store, written)


def test_every_odd_name_of_the_cases_goes_in_and_comes_out(tmp_path: Path, cases: Path) -> None:
    with new_store(tmp_path) as store:
        for written in json.loads((cases / "odd-names.json").read_text("utf-8")):
            _in_and_out(store, written)


def _in_and_out(store: Store, written: str) -> None:
    name = parse_name(written)
    draft = PersonDraft(name, Door(), labels=(written,), note=written)
    number = store.write(people.added_label(name), people.add_person, draft)
    card = store.read(cards.card, number)
    assert card.name.spoken == written.strip()
    assert card.note == written.strip()
    assert number in [person.id for person in store.read(listing.listed, written)]
    assert written.strip() in store.history(1)[0].label.render()
