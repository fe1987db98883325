"""Walks through every state of every screen: for pictures of them, and for the check that finds what is cut off.

Steps wait for work in the background by themselves; nothing here runs Qt's loop by hand.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from buurtapp.shell.plan import BELOW, WORKSPACES
from buurtapp.shell.window import START, MainWindow

_LOOK_AGAIN_MS = 15
_QUIET_TURNS = 4
"""So many turns without work in the background, and a screen has settled: answers ask for more answers."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A state that was reached: its name, and the widget that shows it."""

    name: str
    widget: QWidget


class Walk(QObject):
    """Goes from state to state. `look` is called at each; `ended` when there are no more."""

    def __init__(self, window: MainWindow, only: str, look: Callable[[Seen], None], ended: Callable[[], None]) -> None:
        super().__init__(window)
        self._window = window
        self._only = only
        self._look = look
        self._ended = ended
        self._steps = self._walk()
        self._here: Seen | None = None
        self._quiet = 0
        self._timer = QTimer(self, interval=_LOOK_AGAIN_MS)
        self._timer.timeout.connect(self._turn)

    def start(self) -> None:
        """Begin, as soon as the screen has settled."""
        self._timer.start()

    def _turn(self) -> None:
        self._quiet = self._quiet + 1 if self._window.desk.jobs.is_idle() else 0
        if self._quiet < _QUIET_TURNS:
            return
        self._quiet = 0
        if self._here is not None:
            self._look(self._here)
            if self._here.widget is not self._window:
                self._here.widget.close()
        self._here = next(self._steps, None)
        if self._here is None:
            self._timer.stop()
            self._ended()

    def _walk(self) -> Iterator[Seen]:
        """Go from workspace to workspace; nothing is said of what was done on the way."""
        window = self._window
        for workspace in (*WORKSPACES, *BELOW):
            window.show_page(workspace.name)
            yield from self._states(workspace.name)
        window.show_start()
        yield from self._states(START)

    def _states(self, name: str) -> Iterator[Seen]:
        for picture in self._window.pages[name].pictures():
            if self._only in picture.name:
                self._window.messages.hide()
                shown = picture.show()
                yield Seen(picture.name, shown or self._window)
