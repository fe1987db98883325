"""The fields of an activity: nothing gets lost, places are offered, and what should be known is said."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, replace
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QSpinBox, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from builders import DONE, activity_draft, add_people, dutch_clock, new_store, signed_up
from buurtapp.core.errors import DraftInvalid
from buurtapp.core.store import Store
from buurtapp.features.activities import queries, rules
from buurtapp.features.activities.actions import plan
from buurtapp.features.activities.records import SOURCES, ActivityDraft
from buurtapp.features.activities.ui.activity_form import NAMES, ActivityForm
from buurtapp.features.activities.ui.new_view import NewView
from buurtapp.features.activities.ui.overview_tab import OverviewTab
from buurtapp.uikit.desk import Desk
from uikit_builders import desk_for

NIGHT = activity_draft(starts_at=datetime(2026, 10, 16, 21), ends_at=datetime(2026, 10, 17, 1))


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
def form(desk: Desk, qtbot: QtBot) -> Iterator[ActivityForm]:
    window = QWidget()
    made = ActivityForm(desk)
    QVBoxLayout(window).addWidget(made)
    qtbot.addWidget(window)
    window.show()
    yield made
    window.close()


def edit(form: ActivityForm, name: str) -> QLineEdit:
    input_ = form.field(name).input
    assert isinstance(input_, QLineEdit)
    return input_


def number(form: ActivityForm, name: str) -> QSpinBox:
    input_ = form.field(name).input
    assert isinstance(input_, QSpinBox)
    return input_


WORDS = st.text(st.characters(blacklist_categories=["Cs"], blacklist_characters="\x00"), max_size=40)
MOMENTS = st.datetimes(datetime(1990, 1, 1), datetime(2100, 1, 1))
NUMBERS = st.one_of(st.none(), st.integers(1, 100_000))
DRAFTS = st.builds(
    ActivityDraft,
    WORDS,
    MOMENTS,
    **dict.fromkeys(("text", "kind", "place", "cost", "organiser", "for_whom", "purpose", "anyway"), WORDS),
    ends_at=st.one_of(st.none(), MOMENTS),
    **dict.fromkeys(("capacity", "asked_by", "expected"), NUMBERS),
    source=st.sampled_from(SOURCES),
    highlight=st.booleans(),
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(DRAFTS)
def test_what_nobody_touched_comes_back_to_the_letter(form: ActivityForm, draft: ActivityDraft) -> None:
    form.show_draft(draft)
    form.tidy_times()
    assert form.changed() == frozenset()
    assert form.draft() == draft


def test_each_field_of_a_draft_can_be_filled_in(form: ActivityForm) -> None:
    wanted = ActivityDraft(
        "Soep",
        datetime(2026, 10, 14, 12),
        text="Samen eten",
        kind="eten",
        place="De Kas",
        ends_at=datetime(2026, 10, 14, 13, 30),
        capacity=16,
        cost="gratis",
        organiser="Samira",
        source="council",
        for_whom="iedereen",
        purpose="Elkaar kennen",
        asked_by=4,
        anyway="het is nodig",
        expected=12,
        highlight=True,
    )
    form.show_draft(ActivityDraft("", datetime(2026, 10, 1, 9)))
    typed: dict[str, object] = {"day": wanted.starts_at.date(), "start": "12", "end": "13.30"}  # type: ignore[union-attr]
    for name in NAMES:
        if name != "contact":
            form.set_value(name, typed.get(name) or getattr(wanted, name))
    assert form.draft() == wanted
    assert {field.name for field in fields(ActivityDraft)} - {"starts_at", "ends_at", "contact_person_id"} <= set(NAMES)


# Past midnight


def test_an_end_after_midnight_is_offered_as_the_next_day(form: ActivityForm, qtbot: QtBot) -> None:
    form.show_draft(activity_draft(starts_at=datetime(2026, 10, 16, 21), ends_at=None))
    edit(form, "end").setFocus()
    qtbot.keyClicks(edit(form, "end"), "1.00")
    assert form.next_day.isVisible()
    with pytest.raises(DraftInvalid):
        _checked(form.draft())

    qtbot.keyClick(edit(form, "end"), Qt.Key.Key_Tab)
    assert form.next_day.hasFocus()
    qtbot.keyClick(form.next_day, Qt.Key.Key_Return)

    assert form.draft().ends_at == datetime(2026, 10, 17, 1)
    assert form.field("end").hint.text() == "1 day later"
    assert not form.next_day.isVisible()
    qtbot.keyClick(form.same_day, Qt.Key.Key_Return)
    assert form.draft().ends_at == datetime(2026, 10, 16, 1)


def _checked(draft: ActivityDraft) -> None:
    found = rules.problems(draft)
    if found:
        raise DraftInvalid(found)


def test_in_the_afternoon_an_early_end_is_a_slip(form: ActivityForm, qtbot: QtBot) -> None:
    form.show_draft(activity_draft(starts_at=datetime(2026, 10, 16, 14), ends_at=None))
    edit(form, "end").setFocus()
    qtbot.keyClicks(edit(form, "end"), "1.00")
    assert not form.next_day.isVisible()


def test_a_night_stays_a_night_on_another_day(form: ActivityForm) -> None:
    form.show_draft(NIGHT)
    form.set_value("day", datetime(2026, 10, 23).date())
    assert form.draft() == replace(NIGHT, starts_at=datetime(2026, 10, 23, 21), ends_at=datetime(2026, 10, 24, 1))


def test_a_time_that_comes_twice_is_said(form: ActivityForm) -> None:
    with dutch_clock():
        form.show_draft(activity_draft(starts_at=datetime(2026, 10, 24, 21), ends_at=datetime(2026, 10, 25, 2, 30)))
        assert form.field("day").hint.text().startswith("This time comes twice that night")
        form.show_draft(NIGHT)
        assert not form.field("day").hint.isVisible()


# What should be known


def test_fewer_places_than_sign_ups_is_said_while_typing(form: ActivityForm, qtbot: QtBot) -> None:
    form.show_draft(activity_draft(capacity=16), heads=14)
    assert not form.field("capacity").hint.isVisible()
    number(form, "capacity").setFocus()
    number(form, "capacity").selectAll()
    qtbot.keyClicks(number(form, "capacity"), "12")
    assert form.field("capacity").hint.text().startswith("14 people signed up already. Nobody is taken off")


def test_fewer_places_are_saved_and_nobody_is_put_off(desk: Desk, qtbot: QtBot, store: Store) -> None:
    activity = store.write(DONE, plan.add_activity, activity_draft(capacity=5))
    signed_up(store, activity, add_people(store, 3))
    tab = OverviewTab(desk)
    qtbot.addWidget(tab)
    tab.show()
    tab.show_card(store.read(queries.card, activity))

    tab.form.set_value("capacity", 2)
    tab.form.committed.emit("capacity")
    qtbot.waitUntil(lambda: store.read(queries.card, activity).draft.capacity == 2)

    assert [row.waiting for row in store.read(queries.signups, activity)] == [False] * 3


def test_a_plan_of_others_says_that_nobody_asked_and_saves(form: ActivityForm, qtbot: QtBot) -> None:
    form.show_draft(activity_draft(source="organisation"))
    assert form.asking.isVisible()
    number(form, "asked_by").setFocus()
    number(form, "asked_by").selectAll()
    qtbot.keyClicks(number(form, "asked_by"), "3")
    assert not form.asking.isVisible()
    number(form, "asked_by").selectAll()
    qtbot.keyClicks(number(form, "asked_by"), "0")
    assert form.asking.isVisible()
    edit(form, "anyway").setFocus()
    qtbot.keyClicks(edit(form, "anyway"), "de huur loopt al")
    assert not form.asking.isVisible()
    _checked(form.draft())


# Places


def used(store: Store) -> None:
    for day, place, capacity in ((1, "De Kas, Esdoornplein 2", 16), (2, "Grasveld", None)):
        draft = activity_draft(starts_at=datetime(2026, 9, day, 12), ends_at=None, capacity=capacity)
        store.write(DONE, plan.add_activity, replace(draft, place=place))


@pytest.mark.qt_log_ignore("raise", "grabbing the keyboard")
def test_a_place_used_before_is_offered_with_its_places(
    form: ActivityForm, desk: Desk, qtbot: QtBot, store: Store
) -> None:
    used(store)
    form.show_draft(ActivityDraft("Soep", datetime(2026, 10, 14, 12)))
    form.place.setFocus()
    qtbot.waitUntil(desk.jobs.is_idle)
    qtbot.waitUntil(lambda: bool(form.place._known))

    qtbot.keyClicks(form.place, "esd")
    popup = form.place._list.popup()
    assert popup is not None
    qtbot.waitUntil(popup.isVisible)
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Return)

    assert form.place.text() == "De Kas, Esdoornplein 2"
    assert form.value("capacity") == 16
    draft = form.draft()
    assert (draft.place, draft.capacity) == ("De Kas, Esdoornplein 2", 16)


@pytest.mark.qt_log_ignore("raise", "grabbing the keyboard")
def test_how_many_fit_is_left_alone_when_it_is_filled_in(
    form: ActivityForm, desk: Desk, qtbot: QtBot, store: Store
) -> None:
    used(store)
    form.show_draft(ActivityDraft("Soep", datetime(2026, 10, 14, 12), capacity=40))
    form.place.setFocus()
    qtbot.waitUntil(lambda: bool(form.place._known))
    qtbot.keyClicks(form.place, "kas")
    popup = form.place._list.popup()
    assert popup is not None
    qtbot.waitUntil(popup.isVisible)
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert form.draft().capacity == 40


def test_any_other_place_will_do(form: ActivityForm, qtbot: QtBot) -> None:
    form.show_draft(ActivityDraft("Soep", datetime(2026, 10, 14, 12)))
    form.place.setFocus()
    qtbot.keyClicks(form.place, "Bij Toos thuis")
    qtbot.keyClick(form.place, Qt.Key.Key_Tab)
    assert form.draft().place == "Bij Toos thuis"


@pytest.mark.qt_log_ignore("raise", "grabbing the keyboard")
def test_enter_in_the_list_of_places_chooses_and_adds_nothing_yet(desk: Desk, qtbot: QtBot, store: Store) -> None:
    used(store)
    view = NewView(desk)
    qtbot.addWidget(view)
    view.show()
    view.begin(datetime(2026, 10, 21).date())
    view.form.set_value("title", "Soep")
    view.form.place.setFocus()
    qtbot.waitUntil(lambda: bool(view.form.place._known))
    qtbot.keyClicks(view.form.place, "kas")
    popup = view.form.place._list.popup()
    assert popup is not None
    qtbot.waitUntil(popup.isVisible)
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert len(store.read(queries.listed)) == 2

    qtbot.keyClick(view.form.place, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(store.read(queries.listed)) == 3)
    made = store.read(queries.listed)[-1]
    assert (made.place, made.capacity) == ("De Kas, Esdoornplein 2", 16)
