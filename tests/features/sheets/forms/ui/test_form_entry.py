"""Typing a form over with the keyboard alone: from the code to the next one of the pile."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from builders import DONE, add_person, new_store
from buurtapp.core.store import Store
from buurtapp.features.activities.ui.page import ActivitiesPage
from buurtapp.features.people.printouts.form import draw_forms
from buurtapp.features.people.queries import cards, listing
from buurtapp.features.people.rules.consents import state_of
from buurtapp.features.sheets import queries as sheets
from buurtapp.features.sheets.forms import actions, queries
from buurtapp.features.sheets.forms.records import FormsWanted
from buurtapp.features.sheets.forms.ui.entry_view import FormEntryView
from buurtapp.features.sheets.forms.ui.print_forms import FormSheets, FormsOut
from buurtapp.printing.render import page_texts
from buurtapp.shell.plan import WORKSPACES, HasPapers, make_page
from buurtapp.uikit.desk import Desk
from buurtapp.uikit.paper import PrintDialog
from uikit_builders import Answers, desk_for


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with new_store(tmp_path) as made:
        yield made


@pytest.fixture
def desk(store: Store) -> Iterator[Desk]:
    made = desk_for(store)
    yield made
    made.jobs.close()


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> Iterator[ActivitiesPage]:
    made = ActivitiesPage(desk)
    qtbot.addWidget(made)
    desk.changed.connect(made.refresh)
    made.resize(1158, 860)
    made.show()
    made.activateWindow()
    made.show_entry("")
    yield made
    qtbot.waitUntil(desk.jobs.is_idle)


def printed(store: Store, **wanted: object) -> str:
    forms = store.read(queries.compose, FormsWanted(**wanted), store.clock.today())  # type: ignore[arg-type]
    store.write(DONE, actions.keep_forms, forms, draw_forms(forms))
    return forms[0].code


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def keys(qtbot: QtBot, *typed: str) -> None:
    """Type words into what has the keyboard; the end of a line is Enter."""
    for words in typed:
        for sign in words:
            if sign == "\n":
                qtbot.keyClick(focused(), Qt.Key.Key_Return)
            else:
                qtbot.keyClicks(focused(), sign)


def form_view(page: ActivitiesPage) -> FormEntryView:
    view = page.stack.currentWidget()
    assert isinstance(view, FormEntryView)
    return view


def people(store: Store) -> list[int]:
    return [person.id for person in store.read(listing.listed)]


def test_a_blank_form_is_typed_over_with_the_keyboard_alone(store: Store, page: ActivitiesPage, qtbot: QtBot) -> None:
    code = printed(store, copies=2)
    keys(qtbot, code)
    view = form_view(page)
    # Number of the copy, names, address, phone, e-mail, languages; what is empty is passed with Enter.
    keys(qtbot, "2\n", "Amina\n", "el\n", "Idrissi\n", "Klaverstraat\n", "12\n", "\n", "\n", "0600000105\n", "\n", "\n")
    keys(qtbot, "1")  # how to be reached: one key, and on
    keys(qtbot, "koken\n")
    keys(qtbot, "j", "y", "n", "0", "1", "2", "\n")
    keys(qtbot, "3-10-2026\n")
    assert focused() is view.card.save_button
    keys(qtbot, "\n")
    qtbot.waitUntil(lambda: len(people(store)) == 1)
    qtbot.waitUntil(lambda: view.hand is not None and view.hand.serial == 1)

    card = store.read(cards.card, people(store)[0])
    assert card.name.spoken == "Amina el Idrissi"
    assert (card.door.line, card.phones, card.skills) == ("Klaverstraat 12", ("+31600000105",), ("koken",))
    assert card.contact_preference == "phone"
    answers = {one.purpose: one.state for one in card.consents}
    assert answers == {
        "phone": "given",
        "letter": "given",
        "photo": "withdrawn",
        "newsletter": "given",
        "share_neighbours": "withdrawn",
    }
    assert state_of(card.consents, "phone").form_number == f"{code}/2"
    assert view.card.pile.text() == "1 of 2 entered"
    assert view.paper.is_empty()
    page.desk.undo()
    qtbot.waitUntil(lambda: people(store) == [])


def test_after_the_last_copy_the_code_of_the_next_paper_is_asked(
    store: Store, page: ActivitiesPage, qtbot: QtBot
) -> None:
    keys(qtbot, printed(store))
    view = form_view(page)
    assert focused() is view.paper.fields["given"].input
    view.paper.fields["family"].input.setFocus()
    keys(qtbot, "Meer")
    qtbot.keyClick(focused(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: len(people(store)) == 1)
    qtbot.waitUntil(lambda: page.stack.currentWidget() is not view)
    keys(qtbot, printed(store, people=(people(store)[0],)))
    assert form_view(page).card.pile.text() == "1 form entered"
    assert form_view(page).card.whose.text() == "Form of Meer"


def test_what_is_typed_stays_when_another_paper_comes_between(store: Store, page: ActivitiesPage, qtbot: QtBot) -> None:
    code = printed(store)
    keys(qtbot, code)
    keys(qtbot, "Amina\n")
    qtbot.keyClick(focused(), Qt.Key.Key_Escape)
    assert not isinstance(page.stack.currentWidget(), FormEntryView)
    keys(qtbot, code)
    assert form_view(page).paper.texts() == {"p1.given": "Amina"}
    add_person(store, "Henk", "Klaverstraat 5")
    QApplication.processEvents()
    assert form_view(page).paper.texts() == {"p1.given": "Amina"}


def test_what_is_wrong_stands_beside_its_field_and_nothing_is_saved(
    store: Store, page: ActivitiesPage, qtbot: QtBot
) -> None:
    keys(qtbot, printed(store))
    view = form_view(page)
    view.paper.fields["number"].input.setFocus()
    keys(qtbot, "twaalf")
    view.save()
    qtbot.waitUntil(lambda: "house number" in view.paper.fields["number"].problem.text())
    assert focused() is view.paper.fields["number"].input
    assert people(store) == []
    assert view.paper.texts() == {"p1.number": "twaalf"}


def test_somebody_who_is_known_is_recognised_and_taken_with_a_key(
    store: Store, page: ActivitiesPage, qtbot: QtBot
) -> None:
    henk = add_person(store, "Henk van der Meer", "Klaverstraat 5")
    keys(qtbot, printed(store))
    view = form_view(page)
    keys(qtbot, "Henk\n", "van der\n", "Meer\n")
    qtbot.waitUntil(view.card.them.isVisible)
    assert "Henk van der Meer" in view.card.them.label.text()
    qtbot.keyClick(focused(), Qt.Key.Key_F4)
    assert view.card.whose.text() == "Form of Henk van der Meer"
    keys(qtbot, "0600000105")
    view.save()
    qtbot.waitUntil(lambda: store.read(cards.card, henk).phones == ("+31600000105",))
    assert people(store) == [henk]


def test_keys_of_a_question(store: Store, page: ActivitiesPage, qtbot: QtBot) -> None:
    add_person(store, "Ria", "", labels=["soep", "auto"])
    keys(qtbot, printed(store))
    view = form_view(page)
    contact, words, phone = view.paper.questions[:3]
    words.setFocus()
    keys(qtbot, "1", "2", "1")
    assert words.marks() == {"p1.word.2"}
    assert focused() is words
    keys(qtbot, "0")
    assert words.marks() == set()
    assert focused() is view.paper.fields["skills"].input
    phone.setFocus()
    keys(qtbot, "j")
    phone.setFocus()
    keys(qtbot, "n")
    assert phone.marks() == {"p1.consent.phone.no"}
    qtbot.keyClick(focused(), Qt.Key.Key_Up)
    assert focused() is phone
    qtbot.mouseClick(phone.boxes[0], Qt.MouseButton.LeftButton)
    assert phone.marks() == {"p1.consent.phone.yes"}
    qtbot.mouseClick(phone.boxes[0], Qt.MouseButton.LeftButton)
    assert phone.marks() == set()
    contact.setFocus()
    keys(qtbot, "x")
    assert contact.marks() == set()


def test_a_code_with_the_number_behind_it_opens_that_copy(store: Store, page: ActivitiesPage) -> None:
    page.show_entry(f"{printed(store, copies=3)}/3")
    hand = form_view(page).hand
    assert hand is not None
    assert hand.serial == 3


def test_the_enter_behind_a_code_is_not_for_the_first_field(store: Store, page: ActivitiesPage, qtbot: QtBot) -> None:
    keys(qtbot, printed(store), "\n")
    view = form_view(page)
    assert focused() is view.paper.fields["given"].input
    keys(qtbot, "\n")
    assert focused() is view.paper.fields["infix"].input

    qtbot.keyClick(focused(), Qt.Key.Key_Escape)
    keys(qtbot, printed(store, copies=3), "\n")
    assert view.card.copy.isAncestorOf(focused())
    keys(qtbot, "3\n")
    assert focused() is view.paper.fields["given"].input
    assert view.hand is not None
    assert view.hand.serial == 3


# Printing


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1000, 760)
    made.show()
    return made


def shown(desk: Desk, numbers: tuple[int, ...], parent: QWidget, qtbot: QtBot) -> FormsOut:
    out = FormSheets().print_forms(desk, numbers, parent)
    qtbot.waitUntil(lambda: out.dialog is not None, timeout=15_000)
    return out


def test_forms_are_kept_when_they_went_out_and_not_before(
    store: Store, desk: Desk, parent: QWidget, qtbot: QtBot, tmp_path: Path
) -> None:
    henk = add_person(store, "Henk van der Meer", "Klaverstraat 5")
    peace = add_person(store, "Stil Persoon", "Klaverstraat 9", do_not_approach=True)
    out = shown(desk, (henk, peace), parent, qtbot)
    assert out.dialog is not None
    assert store.read(sheets.still_out) == []
    assert out.drawn is not None
    assert any("1 person gets no form" in str(one) for one in out.drawn.paper.warnings)

    answers = desk.choosing
    assert isinstance(answers, Answers)
    answers.file = tmp_path / "formulier.pdf"
    out.dialog.save_button.click()
    qtbot.waitUntil(lambda: len(store.read(sheets.still_out)) == 1)
    (sheet,) = store.read(sheets.still_out)
    assert (sheet.kind, sheet.subject_id) == ("form", henk)
    assert sheet.code in page_texts((tmp_path / "formulier.pdf").read_bytes())[0]
    qtbot.waitUntil(desk.jobs.is_idle)


def test_another_language_and_more_copies_are_drawn_anew(
    store: Store, desk: Desk, parent: QWidget, qtbot: QtBot
) -> None:
    del store
    out = shown(desk, (), parent, qtbot)
    assert out.options is not None
    out.options.form.set_value("language", "nl")
    out.options.form.set_value("copies", 3)
    out.options.ticks["photo"].setChecked(False)
    qtbot.waitUntil(lambda: out.drawn is not None and out.drawn.printed.pages == 3, timeout=10_000)
    assert out.drawn is not None
    assert "Ik doe mee" in page_texts(out.drawn.printed.pdf)[2]
    assert "photo" not in {one.purpose for one in out.drawn.forms[0].consents}
    assert out.dialog is not None
    out.dialog.reject()
    qtbot.waitUntil(desk.jobs.is_idle)


def test_the_people_page_prints_forms_through_the_plan(desk: Desk, qtbot: QtBot) -> None:
    made = make_page(next(one for one in WORKSPACES if one.name == "people"), desk)
    qtbot.addWidget(made)
    assert isinstance(made, HasPapers)
    made.show()
    made.show_place(paper="form")
    qtbot.waitUntil(lambda: bool(made.findChildren(PrintDialog)), timeout=15_000)
    (dialog,) = made.findChildren(PrintDialog)
    assert dialog.isVisible()
    dialog.reject()
    qtbot.waitUntil(desk.jobs.is_idle)


def test_a_question_lets_other_keys_through(store: Store, page: ActivitiesPage, qtbot: QtBot) -> None:
    keys(qtbot, printed(store))
    question = form_view(page).paper.questions[0]
    event = QKeyEvent(QKeyEvent.Type.KeyPress, Qt.Key.Key_F9, Qt.KeyboardModifier.NoModifier)
    question.keyPressEvent(event)
    assert not event.isAccepted()
