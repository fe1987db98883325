"""How a rule is said."""

from __future__ import annotations

from datetime import datetime

import pytest

from buurtapp.core.i18n import use_language
from buurtapp.features.activities.series import rules, words
from buurtapp.features.activities.series.records import Every, Repeat

SOUP = datetime(2026, 10, 14, 12, 5)


@pytest.mark.parametrize(
    ("every", "starts_at", "said"),
    [
        ("week", SOUP, "every Wednesday at 12:05"),
        ("2weeks", SOUP, "every other week on Wednesday at 12:05"),
        ("month", SOUP, "every second Wednesday of the month at 12:05"),
        ("month", datetime(2026, 9, 30, 9), "every last Wednesday of the month at 09:00"),
        ("monthday", SOUP, "every month on day 14 at 12:05"),
        ("monthday", datetime(2026, 10, 31, 9), "every month on day 31, or else the last day, at 09:00"),
        ("year", SOUP, "every year on October 14 at 12:05"),
    ],
)
def test_a_rule_is_a_sentence(every: Every, starts_at: datetime, said: str) -> None:
    rule = rules.rule_of(Repeat(every), starts_at)
    with use_language("en"):
        assert words.sentence(rule, starts_at).render() == said


def test_the_date_of_a_rule_is_said_also_from_a_month_that_is_short() -> None:
    with use_language("en"):
        said = words.sentence("FREQ=MONTHLY;BYMONTHDAY=28,29,30,31;BYSETPOS=-1", datetime(2027, 2, 28, 9)).render()
    assert said == "every month on day 31, or else the last day, at 09:00"


@pytest.mark.parametrize("rule", ["FREQ=DAILY", "FREQ=MONTHLY;BYDAY=+5WE", "FREQ=MONTHLY;BYDAY=MO,TU"])
def test_a_rule_from_elsewhere_is_said_shortly(rule: str) -> None:
    with use_language("en"):
        assert words.sentence(rule, SOUP).render() == words.short(rule).render()


def test_two_words_for_the_head() -> None:
    with use_language("en"):
        said = [words.short(rules.rule_of(Repeat(every), SOUP)).render() for every in ("week", "2weeks", "year")]
    assert said == ["every week", "every 2 weeks", "every year"]
