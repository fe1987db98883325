"""What the flyer studio is built of: head, examples, words, and the page with its tools. What it does is in `page`."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStyle, QVBoxLayout, QWidget

from buurtapp.core.i18n import N_, Text, text
from buurtapp.features.press.ui.activity_choice import ActivityChoice
from buurtapp.features.press.ui.fields import FlyerFields
from buurtapp.features.press.ui.gallery import Gallery, cell_size
from buurtapp.features.press.ui.looks import FlyerTools
from buurtapp.features.press.ui.preview import Preview
from buurtapp.uikit import theme as look
from buurtapp.uikit.controls import Button, Card, EmptyState, Heading, Note, PlainLabel
from buurtapp.uikit.desk import Desk
from buurtapp.uikit.flow import Flow
from buurtapp.uikit.number_box import NumberBox
from buurtapp.uikit.page import column
from buurtapp.uikit.words import Words, say

_MARGIN = 24
_FIELDS_PX = 316
_PREVIEW_LEAST = 440
_TOOLS_PX = 250
_MOST_NOTES = 3


class Studio(QWidget):
    """The parts of the page, in the order of reading. It shows what it is told, and does nothing by itself."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._is_narrow: bool | None = None
        self.setMinimumSize(1, 1)
        self._build()

    def _build(self) -> None:
        box = column(self, (0, 0, 0, 0), 0)
        box.addWidget(self._head())
        self.make_activity = Button(text(N_("New activity")), "primary", "plus")
        self._empty = QWidget()
        empty = column(self._empty)
        empty.addWidget(
            EmptyState(
                "printer",
                text(N_("Make an activity first")),
                text(N_("A flyer takes its title, day and place from an activity.")),
                self.make_activity,
            )
        )
        empty.addStretch(1)
        self._work = QWidget()
        row = QHBoxLayout(self._work)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._examples())
        self._line = QFrame()
        self._line.setProperty("kind", "line")
        self._line.setFixedWidth(1)
        row.addWidget(self._line)
        row.addWidget(self._words())
        row.addWidget(self._paper(), 1)
        box.addWidget(self._empty, 1)
        box.addWidget(self._work, 1)
        self._empty.hide()

    def _head(self) -> QWidget:
        self.activity = ActivityChoice()
        self._for = PlainLabel(text(N_("for")), "second", wrap=False)
        self._for.setBuddy(self.activity)
        self.pdf_button = Button(text(N_("Save as PDF")), "secondary", "save")
        self.picture_button = Button(text(N_("Save as picture")), "secondary", "image")
        self.print_button = Button("", "primary", "printer")
        head = QWidget()
        row = Flow(head, 12)
        row.setContentsMargins(_MARGIN, 12, _MARGIN, 12)
        for widget in (Heading(text(N_("Printed matter"))), self._for, self.activity):
            row.addWidget(widget)
        row.push()
        buttons = QWidget()
        together = Flow(buttons, 12)
        together.push()
        for button in (self.pdf_button, self.picture_button, self.print_button):
            together.addWidget(button)
        row.addWidget(buttons)
        return head

    def _examples(self) -> QWidget:
        self.gallery = Gallery()
        self._gallery_part = QWidget()
        part = column(self._gallery_part, (0, 0, 0, 0), 6)
        heading = PlainLabel(text(N_("Choose an example")), strong=True)
        heading.setBuddy(self.gallery)
        heading.setContentsMargins(3, 0, 0, 0)
        part.addWidget(heading)
        part.addWidget(self.gallery, 1)
        self._beside = QWidget()
        column(self._beside, (_MARGIN - 3, 0, 0, 12), 0).addWidget(self._gallery_part)
        return self._beside

    def _words(self) -> QWidget:
        self.fields = FlyerFields()
        inside = QWidget()
        inside.setProperty("kind", "scrolled")
        self._words_box = column(inside, (20, 0, 16, 24), 12)
        self._words_box.addWidget(PlainLabel(text(N_("Fill in")), strong=True))
        self._words_box.addWidget(self.fields)
        self._words_box.addStretch(1)
        self._words_area = _scrolling(inside)
        return self._words_area

    def _paper(self) -> QWidget:
        self.tools = FlyerTools()
        self.notes = [Note("care") for _at in range(_MOST_NOTES)]
        self.preview = Preview(self._desk)
        inside = QWidget()
        inside.setProperty("kind", "scrolled")
        box = column(inside, (16, 8, 16, 12), 8)
        box.addWidget(self.tools)
        for note in self.notes:
            note.hide()
            box.addWidget(note)
        box.addWidget(self.preview, 1)
        box.addWidget(self._foot())
        card = Card("sunken")
        column(card, (0, 0, 0, 0), 0).addWidget(_scrolling(inside))
        return card

    def _foot(self) -> QWidget:
        self.sheets = PlainLabel("", strong=True, wrap=False)
        self.cut = PlainLabel("", "second", wrap=False)
        self.look_button = Button("", "link")
        self.copies = NumberBox()
        self.copies.setRange(1, 9999)
        said = QWidget()
        lines = column(said, (0, 0, 0, 0), 0)
        first = QHBoxLayout()
        first.setSpacing(12)
        first.addWidget(self.sheets)
        first.addWidget(self.look_button)
        first.addStretch(1)
        lines.addLayout(first)
        lines.addWidget(self.cut)
        foot = QWidget()
        row = Flow(foot, 12)
        row.addWidget(said)
        row.push()
        row.addWidget(self.copies)
        self._say()
        return foot

    def _say(self) -> None:
        self.copies.setAccessibleName(text(N_("How many flyers")).render())
        pieces = text(N_("copies")).render()
        self.copies.setSuffix(f" {pieces}")

    # What is shown

    def show_work(self, *, there_is: bool) -> None:
        """Show the work, or what is needed before there can be any."""
        self._empty.setVisible(not there_is)
        self._work.setVisible(there_is)
        for widget in (self._for, self.activity, self.pdf_button, self.picture_button, self.print_button):
            widget.setVisible(there_is)

    def show_notes(self, words: Sequence[Text]) -> None:
        """Say these things above the page."""
        for at, note in enumerate(self.notes):
            note.setVisible(at < len(words))
            if at < len(words):
                note.set_words(words[at])

    def show_buttons(self, words: Words, why: Text | None) -> None:
        """Name the main button; `why` says why nothing can go out."""
        self.print_button.set_words(words)
        for button in (self.print_button, self.pdf_button, self.picture_button):
            button.setEnabled(why is None)
            button.setToolTip(say(why) if why is not None else "")
            button.setAccessibleDescription(say(why) if why is not None else "")

    def show_paper(self, sheets: Text, cut: Text | None, *, whole: bool) -> None:
        """Say how much paper it takes, what to do with it then, and whether the whole sheet is in sight."""
        self.sheets.set_words(sheets)
        self.cut.set_words(cut if cut is not None else "")
        self.cut.setVisible(cut is not None)
        self.look_button.set_words(text(N_("Look at one flyer")) if whole else text(N_("Look at the sheet")))
        self.look_button.setVisible(cut is not None)

    def arrange(self) -> None:
        """Put the examples beside the words, or above them where there is no room."""
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
        words = look.current().px(_FIELDS_PX) + 36 + bar
        examples = 2 * cell_size().width() + bar + _MARGIN + 16
        narrow = self.width() < examples + words + _PREVIEW_LEAST
        if narrow != self._is_narrow:
            self._is_narrow = narrow
            if narrow:
                self._words_box.insertWidget(0, self._gallery_part)
            else:
                layout = self._beside.layout()
                if isinstance(layout, QVBoxLayout):
                    layout.addWidget(self._gallery_part)
            self._beside.setVisible(not narrow)
            self._line.setVisible(not narrow)
        self.gallery.lie_in_a_row(narrow)
        beside = look.current().px(_TOOLS_PX) + 50
        self._words_area.setFixedWidth(min(words, max(self.width() // 2, self.width() - beside)) if narrow else words)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Put the examples where there is room."""
        super().resizeEvent(event)
        self.arrange()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Say it in another language; make room for larger text."""
        super().changeEvent(event)
        if not hasattr(self, "copies"):
            return
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
            self.gallery.say()
        elif event.type() == QEvent.Type.StyleChange:
            self.arrange()


def _scrolling(inside: QWidget) -> QScrollArea:
    """Return a column that scrolls up and down where it is higher than the window."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(inside)
    return area
