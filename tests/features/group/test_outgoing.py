"""What went out of the file is written down, whatever it is, outside the history, and without who stood on it."""

from __future__ import annotations

from pathlib import Path

import pytest

from builders import DONE, add_activity, add_people, asked, label_text, new_store, run_app, signed_up
from buurtapp.core.store import Store
from buurtapp.features.group import queries
from buurtapp.features.group.actions import change_group, note_outgoing
from buurtapp.features.group.records import Group, Outgoing


def _out(store: Store) -> list[Outgoing]:
    return store.read(queries.outgoing)


def test_a_note_is_no_step_of_the_history_and_stays_when_something_is_taken_back(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        add_people(store, 1)
        before, counter = store.check().digest, store.counter()

        store.note(note_outgoing, Outgoing("labels", "L7160", 1, 2, 7, ("name", "address")))

        assert store.counter() == counter + 1
        assert label_text(store) == DONE
        assert store.check().digest == before, "it says nothing about the neighbourhood"
        store.undo()
        assert _out(store) == [Outgoing("labels", "L7160", 1, 2, 7, ("name", "address"))]
        store.redo()
        assert store.check().digest == before


@pytest.fixture
def file(tmp_path: Path) -> Path:
    with new_store(tmp_path) as store:
        store.write(DONE, change_group, Group("Klaverhoek", contact_name="Marijke", contact_phone="06 0000 0101"))
        people = add_people(store, 3)
        signed_up(store, add_activity(store), people)
        return store.path


@pytest.mark.parametrize(
    ("command", "wanted"),
    [
        (("print", "labels"), Outgoing("labels", "Avery L7159", 1, 1, 3, ("name", "address"))),
        (("print", "envelopes", "--people", "2"), Outgoing("envelopes", "C5", 1, 1, 1, ("name", "address"))),
        (("print", "letter", "--body", "Hoi"), Outgoing("letter", "", 3, 1, 3, ("name", "address"))),
        (("print", "people-list", "--fields", "phone"), Outgoing("people-list", "", 1, 1, 3, ("name", "phone"))),
        (("print", "badges"), Outgoing("badges", "", 1, 1, 3, ("name",))),
        (("print", "contact-card", "--person", "1"), Outgoing("contact-card", "", 1, 1, 1, ("everything",))),
        (("export", "people", "-o", "uit.csv"), Outgoing("people", "csv", 0, 1, 3, ("everything",))),
        (("export", "activities", "-o", "uit.csv"), Outgoing("activities", "csv", 0, 1, None, ())),
    ],
)
def test_every_command_notes_what_it_let_out(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...], wanted: Outgoing
) -> None:
    monkeypatch.chdir(tmp_path)
    group, kind, *more = command
    asked(group, file, kind, *more, *(() if "-o" in more else ("-o", "uit.pdf")))

    with Store.open(file, read_only=True) as store:
        assert _out(store) == [wanted]
    printed = asked("prints", file)["prints"]
    assert isinstance(printed, list)
    (told,) = printed
    assert (told["kind"], told["people"], tuple(told["columns"])) == (wanted.kind, wanted.people, wanted.fields)


def test_an_attendance_list_and_a_flyer_are_in_the_list_once(file: Path, tmp_path: Path) -> None:
    asked("print", file, "attendance", "--activity", "1", "-o", tmp_path / "uit.pdf")
    asked("print", file, "flyer", "--activity", "1", "--copies", "40", "-o", tmp_path / "uit.pdf")

    with Store.open(file, read_only=True) as store:
        flyer, sheet = _out(store)
    assert (flyer.kind, flyer.copies, flyer.people) == ("flyer", 40, None)
    assert (sheet.kind, sheet.people, sheet.fields) == ("attendance", 3, ("name",))


def test_a_file_that_is_open_elsewhere_is_printed_and_says_that_it_was_not_noted(file: Path, tmp_path: Path) -> None:
    with Store.open(file):
        done = run_app("--language", "en", "print", file, "badges", "-o", tmp_path / "uit.pdf", "--json")

    assert done.exit_code == 0
    assert (tmp_path / "uit.pdf").exists()
    assert "was not noted" in done.stderr
    assert asked("prints", file) == {"prints": []}


def test_what_was_refused_is_not_noted(file: Path, tmp_path: Path) -> None:
    run_app("print", file, "labels", "--people", "99", "-o", tmp_path / "uit.pdf")
    assert asked("prints", file) == {"prints": []}
