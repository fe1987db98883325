"""What stands where: one row for each column, with a choice of what it means."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from buurtapp.core.i18n import N_, Text, plural_text, text
from buurtapp.exchange.table import Table
from buurtapp.features.people.importing.headings import IGNORE, OTHER
from buurtapp.features.people.importing.records import Choice
from buurtapp.features.people.ui.importing.draft import ImportDraft, short
from buurtapp.features.people.ui.importing.parts import ShortLabel, scrolling, stacked
from buurtapp.features.people.ui.importing.preview import example, tip
from buurtapp.features.people.ui.importing.words import MEANINGS
from buurtapp.uikit import theme as look
from buurtapp.uikit.controls import Button, Card, Heading, Icon, Line, Note, PlainLabel
from buurtapp.uikit.form import CalmComboBox, Field, tick
from buurtapp.uikit.words import one_line

_HEADER_ROWS = 12
_MANY_ROWS = 300


class ColumnsCard(Card):
    """The left card of the second step. Every choice goes to the draft at once."""

    def __init__(self, draft: ImportDraft) -> None:
        super().__init__()
        self._draft = draft
        self._boxes: dict[int, QComboBox] = {}
        self._names: dict[int, Text] = {}
        self._meanings = QStandardItemModel(self)
        self._rows = QWidget()
        self._build()
        self._connect()

    def _build(self) -> None:
        for meaning, words in MEANINGS.items():
            item = QStandardItem(words.render())
            item.setData(meaning, Qt.ItemDataRole.UserRole)
            self._meanings.appendRow(item)
        self.found = PlainLabel("", "second", size="small")
        self.guess_button = Button(text(N_("Guess the columns again")), "link")
        self.guess_button.hide()
        self.moved = Note("care")
        self.moved.label.setMinimumWidth(1)
        self.sheet = Field(text(N_("Sheet of the file")), CalmComboBox())
        self.header = Field(text(N_("Where are the names of the columns?")), CalmComboBox())
        self.tip = Note("info")
        self.tip.label.setMinimumWidth(1)
        self.empty = PlainLabel("", "second", size="small")
        self.remember = tick(text(N_("Remember this for the next list")))
        for field in (self.sheet, self.header):
            _fit(field.input)
        inner = QWidget()
        self._box = stacked(inner, (0, 0, 0, 12))
        head = QVBoxLayout()
        head.setContentsMargins(16, 14, 16, 12)
        head.setSpacing(4)
        head.addWidget(Heading(text(N_("What stands where?")), "h2", wrap=True))
        intro = text(N_("On the left your column, on the right its place in Buurtapp."))
        head.addWidget(PlainLabel(intro, "second", size="small"))
        head.addWidget(self.found)
        head.addWidget(self.guess_button, 0, Qt.AlignmentFlag.AlignLeading)
        head.addWidget(self.sheet)
        self._box.addLayout(head)
        self._box.addWidget(self._rows)
        foot = QVBoxLayout()
        foot.setContentsMargins(16, 12, 16, 4)
        foot.setSpacing(12)
        for widget in (self.empty, self.moved, self.tip, self.header, self.remember):
            foot.addWidget(widget)
        self._box.addLayout(foot)
        self._box.addStretch(1)
        stacked(self, (1, 1, 1, 1)).addWidget(scrolling(inner))

    def _connect(self) -> None:
        sheet, header = self.sheet.input, self.header.input
        if isinstance(sheet, QComboBox):
            sheet.activated.connect(lambda _at: self._draft.choose_sheet(str(sheet.currentData())))
        if isinstance(header, QComboBox):
            header.activated.connect(lambda _at: self._draft.choose_headings(int(header.currentData())))
        self.guess_button.clicked.connect(self._on_guess_again)
        self._draft.opened.connect(self.show_list)
        self._draft.planned.connect(self.show_tip)

    # What is shown

    def show_list(self) -> None:
        """Show the columns of a list, and what they seem to mean."""
        table, choice = self._draft.table, self._draft.choice
        if table is None or choice is None:
            return
        self._fill_sheets(table)
        self._fill_headers(table, choice)
        self._build_rows(table, choice)
        self._say_found(choice)
        self.moved.hide()
        self.tip.hide()
        if isinstance(self.remember.input, QCheckBox):
            self.remember.input.setChecked(True)

    def _say_found(self, choice: Choice) -> None:
        told = [meaning for column, meaning in enumerate(choice.meanings) if column in self._boxes]
        known = sum(1 for meaning in told if meaning not in {OTHER, IGNORE})
        self.guess_button.setVisible(self._draft.was_remembered)
        if self._draft.was_remembered:
            self.found.set_words(text(N_("You chose it like this the last time.")))
        else:
            self.found.set_words(
                plural_text(
                    "{found} of {count} column was found by itself.",
                    "{found} of the {count} columns were found by themselves.",
                    len(told),
                    found=known,
                )
            )
        empty = len(choice.meanings) - len(told)
        self.empty.setVisible(empty > 0)
        self.empty.set_words(
            plural_text("{count} empty column is not shown.", "{count} empty columns are not shown.", empty)
        )

    def _fill_sheets(self, table: Table) -> None:
        box = self.sheet.input
        self.sheet.setVisible(len(self._draft.tables) > 1)
        if isinstance(box, QComboBox):
            box.clear()
            for one in self._draft.tables:
                box.addItem(one_line(one.name), one.name)
            box.setCurrentIndex(box.findData(table.name))

    def _fill_headers(self, table: Table, choice: Choice) -> None:
        box = self.header.input
        self.header.setVisible(table.headings is None)
        if not isinstance(box, QComboBox):
            return
        box.clear()
        lines = list(table.lines[:_HEADER_ROWS])
        lines += [line for line in table.lines if line.number == choice.header_row and line not in lines]
        for line in lines:
            cells = ", ".join(" ".join(cell.split()) for cell in line.cells if cell.strip())
            said = text(N_("Row {row}: {cells}"), row=line.number, cells=short(cells, 34))
            box.addItem(said.render(), line.number)
        box.addItem(text(N_("The first row holds no names of columns")).render(), 0)
        box.setCurrentIndex(box.findData(choice.header_row))

    def _build_rows(self, table: Table, choice: Choice) -> None:
        rows = QWidget()
        box = stacked(rows)
        self._boxes.clear()
        self._names.clear()
        for column, heading in enumerate(choice.headings):
            sample = example(table, choice, column)
            if sample and len(self._boxes) < _MANY_ROWS:
                box.addWidget(Line())
                box.addWidget(self._row(column, heading, sample, choice.meanings[column]))
        box.addWidget(Line())
        self._box.replaceWidget(self._rows, rows)
        self._rows.deleteLater()
        self._rows = rows
        inputs = [self.guess_button, self.sheet.input, *self._boxes.values(), self.header.input, self.remember.input]
        for before, after in pairwise(inputs):
            QWidget.setTabOrder(before, after)

    def _row(self, column: int, heading: str, sample: str, meaning: str) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(16, 8, 16, 8)
        line.setSpacing(12)
        said = QVBoxLayout()
        said.setSpacing(0)
        name = ShortLabel(heading, strong=True)
        said.addWidget(name)
        said.addWidget(ShortLabel(sample, "second", size="caption"))
        box = CalmComboBox()
        box.setModel(self._meanings)
        _fit(box)
        box.view().setMinimumWidth(look.current().px(210))
        box.setCurrentIndex(box.findData(meaning))
        box.setProperty("meaning", meaning)
        self._names[column] = text(N_("What is in the column {heading}?"), heading=heading)
        box.setAccessibleName(self._names[column].render())
        name.setBuddy(box)
        box.activated.connect(lambda _at: self._on_chosen(column, str(box.currentData())))
        self._boxes[column] = box
        line.addLayout(said, 5)
        line.addWidget(Icon("arrow-right"))
        line.addWidget(box, 7)
        return row

    def show_tip(self) -> None:
        """Show what a name becomes that the list has the other way round."""
        shown, table = self._draft.shown, self._draft.table
        found = tip(table, shown.plan) if shown is not None and table is not None else None
        self.tip.setVisible(found is not None)
        if found is not None:
            written, name = found
            self.tip.set_words(
                text(
                    N_("“{written}” becomes {name}. In the list the name is at the {letter}."),
                    written=one_line(written)[:80],
                    name=one_line(name.spoken)[:80],
                    letter=name.family[:1].upper(),
                )
            )

    def first_input(self) -> QWidget:
        """Return where the keyboard begins."""
        if self.sheet.isVisibleTo(self):
            return self.sheet.input
        return next(iter(self._boxes.values()), self.remember.input)

    def box(self, column: int) -> QComboBox:
        """Return the choice of a column."""
        return self._boxes[column]

    def is_to_remember(self) -> bool:
        """Return whether the next list is to begin with these choices."""
        return isinstance(self.remember.input, QCheckBox) and self.remember.input.isChecked()

    # Slots

    def _on_guess_again(self) -> None:
        self._draft.guess_again()
        self.first_input().setFocus()

    def _on_chosen(self, column: int, meaning: str) -> None:
        choice = self._draft.choice
        if choice is None or choice.meanings[column] == meaning:
            return
        self._draft.choose_meaning(column, meaning)
        self.moved.hide()
        for other, box in self._boxes.items():
            now = self._draft.choice.meanings[other] if self._draft.choice is not None else ""
            if box.currentData() == now:
                continue
            box.setCurrentIndex(box.findData(now))
            if now == OTHER:
                self.moved.set_words(
                    text(N_("“{heading}” now goes into the note."), heading=one_line(choice.headings[other])[:60])
                )
                self.moved.show()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Say the choices in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            for at, words in enumerate(MEANINGS.values()):
                self._meanings.item(at).setText(words.render())
            for column, box in self._boxes.items():
                box.setAccessibleName(self._names[column].render())
            if self._draft.table is not None and self._draft.choice is not None:
                self._fill_headers(self._draft.table, self._draft.choice)


def _fit(box: QWidget) -> None:
    """Let a choice be as narrow as its place; its words are cut there, and whole in its list."""
    if isinstance(box, QComboBox):
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(6)
        box.setMaxVisibleItems(14)
