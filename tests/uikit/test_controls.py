"""The small parts: plain text whatever is in it, named, in the language of now, with a ring where the keyboard is."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from buurtapp.core.i18n import set_language, text
from buurtapp.uikit import theme as look
from buurtapp.uikit.controls import Button, Heading, Note, PlainLabel, SearchField
from buurtapp.uikit.style import style_sheet

UNDO = "Undo"
ODD = ["<img src=x>", "<b>Jan", "Jan & Piet", "&Alt", "{naam}", "%s", "👩‍👩‍👧‍👦 gezin", "a" * 300, "nieuwe\nregel"]


@pytest.fixture
def light(qapp: QApplication) -> look.Theme:
    theme = look.Theme()
    look.apply(qapp, theme)
    qapp.setStyleSheet(style_sheet(theme))
    return theme


@pytest.mark.parametrize("odd", ODD)
def test_words_from_the_file_are_shown_as_they_are(odd: str, qtbot: QtBot) -> None:
    label, button = PlainLabel(odd), Button(odd)
    qtbot.addWidget(label)
    qtbot.addWidget(button)

    assert label.textFormat() == Qt.TextFormat.PlainText
    assert label.text() == odd
    assert button.text() == odd.replace("&", "&&")
    assert button.accessibleName() == odd
    assert button.shortcut().isEmpty()


def test_our_own_words_follow_the_language(qtbot: QtBot) -> None:
    label, button = PlainLabel(text(UNDO)), Button(text(UNDO))
    qtbot.addWidget(label)
    qtbot.addWidget(button)

    set_language("en")
    for widget in (label, button):
        QApplication.sendEvent(widget, QEvent(QEvent.Type.LanguageChange))
    english = label.text(), button.text()
    set_language("nl")
    for widget in (label, button):
        QApplication.sendEvent(widget, QEvent(QEvent.Type.LanguageChange))

    assert english == ("Undo", "Undo")
    assert (label.text(), button.text()) == ("Ongedaan maken", "Ongedaan maken")


def test_an_icon_alone_has_a_name_and_a_tip(qtbot: QtBot) -> None:
    button = Button("Close", "quiet", "x", icon_only=True)
    qtbot.addWidget(button)

    assert button.text() == ""
    assert button.accessibleName() == button.toolTip() == "Close"
    assert not button.icon().isNull()


@pytest.mark.parametrize("kind", ["primary", "secondary", "quiet", "link", "chip", "tab", "segment", "nav", "dark"])
def test_the_keyboard_shows_where_it_is(kind: str, light: look.Theme, qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    row = QHBoxLayout(parent)
    button, other = Button("Print", kind), Button("Other")  # type: ignore[arg-type]
    row.addWidget(button)
    row.addWidget(other)
    parent.show()
    qtbot.waitExposed(parent)

    parent.activateWindow()
    other.setFocus()
    before = button.grab().toImage()
    button.setFocus()
    qtbot.waitUntil(button.hasFocus)
    after = button.grab().toImage()

    ring = light.color("focus-nav" if kind in {"nav", "dark"} else "focus").name()
    changed = [
        (x, y)
        for x in range(after.width())
        for y in range(after.height())
        if after.pixelColor(x, y) != before.pixelColor(x, y)
    ]
    assert len(changed) > 2 * (after.width() + after.height())
    assert sum(after.pixelColor(x, y).name() == ring for x, y in changed) > after.width()


def test_enter_presses_a_button(qtbot: QtBot) -> None:
    button = Button("Print")
    qtbot.addWidget(button)
    button.show()
    pressed: list[bool] = []
    button.clicked.connect(lambda: pressed.append(True))

    qtbot.keyClick(button, Qt.Key.Key_Return)
    qtbot.keyClick(button, Qt.Key.Key_Space)

    assert pressed == [True, True]


def test_escape_empties_a_search_field_and_down_leaves_it(qtbot: QtBot) -> None:
    field = SearchField("Search", "Ctrl+F")
    qtbot.addWidget(field)
    went: list[bool] = []
    field.went_down.connect(lambda: went.append(True))

    qtbot.keyClicks(field, "meer")
    qtbot.keyClick(field, Qt.Key.Key_Down)
    qtbot.keyClick(field, Qt.Key.Key_Escape)

    assert field.text() == ""
    assert went == [True]
    assert field.accessibleName() == "Search"


def test_headings_and_labels_grow_with_the_text(qapp: QApplication, qtbot: QtBot) -> None:
    look.apply(qapp, look.Theme())
    qapp.setStyleSheet(style_sheet(look.Theme()))
    heading, label = Heading("Mensen"), PlainLabel("Mensen", wrap=False)
    qtbot.addWidget(heading)
    qtbot.addWidget(label)
    heading.show()
    label.show()
    small = heading.sizeHint().height(), label.sizeHint().height()

    look.apply(qapp, look.Theme(percent=200))
    qapp.setStyleSheet(style_sheet(look.Theme(percent=200)))

    assert heading.sizeHint().height() > small[0] * 1.8
    assert label.sizeHint().height() > small[1] * 1.8
    look.apply(qapp, look.Theme())
    qapp.setStyleSheet(style_sheet(look.Theme()))


def test_a_note_takes_another_colour(qtbot: QtBot) -> None:
    note = Note("done", "Saved")
    qtbot.addWidget(note)

    note.set_words("The disk is full.", "wrong")

    assert note.label.text() == "The disk is full."
    assert note.property("kind") == "wrong"
