"""The step of each person on the command line, which people themselves do not know."""

from __future__ import annotations

from pathlib import Path

from builders import add_person, asked, new_store, run_app


def test_a_list_of_people_tells_their_steps_and_can_be_cut_down_to_one(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        core = add_person(store, "Ria Bos", "Klaverstraat 1", labels=["Coördinator"])
        add_person(store, "Henk Bos", "Klaverstraat 3")

    everybody = asked("people", "list", store.path)["people"]
    only = asked("people", "list", store.path, "--where", "ladder=core")["people"]
    one = asked("people", "show", store.path, core)

    assert isinstance(everybody, list)
    assert isinstance(only, list)
    assert [person["ladder"] for person in everybody] == ["core", "lives_here"]
    assert [person["id"] for person in only] == [core]
    assert one["ladder"] == "core"


def test_a_step_is_chosen_by_hand_and_worked_out_again(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        person = add_person(store, "Ria Bos", "Klaverstraat 1", labels=["nieuwsbrief"])
    file = store.path

    told = asked("people", "step", file, person, "core", "--reason", "bewaart  de sleutel")
    only = asked("people", "list", file, "--where", "ladder=core")["people"]
    shown = asked("people", "show", file, person)

    assert (told["ladder"], told["ladder_override"], told["ladder_reason"]) == ("core", "core", "bewaart de sleutel")
    assert told["ladder_derived"] == "follows"
    assert isinstance(only, list)
    assert [one["id"] for one in only] == [person]
    assert (shown["ladder"], shown["ladder_override"]) == ("core", "core")

    again = asked("people", "step", file, person, "--derived")
    assert (again["ladder"], again["ladder_override"]) == ("follows", "")
    assert again["ladder_reason"] == "heeft het label “nieuwsbrief”"
    history = asked("history", file)["operations"]
    assert isinstance(history, list)
    assert history[0]["label"] == "Betrokken: Ria Bos weer laten berekenen"
    assert history[1]["label"] == "Betrokken: Ria Bos op Kern gezet"


def test_a_choice_without_reason_or_without_step_is_refused(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        person = add_person(store)
    before = asked("check", store.path)["digest"]

    for arguments in ((person, "core"), (person,), (person, "core", "--derived"), (999, "core", "--reason", "x")):
        assert run_app("people", "step", store.path, *arguments).exit_code == 1
    assert run_app("people", "step", store.path, person, "boss").exit_code == 2
    assert asked("check", store.path)["digest"] == before
