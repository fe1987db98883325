"""Merging two people: whatever was known of either is known of the one that stays, and one undo brings both back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from builders import (
    DONE,
    NOW,
    add_activity,
    add_person,
    new_store,
    person_draft,
    printed,
    refused,
    signed_up,
    taken_back,
    unchanged,
)
from buurtapp.core.clock import FixedClock
from buurtapp.core.store import Store
from buurtapp.features.activities import queries as activities
from buurtapp.features.activities.actions import attend, sign_up
from buurtapp.features.people.actions import consents, people
from buurtapp.features.people.names_and_consents import PURPOSES, Answer
from buurtapp.features.people.queries import cards, doubles, listing
from buurtapp.features.people.queries import consents as consent_log
from buurtapp.features.people.records import ConsentDraft
from buurtapp.features.sheets import queries as sheets


def _two(store: Store) -> tuple[int, int]:
    henk = add_person(store, "H. de Boer", "Klaverstraat 12", phones=["0600000111"], labels=["soep"], note="een")
    again = add_person(
        store, "Henk de Boer", "Klaverstraat 12", phones=["0600000222"], labels=["auto", "soep"], note="twee"
    )
    return henk, again


@pytest.mark.parametrize("keeps_first", [True, False])
def test_nothing_is_lost_whoever_stays(tmp_path: Path, *, keeps_first: bool) -> None:
    with new_store(tmp_path) as store:
        keep, gone = _two(store) if keeps_first else _two(store)[::-1]
        both, first, second = (add_activity(store, title) for title in ("Soep", "Wandelen", "Kaarten"))
        signed_up(store, both, [keep, gone])
        signed_up(store, first, [keep])
        signed_up(store, second, [gone])
        for activity, number in ((both, keep), (both, gone), (second, gone)):
            store.write(DONE, attend.set_present, activity, number, present=True)
        sheet = printed(store, second)

        with taken_back(store):
            store.write(DONE, people.merge_people, keep, gone)

        card = store.read(cards.card, keep)
        assert card.name.spoken == "Henk de Boer"
        assert set(card.phones) == {"+31600000111", "+31600000222"}
        assert set(card.labels) == {"soep", "auto"}
        assert set(card.note.splitlines()) == {"een", "twee"}
        for activity in (both, first, second):
            assert [row.person.id for row in store.read(activities.signups, activity)] == [keep]
        assert store.read(activities.presence, both).present == (keep,)
        assert store.read(activities.presence, second).present == (keep,)
        assert store.read(sheets.find, sheet.code).rows[0].person_id == keep
        assert store.read(listing.count) == 1


def test_a_wish_not_to_be_approached_stays_whoever_had_it(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        keep = add_person(store, "Henk de Boer", "Klaverstraat 12")
        gone = add_person(store, "H. de Boer", "Klaverstraat 12", do_not_approach=True)
        store.write(DONE, people.merge_people, keep, gone)
        assert store.read(cards.card, keep).asked_not_to


def test_signed_up_twice_the_larger_company_and_the_place_stay(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        keep, gone = _two(store)
        soup = add_activity(store, capacity=1)
        signed_up(store, soup, [gone, keep])
        rows = {row.person.id: row for row in store.read(activities.signups, soup)}
        assert rows[keep].waiting
        store.write(DONE, sign_up.set_company, rows[gone].id, 0, 2)

        with taken_back(store):
            store.write(DONE, people.merge_people, keep, gone)

        (row,) = store.read(activities.signups, soup)
        assert (row.person.id, row.children, row.waiting) == (keep, 2, False)


def test_signed_up_twice_the_first_of_both_keeps_the_place_in_the_queue(tmp_path: Path) -> None:
    clock = FixedClock(NOW)
    with new_store(tmp_path, clock) as store:
        keep, gone = _two(store)
        guest, other = add_person(store, "Toos van 't Hek", "Vlierhof 1"), add_person(store, "Kees Smit", "Vlierhof 2")
        soup = add_activity(store, capacity=1)
        for number in (guest, gone, other, keep):
            clock.set(clock.now() + timedelta(hours=1))
            signed_up(store, soup, [number])

        store.write(DONE, people.merge_people, keep, gone)

        assert [row.person.id for row in store.read(activities.signups, soup)] == [guest, keep, other]


def test_an_address_with_nobody_left_stays_a_door(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        keep = add_person(store, "Henk de Boer", "", phones=["0600000111"])
        gone = add_person(store, "Henk de Boer", "Vlierhof 3", phones=["0600000111"])
        store.write(DONE, people.merge_people, keep, gone)
        assert store.read(cards.card, keep).door.line == "Vlierhof 3"

        third = add_person(store, "Henk de Boer", "Klaverstraat 12")
        store.write(DONE, people.merge_people, keep, third)
        assert [row.door.line for row in store.read(cards.addresses)] == ["Klaverstraat 12", "Vlierhof 3"]


def test_somebody_who_is_gone_or_the_same_is_refused_and_nothing_changes(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        keep, gone = _two(store)
        before = unchanged(store)
        with refused("same_person"):
            store.write(DONE, people.merge_people, keep, keep)
        for one, other in ((keep, 999), (999, gone)):
            with refused("not_found"):
                store.write(DONE, people.merge_people, one, other)
        assert unchanged(store) == before


def test_what_is_merged_is_a_double_no_more(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        keep, gone = _two(store)
        (pair,) = store.read(doubles.likely)
        assert (pair.first.id, pair.second.id) == (keep, gone)
        store.write(DONE, people.merge_people, keep, gone)
        assert store.read(doubles.likely) == []
        store.undo()
        assert [(one.first.id, one.second.id) for one in store.read(doubles.likely)] == [(keep, gone)]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_whatever_was_known_of_either_is_known_of_the_one_that_stays(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    some = st.sets(st.integers(0, 2))
    words = st.lists(st.sampled_from(("soep", "auto", "tuin")), unique=True, max_size=2)
    with new_store(tmp_path_factory.mktemp("samen")) as store:
        soups = [add_activity(store, f"Soep {at}") for at in range(3)]
        two, known = [], []
        for name in ("Henk de Boer", "H. de Boer"):
            draft = replace(
                person_draft(name, "Klaverstraat 12", labels=data.draw(words), note=data.draw(st.sampled_from("ab "))),
                skills=tuple(data.draw(words)),
                roles=tuple(data.draw(words)),
            )
            number = store.write(DONE, people.add_person, draft)
            ups, came = data.draw(some), data.draw(some)
            for at in ups:
                signed_up(store, soups[at], [number])
            for at in came:
                store.write(DONE, attend.set_present, soups[at], number, present=True)
            for at, purpose in enumerate(data.draw(st.lists(st.sampled_from(PURPOSES), max_size=4))):
                state: Answer = data.draw(st.sampled_from(("asked", "given", "withdrawn")))
                day = date(2026, 9, 1) + timedelta(days=data.draw(st.integers(0, 20)))
                answer = ConsentDraft(state, day, form_number=f"{number}-{at}")
                store.write(DONE, consents.note_consent, [number], [purpose], answer)
            two.append(number)
            known.append((store.read(cards.card, number), ups | came, came, store.read(consent_log.log, number)))
        keep, gone = two if data.draw(st.booleans()) else two[::-1]

        with taken_back(store):
            store.write(DONE, people.merge_people, keep, gone)

        card = store.read(cards.card, keep)
        for before, ups, came, log in known:
            assert set(before.labels) <= set(card.labels)
            assert set(before.skills) <= set(card.skills)
            assert set(before.roles) <= set(card.roles)
            assert set(before.note.splitlines()) <= set(card.note.splitlines())
            for at in came:
                assert keep in store.read(activities.presence, soups[at]).present
            for at in ups - came:
                assert keep in {row.person.id for row in store.read(activities.signups, soups[at])}
            kept = {(one.purpose, one.state, one.on_day, one.form_number) for one in store.read(consent_log.log, keep)}
            assert {(one.purpose, one.state, one.on_day, one.form_number) for one in log} <= kept
