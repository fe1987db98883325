"""Consents in the side panel, and what a door asks: looked at and changed by keyboard."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from people_screen import page_of, settled, words
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QWidget
from pytestqt.qtbot import QtBot

from builders import DONE, add_person, new_store
from buurtapp.core.store import Store
from buurtapp.features.people.actions import consents, doors
from buurtapp.features.people.names_and_consents import ConsentState, Purpose
from buurtapp.features.people.queries import cards
from buurtapp.features.people.queries import consents as queries
from buurtapp.features.people.records import ConsentDraft
from buurtapp.features.people.rules import consents as rules
from buurtapp.features.people.ui.consent_block import ConsentBlock
from buurtapp.features.people.ui.page import PeoplePage
from buurtapp.uikit.desk import Desk
from uikit_builders import desk_for

DAY = date(2026, 3, 12)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with new_store(tmp_path) as made:
        yield made


@pytest.fixture
def desk(store: Store, qtbot: QtBot) -> Iterator[Desk]:
    made = desk_for(store)
    yield made
    made.jobs.close()


def block_of(qtbot: QtBot, desk: Desk, person: int) -> tuple[PeoplePage, ConsentBlock]:
    """The page with somebody in the panel, and their consents."""
    page = page_of(qtbot, desk)
    page.show_place(person=person)
    settled(qtbot, desk)
    return page, page.panel.view.consents


def said(store: Store, person: int, purpose: Purpose) -> ConsentState:
    return rules.state_of(store.read(cards.card, person).consents, purpose)


def press(qtbot: QtBot, key: Qt.Key, times: int = 1) -> None:
    """Press a key where the keyboard is."""
    for _ in range(times):
        focused = QApplication.focusWidget()
        assert focused is not None
        qtbot.keyClick(focused, key)


def tab_to(qtbot: QtBot, widget: QWidget) -> None:
    """Go on with Tab until the keyboard is there; a day has three parts to pass."""
    for _ in range(6):
        if QApplication.focusWidget() is widget:
            return
        press(qtbot, Qt.Key.Key_Tab)
    raise AssertionError(widget.accessibleName())


def test_the_block_says_how_it_stands_and_when_they_were_asked(qtbot: QtBot, desk: Desk, store: Store) -> None:
    person = add_person(store)
    store.write(DONE, consents.note_consent, [person], ["phone"], ConsentDraft("given", DAY))
    store.write(DONE, consents.note_consent, [person], ["photo"], ConsentDraft("withdrawn", DAY))
    store.write(DONE, consents.note_consent, [person], ["newsletter"], ConsentDraft("asked", DAY))

    _page, block = block_of(qtbot, desk, person)

    assert "asked on 12 March 2026" in words(block)
    shown = {purpose: line.answer.text() for purpose, line in block.lines.items() if line.isVisibleTo(block)}
    assert shown == {
        "phone": "allowed",
        "letter": "not asked yet",
        "photo": "not allowed",
        "email": "not asked yet",
        "newsletter": "asked, no answer yet",
    }
    assert block.lines["phone"].accessibleName() == "Phone call: allowed"


def test_a_yes_on_paper_is_noted_by_keyboard_and_can_be_undone(qtbot: QtBot, desk: Desk, store: Store) -> None:
    person = add_person(store)
    _page, block = block_of(qtbot, desk, person)

    block.lines["email"].setFocus()
    press(qtbot, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is block.choice.answers["given"]
    how = block.choice.form.field("how").input
    how.setFocus()
    qtbot.keyClicks(how, "Fo")
    number = block.choice.form.field("form_number").input
    tab_to(qtbot, number)
    qtbot.keyClicks(number, "17")
    tab_to(qtbot, block.choice.answers["given"])
    press(qtbot, Qt.Key.Key_Space)

    qtbot.waitUntil(lambda: said(store, person, "email").state == "given")
    today = store.clock.today()
    assert said(store, person, "email") == ConsentState("email", "given", today, today, "paper", "17")
    qtbot.waitUntil(lambda: block.lines["email"].answer.text() == "allowed")
    assert QApplication.focusWidget() is block.lines["email"], "the keyboard stands where it began"
    desk.undo()
    qtbot.waitUntil(lambda: block.lines["email"].answer.text() == "not asked yet")
    assert store.read(queries.log, person) == []


def test_another_day_is_kept(qtbot: QtBot, desk: Desk, store: Store) -> None:
    person = add_person(store)
    _page, block = block_of(qtbot, desk, person)

    block.lines["photo"].setFocus()
    press(qtbot, Qt.Key.Key_Space)
    on_day = block.choice.form.field("on_day").input
    on_day.setFocus()
    press(qtbot, Qt.Key.Key_Down)
    tab_to(qtbot, block.choice.answers["withdrawn"])
    press(qtbot, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: said(store, person, "photo").state == "withdrawn")
    assert said(store, person, "photo").on_day == date(2026, 10, 12)


def test_escape_closes_the_choice_and_nothing_else(qtbot: QtBot, desk: Desk, store: Store) -> None:
    person = add_person(store)
    page, block = block_of(qtbot, desk, person)
    page.search_field.setText("henk")

    block.lines["phone"].setFocus()
    press(qtbot, Qt.Key.Key_Return)
    press(qtbot, Qt.Key.Key_Escape)

    assert block.choice.isHidden()
    assert QApplication.focusWidget() is block.lines["phone"]
    assert page.search_field.text() == "henk"
    assert store.read(queries.log, person) == []


def test_a_mistake_is_put_right(qtbot: QtBot, desk: Desk, store: Store) -> None:
    person = add_person(store)
    store.write(DONE, consents.note_consent, [person], ["phone"], ConsentDraft("given", DAY, "paper", "17"))
    _page, block = block_of(qtbot, desk, person)

    block.ask("phone")
    assert "Phone call: a yes on 12 March 2026, on paper, form 17." in words(block.choice)
    press(qtbot, Qt.Key.Key_Tab, 3)
    press(qtbot, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: said(store, person, "phone").state == "not_asked")
    assert [entry.state for entry in store.read(queries.log, person)] == ["given", "not_asked"]


def test_the_other_kinds_are_one_key_away(qtbot: QtBot, desk: Desk, store: Store) -> None:
    _page, block = block_of(qtbot, desk, add_person(store))
    assert not block.lines["app_group"].isVisibleTo(block)

    block.more.setFocus()
    press(qtbot, Qt.Key.Key_Return)

    assert all(line.isVisibleTo(block) for line in block.lines.values())
    assert QApplication.focusWidget() is block.lines["newsletter"]


def test_the_choice_is_not_carried_over_to_somebody_else(qtbot: QtBot, desk: Desk, store: Store) -> None:
    henk, toos = add_person(store), add_person(store, "Toos van 't Hek", "Klaverstraat 11")
    page, block = block_of(qtbot, desk, henk)
    block.ask("phone")

    page.show_place(person=toos)

    assert block.choice.isHidden()


def test_a_file_that_is_only_looked_at_has_no_choice(qtbot: QtBot, store: Store) -> None:
    person = add_person(store)
    looking = desk_for(Store.open(store.path, store.clock, read_only=True))
    try:
        _page, block = block_of(qtbot, looking, person)
        assert not any(line.isEnabled() for line in block.lines.values())
    finally:
        looking.jobs.close()


def test_what_a_door_asks_is_shown_and_changed_in_the_form(qtbot: QtBot, desk: Desk, store: Store) -> None:
    person, mate = add_person(store), add_person(store, "Marijke van der Meer")
    address = store.read(cards.card, person).address_id
    assert address is not None
    store.write(DONE, doors.set_address_flags, address, no_bell=True)
    page, _block = block_of(qtbot, desk, person)
    assert "Do not ring" in words(page.panel.view)

    page.panel.edit(person)
    form = page.panel.edit_page().form
    sticker = form.field("sticker").input
    assert isinstance(sticker, QComboBox)
    sticker.setFocus()
    qtbot.keyClicks(sticker, "NEE/J")
    form.field("no_bell").input.setFocus()
    press(qtbot, Qt.Key.Key_Space)

    qtbot.waitUntil(lambda: not store.read(cards.card, mate).no_bell)
    assert store.read(cards.card, mate).sticker == "nee_ja"
    page.panel.edit_page().leave()
    qtbot.waitUntil(lambda: "NEE/JA sticker" in words(page.panel.view))
    assert "Do not ring" not in words(page.panel.view)


def test_somebody_without_an_address_has_no_wishes_of_a_door(qtbot: QtBot, desk: Desk, store: Store) -> None:
    person = add_person(store, "Henk van der Meer", "")
    page, _block = block_of(qtbot, desk, person)

    page.panel.edit(person)

    form = page.panel.edit_page().form
    assert not form.field("no_bell").isVisibleTo(form)
    assert not form.field("sticker").isVisibleTo(form)


def test_odd_numbers_of_forms_are_shown_as_they_are(qtbot: QtBot, desk: Desk, store: Store, cases: Path) -> None:
    names = [name[:190] for name in json.loads((cases / "odd-names.json").read_text("utf-8"))]
    person = add_person(store)
    store.write(DONE, consents.note_consent, [person], ["phone"], ConsentDraft("given", DAY, "paper", "17"))
    page, block = block_of(qtbot, desk, person)
    block.ask("phone")
    wide = page.minimumSizeHint().width(), block.minimumSizeHint().width()

    for name in names:
        store.write(DONE, consents.note_consent, [person], ["phone"], ConsentDraft("given", DAY, "paper", name))
        page.panel.refresh()
        block.close_choice()
        block.ask("phone")
        shown = words(block.choice)
        if name.strip():
            assert " ".join(name.replace("\u200b", "").split())[:20] in " ".join(shown.split())

    assert (page.minimumSizeHint().width(), block.minimumSizeHint().width()) == wide
