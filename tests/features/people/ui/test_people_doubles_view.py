"""Looking for doubles in the window: side by side, merged or left, by keyboard, with a way back."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from people_screen import page_of, settled, words
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from builders import DONE, add_activity, add_person, label_text, new_store, person_draft, signed_up
from buurtapp.core.i18n import Text
from buurtapp.core.store import Store
from buurtapp.features.activities import queries as activities
from buurtapp.features.people.actions import consents, people
from buurtapp.features.people.queries import cards, doubles, listing
from buurtapp.features.people.records import ConsentDraft
from buurtapp.features.people.ui.doubles_view import DoublesView
from buurtapp.features.people.ui.page import PeoplePage
from buurtapp.uikit.desk import Desk
from screen_audit import problems
from uikit_builders import desk_for


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with new_store(tmp_path) as opened:
        yield opened


@pytest.fixture
def desk(qapp: QApplication, store: Store) -> Iterator[Desk]:
    made = desk_for(store)
    yield made
    made.jobs.close()


def two_pairs(store: Store) -> tuple[int, int, int, int]:
    """Henk, sure; Samira, less sure; and somebody who is nobody else."""
    samira = add_person(store, "Samira El Idrissi", "Vlierhof 8", emails=["samira@example.org"])
    moved = add_person(store, "Samira El Idrisi", "Klaverstraat 8", emails=["samira@example.org"])
    henk = add_person(store, "Henk de Boer", "Klaverstraat 12", phones=["0600000111"], labels=["soep"])
    again = add_person(store, "H. de Boer", "Klaverstraat 12", phones=["0600000222"], note="belt graag")
    add_person(store, "Ria de Boer", "Klaverstraat 12")
    return henk, again, samira, moved


def opened(qtbot: QtBot, page: PeoplePage, desk: Desk) -> DoublesView:
    qtbot.keyClick(page.head.doubles_button, Qt.Key.Key_Return)
    settled(qtbot, desk)
    return page.doubles.view()


def pairs(view: DoublesView) -> list[tuple[int, int]]:
    return [(pair.first.id, pair.second.id) for pair in view.model.records()]


def focused() -> object:
    return QApplication.focusWidget()


def test_likely_pairs_stand_side_by_side_with_the_reason(qtbot: QtBot, desk: Desk, store: Store) -> None:
    henk, again, samira, moved = two_pairs(store)
    page = page_of(qtbot, desk)

    view = opened(qtbot, page, desk)

    assert view.isVisible()
    assert pairs(view) == [(henk, again), (samira, moved)]
    assert focused() is view.table
    assert "2 pairs may be one person" in words(view)
    assert "Same address, initials fit" in words(view.pair)
    assert "belt graag" in words(view.pair)
    assert "E-mail" not in words(view.pair), "what is known of neither is left out"

    qtbot.keyClick(view.table, Qt.Key.Key_Down)
    assert "Same e-mail, names are alike" in words(view.pair)
    assert "samira@example.org" in words(view.pair)
    assert problems(view) == []


def test_one_key_merges_and_keeps_everything_and_the_next_pair_comes(qtbot: QtBot, desk: Desk, store: Store) -> None:
    henk, again, samira, moved = two_pairs(store)
    soup = add_activity(store)
    signed_up(store, soup, [again])
    told: list[tuple[str, bool]] = []
    desk.told.connect(lambda what, _kind, undo: told.append((str(what), undo)))
    page = page_of(qtbot, desk)
    view = opened(qtbot, page, desk)
    before = store.check().digest

    qtbot.keyClick(view.table, Qt.Key.Key_1)
    settled(qtbot, desk)

    assert pairs(view) == [(samira, moved)]
    card = store.read(cards.card, henk)
    assert set(card.phones) == {"+31600000111", "+31600000222"}
    assert (card.labels, card.note) == (("soep",), "belt graag")
    assert [row.person.id for row in store.read(activities.signups, soup)] == [henk]
    assert told == [("Merged: H. de Boer into Henk de Boer", True)]
    assert focused() is view.table

    desk.undo()
    qtbot.waitUntil(lambda: pairs(view) == [(henk, again), (samira, moved)])
    assert store.check().digest == before


def test_the_right_one_can_stay(qtbot: QtBot, desk: Desk, store: Store) -> None:
    _henk, _again, samira, moved = two_pairs(store)
    view = opened(qtbot, page_of(qtbot, desk), desk)
    view.table.choose(1)

    qtbot.keyClick(view.table, Qt.Key.Key_Return)
    assert focused() is view.pair.buttons["left"]
    qtbot.keyClick(view.pair.buttons["left"], Qt.Key.Key_Tab)
    assert focused() is view.pair.buttons["right"]
    qtbot.keyClick(view.pair.buttons["right"], Qt.Key.Key_Return)
    settled(qtbot, desk)

    assert store.read(cards.card, moved).door.line == "Klaverstraat 8"
    assert store.read(listing.missing, [samira]) == [samira]


def test_two_people_are_remembered_in_the_file_and_can_be_compared_again(
    qtbot: QtBot, desk: Desk, store: Store
) -> None:
    henk, again, samira, moved = two_pairs(store)
    page = page_of(qtbot, desk)
    view = opened(qtbot, page, desk)
    before = store.check().digest
    view.pair.buttons["left"].setFocus()

    qtbot.keyClick(view.pair.buttons["left"], Qt.Key.Key_3)
    settled(qtbot, desk)
    assert pairs(view) == [(samira, moved)]
    assert "1 pair left out: two people" in words(view)
    assert label_text(store).render() == "Two people: Henk de Boer and H. de Boer"
    assert [pair.first.id for pair in store.read(doubles.told_apart)] == [henk]

    qtbot.keyClick(view, Qt.Key.Key_Escape)
    view = opened(qtbot, page, desk)
    assert pairs(view) == [(samira, moved)], "also when everybody was compared anew"

    qtbot.keyClick(view.left_out, Qt.Key.Key_Return)
    assert pairs(view) == [(henk, again)]
    assert "1 pair is two people" in words(view)
    assert view.pair.buttons["left"].isHidden() or not view.pair.buttons["left"].isVisible()
    qtbot.keyClick(view.table, Qt.Key.Key_1)
    assert store.read(listing.count) == 5, "a pair that was told apart is not merged by a key"

    qtbot.keyClick(view.pair.again, Qt.Key.Key_Return)
    settled(qtbot, desk)
    qtbot.waitUntil(lambda: pairs(view) == [(henk, again), (samira, moved)])
    assert store.check().digest == before
    desk.undo()
    qtbot.waitUntil(lambda: pairs(view) == [(samira, moved)])


def test_what_is_known_of_two_people_stands_side_by_side(qtbot: QtBot, desk: Desk, store: Store) -> None:
    draft = person_draft("Henk de Boer", "Klaverstraat 12")
    known = replace(draft, birth_year=1951, languages=("tr", "Fries"), skills=("fietsen maken",), relation="helper")
    member = replace(known, roles=("penningmeester",), member_from=date(2020, 1, 1))
    henk = store.write(DONE, people.add_person, member)
    store.write(DONE, people.add_person, replace(draft, birth_year=1978))
    store.write(DONE, consents.note_consent, [henk], ["letter"], ConsentDraft("withdrawn", store.clock.today()))

    view = opened(qtbot, page_of(qtbot, desk), desk)

    said = words(view.pair)
    for fact in ("1951", "1978", "Turkish, Fries", "fietsen maken", "penningmeester", "Helps from elsewhere"):
        assert fact in said
    assert "since 1 Jan 2020" in said
    assert "Post in the letterbox: not allowed" in said
    assert "Same address, same name, another year of birth" in said
    assert problems(view) == []


def test_when_all_are_looked_at_there_is_a_way_back(qtbot: QtBot, desk: Desk, store: Store) -> None:
    two_pairs(store)
    page = page_of(qtbot, desk)
    view = opened(qtbot, page, desk)

    for _pair in range(2):
        qtbot.keyClick(view.table, Qt.Key.Key_1)
        settled(qtbot, desk)

    assert "No doubles found" in words(view)
    assert focused() is view.back_button
    qtbot.keyClick(view.back_button, Qt.Key.Key_Return)
    assert page.list.isVisible()
    assert focused() is page.head.doubles_button
    assert store.read(listing.count) == 3


def test_escape_goes_back_and_the_menu_comes_here(qtbot: QtBot, desk: Desk, store: Store) -> None:
    add_person(store)
    page = page_of(qtbot, desk)
    page.show_place(doubles=True)
    settled(qtbot, desk)
    view = page.doubles.view()
    assert "No doubles found" in words(view)
    assert focused() is view.back_button

    qtbot.keyClick(view.back_button, Qt.Key.Key_Escape)
    assert page.list.isVisible()


def test_what_others_change_meanwhile_is_seen_when_the_view_is_shown_again(
    qtbot: QtBot, desk: Desk, store: Store
) -> None:
    henk = add_person(store, "Henk de Boer", "Klaverstraat 12")
    page = page_of(qtbot, desk)
    view = opened(qtbot, page, desk)
    assert pairs(view) == []

    again = add_person(store, "H. de Boer", "Klaverstraat 12")
    qtbot.waitUntil(lambda: pairs(view) == [(henk, again)])
    page.show_place(search="")
    third = add_person(store, "Henk Boer", "Klaverstraat 12")
    settled(qtbot, desk)
    page.doubles.show()
    qtbot.waitUntil(lambda: len(pairs(view)) == 3 and (henk, third) in pairs(view))


def test_it_can_be_stopped_and_begun_again(
    qtbot: QtBot, desk: Desk, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def without_end(_session: object, progress: Callable[[int, int], None]) -> None:
        while True:
            progress(1, 2)

    two_pairs(store)
    page = page_of(qtbot, desk)
    with monkeypatch.context() as patched:
        patched.setattr(doubles, "likely", without_end)
        desk.busy_with.connect(lambda job, _what: job.stop())
        view = opened(qtbot, page, desk)
        desk.busy_with.disconnect()
    assert "Stopped before everybody was compared" in words(view)

    qtbot.keyClick(view.again_button, Qt.Key.Key_Return)
    settled(qtbot, desk)
    assert len(pairs(view)) == 2


def test_a_file_that_is_only_looked_at_is_not_merged(qtbot: QtBot, tmp_path: Path) -> None:
    with new_store(tmp_path) as made:
        two_pairs(made)
        file = made.path
    with Store.open(file, read_only=True) as store:
        desk = desk_for(store)
        view = opened(qtbot, page_of(qtbot, desk), desk)
        qtbot.keyClick(view.table, Qt.Key.Key_1)
        settled(qtbot, desk)
        assert not view.pair.buttons["left"].isEnabled()
        assert store.read(listing.count) == 5
        desk.jobs.close()


@pytest.mark.parametrize(("width", "height", "percent"), [(692, 560, 100), (1104, 800, 150), (638, 540, 150)])
def test_odd_names_stretch_nothing(
    qtbot: QtBot, store: Store, cases: Path, width: int, height: int, percent: int
) -> None:
    desk = desk_for(store, percent=percent)
    odd = [name for name in json.loads((cases / "odd-names.json").read_text("utf-8")) if name.strip()]
    for name in odd[:40]:
        for _twice in range(2):
            add_person(store, name, "Klaverstraat 1", phones=["0600000111"], labels=[name], note=name)
    page = page_of(qtbot, desk, width)
    page.resize(width, height)

    page.show_place(doubles=True)
    settled(qtbot, desk)

    view = page.doubles.view()
    assert len(pairs(view)) >= 20
    for row in range(view.model.rowCount()):
        view.table.choose(row)
        view.grab()
    assert (page.width(), view.width()) == (width, width)
    qtbot.waitUntil(lambda: problems(view) == [])
    desk.jobs.close()


def test_the_reason_is_said_in_the_language_of_the_window(qtbot: QtBot, desk: Desk, store: Store) -> None:
    two_pairs(store)
    view = opened(qtbot, page_of(qtbot, desk), desk)
    reason = view.model.records()[0].reason
    assert isinstance(reason, Text)
    assert view.model.index(0, 2).data() == "Same address, initials fit"


def test_a_long_e_mail_address_goes_on_on_the_next_line(qtbot: QtBot, desk: Desk, store: Store) -> None:
    two_pairs(store)
    view = opened(qtbot, page_of(qtbot, desk), desk)
    qtbot.keyClick(view.table, Qt.Key.Key_Down)
    left, _right = view.pair.compare.cells[4]

    assert left.text() == "samira@\u200bexample.\u200borg"
