"""Columns of the list of people: chosen, moved, sized, sorted by, and kept; streets that fold; filters with a cross."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from people_screen import page_of, settled, shown, words
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from builders import DONE, add_people, add_person, new_store
from buurtapp.core.settings import Settings, load_settings, save_settings
from buurtapp.core.store import Store
from buurtapp.features.people.actions import consents
from buurtapp.features.people.records import ConsentDraft
from buurtapp.features.people.ui.column_choice import Layout, read_layout
from buurtapp.features.people.ui.columns import ADDRESS, BY_KEY, HOUSE, LABELS, NAME, PHONE, TICK
from buurtapp.features.people.ui.page import PeoplePage
from buurtapp.uikit.desk import Desk
from uikit_builders import desk_for

pytestmark = pytest.mark.qt_log_ignore("does not support (raise|grabbing the keyboard)", extend=True)
EMAIL = BY_KEY["email"].at[0]


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


def columns(page: PeoplePage) -> list[str]:
    """The headings in sight, from left to right."""
    table = page.list.table
    header = table.horizontalHeader()
    order = [header.logicalIndex(at) for at in range(header.count())]
    return [
        str(page.list.model.headerData(one, Qt.Orientation.Horizontal))
        for one in order
        if not table.isColumnHidden(one)
    ][1:]


# What is kept


@given(st.text(max_size=80))
def test_whatever_was_kept_a_layout_comes_of_it(written: str) -> None:
    layout = read_layout(written)

    assert "name" in layout.shown
    assert read_layout(layout.written()) == layout


@pytest.mark.parametrize(
    ("written", "wanted"),
    [
        ("", Layout()),
        ("2|door,name||place", Layout()),
        (
            "1|phone,name,phone,tail|phone=120,name=x,tail=9|-phone",
            Layout(("phone", "name"), (("phone", 120),), "phone", down=True),
        ),
        ("1|door||weight", Layout(("name", "door"))),
        ("1|door,name|name=5,door=99999|place", Layout(("door", "name"), (("name", 40), ("door", 800)))),
    ],
)
def test_what_is_unknown_or_old_is_left_out(written: str, wanted: Layout) -> None:
    assert read_layout(written) == wanted


def test_settings_keep_how_lists_were_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BUURTAPP_SETTINGS", str(tmp_path / "buurtapp.ini"))
    left = Settings().with_list("people", "1|name||name").with_list("other", "x").with_list("other", "")
    save_settings(left)

    assert load_settings().of_list("people") == "1|name||name"
    assert load_settings().of_list("other") == ""
    ini = tmp_path / "buurtapp.ini"
    ini.write_text(ini.read_text("utf-8").replace('{"people"', "[damaged"), "utf-8")
    assert load_settings().lists == ()


# Choosing, moving, sizing


def test_columns_are_chosen_and_moved_by_keyboard_and_stay(qtbot: QtBot, desk: Desk, store: Store) -> None:
    add_person(store, emails=["henk@example.org"])
    page = page_of(qtbot, desk)
    before = columns(page)
    assert before[:2] == ["No.", "Name"]

    dialog = page.list.choose_columns()
    qtbot.waitExposed(dialog)
    keys = [str(dialog.list.item(at).data(Qt.ItemDataRole.UserRole)) for at in range(dialog.list.count())]
    dialog.list.setFocus()
    for _step in range(keys.index("email")):
        qtbot.keyClick(dialog.list, Qt.Key.Key_Down)
    qtbot.keyClick(dialog.list, Qt.Key.Key_Space)
    assert columns(page)[-1] == "E-mail"
    assert page.list.model.index(1, EMAIL).data() == "henk@example.org"
    for _step in range(3):
        qtbot.keyClick(dialog, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(dialog.ready, Qt.Key.Key_Return)
    qtbot.waitUntil(page.list.table.hasFocus)
    chosen = columns(page)
    assert chosen == ["No.", "Name", "Labels", "E-mail", "Contact", "Phone"]

    again = page_of(qtbot, desk)
    assert columns(again) == chosen
    again.list.table.rearranged.emit(again.list.table.layout_.standard())
    assert columns(again) == before
    assert desk.settings.of_list("people") == ""


def test_a_column_that_is_dragged_stays_where_and_as_wide_as_it_is(qtbot: QtBot, desk: Desk, store: Store) -> None:
    add_person(store)
    page = page_of(qtbot, desk)
    header = page.list.table.heads

    header.moveSection(header.visualIndex(LABELS), header.visualIndex(NAME))
    header.resizeSection(LABELS, 200)
    qtbot.waitUntil(lambda: "labels=200" in desk.settings.of_list("people"))

    again = page_of(qtbot, desk)
    assert columns(again)[:3] == ["No.", "Labels", "Name"]
    assert again.list.table.columnWidth(LABELS) == 200
    assert again.list.table.horizontalHeader().visualIndex(TICK) == 0


def test_the_menu_of_a_heading_sorts_and_leaves_it_out(qtbot: QtBot, desk: Desk, store: Store) -> None:
    add_person(store, "Henk Bos", "Klaverstraat 5", labels=["soep"])
    add_person(store, "Ria Bos", "Klaverstraat 7", labels=["auto"])
    add_person(store, "Aad Bos", "Klaverstraat 9")
    page = page_of(qtbot, desk)
    header = page.list.table.heads

    def choose(at: int) -> None:
        header.customContextMenuRequested.emit(QPoint(header.sectionViewportPosition(LABELS) + 5, 5))
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        for _step in range(at):
            qtbot.keyClick(menu, Qt.Key.Key_Down)
        qtbot.keyClick(menu, Qt.Key.Key_Return)

    choose(1)
    assert shown(page) == ["Ria Bos", "Henk Bos", "Aad Bos"], "whoever has none comes last"
    choose(2)
    assert shown(page) == ["Henk Bos", "Ria Bos", "Aad Bos"]
    assert not page.list.table.isColumnHidden(ADDRESS)
    assert page.list.table.isColumnHidden(HOUSE)
    assert "Sorted by Labels, downwards" in header.accessibleDescription()
    choose(3)
    assert "Labels" not in columns(page)


def test_a_heading_is_clicked_twice_for_the_other_way_round(qtbot: QtBot, desk: Desk, store: Store) -> None:
    add_person(store, "Henk Bos", "Klaverstraat 5", phones=["06 0000 0222"])
    add_person(store, "Ria Bos", "Vlierhof 7", phones=["06 0000 0111"])
    page = page_of(qtbot, desk)

    page.list.table.heads.sectionClicked.emit(PHONE)
    assert shown(page) == ["Ria Bos", "Henk Bos"]
    page.list.table.heads.sectionClicked.emit(PHONE)
    assert shown(page) == ["Henk Bos", "Ria Bos"]
    assert page.filters.order_box.currentText() == "By column: Phone" or not page.filters.order_box.isVisible()
    page.list.table.heads.sectionClicked.emit(ADDRESS)
    page.list.table.heads.sectionClicked.emit(HOUSE)
    assert next(row for row in shown(page) if "|" in row).startswith("Vlierhof"), "streets turn round as well"


# Streets that fold


def test_a_street_folds_by_key_and_mouse_and_ctrl_a_still_takes_everybody(
    qtbot: QtBot, desk: Desk, store: Store
) -> None:
    people = add_people(store, 3)
    toos = add_person(store, "Toos van 't Hek", "Vlierhof 1")
    page = page_of(qtbot, desk)
    table = page.list.table
    page.list.focus_list()
    qtbot.keyClick(table, Qt.Key.Key_Up)

    qtbot.keyClick(table, Qt.Key.Key_Left)
    assert len(shown(page)) == 3
    assert "folded" in str(page.list.model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole))
    qtbot.keyClick(table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert set(page.list.ticked()) == {*people, toos}
    assert table.heads.ticked() == Qt.CheckState.Checked
    qtbot.keyClick(table, Qt.Key.Key_Right)
    assert len(shown(page)) == 6
    qtbot.mouseClick(
        table.viewport(), Qt.MouseButton.LeftButton, pos=table.visualRect(page.list.model.index(0, 1)).center()
    )
    assert len(shown(page)) == 3

    page.show_place(person=people[1])
    qtbot.waitUntil(lambda: page.list.model.row_of(people[1]) >= 0)


def test_space_on_a_street_ticks_who_lives_there(qtbot: QtBot, desk: Desk, store: Store) -> None:
    people = add_people(store, 3)
    add_person(store, "Toos van 't Hek", "Vlierhof 1")
    page = page_of(qtbot, desk)
    page.list.focus_list()
    qtbot.keyClick(page.list.table, Qt.Key.Key_Up)

    qtbot.keyClick(page.list.table, Qt.Key.Key_Space)
    assert page.list.ticked() == tuple(people)
    qtbot.keyClick(page.list.table, Qt.Key.Key_Space)
    assert page.list.ticked() == ()


# Filters


def test_filters_go_together_and_come_off_one_by_one(qtbot: QtBot, desk: Desk, store: Store) -> None:
    henk = add_person(store, "Henk Bos", "Klaverstraat 5", phones=["06 0000 0111"])
    ria = add_person(store, "Ria Bos", "Klaverstraat 7")
    add_person(store, "Aad Bos", "Klaverstraat 9", do_not_approach=True)
    store.write(DONE, consents.note_consent, [henk, ria], ["letter"], ConsentDraft("given", date(2026, 10, 1)))
    page = page_of(qtbot, desk)
    offered = [page.filters.choice.itemText(at) for at in range(page.filters.choice.count())]
    assert {"Without a phone 2", "Do not approach 1", "Post in the letterbox: allowed 2"} <= set(offered)

    page.filters.also.emit("consent:letter:given")
    page.filters.also.emit("no_phone")
    assert shown(page)[1:] == ["Ria Bos"]
    page.list.tick_all()
    assert "Without a phone" in words(page.filters.active)
    qtbot.keyClick(page.filters.active.buttons[-1], Qt.Key.Key_Return)
    assert shown(page)[1:] == ["Henk Bos", "Ria Bos"]
    assert page.list.ticked() == (ria,), "ticks stay"

    qtbot.keyClicks(page.search_field, "aad")
    assert "Nobody found with “aad”." in words(page.list)
    assert "Only these are looked at: Post in the letterbox: allowed." in words(page.list)
    qtbot.keyClick(page.list.widen_button, Qt.Key.Key_Return)
    assert shown(page)[1:] == ["Aad Bos"]
    assert not page.filters.active.isVisible()
    settled(qtbot, desk)


def test_escape_empties_the_search_and_then_takes_filters_off(qtbot: QtBot, desk: Desk, store: Store) -> None:
    add_person(store, "Henk Bos", "Klaverstraat 5")
    add_person(store, "Ria Bos", "Klaverstraat 7", phones=["06 0000 0111"])
    page = page_of(qtbot, desk)
    page.filters.also.emit("no_phone")
    qtbot.keyClicks(page.search_field, "bos")

    qtbot.keyClick(page.search_field, Qt.Key.Key_Escape)
    assert (page.search_field.text(), page.list.finding.also) == ("", ("no_phone",))
    qtbot.keyClick(page.search_field, Qt.Key.Key_Escape)
    assert page.list.finding.also == ()
    assert replace(page.list.finding) == page.list.finding.everybody()
