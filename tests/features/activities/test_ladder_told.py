"""The step of each person on the command line, which people themselves do not know."""

from __future__ import annotations

from pathlib import Path

from builders import add_person, asked, new_store


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
