"""Looking for people who are in the file twice: likely pairs on the left, the two of one pair on the right."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QStackedWidget, QWidget

from buurtapp.core.i18n import N_, plural_text, text
from buurtapp.features.people.actions import people as actions
from buurtapp.features.people.queries import doubles
from buurtapp.features.people.records import DoublePair
from buurtapp.features.people.ui.doubles_pair import DECISIONS, Decision, PairCard
from buurtapp.features.people.ui.importing.parts import SideBySide, stacked
from buurtapp.uikit.controls import Button, Card, EmptyState, Heading, PlainLabel
from buurtapp.uikit.desk import Desk
from buurtapp.uikit.jobs import Job
from buurtapp.uikit.paged_model import Column, ShortModel
from buurtapp.uikit.table import Table

if TYPE_CHECKING:
    from buurtapp.core.store.changes import Changes
    from buurtapp.core.store.store import Store

_TABLES = ("person", "address", "street", "phone", "email")
_LEFT_PX = 540

Key = tuple[int, int]


class DoublesView(QFrame):
    """The view. `closed` asks to go back to the list; `shown` tells how many pairs there are."""

    closed = Signal()
    shown = Signal(int)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._found: Sequence[DoublePair] = ()
        self._two: set[Key] = set()
        self._merges = 0
        self._job: Job | None = None
        self._is_stale = self._is_looking = self._must_look = False
        self._build()
        self._connect()

    def _build(self) -> None:
        box = stacked(self)
        head = QHBoxLayout()
        head.setContentsMargins(24, 12, 24, 12)
        head.setSpacing(16)
        self.title = Heading(text(N_("Find doubles")))
        self.back_button = Button(text(N_("Back to the list")), "quiet", "arrow-left")
        head.addWidget(self.title, 1)
        head.addWidget(self.back_button)
        box.addLayout(head)
        self.pair = PairCard(self.desk)
        self.stack = QStackedWidget()
        self.pairs = SideBySide(self._build_list(), self.pair, left_px=_LEFT_PX)
        self.busy = _standing(EmptyState("search", text(N_("Looking for doubles…")), text(N_("Nothing is changed."))))
        again = N_("Nobody looks like somebody else: not by name together with address, phone or e-mail.")
        self.none = _standing(EmptyState("circle-check", text(N_("No doubles found")), text(again)))
        self.again_button = Button(text(N_("Look again")), "secondary", "refresh-cw")
        stopped = EmptyState("circle", text(N_("Stopped before everybody was compared")), button=self.again_button)
        self.stopped = _standing(stopped)
        for page in (self.busy, self.pairs, self.none, self.stopped):
            self.stack.addWidget(page)
        box.addWidget(self.stack, 1)

    def _build_list(self) -> Card:
        card = Card()
        box = stacked(card, (1, 1, 1, 1))
        head = QWidget()
        inside = stacked(head, (16, 14, 16, 12), 4)
        self.heading = Heading("", "h2", wrap=True)
        why = text(N_("The surest come first. You decide: nothing is merged by itself."))
        self.left_out = Button("", "link")
        self.left_out.hide()
        inside.addWidget(self.heading)
        inside.addWidget(PlainLabel(why, "second", size="small"))
        inside.addWidget(self.left_out, 0, Qt.AlignmentFlag.AlignLeft)
        columns: list[Column[DoublePair]] = [
            Column(text(N_("Left")), lambda pair: pair.first.name.spoken, "strong", width=0),
            Column(text(N_("Right")), lambda pair: pair.second.name.spoken, "strong", width=0),
            Column(text(N_("Why")), lambda pair: str(pair.reason), "second", width=0),
        ]
        self.model = ShortModel(columns)
        self.table = Table(text(N_("People who may be in the file twice")), self.model)
        self.table.setProperty("kind", "inner")
        box.addWidget(head)
        box.addWidget(self.table, 1)
        return card

    def _connect(self) -> None:
        self.back_button.clicked.connect(self.leave)
        self.again_button.clicked.connect(self.begin)
        self.left_out.clicked.connect(self._on_show_again)
        self.pair.decided.connect(self.decide)
        self.table.chosen.connect(lambda _row: self.pair.show_pair(self.current()))
        self.table.opened.connect(lambda _row: self.pair.buttons["left"].setFocus())
        self.table.typed.connect(self._on_typed)
        self.desk.changed.connect(self._on_changed)

    # Looking

    def begin(self) -> None:
        """Compare everybody, in the background; "Stop" is in the bar."""
        store = self.desk.store
        if store is None or self._job is not None:
            return
        self.pair.allow(writing=not store.read_only)
        self._is_stale = self._is_looking = self._must_look = False
        self.stack.setCurrentWidget(self.busy)
        what = text(N_("Looking for doubles…"))
        self._job = self.desk.start(what, lambda progress: store.read(doubles.likely, progress), self._on_found)
        self._job.stopped.connect(self._on_stopped)
        self._job.failed.connect(self._on_stopped)

    def _look_again(self) -> None:
        """Compare everybody once more, after a change; of changes that follow each other only the last counts."""
        self._must_look = self._job is not None or self._is_looking
        if self.desk.store is None or self._must_look:
            return
        self._is_stale = False
        self._is_looking = True
        merges = self._merges
        self.desk.later("people_doubles", _likely, lambda pairs: self._on_found_again(merges, pairs))

    def _on_found_again(self, merges: int, pairs: Sequence[DoublePair]) -> None:
        self._is_looking = False
        if self._must_look:
            self._look_again()
        elif merges == self._merges:
            # Else somebody was merged in the meantime, and word of that change is on its way.
            self.show_pairs(pairs)

    def show_pairs(self, pairs: Sequence[DoublePair]) -> None:
        """Show these pairs, but for those of whom was said that they are two people."""
        now, row = self.current(), max(self.table.currentIndex().row(), 0)
        focus = QApplication.focusWidget()
        self._found = pairs
        left = [pair for pair in pairs if _key(pair) not in self._two]
        self.heading.set_words(
            plural_text("{count} pair may be one person", "{count} pairs may be one person", len(left))
        )
        out = len(pairs) - len(left)
        words = plural_text("{count} pair left out: show it again", "{count} pairs left out: show them again", out)
        self.left_out.set_words(words)
        self.left_out.setVisible(out > 0)
        self.model.set_records(left)
        self.stack.setCurrentWidget(self.pairs if left or out else self.none)
        keys = [_key(pair) for pair in left]
        at = keys.index(_key(now)) if now is not None and _key(now) in keys else min(row, len(left) - 1)
        self.table.choose(at)
        self.pair.setVisible(bool(left))
        self.pair.show_pair(self.current())
        if not left and focus is not None and self.isAncestorOf(focus):
            self.focus_first()
        self.shown.emit(len(left))

    def current(self) -> DoublePair | None:
        """Return the pair that is looked at."""
        return self.model.record(self.table.currentIndex().row())

    # Deciding

    def decide(self, decision: Decision) -> None:
        """Merge the pair that is looked at, or leave it out from now on; then show the next one."""
        pair = self.current()
        if pair is None or not self.pair.buttons[decision].isEnabled():
            return
        if decision == "two":
            self._two.add(_key(pair))
            self.show_pairs(self._found)
            return
        keep, gone = (pair.first, pair.second) if decision == "left" else (pair.second, pair.first)
        self._merges += 1
        self.show_pairs([one for one in self._found if gone.id not in _key(one)])
        label = actions.merged_label(keep.name, gone.name)
        self.desk.do(label, actions.merge_people, keep.id, gone.id)

    def focus_first(self) -> None:
        """Put the keyboard in the list of pairs, or on the way back."""
        shows_list = self.stack.currentWidget() is self.pairs and self.model.rowCount()
        (self.table if shows_list else self.back_button).setFocus()

    def leave(self) -> None:
        """Go back to the list of people; what is under way is stopped."""
        if self._job is not None:
            self._job.stop()
        self.closed.emit()

    # Slots

    def _on_found(self, pairs: Sequence[DoublePair]) -> None:
        self._job = None
        self.show_pairs(pairs)
        if self.isVisible():
            self.focus_first()
        if self._must_look:
            self._look_again()

    def _on_stopped(self) -> None:
        self._job = None
        self.stack.setCurrentWidget(self.stopped)

    def _on_show_again(self) -> None:
        self._two.clear()
        self.show_pairs(self._found)
        self.table.setFocus()

    def _on_typed(self, typed: str) -> None:
        keys = {str(at + 1): decision for at, decision in enumerate(DECISIONS)}
        if typed in keys:
            self.decide(keys[typed])

    def _on_changed(self, changes: Changes) -> None:
        if not changes.touches(*_TABLES):
            return
        if self.isVisible():
            self._look_again()
        else:
            self._is_stale = True

    # Qt's names

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Look again when something changed while another screen was shown."""
        super().showEvent(event)
        if self._is_stale:
            self._look_again()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Pass the keyboard on to where the work begins."""
        super().focusInEvent(event)
        self.focus_first()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Escape goes back; 1, 2 and 3 decide wherever the keyboard is."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.text() in {"1", "2", "3"}:
            self._on_typed(event.text())
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Say of the pair in another language what is in words."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.pair.show_pair(self.current())


def _likely(store: Store) -> list[DoublePair]:
    return store.read(doubles.likely)


def _key(pair: DoublePair) -> Key:
    return pair.first.id, pair.second.id


def _standing(state: EmptyState) -> QWidget:
    """Return a page with something at the top."""
    page = QWidget()
    box = stacked(page, (24, 0, 24, 24))
    box.addWidget(state)
    box.addStretch(1)
    return page
