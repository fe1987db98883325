"""Labels in the window: measures of one's own, told when they cannot be, kept; and addresses where nobody is known."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from people_screen import page_of, settled, words
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from builders import DONE, add_person, new_store
from buurtapp.core.store import Store
from buurtapp.features.group.queries import outgoing
from buurtapp.features.people.actions import doors
from buurtapp.features.people.queries import cards
from buurtapp.features.people.ui.papers.kinds import PaperKind
from buurtapp.features.people.ui.papers.labels_form import LabelsForm
from buurtapp.features.people.ui.papers.post_form import PostForm
from buurtapp.features.people.ui.papers.view import PapersView
from buurtapp.printing.render import page_texts
from buurtapp.uikit.desk import Desk
from screen_audit import problems
from uikit_builders import Answers, desk_for


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with new_store(tmp_path) as made:
        yield made


@pytest.fixture
def desk(store: Store, qtbot: QtBot) -> Iterator[Desk]:
    made = desk_for(store)

    def save(settings: object) -> None:
        made.settings = settings  # type: ignore[assignment]

    made.asked_to_save.connect(save)
    yield made
    qtbot.waitUntil(made.jobs.is_idle)
    made.jobs.close()


def _opened(qtbot: QtBot, desk: Desk, kind: PaperKind = "labels") -> PapersView:
    page = page_of(qtbot, desk)
    page.list.focus_list()
    qtbot.keyClick(page.list.table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    view = page.papers.view()
    with qtbot.waitSignal(view.parts.preview.drawn):
        page.papers.open_ticked(kind)
    return view


def _labels(view: PapersView) -> LabelsForm:
    form = view.parts.form("labels")
    assert isinstance(form, LabelsForm)
    return form


def _type(qtbot: QtBot, form: LabelsForm, name: str, written: str) -> None:
    box = form.own.form.field(name).input
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(box, Qt.Key.Key_Delete)
    qtbot.keyClicks(box, written)
    qtbot.keyClick(box, Qt.Key.Key_Tab)


def _saved(qtbot: QtBot, desk: Desk, view: PapersView, file: Path) -> str:
    assert isinstance(desk.choosing, Answers)
    desk.choosing.file = file
    with qtbot.waitSignal(desk.told):
        qtbot.keyClick(view.parts.pdf_button, Qt.Key.Key_Return)
    return "\n".join(page_texts(file.read_bytes()))


def test_measures_of_ones_own_are_typed_and_kept(qtbot: QtBot, desk: Desk, store: Store) -> None:
    add_person(store)
    view = _opened(qtbot, desk)
    form = _labels(view)
    qtbot.keyClick(form.form.field("sheet").input, Qt.Key.Key_End)
    assert form.own.isVisible()
    qtbot.waitUntil(lambda: problems(view) == [])

    for name, written in (
        ("columns", "2"),
        ("rows", "4"),
        ("width_mm", "95,5"),
        ("height_mm", "60"),
        ("gap_y_mm", "4"),
    ):
        with qtbot.waitSignal(view.parts.preview.drawn):
            _type(qtbot, form, name, written)

    sheet = form.choice().sheet
    assert (sheet.count, sheet.width_mm, sheet.gap_y_mm) == (8, 95.5, 4.0)
    assert view.parts.print_button.isEnabled()
    assert desk.settings.own_labels == "2x4 95.5x60 7.25x12.9 2.5x4"
    again = LabelsForm()
    again.use_desk(desk)
    assert again.choice().sheet == sheet


@pytest.mark.parametrize(
    ("name", "written", "says"),
    [
        ("width_mm", "100", "Together the labels are 312.2 mm wide; a sheet of A4 is 210 mm."),
        ("width_mm", "breed", "Write a number of millimetres, such as 38.1."),
        ("width_mm", "", "Write a number of millimetres, such as 38.1."),
        ("height_mm", "5", "A label must be at least 30 by 16 mm, or no address fits on it."),
        ("left_mm", "-3", "Margins and gaps cannot be less than zero."),
    ],
)
def test_measures_that_cannot_be_are_told_beside_them_and_print_nothing(
    qtbot: QtBot, desk: Desk, store: Store, name: str, written: str, says: str
) -> None:
    add_person(store)
    view = _opened(qtbot, desk)
    form = _labels(view)
    form.choose_own()

    with qtbot.waitSignal(view.parts.preview.drawn):
        _type(qtbot, form, name, written)
    settled(qtbot, desk)

    assert form.own.form.field(name).problem.text() == says
    assert not view.parts.print_button.isEnabled()
    assert desk.settings.own_labels == ""
    form.picture.grab()


def test_damaged_settings_are_no_sheet(store: Store) -> None:
    desk = desk_for(store)
    desk.settings = replace(desk.settings, own_labels="3x8 700x37 0x0")
    form = LabelsForm()
    form.use_desk(desk)
    assert not form.is_own
    desk.jobs.close()


@pytest.mark.parametrize("kind", ["labels", "letter", "envelopes"])
def test_post_goes_to_the_residents_of_addresses_where_nobody_is_known(
    qtbot: QtBot, desk: Desk, store: Store, tmp_path: Path, kind: PaperKind
) -> None:
    add_person(store, "Henk van der Meer", "Klaverstraat 5")
    add_person(store, "Stil Persoon", "Klaverstraat 9", do_not_approach=True)
    for street, numbers in (("Klaverstraat", "1-9 odd"), ("Zandpad", "2")):
        store.write(DONE, doors.add_addresses, street, numbers, "", "")
    quiet = next(row.id for row in store.read(cards.addresses) if row.door.line == "Klaverstraat 7")
    store.write(DONE, doors.set_address_flags, quiet, do_not_approach=True)
    view = _opened(qtbot, desk, kind)
    form = view.parts.form(kind)
    assert isinstance(form, PostForm)
    box = form.form.field("empty").input
    assert [box.itemText(at) for at in range(box.count())] == [  # type: ignore[union-attr]
        "No",
        "The same streets: 2 addresses",
        "All streets: 3 addresses",
        "Klaverstraat: 2 addresses",
        "Zandpad: 1 address",
    ]

    with qtbot.waitSignal(view.parts.preview.drawn):
        qtbot.keyClick(box, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: problems(view) == [])
    paper = _saved(qtbot, desk, view, tmp_path / "post.pdf")

    assert "Henk van der Meer" in paper
    assert paper.count("To the residents of") == 2
    for line in ("Klaverstraat 1", "Klaverstraat 3", "Klaverstraat 5"):
        assert line in paper
    for line in ("Klaverstraat 7", "Klaverstraat 9", "Zandpad", "Stil"):
        assert line not in paper


def test_without_such_addresses_nothing_is_asked(qtbot: QtBot, desk: Desk, store: Store) -> None:
    add_person(store)
    view = _opened(qtbot, desk)
    assert "Also where nobody is known" not in words(view)


@pytest.mark.parametrize("kind", ["labels", "badges"])
def test_what_is_saved_in_the_window_is_noted_without_who(
    qtbot: QtBot, desk: Desk, store: Store, tmp_path: Path, kind: PaperKind
) -> None:
    add_person(store, "Henk van der Meer", "Klaverstraat 5")
    view = _opened(qtbot, desk, kind)

    _saved(qtbot, desk, view, tmp_path / "uit.pdf")
    settled(qtbot, desk)

    (noted,) = store.read(outgoing)
    assert (noted.kind, noted.people, noted.pages, noted.fields[0]) == (kind, 1, 1, "name")
