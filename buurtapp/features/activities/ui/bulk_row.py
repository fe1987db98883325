"""Signing up many at once: everybody with a label, or everybody in a street."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from buurtapp.core.i18n import N_, plural_text, text
from buurtapp.features.people.queries import listing
from buurtapp.uikit.controls import Button, PlainLabel
from buurtapp.uikit.desk import Desk
from buurtapp.uikit.form import CalmComboBox
from buurtapp.uikit.words import one_line, say

_LONGEST = 40


@dataclass(frozen=True, slots=True)
class Many:
    """A label or a street."""

    is_label: bool
    name: str


class BulkRow(QWidget):
    """A choice of labels and streets, and a button that says how many it signs up. `picked` names the people."""

    picked = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._signed_up: frozenset[int] = frozenset()
        self._free: int | None = None
        self._people: list[int] = []
        self._choices: list[Many] = []
        self.choice = CalmComboBox()
        self.button = Button("", icon="users")
        self.left_out = PlainLabel("", "second", size="small")
        self._build()
        self._connect()

    def _build(self) -> None:
        self.choice.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.left_out.setMinimumWidth(1)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.choice, 1)
        row.addWidget(self.button)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        box.addLayout(row)
        box.addWidget(self.left_out)

    def _connect(self) -> None:
        self.choice.currentIndexChanged.connect(lambda _at: self._count())
        self.button.clicked.connect(lambda: self.picked.emit(tuple(self._people)))

    def refresh(self, signed_up: frozenset[int], free: int | None = None) -> None:
        """Show the labels and streets of now, and whom they would add; `free` places, None: as many as like."""
        self._signed_up, self._free = signed_up, free
        was = self._chosen()
        blocked = self.choice.blockSignals(True)  # noqa: FBT003 - Qt's shape
        self.choice.clear()
        self.choice.setAccessibleName(say(text(N_("Sign up a label or a street"))))
        self._choices = []
        self._add_item(say(text(N_("Several at once: choose a label or a street"))), None)
        for label in self._desk.read(listing.labels):
            name = one_line(label.name)[:_LONGEST]
            words = plural_text("Label {name}, {count} person", "Label {name}, {count} people", label.people, name=name)
            self._add_item(say(words), Many(is_label=True, name=label.name))
        for street in self._desk.read(listing.streets):
            name = one_line(street.name)[:_LONGEST]
            words = plural_text(
                "Street {name}, {count} person", "Street {name}, {count} people", street.people, name=name
            )
            self._add_item(say(words), Many(is_label=False, name=street.name))
        self.choice.setCurrentIndex(self._choices.index(was) + 1 if was in self._choices else 0)
        self.choice.blockSignals(blocked)
        self._count()

    def _add_item(self, words: str, many: Many | None) -> None:
        self.choice.addItem(words)
        if many is not None:
            self._choices.append(many)

    def _chosen(self) -> Many | None:
        at = self.choice.currentIndex() - 1
        return self._choices[at] if 0 <= at < len(self._choices) else None

    def _count(self) -> None:
        chosen = self._chosen()
        self._people, refused = self._whom(chosen) if chosen is not None else ([], 0)
        count = len(self._people)
        if chosen is None:
            self.button.set_words(text(N_("Sign up")))
        else:
            self.button.set_words(plural_text("Sign up {count} person", "Sign up {count} people", count))
        self.button.setEnabled(count > 0)
        waits = max(0, count - self._free) if self._free is not None else 0
        left_out = plural_text(
            "{count} person does not want to be approached and is left out.",
            "{count} people do not want to be approached and are left out.",
            refused,
        )
        on_the_list = plural_text(
            "{count} of them goes on the waiting list.", "{count} of them go on the waiting list.", waits
        )
        self.left_out.setVisible(refused > 0 or waits > 0)
        if refused and waits:
            self.left_out.set_words(text("{first} {more}", first=left_out, more=on_the_list))
        else:
            self.left_out.set_words(left_out if refused else on_the_list)

    def _whom(self, many: Many) -> tuple[list[int], int]:
        """Return who would be added, and how many do not want to be asked."""
        query = listing.ids_with_label if many.is_label else listing.ids_in_street
        numbers = [number for number in self._desk.read(query, many.name) if number not in self._signed_up]
        rows = self._desk.read(listing.rows, numbers)
        asked = [row.id for row in rows if not row.do_not_approach]
        return asked, len(rows) - len(asked)
