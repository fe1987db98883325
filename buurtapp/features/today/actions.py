"""What the coordinator does on the home screen itself: tick off a job of a run sheet."""

from __future__ import annotations

from buurtapp.core.i18n import N_, Text, text
from buurtapp.core.store.work import Work
from buurtapp.features.activities.tables.runsheet import Job


def job_done_label(title: str, *, done: bool) -> Text:
    """Return what the history says of `set_job_done`."""
    return text(N_("Job done: {title}"), title=title) if done else text(N_("Job not done yet: {title}"), title=title)


def set_job_done(work: Work, number: int, *, done: bool) -> None:
    """Note that a job was done, or was not after all; the first time counts. Raises UserError "not_found"."""
    job = work.get(Job, number)
    job.done_at = (job.done_at or work.now) if done else None
