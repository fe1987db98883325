"""Promises from the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from builders import add_activity, add_person, asked, new_store, not_done, run_app


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A group with Henk and a soup, on Tuesday 13 October 2026."""
    monkeypatch.setenv("BUURTAPP_NOW", "2026-10-13T12:05:00+00:00")
    with new_store(tmp_path) as store:
        add_person(store, phones=["+31 6 12345678"])
        add_activity(store)
    return tmp_path / "soep.buurt"


def _titles(file: Path, *more: str) -> list[str]:
    rows = asked("promises", "list", file, *more)["promises"]
    assert isinstance(rows, list)
    return [row["title"] for row in rows]


def test_a_promise_is_added_listed_done_and_deleted(file: Path) -> None:
    words = ("--title", "Bel Henk", "--due", "vrijdag", "--kind", "call", "--about", "1", "--activity", "1")
    assert asked("promises", "add", file, *words, "--note", "na vijven") == {"id": 1}
    assert asked("promises", "add", file, "--title", "Koffie halen", "--who", "Lan") == {"id": 2}

    rows = asked("promises", "list", file)["promises"]
    assert isinstance(rows, list)
    (call, coffee) = rows
    assert call == {
        "id": 1,
        "title": "Bel Henk",
        "kind": "call",
        "due": "2026-10-16",
        "person_id": None,
        "who": "",
        "owner": "",
        "about_kind": "activity",
        "about_id": 1,
        "about_person_id": 1,
        "about_name": "Henk van der Meer",
        "phone": "+31612345678",
        "note": "na vijven",
        "done_at": None,
        "made_at": "2026-10-13T12:05:00+00:00",
    }
    assert (coffee["due"], coffee["owner"]) == (None, "Lan")

    assert asked("promises", "done", file, 1) == {"id": 1, "done": True}
    assert _titles(file) == ["Koffie halen"]
    assert _titles(file, "--all") == ["Koffie halen", "Bel Henk"]
    assert asked("promises", "done", file, 1, "--not") == {"id": 1, "done": False}
    assert asked("promises", "delete", file, 2) == {"id": 2}
    assert _titles(file) == ["Bel Henk"]
    assert asked("--lang", "en", "undo", file)["undone"] == "Task deleted: Koffie halen"
    assert _titles(file) == ["Bel Henk", "Koffie halen"]


def test_what_cannot_be_is_refused_and_changes_nothing(file: Path) -> None:
    not_done("draft_invalid", "promises", "add", file, "--title", "Bel", "--due", "ooit")
    not_done("draft_invalid", "promises", "add", file, "--title", " ")
    not_done("not_found", "promises", "add", file, "--title", "Bel", "--person", "99")
    not_done("not_found", "promises", "done", file, 9)
    not_done("not_found", "promises", "delete", file, 9)
    assert run_app("promises", "add", file, "--title", "x", "--kind", "visit").exit_code == 2
    assert _titles(file, "--all") == []


def test_people_read_lines(file: Path) -> None:
    asked("promises", "add", file, "--title", "Bel\nHenk", "--kind", "call", "--about", "1")

    said = run_app("promises", "list", file).stdout

    assert said.splitlines() == [f"   1  {'':15}Bel Henk  06 1234 5678"]


def test_a_promise_stands_in_somebodys_history(file: Path) -> None:
    asked("promises", "add", file, "--title", "Haal Aaltje op", "--due", "morgen", "--person", "1")

    told = asked("--lang", "en", "people", "history", file, 1)["history"]

    assert isinstance(told, list)
    assert {
        "day": "2026-10-13",
        "kind": "promised",
        "title": "Haal Aaltje op",
        "detail": "promised for 14-10-2026",
    } in told
