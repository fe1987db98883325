"""The commonest tasks in Mensen by keyboard alone, in the real window: each key is pressed and counted."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from builders import DONE, NOW, add_activity, add_person, new_store
from buurtapp.core.clock import FixedClock
from buurtapp.core.i18n import set_language
from buurtapp.core.settings import Settings
from buurtapp.exchange.read import read_data
from buurtapp.features.activities.actions import attend
from buurtapp.features.people.queries import cards, listing
from buurtapp.features.people.records import PersonCard
from buurtapp.features.people.rules.consents import state_of
from buurtapp.features.people.ui.columns import LAST
from buurtapp.features.people.ui.page import PeoplePage
from buurtapp.shell.window import MainWindow
from buurtapp.uikit.controls import Button
from buurtapp.uikit.desk import Desk
from buurtapp.uikit.jobs import Jobs
from uikit_builders import Answers

pytestmark = [
    pytest.mark.timeout(120),
    pytest.mark.qt_log_ignore("does not support (raise|grabbing the keyboard)", extend=True),
]
CTRL, SHIFT, NONE = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.NoModifier,
)


class Keys:
    """Somebody with nothing but a keyboard before the window; `pressed` counts."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self.window = window
        self.qtbot = qtbot
        self.pressed = 0

    @property
    def page(self) -> PeoplePage:
        page = self.window.pages["people"]
        assert isinstance(page, PeoplePage)
        return page

    def here(self) -> QWidget:
        popup = QApplication.activePopupWidget()
        if popup is None:
            self.window.activateWindow()
            self.qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
        widget = popup or QApplication.focusWidget()
        assert widget is not None
        return widget

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE, times: int = 1) -> None:
        for _ in range(times):
            self.qtbot.keyClick(self.here(), key, modifiers)
            self.pressed += 1

    def write(self, words: str) -> None:
        self.qtbot.keyClicks(self.here(), words)
        self.pressed += len(words)

    def tab_to(self, widget: QWidget, most: int = 15) -> None:
        """Press Tab until the keyboard is there."""
        for _ in range(most):
            if widget.hasFocus() or widget.isAncestorOf(self.here()):
                return
            self.press(Qt.Key.Key_Tab)
        raise AssertionError(f"{most} times Tab do not lead to {widget.accessibleName()}")

    def choose(self, words: str) -> None:
        """Go down a menu to what begins like this, and choose it."""
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        for _ in range(20):
            action = menu.activeAction()
            if action is not None and action.text().replace("&", "").startswith(words):
                self.press(Qt.Key.Key_Return)
                return
            self.press(Qt.Key.Key_Down)
        raise AssertionError([action.text() for action in menu.actions()])

    def settle(self) -> None:
        self.qtbot.waitUntil(self.window.desk.jobs.is_idle, timeout=15_000)
        QApplication.sendPostedEvents()

    def names(self) -> list[str]:
        model = self.page.list.model
        records = [model.record(row) for row in range(model.rowCount())]
        return [record.person.name.spoken for record in records if record is not None]


@pytest.fixture
def keys(tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Keys]:
    monkeypatch.setenv("BUURTAPP_SETTINGS", str(tmp_path / "buurtapp.ini"))
    monkeypatch.setenv("BUURTAPP_DATA", str(tmp_path / "data"))
    set_language("en")
    with new_store(tmp_path) as store:
        henk = add_person(store, "Henk van der Meer", "Klaverstraat 5", phones=["06 0000 0105"], labels=["soep"])
        add_person(store, "Marijke van der Meer", "Klaverstraat 5", labels=["coördinator"])
        toos = add_person(store, "Toos van 't Hek", "Klaverstraat 11", phones=["06 0000 0111"])
        add_person(store, "Coby Zandstra", "Meidoornlaan 2")
        add_person(store, "C. Zandstra", "Meidoornlaan 2", phones=["06 0000 0202"])
        for day, person in ((7, toos), (1, henk)):
            activity = add_activity(store, "Soep", datetime(2026, 10, day, 18))
            store.write(DONE, attend.set_present, activity, person, present=True)
        path = store.path
    window = MainWindow(Desk(Jobs(), Settings(language="en", theme="light"), FixedClock(NOW), Answers()))
    qtbot.addWidget(window)
    window.resize(1366, 860)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    with qtbot.waitSignal(window.data_shown, timeout=15_000):
        window.begin(path)
    made = Keys(window, qtbot)
    window.show_page("people")
    made.settle()
    qtbot.waitUntil(lambda: len(made.names()) == 5)
    made.page.search_field.setFocus()
    yield made
    made.settle()
    window.close()
    set_language("nl")


