"""The budget lines of an activity or a fund: plan against real; a new one is typed on one line, with its amount."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from buurtapp.core.errors import DraftInvalid
from buurtapp.core.i18n import N_, _, text
from buurtapp.features.activities.money import actions
from buurtapp.features.activities.money.records import LineDraft, LineRow
from buurtapp.features.activities.money.typed import bare, split_amount
from buurtapp.uikit import theme as look
from buurtapp.uikit.controls import Button, PlainLabel
from buurtapp.uikit.desk import Desk
from buurtapp.uikit.form import Field, line
from buurtapp.uikit.paged_model import Column, ShortModel
from buurtapp.uikit.small_form import SmallForm
from buurtapp.uikit.table import COMPACT_ROW, Table

_NARROW, _ROOMY = 470, 580


def typed_field(field: Field) -> QLineEdit:
    """Return the line that is typed in."""
    assert isinstance(field.input, QLineEdit)
    return field.input


class EditLine(SmallForm):
    """The words and the plan of a line, to change them or to delete it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._line: LineRow | None = None
        self.form.add(
            ("title", line(text(N_("What it is for")))),
            ("planned", line(text(N_("How much it may cost")), placeholder="45,00")),
            stretch=(8, 4),
        )
        self.save_button = Button(text(N_("Save")), "primary")
        self.cancel_button = Button(text(N_("Cancel")), "quiet")
        self.delete_button = Button(text(N_("Delete this line")), "quiet", "trash-2")
        self.put([self.form], [self.save_button, self.cancel_button, self.delete_button], ("title", "planned"))
        for name in ("title", "planned"):
            typed_field(self.form.field(name)).returnPressed.connect(self.save)
        self.save_button.clicked.connect(self.save)
        self.cancel_button.clicked.connect(self.closed)
        self.delete_button.clicked.connect(self._delete)
        self.hide()

    def begin(self, row: LineRow, field: str = "title") -> None:
        """Show a line, with the keyboard in a field."""
        self._line = row
        self.form.set_value("title", row.title)
        self.form.set_value("planned", bare(row.planned) if row.planned else "")
        self.form.show_problems(())
        self.show()
        edit = typed_field(self.form.field(field))
        edit.setFocus()
        edit.selectAll()

    def save(self) -> None:
        """Save what is typed."""
        row = self._line
        if row is None:
            return
        title, planned = self.form.text("title"), self.form.text("planned")
        doing = self._desk.do(actions.line_changed_label(title.strip()), actions.change_line, row.id, title, planned)
        doing.failed(lambda wrong: self.show_problems(wrong.problems)).then(lambda _done: self.closed.emit())

    def _delete(self) -> None:
        row = self._line
        if row is not None:
            self._desk.do(actions.line_deleted_label(row.title), actions.delete_line, row.id)
            self.closed.emit()


