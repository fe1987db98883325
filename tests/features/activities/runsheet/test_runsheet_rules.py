"""Rules of run sheets: what a job may be, the plan backwards, and when somebody is still wanted."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from buurtapp.core.i18n import use_language
from buurtapp.features.activities.runsheet import rules
from buurtapp.features.activities.runsheet.records import STEPS, Facts, Helper, JobDraft, JobRow, When

NOON = datetime(2026, 10, 14, 12)
TODAY = date(2026, 10, 13)
HENK, MARIJKE = Helper(1, "Henk van der Meer", "Henk"), Helper(2, "Marijke van der Meer", "Marijke")


def row(draft: JobDraft, owner: Helper | None = None, *helpers: Helper, done: bool = False) -> JobRow:
    return JobRow(7, 1, draft, owner, helpers, datetime(2026, 10, 1, tzinfo=UTC) if done else None)


@pytest.mark.parametrize(
    ("draft", "field"),
    [
        (JobDraft(" "), "title"),
        (JobDraft("a" * 201), "title"),
        (JobDraft("x", needs="a" * 301), "needs"),
        (JobDraft("x", who="a" * 121), "who"),
        (JobDraft("x", "during"), "phase"),
        (JobDraft("x", "before", When(3)), "when"),
        (JobDraft("x", "before", When(0, 30)), "when"),
        (JobDraft("x", "after", When(-3)), "when"),
        (JobDraft("x", "day", When(4)), "when"),
        (JobDraft("x", "before", When(-401)), "when"),
        (JobDraft("x", "day", When(5, 7000)), "when"),
        (JobDraft("x", step="dance"), "step"),
        (JobDraft("x", minutes=0), "minutes"),
        (JobDraft("x", places=0), "places"),
    ],
)
def test_what_cannot_be_is_told_at_its_field(draft: JobDraft, field: str) -> None:
    assert [problem.field for problem in rules.problems(draft)] == [field]


def test_all_that_is_wrong_is_told_at_once() -> None:
    draft = JobDraft("", "before", When(3), places=0)

    assert {problem.field for problem in rules.problems(draft)} == {"title", "when", "places"}


def test_the_backward_plan_has_each_step_on_its_day_and_tells_what_is_late() -> None:
    steps = rules.backward_plan(NOON, TODAY, 21)

    assert {one.step for one in steps} == set(STEPS)
    assert [one.when.days for one in steps] == sorted(one.when.days for one in steps)
    notice = next(one for one in steps if one.step == "notice")
    assert notice.day == date(2026, 9, 23)
    assert notice.late_days == 20
    assert {one.step for one in steps if one.late_days} == {"notice", "flyer"}


def test_without_a_notice_the_council_is_not_in_the_plan() -> None:
    assert "notice" not in {one.step for one in rules.backward_plan(NOON, TODAY)}


def test_one_late_step_is_named_with_its_days_and_more_are_counted() -> None:
    with use_language("en"):
        steps = rules.backward_plan(NOON, TODAY)
        more = rules.backward_plan(NOON, TODAY, 21)

        assert str(rules.late_words(steps)) == "“Print and hand out the flyer” should have been done 13 days ago."
        assert str(rules.late_words(more)).startswith(
            "2 jobs should have been done already. The oldest is “Tell the co"
        )
    assert rules.late_words([one for one in steps if not one.late_days]) is None


@pytest.mark.parametrize(
    ("made", "state"),
    [
        (row(JobDraft("x", when=When(-1)), done=True), "done"),
        (row(JobDraft("x", when=When(-3))), "late"),
        (row(JobDraft("x", when=When(-1))), "today"),
        (row(JobDraft("x", "day", When(0, -60))), "day"),
        (row(JobDraft("x", "after", When(1))), "later"),
    ],
)
def test_the_state_of_a_job_follows_from_the_day(made: JobRow, state: str) -> None:
    assert rules.state(made, NOON, TODAY) == state


def test_nobody_for_a_job_is_worth_a_warning_from_the_day_before() -> None:
    empty = row(JobDraft("x", "day", When(0, 0)))

    assert rules.wants_somebody(empty, NOON, TODAY)
    assert not rules.wants_somebody(empty, NOON, date(2026, 10, 12))
    assert not rules.wants_somebody(row(empty.draft, HENK), NOON, TODAY)
    assert not rules.wants_somebody(row(replace(empty.draft, who="iedereen")), NOON, TODAY)
    assert not rules.wants_somebody(row(empty.draft, done=True), NOON, TODAY)


def test_places_are_filled_by_who_leads_who_helps_or_by_everybody() -> None:
    draft = JobDraft("x", places=4)

    assert row(draft).still_wanted == 4
    assert row(draft, HENK, MARIJKE).still_wanted == 2
    assert row(replace(draft, who="iedereen"), HENK).still_wanted == 0
    assert row(replace(draft, places=1), HENK, MARIJKE).still_wanted == 0


def test_people_are_called_by_their_first_name_unless_two_share_it() -> None:
    other = Helper(3, "Henk de Boer", "Henk")

    assert rules.short_names([HENK, MARIJKE, HENK]) == {1: "Henk", 2: "Marijke"}
    assert rules.short_names([HENK, other]) == {1: "Henk van der Meer", 3: "Henk de Boer"}


def test_a_new_job_comes_after_what_is_earlier() -> None:
    there = [When(-14), When(-7), When(-1)]

    assert rules.place_for(JobDraft("x", when=When(-7)), there) == 2
    assert rules.place_for(JobDraft("x", when=When(-30)), there) == 0
    assert rules.place_for(JobDraft("x", "day", When(0)), [When(0, -60), When(0, 30)]) == 2


def test_things_stand_on_lines_or_behind_commas() -> None:
    assert rules.lines_of("12 tafels\n\n tent ") == ("12 tafels", "tent")
    assert rules.lines_of("12 tafels, tent") == ("12 tafels", "tent")
    assert rules.lines_of("AED, gevel\nEHBO") == ("AED, gevel", "EHBO")
    assert rules.lines_of("") == ()


def test_names_and_facts_have_their_limits() -> None:
    assert rules.name_problems("Soep", []) == []
    assert [one.field for one in rules.name_problems("SOEP ", ["soep"])] == ["name"]
    assert rules.name_problems("", [])
    assert rules.name_problems("a" * 81, [])
    assert [one.field for one in rules.fact_problems(Facts(plan_b="a" * 2001))] == ["plan_b"]
    assert rules.notice_problems(0)
    assert rules.notice_problems(366)
    assert rules.notice_problems(21) == []
