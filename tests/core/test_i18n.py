"""Languages: chosen per context, rendered late."""

from __future__ import annotations

import contextvars

from buurtapp.core.i18n import N_, Text, language, plural_text, set_language, text, use_language


def test_a_text_is_rendered_in_the_language_of_the_reader() -> None:
    sentence = text(N_("There is no file {name}."), name="soep.buurt")
    with use_language("nl"):
        assert sentence.render() == "Er is geen bestand soep.buurt."
    with use_language("en"):
        assert sentence.render() == "There is no file soep.buurt."


def test_a_language_chosen_for_one_paper_leaves_the_screen_alone() -> None:
    with use_language("nl"):
        contextvars.copy_context().run(set_language, "en")
        assert language() == "nl"


def test_values_may_be_texts_themselves() -> None:
    inner = text("Jan {family}", family="de Boer")
    assert text("Hello {who}", who=inner).render() == "Hello Jan de Boer"


def test_counted_texts_choose_their_form() -> None:
    with use_language("en"):
        assert plural_text("{count} person", "{count} people", 1).render() == "1 person"
        assert plural_text("{count} person", "{count} people", 2).render() == "2 people"


def test_braces_in_data_are_not_read_as_places_to_fill() -> None:
    assert text("Hello {who}", who="{nobody} {0} %s").render() == "Hello {nobody} {0} %s"


def test_a_text_without_values_may_hold_braces() -> None:
    assert Text("a {brace}").render() == "a {brace}"
