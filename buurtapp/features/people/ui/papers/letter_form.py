"""What can be chosen for a letter: one to begin with, its words with fields that fill themselves, and who signs."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from buurtapp.core.errors import DraftProblem
from buurtapp.core.i18n import N_, text
from buurtapp.features.people.papers import Per
from buurtapp.features.people.rules import letters
from buurtapp.features.people.rules.letter_templates import LetterTemplate, templates
from buurtapp.features.people.ui.papers.choices import LetterChoice, Source
from buurtapp.features.people.ui.papers.forms import per_field
from buurtapp.features.people.ui.papers.post_form import PostForm
from buurtapp.uikit.controls import Button, PlainLabel
from buurtapp.uikit.flow import FlowRow
from buurtapp.uikit.form import choice, line, paragraph

_LINES = 10


class LetterForm(PostForm):
    """A letter. Another one to begin with takes the place of the words, unless they were changed by hand."""

    def __init__(self) -> None:
        super().__init__()
        self._begun: LetterTemplate | None = None
        self._templates = templates()
        names = tuple((one.key, one.name) for one in self._templates)
        self.form.add(("template", choice(text(N_("Begin with")), names)))
        self.form.add(("subject", line(text(N_("Subject")))))
        self.form.add(("body", paragraph(text(N_("Letter")), _LINES)))
        self.form.add_widget(self._fields())
        self.form.add(("signed_by", line(text(N_("Signed by")))))
        self.form.add(("per", per_field(text(N_("How many")))))
        self.add_empty()
        self.form.edited.connect(self._on_edited)

    def _fields(self) -> QWidget:
        self.field_buttons = [Button("", "link") for _field in letters.FIELDS]
        for at, button in enumerate(self.field_buttons):
            button.clicked.connect(lambda _on=False, at=at: self._insert(at))
        self._say()
        return FlowRow([PlainLabel(text(N_("Fills itself:")), "second", wrap=False), *self.field_buttons], 4, 0)

    def _say(self) -> None:
        for name, button in zip(letters.field_names(), self.field_buttons, strict=True):
            button.set_words(name, text(N_("Put {field} in the letter"), field=name))

    def _insert(self, at: int) -> None:
        self._body.insertPlainText(letters.field_names()[at])
        self._body.setFocus()

    @property
    def _body(self) -> QPlainTextEdit:
        return cast("QPlainTextEdit", self.form.field("body").input)

    def _fill(self, source: Source) -> None:
        self.form.set_value("signed_by", source.group.contact_name)
        if self._templates:
            self._begin(self._templates[0])

    def _begin(self, template: LetterTemplate) -> None:
        self._begun = template
        self.form.set_value("subject", template.subject)
        self.form.set_value("body", template.body)
        self._check()

    def _on_edited(self, name: str) -> None:
        if name == "template":
            wanted = next((one for one in self._templates if one.key == self.form.value("template")), None)
            if wanted is not None:
                self._begin(wanted)
                self.changed.emit()
        self._check()

    def _check(self) -> None:
        """Say below the words what is not right yet, without moving the keyboard."""
        subject, body = self.form.text("subject"), self.form.text("body")
        problems: dict[str, DraftProblem] = {}
        for problem in letters.problems(subject, body):
            problems.setdefault(problem.field, problem)
        for name in ("subject", "body"):
            self.form.field(name).set_problem(problems[name].text if name in problems else "")

    def focus_first(self) -> None:
        """Put the keyboard in the subject."""
        self.form.field("subject").input.setFocus()

    def choice(self) -> LetterChoice:
        """Return what is chosen now."""
        per = cast("Per", self.form.value("per"))
        return LetterChoice(
            self.form.text("subject").strip(),
            self.form.text("body"),
            self.form.text("signed_by").strip(),
            per,
            self.empty,
        )

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Name the fields in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "field_buttons"):
            self._say()
