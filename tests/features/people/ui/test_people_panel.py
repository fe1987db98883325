"""One neighbour on the screen, by keyboard: looking, changing, adding, deleting."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from people_screen import leave_field, mode, page_of, settled, shown, type_in, words
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from builders import add_person, new_store
from buurtapp.core.store import Store
from buurtapp.features.people.queries import cards, listing
from buurtapp.uikit.controls import Button
from buurtapp.uikit.desk import Desk
from uikit_builders import desk_for


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with new_store(tmp_path) as made:
        yield made


@pytest.fixture
def desk(store: Store, qtbot: QtBot) -> Iterator[Desk]:
    made = desk_for(store)
    yield made
    made.jobs.close()


# One person


def test_the_panel_shows_everything_about_somebody(qtbot: QtBot, desk: Desk, store: Store) -> None:
    mate = add_person(store, "Henk van der Meer", "Klaverstraat 5")
    number = add_person(
        store,
        "Marijke van der Meer",
        "Klaverstraat 5",
        emails=["marijke@example.org"],
        labels=["soep"],
        note="Sleutel bij de buren",
        do_not_approach=True,
    )
    page = page_of(qtbot, desk)

    page.show_place(person=number)

    qtbot.waitUntil(lambda: "marijke@example.org" in words(page.panel.view))
    said = words(page.panel.view)
    for part in ("Marijke van der Meer", "soep", "Sleutel bij de buren", "Do not approach"):
        assert part in said
    link = next(button for button in page.panel.view.findChildren(Button) if "Henk" in button.text())
    link.click()
    assert page.panel.view.number == mate
    assert page.list.current == mate


def test_a_place_clears_a_search_that_hides_the_person(qtbot: QtBot, desk: Desk, store: Store) -> None:
    add_person(store, "Henk van der Meer")
    toos = add_person(store, "Toos van 't Hek", "Vlierhof 2")
    page = page_of(qtbot, desk)
    qtbot.keyClicks(page.search_field, "henk")

    page.show_place(person=toos)

    assert page.search_field.text() == ""
    assert page.list.current == toos
    assert page.list.table.currentIndex().row() == page.list.model.row_of(toos)


def test_a_panel_of_another_workspace_hears_of_the_person(qtbot: QtBot, desk: Desk, store: Store) -> None:
    number = add_person(store)
    heard: list[int] = []

    class Panel(QLabel):
        def show_subject(self, number: int) -> None:
            heard.append(number)

    page = page_of(qtbot, desk)
    page.add_panel(lambda _desk: Panel("activities"))

    page.show_place(person=number)

    assert heard == [number]
    qtbot.waitUntil(lambda: "activities" in words(page.panel.view))


def test_a_field_is_saved_when_it_is_left(qtbot: QtBot, desk: Desk, store: Store) -> None:
    number = add_person(store, "Henk van der Meer", "Klaverstraat 5")
    page = page_of(qtbot, desk)
    page.list.focus_list()
    qtbot.keyClick(page.list.table, Qt.Key.Key_Return)
    assert mode(page) == "edit"

    type_in(qtbot, page, "family", "Meerman")
    leave_field(qtbot)

    qtbot.waitUntil(lambda: store.read(cards.card, number).name.family == "Meerman")
    settled(qtbot, desk)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert mode(page) == "view"
    qtbot.waitUntil(lambda: "Henk van der Meerman" in shown(page))


def test_escape_saves_the_field_that_is_being_typed(qtbot: QtBot, desk: Desk, store: Store) -> None:
    number = add_person(store, "Henk van der Meer")
    page = page_of(qtbot, desk)
    page.panel.edit(number)

    type_in(qtbot, page, "best_time", "'s avonds")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)

    qtbot.waitUntil(lambda: store.read(cards.card, number).best_time == "'s avonds")
    assert mode(page) == "view"


def test_what_is_wrong_stands_below_its_field_and_the_rest_is_saved(qtbot: QtBot, desk: Desk, store: Store) -> None:
    number = add_person(store, "Henk van der Meer", "Klaverstraat 5")
    page = page_of(qtbot, desk)
    page.panel.edit(number)

    type_in(qtbot, page, "postcode", "99 ZZ")
    leave_field(qtbot)
    type_in(qtbot, page, "labels", "soep, auto")
    leave_field(qtbot)

    form = page.panel.edit_page().form
    assert form.field("postcode").problem.text() == "Write a postcode like this: 1234 AB."
    qtbot.waitUntil(lambda: store.read(cards.card, number).labels == ("auto", "soep"))
    assert store.read(cards.card, number).door.postcode == ""
    settled(qtbot, desk)
    assert form.text("postcode") == "99 ZZ"
    page.panel.edit_page().done.click()
    assert mode(page) == "edit"
    assert form.field("postcode").input.hasFocus()


def test_a_label_that_tells_of_health_gets_a_hint(qtbot: QtBot, desk: Desk, store: Store) -> None:
    number = add_person(store)
    page = page_of(qtbot, desk)
    page.panel.edit(number)

    type_in(qtbot, page, "labels", "soep, diabetes")

    assert page.panel.edit_page().form.field("labels").hint.text().startswith("Better not write this down.")


def test_deleting_somebody_comes_back_with_undo(qtbot: QtBot, desk: Desk, store: Store) -> None:
    number = add_person(store)
    page = page_of(qtbot, desk)
    page.show_place(person=number)

    page.panel.view.delete.click()

    qtbot.waitUntil(lambda: store.read(listing.count) == 0)
    qtbot.waitUntil(lambda: page.panel.view.number is None)
    store.undo()
    qtbot.waitUntil(lambda: "Henk van der Meer" in shown(page))


# Adding


def test_somebody_is_added_by_keyboard(qtbot: QtBot, desk: Desk, store: Store) -> None:
    page = page_of(qtbot, desk)
    page.new()

    type_in(qtbot, page, "name", "mw. Toos van 't Hek", adds=True)
    form = page.panel.add().form
    assert "family name van 't Hek" in form.field("name").hint.text()
    type_in(qtbot, page, "street", "Klaverstraat", adds=True)
    type_in(qtbot, page, "number", "11a", adds=True)
    qtbot.keyClick(form.field("number").input, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    qtbot.waitUntil(lambda: "Toos van 't Hek" in shown(page))
    number = store.read(listing.listed)[0].id
    card = store.read(cards.card, number)
    assert (card.name.given, card.name.infix, card.name.family) == ("Toos", "van 't", "Hek")
    assert card.door.line == "Klaverstraat 11 a"
    qtbot.waitUntil(lambda: mode(page) == "view")
    assert page.panel.view.number == number


def test_an_empty_form_says_what_is_missing(qtbot: QtBot, desk: Desk, store: Store) -> None:
    page = page_of(qtbot, desk)
    page.new()
    form = page.panel.add().form

    qtbot.keyClick(form.field("best_time").input, Qt.Key.Key_Return)

    assert form.field("name").problem.text() == "Fill in a name."
    assert form.field("name").input.hasFocus()
    assert store.read(listing.count) == 0


def test_the_same_name_at_the_same_door_is_noticed(qtbot: QtBot, desk: Desk, store: Store) -> None:
    toos = add_person(store, "Toos van 't Hek", "Klaverstraat 11")
    page = page_of(qtbot, desk)
    page.new()
    form = page.panel.add()

    type_in(qtbot, page, "name", "Toos van 't Hek", adds=True)
    type_in(qtbot, page, "street", "klaverstr.", adds=True)
    assert not form.double.isVisible()
    type_in(qtbot, page, "number", "11", adds=True)

    assert form.double.isVisible()
    form.double_link.click()
    assert mode(page) == "view"
    assert page.panel.view.number == toos


def test_only_one_button_is_the_main_one(qtbot: QtBot, desk: Desk, store: Store) -> None:
    add_person(store)
    page = page_of(qtbot, desk)

    for show in (lambda: None, page.new, page.panel.add_street, lambda: page.show_place(person=1)):
        show()
        primary = [b for b in page.findChildren(Button) if b.property("kind") == "primary" and b.isVisible()]
        assert len(primary) == 1


def test_a_whole_street_is_added(qtbot: QtBot, desk: Desk, store: Store) -> None:
    page = page_of(qtbot, desk)
    page.new()
    qtbot.keyClick(page.panel.add().street, Qt.Key.Key_Return)
    form = page.panel.add_street()

    qtbot.keyClicks(form.form.field("street").input, "Klaverstraat")
    qtbot.keyClicks(form.form.field("numbers").input, "1-55 oneven")
    assert form.form.field("numbers").hint.text() == "28 addresses: 1, 3, 5 … 55"
    qtbot.keyClick(form.form.field("place").input, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: len(store.read(cards.addresses)) == 28)
