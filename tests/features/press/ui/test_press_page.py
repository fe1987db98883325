"""The flyer studio by keyboard: words, looks, examples, and what cannot be made."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from press_studio import a_desk, a_store, gone, press, said, shown, write
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from builders import DONE, activity_draft, add_activity, new_store
from buurtapp.core.store import Store
from buurtapp.features.activities.actions import plan
from buurtapp.features.press.ui.fields import FlyerFields
from buurtapp.features.press.ui.page import PressPage
from buurtapp.uikit.desk import Desk
from uikit_builders import desk_for


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with a_store(tmp_path) as made:
        yield made


@pytest.fixture
def desk(store: Store, qtbot: QtBot) -> Iterator[Desk]:
    with a_desk(store, qtbot) as made:
        yield made


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> Iterator[PressPage]:
    made = shown(desk, qtbot)
    yield made
    gone(made, qtbot)


def test_the_words_come_from_the_activity(page: PressPage) -> None:
    fields = page.studio.fields
    assert said(page, "title") == "Soep op woensdag"
    assert said(page, "when") == "Wednesday 14 October"
    assert said(page, "where") == "De Kas"
    assert said(page, "where_more") == "Esdoornplein 2"
    assert said(page, "contact") == "Marijke van der Meer"
    assert said(page, "phone") == "06 0000 0105"
    assert fields.bound("title").origin.text() == "from the activity"
    assert not fields.bound("who").origin.isVisible()
    assert page.studio.preview.has_picture()


def test_typing_loosens_a_word_and_a_link_binds_it_again(page: PressPage, qtbot: QtBot) -> None:
    field = page.studio.fields.bound("title")

    write(page, qtbot, "title", "Soep & brood")
    flyer = page.flyer()
    assert flyer is not None
    assert flyer.text.title == "Soep & brood"
    assert field.origin.text() == "own text"
    assert field.back.isVisible()

    with qtbot.waitSignal(page.studio.preview.drawn):
        qtbot.keyClick(field.back, Qt.Key.Key_Return)
    assert said(page, "title") == "Soep op woensdag"
    assert not field.back.isVisible()
    assert field.input.hasFocus() or not page.isActiveWindow()


def test_what_was_typed_stays_when_the_activity_changes(page: PressPage, store: Store, qtbot: QtBot) -> None:
    write(page, qtbot, "title", "Eigen titel")

    draft = activity_draft("Stamppot", contact=1)
    with qtbot.waitSignal(page.studio.preview.drawn):
        store.write(DONE, plan.change_activity, 1, draft)

    assert said(page, "title") == "Eigen titel"
    write(page, qtbot, "title", "Stamppot")
    assert page.studio.fields.bound("title").origin.text() == "from the activity"


def test_each_activity_keeps_its_own_words(page: PressPage, store: Store, qtbot: QtBot) -> None:
    other = add_activity(store, "Straatfeest")
    qtbot.waitUntil(lambda: page.studio.activity.count() == 2)
    write(page, qtbot, "title", "Eigen titel")

    page.show_place(activity=other)
    assert said(page, "title") == "Straatfeest"
    page.show_place(activity=1)
    assert said(page, "title") == "Eigen titel"


def test_the_invitation_says_how_easy_it_reads(page: PressPage, qtbot: QtBot) -> None:
    reading = page.studio.fields.reading

    write(page, qtbot, "body", "Kom eten. Er is soep.")
    assert reading.ease.text() == "easy to read"
    assert reading.count.text() == "2 sentences, 5 words"

    write(page, qtbot, "body", "en nog een woord " * 7)
    assert reading.ease.text() == "long sentences"


def test_what_cannot_fit_is_told_and_the_last_good_page_stays(page: PressPage, qtbot: QtBot) -> None:
    body = page.studio.fields.field("body")
    with qtbot.waitSignal(page.studio.preview.drawn):
        page.studio.fields.set_value("body", "Neem een stoel mee. " * 300)
        qtbot.keyClicks(body.input, "Nu.")

    assert page.studio.notes[0].isVisible()
    assert "too long for A5" in page.studio.notes[0].label.text()
    assert "take out about" in body.problem.text()
    assert page.studio.preview.has_picture()
    assert not page.studio.preview.is_good()
    assert not page.studio.print_button.isEnabled()
    assert page.studio.print_button.text().strip() == "Not yet: the text is too long"
    assert "too long" in page.studio.pdf_button.toolTip()

    write(page, qtbot, "body", "Kom eten.")
    assert page.studio.preview.is_good()
    assert not page.studio.notes[0].isVisible()
    assert body.problem.text() == ""
    assert page.studio.print_button.isEnabled()


def test_a_flyer_without_title_or_contact_says_so(page: PressPage, desk: Desk, qtbot: QtBot) -> None:
    told: list[str] = []
    desk.told.connect(lambda what, _kind, _undo: told.append(str(what)))

    write(page, qtbot, "title", "")
    assert page.studio.fields.field("title").problem.text() == "A flyer needs a title."
    page.print_it()
    assert told == ["A flyer needs a title. Fill in what there is to do."]

    write(page, qtbot, "title", "Soep")
    write(page, qtbot, "contact", "")
    write(page, qtbot, "phone", "")
    assert page.studio.fields.field("contact").problem.text().startswith("Nobody can ask anything")
    assert page.studio.print_button.text().strip() == "Not yet: nobody to ask"


def test_looks_are_chosen_with_keys_and_the_paper_is_counted(page: PressPage, qtbot: QtBot) -> None:
    studio = page.studio
    assert studio.sheets.text() == "30 sheets of A4"
    assert studio.cut.text() == "2 flyers on a sheet, then cut"
    assert studio.print_button.text().strip() == "Print 60 flyers"

    qtbot.keyClick(page, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert studio.sheets.text() == "15 sheets of A4"
    assert shown_ups(page) == [1, 4]

    press(qtbot, studio.tools.up.buttons[1])
    assert studio.sheets.text() == "60 sheets of A6"
    assert not studio.cut.isVisible()

    qtbot.keyClick(page, Qt.Key.Key_4, Qt.KeyboardModifier.ControlModifier)
    assert studio.sheets.text() == "60 sheets of A3"
    assert not studio.tools.up.isVisible()

    studio.copies.selectAll()
    qtbot.keyClicks(studio.copies, "1")
    assert studio.sheets.text() == "1 sheet of A3"
    assert studio.print_button.text().strip() == "Print 1 flyer"

    press(qtbot, studio.tools.theme.buttons["delft"])
    press(qtbot, studio.tools.ink.buttons["grey"])
    flyer = page.flyer()
    assert flyer is not None
    assert (flyer.format, flyer.theme, flyer.ink, flyer.up) == ("A3", "delft", "grey", 1)
    assert studio.tools.theme_name.text() == "Delft blue"


def shown_ups(page: PressPage) -> list[object]:
    return [up for up, button in page.studio.tools.up.buttons.items() if button.isVisible()]


def test_the_whole_sheet_can_be_looked_at(page: PressPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.studio.preview.drawn) as one:
        press(qtbot, page.studio.look_button)
    assert one.args is not None
    assert one.args[0].flyer.up == 2
    assert page.studio.look_button.text() == "Look at one flyer"

    with qtbot.waitSignal(page.studio.preview.drawn) as other:
        press(qtbot, page.studio.look_button)
    assert other.args is not None
    assert other.args[0].flyer.up == 1


def test_the_arrows_go_through_the_examples(page: PressPage, qtbot: QtBot) -> None:
    gallery = page.studio.gallery
    qtbot.waitUntil(lambda: page._shown_small != ())
    assert [index.data() for index in gallery.selectedIndexes()] == ["Flyer A5"]

    qtbot.keyClick(gallery, Qt.Key.Key_Right)

    flyer = page.flyer()
    assert flyer is not None
    assert (flyer.format, flyer.ink) == ("A5", "saving")
    assert [index.data() for index in gallery.selectedIndexes()] == ["Saves ink"]

    press(qtbot, page.studio.tools.format.buttons["A4"])
    assert gallery.selectedIndexes() == []  # no example is A4 that saves ink


def test_the_examples_are_those_of_the_activity_in_sight(page: PressPage, store: Store, qtbot: QtBot) -> None:
    without_contact = add_activity(store, "Straatfeest")
    qtbot.waitUntil(lambda: page.studio.activity.count() == 2)
    qtbot.waitUntil(lambda: drawn_examples(page) == 6)

    with qtbot.waitSignal(page.studio.preview.drawn):
        page.show_place(activity=without_contact)
    assert drawn_examples(page) == 0

    page.show_place(activity=1)
    qtbot.waitUntil(lambda: drawn_examples(page) == 6)


def drawn_examples(page: PressPage) -> int:
    pictures = page.studio.gallery._examples.pictures
    return sum(1 for one in pictures if one is not None and not one.isNull())


def test_without_activities_the_way_to_one_is_shown(tmp_path: Path, qtbot: QtBot) -> None:
    with new_store(tmp_path) as store:
        desk = desk_for(store)
        page = PressPage(desk)
        qtbot.addWidget(page)
        page.show()
        page.refresh()
        went: list[tuple[str, object]] = []
        desk.asked_to_go.connect(lambda name, where: went.append((name, where)))

        assert not page.studio.print_button.isVisible()
        page.print_it()
        qtbot.keyClick(page.studio.make_activity, Qt.Key.Key_Return)

        assert went == [("activities", {"new": True})]
        desk.jobs.close()


def test_a_long_list_of_activities_is_searched_by_typing(page: PressPage, store: Store, qtbot: QtBot) -> None:
    for at in range(14):
        add_activity(store, f"Koffie {at}")
    wanted = add_activity(store, "Café Ayşe")
    choice = page.studio.activity
    qtbot.waitUntil(lambda: choice.count() == 16)
    edit = choice.lineEdit()
    assert edit is not None

    edit.setText("ayse")
    qtbot.keyClick(edit, Qt.Key.Key_Return)

    assert choice.currentData() == wanted
    assert said(page, "title") == "Café Ayşe"
    edit.setText("nergens")
    choice.put_back()
    assert edit.text() == "Café Ayşe, 14 October"


@pytest.mark.parametrize("width", [1158, 640])
def test_nothing_is_wider_than_its_column(page: PressPage, qtbot: QtBot, width: int) -> None:
    page.resize(width, 500)
    shown_ones = [button for button in page.findChildren(QPushButton) if button.isVisible()]

    def cut_off() -> list[str]:
        return [
            button.text()
            for button in shown_ones
            if button.width() < button.minimumSizeHint().width()
            or button.mapTo(page, button.rect().topRight()).x() > width
        ]

    assert shown_ones
    qtbot.waitUntil(lambda: cut_off() == [])


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("size", ["A6", "A4"])
def test_an_odd_name_breaks_nothing(store: Store, qtbot: QtBot, language: str, size: str) -> None:
    title = "<b>Henk & Jan</b> \u202bسلام\u202c 🎉 regel\nterwijl " + "a" * 60
    odd = store.write(DONE, plan.add_activity, activity_draft(title, contact=1))
    desk = desk_for(store, language=language)
    page = shown(desk, qtbot)

    page.studio.tools.chosen.emit("format", size)
    with qtbot.waitSignal(page.studio.preview.drawn):
        page.show_place(activity=odd)

    assert page.width() == 1158
    assert "<b>Henk" in page.studio.activity.currentText()
    gone(page, qtbot)
    desk.jobs.close()


def test_every_field_has_a_name(qtbot: QtBot) -> None:
    fields = FlyerFields()
    qtbot.addWidget(fields)
    for name in ("title", "body", "kicker"):
        assert fields.field(name).input.accessibleName()
