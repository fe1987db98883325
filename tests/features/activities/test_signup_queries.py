"""Who signed up, and what is to be arranged for them."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from builders import DONE, add_activity, add_people, new_store, signed_up
from buurtapp.features.activities import queries
from buurtapp.features.activities.actions import attend, sign_up
from buurtapp.features.activities.records import SignupDraft, SignupFacts


def test_what_is_to_be_arranged_counts_only_who_has_a_place(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        people = add_people(store, 4)
        earlier = add_activity(store, "Koffie", datetime(2026, 10, 1, 10))
        soup = add_activity(store, capacity=3)
        store.write(DONE, attend.set_present, earlier, people[0], present=True)
        store.write(DONE, sign_up.sign_up, soup, people[:1], SignupDraft(lift=True, brings="taart"))
        store.write(DONE, sign_up.sign_up, soup, people[1:3], SignupDraft(brings="brood"))
        store.write(DONE, sign_up.sign_up, soup, people[3:], SignupDraft(lift=True))
        assert store.read(queries.signup_facts, soup) == SignupFacts(lifts=1, brings=3, first_timers=2)
        assert sorted(store.read(queries.signed_up_ids, soup)) == people[:3]


def test_who_missed_it_is_known_only_once_people_were_counted(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        people = add_people(store, 3)
        soup = add_activity(store, capacity=2)
        signed_up(store, soup, people)
        before = store.read(queries.missed_ids, soup)
        store.write(DONE, attend.set_present, soup, people[0], present=True)
        assert before == []
        assert store.read(queries.missed_ids, soup) == [people[1]]
