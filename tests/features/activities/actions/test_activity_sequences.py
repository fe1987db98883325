"""Whatever is done with what comes again, in any order: undo gives the same content, and a series stays whole."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from builders import DONE, activity_draft, add_people, add_person, new_store, signed_up
from buurtapp.core.clock import local
from buurtapp.core.errors import UserError
from buurtapp.core.store import Store
from buurtapp.features.activities import queries
from buurtapp.features.activities.actions import copy, plan, series, trial
from buurtapp.features.activities.series import queries as series_queries
from buurtapp.features.activities.series.records import EVERY, Repeat

SOUP = datetime(2026, 10, 14, 12)
_STEPS = (
    *("repeat", "move", "skip", "skip_sure", "back", "following", "later", "extend", "end"),
    *("copy", "trial", "decide", "drop", "change", "delete", "add"),
)
Step = tuple[str, int, int]


def _act(store: Store, number: int, step: str, size: int) -> None:
    """Do one thing with an activity; what cannot be done is refused."""
    card = store.read(queries.card, number)
    draft, at = card.draft, card.starts_at
    later = at + timedelta(days=size % 5, hours=size % 3)
    known = store.read(series_queries.series_of, number, local(store.clock.now()))
    skips = [day.skip_id for day in known.days if day.skip_id is not None] if known is not None else []
    signed = card.counts.names + card.counts.waiting
    changed = replace(draft, title=f"Soep {size}", capacity=1 + size)
    doing: dict[str, Callable[[], object]] = {
        "repeat": lambda: store.write(DONE, series.repeat, number, Repeat(EVERY[size % 5], size % 7 or None)),
        "move": lambda: store.write(DONE, series.move_occurrence, number, later),
        "skip": lambda: store.write(DONE, series.skip_occurrence, number, "kerst"),
        "skip_sure": lambda: store.write(DONE, series.skip_occurrence, number, "", signed_up=signed),
        "back": lambda: store.write(DONE, series.bring_back, skips[size % len(skips)] or 0) if skips else None,
        "following": lambda: store.write(DONE, series.change_following, number, changed, {"title", "capacity"}),
        "later": lambda: store.write(
            DONE, series.change_following, number, copy.moved(draft, later), {"starts_at", "ends_at"}
        ),
        "extend": lambda: store.write(DONE, series.extend_series, number),
        "end": lambda: store.write(DONE, series.end_series, number),
        "copy": lambda: store.write(DONE, copy.copy_activity, number, later, with_people=bool(size % 2)),
        "trial": lambda: store.write(DONE, trial.set_trial, number, "Klaverstraat", size),
        "decide": lambda: store.write(DONE, trial.decide_trial, number, "go", "leuk"),
        "drop": lambda: store.write(DONE, trial.drop_trial, number),
        "change": lambda: store.write(DONE, plan.change_activity, number, changed),
        "delete": lambda: store.write(DONE, plan.delete_activity, number),
        "add": lambda: store.write(DONE, plan.add_activity, activity_draft(starts_at=later, ends_at=None)),
    }
    doing[step]()


def _whole(store: Store) -> None:
    """Each series has each of its days once, be it held or skipped."""
    seen = set()
    for row in store.read(queries.listed):
        if row.series_id is None or row.series_id in seen:
            continue
        seen.add(row.series_id)
        days = store.read(series_queries.card, row.series_id, local(store.clock.now())).days
        assert len({day.at.date() for day in days}) == len(days)


def _start(store: Store) -> None:
    people = add_people(store, 3)
    add_person(store, "Jaap Mulder", do_not_approach=True)
    first = store.write(DONE, plan.add_activity, activity_draft(capacity=2))
    signed_up(store, first, people)
    store.write(DONE, plan.add_activity, activity_draft("Fietsen", SOUP - timedelta(days=7), None))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(st.sampled_from(_STEPS), st.integers(0, 6), st.integers(0, 30)), min_size=1, max_size=7))
def test_any_row_of_actions_is_taken_back_to_the_same_content(steps: list[Step]) -> None:
    with tempfile.TemporaryDirectory() as folder, new_store(Path(folder)) as store:
        _start(store)
        digests = [store.check().digest]
        for step, which, size in steps:
            for changed in _done(store, step, which, size):
                digests.append(changed)
        _whole(store)

        assert store.check().ok
        for digest in reversed(digests[:-1]):
            assert store.undo() is not None
            assert store.check().digest == digest
        for digest in digests[1:]:
            assert store.redo() is not None
            assert store.check().digest == digest


def _done(store: Store, step: str, which: int, size: int) -> Iterator[str]:
    """Do a step and yield the digest, when it left something to take back."""
    rows = store.read(queries.listed)
    before, digest = store.counter(), store.check().digest
    try:
        if rows:
            _act(store, rows[which % len(rows)].id, step, size)
        else:
            store.write(DONE, plan.add_activity, activity_draft())
    except UserError:
        assert store.check().digest == digest, "something was changed by what was refused"
        return
    if store.counter() != before:
        yield store.check().digest
