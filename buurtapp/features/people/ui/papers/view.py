"""A paper for people: on the left what can be chosen, on the right the paper as it will be printed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame

from buurtapp.features.people.ui.papers import drawing, wording
from buurtapp.features.people.ui.papers.choices import Made, Source
from buurtapp.features.people.ui.papers.desk_parts import PaperParts
from buurtapp.features.people.ui.papers.kinds import NAMES, PaperKind
from buurtapp.features.people.ui.papers.outgoing import PaperOut
from buurtapp.uikit.desk import Desk
from buurtapp.uikit.page import column

if TYPE_CHECKING:
    from buurtapp.core.store.changes import Changes

_TABLES = ("person", "address", "street", "label", "person_label", "phone", "email", "consent", "group_info")


class PapersView(QFrame):
    """Labels, a list, a letter, badges or envelopes. `closed` tells which of them was left."""

    closed = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.kind: PaperKind = "labels"
        self.people: tuple[int, ...] = ()
        self.source: Source | None = None
        self.made: Made | None = None
        self._build()
        self._connect()

    def _build(self) -> None:
        self.parts = PaperParts(self._desk)
        self.out = PaperOut(self._desk, self)
        column(self, (0, 0, 0, 0), 0).addWidget(self.parts)

    def _connect(self) -> None:
        parts = self.parts
        parts.back_button.clicked.connect(self.leave)
        parts.pdf_button.clicked.connect(self.save_pdf)
        parts.print_button.clicked.connect(self.print_it)
        parts.changed.connect(self._draw)
        parts.preview.drawn.connect(self._on_drawn)
        self._desk.changed.connect(self._on_changed)

    def begin(self, kind: PaperKind, people: Sequence[int]) -> None:
        """Show this paper for these people, with the choices as they were left."""
        self.kind, self.people = kind, tuple(people)
        self.source = self.made = None
        self.parts.preview.forget(NAMES[kind])
        self.parts.show_kind(kind, len(self.people))
        self.parts.show_notes((), ())
        self.parts.show_nothing_yet()
        self._read()

    def leave(self) -> None:
        """Go back to the list."""
        self.closed.emit(self.kind)

    def print_it(self) -> None:
        """Draw the whole paper and show it before it goes to the printer."""
        if self.source is not None and self.parts.print_button.isEnabled():
            self.out.print_out(self.parts.form(self.kind).choice(), self.source)

    def save_pdf(self) -> None:
        """Save what the printer would get."""
        if self.source is not None and self.parts.pdf_button.isEnabled():
            self.out.save_pdf(self.parts.form(self.kind).choice(), self.source)

    # Slots

    def _read(self) -> None:
        people, today = self.people, self._desk.clock.today()
        self._desk.later(
            "people_paper_source", lambda store: drawing.read_source(store, people, today), self._on_source
        )

    def _on_source(self, source: Source) -> None:
        self.source = source
        self.parts.form(self.kind).show_source(source)
        self._draw()

    def _draw(self) -> None:
        source = self.source
        if source is not None:
            choice = self.parts.form(self.kind).choice()
            self.parts.preview.want(lambda: drawing.draw_first(choice, source))

    def _on_drawn(self, made: Made) -> None:
        self.made = made
        why = wording.why_not(made)
        wrong = (why,) if why is not None else ()
        self.parts.show_notes(wrong, (*wording.left_out(made), *made.warnings))
        self.parts.show_made(made, wording.print_words(self.kind, made.who.things), why)

    def _on_changed(self, changes: Changes) -> None:
        if self.isVisible() and changes.touches(*_TABLES):
            self._read()

    # Qt's names

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Put the keyboard in the first choice."""
        super().focusInEvent(event)
        self.parts.form(self.kind).focus_first()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Escape goes back to the list, Enter prints; PageUp and PageDown turn the pages."""
        turns = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.print_it()
        elif event.key() in turns:
            self.parts.preview.turn(turns[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Share the room between choices and paper."""
        super().resizeEvent(event)
        self.parts.arrange()
