"""How it stands with consents, and who may be approached by them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from buurtapp.features.people.names_and_consents import (
    ANSWERS,
    CONSENT_HOWS,
    PURPOSES,
    Answer,
    ConsentEntry,
    ConsentState,
    Name,
    Purpose,
)
from buurtapp.features.people.records import STICKERS, Door, PersonCard
from buurtapp.features.people.rules import consents
from buurtapp.features.people.rules.approach import NEEDS_YES, WAYS, Way, may_be_approached, parted, takes_flyers

DAY = date(2026, 3, 12)


def log(*lines: tuple[Answer, int], purpose: Purpose = "email") -> list[ConsentEntry]:
    """A log from answers and days after 12 March."""
    return [
        ConsentEntry(at, purpose, answer, DAY + timedelta(days=days), "spoken")
        for at, (answer, days) in enumerate(lines, 1)
    ]


def state(*lines: tuple[Answer, int]) -> Answer:
    return consents.state_of(consents.states(log(*lines)), "email").state


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ((), "not_asked"),
        ((("asked", 0),), "asked"),
        ((("given", 0),), "given"),
        ((("given", 0), ("withdrawn", 1)), "withdrawn"),
        ((("withdrawn", 0), ("given", 1)), "given"),
        ((("given", 0), ("withdrawn", 0)), "withdrawn"),
        ((("withdrawn", 5), ("given", 2)), "withdrawn"),
        ((("given", 0), ("asked", 9)), "given"),
        ((("withdrawn", 0), ("asked", 9)), "withdrawn"),
        ((("given", 0), ("not_asked", 1)), "not_asked"),
        ((("given", 9), ("not_asked", 9), ("withdrawn", 0)), "withdrawn"),
    ],
)
def test_the_last_answer_counts(lines: tuple[tuple[Answer, int], ...], expected: Answer) -> None:
    assert state(*lines) == expected


def test_the_day_of_asking_is_the_last_one_and_that_of_the_answer_stays() -> None:
    (found,) = consents.states(log(("given", 0), ("asked", 9)))

    assert (found.on_day, found.asked_on) == (DAY, DAY + timedelta(days=9))
    assert consents.asked_on((found, ConsentState("phone"))) == DAY + timedelta(days=9)


def test_each_purpose_is_on_its_own_and_in_the_order_of_the_screen() -> None:
    both = log(("given", 0)) + log(("withdrawn", 0), purpose="phone")

    found = consents.states(both)

    assert [(one.purpose, one.state) for one in found] == [("phone", "withdrawn"), ("email", "given")]
    assert consents.is_given(found, "email")
    assert consents.is_withdrawn(found, "phone")
    assert not consents.is_given(found, "newsletter")
    assert not consents.is_withdrawn(found, "newsletter")


entries = st.builds(
    ConsentEntry,
    id=st.just(0),
    purpose=st.sampled_from(PURPOSES),
    state=st.sampled_from(ANSWERS),
    on_day=st.dates(date(2026, 1, 1), date(2026, 1, 5)),
    how=st.sampled_from(CONSENT_HOWS),
)
logs = st.lists(entries, max_size=12).map(
    lambda found: [ConsentEntry(at, one.purpose, one.state, one.on_day, one.how) for at, one in enumerate(found, 1)]
)
cards = st.builds(
    PersonCard,
    id=st.integers(1),
    name=st.just(Name(given="Toos", family="Hek")),
    address_id=st.none(),
    door=st.just(Door()),
    phones=st.just(()),
    emails=st.just(()),
    labels=st.just(()),
    contact_preference=st.just(""),
    best_time=st.just(""),
    note=st.just(""),
    do_not_approach=st.booleans(),
    asked_not_to=st.booleans(),
    housemates=st.just(()),
    consents=logs.map(consents.states),
    no_bell=st.booleans(),
    sticker=st.sampled_from(STICKERS),
)


@given(logs)
def test_a_later_no_ends_every_yes(before: list[ConsentEntry]) -> None:
    last = max((one.on_day for one in before), default=DAY)
    for purpose in PURPOSES:
        after = [*before, ConsentEntry(99, purpose, "withdrawn", last, "mail")]
        assert consents.is_withdrawn(consents.states(after), purpose)


@given(logs, logs)
def test_what_counts_of_two_people_who_are_one_is_the_newest_answer(
    first: list[ConsentEntry], second: list[ConsentEntry]
) -> None:
    for purpose in PURPOSES:
        both = [consents.counting([one for one in log if one.purpose == purpose]) for log in (first, second)]
        kept = consents.newest(*both)
        answers = [one for one in both if one is not None and one.state != "asked"]
        assert kept is None or all(kept.on_day >= one.on_day for one in answers)
        assert (kept is None) == (both == [None, None])


@given(st.lists(cards, max_size=8), st.sampled_from(WAYS))
def test_nobody_who_said_no_or_wants_peace_is_approached(people: list[PersonCard], way: Way) -> None:
    may, may_not = parted(people, way)

    assert sorted(map(id, [*may, *may_not])) == sorted(map(id, people))
    for card in may:
        assert not card.do_not_approach
        said: dict[str, Answer] = {one.purpose: one.state for one in card.consents}
        if way == "door":
            assert not card.no_bell
        else:
            assert said.get(way) != "withdrawn"
        if way in NEEDS_YES:
            assert said.get(way) == "given"
    assert [card for card in people if may_be_approached(card, way)] == list(may)


@given(cards)
def test_who_said_yes_is_approached_unless_they_want_peace(card: PersonCard) -> None:
    for way in WAYS:
        if way != "door" and consents.is_given(card.consents, way):
            assert may_be_approached(card, way) is not card.do_not_approach


@pytest.mark.parametrize(("way", "may"), [("letter", True), ("phone", True), ("door", True), ("email", False)])
def test_who_was_never_asked_gets_letters_and_calls_but_no_mail(way: Way, may: bool) -> None:
    nobody = PersonCard(1, Name(), None, Door(), (), (), (), "", "", "", do_not_approach=False, asked_not_to=False)

    assert may_be_approached(nobody, way) is may


def test_flyers_go_by_the_sticker_and_letters_do_not() -> None:
    taken = [takes_flyers(do_not_approach=False, sticker=sticker) for sticker in STICKERS]

    assert dict(zip(STICKERS, taken, strict=True)) == {"": True, "nee_nee": False, "nee_ja": True}
    assert not takes_flyers(do_not_approach=True, sticker="")
