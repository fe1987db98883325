"""What comes again, trials and copies on the overview of an activity, by keyboard alone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from builders import DONE, add_activity, add_people, new_store, signed_up
from buurtapp.core.clock import local
from buurtapp.core.store import Store
from buurtapp.features.activities import queries
from buurtapp.features.activities.actions import attend, series
from buurtapp.features.activities.records import Trial
from buurtapp.features.activities.series import queries as series_queries
from buurtapp.features.activities.series.records import Repeat, SeriesDay
from buurtapp.features.activities.ui.overview_tab import OverviewTab
from buurtapp.features.activities.ui.page import ActivitiesPage
from buurtapp.uikit.desk import Desk
from uikit_builders import Answers, desk_for

SOUP = datetime(2026, 10, 14, 12)
WEEK = timedelta(days=7)


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
    desk.asked_to_go.connect(lambda _page, where: made.show_place(**where))
    made.resize(1158, 800)
    made.show()
    return made


def overview(page: ActivitiesPage, qtbot: QtBot, number: int) -> OverviewTab:
    """The overview of an activity, on the screen."""
    page.show_place(activity=number, tab="overview")
    qtbot.waitUntil(page.desk.jobs.is_idle)
    return page.activity.overview


def press(qtbot: QtBot, widget: QWidget | None, *keys: Qt.Key) -> None:
    """Press keys on what has the keyboard; the first on this widget."""
    assert widget is not None
    assert widget.isVisible()
    widget.setFocus()
    for key in keys:
        qtbot.keyClick(widget.window().focusWidget(), key)


def days(store: Store, number: int) -> list[SeriesDay]:
    found = store.read(series_queries.series_of, number, local(store.clock.now()))
    return list(found.days) if found is not None else []


def weekly(store: Store, times: int | None = 5) -> list[int]:
    return list(
        store.write(DONE, series.repeat, add_activity(store, starts_at=SOUP), Repeat("week", times)).activity_ids
    )


def test_an_activity_comes_again_with_the_keyboard(page: ActivitiesPage, qtbot: QtBot, store: Store) -> None:
    number = add_activity(store, starts_at=SOUP)
    tab = overview(page, qtbot, number)
    form = tab.repeats.repeat_form
    assert tab.repeats.told.text() == "This is done once."

    press(qtbot, tab.repeats.repeat_button, Qt.Key.Key_Return)
    assert form.form.field("every").input.hasFocus()
    press(qtbot, form.form.field("every").input, Qt.Key.Key_Down)
    press(qtbot, form.form.field("end").input, Qt.Key.Key_Down)
    form.form.field("times").input.setFocus()
    form.form.field("times").input.selectAll()  # type: ignore[union-attr]
    qtbot.keyClicks(form.form.field("times").input, "3")
    assert form.told.text().startswith("every other week on Wednesday at 12:00: 3 times, on 14 Oct, 28 Oct, 11 Nov")
    press(qtbot, form.form.field("times").input, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(days(store, number)) == 3)
    qtbot.waitUntil(lambda: tab.repeats.told.text() == "every other week on Wednesday at 12:00")

    assert [day.starts_at for day in days(store, number)] == [SOUP, SOUP + 2 * WEEK, SOUP + 4 * WEEK]
    assert page.activity.head.kind.text() == "every 2 weeks"
    assert not form.isVisible()
    assert [row.when.text() for row in tab.repeats.rows if row.isVisible()] == [
        "Wed 14 Oct 12:00",
        "Wed 28 Oct 12:00",
        "Wed 11 Nov 12:00",
    ]


def test_what_is_no_series_is_told_before_it_is_made(page: ActivitiesPage, qtbot: QtBot, store: Store) -> None:
    number = add_activity(store, starts_at=SOUP)
    tab = overview(page, qtbot, number)
    form = tab.repeats.repeat_form
    press(qtbot, tab.repeats.repeat_button, Qt.Key.Key_Return)
    press(qtbot, form.form.field("end").input, Qt.Key.Key_Down, Qt.Key.Key_Down)
    form.form.set_value("until", SOUP.date())

    press(qtbot, form.save, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(form.form.field("until").problem.text()))

    assert days(store, number) == []
    qtbot.keyClick(form.save, Qt.Key.Key_Escape)
    assert not form.isVisible()
    assert tab.repeats.repeat_button.hasFocus()


def test_a_time_is_skipped_with_its_people_and_brought_back(page: ActivitiesPage, qtbot: QtBot, store: Store) -> None:
    ids = weekly(store)
    signed_up(store, ids[1], add_people(store, 2))
    tab = overview(page, qtbot, ids[1])
    form = tab.repeats.skip_form

    press(qtbot, tab.repeats.skip_button, Qt.Key.Key_Return)
    qtbot.keyClicks(form.form.field("why").input, "kerst")
    press(qtbot, form.form.field("why").input, Qt.Key.Key_Return)
    assert form.form.field("sure").problem.text() == "Tick this when they know."
    press(qtbot, form.form.field("sure").input, Qt.Key.Key_Space)
    press(qtbot, form.save, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.activity.card is not None and page.activity.card.id == ids[2])

    assert [day.state for day in days(store, ids[0])] == ["coming", "skipped", "coming", "coming", "coming"]
    row = next(row for row in tab.repeats.rows if row.back_button.isVisible())
    assert row.state.text() == "skipped: kerst"
    press(qtbot, row.back_button, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: [day.state for day in days(store, ids[0])] == ["coming"] * 5)


def test_after_the_last_time_is_skipped_the_one_before_it_is_shown(
    page: ActivitiesPage, qtbot: QtBot, store: Store
) -> None:
    ids = weekly(store)
    tab = overview(page, qtbot, ids[-1])
    assert not tab.repeats.following_button.isVisible()
    press(qtbot, tab.repeats.skip_button, Qt.Key.Key_Return)
    press(qtbot, tab.repeats.skip_form.form.field("why").input, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.activity.card is not None and page.activity.card.id == ids[-2])


def test_moving_goes_to_the_day_and_leaves_the_others(page: ActivitiesPage, qtbot: QtBot, store: Store) -> None:
    ids = weekly(store)
    tab = overview(page, qtbot, ids[1])

    press(qtbot, tab.repeats.move_button, Qt.Key.Key_Return)
    day = tab.form.field("day").input
    assert day.hasFocus()
    press(qtbot, day, Qt.Key.Key_Up)
    tab.form.field("start").input.setFocus()
    qtbot.waitUntil(lambda: days(store, ids[0])[1].state == "moved")

    assert [one.starts_at for one in days(store, ids[0])][:3] == [SOUP, SOUP + WEEK + timedelta(1), SOUP + 2 * WEEK]
    qtbot.waitUntil(lambda: any(row.state.text() == "moved, was 21 Oct" for row in tab.repeats.rows))


def test_all_that_follow_become_like_this_one(page: ActivitiesPage, qtbot: QtBot, store: Store) -> None:
    ids = weekly(store)
    tab = overview(page, qtbot, ids[2])
    title = tab.form.field("title").input
    press(qtbot, title, Qt.Key.Key_End)
    qtbot.keyClicks(title, " en brood")
    start = tab.form.field("start").input
    start.setFocus()
    start.selectAll()  # type: ignore[union-attr]
    qtbot.keyClicks(start, "13")
    press(qtbot, start, Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: store.read(queries.card, ids[2]).starts_at.hour == 13)
    qtbot.waitUntil(page.desk.jobs.is_idle)

    press(qtbot, tab.repeats.following_button, Qt.Key.Key_Return)
    form = tab.repeats.following_form
    assert form.told.text() == "2 times follow. They become like this one:"
    press(qtbot, form.save, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: store.read(queries.card, ids[4]).starts_at.hour == 13)

    told = [store.read(queries.card, number) for number in ids]
    assert [card.starts_at.hour for card in told] == [12, 12, 13, 13, 13]
    assert [card.draft.title.endswith("brood") for card in told] == [False, False, True, True, True]
    assert [day.state for day in days(store, ids[0])] == ["coming"] * 5


def test_nothing_chosen_changes_nothing(page: ActivitiesPage, qtbot: QtBot, store: Store) -> None:
    ids = weekly(store)
    tab = overview(page, qtbot, ids[0])
    press(qtbot, tab.repeats.following_button, Qt.Key.Key_Return)
    form = tab.repeats.following_form
    for name in ("words", "times"):
        press(qtbot, form.form.field(name).input, Qt.Key.Key_Space)
    before = store.check().digest

    press(qtbot, form.save, Qt.Key.Key_Return)

    assert form.form.field("words").problem.text() == "Choose what they get from this one."
    assert store.check().digest == before


def test_a_series_gets_half_a_year_more_and_ends(page: ActivitiesPage, qtbot: QtBot, store: Store) -> None:
    ids = weekly(store, None)
    signed_up(store, ids[1], add_people(store, 1))
    tab = overview(page, qtbot, ids[1])
    before = len(days(store, ids[1]))
    assert tab.repeats.hint.text().startswith(f"And {before - 6} times more, up to")

    press(qtbot, tab.repeats.extend_button, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(days(store, ids[1])) > before)
    told: list[str] = []
    page.desk.told.connect(lambda words, _kind, _undo: told.append(str(words)))
    answers = page.desk.choosing
    assert isinstance(answers, Answers)
    press(qtbot, tab.repeats.end_button, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(days(store, ids[1])) == 1)
    qtbot.waitUntil(lambda: tab.repeats.hint.text() == "It has ended: nothing is added any more.")

    assert answers.asked == ["Let Soep op woensdag end?"]
    assert told[-1].endswith("times were taken away. 1 time stays, as people signed up for it.")
    assert not tab.repeats.extend_button.isVisible()


def test_another_time_of_the_series_is_opened_from_its_line(page: ActivitiesPage, qtbot: QtBot, store: Store) -> None:
    ids = weekly(store)
    tab = overview(page, qtbot, ids[0])
    assert tab.repeats.rows[0].state.text() == "this one"
    assert not tab.repeats.rows[0].open_button.isVisible()

    press(qtbot, tab.repeats.rows[2].open_button, Qt.Key.Key_Return)

    assert page.activity.card is not None
    assert page.activity.card.id == ids[2]


def test_what_is_over_is_not_repeated_but_copied(page: ActivitiesPage, qtbot: QtBot, store: Store) -> None:
    tab = overview(page, qtbot, add_activity(store, starts_at=SOUP - WEEK))
    assert not tab.repeats.repeat_button.isVisible()
    assert tab.repeats.hint.text() == "It is over. Copy it to a new day to let it come again."


# A trial


def test_a_trial_is_begun_decided_and_done_for_all(page: ActivitiesPage, qtbot: QtBot, store: Store) -> None:
    people = add_people(store, 3)
    number = add_activity(store, "Berkenpad schoon", SOUP - WEEK)
    for person in people:
        store.write(DONE, attend.set_present, number, person, present=True)
    tab = overview(page, qtbot, number)
    card = tab.trial

    press(qtbot, card.begin_button, Qt.Key.Key_Return)
    assert card.trial_form.streets.hasFocus()
    goal = card.trial_form.form.field("goal").input
    goal.setFocus()
    goal.selectAll()  # type: ignore[union-attr]
    qtbot.keyClicks(goal, "2")
    press(qtbot, goal, Qt.Key.Key_Return)
    asked = "Trial in Klaverstraat: 3 people came, 2 was enough. Do we go on?"
    qtbot.waitUntil(lambda: card.told.text() == asked)
    assert store.read(queries.card, number).trial == Trial("Klaverstraat", 2)

    press(qtbot, card.answers["go"], Qt.Key.Key_Return)
    press(qtbot, card.decide_form.form.field("why").input, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(card.decide_form.form.field("why").problem.text()))
    qtbot.keyClicks(card.decide_form.form.field("why").input, "iedereen wil meer")
    press(qtbot, card.decide_form.form.field("why").input, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: card.told.text() == "Trial in Klaverstraat: we go on. iedereen wil meer")

    press(qtbot, card.copy_button, Qt.Key.Key_Return)
    press(qtbot, tab.copy_form.form.field("day").input, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.activity.card is not None and page.activity.card.id != number)
    made = page.activity.card
    assert made is not None
    assert (made.trial, made.copied_from_id) == (None, number)


def test_a_trial_is_dropped_and_escape_leaves_its_form(page: ActivitiesPage, qtbot: QtBot, store: Store) -> None:
    add_people(store, 1)
    number = add_activity(store, starts_at=SOUP)
    tab = overview(page, qtbot, number)
    card = tab.trial
    press(qtbot, card.begin_button, Qt.Key.Key_Return)
    press(qtbot, card.trial_form.streets, Qt.Key.Key_Escape)
    assert not card.trial_form.isVisible()
    assert card.begin_button.hasFocus()

    press(qtbot, card.begin_button, Qt.Key.Key_Return)
    press(qtbot, card.trial_form.save, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: card.told.text() == "Trial in Klaverstraat: we go on from 10 people on.")
    assert not any(button.isVisible() for button in card.answers.values())
    press(qtbot, card.drop_button, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: store.read(queries.card, number).trial is None)


def test_a_trial_needs_a_street_of_the_list(page: ActivitiesPage, qtbot: QtBot, store: Store) -> None:
    tab = overview(page, qtbot, add_activity(store, starts_at=SOUP))
    press(qtbot, tab.trial.begin_button, Qt.Key.Key_Return)
    press(qtbot, tab.trial.trial_form.save, Qt.Key.Key_Return)
    form = tab.trial.trial_form.form
    qtbot.waitUntil(lambda: form.field("street").problem.text() == "Choose a street from the list.")


# A copy


def test_a_copy_takes_the_same_people_along(page: ActivitiesPage, qtbot: QtBot, store: Store) -> None:
    number = add_activity(store, starts_at=SOUP)
    signed_up(store, number, add_people(store, 2))
    tab = overview(page, qtbot, number)

    press(qtbot, page.activity.head.copy_button, Qt.Key.Key_Return)
    press(qtbot, tab.copy_form.form.field("people").input, Qt.Key.Key_Space)
    start = tab.copy_form.form.field("start").input
    start.setFocus()
    start.selectAll()  # type: ignore[union-attr]
    qtbot.keyClicks(start, "later")
    press(qtbot, start, Qt.Key.Key_Return)
    assert tab.copy_form.form.field("start").problem.text() == "Write a time like 14.30."
    start.selectAll()  # type: ignore[union-attr]
    qtbot.keyClicks(start, "19")
    press(qtbot, start, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.activity.card is not None and page.activity.card.id != number)

    made = page.activity.card
    assert made is not None
    assert (made.starts_at, made.counts.names) == (SOUP + WEEK + timedelta(hours=7), 2)
    assert not tab.copy_form.isVisible()


def test_a_copy_of_a_series_is_offered_after_its_last_day(page: ActivitiesPage, qtbot: QtBot, store: Store) -> None:
    ids = weekly(store, None)
    tab = overview(page, qtbot, ids[0])
    tab.ask_copy()
    assert tab.copy_form.form.value("day") == SOUP.date() + len(ids) * WEEK
    press(qtbot, tab.copy_form.form.field("day").input, Qt.Key.Key_Escape)
    assert not tab.copy_form.isVisible()


def test_a_copy_of_long_ago_is_offered_on_the_same_weekday_to_come(
    page: ActivitiesPage, qtbot: QtBot, store: Store
) -> None:
    tab = overview(page, qtbot, add_activity(store, starts_at=datetime(2025, 10, 15, 12)))
    tab.ask_copy()
    assert tab.copy_form.form.value("day") == SOUP.date()
