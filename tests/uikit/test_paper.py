"""Paper on its way out: the preview, the dialog, and what a printer gets, read back from a PDF it printed."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QMarginsF, Qt
from PySide6.QtGui import QPageLayout
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot
from reportlab.pdfgen.canvas import Canvas

from builders import new_store
from buurtapp.core.i18n import text
from buurtapp.printing.render import page_pixels, page_sizes_mm
from buurtapp.uikit import paper as papers
from buurtapp.uikit.desk import Desk
from buurtapp.uikit.paper import Paper, PaperView, PrintDialog, print_pages
from uikit_builders import Answers, desk_for

A4, A5, A4_FLAT = (210.0, 297.0), (148.0, 210.0), (297.0, 210.0)
_POINTS_MM = 72 / 25.4


def paper_of(*sizes: tuple[float, float], title: str = "Een blad") -> Paper:
    """A paper with a black square of 50 mm, 20 mm from the left and the top of each page."""
    stream = io.BytesIO()
    canvas = Canvas(stream)
    for width, height in sizes:
        canvas.setPageSize((width * _POINTS_MM, height * _POINTS_MM))
        side = 50 * _POINTS_MM
        canvas.rect(20 * _POINTS_MM, (height - 70) * _POINTS_MM, side, side, stroke=0, fill=1)
        canvas.showPage()
    canvas.save()
    pdf = stream.getvalue()
    return Paper(title, pdf, page_sizes_mm(pdf), page_pixels, "een-blad.pdf", "Op dit blad staat niets.")


def printer_to(file: Path, paper: Paper) -> QPrinter:
    """A real printer of Qt that prints into a file."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(file))
    papers._set_page(printer, paper.sizes_mm[0])
    return printer


def printed_pages(file: Path) -> list[tuple[float, float]]:
    """The sizes of the pages that came out, in mm."""
    return page_sizes_mm(file.read_bytes())


def square_of(file: Path, page: int) -> tuple[float, float, float, float]:
    """Where the black square lies on a page that came out: left, top, right and bottom in mm."""
    with pypdfium2.PdfDocument(file.read_bytes()) as document:
        image = document[page].render(scale=2).to_pil().convert("L").point(lambda grey: 255 if grey < 128 else 0)
    box = image.getbbox()
    assert box is not None
    left, top, right, bottom = (dots / 2 / _POINTS_MM for dots in box)
    return left, top, right, bottom


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with new_store(tmp_path) as store:
        made = desk_for(store)
        yield made
        made.jobs.close()


ShowDialog = Callable[..., PrintDialog]


@pytest.fixture
def show_dialog(desk: Desk) -> Iterator[ShowDialog]:
    parent = QWidget()
    parent.resize(1000, 760)
    parent.show()

    def show(paper: Paper, options: QWidget | None = None) -> PrintDialog:
        dialog = PrintDialog(desk, paper, parent, options)
        dialog.open()
        return dialog

    yield show
    parent.close()
    parent.deleteLater()


@pytest.mark.parametrize("size", [A4, A5, A4_FLAT])
def test_the_printer_gets_every_page_at_its_true_size(qapp: object, tmp_path: Path, size: tuple[float, float]) -> None:
    paper = paper_of(size, size, size)
    printer = printer_to(tmp_path / "out.pdf", paper)

    took_it = print_pages(printer, paper)

    assert took_it
    came_out = printed_pages(tmp_path / "out.pdf")
    assert len(came_out) == 3
    for width, height in came_out:
        assert width == pytest.approx(size[0], abs=0.5)
        assert height == pytest.approx(size[1], abs=0.5)


@pytest.mark.parametrize("size", [A4, A5, A4_FLAT])
def test_what_is_drawn_comes_out_where_it_was_drawn(qapp: object, tmp_path: Path, size: tuple[float, float]) -> None:
    """A list is read back by the place of its boxes: a millimetre too small is a box that is missed."""
    paper = paper_of(size)

    print_pages(printer_to(tmp_path / "out.pdf", paper), paper)

    assert square_of(tmp_path / "out.pdf", 0) == pytest.approx((20, 20, 70, 70), abs=0.5)


def test_pages_of_other_sizes_come_out_in_their_own_size(qapp: object, tmp_path: Path) -> None:
    paper = paper_of(A4, A4_FLAT, A5)

    print_pages(printer_to(tmp_path / "out.pdf", paper), paper)

    came_out = printed_pages(tmp_path / "out.pdf")
    assert [(round(width), round(height)) for width, height in came_out] == [(210, 297), (297, 210), (148, 210)]
    assert square_of(tmp_path / "out.pdf", 1) == pytest.approx((20, 20, 70, 70), abs=0.5)


