"""The history of one person in words: what is told, what is left out because it was taken back, how fast it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from builders import DONE, add_activity, add_person, asked, new_store, person_draft, printed, run_app, signed_up
from buurtapp import cli
from buurtapp.core.clock import local
from buurtapp.core.errors import DraftInvalid, UserError
from buurtapp.core.i18n import text, use_language
from buurtapp.core.store import Store
from buurtapp.features.people.actions import consents, notes, people
from buurtapp.features.people.actions import step as steps
from buurtapp.features.people.queries import cards, history
from buurtapp.features.people.records import ConsentDraft, NoteDraft, PersonDraft
from buurtapp.features.people.rules.doors import parse_address
from buurtapp.features.sheets import queries as sheets
from buurtapp.shell import plan

MARCH = date(2026, 3, 12)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with new_store(tmp_path) as made:
        yield made


def told(store: Store, person: int) -> list[str]:
    with use_language("en"):
        found = store.read(history.happenings, local(store.clock.now()), person)
        return [": ".join(part for part in (str(one.title), str(one.detail)) if part) for one in found]


def changed(store: Store, person: int, **more: object) -> None:
    card = store.read(cards.card, person)
    draft: PersonDraft = replace(people.draft_of(card), **more)  # type: ignore[arg-type]
    store.write(people.changed_label(card.name), people.change_person, person, draft)


def test_being_added_is_told_and_with_a_list_from_which_list(store: Store) -> None:
    person = store.write(text("Read: {source}", source="buurt.xlsx"), people.add_person, person_draft("Ria Bos"))

    assert told(store, person) == ["Put in the file: Read: buurt.xlsx"]


def test_moving_and_other_changes_are_told_newest_first(store: Store) -> None:
    person = add_person(store, "Ria Bos", "Klaverstraat 5", phones=["06 0000 0111"], labels=["soep"])
    changed(store, person, door=parse_address("Vlierhof 2").door)
    changed(store, person, phones=("06 0000 0222",))
    changed(store, person, labels=("soep", "auto"), note="Heeft een aanhanger")
    changed(store, person, do_not_approach=True)
    store.write(DONE, steps.set_step, person, "core", "bewaart de sleutel")

    assert told(store, person) == [
        "Set to Core by hand: bewaart de sleutel: Done",
        "Does not want to be approached",
        "Label auto given: Remark changed",
        "Phone 06 0000 0111 became 06 0000 0222",
        "Moved from Klaverstraat 5 to Vlierhof 2",
        "Put in the file: Done",
    ]


def test_what_was_taken_back_is_left_out_and_what_was_done_again_stays(store: Store) -> None:
    person = add_person(store, "Ria Bos", "Klaverstraat 5")
    changed(store, person, door=parse_address("Vlierhof 2").door)
    store.undo()
    assert told(store, person) == ["Put in the file: Done"]

    store.redo()
    assert told(store, person)[0] == "Moved from Klaverstraat 5 to Vlierhof 2"


def test_a_merge_is_told_once_with_both_names(store: Store) -> None:
    keep, gone = add_person(store, "Ria Bos"), add_person(store, "R. Bos", phones=["06 0000 0111"])
    store.write(
        notes.noted_label(store.read(cards.card, gone).name), notes.add_note, gone, NoteDraft("Gesproken", MARCH)
    )
    names = [store.read(cards.card, one).name for one in (keep, gone)]
    store.write(people.merged_label(*names), people.merge_people, keep, gone)

    assert told(store, keep)[:2] == ["Gesproken: Spoken with", "Merged: R. Bos into Ria Bos"]


def test_what_was_said_in_one_go_about_consent_is_one_thing(store: Store) -> None:
    person = add_person(store, "Ria Bos")
    for purpose, state in (("phone", "given"), ("letter", "given"), ("photo", "withdrawn")):
        draft = ConsentDraft(state, MARCH, "paper", "7", entered_by="Marijke")  # type: ignore[arg-type]
        store.write(DONE, consents.note_consent, [person], [purpose], draft)  # type: ignore[list-item]

    yes = "yes: Phone call, Post in the letterbox · no: Showing photos"
    assert told(store, person)[0] == f"Answered about consent: {yes} · form 7, entered by Marijke"


def test_a_printed_list_is_told_with_its_code(store: Store) -> None:
    person = add_person(store, "Ria Bos")
    soup = add_activity(store)
    signed_up(store, soup, [person])
    sheet = printed(store, soup)

    (found,) = store.read(sheets.happenings, local(store.clock.now()), person)

    with use_language("en"):
        assert (str(found.title), found.kind) == ("On the list of Soep op woensdag", "listed")
        assert sheet.code in str(found.detail)
    assert found.where is not None
    assert found.where.number == soup


# Notes


@pytest.mark.parametrize(
    ("draft", "field"),
    [
        (NoteDraft("  ", MARCH), "text"),
        (NoteDraft("x" * 10_001, MARCH), "text"),
        (NoteDraft("Morgen", date(2026, 10, 14)), "on_day"),
        (NoteDraft("Vaag", MARCH, "dreamt"), "kind"),  # type: ignore[arg-type]
    ],
)
def test_a_note_without_words_or_of_tomorrow_is_refused(store: Store, draft: NoteDraft, field: str) -> None:
    person = add_person(store)

    with pytest.raises(DraftInvalid) as refused:
        store.write(DONE, notes.add_note, person, draft)

    assert [problem.field for problem in refused.value.problems] == [field]
    assert store.read(history.notes, person) == []


def test_a_note_is_changed_deleted_and_goes_with_the_person(store: Store) -> None:
    person = add_person(store)
    note = store.write(DONE, notes.add_note, person, NoteDraft("Gesproken aan de deur", MARCH, entered_by="Marijke"))
    store.write(DONE, notes.change_note, note, NoteDraft("Gebeld over soep", MARCH, "called"))
    (row,) = store.read(history.notes, person)
    assert (row.text, row.kind, row.entered_by) == ("Gebeld over soep", "called", "Marijke")

    store.write(DONE, notes.delete_note, note)
    assert store.read(history.notes, person) == []
    store.undo()
    store.write(DONE, people.delete_person, person)
    with pytest.raises(UserError):
        store.read(history.note, note)
    store.undo()
    assert len(store.read(history.notes, person)) == 1


# Everything together


def test_window_and_command_line_ask_the_same_features() -> None:
    assert plan.HISTORIES["people"] == cli.HISTORIES


def test_the_command_line_tells_notes_and_activities_newest_first(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        person = add_person(store, "Ria Bos")
        other = add_person(store, "Henk Bos")
        soup = add_activity(store)
        signed_up(store, soup, [person])
    file = store.path

    made = asked("people", "note", file, person, "--text", "Gesproken aan de deur", "--day", "2026-03-12", "--by", "An")
    note = made["note"]
    asked("people", "note", file, person, "--change", note, "--kind", "visited")
    found = asked("people", "history", file, person)["history"]

    assert isinstance(found, list)
    assert [one["title"] for one in found] == ["Soep op woensdag", "In het bestand gezet", "Gesproken aan de deur"]
    assert found[-1] == {
        "day": "2026-03-12",
        "kind": "note",
        "title": "Gesproken aan de deur",
        "detail": "bezocht door An",
        "note": note,
    }
    assert found[0]["activity"] == soup
    assert run_app("people", "note", file, other, "--change", note, "--text", "x").exit_code == 1
    assert run_app("people", "note", file, person, "--text", "").exit_code == 1
    assert run_app("people", "note", file, person, "--text", "x", "--day", "gisteren").exit_code == 1
    assert run_app("people", "history", file, 999).exit_code == 1
    asked("people", "note", file, person, "--delete", note)
    left = asked("people", "history", file, person)["history"]
    assert isinstance(left, list)
    assert len(left) == 2
