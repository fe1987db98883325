"""The labels of somebody in the panel: each can be taken off, and one more can be given."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from buurtapp.core.i18n import N_, text
from buurtapp.features.people.actions import people as actions
from buurtapp.features.people.records import PersonCard
from buurtapp.features.people.rules.sensitive import warning_of
from buurtapp.features.people.ui.label_field import complete_one_label
from buurtapp.features.people.ui.panel_page import clear
from buurtapp.features.people.ui.wording import shortened
from buurtapp.uikit.controls import Button, Card, Icon, PlainLabel
from buurtapp.uikit.desk import Desk
from buurtapp.uikit.flow import Flow
from buurtapp.uikit.words import one_line


class LabelTag(Card):
    """A label with a cross behind it. `asked_off` tells its name: the cross, or Delete on it, takes it off."""

    asked_off = Signal(str)

    def __init__(self, label: str, *, writing: bool) -> None:
        super().__init__("tag")
        self._label = label
        self.cross = Button(
            text(N_("Take off the label {label}"), label=shortened(label, 30)), "tag", "x", icon_only=True
        )
        self.cross.clicked.connect(lambda: self.asked_off.emit(self._label))
        name = PlainLabel(shortened(label, 30), size="caption", wrap=False)
        name.setAccessibleName(label)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 1, 2 if writing else 8, 1)
        row.setSpacing(2)
        row.addWidget(name)
        row.addWidget(self.cross)
        # Only now: what has no parent yet would be shown as a window of its own, which takes the keyboard.
        self.cross.setVisible(writing)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Take the label off on Delete."""
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self.cross.isVisible():
            self.asked_off.emit(self._label)
        else:
            super().keyPressEvent(event)


class LabelBlock(QWidget):
    """The labels of one person, and a field for one more."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._card: PersonCard | None = None
        self._stands_on: int | None = None
        self._shown: tuple[tuple[str, ...], bool] | None = None
        self._build()
        self._connect()

    def _build(self) -> None:
        self._labels = QWidget()
        self._flow = Flow(self._labels, 6, 6)
        for widget in (self, self._labels):
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
            widget.setSizePolicy(policy)
        self.add = Button(text(N_("Add a label")), "link")
        self._flow.addWidget(self.add)
        self.field = QLineEdit()
        self.field.hide()
        self.hint = PlainLabel("", "care", size="small")
        self.hint.hide()
        column = QVBoxLayout()
        column.setSpacing(4)
        for widget in (self._labels, self.field, self.hint):
            column.addWidget(widget)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(Icon("tag"), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)

    def _connect(self) -> None:
        self.add.clicked.connect(self._ask)
        self.field.textChanged.connect(self._look)
        self.field.returnPressed.connect(self._give)

    # Public

    def show_card(self, card: PersonCard, *, writing: bool) -> None:
        """Show the labels of somebody."""
        self._card = card
        self.add.setEnabled(writing)
        if (card.labels, writing) == self._shown:
            # The keyboard may stand on one of them.
            return
        self._shown = (card.labels, writing)
        self._flow.removeWidget(self.add)
        clear(self._flow)
        tags = [LabelTag(label, writing=writing) for label in card.labels]
        for tag in tags:
            tag.asked_off.connect(self._take_off)
            self._flow.addWidget(tag)
            tag.show()
        self._flow.addWidget(self.add)
        chain = [*(tag.cross for tag in tags), self.add]
        for one, next_one in pairwise(chain):
            QWidget.setTabOrder(one, next_one)
        # The height of what stands around them is asked for again: a tag more may begin a new line.
        self._flow.invalidate()
        self._labels.updateGeometry()
        self.updateGeometry()
        if self._stands_on is not None:
            chain[min(self._stands_on, len(chain) - 1)].setFocus()
            self._stands_on = None

    def leave(self) -> bool:
        """Close the field; return whether it was open."""
        if self.field.isHidden():
            return False
        self.stop()
        self.add.setFocus()
        return True

    def stop(self) -> None:
        """Put the field away."""
        self.field.hide()
        self.hint.hide()
        self.add.show()

    # Slots

    def _ask(self) -> None:
        complete_one_label(self.field, self._desk)
        self.field.setAccessibleName(text(N_("New label")).render())
        self.field.setPlaceholderText(text(N_("New label")).render())
        self.field.clear()
        self.field.show()
        self.add.hide()
        self.field.setFocus()

    def _look(self, typed: str) -> None:
        warning = warning_of(typed)
        self.hint.set_words(warning if warning is not None else "")
        self.hint.setVisible(warning is not None)

    def _give(self) -> None:
        name = self.field.text().strip()
        if name and self._card is not None:
            done = text(N_("Label {label} given to {name}"), label=one_line(name), name=self._card.name.spoken)
            self._desk.do(done, actions.label_people, [self._card.id], name)
        self.stop()
        self.add.setFocus()

    def _take_off(self, label: str) -> None:
        if self._card is None:
            return
        self._stands_on = self._card.labels.index(label) if label in self._card.labels else 0
        done = text(N_("Label {label} taken off {name}"), label=one_line(label), name=self._card.name.spoken)
        self._desk.do(done, actions.unlabel_people, [self._card.id], label)
