"""Papers for people by keyboard: from the ticks in the list to a PDF, with who may not be approached left out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from people_screen import page_of, settled, words
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from builders import add_people, add_person, new_store
from buurtapp.core.store import Store
from buurtapp.features.people.ui.page import PeoplePage
from buurtapp.features.people.ui.papers.kinds import PaperKind
from buurtapp.features.people.ui.papers.labels_form import LabelsForm
from buurtapp.features.people.ui.papers.letter_form import LetterForm
from buurtapp.features.people.ui.papers.view import PapersView
from buurtapp.printing.render import page_texts
from buurtapp.uikit.desk import Desk
from uikit_builders import Answers, desk_for

ODD = ("<b>Henk</b> <img src=x>", "🙂🙂 Emoji", "Aa" + "b" * 300, "Jan\nvan\u2028Dijk")


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


def press(qtbot: QtBot, widget: QWidget | None, key: Qt.Key) -> None:
    assert widget is not None
    qtbot.keyClick(widget, key)


def opened(qtbot: QtBot, page: PeoplePage, kind: PaperKind) -> PapersView:
    """The paper of everybody that is found, ticked and asked for by keyboard, as it is once it was drawn."""
    page.list.focus_list()
    qtbot.keyClick(page.list.table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    view = page.papers.view()
    with qtbot.waitSignal(view.parts.preview.drawn):
        press(qtbot, page.bulk.papers[kind], Qt.Key.Key_Return)
    return view


def saved(qtbot: QtBot, desk: Desk, view: PapersView, file: Path) -> str:
    """The text of the PDF that the button saves."""
    answers = desk.choosing
    assert isinstance(answers, Answers)
    answers.file = file
    with qtbot.waitSignal(desk.told):
        press(qtbot, view.parts.pdf_button, Qt.Key.Key_Return)
    return "\n".join(page_texts(file.read_bytes()))


# Labels


def test_labels_of_ticked_people_are_one_for_each_address(
    qtbot: QtBot, desk: Desk, store: Store, tmp_path: Path
) -> None:
    add_person(store, "Henk van der Meer", "Klaverstraat 5")
    add_person(store, "Ria van der Meer", "Klaverstraat 5")
    add_person(store, "Gerrit de Boer", "Klaverstraat 3")
    view = opened(qtbot, page_of(qtbot, desk), "labels")

    paper = saved(qtbot, desk, view, tmp_path / "etiketten.pdf")

    assert "Henk and Ria van der Meer" in paper
    assert "Gerrit de Boer" in paper
    assert paper.count("Klaverstraat 5") == 1
    assert "2 labels to stick, 1 sheet of A4" in words(view)


def test_one_for_each_person_and_the_first_label_are_chosen(
    qtbot: QtBot, desk: Desk, store: Store, tmp_path: Path
) -> None:
    add_person(store, "Henk van der Meer", "Klaverstraat 5")
    add_person(store, "Ria van der Meer", "Klaverstraat 5")
    view = opened(qtbot, page_of(qtbot, desk), "labels")
    form = view.parts.form("labels")
    assert isinstance(form, LabelsForm)
    assert form.form.field("sheet").input.hasFocus()

    press(qtbot, form.form.field("per").input, Qt.Key.Key_Down)
    press(qtbot, form.picture, Qt.Key.Key_Down)
    with qtbot.waitSignal(view.parts.preview.drawn):
        press(qtbot, form.picture, Qt.Key.Key_Right)

    assert form.choice().start_at == form.sheet.columns + 2
    assert form.form.value("start_at") == form.sheet.columns + 2
    assert "2 labels to stick, 1 sheet of A4" in words(view)
    paper = saved(qtbot, desk, view, tmp_path / "etiketten.pdf")
    assert paper.count("Klaverstraat 5") == 2


def test_a_label_is_chosen_with_the_mouse_too(qtbot: QtBot, desk: Desk, store: Store) -> None:
    add_people(store, 2)
    view = opened(qtbot, page_of(qtbot, desk), "labels")
    form = view.parts.form("labels")
    assert isinstance(form, LabelsForm)
    picture = form.picture

    qtbot.mouseClick(picture, Qt.MouseButton.LeftButton, pos=QPoint(picture.height() * 2 // 3, picture.height() // 12))

    assert form.choice().start_at == form.sheet.columns
    assert f"label {form.sheet.columns} of {form.sheet.count}" in picture.accessibleName()


def test_another_sheet_keeps_the_first_label_on_it(qtbot: QtBot, desk: Desk, store: Store) -> None:
    add_people(store, 2)
    view = opened(qtbot, page_of(qtbot, desk), "labels")
    form = view.parts.form("labels")
    assert isinstance(form, LabelsForm)
    form.begin_at(form.sheet.count)
    before = form.sheet.count

    press(qtbot, form.form.field("sheet").input, Qt.Key.Key_Down)

    assert form.sheet.count < before
    assert form.choice().start_at == form.sheet.count
    settled(qtbot, desk)


# A letter


def test_a_letter_leaves_out_who_may_not_be_approached_and_says_so(
    qtbot: QtBot, desk: Desk, store: Store, tmp_path: Path
) -> None:
    add_person(store, "Henk Jansen", "Klaverstraat 1")
    add_person(store, "Gerrit de Boer", "Klaverstraat 3", do_not_approach=True)
    add_person(store, "Zonder Adres", "")
    page = page_of(qtbot, desk)
    view = opened(qtbot, page, "letter")

    paper = saved(qtbot, desk, view, tmp_path / "brief.pdf")

    assert page.bulk.letter.accessibleName() == "Letter (2 of 3)"
    assert page.bulk.letter.toolTip() == "1 person may not be approached by letter."
    assert "Left out, does not want post: Gerrit de Boer." in words(view)
    assert "Left out, no address known: Zonder Adres." in words(view)
    assert "Henk Jansen" in paper
    assert "Gerrit" not in paper
    assert "Zonder" not in paper


def test_the_words_of_a_letter_are_what_is_printed(qtbot: QtBot, desk: Desk, store: Store, tmp_path: Path) -> None:
    add_person(store, "Henk Jansen", "Klaverstraat 1")
    view = opened(qtbot, page_of(qtbot, desk), "letter")
    form = view.parts.form("letter")
    assert isinstance(form, LetterForm)
    body = form.form.field("body").input

    for field, typed in (("subject", "Nieuwe bank"), ("body", "Kom kijken in ")):
        input_ = form.form.field(field).input
        qtbot.keyClick(input_, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        qtbot.keyClicks(input_, typed)
    press(qtbot, form.field_buttons[1], Qt.Key.Key_Space)
    assert body.hasFocus()
    paper = saved(qtbot, desk, view, tmp_path / "brief.pdf")

    assert "Nieuwe bank" in paper
    assert "Kom kijken in Klaverstraat" in paper


def test_a_field_we_do_not_know_is_told_below_the_letter(qtbot: QtBot, desk: Desk, store: Store) -> None:
    add_person(store)
    view = opened(qtbot, page_of(qtbot, desk), "letter")
    form = view.parts.form("letter").form
    body = form.field("body").input

    qtbot.keyClick(body, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    with qtbot.waitSignal(view.parts.preview.drawn):
        qtbot.keyClicks(body, "Beste {oom},")
    qtbot.waitUntil(lambda: not view.parts.print_button.isEnabled())

    assert "We do not know the field {oom}." in form.field("body").problem.text()
    assert not view.parts.pdf_button.isEnabled()


def test_another_letter_to_begin_with_brings_its_words(qtbot: QtBot, desk: Desk, store: Store) -> None:
    add_person(store)
    view = opened(qtbot, page_of(qtbot, desk), "letter")
    form = view.parts.form("letter").form
    before = form.text("body")

    with qtbot.waitSignal(view.parts.preview.drawn):
        press(qtbot, form.field("template").input, Qt.Key.Key_Down)

    assert form.text("body")
    assert form.text("body") != before


def test_with_nobody_left_nothing_can_be_printed(qtbot: QtBot, desk: Desk, store: Store) -> None:
    add_person(store, "Gerrit de Boer", do_not_approach=True)

    view = opened(qtbot, page_of(qtbot, desk), "letter")

    assert not view.parts.print_button.isEnabled()
    assert "There is nobody to print this for." in words(view)


# A list


def test_the_columns_of_a_list_follow_the_ticks(qtbot: QtBot, desk: Desk, store: Store, tmp_path: Path) -> None:
    add_person(store, "Henk Jansen", "Klaverstraat 1", phones=["06 0000 0111"], labels=["soep"])
    page = page_of(qtbot, desk)
    with_phone = saved(qtbot, desk, opened(qtbot, page, "list"), tmp_path / "met.pdf")
    view = page.papers.view()
    ticks = view.parts.form("list").findChildren(QWidget)
    phone, labels = (next(one for one in ticks if one.accessibleName() == name) for name in ("Phone", "Labels"))

    press(qtbot, phone, Qt.Key.Key_Space)
    with qtbot.waitSignal(view.parts.preview.drawn):
        press(qtbot, labels, Qt.Key.Key_Space)
    without = saved(qtbot, desk, view, tmp_path / "zonder.pdf")

    assert "06 0000 0111" in with_phone
    assert "soep" not in with_phone
    assert "06 0000 0111" not in without
    assert "soep" in without


def test_ctrl_p_prints_who_is_ticked_or_else_who_is_found(qtbot: QtBot, desk: Desk, store: Store) -> None:
    henk = add_person(store, "Henk Jansen", "Klaverstraat 1")
    ria = add_person(store, "Ria Jansen", "Klaverstraat 1")
    add_person(store, "Toos van 't Hek", "Vlierhof 1")
    page = page_of(qtbot, desk)
    qtbot.keyClicks(page.search_field, "jansen")

    page.print_it()
    qtbot.waitUntil(lambda: page.papers.is_open)
    assert page.papers.view().kind == "list"
    assert page.papers.view().people == (henk, ria)

    press(qtbot, page.papers.view(), Qt.Key.Key_Escape)
    page.list.focus_list()
    press(qtbot, page.list.table, Qt.Key.Key_Space)
    page.print_it()
    assert page.papers.view().people == page.list.ticked()
    assert len(page.list.ticked()) == 1


# Badges and envelopes


def test_badges_have_a_role_below_the_name(qtbot: QtBot, desk: Desk, store: Store, tmp_path: Path) -> None:
    add_person(store, "Gerrit de Boer")
    add_person(store, "Stil Persoon", "Klaverstraat 9", do_not_approach=True)
    view = opened(qtbot, page_of(qtbot, desk), "badges")
    assert "Left out, does not want to be approached like this: Stil Persoon." in words(view)

    form = view.parts.form("badges").form
    qtbot.keyClicks(form.field("role").input, "Volunteer")
    paper = saved(qtbot, desk, view, tmp_path / "badges.pdf")
    assert "Gerrit" in paper
    assert "Volunteer" in paper
    assert "Stil" not in paper

    with qtbot.waitSignal(view.parts.preview.drawn):
        press(qtbot, form.field("everybody").input, Qt.Key.Key_Space)
    assert "Stil" in saved(qtbot, desk, view, tmp_path / "badges.pdf")


def test_envelopes_have_the_sender_and_their_size(qtbot: QtBot, desk: Desk, store: Store, tmp_path: Path) -> None:
    add_people(store, 2)
    view = opened(qtbot, page_of(qtbot, desk), "envelopes")

    press(qtbot, view.parts.form("envelopes").form.field("size").input, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: "2 envelopes DL" in words(view))
    paper = saved(qtbot, desk, view, tmp_path / "enveloppen.pdf")

    assert paper.count("Klaverhoek") == 2
    assert "Klaverstraat 1" in paper


# Coming and going


def test_escape_goes_back_to_the_button_and_choices_stay(qtbot: QtBot, desk: Desk, store: Store) -> None:
    add_people(store, 2)
    page = page_of(qtbot, desk)
    view = opened(qtbot, page, "labels")
    form = view.parts.form("labels")
    press(qtbot, form.form.field("per").input, Qt.Key.Key_Down)

    press(qtbot, form.form.field("per").input, Qt.Key.Key_Escape)

    assert page.list.isVisible()
    assert page.bulk.papers["labels"].hasFocus()
    with qtbot.waitSignal(view.parts.preview.drawn):
        press(qtbot, page.bulk.papers["labels"], Qt.Key.Key_Return)
    assert form.form.value("per") == "person"


def test_enter_shows_what_will_be_printed(qtbot: QtBot, desk: Desk, store: Store) -> None:
    add_people(store, 2)
    view = opened(qtbot, page_of(qtbot, desk), "labels")

    with qtbot.waitSignal(view.out.opened):
        press(qtbot, view.parts.form("labels").form.field("per").input, Qt.Key.Key_Return)

    assert view.out.dialog is not None
    assert "2 labels to stick, 1 sheet of A4" in words(view.out.dialog)
    view.out.dialog.reject()


def test_somebody_else_sends_people_to_a_paper(qtbot: QtBot, desk: Desk, store: Store) -> None:
    people = add_people(store, 3)
    page = page_of(qtbot, desk)

    page.show_place(paper="badges", people=tuple(people[:2]))

    assert page.papers.is_open
    qtbot.waitUntil(lambda: "2 badges, 1 sheet of A4" in words(page.papers.view()))


def test_pages_are_turned(qtbot: QtBot, desk: Desk, store: Store) -> None:
    add_people(store, 10)
    view = opened(qtbot, page_of(qtbot, desk), "badges")
    assert "1 of 2" in words(view)

    press(qtbot, view.parts.after, Qt.Key.Key_Space)

    assert "2 of 2" in words(view)
    assert not view.parts.after.isEnabled()


def test_a_change_of_somebody_is_on_the_paper_at_once(qtbot: QtBot, desk: Desk, store: Store) -> None:
    add_people(store, 2)
    page = page_of(qtbot, desk)
    view = opened(qtbot, page, "labels")
    view.begin("labels", (*view.people, 3))

    add_person(store, "Henk Jansen", "Zandpad 1")

    qtbot.waitUntil(lambda: "3 labels to stick, 1 sheet of A4" in words(view))


@pytest.mark.parametrize("percent", [100, 150])
def test_odd_names_and_a_small_window_stretch_nothing(qtbot: QtBot, store: Store, percent: int) -> None:
    desk = desk_for(store, percent=percent)
    for at, name in enumerate(ODD):
        add_person(store, name, f"Klaverstraat {at + 1}", do_not_approach=at > 1)
    page = page_of(qtbot, desk, 640)
    page.resize(640, 520)

    kinds: tuple[PaperKind, ...] = ("letter", "list", "labels")
    for kind in kinds:
        with qtbot.waitSignal(page.papers.view().parts.preview.drawn):
            page.show_place(paper=kind, people=tuple(page.list.model.ids()[1:]))
        page.grab()
        view = page.papers.view()
        assert page.width() == 640
        inside = [view.parts.preview, *view.parts.form(kind).findChildren(QWidget)]
        for widget in inside:
            area = widget.parentWidget()
            if widget.isVisibleTo(view) and area is not None:
                assert widget.mapTo(view, QPoint(0, 0)).x() + widget.width() <= view.width()
    settled(qtbot, desk)
    desk.jobs.close()
