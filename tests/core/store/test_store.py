"""One group file: written in one thread, read by many, saved at once, told afterwards."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import delete
from street_rows import add_street, add_streets, added, delete_street, label, new_store, rename_street, street_names

from buurtapp.core.errors import OutsideTrouble, UserError
from buurtapp.core.i18n import use_language
from buurtapp.core.store import Changes, Store, Work
from buurtapp.features.people.tables import Street


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with new_store(tmp_path) as store:
        yield store


def test_what_is_written_is_read_back_after_reopening(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        added(store, "Klaverstraat")
    with Store.open(tmp_path / "soep.buurt") as store:
        assert store.read(street_names) == ["Klaverstraat"]
    assert [path.name for path in tmp_path.iterdir()] == ["soep.buurt"]


def test_a_new_file_never_replaces_an_old_one(tmp_path: Path) -> None:
    (tmp_path / "soep.buurt").write_bytes(b"mine")
    with pytest.raises(UserError) as caught:
        new_store(tmp_path)
    assert caught.value.kind == "file_exists"
    assert (tmp_path / "soep.buurt").read_bytes() == b"mine"


def test_an_action_that_fails_leaves_nothing(store: Store) -> None:
    def add_and_fail(work: Work) -> None:
        add_street(work, "Klaverstraat")
        raise UserError("no", label("x"))

    before = store.check().digest
    with pytest.raises(UserError):
        store.write(label("x"), add_and_fail)
    assert store.read(street_names) == []
    assert store.check().digest == before
    assert store.history() == []


def test_an_action_that_changes_nothing_is_no_history(store: Store) -> None:
    number = added(store, "Klaverstraat")
    counter = store.counter()
    store.write(label("same"), rename_street, number, "Klaverstraat")
    assert len(store.history()) == 1
    assert store.counter() == counter


def test_bulk_statements_are_refused_because_the_journal_would_not_see_them(store: Store) -> None:
    def wipe(work: Work) -> None:
        work.session.execute(delete(Street))

    added(store, "Klaverstraat")
    with pytest.raises(RuntimeError, match="journal"):
        store.write(label("wipe"), wipe)
    assert store.read(street_names) == ["Klaverstraat"]


def test_listeners_hear_what_was_touched_once(store: Store) -> None:
    heard: list[Changes] = []
    store.listeners.append(heard.append)
    number = added(store, "Klaverstraat")
    store.write(label("Laan"), rename_street, number, "Laan")
    store.undo()
    assert [dict(changes.touched) for changes in heard] == [{"street": frozenset({number})}] * 3


def test_undo_and_redo_bring_back_every_state_exactly(store: Store) -> None:
    digests = [store.check().digest]
    first = added(store, "Klaverstraat")
    digests.append(store.check().digest)
    store.write(label("b"), rename_street, first, "Meidoornlaan")
    digests.append(store.check().digest)
    store.write(label("c"), delete_street, first)
    digests.append(store.check().digest)
    for digest in reversed(digests[:-1]):
        assert store.undo() is not None
        assert store.check().digest == digest
    assert store.undo() is None
    for digest in digests[1:]:
        assert store.redo() is not None
        assert store.check().digest == digest
    assert store.redo() is None


def test_undo_survives_closing_the_file(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        added(store, "Klaverstraat")
    with Store.open(tmp_path / "soep.buurt") as store:
        assert str(store.undo()) != ""
        assert store.read(street_names) == []


def test_a_new_change_ends_what_could_be_redone(store: Store) -> None:
    added(store, "Klaverstraat")
    store.undo()
    added(store, "Meidoornlaan")
    assert store.can_redo() is None
    assert store.redo() is None
    assert store.read(street_names) == ["Meidoornlaan"]


def test_numbers_are_never_given_out_twice(store: Store) -> None:
    first = added(store, "Klaverstraat")
    store.undo()
    assert added(store, "Meidoornlaan") > first


def test_undo_refuses_when_the_row_was_changed_behind_the_journal(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        added(store, "Klaverstraat")
    with sqlite3.connect(tmp_path / "soep.buurt") as other:
        other.execute("UPDATE street SET name = 'Laan'")
    other.close()
    with Store.open(tmp_path / "soep.buurt") as store, use_language("en"):
        with pytest.raises(UserError) as caught:
            store.undo()
        assert caught.value.kind == "changed_since"
        assert "Klaverstraat" in str(caught.value)
        assert store.read(street_names) == ["Laan"]


def test_history_is_told_newest_first(store: Store) -> None:
    added(store, "Klaverstraat")
    added(store, "Meidoornlaan")
    store.undo()
    entries = store.history()
    assert [entry.undoes for entry in entries] == [2, None, None]
    assert [entry.label.values["name"] for entry in entries] == ["Meidoornlaan", "Meidoornlaan", "Klaverstraat"]
    assert len(store.history(1)) == 1


def test_a_large_import_is_undone_in_one_go(store: Store) -> None:
    before = store.check().digest
    store.write(label("import"), add_streets, [f"Straat {number}" for number in range(5_000)])
    assert store.check().counts["street"] == 5_000
    store.undo()
    assert store.check().digest == before


def test_submit_answers_later_and_tells_the_listeners(store: Store) -> None:
    heard: list[Changes] = []
    store.listeners.append(heard.append)
    assert store.submit(label("a"), add_street, "Klaverstraat").result(10) == 1
    assert len(heard) == 1


def test_filling_a_new_file_is_not_history_and_only_for_new_files(store: Store) -> None:
    store.fill(add_streets, ["Klaverstraat"])
    assert store.history() == []
    assert store.can_undo() is None
    added(store, "Meidoornlaan")
    with pytest.raises(RuntimeError):
        store.fill(add_streets, ["Laan"])


def test_a_file_can_be_read_while_another_has_it_open(store: Store) -> None:
    added(store, "Klaverstraat")
    with Store.open(store.path, read_only=True) as other:
        assert other.read(street_names) == ["Klaverstraat"]
        with pytest.raises(OutsideTrouble) as caught:
            added(other, "Laan")
        assert caught.value.kind == "read_only"


@pytest.mark.skipif(os.name == "nt", reason="an open file cannot be moved there")
def test_nothing_is_written_once_the_file_was_replaced(store: Store, tmp_path: Path) -> None:
    added(store, "Klaverstraat")
    store.path.rename(tmp_path / "elsewhere.buurt")
    store.path.write_bytes(b"another file")
    with pytest.raises(OutsideTrouble) as caught:
        added(store, "Laan")
    assert caught.value.kind == "moved"
    assert store.path.read_bytes() == b"another file"


def test_nothing_is_written_after_another_program_changed_the_file(store: Store) -> None:
    added(store, "Klaverstraat")
    other = sqlite3.connect(store.path)
    with other:
        other.execute("UPDATE street SET name = 'Laan'")
    other.close()
    with pytest.raises(OutsideTrouble) as caught:
        added(store, "Meidoornlaan")
    assert caught.value.kind == "changed_elsewhere"
    assert store.read(street_names) == ["Laan"]


def test_what_is_set_after_a_row_was_made_is_taken_back_too(store: Store) -> None:
    """Left out when the row is made, set in a later flush of the same action: the journal knows it was empty."""
    before = store.check().digest

    def make(work: Work) -> None:
        street = work.add(Street(name="Klaverstraat", sort_name="klaverstraat"))
        street.walk_position = 3

    store.write(label("Street"), make)
    after = store.check().digest
    store.undo()
    assert store.check().digest == before
    store.redo()
    assert store.check().digest == after


def test_odd_values_come_back_as_they_were(store: Store) -> None:
    names = [
        "<b>Jan</b> & Piet",
        "=1+1",
        "Олена",
        "محمد",
        "👩‍👩‍👧",
        "x" * 300,
        "a\u202eb",
        "line\nbreak",
        "'; DROP TABLE street; --",
    ]
    for name in names:
        added(store, name)
    for _ in names:
        store.undo()
    for _ in names:
        store.redo()
    assert store.read(street_names) == names
