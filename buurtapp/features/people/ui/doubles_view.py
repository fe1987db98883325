"""Looking for people who are in the file twice: likely pairs on the left, the two of one pair on the right."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QStackedWidget, QWidget

from buurtapp.core.i18n import N_, plural_text, text
from buurtapp.features.people.actions import doubles as telling
from buurtapp.features.people.actions import people as actions
from buurtapp.features.people.queries import doubles
from buurtapp.features.people.records import DoublePair
from buurtapp.features.people.ui.doubles_pair import DECISIONS, Decision, PairCard
from buurtapp.features.people.ui.importing.parts import SideBySide, stacked
from buurtapp.uikit.controls import Button, Card, EmptyState, Heading, PlainLabel
from buurtapp.uikit.desk import Desk
from buurtapp.uikit.jobs import Job, Progress
from buurtapp.uikit.paged_model import Column, ShortModel
from buurtapp.uikit.table import Table

if TYPE_CHECKING:
    from buurtapp.core.store.changes import Changes
    from buurtapp.core.store.store import Store

_TABLES = ("person", "address", "street", "phone", "email", "not_double")
_LEFT_PX = 540

Key = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Pairs:
    """Who may be one person, and who was told apart."""

    likely: Sequence[DoublePair] = ()
    apart: Sequence[DoublePair] = ()


class DoublesView(QFrame):
    """The view. `closed` asks to go back to the list; `shown` tells how many pairs there are."""

    closed = Signal()
    shown = Signal(int)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._found = Pairs()
        self._shows_apart = False
        self._decisions = 0
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
        self.why = PlainLabel("", "second", size="small")
        self.left_out = Button("", "link")
        self.left_out.hide()
        inside.addWidget(self.heading)
        inside.addWidget(self.why)
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
        self.left_out.clicked.connect(self._on_show_others)
        self.pair.decided.connect(self.decide)
        self.pair.asked_again.connect(self.compare_again)
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
        self._is_stale = self._is_looking = self._must_look = self._shows_apart = False
        self.stack.setCurrentWidget(self.busy)
        what = text(N_("Looking for doubles…"))
        self._job = self.desk.start(what, lambda progress: _pairs(store, progress), self._on_found)
        self._job.stopped.connect(self._on_stopped)
        self._job.failed.connect(self._on_stopped)

    def _look_again(self) -> None:
        """Compare everybody once more, after a change; of changes that follow each other only the last counts."""
        self._must_look = self._job is not None or self._is_looking
        if self.desk.store is None or self._must_look:
            return
        self._is_stale = False
        self._is_looking = True
        decisions = self._decisions
        self.desk.later("people_doubles", _pairs, lambda found: self._on_found_again(decisions, found))

    def _on_found_again(self, decisions: int, found: Pairs) -> None:
        self._is_looking = False
        if self._must_look:
            self._look_again()
        elif decisions == self._decisions:
            # Else something was decided in the meantime, and word of that change is on its way.
            self.show_found(found)

    def show_found(self, found: Pairs) -> None:
        """Show these pairs: those who may be one, or those who were told apart."""
        now, row = self.current(), max(self.table.currentIndex().row(), 0)
        focus = QApplication.focusWidget()
        self._found = found
        self._shows_apart = self._shows_apart and bool(found.apart)
        shown = found.apart if self._shows_apart else found.likely
        self._say()
        self.model.set_records(shown)
        self.stack.setCurrentWidget(self.pairs if found.likely or found.apart else self.none)
        keys = [_key(pair) for pair in shown]
        at = keys.index(_key(now)) if now is not None and _key(now) in keys else min(row, len(shown) - 1)
        self.table.choose(at)
        self.pair.setVisible(bool(shown))
        self.pair.show_mode(apart=self._shows_apart)
        self.pair.show_pair(self.current())
        if focus is not None and self.isAncestorOf(focus) and not (shown and focus.isVisible()):
            self.focus_first()
        self.shown.emit(len(shown))

    def _say(self) -> None:
        likely, apart = len(self._found.likely), len(self._found.apart)
        if self._shows_apart:
            self.heading.set_words(plural_text("{count} pair is two people", "{count} pairs are two people", apart))
            self.why.set_words(text(N_("You said so; they are not shown as doubles any more.")))
            self.left_out.set_words(text(N_("Back to who may be one person")))
        else:
            said = plural_text("{count} pair may be one person", "{count} pairs may be one person", likely)
            self.heading.set_words(said)
            self.why.set_words(text(N_("The surest come first. You decide: nothing is merged by itself.")))
            words = plural_text("{count} pair left out: two people", "{count} pairs left out: two people", apart)
            self.left_out.set_words(words)
        self.left_out.setVisible(apart > 0)

    def current(self) -> DoublePair | None:
        """Return the pair that is looked at."""
        return self.model.record(self.table.currentIndex().row())

    # Deciding

    def decide(self, decision: Decision) -> None:
        """Merge the pair that is looked at, or leave it out from now on; then show the next one."""
        pair = self.current()
        if pair is None or self._shows_apart or not self.pair.buttons[decision].isEnabled():
            return
        self._decisions += 1
        if decision == "two":
            self._found = Pairs(self._found.likely, (pair, *self._found.apart))
            self._leave_out(lambda one: _key(one) == _key(pair))
            label = telling.two_people_label(pair.first.name, pair.second.name)
            self.desk.do(label, telling.tell_apart, *_key(pair))
            return
        keep, gone = (pair.first, pair.second) if decision == "left" else (pair.second, pair.first)
        self._leave_out(lambda one: gone.id in _key(one))
        label = actions.merged_label(keep.name, gone.name)
        self.desk.do(label, actions.merge_people, keep.id, gone.id)

    def compare_again(self) -> None:
        """Take back that the pair that is looked at is two people."""
        pair = self.current()
        if pair is None or not self._shows_apart or not self.pair.again.isEnabled():
            return
        self._decisions += 1
        left = [one for one in self._found.apart if _key(one) != _key(pair)]
        self.show_found(Pairs(self._found.likely, left))
        label = telling.maybe_one_label(pair.first.name, pair.second.name)
        self.desk.do(label, telling.compare_again, *_key(pair))

    def _leave_out(self, is_gone: Callable[[DoublePair], bool]) -> None:
        self.show_found(Pairs([one for one in self._found.likely if not is_gone(one)], self._found.apart))

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

    def _on_found(self, found: Pairs) -> None:
        self._job = None
        self.show_found(found)
        if self.isVisible():
            self.focus_first()
        if self._must_look:
            self._look_again()

    def _on_stopped(self) -> None:
        self._job = None
        self.stack.setCurrentWidget(self.stopped)

    def _on_show_others(self) -> None:
        self._shows_apart = not self._shows_apart
        self.show_found(self._found)
        self.focus_first()

    def _on_typed(self, typed: str) -> None:
        keys = {str(at + 1): decision for at, decision in enumerate(DECISIONS)}
        if typed in keys and not self._shows_apart:
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


def _pairs(store: Store, progress: Progress | None = None) -> Pairs:
    return Pairs(store.read(doubles.likely, progress), store.read(doubles.told_apart))


def _key(pair: DoublePair) -> Key:
    return pair.first.id, pair.second.id


def _standing(state: EmptyState) -> QWidget:
    """Return a page with something at the top."""
    page = QWidget()
    box = stacked(page, (24, 0, 24, 24))
    box.addWidget(state)
    box.addStretch(1)
    return page
