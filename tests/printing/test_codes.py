"""The codes for people and for cameras."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from buurtapp.core.errors import UserError
from buurtapp.printing import codes

FORMS = st.text(codes.ALPHABET, min_size=5, max_size=5)


@given(FORMS)
def test_a_code_is_read_as_it_is_printed(form: str) -> None:
    assert codes.parse_code(codes.human_code(form)) == form


@pytest.mark.parametrize("typed", ["0al1k", "OAL1K", "oaIiK"])
def test_look_alikes_small_letters_spaces_and_dashes_do_not_matter(typed: str) -> None:
    check = codes.human_code("0A11K")[-1]

    assert codes.parse_code(f"  {typed[:2]} {typed[2:]}–{check.lower()} ") == "0A11K"


@given(FORMS, st.integers(0, 5), st.sampled_from(codes.ALPHABET))
def test_one_wrong_character_is_always_noticed(form: str, place: int, other: str) -> None:
    code = codes.human_code(form).replace("-", "")
    wrong = code[:place] + other + code[place + 1 :]

    if wrong == code:
        assert codes.parse_code(wrong) == form
    else:
        with pytest.raises(UserError, match=r"."):
            codes.parse_code(wrong)


@given(FORMS, st.integers(0, 4))
def test_two_swapped_characters_are_always_noticed(form: str, place: int) -> None:
    code = codes.human_code(form).replace("-", "")
    swapped = code[:place] + code[place + 1] + code[place] + code[place + 2 :]

    if swapped != code:
        with pytest.raises(UserError):
            codes.parse_code(swapped)


@pytest.mark.parametrize("typed", ["", "7K3Q2", "7K3Q2-MM", "7K3Q2-U", "😀😀😀😀😀😀", "7K3Q2\u00e9"])
def test_what_is_no_code_is_refused_in_words(typed: str) -> None:
    with pytest.raises(UserError) as caught:
        codes.parse_code(typed)

    assert caught.value.kind == "bad_code"
    assert typed in str(caught.value)


@given(FORMS, st.integers(0, 31), st.integers(0, 32**4 - 1), st.integers(1, codes.MOST_PAGES), st.integers(0, 1))
def test_a_payload_has_sixteen_characters_and_is_read_back(
    form: str, version: int, copy: int, page: int, corner: int
) -> None:
    payload = codes.Payload(form, version, copy, page, corner)

    written = codes.write_payload(payload)

    assert len(written) == 16
    assert written.startswith("BA" + form)
    assert codes.read_payload(written) == payload


def test_the_payload_of_a_common_page_is_as_described() -> None:
    written = codes.write_payload(codes.Payload("7K3Q2", 1, 35, 2, 1))

    assert written[:14] == "BA" + "7K3Q2" + "1" + "0013" + "2" + "1"


@given(FORMS, st.integers(0, 15), st.integers(0, 15), st.sampled_from(codes.ALPHABET), st.sampled_from(codes.ALPHABET))
def test_two_wrong_characters_in_a_payload_are_always_noticed(
    form: str, first: int, second: int, one: str, two: str
) -> None:
    written = codes.write_payload(codes.Payload(form, 1, 0, 1, 0))
    damaged = list(written)
    damaged[first], damaged[second] = one, two

    if "".join(damaged) != written:
        assert codes.read_payload("".join(damaged)) is None


def test_other_peoples_codes_are_not_ours() -> None:
    assert codes.read_payload("otherwise") is None
    assert codes.read_payload("XX" + codes.write_payload(codes.Payload("7K3Q2", 1, 0, 1, 0))[2:]) is None


def test_new_form_ids_come_from_the_given_chance() -> None:
    assert codes.new_form_id(Random(1)) == codes.new_form_id(Random(1))
    assert len({codes.new_form_id(Random(seed)) for seed in range(50)}) == 50


@pytest.mark.parametrize(
    ("typed", "meant", "is_one"),
    [
        ("7K3Q2M", "7K3Q2M", False),
        ("7K3Q3M", "7K3Q2M", True),
        ("K73Q2M", "7K3Q2M", True),
        ("7K3Q2", "7K3Q2M", True),
        ("7K3Q22M", "7K3Q2M", True),
        ("7K3Q", "7K3Q2M", False),
        ("7K3R3M", "7K3Q2M", False),
    ],
)
def test_one_slip_is_a_wrong_missing_extra_or_swapped_sign(typed: str, meant: str, is_one: bool) -> None:
    assert codes.is_one_slip(typed, meant) is is_one
