"""How the list will come in: one line for each row, with what we see in it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QHBoxLayout, QWidget

from buurtapp.core.i18n import N_, Text, _, text
from buurtapp.core.trouble import sentence
from buurtapp.features.people.importing.records import Problem
from buurtapp.features.people.rules.reach import nice_phone
from buurtapp.features.people.ui.importing import words
from buurtapp.features.people.ui.importing.draft import ImportDraft
from buurtapp.features.people.ui.importing.parts import stacked
from buurtapp.features.people.ui.importing.preview import Preview, PreviewRow
from buurtapp.uikit import theme as look
from buurtapp.uikit.controls import Button, Card, Heading, Note
from buurtapp.uikit.flow import Flow
from buurtapp.uikit.paged_model import Column, ShortModel
from buurtapp.uikit.table import COMPACT_ROW, Table
from buurtapp.uikit.words import figure, one_line

_ICONS = {"good": "check", "care": "triangle-alert", "wrong": "circle-alert", "double": "copy"}
_ROLES = {"good": "primary", "care": "care", "wrong": "wrong", "double": "info"}
_GROUNDS = {"care": "care-tint", "wrong": "wrong-tint", "double": "info-tint"}
_ADDRESS, _PHONE = 2, 3
_SEEN_WIDTH = 190


def _columns() -> list[Column[PreviewRow]]:
    return [
        Column(text(N_("Row")), lambda row: figure(row.number), "number", 52),
        Column(
            text(N_("Name")),
            lambda row: row.name or _("empty"),
            width=152,
            role=lambda row: "" if row.name else "ink-2",
        ),
        Column(text(N_("Address")), lambda row: row.address, width=136),
        Column(text(N_("Phone")), lambda row: ", ".join(map(nice_phone, row.phones)) or row.unread, width=124),
        Column(
            text(N_("What we see")),
            lambda row: row.seen.render(),
            "state",
            icon=lambda row: _ICONS[row.state],
            role=lambda row: _ROLES[row.state],
        ),
    ]


class PreviewTable(Table):
    """The rows of the list, in the colour of what we see in them."""

    def __init__(self) -> None:
        self._made = ShortModel(_columns())
        super().__init__(text(N_("How the list will come in")), self._made, base_row=COMPACT_ROW)
        self.setProperty("kind", "inner")

    def ground(self, row: PreviewRow) -> str:
        """Return the colour of a row; "" for a row that is good."""
        return _GROUNDS.get(row.state, "")

    def show_rows(self, rows: list[PreviewRow]) -> None:
        """Show these rows; the keyboard and the view stay at the row where they are."""
        here = self.row_number()
        top = self.verticalScrollBar().value()
        self._made.set_records(rows)
        self.verticalScrollBar().setValue(top)
        at = next((at for at, row in enumerate(rows) if row.number == here), -1)
        if at >= 0:
            self.setCurrentIndex(self.model().index(at, 0))

    def row(self) -> PreviewRow | None:
        """Return the row with the keyboard."""
        return self._made.record(self.currentIndex().row())

    def row_number(self) -> int:
        """Return the number of the row with the keyboard; -1 for none."""
        record = self.row()
        return record.number if record is not None else -1

    def next_problem(self) -> bool:
        """Go to the next row with a problem, after the last one to the first; return whether there is one."""
        rows = self._made.records()
        here = self.currentIndex().row()
        after = [*range(here + 1, len(rows)), *range(here + 1)]
        at = next((at for at in after if rows[at].has_problem), -1)
        if at >= 0:
            self.choose(at)
        return at >= 0

    def fit_columns(self) -> None:
        """Leave out what there is no room for: first the phone, then the address."""
        theme, header, room = look.current(), self.horizontalHeader(), self.viewport().width()
        named = header.sectionSize(0) + header.sectionSize(1) + theme.px(_SEEN_WIDTH)
        hidden = set()
        if room < named + theme.px(136) + theme.px(124):
            hidden.add(_PHONE)
        if room < named + theme.px(136):
            hidden.add(_ADDRESS)
        self.hide_columns(hidden)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Leave columns out where it is narrow."""
        super().resizeEvent(event)
        self.fit_columns()


