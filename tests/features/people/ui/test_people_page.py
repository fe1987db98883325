"""The workspace People by keyboard: finding, ticking, changing, adding and deleting neighbours."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from people_screen import mode, page_of, settled, shown, stands_on, words
from PySide6.QtCore import QMimeData, QModelIndex, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from builders import DONE, add_people, add_person, new_store
from buurtapp.core.i18n import text
from buurtapp.core.store import Store
from buurtapp.core.store.work import Work
from buurtapp.features.people.actions import people as actions
from buurtapp.features.people.queries import cards, listing
from buurtapp.features.people.tables import LooseEnd
from buurtapp.features.people.ui.side_panel import panel_width
from buurtapp.uikit import theme as look
from buurtapp.uikit.controls import Button
from buurtapp.uikit.desk import Desk
from uikit_builders import Answers, desk_for

LONG = "Aa" + "b" * 300
ODD = ("<b>Henk</b> <img src=x>", "مريم الحسن", "🙂🙂 Emoji", LONG, "Jan\nvan\u2028Dijk", "Tom & Jerry &amp; co")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with new_store(tmp_path) as made:
        yield made


@pytest.fixture
def desk(store: Store, qtbot: QtBot) -> Iterator[Desk]:
    made = desk_for(store)
    yield made
    made.jobs.close()


def has_keyboard(widget: QWidget) -> bool:
    focused = QApplication.focusWidget()
    return focused is not None and widget.isAncestorOf(focused)


# Finding


def test_people_stand_below_their_street_with_counts(qtbot: QtBot, desk: Desk, store: Store) -> None:
    add_person(store, "Henk van der Meer", "Klaverstraat 5")
    add_person(store, "Marijke van der Meer", "Klaverstraat 5")
    add_person(store, "Gerrit de Boer", "Klaverstraat 3")
    add_person(store, "Zonder Adres", "")

    page = page_of(qtbot, desk)

    assert shown(page) == [
        "Klaverstraat | 3 people at 2 addresses",
        *("Gerrit de Boer", "Henk van der Meer", "Marijke van der Meer"),
        "No address | 1 person",
        "Zonder Adres",
    ]
    assert "Everybody 4" in words(page.filters)


def test_each_letter_finds_and_the_panel_follows(qtbot: QtBot, desk: Desk, store: Store) -> None:
    add_person(store, "Henk van der Meer", "Klaverstraat 5")
    toos = add_person(store, "Toos van 't Hek", "Klaverstraat 11", phones=["06 0000 0111"])
    page = page_of(qtbot, desk)
    told: list[int] = []
    page.list_shown.connect(told.append)

    qtbot.keyClicks(page.search_field, "toos")

    assert shown(page) == ["Klaverstraat | 1 person at 1 address", "Toos van 't Hek"]
    assert len(told) == 4
    assert told[-1] == 1
    stands_on(qtbot, page, toos)
    qtbot.waitUntil(lambda: "06 0000 0111" in words(page.panel.view))


def test_nobody_found_can_be_added_as_a_new_neighbour(qtbot: QtBot, desk: Desk, store: Store) -> None:
    add_person(store)
    page = page_of(qtbot, desk)
    qtbot.keyClicks(page.search_field, "xyz")
    assert "Nobody found with “xyz”." in words(page.list)

    qtbot.keyClick(page.list.add_button, Qt.Key.Key_Return)

    assert mode(page) == "add"
    assert page.panel.add().form.text("name") == "xyz"


def test_an_empty_file_says_how_to_begin(qtbot: QtBot, desk: Desk) -> None:
    page = page_of(qtbot, desk)

    assert "Nobody in the list yet" in words(page.list)
    assert page.list.import_button.isVisible()


def test_letters_typed_in_the_list_go_to_the_search(qtbot: QtBot, desk: Desk, store: Store) -> None:
    add_person(store, "Henk van der Meer")
    add_person(store, "Toos van 't Hek")
    page = page_of(qtbot, desk)
    qtbot.keyClick(page.search_field, Qt.Key.Key_Down)
    assert page.list.table.hasFocus()

    qtbot.keyClick(page.list.table, "t")

    assert page.search_field.hasFocus()
    assert page.search_field.text() == "t"


def test_a_label_filters_and_goes_away_with_its_last_person(qtbot: QtBot, desk: Desk, store: Store) -> None:
    people = [add_person(store, f"{name} Jansen", labels=["soep"]) for name in ("Henk", "Ria")]
    add_person(store, "Toos van 't Hek")
    page = page_of(qtbot, desk)

    qtbot.keyClick(page.filters.choice, Qt.Key.Key_Down)

    assert page.filters.choice.currentText() == "soep 2"
    assert shown(page)[1:] == ["Henk Jansen", "Ria Jansen"]
    store.write(DONE, actions.unlabel_people, people, "soep")
    qtbot.waitUntil(lambda: page.list.finding.label_id is None)
    assert len(shown(page)) == 4


def test_by_name_there_are_no_streets(qtbot: QtBot, desk: Desk, store: Store) -> None:
    add_person(store, "Henk van der Meer", "Klaverstraat 5")
    add_person(store, "Aaltje Brinkman", "Vlierhof 1")
    page = page_of(qtbot, desk)

    qtbot.keyClick(page.filters.order_box, Qt.Key.Key_Down)

    assert shown(page) == ["Aaltje Brinkman", "Henk van der Meer"]
    first = page.list.model.index(1, 3).data()
    assert first == "van der Meer, Henk"
    heights = {page.list.table.rowHeight(row) for row in range(2)}
    assert len(heights) == 1


def test_the_state_of_the_list_stays_when_somebody_changes(qtbot: QtBot, desk: Desk, store: Store) -> None:
    add_people(store, 60)
    page = page_of(qtbot, desk)
    page.list.show_person(page.list.model.ids()[50])
    at = page.list.table.verticalScrollBar().value()
    assert at > 0

    added = add_person(store, "Zus van Zo", "Zandpad 1")

    qtbot.waitUntil(lambda: page.list.model.row_of(added) >= 0)
    assert page.list.table.verticalScrollBar().value() == at
    assert page.list.table.currentIndex().row() == 50


# Ticks


def test_space_ticks_and_the_bar_counts(qtbot: QtBot, desk: Desk, store: Store) -> None:
    first, second, _third = add_people(store, 3)
    page = page_of(qtbot, desk)
    qtbot.keyClick(page.search_field, Qt.Key.Key_Down)

    qtbot.keyClick(page.list.table, Qt.Key.Key_Space)
    assert "1 chosen" in words(page.bulk)
    qtbot.keyClick(page.list.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)

    assert page.list.ticked() == (first, second)
    assert "2 chosen" in words(page.bulk)
    qtbot.keyClick(page.bulk.clear, Qt.Key.Key_Return)
    assert not page.bulk.isVisible()


def test_ctrl_a_ticks_all_that_are_found_and_sign_up_takes_them_along(qtbot: QtBot, desk: Desk, store: Store) -> None:
    people = add_people(store, 4)
    add_person(store, "Toos van 't Hek", "Vlierhof 1")
    page = page_of(qtbot, desk)
    gone: list[tuple[str, object]] = []
    desk.asked_to_go.connect(lambda name, where: gone.append((name, where)))
    qtbot.keyClicks(page.search_field, "klaver")
    page.list.focus_list()

    qtbot.keyClick(page.list.table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(page.bulk.sign_up, Qt.Key.Key_Return)

    assert page.list.table.heads.ticked() == Qt.CheckState.Checked
    assert gone == [("activities", {"sign_up": tuple(people)})]


def test_the_box_in_the_heading_ticks_all_and_none(qtbot: QtBot, desk: Desk, store: Store) -> None:
    add_people(store, 3)
    page = page_of(qtbot, desk)
    heads = page.list.table.heads

    qtbot.mouseClick(heads.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(20, 10))
    assert len(page.list.model.ticked) == 3

    qtbot.mouseClick(heads.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(20, 10))
    assert page.list.model.ticked == set()


def test_a_label_is_given_to_all_that_are_ticked(qtbot: QtBot, desk: Desk, store: Store) -> None:
    people = add_people(store, 3)
    page = page_of(qtbot, desk)
    page.list.tick_all()

    qtbot.keyClick(page.bulk.give, Qt.Key.Key_Return)
    qtbot.keyClicks(page.bulk.label, "diabetes")
    assert "Better not write this down." in words(page.bulk)
    page.bulk.label.clear()
    qtbot.keyClicks(page.bulk.label, "soep")
    assert "Better not" not in words(page.bulk)
    qtbot.keyClick(page.bulk.label, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: store.read(listing.ids_with_label, "soep") == people)
    qtbot.waitUntil(lambda: page.filters.choice.itemText(1) == "soep 3")


def test_deleting_people_asks_with_their_number(qtbot: QtBot, desk: Desk, store: Store) -> None:
    add_people(store, 3)
    answers = desk.choosing
    assert isinstance(answers, Answers)
    page = page_of(qtbot, desk)
    page.list.tick_all()

    answers.is_sure = False
    page.bulk.delete.click()
    assert answers.asked == ["Delete 3 people?"]
    settled(qtbot, desk)
    assert store.read(listing.count) == 3

    answers.is_sure = True
    page.bulk.delete.click()
    qtbot.waitUntil(lambda: store.read(listing.count) == 0)
    qtbot.waitUntil(lambda: not page.bulk.isVisible())


# Loose ends, files, room


def test_loose_ends_are_settled_one_by_one(qtbot: QtBot, desk: Desk, store: Store) -> None:
    def leave_over(work: Work) -> None:
        for row in (3, 4):
            made = LooseEnd(
                source="buren.xlsx", row=row, column="", kind="no_person", text=f"rij {row}", created_at=work.now
            )
            work.add(made)

    store.write(text("Done"), leave_over)
    page = page_of(qtbot, desk)
    assert "To sort out 2" in words(page.filters)

    qtbot.keyClick(page.filters.loose_ends, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "buren.xlsx, row 3" in words(page.panel))
    focused = QApplication.focusWidget()
    assert isinstance(focused, Button)
    qtbot.keyClick(focused, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: [end.row for end in store.read(cards.loose_ends)] == [4])
    qtbot.waitUntil(lambda: "row 3" not in words(page.panel))


def test_a_file_dropped_on_the_page_is_a_list_to_read(
    qtbot: QtBot, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = page_of(qtbot, desk)
    asked: list[dict[str, object]] = []
    monkeypatch.setattr(page.ways_in, "read_list", lambda file: asked.append({"file": file}))
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(tmp_path / "buren.xlsx"))])

    def drop(what: QMimeData) -> None:
        page.dropEvent(
            QDropEvent(
                QPointF(5, 5),
                Qt.DropAction.CopyAction,
                what,
                Qt.MouseButton.LeftButton,
                Qt.KeyboardModifier.NoModifier,
            )
        )

    drop(dropped)
    from_afar = QMimeData()
    from_afar.setUrls([QUrl("https://example.org/buren.xlsx")])
    drop(from_afar)

    assert asked == [{"file": tmp_path / "buren.xlsx"}]


def test_the_import_is_shown_and_goes_away(qtbot: QtBot, desk: Desk) -> None:
    page = page_of(qtbot, desk)

    page.show_place(importing=True)
    view = page.import_view()
    assert view is not None
    assert view.isVisible()

    view.closed.emit(0)
    assert page.head.isVisible()


def test_when_narrow_the_panel_opens_over_the_list_and_keeps_the_keyboard(
    qtbot: QtBot, desk: Desk, store: Store
) -> None:
    number = add_person(store)
    page = page_of(qtbot, desk, 692)
    assert not page.panel.isVisible()
    page.list.focus_list()

    qtbot.keyClick(page.list.table, Qt.Key.Key_Return)
    assert page.panel.view.isVisible()
    assert page.panel.view.number == number
    left = page.panel.mapTo(page, QPoint(0, 0)).x()
    assert page.list.isVisible()
    assert page.list.mapTo(page, QPoint(0, 0)).x() + 90 < left < page.width() - 300
    for _key in range(25):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        assert has_keyboard(page.panel)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Backtab)
    assert has_keyboard(page.panel)

    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert not page.panel.isVisible()
    assert page.list.table.hasFocus()


@pytest.mark.parametrize("ticks", [False, True])
def test_a_usual_window_shows_fifteen_rows(qtbot: QtBot, desk: Desk, store: Store, *, ticks: bool) -> None:
    add_people(store, 30)
    page = page_of(qtbot, desk)
    # A window of 1366 × 860 leaves so much to a page: below the menus, beside the side bar.
    page.resize(1158, 832)
    if ticks:
        page.list.tick_all()
    qtbot.waitUntil(lambda: page.bulk.isVisible() == ticks)
    table = page.list.table

    assert table.rowHeight(1) == 40
    whole = [
        row for row in range(31) if table.rowViewportPosition(row) + table.rowHeight(row) <= table.viewport().height()
    ]

    assert len(whole) - 1 >= 15


def test_odd_names_stretch_nothing_and_stay_plain(qtbot: QtBot, desk: Desk, store: Store) -> None:
    numbers = [
        add_person(store, name, "Klaverstraat 1", labels=[name], note=name, emails=["a" * 60 + "@example.org"])
        for name in ODD
    ]
    page = page_of(qtbot, desk)
    room = page.minimumSizeHint()

    for number in numbers:
        page.show_place(person=number)
        page.grab()
        card = store.read(cards.card, number)
        assert " ".join(card.name.spoken.split()) in words(page.panel.view)
        assert page.panel.width() == panel_width(look.current())
        inside = page.panel.view.name
        assert inside.mapTo(page.panel, QPoint(inside.width(), 0)).x() <= page.panel.width()
        page.panel.edit(number)
        page.grab()
    assert page.minimumSizeHint() == room
    assert page.width() == 1158


def test_a_list_by_name_keeps_row_heights(qtbot: QtBot, desk: Desk, store: Store) -> None:
    for street in ("Aagje", "Bepje", "Cato"):
        add_person(store, f"Buur {street}", f"{street}straat 1")
    page = page_of(qtbot, desk)
    assert page.list.table.rowHeight(0) < page.list.table.rowHeight(1)

    page.filters.ordered.emit("name")

    assert len({page.list.table.rowHeight(row) for row in range(page.list.model.rowCount())}) == 1
    assert page.list.model.index(0, 0, QModelIndex()).isValid()
