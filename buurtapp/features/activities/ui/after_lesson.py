"""The lesson of the last time, to stand above a plan: it waits there for every new plan like it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from buurtapp.core.clock import local
from buurtapp.core.i18n import N_, text
from buurtapp.features.activities.afterwards import queries
from buurtapp.features.activities.afterwards.records import Lesson
from buurtapp.features.activities.afterwards.words import lesson_words
from buurtapp.features.activities.ui.cut_text import soft
from buurtapp.uikit.controls import Note
from buurtapp.uikit.desk import Desk
from buurtapp.uikit.words import day

if TYPE_CHECKING:
    from buurtapp.core.store.store import Store

_LONGEST = 600


class LessonNote(Note):
    """Hidden as long as there is no lesson. `show_activity` looks it up, `show_lesson` shows one that is known."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("info")
        self._desk = desk
        self._turn = 0
        soft(self.label)
        self.hide()

    def show_activity(self, number: int) -> None:
        """Show what the last time teaches for this activity."""
        self._ask(lambda store: store.read(queries.lesson_of, number))

    def show_newest(self) -> None:
        """Show the lesson that waits for every new plan."""
        here = local(self._desk.clock.now())
        self._ask(lambda store: store.read(queries.last_lesson, here))

    def _ask(self, question: Callable[[Store], Lesson | None]) -> None:
        """Ask in the background; an answer that comes after something else was shown is too late."""
        self._turn += 1
        turn = self._turn

        def show(lesson: Lesson | None) -> None:
            if turn == self._turn:
                self.show_lesson(lesson)

        self._desk.later("lesson", question, show)

    def show_lesson(self, lesson: Lesson | None) -> None:
        """Show a lesson; None hides the note."""
        self._turn += 1
        self.setVisible(lesson is not None)
        if lesson is not None:
            words = lesson_words(lesson)
            said = words if isinstance(words, str) else words.render()
            self.set_words(text(N_("Lesson of {day}: {words}"), day=day(lesson.day, "d MMMM"), words=said[:_LONGEST]))
