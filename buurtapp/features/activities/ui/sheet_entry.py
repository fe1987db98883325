"""Reading a list back by keyboard: the code, then one key for each row, in the order of the paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from buurtapp.core import trouble
from buurtapp.core.clock import local
from buurtapp.core.errors import UserError
from buurtapp.core.i18n import N_, plural_text, text
from buurtapp.features.activities import queries
from buurtapp.features.activities.actions import attend
from buurtapp.features.activities.attendance import queries as attendance
from buurtapp.features.activities.attendance.records import SheetShape
from buurtapp.features.activities.records import DoorRow, EntryResult, SheetAnswers, WalkIn
from buurtapp.features.activities.ui import sheet_pictures
from buurtapp.features.activities.ui.entry_views import ENTRY_VIEWS
from buurtapp.features.activities.ui.sheet_card import SheetCard
from buurtapp.features.activities.ui.sheet_code import CodeBar
from buurtapp.features.activities.ui.sheet_names import MOST
from buurtapp.features.activities.ui.sheet_paper import Paper
from buurtapp.features.activities.ui.sheet_state import SheetState
from buurtapp.features.people.forms import FORM
from buurtapp.features.sheets import queries as sheets
from buurtapp.features.sheets.records import SheetInfo
from buurtapp.uikit import theme as look
from buurtapp.uikit.controls import Button, Heading, Note
from buurtapp.uikit.desk import Desk
from buurtapp.uikit.page import Picture
from buurtapp.uikit.words import day, one_line

if TYPE_CHECKING:
    from buurtapp.core.store.changes import Changes

_TABLES = ("person", "activity", "attendance", "head_count", "sheet", "sheet_row")
_NARROW = 560


class SheetEntryView(QFrame):
    """The screen. Work that is not saved yet stays, also while other lists are read."""

    closed = Signal()
    form_found = Signal(str, int, bool)
    other_found = Signal(str, str)
    """The kind and the code of a paper that has a screen of its own (`entry_views`)."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setMinimumWidth(1)
        self.desk = desk
        self.state: SheetState | None = None
        self._unsaved: dict[int, SheetState] = {}
        self._is_enter_of_code = False
        self._build()
        self._connect()
        self._ask_code()

    def _build(self) -> None:
        self.code = CodeBar()
        self.close_button = Button(text(N_("Close")), "secondary", "x")
        self.left_over = Note("care")
        self.go_on_button = Button(text(N_("Go on with it")), "secondary", "arrow-right")
        self.left_over.row.addWidget(self.go_on_button)
        self.entered = Note("info")
        self.paper = Paper()
        self.card = SheetCard(self._who)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(Heading(text(N_("Enter a list"))), 1)
        head.addWidget(self.close_button)
        self.body = QWidget()
        row = QHBoxLayout(self.body)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(self.paper, 5)
        row.addWidget(self.card, 3)
        self._row = row
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 12, 24, 16)
        box.setSpacing(10)
        box.addLayout(head)
        box.addWidget(self.code)
        box.addWidget(self.left_over)
        box.addWidget(self.entered)
        box.addWidget(self.body, 1)
        self._space = QWidget()
        box.addWidget(self._space, 1)

    def _connect(self) -> None:
        self.close_button.clicked.connect(self.closed)
        self.code.typed.connect(self._find)
        self.code.another_asked.connect(self._ask_code)
        self.code.left.connect(self.closed)
        self.go_on_button.clicked.connect(self._go_on_unsaved)
        table = self.paper.table
        table.crossed.connect(self._cross)
        table.passed.connect(self._on_enter)
        table.moved.connect(self._step)
        table.photo_crossed.connect(self._cross_photo)
        table.home_crossed.connect(self._cross_home)
        table.clicked_box.connect(self._click_box)
        table.clicked_photo.connect(self._click_photo)
        table.clicked_line.connect(self._go)
        table.left.connect(self._ask_code)
        self.card.crossed.connect(self._cross)
        self.card.passed.connect(self._pass)
        self.card.tallied.connect(self._tally)
        self.card.save_asked.connect(self._save)
        self.card.entry.entered.connect(self._write)
        self.card.entry.moved.connect(self._step)
        self.card.entry.left.connect(self._ask_code)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            key = QShortcut(QKeySequence(keys), self)
            key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            key.activated.connect(self._save)

    # What is shown

    def begin(self, code: str) -> None:
        """Begin with this code; without one ask for it, or go on with what was not saved yet."""
        if code:
            self._ask_code()
            self.code.field.setText(code)
            self._find(code, loud=True)
        elif self.state is None or self.state.is_saved:
            self._ask_code()

    def refresh(self, changes: Changes | None = None) -> None:
        """Show what is true now; what was read and not saved yet stays."""
        state = self.state
        if state is None or (changes is not None and not changes.touches(*_TABLES)):
            return
        try:
            sheet = self.desk.read(sheets.find, state.sheet.code)
        except UserError:
            self._unsaved.pop(state.sheet.id, None)
            self.state = None
            self._ask_code()
            return
        if state.is_saved:
            state.take(sheet, self.desk.read(queries.entered, sheet.id))
            self.paper.show_state(state)
        state.sheet = sheet
        self._show_state()
        self._show_line()

    def focus_first(self) -> None:
        """Put the keyboard in the code field, or on the line in hand."""
        if self.state is None:
            self.code.field.setFocus()
        else:
            self._focus_line()

    def pictures(self) -> list[Picture]:
        """Return the states of this screen."""
        return sheet_pictures.pictures(self)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Give the card half the width where it is narrow; keep the line in hand in sight."""
        super().resizeEvent(event)
        is_narrow = self.width() < look.current().px(_NARROW)
        self._row.setStretch(0, 1 if is_narrow else 5)
        self._row.setStretch(1, 1 if is_narrow else 3)
        self.paper.table.show_now()

    def _ask_code(self) -> None:
        """Ask for a code; what is on the screen and not saved is kept."""
        self._keep_typed()
        if self.state is not None and not self.state.is_saved:
            self._unsaved[self.state.sheet.id] = self.state
        self.state = None
        self.code.begin()
        self.body.hide()
        self.entered.hide()
        self._space.show()
        waiting = next(iter(self._unsaved.values()), None)
        self.left_over.setVisible(waiting is not None)
        if waiting is not None:
            self.left_over.set_words(
                text(
                    N_("List {code} of {title} is not saved yet."),
                    code=waiting.sheet.code,
                    title=one_line(waiting.sheet.title)[:80],
                )
            )
        self.code.field.setFocus()

    def _go_on_unsaved(self) -> None:
        waiting = next(iter(self._unsaved.values()), None)
        if waiting is not None:
            self.show_sheet(waiting.sheet, SheetAnswers(frozenset()))

    def _find(self, typed: str, loud: bool) -> None:  # noqa: FBT001 - a signal's shape
        """Look up a code, behind which the number of a form may stand; `loud` says what is wrong with it."""
        code, _slash, serial = typed.partition("/")
        try:
            sheet = self.desk.read(sheets.find, code if serial.strip().isdecimal() else typed)
        except UserError as error:
            if loud:
                self.code.show_problem(trouble.sentence(error))
                self.code.field.setFocus()
            return
        if sheet.kind == sheets.ATTENDANCE:
            self._is_enter_of_code = not loud
            self.show_sheet(sheet, self.desk.read(queries.entered, sheet.id))
        elif sheet.kind == FORM:
            self.code.begin()
            self.form_found.emit(sheet.code, int(serial) if serial.strip().isdecimal() else 0, not loud)
        elif sheet.kind in ENTRY_VIEWS:
            self.code.begin()
            self.other_found.emit(sheet.kind, sheet.code)
        elif loud:
            self.code.show_problem(text(N_("This is the code of another kind of paper, not of a list.")))

    def show_sheet(self, sheet: SheetInfo, known: SheetAnswers, shape: SheetShape | None = None) -> None:
        """Show a list, with what is known of it already or was read of it before."""
        shape = shape or self.desk.read(attendance.shape, sheet.id)
        self.state = self._unsaved.pop(sheet.id, None) or SheetState(sheet, known, shape)
        printed = day(local(sheet.printed_at).date(), "EEEE d MMMM")
        self.code.show_found(
            sheet.code,
            text(N_("Found: list of {title}"), title=one_line(sheet.title)),
            plural_text(
                "Printed on {day}, with {count} name.",
                "Printed on {day}, with {count} names.",
                self.state.names,
                day=printed,
            ),
        )
        self.left_over.hide()
        self._space.hide()
        self.body.show()
        self.paper.show_state(self.state)
        self._show_state()
        self._show_line()
        self._focus_line()

    def _show_state(self) -> None:
        state = self.state
        if state is None:
            return
        self.card.show_state(state)
        home = state.sheet.came_home_at
        self.entered.setVisible(home is not None)
        if home is not None:
            on = day(local(home).date(), "d MMMM")
            self.entered.set_words(
                text(N_("This list was entered on {day}. Change what is different, or close it."), day=on)
            )
        self.paper.redraw()

    def _show_line(self) -> None:
        """Show the name on the line in hand, when it is a blank one."""
        line = self.state.line if self.state is not None else None
        if self.state is not None and line is not None and line.is_blank:
            self.card.entry.show_name(self.state.walk_ins.get(line.number))

    def _focus_line(self) -> None:
        line = self.state.line if self.state is not None else None
        if line is not None and line.is_blank:
            self.card.entry.field.setFocus()
        else:
            self.paper.table.setFocus()

    def _who(self, typed: str) -> list[DoorRow]:
        if self.state is None:
            return []
        return self.desk.read(queries.door_matches, self.state.sheet.subject_id, typed, MOST)

    # What is read

    def _keep_typed(self) -> None:
        """Keep a name that stands in the field, however the line is left."""
        line = self.state.line if self.state is not None else None
        if self.state is not None and line is not None and line.is_blank:
            self.state.write(line.number, self.card.entry.typed())

    def _go(self, at: int) -> None:
        """Take a line in hand."""
        self._is_enter_of_code = False
        self._keep_typed()
        if self.state is not None and self.state.go(min(max(at, 0), len(self.state.lines) - 1)):
            self._show_state()
            self._show_line()
            self._focus_line()

    def _step(self, by: int) -> None:
        if self.state is not None:
            self._go(self.state.at + by)

    def _cross(self) -> None:
        """Put a cross and go on; take one away and stay."""
        self._is_enter_of_code = False
        if self.state is None or self.state.line is None:
            return
        self._crossed(is_ticked=self.state.tick(self.state.at))

    def _cross_photo(self) -> None:
        """Put a cross at "photo ok" and for being there, and go on; take it away and stay."""
        if self.state is not None:
            self._crossed(is_ticked=self.state.tick_photo(self.state.at))

    def _cross_home(self) -> None:
        """Put a cross for everybody of this address, and go on past those who stand right below; or take them away."""
        state = self.state
        if state is None or state.line is None:
            return
        home = {line.number for line in state.housemates(state.line)}
        is_ticked = state.tick_home(state.at)
        while is_ticked and state.at + 1 < len(state.lines) and state.lines[state.at + 1].number in home:
            state.go_on()
        self._crossed(is_ticked=is_ticked)

    def _crossed(self, *, is_ticked: bool) -> None:
        self._is_enter_of_code = False
        if is_ticked:
            self._pass()
        else:
            self._show_state()
            self._focus_line()

    def _click_photo(self, at: int) -> None:
        self._go(at)
        if self.state is not None:
            self.state.tick_photo(at)
            self._show_state()

    def _click_box(self, at: int) -> None:
        self._go(at)
        if self.state is not None and self.state.line is not None and not self.state.line.is_blank:
            self.state.tick(at)
            self._show_state()

    def _on_enter(self) -> None:
        """Go on without a cross; the Enter that people and scanners type behind a code is not for the first line."""
        is_of_code, self._is_enter_of_code = self._is_enter_of_code, False
        if not is_of_code:
            self._pass()

    def _pass(self) -> None:
        """Go on to the next line; after the last one to the count of who came along."""
        if self.state is None:
            return
        has_next = self.state.go_on()
        self._show_state()
        if has_next:
            self._show_line()
            self._focus_line()
        else:
            self.card.begin_tally()

    def _write(self, walk_in: WalkIn | None, photo: bool) -> None:  # noqa: FBT001 - a signal's shape
        line = self.state.line if self.state is not None else None
        if self.state is None or line is None:
            return
        self.state.write(line.number, walk_in)
        if photo and line.number not in self.state.photos:
            self.state.tick_photo(self.state.at)
        self.card.entry.show_name(walk_in)
        self._pass()

    def _tally(self) -> None:
        if self.state is not None:
            self.state.tally(*self.card.numbers())
            self.card.show_state(self.state)

    def _save(self) -> None:
        state = self.state
        if state is None:
            return
        self._keep_typed()

        def saved(result: EntryResult) -> None:
            state.is_saved = True
            self._unsaved.pop(state.sheet.id, None)
            if result.new_people:
                self.desk.tell(
                    plural_text(
                        "The list is saved. {count} new neighbour was added to the list of people.",
                        "The list is saved. {count} new neighbours were added to the list of people.",
                        len(result.new_people),
                    ),
                    undo=True,
                )
            if self.state is state:
                self.refresh()
                state.result = result
                self._show_state()
                self.code.another_button.setFocus()

        label = attend.entered_label(state.sheet.code, state.sheet.title)
        self.desk.do(label, attend.enter_sheet, state.sheet.id, state.answers()).then(saved)
