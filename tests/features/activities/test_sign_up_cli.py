"""Signing up, off, and telling who signed up, from the command line."""

from __future__ import annotations

from pathlib import Path

from builders import add_activity, add_people, add_person, asked, new_store, run_app


def _file(tmp_path: Path, *, capacity: int | None = None) -> tuple[Path, int, list[int]]:
    with new_store(tmp_path) as store:
        people = add_people(store, 4)
        add_person(store, "Niet Vragen", "Klaverstraat 30", do_not_approach=True)
        return store.path, add_activity(store, capacity=capacity), people


def test_everything_somebody_says_comes_back(tmp_path: Path) -> None:
    file, soup, people = _file(tmp_path)
    more = ("--guests", "1", "--children", "2", "--lift", "--brings", "taart", "--note", "geen vlees")
    done = asked("activities", "sign-up", file, str(soup), "--people", str(people[0]), *more)
    told = asked("activities", "sign-ups", file, str(soup))

    assert done == {"new": 1, "waiting": 0}
    assert (told["heads"], told["lifts"], told["brings"], told["first_timers"]) == (4, 1, 1, 1)
    assert told["sign_ups"] == [
        {
            "person_id": people[0],
            "name": "Buur Nummer-aa",
            "guests": 1,
            "children": 2,
            "waiting": False,
            "lift": True,
            "brings": "taart",
            "note": "geen vlees",
            "first_time": True,
        }
    ]


def test_a_street_leaves_out_who_wants_peace_and_says_how_many(tmp_path: Path) -> None:
    file, soup, people = _file(tmp_path)
    said = run_app("--lang", "en", "activities", "sign-up", file, str(soup), "--street", "Klaverstraat")
    assert f"New on the list: {len(people)}. Waiting: 0." in said.stdout
    assert "1 person does not want to be approached and is left out." in said.stdout


def test_health_is_warned_about_and_no_meat_is_not(tmp_path: Path) -> None:
    file, soup, people = _file(tmp_path)
    warned = run_app(
        "--lang", "en", "activities", "sign-up", file, str(soup), "--people", str(people[0]), "--note", "diabetes"
    )
    calm = run_app(
        "--lang", "en", "activities", "sign-up", file, str(soup), "--people", str(people[1]), "--note", "geen vlees"
    )
    assert "Better not write this down" in warned.stdout
    assert "Better not" not in calm.stdout


def test_who_moves_up_is_told(tmp_path: Path) -> None:
    file, soup, people = _file(tmp_path, capacity=1)
    asked("activities", "sign-up", file, str(soup), "--people", ",".join(map(str, people)))
    done = asked("activities", "sign-off", file, str(soup), "--people", str(people[0]))
    said = run_app("--lang", "en", "activities", "sign-off", file, str(soup), "--people", str(people[1]))
    assert done == {"taken_off": 1, "moved_up": [people[1]]}
    assert "Buur Nummer-ac has a place now. Call them." in said.stdout


def test_wrong_fields_and_strangers_change_nothing(tmp_path: Path) -> None:
    file, soup, people = _file(tmp_path)
    before = asked("check", file)["digest"]
    long = run_app(
        "--lang", "en", "activities", "sign-up", file, str(soup), "--people", str(people[0]), "--note", "x" * 61
    )
    stranger = run_app("--lang", "en", "activities", "sign-off", file, str(soup), "--people", str(people[0]))
    nobody = run_app("--lang", "en", "activities", "sign-up", file, str(soup), "--street", "Nergensweg")
    assert (long.exit_code, stranger.exit_code, nobody.exit_code) == (1, 1, 1)
    assert asked("check", file)["digest"] == before


def test_more_people_than_places_is_told(tmp_path: Path) -> None:
    file, soup, people = _file(tmp_path, capacity=2)
    asked("activities", "sign-up", file, str(soup), "--people", f"{people[0]}", "--guests", "1")
    assert asked("activities", "sign-ups", file, str(soup))["too_many"] == 0
    waiting = asked("activities", "sign-up", file, str(soup), "--people", f"{people[1]}")
    assert waiting["waiting"] == 1
