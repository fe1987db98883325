"""Reading a sign-up sheet back by keyboard: line by line, in the order of the paper, and one button that signs up."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from buurtapp.core.clock import local
from buurtapp.core.errors import UserError
from buurtapp.core.i18n import N_, text
from buurtapp.features.activities import queries
from buurtapp.features.activities.actions import enter_signup
from buurtapp.features.activities.records import DoorRow, SignupEntry, SignupLine
from buurtapp.features.activities.ui.bring_into_view import bring_into_view
from buurtapp.features.activities.ui.cut_text import CutLabel
from buurtapp.features.activities.ui.door_matches import follow
from buurtapp.features.activities.ui.sheet_names import MOST
from buurtapp.features.activities.ui.signup_line import SignupLineCard
from buurtapp.features.activities.ui.signup_news import tell_waiting
from buurtapp.features.sheets import queries as sheets
from buurtapp.features.sheets.records import SheetInfo
from buurtapp.uikit import theme as look
from buurtapp.uikit.controls import Button, Heading, Note
from buurtapp.uikit.desk import Desk
from buurtapp.uikit.paged_model import Column, ShortModel
from buurtapp.uikit.table import Table
from buurtapp.uikit.words import day, one_line, say

if TYPE_CHECKING:
    from buurtapp.core.store.changes import Changes

_TABLES = ("person", "activity", "signup", "sheet", "sheet_row")
_NARROW, _LOW = 700, 760
Place = tuple[int, SignupLine | None]
"""A line of the paper, and what stands on it."""


class SignupEntryView(QFrame):
    """The screen. Nothing is saved before the button is pressed; what was read of another sheet is kept until then."""

    closed = Signal()
    another = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setMinimumWidth(1)
        self.desk = desk
        self.sheet: SheetInfo | None = None
        self._unsaved: dict[int, dict[int, SignupLine]] = {}
        self._lines: dict[int, SignupLine] = {}
        self._count = 0
        self._at = 1
        self._build()
        self._connect()

    def _build(self) -> None:
        self.about = CutLabel("", "second")
        self.another_button = Button(text(N_("Another list (Esc)")), "secondary")
        self.close_button = Button(text(N_("Close")), "secondary", "x")
        self.entered = Note("info")
        self.rows: ShortModel[Place] = ShortModel(
            (
                Column(text(N_("Line")), lambda place: str(place[0]), "number", 64),
                Column(text(N_("Name")), lambda place: place[1].name if place[1] else "", "strong"),
                Column(text(N_("Adults")), lambda place: _number(place, "guests"), "number", 100),
                Column(text(N_("Children")), lambda place: _number(place, "children"), "number", 90),
                Column(text(N_("Lift")), _lift, "plain", 70),
            )
        )
        self.table = Table(text(N_("Lines of the sheet")), self.rows)
        self.card = SignupLineCard(self._who)
        self.save_button = Button(text(N_("Sign them up (Ctrl+Enter)")), "primary", "check")
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(Heading(text(N_("Enter a sign-up sheet")), wrap=True), 1)
        head.addWidget(self.another_button)
        head.addWidget(self.close_button)
        self._body = QHBoxLayout()
        self._body.setSpacing(16)
        self._body.addWidget(self.table, 5)
        self._body.addWidget(self._side(), 4)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 12, 24, 16)
        box.setSpacing(10)
        box.addLayout(head)
        box.addWidget(self.about)
        box.addWidget(self.entered)
        box.addLayout(self._body, 1)

    def _side(self) -> QScrollArea:
        """Return the line in hand with the button below it, that scroll where there is little room."""
        inside = QWidget()
        inside.setProperty("kind", "scrolled")
        side = QVBoxLayout(inside)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(10)
        side.addWidget(self.card)
        side.addWidget(self.save_button, 0, Qt.AlignmentFlag.AlignLeft)
        side.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        follow(self.card.entry.matches, area)
        return area

    def _connect(self) -> None:
        self.close_button.clicked.connect(self.closed)
        self.another_button.clicked.connect(self._leave)
        self.card.read.connect(self._take)
        self.card.moved.connect(lambda by: self._go(self._at + by))
        self.card.left.connect(self._leave)
        self.table.opened.connect(lambda row: self._go(row + 1))
        self.table.clicked.connect(lambda index: self._go(index.row() + 1))
        self.save_button.clicked.connect(self._save)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            key = QShortcut(QKeySequence(keys), self)
            key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            key.activated.connect(self._save)
        leave = QShortcut(QKeySequence(Qt.Key.Key_Escape), self.table)
        leave.setContext(Qt.ShortcutContext.WidgetShortcut)
        leave.activated.connect(self._leave)

    # What is shown

    def begin(self, code: str) -> bool:
        """Show the sheet with this code; returns False when it is gone."""
        try:
            sheet = self.desk.read(sheets.find, code)
        except UserError as error:
            self.desk.tell_error(error)
            return False
        self.show_sheet(sheet, self.desk.read(queries.written_signups, sheet.id))
        return True

    def show_sheet(self, sheet: SheetInfo, known: Sequence[SignupLine]) -> None:
        """Show a sheet, with what is known of its lines already or was read of it before."""
        self._keep()
        self.sheet = sheet
        self._lines = self._unsaved.pop(sheet.id, {line.row: line for line in known})
        self._count = max([row.row for row in sheet.rows] + list(self._lines) + [1])
        self._at = next((row for row in range(1, self._count + 1) if row not in self._lines), 1)
        self._show_all()

    def refresh(self, changes: Changes | None = None) -> None:
        """Show what is true now; what was read and not saved yet stays."""
        if self.sheet is None or (changes is not None and not changes.touches(*_TABLES)):
            return
        try:
            self.sheet = self.desk.read(sheets.find, self.sheet.code)
        except UserError:
            self.sheet = None
            self.another.emit()
            return
        self._say_home()

    def focus_first(self) -> None:
        """Put the keyboard on the name of the line in hand."""
        self.card.focus_first()

    def _show_all(self) -> None:
        sheet = self.sheet
        if sheet is None:
            return
        title, printed = one_line(sheet.title), day(local(sheet.printed_at).date(), "EEEE d MMMM")
        self.about.set_words(
            text(N_("{title}. Code {code}, printed on {day}."), title=title, code=sheet.code, day=printed)
        )
        self._say_home()
        self._show_lines()
        self.card.show_line(self._at, self._count, self._lines.get(self._at))
        self.card.focus_first()

    def _say_home(self) -> None:
        home = self.sheet.came_home_at if self.sheet is not None else None
        self.entered.setVisible(home is not None)
        if home is not None:
            on = day(local(home).date(), "d MMMM")
            self.entered.set_words(
                text(N_("This list was entered on {day}. Change what is different, or close it."), day=on)
            )

    def _show_lines(self) -> None:
        self.rows.set_records([(row, self._lines.get(row)) for row in range(1, self._count + 1)])
        was = self.table.blockSignals(True)  # noqa: FBT003 - Qt's shape
        self.table.choose(self._at - 1)
        self.table.blockSignals(was)
        count = len(self._lines)
        self.save_button.setEnabled(count > 0 or (self.sheet is not None and self.sheet.came_home_at is not None))

    def _who(self, typed: str) -> list[DoorRow]:
        if self.sheet is None:
            return []
        return self.desk.read(queries.door_matches, self.sheet.subject_id, typed, MOST)

    # What is read

    def _take(self, line: SignupLine | None) -> None:
        """Keep a line and go on; an empty one is probably the end of what was written."""
        if line is None:
            self._lines.pop(self._at, None)
            self._show_lines()
            self._end_at_button()
            return
        self._lines[self._at] = line
        if self._at == self._count:
            self._show_lines()
            self._end_at_button()
        else:
            self._move_to(self._at + 1)

    def _end_at_button(self) -> None:
        self.save_button.setFocus()
        bring_into_view(self.save_button)

    def _go(self, row: int) -> None:
        """Take another line in hand; what stands on this one is kept."""
        self._keep_typed()
        self._move_to(min(max(row, 1), self._count))

    def _move_to(self, row: int) -> None:
        self._at = row
        self._show_lines()
        self.card.show_line(row, self._count, self._lines.get(row))
        self.card.focus_first()

    def _keep_typed(self) -> None:
        line = self.card.written()
        if line is not None:
            self._lines[self._at] = line
        else:
            self._lines.pop(self._at, None)

    def _keep(self) -> None:
        """Keep what was read and not saved, for when this sheet comes back."""
        if self.sheet is not None and self._lines:
            self._unsaved[self.sheet.id] = dict(self._lines)

    def _leave(self) -> None:
        if self.sheet is not None:
            self._keep_typed()
        self._keep()
        self.another.emit()

    def _save(self) -> None:
        sheet = self.sheet
        if sheet is None:
            return
        self._keep_typed()
        label = enter_signup.entered_label(sheet.code, sheet.title)
        lines = tuple(self._lines.values())

        def saved(result: SignupEntry) -> None:
            self._unsaved.pop(sheet.id, None)
            self._tell(result)
            if self.sheet is not None and self.sheet.id == sheet.id:
                self._lines = {line.row: line for line in self.desk.read(queries.written_signups, sheet.id)}
                self.refresh()
                self._show_lines()
                self.another_button.setFocus()

        self.desk.do(label, enter_signup.enter_signup_sheet, sheet.id, lines).then(saved)

    def _tell(self, result: SignupEntry) -> None:
        if result.unclear:
            names = ", ".join(one_line(name) for name in result.unclear)[:200]
            self.desk.tell(
                text(N_("More people have this name: {names}. Choose who is meant."), names=names), "care", undo=True
            )
        else:
            tell_waiting(self.desk, len(result.waiting))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Put the line in hand above the list where there is no room beside it; where it is low too, leave the list."""
        super().resizeEvent(event)
        theme = look.current()
        is_narrow = self.width() < theme.px(_NARROW)
        self.table.setVisible(not is_narrow or self.height() > theme.px(_LOW))
        way = QBoxLayout.Direction.BottomToTop if is_narrow else QBoxLayout.Direction.LeftToRight
        self._body.setDirection(way)


def _number(place: Place, name: str) -> str:
    line = place[1]
    return str(getattr(line.said, name) or "") if line is not None else ""


def _lift(place: Place) -> str:
    line = place[1]
    return say(text(N_("yes"))) if line is not None and line.said.lift else ""
