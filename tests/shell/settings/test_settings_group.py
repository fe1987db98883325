"""The group of the file, changed field by field."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QIODevice, QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QColor, QDropEvent, QPixmap
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from builders import DONE, new_store
from buurtapp.core.store import Store
from buurtapp.features.group.actions import change_group
from buurtapp.features.group.queries import group
from buurtapp.features.group.records import Group
from buurtapp.shell.settings.group_tab import GroupTab
from buurtapp.uikit.desk import Desk
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
def tab(desk: Desk, qtbot: QtBot) -> GroupTab:
    made = GroupTab(desk)
    desk.changed.connect(made.refresh)
    qtbot.addWidget(made)
    made.resize(1100, 700)
    made.show()
    made.refresh()
    made.focus_first()
    return made


def line(tab: GroupTab, name: str) -> QLineEdit:
    found = tab.field(name).input
    assert isinstance(found, QLineEdit)
    return found


def png(width: int = 40, height: int = 20) -> bytes:
    image = QPixmap(width, height)
    image.fill(QColor("#17614F"))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(buffer.data().data())


def test_a_field_is_saved_when_the_keyboard_leaves_it(tab: GroupTab, store: Store, qtbot: QtBot) -> None:
    qtbot.keyClick(line(tab, "name"), Qt.Key.Key_End)
    qtbot.keyClicks(line(tab, "name"), " West")
    assert store.read(group).name == "Klaverhoek"

    qtbot.keyClick(line(tab, "name"), Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: store.read(group).name == "Klaverhoek West")
    assert store.history(1)[0].label.render() == "Group changed"
    assert store.undo() is not None
    qtbot.waitUntil(lambda: line(tab, "name").text() == "Klaverhoek")


def test_tab_goes_through_the_fields_and_saves_a_long_text(tab: GroupTab, store: Store, qtbot: QtBot) -> None:
    purpose = tab.field("purpose").input
    purpose.setFocus()

    qtbot.keyClicks(purpose, "Everybody knows somebody.")
    qtbot.keyClick(purpose, Qt.Key.Key_Tab)

    qtbot.waitUntil(lambda: store.read(group).purpose == "Everybody knows somebody.")
    assert tab.focusWidget() is tab.field("for_whom").input


def test_what_cannot_be_saved_is_said_below_its_field_and_stops_nothing_else(
    tab: GroupTab, store: Store, qtbot: QtBot
) -> None:
    name = line(tab, "name")
    name.selectAll()
    qtbot.keyClick(name, Qt.Key.Key_Delete)
    qtbot.keyClick(name, Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: tab.field("name").problem.isVisibleTo(tab))

    place = line(tab, "place")
    place.setFocus()
    qtbot.keyClicks(place, "Klaverdorp")
    qtbot.keyClick(place, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: store.read(group).place == "Klaverdorp")
    assert store.read(group).name == "Klaverhoek"
    assert tab.field("name").problem.text() == "Fill in the name of your group."
    assert name.text() == ""


def test_the_problem_goes_away_with_its_cause(tab: GroupTab, store: Store, qtbot: QtBot) -> None:
    name = line(tab, "name")
    name.clear()
    qtbot.keyClick(name, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: tab.field("name").problem.isVisibleTo(tab))

    qtbot.keyClicks(name, "De Kas")
    qtbot.keyClick(name, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: store.read(group).name == "De Kas")
    qtbot.waitUntil(lambda: not tab.field("name").problem.isVisibleTo(tab))


def test_what_is_being_typed_stays_when_something_else_changes(tab: GroupTab, store: Store, qtbot: QtBot) -> None:
    qtbot.keyClicks(line(tab, "contact_name"), "Mar")

    store.write(DONE, change_group, Group("Klaverhoek", place="Elders", contact_name="Henk"))

    qtbot.waitUntil(lambda: line(tab, "place").text() == "Elders")
    assert line(tab, "contact_name").text() == "Mar"


def test_markup_in_a_name_is_shown_as_it_is(tab: GroupTab, store: Store, qtbot: QtBot) -> None:
    store.write(DONE, change_group, Group("<b>Kas</b> & zo"))

    qtbot.waitUntil(lambda: line(tab, "name").text() == "<b>Kas</b> & zo")


def test_a_logo_is_chosen_shown_and_taken_away(
    tab: GroupTab, desk: Desk, store: Store, qtbot: QtBot, tmp_path: Path
) -> None:
    file = tmp_path / "logo.png"
    file.write_bytes(png(900, 300))
    answers = desk.choosing
    assert isinstance(answers, Answers)
    answers.file = file

    qtbot.keyClick(tab.logo.choose_button, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: store.read(group).logo == file.read_bytes())
    qtbot.waitUntil(lambda: tab.logo.picture.pixmap().width() == 220)
    qtbot.keyClick(tab.logo.away_button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: store.read(group).logo is None)
    qtbot.waitUntil(lambda: not tab.logo.picture.isVisibleTo(tab))


@pytest.mark.parametrize("name", ["brief.txt", "geen-plaatje.png"])
def test_what_is_no_picture_is_refused_below_the_logo(
    name: str, tab: GroupTab, store: Store, qtbot: QtBot, tmp_path: Path
) -> None:
    file = tmp_path / name
    file.write_bytes(b"Beste buren")

    tab.logo.take(file)

    qtbot.waitUntil(lambda: tab.logo.problem.isVisibleTo(tab))
    assert tab.logo.problem.text() == "This is not a PNG or JPEG picture."
    assert store.read(group).logo is None


def test_a_picture_can_be_dropped_on_the_logo(tab: GroupTab, store: Store, qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "logo.PNG"
    file.write_bytes(png())
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])

    tab.logo.dropEvent(
        QDropEvent(
            QPoint(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        )
    )

    qtbot.waitUntil(lambda: store.read(group).logo == png())


def test_two_fields_left_right_after_each_other_are_both_saved(tab: GroupTab, store: Store, qtbot: QtBot) -> None:
    for name, words in (("contact_name", "Marijke"), ("contact_phone", "06 12345678"), ("place", "Klaverdorp")):
        qtbot.keyClicks(line(tab, name), words)
        qtbot.keyClick(line(tab, name), Qt.Key.Key_Return)

    wanted = replace(Group("Klaverhoek"), contact_name="Marijke", contact_phone="06 12345678", place="Klaverdorp")
    qtbot.waitUntil(lambda: store.read(group) == wanted)


def test_a_file_to_look_at_cannot_be_changed(store: Store, qtbot: QtBot) -> None:
    with Store.open(store.path, store.clock, read_only=True) as looked_at:
        desk = desk_for(looked_at)
        tab = GroupTab(desk)
        qtbot.addWidget(tab)

        tab.refresh()

        assert line(tab, "name").text() == "Klaverhoek"
        assert not line(tab, "name").isEnabled()
        assert not tab.logo.choose_button.isEnabled()
        assert tab._note.isVisibleTo(tab)
        desk.jobs.close()
