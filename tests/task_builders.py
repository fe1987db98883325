"""Rows of other parts for tests of the home screen: jobs, series, funds, evaluations, sheets; and promises."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from builders import DONE, NOW
from buurtapp.core.clock import local
from buurtapp.core.store import Store, Work
from buurtapp.features.activities.tables import Activity
from buurtapp.features.activities.tables.afterwards import Evaluation
from buurtapp.features.activities.tables.money import Fund
from buurtapp.features.activities.tables.runsheet import Job
from buurtapp.features.activities.tables.series import Series
from buurtapp.features.promises import actions
from buurtapp.features.promises.records import PromiseDraft
from buurtapp.features.sheets.tables import Sheet

HERE = local(NOW)
TODAY = HERE.date()


def in_days(days: int) -> datetime:
    """Noon, so many days from today."""
    return datetime.combine(TODAY + timedelta(days=days), datetime.min.time()) + timedelta(hours=12)


def _add_job(work: Work, row: dict[str, object]) -> int:
    return work.add(Job(**row)).id


def add_job(
    store: Store, activity: int, title: str, phase: str = "before", day_offset: int = -1, **more: object
) -> int:
    """Put a job on the run sheet of an activity; return its number."""
    blank: dict[str, object] = {"position": 0, "needs": "", "step": "", "places": 1, "who": ""}
    row = {**blank, "activity_id": activity, "title": title, "phase": phase, "day_offset": day_offset, **more}
    return store.write(DONE, _add_job, row)


def _evaluate(work: Work, activity: int) -> None:
    work.add(Evaluation(activity_id=activity, went_well="", next_time="", said="", made_at=work.now))


def evaluate(store: Store, activity: int) -> None:
    """Write down that an activity was looked back on."""
    store.write(DONE, _evaluate, activity)


def add_promise(store: Store, title: str, due_on: date | None = None, **more: object) -> int:
    """Promise something; return its number."""
    return store.write(DONE, actions.add_promise, PromiseDraft(title, due_on, **more))  # type: ignore[arg-type]


def _add_fund(work: Work, name: str, deadline: date | None, sent_on: date | None) -> int:
    fund = Fund(name=name, giver="", reference="", granted=50000, deadline=deadline, signer="", sent_on=sent_on)
    return work.add(fund).id


def add_fund(store: Store, name: str, deadline: date | None, sent_on: date | None = None) -> int:
    """Note money that was granted, to be accounted for by a day; return its number."""
    return store.write(DONE, _add_fund, name, deadline, sent_on)


def _in_series(work: Work, activities: list[int], *, ended: bool) -> int:
    series = work.add(
        Series(title="Soep", rule="FREQ=WEEKLY", starts_at=datetime(2026, 1, 7, 12), minutes=90, ended=ended)
    )
    for number in activities:
        work.get(Activity, number).series_id = series.id
    return series.id


def in_series(store: Store, activities: list[int], *, ended: bool = False) -> int:
    """Let activities be the times of a series; return its number."""
    return store.write(DONE, _in_series, activities, ended=ended)


def _paper(work: Work, activity: int, kind: str, code: str) -> int:
    blank: dict[str, object] = {"pages": 1, "layout_json": "{}", "pdf_sha256": "", "came_home_at": None}
    at = NOW - timedelta(days=9)
    return work.add(Sheet(kind=kind, code=code, title="Soep", subject_id=activity, printed_at=at, **blank)).id


def paper(store: Store, activity: int, kind: str, code: str) -> int:
    """Print a sheet of some kind, without drawing it; return its number."""
    return store.write(DONE, _paper, activity, kind, code)


def _home(work: Work, sheet: int) -> None:
    work.get(Sheet, sheet).came_home_at = datetime(2026, 10, 12, tzinfo=UTC)


def home(store: Store, sheet: int) -> None:
    """Let a sheet come home."""
    store.write(DONE, _home, sheet)
