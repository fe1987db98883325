"""People and addresses on the command line: names and shapes that stay."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from builders import asked, run_app

KEYS = {
    *("id", "title", "given", "initials", "infix", "family", "street", "number", "addition", "postcode", "place"),
    *("phones", "emails", "labels", "note", "ladder", "do_not_approach"),
}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "soep.buurt"
    asked("new", path, "--name", "Klaverhoek")
    return path


def _people(file: Path, *more: object) -> list[dict[str, Any]]:
    found = asked("people", "list", file, *more)["people"]
    assert isinstance(found, list)
    return found


def test_somebody_is_added_listed_and_shown(file: Path) -> None:
    made = asked(
        *("people", "add", file, "--name", "Henk van der Meer", "--address", "Klaverstr. 5-a"),
        *("--phone", "06 0000 0104", "--phone", "0499-000104", "--email", "henk@example.org"),
        *("--label", "klussen", "--label", "auto", "--note", "=1+1", "--do-not-approach"),
    )
    (henk,) = _people(file)
    assert set(henk) >= KEYS
    assert made == {"id": henk["id"]}
    assert (henk["given"], henk["infix"], henk["family"]) == ("Henk", "van der", "Meer")
    assert (henk["street"], henk["number"], henk["addition"]) == ("Klaverstraat", 5, "a")
    assert henk["phones"] == ["+31600000104", "+31499000104"]
    assert henk["labels"] == ["auto", "klussen"]
    assert henk["note"] == "=1+1"
    assert henk["do_not_approach"] is True
    shown = asked("people", "show", file, henk["id"])
    assert {key: shown[key] for key in KEYS} == {key: henk[key] for key in KEYS}


def test_the_list_is_narrowed_by_search_and_conditions(file: Path) -> None:
    for name, address, label in (
        ("Toos van 't Hek", "Klaverstraat 11", "soep"),
        ("Ayşe Yıldırım", "Vlierhof 9", "soep"),
        ("Piet ter Horst", "Klaverstraat 14", "auto"),
    ):
        asked("people", "add", file, "--name", name, "--address", address, "--label", label)

    assert [one["family"] for one in _people(file, "--where", "street=klaverstraat")] == ["Hek", "Horst"]
    assert [one["family"] for one in _people(file, "--where", "street=Klaverstraat", "--where", "label=soep")] == [
        "Hek"
    ]
    assert [one["family"] for one in _people(file, "--where", "number=9")] == ["Yıldırım"]
    assert [one["family"] for one in _people(file, "--search", "yildirim ayse")] == ["Yıldırım"]
    refused = run_app("people", "list", file, "--where", "kleur=rood", "--json")
    assert refused.exit_code == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ("add", "FILE", "--name", "  "),
        ("add", "FILE", "--name", "Henk", "--address", "nergens"),
        ("add", "FILE", "--name", "Henk", "--email", "geen adres"),
        ("add", "FILE", "--name", "Henk", "--address", "Klaverstraat 5", "--postcode", "99"),
        ("show", "FILE", "12"),
        ("merge", "FILE", "1", "2"),
    ],
)
def test_what_cannot_be_is_refused_and_changes_nothing(file: Path, arguments: tuple[str, ...]) -> None:
    before = asked("check", file)["digest"]
    done = run_app("people", *(file if word == "FILE" else word for word in arguments), "--json")
    assert done.exit_code == 1
    assert asked("check", file)["digest"] == before


def test_doubles_are_found_and_merged_and_it_is_one_undo(file: Path) -> None:
    asked("people", "add", file, "--name", "Henk de Boer", "--address", "Klaverstraat 12", "--phone", "06 0000 0111")
    asked("people", "add", file, "--name", "H. de Boer", "--address", "Klaverstraat 12", "--email", "h@example.org")
    before = asked("check", file)["digest"]
    found = asked("people", "doubles", file)
    assert found["doubles"] == [[1, 2]]
    assert found["pairs"] == [{"first": 1, "second": 2, "score": 95, "reason": "Zelfde adres, voorletters passen"}]

    assert asked("people", "merge", file, 1, 2) == {"id": 1}

    (henk,) = _people(file)
    assert henk["emails"] == ["h@example.org"]
    assert asked("people", "doubles", file) == {"doubles": [], "pairs": []}
    asked("undo", file)
    assert asked("check", file)["digest"] == before


def test_a_street_is_added_by_the_row(file: Path) -> None:
    asked(
        *("addresses", "add", file, "--street", "Klaverstraat", "--numbers", "1-55 odd"),
        *("--postcode", "9999 AB", "--place", "Klaverdorp"),
    )
    asked("people", "add", file, "--name", "Toos van 't Hek", "--address", "Klaverstraat 11")
    listed = asked("addresses", "list", file)["addresses"]
    assert isinstance(listed, list)
    assert len(listed) == 28
    assert [one["number"] for one in listed[:3]] == [1, 3, 5]
    eleven = next(one for one in listed if one["number"] == 11)
    wishes = {"do_not_approach", "no_bell", "sticker"}
    assert set(eleven) == {"id", "street", "number", "addition", "postcode", "place", "people"} | wishes
    assert eleven["people"] == [1]
    assert run_app("addresses", "add", file, "--street", "X", "--numbers", "veel").exit_code == 1


def test_people_read_the_same_without_json(file: Path) -> None:
    asked("people", "add", file, "--name", "<b>Toos</b> & {naam} %s", "--address", "Klaverstraat 11")
    done = run_app("people", "list", file)
    assert "<b>Toos</b> & {naam} %s" in done.stdout
    assert "Klaverstraat 11" in done.stdout