class PreviewCard(Card):
    """The right card of the second step."""

    def __init__(self, draft: ImportDraft) -> None:
        super().__init__()
        self._draft = draft
        self._filter = "all"
        self._build()
        self._connect()

    def _build(self) -> None:
        self.table = PreviewTable()
        self.note = Note("care")
        self.note.label.setMinimumWidth(1)
        self.note.hide()
        self.heading = Heading(text(N_("How it comes into Buurtapp")), "h2", wrap=True)
        self.chips = {
            name: Button(said, "chip", icon)
            for (name, said), icon in zip(_chip_words(None).items(), ("", "triangle-alert", "copy"), strict=True)
        }
        self._group = QButtonGroup(self)
        self._chip_host = QWidget()
        flow = Flow(self._chip_host, 8)
        for chip in self.chips.values():
            self._group.addButton(chip)
            flow.addWidget(chip)
        self.chips["all"].setChecked(True)
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head.setContentsMargins(16, 10, 16, 10)
        self._head.setSpacing(8)
        self._head.addWidget(self.heading, 1)
        self._head.addWidget(self._chip_host)
        box = stacked(self, (1, 1, 1, 1))
        box.addLayout(self._head)
        told = QHBoxLayout()
        told.setContentsMargins(16, 0, 16, 0)
        told.addWidget(self.note)
        box.addLayout(told)
        box.addWidget(self.table, 1)
        self.advice = Note("care")
        self.advice.label.setMinimumWidth(1)
        self.advice.hide()
        below = QHBoxLayout()
        below.setContentsMargins(16, 10, 16, 10)
        below.addWidget(self.advice)
        box.addLayout(below)
        # Without a table the note stays at the top.
        self._rest = QWidget()
        box.addWidget(self._rest, 1)

    def _connect(self) -> None:
        for name, chip in self.chips.items():
            chip.clicked.connect(lambda _on, name=name: self.show_only(name))
        self.table.chosen.connect(lambda _row: self._show_advice())
        self._draft.opened.connect(self._on_opened)
        self._draft.planned.connect(self.show_plan)

    # What is shown

    def show_plan(self) -> None:
        """Show what would come in now."""
        shown, refusal = self._draft.shown, self._draft.refusal
        self.note.setVisible(shown is None)
        self.table.setVisible(shown is not None)
        self._rest.setVisible(shown is None)
        if refusal is not None:
            self.note.set_words(sentence(refusal))
        elif shown is None:
            self.note.set_words(
                text(N_("Choose in which column the name is, or the street. Then you see here what comes in."))
            )
        for name, said in _chip_words(shown).items():
            self.chips[name].set_words(said)
        self._fill()
        self._arrange()

    def show_only(self, name: str) -> None:
        """Show all rows, or those with problems or doubles only."""
        self._filter = name
        self.chips[name].setChecked(True)
        self._fill()

    def _fill(self) -> None:
        rows = self._draft.shown.rows if self._draft.shown is not None else ()
        if self._filter == "problems":
            wanted = [row for row in rows if row.has_problem]
        elif self._filter == "doubles":
            wanted = [row for row in rows if row.state == "double"]
        else:
            wanted = list(rows)
        self.table.show_rows(wanted)
        if self._filter == "problems" and wanted and self.table.row() is None:
            self.table.choose(0)
        self._show_advice()

    def _show_advice(self) -> None:
        """Say of the row with the keyboard what is wrong in it, and what can be done about that."""
        row = self.table.row()
        found = row.problems if row is not None and self._draft.shown is not None else ()
        self.advice.setVisible(bool(found))
        if found:
            said = [_advice(one) for one in found]
            self.advice.set_words(said[0] if len(said) == 1 else "\n".join(one.render() for one in said))

    def next_problem(self) -> None:
        """Put the keyboard on the next row with a problem (F8)."""
        if self._filter == "doubles":
            self.show_only("all")
        if self.table.next_problem():
            self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _on_opened(self) -> None:
        self._filter = "all"
        self.chips["all"].setChecked(True)

    def _arrange(self) -> None:
        needed = self.heading.fontMetrics().horizontalAdvance(self.heading.text()) + 56
        wide = needed + self._chip_host.sizeHint().width() <= self.width()
        way = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        self._head.setDirection(way)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Put the chips below the heading where it is narrow."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Grow with the text."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.LanguageChange) and hasattr(self, "_head"):
            self._arrange()


def _advice(problem: Problem) -> Text:
    what, where = words.of_problem(problem), one_line(problem.column)[:60]
    written, help_ = one_line(problem.text)[:80], words.suggestion(problem)
    if help_ is None:
        return text(N_("{column}: “{text}”. {problem}."), column=where, text=written, problem=what)
    if not written:
        return text(N_("{column}: {problem}. {advice}"), column=where, problem=what, advice=help_)
    return text(N_("{column}: “{text}”. {problem}. {advice}"), column=where, text=written, problem=what, advice=help_)


def _chip_words(shown: Preview | None) -> dict[str, Text]:
    all_rows, problems, doubles = 0, 0, 0
    if shown is not None:
        all_rows, problems = len(shown.rows), shown.problems
        doubles = sum(1 for row in shown.rows if row.state == "double")
    return {
        "all": text(N_("All {number}"), number=all_rows),
        "problems": text(N_("Problems {number}"), number=problems),
        "doubles": text(N_("Different {number}"), number=doubles)
        if shown is not None and shown.is_again
        else text(N_("Double {number}"), number=doubles),
    }
