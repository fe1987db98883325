"""One activity by keyboard: a new one, its fields, a copy, deleting it, and signing up people picked elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from builders import add_activity, add_people, add_person, new_store, printed, signed_up
from buurtapp.core.store import Store
from buurtapp.features.activities import queries
from buurtapp.features.activities.records import ActivityDraft
from buurtapp.features.activities.ui.page import ActivitiesPage
from buurtapp.uikit.desk import Desk
from uikit_builders import Answers, desk_for

SOUP = datetime(2026, 10, 14, 12)


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


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> ActivitiesPage:
    made = ActivitiesPage(desk)
    qtbot.addWidget(made)
    desk.changed.connect(made.refresh)
    made.resize(1158, 800)
    made.show()
    return made


def field(page: ActivitiesPage, name: str) -> QLineEdit:
    """A field of one line: of the new activity when that is shown, else of the one that is open."""
    is_new = page.stack.currentWidget() is page.new_one
    input_ = (page.new_one.form if is_new else page.activity.overview.form).field(name).input
    assert isinstance(input_, QLineEdit)
    return input_


def write(page: ActivitiesPage, qtbot: QtBot, name: str, words: str) -> None:
    """Write other words in a field, with the keyboard."""
    input_ = field(page, name)
    input_.setFocus()
    qtbot.keyClick(input_, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(input_, Qt.Key.Key_Backspace)
    qtbot.keyClicks(input_, words)


def drafts(store: Store) -> list[ActivityDraft]:
    """All activities as they are in the file."""
    return [store.read(queries.card, row.id).draft for row in store.read(queries.listed)]


def opened(page: ActivitiesPage, qtbot: QtBot, number: int, **where: object) -> None:
    """An activity on the screen, with everything that is read in the background."""
    page.show_place(activity=number, **where)
    page.focus_first()
    qtbot.waitUntil(page.desk.jobs.is_idle)


def test_a_new_activity_needs_a_title_and_is_shown_afterwards(page: ActivitiesPage, qtbot: QtBot, store: Store) -> None:
    page.show_place(new=True, day=date(2026, 10, 21))
    page.focus_first()

    qtbot.keyClicks(field(page, "title"), "Voorleesmiddag")
    write(page, qtbot, "start", "15u30")
    write(page, qtbot, "end", "17")
    write(page, qtbot, "place", "De Kas")
    qtbot.keyClick(field(page, "place"), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.stack.currentWidget() is page.activity)

    assert drafts(store) == [
        ActivityDraft(
            "Voorleesmiddag",
            datetime(2026, 10, 21, 15, 30),
            place="De Kas",
            ends_at=datetime(2026, 10, 21, 17),
        )
    ]
    assert page.activity.head.title.text() == "Voorleesmiddag"
    assert page.activity.tab() == "overview"


def test_a_new_activity_that_cannot_be_says_everything_that_is_wrong(
    page: ActivitiesPage, qtbot: QtBot, store: Store
) -> None:
    page.show_place(new=True)

    write(page, qtbot, "start", "25.00")
    qtbot.keyClick(page.new_one.add_button, Qt.Key.Key_Return)

    form = page.new_one.form
    assert form.field("title").problem.text() == "Fill in a title."
    assert form.field("start").problem.text() == "Write a time like 14.30."
    assert field(page, "title").hasFocus()
    assert drafts(store) == []


def test_the_end_goes_along_when_the_start_goes_past_it(page: ActivitiesPage, qtbot: QtBot) -> None:
    page.show_place(new=True)

    write(page, qtbot, "start", "19")
    qtbot.keyClick(field(page, "start"), Qt.Key.Key_Tab)

    assert page.new_one.form.text("start") == "19:00"
    assert page.new_one.form.text("end") == "21:00"


def test_escape_leaves_the_form_of_a_new_activity(page: ActivitiesPage, qtbot: QtBot, store: Store) -> None:
    page.show_place(new=True)

    qtbot.keyClicks(field(page, "title"), "Toch niet")
    qtbot.keyClick(field(page, "title"), Qt.Key.Key_Escape)

    assert page.stack.currentWidget() is page.calendar
    assert drafts(store) == []


def test_a_field_is_saved_when_it_is_left(page: ActivitiesPage, qtbot: QtBot, store: Store) -> None:
    opened(page, qtbot, add_activity(store, starts_at=SOUP))

    write(page, qtbot, "title", "Soep en brood")
    qtbot.keyClick(field(page, "title"), Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: drafts(store)[0].title == "Soep en brood")

    qtbot.waitUntil(lambda: page.activity.head.title.text() == "Soep en brood")


def test_what_is_being_typed_is_saved_when_the_screen_goes_elsewhere(
    page: ActivitiesPage, qtbot: QtBot, store: Store
) -> None:
    first, second = add_activity(store, starts_at=SOUP), add_activity(store, "Fietsen maken", SOUP)
    opened(page, qtbot, first)

    write(page, qtbot, "cost", "2 euro")
    page.show_place(activity=second)
    qtbot.waitUntil(lambda: drafts(store)[0].cost == "2 euro")

    assert page.activity.overview.form.text("cost") == ""
    assert drafts(store)[1].cost == ""


def test_a_wrong_time_is_told_and_leaves_the_file_and_the_keyboard_alone(
    page: ActivitiesPage, qtbot: QtBot, store: Store
) -> None:
    opened(page, qtbot, add_activity(store, starts_at=SOUP))

    write(page, qtbot, "end", "11")
    qtbot.keyClick(field(page, "end"), Qt.Key.Key_Tab)
    form = page.activity.overview.form
    qtbot.waitUntil(lambda: bool(form.field("end").problem.text()))

    assert form.field("end").problem.text() == "The end must be later than the start."
    assert field(page, "place").hasFocus()
    assert drafts(store)[0].ends_at is None


def test_undo_brings_a_field_back_on_the_screen(page: ActivitiesPage, qtbot: QtBot, store: Store) -> None:
    opened(page, qtbot, add_activity(store, starts_at=SOUP))
    write(page, qtbot, "title", "Anders")
    qtbot.keyClick(field(page, "title"), Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: page.activity.head.title.text() == "Anders")

    page.desk.undo()
    qtbot.waitUntil(lambda: page.activity.head.title.text() == "Soep op woensdag")

    assert field(page, "title").text() == "Soep op woensdag"


@pytest.mark.qt_log_ignore("raise", "grabbing the keyboard")
def test_the_contact_person_is_found_by_a_few_letters(page: ActivitiesPage, qtbot: QtBot, store: Store) -> None:
    add_person(store, "Henk de Boer", "Klaverstraat 1")
    samira = add_person(store, "Samira El Idrissi", "Klaverstraat 8")
    opened(page, qtbot, add_activity(store, starts_at=SOUP))
    edit = field(page, "contact")
    edit.setFocus()

    qtbot.keyClicks(edit, "sam")
    popup = page.activity.overview.form.contact._list.popup()
    assert popup is not None
    qtbot.waitUntil(popup.isVisible)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: drafts(store)[0].contact_person_id == samira)

    assert edit.text().startswith("Samira El Idrissi")


def test_letters_that_are_nobody_are_not_saved_as_the_contact(page: ActivitiesPage, qtbot: QtBot, store: Store) -> None:
    opened(page, qtbot, add_activity(store, starts_at=SOUP))

    write(page, qtbot, "contact", "Niemand")
    qtbot.keyClick(field(page, "contact"), Qt.Key.Key_Tab)

    problem = page.activity.overview.form.field("contact").problem.text()
    assert problem == "Choose somebody from the list, or leave it empty."
    assert drafts(store)[0].contact_person_id is None


def test_a_copy_is_a_week_later_and_opened(page: ActivitiesPage, qtbot: QtBot, store: Store) -> None:
    number = add_activity(store, starts_at=SOUP, ends_at=datetime(2026, 10, 14, 13, 30), capacity=16)
    signed_up(store, number, add_people(store, 2))
    opened(page, qtbot, number)

    qtbot.keyClick(page.activity.head.copy_button, Qt.Key.Key_Return)
    day = page.activity.overview.copy_form.form.field("day").input
    assert day.hasFocus()
    qtbot.keyClick(day, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.activity.card is not None and page.activity.card.id != number)

    copy = drafts(store)[1]
    assert (copy.starts_at, copy.ends_at) == (datetime(2026, 10, 21, 12), datetime(2026, 10, 21, 13, 30))
    assert copy.capacity == 16
    assert page.activity.card is not None
    assert page.activity.card.counts.names == 0
    assert page.activity.head.date.day.text() == "21 Oct"


@pytest.mark.parametrize("is_sure", [True, False])
def test_deleting_asks_first_and_goes_back_to_the_calendar(
    page: ActivitiesPage, qtbot: QtBot, store: Store, is_sure: bool
) -> None:
    answers = page.desk.choosing
    assert isinstance(answers, Answers)
    answers.is_sure = is_sure
    opened(page, qtbot, add_activity(store, starts_at=SOUP))

    qtbot.keyClick(page.activity.overview.delete_button, Qt.Key.Key_Return)
    qtbot.waitUntil(page.desk.jobs.is_idle)

    assert answers.asked == ["Delete the activity Soep op woensdag?"]
    assert len(drafts(store)) == (0 if is_sure else 1)
    assert page.stack.currentWidget() is (page.calendar if is_sure else page.activity)


def test_an_activity_that_is_gone_shows_the_calendar(page: ActivitiesPage, qtbot: QtBot, store: Store) -> None:
    page.show_place(activity=4711)
    qtbot.waitUntil(page.desk.jobs.is_idle)

    assert page.stack.currentWidget() is page.calendar


@pytest.mark.parametrize(
    ("starts_at", "with_list", "button", "badge"),
    [
        (datetime(2026, 10, 14, 12), False, "Print the list", "tomorrow, 1 thing left to do"),
        (datetime(2026, 10, 14, 12), True, "Print the list", "tomorrow, the list is printed"),
        (datetime(2026, 10, 25, 14), False, "Print the list", "in 12 days, the list can wait"),
        (datetime(2026, 10, 13, 19), True, "Who is here?", "today, the list is printed"),
        (datetime(2026, 10, 12, 19), True, "Fill in the list", "yesterday, not counted yet"),
        (datetime(2026, 10, 12, 19), False, "Who was there?", "yesterday, not counted yet"),
    ],
)
def test_the_main_button_follows_the_situation(
    page: ActivitiesPage,
    qtbot: QtBot,
    store: Store,
    starts_at: datetime,
    with_list: bool,
    button: str,
    badge: str,
) -> None:
    number = add_activity(store, starts_at=starts_at)
    if with_list:
        printed(store, number)

    opened(page, qtbot, number)

    head = page.activity.head
    assert (head.next_button.text().strip(), head.badge.label.text()) == (button, badge)


def test_the_main_button_goes_where_it_says(page: ActivitiesPage, qtbot: QtBot, store: Store) -> None:
    number = add_activity(store, starts_at=datetime(2026, 10, 12, 19))
    code = printed(store, number).code
    asked: list[str] = []
    page.activity.wanted_entry.disconnect()
    page.activity.wanted_entry.connect(asked.append)
    opened(page, qtbot, number)

    qtbot.keyClick(page.activity.head.next_button, Qt.Key.Key_Return)

    assert asked == [code]


def test_ctrl_tab_goes_through_the_tabs_and_around(page: ActivitiesPage, qtbot: QtBot, store: Store) -> None:
    opened(page, qtbot, add_activity(store, starts_at=SOUP))
    qtbot.waitUntil(lambda: page.activity.isVisible() and page.isActiveWindow())
    seen = []

    for _step in range(5):
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
        seen.append(page.activity.tab())

    assert seen == ["runsheet", "signups", "paper", "after", "overview"]


def test_people_picked_elsewhere_are_signed_up_with_enter(page: ActivitiesPage, qtbot: QtBot, store: Store) -> None:
    add_activity(store, "Voorbij", datetime(2026, 10, 7, 12))
    soup = add_activity(store, starts_at=SOUP)
    bikes = add_activity(store, "Fietsen maken", datetime(2026, 10, 17, 10))
    people = add_people(store, 3)
    signed_up(store, bikes, people[:1])
    page.show_place(sign_up=tuple(people))
    page.focus_first()
    titles = [row.title for row in page.chooser.rows.records()]

    qtbot.keyClick(page.chooser.table, Qt.Key.Key_Down)
    qtbot.keyClick(page.chooser.table, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.stack.currentWidget() is page.activity)

    assert titles == ["Soep op woensdag", "Fietsen maken"]
    assert {row.person.id for row in store.read(queries.signups, bikes)} == set(people)
    assert store.read(queries.signups, soup) == []
    assert store.history(1)[0].label.render() == "2 people signed up for Fietsen maken"
    assert page.activity.tab() == "signups"


def test_a_panel_of_a_higher_feature_follows_the_activity(page: ActivitiesPage, qtbot: QtBot, store: Store) -> None:
    number = add_activity(store, starts_at=SOUP)
    shown: list[int] = []

    class Panel(QWidget):
        asked = Signal()

        def __init__(self, _desk: QObject) -> None:
            super().__init__()
            QVBoxLayout(self).addWidget(QLabel("Flyer"))

        def show_subject(self, subject: int) -> None:
            shown.append(subject)

    page.add_panel(Panel)
    opened(page, qtbot, number, tab="paper")

    assert set(shown) == {number}


def test_printed_lists_show_their_code_and_whether_they_are_back(
    page: ActivitiesPage, qtbot: QtBot, store: Store
) -> None:
    number = add_activity(store, starts_at=SOUP)
    code = printed(store, number).code
    opened(page, qtbot, number, tab="paper")
    lists = page.activity.paper.lists
    asked: list[str] = []
    page.activity.wanted_entry.disconnect()
    page.activity.wanted_entry.connect(asked.append)

    row = [lists.index(0, column).data() for column in range(lists.columnCount())]
    qtbot.keyClick(page.activity.paper.table, Qt.Key.Key_Return)

    assert row[0] == code
    assert row[1:] == ["13 October", "1", "not back yet"]
    assert asked == [row[0]]


def test_odd_words_stay_words_and_leave_the_window_as_wide(page: ActivitiesPage, qtbot: QtBot, store: Store) -> None:
    number = add_activity(store, "<b>" + "a" * 290, SOUP)
    add_person(store, "{naam} <img src=x> & Co", "Klaverstraat 1")

    for tab in ("overview", "signups", "paper", "after"):
        opened(page, qtbot, number, tab=tab)
        page.grab()

    assert page.width() == 1158
    assert page.minimumSizeHint().width() <= 1158
    assert page.activity.head.title.accessibleName().startswith("<b>aaa")
