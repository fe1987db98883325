"""From facts to a step, and why in words."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from buurtapp.core.i18n import use_language
from buurtapp.features.activities.ladder import rules
from buurtapp.features.activities.ladder.rules import Facts
from buurtapp.features.people.rules.steps import LIT, STEPS, Step, windows

TODAY = date(2026, 10, 13)
APRIL, LAST_YEAR, LONG_AGO = date(2026, 4, 8), date(2025, 11, 19), date(2024, 3, 6)
NEXT_WEEK = date(2026, 10, 20)


@pytest.mark.parametrize(
    ("facts", "step", "reason"),
    [
        (Facts(), "lives_here", "only the name and the address are known"),
        (Facts("phone"), "reached", "can be reached by phone"),
        (Facts("email"), "reached", "can be reached by e-mail"),
        (Facts("way"), "reached", "told how to be reached"),
        (Facts("label"), "reached", "known by a label"),
        (Facts("phone", signed_up=1), "follows", "signed up once"),
        (Facts(signed_up=2), "follows", "signed up 2 times"),
        (Facts("label", follow_label="Nieuwsbrief"), "follows", "has the label “Nieuwsbrief”"),
        (Facts(signed_up=3, last_came=LONG_AGO), "follows", "came last in March 2024"),
        (Facts(came=1, first_came=APRIL, last_came=APRIL), "takes_part", "came once, in April"),
        (Facts(came=3, first_came=APRIL, last_came=APRIL), "takes_part", "came 3 times since April"),
        (Facts(came=5, first_came=LAST_YEAR), "takes_part", "came 5 times since November 2025"),
        (Facts(came=6, first_came=APRIL), "active", "came 6 times since April"),
        (Facts(contact_for=1, first_contact=APRIL), "active", "contact person of 1 activity, in April"),
        (Facts(contact_for=2, first_contact=APRIL), "active", "contact person of 2 activities since April"),
        (Facts(contact_for=1, first_contact=NEXT_WEEK), "active", "contact person of 1 activity that is planned"),
        (Facts(contact_for=3, first_contact=APRIL), "core", "contact person of 3 activities since April"),
        (Facts(core_label="coördinator"), "core", "has the label “coördinator”"),
        (Facts(core_role="penningmeester"), "core", "is penningmeester"),
        (Facts(came=9, first_came=APRIL, connects="Noord"), "core", "is connector of Noord"),
        (Facts("phone", other_role="wijkagent"), "follows", "is wijkagent"),
        (Facts("phone", is_member=True), "follows", "is a member"),
        (Facts(is_member=True, member_since=LONG_AGO), "follows", "is a member since March 2024"),
        (Facts(came=9, first_came=APRIL, core_label="Kern"), "core", "has the label “Kern”"),
    ],
)
def test_each_fact_gives_its_step_and_says_why(facts: Facts, step: Step, reason: str) -> None:
    with use_language("en"):
        found = rules.involvement(facts, TODAY)

        assert found.step == step
        assert found.reason.render() == reason


@pytest.mark.parametrize(
    ("label", "step"),
    [
        ("coördinator", "core"),
        ("COORDINATOR", "core"),
        ("Kern", "core"),
        ("kerngroep", "core"),
        ("Nieuwsbrief", "follows"),
        ("flyer", "follows"),
        ("soep", None),
        ("kernwapens nee", None),
        ("", None),
    ],
)
def test_only_some_labels_say_how_involved_somebody_is(label: str, step: Step | None) -> None:
    assert rules.with_label(label) == step


def test_twelve_months_begin_at_midnight_a_year_ago() -> None:
    assert rules.year_before(datetime(2026, 10, 13, 14, 5)) == datetime(2025, 10, 13)
    assert rules.year_before(datetime(2028, 2, 29, 9)) == datetime(2027, 3, 1)


def test_a_window_more_with_each_step_from_following_on() -> None:
    assert [windows(step) for step in STEPS] == [0, 0, 1, 2, 3, 4]
    assert [windows(step) for step in LIT] == [1, 2, 3, 4]


@pytest.mark.parametrize("role", ["Penningmeester", "coördinator", "VOORZITTER", "bestuur", "Secretaris"])
def test_who_runs_the_group_is_of_the_core(role: str) -> None:
    assert rules.with_role(role) == "core"
    assert rules.with_role(f"{role} van de voetbalclub") == "follows"


def test_a_step_chosen_by_hand_counts_and_the_rule_is_still_told() -> None:
    with use_language("en"):
        found = rules.involvement(Facts(came=3, first_came=APRIL), TODAY, "core", "bewaart de sleutel")

        assert (found.step, found.derived, found.is_chosen) == ("core", "takes_part", True)
        assert (found.chosen_reason, found.reason.render()) == ("bewaart de sleutel", "came 3 times since April")
