"""Tasks on the home screen by keyboard alone: add, tick, take back, change, take away, open; and by mouse."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QBoxLayout, QStyle, QWidget
from pytestqt.qtbot import QtBot
from today_screen import holder, page_of, press, rows, titles

from builders import NOW, add_activity, add_person, new_store
from buurtapp.core.clock import FixedClock
from buurtapp.core.store import Store
from buurtapp.features.today.ui.card import is_narrow
from buurtapp.features.today.ui.todo_rows import TaskRow
from buurtapp.uikit.desk import Desk
from task_builders import TODAY, add_fund, add_job, add_promise, in_days, in_series
from uikit_builders import desk_for

pytestmark = pytest.mark.qt_log_ignore("does not support (raise|grabbing the keyboard)", extend=True)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with new_store(tmp_path, FixedClock(NOW)) as opened:
        yield opened


@pytest.fixture
def desk(store: Store, qtbot: QtBot) -> Iterator[Desk]:
    made = desk_for(store)
    yield made
    made.jobs.close()


@pytest.fixture
def went(desk: Desk) -> list[tuple[str, dict[str, object]]]:
    """Where the desk was asked to go."""
    places: list[tuple[str, dict[str, object]]] = []
    desk.asked_to_go.connect(lambda page, where: places.append((page, where)))
    return places


@pytest.fixture
def told(desk: Desk) -> list[tuple[str, bool]]:
    """What the message bar was told, and whether it can be taken back from there."""
    said: list[tuple[str, bool]] = []
    desk.told.connect(lambda what, _kind, undo: said.append((what.render(), undo)))
    return said


def test_a_task_says_who_and_when(store: Store, desk: Desk, qtbot: QtBot) -> None:
    joke = add_person(store, "Joke Meerman", phones=["06 12345678"])
    soup = add_activity(store, "Soep & <b>brood</b>", in_days(1))
    add_promise(store, "Bel de gemeente", TODAY - timedelta(days=4))
    add_promise(store, "Bel Joke", TODAY, kind="call", person_id=joke, about_person_id=joke)
    add_promise(store, "Kaart", date(2026, 10, 19), who="iedereen")
    add_promise(store, "Ooit")
    add_job(store, soup, "Tafels <i>klaarzetten</i>", day_offset=0)

    page = page_of(desk, qtbot)

    assert rows(page) == [
        "Bel de gemeente | you | 4 days late",
        "Bel Joke | 06 1234 5678 | Joke | today",
        "Tafels <i>klaarzetten</i> | Soep & <b>brood</b> | who? | tomorrow",
        "Kaart | iedereen | Mon 19 Oct",
        "Ooit | you",
    ]
    kinds = [row.when.property("kind") for row in page.to_do.rows if isinstance(row, TaskRow)]
    assert kinds == ["wrong", "", "", "second", "second"]
    assert page.to_do.count.text() == "5 tasks"
    assert page.to_do.rows[0].accessibleName() == "Bel de gemeente. you. 4 days late"
    assert "Space" in page.to_do.rows[0].toolTip()


def test_own_tasks_are_taken_away_and_jobs_stay(
    store: Store, desk: Desk, qtbot: QtBot, told: list[tuple[str, bool]]
) -> None:
    soup = add_activity(store, "Soep", in_days(1))
    add_person(store)
    add_job(store, soup, "Tafels")
    add_promise(store, "Bel", TODAY + timedelta(days=1))
    page = page_of(desk, qtbot)
    before = store.check().digest
    page.to_do.rows[0].setFocus()

    press(qtbot, Qt.Key.Key_Delete)
    assert told == [("This job is on a run sheet. Press Enter to open it there.", False)]
    assert store.check().digest == before
    press(qtbot, Qt.Key.Key_Down, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: len(page.to_do.rows) == 1)

    assert told[-1] == ("Task deleted: Bel", True)
    desk.undo()
    qtbot.waitUntil(lambda: len(page.to_do.rows) == 2)
    assert store.check().digest == before


def test_a_job_is_ticked_and_taken_back(store: Store, desk: Desk, qtbot: QtBot, told: list[tuple[str, bool]]) -> None:
    add_job(store, add_activity(store, "Soep", in_days(1)), "Tafels")
    add_person(store)
    page = page_of(desk, qtbot)
    before = store.check().digest
    page.to_do.rows[0].setFocus()

    press(qtbot, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: page.to_do.rows == [])
    assert told == [("Job done: Tafels", True)]
    assert holder() is page.to_do.add_button

    desk.undo()
    qtbot.waitUntil(lambda: len(page.to_do.rows) == 1)
    assert store.check().digest == before


def test_the_box_ticks_and_the_words_open(
    store: Store, desk: Desk, qtbot: QtBot, went: list[tuple[str, dict[str, object]]]
) -> None:
    henk = add_person(store)
    add_promise(store, "Bel Henk", TODAY, kind="call", about_person_id=henk)
    page = page_of(desk, qtbot)
    row = page.to_do.rows[0]
    assert isinstance(row, TaskRow)

    qtbot.mouseClick(row, Qt.MouseButton.LeftButton, pos=QPoint(row.width() // 2, row.height() // 2))
    assert went == [("people", {"person": henk})]
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton, pos=row.box.geometry().center())

    qtbot.waitUntil(lambda: titles(store) == [])
    assert len(went) == 1


def test_enter_leads_to_what_it_is_about(
    store: Store, desk: Desk, qtbot: QtBot, went: list[tuple[str, dict[str, object]]]
) -> None:
    add_person(store)
    soup = add_activity(store, "Soep", in_days(1))
    for step in ("flyer", "list", "account", "shopping"):
        add_job(store, soup, step, step=step, day_offset=-3)
    add_promise(store, "Over de soep", TODAY, about_kind="activity", about_id=soup)
    add_promise(store, "Over niets", TODAY + timedelta(days=2))
    page = page_of(desk, qtbot)
    page.to_do.rows[0].setFocus()

    for _row in range(5):
        press(qtbot, Qt.Key.Key_Return, Qt.Key.Key_Down)
    press(qtbot, Qt.Key.Key_Return)

    assert went == [
        ("press", {"activity": soup}),
        ("activities", {"activity": soup, "tab": "paper"}),
        ("activities", {"activity": soup, "tab": "after"}),
        ("activities", {"activity": soup, "tab": "runsheet"}),
        ("activities", {"activity": soup, "tab": "runsheet"}),
    ]
    # What is about nothing opens to be changed.
    assert page.tasks.form is not None
    assert page.tasks.form.title.text() == "Over niets"


def test_more_than_fits_is_opened_from_the_last_row(store: Store, desk: Desk, qtbot: QtBot) -> None:
    add_person(store)
    for at in range(19):
        add_promise(store, f"Taak {at:02}", TODAY + timedelta(days=at))
    page = page_of(desk, qtbot)
    assert (len(page.to_do.rows), page.to_do.more_button.text()) == (7, "and 12 more")
    assert page.to_do.count.text() == "19 tasks"
    page.to_do.rows[6].setFocus()

    press(qtbot, Qt.Key.Key_Down, Qt.Key.Key_Return)

    assert len(page.to_do.rows) == 19
    assert not page.to_do.more_button.isVisibleTo(page)
    assert holder() is page.to_do.rows[7]


def test_accounts_and_series_stand_between_the_tasks(
    store: Store, desk: Desk, qtbot: QtBot, went: list[tuple[str, dict[str, object]]]
) -> None:
    add_person(store)
    add_fund(store, "Wijkbudget", TODAY + timedelta(days=19))
    add_fund(store, "Oranjefonds", TODAY - timedelta(days=1))
    last = add_activity(store, "Soep op woensdag", in_days(8))
    in_series(store, [add_activity(store, "Soep op woensdag", in_days(1)), last])
    add_promise(store, "Bel", TODAY + timedelta(days=7))
    page = page_of(desk, qtbot)

    assert rows(page) == [
        "Account of Oranjefonds | 1 day late | Open the account",
        "Bel | you | Tue 20 Oct",
        "Soep: planned 2 times more | Plan more",
        "Account of Wijkbudget | 19 days left | Open the account",
    ]
    qtbot.keyClick(page.to_do.rows[2], Qt.Key.Key_Return)
    assert went == [("activities", {"activity": last, "tab": "overview"})]


def test_before_the_file_is_open_nothing_is_ticked(store: Store, desk: Desk, qtbot: QtBot) -> None:
    add_person(store)
    add_promise(store, "Bel", TODAY)
    page = page_of(desk, qtbot)
    page.to_do.rows[0].setFocus()
    desk.store = None

    press(qtbot, Qt.Key.Key_Space, Qt.Key.Key_Delete, Qt.Key.Key_F2)
    page.tasks.add()

    desk.store = store
    assert titles(store) == ["Bel"]
    assert page.tasks.form is None


def test_tab_reads_the_page_also_after_it_changed(store: Store, desk: Desk, qtbot: QtBot) -> None:
    add_person(store)
    add_activity(store, "Soep", in_days(1))
    add_promise(store, "Bel", TODAY)
    page = page_of(desk, qtbot)
    add_promise(store, "Nog een", TODAY)
    qtbot.waitUntil(lambda: len(page.to_do.rows) == 2)
    page.tasks.add()
    form = page.tasks.form
    assert form is not None
    page.head.search_field.setFocus()

    seen: list[QWidget] = []
    for _stop in range(13):
        press(qtbot, Qt.Key.Key_Tab)
        seen.append(holder())

    assert seen == [
        page.coming.all_button,
        page.coming.rows[0],
        page.coming.main_button,
        page.to_do.add_button,
        form.title,
        form.due,
        form.who,
        form.kind,
        form.save_button,
        form.close_button,
        *page.to_do.rows,
        page.growth.people_button,
    ]


def test_a_row_that_folded_stays_so_until_a_scroll_bar_more_would_fit(store: Store, desk: Desk, qtbot: QtBot) -> None:
    """A row that folds may bring the scroll bar, and one that unfolds take it away: that must come to rest."""
    add_person(store)
    add_promise(store, "Bel de gemeente", TODAY)
    page = page_of(desk, qtbot)
    row = page.to_do.rows[0]
    assert isinstance(row, TaskRow)
    bar = row.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent, None, row)
    assert bar > 0

    folded = []
    for width in (440, 439, 440 + bar, 440 + 3 * bar, 440):
        row.resize(width, 60)
        folded.append(row._body.direction() is QBoxLayout.Direction.TopToBottom)
        assert is_narrow(row, 440, was_narrow=True) == (width < 440 + 2 * bar)

    assert folded == [False, True, True, False, False]
