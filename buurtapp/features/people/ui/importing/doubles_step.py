"""The third step: who is there already? Both side by side, and what to do: for all at once or one by one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from buurtapp.core.i18n import N_, Text, _, plural_text, text
from buurtapp.features.people.importing import wording
from buurtapp.features.people.importing.records import Doubles, EarlierList
from buurtapp.features.people.ui.importing.compare import Compare
from buurtapp.features.people.ui.importing.draft import ImportDraft, short
from buurtapp.features.people.ui.importing.missing_box import MissingBox
from buurtapp.features.people.ui.importing.parts import SideBySide, scrolling, stacked
from buurtapp.features.people.ui.importing.preview import DoubleRow, double_rows, news_rows
from buurtapp.features.people.ui.wording import breakable
from buurtapp.uikit.controls import Button, Card, Heading, PlainLabel
from buurtapp.uikit.desk import Desk
from buurtapp.uikit.flow import Flow
from buurtapp.uikit.paged_model import Column, ShortModel
from buurtapp.uikit.table import COMPACT_ROW, Table
from buurtapp.uikit.words import day, figure, one_line

HOW: Sequence[tuple[Doubles, str, str]] = (
    ("skip", N_("Skip"), "x"),
    ("merge", N_("Add what is new"), "merge"),
    ("keep", N_("Keep both"), "users"),
    ("update", N_("Update"), "refresh-cw"),
)
"""What can be done with a double, in the order of the keys 1, 2, 3 and 4."""
_MEANS: dict[Doubles, Text] = {
    "skip": text(N_("Nothing of this row comes in. What Buurtapp knows stays as it is.")),
    "merge": text(N_("What is new in the list is added. What Buurtapp knows stays.")),
    "keep": text(N_("These are two different people. The one of the list comes in as a new person.")),
    "update": text(N_("What the list says takes the place of what Buurtapp knows. An empty cell takes nothing away.")),
}
_NEWS, _ALL = "news", "all"


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
        self.why = PlainLabel("", "second", size="small")
        inside.addWidget(self.why)
        host = QWidget()
        flow = Flow(host, 8)
        self.for_all: dict[Doubles, Button] = {}
        names: dict[Doubles, str] = {
            "skip": N_("Skip all"),
            "merge": N_("Add what is new to all"),
            "keep": N_("Keep both of all"),
            "update": N_("Update all"),
        }
        for how, _words, _icon in HOW:
            self.for_all[how] = Button(text(names[how]), "secondary")
            flow.addWidget(self.for_all[how])
        inside.addWidget(host)
        inside.addWidget(self._build_chips())
        self._model = ShortModel(self._columns())
        self.table = Table(text(N_("People who may be there already")), self._model, base_row=COMPACT_ROW)
        self.table.setProperty("kind", "inner")
        self.missing = MissingBox()
        self.missing.hide()
        box.addWidget(head)
        box.addWidget(self.table, 1)
        box.addWidget(self.missing)
        return card

    def _build_chips(self) -> QWidget:
        self._chip_host = QWidget()
        flow = Flow(self._chip_host, 8)
        self.chips = {_NEWS: Button("", "chip", "copy"), _ALL: Button("", "chip")}
        self._chip_group = QButtonGroup(self)
        for chip in self.chips.values():
            self._chip_group.addButton(chip)
            flow.addWidget(chip)
        return self._chip_host

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
        self.changes = PlainLabel("", size="small")
        for widget in (self.pair_heading, self.compare, self.choice_label, host, self.means, self.changes):
            box.addWidget(widget)
        keys = text(N_("In the list the keys 1, 2, 3 and 4 do the same."))
        box.addWidget(PlainLabel(keys, "second", size="caption"))
        box.addStretch(1)
        self._pair = inner
        stacked(card, (1, 1, 1, 1)).addWidget(scrolling(inner))
        return card

    def _connect(self) -> None:
        for how, button in self.for_all.items():
            button.clicked.connect(lambda _on, how=how: self.decide_all(how))
        for name, chip in self.chips.items():
            chip.clicked.connect(lambda _on, name=name: self.show_only(name))
        self.missing.ticked.connect(self._on_ticked)
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
        if shown is None:
            self._model.set_records(())
            return
        rows, news = double_rows(shown), news_rows(shown)
        if shown.plan.earlier is not None:
            self._say_again(shown.plan.earlier, len(news))
        else:
            self.heading.set_words(
                plural_text("{count} row may be there already", "{count} rows may be there already", len(rows))
            )
            self.why.set_words(
                text(N_("Same family name, same address and a first name that fits. What do you want to do with all?"))
            )
        self._chip_host.setVisible(shown.is_again)
        self.chips[_NEWS].set_words(text(N_("Different {number}"), number=len(news)))
        self.chips[_ALL].set_words(text(N_("All {number}"), number=len(rows)))
        self.missing.show_missing(shown.plan.missing, is_ticked=self._draft.labelled)
        self.show_only(_NEWS if shown.is_again and news else _ALL)

    def _say_again(self, earlier: EarlierList, news: int) -> None:
        self.heading.set_words(plural_text("{count} row is different", "{count} rows are different", news))
        self.why.set_words(
            text(
                N_("You read this list before, on {day} ({name}). What do you want to do with everybody it knows?"),
                day=day(earlier.read_on, "d MMMM y"),
                name=short(one_line(earlier.source), 40),
            )
        )

    def show_only(self, which: str) -> None:
        """Show all rows, or those with something new only."""
        shown = self._draft.shown
        found = shown.doubles if shown is not None else ()
        self.chips[which].setChecked(True)
        self._model.set_records([one for one in found if which == _ALL or one.is_news])
        if self._model.records():
            self.table.choose(0)
        self._show_pair()

    def focus_first(self) -> None:
        """Put the keyboard in the list."""
        self.table.setFocus()

    def _row(self) -> DoubleRow | None:
        return self._model.record(self.table.currentIndex().row())

    def _how(self, row: DoubleRow | None = None) -> Doubles:
        row = row or self._row()
        return self._draft.decided.get(row.number, row.first_thought) if row is not None else "skip"

    def _show_pair(self) -> None:
        row = self._row()
        self._pair.setVisible(row is not None)
        if row is None:
            return
        self.pair_heading.set_words(text(N_("Row {row} of the list"), row=row.number))
        self.compare.show_double(self._desk, row)
        how = self._how()
        self.choices[how].setChecked(True)
        self.means.set_words(_MEANS[how])
        changes = row.updates if how == "update" else row.adds if how == "merge" else ()
        self.changes.setVisible(bool(changes))
        said = "\n".join(breakable(one_line(wording.changed(one).render())) for one in changes)
        self.changes.set_words(said)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Say days and changes in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and self._draft.shown is not None:
            self.show_plan()

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

    def _on_ticked(self, on: bool) -> None:  # noqa: FBT001 - a signal's shape
        self._draft.labelled = on
        self.decided.emit()

    def _done_with(self, row: DoubleRow) -> str:
        how = self._how(row)
        if how == "update" and row.person is not None and not row.is_news:
            return _("Nothing new")
        return next(_(words) for one, words, _icon in HOW if one == how)

    def _icon(self, row: DoubleRow) -> str:
        how = self._how(row)
        return next(icon for one, _words, icon in HOW if one == how)
