"""The letters to begin with: there in both languages, and whole."""

from __future__ import annotations

import pytest

from buurtapp.core.errors import UserError
from buurtapp.core.i18n import LANGUAGES, use_language
from buurtapp.features.people.rules import letters
from buurtapp.features.people.rules.letter_templates import TEMPLATES, template, templates
from buurtapp.features.people.rules.letters import FieldValues


@pytest.mark.parametrize("code", LANGUAGES)
def test_each_letter_is_there_and_fills(code: str) -> None:
    with use_language(code):
        found = templates()

    assert [one.key for one in found] == list(TEMPLATES)
    for one in found:
        assert one.name
        assert letters.problems(one.subject, one.body) == ()
        blanks = dict.fromkeys(letters.blanks_in(f"{one.subject}\n{one.body}"), "ingevuld")
        values = FieldValues("Beste Henk,", "Klaverstraat", "Henk")
        whole = letters.filled(letters.with_blanks(f"{one.subject}\n{one.body}", blanks), values)
        assert not set("[]{}") & set(whole)
        assert "!" not in whole


def test_dutch_letters_say_u() -> None:
    with use_language("nl"):
        words = {word.strip(".,:;?()").lower() for one in templates() for word in one.body.split()}

    assert "u" in words
    assert not words & {"je", "jij", "jouw", "jullie"}


def test_another_language_gets_the_english_letters() -> None:
    with use_language("tr"):
        assert templates()[0].name == "Invitation"


@pytest.mark.parametrize("wanted", ["invitation", "Uitnodiging", "uitnodiging", "INVITATION"])
def test_a_letter_is_found_by_word_or_name(wanted: str) -> None:
    assert template(wanted).key == "invitation"


def test_an_unknown_letter_is_refused_and_the_known_ones_are_named() -> None:
    with use_language("en"), pytest.raises(UserError) as refused:
        template("beschikking")

    with use_language("en"):
        assert str(refused.value).endswith("Choose one of: Invitation, Message to the street, Thank-you letter.")
