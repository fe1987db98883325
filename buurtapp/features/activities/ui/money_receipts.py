"""The receipts of one budget line: typed on one line, their paper chosen, dropped or pasted; missing ones in amber."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from buurtapp.core.errors import DraftInvalid, DraftProblem
from buurtapp.core.i18n import N_, _, text
from buurtapp.features.activities.money import actions
from buurtapp.features.activities.money.records import Attached, LineRow, Prepared, ReceiptDraft, ReceiptRow
from buurtapp.features.activities.money.typed import bare, day_typed, parse_day, split_amount, split_day
from buurtapp.features.activities.ui import money_view
from buurtapp.features.activities.ui.money_attach import Attaching, DropTable
from buurtapp.features.activities.ui.money_lines import typed_field
from buurtapp.uikit import theme as look
from buurtapp.uikit.controls import Button, Heading, PlainLabel
from buurtapp.uikit.desk import Desk
from buurtapp.uikit.flow import FlowRow
from buurtapp.uikit.form import line
from buurtapp.uikit.paged_model import Column, ShortModel
from buurtapp.uikit.small_form import SmallForm

_MOST_PX = 300
_NARROW = 560
_WRONG_DAY = text(N_("Write a day like 9-9-2026, or leave it empty."))


class EditReceipt(SmallForm):
    """Everything that was typed about a receipt, to change it or to delete it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._row: ReceiptRow | None = None
        self.form.add(
            ("title", line(text(N_("What was paid")))),
            ("amount", line(text(N_("Amount")), placeholder="12,50")),
            stretch=(8, 4),
        )
        self.form.add(
            ("day", line(text(N_("Day")), placeholder="9-9-2026")),
            ("holder", line(text(N_("Who still has the paper")))),
        )
        self.save_button = Button(text(N_("Save")), "primary")
        self.cancel_button = Button(text(N_("Cancel")), "quiet")
        self.detach_button = Button(text(N_("Take the paper off")), "quiet", "unlink")
        self.delete_button = Button(text(N_("Delete this receipt")), "quiet", "trash-2")
        buttons = (self.save_button, self.cancel_button, self.detach_button, self.delete_button)
        names = ("title", "amount", "day", "holder")
        self.put([self.form], buttons, names)
        for name in names:
            typed_field(self.form.field(name)).returnPressed.connect(self.save)
        self.save_button.clicked.connect(self.save)
        self.cancel_button.clicked.connect(self.closed)
        self.detach_button.clicked.connect(lambda: self._away(actions.detached_label, actions.detach))
        self.delete_button.clicked.connect(lambda: self._away(actions.receipt_deleted_label, actions.delete_receipt))
        self.hide()

    def begin(self, row: ReceiptRow) -> None:
        """Show a receipt."""
        self._row = row
        values = (("title", row.title), ("amount", bare(row.amount)), ("day", day_typed(row.paid_on)))
        for name, value in (*values, ("holder", row.holder)):
            self.form.set_value(name, value)
        self.form.show_problems(())
        self.detach_button.setVisible(row.attachment is not None)
        self.show()
        typed_field(self.form.field("title")).setFocus()

    def save(self) -> None:
        """Save what is typed."""
        row = self._row
        if row is None:
            return
        typed_day = self.form.text("day").strip()
        day = parse_day(typed_day, self._desk.clock.today())
        if typed_day and day is None:
            self.show_problems([DraftProblem("day", _WRONG_DAY)])
            return
        title = self.form.text("title")
        draft = ReceiptDraft(title, self.form.text("amount"), day, self.form.text("holder"))
        doing = self._desk.do(actions.receipt_changed_label(title.strip()), actions.change_receipt, row.id, draft)
        doing.failed(lambda wrong: self.show_problems(wrong.problems)).then(lambda _done: self.closed.emit())

    def _away(self, label: Callable[..., object], action: Callable[..., None]) -> None:
        row = self._row
        if row is not None:
            self._desk.do(label(row.title), action, row.id)  # type: ignore[arg-type]
            self.closed.emit()


