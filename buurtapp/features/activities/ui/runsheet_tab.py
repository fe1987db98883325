"""The tab with the run sheet: jobs by phase, a row to add one, one in hand, and run sheets to choose from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from buurtapp.core.errors import DraftInvalid
from buurtapp.features.activities.records import ActivityCard
from buurtapp.features.activities.runsheet import actions, queries, rules, shipped
from buurtapp.features.activities.runsheet import when as times
from buurtapp.features.activities.runsheet.records import Facts, JobDraft, JobRow, RunSheet, Used, When
from buurtapp.features.activities.ui.runsheet_add import AddRow
from buurtapp.features.activities.ui.runsheet_choice import SheetChoice
from buurtapp.features.activities.ui.runsheet_form import JobForm
from buurtapp.features.activities.ui.runsheet_more import MoreForm
from buurtapp.features.activities.ui.runsheet_table import JobTable, lines_of
from buurtapp.uikit import theme as look
from buurtapp.uikit.controls import Card, Line
from buurtapp.uikit.desk import Desk

if TYPE_CHECKING:
    from buurtapp.core.store.store import Store

_WHO_WIDTHS, _DISC_ONLY = ((520, 150), (400, 110)), 46
_LEAST_TABLE = 150


@dataclass(frozen=True, slots=True)
class _Loaded:
    """What the tab shows."""

    rows: tuple[JobRow, ...]
    facts: Facts
    own: tuple[tuple[int, str, str], ...]
    notice_days: int | None


def _load(store: Store, activity: int) -> _Loaded:
    return _Loaded(
        tuple(store.read(queries.jobs, activity)),
        store.read(queries.facts, activity),
        tuple(store.read(queries.own_sheets)),
        store.read(queries.notice_days),
    )


class RunSheetTab(QWidget):
    """The run sheet of the activity that is shown. `wanted_sight`: a part to be seen where there is little room."""

    wanted_sight = Signal(QWidget)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._card: ActivityCard | None = None
        self._loaded: _Loaded | None = None
        self._keep = 0
        self._build()
        self._connect()

    def _build(self) -> None:
        self.table = JobTable()
        self.one = JobForm(self._desk)
        self.more = MoreForm()
        self.add = AddRow()
        self.choice = SheetChoice()
        jobs = QWidget()
        inner = QVBoxLayout(jobs)
        inner.setContentsMargins(1, 1, 1, 1)
        inner.setSpacing(0)
        for widget, stretch in ((self.table, 1), (self.one, 0), (self.more, 0), (Line(), 0), (self.add, 0)):
            inner.addWidget(widget, stretch)
        self.one.hide()
        self.more.hide()
        self.stack = QStackedWidget()
        self.stack.setProperty("kind", "inside")
        self.table.setProperty("kind", "inner")
        self.stack.addWidget(jobs)
        self.stack.addWidget(self.choice)
        card = Card()
        within = QVBoxLayout(card)
        within.setContentsMargins(0, 0, 0, 0)
        within.addWidget(self.stack)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(card)

    def _connect(self) -> None:
        self.table.ticked.connect(self._tick)
        self.table.moved.connect(self._move)
        self.table.opened.connect(self._open)
        self.table.deleted.connect(self._delete)
        self.table.typed.connect(self._type_on)
        self.table.chosen.connect(self._on_chosen)
        self.one.saved.connect(self._save)
        self.one.deleted.connect(self._delete)
        self.one.closed.connect(self._close_one)
        self.more.closed.connect(self._close_more)
        self.more.facts_changed.connect(self._set_facts)
        self.more.kept.connect(self._keep_sheet)
        self.more.planned.connect(self._plan)
        self.add.added.connect(self.add_line)
        self.add.wanted_sheets.connect(self.show_choice)
        self.add.wanted_more.connect(self._open_more)
        self.add.field.went_up.connect(self.table.setFocus)
        self.choice.chosen.connect(self._use)
        self.choice.wanted_empty.connect(self._start_empty)
        self.choice.closed.connect(self._show_jobs)
        self.choice.noticed.connect(self._set_notice)

    # What is shown

    def show_card(self, card: ActivityCard) -> None:
        """Show the run sheet of an activity."""
        if self._card is None or self._card.id != card.id:
            self._keep, self._loaded = 0, None
            self.add.field.clear()
            self.one.hide()
            self.more.hide()
            self.table.show_lines(())
            self.stack.setCurrentIndex(0)
        self._card = card
        self._desk.later("run_sheet", lambda store: _load(store, card.id), self._show)

    def _show(self, loaded: _Loaded) -> None:
        card = self._card
        if card is None:
            return
        had_jobs = self._loaded is not None and bool(self._loaded.rows)
        is_first, self._loaded = self._loaded is None, loaded
        keep, scrolled = self._keep, self.table.verticalScrollBar().value()
        self.table.show_lines(lines_of(loaded.rows, card.starts_at, self._desk.clock.today()))
        if not self.table.choose_job(keep):
            self.table.choose_next()
        if not is_first and keep:
            self.table.verticalScrollBar().setValue(scrolled)
            self.table.scrollTo(self.table.currentIndex())
        self.more.show_facts(loaded.facts)
        sheets = shipped.all_sheets(list(loaded.own))
        self.choice.show_sheets(sheets, loaded.notice_days, has_jobs=bool(loaded.rows))
        if not loaded.rows and (is_first or had_jobs):
            self.show_choice()
        elif loaded.rows and not had_jobs:
            self._show_jobs()
        shown = next((row for row in loaded.rows if row.id == self.one.job_id), None)
        if self.one.isVisible() and shown is None:
            self._close_one()

    def show_empty(self) -> None:
        """Show how it is before there are jobs."""
        card = self._card
        if card is not None:
            self._desk.later("run_sheet", lambda store: replace(_load(store, card.id), rows=()), self._show)

    def show_first_job(self) -> None:
        """Show the first job in its form, as Enter does, once they are read."""
        card = self._card
        if card is not None:
            self._desk.later("run_sheet", lambda store: _load(store, card.id), self._show_and_open)

    def _show_and_open(self, loaded: _Loaded) -> None:
        self._show(loaded)
        self._open(0)

    def show_choice(self) -> None:
        """Show which run sheets there are."""
        had = self.isAncestorOf(self.focusWidget()) if self.focusWidget() is not None else False
        self.stack.setCurrentIndex(1)
        if had or self.add.sheets_button.hasFocus():
            self.choice.focus_first()

    def _show_jobs(self) -> None:
        had = self.choice.isAncestorOf(self.focusWidget()) if self.focusWidget() is not None else False
        self.stack.setCurrentIndex(0)
        if had:
            self.focus_first()

    def _start_empty(self) -> None:
        self.stack.setCurrentIndex(0)
        self.add.field.setFocus()

    def focus_first(self) -> None:
        """Put the keyboard on the jobs, in the field when there are none, or on the run sheets to choose from."""
        if self.stack.currentIndex() == 1:
            self.choice.focus_first()
        elif self.table.jobs.records():
            self.table.setFocus()
        else:
            self.add.field.setFocus()

    def _type_on(self, letters: str) -> None:
        self.add.field.setFocus()
        self.add.field.insert(letters)

    def _on_chosen(self, _row: int) -> None:
        line = self.table.chosen_line()
        if line is not None:
            self._keep = line.row.id
            if self.one.isVisible() and self.table.hasFocus() and self.one.job_id != line.row.id:
                self.one.hide()

    def _open(self, _row: int) -> None:
        line, card = self.table.chosen_line(), self._card
        if line is None or card is None:
            return
        self.more.hide()
        self.one.show()
        self.one.show_job(line.row, card.starts_at)
        self.table.scrollTo(self.table.currentIndex())
        self._bring_in_sight(self.one.form.field("when").input)

    def _bring_in_sight(self, form: QWidget) -> None:
        # After the layout gave it its room.
        QTimer.singleShot(0, self, lambda: self.wanted_sight.emit(form))

    def _close_one(self) -> None:
        self.one.hide()
        self.table.setFocus()

    def _open_more(self) -> None:
        self.one.hide()
        self.more.show()
        self.more.form.field("notice").input.setFocus()
        self._bring_in_sight(self.more.form.field("plan_b").input)

    def _close_more(self) -> None:
        self.more.hide()
        self.add.more_button.setFocus()

    # What is done

    def add_line(self, typed: str) -> None:
        """Add a job as it was typed; the keyboard stays for the next one."""
        card = self._card
        if card is None:
            return
        title, owner, when = times.split(typed, card.starts_at)
        person = self._desk.read(queries.who_is_meant, card.id, owner) if owner else None
        who = "" if person is not None else owner
        draft = self._in_phase(JobDraft(title, person_id=person, who=who), when, card)

        def added(number: int) -> None:
            self._keep = number
            if self.add.field.text() == typed:
                self.add.field.clear()
            self.table.choose_job(number)

        doing = self._desk.do(actions.added_label(title), actions.add_job, card.id, draft)
        doing.then(added).failed(lambda wrong: self.add.show_problem(wrong.problems[0].text))

    def _in_phase(self, draft: JobDraft, when: When | None, card: ActivityCard) -> JobDraft:
        """Return a job in the phase of the job in hand, unless its time says otherwise."""
        line = self.table.chosen_line()
        phase = line.row.draft.phase if line is not None else "before"
        if when is None:
            last = line.row.draft.when if line is not None and line.row.draft.when.minutes is None else When()
            return replace(draft, phase=phase, when=last)
        if not times.fits_phase(when, phase) or (phase == "before" and when.days == 0):
            phase = times.phase_of(when, card.starts_at, card.draft.ends_at)
        return replace(draft, phase=phase, when=when)

    def _tick(self, row: int) -> None:
        line = self.table.jobs.record(row)
        if line is None:
            return
        self._keep, done = line.row.id, line.row.done_at is None
        label = actions.done_label(line.row.draft.title, done=done)
        self._desk.do(label, actions.set_done, line.row.id, done=done).quiet()

    def _move(self, step: int) -> None:
        line = self.table.chosen_line()
        if line is not None:
            self._keep = line.row.id
            label = actions.changed_label(line.row.draft.title)
            self._desk.do(label, actions.move_job, line.row.id, step).quiet()

    def _delete(self) -> None:
        line = self.table.chosen_line()
        if line is None:
            return
        ids = [one.row.id for one in self.table.jobs.records()]
        at = ids.index(line.row.id)
        self._keep = (ids[at + 1 : at + 2] or ids[at - 1 : at] or [0])[0]
        if self.one.isVisible():
            self._close_one()
        self._desk.do(actions.deleted_label(line.row.draft.title), actions.delete_job, line.row.id)

    def _save(self, draft: JobDraft, helpers: Sequence[int]) -> None:
        number = self.one.job_id
        if number is None:
            return
        doing = self._desk.do(
            actions.changed_label(draft.title), actions.change_with_helpers, number, draft, tuple(helpers)
        )
        doing.quiet().then(lambda _done: self._close_one()).failed(lambda wrong: self.one.show_problems(wrong.problems))

    def _use(self, sheet: RunSheet, replaces: bool, days: int) -> None:  # noqa: FBT001 - a signal's shape
        card = self._card
        if card is None:
            return
        label = actions.used_label(sheet.name, card.draft.title)
        notice = days if sheet.asks_notice else None

        def used(done: Used) -> None:
            self.stack.setCurrentIndex(0)
            self.table.setFocus()
            self._tell_late(done)

        doing = self._desk.do(label, actions.use_run_sheet, card.id, sheet, replace_all=replaces, notice_days=notice)
        doing.then(used).failed(lambda wrong: self.choice.show_problems(wrong.problems))

    def _plan(self) -> None:
        card, loaded = self._card, self._loaded
        if card is None or loaded is None:
            return
        label = actions.plan_label(card.draft.title)
        self._desk.do(label, actions.add_backward_plan, card.id, loaded.notice_days).then(self._tell_late)

    def _tell_late(self, used: Used) -> None:
        late = rules.late_words(used.late)
        if late is not None:
            self._desk.tell(late, "care", undo=True)

    def _set_facts(self, facts: Facts) -> None:
        if self._card is not None:
            doing = self._desk.do(actions.facts_label(self._card.draft.title), actions.set_facts, self._card.id, facts)
            doing.quiet().failed(lambda wrong: self.more.show_problems(wrong.problems))

    def _keep_sheet(self, name: str) -> None:
        if self._card is not None:
            doing = self._desk.do(actions.saved_label(name), actions.save_run_sheet, self._card.id, name)
            doing.then(lambda _id: self.more.show_kept()).failed(self._show_kept_wrong)

    def _show_kept_wrong(self, wrong: DraftInvalid) -> None:
        self.more.show_problems(wrong.problems)

    def _set_notice(self, days: int) -> None:
        loaded = self._loaded
        if loaded is not None and loaded.notice_days not in (None, days):
            doing = self._desk.do(actions.notice_label(days), actions.set_notice_days, days)
            doing.quiet().failed(lambda wrong: self.choice.show_problems(wrong.problems))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Give the title more of the room where there is little."""
        super().resizeEvent(event)
        theme = look.current()
        # Where there is least room the discs say who.
        who = next((wide for least, wide in _WHO_WIDTHS if self.width() >= theme.px(least)), _DISC_ONLY)
        self.table.setMinimumHeight(theme.px(_LEAST_TABLE))
        self.table.horizontalHeader().resizeSection(2, theme.px(who))
