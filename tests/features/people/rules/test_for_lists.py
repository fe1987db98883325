"""Who stands on a list for contact, and what it tells of them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from buurtapp.features.people.names_and_consents import ANSWERS, Answer, ConsentState, Name
from buurtapp.features.people.papers import LIST_FIELDS, ListField
from buurtapp.features.people.records import Door, PersonCard
from buurtapp.features.people.rules.approach import may_be_approached
from buurtapp.features.people.rules.for_lists import for_contact, ways_of

DAY = date(2026, 3, 2)


def a_card(
    number: int = 1,
    *,
    phone: Answer = "not_asked",
    email: Answer = "not_asked",
    no_bell: bool = False,
    left_alone: bool = False,
) -> PersonCard:
    return PersonCard(
        number,
        Name(given="Henk", family="Bos"),
        1,
        Door("Klaverstraat", 5),
        ("+31600000123",),
        ("henk@example.org",),
        (),
        "",
        "",
        "",
        do_not_approach=left_alone,
        asked_not_to=left_alone,
        consents=(ConsentState("phone", phone, DAY), ConsentState("email", email, DAY)),
        no_bell=no_bell,
    )


@pytest.mark.parametrize(
    ("fields", "ways"),
    [
        (("address",), ("door",)),
        (("address", "phone"), ("phone",)),
        (("phone", "email", "tick"), ("phone", "email")),
        (("tick", "signature"), ("door", "letter", "phone")),
    ],
)
def test_the_columns_tell_how_people_are_approached(fields: tuple[ListField, ...], ways: tuple[str, ...]) -> None:
    assert ways_of(fields) == ways


def test_who_does_not_want_to_be_phoned_is_not_on_a_list_to_phone_from() -> None:
    willing, unwilling = a_card(1), a_card(2, phone="withdrawn")

    assert for_contact([willing, unwilling], ["address", "phone"])[1] == [unwilling]
    assert for_contact([willing, unwilling], ["address"])[1] == []


def test_a_bell_that_is_not_to_be_rung_is_not_on_a_round_but_can_be_phoned() -> None:
    quiet = a_card(no_bell=True)

    assert for_contact([quiet], ["address"])[1] == [quiet]
    assert for_contact([quiet], ["address", "phone"])[1] == []


def test_what_may_not_be_used_is_not_told() -> None:
    (card,) = for_contact([a_card(phone="given", email="withdrawn")], ["phone", "email"])[0]

    assert card.phones
    assert card.emails == ()


wishes = st.builds(
    a_card,
    st.integers(1, 10_000),
    phone=st.sampled_from(ANSWERS),
    email=st.sampled_from(ANSWERS),
    no_bell=st.booleans(),
    left_alone=st.booleans(),
)


@given(cards=st.lists(wishes, unique_by=lambda card: card.id), fields=st.lists(st.sampled_from(LIST_FIELDS)))
def test_no_wish_is_ever_passed_over(cards: list[PersonCard], fields: list[ListField]) -> None:
    may, may_not = for_contact(cards, fields)

    assert sorted(card.id for card in (*may, *may_not)) == sorted(card.id for card in cards)
    whole = {card.id: card for card in cards}
    for card in may:
        assert not card.do_not_approach
        if "phone" in fields and card.phones:
            assert may_be_approached(whole[card.id], "phone")
        if "email" in fields and card.emails:
            assert may_be_approached(whole[card.id], "email")
