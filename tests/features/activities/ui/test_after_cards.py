"""Afterwards on the screen by keyboard: three lines and Enter, calls for who did not come, and the card beside it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from builders import DONE, add_activity, add_people, add_person, new_store, signed_up
from buurtapp.core.store import Store
from buurtapp.features.activities import queries as activities
from buurtapp.features.activities.actions import attend, copy
from buurtapp.features.activities.afterwards import actions, queries
from buurtapp.features.activities.afterwards.records import EvaluationDraft, Lesson
from buurtapp.features.activities.ui.after_cards import AfterCards
from buurtapp.features.activities.ui.after_lesson import LessonNote
from buurtapp.features.activities.ui.overview_tab import OverviewTab
from buurtapp.features.activities.ui.short_card import ShortCard
from buurtapp.features.promises.queries import about
from buurtapp.uikit.desk import Desk
from uikit_builders import desk_for

BEEN, SOON = datetime(2026, 10, 7, 12), datetime(2026, 10, 14, 12)


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


def shown(desk: Desk, qtbot: QtBot, number: int) -> AfterCards:
    """The cards of an activity, with everything that is read in the background."""
    cards = AfterCards(desk)
    qtbot.addWidget(cards)
    cards.resize(700, 900)
    cards.show()

    def show() -> None:
        cards.show_card(desk.read(activities.card, number))

    desk.changed.connect(lambda _changes: show())
    show()
    qtbot.waitUntil(desk.jobs.is_idle)
    return cards


def line(cards: AfterCards, name: str) -> QLineEdit:
    input_ = cards.evaluation.form.field(name).input
    assert isinstance(input_, QLineEdit)
    return input_


def test_three_lines_are_written_with_enter_alone_and_taken_back(store: Store, desk: Desk, qtbot: QtBot) -> None:
    number = add_activity(store, starts_at=BEEN)
    before = store.check().digest
    cards = shown(desk, qtbot, number)
    cards.evaluation.focus_first()

    for words in ("Iedereen hielp.", "De radio uit.", "Te veel muziek.", "3", "6,5"):
        focus = QApplication.focusWidget()
        assert isinstance(focus, QLineEdit)
        qtbot.keyClicks(focus, words)
        qtbot.keyClick(focus, Qt.Key.Key_Return)
        qtbot.waitUntil(desk.jobs.is_idle)

    assert store.read(queries.evaluation, number) == EvaluationDraft(
        "Iedereen hielp.", "De radio uit.", "Te veel muziek.", 3, 390
    )
    for _each in range(5):
        store.undo()
    assert store.check().digest == before
    qtbot.waitUntil(lambda: line(cards, "went_well").text() == "")


def test_hours_that_cannot_be_read_are_told_below_their_line_and_keep_the_rest(
    store: Store, desk: Desk, qtbot: QtBot
) -> None:
    number = add_activity(store, starts_at=BEEN)
    cards = shown(desk, qtbot, number)
    for name, words in (("helpers", "veel"), ("hours", "zes")):
        line(cards, name).setFocus()
        qtbot.keyClicks(line(cards, name), words)
        qtbot.keyClick(line(cards, name), Qt.Key.Key_Return)
    assert all(cards.evaluation.form.field(name).problem.text() for name in ("helpers", "hours"))
    assert store.read(queries.evaluation, number).is_empty
    for name in ("helpers", "hours"):
        line(cards, name).setFocus()
        line(cards, name).selectAll()
        qtbot.keyClicks(line(cards, name), "2")
        qtbot.keyClick(line(cards, name), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: store.read(queries.evaluation, number) == EvaluationDraft("", "", "", 2, 120))
    assert not cards.evaluation.form.field("hours").problem.text()


def test_what_was_typed_is_saved_when_another_activity_is_shown(store: Store, desk: Desk, qtbot: QtBot) -> None:
    number, other = add_activity(store, starts_at=BEEN), add_activity(store, "Burendag", BEEN)
    cards = AfterCards(desk)
    qtbot.addWidget(cards)
    cards.show()
    cards.show_card(desk.read(activities.card, number))
    qtbot.waitUntil(desk.jobs.is_idle)
    cards.evaluation.focus_first()
    qtbot.keyClicks(line(cards, "went_well"), "Iedereen hielp.")
    cards.show_card(desk.read(activities.card, other))
    qtbot.waitUntil(lambda: store.read(queries.evaluation, number) == EvaluationDraft("Iedereen hielp."))
    qtbot.waitUntil(desk.jobs.is_idle)
    assert store.read(queries.evaluation, other).is_empty
    assert not line(cards, "went_well").text()


def test_words_about_health_get_a_gentle_hint_while_they_are_typed(store: Store, desk: Desk, qtbot: QtBot) -> None:
    cards = shown(desk, qtbot, add_activity(store, starts_at=BEEN))
    assert cards.evaluation.warning.isHidden()
    qtbot.keyClicks(line(cards, "said"), "Piet is dement")
    assert not cards.evaluation.warning.isHidden()


def test_expected_and_came_are_told_beside_their_bars(store: Store, desk: Desk, qtbot: QtBot) -> None:
    number = add_activity(store, starts_at=BEEN)
    first, second = add_people(store, 2)
    signed_up(store, number, [first, second])
    cards = shown(desk, qtbot, number)
    bars = cards.evaluation.bars
    assert (bars.expected_words.text(), bars.came_words.text()) == ("2", "not counted yet")
    store.write(DONE, attend.set_present, number, first, present=True)
    store.write(DONE, attend.count_heads, number, 2, 1)
    qtbot.waitUntil(lambda: bars.came_words.text() == "1 + 3 guests")


def test_who_did_not_come_is_called_with_the_keyboard(store: Store, desk: Desk, qtbot: QtBot) -> None:
    number = add_activity(store, starts_at=BEEN)
    came, missed = add_people(store, 2)
    alone = add_person(store, "Jaap Mulder", "Vlierhof 7", do_not_approach=True)
    signed_up(store, number, [came, missed, alone])
    cards = shown(desk, qtbot, number)
    assert cards.missed.isHidden()
    store.write(DONE, attend.set_present, number, came, present=True)
    qtbot.waitUntil(lambda: not cards.missed.isHidden())
    assert cards.missed.chosen() == [missed]
    assert [row.tick.isEnabled() for row in cards.missed.rows] == [True, False]

    tick, button = cards.missed.rows[0].tick, cards.missed.call_button
    tick.setFocus()
    qtbot.keyClick(tick, Qt.Key.Key_Space)
    assert not button.isEnabled()
    qtbot.keyClick(tick, Qt.Key.Key_Space)
    assert following(tick) is button
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(store.read(about, "activity", number)) == 1)

    (promise,) = store.read(about, "activity", number)
    assert (promise.draft.about_person_id, promise.draft.due_on) == (missed, date(2026, 10, 15))
    qtbot.waitUntil(lambda: not button.isEnabled())
    assert cards.missed.chosen() == []


def following(widget: QWidget) -> QWidget | None:
    """The next widget that Tab goes to."""
    found = widget.nextInFocusChain()
    while found is not None and not (found.focusPolicy() & Qt.FocusPolicy.TabFocus and found.isEnabled()):
        found = found.nextInFocusChain()
    return found


def test_before_it_begins_there_is_nothing_to_look_back_on(store: Store, desk: Desk, qtbot: QtBot) -> None:
    assert shown(desk, qtbot, add_activity(store, starts_at=SOON)).isHidden()


# The card beside it


def short(desk: Desk, qtbot: QtBot, number: int, purpose: str = "Buren kennen elkaar.") -> ShortCard:
    card = ShortCard(desk)
    qtbot.addWidget(card)
    card.show()
    card.show_card(desk.read(activities.card, number), [], purpose)
    qtbot.waitUntil(desk.jobs.is_idle)
    return card


def test_the_card_tells_how_it_went_the_last_time(store: Store, desk: Desk, qtbot: QtBot) -> None:
    been, number = add_activity(store, starts_at=BEEN), add_activity(store, starts_at=SOON)
    people = add_people(store, 3)
    signed_up(store, been, people[:2])
    store.write(DONE, attend.set_present, been, people[0], present=True)
    learned = EvaluationDraft(next_time="De radio uit.", said="Te veel muziek.")
    store.write(DONE, actions.write_down, been, learned)
    signed_up(store, number, people)

    card = short(desk, qtbot, number)

    assert card.last.title.text() == "Last time, 7 October"
    assert card.last.came.text() == "1 of 2 came."
    assert card.last.quote.label.text() == "“Te veel muziek.” De radio uit."
    assert card.facts.text() == "2 people come for the first time."
    assert (card.flyer.when.text(), card.printed.when.text()) == ("not yet", "not yet")
    assert card.why.text() == "Buren kennen elkaar."


def test_a_first_time_has_no_last_time_and_its_own_purpose_wins(store: Store, desk: Desk, qtbot: QtBot) -> None:
    number = add_activity(store, starts_at=BEEN)
    card = short(desk, qtbot, number, "")
    assert card.last.isHidden()
    assert card.flyer.isHidden()
    assert card.why.isHidden()
    assert card.printed.when.text() == "not printed"


def test_a_lesson_stands_above_a_plan_as_long_as_there_is_one(store: Store, desk: Desk, qtbot: QtBot) -> None:
    been, number = add_activity(store, "Inloop", BEEN), add_activity(store, "Inloop", SOON)
    note = LessonNote(desk)
    qtbot.addWidget(note)
    note.show_activity(number)
    qtbot.waitUntil(desk.jobs.is_idle)
    assert note.isHidden()
    store.write(DONE, actions.write_down, been, EvaluationDraft(next_time="Vraag eerst drie buren."))
    for is_new in (False, True):
        note.show_lesson(None)
        if is_new:
            note.show_newest()
        else:
            note.show_activity(number)
        qtbot.waitUntil(lambda: not note.isHidden())
        assert note.label.text() == "Lesson of 7 October: Vraag eerst drie buren."
    note.show_lesson(Lesson(BEEN.date(), "x", "w" * 5000))
    assert len(note.label.text()) < 1000


def test_who_did_not_come_is_printed_as_a_call_list(store: Store, desk: Desk, qtbot: QtBot) -> None:
    number = add_activity(store, starts_at=BEEN)
    came = add_person(store, "Samira El Idrissi", "Klaverstraat 8")
    missed = add_person(store, "Henk van der Meer", "Klaverstraat 5", phones=["06 0000 0104"])
    signed_up(store, number, [came, missed])
    store.write(DONE, attend.set_present, number, came, present=True)
    cards = shown(desk, qtbot, number)
    qtbot.waitUntil(lambda: not cards.missed.isHidden())

    qtbot.keyClick(cards.missed.list_button, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: cards.missed.out is not None and cards.missed.out.dialog is not None, timeout=10_000)
    assert cards.missed.out is not None
    dialog, drawn = cards.missed.out.dialog, cards.missed.out.drawn
    assert dialog is not None
    assert drawn is not None
    assert drawn.outgoing.people == 1
    dialog.reject()
    qtbot.waitUntil(desk.jobs.is_idle)


def test_a_copy_has_the_lesson_on_top_until_it_is_over(store: Store, desk: Desk, qtbot: QtBot) -> None:
    been, other = add_activity(store, "Inloop", BEEN), add_activity(store, "Bingo", SOON)
    store.write(DONE, actions.write_down, been, EvaluationDraft(next_time="Vraag eerst drie buren."))
    copied = store.write(DONE, copy.copy_activity, been, SOON)
    tab = OverviewTab(desk)
    qtbot.addWidget(tab)
    tab.show()

    tab.show_card(desk.read(activities.card, copied))
    qtbot.waitUntil(lambda: not tab.lesson.isHidden())
    assert tab.lesson.label.text() == "Lesson of 7 October: Vraag eerst drie buren."
    # An answer that comes after another activity was shown is too late.
    tab.show_card(desk.read(activities.card, copied))
    tab.show_card(desk.read(activities.card, other))
    qtbot.waitUntil(desk.jobs.is_idle)
    assert tab.lesson.isHidden()
    tab.show_card(desk.read(activities.card, been))
    qtbot.waitUntil(desk.jobs.is_idle)
    assert tab.lesson.isHidden()
