"""The message bar: what was just done, with "Undo" for ten seconds, or what went wrong until it is read."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar

from buurtapp.core.i18n import N_, Text, text
from buurtapp.uikit.controls import Button, Card, Note, PlainLabel
from buurtapp.uikit.desk import Desk
from buurtapp.uikit.jobs import Job

_SHOWN_MS = 10_000
_WAIT_MS = 500


class MessageBar(Note):
    """Shows one message at a time; hidden when there is nothing to say."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("done")
        self.setObjectName("message")
        self.undo_button = Button(text(N_("Undo")), "quiet", "undo-2")
        self.close_button = Button(text(N_("Close this message")), "quiet", "x", icon_only=True)
        self._timer = QTimer(self, singleShot=True, interval=_SHOWN_MS)
        self.row.setContentsMargins(14, 4, 6, 4)
        self.row.setAlignment(self._icon, Qt.AlignmentFlag.AlignVCenter)
        for button in (self.undo_button, self.close_button):
            self.row.addWidget(button)
        self._timer.timeout.connect(self.hide)
        self.undo_button.clicked.connect(self.hide)
        self.undo_button.clicked.connect(desk.undo)
        self.close_button.clicked.connect(self.hide)
        desk.told.connect(self.show_message)
        self.hide()

    def show_message(self, what: Text, kind: str, undo: bool) -> None:  # noqa: FBT001 - a signal's shape
        """Show a message; only good news goes away by itself."""
        self.set_words(what, kind)
        self.undo_button.setVisible(undo)
        self.show()
        self.setAccessibleName(what.render())
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))
        if kind == "done":
            self._timer.start()
        else:
            self._timer.stop()


class BusyBar(Card):
    """What is being worked on, how far it is, and "Stop"; shown after half a second."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("info")
        self.setObjectName("busy")
        self._job: Job | None = None
        self.label = PlainLabel()
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.stop_button = Button(text(N_("Stop")), "secondary", "x")
        self._timer = QTimer(self, singleShot=True, interval=_WAIT_MS)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 4, 6, 4)
        row.setSpacing(12)
        row.addWidget(self.label)
        row.addWidget(self.bar, 1)
        row.addWidget(self.stop_button)
        self._timer.timeout.connect(self.show)
        self.stop_button.clicked.connect(self._stop)
        desk.busy_with.connect(self.watch)
        self.hide()

    def watch(self, job: Job, what: Text) -> None:
        """Follow this work from now on."""
        self._job = job
        self.label.set_words(what)
        self.bar.setAccessibleName(what.render())
        self.bar.setRange(0, 0)
        self._timer.start()
        job.progressed.connect(self._progressed)
        for ended in (job.done, job.failed, job.stopped):
            ended.connect(self._ended)

    def _progressed(self, done: int, total: int) -> None:
        if self.sender() is self._job:
            self.bar.setRange(0, max(total, 1))
            self.bar.setValue(done)

    def _ended(self) -> None:
        if self.sender() is self._job:
            self._job = None
            self._timer.stop()
            self.hide()

    def _stop(self) -> None:
        if self._job is not None:
            self._job.stop()
