"""Reading a run sheet back by keyboard: it looks like the paper, one key for each job, then three lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from buurtapp.core.errors import UserError
from buurtapp.core.i18n import N_, plural_text, text
from buurtapp.features.activities import rules as activity_rules
from buurtapp.features.activities.actions import run_sheet_home
from buurtapp.features.activities.actions.run_sheet_home import PaperTick, SheetInHand
from buurtapp.features.activities.runsheet.records import ReadResult
from buurtapp.uikit import theme as look
from buurtapp.uikit.controls import Button, Card, Heading, Note, PlainLabel
from buurtapp.uikit.desk import Desk
from buurtapp.uikit.form import Form, line, number_field
from buurtapp.uikit.page import Picture, column
from buurtapp.uikit.paged_model import Column, ShortModel
from buurtapp.uikit.table import Table

if TYPE_CHECKING:
    from buurtapp.core.store.changes import Changes

_TABLES = ("job", "sheet", "evaluation", "head_count", "activity")
_DONE_KEYS = frozenset({Qt.Key.Key_J, Qt.Key.Key_Y, Qt.Key.Key_X, Qt.Key.Key_1})
_NOT_KEYS = frozenset({Qt.Key.Key_N, Qt.Key.Key_0})
_PASS_KEYS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_NOT_KNOWN = -1


class TickTable(Table):
    """The jobs of the paper. `crossed` says how the job in hand stands there; `passed` goes on; `ended` is past all."""

    crossed = Signal(int, bool)
    ended = Signal()

    def __init__(self) -> None:
        self.jobs: ShortModel[PaperTick] = ShortModel(
            (
                Column("", lambda _tick: "", "tick", 44),
                Column(text(N_("Job")), lambda tick: tick.title),
                Column(
                    "",
                    lambda tick: text(N_("deleted since")).render() if tick.is_gone else "",
                    "second",
                    120,
                ),
            )
        )
        super().__init__(text(N_("Jobs on the paper")), self.jobs)

    def show_ticks(self, hand: SheetInHand) -> None:
        """Show the jobs of a sheet, those done already with a tick."""
        self.jobs.ticked = {at for at, tick in enumerate(hand.ticks) if tick.is_done}
        self.jobs.set_records(hand.ticks)
        self.choose_first()

    def marks(self) -> list[str]:
        """Return the boxes with a tick."""
        return [f"j{tick.job_id}.done" for at, tick in enumerate(self.jobs.records()) if at in self.jobs.ticked]

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """One key for each job: done, not done, or as it is; each goes on to the next."""
        row, key = self.currentIndex().row(), event.key()
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if row < 0 or not plain:
            super().keyPressEvent(event)
        elif key in _DONE_KEYS or key in _NOT_KEYS:
            self.jobs.tick_rows([row], on=key in _DONE_KEYS)
            self._on(row)
        elif key in _PASS_KEYS:
            self._on(row)
        else:
            super().keyPressEvent(event)

    def _on(self, row: int) -> None:
        if row + 1 < self.jobs.rowCount():
            self.choose(row + 1)
        else:
            self.ended.emit()


class RunSheetEntryView(QFrame):
    """The screen. `another` asks for the code of another paper."""

    closed = Signal()
    another = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setMinimumWidth(1)
        self.desk = desk
        self.hand: SheetInHand | None = None
        self._build()
        self._connect()

    def _build(self) -> None:
        self.another_button = Button(text(N_("Another code (Esc)")), "secondary")
        self.close_button = Button(text(N_("Close")), "secondary", "x")
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(Heading(text(N_("Enter a run sheet"))), 1)
        head.addWidget(self.another_button)
        head.addWidget(self.close_button)
        self.title = Heading("", "h2", wrap=True)
        self.title.setMinimumWidth(1)
        self.keys = PlainLabel(
            text(N_("J: done, and on. N: not done, and on. Enter: as it is, and on. Arrow up: one back.")),
            "second",
            size="caption",
        )
        self.keys.setMinimumWidth(1)
        self.entered = Note("info")
        self.table = TickTable()
        self.table.setProperty("kind", "inner")
        self.form = Form()
        heads = number_field(text(N_("Came, all together")), _NOT_KNOWN, activity_rules.LARGEST_CAPACITY, none="–")
        self.form.add(("head_count", heads), ("went_well", line(text(N_("This went well")))), stretch=(3, 9))
        self.form.add(("next_time", line(text(N_("Different next time")))))
        self.save_button = Button(text(N_("Done: save the run sheet")), "primary")
        self.save_key = PlainLabel(text(N_("Ctrl+Enter does this too")), "second", size="caption")
        whole = column(self, (24, 12, 24, 16), 10)
        whole.addLayout(head)
        whole.addWidget(self._paper(), 1)

    def _paper(self) -> Card:
        """Return the card that looks like the paper."""
        paper = Card()
        box = QVBoxLayout(paper)
        box.setContentsMargins(16, 14, 16, 14)
        box.setSpacing(8)
        for widget in (self.title, self.keys, self.entered):
            box.addWidget(widget)
        box.addWidget(self.table, 1)
        box.addWidget(self.form)
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addWidget(self.save_button)
        foot.addWidget(self.save_key, 1)
        box.addLayout(foot)
        return paper

    def _connect(self) -> None:
        self.close_button.clicked.connect(self.closed)
        self.another_button.clicked.connect(self.another)
        self.save_button.clicked.connect(self.save)
        self.table.ended.connect(self.form.field("head_count").input.setFocus)
        for name in ("head_count", "went_well", "next_time"):
            self.form.field(name).input.installEventFilter(self)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            key = QShortcut(QKeySequence(keys), self)
            key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            key.activated.connect(self.save)

    # What is shown

    def begin(self, code: str) -> bool:
        """Show the run sheet with this code; return False when it is gone."""
        try:
            hand = self.desk.read(run_sheet_home.in_hand, code)
        except UserError:
            return False
        self.show_sheet(hand)
        return True

    def show_sheet(self, hand: SheetInHand) -> None:
        """Show a run sheet as it stands on paper, with what is known of it already."""
        self.hand = hand
        self.title.set_words(text(N_("{code} · {title}"), code=hand.sheet.code, title=hand.sheet.title))
        self.table.show_ticks(hand)
        self.form.set_value("head_count", _NOT_KNOWN if hand.head_count is None else hand.head_count)
        self.form.set_value("went_well", hand.went_well)
        self.form.set_value("next_time", hand.next_time)
        came_home = hand.sheet.came_home_at is not None
        self.entered.setVisible(came_home)
        if came_home:
            self.entered.set_words(text(N_("This run sheet was entered before. What you save now corrects it.")))

    def refresh(self, changes: Changes | None = None) -> None:
        """Show what is true now."""
        hand = self.hand
        if hand is None or (changes is not None and not changes.touches(*_TABLES)):
            return
        try:
            fresh = self.desk.read(run_sheet_home.in_hand, hand.sheet.code)
        except UserError:
            self.hand = None
            self.another.emit()
            return
        if fresh != hand:
            self.show_sheet(fresh)

    def focus_first(self) -> None:
        """Put the keyboard on the first job, or on how many came when there is none."""
        if self.table.jobs.records():
            self.table.setFocus()
        else:
            self.form.field("head_count").input.setFocus()

    def pictures(self) -> list[Picture]:
        """Return the states of this screen."""
        return []

    # What is done

    def save(self) -> None:
        """Save what was read; then another code is asked for."""
        hand = self.hand
        if hand is None:
            return
        heads = int(str(self.form.value("head_count")))
        texts = {name: self.form.text(name) for name in ("went_well", "next_time")}
        given = run_sheet_home.read(hand, self.table.marks(), texts, None if heads == _NOT_KNOWN else heads)
        label = run_sheet_home.entered_label(hand.sheet.code, hand.sheet.title)

        def saved(result: ReadResult) -> None:
            self.hand = None
            if result.gone:
                self.desk.tell(
                    plural_text(
                        "{count} job on this paper was deleted since.",
                        "{count} jobs on this paper were deleted since.",
                        result.gone,
                    ),
                    "care",
                )
            self.closed.emit()

        self.desk.do(label, run_sheet_home.enter_run_sheet, hand.sheet.id, given).then(saved)

    # Qt's names

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Enter in a line goes to the next one, and after the last to the button."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in _PASS_KEYS:
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                return False
            fields: list[QWidget] = [self.form.field(name).input for name in ("head_count", "went_well", "next_time")]
            following = [*fields[1:], self.save_button]
            if watched in fields:
                following[fields.index(watched)].setFocus()
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Escape asks for the code of another paper."""
        if event.key() == Qt.Key.Key_Escape:
            self.another.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Leave room for some rows, whatever the size of the letters."""
        super().changeEvent(event)
        if hasattr(self, "table"):
            self.table.setMinimumHeight(look.current().px(120))
