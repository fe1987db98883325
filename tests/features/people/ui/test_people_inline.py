"""Lines of the side panel that are changed where they stand, by keyboard."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from people_screen import mode, page_of, settled, words
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from builders import add_person, new_store
from buurtapp.core.i18n import text
from buurtapp.core.store import Store
from buurtapp.features.people.actions import people as actions
from buurtapp.features.people.names_and_consents import Name
from buurtapp.features.people.queries import cards
from buurtapp.features.people.records import PersonDraft
from buurtapp.features.people.ui.inline_line import InlineLine
from buurtapp.features.people.ui.label_block import LabelTag
from buurtapp.features.people.ui.page import PeoplePage
from buurtapp.features.people.ui.person_form import PersonForm
from buurtapp.features.people.ui.person_view import PersonView
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


@pytest.fixture
def toos(store: Store) -> int:
    return add_person(
        store,
        "Toos van 't Hek",
        "Klaverstraat 11",
        phones=["0600000111"],
        labels=["soep", "wandelen"],
        note="Belt terug",
    )


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, toos: int) -> PeoplePage:
    made = page_of(qtbot, desk)
    made.show_place(person=toos)
    qtbot.waitUntil(lambda: made.panel.view.number == toos)
    settled(qtbot, desk)
    return made


def opened(qtbot: QtBot, line: InlineLine, key: Qt.Key = Qt.Key.Key_Return) -> QLineEdit | QPlainTextEdit:
    line.shown.setFocus()
    qtbot.keyClick(line.shown, key)
    input_ = line.field.input
    assert isinstance(input_, QLineEdit | QPlainTextEdit)
    assert input_.hasFocus()
    input_.selectAll()
    return input_


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_F2])
def test_a_phone_number_is_changed_where_it_stands(
    qtbot: QtBot, store: Store, page: PeoplePage, toos: int, key: Qt.Key
) -> None:
    view = page.panel.view
    field = opened(qtbot, view.reach.phones[0], key)

    qtbot.keyClicks(field, "06-0000 0222")
    qtbot.keyClick(field, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: store.read(cards.card, toos).phones == ("+31600000222",))
    qtbot.waitUntil(lambda: "06 0000 0222" in words(view))
    assert view.reach.phones[0].shown.hasFocus()
    assert mode(page) == "view"
    store.undo()
    qtbot.waitUntil(lambda: "06 0000 0111" in words(view))


def test_a_wrong_address_is_told_in_place_and_kept(qtbot: QtBot, store: Store, page: PeoplePage, toos: int) -> None:
    line = page.panel.view.reach.emails[0]
    field = opened(qtbot, line)

    qtbot.keyClicks(field, "toos.example")
    qtbot.keyClick(field, Qt.Key.Key_Return)

    assert line.is_open
    assert line.typed() == "toos.example"
    assert "is not an e-mail address" in line.field.problem.text()
    qtbot.keyClicks(field, "@example.org")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: store.read(cards.card, toos).emails == ("toos.example@example.org",))


def test_what_is_wrong_stays_when_the_file_changes_meanwhile(
    qtbot: QtBot, desk: Desk, store: Store, page: PeoplePage, toos: int
) -> None:
    line = page.panel.view.reach.phones[0]
    field = opened(qtbot, line)
    qtbot.keyClicks(field, "geen")
    qtbot.keyClick(field, Qt.Key.Key_Return)

    desk.do(text("x"), actions.label_people, [toos], "auto")
    qtbot.waitUntil(lambda: "auto" in words(page.panel.view))

    assert line.typed() == "geen"
    assert "is not a phone number" in line.field.problem.text()


def test_escape_leaves_the_line_and_not_the_panel(qtbot: QtBot, store: Store, page: PeoplePage, toos: int) -> None:
    line = page.panel.view.reach.phones[0]
    field = opened(qtbot, line)

    qtbot.keyClicks(field, "06 1")
    qtbot.keyClick(field, Qt.Key.Key_Escape)

    assert not line.is_open
    assert line.shown.hasFocus()
    assert store.read(cards.card, toos).phones == ("+31600000111",)


def test_an_emptied_line_takes_the_number_away(qtbot: QtBot, store: Store, page: PeoplePage, toos: int) -> None:
    field = opened(qtbot, page.panel.view.reach.phones[0])

    qtbot.keyClick(field, Qt.Key.Key_Delete)
    qtbot.keyClick(field, Qt.Key.Key_Tab)

    qtbot.waitUntil(lambda: store.read(cards.card, toos).phones == ())
    qtbot.waitUntil(lambda: "Add a phone number" in words(page.panel.view))


def test_how_and_when_is_changed_where_it_stands(qtbot: QtBot, store: Store, page: PeoplePage, toos: int) -> None:
    way = page.panel.view.reach.way
    way.shown.setFocus()
    qtbot.keyClick(way.shown, Qt.Key.Key_Return)
    choice, time = (way.form.field(name).input for name in ("contact_preference", "best_time"))
    assert isinstance(choice, QComboBox)

    qtbot.keyClick(choice, Qt.Key.Key_Down)
    time.setFocus()
    qtbot.keyClicks(time, "na zeven uur")
    assert way.is_open
    qtbot.keyClick(time, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: store.read(cards.card, toos).best_time == "na zeven uur")
    assert store.read(cards.card, toos).contact_preference == "phone"
    qtbot.waitUntil(lambda: "na zeven uur" in words(page.panel.view))


def test_a_remark_about_health_is_saved_with_a_warning(qtbot: QtBot, store: Store, page: PeoplePage, toos: int) -> None:
    line = page.panel.view.note
    field = opened(qtbot, line)

    qtbot.keyClicks(field, "Zit in een rolstoel")
    assert "help with the stairs" in line.field.hint.text()
    qtbot.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClicks(field, "Belt terug")
    qtbot.keyClick(field, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: store.read(cards.card, toos).note == "Zit in een rolstoel\nBelt terug")


def test_a_label_is_taken_off_by_its_cross_or_delete(qtbot: QtBot, store: Store, page: PeoplePage, toos: int) -> None:
    view = page.panel.view
    cross = view.labels.findChildren(LabelTag)[0].cross
    assert "soep" in cross.accessibleName()
    cross.setFocus()

    qtbot.keyClick(cross, Qt.Key.Key_Delete)

    qtbot.waitUntil(lambda: store.read(cards.card, toos).labels == ("wandelen",))
    qtbot.waitUntil(lambda: "soep" not in words(view))
    qtbot.waitUntil(lambda: any(tag.cross.hasFocus() for tag in view.labels.findChildren(LabelTag)))
    store.undo()
    assert store.read(cards.card, toos).labels == ("soep", "wandelen")


def test_ctrl_c_copies_a_line(qtbot: QtBot, page: PeoplePage) -> None:
    shown = page.panel.view.reach.phones[0].shown
    shown.setFocus()

    qtbot.keyClick(shown, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)

    assert QGuiApplication.clipboard().text() == "06 0000 0111"


def test_a_file_that_is_only_looked_at_offers_nothing_to_change(qtbot: QtBot, tmp_path: Path) -> None:
    with new_store(tmp_path) as made:
        number = add_person(made, "Toos van 't Hek", "Klaverstraat 11", phones=["0600000111"], labels=["soep"])
        file = made.path
    with Store.open(file, read_only=True) as store:
        desk = desk_for(store)
        view = PersonView(desk)
        qtbot.addWidget(view)
        view.show()
        view.show_person(number)

        said = words(view)
        assert "06 0000 0111" in said
        assert not any(words in said for words in ("Add a phone", "Add an e-mail", "Add how", "Add a remark"))
        assert not view.reach.phones[0].shown.isEnabled()
        assert not view.labels.findChildren(LabelTag)[0].cross.isVisible()
        desk.jobs.close()


def test_the_panel_says_what_is_known_in_plain_words(qtbot: QtBot, desk: Desk, store: Store) -> None:
    draft = PersonDraft(
        Name(given="Ayşe", family="Yıldırım"),
        languages=("tr", "ar"),
        skills=("klussen", "fiets maken"),
        roles=("penningmeester",),
        relation="professional",
        member_from=date(2024, 3, 12),
    )
    number = store.write(text("x"), actions.add_person, draft)
    view = PersonView(desk)
    qtbot.addWidget(view)
    view.show()
    view.show_person(number)

    qtbot.waitUntil(lambda: "Speaks Turkish and Arabic" in words(view))
    said = words(view)
    for part in ("Can: klussen, fiets maken", "Professional, penningmeester", "Member since March 2024"):
        assert part in said
    assert "Born" not in said


def test_odd_names_stand_in_form_and_panel_as_they_are(qtbot: QtBot, desk: Desk, store: Store, cases: Path) -> None:
    form, view = PersonForm(whole_name=True), PersonView(desk)
    for widget in (form, view):
        qtbot.addWidget(widget)
        widget.show()

    for written in json.loads((cases / "odd-names.json").read_text("utf-8")):
        form.set_value("name", written)
        for field in ("roles", "skills", "labels"):
            form.set_value(field, written.replace(",", " "))
        draft = form.draft()
        if actions.problems(draft):
            continue
        number = store.write(text("x"), actions.add_person, draft)
        view.show_person(number)
        shown, spoken = (words_.replace("\u200b", "").split() for words_ in (view.name.text(), draft.name.spoken))
        assert "".join(shown) == "".join(spoken)
        assert store.read(cards.card, number).roles == tuple(filter(None, [" ".join(draft.roles[0].split())]))


class Panel(QWidget):
    """A part of a workspace above."""

    def show_subject(self, number: int) -> None:
        self.number = number


def test_a_panel_above_stands_before_the_consents(qtbot: QtBot, desk: Desk, toos: int) -> None:
    above, below = Panel(), Panel()
    view = PersonView(desk)
    qtbot.addWidget(view)
    view.add_panel(lambda _desk: below)
    view.add_panel_above(lambda _desk: above)
    view.resize(352, 900)
    view.show()
    view.show_person(toos)
    qtbot.waitExposed(view)

    def tops() -> list[int]:
        return [part.mapTo(view, part.rect().topLeft()).y() for part in (view.labels, above, view.consents, below)]

    qtbot.waitUntil(lambda: len(set(tops())) == 4)
    assert tops() == sorted(tops())
    assert above.number == below.number == toos
