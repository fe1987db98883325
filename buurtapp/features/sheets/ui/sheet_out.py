"""A paper with a code on its way out: drawn, shown with what can be chosen beside it, kept and noted once it went."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable
from typing import Any, Generic, Protocol, TypeVar

from PySide6.QtWidgets import QWidget

from buurtapp.core.i18n import Text
from buurtapp.features.group.records import Outgoing
from buurtapp.features.group.ui.outgoing import note
from buurtapp.uikit.desk import Desk
from buurtapp.uikit.jobs import Progress
from buurtapp.uikit.paper import Paper, PrintDialog


class DrawnSheet(Protocol):
    """A paper as it would come out of the printer."""

    @property
    def paper(self) -> Paper:
        """Its pages, as they are shown and printed."""

    @property
    def code(self) -> str:
        """The code on it; of several papers that of the first."""


Drawn = TypeVar("Drawn", bound=DrawnSheet)
Options = TypeVar("Options", bound=QWidget)


class SheetOut(ABC, Generic[Drawn, Options]):
    """`dialog` is there as long as the paper is shown; it keeps this alive. `options` have a signal `changed`.

    What the dialog keeps alive must not hold its parent: if that were the last to hold it, Qt would delete the dialog
    once more while it deletes it (PySide 6.11).
    """

    def __init__(self, desk: Desk, making: Text) -> None:
        self._desk = desk
        self._making = making
        self._kept: set[str] = set()
        self._turn = 0
        self.drawn: Drawn | None = None
        self.options: Options | None = None
        self.dialog: PrintDialog | None = None

    # For each kind of paper

    @abstractmethod
    def first_work(self) -> Callable[[Progress], Drawn]:
        """Return what draws the paper as it is shown first; it runs away from the screen."""

    @abstractmethod
    def options_for(self, drawn: Drawn) -> Options:
        """Return what can be chosen."""

    @abstractmethod
    def next_work(self, drawn: Drawn, options: Options) -> Callable[[Progress], Drawn] | None:
        """Return what draws what is chosen now; None when it is as it was drawn."""

    @abstractmethod
    def keep(self, drawn: Drawn) -> None:
        """Keep what was printed, so that it can come home."""

    @abstractmethod
    def outgoing(self, drawn: Drawn, copies: int) -> Outgoing:
        """Return what the log of prints is to know."""

    # Public

    def begin(self, parent: QWidget) -> None:
        """Draw the paper in the background, then show it."""

        def show(drawn: Drawn) -> None:
            self.show_first(drawn, parent)

        self._desk.start(self._making, self.first_work(), show)

    def show_first(self, drawn: Drawn, parent: QWidget) -> PrintDialog:
        """Show the paper as it was drawn first, with the choices beside it."""
        options: Any = self.options_for(drawn)
        dialog = PrintDialog(self._desk, drawn.paper, parent, options)
        self.drawn, self.options, self.dialog = drawn, options, dialog

        def ended(_result: int) -> None:
            self._end()

        def went_out(copies: int) -> None:
            self._went_out(copies)

        # Functions, not methods: Qt would not keep what a method belongs to.
        options.changed.connect(lambda: self._draw_anew())  # noqa: PLW0108 - the same
        dialog.went_out.connect(went_out)
        dialog.finished.connect(ended)
        dialog.open()
        return dialog

    def is_kept(self, drawn: Drawn) -> bool:
        """Return whether this paper went out before: then nothing else may be drawn under its code."""
        return drawn.code in self._kept

    # Inside

    def _draw_anew(self) -> None:
        """Draw what is chosen now; of several choices in a row only the last is shown."""
        if self.dialog is None or self.options is None or self.drawn is None:
            return
        self._turn += 1
        turn, work = self._turn, self.next_work(self.drawn, self.options)
        if work is None:
            self.dialog.show_paper(self.drawn.paper)
            return
        self.dialog.wait()
        self._desk.start(self._making, work, lambda drawn: self._show(turn, drawn))

    def _show(self, turn: int, drawn: Drawn) -> None:
        if turn == self._turn and self.dialog is not None:
            self.drawn = drawn
            self.dialog.show_paper(drawn.paper)

    def _went_out(self, copies: int) -> None:
        """Keep it once, however often it goes out; note it each time."""
        if self.drawn is None:
            return
        if not self.is_kept(self.drawn):
            self._kept.add(self.drawn.code)
            self.keep(self.drawn)
        note(self._desk, self.outgoing(self.drawn, copies))

    def _end(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = self.options = None
