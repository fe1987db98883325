"""What happens with the tasks of the home screen: tick, add, change, take away, open.

Actions and the form are imported when they are first needed: this screen is there before the store is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from buurtapp.core.i18n import N_, text
from buurtapp.features.today.records import Task
from buurtapp.features.today.ui.to_dos import ToDo, place_of
from buurtapp.features.today.ui.todo_card import ToDoCard
from buurtapp.uikit.desk import Desk

if TYPE_CHECKING:
    from buurtapp.features.promises.records import PromiseDraft
    from buurtapp.features.today.ui.task_form import TaskForm


class TaskDesk(QObject):
    """Listens to the card, and does what is asked."""

    def __init__(self, desk: Desk, card: ToDoCard) -> None:
        super().__init__(card)
        self._desk = desk
        self._card = card
        self._opened: tuple[str, int] | None = None
        self.form: TaskForm | None = None
        card.chosen.connect(self._open)
        card.ticked.connect(self._tick)
        card.removed.connect(self._remove)
        card.change_asked.connect(self._change)
        card.add_asked.connect(self.add)

    def add(self) -> None:
        """Open the line in which a task is typed."""
        if self._desk.store is not None:
            self._opened = None
            self._made_form().begin()

    def show_example(self) -> None:
        """Show the line filled in, with a day that nobody understands: for pictures."""
        form = self._made_form()
        form.begin()
        form.title.setText("Bel Toos over de wandeling")
        form.kind.setCurrentIndex(1)
        form.due.setText("ooit")
        form.save()

    def close(self) -> None:
        """Close the line; the keyboard goes back to where it was opened from."""
        if self.form is None or self.form.isHidden():
            return
        self.form.clear()
        self.form.hide()
        if self._opened is None or not self._card.focus_row(self._opened):
            self._card.add_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _made_form(self) -> TaskForm:
        if self.form is None:
            from buurtapp.features.today.ui.task_form import TaskForm  # noqa: PLC0415 - see the top of this file

            self.form = TaskForm(self._desk)
            self.form.saved.connect(self._save)
            self.form.closed.connect(self.close)
            self._card.put_form(self.form, self.form.in_reading_order())
        return self.form

    def _open(self, one: ToDo | Task) -> None:
        if isinstance(one, ToDo):
            self._desk.go(one.page, **dict(one.where))
            return
        place = place_of(one)
        if place is not None:
            self._desk.go(place[0], **place[1])
        else:
            self._change(one)

    def _tick(self, task: Task) -> None:
        if self._desk.store is None:
            return
        if task.source == "job":
            from buurtapp.features.activities.runsheet import actions as jobs  # noqa: PLC0415 - see the top of this file

            self._desk.do(jobs.done_label(task.title, done=True), jobs.set_done, task.id, done=True)
            return
        from buurtapp.features.promises import actions  # noqa: PLC0415 - see the top of this file

        self._desk.do(actions.done_label(task.title, done=True), actions.set_done, task.id, done=True)

    def _remove(self, task: Task) -> None:
        if self._desk.store is None:
            return
        if task.source == "job":
            self._desk.tell(text(N_("This job is on a run sheet. Press Enter to open it there.")), "info")
            return
        from buurtapp.features.promises import actions  # noqa: PLC0415 - see the top of this file

        self._desk.do(actions.deleted_label(task.title), actions.delete_promise, task.id)

    def _change(self, task: Task) -> None:
        if self._desk.store is None or task.source == "job":
            return
        from buurtapp.features.promises import queries  # noqa: PLC0415 - see the top of this file

        self._opened = (task.source, task.id)
        self._made_form().show_task(self._desk.read(queries.promise, task.id))

    def _save(self, draft: PromiseDraft, number: int | None) -> None:
        from buurtapp.features.promises import actions  # noqa: PLC0415 - see the top of this file

        form = self._made_form()
        if number is None:
            label = actions.added_label(draft.title.strip())
            self._desk.do(label, actions.add_promise, draft).then(lambda _id: self._added()).failed(
                lambda error: form.show_problems(error.problems)
            )
        else:
            label = actions.changed_label(draft.title.strip())
            self._desk.do(label, actions.change_promise, number, draft).then(lambda _none: self.close()).failed(
                lambda error: form.show_problems(error.problems)
            )

    def _added(self) -> None:
        """Begin the next one: whoever writes down one thing often has three."""
        form = self._made_form()
        form.clear()
        form.begin()
