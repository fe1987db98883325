"""Streets, addresses and areas on the command line."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from builders import asked, not_done, run_app


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "soep.buurt"
    asked("new", path, "--name", "Klaverhoek")
    asked("addresses", "add", path, "--street", "Klaverstraat", "--numbers", "1-5", "--postcode", "9999 AB")
    asked("addresses", "add", path, "--street", "Vlierhof", "--numbers", "1-2", "--stairwell", "Hofje")
    asked("people", "add", path, "--name", "Henk de Boer", "--address", "Klaverstraat 4")
    return path


def _doors(file: Path, *more: object) -> list[dict[str, Any]]:
    found = asked("addresses", "list", file, *more)["addresses"]
    assert isinstance(found, list)
    return found


def _houses(file: Path, *more: object) -> list[int]:
    return [door["number"] for door in _doors(file, *more)]


def test_a_street_is_walked_along_both_sides(file: Path) -> None:
    changed = asked("streets", "change", file, 1, "--walk", "odd_first")
    assert (changed["walk"], changed["addresses"], changed["without_people"]) == ("odd_first", 5, 4)
    assert _houses(file, "--street", "klaverstr.") == [1, 3, 5, 4, 2]
    asked("streets", "change", file, 1, "--walk", "by_number")
    assert _houses(file, "--street", "Klaverstraat") == [1, 2, 3, 4, 5]


def test_a_door_gets_another_place(file: Path) -> None:
    assert asked("addresses", "move", file, 1, "--after", 3)["order"] == [2, 3, 1, 4, 5]
    assert asked("addresses", "move", file, 5, "--first")["order"] == [5, 2, 3, 1, 4]
    assert asked("addresses", "move", file, 5, "--by-rule")["order"] == [2, 3, 1, 4, 5]
    assert run_app("addresses", "move", file, 1).exit_code == 2
    assert run_app("addresses", "move", file, 1, "--first", "--by-rule").exit_code == 2
    not_done("other_street", "addresses", "move", file, 1, "--after", 6)


def test_an_address_is_changed_and_taken_away(file: Path) -> None:
    asked("addresses", "change", file, 1, "--number", "12-A", "--postcode", "B-3930", "--stairwell", "Portiek B")
    (door,) = [door for door in _doors(file) if door["id"] == 1]
    assert (door["number"], door["addition"], door["postcode"], door["stairwell"]) == (12, "a", "B-3930", "Portiek B")
    asked("addresses", "change", file, 1, "--stairwell", "")
    not_done("bad_number", "addresses", "change", file, 1, "--number", "14 t/m 18")
    not_done("draft_invalid", "addresses", "change", file, 1, "--postcode", "3930")
    not_done("address_exists", "addresses", "change", file, 1, "--number", "2", "--street", "klaverstraat")
    not_done("people_live_there", "addresses", "remove", file, 4)
    asked("addresses", "remove", file, 1)
    assert _houses(file, "--street", "Klaverstraat") == [2, 3, 4, 5]


def test_streets_have_a_place_and_a_name(file: Path) -> None:
    asked("streets", "change", file, 2, "--position", 1, "--name", "Vlierhofje")
    found = asked("streets", "list", file)["streets"]
    assert isinstance(found, list)
    assert [(row["name"], row["position"]) for row in found] == [("Vlierhofje", 1), ("Klaverstraat", None)]
    assert [door["street"] for door in _doors(file)][:2] == ["Vlierhofje", "Vlierhofje"]
    asked("streets", "change", file, 2, "--position", 0)
    not_done("street_exists", "streets", "change", file, 2, "--name", "klaverstr.")


def test_two_streets_are_joined(file: Path) -> None:
    assert asked("streets", "join", file, 1, 2) == {"id": 1, "joined_addresses": 2}
    assert {door["street"] for door in _doors(file)} == {"Klaverstraat"}
    assert asked("undo", file)["undone"]
    assert len(_doors(file)) == 7


def test_areas_with_a_connector(file: Path) -> None:
    made = asked("areas", "add", file, "--name", "Noord", "--connector", 1, "--streets", "1,2")
    assert (made["connector"], made["streets"], made["people"]) == ("Henk de Boer", ["Klaverstraat", "Vlierhof"], 1)
    assert asked("streets", "change", file, 2, "--area", 0)["area"] == ""
    assert {door["street"] for door in _doors(file, "--area", "noord")} == {"Klaverstraat"}
    assert asked("areas", "change", file, 1, "--name", "Zuid", "--connector", 0)["connector_id"] is None
    asked("areas", "remove", file, 1)
    assert asked("areas", "list", file) == {"areas": []}
    not_done("not_found", "areas", "add", file, "--name", "West", "--streets", "99")
    assert asked("areas", "list", file) == {"areas": []}


def test_one_address_that_is_several_is_asked_about(file: Path) -> None:
    not_done("several_doors", "people", "add", file, "--name", "Ria", "--address", "Klaverstraat 14 t/m 18")
    not_done(
        "bad_postcode", "people", "add", file, "--name", "Ria", "--address", "Klaverstraat 14", "--postcode", "3930"
    )
    asked("people", "add", file, "--name", "Ria", "--address", "Dorpsstraat 2-RD", "--postcode", "B-3930")
    (door,) = _doors(file, "--street", "Dorpsstraat")
    assert (door["number"], door["addition"], door["postcode"]) == (2, "rd", "B-3930")
