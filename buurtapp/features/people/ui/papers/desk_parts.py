"""What the screen of a paper is built of: head, choices, and the paper. It shows what it is told."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QStyle, QVBoxLayout, QWidget

from buurtapp.core.i18n import N_, Text, plural_text, text
from buurtapp.features.people.ui.papers.choices import Made
from buurtapp.features.people.ui.papers.forms import BadgesForm, ListForm, PaperForm
from buurtapp.features.people.ui.papers.kinds import NAMES, PaperKind
from buurtapp.features.people.ui.papers.labels_form import LabelsForm
from buurtapp.features.people.ui.papers.letter_form import LetterForm
from buurtapp.features.people.ui.papers.paper_preview import PaperPreview
from buurtapp.features.people.ui.papers.post_form import EnvelopesForm
from buurtapp.features.people.ui.papers.wording import data_on, what_is_on_it
from buurtapp.uikit import theme as look
from buurtapp.uikit.controls import Button, Card, Heading, Note, PlainLabel
from buurtapp.uikit.desk import Desk
from buurtapp.uikit.flow import Flow, Inline
from buurtapp.uikit.page import column
from buurtapp.uikit.words import say

_MARGIN, _FORM_PX, _PAPER_LEAST = 24, 330, 300
_FORMS: dict[PaperKind, type[PaperForm]] = {
    "labels": LabelsForm,
    "list": ListForm,
    "letter": LetterForm,
    "badges": BadgesForm,
    "envelopes": EnvelopesForm,
}


class PaperParts(QWidget):
    """The parts, in the order of reading. `changed` tells that something else was chosen."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._notes: list[Note] = []
        self.setMinimumSize(1, 1)
        self._build()
        self._connect()

    def _build(self) -> None:
        box = column(self, (0, 0, 0, 0), 0)
        box.addWidget(self._head())
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._choices())
        row.addWidget(self._paper(), 1)
        box.addLayout(row, 1)

    def _head(self) -> QWidget:
        self.back_button = Button(text(N_("Back to the list")), "quiet", "arrow-left", icon_only=True)
        self.title = Heading()
        self.whom = PlainLabel("", "second", wrap=False)
        self.pdf_button = Button(text(N_("Save as PDF")), "secondary", "save")
        self.print_button = Button("", "primary", "printer")
        head = QWidget()
        row = Flow(head, 12)
        row.setContentsMargins(_MARGIN, 12, _MARGIN, 12)
        for widget in (self.back_button, self.title, self.whom):
            row.addWidget(widget)
        row.push()
        buttons = QWidget()
        together = Flow(buttons, 12)
        together.push()
        for button in (self.pdf_button, self.print_button):
            together.addWidget(button)
        row.addWidget(buttons)
        return head

    def _choices(self) -> QWidget:
        inside = QWidget()
        inside.setProperty("kind", "scrolled")
        box = column(inside, (_MARGIN, 0, 16, 24), 0)
        # All of them now: the Tab key goes through what is on the screen in the order in which it was made.
        self._forms = {kind: make() for kind, make in _FORMS.items()}
        for form in self._forms.values():
            form.hide()
            form.use_desk(self._desk)
            form.changed.connect(self.changed)
            box.addWidget(form)
        box.addStretch(1)
        self._choices_area = _scrolling(inside)
        self._choices_area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return self._choices_area

    def _paper(self) -> QWidget:
        self.preview = PaperPreview(self._desk)
        inside = QWidget()
        inside.setProperty("kind", "scrolled")
        box = column(inside, (16, 12, 16, 12), 8)
        self._note_box = QVBoxLayout()
        self._note_box.setSpacing(8)
        box.addLayout(self._note_box)
        box.addWidget(self.preview, 1)
        box.addWidget(self._foot())
        card = Card("sunken")
        column(card, (0, 0, 0, 0), 0).addWidget(_scrolling(inside))
        return card

    def _foot(self) -> QWidget:
        self.what = Inline("", strong=True)
        self.data = Inline("", "second")
        self.part = Inline("", "second")
        self.before = Button(text(N_("Previous page")), "quiet", "chevron-left", icon_only=True)
        self.after = Button(text(N_("Next page")), "quiet", "chevron-right", icon_only=True)
        self.page = PlainLabel("", wrap=False)
        said = QWidget()
        lines = column(said, (0, 0, 0, 0), 0)
        lines.addWidget(self.what)
        lines.addWidget(self.data)
        lines.addWidget(self.part)
        self.turning = QWidget()
        pages = QHBoxLayout(self.turning)
        pages.setContentsMargins(0, 0, 0, 0)
        pages.setSpacing(4)
        for widget in (self.before, self.page, self.after):
            pages.addWidget(widget)
        foot = QWidget()
        row = Flow(foot, 12)
        row.addWidget(said)
        row.push()
        row.addWidget(self.turning)
        return foot

    def _connect(self) -> None:
        self.before.clicked.connect(lambda: self.preview.turn(-1))
        self.after.clicked.connect(lambda: self.preview.turn(1))
        self.preview.turned.connect(self._show_page)

    # What is shown

    def form(self, kind: PaperKind) -> PaperForm:
        """Return the choices of a paper."""
        return self._forms[kind]

    def show_kind(self, kind: PaperKind, people: int) -> None:
        """Show the choices of this paper, for so many people."""
        form = self.form(kind)
        for one in self._forms.values():
            one.setVisible(one is form)
        self.title.set_words(NAMES[kind])
        self.whom.set_words(plural_text("for {count} person", "for {count} people", people))

    def show_nothing_yet(self) -> None:
        """Show a paper that is still being drawn."""
        self.what.set_words("")
        self.data.set_words("")
        self.part.hide()
        self.turning.hide()
        self.print_button.set_words(text(N_("Print")))
        self._let_out(None, yes=False)

    def show_notes(self, wrong: Sequence[Text], care: Sequence[Text]) -> None:
        """Say above the paper what is wrong, and what to look at."""
        said = [("wrong", words) for words in wrong] + [("care", words) for words in care]
        while len(self._notes) < len(said):
            note = Note("care")
            note.label.setMinimumWidth(1)
            self._notes.append(note)
            self._note_box.addWidget(note)
        for at, note in enumerate(self._notes):
            note.setVisible(at < len(said))
            if at < len(said):
                note.set_words(said[at][1], said[at][0])

    def show_made(self, made: Made, print_words: Text, why_not: Text | None) -> None:
        """Say what comes out of the printer, or why nothing does."""
        self.what.set_words(what_is_on_it(made) if made.pages is not None else "")
        self.data.set_words(data_on(made) if made.pages is not None else "")
        self.part.set_words(text(N_("You see the first {pages} pages here."), pages=len(made.sizes_mm)))
        self.part.setVisible(made.is_part)
        self.print_button.set_words(print_words if why_not is None else text(N_("Print")))
        self._let_out(why_not, yes=why_not is None)
        self._show_page()

    def _let_out(self, why_not: Text | None, *, yes: bool) -> None:
        said = say(why_not) if why_not is not None else ""
        for button in (self.print_button, self.pdf_button):
            button.setEnabled(yes)
            button.setAccessibleDescription(said)

    def _show_page(self) -> None:
        pages = self.preview.pages
        self.turning.setVisible(pages > 1)
        self.page.set_words(text(N_("{number} of {pages}"), number=self.preview.page, pages=pages))
        self.before.setEnabled(self.preview.page > 1)
        self.after.setEnabled(self.preview.page < pages)

    def arrange(self) -> None:
        """Share the room between the choices and the paper."""
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
        wanted = look.current().px(_FORM_PX) + _MARGIN + 16 + bar
        self._choices_area.setFixedWidth(min(wanted, max(self.width() // 2, self.width() - _PAPER_LEAST)))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Grow with the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_choices_area"):
            self.arrange()


def _scrolling(inside: QWidget) -> QScrollArea:
    """Return a column that scrolls up and down where it is higher than the window."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(inside)
    return area
