"""The six run sheets that come with the app: in both languages, and such as somebody can work with."""

from __future__ import annotations

import pytest

from builders import refused
from buurtapp.core.i18n import LANGUAGES, use_language
from buurtapp.features.activities.runsheet import rules, sheet_file, shipped
from buurtapp.features.activities.runsheet.records import PHASES


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("key", shipped.KEYS)
def test_each_has_jobs_for_every_phase_and_the_steps_of_the_plan(key: str, code: str) -> None:
    with use_language(code):
        sheet = next(one for one in shipped.shipped() if one.key == key)

    assert 12 <= len(sheet.jobs) <= 18
    assert {job.phase for job in sheet.jobs} == set(PHASES)
    assert {"flyer", "shopping", "list", "thanks", "account"} <= {job.step for job in sheet.jobs}
    assert sheet.asks_notice is (key in {"street-barbecue", "clean-up-day"})
    for job in sheet.jobs:
        assert rules.problems(sheet_file.draft_of(job)) == []
        assert "!" not in job.title + job.needs
    for fact in (sheet.facts.supplies, sheet.facts.emergency, sheet.facts.plan_b):
        assert fact
    assert any("AED" in line for line in rules.lines_of(sheet.facts.emergency))


@pytest.mark.parametrize("key", shipped.KEYS)
def test_jobs_stand_in_the_order_in_which_they_are_added(key: str) -> None:
    sheet = next(one for one in shipped.shipped() if one.key == key)

    for phase in PHASES:
        times = [job.when.minutes if phase == "day" else job.when.days for job in sheet.jobs if job.phase == phase]
        assert times == sorted(times, key=lambda value: value or 0)


def test_both_languages_have_the_same_jobs() -> None:
    for key in shipped.KEYS:
        made = []
        for code in LANGUAGES:
            with use_language(code):
                made.append(next(one for one in shipped.shipped() if one.key == key))
        assert [(job.phase, job.when, job.step) for job in made[0].jobs] == [
            (job.phase, job.when, job.step) for job in made[1].jobs
        ]
        assert all(one.title != other.title for one, other in zip(made[0].jobs, made[1].jobs, strict=True))


def test_a_run_sheet_is_found_by_its_word_or_its_name_in_any_language() -> None:
    with use_language("nl"):
        assert shipped.named("soup-lunch", []).name == "Soeplunch"
        assert shipped.named("Soup lunch", []).key == "soup-lunch"
        assert shipped.named("straatbarbecue", []).key == "street-barbecue"
    with refused("unknown_run_sheet"):
        shipped.named("Bal masqué", [])


def test_one_of_the_group_goes_before_one_of_ours_and_a_broken_one_is_left_out() -> None:
    own = [(3, "Koffie", 'name = "Koffie"\n[[job]]\ntitle = "Zetten"\n'), (4, "Kapot", "geen toml")]

    with use_language("nl"):
        assert shipped.named("koffie", own).own_id == 3
        assert [one.own_id for one in shipped.all_sheets(own)] == [None] * 6 + [3]
    with refused("bad_run_sheet"):
        shipped.named("Kapot", own)