def test_only_the_pages_that_were_asked_for_come_out(qapp: object, tmp_path: Path) -> None:
    paper = paper_of(A4, A4, A4, A4)
    printer = printer_to(tmp_path / "out.pdf", paper)
    printer.setFromTo(2, 3)

    print_pages(printer, paper)

    assert len(printed_pages(tmp_path / "out.pdf")) == 2


def test_the_paper_has_no_margins_of_the_printer(qapp: object, tmp_path: Path) -> None:
    printer = printer_to(tmp_path / "out.pdf", paper_of(A4))

    layout = printer.pageLayout()

    assert layout.margins(QPageLayout.Unit.Millimeter) == QMarginsF(0, 0, 0, 0)
    assert printer.fullPage()


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_cannot_begin_is_told_of(qapp: object, tmp_path: Path) -> None:
    paper = paper_of(A4)
    printer = printer_to(tmp_path / "no such folder" / "out.pdf", paper)

    assert not print_pages(printer, paper)


def test_the_preview_shows_all_pages_as_wide_as_there_is_room(desk: Desk, qtbot: QtBot) -> None:
    view = PaperView("Een blad")
    qtbot.addWidget(view)
    view.resize(500, 600)
    view.show()

    view.show_paper(paper_of(A4, A4_FLAT))
    labels = view.findChildren(QLabel, "sheet")

    assert [label.accessibleName() for label in labels] == ["Page 1", "Page 2"]
    wide = {label.width() for label in labels}
    assert len(wide) == 1
    assert wide.pop() <= view.viewport().width()
    assert labels[0].height() == pytest.approx(labels[0].width() * 297 / 210, abs=1)
    assert labels[1].height() < labels[1].width()


def test_the_preview_grows_with_its_window(qtbot: QtBot) -> None:
    view = PaperView("Een blad")
    qtbot.addWidget(view)
    view.resize(400, 600)
    view.show()
    view.show_paper(paper_of(A4))
    before = view._labels[0].width()

    view.resize(800, 600)

    qtbot.waitUntil(lambda: view._labels[0].width() > before + 300)


def test_the_dialog_tells_pages_data_and_warnings(show_dialog: ShowDialog) -> None:
    made = paper_of(A4, A4, title="<b>Soep</b> & brood")
    paper = Paper(made.title, made.pdf, made.sizes_mm, page_pixels, "a.pdf", made.what, (text("Look at page 2."),))

    dialog = show_dialog(paper)
    said = [label.text() for label in dialog.findChildren(QLabel) if label.isVisible()]

    assert {"<b>Soep</b> & brood", "2 pages", "Op dit blad staat niets.", "Look at page 2."} <= set(said)
    dialog.reject()


def test_another_paper_takes_the_place_of_the_first(
    desk: Desk, show_dialog: ShowDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    first, second = paper_of(A4), paper_of(A4, A4, A4, title="Een ander blad")
    dialog = show_dialog(first, QWidget())
    assert isinstance(desk.choosing, Answers)
    desk.choosing.file = tmp_path / "out.pdf"

    dialog.wait()
    assert not dialog.print_button.isEnabled()
    assert not dialog.save_button.isEnabled()
    dialog.show_paper(second)
    qtbot.keyClick(dialog.save_button, Qt.Key.Key_Return)

    assert dialog._pages.text() == "3 pages"
    assert (tmp_path / "out.pdf").read_bytes() == second.pdf


def test_saving_tells_that_it_went_out_and_ends_the_dialog(
    desk: Desk, show_dialog: ShowDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    assert isinstance(desk.choosing, Answers)
    desk.choosing.file = tmp_path / "out.pdf"
    dialog = show_dialog(paper_of(A4))

    with qtbot.waitSignal(dialog.went_out) as told:
        qtbot.keyClick(dialog.save_button, Qt.Key.Key_Return)

    assert told.args == [1]
    assert not dialog.isVisible()


def test_nothing_goes_out_when_no_file_is_chosen(show_dialog: ShowDialog, qtbot: QtBot) -> None:
    dialog = show_dialog(paper_of(A4))
    out: list[int] = []
    dialog.went_out.connect(out.append)

    qtbot.keyClick(dialog.save_button, Qt.Key.Key_Return)

    assert out == []
    assert dialog.isVisible()
    dialog.reject()


def test_a_file_that_cannot_be_written_is_told_and_nothing_went_out(
    desk: Desk, show_dialog: ShowDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    assert isinstance(desk.choosing, Answers)
    desk.choosing.file = tmp_path / "no such folder" / "out.pdf"
    told: list[str] = []
    desk.told.connect(lambda _what, kind, _undo: told.append(kind))
    dialog = show_dialog(paper_of(A4))
    out: list[int] = []
    dialog.went_out.connect(out.append)

    qtbot.keyClick(dialog.save_button, Qt.Key.Key_Return)

    assert (out, told) == ([], ["wrong"])
