"""How and when somebody likes to be reached: one line, and two fields where it is changed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from buurtapp.core.i18n import N_, text
from buurtapp.features.people.records import CONTACT_PREFERENCES, PersonCard
from buurtapp.features.people.rules.sensitive import warning_of
from buurtapp.features.people.ui.inline_line import LineButton
from buurtapp.features.people.ui.wording import WAYS, reached
from buurtapp.uikit.controls import Icon
from buurtapp.uikit.form import Form, choice, line
from buurtapp.uikit.words import say

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class WayLine(QWidget):
    """`chosen` tells the preference ("phone", …, "" for none) and the best time, when either was changed."""

    chosen = Signal(str, str)
    opened = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._before = ("", "")
        self.shown = LineButton(text(N_("How and when to reach")))
        self.form = Form()
        ways = [("", text(N_("No preference"))), *((way, WAYS[way]) for way in CONTACT_PREFERENCES if way)]
        self.form.add(
            ("contact_preference", choice(text(N_("Preferred contact")), ways)),
            ("best_time", line(text(N_("Best time")))),
        )
        self.form.hide()
        for name in ("contact_preference", "best_time"):
            self.form.field(name).input.setMinimumWidth(1)
            self.form.field(name).input.installEventFilter(self)
        self.form.edited.connect(self._look)
        box = QVBoxLayout()
        box.addWidget(self.shown)
        box.addWidget(self.form)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(Icon("message-circle"), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(box, 1)
        self.shown.clicked.connect(self.begin)

    # Public

    @property
    def is_open(self) -> bool:
        """Whether it is being changed."""
        return not self.form.isHidden()

    def show_card(self, card: PersonCard, *, writing: bool) -> None:
        """Show how somebody likes to be reached; what is being typed stays."""
        if self.is_open:
            return
        self._before = (card.contact_preference, card.best_time)
        how = reached(card)
        self.shown.setEnabled(writing)
        words = how if how is not None else text(N_("Add how and when to reach them"))
        self.shown.show_words(
            words, say(how) if how is not None else "", "second" if how is not None else "primary", "small"
        )
        self.setVisible(writing or how is not None)

    def begin(self) -> None:
        """Open the fields."""
        self.form.set_value("contact_preference", self._before[0])
        self.form.set_value("best_time", self._before[1])
        self._look()
        self.shown.hide()
        self.form.show()
        self.form.field("best_time" if self._before[0] else "contact_preference").input.setFocus()
        self.opened.emit(self.form)

    def leave(self) -> None:
        """Close the fields; what was typed is let go."""
        focused = QApplication.focusWidget()
        had = focused is not None and self.form.isAncestorOf(focused)
        self.form.hide()
        self.shown.show()
        if had:
            self.shown.setFocus()

    def finish(self) -> None:
        """Save what was chosen and typed."""
        now = str(self.form.value("contact_preference")), self.form.text("best_time").strip()
        self.leave()
        if now != self._before:
            self.chosen.emit(*now)

    # Slots

    def _look(self, _name: str = "") -> None:
        warning = warning_of(self.form.text("best_time"))
        self.form.field("best_time").set_hint("" if warning is None else warning, "care")

    def _finish_when_left(self) -> None:
        focused = QApplication.focusWidget()
        if self.is_open and focused is not None and not self.form.isAncestorOf(focused):
            self.finish()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Save on Enter and when the keyboard goes elsewhere, leave on Escape."""
        if not self.is_open:
            return False
        if event.type() == QEvent.Type.FocusOut:
            # Only then it is known where the keyboard went: to the other field, to a list of choices, or elsewhere.
            QApplication.postEvent(self, QEvent(QEvent.Type.User))
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape:
                self.leave()
                return True
            if event.key() in _ENTER:
                self.finish()
                return True
        return False

    def customEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Look where the keyboard went."""
        if event.type() == QEvent.Type.User:
            self._finish_when_left()
