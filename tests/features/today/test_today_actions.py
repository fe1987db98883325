"""Ticking a job on the home screen, and taking it back."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from builders import DONE, NOW, add_activity, new_store, refused, taken_back, unchanged
from buurtapp.core.clock import FixedClock
from buurtapp.core.i18n import use_language
from buurtapp.core.store import Store
from buurtapp.features.activities.tables.runsheet import Job
from buurtapp.features.today import actions
from task_builders import add_job


def _done_at(store: Store, job: int) -> object:
    return store.read(lambda session: session.get_one(Job, job).done_at)


def test_a_job_is_ticked_once_and_taken_back_whole(tmp_path: Path) -> None:
    clock = FixedClock(NOW)
    with new_store(tmp_path, clock) as store:
        job = add_job(store, add_activity(store), "Tafels")
        with taken_back(store):
            store.write(actions.job_done_label("Tafels", done=True), actions.set_job_done, job, done=True)
        clock.set(NOW + timedelta(hours=1))
        store.write(DONE, actions.set_job_done, job, done=True)
        assert _done_at(store, job) == NOW
        with taken_back(store):
            store.write(DONE, actions.set_job_done, job, done=False)
        assert _done_at(store, job) is None


def test_a_job_that_is_not_there_changes_nothing(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        before = unchanged(store)
        with refused("not_found"):
            store.write(DONE, actions.set_job_done, 9, done=True)
        assert unchanged(store) == before
    with use_language("en"):
        assert actions.job_done_label("A", done=True).render() == "Job done: A"
        assert actions.job_done_label("A", done=False).render() == "Job not done yet: A"
