"""Printing an attendance list: what the dialog shows, what follows a choice, and what is kept."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from builders import add_activity, add_person, new_store, signed_up
from buurtapp.core.store import Store
from buurtapp.features.activities.ui.print_list import ListOptions, ListOut, file_name, print_attendance
from buurtapp.features.group.actions import change_group
from buurtapp.features.group.records import Group
from buurtapp.features.sheets import queries as sheets
from buurtapp.printing.render import page_texts
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


ShowList = Callable[[int], ListOut]


@pytest.fixture
def show_list(desk: Desk, qtbot: QtBot) -> Iterator[ShowList]:
    """Print the list of an activity, as far as the dialog."""
    parent = QWidget()
    parent.resize(1000, 760)
    parent.show()

    def show(activity: int) -> ListOut:
        out = print_attendance(desk, activity, parent)
        qtbot.waitUntil(lambda: out.dialog is not None, timeout=15_000)
        return out

    yield show
    qtbot.waitUntil(desk.jobs.is_idle)
    parent.close()
    parent.deleteLater()


def dialog_of(out: ListOut) -> PrintDialog:
    assert out.dialog is not None
    return out.dialog


def options_of(out: ListOut) -> ListOptions:
    assert out.options is not None
    return out.options


def text_of(out: ListOut) -> str:
    """Everything that stands on the paper that is shown."""
    return "\n".join(page_texts(dialog_of(out)._paper.pdf))


def kept(store: Store, activity: int) -> list[str]:
    return [sheet.code for sheet in store.read(sheets.of_subject, sheets.ATTENDANCE, activity)]


def test_a_list_that_is_saved_as_pdf_is_kept_once_with_its_rows(
    store: Store, desk: Desk, show_list: ShowList, qtbot: QtBot, tmp_path: Path
) -> None:
    activity = add_activity(store)
    signed_up(store, activity, [add_person(store), add_person(store, "Joke Brinkman", "Vlierhof 9")])
    out = show_list(activity)
    assert isinstance(desk.choosing, Answers)
    desk.choosing.file = tmp_path / "lijst.pdf"
    assert out.drawn is not None
    code = out.drawn.sheet.code
    dialog = dialog_of(out)

    qtbot.keyClick(dialog.save_button, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: kept(store, activity) == [code])
    sheet = store.read(sheets.find, code)
    assert [row.text for row in sheet.rows] == ["Henk van der Meer", "Joke Brinkman", "", "", "", ""]
    assert (tmp_path / "lijst.pdf").read_bytes().startswith(b"%PDF")
    assert code in "\n".join(page_texts((tmp_path / "lijst.pdf").read_bytes()))


def test_a_list_that_goes_out_twice_is_one_list(store: Store, desk: Desk, show_list: ShowList, qtbot: QtBot) -> None:
    activity = add_activity(store)
    out = show_list(activity)

    dialog_of(out).went_out.emit(1)
    dialog_of(out).went_out.emit(2)

    qtbot.waitUntil(lambda: len(kept(store, activity)) == 1)
    qtbot.waitUntil(desk.jobs.is_idle)
    assert len(kept(store, activity)) == 1
    dialog_of(out).reject()


def test_a_list_that_did_not_go_out_is_not_kept(store: Store, desk: Desk, show_list: ShowList, qtbot: QtBot) -> None:
    activity = add_activity(store)
    out = show_list(activity)

    qtbot.keyClick(dialog_of(out), Qt.Key.Key_Escape)

    qtbot.waitUntil(desk.jobs.is_idle)
    assert out.dialog is None
    assert kept(store, activity) == []


def test_the_paper_follows_what_is_chosen_and_keeps_its_code(
    store: Store, desk: Desk, show_list: ShowList, qtbot: QtBot
) -> None:
    activity = add_activity(store)
    signed_up(store, activity, [add_person(store)])
    out = show_list(activity)
    assert out.drawn is not None
    code = out.drawn.sheet.code
    assert "Signature" not in text_of(out)
    column = options_of(out).form.field("column").input
    lines = options_of(out).form.field("lines").input
    assert isinstance(lines, QSpinBox)

    qtbot.keyClick(column, Qt.Key.Key_Down)
    lines.setFocus()
    lines.selectAll()
    qtbot.keyClicks(lines, "30")
    qtbot.waitUntil(lambda: out.drawn is not None and out.drawn.sheet.walk_in_lines == 30, timeout=15_000)

    qtbot.waitUntil(dialog_of(out).print_button.isEnabled)
    assert "Signature" in text_of(out)
    assert len(dialog_of(out)._paper.sizes_mm) == 2
    assert dialog_of(out)._pages.text() == "2 pages"
    assert out.drawn.sheet.code == code
    dialog_of(out).went_out.emit(1)
    qtbot.waitUntil(lambda: kept(store, activity) == [code])
    assert len(store.read(sheets.find, code).rows) == 31
    dialog_of(out).reject()


def test_a_list_drawn_differently_after_it_went_out_gets_a_code_of_its_own(
    store: Store, desk: Desk, show_list: ShowList, qtbot: QtBot
) -> None:
    activity = add_activity(store)
    out = show_list(activity)
    dialog_of(out).went_out.emit(1)
    qtbot.waitUntil(lambda: len(kept(store, activity)) == 1)
    lines = options_of(out).form.field("lines").input
    assert isinstance(lines, QSpinBox)

    lines.setValue(7)
    qtbot.waitUntil(lambda: out.drawn is not None and out.drawn.sheet.walk_in_lines == 7, timeout=15_000)

    assert out.drawn is not None
    assert out.drawn.sheet.code not in kept(store, activity)
    dialog_of(out).reject()


def test_what_stands_about_people_on_the_paper_is_told(store: Store, show_list: ShowList) -> None:
    store.fill(change_group, Group("Klaverhoek", contact_name="Marijke", contact_phone="06 0000 0105"))
    activity = add_activity(store)
    signed_up(
        store,
        activity,
        [add_person(store, "Jan Bakker", "Vlierhof 12"), add_person(store, "Jan Bakker", "Vlierhof 40")],
    )

    out = show_list(activity)

    told = dialog_of(out)._what.text()
    assert "names, and the house number of people with the same name" in told
    assert "Marijke" in told
    assert "06 0000 0105" in told
    assert "no. 12" in text_of(out)
    assert "Vlierhof" not in text_of(out)
    dialog_of(out).reject()


def test_without_sign_ups_there_are_more_blank_lines(store: Store, show_list: ShowList) -> None:
    out = show_list(add_activity(store))

    assert out.drawn is not None
    assert out.drawn.sheet.walk_in_lines == 20
    assert dialog_of(out)._what.text() == "No names stand on this paper yet."
    dialog_of(out).reject()


def test_the_file_is_named_after_the_activity_and_never_after_a_person(store: Store, show_list: ShowList) -> None:
    activity = add_activity(store, "Soep/../op & wöensdag", datetime(2026, 10, 14, 12))
    signed_up(store, activity, [add_person(store, "Karel Geheim")])

    out = show_list(activity)

    assert out.drawn is not None
    assert file_name(out.drawn.sheet) == "attendance-list-soep-op-woensdag-2026-10-14.pdf"
    assert "geheim" not in dialog_of(out)._paper.file_name
    dialog_of(out).reject()


def test_a_list_by_street_with_photo_ok_in_large_letters(store: Store, show_list: ShowList, qtbot: QtBot) -> None:
    activity = add_activity(store)
    signed_up(store, activity, [add_person(store), add_person(store, "Joke Brinkman", "Berkenpad 9")])
    out = show_list(activity)
    options, dialog = options_of(out), dialog_of(out)
    assert out.drawn is not None
    code = out.drawn.sheet.code

    order = options.form.field("order").input
    qtbot.keyClick(order, Qt.Key.Key_Down)
    assert not dialog.print_button.isEnabled(), "what is chosen now is not drawn yet"
    for name in ("photo", "big"):
        qtbot.keyClick(options.form.field(name).input, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: out.drawn is not None and out.drawn.sheet.is_big, timeout=15_000)
    qtbot.waitUntil(dialog.print_button.isEnabled, timeout=15_000)

    sheet = out.drawn.sheet
    assert (sheet.order, sheet.photo, sheet.is_big, sheet.code) == ("street", True, True, code)
    assert [(name.name, name.note, name.street) for name in sheet.names] == [
        ("Joke Brinkman", "no. 9", "Berkenpad"),
        ("Henk van der Meer", "no. 5", "Klaverstraat"),
    ]
    told = text_of(out)
    assert "Berkenpad" in told
    assert "photo ok" in told
    assert "names, streets and house numbers" in dialog._what.text()
    assert out.outgoing(out.drawn, 1).fields == ("name", "address", "photo")
    dialog.reject()
