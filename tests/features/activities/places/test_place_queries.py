"""Places that were used before."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path

from builders import DONE, activity_draft, new_store
from buurtapp.features.activities.actions import plan
from buurtapp.features.activities.places import queries as places
from buurtapp.features.activities.places.records import Place


def test_each_place_is_told_once_the_last_one_first_with_how_many_fit(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        for day, place, capacity in (
            (1, "De Kas", 16),
            (2, "de kás", None),
            (3, "Grasveld", None),
            (4, "", 12),
            (5, "De Kas, Esdoornplein 2", 30),
        ):
            draft = activity_draft(starts_at=datetime(2026, 9, day, 12), ends_at=None, capacity=capacity)
            store.write(DONE, plan.add_activity, replace(draft, place=place))
        assert store.read(places.used) == [
            Place("De Kas, Esdoornplein 2", 30),
            Place("Grasveld"),
            Place("de kás", 16),
        ]
