"""The lesson of the last time, to stand above a plan: it waits there for every new plan like it."""

from __future__ import annotations

from buurtapp.core.clock import local
from buurtapp.core.i18n import N_, text
from buurtapp.features.activities.afterwards import queries
from buurtapp.features.activities.afterwards.records import Lesson
from buurtapp.features.activities.afterwards.words import lesson_words
from buurtapp.features.activities.ui.cut_text import soft
from buurtapp.uikit.controls import Note
from buurtapp.uikit.desk import Desk
from buurtapp.uikit.words import day

_LONGEST = 600


class LessonNote(Note):
    """Hidden as long as there is no lesson. `show_activity` looks it up, `show_lesson` shows one that is known."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("info")
        self._desk = desk
        soft(self.label)
        self.hide()

    def show_activity(self, number: int) -> None:
        """Show what the last time teaches for this activity."""
        self._desk.later("lesson", lambda store: store.read(queries.lesson_of, number), self.show_lesson)

    def show_newest(self) -> None:
        """Show the lesson that waits for every new plan."""
        here = local(self._desk.clock.now())
        self._desk.later("lesson", lambda store: store.read(queries.last_lesson, here), self.show_lesson)

    def show_lesson(self, lesson: Lesson | None) -> None:
        """Show a lesson; None hides the note."""
        self.setVisible(lesson is not None)
        if lesson is not None:
            words = lesson_words(lesson)
            said = words if isinstance(words, str) else words.render()
            self.set_words(text(N_("Lesson of {day}: {words}"), day=day(lesson.day, "d MMMM"), words=said[:_LONGEST]))