def card_of(keys: Keys, name: str) -> PersonCard:
    """The card of the one whom this finds."""
    store = keys.window.desk.store
    assert store is not None
    return store.read(cards.card, store.read(listing.find_ids, name, 1)[0])


def read(widget: QWidget) -> str:
    """Everything that can be read in a widget now."""
    found = [one.text() for one in widget.findChildren(QLabel) if one.isVisibleTo(widget)]
    return "\n".join((*found, *(one.text() for one in widget.findChildren(QPushButton) if one.isVisibleTo(widget))))


def test_1_find_somebody_by_two_words_and_read_their_phone(keys: Keys, qtbot: QtBot) -> None:
    keys.press(Qt.Key.Key_F, CTRL)
    keys.write("hek klav")

    assert keys.names() == ["Toos van 't Hek"]
    qtbot.waitUntil(lambda: "06 0000 0111" in read(keys.page.panel))
    assert keys.pressed <= 9


def test_2_add_somebody(keys: Keys, qtbot: QtBot) -> None:
    keys.press(Qt.Key.Key_N, CTRL)
    keys.write("Wilma Pinas")
    keys.press(Qt.Key.Key_Tab)
    keys.write("Klaverstraat")
    keys.press(Qt.Key.Key_Tab)
    keys.write("19")
    keys.press(Qt.Key.Key_Return, CTRL)

    qtbot.waitUntil(lambda: "Wilma Pinas" in keys.names())
    assert card_of(keys, "pinas").door.line == "Klaverstraat 19"
    assert keys.pressed <= 4 + len("Wilma PinasKlaverstraat19")


def test_3_change_a_phone(keys: Keys, qtbot: QtBot) -> None:
    keys.write("henk")
    keys.press(Qt.Key.Key_Down)
    keys.press(Qt.Key.Key_Return)
    keys.tab_to(keys.page.panel.edit_page().form.field("phones").input)
    keys.press(Qt.Key.Key_A, CTRL)
    keys.write("06 0000 0333")
    keys.press(Qt.Key.Key_Escape)

    qtbot.waitUntil(lambda: card_of(keys, "henk").phones == ("+31600000333",))
    assert keys.page.panel.mode == "view"
    assert keys.pressed <= 36


def test_4_give_a_label_to_somebody(keys: Keys, qtbot: QtBot) -> None:
    keys.write("toos")
    keys.press(Qt.Key.Key_Down)
    keys.press(Qt.Key.Key_Space)
    keys.tab_to(keys.page.bulk)
    if not keys.page.bulk.give.isVisible():
        keys.tab_to(keys.page.bulk.more)
        keys.press(Qt.Key.Key_Return)
        keys.choose("Give a label")
    else:
        keys.tab_to(keys.page.bulk.give)
        keys.press(Qt.Key.Key_Return)
    keys.write("wandelen")
    keys.press(Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: card_of(keys, "toos").labels == ("wandelen",))
    assert keys.pressed <= 32


def test_5_tick_a_street_and_see_its_labels_on_paper(keys: Keys, qtbot: QtBot) -> None:
    keys.press(Qt.Key.Key_Down)
    keys.press(Qt.Key.Key_Up)
    keys.press(Qt.Key.Key_Space)
    assert "3 chosen" in read(keys.page.bulk)
    keys.tab_to(keys.page.bulk.papers["labels"])
    view = keys.page.papers.view()
    with qtbot.waitSignal(view.parts.preview.drawn, timeout=15_000):
        keys.press(Qt.Key.Key_Return)

    assert "2 labels to stick, 1 sheet of A4" in read(view)
    assert keys.pressed <= 6