class LinesPart(QWidget):
    """The lines, a field for the next one, and a form to change one. `chosen` says that another line is chosen."""

    chosen = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._activity: int | None = None
        self._fund: int | None = None
        self._line_id = 0
        self.lines: ShortModel[LineRow] = ShortModel(
            (
                Column(text(N_("What for")), lambda row: row.title, "strong"),
                Column(text(N_("Planned")), _planned, "number", 100),
                Column(
                    text(N_("Spent")),
                    lambda row: bare(row.spent),
                    "number",
                    100,
                    role=lambda row: "care" if row.is_over else "ink",
                ),
                Column(text(N_("Still left")), _left, "number", 100, role=lambda row: "care" if row.is_over else ""),
                Column(
                    text(N_("Receipts")),
                    _receipts,
                    "state",
                    116,
                    icon=lambda row: "circle-alert" if row.papers < row.receipts else "",
                    role=lambda row: "care" if row.papers < row.receipts else "ink-2",
                ),
            )
        )
        self._build()

    def _build(self) -> None:
        self.table = Table(text(N_("Budget lines")), self.lines, base_row=COMPACT_ROW)
        self.total = PlainLabel("", strong=True)
        self.entry = line(
            text(N_("New line: what for, and how much")), text(N_("For instance: Shopping 45,00. Enter adds it."))
        )
        self.add_button = Button(text(N_("Add line")), icon="plus")
        self.edit_button = Button(text(N_("Change line")), "quiet", "pencil")
        self.edit = EditLine(self._desk)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.entry, 1)
        side = QVBoxLayout()
        side.addSpacing(24)
        row = QHBoxLayout()
        row.addWidget(self.add_button)
        row.addWidget(self.edit_button)
        side.addLayout(row)
        side.addStretch(1)
        buttons.addLayout(side)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        for part in (self.table, self.total):
            box.addWidget(part)
        box.addLayout(buttons)
        box.addWidget(self.edit)
        self.table.chosen.connect(self._choose)
        self.table.opened.connect(lambda _row: self.begin_edit())
        typed_field(self.entry).returnPressed.connect(self.add)
        self.add_button.clicked.connect(self.add)
        self.edit_button.clicked.connect(lambda _checked: self.begin_edit())
        self.edit.closed.connect(self._end_edit)

    # What is shown

    def show_lines(self, lines: Sequence[LineRow], activity: int | None, fund: int | None) -> None:
        """Show the lines of an activity or a fund; the one that was chosen stays so."""
        if (activity, fund) != (self._activity, self._fund):
            self._activity, self._fund = activity, fund
            self._line_id = 0
            self.edit.hide()
            typed_field(self.entry).clear()
            self.entry.set_problem("")
        has_focus = self.table.hasFocus()
        self.lines.set_records(lines)
        self.table.setVisible(bool(lines))
        self.table.fit_height()
        self.edit_button.setVisible(bool(lines))
        at = next((at for at, row in enumerate(lines) if row.id == self._line_id), 0)
        if lines:
            self.table.choose(at)
            self._line_id = lines[at].id
            if has_focus:
                self.table.setFocus()
        planned, spent = sum(row.planned for row in lines), sum(row.spent for row in lines)
        said = text(N_("Together: {spent} of {planned}"), spent=bare(spent), planned=bare(planned))
        if planned and spent > planned:
            said = text(N_("{together}. That is {over} over the plan."), together=said, over=bare(spent - planned))
        elif planned:
            said = text(N_("{together}. Left: {left}."), together=said, left=bare(planned - spent))
        self.total.set_words(said)
        self.total.set_kind("care" if planned and spent > planned else "")
        self.total.setVisible(bool(lines))

    def line(self) -> LineRow | None:
        """Return the line that is chosen."""
        return next((row for row in self.lines.records() if row.id == self._line_id), None)

    def choose_line(self, number: int) -> None:
        """Choose a line by its number."""
        for at, row in enumerate(self.lines.records()):
            if row.id == number:
                self.table.choose(at)

    def _choose(self, at: int) -> None:
        rows = self.lines.records()
        if 0 <= at < len(rows) and rows[at].id != self._line_id:
            self._line_id = rows[at].id
            self.chosen.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Leave out what can be worked out where there is no room."""
        super().resizeEvent(event)
        px = look.current().px
        hidden = {1, 3} if self.width() < px(_NARROW) else {3} if self.width() < px(_ROOMY) else set[int]()
        self.table.hide_columns(hidden)

    # What is done

    def add(self) -> None:
        """Add the line that was typed; the keyboard stays for the next one."""
        typed = typed_field(self.entry).text()
        if not typed.strip() or (self._activity is None and self._fund is None):
            typed_field(self.entry).setFocus()
            return
        title, planned = split_amount(typed)
        draft = LineDraft(title, planned, self._activity, None if self._activity is not None else self._fund)
        doing = self._desk.do(actions.line_added_label(title), actions.add_line, draft)
        doing.failed(self._wrong).then(self._added)

    def _added(self, number: int) -> None:
        self._line_id = number
        typed_field(self.entry).clear()
        self.entry.set_problem("")
        typed_field(self.entry).setFocus()
        self.chosen.emit()

    def _wrong(self, wrong: DraftInvalid) -> None:
        self.entry.set_problem(wrong.problems[0].text)
        typed_field(self.entry).setFocus()

    def begin_edit(self, field: str = "title") -> None:
        """Open the form of the chosen line, at its words or its plan."""
        row = self.line()
        if row is not None:
            self.edit.begin(row, field)

    def _end_edit(self) -> None:
        self.edit.hide()
        self.table.setFocus()


def _planned(row: LineRow) -> str:
    return bare(row.planned) if row.planned else "–"


def _left(row: LineRow) -> str:
    return bare(row.left) if row.planned else "–"


def _receipts(row: LineRow) -> str:
    return _("{part} of {whole}").format(part=row.papers, whole=row.receipts) if row.receipts else "–"
