"""Hours as people write them, names in a line of organisers, and what is too much."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from buurtapp.core.errors import DraftInvalid
from buurtapp.core.i18n import use_language
from buurtapp.features.activities.afterwards import rules
from buurtapp.features.activities.afterwards.records import EvaluationDraft
from buurtapp.features.people.names_and_consents import Name


@pytest.mark.parametrize(
    ("written", "minutes"),
    [("6,5", 390), ("6.5", 390), ("6,5 uur", 390), (" 2 u ", 120), ("0", 0), ("", None), ("  ", None), ("1,25", 75)],
)
def test_hours_are_read_as_people_write_them(written: str, minutes: int | None) -> None:
    assert rules.minutes_of(written) == minutes


@pytest.mark.parametrize("written", ["zes", "6,5,5", "-1", "6:30", "²", "1e3", "123456"])
def test_other_words_are_refused_at_their_own_field(written: str) -> None:
    with pytest.raises(DraftInvalid) as told:
        rules.minutes_of(written)
    assert [problem.field for problem in told.value.problems] == ["hours"]


@given(st.integers(0, rules.MOST_MINUTES), st.sampled_from(("nl", "en")))
def test_hours_that_are_shown_are_read_back_to_the_minute(minutes: int, language: str) -> None:
    with use_language(language):
        back = rules.minutes_of(rules.hours_words(minutes))
    assert back == minutes


def test_hours_follow_the_language() -> None:
    with use_language("nl"):
        assert rules.hours_words(390) == "6,5"
    with use_language("en"):
        assert (rules.hours_words(390), rules.hours_words(60), rules.hours_words(None)) == ("6.5", "1", "")


def test_all_that_is_too_much_is_told_at_once() -> None:
    draft = EvaluationDraft("x" * 2001, "y" * 2001, "", -1, rules.MOST_MINUTES + 1)
    assert [problem.field for problem in rules.problems(draft)] == ["went_well", "next_time", "helpers", "hours"]
    assert rules.problems(EvaluationDraft("x" * 2000, "", "", 999, 0)) == []


def test_organisers_are_names_that_are_not_known_already() -> None:
    known = [Name(given="Samira", infix="El", family="Idrissi"), Name(given="Henk", family="Bos")]
    found = rules.organisers("samira, Henk Bos en Dirk-Jan; Lotte & Dirk-Jan", known)
    assert found == ["Dirk-Jan", "Lotte"]
    assert rules.organisers("  ", known) == []


def test_a_card_says_the_first_name_and_a_household_its_whole_name() -> None:
    assert rules.called(Name(given="Samira", infix="El", family="Idrissi")) == "Samira"
    assert rules.called(Name(title="mw.", infix="de", family="Vries")) == "mw. De Vries"
    assert rules.called(Name("fam.", family="Jansen", kind="household")) == "fam. Jansen"
