"""The people of the sample stand as in the pictures: how involved they are, what they are, what happened with Toos."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select

from buurtapp.core.clock import local
from buurtapp.core.i18n import use_language
from buurtapp.core.store import Store
from buurtapp.features.activities import queries as activities
from buurtapp.features.activities.ladder import queries as ladder
from buurtapp.features.people.queries import cards, history, listing
from buurtapp.features.people.records import PersonCard
from buurtapp.features.people.rules.history import newest_first
from buurtapp.features.people.rules.sensitive import looks_private
from buurtapp.features.people.rules.steps import Step
from buurtapp.features.people.tables import Address, Area, Street
from buurtapp.sample.make import NOW, make_sample

HERE = local(NOW)
PICTURE: dict[Step, int] = {"core": 9, "active": 24, "takes_part": 58, "follows": 95}


@pytest.fixture(scope="module")
def klaverhoek(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with make_sample(tmp_path_factory.mktemp("people") / "klaverhoek.buurt") as store:
        yield store


def person(store: Store, words: str) -> PersonCard:
    (card,) = store.read(cards.cards, store.read(listing.find_ids, words))
    return card


def everybody(store: Store) -> list[PersonCard]:
    return store.read(cards.cards, [one.id for one in store.read(listing.listed)])


def test_the_ladder_stands_as_in_the_picture(klaverhoek: Store) -> None:
    counts = klaverhoek.read(ladder.counts, HERE)

    for step, wanted in PICTURE.items():
        assert counts[step] == pytest.approx(wanted, rel=0.15)


@pytest.mark.parametrize("seed", [2, 3])
def test_other_people_stand_about_the_same(tmp_path: Path, seed: int) -> None:
    with make_sample(tmp_path / "klaverhoek.buurt", seed=seed) as store:
        counts = store.read(ladder.counts, HERE)

    for step, wanted in PICTURE.items():
        assert counts[step] == pytest.approx(wanted, rel=0.25)


@pytest.mark.parametrize(
    ("words", "step"),
    [
        ("aaltje brinkman", "takes_part"),
        ("gerrit boer", "follows"),
        ("henk meer", "active"),
        ("marijke meer", "core"),
        ("samira idrissi", "active"),
        ("youssef idrissi", "follows"),
        ("toos hek", "takes_part"),
        ("piet horst", "takes_part"),
        ("wilma pinas", "takes_part"),
        ("coby zandstra", "takes_part"),
        ("lan nguyen", "active"),
        ("ayse yildirim", "takes_part"),
        ("dirk-jan berg", "core"),
        ("bets kuipers", "follows"),
        ("theo veld", "follows"),
    ],
)
def test_the_people_of_the_picture_stand_where_it_says(klaverhoek: Store, words: str, step: str) -> None:
    number = person(klaverhoek, words).id

    assert klaverhoek.read(ladder.rungs, HERE, [number])[number].step == step


def test_the_history_of_toos_is_the_one_of_the_picture(klaverhoek: Store) -> None:
    toos = person(klaverhoek, "toos hek").id
    with use_language("nl"):
        why = klaverhoek.read(ladder.involvement, HERE, [toos])[toos].reason.render()
        found = newest_first(
            [
                *klaverhoek.read(activities.happenings, HERE, toos),
                *klaverhoek.read(history.happenings, HERE, toos),
            ]
        )
        told = [(one.day, str(one.title), str(one.detail)) for one in found]

    assert why == "kwam 3 keer sinds april"
    assert (date(2026, 10, 7), "Soep op woensdag", "was er") in told
    assert (date(2026, 9, 9), "Soep op woensdag", "was er") in told
    assert (date(2026, 3, 12), "Gesproken aan de deur", "door Marijke van der Meer") in told
    assert told[-1][:2] == (date(2026, 3, 1), "Eerste flyer in de bus")


def test_somebody_runs_each_part_and_some_hold_a_role(klaverhoek: Store) -> None:
    areas = klaverhoek.read(lambda session: {row.name: row.connector_id for row in session.scalars(select(Area))})
    people = everybody(klaverhoek)
    roles = {role for card in people for role in card.roles}

    assert len(areas) == 3
    assert all(areas.values())
    assert {"coördinator", "penningmeester", "secretaris"} <= roles
    assert Counter(card.relation for card in people)["professional"] == 1
    assert Counter(card.relation for card in people)["organisation"] == 1
    assert sum(card.member_from is not None for card in people) >= 8
    assert {language for card in people for language in card.languages} >= {"nl", "tr", "ar"}
    assert sum(bool(card.skills) for card in people) > 20


def test_streets_are_walked_in_an_order_and_the_court_has_stairwells(klaverhoek: Store) -> None:
    streets = klaverhoek.read(lambda session: list(session.scalars(select(Street).order_by(Street.walk_position))))
    stairwells = klaverhoek.read(lambda session: set(session.scalars(select(Address.stairwell).distinct())))

    assert [street.name for street in streets][:2] == ["Klaverstraat", "Meidoornlaan"]
    assert {street.name: street.walk for street in streets if street.walk} == {
        "Berkenpad": "odd_first",
        "Lijsterlaan": "even_first",
    }
    assert all(street.area_id for street in streets)
    assert stairwells == {"", "Portiek A", "Portiek B", "Portiek C"}


def test_one_step_was_chosen_by_hand_with_its_reason(klaverhoek: Store) -> None:
    chosen = [card for card in everybody(klaverhoek) if card.step_override]

    assert [card.name.spoken for card in chosen] == ["Annie van Loon"]
    assert chosen[0].step_reason


def test_nothing_that_is_written_looks_private(klaverhoek: Store) -> None:
    for card in everybody(klaverhoek):
        for words in (*card.skills, *card.roles, *card.labels, card.note, card.step_reason):
            assert not looks_private(words)
        assert all(not looks_private(row.text) for row in klaverhoek.read(history.notes, card.id))


def test_nobody_gets_the_newsletter_who_said_no_to_it(klaverhoek: Store) -> None:
    for card in everybody(klaverhoek):
        answers = {state.purpose: state.state for state in card.consents}
        assert "nieuwsbrief" not in card.labels or answers.get("newsletter") != "withdrawn"
        assert not (card.asked_not_to and card.labels.count("nieuwsbrief"))
