"""The third step: who is there already? Both side by side, and what to do: for all at once or one by one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from buurtapp.core.i18n import N_, Text, _, plural_text, text
from buurtapp.features.people.importing.records import Doubles
from buurtapp.features.people.ui.importing.compare import Compare
from buurtapp.features.people.ui.importing.draft import ImportDraft
from buurtapp.features.people.ui.importing.parts import SideBySide, scrolling, stacked
from buurtapp.features.people.ui.importing.preview import DoubleRow, double_rows
from buurtapp.uikit.controls import Button, Card, Heading, PlainLabel
from buurtapp.uikit.desk import Desk
from buurtapp.uikit.flow import Flow
from buurtapp.uikit.paged_model import Column, ShortModel
from buurtapp.uikit.table import COMPACT_ROW, Table
from buurtapp.uikit.words import figure

HOW: Sequence[tuple[Doubles, str, str]] = (
    ("skip", N_("Skip"), "x"),
    ("merge", N_("Add what is new"), "merge"),
    ("keep", N_("Keep both"), "users"),
)
"""What can be done with a double, in the order of the keys 1, 2 and 3."""
_MEANS: dict[Doubles, Text] = {
    "skip": text(N_("Nothing of this row comes in. What Buurtapp knows stays as it is.")),
    "merge": text(N_("Phone, e-mail, labels and note of the list are added. What Buurtapp knows stays.")),
    "keep": text(N_("These are two different people. The one of the list comes in as a new person.")),
}


class DoublesStep(QWidget):
    """Asks what to do with doubles. `decided` comes with each choice."""

    decided = Signal()

    def __init__(self, desk: Desk, draft: ImportDraft) -> None:
        super().__init__()
        self._desk = desk
        self._draft = draft
        self._build()
        self._connect()

    def _build(self) -> None:
        stacked(self).addWidget(SideBySide(self._build_list(), self._build_pair(), left_px=470))

    def _build_list(self) -> Card:
        card = Card()
        box = stacked(card, (1, 1, 1, 1))
        head = QWidget()
        inside = stacked(head, (16, 14, 16, 12), 6)
        self.heading = Heading("", "h2", wrap=True)
        inside.addWidget(self.heading)
        why = text(N_("Same family name, same address and a first name that fits. What do you want to do with all?"))
        inside.addWidget(PlainLabel(why, "second", size="small"))
        host = QWidget()
        flow = Flow(host, 8)
        self.for_all: dict[Doubles, Button] = {}
        names = {"skip": N_("Skip all"), "merge": N_("Add what is new to all"), "keep": N_("Keep both of all")}
        for how, _words, _icon in HOW:
            self.for_all[how] = Button(text(names[how]), "secondary")
            flow.addWidget(self.for_all[how])
        inside.addWidget(host)
        self._model = ShortModel(self._columns())
        self.table = Table(text(N_("People who may be there already")), self._model, base_row=COMPACT_ROW)
        self.table.setProperty("kind", "inner")
        box.addWidget(head)
        box.addWidget(self.table, 1)
        return card

    def _columns(self) -> list[Column[DoubleRow]]:
        return [
            Column(text(N_("Row")), lambda row: figure(row.number), "number", 52),
            Column(text(N_("Name in the list")), lambda row: row.planned.person.name.spoken, width=0),
            Column(text(N_("What we do")), self._done_with, "state", 154, icon=self._icon, role=lambda _row: "ink-2"),
        ]

    def _build_pair(self) -> Card:
        card = Card()
        inner = QWidget()
        box = stacked(inner, (16, 14, 16, 16), 12)
        self.pair_heading = Heading("", "h2", wrap=True)
        self.compare = Compare()
        self.choice_label = PlainLabel(text(N_("What do you want to do with this one?")), size="small", strong=True)
        host = QWidget()
        flow = Flow(host, 0)
        self._group = QButtonGroup(self)
        self.choices: dict[Doubles, Button] = {}
        for how, words, _icon in HOW:
            self.choices[how] = Button(text(words), "segment")
            self.choices[how].setProperty("first", "yes" if not self._group.buttons() else "no")
            self._group.addButton(self.choices[how])
            flow.addWidget(self.choices[how])
        self.means = PlainLabel("", "second", size="small")
        for widget in (self.pair_heading, self.compare, self.choice_label, host, self.means):
            box.addWidget(widget)
        keys = text(N_("In the list the keys 1, 2 and 3 do the same."))
        box.addWidget(PlainLabel(keys, "second", size="caption"))
        box.addStretch(1)
        stacked(card, (1, 1, 1, 1)).addWidget(scrolling(inner))
        return card

    def _connect(self) -> None:
        for how, button in self.for_all.items():
            button.clicked.connect(lambda _on, how=how: self.decide_all(how))
        for how, button in self.choices.items():
            button.clicked.connect(lambda _on, how=how: self.decide(how))
        self.table.chosen.connect(lambda _row: self._show_pair())
        self.table.opened.connect(lambda _row: self.choices[self._how()].setFocus())
        self.table.typed.connect(self._on_typed)
        self._draft.planned.connect(self.show_plan)

    # What is shown

    def show_plan(self) -> None:
        """Show the doubles of the list as it is understood now."""
        shown = self._draft.shown
        found = shown.doubles if shown is not None else ()
        rows = double_rows(shown) if shown is not None else ()
        self.heading.set_words(
            plural_text("{count} row may be there already", "{count} rows may be there already", len(rows))
        )
        self._model.set_records(found)
        if found:
            self.table.choose(0)
        self._show_pair()

    def focus_first(self) -> None:
        """Put the keyboard in the list."""
        self.table.setFocus()

    def _row(self) -> DoubleRow | None:
        return self._model.record(self.table.currentIndex().row())

    def _how(self) -> Doubles:
        row = self._row()
        return self._draft.decided.get(row.number, "skip") if row is not None else "skip"

    def _show_pair(self) -> None:
        row = self._row()
        if row is None:
            return
        self.pair_heading.set_words(text(N_("Row {row} of the list"), row=row.number))
        self.compare.show_double(self._desk, row)
        how = self._how()
        self.choices[how].setChecked(True)
        self.means.set_words(_MEANS[how])

    # Deciding

    def decide(self, how: Doubles) -> None:
        """Do this with the row that is shown."""
        row = self._row()
        if row is not None:
            self._draft.decided[row.number] = how
            self._told()

    def decide_all(self, how: Doubles) -> None:
        """Do this with all rows."""
        if self._draft.shown is not None:
            self._draft.decided.update(dict.fromkeys(double_rows(self._draft.shown), how))
            self._told()

    def _told(self) -> None:
        self._model.forget()
        self._show_pair()
        self.decided.emit()

    def _on_typed(self, typed: str) -> None:
        keys = {str(at + 1): how for at, (how, _words, _icon) in enumerate(HOW)}
        if typed in keys:
            self.decide(keys[typed])

    def _done_with(self, row: DoubleRow) -> str:
        how = self._draft.decided.get(row.number, "skip")
        return next(_(words) for one, words, _icon in HOW if one == how)

    def _icon(self, row: DoubleRow) -> str:
        how = self._draft.decided.get(row.number, "skip")
        return next(icon for one, _words, icon in HOW if one == how)
