"""Many people at once on the command line: label, consent, delete; and two people who are no doubles."""

from __future__ import annotations

from pathlib import Path

import pytest

from builders import asked, not_done


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "soep.buurt"
    asked("new", path, "--name", "Klaverhoek")
    for name, address in (
        ("Henk de Boer", "Klaverstraat 5"),
        ("H. de Boer", "Klaverstraat 5"),
        ("Toos van 't Hek", "Vlierhof 9"),
    ):
        asked("people", "add", path, "--name", name, "--address", address)
    return path


def _labels(file: Path) -> list[list[str]]:
    people = asked("people", "list", file)["people"]
    assert isinstance(people, list)
    return [one["labels"] for one in sorted(people, key=lambda one: one["id"])]


def test_a_label_goes_to_a_whole_street_and_comes_off_again(file: Path) -> None:
    told = asked("people", "label", file, "soep", "--where", "street=Klaverstraat")
    assert told == {"label": "soep", "people": [2, 1]}, "in the order of the doors, there by name"
    assert _labels(file) == [["soep"], ["soep"], []]

    asked("people", "label", file, "soep", "--people", "1", "--remove")
    assert _labels(file) == [[], ["soep"], []]
    asked("undo", file)
    assert _labels(file) == [["soep"], ["soep"], []]


def test_that_a_street_was_asked_is_noted_at_once(file: Path) -> None:
    more = ("--purpose", "letter", "--purpose", "phone", "--state", "asked", "--on", "2026-10-01")
    told = asked("people", "consent", file, "--where", "street=Klaverstraat", *more)
    assert told["noted"] == 4
    assert asked("people", "consent", file, "--people", "3", *more)["noted"] == 2
    assert asked("people", "consent", file, "3", *more)["noted"] == 0, "the log says so already"


@pytest.mark.parametrize(
    "command",
    [
        ("label", "soep"),
        ("delete",),
        ("consent", "--purpose", "letter", "--state", "asked"),
    ],
)
def test_everybody_is_never_taken_by_saying_nothing(file: Path, command: tuple[str, ...]) -> None:
    before = asked("check", file)["digest"]
    word, *more = command
    not_done("nobody_chosen", "people", word, file, *more)
    not_done("nobody_chosen", "people", word, file, *more, "--where", "street=Nergens")
    not_done("not_found", "people", word, file, *more, "--people", "99")
    assert asked("check", file)["digest"] == before


def test_people_are_deleted_and_come_back(file: Path) -> None:
    before = asked("check", file)["digest"]
    assert asked("people", "delete", file, "--people", "3,1") == {"deleted": [1, 3]}
    assert [one["id"] for one in asked("people", "list", file)["people"]] == [2]  # type: ignore[attr-defined]
    asked("undo", file)
    assert asked("check", file)["digest"] == before


def test_two_people_are_no_doubles_until_that_is_taken_back(file: Path) -> None:
    assert asked("people", "doubles", file)["doubles"] == [[1, 2]]

    assert asked("people", "not-doubles", file, 2, 1) == {"first": 1, "second": 2, "two_people": True}
    told = asked("people", "doubles", file)
    assert (told["doubles"], told["told_apart"]) == ([], [[1, 2]])

    asked("people", "not-doubles", file, 1, 2, "--again")
    assert asked("people", "doubles", file)["doubles"] == [[1, 2]]
    not_done("not_told_apart", "people", "not-doubles", file, 1, 2, "--again")
    not_done("same_person", "people", "not-doubles", file, 1, 1)
    not_done("same_person", "people", "merge", file, 1, 1)
