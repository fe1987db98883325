"""Consents and the wishes of addresses on the command line, and in the list that goes out."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import pytest

from builders import asked, not_done, run_app


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "soep.buurt"
    asked("new", path, "--name", "Klaverhoek")
    asked(
        "people", "add", path, "--name", "Toos van 't Hek", "--address", "Klaverstraat 11", "--email", "t@example.org"
    )
    asked("people", "add", path, "--name", "Henk van der Meer", "--address", "Klaverstraat 5")
    return path


def _shown(file: Path, number: int) -> dict[str, Any]:
    return {one["purpose"]: one for one in asked("people", "show", file, number)["consents"]}  # type: ignore[attr-defined]


def test_an_answer_is_noted_shown_and_taken_back(file: Path) -> None:
    before = asked("check", file)["digest"]
    asked(
        "people", "consent-text", file, "--purpose", "email", "--text", "Mogen we je mailen?", "--since", "2026-01-01"
    )

    done = asked(
        *("people", "consent", file, 1, "--purpose", "email", "--state", "given", "--how", "paper"),
        *("--form", "17", "--on", "12-3-2026", "--by", "Marijke"),
    )

    assert done["noted"] == 1
    assert _shown(file, 1)["email"] == {
        "purpose": "email",
        "state": "given",
        "on": "2026-03-12",
        "asked_on": "2026-03-12",
        "how": "paper",
        "form": "17",
        "text_version": 1,
        "entered_by": "Marijke",
    }
    assert "E-mail: allowed (2026-03-12)" in run_app("--language", "en", "people", "show", file, 1).stdout
    asked("undo", file)
    assert _shown(file, 1) == {}
    asked("undo", file)
    assert asked("check", file)["digest"] == before


def test_many_are_asked_at_once(file: Path) -> None:
    done = asked("people", "consent", file, 1, 2, "--purpose", "phone", "--purpose", "photo", "--state", "asked")

    assert done["noted"] == 4
    assert [_shown(file, number)["photo"]["state"] for number in (1, 2)] == ["asked", "asked"]


def test_what_is_not_understood_is_refused(file: Path) -> None:
    words = ("people", "consent", file, 1, "--purpose", "email", "--state", "given")
    not_done("bad_day", *words, "--on", "12 maart")
    not_done("bad_day", *words, "--on", "maart 2026")
    not_done("draft_invalid", *words, "--on", "2099-01-01")
    not_done("not_found", "people", "consent", file, 9, "--purpose", "email", "--state", "given")
    not_done("not_found", "addresses", "wish", file, 9, "--no-bell")
    assert run_app("people", "consent", file, 1, "--purpose", "soep", "--state", "given").exit_code == 2


def test_texts_are_listed_with_their_versions(file: Path) -> None:
    for words in ("Mogen we je mailen?", "Mogen we je mailen of appen?"):
        asked("people", "consent-text", file, "--purpose", "email", "--text", words, "--since", "2026-01-01")

    found = asked("people", "consent-text", file, "--purpose", "email")["texts"]

    assert [(one["version"], one["text"]) for one in found] == [  # type: ignore[attr-defined]
        (1, "Mogen we je mailen?"),
        (2, "Mogen we je mailen of appen?"),
    ]


def test_an_address_asks_for_something(file: Path) -> None:
    (address,) = [one["id"] for one in asked("addresses", "list", file)["addresses"] if one["number"] == 11]  # type: ignore[attr-defined]

    done = asked("addresses", "wish", file, address, "--no-bell", "--sticker", "nee_nee")

    assert done == {"id": address, "no_bell": True, "sticker": "nee_nee", "do_not_approach": False}
    shown = asked("people", "show", file, 1)
    assert (shown["no_bell"], shown["sticker"]) == (True, "nee_nee")
    asked("addresses", "wish", file, address, "--bell", "--sticker", "none", "--do-not-approach")
    shown = asked("people", "show", file, 1)
    assert (shown["no_bell"], shown["sticker"], shown["do_not_approach"]) == (False, "", True)


def test_the_list_that_goes_out_has_a_column_for_each_purpose(file: Path, tmp_path: Path) -> None:
    asked("people", "consent", file, 1, "--purpose", "phone", "--state", "given")
    asked("people", "consent", file, 1, "--purpose", "email", "--state", "withdrawn")
    asked("people", "consent", file, 2, "--purpose", "photo", "--state", "asked")
    out = tmp_path / "buren.csv"

    run_app("--language", "en", "export", file, "people", "-o", out)

    with out.open(encoding="utf-8-sig", newline="") as stream:
        lines = list(csv.DictReader(stream, delimiter=";"))
    by_name = {line["Given name"].strip(): line for line in lines}
    toos, henk = by_name["Toos"], by_name["Henk"]
    assert (toos["Consent to calls"], toos["Consent to e-mail"], toos["Consent to letters"]) == (
        "yes",
        "no",
        "not asked",
    )
    assert henk["Consent to photos"] == "no answer yet"
    assert "t@example.org" in toos["E-mail"], "the list is the group's own: the flag stands beside the address"


@pytest.mark.parametrize("language", ["en", "nl"])
def test_a_column_about_consent_is_not_taken_for_an_address(file: Path, tmp_path: Path, language: str) -> None:
    asked("people", "consent", file, 1, "--purpose", "email", "--state", "withdrawn")
    out, other = tmp_path / "buren.csv", tmp_path / "ander.buurt"
    run_app("--language", language, "export", file, "people", "-o", out)
    asked("new", other, "--name", "Vlierhof")

    read = asked("import", other, out)

    assert read["problems"] == []
    found = asked("people", "list", other)["people"]
    assert sorted(one["emails"] for one in found) == [[], ["t@example.org"]]  # type: ignore[attr-defined]
