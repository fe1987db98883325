"""A sign-up sheet that comes home: matched or new people, the waiting list, correcting, and the same sheet twice."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from builders import (
    DONE,
    add_activity,
    add_people,
    add_person,
    new_store,
    refused,
    signed_up,
    taken_back,
    unchanged,
)
from buurtapp.core.clock import FixedClock
from buurtapp.core.errors import DraftInvalid
from buurtapp.core.store import Store
from buurtapp.features.activities import queries
from buurtapp.features.activities.actions import enter_signup, plan, print_signup
from buurtapp.features.activities.printouts.signup_sheet import signup_sheet
from buurtapp.features.activities.records import SignupDraft, SignupEntry, SignupLine
from buurtapp.features.people.actions import people as neighbours
from buurtapp.features.people.queries import cards
from buurtapp.features.sheets import queries as sheets


def _printed(store: Store, soup: int, lines: int = 10) -> int:
    sheet = store.read(print_signup.compose_signup_sheet, soup, store.clock.today(), lines=lines)
    pages = signup_sheet(sheet)
    assert pages.layout is not None
    label = print_signup.printed_label(sheet.title)
    return store.write(label, print_signup.keep_signup_sheet, soup, sheet, pages.layout, pages.pdf)


def _enter(store: Store, sheet: int, *lines: SignupLine) -> SignupEntry:
    return store.write(enter_signup.entered_label("AAAAA-A", "Soep"), enter_signup.enter_signup_sheet, sheet, lines)


def _later(store: Store) -> None:
    assert isinstance(store.clock, FixedClock)
    store.clock = FixedClock(store.clock.now() + timedelta(hours=1))


def _names(store: Store, soup: int) -> list[str]:
    return [row.person.name.spoken for row in store.read(queries.signups, soup)]


HENK = SignupLine(1, "henk van der meer", SignupDraft(1, 0, lift=True))
NIEUW = SignupLine(2, "Nieuwe Buur", SignupDraft(0, 2), "06 0000 0199")


def test_who_is_known_is_matched_and_who_is_not_is_added_with_their_number(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        henk = add_person(store)
        soup = add_activity(store)
        sheet = _printed(store, soup)
        with taken_back(store):
            done = _enter(store, sheet, HENK, NIEUW)
        assert (done.stored, done.changed, done.unchanged, len(done.new_people)) == (2, 0, 0, 1)
        rows = {row.person.id: row for row in store.read(queries.signups, soup)}
        assert (rows[henk].guests, rows[henk].lift) == (1, True)
        new = store.read(cards.card, done.new_people[0])
        assert new.phones == ("+31600000199",)
        assert rows[new.id].children == 2


def test_the_same_sheet_again_reports_no_change(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        add_person(store)
        soup = add_activity(store)
        sheet = _printed(store, soup)
        _enter(store, sheet, HENK, NIEUW)
        digest = unchanged(store)
        again = _enter(store, sheet, HENK, NIEUW)
        assert again == SignupEntry(0, 0, 2)
        assert unchanged(store) == digest


def test_a_house_number_is_kept_as_words(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        soup = add_activity(store)
        done = _enter(store, _printed(store, soup), SignupLine(1, "Nieuwe Buur", phone="12 a"))
        assert "12 a" in store.read(cards.card, done.new_people[0]).note


def test_a_correction_takes_off_only_whom_the_sheet_signed_up(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        phoned = add_person(store)
        soup = add_activity(store)
        signed_up(store, soup, [phoned])
        sheet = _printed(store, soup)
        _later(store)
        _enter(store, sheet, HENK, NIEUW)
        with taken_back(store):
            done = _enter(store, sheet, SignupLine(1, "Iemand Anders"))
        assert (done.stored, done.changed) == (1, 1)
        assert sorted(_names(store, soup)) == ["Henk van der Meer", "Iemand Anders"]


def test_a_line_adds_to_what_somebody_said_by_phone(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        phoned = add_person(store)
        soup = add_activity(store)
        signed_up(store, soup, [phoned])
        sheet = _printed(store, soup)
        _later(store)
        done = _enter(store, sheet, HENK)
        assert (done.stored, done.changed, done.unchanged) == (0, 1, 0)
        assert store.read(queries.signups, soup)[0].guests == 1
        assert _enter(store, sheet, HENK).unchanged == 1


def test_a_name_that_moves_to_another_line_keeps_its_place(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        soup = add_activity(store, capacity=1)
        sheet = _printed(store, soup)
        first = _enter(store, sheet, SignupLine(1, "Eerste Buur"), SignupLine(2, "Tweede Buur"))
        again = _enter(store, sheet, SignupLine(2, "Tweede Buur"), SignupLine(3, "Eerste Buur"))
        assert again == SignupEntry(0, 0, 2)
        assert [row.person.id for row in store.read(queries.signups, soup)] == list(first.new_people)


def test_the_waiting_list_is_obeyed_in_the_order_of_the_lines(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        soup = add_activity(store, capacity=2)
        lines = (
            SignupLine(3, "Derde Buur"),
            SignupLine(1, "Eerste Buur", SignupDraft(1)),
            SignupLine(2, "Tweede Buur"),
        )
        done = _enter(store, _printed(store, soup), *lines)
        waiting = [row.person.name.spoken for row in store.read(queries.signups, soup) if row.waiting]
        assert waiting == ["Tweede Buur", "Derde Buur"]
        assert len(done.waiting) == 2


def test_a_name_of_several_signs_nobody_up_until_it_is_said_who(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        add_person(store, "Jan Smit", "Klaverstraat 1", phones=["0600000111"])
        other = add_person(store, "Jan Smit", "Vlierhof 3", phones=["0600000112"])
        soup = add_activity(store)
        sheet = _printed(store, soup)
        done = _enter(store, sheet, SignupLine(1, "Jan Smit"))
        assert (done.stored, done.unclear) == (0, ("Jan Smit",))
        by_phone = _enter(store, sheet, SignupLine(1, "Jan Smit", phone="06 0000 0112"))
        assert by_phone.stored == 1
        assert [row.person.id for row in store.read(queries.signups, soup)] == [other]
        assert _enter(store, sheet, SignupLine(1, "Jan Smit", person_id=other)).unchanged == 1


def test_somebody_who_wrote_their_name_twice_comes_once(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        soup = add_activity(store)
        done = _enter(store, _printed(store, soup), SignupLine(1, "Nieuwe Buur"), SignupLine(5, "nieuwe buur"))
        assert (done.stored, len(done.new_people)) == (1, 1)


def test_more_names_than_lines_are_taken_too(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        soup = add_activity(store)
        sheet = _printed(store, soup, lines=1)
        assert _enter(store, sheet, SignupLine(1, "Eerste Buur"), SignupLine(2, "Tweede Buur")).stored == 2
        assert _enter(store, sheet, SignupLine(1, "Eerste Buur"), SignupLine(2, "Tweede Buur")).unchanged == 2


def test_a_sheet_comes_home_after_people_were_merged(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        kept = add_person(store)
        soup = add_activity(store)
        sheet = _printed(store, soup)
        new = _enter(store, sheet, SignupLine(1, "H. van der Meer")).new_people[0]
        store.write(DONE, neighbours.merge_people, kept, new)
        again = _enter(store, sheet, SignupLine(1, "H. van der Meer"))
        assert again == SignupEntry(0, 0, 1)


def test_impossible_numbers_and_a_deleted_activity_change_nothing(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        add_people(store, 1)
        soup = add_activity(store)
        sheet = _printed(store, soup)
        before = unchanged(store)
        with pytest.raises(DraftInvalid):
            _enter(store, sheet, SignupLine(1, "Iemand", SignupDraft(guests=1000)))
        assert unchanged(store) == before
        store.write(DONE, plan.delete_activity, soup)
        with refused("not_found"):
            _enter(store, sheet, SignupLine(1, "Iemand"))


def test_printing_is_taken_back_with_its_code(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        soup = add_activity(store)
        with taken_back(store):
            _printed(store, soup)
        assert [sheet.kind for sheet in store.read(sheets.still_out)] == ["sign-up"]
