"""The rows of what there is to do: a task that can be ticked, and something open that leads to where it is done."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QCheckBox, QHBoxLayout, QSizePolicy, QStyle, QWidget

from buurtapp.core.i18n import N_, text
from buurtapp.features.today.records import Task
from buurtapp.features.today.ui import phrases
from buurtapp.features.today.ui.card import is_narrow
from buurtapp.features.today.ui.row import Row
from buurtapp.features.today.ui.to_dos import ToDo
from buurtapp.uikit import theme as look
from buurtapp.uikit.controls import Icon, PlainLabel
from buurtapp.uikit.flow import FlowRow, Inline
from buurtapp.uikit.words import say

_HEIGHT = 40
_GAP = 20
"""Between the box or the picture, and the words."""
_OWNER_WIDTH, _WHEN_WIDTH = 96, 108
_NARROW = 440
"""Below this width, who and when go below what."""
_VERB_WIDTH, _ROOM_FOR_VERB = 130, 520
_KEYS = text(N_("Space: done. Enter: open. F2: change. Delete: take away."))
_KEYS_OF_JOB = text(N_("Space: done. Enter: open."))


class TaskRow(Row):
    """A task. Space or a click on the box ticks it, Enter or a click elsewhere opens what it is about."""

    ticked = Signal()
    removed = Signal()
    change_asked = Signal()

    def __init__(self, task: Task, today: date) -> None:
        when, kind = phrases.due(task.due_on, today)
        owner = _owner(task)
        super().__init__(". ".join(filter(None, (_title(task), task.activity_title, task.phone, owner, say(when)))))
        self.key = (task.source, task.id)
        self._is_narrow = False
        keys = _KEYS_OF_JOB if task.source == "job" else _KEYS
        self.setAccessibleDescription(say(keys))
        self.setToolTip(say(keys))
        self.setMinimumHeight(look.current().px(_HEIGHT))
        # All of them as they stay: to look at the style sheet twice costs more than to make a label.
        self.owner = PlainLabel(owner, "care" if task.is_free else "second", strong=task.is_free)
        self.when = PlainLabel(when, kind, size="small", strong=kind != "second", wrap=False)
        self._build(task)
        self.seal()

    def _build(self, task: Task) -> None:
        theme = look.current()
        self.box = QCheckBox()
        self.box.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.box.setAccessibleName(_title(task))
        self.when.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._what = _what(task)
        self._facts = QWidget()
        facts = QHBoxLayout(self._facts)
        facts.setContentsMargins(0, 0, 0, 0)
        facts.setSpacing(8)
        facts.addWidget(self.owner, 1)
        facts.addWidget(self.when)
        self._facts.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        box = QHBoxLayout(self)
        box.setContentsMargins(12, 0, 12, 0)
        # The box has room of its own for a word behind it.
        box.setSpacing(_GAP - self.box.style().pixelMetric(QStyle.PixelMetric.PM_CheckBoxLabelSpacing, None, self.box))
        box.addWidget(self.box)
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._body.setSpacing(8)
        self._body.addWidget(self._what, 1, Qt.AlignmentFlag.AlignVCenter)
        self._body.addWidget(self._facts)
        box.addLayout(self._body, 1)
        self._facts.setFixedWidth(theme.px(_OWNER_WIDTH + _WHEN_WIDTH) + 8)
        self.when.setMinimumWidth(theme.px(_WHEN_WIDTH))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Tick on Space, change on F2, take away on Delete."""
        if event.key() == Qt.Key.Key_Space:
            self.ticked.emit()
        elif event.key() == Qt.Key.Key_F2:
            self.change_asked.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.removed.emit()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Tick when the box was clicked, and its surroundings."""
        at, zone = event.position().toPoint(), self.box.geometry().adjusted(-12, -8, 6, 8)
        if self.isDown() and event.button() == Qt.MouseButton.LeftButton and zone.contains(at):
            self.setDown(False)
            self.ticked.emit()
        else:
            super().mouseReleaseEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Put who and when at the side, or below where there is no room."""
        super().resizeEvent(event)
        self._is_narrow = narrow = is_narrow(self, _NARROW, was_narrow=self._is_narrow)
        down, right = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._body.setDirection(down if narrow else right)
        self._body.setSpacing(0 if narrow else 8)
        # Without an alignment, what has a fixed width would keep what is above it as narrow.
        self._body.setAlignment(self._facts, Qt.AlignmentFlag.AlignLeft if narrow else Qt.AlignmentFlag.AlignVCenter)


def _what(task: Task) -> QWidget:
    """Return what is to be done, with the number to call, or the activity that a job belongs to."""
    more = [task.phone, phrases.shown(task.activity_title, 60) if task.source == "job" else ""]
    behind = [Inline(words, "second", size="small") for words in more if words]
    return FlowRow([Inline(_title(task)), *behind], 8, 0) if behind else PlainLabel(_title(task))


def _title(task: Task) -> str:
    return phrases.shown(task.title, 200)


def _owner(task: Task) -> str:
    """Return who does it; of a job that nobody does, the question."""
    if task.is_own:
        return say(text(N_("you")))
    return say(text(N_("who?"))) if task.is_free else phrases.shown(task.owner, 40)


class ToDoRow(Row):
    """Something open: what, how long, and what to do; the last is left out where there is no room."""

    def __init__(self, one: ToDo, *, is_main: bool) -> None:
        super().__init__(". ".join(filter(None, (say(one.words), say(one.when), say(one.verb)))))
        theme = look.current()
        self.key = (say(one.words), one.where)
        self.setMinimumHeight(theme.px(_HEIGHT))
        self._verb: PlainLabel | None = None
        box = QHBoxLayout(self)
        box.setContentsMargins(12, 6, 12, 6)
        box.setSpacing(12)
        box.addWidget(Icon(one.icon))
        box.addSpacing(_GAP - box.spacing())
        box.addWidget(PlainLabel(one.words, strong=is_main), 1)
        if one.when:
            late = one.tone != "second"
            box.addWidget(PlainLabel(one.when, one.tone, size="small", strong=late, wrap=False))
        if not is_main:
            self._verb = PlainLabel(one.verb, "primary", strong=True, wrap=False)
            self._verb.setMinimumWidth(theme.px(_VERB_WIDTH))
            box.addWidget(self._verb)
            box.addWidget(Icon("chevron-right", "primary", 16))
            self._verb.hide()
        self.seal()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Leave out what to do where the row is narrow: Enter does it all the same."""
        super().resizeEvent(event)
        if self._verb is not None:
            self._verb.setVisible(self.width() >= look.current().px(_ROOM_FOR_VERB))
