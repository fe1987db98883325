"""Choosing a run sheet: the six that come with the app, those of the group, or an empty one."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from PySide6.QtCore import QMargins, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QScrollArea, QSpinBox, QVBoxLayout, QWidget

from buurtapp.core.errors import DraftProblem
from buurtapp.core.i18n import N_, plural_text, text
from buurtapp.features.activities.runsheet import rules
from buurtapp.features.activities.runsheet.records import USUAL_NOTICE_DAYS, RunSheet
from buurtapp.uikit.controls import Button, Heading, Icon, PlainLabel
from buurtapp.uikit.flow import FlowRow
from buurtapp.uikit.form import Form, number_field, tick
from buurtapp.uikit.row_button import RowButton
from buurtapp.uikit.words import Words

_USUAL_ICON = "list-checks"


class SheetButton(RowButton):
    """A run sheet to choose: its name, how many jobs, and whose it is."""

    def __init__(self, sheet: RunSheet) -> None:
        super().__init__(QMargins(12, 8, 12, 8), 12, 44)
        self.sheet = sheet
        more: Words = plural_text("{count} job", "{count} jobs", len(sheet.jobs))
        if sheet.own_id is not None:
            more = text(N_("{jobs}, of your group"), jobs=more)
        self.put(Icon(sheet.icon or _USUAL_ICON, "primary", 22))
        name = PlainLabel(sheet.name, strong=True)
        name.setMinimumWidth(1)
        self.put(name, 1)
        self.put(PlainLabel(more, "second", size="small", wrap=False))
        self.setAccessibleName(f"{sheet.name}, {more}")


class SheetChoice(QWidget):
    """The choice. `chosen` carries the run sheet, whether it replaces the jobs there are, and the days of notice."""

    chosen = Signal(object, bool, int)
    wanted_empty = Signal()
    closed = Signal()
    noticed = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.buttons: list[SheetButton] = []
        self._has_jobs = False
        self._build()
        self.empty_button.clicked.connect(self.wanted_empty)
        self.close_button.clicked.connect(self.closed)
        self.form.committed.connect(lambda name: self.noticed.emit(self.days()) if name == "notice_days" else None)

    def _build(self) -> None:
        self.title = Heading(text(N_("Choose a run sheet")), "h2", wrap=True)
        self.title.setMinimumWidth(1)
        self.said = PlainLabel("", "second")
        self.said.setMinimumWidth(1)
        self.form = Form()
        days = number_field(
            text(N_("How many days before does the council want to know?")), rules.LEAST_NOTICE, rules.MOST_NOTICE
        )
        days.set_hint(text(N_("For a street barbecue and a clean-up day. We keep it for the next time.")))
        days.hint.setMinimumWidth(1)
        self.form.add(("notice_days", days))
        self.how = Form()
        self.how.add(("replace", tick(text(N_("In place of the jobs there are now")))))
        self.empty_button = Button(text(N_("Start empty")), "secondary", "plus")
        self.close_button = Button(text(N_("Back (Esc)")), "secondary")
        inside = QWidget()
        inside.setProperty("kind", "scrolled")
        box = QVBoxLayout(inside)
        box.setContentsMargins(16, 14, 16, 14)
        box.setSpacing(8)
        box.addWidget(self.title)
        box.addWidget(self.said)
        box.addWidget(self.how)
        self._list = QVBoxLayout()
        self._list.setSpacing(6)
        box.addLayout(self._list)
        box.addWidget(FlowRow((self.empty_button, self.close_button), gap=8))
        box.addWidget(self.form)
        box.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 1, 1, 1)
        whole.addWidget(area)

    def show_sheets(self, sheets: Sequence[RunSheet], notice_days: int | None, *, has_jobs: bool) -> None:
        """Show what there is to choose; with jobs it is asked whether they go."""
        self._has_jobs = has_jobs
        self.said.set_words(
            text(N_("Its jobs come with those you have. Who does them you fill in yourself."))
            if has_jobs
            else text(N_("There are no jobs yet. A run sheet brings them, each on its day; change what you like."))
        )
        field = self.form.field("notice_days").input
        if not field.hasFocus():
            self.form.set_value("notice_days", notice_days or USUAL_NOTICE_DAYS)
        if not has_jobs:
            self.how.set_value("replace", value=False)
        self.how.setVisible(has_jobs)
        self.empty_button.setVisible(not has_jobs)
        self.close_button.setVisible(has_jobs)
        if [button.sheet for button in self.buttons] == list(sheets):
            return
        for button in self.buttons:
            self._list.removeWidget(button)
            button.deleteLater()
        self.buttons = [SheetButton(sheet) for sheet in sheets]
        for button in self.buttons:
            self._list.addWidget(button)
            button.clicked.connect(lambda _on=False, button=button: self._choose(button.sheet))
        self._set_tab_order()

    def _set_tab_order(self) -> None:
        order: list[QWidget] = [self.how.field("replace").input, *self.buttons, self.empty_button, self.close_button]
        order.append(self.form.field("notice_days").input)
        for one, other in itertools.pairwise(order):
            QWidget.setTabOrder(one, other)

    def days(self) -> int:
        """Return how many days before the council wants to know."""
        spin = self.form.field("notice_days").input
        return spin.value() if isinstance(spin, QSpinBox) else USUAL_NOTICE_DAYS

    def _choose(self, sheet: RunSheet) -> None:
        box = self.how.field("replace").input
        replaces = self._has_jobs and isinstance(box, QCheckBox) and box.isChecked()
        self.chosen.emit(sheet, replaces, self.days())

    def show_problems(self, problems: Sequence[DraftProblem]) -> None:
        """Say what is wrong."""
        self.form.show_problems(problems)

    def focus_first(self) -> None:
        """Put the keyboard on the first run sheet."""
        (self.buttons[0] if self.buttons else self.empty_button).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Arrows go through the run sheets; Escape goes back to the jobs."""
        focused = self.focusWidget()
        if event.key() == Qt.Key.Key_Escape and self._has_jobs:
            self.closed.emit()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down) and focused in self.buttons:
            at = self.buttons.index(focused) + (1 if event.key() == Qt.Key.Key_Down else -1)
            self.buttons[min(max(at, 0), len(self.buttons) - 1)].setFocus()
        else:
            super().keyPressEvent(event)
