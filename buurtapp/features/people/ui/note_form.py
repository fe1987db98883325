"""The small form for a note about somebody: how, when, and what was said. It opens below the heading of the history."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDateEdit, QPlainTextEdit

from buurtapp.core.i18n import N_, text
from buurtapp.features.people.records import NOTE_KINDS, NoteDraft, NoteRow
from buurtapp.features.people.rules.history_words import NOTE_WORDS
from buurtapp.features.people.ui.private_hint import PrivateHint
from buurtapp.uikit.controls import Button
from buurtapp.uikit.form import TextBox, choice, day_field, paragraph
from buurtapp.uikit.small_form import SmallForm


class NoteForm(SmallForm):
    """Asks for one note. `saved` gives the draft; `deleted` asks to take the note away; Escape closes."""

    saved = Signal(object)
    deleted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._build()
        self._connect()

    def _build(self) -> None:
        self.form.add(("text", paragraph(text(N_("What was said or done")), 2)))
        # Below each other: the longest kind and a day do not fit beside each other in the panel.
        self.form.add(("kind", choice(text(N_("How")), [(kind, NOTE_WORDS[kind]) for kind in NOTE_KINDS])))
        self.form.add(("on_day", day_field(text(N_("Day")))))
        self.warning = PrivateHint()
        self.save = Button(text(N_("Save")), "secondary", "check")
        self.cancel = Button(text(N_("Cancel")), "quiet")
        self.delete = Button(text(N_("Delete")), "quiet", "trash-2")
        self.put((self.form, self.warning), (self.save, self.cancel, self.delete), narrow=("kind", "on_day"))

    def _connect(self) -> None:
        words = self.form.field("text").input
        if isinstance(words, QPlainTextEdit):
            words.textChanged.connect(self._show_warning)
        if isinstance(words, TextBox):
            words.entered.connect(self._on_save)
        self.save.clicked.connect(self._on_save)
        self.cancel.clicked.connect(self.closed)
        self.delete.clicked.connect(self.deleted)

    # Public

    def begin(self, today: date, note: NoteRow | None = None) -> None:
        """Begin with nothing, or with what stands in a note."""
        input_ = self.form.field("on_day").input
        if isinstance(input_, QDateEdit):
            input_.setMaximumDate(today)  # type: ignore[arg-type]
        self.form.set_value("text", note.text if note is not None else "")
        self.form.set_value("kind", note.kind if note is not None else "spoken")
        self.form.set_value("on_day", note.on_day if note is not None else today)
        self.form.show_problems(())
        self.delete.setVisible(note is not None)

    def focus_first(self) -> None:
        """Put the keyboard on the text."""
        self.form.field("text").input.setFocus()

    # Slots

    def _show_warning(self) -> None:
        self.warning.look_at(self.form.text("text"))

    def _on_save(self) -> None:
        on_day, kind = self.form.value("on_day"), self.form.value("kind")
        if isinstance(on_day, date):
            self.saved.emit(NoteDraft(self.form.text("text"), on_day, next(one for one in NOTE_KINDS if one == kind)))