class ReceiptsPart(QWidget):
    """The receipts of the chosen line, and what can be done with one."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._line: LineRow | None = None
        self._activity: int | None = None
        self._attaching = Attaching(desk)
        self.rows: ShortModel[ReceiptRow] = ShortModel(
            (
                Column(text(N_("Day")), lambda row: day_typed(row.paid_on), "second", 110),
                Column(text(N_("What was paid")), lambda row: row.title),
                Column(text(N_("Amount")), lambda row: bare(row.amount), "number", 92),
                Column(text(N_("Receipt")), _state, "state", 196, icon=_state_icon, role=_state_role),
            )
        )
        self._build()
        self._connect()

    def _build(self) -> None:
        self.title = Heading("", "h2", wrap=True)
        self.table = DropTable(text(N_("Receipts")), self.rows)
        self.entry = line(
            text(N_("New receipt: what was paid, and how much")),
            text(N_("For instance: Vegetables 12,50, or 9-9 Vegetables 12,50. Enter adds it.")),
        )
        self.add_button = Button(text(N_("Add receipt")), icon="plus")
        self.attach_button = Button(text(N_("Add paper")), icon="image")
        self.paste_button = Button(text(N_("Paste paper (Ctrl+V)")), "quiet", "copy")
        self.view_button = Button(text(N_("View paper")), "quiet", "eye")
        self.edit_button = Button(text(N_("Change receipt")), "quiet", "pencil")
        self.hint = PlainLabel(
            text(N_("A photo (JPEG, PNG, WebP, HEIC) or a PDF. You can also drop it on its row.")),
            "second",
            size="small",
        )
        self.edit = EditReceipt(self._desk)
        self.with_rows = FlowRow([self.attach_button, self.paste_button, self.view_button, self.edit_button], gap=8)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        for part in (self.title, self.table, self.with_rows, self.hint, self.edit, self.entry):
            box.addWidget(part)
        box.addWidget(FlowRow([self.add_button]))

    def _connect(self) -> None:
        typed_field(self.entry).returnPressed.connect(self.add)
        self.add_button.clicked.connect(self.add)
        self.attach_button.clicked.connect(self.choose_paper)
        self.paste_button.clicked.connect(self.paste)
        self.view_button.clicked.connect(self.view)
        self.edit_button.clicked.connect(self.begin_edit)
        self.edit.closed.connect(self._end_edit)
        self.table.chosen.connect(lambda _row: self._enable())
        self.table.opened.connect(lambda _row: self._open())
        self.table.dropped.connect(self._dropped)
        shortcut = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self.table)
        shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
        shortcut.activated.connect(self.paste)

    # What is shown

    def show_receipts(self, line_row: LineRow | None, rows: Sequence[ReceiptRow], activity: int | None) -> None:
        """Show the receipts of a line; the one that was chosen stays so."""
        other = line_row is None or self._line is None or line_row.id != self._line.id
        before, has_focus = self.receipt(), self.table.hasFocus()
        self._line, self._activity = line_row, activity
        self.setVisible(line_row is not None)
        if line_row is None:
            return
        if other:
            self.edit.hide()
            self.entry.set_problem("")
        self.title.set_words(text(N_("Receipts of {title}"), title=line_row.title))
        # What is missing first: that is what the work is about.
        rows = sorted(rows, key=lambda row: row.attachment is not None)
        self.rows.set_records(rows)
        self.table.setVisible(bool(rows))
        self.table.fit_height(_MOST_PX)
        self.with_rows.setVisible(bool(rows))
        self.hint.setVisible(bool(rows))
        at = 0 if before is None else next((at for at, row in enumerate(rows) if row.id == before.id), 0)
        if rows:
            self.table.choose(at)
            if has_focus:
                self.table.setFocus()
        self._enable()

    def receipt(self) -> ReceiptRow | None:
        """Return the receipt that is chosen."""
        return self.rows.record(self.table.currentIndex().row()) if self.rows.records() else None

    def choose_receipt(self, number: int | None) -> None:
        """Choose a receipt by its number, with the keyboard on what adds its paper."""
        for at, row in enumerate(self.rows.records()):
            if row.id == number:
                self.table.choose(at)
        self.attach_button.setFocus()

    def _enable(self) -> None:
        row = self.receipt()
        self.view_button.setEnabled(row is not None and row.attachment is not None)
        has_paper = row is not None and row.attachment is not None
        self.attach_button.set_words(text(N_("Replace paper")) if has_paper else text(N_("Add paper")))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Leave the day out where there is no room; it stands in the form of the receipt too."""
        super().resizeEvent(event)
        self.table.hide_columns({0} if self.width() < look.current().px(_NARROW) else set())

    # What is done

    def add(self) -> None:
        """Add the receipt that was typed, paid today or on the day in front; the keyboard stays for the next one."""
        typed = typed_field(self.entry).text()
        if not typed.strip() or self._line is None:
            typed_field(self.entry).setFocus()
            return
        today = self._desk.clock.today()
        day, rest = split_day(typed, today)
        title, amount = split_amount(rest)
        draft = ReceiptDraft(title, amount, day or today, activity_id=self._activity)
        doing = self._desk.do(actions.receipt_added_label(title), actions.add_receipt, self._line.id, draft)
        doing.failed(self._wrong).then(self._added)

    def _added(self, _number: int) -> None:
        typed_field(self.entry).clear()
        self.entry.set_problem("")
        typed_field(self.entry).setFocus()

    def _wrong(self, wrong: DraftInvalid) -> None:
        self.entry.set_problem(wrong.problems[0].text)
        typed_field(self.entry).setFocus()

    def choose_paper(self) -> None:
        """Ask for the paper of the chosen receipt."""
        row = self.receipt()
        if row is not None:
            self._attaching.choose(self, lambda paper: self._attach(row, paper))

    def paste(self) -> None:
        """Take what was copied as the paper of the chosen receipt."""
        row = self.receipt()
        if row is not None:
            self._attaching.paste(lambda paper: self._attach(row, paper))

    def _dropped(self, at: int, files: list[Path]) -> None:
        row = self.rows.record(at) if at >= 0 else self.receipt()
        if row is not None:
            self._attaching.drop(files, lambda paper: self._attach(row, paper))

    def _attach(self, row: ReceiptRow, paper: Prepared) -> None:
        doing = self._desk.do(actions.attached_label(row.title), actions.attach, row.id, paper)
        doing.then(self._tell_twice)

    def _tell_twice(self, done: Attached) -> None:
        if done.same_as:
            self._desk.tell(
                text(N_("This very file is kept already, with {title}."), title=done.same_as), "care", undo=True
            )

    def view(self) -> None:
        """Show the paper of the chosen receipt."""
        row = self.receipt()
        if row is not None and row.attachment is not None:
            money_view.view(self._desk, row.attachment.id, self)

    def _open(self) -> None:
        row = self.receipt()
        if row is not None and row.attachment is not None:
            self.view()
        else:
            self.choose_paper()

    def begin_edit(self) -> None:
        """Open the form of the chosen receipt."""
        row = self.receipt()
        if row is not None:
            self.edit.begin(row)

    def _end_edit(self) -> None:
        self.edit.hide()
        self.table.setFocus()


def _state(row: ReceiptRow) -> str:
    if row.attachment is not None:
        return _("kept")
    return _("missing, {holder} has it").format(holder=row.holder) if row.holder.strip() else _("missing")


def _state_icon(row: ReceiptRow) -> str:
    return "circle-check" if row.attachment is not None else "circle-alert"


def _state_role(row: ReceiptRow) -> str:
    return "primary" if row.attachment is not None else "care"
