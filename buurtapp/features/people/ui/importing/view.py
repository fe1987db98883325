"""Reading a list of people, in four steps. Nothing is saved before the last one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout

from buurtapp.core.errors import BuurtappError
from buurtapp.core.i18n import N_, Text, plural_text, text
from buurtapp.exchange.table import ListFile, Table
from buurtapp.features.people.importing.records import ImportResult
from buurtapp.features.people.ui.importing.columns_card import ColumnsCard
from buurtapp.features.people.ui.importing.doubles_step import DoublesStep
from buurtapp.features.people.ui.importing.draft import ImportDraft, short
from buurtapp.features.people.ui.importing.file_step import FileStep
from buurtapp.features.people.ui.importing.parts import ShortLabel, SideBySide, stacked
from buurtapp.features.people.ui.importing.preview import Preview, double_rows, news_rows
from buurtapp.features.people.ui.importing.preview_card import PreviewCard
from buurtapp.features.people.ui.importing.stepper import Stepper
from buurtapp.features.people.ui.importing.summary_step import SummaryStep
from buurtapp.uikit.controls import Button, Card, Heading, PlainLabel
from buurtapp.uikit.desk import Desk
from buurtapp.uikit.page import Picture

if TYPE_CHECKING:
    from buurtapp.core.store.changes import Changes

FILE, COLUMNS, DOUBLES, SUMMARY = range(4)
_NAMES = (
    text(N_("Choose the file")),
    text(N_("Match the columns")),
    text(N_("Look at doubles")),
    text(N_("Read in")),
)


class ImportView(QFrame):
    """The import of a list. `closed` tells how many people came in; 0 when it was stopped."""

    closed = Signal(int)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.draft = ImportDraft(desk)
        self.step = FILE
        self._goal = FILE
        self._done: ImportResult | None = None
        self._build()
        self._connect()
        self._show_step(FILE)

    def _build(self) -> None:
        box = stacked(self)
        box.addLayout(self._build_head())
        self.file_step = FileStep(self.desk)
        self.columns = ColumnsCard(self.draft)
        self.preview = PreviewCard(self.draft)
        self.doubles = DoublesStep(self.desk, self.draft)
        self.summary = SummaryStep(self.draft)
        self.stack = QStackedWidget()
        for page in (self.file_step, SideBySide(self.columns, self.preview), self.doubles, self.summary):
            self.stack.addWidget(page)
        box.addWidget(self.stack, 1)
        box.addWidget(self._build_foot())

    def _build_head(self) -> QVBoxLayout:
        head = QVBoxLayout()
        head.setContentsMargins(24, 12, 24, 12)
        head.setSpacing(8)
        self.file_name = ShortLabel("", "second")
        self.stop_button = Button(text(N_("Stop reading the list")), "quiet")
        title = QHBoxLayout()
        title.setSpacing(16)
        title.addWidget(Heading(text(N_("Read a list"))))
        title.addWidget(self.file_name, 1)
        title.addWidget(self.stop_button)
        self.stepper = Stepper(_NAMES)
        head.addLayout(title)
        head.addWidget(self.stepper)
        return head

    def _build_foot(self) -> Card:
        self.foot = foot = Card("foot")
        row = QHBoxLayout(foot)
        row.setContentsMargins(24, 10, 24, 10)
        row.setSpacing(12)
        self.back_button = Button(text(N_("Back")), "secondary", "arrow-left")
        self.counts = PlainLabel("", "second")
        self.counts.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.counts.setMinimumWidth(1)
        self.next_button = Button("", "primary")
        row.addWidget(self.back_button)
        row.addWidget(self.counts, 1)
        row.addWidget(self.next_button)
        return foot

    def _connect(self) -> None:
        draft = self.draft
        self.file_step.chosen.connect(self.begin)
        self.file_step.pasted.connect(self._on_pasted)
        self.stop_button.clicked.connect(self.stop)
        self.back_button.clicked.connect(self.back)
        self.next_button.clicked.connect(self.go_on)
        draft.opened.connect(self._on_opened)
        draft.refused.connect(self._on_refused)
        draft.planned.connect(self._on_planned)
        draft.saved.connect(self._on_saved)
        draft.stopped.connect(self._show_foot)
        self.doubles.decided.connect(self._show_foot)
        self.desk.changed.connect(self._on_changed)
        self._key(Qt.Key.Key_F8, self._next_problem)
        self._key(QKeySequence.StandardKey.Paste, self._paste)

    def _key(self, key: Qt.Key | QKeySequence.StandardKey, do: Callable[[], None]) -> None:
        shortcut = QShortcut(QKeySequence(key), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(do)

    # Going through the steps

    def begin(self, file: Path | None) -> None:
        """Begin with this file; None asks for one first. While a list is being saved nothing else is begun."""
        if self.draft.is_saving and self._done is None:
            return
        self._goal = COLUMNS
        self._done = None
        self.draft.clear()
        self.file_step.show_refusal(None)
        self._show_step(FILE)
        if file is not None:
            self.draft.read_file(file)

    def begin_with(self, files: Sequence[Path]) -> None:
        """Begin with what was dropped: one file, or a sentence that they are too many."""
        self.begin(None)
        if self.step == FILE:
            self.file_step.take(files)

    def go_to(self, found: ListFile, source: str, step: int) -> None:
        """Begin with a list that was read already, and go on to a step as soon as it is worked out."""
        self._goal = step
        self.draft.take(found, source)

    def show_planned(self, table: Table, source: str, shown: Preview, step: int) -> None:
        """Show a list that was worked out already, at a step."""
        self._goal = step
        self.draft.show_planned(table, source, shown)

    def go_on(self) -> None:
        """Do what the main button says."""
        if self.step == FILE:
            self.file_step.ask()
        elif not self.next_button.isEnabled():
            return
        elif self._done is not None:
            self._close(self._done.people_added)
        elif self.step == SUMMARY:
            self.draft.save(remember=self.columns.is_to_remember())
            self._show_foot()
        elif self.draft.is_current:
            self._show_step(self._after(self.step))
        else:
            self._goal = max(self._goal, self.step + 1)

    def back(self) -> None:
        """Go back one step; from the first one, stop."""
        if self._done is not None:
            self._close(self._done.people_added)
        if self.draft.is_saving:
            return
        if self.step == FILE:
            self.stop()
        elif self.step == COLUMNS:
            self.begin(None)
        else:
            self._show_step(DOUBLES if self.step == SUMMARY and self._has_doubles() else COLUMNS)

    def stop(self) -> None:
        """Leave the import. What is being saved can be stopped too, and then nothing of it is kept."""
        self._close(self._done.people_added if self._done is not None else 0)

    def _close(self, people: int) -> None:
        self._done = None
        self.draft.clear()
        self._show_step(FILE)
        self.closed.emit(people)

    def focus_first(self) -> None:
        """Put the keyboard where the step begins."""
        if self.step == FILE:
            self.file_step.focus_first()
        elif self.step == COLUMNS:
            self.columns.first_input().setFocus()
        elif self.step == DOUBLES:
            self.doubles.focus_first()
        else:
            self.next_button.setFocus()

    def pictures(self) -> list[Picture]:
        """Return the states of the import."""
        from buurtapp.features.people.ui.importing.pictures import pictures  # noqa: PLC0415 - only for pictures

        return pictures(self)

    def _after(self, step: int) -> int:
        return SUMMARY if step == DOUBLES or not self._has_doubles() else DOUBLES

    def _has_doubles(self) -> bool:
        shown = self.draft.shown
        return shown is not None and bool(shown.doubles or shown.plan.missing)

    # What is shown

    def _show_step(self, step: int) -> None:
        self.step = self._goal = step
        if step == SUMMARY:
            self.summary.show_plan()
        self.stepper.set_step(step)
        self.stack.setCurrentIndex(step)
        self._show_foot()
        self.focus_first()

    def _show_foot(self) -> None:
        draft, shown = self.draft, self.draft.shown
        self.foot.setVisible(self.step != FILE)
        self.back_button.setEnabled(not draft.is_saving)
        self.back_button.setVisible(self._done is None)
        self.stop_button.setVisible(self._done is None)
        self.next_button.set_words(self._next_words())
        self.next_button.set_icon("check" if self.step == SUMMARY else "arrow-right")
        self.next_button.setEnabled(self._done is not None or (shown is not None and not draft.is_saving))
        self.counts.set_words(self._count_words(shown) if shown is not None else "")
        rows = len(shown.rows) if shown is not None else draft.rows_below_headings()
        name = plural_text("{name}, {count} row", "{name}, {count} rows", rows, name=short(draft.source))
        self.file_name.set_words(name if draft.source else "")

    def _next_words(self) -> Text:
        shown = self.draft.shown
        if self._done is not None:
            return text(N_("Done"))
        if self.draft.is_saving:
            return text(N_("Reading in…"))
        if self.step == SUMMARY:
            return self._summary_words()
        if self.step == COLUMNS and shown is None:
            return text(N_("First choose name or street"))
        if self.step == COLUMNS and shown is not None and shown.is_again and self._has_doubles():
            return text(N_("Next: look at what is different"))
        if self.step == COLUMNS and shown is not None and shown.doubles:
            count = len(double_rows(shown))
            return plural_text("Next: look at {count} double", "Next: look at {count} doubles", count)
        return text(N_("Next: read in"))

    def _summary_words(self) -> Text:
        foreseen = self.draft.foreseen()
        if foreseen.people:
            return plural_text("Read {count} person in", "Read {count} people in", foreseen.people)
        if foreseen.changed:
            return plural_text("Change {count} person", "Change {count} people", foreseen.changed)
        return text(N_("Take the list over"))

    def _count_words(self, shown: Preview) -> Text | str:
        if self._done is not None:
            return ""
        if self.step == SUMMARY:
            return text(N_("Nothing is saved yet."))
        if shown.is_again:
            return plural_text(
                "{count} row different, {new} new, {missing} no longer in the list.",
                "{count} rows different, {new} new, {missing} no longer in the list.",
                len(news_rows(shown)),
                new=sum(1 for one in shown.plan.people if not (one.is_double or one.is_moved)),
                missing=len(shown.plan.missing),
            )
        doubles = len(double_rows(shown))
        return plural_text(
            "{count} row good, {problems} with a problem, {doubles} perhaps double.",
            "{count} rows good, {problems} with a problem, {doubles} perhaps double.",
            shown.good,
            problems=shown.problems,
            doubles=doubles,
        )

    # Slots

    def _on_pasted(self, written: str) -> None:
        self.begin(None)
        self._goal = COLUMNS
        self.draft.read_text(written)

    def _on_opened(self) -> None:
        if self.step == FILE:
            goal = self._goal
            self._show_step(COLUMNS)
            self._goal = max(goal, COLUMNS)
        else:
            self._show_foot()

    def _on_refused(self, error: BuurtappError) -> None:
        self._show_step(FILE)
        self.file_step.show_refusal(error)

    def _on_planned(self) -> None:
        while self.step < self._goal and self.draft.shown is not None:
            goal = self._goal
            self._show_step(self._after(self.step))
            self._goal = max(goal, self.step)
        if self.step > COLUMNS and self.draft.shown is None:
            self._show_step(COLUMNS)
        self._show_foot()

    def _on_saved(self, done: ImportResult) -> None:
        again = self.draft.shown is not None and self.draft.shown.is_again
        if not done.changes or not (again or "update" in self.draft.decided.values()):
            self._close(done.people_added)
            return
        self._done = done
        self.summary.show_done(done)
        self._show_foot()
        self.next_button.setFocus()

    def _on_changed(self, changes: Changes) -> None:
        if self.draft.table is not None and not self.draft.is_saving and changes.touches("person", "address", "street"):
            self.draft.replan()

    def _next_problem(self) -> None:
        if self.step == COLUMNS:
            self.preview.next_problem()

    def _paste(self) -> None:
        if self.step == FILE:
            self.file_step.paste()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Pass the keyboard on to where the step begins."""
        super().focusInEvent(event)
        self.focus_first()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter does the main thing, Escape goes back."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.go_on()
        elif event.key() == Qt.Key.Key_Escape:
            self.back()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Say the name of a copied list anew with the rest."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._show_foot()
