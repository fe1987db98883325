"""Folding, sorting and slugs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from buurtapp.core.text import digits, fold, like_words, slug


@pytest.mark.parametrize(
    ("written", "searched"),
    [
        ("Yıldırım", "YILDIRIM"),
        ("Yıldırım", "yildirim"),
        ("İnci", "inci"),
        ("Łukasz", "lukasz"),
        ("Strauß", "strauss"),
        ("van 't Hek", "van t hek"),
        ("van ’t Hek", "van 't hek"),
        ("Ĳsbrand", "ijsbrand"),
        ("Ørsted", "orsted"),
        ("Đặng", "dang"),
        ("أحمد", "احمد"),
        ("é", "e\u0301"),
        ("Klaverstr. 12-a", "klaverstr 12 a"),
    ],
)
def test_names_that_sound_alike_fold_alike(written: str, searched: str) -> None:
    assert fold(written) == fold(searched)


@given(st.text())
def test_folding_twice_changes_nothing_more(value: str) -> None:
    assert fold(fold(value)) == fold(value)


@given(st.text())
def test_a_fold_has_single_spaces_only(value: str) -> None:
    folded = fold(value)
    assert folded == " ".join(folded.split())


@given(st.text(max_size=500))
def test_a_slug_is_a_safe_file_name_part(value: str) -> None:
    made = slug(value)
    assert len(made) <= 60
    assert set(made) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert not made.startswith("-")
    assert not made.endswith("-")


def test_like_words_puts_the_longest_first_and_each_once() -> None:
    assert like_words("de Boer klaverstraat de") == ["klaverstraat", "boer", "de"]


def test_digits_keeps_digits_only() -> None:
    assert digits("06 - 0000 0111") == "0600000111"
