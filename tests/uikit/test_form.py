"""Forms: a value is told once when its field is left, problems stand below their fields, Tab goes on everywhere."""

from __future__ import annotations

from datetime import date, time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from buurtapp.core.errors import DraftProblem
from buurtapp.core.i18n import text
from buurtapp.uikit import form as forms
from buurtapp.uikit.form import Form


@pytest.fixture
def form(qtbot: QtBot) -> Form:
    form = Form()
    qtbot.addWidget(form)
    form.add(("name", forms.line("Name", "As people say it")), ("street", forms.line("Street")))
    form.add(("note", forms.paragraph("Note")))
    form.add(("kind", forms.choice("Kind", [("", "none"), ("phone", "by phone")])))
    form.add(("quiet", forms.tick("Do not approach")))
    form.add(
        ("day", forms.day_field("Day")), ("at", forms.time_field("Time")), ("places", forms.number_field("Places"))
    )
    form.show()
    form.activateWindow()
    qtbot.waitExposed(form)
    return form


def test_a_field_is_told_once_when_it_is_left_with_another_value(form: Form, qtbot: QtBot) -> None:
    told: list[str] = []
    form.committed.connect(told.append)
    name = form.field("name").input
    name.setFocus()

    qtbot.keyClicks(name, "Henk")
    qtbot.keyClick(name, Qt.Key.Key_Return)
    qtbot.keyClick(name, Qt.Key.Key_Tab)
    street = form.field("street").input
    qtbot.keyClick(street, Qt.Key.Key_Tab)

    assert told == ["name"]
    assert form.text("name") == "Henk"


def test_values_come_back_as_they_were_given_and_nobody_is_told(form: Form) -> None:
    told: list[str] = []
    form.committed.connect(told.append)
    values: dict[str, object] = {
        "name": "Henk & <b>",
        "note": "a\nb",
        "kind": "phone",
        "quiet": True,
        "day": date(2026, 10, 14),
        "at": time(12, 5),
        "places": 16,
    }

    for name, value in values.items():
        form.set_value(name, value)

    assert {name: form.value(name) for name in values} == values
    assert told == []


def test_all_problems_stand_below_their_fields_and_the_keyboard_goes_to_the_first(form: Form, qtbot: QtBot) -> None:
    form.show_problems(
        [DraftProblem("street", text("Fill in a street.")), DraftProblem("name", text("Fill in a name."))]
    )

    qtbot.waitUntil(lambda: QApplication.focusWidget() is form.field("name").input)
    assert form.field("name").problem.isVisible()
    assert form.field("street").problem.text()
    assert form.field("name").input.accessibleDescription() == form.field("name").problem.text()

    form.show_problems([])

    assert not form.field("name").problem.isVisible()


def test_tab_goes_through_every_field_also_out_of_a_paragraph(form: Form, qtbot: QtBot) -> None:
    form.field("note").input.setFocus()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is form.field("note").input)

    qtbot.keyClick(form.field("note").input, Qt.Key.Key_Tab)

    assert QApplication.focusWidget() is form.field("kind").input
    assert form.text("note") == ""


def test_every_field_is_named_by_its_label(form: Form) -> None:
    assert form.field("name").input.accessibleName() == "Name"
    assert form.field("quiet").input.accessibleName() == "Do not approach"
