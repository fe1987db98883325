"""The ladder asked of a real file: what counts, what is too long ago, what is still to come."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from builders import DONE, activity_draft, add_activity, add_people, add_person, new_store, signed_up
from buurtapp.core.clock import local
from buurtapp.core.i18n import use_language
from buurtapp.core.store import Store
from buurtapp.core.store.work import Work
from buurtapp.features.activities.actions import attend, plan
from buurtapp.features.activities.ladder import queries, rules
from buurtapp.features.activities.ladder.rules import Facts
from buurtapp.features.people.actions import people
from buurtapp.features.people.actions import step as steps
from buurtapp.features.people.queries import cards
from buurtapp.features.people.records import Door, PersonDraft
from buurtapp.features.people.rules.names import parse_name
from buurtapp.features.people.tables import Area

MONTHS = [datetime(2026, month, 7, 18) for month in range(4, 11)]
LONG_AGO, TOMORROW = datetime(2025, 10, 12, 18), datetime(2026, 10, 14, 12)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with new_store(tmp_path) as made:
        yield made


def here(store: Store) -> datetime:
    return local(store.clock.now())


def came(store: Store, person: int, *times: datetime, title: str = "Soep") -> None:
    for at in times:
        activity = add_activity(store, f"{title} {at:%m}", at)
        store.write(DONE, attend.set_present, activity, person, present=True)


def facts(store: Store, person: int) -> Facts:
    return store.read(queries.facts, here(store), [person])[person]


def step(store: Store, person: int) -> str:
    return store.read(queries.involvement, here(store), [person])[person].step


def test_somebody_of_whom_only_the_address_is_known_lives_here(store: Store) -> None:
    person = add_person(store)

    assert facts(store, person) == Facts()
    assert step(store, person) == "lives_here"


def test_a_phone_goes_before_other_ways_to_reach_somebody(store: Store) -> None:
    called = add_person(store, phones=["06 0000 0111"], emails=["a@voorbeeld.invalid"], labels=["soep"])
    written = add_person(store, "Ria Bos", emails=["r@voorbeeld.invalid"], labels=["soep"])
    labelled = add_person(store, "Toos Bos", labels=["soep"])
    asked = store.write(DONE, people.add_person, PersonDraft(parse_name("An Bos"), Door(), contact_preference="door"))

    ways = [facts(store, person).way for person in (called, written, labelled, asked)]

    assert ways == ["phone", "email", "label", "way"]
    assert step(store, asked) == "reached"


def test_what_is_longer_ago_than_a_year_does_not_count_but_is_remembered(store: Store) -> None:
    person = add_person(store)
    came(store, person, LONG_AGO)

    assert facts(store, person) == Facts(last_came=LONG_AGO.date(), last_title="Soep 10")
    assert step(store, person) == "follows"


def test_the_last_time_is_told_with_its_title_also_when_it_was_noted_first(store: Store) -> None:
    person = add_person(store)
    came(store, person, MONTHS[5], MONTHS[0], MONTHS[2])

    found = facts(store, person)

    assert (found.came, found.first_came) == (3, MONTHS[0].date())
    assert (found.last_came, found.last_title) == (MONTHS[5].date(), "Soep 09")


def test_signing_up_is_following_until_somebody_comes(store: Store) -> None:
    person = add_person(store)
    activity = add_activity(store, starts_at=MONTHS[0])
    signed_up(store, activity, [person])
    assert step(store, person) == "follows"

    store.write(DONE, attend.set_present, activity, person, present=True)

    assert step(store, person) == "takes_part"


def test_what_is_still_to_come_was_not_attended(store: Store) -> None:
    person = add_person(store)
    came(store, person, TOMORROW)

    assert facts(store, person).last_came is None


def test_six_times_is_active(store: Store) -> None:
    person = add_person(store)
    came(store, person, *MONTHS[:5])
    assert step(store, person) == "takes_part"

    came(store, person, MONTHS[5])

    assert step(store, person) == "active"


def test_a_contact_person_is_active_and_of_three_activities_core(store: Store) -> None:
    person = add_person(store)
    draft = activity_draft(contact=person)
    store.write(DONE, plan.add_activity, replace(draft, starts_at=LONG_AGO, ends_at=None))
    assert step(store, person) == "lives_here"

    store.write(DONE, plan.add_activity, draft)
    assert step(store, person) == "active"
    store.write(DONE, plan.add_activity, draft)
    store.write(DONE, plan.add_activity, draft)

    assert step(store, person) == "core"


def test_a_visit_that_is_taken_back_counts_no_more(store: Store) -> None:
    person = add_person(store)
    came(store, person, MONTHS[0])
    store.undo()

    assert step(store, person) == "lives_here"


def test_the_counts_are_of_everybody_and_each_stands_on_one_step(store: Store) -> None:
    lives, takes, active = add_people(store, 3)
    add_person(store, "Ria Bos", phones=["06 0000 0111"])
    add_person(store, "Toos Bos", labels=["nieuwsbrief"])
    add_person(store, "Henk Bos", labels=["Coördinator", "flyer"])
    came(store, takes, MONTHS[0])
    came(store, active, *MONTHS)

    counts = store.read(queries.counts, here(store))

    assert counts == {"lives_here": 1, "reached": 1, "follows": 1, "takes_part": 1, "active": 1, "core": 1}
    assert store.read(queries.steps, here(store))[lives] == "lives_here"


def test_everybody_at_once_gets_the_same_steps_as_one_by_one(store: Store) -> None:
    numbers = add_people(store, 9)
    numbers.append(add_person(store, "Henk Bos", labels=["kern", "soep"]))
    for at, person in enumerate(numbers[:8]):
        came(store, person, *MONTHS[:at])
    came(store, numbers[0], LONG_AGO)
    signed_up(store, add_activity(store), numbers[8:])
    store.write(DONE, plan.add_activity, activity_draft(contact=numbers[2]))

    everybody = store.read(queries.steps, here(store))

    one_by_one = {person: rules.step_of(one) for person, one in store.read(queries.facts, here(store), numbers).items()}
    assert everybody == one_by_one
    assert len(set(everybody.values())) == 4


def test_a_choice_by_hand_counts_in_every_answer(store: Store) -> None:
    quiet, came_often, helper = add_people(store, 3)
    came(store, came_often, *MONTHS)
    came(store, helper, MONTHS[0])
    store.write(DONE, steps.set_step, quiet, "core", "bewaart de sleutel")
    store.write(DONE, steps.set_step, came_often, "lives_here", "is verhuisd")
    store.write(DONE, steps.set_step, helper, "reached", "komt niet meer")
    now = here(store)

    assert store.read(queries.steps, now) == {quiet: "core", came_often: "lives_here", helper: "reached"}
    assert store.read(queries.lit, now) == {quiet: "core"}
    rungs = store.read(queries.rungs, now, [quiet, came_often, helper])
    assert [rungs[one].step for one in (quiet, came_often, helper)] == ["core", "lives_here", "reached"]
    counts = store.read(queries.counts, now)
    assert counts == {"lives_here": 1, "reached": 1, "follows": 0, "takes_part": 0, "active": 0, "core": 1}
    found = store.read(queries.involvement, now, [came_often])[came_often]
    assert (found.step, found.derived, found.chosen_reason) == ("lives_here", "active", "is verhuisd")


def test_roles_membership_and_an_area_lift_people(store: Store) -> None:
    treasurer, member, gone, connector = add_people(store, 4)
    for person, more in (
        (treasurer, {"roles": ("Penningmeester",)}),
        (member, {"member_from": MONTHS[0].date()}),
        (gone, {"member_from": MONTHS[0].date(), "member_until": MONTHS[2].date()}),
    ):
        draft = people.draft_of(store.read(cards.card, person))
        store.write(DONE, people.change_person, person, replace(draft, **more))
    store.write(DONE, _connect, connector)
    now = here(store)

    with use_language("en"):
        everybody = store.read(queries.involvement, now, [treasurer, member, gone, connector])
        told = [one.reason.render() for one in everybody.values()]

    assert {number: one.step for number, one in everybody.items()} == store.read(queries.steps, now)
    assert [one.step for one in everybody.values()] == ["core", "follows", "lives_here", "core"]
    assert told[:2] == ["is Penningmeester", "is a member since April"]
    assert told[3] == "is connector of Noord"


def _connect(work: Work, person: int) -> None:
    work.add(Area(name="Noord", sort_name="noord", connector_id=person))


def test_every_way_of_asking_gives_the_same_step(store: Store) -> None:
    numbers = add_people(store, 6)
    came(store, numbers[1], *MONTHS)
    store.write(DONE, people.label_people, [numbers[2], numbers[3]], "nieuwsbrief")
    store.write(DONE, steps.set_step, numbers[3], "takes_part", "helpt thuis mee")
    now = here(store)

    steps_told = store.read(queries.steps, now)

    rungs = store.read(queries.rungs, now, numbers)
    assert {number: rung.step for number, rung in rungs.items()} == steps_told
    counts = store.read(queries.counts, now)
    assert {step: list(steps_told.values()).count(step) for step in counts} == counts
