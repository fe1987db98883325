"""One import on its way: reading the list, what the columns mean, what would come of it, and saving it.

Everything that takes time is done in the background; nothing is saved before `save`.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from buurtapp.core.errors import BuurtappError, Cancelled, OutsideTrouble
from buurtapp.core.i18n import N_, Text, plural_text, text
from buurtapp.exchange.table import ListFile, Progress, Table
from buurtapp.features.people.importing import actions, columns, headings, queries, steps
from buurtapp.features.people.importing.records import Afterwards, Choice, Doubles, ImportResult
from buurtapp.features.people.ui.importing.preview import Foreseen, Preview, double_rows, foreseen, preview
from buurtapp.uikit.desk import Desk
from buurtapp.uikit.jobs import Job

if TYPE_CHECKING:
    from buurtapp.core.store.store import Store

_KEY = "people.import"
_LONGEST_NAME = 60


class ImportDraft(QObject):
    """What was chosen so far. `shown` is None while nothing can be shown of the list; `refusal` may say why."""

    opened = Signal()
    refused = Signal(object)
    planned = Signal()
    saved = Signal(object)
    stopped = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._job: Job | None = None
        self._turn = 0
        self.clear()

    def clear(self) -> None:
        """Forget the list; what is being read or worked out is stopped."""
        self._turn += 1
        if self._job is not None:
            self._job.stop()
            self._job = None
        self.source = ""
        self.tables: tuple[Table, ...] = ()
        self.table: Table | None = None
        self.choice: Choice | None = None
        self.was_remembered = False
        self.shown: Preview | None = None
        self.is_current = False
        self.is_saving = False
        self.refusal: BuurtappError | None = None
        self.decided: dict[int, Doubles] = {}
        self.labelled = False
        self._taken: dict[int, int] = {}

    # Reading

    def read_file(self, path: Path) -> None:
        """Read a file; `opened` or `refused` tells how it went."""
        self._read(path.name, lambda progress: steps.look(path, progress))

    def read_text(self, written: str) -> None:
        """Read what was copied out of a spreadsheet."""
        name = text(N_("Copied list")).render()
        self._read(name, lambda progress: steps.look_at_text(written, name, progress))

    def _read(self, name: str, look: Callable[[Progress], ListFile]) -> None:
        self.clear()
        turn = self._turn

        def work(progress: Progress) -> ListFile | BuurtappError:
            try:
                return look(progress)
            except BuurtappError as error:
                return error

        def show(found: ListFile | BuurtappError) -> None:
            if turn != self._turn:
                return
            self._job = None
            if isinstance(found, BuurtappError):
                self.refused.emit(found)
            else:
                self.take(found, name)

        self._job = self._desk.start(text(N_("Reading {name}…"), name=short(name)), work, show)
        self._job.stopped.connect(self.stopped)

    def take(self, found: ListFile, source: str) -> None:
        """Go on with a list that was read."""
        self.source = source
        self.tables = tuple(table for table in found.tables if table.lines)
        self._begin_with(steps.choose_sheet(ListFile(found.kind, self.tables), source))

    def _begin_with(self, table: Table) -> None:
        self.table = table
        self.choice, self.was_remembered = steps.begin(table, self._desk.read(queries.mappings))
        self.decided = {}
        self.labelled = False
        self._taken = {}
        self.opened.emit()
        self.replan()

    # Choosing

    def choose_sheet(self, name: str) -> None:
        """Take another sheet."""
        found = next((table for table in self.tables if table.name == name), None)
        if found is not None and found is not self.table:
            self._begin_with(found)

    def choose_headings(self, row: int) -> None:
        """Take the names of the columns from another row; 0: there are none."""
        if self.table is not None and self.choice is not None:
            self.choice = steps.with_headings_in(self.table, row, self.choice)
            self._taken = {}
            self.was_remembered = False
            self.opened.emit()
            self.replan()

    def guess_again(self) -> None:
        """Take the columns as they would be guessed, not as they were chosen the last time."""
        if self.table is not None:
            self.choice, self.was_remembered = steps.candidate(self.table), False
            self._taken = {}
            self.opened.emit()
            self.replan()

    def choose_meaning(self, column: int, meaning: str) -> None:
        """Let a column mean something else.

        Another column that meant the same goes into the note, and gets its meaning back when this one is chosen anew:
        with the arrow keys one passes all meanings on the way to the right one.
        """
        if self.choice is None:
            return
        before = self.choice
        taken = self._taken.pop(column, None)
        if taken is not None and before.meanings[taken] == headings.OTHER and before.meanings[column] != meaning:
            before = steps.with_meaning(before, taken, before.meanings[column])
        self.choice = steps.with_meaning(before, column, meaning)
        pairs = enumerate(zip(before.meanings, self.choice.meanings, strict=True))
        lost = next((at for at, (was, now) in pairs if at != column and was != now), None)
        if lost is not None:
            self._taken[column] = lost
        self.replan()

    # Working out

    def replan(self) -> None:
        """Work out anew what would come of it; of several at once only the last is finished."""
        self._turn += 1
        turn, table, choice, source = self._turn, self.table, self.choice, self.source
        self.is_current = False
        if table is None or choice is None:
            return
        if not columns.is_enough(choice):
            self._show(None)
            return

        def go_on(_done: int, _total: int) -> None:
            if turn != self._turn:
                raise Cancelled

        def ask(store: Store) -> Preview | BuurtappError:
            known = store.read(queries.known, choice)
            try:
                plan = steps.plan(table, choice, known, source, go_on)
                return preview(plan, known, store.read(queries.matched, plan))
            except BuurtappError as error:
                return error

        self._desk.later(_KEY, ask, lambda found: self._show(found) if turn == self._turn else None)

    def show_planned(self, table: Table, source: str, shown: Preview) -> None:
        """Show a list that was worked out already."""
        self.clear()
        self.source, self.tables, self.table, self.choice = source, (table,), table, shown.plan.choice
        self.was_remembered = shown.is_again
        self.opened.emit()
        self._show(shown)

    def _show(self, found: Preview | BuurtappError | None) -> None:
        self.shown = found if isinstance(found, Preview) else None
        self.refusal = found if isinstance(found, BuurtappError) else None
        if self.shown is not None and self.shown.is_again:
            # A list that was read before is given to us for what is new in it.
            for row in double_rows(self.shown):
                self.decided.setdefault(row, "update")
        self.is_current = True
        self.planned.emit()

    def rows_below_headings(self) -> int:
        """Return how many rows there are, whatever they say."""
        if self.table is None or self.choice is None:
            return 0
        return sum(1 for line in self.table.lines if line.number > self.choice.header_row)

    def foreseen(self) -> Foreseen:
        """Return what would be saved."""
        return foreseen(self.shown, self.decided) if self.shown is not None else Foreseen(0, 0, 0)

    # Saving

    def save(self, *, remember: bool) -> None:
        """Make a copy of the group file, then save everything as one thing that can be undone."""
        if self.shown is None or self._desk.store is None or self.is_saving:
            return
        store, plan, decided = self._desk.store, self.shown.plan, dict(self.decided)
        foreseen = self.foreseen()
        people = foreseen.people
        label = actions.imported_label(short(self.source), people, foreseen.changed)
        missing = frozenset(one.person_id for one in plan.missing) if self.labelled else frozenset[int]()
        afterwards = Afterwards(remember, missing if plan.earlier is not None else None)
        self.is_saving = True

        def work(progress: Progress) -> ImportResult:
            progress(0, 1)
            store.backup_if_changed()
            return store.write(label, actions.apply_plan, plan, decided, progress, afterwards)

        what = plural_text("Reading in {count} person…", "Reading in {count} people…", people)
        self._job = self._desk.start(what, work, lambda done: self._saved(done, label))
        self._job.failed.connect(self._failed)
        self._job.stopped.connect(self._ended)

    def _saved(self, done: ImportResult, label: Text) -> None:
        self._job = None
        self._desk.saved.emit(True)  # noqa: FBT003 - a signal's shape
        self._desk.tell(label, undo=True)
        self.saved.emit(done)

    def _failed(self, error: object) -> None:
        if isinstance(error, OutsideTrouble):
            self._desk.saved.emit(False)  # noqa: FBT003 - a signal's shape
        self._ended()

    def _ended(self) -> None:
        self._job = None
        self.is_saving = False
        self.stopped.emit()


def short(words: str, longest: int = _LONGEST_NAME) -> str:
    """Return words that fit on a line."""
    return words if len(words) <= longest else f"{words[: longest - 1]}…"
