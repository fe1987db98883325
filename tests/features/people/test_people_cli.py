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
    assert asked("people", "doubles", file) == {"doubles": [], "pairs": [], "told_apart": []}
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
    more = {"do_not_approach", "no_bell", "sticker", "note", "area", "stairwell", "walk"}
    assert set(eleven) == {"id", "street", "number", "addition", "postcode", "place", "people"} | more
    assert eleven["people"] == [1]
    assert run_app("addresses", "add", file, "--street", "X", "--numbers", "veel").exit_code == 1


def test_people_read_the_same_without_json(file: Path) -> None:
    asked("people", "add", file, "--name", "<b>Toos</b> & {naam} %s", "--address", "Klaverstraat 11")
    done = run_app("people", "list", file)
    assert "<b>Toos</b> & {naam} %s" in done.stdout
    assert "Klaverstraat 11" in done.stdout


def test_everything_about_somebody_is_added_changed_and_emptied(file: Path) -> None:
    number = asked(
        *("people", "add", file, "--name", "Ayşe Yıldırım", "--language", "Turks", "--language", "arabic"),
        *("--skill", "klussen", "--skill", "fiets maken", "--role", "penningmeester", "--relation", "helper"),
        *("--birth-year", "1962", "--member-from", "12 mrt 2024", "--label", "soep", "--phone", "06 0000 0104"),
    )["id"]
    (found,) = _people(file)
    assert found["languages"] == ["tr", "ar"]
    assert (found["skills"], found["roles"]) == (["klussen", "fiets maken"], ["penningmeester"])
    assert (found["relation"], found["birth_year"], found["member_from"]) == ("helper", 1962, "2024-03-12")
    assert (found["member_until"], found["member"]) == (None, True)

    for condition in ("language=turkish", "language=ar", "relation=helper", "skill=Klussen", "role=penningmeester"):
        assert len(_people(file, "--where", condition)) == 1
    assert _people(file, "--where", "member=false") == []
    assert len(_people(file, "--search", "soep fiets ayse")) == 1

    changed = asked(
        *("people", "change", file, number, "--label", "auto", "--remove-label", "Soep", "--birth-year", ""),
        *("--member-until", "2024", "--skill", "koken", "--phone", ""),
    )
    assert changed == {"id": number, "changed": True}
    (found,) = _people(file)
    assert (found["labels"], found["skills"]) == (["auto"], ["koken"])
    assert (found["birth_year"], found["member_until"], found["member"]) == (None, "2024-12-31", False)
    assert found["phones"] == []
    assert found["languages"] == ["tr", "ar"]
    assert asked("people", "change", file, number, "--skill", "koken") == {"id": number, "changed": False}


@pytest.mark.parametrize(
    ("option", "value"),
    [
        *(("--birth-year", "1800"), ("--birth-year", "2999"), ("--birth-year", "oud"), ("--member-from", "gisteren")),
        *(("--member-until", "2001"), ("--skill", "x" * 101), ("--address", "nergens"), ("--name", "")),
    ],
)
def test_a_change_that_cannot_be_is_refused(file: Path, option: str, value: str) -> None:
    number = asked("people", "add", file, "--name", "Henk Bos", "--member-from", "2002")["id"]
    before = asked("check", file)["digest"]

    refused = run_app("people", "change", file, number, option, value, "--json")

    assert refused.exit_code == 1
    assert asked("check", file)["digest"] == before


def test_people_are_deleted_all_or_none(file: Path) -> None:
    numbers = [asked("people", "add", file, "--name", name)["id"] for name in ("Henk Bos", "Ria Vos", "Piet Mos")]

    assert run_app("people", "delete", file, numbers[0], 999, "--json").exit_code == 1
    assert len(_people(file)) == 3
    assert asked("people", "delete", file, *numbers[:2]) == {"deleted": numbers[:2]}
    assert [one["family"] for one in _people(file)] == ["Mos"]


def test_what_is_better_not_written_down_is_said_and_kept(file: Path) -> None:
    done = run_app("people", "add", file, "--name", "Henk Bos", "--note", "zit in een rolstoel", "--json")

    assert done.exit_code == 0
    assert "hulp bij de trap" in done.stderr
    assert _people(file)[0]["note"] == "zit in een rolstoel"
    number = _people(file)[0]["id"]
    assert "hulp" not in run_app("people", "change", file, number, "--label", "soep").stderr
    assert "hulp" in run_app("people", "change", file, number, "--skill", "lopen met rollator").stderr


def test_an_organisation_keeps_its_name_whole(file: Path) -> None:
    asked("people", "add", file, "--name", "Bakkerij  Janssen", "--relation", "organisation")

    (found,) = _people(file)
    assert (found["given"], found["family"]) == ("", "Bakkerij Janssen")
