"""The group itself: saved, checked, shown."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from builders import asked, new_store, not_done, run_app, taken_back, unchanged
from buurtapp.core.errors import DraftInvalid
from buurtapp.features.group import actions, queries, rules
from buurtapp.features.group.records import Group

PNG = b"\x89PNG\r\n\x1a\n" + b"x" * 20
GROUP = Group(
    "Klaverhoek",
    "Klaverdorp",
    "Oudere buren kennen weer iemand om de hoek.",
    contact_name="Marijke van der Meer",
    contact_phone="06 0000 0105",
    logo=PNG,
)


def test_what_is_saved_comes_back_and_can_be_taken_back(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        with taken_back(store):
            store.write(actions.changed_label(), actions.change_group, GROUP)
        assert store.read(queries.group) == GROUP


def test_a_file_without_a_group_has_a_nameless_one(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        while store.undo():
            pass
        assert store.read(queries.group).name == "Klaverhoek"


def test_all_that_is_wrong_is_told_at_once_and_nothing_is_saved(tmp_path: Path) -> None:
    wrong = replace(GROUP, name="  ", logo=b"GIF89a")
    with new_store(tmp_path) as store:
        before = unchanged(store)
        with pytest.raises(DraftInvalid) as refused:
            store.write(actions.changed_label(), actions.change_group, wrong)
        assert {problem.field for problem in refused.value.problems} == {"name", "logo"}
        assert unchanged(store) == before


@pytest.mark.parametrize(
    ("group", "fields"),
    [
        (Group("K" * rules.LONGEST_NAME), set()),
        (Group("K" * (rules.LONGEST_NAME + 1)), {"name"}),
        (Group("K", logo=PNG), set()),
        (Group("K", logo=b"\xff\xd8\xff rest"), set()),
        (Group("K", logo=PNG + b"x" * rules.LONGEST_LOGO_BYTES), {"logo"}),
    ],
)
def test_names_and_logos_have_limits(group: Group, fields: set[str]) -> None:
    assert {problem.field for problem in rules.problems(group)} == fields


def test_new_makes_a_file_and_will_not_touch_an_old_one(tmp_path: Path) -> None:
    file = tmp_path / "soep.buurt"

    made = asked("new", file, "--name", "Klaverhoek", "--place", "Klaverdorp")

    assert made == {"file": str(file)}
    before = file.read_bytes()
    not_done("file_exists", "new", file, "--name", "Anders")
    assert file.read_bytes() == before


def test_new_without_a_name_makes_no_file(tmp_path: Path) -> None:
    file = tmp_path / "soep.buurt"
    not_done("draft_invalid", "new", file, "--name", "  ")
    assert list(tmp_path.iterdir()) == []


def test_the_group_is_shown_and_changed_word_by_word(tmp_path: Path) -> None:
    file = tmp_path / "soep.buurt"
    logo = tmp_path / "logo.png"
    logo.write_bytes(PNG)
    run_app("new", file, "--name", "Klaverhoek")

    asked("group", file, "--contact-name", "Marijke", "--purpose", "<b>Elkaar</b> & meer", "--logo", logo)
    shown = asked("group", file)

    assert shown["name"] == "Klaverhoek"
    assert shown["purpose"] == "<b>Elkaar</b> & meer"
    assert shown["contact_name"] == "Marijke"
    assert shown["logo"] is True


def test_a_logo_that_is_not_there_is_a_sentence(tmp_path: Path) -> None:
    file = tmp_path / "soep.buurt"
    run_app("new", file, "--name", "Klaverhoek")
    assert run_app("group", file, "--logo", tmp_path / "geen.png").exit_code == 1


def test_history_and_undo_speak_of_the_group(tmp_path: Path) -> None:
    file = tmp_path / "soep.buurt"
    run_app("new", file, "--name", "Klaverhoek")
    asked("group", file, "--place", "Elders")
    history = asked("history", file)["operations"]
    assert isinstance(history, list)
    assert len(history) == 1
    undone = asked("undo", file)
    assert undone["undone"] == history[0]["label"]
    assert asked("group", file)["place"] == ""
    assert json.loads(run_app("undo", file, "--json").stdout) == {"undone": None}
