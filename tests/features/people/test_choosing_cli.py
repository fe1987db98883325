"""Choosing people for a paper, and telling who is left out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from builders import DONE, add_person, new_store, refused
from buurtapp.core.i18n import use_language
from buurtapp.core.store import Store
from buurtapp.features.people.actions import doors
from buurtapp.features.people.choosing_cli import approachable, chosen, chosen_doors


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = new_store(tmp_path)
    add_person(made, "Ayşe Yıldırım", "Vlierhof 9", labels=["soep"])
    add_person(made, "Henk van der Meer", "Klaverstraat 10")
    add_person(made, "Ria de Vries", "Klaverstraat 2", labels=["soep"], do_not_approach=True)
    made.write(DONE, doors.add_addresses, "Klaverstraat", "1-3 odd", "9999 AB", "Klaverdorp")
    yield made
    made.close()


@pytest.mark.parametrize(
    ("options", "numbers"),
    [
        ({}, [3, 2, 1]),
        ({"people": "1,3"}, [3, 1]),
        ({"label": "SOEP"}, [3, 1]),
        ({"where": ("label=soep",), "label": ""}, [3, 1]),
        ({"where": ("street=klaverstraat",)}, [3, 2]),
        ({"where": ("street=Klaverstraat", "label=soep")}, [3]),
        ({"where": ("number=10",)}, [2]),
        ({"where": ("street=Klaverstraat",), "people": "1,2"}, [2]),
        ({"where": ("street=Nergens",)}, []),
        ({"where": ("place=Klaverdorp",)}, []),
    ],
)
def test_people_are_chosen_in_the_order_of_the_doors(
    store: Store, options: dict[str, object], numbers: list[int]
) -> None:
    assert [card.id for card in chosen(store, options)] == numbers


@pytest.mark.parametrize(
    ("options", "kind"),
    [
        ({"people": "1,99"}, "not_found"),
        ({"people": "Henk"}, "not_numbers"),
        ({"where": ("kleur=rood",)}, "bad_condition"),
        ({"where": ("Klaverstraat",)}, "bad_condition"),
    ],
)
def test_a_choice_that_cannot_be_is_refused(store: Store, options: dict[str, object], kind: str) -> None:
    with refused(kind):
        chosen(store, options)


def test_doors_are_chosen_by_where_they_are(store: Store) -> None:
    def lines(**options: object) -> list[str]:
        return [row.door.line for row in chosen_doors(store, options)]

    in_street = ["Klaverstraat 1", "Klaverstraat 2", "Klaverstraat 3", "Klaverstraat 10"]
    assert lines(where=("street=Klaverstraat",)) == in_street
    assert lines() == [*in_street, "Vlierhof 9"]
    assert lines(label="soep") == lines(people="1") == []


def test_who_does_not_want_a_letter_is_left_out_and_told(store: Store) -> None:
    with use_language("en"):
        may, warnings = approachable(chosen(store, {}), "letter")

        assert [card.id for card in may] == [2, 1]
        assert [str(warning) for warning in warnings] == ["1 person gets no letter: they do not want that."]
    assert approachable(may, "letter") == (may, [])
