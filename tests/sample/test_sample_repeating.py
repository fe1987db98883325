"""What comes again in the sample, as the pictures tell it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from buurtapp.core.clock import local
from buurtapp.core.i18n import use_language
from buurtapp.core.store import Store
from buurtapp.features.activities import queries
from buurtapp.features.activities.records import Trial
from buurtapp.features.activities.rows import ActivityRow
from buurtapp.features.activities.series import queries as series
from buurtapp.features.activities.series import words
from buurtapp.sample.make import make_sample


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with make_sample(tmp_path_factory.mktemp("sample") / "klaverhoek.buurt") as made:
        yield made


def row(store: Store, title: str) -> ActivityRow:
    return next(one for one in reversed(store.read(queries.listed)) if one.title == title)


def test_soup_is_a_series_without_an_end_but_for_the_summer(store: Store) -> None:
    card = store.read(series.series_of, row(store, "Soep op woensdag").id, local(store.clock.now()))
    assert card is not None
    with use_language("en"):
        assert words.sentence(card.rule, card.starts_at).render() == "every Wednesday at 12:00"
    states = [day.state for day in card.days]
    assert (states.count("past"), states.count("skipped"), states.count("coming")) == (25, 7, 3)
    assert {day.why for day in card.days if day.state == "skipped"} == {"zomer"}
    assert card.can_extend
    assert len({day.at for day in card.days}) == len(card.days)


def test_the_clean_up_was_a_trial_and_nobody_asked_for_the_lesson(store: Store) -> None:
    assert store.read(queries.card, row(store, "Berkenpad schoon").id).trial == Trial("Berkenpad", 10)
    assert row(store, "Beweegles").asked_by is None
    assert row(store, "Soep op woensdag").asked_by == 6
