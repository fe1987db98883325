"""What the home screen tells, from the command line."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from builders import add_activity, add_person, asked, new_store, run_app
from task_builders import TODAY, add_fund, add_job, add_promise, in_days, in_series, paper


def test_it_tells_what_the_screen_tells(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BUURTAPP_NOW", "2026-10-13T12:05:00+00:00")
    file = tmp_path / "soep.buurt"
    with new_store(tmp_path) as store:
        joke = add_person(store, "Joke Meerman", phones=["06 12345678"])
        soup, over = add_activity(store, "Soep", in_days(1), capacity=16), add_activity(store, "Koffie", in_days(-3))
        in_series(store, [soup])
        call = add_promise(store, "Bel\nJoke", TODAY, kind="call", about_person_id=joke)
        job = add_job(store, soup, "Tafels", step="shopping")
        fund = add_fund(store, "Wijkbudget", TODAY + timedelta(days=19))
        paper(store, over, "attendance", "7K3Q2")
        before = store.check().digest

    told = asked("today", file)

    assert told["today"] == "2026-10-13"
    assert told["next_step"] == {"kind": "print_list", "activity_id": soup, "code": ""}
    coming = told["coming_up"]
    assert isinstance(coming, list)
    assert coming == [
        {
            "activity_id": soup,
            "title": "Soep",
            "start": "2026-10-14T12:00",
            "place": "De Kas, Esdoornplein 2",
            "signed_up": 0,
            "capacity": 16,
            "flyer": "due",
            "list": "due",
            "jobs": "due",
            "free_jobs": 1,
            "also_on": [],
        }
    ]
    to_do = told["to_do"]
    assert isinstance(to_do, list)
    # Jobs of the day before tomorrow are for today, below what was promised for today.
    assert [(one["source"], one["id"], one["due"], one["own"], one["free"], one["phone"]) for one in to_do] == [
        ("promise", call, "2026-10-13", True, False, "06 1234 5678"),
        ("job", job, "2026-10-13", False, True, ""),
    ]
    assert told["tasks"] == 2
    papers = told["papers_out"]
    assert isinstance(papers, list)
    assert [(one["kind"], one["activity_id"], one["days"]) for one in papers] == [("attendance", over, 3)]
    assert told["series_ending"] == [{"series_id": 1, "title": "Soep", "left": 1}]
    assert told["accounts_due"] == [
        {"fund_id": fund, "name": "Wijkbudget", "deadline": "2026-11-01", "days": 19, "urgency": "soon"}
    ]
    assert (told["not_counted"], told["not_evaluated"], told["loose_ends"], told["copy"]) == ([], [], 0, "none")
    lines = run_app("today", file).stdout.splitlines()
    assert lines[0] == "2026-10-14 12:00  Soep"
    assert lines[1] == "2026-10-13  [ ] Bel Joke  06 1234 5678"
    assert lines[2] == "2026-10-13  [ ] Tafels  Soep"
    assert lines[3].endswith("Koffie")
    assert asked("check", file)["digest"] == before
