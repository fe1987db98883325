"""What the sample neighbourhood learned, as the pictures tell it."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from buurtapp.features.activities import queries as activities
from buurtapp.features.activities.afterwards import queries
from buurtapp.features.activities.tables.afterwards import Evaluation
from buurtapp.sample.make import make_sample

HERE = datetime(2026, 10, 13, 14, 5)


def test_the_next_soup_begins_with_what_the_last_one_taught(tmp_path: Path) -> None:
    with make_sample(tmp_path / "klaver.buurt") as store:
        (soup,) = store.read(activities.upcoming, HERE, 1)
        last = store.read(queries.last_time, soup.id)
        assert last is not None
        assert (last.day, last.said) == (date(2026, 10, 7), "Er is te veel muziek.")
        assert last.next_time == "De radio blijft deze keer uit."
        assert (last.turnout.kept, last.turnout.signed_up, last.turnout.along) == (12, 13, 2)
        lesson = store.read(queries.last_lesson, HERE)
        assert lesson is not None
        assert (lesson.day, lesson.words) == (date(2026, 10, 1), "vraag eerst drie buren aan de deur")


def test_a_small_sample_has_the_same_lessons(tmp_path: Path) -> None:
    def count(session: Session) -> int:
        return session.scalars(select(func.count(Evaluation.id))).one()

    with make_sample(tmp_path / "klein.buurt", 3, 3) as store:
        assert store.read(count) == 8