def test_6_only_those_of_the_core(keys: Keys, qtbot: QtBot) -> None:
    qtbot.waitUntil(keys.page.filters.chips["core"].isVisible)
    keys.tab_to(keys.page.filters.everybody)
    keys.press(Qt.Key.Key_Right)

    assert keys.names() == ["Marijke van der Meer"]
    keys.press(Qt.Key.Key_F, CTRL)
    keys.press(Qt.Key.Key_Escape)
    assert len(keys.names()) == 5, "Escape takes the filter off"
    assert keys.pressed <= 10


def test_7_who_came_last_stands_first(keys: Keys, qtbot: QtBot) -> None:
    keys.press(Qt.Key.Key_Down)
    keys.press(Qt.Key.Key_F10, SHIFT)
    # A key that asks for a menu does not come through by itself without a window system.
    if QApplication.activePopupWidget() is None:
        table = keys.page.list.table
        asked = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(5, 5), table.mapToGlobal(QPoint(5, 5)))
        QApplication.sendEvent(table, asked)
    keys.choose("Sort by")
    keys.choose("Last time")
    keys.settle()
    qtbot.waitUntil(lambda: keys.names()[:2] == ["Toos van 't Hek", "Henk van der Meer"])
    assert keys.page.list.model.headerData(LAST, Qt.Orientation.Horizontal, Qt.ItemDataRole.AccessibleTextRole) == (
        "Last time, sorted downwards"
    )
    assert keys.pressed <= 14


def test_8_note_a_consent(keys: Keys, qtbot: QtBot) -> None:
    keys.write("toos")
    keys.press(Qt.Key.Key_Down)
    block = keys.page.panel.view.consents
    toos = card_of(keys, "toos").id
    qtbot.waitUntil(lambda: keys.page.panel.view.number == toos)
    keys.settle()
    keys.tab_to(block.lines["phone"])
    keys.press(Qt.Key.Key_Return)
    assert block.choice.answers["given"].hasFocus()
    keys.press(Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: state_of(card_of(keys, "toos").consents, "phone").state == "given")
    assert keys.pressed <= 14


def test_9_make_one_of_two_doubles(keys: Keys, qtbot: QtBot) -> None:
    keys.tab_to(keys.page.head.doubles_button)
    keys.press(Qt.Key.Key_Return)
    keys.settle()
    view = keys.page.doubles.view()
    qtbot.waitUntil(lambda: view.model.rowCount() == 1)
    keys.press(Qt.Key.Key_1)

    qtbot.waitUntil(lambda: card_of(keys, "zandstra").phones == ("+31600000202",))
    assert keys.pressed <= 4


def test_10_read_a_list_that_was_copied_and_export_it(keys: Keys, qtbot: QtBot, tmp_path: Path) -> None:
    QGuiApplication.clipboard().setText(
        "Naam\tAdres\nBets Kuipers\tMeidoornlaan 15\nTheo in 't Veld\tMeidoornlaan 21\n"
    )
    keys.tab_to(keys.page.head.import_button)
    keys.press(Qt.Key.Key_Return)
    view = keys.page.import_view()
    assert view is not None
    keys.press(Qt.Key.Key_V, CTRL)
    keys.settle()
    for _step in range(8):
        if keys.page.list.isVisible():
            break
        button = next(one for one in view.findChildren(Button) if one.isVisible() and one.property("kind") == "primary")
        qtbot.waitUntil(button.isEnabled, timeout=15_000)
        keys.tab_to(button, 40)
        keys.press(Qt.Key.Key_Return)
        keys.settle()
    qtbot.waitUntil(lambda: {"Bets Kuipers", "Theo in 't Veld"} <= set(keys.names()))
    assert keys.pressed <= 60

    answers = keys.window.desk.choosing
    assert isinstance(answers, Answers)
    answers.file = tmp_path / "buren.csv"
    keys.pressed = 0
    keys.page.list.focus_list()
    keys.press(Qt.Key.Key_A, CTRL)
    keys.tab_to(keys.page.bulk)
    keys.tab_to(keys.page.bulk.more)
    with qtbot.waitSignal(keys.window.desk.told, timeout=15_000):
        keys.press(Qt.Key.Key_Return)
        keys.choose("Export")
        keys.choose("List for other")
    keys.settle()
    rows = read_data(answers.file.read_bytes(), "buren.csv").tables[0].lines
    assert len(rows) == 1 + 7
    assert keys.pressed <= 25
