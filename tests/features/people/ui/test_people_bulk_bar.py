"""The bar below the list: what fits on it, what is under More, and how many may get a letter."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from people_screen import page_of, settled, words
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from builders import add_people, add_person, label_text, new_store
from buurtapp.core.store import Store, Work
from buurtapp.features.people.actions import consents
from buurtapp.features.people.actions.people import label_people
from buurtapp.features.people.queries import cards
from buurtapp.features.people.ui import bulk_bar
from buurtapp.features.people.ui.bulk_consent import BulkConsentDialog
from buurtapp.features.people.ui.page import PeoplePage
from buurtapp.uikit.desk import Desk
from screen_audit import problems
from uikit_builders import desk_for


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with new_store(tmp_path) as made:
        yield made


@pytest.fixture
def desk(store: Store, qtbot: QtBot) -> Iterator[Desk]:
    made = desk_for(store)
    yield made
    qtbot.waitUntil(made.jobs.is_idle)
    made.jobs.close()


# A menu that pops up asks a screen without a window system for both.
@pytest.mark.qt_log_ignore("does not support (raise|grabbing the keyboard)", extend=True)
def test_what_does_not_fit_in_the_bar_is_under_more(qtbot: QtBot, desk: Desk, store: Store) -> None:
    add_people(store, 2)
    page = page_of(qtbot, desk)
    page.list.tick_all()
    page.bulk.resize(620, page.bulk.height())
    assert page.bulk.papers["labels"].isVisible()
    assert page.bulk.delete.isHidden()

    qtbot.keyClick(page.bulk.more, Qt.Key.Key_Return)
    menu = QApplication.activePopupWidget()
    assert menu is not None
    said = [action.text() for action in menu.actions()]
    menu.close()

    assert said[-2:] == ["Take a label away", "Delete"]
    assert {"Consent asked…", "Export…", "Sign up for…", "Give a label", "Envelopes"} <= set(said)
    shown = words(page.bulk)
    assert not [one for one in said if one in shown]


def test_a_file_that_is_only_looked_at_can_still_be_printed(qtbot: QtBot, desk: Desk, store: Store) -> None:
    add_people(store, 2)
    page = page_of(qtbot, desk)
    page.list.tick_all()

    page.bulk.allow(writing=False)

    assert page.bulk.papers["labels"].isEnabled()
    assert page.bulk.export.isEnabled()
    assert not page.bulk.delete.isEnabled()


def test_of_very_many_the_letters_are_counted_in_the_background(qtbot: QtBot, desk: Desk, store: Store) -> None:
    add_people(store, 110)
    add_person(store, "Gerrit de Boer", "Zandpad 1", do_not_approach=True)
    page = page_of(qtbot, desk)

    page.list.tick_all()

    qtbot.waitUntil(lambda: page.bulk.letter.accessibleName() == "Letter (110 of 111)")


def _asked(qtbot: QtBot, page: PeoplePage) -> BulkConsentDialog:
    found: list[BulkConsentDialog] = []
    page.bulk.opened.connect(found.append)
    qtbot.keyClick(page.bulk.asked, Qt.Key.Key_Return)
    return found[-1]


def test_that_many_were_asked_for_consent_is_noted_at_once_by_keyboard(qtbot: QtBot, desk: Desk, store: Store) -> None:
    people = add_people(store, 3)
    page = page_of(qtbot, desk)
    page.list.tick_all()
    before = store.check().digest

    dialog = _asked(qtbot, page)
    assert problems(dialog) == []
    qtbot.keyClick(dialog.ticks["photo"], Qt.Key.Key_Space)
    qtbot.keyClick(dialog.note_button, Qt.Key.Key_Return)
    settled(qtbot, desk)

    for card in store.read(cards.cards, people):
        assert [(one.purpose, one.state) for one in card.consents] == [
            ("phone", "asked"),
            ("letter", "asked"),
            ("email", "asked"),
        ]
    assert label_text(store).render() == "3 people were asked for consent"
    store.undo()
    assert store.check().digest == before


def test_a_no_of_many_is_noted_with_the_number_of_the_form(qtbot: QtBot, desk: Desk, store: Store) -> None:
    (person,) = add_people(store, 1)
    page = page_of(qtbot, desk)
    page.list.tick_all()

    dialog = _asked(qtbot, page)
    for tick_box in dialog.ticks.values():
        tick_box.setChecked(False)
    qtbot.keyClick(dialog.note_button, Qt.Key.Key_Return)
    assert "Choose at least one thing they were asked about." in words(dialog)
    dialog.ticks["letter"].setChecked(True)
    dialog.form.set_value("state", "withdrawn")
    dialog.form.set_value("how", "paper")
    dialog.form.set_value("form_number", "F-12")
    qtbot.keyClick(dialog.note_button, Qt.Key.Key_Return)
    settled(qtbot, desk)

    (state,) = store.read(cards.card, person).consents
    assert (state.purpose, state.state, state.how, state.form_number) == ("letter", "withdrawn", "paper", "F-12")


def test_whoever_thinks_better_of_it_notes_nothing(qtbot: QtBot, desk: Desk, store: Store) -> None:
    add_people(store, 2)
    page = page_of(qtbot, desk)
    page.list.tick_all()
    before = store.check().digest

    qtbot.keyClick(_asked(qtbot, page), Qt.Key.Key_Escape)

    assert store.check().digest == before
    assert page.bulk.asked.hasFocus() or page.bulk.more.hasFocus()


def test_with_very_many_it_can_be_stopped_and_leaves_all_as_it_was(
    qtbot: QtBot, desk: Desk, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def without_end(work: Work, people: list[int], *_more: object, progress: Callable[[int, int], None]) -> None:
        label_people(work, people, "half")
        while True:
            progress(1, 2)

    people = add_people(store, 3)
    monkeypatch.setattr(bulk_bar, "_MANY", 2)
    page = page_of(qtbot, desk)
    page.list.tick_all()
    before = store.check().digest
    with monkeypatch.context() as patched:
        patched.setattr(consents, "note_consent", without_end)
        desk.busy_with.connect(lambda job, _what: job.stop())
        qtbot.keyClick(_asked(qtbot, page).note_button, Qt.Key.Key_Return)
        settled(qtbot, desk)
        desk.busy_with.disconnect()
    assert store.check().digest == before

    with qtbot.waitSignal(desk.told):
        qtbot.keyClick(_asked(qtbot, page).note_button, Qt.Key.Key_Return)

    assert all(len(card.consents) == 4 for card in store.read(cards.cards, people))
